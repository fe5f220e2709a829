//! Every number in a sentence is recomputed from the outcome.

use super::super::{Drawn, Edge, Quantity, Say, Sentence, changes};
use super::named::{NAMED, outcome};
use super::{USD, said};
use crate::field::Key;
use crate::outcome::Outcome;
use crate::strategy::{Choice, Strategy};
use proptest::test_runner::TestCaseError;

/// The value of every figure is the quantity of the outcome to the last bit, the text is that value
/// as its format writes it, and the quantities that matter most are computed here in another way.
pub(super) fn check_figures(outcome: &Outcome, sentence: &Sentence) -> Result<(), TestCaseError> {
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
        if let Some(again) = recomputed(figure.quantity, outcome) {
            let scale = 1e-9 * scale(outcome).max(value.abs());
            if (again - value).abs() > scale {
                return fail(format!("{:?} is {again}, not {value}", figure.quantity));
            }
        }
    }
    Ok(())
}

/// The size of the sums from which small differences are taken.
fn scale(outcome: &Outcome) -> f64 {
    let parts = outcome.plans.iter().flat_map(|plan| {
        let (good, bad) = (&plan.good, &plan.bad);
        [
            good.revenue,
            good.payroll,
            good.terminal,
            good.rebuild,
            bad.payroll,
            good.unit_cost,
        ]
    });
    parts.fold(1.0, |most, part| f64::max(most, part.abs()))
}

/// The quantities of the verdict, from the plans and not from the verdict.
fn recomputed(quantity: Quantity, outcome: &Outcome) -> Option<f64> {
    let s = &outcome.scenario;
    let p = s[Key::Success];
    // Over the futures from the money and the options, which are summed apart from the verdict.
    let futures = outcome.futures.as_ref();
    let bad = |choice: Choice| {
        choice.strategy().map_or(0.0, |d| match futures {
            Some(futures) => futures.fixed.money[d as usize].unwanted.value(),
            None => outcome.plan(d).bad.value(),
        })
    };
    let good = |choice: Choice| {
        choice.strategy().map_or(0.0, |d| match futures {
            Some(_) => outcome.line(choice).good,
            None => outcome.plan(d).good.value(),
        })
    };
    let value = |choice| p * good(choice) + (1.0 - p) * bad(choice);
    let options = || {
        Choice::ALL
            .into_iter()
            .filter(|choice| *choice != Choice::Nothing || s.nothing_allowed())
    };
    let best_of =
        |worth: &dyn Fn(Choice) -> f64| options().map(worth).fold(f64::NEG_INFINITY, f64::max);
    let best = outcome.verdict.best;
    Some(match quantity {
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
            let error = futures.map_or(0.0, |futures| futures.comparisons[0].standard_error);
            (0.05 * s[Key::BuildCost]).max(2.0 * error)
        }
        Quantity::CashEnd(d) => outcome
            .plan(d)
            .path
            .months
            .iter()
            .map(|month| month.net)
            .sum(),
        Quantity::Wall => {
            let wall = outcome.warning.wall?;
            s[Key::BuildWeeks] * 12.0 / 52.0 + wall
        }
        Quantity::GivenUp(choice) => value(best) - value(choice),
        Quantity::KnowingSuccess => {
            p * best_of(&good) + (1.0 - p) * best_of(&bad) - best_of(&value)
        }
        Quantity::Drawn(drawn) => return recomputed_draw(drawn, outcome),
        _ => return None,
    })
}

/// What only the futures know, from the numbers that they hold.
fn recomputed_draw(drawn: Drawn, outcome: &Outcome) -> Option<f64> {
    let futures = outcome.futures.as_ref()?;
    let comparison = |than: Choice| {
        let mut all = futures.comparisons.iter();
        all.find(|comparison| comparison.than == than)
    };
    let lead = |than, edge| {
        let spread = comparison(than)?.lead_if_wanted;
        Some(match edge {
            Edge::Low => spread.p5,
            Edge::Middle => spread.p50,
            Edge::High => spread.p95,
        })
    };
    let option = |choice: Choice| futures.options.iter().find(|known| known.option == choice);
    Some(match drawn {
        Drawn::Draws => f64::from(futures.draws),
        Drawn::Seed => f64::from(futures.seed),
        Drawn::TwoStandardErrors(than) if than == outcome.verdict.next_best => {
            2.0 * outcome.verdict.standard_error
        }
        Drawn::AheadBy(than, edge) => lead(than, edge)?,
        Drawn::BehindBy(than, edge) => -lead(than, edge)?,
        Drawn::AheadIfWanted(than) => comparison(than)?.ahead_if_wanted,
        Drawn::LosesMoney(choice) => option(choice)?.loses_money,
        Drawn::TypicalLoss(choice) => option(choice)?.typical_loss,
        Drawn::LossIfUnwanted => -futures.if_unwanted.value.p50,
        _ => return None,
    })
}

#[test]
fn the_figures_of_all_named_scenarios_hold() {
    for named in &NAMED {
        let outcome = named.outcome();
        check_break_even(&outcome).unwrap_or_else(|error| panic!("{}: {error}", named.name));
        for sentence in said(&outcome, USD).all() {
            check_figures(&outcome, sentence)
                .unwrap_or_else(|error| panic!("{}: {error}", named.name));
        }
    }
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
