//! The answer in a few words.

use super::cost::{CalledFor, called_for};
use super::trio::changes;
use super::{State, cash, product};
use crate::statement::name::{Form, plan_name};
use crate::statement::quantity::Quantity;
use crate::statement::say::Say;
use crate::statement::span::{Sentence, sentence};
use crate::strategy::{Choice, Strategy};

/// The answer, in the imperative.
pub(crate) fn headline(say: &Say<'_>, state: State) -> String {
    let rebuild = say.words.rebuild;
    match state {
        State::TooClose => "Too close to call.".into(),
        State::Product(_) => "Build the simple version. How to run it is too close to call.".into(),
        State::Clear(Choice::Nothing) => "Build nothing yet.".into(),
        State::Clear(Choice::Build(strategy)) => match strategy {
            Strategy::MvpLive => {
                format!("Build the simple version, and do not {rebuild} it.")
            }
            Strategy::MvpLate => {
                if called_for(say) == CalledFor::QuickFix {
                    return "Build the simple version, and make the quick fix only when it hurts."
                        .into();
                }
                format!("Build the simple version, and {rebuild} it only when it hurts.")
            }
            Strategy::MvpWatch => {
                if called_for(say) == CalledFor::QuickFix {
                    return "Build the simple version, and make the quick fix early.".into();
                }
                format!("Build the simple version, and start the {rebuild} early.")
            }
            Strategy::Msp => "Build the scalable version now.".into(),
            Strategy::Over => "Build the over-built version now.".into(),
        },
    }
}

fn short_headline(say: &Say<'_>, state: State) -> String {
    let rebuild = say.words.rebuild;
    match state {
        State::Product(_) => "Build the simple version; how to run it is too close to call.".into(),
        State::Clear(Choice::Build(Strategy::MvpLive)) => {
            format!("Build the simple version, do not {rebuild} it.")
        }
        State::Clear(Choice::Build(Strategy::MvpLate | Strategy::MvpWatch))
            if called_for(say) == CalledFor::QuickFix =>
        {
            headline(say, state)
        }
        State::Clear(Choice::Build(Strategy::MvpLate)) => {
            format!("Build the simple version, {rebuild} late.")
        }
        State::Clear(Choice::Build(Strategy::MvpWatch)) => {
            format!("Build the simple version, {rebuild} early.")
        }
        _ => headline(say, state),
    }
}

/// All of it in one line.
pub(super) fn short(say: &Say<'_>, state: State) -> Sentence {
    let verdict = &say.outcome.verdict;
    let start = sentence![short_headline(say, state), " "];
    if cash::decides(say) {
        return sentence![start, "The cash you have decides."];
    }
    if state == State::Clear(Choice::Nothing) {
        let [_, up] = changes(say);
        let rest = match up {
            Some(_) => sentence![
                "Building pays from ",
                say.in_hundred(Quantity::BreakEvenAbove),
                ".",
            ],
            None => sentence![
                "Building loses ",
                say.money3(Quantity::AverageLoss(verdict.next_best)),
                " on average.",
            ],
        };
        return sentence![start, rest];
    }
    let lead = if let (State::Product(_), Some((other, _))) = (state, verdict.next_other) {
        sentence![
            say.signed(Quantity::LeadOverOther),
            " over ",
            product(say, other)
        ]
    } else if say.is_no_money(Quantity::Lead) {
        sentence!["Level on average"]
    } else if state == State::TooClose {
        let who = Sentence::from(say.plan(verdict.best)).capitalised();
        sentence![who, ": ", say.signed(Quantity::Lead), " on average"]
    } else {
        sentence![say.signed(Quantity::Lead), " on average"]
    };
    sentence![start, lead, ", ", short_break_even(say), "."]
}

fn short_break_even(say: &Say<'_>) -> Sentence {
    match changes(say) {
        [Some(_), _] => sentence!["break-even ", say.in_hundred(Quantity::BreakEvenBelow)],
        [None, Some(_)] => sentence!["best up to ", say.in_hundred(Quantity::BreakEvenAbove)],
        [None, None] => sentence!["at any chance of success"],
    }
}

/// Two short lines for the bar at the foot of a phone.
pub(super) fn bar(say: &Say<'_>, state: State) -> [Sentence; 2] {
    let verdict = &say.outcome.verdict;
    match state {
        State::Clear(choice) if cash::decides(say) => {
            let name = plan_name(choice, say.kind, Form::Label);
            [name.into(), "the cash you have decides".into()]
        }
        State::Clear(Choice::Nothing) => {
            let [_, up] = changes(say);
            let pays =
                up.map(|_| sentence!["pays from ", say.in_hundred(Quantity::BreakEvenAbove)]);
            let never = || {
                let loss = Quantity::AverageLoss(verdict.next_best);
                sentence!["building loses ", say.money3(loss)]
            };
            ["Build nothing".into(), pays.unwrap_or_else(never)]
        }
        State::Clear(choice) => {
            let name = plan_name(choice, say.kind, Form::Narrow);
            let lead = sentence![name, ", ", say.signed(Quantity::Lead)];
            [lead, short_break_even(say)]
        }
        State::Product(_) => {
            let lead = if verdict.next_other.is_some() {
                Quantity::LeadOverOther
            } else {
                Quantity::Lead
            };
            let lead = sentence!["Simple, ", say.signed(lead)];
            [lead, short_break_even(say)]
        }
        State::TooClose => ["Too close to call".into(), short_break_even(say)],
    }
}
