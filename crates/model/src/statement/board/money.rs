//! What can be lost, how much cash it takes, and what the extra parts of a piece of hardware avoid.

use super::parts::{fills_up, money, recommends_scalable};
use super::{Board, Length};
use crate::field::Key;
use crate::statement::quantity::{Drawn, Edge, Quantity};
use crate::statement::say::Say;
use crate::statement::span::{Sentence, sentence};
use crate::statement::unit_price::words;
use crate::statement::verdict::{State, cash_decides, chance_beside_own, is_certain, passed_over};
use crate::strategy::{Choice, Strategy};

/// What the extra parts in every unit avoid.
pub(super) fn unit_price(board: &Board<'_>) -> Option<Vec<Sentence>> {
    if !fills_up(&board.say) {
        return None;
    }
    let words = words(&board.say)?;
    let mut said = vec![words.trade];
    if board.says(Length::HalfMinute) {
        said.extend(words.caption.into_iter().take(1));
    }
    if board.says(Length::Page) && !words.cost.is_empty() {
        said.push(words.cost);
    }
    Some(said)
}

/// What is lost if success does not come.
pub(super) fn if_unwanted(board: &Board<'_>) -> Option<Vec<Sentence>> {
    let say = &board.say;
    let recommended = say.outcome.verdict.recommended;
    if board.state == State::TooClose || is_certain(say) {
        return None;
    }
    if recommended == Choice::Nothing {
        return Some(vec![
            "If success does not come, we have lost nothing.".into(),
        ]);
    }
    if !say.is_negative(Quantity::Bad(recommended)) {
        return Some(vec![
            "Even if success does not come, we earn our money back.".into(),
        ]);
    }
    let more = Quantity::MoreThanCheapest;
    let loss = say.money(Quantity::Loss(recommended)).strong();
    let mut said = Vec::new();
    if say.is_no_money(more) || say.is_negative(more) {
        said.push(sentence![
            "If success does not come, we lose ",
            loss,
            "; no other version loses less.",
        ]);
    } else {
        let price_of = if recommends_scalable(board) {
            "; that is the price of being ready for it."
        } else {
            "; that is the price of this plan."
        };
        said.push(sentence![
            "If success does not come, the extra ",
            say.money(more).strong(),
            " is lost",
            price_of,
        ]);
        // A page has said it beside the recommendation.
        if board.length == Length::HalfMinute {
            said.push(sentence!["In all we then lose ", loss, "."]);
        }
    }
    if board.says(Length::HalfMinute) {
        said.push(sentence![
            "We give that a chance of ",
            chance_beside_own(say, Quantity::ChanceUnwanted).strong(),
            ".",
        ]);
    }
    if board.says(Length::Page) {
        said.push(sentence![
            "We would stop ",
            say.months(Quantity::Input(Key::FailureMonths)),
            " after the launch.",
        ]);
    }
    Some(said)
}

/// The plans whose cash is in question: the recommended one, the one that the cash rules out, or
/// both of two that are too close. The one to take in doubt is the first.
fn plans_to_pay(board: &Board<'_>) -> Vec<Strategy> {
    let say = &board.say;
    let verdict = &say.outcome.verdict;
    let plans = match board.state {
        State::TooClose => {
            let other = if verdict.recommended == verdict.best {
                verdict.next_best
            } else {
                verdict.best
            };
            vec![verdict.recommended, other]
        }
        _ if cash_decides(say) && verdict.recommended == Choice::Nothing => {
            vec![passed_over(say)]
        }
        _ => vec![verdict.recommended],
    };
    plans.into_iter().filter_map(Choice::strategy).collect()
}

/// How much cash it takes.
pub(super) fn cash(board: &Board<'_>) -> Option<Vec<Sentence>> {
    let say = &board.say;
    let plans = plans_to_pay(board);
    let strategy = *plans.first()?;
    let choice = Choice::Build(strategy);
    let named = (say.outcome.verdict.recommended != choice || board.state == State::TooClose)
        .then(|| sentence![" with ", say.plan(choice)]);
    let mut said = if say.outcome.futures.is_some() {
        over_futures(board, strategy, named)
    } else {
        vec![sentence![
            "With our numbers we need ",
            say.money(Quantity::CashNeed(strategy)).strong(),
            " in cash",
            named,
            " until the product pays its way.",
        ]]
    };
    if say.outcome.scenario.cash().is_some() {
        said.push(enough(board, choice));
    }
    let other = match plans.get(1) {
        Some(other) => Some(*other),
        None if !board.says(Length::HalfMinute) => None,
        None if strategy == Strategy::Msp => Some(Strategy::MvpWatch),
        None => Some(Strategy::Msp),
    };
    said.extend(other.and_then(|other| with_the_other(say, other)));
    Some(said)
}

/// The cash that another plan needs in the middle future.
fn with_the_other(say: &Say<'_>, other: Strategy) -> Option<Sentence> {
    let need = Quantity::Drawn(Drawn::CashNeeded(Choice::Build(other), Edge::Middle));
    need.of(say.outcome)?;
    Some(sentence![
        "With ",
        say.built(other),
        " we need about ",
        say.money(need),
        ".",
    ])
}

/// The cash that a plan needs in the middle future, and in one future in ten.
fn over_futures(board: &Board<'_>, strategy: Strategy, named: Option<Sentence>) -> Vec<Sentence> {
    let say = &board.say;
    let choice = Choice::Build(strategy);
    let need = |edge| Quantity::Drawn(Drawn::CashNeeded(choice, edge));
    let mut said = vec![if say.is_no_money(need(Edge::Middle)) {
        sentence![
            "In the middle future the product pays its own way from the start",
            named,
            ".",
        ]
    } else {
        sentence![
            "If people want the product, we need about ",
            money(say, need),
            " in cash",
            named,
            " until it pays its way.",
        ]
    }];
    let counting = if is_certain(say) {
        "One future in ten needs more than "
    } else {
        "Counting the futures in which nobody wants it and we stop early, one in ten needs more \
         than "
    };
    if board.says(Length::HalfMinute) {
        said.push(sentence![
            counting,
            say.money(Quantity::Drawn(Drawn::CashNeededOneInTen(choice)))
                .strong(),
            ".",
        ]);
    }
    said
}

/// Whether the cash there is is enough.
fn enough(board: &Board<'_>, choice: Choice) -> Sentence {
    let say = &board.say;
    let short = Quantity::CashShort(choice);
    let have = sentence!["We have ", say.typed(Key::Cash).strong()];
    if say.value(short) <= 0.0 {
        return sentence![have, ": that is enough."];
    }
    let decides = match say.outcome.verdict.recommended {
        _ if !cash_decides(say) => "",
        Choice::Nothing => "; that is why we build nothing yet",
        Choice::Build(_) => "; that decides between the plans",
    };
    sentence![
        have,
        ": the cash runs out in ",
        say.of_futures(short).strong(),
        " of all futures",
        decides,
        ".",
    ]
}

/// What building too little costs if people come, and too much if they do not.
pub(super) fn opposite_error(board: &Board<'_>) -> Option<Vec<Sentence>> {
    let say = &board.say;
    let regrets = &say.outcome.regrets;
    let best = |short: fn(&crate::decision::Regret<Choice>) -> f64| {
        let least = regrets.iter().min_by(|a, b| short(a).total_cmp(&short(b)));
        least.map(|regret| regret.option)
    };
    let simple = Choice::Build(Strategy::MvpLate);
    let over = Choice::Build(Strategy::Over);
    let mut said = Vec::new();
    // Too little is built only where a version that starts with more room is best if people come.
    let more_is_best = matches!(
        best(|regret| regret.wanted),
        Some(Choice::Build(Strategy::Msp | Strategy::Over))
    );
    let too_little = Quantity::RegretWanted(simple);
    if more_is_best && !say.is_no_money(too_little) {
        let start = "If people come and we have built too little, ";
        said.push(ends_short(
            say,
            start,
            simple,
            too_little,
            "the best plan".into(),
        ));
    }
    let too_much = Quantity::RegretUnwanted(over);
    if !say.is_no_money(too_much) && !is_certain(say) {
        let rival = match best(|regret| regret.unwanted) {
            Some(Choice::Build(strategy)) if strategy.is_mvp() => sentence!["the simple version"],
            Some(choice) => sentence![say.plan(choice)],
            None => sentence!["the best plan"],
        };
        let start = "If nobody comes and we have built too much, ";
        said.push(ends_short(say, start, over, too_much, rival));
    }
    if said.is_empty() {
        return None;
    }
    if board.says(Length::HalfMinute) {
        let recommended = say.outcome.verdict.recommended;
        let worst = Quantity::WorstRegret(recommended);
        if !say.is_no_money(worst) {
            let best = "the best plan for the case".into();
            said.push(ends_short(say, "At worst, ", recommended, worst, best));
        }
    }
    Some(said)
}

/// A plan that ends an amount short of another one.
fn ends_short(say: &Say<'_>, start: &str, plan: Choice, short: Quantity, of: Sentence) -> Sentence {
    sentence![
        start,
        say.plan(plan),
        " ends ",
        say.money(short).strong(),
        " short of ",
        of,
        ".",
    ]
}
