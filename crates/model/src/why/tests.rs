//! The whys, held to the engine.

use super::{Alarm, Worked, figure, input, result};
use crate::field::{FIELDS, Field, Key, Kind};
use crate::outcome::Outcome;
use crate::projection::Component;
use crate::scenario::Scenario;
use crate::statement::{Format, Quantity, Say, Span};
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
        let span = Say::new(&outcomes[0], USD).figure(quantity, Format::Plain(Precision::Exact));
        let why = figure(&span, &outcomes[0], USD).unwrap();
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
