//! Every number in a sentence is recomputed from the outcome.

use super::super::{Drawn, Quantity, Say, Sentence, changes};
use super::afresh::{Afresh, Number};
use super::named::{NAMED, outcome};
use super::{USD, said};
use crate::field::Key;
use crate::outcome::Outcome;
use crate::projection::Component;
use crate::simulation::Simulation;
use crate::strategy::{Choice, Strategy};
use proptest::test_runner::TestCaseError;

/// An outcome with its futures run once more, and the quantities that have been worked out again.
pub(super) struct Checked<'a> {
    outcome: &'a Outcome,
    afresh: Afresh<'a>,
    done: Vec<Quantity>,
    /// How many quantities were worked out again.
    pub worked_out: usize,
}

impl<'a> Checked<'a> {
    pub(super) fn of(outcome: &'a Outcome) -> Self {
        Self {
            outcome,
            afresh: Afresh::of(outcome),
            done: Vec::new(),
            worked_out: 0,
        }
    }
}

/// The value of every figure is the quantity of the outcome to the last bit, the text is that value
/// as its format writes it, and the quantities are worked out here in another way, from the paths.
pub(super) fn check_figures(
    checked: &mut Checked<'_>,
    sentence: &Sentence,
) -> Result<(), TestCaseError> {
    let outcome = checked.outcome;
    let fail = |reason: String| Err(TestCaseError::fail(format!("{reason} in {sentence}")));
    for (span, figure) in sentence.figures() {
        let Some(value) = figure.quantity.of(outcome) else {
            return fail(format!("{:?} does not exist", figure.quantity));
        };
        if value.to_bits() != figure.value.to_bits() {
            return fail(format!(
                "{:?} is {value}, not {}",
                figure.quantity, figure.value
            ));
        }
        let text = figure.format.text(value, USD);
        let said = span.text.to_lowercase();
        if said != text.to_lowercase() && said != "best" {
            return fail(format!(
                "{:?} is {text}, not {}",
                figure.quantity, span.text
            ));
        }
        if checked.done.contains(&figure.quantity) {
            continue;
        }
        checked.done.push(figure.quantity);
        let again = checked.afresh.number(figure.quantity);
        let again = again.or_else(|| recomputed(figure.quantity, outcome, &checked.afresh));
        if let Some(again) = again {
            checked.worked_out += 1;
            let size = if again.money { scale(outcome) } else { 1.0 };
            let precision = if again.money { 1e-9 } else { 1e-7 };
            let noise = precision * size.max(value.abs());
            if value < again.least - noise || value > again.most + noise || again.least.is_nan() {
                return fail(format!("{:?} is {again:?}, not {value}", figure.quantity));
            }
        }
    }
    Ok(())
}

/// The size of the sums from which small differences are taken.
fn scale(outcome: &Outcome) -> f64 {
    let parts = outcome.plans.iter().flat_map(|plan| [plan.good, plan.bad]);
    let drawn = outcome
        .futures
        .iter()
        .flat_map(|futures| futures.fixed.money);
    let drawn = drawn.flat_map(|money| [money.wanted, money.unwanted]);
    let sums = parts.chain(drawn).flat_map(|parts| {
        let signed = Component::ALL.map(|component| parts.signed(component));
        signed.into_iter().chain([parts.lost_revenue])
    });
    sums.fold(1.0, |most, sum| f64::max(most, sum.abs()))
}

/// The quantities of the verdict, from what each option is worth and not from the verdict.
fn recomputed(quantity: Quantity, outcome: &Outcome, afresh: &Afresh<'_>) -> Option<Number> {
    let s = &outcome.scenario;
    let p = s[Key::Success];
    let good = |choice: Choice| afresh.good(choice);
    let bad = |choice: Choice| afresh.bad(choice);
    let value = |choice| p * good(choice) + (1.0 - p) * bad(choice);
    let options = || {
        Choice::ALL
            .into_iter()
            .filter(|choice| *choice != Choice::Nothing || s.nothing_allowed())
    };
    let best_of =
        |worth: &dyn Fn(Choice) -> f64| options().map(worth).fold(f64::NEG_INFINITY, f64::max);
    let best = outcome.verdict.best;
    let number = match quantity {
        Quantity::Lead => {
            let others = options().filter(|choice| *choice != best).map(value);
            value(best) - others.fold(f64::NEG_INFINITY, f64::max)
        }
        Quantity::LeadOverOther => {
            let others = options()
                .filter(|choice| !choice.same_product(best))
                .map(value);
            value(best) - others.fold(f64::NEG_INFINITY, f64::max)
        }
        Quantity::Value(choice) => value(choice),
        Quantity::AverageLoss(choice) => -value(choice),
        Quantity::Good(choice) => good(choice),
        Quantity::Bad(choice) => bad(choice),
        Quantity::Loss(choice) => -bad(choice),
        Quantity::GoodLead(a, b) => good(a) - good(b),
        Quantity::BadLead(a, b) => bad(a) - bad(b),
        Quantity::MoreThanCheapest => {
            let built = Strategy::ALL.map(|d| bad(Choice::Build(d)));
            let least = built.into_iter().fold(f64::NEG_INFINITY, f64::max);
            least - bad(outcome.verdict.recommended)
        }
        Quantity::RegretWanted(choice) => best_of(&good) - good(choice),
        Quantity::RegretUnwanted(choice) => best_of(&bad) - bad(choice),
        Quantity::WorstRegret(choice) => {
            (best_of(&good) - good(choice)).max(best_of(&bad) - bad(choice))
        }
        Quantity::Threshold => {
            let next = Drawn::TwoStandardErrors(outcome.verdict.next_best);
            let errors = afresh.number(Quantity::Drawn(next));
            (0.05 * s[Key::BuildCost]).max(errors.map_or(0.0, |errors| errors.most))
        }
        Quantity::GivenUp(choice) => value(best) - value(choice),
        Quantity::KnowingSuccess => {
            p * best_of(&good) + (1.0 - p) * best_of(&bad) - best_of(&value)
        }
        Quantity::KnowingSuccessAnyway => {
            let highest = |worth: &dyn Fn(Choice) -> f64| {
                let built = Strategy::ALL.map(Choice::Build).into_iter();
                built.map(worth).fold(f64::NEG_INFINITY, f64::max)
            };
            p * highest(&good) + (1.0 - p) * highest(&bad) - highest(&value)
        }
        // By what one believes after each answer.
        Quantity::MarketTest { hit, false_alarm } => {
            let answers = [(hit, false_alarm), (1.0 - hit, 1.0 - false_alarm)];
            let after: f64 = answers
                .into_iter()
                .map(|(wanted, unwanted)| {
                    let chance = p * wanted + (1.0 - p) * unwanted;
                    if chance <= 0.0 {
                        return 0.0;
                    }
                    let then = p * wanted / chance;
                    chance * best_of(&|choice| then * good(choice) + (1.0 - then) * bad(choice))
                })
                .sum();
            (after - best_of(&value)).max(0.0)
        }
        Quantity::ChanceUnwanted => 1.0 - p,
        Quantity::PaysFrom(choice) => {
            return Some(share(level(|p| p * good(choice) + (1.0 - p) * bad(choice))));
        }
        Quantity::NothingBelow => {
            let built = Strategy::ALL.map(|d| {
                let choice = Choice::Build(d);
                (good(choice), bad(choice))
            });
            let highest = |p: f64| {
                let worth = built.map(|(good, bad)| p * good + (1.0 - p) * bad);
                worth.into_iter().fold(f64::NEG_INFINITY, f64::max)
            };
            return Some(share(level(highest)));
        }
        Quantity::Part(component) => {
            let [wanted, unwanted] = afresh.parts_of_lead(outcome.verdict.next_best, component);
            wanted + unwanted
        }
        Quantity::PartWanted(component) => {
            afresh.parts_of_lead(outcome.verdict.next_best, component)[0]
        }
        Quantity::PartUnwanted(component) => {
            afresh.parts_of_lead(outcome.verdict.next_best, component)[1]
        }
        Quantity::PartOther(component) => {
            let (other, _) = outcome.verdict.next_other?;
            let [wanted, unwanted] = afresh.parts_of_lead(other, component);
            wanted + unwanted
        }
        Quantity::ValueAtRuleOfThumb => {
            let watched = Choice::Build(Strategy::MvpWatch);
            p * afresh.watched_at(0.65) + (1.0 - p) * bad(watched)
        }
        Quantity::Drawn(Drawn::Draws) => f64::from(outcome.futures.as_ref()?.draws),
        Quantity::Drawn(Drawn::Seed) => f64::from(outcome.futures.as_ref()?.seed),
        _ => return None,
    };
    Some(Number {
        least: number,
        most: number,
        money: true,
    })
}

fn share(value: f64) -> Number {
    Number::from(value)
}

/// The first chance of success at which something that rises with it is not below zero; 1 if it is
/// everywhere.
fn level(worth: impl Fn(f64) -> f64) -> f64 {
    if worth(0.0) >= 0.0 {
        return 0.0;
    }
    let (mut low, mut high) = (0.0, 1.0);
    for _ in 0..60 {
        let middle = f64::midpoint(low, high);
        if worth(middle) >= 0.0 {
            high = middle;
        } else {
            low = middle;
        }
    }
    high
}

#[test]
fn the_figures_of_all_named_scenarios_hold() {
    let mut wrong = Vec::new();
    for named in &NAMED {
        let few = Simulation::run(&named.scenario(), 2, 1).outcome();
        for outcome in [named.outcome(), few] {
            check_break_even(&outcome).unwrap_or_else(|error| panic!("{}: {error}", named.name));
            let mut checked = Checked::of(&outcome);
            for sentence in said(&outcome, USD).all() {
                if let Err(error) = check_figures(&mut checked, sentence) {
                    wrong.push(format!("{}: {error}", named.name));
                }
            }
            let least = if outcome.futures.is_some() { 60 } else { 40 };
            assert!(
                checked.worked_out >= least,
                "{}: only {} numbers were worked out again",
                named.name,
                checked.worked_out
            );
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// At a break-even the two plans are worth the same: the one thing a reader can check by typing it.
#[test]
fn at_the_break_even_the_plans_are_level() {
    for name in ["msp", "too_close", "nothing", "hardware"] {
        let before = outcome(name);
        let changes = [before.verdict.down, before.verdict.up];
        for change in changes.into_iter().flatten() {
            let scenario = before.scenario.changed([(Key::Success, change.p)]).unwrap();
            let at = Outcome::of(&scenario);
            let gap =
                at.line(before.verdict.best).value(change.p) - at.line(change.to).value(change.p);
            assert!(gap.abs() < 1e-6, "{name}: {gap}");
        }
    }
}

/// Beyond a break-even the other option is better, and where none is named the best plan is best at
/// every chance.
pub(super) fn check_break_even(outcome: &Outcome) -> Result<(), TestCaseError> {
    let tolerance = 1e-6 * scale(outcome);
    let best = outcome.line(outcome.verdict.best);
    let [down, up] = changes(&Say::new(outcome, USD));
    let ends = [
        (down, outcome.verdict.down.map_or(0.0, |at| at.p), 0.0),
        (up, outcome.verdict.up.map_or(1.0, |at| at.p), 1.0),
    ];
    for (change, at, end) in ends {
        let beyond = if let Some(change) = change {
            let step = 1e-4 * (end - at);
            outcome.line(change.to).value(at + step) - best.value(at + step)
        } else {
            let lines = outcome.lines.iter();
            let highest = lines
                .map(|line| line.value(end))
                .fold(f64::NEG_INFINITY, f64::max);
            best.value(end) - highest
        };
        if beyond < -tolerance {
            return Err(TestCaseError::fail(format!("{change:?} at {at}: {beyond}")));
        }
    }
    Ok(())
}

/// What the words call the cost of a build and of a rebuild is what the path pays.
#[test]
fn costs_are_those_of_the_path() {
    for name in ["msp", "hardware", "hardware_msp"] {
        let outcome = outcome(name);
        for strategy in Strategy::ALL {
            let said = Quantity::BuildTotal(strategy).of(&outcome).unwrap();
            let paid = outcome.plan(strategy).path.sums.build;
            assert!(
                (said - paid).abs() < 1e-6,
                "{name} {strategy:?}: {said} {paid}"
            );
        }
        let late = &outcome.plan(Strategy::MvpLate).path;
        assert_eq!(late.ending.rebuilds, 1, "{name}: one full rebuild");
        let said = Quantity::RebuildCost.of(&outcome).unwrap();
        assert!((said - late.sums.rebuild).abs() < 1e-6, "{name}: {said}");
        let weeks = Quantity::WeeksMore(Strategy::Msp).of(&outcome).unwrap();
        let later = outcome.plan(Strategy::Msp).path.launch - late.launch;
        assert!((weeks * 12.0 / 52.0 - later).abs() < 1e-9);
        assert_eq!(weeks, outcome.checks.premium_weeks);
    }
}
