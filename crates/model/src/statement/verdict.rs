//! The verdict in words.

mod lead;
mod trio;

pub(crate) use trio::changes;

use super::name::{Form, plan_name};
use super::quantity::Quantity;
use super::say::Say;
use super::span::{Sentence, Span, sentence};
use crate::field::Key;
use crate::outcome::Outcome;
use crate::strategy::{Choice, Strategy};
use crate::text::write::Currency;

/// How clear the answer is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// One plan is best.
    Clear(Choice),
    /// What to build is clear, how to run it is too close to call.
    Product(Choice),
    /// Too close to call: the colour goes.
    TooClose,
}

impl State {
    /// The state of an outcome.
    #[must_use]
    pub fn of(outcome: &Outcome) -> Self {
        let verdict = &outcome.verdict;
        let far = |lead: f64| lead >= verdict.threshold;
        if !verdict.too_close {
            Self::Clear(verdict.best)
        } else if verdict.best.same_product(verdict.next_best)
            && verdict.next_other.is_none_or(|(_, lead)| far(lead))
        {
            Self::Product(verdict.recommended)
        } else {
            Self::TooClose
        }
    }

    /// The option whose colour the answer has.
    #[must_use]
    pub fn hue(self) -> Option<Choice> {
        match self {
            Self::Clear(choice) | Self::Product(choice) => Some(choice),
            Self::TooClose => None,
        }
    }
}

/// One of the three facts beside the verdict.
#[derive(Clone, Debug, PartialEq)]
pub struct Fact {
    /// What it is.
    pub title: &'static str,
    /// The figure.
    pub figure: Sentence,
    /// What the figure says.
    pub text: Sentence,
}

/// The verdict in words.
#[derive(Clone, Debug, PartialEq)]
pub struct VerdictWords {
    /// How clear it is.
    pub state: State,
    /// The line above.
    pub kicker: &'static str,
    /// The answer, in the imperative.
    pub headline: Sentence,
    /// What it costs, what one gains and what one loses.
    pub lead: Vec<Sentence>,
    /// Average lead, break-even, and what is lost if nobody wants it.
    pub trio: [Fact; 3],
    /// All of it in one line, for a slim bar.
    pub short: Sentence,
    /// Two short lines for the bar at the foot of a phone.
    pub bar: [Sentence; 2],
    /// What the lines of the chart show and what the verdict counts beyond them.
    pub footnote: Vec<Sentence>,
}

/// The verdict of an outcome in words.
#[must_use]
pub fn verdict(outcome: &Outcome, currency: Currency) -> VerdictWords {
    let say = Say::new(outcome, currency);
    let state = State::of(outcome);
    VerdictWords {
        state,
        kicker: "The answer, with your numbers",
        headline: Sentence::from(headline(&say, state)),
        lead: lead::lead(&say, state),
        trio: trio::trio(&say, state),
        short: short(&say, state),
        bar: bar(&say, state),
        footnote: footnote(&say),
    }
}

fn headline(say: &Say<'_>, state: State) -> String {
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
                format!("Build the simple version, and {rebuild} it only when it hurts.")
            }
            Strategy::MvpWatch => {
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
        State::Clear(Choice::Build(Strategy::MvpLate)) => {
            format!("Build the simple version, {rebuild} late.")
        }
        State::Clear(Choice::Build(Strategy::MvpWatch)) => {
            format!("Build the simple version, {rebuild} early.")
        }
        _ => headline(say, state),
    }
}

fn short(say: &Say<'_>, state: State) -> Sentence {
    let verdict = &say.outcome.verdict;
    let start = sentence![short_headline(say, state), " "];
    if state == State::Clear(Choice::Nothing) {
        let [_, up] = trio::changes(say);
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
    match trio::changes(say) {
        [Some(_), _] => sentence!["break-even ", say.in_hundred(Quantity::BreakEvenBelow)],
        [None, Some(_)] => sentence!["best up to ", say.in_hundred(Quantity::BreakEvenAbove)],
        [None, None] => sentence!["at any chance of success"],
    }
}

/// Two short lines for the bar at the foot of a phone.
fn bar(say: &Say<'_>, state: State) -> [Sentence; 2] {
    let verdict = &say.outcome.verdict;
    match state {
        State::Clear(Choice::Nothing) => {
            let [_, up] = trio::changes(say);
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

/// What the lines of the chart mean, and what the verdict counts beyond them.
fn footnote(say: &Say<'_>) -> Vec<Sentence> {
    let s = &say.outcome.scenario;
    let bad = |strategy: Strategy| say.money(Quantity::Bad(Choice::Build(strategy)));
    let mut notes = vec![Sentence::from(
        "Lines: cash with your numbers if people want the product, as paid.",
    )];
    let unwanted = sentence![
        "you ",
        if s[Key::Success] >= 1.0 {
            "would"
        } else {
            "then"
        },
        " stop at ",
        bad(Strategy::MvpLive),
        " with the simple version, ",
        bad(Strategy::Msp),
        " with the scalable one and ",
        bad(Strategy::Over),
        " over-built",
    ];
    notes.push(if s[Key::Success] >= 1.0 {
        sentence![
            "You said it is certain that people want it; otherwise ",
            unwanted,
            "."
        ]
    } else if s[Key::Success] <= 0.0 {
        sentence![
            "The verdict follows what you said, that nobody wants it: ",
            unwanted,
            "."
        ]
    } else {
        sentence![
            "The verdict also counts the ",
            say.in_hundred(Quantity::ChanceUnwanted),
            " chance that nobody wants it: ",
            unwanted,
            ".",
        ]
    });
    let doubts = [
        (Key::QuickFix, "a quick fix is enough"),
        (Key::WrongBet, "the wrong thing was made scalable"),
    ];
    let doubts: Vec<Sentence> = doubts
        .into_iter()
        .filter(|(key, _)| s[*key] > 0.0)
        .map(|(key, what)| {
            let chance = say.in_hundred(Quantity::Input(key));
            sentence!["the chance that ", what, " (", chance, ")"]
        })
        .collect();
    let mut counted = sentence!["It counts"];
    for doubt in doubts {
        counted.push(sentence![" ", doubt, ","]);
    }
    let customers = if say.is_service() {
        "customers"
    } else {
        "sales"
    };
    counted.push(sentence![
        " what ",
        customers,
        " are worth after ",
        say.month(Quantity::Input(Key::Horizon)),
        ", and that money later is worth less than money now.",
    ]);
    notes.push(counted);
    notes
}

/// Plain words for a span that names the simple version by what is built.
fn product(say: &Say<'_>, choice: Choice) -> Span {
    match choice {
        Choice::Build(strategy) if strategy.is_mvp() => {
            Span::words("the simple version").naming(choice)
        }
        _ => say.plan(choice),
    }
}
