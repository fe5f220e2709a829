//! How often the answer turns out right: a share of futures, and ten dots.

use super::{Fact, State, cash};
use crate::futures::Futures;
use crate::statement::quantity::{Drawn, Quantity};
use crate::statement::say::Say;
use crate::statement::span::sentence;
use crate::strategy::{Choice, Strategy};

/// Ten dots, so many of them filled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dots {
    /// How many are filled, 0 to 10.
    pub filled: u8,
    /// The option whose colour they have; grey where it is too close to call.
    pub hue: Option<Choice>,
}

/// The dots of an outcome; `None` before futures are drawn.
pub(super) fn dots(say: &Say<'_>, state: State) -> Option<Dots> {
    say.outcome.futures.as_ref()?;
    let share = say.value(figure(say, state));
    let tenths = (1..=10_u8).filter(|tenth| share >= (f64::from(*tenth) - 0.5) / 10.0);
    Some(Dots {
        filled: tenths.max().unwrap_or(0),
        hue: state.hue(),
    })
}

/// The share of futures that is the confidence.
fn figure(say: &Say<'_>, state: State) -> Quantity {
    let verdict = &say.outcome.verdict;
    let next = verdict.next_best;
    let drawn = match state {
        State::Clear(Choice::Nothing) => Drawn::LosesMoney(Choice::Build(say.shown())),
        State::Clear(choice) if cash::decides(say) => return Quantity::CashEnough(choice),
        State::Product(_) => {
            let other = verdict.next_other.map_or(next, |(other, _)| other);
            Drawn::AheadIfWanted(other)
        }
        State::TooClose if [verdict.best, next].contains(&Choice::Nothing) => {
            Drawn::AheadInAll(next)
        }
        State::Clear(_) | State::TooClose => Drawn::AheadIfWanted(next),
    };
    Quantity::Drawn(drawn)
}

/// The third fact over the futures.
pub(super) fn confidence(say: &Say<'_>, state: State, futures: &Futures) -> Fact {
    let verdict = &say.outcome.verdict;
    let figure = figure(say, state);
    let text = match state {
        State::Clear(Choice::Nothing) => {
            let built = Choice::Build(say.shown());
            let loss = Quantity::Drawn(Drawn::TypicalLoss(built));
            sentence![
                "of all futures lose money with the best plan to build, ",
                say.plan(built),
                (!say.is_no_money(loss)).then(|| sentence!["; typically ", say.money3(loss)]),
                ".",
            ]
        }
        State::Clear(_) if cash::decides(say) => {
            let passed = cash::passed_over(say);
            sentence![
                "of all futures get by with the cash you have; ",
                say.in_hundred(Quantity::CashEnough(passed)),
                " with ",
                say.plan(passed),
                ".",
            ]
        }
        State::Clear(_) => sentence![
            "of the futures in which people want it, it ends ahead",
            rival(futures).map(|rival| sentence![
                "; ",
                say.chance(Quantity::Drawn(Drawn::AheadIfWanted(rival))),
                " against ",
                say.plan(rival),
            ]),
            ".",
        ],
        State::Product(_) | State::TooClose => {
            let (which, than) = match figure {
                Quantity::Drawn(Drawn::AheadInAll(than)) => ("of all futures, ", than),
                Quantity::Drawn(Drawn::AheadIfWanted(than)) => {
                    ("of the futures in which people want it, ", than)
                }
                _ => ("of the futures, ", verdict.next_best),
            };
            sentence![
                which,
                say.plan(verdict.best),
                " ends ahead of ",
                say.plan(than),
                ".",
            ]
        }
    };
    let shown = if matches!(figure, Quantity::CashEnough(_)) {
        say.in_hundred(figure)
    } else {
        say.bare_chance(figure)
    };
    let title = match figure {
        Quantity::Drawn(Drawn::LosesMoney(_)) => "Futures that lose money",
        Quantity::CashEnough(_) => "Futures with enough cash",
        _ => "Confidence",
    };
    Fact {
        title,
        figure: sentence![shown],
        text,
    }
}

/// A second option that the best one is held against, beside the next best: the best other product
/// where the next best is the same product, else an MVP that is run in another way.
fn rival(futures: &Futures) -> Option<Choice> {
    let verdict = &futures.decision.verdict;
    let next = verdict.next_best;
    let other = verdict.next_other.map(|(other, _)| other);
    let late = Choice::Build(Strategy::MvpLate);
    other
        .filter(|other| *other != next)
        .or_else(|| (![verdict.best, next].contains(&late)).then_some(late))
        .filter(|rival| futures.against(*rival).is_some())
}
