//! Scenarios with a name: one for each state that the words know.

use super::super::State;
use super::{USD, explained, fault, is_closed, said};
use crate::demand::Demand;
use crate::field::Key::{self, *};
use crate::field::Kind::{self, Hardware, Service};
use crate::outcome::Outcome;
use crate::scenario::Scenario;
use crate::strategy::{Choice, Strategy};
use crate::text::write::Currency;

pub(super) const LIVE: Choice = Choice::Build(Strategy::MvpLive);
pub(super) const LATE: Choice = Choice::Build(Strategy::MvpLate);
pub(super) const WATCH: Choice = Choice::Build(Strategy::MvpWatch);
pub(super) const MSP: Choice = Choice::Build(Strategy::Msp);
pub(super) const OVER: Choice = Choice::Build(Strategy::Over);
pub(super) const NOTHING: Choice = Choice::Nothing;

use State::{Clear, Product, TooClose};

/// A named scenario with the state it is there for.
pub(super) struct Named {
    pub name: &'static str,
    kind: Kind,
    changes: &'static [(Key, f64)],
    state: State,
}

const fn named(
    name: &'static str,
    kind: Kind,
    changes: &'static [(Key, f64)],
    state: State,
) -> Named {
    Named {
        name,
        kind,
        changes,
        state,
    }
}

pub(super) static NAMED: [Named; 47] = [
    named("msp", Service, &[(Success, 0.5)], Clear(MSP)),
    named("pilot", Service, &[], Clear(MSP)),
    named(
        "msp_over_nothing",
        Service,
        &[(Success, 0.5), (Premium, 0.0)],
        Clear(MSP),
    ),
    named("certain", Service, &[(Success, 1.0)], Clear(MSP)),
    named("too_close", Service, &[(Success, 0.18)], TooClose),
    named("nothing", Service, &[(Success, 0.08)], Clear(NOTHING)),
    named("hopeless", Service, &[(Success, 0.0)], Clear(NOTHING)),
    named(
        "nobody_pays",
        Service,
        &[(Success, 0.9), (UserMargin, 1.0)],
        Clear(NOTHING),
    ),
    named(
        "hopeless_anyway",
        Service,
        &[(Success, 0.0), (NothingAllowed, 0.0)],
        Product(LATE),
    ),
    named(
        "behind",
        Service,
        &[(Success, 0.1), (NothingAllowed, 0.0)],
        Clear(WATCH),
    ),
    named(
        "never_full",
        Service,
        &[(Success, 0.5), (Capacity, 1e6)],
        Product(LIVE),
    ),
    named(
        "full_at_launch",
        Service,
        &[(Success, 0.5), (Capacity, 50.0)],
        Clear(MSP),
    ),
    named(
        "late_beats_watched",
        Service,
        &[
            (Success, 0.5),
            (Premium, 1.0),
            (AlarmWatch, 0.5),
            (AlarmLate, 0.3),
        ],
        Clear(LATE),
    ),
    named(
        "live",
        Service,
        &[
            (Success, 0.5),
            (RebuildCost, 30.0),
            (Premium, 5.0),
            (SignupLoss, 0.0),
            (SlowChurn, 0.0),
            (Capacity, 1500.0),
        ],
        Clear(LIVE),
    ),
    named(
        "over",
        Service,
        &[(Success, 0.5), (RebuildMonths, 60.0), (Premium, 3.0)],
        Clear(OVER),
    ),
    named(
        "six_months",
        Service,
        &[(Success, 0.5), (Horizon, 6.0)],
        Clear(NOTHING),
    ),
    named(
        "twelve_months",
        Service,
        &[(Success, 0.8), (Horizon, 12.0), (TerminalMonths, 30.0)],
        Clear(LIVE),
    ),
    named(
        "free_build",
        Service,
        &[(Success, 0.5), (BuildCost, 1.0)],
        Clear(WATCH),
    ),
    named(
        "rich",
        Service,
        &[(Success, 0.1), (UserMargin, 5000.0)],
        Clear(WATCH),
    ),
    named(
        "watched_from_a_level",
        Service,
        &[(Success, 0.5), (Premium, 1.0), (AlarmWatch, 0.6)],
        Clear(WATCH),
    ),
    named(
        "unfinished",
        Service,
        &[
            (Success, 0.5),
            (Premium, 8.0),
            (OverPremium, 10.0),
            (RebuildMonths, 33.0),
            (RebuildCost, 0.2),
            (FreezeLoss, 0.0),
            (SignupLoss, 0.0),
        ],
        Clear(WATCH),
    ),
    named(
        "one_week_more",
        Service,
        &[(Success, 0.5), (Premium, 0.1)],
        Clear(MSP),
    ),
    named(
        "full_rebuild",
        Service,
        &[(Success, 0.5), (RebuildMonths, 9.0)],
        Clear(MSP),
    ),
    named(
        "features_go_on",
        Service,
        &[(Success, 0.5), (Freeze1, 0.0)],
        Clear(WATCH),
    ),
    named(
        "half_stops",
        Service,
        &[(Success, 0.5), (Freeze1, 0.5)],
        Clear(MSP),
    ),
    named(
        "no_doubts",
        Service,
        &[(Success, 0.5), (QuickFix, 0.0), (WrongBet, 0.0)],
        Clear(MSP),
    ),
    named("a_fraction", Service, &[(Success, 0.333)], Clear(MSP)),
    named(
        "millions",
        Service,
        &[
            (Success, 0.5),
            (BuildCost, 3e7),
            (Payroll, 2e6),
            (UsersAtLaunch, 1e4),
            (UsersMonth6, 5e4),
            (UsersMonth12, 2e5),
            (Ceiling, 6.5e5),
            (Capacity, 1e5),
        ],
        Clear(MSP),
    ),
    named(
        "fades",
        Service,
        &[(Success, 0.5), (UsersMonth6, 90.0), (UsersMonth12, 80.0)],
        Clear(NOTHING),
    ),
    named(
        "cash_decides",
        Service,
        &[(Success, 0.2), (NothingAllowed, 0.0), (Cash, 9.5e5)],
        TooClose,
    ),
    named(
        "no_plan_gets_by",
        Service,
        &[(Success, 0.5), (Cash, 1e5), (NothingAllowed, 0.0)],
        Clear(MSP),
    ),
    named(
        "cash_enough",
        Service,
        &[(Success, 0.5), (Cash, 5e6)],
        Clear(MSP),
    ),
    named(
        "crowded_at_launch",
        Service,
        &[(Success, 0.5), (Capacity, 20.0)],
        Clear(NOTHING),
    ),
    named(
        "full_soon",
        Service,
        &[(Success, 0.5), (Capacity, 300.0), (RebuildMonths, 7.0)],
        Clear(MSP),
    ),
    named(
        "half_a_month",
        Service,
        &[(Success, 0.5), (RebuildMonths, 0.5), (Premium, 0.05)],
        Clear(MSP),
    ),
    named(
        "quick_fix",
        Service,
        &[(Success, 0.5), (QuickFix, 1.0)],
        Clear(WATCH),
    ),
    named(
        "cash_forbids",
        Service,
        &[(Success, 0.5), (Cash, 7e5)],
        Clear(NOTHING),
    ),
    named(
        "every_plan_loses",
        Service,
        &[(Success, 0.02), (NothingAllowed, 0.0)],
        Clear(WATCH),
    ),
    named("hardware", Hardware, &[], Clear(WATCH)),
    named(
        "hardware_dear_parts",
        Hardware,
        &[(Success, 0.6), (ExtraParts, 60.0)],
        Clear(WATCH),
    ),
    named(
        "hardware_no_parts",
        Hardware,
        &[(Success, 0.6), (ExtraParts, 0.0)],
        Clear(WATCH),
    ),
    named(
        "hardware_nothing",
        Hardware,
        &[(Success, 0.1)],
        Clear(NOTHING),
    ),
    named(
        "hardware_close_to_nothing",
        Hardware,
        &[(Success, 0.22)],
        TooClose,
    ),
    named(
        "hardware_msp",
        Hardware,
        &[(Success, 0.5), (Premium, 0.05)],
        Clear(MSP),
    ),
    named(
        "hardware_dear_redesign",
        Hardware,
        &[(Success, 0.5), (RebuildCost, 4.0)],
        Clear(MSP),
    ),
    named(
        "hardware_by_hand",
        Hardware,
        &[(Success, 0.6), (Capacity, 5000.0)],
        Product(LIVE),
    ),
    named(
        "hardware_anyway",
        Hardware,
        &[(Success, 0.05), (NothingAllowed, 0.0)],
        Clear(WATCH),
    ),
];

impl Named {
    pub(super) fn scenario(&self) -> Scenario {
        let changes = self.changes.iter().copied();
        let scenario = Scenario::with(self.kind, changes, Demand::Milestones);
        scenario.unwrap_or_else(|problems| panic!("{}: {problems:?}", self.name))
    }

    pub(super) fn outcome(&self) -> Outcome {
        Outcome::of(&self.scenario())
    }
}

#[track_caller]
pub(super) fn outcome(name: &str) -> Outcome {
    NAMED
        .iter()
        .find(|named| named.name == name)
        .unwrap_or_else(|| panic!("no scenario {name}"))
        .outcome()
}

#[track_caller]
pub(super) fn scenario(name: &str) -> Scenario {
    let named = NAMED.iter().find(|named| named.name == name);
    named
        .unwrap_or_else(|| panic!("no scenario {name}"))
        .scenario()
}

#[test]
fn every_named_scenario_is_in_its_state() {
    let wrong: Vec<_> = NAMED
        .iter()
        .map(|named| (named.name, named.state, State::of(&named.outcome())))
        .filter(|(_, expected, found)| expected != found)
        .collect();
    assert_eq!(wrong, []);
}

#[test]
fn every_option_wins_somewhere_and_every_state_occurs() {
    for choice in Choice::ALL {
        assert!(
            NAMED.iter().any(|named| named.state == Clear(choice)),
            "{choice:?}"
        );
    }
    assert!(NAMED.iter().any(|named| named.state == TooClose));
    assert!(NAMED.iter().any(|named| matches!(named.state, Product(_))));
}

#[test]
fn nothing_is_wrong_with_any_text_in_any_currency() {
    for named in &NAMED {
        let outcome = named.outcome();
        for currency in Currency::ALL {
            let said = said(&outcome, currency);
            for sentence in said.sentences.iter().chain(&explained(&outcome, currency)) {
                let text = sentence.plain();
                assert_eq!(fault(&text), None, "{}: {text}", named.name);
                assert!(is_closed(&text), "{}: {text}", named.name);
            }
            for phrase in &said.phrases {
                let text = phrase.plain();
                assert_eq!(fault(&text), None, "{}: {text}", named.name);
            }
        }
    }
}

#[test]
fn the_currency_changes_amounts_and_nothing_else() {
    let outcome = outcome("msp");
    let [dollars, euros] = [USD, Currency::Euro].map(|currency| said(&outcome, currency));
    for (a, b) in dollars.all().zip(euros.all()) {
        assert_eq!(a.plain().replace('$', "€"), b.plain());
    }
}
