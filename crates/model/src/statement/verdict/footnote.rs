//! What stands under the chart.

use crate::field::Key;
use crate::statement::quantity::Quantity;
use crate::statement::say::Say;
use crate::statement::span::{Sentence, sentence};
use crate::strategy::{Choice, Strategy};

/// What the lines of the chart mean, and what the verdict counts beyond them.
pub(super) fn footnote(say: &Say<'_>) -> Vec<Sentence> {
    let s = &say.outcome.scenario;
    let bad = |strategy: Strategy| say.money(Quantity::Bad(Choice::Build(strategy)));
    let mut notes = vec![Sentence::from(
        "Lines: cash with your numbers if people want the product, as paid.",
    )];
    // The chart shades the range of the plan that leads; where none does, there is none.
    let leader = say.outcome.verdict.leader();
    if let (Some(_), Some(leader)) = (&say.outcome.futures, leader) {
        notes.push(sentence![
            "Shaded: nine futures in ten for ",
            say.built(leader),
            ".",
        ]);
    }
    let unwanted = sentence![
        "you ",
        if s[Key::Success] >= 1.0 {
            "would"
        } else {
            "then"
        },
        if say.outcome.futures.is_some() {
            " stop on average at "
        } else {
            " stop at "
        },
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
    let mut counted = sentence![if s[Key::Success] >= 1.0 {
        "The verdict counts"
    } else {
        "It counts"
    }];
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
