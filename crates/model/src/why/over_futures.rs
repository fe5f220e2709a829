//! How a number follows from the simulated futures: where it lies among them, or how it is counted.

use crate::field::Key;
use crate::futures::{GrowthPart, Reaction};
use crate::statement::{
    Drawn, Edge, Figure, Format, Growth, Quantity, Say, Sentence, Span, sentence,
};
use crate::strategy::Strategy;
use crate::text::write::Precision;

/// How a number that the futures give follows from them.
pub(super) fn over_futures(say: &Say<'_>, figure: &Figure) -> Sentence {
    if let Some(path) = of_the_path(say, figure) {
        return path;
    }
    if say.outcome.futures.is_none() {
        return sentence!["With your numbers: ", fine_span(say, figure).strong(), "."];
    }
    match figure.quantity {
        Quantity::Drawn(drawn) => counted_draws(say, figure, drawn),
        Quantity::Growth(growth) => counted_growth(say, figure, growth),
        _ => None,
    }
    .unwrap_or_else(|| where_it_lies(say, figure))
}

fn draws(say: &Say<'_>) -> Span {
    say.full_count(Quantity::Drawn(Drawn::Draws))
}

fn fine_span(say: &Say<'_>, figure: &Figure) -> Span {
    say.figure(figure.quantity, fine(figure.format))
}

/// The figure with one digit more, standing out.
fn shown(say: &Say<'_>, figure: &Figure) -> Span {
    fine_span(say, figure).strong()
}

/// Numbers of the single path with the user's numbers.
fn of_the_path(say: &Say<'_>, figure: &Figure) -> Option<Sentence> {
    let Quantity::Growth(growth) = figure.quantity else {
        return None;
    };
    Some(match growth {
        Growth::PathFewerAtEnd => sentence![
            "In ",
            say.month(Quantity::Input(Key::Horizon)),
            ", with your numbers: ",
            say.count(Quantity::UsersEnd(Strategy::Msp)),
            " − ",
            say.count(Quantity::UsersEnd(Strategy::MvpLate)),
            " = ",
            shown(say, figure),
            ".",
        ],
        Growth::PathFeatureless(_) => sentence![
            "Added up over the months until ",
            say.month(Quantity::Input(Key::Horizon)),
            ", with your numbers: ",
            shown(say, figure),
            ".",
        ],
        _ => return None,
    })
}

/// How a number that only the futures know is counted; `None` for one that has a place among them.
fn counted_draws(say: &Say<'_>, figure: &Figure, drawn: Drawn) -> Option<Sentence> {
    Some(match drawn {
        Drawn::Draws => sentence![
            shown(say, figure),
            " futures were drawn, with the seed ",
            say.full(Quantity::Drawn(Drawn::Seed)),
            ".",
        ],
        Drawn::Seed => sentence![
            draws(say),
            " futures were drawn from the seed ",
            shown(say, figure),
            ".",
        ],
        Drawn::TwoStandardErrors(_) => sentence![
            "The ",
            draws(say),
            " futures fall into eight groups, and each has an average lead of its own. Twice the \
             error of the mean of the eight: ",
            shown(say, figure),
            ".",
        ],
        Drawn::AheadIfWanted(_) => share_if_wanted(say, figure, "the best plan is ahead"),
        Drawn::AheadInAll(_) => share_of_all(say, figure, "The best plan is ahead"),
        Drawn::LosesMoney(_) => share_of_all(say, figure, "The plan is worth less than nothing"),
        Drawn::TypicalLoss(_) => sentence![
            "Over those of the ",
            draws(say),
            " futures in which the plan loses money, with or without people who want the product: \
             half of them lose less than ",
            shown(say, figure),
            ".",
        ],
        Drawn::CashNeededOneInTen(_) => sentence![
            "Over ",
            draws(say),
            " futures, each with people who want the product and without: nine in ten need less \
             than ",
            shown(say, figure),
            ".",
        ],
        Drawn::RebuildShare(strategy) => sentence![
            "Each of the ",
            draws(say),
            " futures in which ",
            say.built(strategy),
            " comes to its alarm by ",
            say.month(Quantity::Input(Key::Horizon)),
            " counts with its chance that a quick fix is not enough, the others with none. The mean: ",
            say.percent3(figure.quantity).strong(),
            ".",
        ],
        Drawn::KnowingQuickFix
        | Drawn::KnowingWrongBet
        | Drawn::KnowingInput(_)
        | Drawn::KnowingEverything => sentence![
            "Over ",
            draws(say),
            " futures: the best plan for what is then known, less ",
            say.bracketed(say.money3(Quantity::Value(say.outcome.verdict.best))),
            " for the best plan without knowing it: ",
            shown(say, figure),
            ".",
        ],
        _ => return None,
    })
}

/// The same for what growth does.
fn counted_growth(say: &Say<'_>, figure: &Figure, growth: Growth) -> Option<Sentence> {
    Some(match growth {
        Growth::Full | Growth::FullCount => {
            let so = sentence!["it is so by ", say.month(Quantity::Input(Key::Horizon)),];
            in_so_many(say, figure, Growth::FullCount, Growth::Full, so)
        }
        Growth::TooLateAtLaunch | Growth::TooLateAtLaunchCount => in_so_many(
            say,
            figure,
            Growth::TooLateAtLaunchCount,
            Growth::TooLateAtLaunch,
            sentence!["that moment lies before the launch"],
        ),
        Growth::LateCostsMore => share_if_wanted(say, figure, "acting late costs more"),
        Growth::WaitingCostsMore => share_if_wanted(say, figure, "waiting costs more"),
        Growth::Happens(Reaction::LiveWithIt) => sentence![
            "One can live with it in any of the ",
            draws(say),
            " futures: ",
            say.percent3(figure.quantity).strong(),
            ".",
        ],
        Growth::Happens(reaction) => sentence![
            "The chance that a quick fix is enough was drawn ",
            draws(say),
            if reaction == Reaction::Patch {
                " times. The mean: "
            } else {
                " times. The mean of the rest: "
            },
            say.percent3(figure.quantity).strong(),
            ".",
        ],
        Growth::LateMinusEarlyMean => sum_of_parts(say, figure),
        Growth::LateMinusEarlyPart(_) => sentence![
            "The mean over ",
            draws(say),
            " futures: ",
            shown(say, figure),
            "; with the other parts it makes ",
            say.signed(Quantity::Growth(Growth::LateMinusEarlyMean)),
            ".",
        ],
        _ => return None,
    })
}

/// A share of draws that all weigh the same: "In 312 of 4,096 futures it is so: 7.6%."
fn in_so_many(
    say: &Say<'_>,
    figure: &Figure,
    count: Growth,
    share: Growth,
    so: Sentence,
) -> Sentence {
    let end = (figure.quantity == Quantity::Growth(share))
        .then(|| sentence![": ", say.percent3(Quantity::Growth(share)).strong()]);
    sentence![
        "In ",
        say.full_count(Quantity::Growth(count)).strong(),
        " of ",
        draws(say),
        " futures ",
        so,
        end,
        ".",
    ]
}

/// A share of the futures in which people want the product.
fn share_if_wanted(say: &Say<'_>, figure: &Figure, so: &str) -> Sentence {
    sentence![
        "Each of the ",
        draws(say),
        " futures is counted with a quick fix that is enough and one that is not, and with the right \
         part made scalable and the wrong one, each with its chance. Together the cases in which ",
        so,
        " weigh ",
        say.percent3(figure.quantity).strong(),
        ".",
    ]
}

/// A share of all futures, those in which nobody wants the product included.
pub(super) fn share_of_all(say: &Say<'_>, figure: &Figure, so: impl Into<Sentence>) -> Sentence {
    sentence![
        "Each of the ",
        draws(say),
        " futures is counted with people who want the product (",
        say.full_percent(Quantity::Input(Key::Success)),
        ") and without (",
        say.full_percent(Quantity::ChanceUnwanted),
        "). ",
        so.into(),
        " in ",
        say.percent3(figure.quantity).strong(),
        " of them.",
    ]
}

/// The parts of the mean of acting late against acting early.
fn sum_of_parts(say: &Say<'_>, figure: &Figure) -> Sentence {
    let mut working = sentence!["On average over ", draws(say), " futures: "];
    for part in GrowthPart::ALL {
        let quantity = Quantity::Growth(Growth::LateMinusEarlyPart(part));
        if say.is_no_money(quantity) {
            continue;
        }
        let name = match part {
            GrowthPart::Work => "work ",
            GrowthPart::Drag => "time lost to debt ",
            GrowthPart::Serving if say.is_service() => "hosting ",
            GrowthPart::Serving => "line and units ",
            GrowthPart::Lost => "revenue lost ",
        };
        working.push(sentence![name, say.signed(quantity), "; "]);
    }
    working.push(sentence!["together ", shown(say, figure), "."]);
    working
}

/// Where a figure lies among the futures.
fn where_it_lies(say: &Say<'_>, figure: &Figure) -> Sentence {
    let at = |edge| match figure.quantity {
        Quantity::Drawn(drawn) => Quantity::Drawn(drawn.at(edge)),
        Quantity::Growth(growth) => Quantity::Growth(growth.at(edge)),
        other => other,
    };
    let [low, middle, high] = [Edge::Low, Edge::Middle, Edge::High].map(at);
    let written = |quantity: Quantity| match quantity.of(say.outcome) {
        Some(_) => say.figure(quantity, fine(figure.format)),
        None => Span::words("never"),
    };
    let over = if is_of_some(figure.quantity) {
        sentence![
            "Over those of the ",
            draws(say),
            " futures in which it happens: "
        ]
    } else {
        sentence!["Over ", draws(say), " futures: "]
    };
    if low == high {
        return sentence![over, written(middle).strong(), "."];
    }
    if written(low).text == written(high).text {
        return sentence![over, "nine in ten are at ", written(middle).strong(), "."];
    }
    // What is less than something does not lie below it.
    let half = if written(middle).text.starts_with("less") {
        "half are at "
    } else {
        "half lie below "
    };
    sentence![
        over,
        half,
        written(middle).strong(),
        ", nine in ten between ",
        written(low),
        " and ",
        written(high),
        ".",
    ]
}

/// Whether a number is there in some futures only, and is taken over those.
fn is_of_some(quantity: Quantity) -> bool {
    let lives_with_it = matches!(
        quantity,
        Quantity::Growth(
            Growth::ReactionPrice(Reaction::LiveWithIt, _)
                | Growth::ReactionFeatureless(Reaction::LiveWithIt, _)
                | Growth::ReactionFewer(Reaction::LiveWithIt, _)
                | Growth::ReactionWait(Reaction::LiveWithIt, _)
        )
    );
    !lives_with_it
        && matches!(
            quantity,
            Quantity::Drawn(Drawn::RebuildStart(..) | Drawn::RebuildEnd(..))
                | Quantity::Growth(
                    Growth::JustInTime(_)
                        | Growth::ReactionPrice(..)
                        | Growth::ReactionFeatureless(..)
                        | Growth::ReactionFewer(..)
                        | Growth::ReactionWait(..)
                )
        )
}

/// One figure more than in the sentence, where that is money or a share.
fn fine(format: Format) -> Format {
    match format {
        Format::Money(Precision::Sentence, sign) => Format::Money(Precision::Table, sign),
        Format::Counted(Precision::Sentence, noun) => Format::Counted(Precision::Table, noun),
        Format::Percent(Precision::Sentence) => Format::Percent(Precision::Table),
        Format::Plain(Precision::Sentence) => Format::Plain(Precision::Table),
        other => other,
    }
}
