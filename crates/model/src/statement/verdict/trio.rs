//! The three facts beside the verdict.

use super::{Fact, State, cash, confidence, lead};
use crate::decision::{BreakEven, Segment};
use crate::field::Key;
use crate::statement::quantity::Quantity;
use crate::statement::say::Say;
use crate::statement::span::{Sentence, Span, sentence};
use crate::strategy::Choice;

pub(super) fn trio(say: &Say<'_>, state: State) -> [Fact; 3] {
    let third = match &say.outcome.futures {
        Some(futures) => confidence::confidence(say, state, futures),
        None => loss(say, state),
    };
    if cash::decides(say) {
        return [
            cash::average(say),
            cash::break_even(say, lead::chance(say)),
            third,
        ];
    }
    [average(say, state), break_even(say, state), third]
}

/// A chance of success at which the answer changes, and what it becomes beyond.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Change {
    /// The option beyond.
    pub to: Choice,
}

/// Where the answer changes below and above the user's chance. Where several plans are level at
/// that point, the one that is best beyond it is meant; below no chance and above certainty there
/// is nothing.
pub(crate) fn changes(say: &Say<'_>) -> [Option<Change>; 2] {
    let verdict = &say.outcome.verdict;
    let best_in = |inside: &dyn Fn(&Segment<Choice>) -> bool| {
        let mut segments = verdict.best_by_p.iter();
        segments.find(|segment| inside(segment)).map(|s| s.option)
    };
    let change = |change: BreakEven<Choice>, found: Option<Choice>| Change {
        to: found.filter(|to| *to != verdict.best).unwrap_or(change.to),
    };
    let down = verdict.down.filter(|down| down.p > 0.0);
    let up = verdict.up.filter(|up| up.p < 1.0);
    [
        down.map(|down| change(down, best_in(&|s| s.from < down.p && down.p <= s.to))),
        up.map(|up| change(up, best_in(&|s| s.from <= up.p && up.p < s.to))),
    ]
}

/// Whether the answer changes to another way to run the same product.
pub(crate) fn among_one_product(say: &Say<'_>) -> bool {
    let changes = changes(say).into_iter().flatten();
    let best = say.outcome.verdict.best;
    changes
        .into_iter()
        .any(|change| change.to.same_product(best))
}

fn average(say: &Say<'_>, state: State) -> Fact {
    let verdict = &say.outcome.verdict;
    let next = verdict.next_best;
    if state == State::Clear(Choice::Nothing) {
        return Fact {
            title: "If you build anyway",
            figure: sentence![say.signed(Quantity::Value(next))],
            text: sentence!["on average, with the best plan, ", say.plan(next), "."],
        };
    }
    if let (State::Product(_), Some((other, _))) = (state, verdict.next_other) {
        return product_lead(say, other);
    }
    let over = match next {
        Choice::Nothing => sentence!["over building nothing, the next best plan"],
        _ => sentence!["over the next best plan, ", say.plan(next)],
    };
    if state == State::TooClose {
        return Fact {
            title: "Average lead",
            figure: sentence![say.signed(Quantity::Lead)],
            text: sentence![
                "for ",
                say.plan(verdict.best),
                " ",
                over,
                ". Under ",
                say.money3(Quantity::Threshold),
                " is too close to call.",
            ],
        };
    }
    let other = verdict
        .next_other
        .filter(|(other, _)| *other != next)
        .map(|(other, _)| {
            sentence![
                "; ",
                say.signed(Quantity::LeadOverOther),
                " over ",
                say.plan(other),
            ]
        });
    Fact {
        title: "Average lead",
        figure: sentence![say.signed(Quantity::Lead)],
        text: sentence![over, other, "."],
    }
}

/// The lead of a product whose best way of running is too close to call.
fn product_lead(say: &Say<'_>, other: Choice) -> Fact {
    let verdict = &say.outcome.verdict;
    let (best, next) = (say.plan(verdict.best), say.plan(verdict.next_best));
    let run = if say.is_no_money(Quantity::Lead) {
        sentence![best, " and ", next, " are level"]
    } else {
        sentence![
            say.signed(Quantity::Lead),
            " for ",
            best,
            " over ",
            next,
            ", too close to call",
        ]
    };
    Fact {
        title: "Average lead",
        figure: sentence![say.signed(Quantity::LeadOverOther)],
        text: sentence![
            "over the best other product, ",
            say.plan(other),
            "; ",
            run,
            ".",
        ],
    }
}

fn break_even(say: &Say<'_>, state: State) -> Fact {
    let verdict = &say.outcome.verdict;
    let [down, up] = changes(say);
    let subject = match state {
        State::Clear(_) => sentence!["it"],
        State::Product(_) if !among_one_product(say) => sentence!["it"],
        State::Product(_) | State::TooClose => sentence![say.plan(verdict.best)],
    };
    let below = BreakEvenSpan::new(say, Quantity::BreakEvenBelow);
    let above = BreakEvenSpan::new(say, Quantity::BreakEvenAbove);
    let you = |own: &Span| sentence!["; you said ", own.clone()];
    let shown = below.figure.text.clone();
    let (figure, text) = match (down, up) {
        (Some(down), up) => (
            below.figure.into(),
            sentence![
                "chance of success from which ",
                subject,
                " beats ",
                say.plan(down.to),
                you(&below.own),
                up.map(
                    |up| sentence![". From ", above.figure, " the answer is ", say.plan(up.to),]
                ),
            ],
        ),
        (None, Some(up)) => (
            above.figure.into(),
            sentence![
                "chance of success from which ",
                say.plan(up.to),
                " beats ",
                match state {
                    State::Clear(Choice::Nothing) => sentence!["building nothing"],
                    _ => subject,
                },
                you(&above.own),
            ],
        ),
        (None, None) => (
            Sentence::from("None"),
            sentence![
                "the answer is the same at every chance of success",
                you(&below.own),
            ],
        ),
    };
    Fact {
        title: "Break-even",
        figure,
        text: sentence![text, under(say, down, &shown), "."],
    }
}

/// A break-even and the user's own chance, as finely written as it takes to tell them apart.
struct BreakEvenSpan {
    figure: Span,
    own: Span,
}

impl BreakEvenSpan {
    fn new(say: &Say<'_>, quantity: Quantity) -> Self {
        let figure = lead::chance_beside_own(say, quantity);
        let own = if figure.text == say.in_hundred(quantity).text {
            lead::own_chance(say)
        } else {
            say.percent3(Quantity::Input(Key::Success))
        };
        Self { figure, own }
    }
}

/// Below which chance nothing is worth building, where the break-even does not say so itself.
fn under(say: &Say<'_>, down: Option<Change>, break_even: &str) -> Option<Sentence> {
    let below = say.outcome.verdict.build_nothing_below;
    if down.is_some_and(|down| down.to == Choice::Nothing) || below <= 0.0 {
        return None;
    }
    if say.outcome.verdict.best == Choice::Nothing {
        return None;
    }
    if below >= 1.0 {
        return Some(sentence![
            ". At any chance of success it loses money on average"
        ]);
    }
    let rest = if say.outcome.scenario.nothing_allowed() {
        ", build nothing"
    } else {
        " every plan loses money on average"
    };
    let below = lead::chance_beside_own(say, Quantity::NothingBelow);
    let below = if below.text == break_even {
        say.percent3(Quantity::NothingBelow)
    } else {
        below
    };
    Some(sentence![". Under ", below, rest])
}

fn loss(say: &Say<'_>, state: State) -> Fact {
    let verdict = &say.outcome.verdict;
    match state {
        State::Clear(Choice::Nothing) => {
            let built = Choice::Build(say.shown());
            Fact {
                title: "Lost if nobody wants it",
                figure: sentence![say.money3(Quantity::Loss(Choice::Nothing))],
                text: sentence![
                    "if you build nothing; with ",
                    say.plan(built),
                    ": ",
                    say.money3(Quantity::Loss(built)),
                    ".",
                ],
            }
        }
        State::Clear(choice) | State::Product(choice) => one_loss(say, choice),
        State::TooClose => {
            let safer = verdict.recommended;
            let other = if safer == verdict.best {
                verdict.next_best
            } else {
                verdict.best
            };
            Fact {
                title: "Lost if nobody wants it",
                figure: sentence![say.money3(Quantity::Loss(safer))],
                text: sentence![
                    "with ",
                    say.plan(safer),
                    "; with ",
                    say.plan(other),
                    ": ",
                    say.money3(Quantity::Loss(other)),
                    ".",
                ],
            }
        }
    }
}

fn one_loss(say: &Say<'_>, choice: Choice) -> Fact {
    if say.is_negative(Quantity::Loss(choice)) {
        return Fact {
            title: "Left if nobody wants it",
            figure: sentence![say.signed(Quantity::Bad(choice))],
            text: Sentence::from("it earns its money back even then."),
        };
    }
    let more = Quantity::MoreThanCheapest;
    let text = if say.is_no_money(more) || say.is_negative(more) {
        Sentence::from("no other version loses less.")
    } else {
        sentence![say.money3(more), " more than with ", say.cheapest(), "."]
    };
    Fact {
        title: "Lost if nobody wants it",
        figure: sentence![say.money3(Quantity::Loss(choice))],
        text,
    }
}
