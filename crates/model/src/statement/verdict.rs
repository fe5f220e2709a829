//! The verdict in words.

mod cash;
mod confidence;
mod cost;
mod footnote;
mod headline;
mod lead;
mod over_futures;
mod trio;

pub(crate) use cash::{
    decides as cash_decides, never_enough, on_average as with_the_cash, passed_over,
};
pub use confidence::Dots;
pub(crate) use cost::{CalledFor, NONE, called_for};
pub(crate) use headline::headline;
pub(crate) use lead::{chance_beside_own, is_certain, lead, own_chance};
pub(crate) use over_futures::loses_money;
pub(crate) use trio::{among_one_product, changes};

use super::quantity::{Drawn, Quantity};
use super::say::Say;
use super::span::{Sentence, Span, sentence};
use crate::outcome::{DecidedBy, Outcome};
use crate::strategy::Choice;
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
        if verdict.decided_by == DecidedBy::Cash {
            Self::Clear(verdict.recommended)
        } else if !verdict.too_close {
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
    pub kicker: Sentence,
    /// The answer, in the imperative.
    pub headline: Sentence,
    /// What it costs, what one gains and what one loses.
    pub lead: Vec<Sentence>,
    /// Average lead, break-even, and the confidence; before any futures are drawn, in its place what
    /// is lost if nobody wants it.
    pub trio: [Fact; 3],
    /// The confidence as ten dots, once futures are drawn.
    pub dots: Option<Dots>,
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
        kicker: kicker(&say),
        headline: Sentence::from(headline(&say, state)),
        lead: lead(&say, state),
        trio: trio::trio(&say, state),
        dots: confidence::dots(&say, state),
        short: headline::short(&say, state),
        bar: headline::bar(&say, state),
        footnote: footnote::footnote(&say),
    }
}

fn kicker(say: &Say<'_>) -> Sentence {
    if say.outcome.futures.is_none() {
        return "The answer, with your numbers".into();
    }
    let draws = say.full_count(Quantity::Drawn(Drawn::Draws));
    sentence!["The answer, over ", draws, " futures"]
}

/// Plain words for a span that names the simple version by what is built.
pub(crate) fn product(say: &Say<'_>, choice: Choice) -> Span {
    match choice {
        Choice::Build(strategy) if strategy.is_mvp() => {
            Span::words("the simple version").naming(choice)
        }
        _ => say.plan(choice),
    }
}
