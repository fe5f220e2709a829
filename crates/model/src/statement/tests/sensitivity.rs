use super::super::tests::fault;
use super::*;
use crate::scenario::Scenario;
use crate::sensitivity::WhatWouldChange;
use crate::simulation::Simulation;
use crate::strategy::Strategy;

const USD: Currency = Currency::Dollar;
const MSP: Choice = Choice::Build(Strategy::Msp);
const WATCH: Choice = Choice::Build(Strategy::MvpWatch);
const NOTHING: Choice = Choice::Nothing;

fn points(
    key: Key,
    switches: &[(f64, Choice, Choice)],
    chance: Option<f64>,
    inside: bool,
) -> SwitchPoints {
    let switches = switches
        .iter()
        .map(|(value, best_below, best_above)| Switch {
            value: *value,
            best_below: *best_below,
            best_above: *best_above,
            chance_below: None,
            users_month_12: None,
        });
    SwitchPoints {
        key,
        interval: [0.0, 1.0],
        switches: switches.collect(),
        best_at_ends: [MSP, MSP],
        chance_other_best: chance,
        inside_range: chance.map(|_| inside),
        distance: Some(1.0),
    }
}

/// The defaults of the service with the values of section 14.7.
fn words_of(switch_points: Vec<SwitchPoints>, complete: bool) -> ChangeWords {
    let mut outcome = Outcome::of(&Scenario::preset(Kind::Service));
    outcome.verdict.best = MSP;
    outcome.verdict.recommended = MSP;
    outcome.verdict.too_close = false;
    let change = WhatWouldChange {
        tornado: None,
        switch_points,
        complete,
    };
    changes_of_mind(&outcome.with_change(change), USD)
}

#[track_caller]
fn check(input: SwitchPoints, expected: &[&str]) {
    let words = words_of(vec![input], true);
    let said = words.rows[0].changes.iter();
    let said: Vec<String> = said
        .map(|change| format!("{}: {}", change.condition.plain(), change.becomes.text))
        .collect();
    assert_eq!(said, expected);
}

#[test]
fn a_condition_says_where_another_plan_is_the_best() {
    let watch = "an MVP with early warning";
    check(
        points(Key::Success, &[(0.25, WATCH, MSP)], Some(0.38), true),
        &[&format!("falls below 25%: {watch}")],
    );
    check(
        points(Key::QuickFix, &[(0.328, MSP, WATCH)], Some(0.34), true),
        &[&format!("rises above 32.8%: {watch}")],
    );
    check(
        points(Key::RebuildMonths, &[(3.95, WATCH, MSP)], Some(0.48), true),
        &[&format!("falls below 3.95 months: {watch}")],
    );
    // The user's own 50% is beyond the point.
    check(
        points(Key::WordOfMouth, &[(0.508, WATCH, MSP)], Some(0.51), true),
        &[&format!("is below 50.8%: {watch}")],
    );
    check(
        points(
            Key::UserMargin,
            &[(24.7, NOTHING, MSP), (53.4, MSP, WATCH)],
            Some(0.2),
            true,
        ),
        &[
            "falls below $24.70: building nothing",
            &format!("rises above $53.40: {watch}"),
        ],
    );
    check(
        points(
            Key::Capacity,
            &[(650.0, WATCH, MSP), (1530.0, MSP, WATCH)],
            Some(0.2),
            true,
        ),
        &[&format!("leaves 650 to 1,530: {watch}")],
    );
    // 100 users at launch and 2,000 after twelve months: 100 + 1,900 times the size.
    check(
        points(
            Key::Size,
            &[
                (0.653, NOTHING, MSP),
                (1.28, MSP, WATCH),
                (10.8, WATCH, MSP),
            ],
            Some(0.58),
            true,
        ),
        &[
            "falls below 1,340: building nothing",
            &format!("lies between 2,530 and 20,600: {watch}"),
        ],
    );
}

#[test]
fn the_most_decisive_come_first_and_the_others_are_named() {
    let rows = vec![
        points(Key::OverPremium, &[], Some(0.0), false),
        points(Key::BuildCost, &[(105_271.0, WATCH, MSP)], None, false),
        points(Key::Speed, &[(0.5, WATCH, MSP)], Some(0.4), false),
        points(Key::Success, &[(0.25, WATCH, MSP)], Some(0.38), true),
        points(Key::FreezeLoss, &[(0.233, WATCH, MSP)], Some(0.44), true),
    ];
    let words = words_of(rows, true);
    let order: Vec<Key> = words.rows.iter().map(|row| row.points.key).collect();
    assert_eq!(
        order,
        [Key::FreezeLoss, Key::Success, Key::Speed, Key::BuildCost]
    );
    let chances: Vec<String> = words.rows.iter().map(|row| row.chance.plain()).collect();
    assert_eq!(
        chances,
        [
            "chance: about 4 in 10",
            "chance: about 4 in 10",
            "chance: about 4 in 10",
            "chance: no range given"
        ]
    );
    assert_eq!(words.rows[1].yours.plain(), "you: 30%");
    assert!(
        words.subtitle[0]
            .plain()
            .starts_with("Two of your ranges contain a point")
    );
    assert_eq!(
        words.closing.last().map(Sentence::plain).as_deref(),
        Some("No value of “Extra for the over-built version” that was tried changes the answer.")
    );
}

#[test]
fn what_is_not_known_yet_is_said_to_be_computed() {
    for outcome in Kind::ALL.map(|kind| Outcome::of(&Scenario::preset(kind))) {
        let words = changes_of_mind(&outcome, USD);
        assert!(!words.complete && words.rows.is_empty() && words.closing.is_empty());
        assert!(words.subtitle[0].plain().contains("being computed"));
        assert!(
            tornado_words(&outcome, USD).note[0]
                .plain()
                .contains("being computed")
        );
    }
    let some = words_of(
        vec![points(
            Key::Success,
            &[(0.25, WATCH, MSP)],
            Some(0.38),
            true,
        )],
        false,
    );
    assert!(some.subtitle[0].plain().contains("being computed") && some.rows.len() == 1);
}

#[test]
fn values_are_written_with_their_short_unit() {
    let outcome = Outcome::of(&Scenario::preset(Kind::Service));
    let value = |key, value| moved_value(&outcome, key, value, USD);
    assert_eq!(value(Key::Speed, 0.956), "0.956×");
    assert_eq!(value(Key::DelayPenalty, 0.0359), "3.59%");
    assert_eq!(value(Key::BuildCost, 105_271.0), "$105,000");
    assert_eq!(value(Key::RebuildMonths, 1.0), "1 month");
}

#[test]
fn simulated_answers_are_said_in_plain_words() {
    for kind in Kind::ALL {
        let scenario = Scenario::preset(kind);
        let simulation = Simulation::run(&scenario, 4, 1);
        let outcome = simulation.outcome();
        let decision = outcome
            .futures
            .as_ref()
            .map(|futures| futures.decision.clone());
        let change = simulation.what_would_change(&decision.unwrap());
        let outcome = outcome.with_change(change);
        let mut partial = outcome.clone();
        partial.change = partial.change.map(|change| WhatWouldChange {
            complete: false,
            ..change
        });
        let first = "so far, from the first 512 futures";
        let last = |outcome: &Outcome| tornado_words(outcome, USD).note.last().map(Sentence::plain);
        assert_eq!(
            last(&partial).as_deref(),
            Some("So far, from the first 512 futures.")
        );
        assert_ne!(last(&partial), last(&outcome));
        assert!(
            changes_of_mind(&partial, USD).subtitle[0]
                .plain()
                .contains(first)
        );
        let words = changes_of_mind(&outcome, USD);
        assert!(words.complete);
        let mut said: Vec<String> = words
            .subtitle
            .iter()
            .chain(&words.closing)
            .map(Sentence::plain)
            .collect();
        said.extend(
            tornado_words(&outcome, USD)
                .note
                .iter()
                .map(Sentence::plain),
        );
        for row in &words.rows {
            assert!(!row.changes.is_empty(), "{row:?}");
            said.extend([row.yours.plain(), row.chance.plain()]);
            said.extend(row.changes.iter().map(|change| change.condition.plain()));
        }
        for text in said {
            assert_eq!(fault(&text), None, "{text}");
        }
    }
}
