//! What stands beside the verdict once futures are drawn: provenance, cash, finding out, honesty.

use super::super::{
    Drawn, Edge, MarketTest, MoneyView, Quantity, Question, alarm, bridge_caption, cash_words,
    finding_out, half_growth, honesty, money_caption, narrower_than_source, other_futures, plain,
    provenance, regret_words, verdict,
};
use super::USD;
use super::named::{MSP, WATCH, outcome, scenario};
use super::over_futures::{PILOT, changed, drawn};
use crate::demand::Demand;
use crate::field::Key::{self, *};
use crate::field::{Kind, Range, Shape};
use crate::outcome::Outcome;
use crate::scenario::{Inputs, Scenario};
use crate::sensitivity::{SwitchPoints, WhatWouldChange};
use crate::simulation::Simulation;
use crate::strategy::{Choice, Strategy};

/// Model specification, sections 12 and 14.3, with the digits that they give.
#[test]
fn the_quantities_are_those_of_the_specification() {
    let drawn = Quantity::Drawn;
    let late = Choice::Build(Strategy::MvpLate);
    let test = Quantity::MarketTest {
        hit: 0.8,
        false_alarm: 0.2,
    };
    let expected = [
        (Quantity::Lead, 9_846.0, 0.5),
        (drawn(Drawn::TwoStandardErrors(WATCH)), 4_382.0, 1.0),
        (drawn(Drawn::AheadBy(WATCH, Edge::Middle)), 175e3, 500.0),
        (drawn(Drawn::BehindBy(WATCH, Edge::Low)), 1.16e6, 5e3),
        (drawn(Drawn::AheadBy(WATCH, Edge::High)), 1.3e6, 5e3),
        (drawn(Drawn::AheadIfWanted(WATCH)), 0.598, 5e-4),
        (drawn(Drawn::AheadIfWanted(late)), 0.93, 5e-3),
        (drawn(Drawn::AheadIfWanted(Choice::Nothing)), 0.9, 5e-3),
        (drawn(Drawn::LossIfUnwanted), 686e3, 600.0),
        (Quantity::MoreThanCheapest, 49_204.0, 0.5),
        (drawn(Drawn::LosesMoney(MSP)), 0.733, 5e-4),
        (drawn(Drawn::TypicalLoss(MSP)), 686e3, 500.0),
        (drawn(Drawn::TypicalLoss(WATCH)), 637e3, 500.0),
        (drawn(Drawn::CashNeeded(MSP, Edge::Middle)), 0.74e6, 5e3),
        (drawn(Drawn::CashNeededOneInTen(MSP)), 0.86e6, 5e3),
        (drawn(Drawn::CashNeededOneInTen(WATCH)), 1.08e6, 5e3),
        (drawn(Drawn::PeakUse(Edge::Middle)), 0.59, 5e-3),
        (drawn(Drawn::Wall(Edge::Middle)), 11.4, 0.05),
        (
            drawn(Drawn::RebuildStart(Strategy::MvpWatch, Edge::Middle)),
            5.4,
            0.05,
        ),
        (Quantity::Value(WATCH), 777e3, 500.0),
        (Quantity::ValueAtRuleOfThumb, 626e3, 500.0),
        (Quantity::KnowingSuccess, 480e3, 500.0),
        (Quantity::KnowingSuccessAnyway, 34e3, 500.0),
        (test, 131e3, 500.0),
        (drawn(Drawn::KnowingQuickFix), 33e3, 500.0),
        (drawn(Drawn::KnowingWrongBet), 56e3, 500.0),
        (drawn(Drawn::KnowingInput(Size)), 92e3, 600.0),
        (drawn(Drawn::KnowingEverything), 564e3, 500.0),
    ];
    for (quantity, value, within) in expected {
        let found = quantity.of(&PILOT).unwrap();
        assert!((found - value).abs() <= within, "{quantity:?}: {found}");
    }
}

#[test]
fn the_provenance_of_a_result() {
    assert_eq!(
        provenance(&PILOT, USD).plain(),
        format!(
            "4,096 futures, seed 1, average lead ±$4,400 (two standard errors), model {}",
            crate::VERSION
        )
    );
    assert_eq!(
        provenance(&outcome("msp"), USD).plain(),
        "with your numbers, no futures drawn yet"
    );
    assert_eq!(
        verdict(&PILOT, USD).kicker.plain(),
        "The answer, over 4,096 futures"
    );
    assert_eq!(
        verdict(&outcome("msp"), USD).kicker.plain(),
        "The answer, with your numbers"
    );
    assert_eq!(verdict(&outcome("msp"), USD).dots, None);
}

#[test]
fn captions_say_what_they_average_over() {
    let footnote = plain(&verdict(&PILOT, USD).footnote);
    assert!(footnote.starts_with(
        "Lines: cash with your numbers if people want the product, as paid. Shaded: nine futures in \
         ten for the scalable version. The verdict also counts the 70 in 100 chance that nobody \
         wants it: you then stop on average at −$640,000 with the simple version,"
    ));
    let bridge = bridge_caption(&PILOT, false, USD).unwrap();
    assert_eq!(
        plain(&bridge),
        "The scalable version against an MVP with early warning: the parts of the lead of +$9,850, on \
         average over the futures and in today's money. What speaks for it most: rebuild \
         (+$69,200); against it: build (−$36,200)."
    );
    assert_eq!(
        plain(&regret_words(&PILOT, USD).caption),
        "How far each plan ends short of the best plan for the case, on average over the futures and \
         in today's money. No plan has a smaller worst case than an MVP with early warning."
    );
    assert_eq!(
        money_caption(&PILOT, MoneyView::Wanted, USD).plain(),
        "On average over the futures in which people want the product: money in and out over 36 \
         months, in today's money, without the chance that a later launch comes too late."
    );
    let never_late = drawn(&changed("msp", &[(Key::DelayPenalty, 0.0)]));
    assert_eq!(
        money_caption(&never_late, MoneyView::Wanted, USD).plain(),
        "On average over the futures in which people want the product: money in and out over 36 \
         months, in today's money."
    );
}

#[test]
fn what_is_shaded_is_the_leader_and_nobody_where_nobody_leads() {
    let shaded = |outcome: &Outcome| plain(&verdict(outcome, USD).footnote).contains("Shaded");
    assert!(shaded(&PILOT));
    assert!(!shaded(&drawn(&changed("msp", &[(Key::Success, 0.02)]))));
    let certain = plain(&verdict(&drawn(&changed("msp", &[(Key::Success, 1.0)])), USD).footnote);
    assert!(
        certain.contains("The verdict counts the chance that a quick fix"),
        "{certain}"
    );
}

#[test]
fn a_test_whose_yes_means_no_is_not_called_right() {
    let swapped = MarketTest {
        hit: 0.2,
        false_alarm: 0.8,
        price: None,
    };
    let all: Vec<String> = rows(&PILOT, swapped)
        .into_iter()
        .map(|(_, text)| text)
        .collect();
    let all = all.join(" ");
    assert!(
        all.contains("says yes 20% of the time if they do and 80% if they do not"),
        "{all}"
    );
    assert!(!all.contains("right 20%"));
}

fn rows(outcome: &Outcome, test: MarketTest) -> Vec<(Question, String)> {
    let rows = finding_out(outcome, USD, test).rows.into_iter();
    rows.map(|row| {
        let text = format!("{}: {} ({})", row.worth.text, row.what, row.advice);
        (row.question, text)
    })
    .collect()
}

#[test]
fn worth_finding_out_what_is_worth_most_first() {
    let texts: Vec<String> = rows(&PILOT, MarketTest::default())
        .into_iter()
        .map(|(_, text)| text)
        .collect();
    assert_eq!(
        texts,
        [
            "$564,000: everything together (up to $564,000; do not pay more)",
            "$480,000: whether people want it, if you could know for certain; only $34,400 if you \
             build anyway (up to $480,000; do not pay more)",
            "$131,000: whether people want it, from a market test that is right 80% of the time (up \
             to $131,000; do not pay more)",
            "$92,500: a tighter number for “How big demand turns out”, the most valuable of all \
             single numbers (up to $92,500; do not pay more)",
            "$55,800: whether it is the right thing to make scalable, from waiting for a change of \
             course to show; what waiting costs is not taken off (up to $55,800; do not pay more)",
            "$33,100: whether a quick fix is enough, from an early load test (up to $33,100; do not \
             pay more)",
        ]
    );
    let coin = MarketTest {
        hit: 0.6,
        false_alarm: 0.6,
        price: None,
    };
    let (_, text) = rows(&PILOT, coin)
        .into_iter()
        .find(|(question, _)| *question == Question::MarketTest)
        .unwrap();
    assert_eq!(
        text,
        "$0: whether people want it, from a market test that says yes 60% of the time if they do and \
         60% if they do not (it cannot change the decision)"
    );
    let before = rows(&outcome("msp"), coin);
    assert_eq!(
        before.iter().map(|row| row.0).collect::<Vec<_>>(),
        [Question::Success, Question::MarketTest]
    );
}

/// The fourth step of the rule: find out first if that is worth more than it costs; the test is
/// worth $131,000.
#[test]
fn a_price_decides_whether_to_find_out_first() {
    let decide = |price: f64| {
        let test = MarketTest {
            price: Some(price),
            ..MarketTest::default()
        };
        let words = finding_out(&PILOT, USD, test);
        (words.find_out_first, words.decision.unwrap().plain())
    };
    assert_eq!(
        decide(20_000.0),
        (
            true,
            "Find out first: the market test costs $20,000 and is worth up to $131,000.".into()
        )
    );
    assert_eq!(
        decide(200_000.0),
        (
            false,
            "Do not pay $200,000 for the market test: it is worth up to $131,000.".into()
        )
    );
    for (price, first) in [(130_000.0, true), (132_000.0, false)] {
        assert_eq!(decide(price).0, first);
        let worth = Quantity::MarketTest {
            hit: 0.8,
            false_alarm: 0.2,
        };
        let worth = worth.of(&PILOT).unwrap();
        let step = PILOT
            .verdict
            .clone()
            .with_price(worth, price)
            .decided_by
            .step();
        assert_eq!(step == 4, first);
    }
}

#[test]
fn the_cash_that_is_needed() {
    let words = cash_words(&PILOT, USD);
    let first = &words.rows[0];
    assert_eq!(first.option, MSP);
    assert_eq!(first.needed.plain(), "$743,000 ($453,000 to $1.39M)");
    assert_eq!(first.one_in_ten.as_ref().unwrap().text, "$864,000");
    assert_eq!(first.short, None);
    assert_eq!(words.rows.len(), 5);
    assert_eq!(
        words.effect.plain(),
        "No limit given: enter what you have under “Cash you have” to see whether it is enough."
    );
    let effect = |scenario: Scenario| cash_words(&drawn(&scenario), USD).effect.plain();
    assert_eq!(
        effect(changed("msp", &[(Cash, 2e6)])),
        "With $2,000,000 the scalable version stays the answer: it needs more in under 1 in 100 of \
         all futures."
    );
    assert_eq!(
        effect(changed("behind", &[(Cash, 9.5e5), (Success, 0.2)])),
        "With $950,000 the answer is the scalable version; without a limit it would be an MVP with \
         early warning, which needs more in 11 in 100 of all futures."
    );
    assert_eq!(
        effect(changed("msp", &[(Cash, 5e5), (NothingAllowed, 0.0)])),
        "With $500,000 no plan gets by: the scalable version stays the answer, but needs more in 95 \
         in 100 of all futures."
    );
    assert_eq!(
        effect(changed("nothing", &[(Cash, 5e5)])),
        "With $500,000 or with more, building nothing stays the answer."
    );
    let before = cash_words(&outcome("msp"), USD);
    let low_point = outcome("msp").plan(Strategy::Msp).path.low_point;
    assert_eq!(before.columns[1], "With your numbers");
    let figure = before.rows[0].needed.figures().next().unwrap().1;
    assert_eq!(figure.value, -low_point);
    assert_eq!(before.rows[0].one_in_ten, None);
}

/// Before futures are drawn the worlds at the best guesses are all futures there are.
#[test]
fn cash_decides_with_your_numbers_too() {
    let poor = Outcome::of(&changed("msp", &[(Cash, 1e5)]));
    let words = verdict(&poor, USD);
    assert_eq!(words.headline.plain(), "Build nothing yet.");
    assert_eq!(
        plain(&words.lead),
        "You have $100,000: the scalable version, the best plan on average, needs more in over 99 in \
         100 of all futures, and no other plan that pays gets by with it. With cash enough, the \
         scalable version would bring $1.3M on average."
    );
}

fn with_range(key: Key, range: Option<Range>) -> Scenario {
    Scenario::new(Inputs {
        values: vec![(Success, 0.5)],
        ranges: vec![(key, range)],
        ..Inputs::preset(Kind::Service)
    })
    .unwrap()
}

#[test]
fn narrow_ranges_are_named() {
    let premium = |low, high| {
        let range = Range {
            low,
            high,
            shape: Shape::Normal,
        };
        with_range(Premium, Some(range))
    };
    assert_eq!(narrower_than_source(&scenario("msp")), []);
    assert_eq!(narrower_than_source(&premium(0.2, 0.3)), []);
    assert_eq!(narrower_than_source(&premium(0.1, 0.6)), []);
    assert_eq!(narrower_than_source(&premium(0.24, 0.26)), [Premium]);
    assert_eq!(narrower_than_source(&with_range(Size, None)), [Size]);
    // Moved along with its best guess a range is as wide as before.
    let moved = changed("msp", &[(Premium, 0.5), (Capacity, 3000.0)]);
    assert_eq!(narrower_than_source(&moved), []);
    assert_eq!(
        honesty(&Outcome::of(&premium(0.24, 0.26)), USD, None)[0].plain(),
        "The range of “Extra for the scalable version” is narrower than the one its source gives: \
         the answer may look surer than it is."
    );
    let certain = Inputs::preset(Kind::Service).with_only_ranges([]);
    let certain = Outcome::of(&Scenario::new(certain).unwrap());
    assert_eq!(
        honesty(&certain, USD, None)[0].plain(),
        "The ranges of “What one user brings in”, “Extra for the scalable version”, “Extra for \
         rebuilding it later” and others are narrower than those their sources give: the answer may \
         look surer than it is."
    );
}

#[test]
fn half_the_growth_is_half_above_launch() {
    let half = half_growth(&scenario("msp")).unwrap();
    assert_eq!([half[UsersMonth6], half[UsersMonth12]], [300.0, 1050.0]);
    assert_eq!(half[UsersAtLaunch], 100.0);
    assert_eq!(half_growth(&changed("msp", &[(Size, 0.8)])), None);
    assert_eq!(half_growth(&scenario("fades")), None);
    let points = Demand::Points {
        months: vec![0.0, 9.0],
        users: vec![100.0, 900.0],
    };
    let points = Scenario::with(Kind::Service, [], points).unwrap();
    assert_eq!(half_growth(&points).unwrap().curve().at(9.0), 500.0);
    let said = |name: &str| {
        let half = drawn(&half_growth(&scenario(name)).unwrap());
        honesty(&drawn(&scenario(name)), USD, Some(&half))[0].plain()
    };
    assert_eq!(
        said("msp"),
        "Growth is taken at your plan or above; with half the growth the answer stays the same."
    );
    assert_eq!(
        said("hardware_close_to_nothing"),
        "Growth is taken at your plan or above; with half the growth the answer would be “Build \
         nothing yet”."
    );
}

#[test]
fn room_that_nobody_uses_is_named() {
    assert_eq!(honesty(&PILOT, USD, None), []);
    let idle = drawn(&scenario("hardware_close_to_nothing"));
    assert_eq!(
        plain(&honesty(&idle, USD, None)),
        "In the middle future the scalable version uses 19% of its room at its peak (range: 6.4% to \
         57%); nobody needs the rest."
    );
}

#[test]
fn an_answer_that_hangs_on_one_number_says_so() {
    let input = |key, chance_other_best| SwitchPoints {
        key,
        interval: [0.1, 10.0],
        switches: Vec::new(),
        best_at_ends: [MSP, WATCH],
        chance_other_best,
        inside_range: None,
        distance: Some(1.0),
    };
    let said = |chances: [Option<f64>; 2], complete| {
        let [size, speed] = chances;
        let change = WhatWouldChange {
            tornado: None,
            switch_points: vec![input(Size, size), input(Speed, speed)],
            complete,
        };
        plain(&honesty(&PILOT.clone().with_change(change), USD, None))
    };
    assert_eq!(
        said([Some(0.58), Some(0.2)], true),
        "The answer hangs on one number, “How big demand turns out”: the chance that it lies where \
         another plan is best is about 6 in 10."
    );
    assert_eq!(said([Some(0.58), Some(0.26)], true), "");
    assert_eq!(said([Some(0.2), None], true), "");
    assert_eq!(said([Some(0.58), Some(0.2)], false), "");
}

/// Model specification, section 12: $777k at the best alarm, $626k at 65 %; at the best guesses
/// $480k and $419k.
#[test]
fn the_alarm_beside_the_rule_of_thumb() {
    let said = |outcome: &Outcome| alarm(outcome, USD).unwrap().plain();
    assert_eq!(
        said(&PILOT),
        "An MVP with early warning is compared at its best alarm, 20% of its room: worth $777,000 on \
         average. By the rule of thumb, 65%, it would be $626,000."
    );
    let before = Outcome::of(&Scenario::preset(Kind::Service));
    let value = Quantity::ValueAtRuleOfThumb.of(&before).unwrap();
    assert!((value - 419e3).abs() < 500.0, "{value}");
    let given = Outcome::of(&changed("msp", &[(AlarmWatch, 0.65)]));
    assert!(said(&given).contains("the alarm that you gave, 65% of its room"));
    assert!(said(&given).ends_with("That is the rule of thumb, too."));
}

#[test]
fn other_futures_say_how_far_they_moved() {
    let seeds = [1, 2].map(|seed| Simulation::run(&scenario("msp"), 64, seed).outcome());
    let [first, second] = &seeds;
    let text = other_futures(first, second, USD).plain();
    assert!(
        text.starts_with("The average lead is +$")
            && text.contains(" for the scalable version with seed 2"),
        "{text}"
    );
    assert!(
        text.ends_with(", and was +$49,800 with seed 1; the answer stays the same."),
        "{text}"
    );
    let other = drawn(&scenario("nothing"));
    let text = other_futures(&other, first, USD).plain();
    assert!(
        text.contains("for building nothing with seed 1; the answer was “Build nothing yet”."),
        "{text}"
    );
}
