//! The whys, held to the engine.

use super::{Alarm, Worked, figure, input, result};
use crate::field::{FIELDS, Field, Key, Kind};
use crate::futures::Reaction;
use crate::outcome::Outcome;
use crate::projection::Component;
use crate::scenario::Scenario;
use crate::simulation::Simulation;
use crate::statement::{Drawn, Edge, Format, Growth, PerUnit, Quantity, Say, Span};
use crate::strategy::{Choice, Strategy};
use crate::text::write::{Currency, Precision};

const USD: Currency = Currency::Dollar;

fn preset(kind: Kind) -> Outcome {
    Outcome::of(&Scenario::preset(kind))
}

fn changed(kind: Kind, changes: &[(Key, f64)]) -> Outcome {
    let scenario = Scenario::preset(kind).changed(changes.iter().copied());
    Outcome::of(&scenario.unwrap())
}

fn worked(worked: Worked, outcome: &Outcome) -> f64 {
    worked.of(outcome).unwrap()
}

#[track_caller]
fn close(a: f64, b: f64) {
    assert!(
        (a - b).abs() <= 1e-9 * a.abs().max(b.abs()).max(1.0),
        "{a} {b}"
    );
}

#[test]
fn every_input_of_both_kinds_is_explained() {
    for kind in Kind::ALL {
        let outcome = preset(kind);
        for field in Field::of(kind) {
            let why = input(field.key, &outcome, USD);
            let fallback = "It enters no formula of its own.";
            assert_ne!(why.working.plain(), fallback, "{}", field.name);
            assert!(!why.source.is_empty() && !why.reliability.is_empty());
            assert!(!why.default.is_empty());
            let states_a_figure = why.working.figures().count() > 0;
            assert!(states_a_figure, "{}: {}", field.name, why.working);
        }
    }
}

/// The formula holds the input itself, except where it is a date, a yes, or a split of a chance.
#[test]
fn a_formula_shows_the_input_it_explains() {
    for kind in Kind::ALL {
        let outcome = preset(kind);
        for field in Field::of(kind) {
            if matches!(
                field.key,
                Key::NothingAllowed | Key::AlarmWatch | Key::QuadraticShare
            ) {
                continue;
            }
            let why = input(field.key, &outcome, USD);
            let shown = why
                .working
                .figures()
                .any(|(_, figure)| figure.quantity == Quantity::Input(field.key));
            assert!(shown, "{}: {}", field.name, why.working);
        }
    }
}

#[test]
fn an_input_of_the_other_kind_says_so() {
    for field in &FIELDS {
        for kind in Kind::ALL {
            if field.preset(kind).is_none() {
                let why = input(field.key, &preset(kind), USD);
                assert!(why.sentence.plain().starts_with("Only "), "{}", field.name);
            }
        }
    }
}

#[test]
fn workings_of_the_first_screen_read_well() {
    let outcome = changed(Kind::Service, &[(Key::Success, 0.5)]);
    let expected = [
        (
            Key::Success,
            "The scalable version: 50% × $3.29M + 50% × (−$686,000) = $1.3M.",
        ),
        (
            Key::UsersAtLaunch,
            "(500 ÷ 100)^(1/6) − 1 = 31% growth a month until month 6.",
        ),
        (
            Key::UserMargin,
            "The scalable version in month 36: $40 × 6,190 users = $248,000 a month.",
        ),
        (
            Key::BuildCost,
            "$150,000 simple; × (1 + 25%) = $187,500 scalable; × (1 + 100%) = $300,000 over-built.",
        ),
        (
            Key::Premium,
            "25% × $150,000 = $37,500; 25% × 10 weeks = 2½ weeks.",
        ),
        (Key::RebuildCost, "2.5 × $150,000 = $375,000, and 4 months."),
        (
            Key::Capacity,
            "Room: 1,000 simple; × 10 = 10,000 scalable; × 100 = 100,000 over-built.",
        ),
    ];
    for (key, text) in expected {
        assert_eq!(input(key, &outcome, USD).working.plain(), text);
    }
    let hardware = preset(Kind::Hardware);
    assert_eq!(
        input(Key::RebuildCost, &hardware, USD).working.plain(),
        "2.5 × $250,000 + $85,000 fixed cost = $710,000, and 8 months."
    );
}

#[test]
fn defaults_carry_their_unit() {
    let outcome = preset(Kind::Service);
    let expected = [
        (Key::Success, "30%"),
        (Key::UserMargin, "$40 a user and month"),
        (Key::BuildCost, "$150,000"),
        (Key::RebuildCost, "250%"),
        (Key::RebuildMonths, "4 months"),
        (Key::Capacity, "1,000 users"),
        (Key::DelayPenalty, "2% a month"),
        (Key::Multiple1, "10×"),
        (Key::ResponseOk, "1 second"),
        (Key::NothingAllowed, "yes"),
        (Key::Cash, "no limit"),
        (Key::AlarmWatch, "the best level"),
    ];
    for (key, text) in expected {
        assert_eq!(input(key, &outcome, USD).default, text);
    }
}

#[test]
fn the_numbers_of_the_formulas_are_those_of_the_engine() {
    let service = preset(Kind::Service);
    let s = &service.scenario;
    let path = |strategy| &service.plan(strategy).path;
    // Demand: growth from the launch on gives the numbers of months 6 and 12.
    let six = (1.0 + worked(Worked::GrowthFirst, &service)).powi(6) * s[Key::UsersAtLaunch];
    close(six, s.curve().at(6.0));
    let twelve = (1.0 + worked(Worked::GrowthSecond, &service)).powi(6) * six;
    close(twelve, worked(Worked::WantedMonth12, &service));
    // Money that is paid in full on the path.
    close(
        worked(Worked::PaySum, &service),
        path(Strategy::Msp).sums.payroll,
    );
    close(
        worked(Worked::BuildOnly(Strategy::Over), &service),
        path(Strategy::Over).sums.build,
    );
    let msp = path(Strategy::Msp);
    close(
        worked(Worked::RevenueAtEnd(Strategy::Msp), &service) * s[Key::TerminalMonths],
        worked(Worked::Terminal(Strategy::Msp), &service),
    );
    let late = path(Strategy::MvpLate);
    let month = late
        .months
        .iter()
        .find(|month| month.freeze == 1.0)
        .unwrap();
    close(month.rebuild, worked(Worked::RebuildPerMonth, &service));
    close(
        late.months.iter().map(|m| m.freeze).sum(),
        worked(Worked::FrozenMonths, &service),
    );
    // Discounting.
    let factor = (1.0 + worked(Worked::MonthlyInterest, &service)).powi(-36);
    close(factor, worked(Worked::WorthNow, &service));
    // The chances that split a value.
    let plan = service.plan(Strategy::MvpWatch);
    close(worked(Worked::RebuildOrFix, &service), plan.good.value());
    let plan = service.plan(Strategy::Msp);
    let left = worked(Worked::ChanceLeft(Strategy::Msp), &service);
    let good = left * worked(Worked::RightOrWrong, &service) + (1.0 - left) * plan.unwanted;
    close(good, plan.good.value());
    close(
        (1.0 - s[Key::DelayPenalty]).powf(worked(Worked::LaterBy(Strategy::Msp), &service)),
        left,
    );
    // Alarms: no step starts before its level, and it starts in the first month at it.
    let start = late.ending.first_rebuild.unwrap().0;
    let at = worked(Worked::AlarmAt(Alarm::Late, 0), &service);
    for (month, t) in late.months.iter().zip(1_u32..) {
        if f64::from(t) < start {
            assert!(month.users < at, "{t}");
        } else if f64::from(t) == start {
            assert!(month.users >= at);
        }
    }
    // Hosting of the last month.
    let last = msp.months.last().unwrap();
    let fixed = s[Key::RunFixed1];
    let hosting = worked(Worked::HostingAtEnd(Strategy::Msp), &service);
    assert!((fixed + hosting - last.run).abs() < 0.01 * last.run);
}

#[test]
fn the_cost_of_a_unit_is_that_of_the_engine() {
    // One order a month for ever: unit 50 is made in a single month if that many are ordered.
    let flat = [
        (Key::UsersAtLaunch, 49.0),
        (Key::UsersMonth6, 49.0),
        (Key::UsersMonth12, 49.0),
        (Key::Learning, 1.0),
    ];
    let hardware = changed(Kind::Hardware, &flat);
    for (strategy, level) in [(Strategy::MvpLive, 0), (Strategy::Over, 2)] {
        let path = &hardware.plan(strategy).path;
        let month = path.months.last().unwrap();
        close(
            month.unit_cost / month.users,
            worked(Worked::UnitCost(level), &hardware),
        );
    }
    let extra = |outcome: &Outcome| worked(Worked::UnitCost(1), outcome);
    let without = changed(Kind::Hardware, &[(Key::ExtraParts, 0.0)]);
    let preset = preset(Kind::Hardware);
    close(
        extra(&preset) - extra(&without),
        worked(Worked::ExtraPerUnit, &preset),
    );
}

/// What a result says adds up to the result.
#[test]
fn parts_named_by_a_result_add_up() {
    for kind in Kind::ALL {
        let outcome = preset(kind);
        for strategy in Strategy::ALL {
            let sum: f64 = Component::ALL
                .iter()
                .map(|part| Quantity::PathSum(strategy, *part).of(&outcome).unwrap())
                .sum();
            close(sum, Quantity::CashEnd(strategy).of(&outcome).unwrap());
            let lost: f64 = Component::ALL
                .iter()
                .map(|part| Quantity::BadPart(strategy, *part).of(&outcome).unwrap())
                .sum();
            close(
                lost,
                Quantity::Bad(Choice::Build(strategy)).of(&outcome).unwrap(),
            );
        }
        let lead: f64 = Component::ALL
            .iter()
            .map(|part| Quantity::Part(*part).of(&outcome).unwrap())
            .sum();
        close(lead, outcome.verdict.lead);
    }
}

#[test]
fn results_read_well() {
    let outcome = changed(Kind::Service, &[(Key::Success, 0.5)]);
    let say = Say::new(&outcome, USD);
    let text = |explained: super::Explained| explained.working.plain();
    assert_eq!(
        text(result::lead(&say)),
        "The scalable version: 50% × $3.29M + 50% × (−$686,000) = $1.3M. An MVP with early \
         warning: 50% × $3.09M + 50% × (−$638,000) = $1.23M. Lead: +$73,800."
    );
    assert_eq!(
        text(result::break_even(&say)),
        "Under 19.9% the answer is an MVP with early warning: 19.9% × $196,000 = 80.1% × $48,700."
    );
    assert_eq!(
        text(result::wall(&say)),
        "Demand reaches 1,000 users 9 months after launch; launch after 2.31 months, together \
         11.3."
    );
}

/// An explanation of a quantity of an outcome.
fn explained(quantity: Quantity, outcome: &Outcome) -> super::Explanation {
    let span = Say::new(outcome, USD).figure(quantity, Format::Plain(Precision::Exact));
    figure(&span, outcome, USD).unwrap()
}

/// Outcomes over few futures with one input changed, each run once.
struct Moved {
    outcomes: Vec<Outcome>,
    moved: Vec<(Key, Vec<Outcome>)>,
}

impl Moved {
    fn new(outcomes: Vec<Outcome>) -> Self {
        Self {
            outcomes,
            moved: Vec::new(),
        }
    }

    fn run(scenario: &Scenario) -> Outcome {
        Simulation::run(scenario, 4, 1).outcome()
    }

    /// Whether an input moves a quantity anywhere. A count among few futures moves only if the input
    /// moves far.
    fn moves(&mut self, key: Key, quantity: Quantity) -> bool {
        if !self.moved.iter().any(|(known, _)| *known == key) {
            let far = |value: f64| match value {
                0.0 => vec![0.5],
                value if value.is_infinite() => vec![0.5],
                value => vec![value * 0.7, value * 1.01, value * 1.6],
            };
            let changed = self.outcomes.iter().flat_map(|outcome| {
                let scenario = &outcome.scenario;
                let values = far(scenario[key]).into_iter();
                // A value that is not allowed says nothing.
                values.map(move |value| scenario.changed([(key, value)]).ok())
            });
            let run = changed.map(|scenario| {
                scenario.map_or_else(|| self.outcomes[0].clone(), |scenario| Self::run(&scenario))
            });
            let run = run.collect();
            self.moved.push((key, run));
        }
        let (_, moved) = self.moved.iter().find(|(known, _)| *known == key).unwrap();
        let per_outcome = moved.len() / self.outcomes.len();
        moved
            .chunks(per_outcome)
            .zip(&self.outcomes)
            .any(|(moved, outcome)| {
                moved
                    .iter()
                    .any(|moved| quantity.of(moved) != quantity.of(outcome))
            })
    }

    /// Which inputs are named wrongly.
    fn check(&mut self, quantities: &[Quantity], kind: Kind) -> Vec<String> {
        let mut wrong = Vec::new();
        for &quantity in quantities {
            let why = explained(quantity, &self.outcomes[0]);
            let named: Vec<Key> = why.inputs.iter().map(|used| used.key).collect();
            for key in &named {
                if !self.moves(*key, quantity) {
                    wrong.push(format!("{quantity:?} does not rest on {key:?}"));
                }
            }
            if why.and_others {
                continue;
            }
            let first_screen = Field::of(kind).filter(|field| field.tier == 1);
            for field in first_screen.filter(|field| !named.contains(&field.key)) {
                if self.moves(field.key, quantity) {
                    wrong.push(format!("{quantity:?} rests on {:?}", field.key));
                }
            }
        }
        wrong
    }
}

/// The same over the futures, and for what goes by the unit.
#[test]
fn the_inputs_named_move_what_the_futures_say() {
    let drawn = Quantity::Drawn;
    let growth = Quantity::Growth;
    let (late, watched) = (Strategy::MvpLate, Strategy::MvpWatch);
    let middle = Edge::Middle;
    let service = [
        Quantity::Bad(Choice::Build(Strategy::Msp)),
        Quantity::Good(Choice::Build(Strategy::Over)),
        Quantity::CashShort(Choice::Build(late)),
        drawn(Drawn::Wall(middle)),
        drawn(Drawn::RebuildShare(late)),
        drawn(Drawn::RebuildStart(late, middle)),
        drawn(Drawn::RebuildEnd(late, middle)),
        drawn(Drawn::PeakUse(middle)),
        drawn(Drawn::AheadBy(Choice::Nothing, middle)),
        drawn(Drawn::LosesMoney(Choice::Build(late))),
        growth(Growth::Full),
        growth(Growth::FullAfterLaunch(middle)),
        growth(Growth::LastStart(middle)),
        growth(Growth::TooLateAtLaunch),
        growth(Growth::JustInTime(middle)),
        growth(Growth::Happens(Reaction::LiveWithIt)),
        growth(Growth::Happens(Reaction::Patch)),
        growth(Growth::PaidEarly(middle)),
        growth(Growth::Featureless(late, middle)),
        growth(Growth::LongestWaitBefore(late, middle)),
        growth(Growth::UsersAtEnd(late, middle)),
        growth(Growth::FewerAtEnd(middle)),
        growth(Growth::PeakUsers(middle)),
        growth(Growth::Price(late, middle)),
        growth(Growth::LateMinusEarly(middle)),
        growth(Growth::ReactionPrice(Reaction::RebuildLate, middle)),
    ];
    let with = |kind, changes: &[(Key, f64)]| {
        let scenario = Scenario::preset(kind).changed(changes.iter().copied());
        Moved::run(&scenario.unwrap())
    };
    let cash = (Key::Cash, 8e5);
    let mut moved = Moved::new(vec![
        with(Kind::Service, &[cash]),
        with(
            Kind::Service,
            &[cash, (Key::Capacity, 350.0), (Key::Horizon, 8.0)],
        ),
        with(
            Kind::Service,
            &[
                cash,
                (Key::Capacity, 3_500.0),
                (Key::RebuildMonths, 18.0),
                (Key::Horizon, 22.0),
                (Key::AlarmWatch, 0.9),
            ],
        ),
    ]);
    let mut wrong = moved.check(&service, Kind::Service);
    wrong.extend(moved.check(
        &[
            drawn(Drawn::RebuildStart(watched, middle)),
            Quantity::StepStart(watched),
            Quantity::StepEnd(late),
        ],
        Kind::Service,
    ));
    let unit = Quantity::PerUnit;
    let hardware = [
        PerUnit::Extra,
        PerUnit::ExtraTotal,
        PerUnit::Now,
        PerUnit::NowPerSuccess,
        PerUnit::SpentByVolume,
        PerUnit::Avoided,
        PerUnit::AvoidedOnAverage,
        PerUnit::Chance,
        PerUnit::BreakEven,
    ];
    let full_by = |room: f64, month: f64| {
        with(
            Kind::Hardware,
            &[(Key::Capacity, room), (Key::Horizon, month)],
        )
    };
    let mut moved = Moved::new(vec![
        with(Kind::Hardware, &[]),
        full_by(60.0, 11.0),
        full_by(300.0, 16.0),
        full_by(700.0, 20.0),
    ]);
    wrong.extend(moved.check(&hardware.map(unit), Kind::Hardware));
    wrong.extend(moved.check(
        &[
            growth(Growth::PaidEarly(middle)),
            growth(Growth::Full),
            drawn(Drawn::Wall(middle)),
        ],
        Kind::Hardware,
    ));
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// A formula leads to the number: it states more than the number itself.
#[test]
fn a_formula_states_more_than_its_result() {
    // These are given, or counted, and follow from nothing else.
    let given = |quantity| {
        matches!(
            quantity,
            Quantity::Input(_)
                | Quantity::Given(_)
                | Quantity::RuleOfThumb
                | Quantity::CrossingLevel(_)
                | Quantity::Room(0)
                | Quantity::Growth(Growth::Room(0, _))
                | Quantity::GoodPart(..)
                | Quantity::BadPart(..)
                | Quantity::CashLow(_)
                | Quantity::Value(Choice::Nothing)
                | Quantity::Loss(Choice::Nothing)
        )
    };
    let mut wrong = Vec::new();
    for kind in Kind::ALL {
        for (p, capacity) in [(0.5, 1_000.0), (0.1, 1_000.0), (0.9, 100.0), (0.0, 1e6)] {
            let changes = [
                (Key::Success, p),
                (Key::Capacity, capacity),
                (Key::Cash, 9e5),
            ];
            let scenario = Scenario::preset(kind).changed(changes).unwrap();
            let simulation = Simulation::run(&scenario, 2, 1);
            let outcome = simulation.outcome();
            let change = simulation.what_would_change(&outcome.futures.as_ref().unwrap().decision);
            let outcomes = [Outcome::of(&scenario), outcome.with_change(change)];
            for outcome in outcomes {
                for why in crate::statement::all_whys(&outcome) {
                    let shown = why.shown.figure.unwrap().quantity;
                    let mut stated = why.working.figures();
                    if !given(shown) && !stated.any(|(_, figure)| figure.quantity != shown) {
                        wrong.push(format!("{shown:?}: {}", why.working));
                    }
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Formulas with their numbers, as they are read.
#[test]
fn formulas_of_what_rests_on_several_plans_read_well() {
    let outcome = changed(Kind::Service, &[(Key::Success, 0.5), (Key::Cash, 7e5)]);
    let say = Say::new(&outcome, USD);
    let test = Quantity::MarketTest {
        hit: 0.8,
        false_alarm: 0.2,
    };
    let msp = Choice::Build(Strategy::Msp);
    let money = |quantity| say.money(quantity);
    let share = |quantity| say.percent(quantity);
    let expected = [
        (
            money(Quantity::KnowingSuccess),
            "If people want it, the best is the scalable version: 50% × $3.29M. If nobody does, it is \
             building nothing: 50% × $0. Both together, less $1.3M for the scalable version without \
             knowing: $343,000.",
        ),
        (
            money(test),
            "After a yes the scalable version is best: 50% × 80% × $3.29M + 50% × 20% × (−$686,000). \
             After a no the scalable version is best: 50% × 20% × $3.29M + 50% × 80% × (−$686,000). \
             Both together, less $1.3M for the scalable version without a test: $0.",
        ),
        (
            share(Quantity::NothingBelow),
            "An MVP with early warning: $638,000 ÷ ($638,000 + $3.09M) = 17.1%.",
        ),
        (
            share(Quantity::PaysFrom(msp)),
            "The scalable version: $686,000 ÷ ($686,000 + $3.29M) = 17.3%.",
        ),
        (
            share(Quantity::WarningLevel),
            "Demand at that moment: 382 ÷ 1,000 = 38.2%.",
        ),
        (
            share(Quantity::CashShort(msp)),
            "Of the cases that people want the product (50%) and that nobody does (50%), those in \
             which the lowest point is deeper than $700,000 together have a chance of 60.5%.",
        ),
        (
            money(Quantity::RegretWanted(Choice::Build(Strategy::MvpLate))),
            "If people want it: $3.29M with the scalable version − $2.47M = $811,000. If nobody does: \
             $0 with building nothing − (−$638,000) = $638,000. Worst case: $811,000.",
        ),
        (
            money(Quantity::BuildMore(Strategy::Msp, Strategy::MvpLive)),
            "$187,500 − $150,000 = $37,500.",
        ),
        (
            say.plain(Quantity::Launch(Strategy::Msp)),
            "10 weeks × 12 ÷ 52 × (1 + 25%) = 2.88 months.",
        ),
    ];
    let found = expected.map(|(span, text)| {
        let found = figure(&span, &outcome, USD).unwrap().working.plain();
        (found == text).then_some(()).ok_or(found)
    });
    assert!(found.iter().all(Result::is_ok), "{found:#?}");
}

/// The inputs that an explanation names are those that move the number, and no other input of the
/// first screen does.
#[test]
fn the_inputs_named_are_those_that_move_the_number() {
    let quantities = [
        Quantity::BuildTotal(Strategy::Msp),
        Quantity::BuildTotal(Strategy::Over),
        Quantity::BuildTotal(Strategy::MvpLate),
        Quantity::WeeksMore(Strategy::Msp),
        Quantity::WeeksMore(Strategy::Over),
        Quantity::Launch(Strategy::Msp),
        Quantity::RebuildCost,
        Quantity::Wall,
        Quantity::WallAfterLaunch,
        Quantity::LastStart,
        Quantity::WarningLevel,
        Quantity::Room(1),
        Quantity::CostBreakEven,
        Quantity::ChanceUnwanted,
    ];
    // Full before month 6, before month 12, and after it: each part of the growth decides once.
    let outcomes = [300.0, 1_000.0, 3_000.0].map(|room| {
        changed(
            Kind::Service,
            &[(Key::Capacity, room), (Key::RebuildMonths, 1.0)],
        )
    });
    for quantity in quantities {
        let why = explained(quantity, &outcomes[0]);
        assert!(!why.and_others, "{quantity:?}");
        let named: Vec<Key> = why.inputs.iter().map(|used| used.key).collect();
        let moves = |key: Key| {
            outcomes.iter().any(|outcome| {
                let value = outcome.scenario[key];
                let moved = if value == 0.0 { 0.5 } else { value * 1.01 };
                let scenario = outcome.scenario.changed([(key, moved)]).unwrap();
                quantity.of(&Outcome::of(&scenario)) != quantity.of(outcome)
            })
        };
        for key in &named {
            assert!(moves(*key), "{quantity:?} does not rest on {key:?}");
        }
        let first_screen = Field::of(Kind::Service).filter(|field| field.tier == 1);
        for field in first_screen.filter(|field| !named.contains(&field.key)) {
            assert!(!moves(field.key), "{quantity:?} rests on {:?}", field.key);
        }
    }
    assert!(figure(&Span::words("so"), &outcomes[0], USD).is_none());
}
