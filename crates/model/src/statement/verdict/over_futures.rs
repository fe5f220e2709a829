//! The sentences under the headline, once futures are drawn.

use super::cost::{cost_over_futures, no_rebuild};
use super::lead::{how_close, in_doubt, is_certain, nothing};
use super::{State, product};
use crate::field::Key;
use crate::futures::Futures;
use crate::statement::finding_out::most_worth_finding_out;
use crate::statement::quantity::{Drawn, Edge, Quantity};
use crate::statement::say::Say;
use crate::statement::span::{Sentence, sentence};
use crate::strategy::{Choice, Strategy};

pub(super) fn lead(say: &Say<'_>, state: State, futures: &Futures) -> Vec<Sentence> {
    let next = say.outcome.verdict.next_best;
    match state {
        State::Clear(Choice::Nothing) => {
            let mut lead = nothing(say);
            let built = Choice::Build(say.shown());
            lead.push(loses_money(
                say,
                built,
                sentence![format!(" if {} build ", say.who), product(say, built)],
            ));
            lead
        }
        State::Clear(Choice::Build(strategy)) => {
            let mut lead = vec![
                cost_over_futures(say, strategy),
                if_wanted(say, next, "plan", futures),
            ];
            lead.extend(if_unwanted(say, next));
            lead.push(loses_money(say, Choice::Build(strategy), sentence![]));
            lead
        }
        State::Product(choice) => product_only(say, choice, futures),
        State::TooClose => too_close(say),
    }
}

/// What one gains in the middle future if people want it, with its range.
fn if_wanted(say: &Say<'_>, than: Choice, what: &str, futures: &Futures) -> Sentence {
    let start = format!(
        "If people want the product, in the middle future {} end ",
        say.who
    );
    // The first of the three facts beside the verdict names the next best plan.
    let rival = match than {
        Choice::Nothing => sentence!["building nothing, the next best ", what],
        _ if what == "plan" => sentence!["the next best plan"],
        _ => sentence!["the next best ", what, ", ", product(say, than)],
    };
    let ahead = Quantity::Drawn(Drawn::AheadBy(than, Edge::Middle));
    let range = range(say, than);
    if say.is_no_money(ahead) {
        return sentence![start, "level with ", rival, range, "."];
    }
    if say.is_negative(ahead) {
        let behind = say.money(Quantity::Drawn(Drawn::BehindBy(than, Edge::Middle)));
        return sentence![
            start,
            sentence![behind, " behind"].strong(),
            " ",
            rival,
            range,
            "; this plan leads on average because ",
            why_it_leads(say, than, futures),
            ".",
        ];
    }
    let ahead = sentence![say.money(ahead), " ahead"].strong();
    sentence![start, ahead, " of ", rival, range, "."]
}

/// The range: "(range: $1.2M behind to $1.3M ahead)"; nothing where it has no width.
fn range(say: &Say<'_>, than: Choice) -> Option<Sentence> {
    let ahead = |edge| Quantity::Drawn(Drawn::AheadBy(than, edge));
    let behind = |edge| say.money(Quantity::Drawn(Drawn::BehindBy(than, edge)));
    let (low, high) = (ahead(Edge::Low), ahead(Edge::High));
    if say.money(low).text == say.money(high).text {
        return None;
    }
    let range = if !say.is_negative(low) {
        sentence![say.money(low), " to ", say.money(high), " ahead"]
    } else if say.is_negative(high) {
        sentence![behind(Edge::Low), " to ", behind(Edge::High), " behind"]
    } else if say.is_no_money(high) {
        sentence![behind(Edge::Low), " behind to level"]
    } else {
        sentence![behind(Edge::Low), " behind to ", say.money(high), " ahead",]
    };
    Some(sentence![" (range: ", range, ")"])
}

/// Why a plan leads on average although it is behind in the middle future.
fn why_it_leads(say: &Say<'_>, than: Choice, futures: &Futures) -> &'static str {
    let best = say.outcome.verdict.best;
    let gains = futures
        .against(than)
        .is_some_and(|comparison| comparison.lead_if_wanted.mean > 0.0);
    let safer = say.value(Quantity::BadLead(best, than)) >= 0.005;
    let loses = say.is_negative(Quantity::Bad(best));
    match (gains, safer, loses) {
        (true, false, _) => "its gains in the good futures outweigh the rest",
        (true, true, true) => {
            "its gains in the good futures outweigh the rest and it loses less if nobody wants it"
        }
        (true, true, false) => {
            "its gains in the good futures outweigh the rest and it does better if nobody wants it"
        }
        (false, _, true) => "it loses less if nobody wants it",
        (false, _, false) => "it does better if nobody wants it",
    }
}

/// What one loses on average if nobody wants it; where it is said already that the plan then loses
/// less than the next, nothing more is compared. `None` where people want it for certain.
fn if_unwanted(say: &Say<'_>, next: Choice) -> Option<Sentence> {
    if is_certain(say) {
        return None;
    }
    let best = say.outcome.verdict.best;
    let loss = Quantity::Loss(best);
    let start = format!("If nobody does, {} ", say.who);
    if say.is_no_money(loss) {
        return Some(sentence![start, "lose nothing."]);
    }
    if say.is_negative(loss) {
        let left = say.money(Quantity::Bad(best)).strong();
        return Some(sentence![start, "still end ", left, " ahead on average."]);
    }
    let more = Quantity::MoreThanCheapest;
    let compared = if say.is_no_money(more) || say.is_negative(more) {
        let ahead = Quantity::Drawn(Drawn::AheadBy(next, Edge::Middle));
        if say.is_negative(ahead) {
            sentence![]
        } else {
            sentence!["; no other version loses less"]
        }
    } else {
        sentence![", ", say.money(more), " more than with ", say.cheapest()]
    };
    Some(sentence![
        start,
        "lose ",
        say.money(loss).strong(),
        compared,
        "."
    ])
}

/// How many of all futures lose money, and how much that typically is.
pub(crate) fn loses_money(say: &Say<'_>, choice: Choice, condition: Sentence) -> Sentence {
    let loss = Quantity::Drawn(Drawn::TypicalLoss(choice));
    let typically = (!say.is_no_money(loss)).then(|| sentence![", typically ", say.money(loss)]);
    sentence![
        "In ",
        say.chance(Quantity::Drawn(Drawn::LosesMoney(choice)))
            .strong(),
        format!(" of all futures {} lose money", say.who),
        condition,
        typically,
        ".",
    ]
}

/// What to build is clear; how to run it is not.
fn product_only(say: &Say<'_>, choice: Choice, futures: &Futures) -> Vec<Sentence> {
    let verdict = &say.outcome.verdict;
    let rebuilt = [Strategy::MvpLate, Strategy::MvpWatch]
        .map(|strategy| Quantity::Drawn(Drawn::RebuildShare(strategy)));
    let never_rebuilt = rebuilt.iter().all(|share| say.value(*share) <= 0.0);
    let same = if say.is_no_money(Quantity::Lead) && never_rebuilt {
        no_rebuild(say)
    } else {
        how_close(say)
    };
    let mut lead = vec![
        sentence![
            "It costs ",
            say.money3(Quantity::BuildTotal(Strategy::MvpLive)).strong(),
            " and takes ",
            say.weeks(Quantity::Input(Key::BuildWeeks)),
            ".",
        ],
        same,
    ];
    if let Some((other, _)) = verdict.next_other {
        lead.push(if_wanted(say, other, "product", futures));
    }
    lead.push(loses_money(say, choice, sentence![]));
    lead
}

/// Two products are too close.
fn too_close(say: &Say<'_>) -> Vec<Sentence> {
    let verdict = &say.outcome.verdict;
    let mut lead = vec![how_close(say)];
    lead.push(in_doubt(say));
    let built = [verdict.recommended, verdict.best, verdict.next_best]
        .into_iter()
        .find(|choice| *choice != Choice::Nothing);
    lead.extend(built.map(|built| {
        let condition = sentence![" with ", say.plan(built)];
        loses_money(say, built, condition)
    }));
    lead.extend(find_out(say));
    lead
}

/// What is most worth finding out first.
fn find_out(say: &Say<'_>) -> Option<Sentence> {
    let (worth, what) = most_worth_finding_out(say).into_iter().next()?;
    Some(sentence![
        "Find out first ",
        what,
        ": worth up to ",
        say.money(worth).strong(),
        ".",
    ])
}
