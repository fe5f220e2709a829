//! The sentences under the headline: what it costs, what one gains, what one loses.

use super::cost::{cost, cost_more, no_rebuild};
use super::trio::changes;
use super::{State, cash, over_futures, product};
use crate::field::Key;
use crate::scenario::Scenario;
use crate::statement::quantity::Quantity;
use crate::statement::say::Say;
use crate::statement::span::{Sentence, sentence};
use crate::strategy::{Choice, Strategy};

pub(crate) fn lead(say: &Say<'_>, state: State) -> Vec<Sentence> {
    if cash::decides(say) {
        return cash::lead(say);
    }
    let mut lead = match &say.outcome.futures {
        Some(futures) => over_futures::lead(say, state, futures),
        None => with_your_numbers(say, state),
    };
    lead.extend(cash::never_enough(say));
    lead
}

fn with_your_numbers(say: &Say<'_>, state: State) -> Vec<Sentence> {
    match state {
        State::Clear(Choice::Nothing) => nothing(say),
        State::Clear(Choice::Build(strategy)) => {
            let mut lead = cost(say, strategy, "It".into());
            lead.push(if_wanted(say));
            lead.extend(if_unwanted(say, Choice::Build(strategy)));
            lead
        }
        State::Product(choice) => product_only(say, choice),
        State::TooClose => too_close(say),
    }
}

/// What one gains over the next best plan if people want it.
fn if_wanted(say: &Say<'_>) -> Sentence {
    let verdict = &say.outcome.verdict;
    let (best, next) = (verdict.best, verdict.next_best);
    let ahead = Quantity::GoodLead(best, next);
    let start = format!("If people want the product, {} end ", say.who);
    let rival = match next {
        Choice::Nothing => sentence!["building nothing, the next best plan"],
        _ => sentence!["the next best plan, ", say.plan(next)],
    };
    if say.is_no_money(ahead) {
        return sentence![start, "level with ", rival, "."];
    }
    if say.is_negative(ahead) {
        let behind = sentence![say.money(Quantity::GoodLead(next, best)), " behind"].strong();
        let because = if say.is_negative(Quantity::Bad(best)) {
            "loses less"
        } else {
            "does better"
        };
        return sentence![
            start,
            behind,
            " ",
            rival,
            format!("; this plan leads on average because it {because} if nobody wants it."),
        ];
    }
    let ahead = sentence![say.money(ahead), " ahead"].strong();
    sentence![start, ahead, " of ", rival, "."]
}

/// Whether people want it for certain: what is lost if nobody does is then no question.
pub(crate) fn is_certain(say: &Say<'_>) -> bool {
    say.outcome.scenario[Key::Success] >= 1.0
}

/// What one loses if nobody wants it; `None` where people want it for certain.
fn if_unwanted(say: &Say<'_>, choice: Choice) -> Option<Sentence> {
    if is_certain(say) {
        return None;
    }
    let start = format!("If nobody does, {} ", say.who);
    if say.is_no_money(Quantity::Bad(choice)) {
        return Some(sentence![start, "lose nothing."]);
    }
    if !say.is_negative(Quantity::Bad(choice)) {
        let left = say.money(Quantity::Bad(choice)).strong();
        return Some(sentence![start, "still end ", left, " ahead."]);
    }
    let loss = say.money(Quantity::Loss(choice)).strong();
    let more = Quantity::MoreThanCheapest;
    let compared = if say.is_no_money(more) || say.is_negative(more) {
        sentence!["; no other version loses less"]
    } else {
        sentence![", ", say.money(more), " more than with ", say.cheapest()]
    };
    Some(sentence![start, "lose ", loss, compared, "."])
}

/// Building nothing is best.
pub(super) fn nothing(say: &Say<'_>) -> Vec<Sentence> {
    let verdict = &say.outcome.verdict;
    let next = verdict.next_best;
    let mut lead = vec![sentence![
        say.assumed,
        " ",
        chance(say),
        ": at that chance of success even the best plan, ",
        say.plan(next),
        ", loses ",
        say.money(Quantity::AverageLoss(next)).strong(),
        " on average.",
    ]];
    let [down, up] = changes(say);
    lead.push(match up {
        Some(up) => sentence![
            "Building pays from ",
            say.in_hundred(Quantity::BreakEvenAbove).strong(),
            ", and then with ",
            say.plan(up.to),
            ".",
        ],
        None => match down {
            Some(down) => sentence![
                "Building pays below ",
                say.in_hundred(Quantity::BreakEvenBelow).strong(),
                ", and then with ",
                say.plan(down.to),
                ".",
            ],
            None => sentence!["At no chance of success does a plan earn its money back."],
        },
    });
    let missed = Quantity::RegretWanted(Choice::Nothing);
    if !say.is_no_money(missed) {
        lead.push(sentence![
            format!("If people want the product after all, {} miss ", say.who),
            say.money(missed).strong(),
            ".",
        ]);
    }
    lead
}

/// The user's own chance: whole hundredths where it is whole, else in per cent.
pub(super) fn chance(say: &Say<'_>) -> Sentence {
    sentence![own_chance(say)]
}

pub(crate) fn own_chance(say: &Say<'_>) -> crate::statement::span::Span {
    let p = Quantity::Input(Key::Success);
    if is_whole_hundredth(&say.outcome.scenario) {
        say.in_hundred(p)
    } else {
        say.percent3(p)
    }
}

/// A chance beside the own one: as finely written as that, and as it takes to tell them apart.
pub(crate) fn chance_beside_own(say: &Say<'_>, chance: Quantity) -> crate::statement::span::Span {
    let rough = say.in_hundred(chance);
    let differs = say.value(chance) != say.outcome.scenario[Key::Success];
    if !is_whole_hundredth(&say.outcome.scenario) || (rough.text == own_chance(say).text && differs)
    {
        return say.percent3(chance);
    }
    rough
}

fn is_whole_hundredth(s: &Scenario) -> bool {
    let hundredths = s[Key::Success] * 100.0;
    (hundredths - hundredths.round()).abs() < 1e-9
}

/// What to build is clear; how to run it is not.
fn product_only(say: &Say<'_>, choice: Choice) -> Vec<Sentence> {
    let verdict = &say.outcome.verdict;
    let built = Quantity::BuildTotal(Strategy::MvpLive);
    let mut lead = vec![sentence![
        "It costs ",
        say.money3(built).strong(),
        " and takes ",
        say.weeks(Quantity::Input(Key::BuildWeeks)),
        ".",
    ]];
    let steps = [Strategy::MvpLate, Strategy::MvpWatch].map(Quantity::StepStart);
    if steps.iter().all(|start| start.of(say.outcome).is_none()) {
        lead.push(no_rebuild(say));
    } else {
        lead.push(how_close(say));
    }
    if let Some((other, _)) = verdict.next_other {
        lead.push(sentence![
            "On average it is ",
            say.money(Quantity::LeadOverOther).strong(),
            " ahead of the next best product, ",
            product(say, other),
            ".",
        ]);
    }
    lead.extend(if_unwanted(say, choice));
    lead
}

/// The two plans that are too close, and by how little one leads.
pub(super) fn how_close(say: &Say<'_>) -> Sentence {
    let verdict = &say.outcome.verdict;
    let best = Sentence::from(say.plan(verdict.best)).capitalised();
    if say.is_no_money(Quantity::Lead) {
        return sentence![
            best,
            " and ",
            say.plan(verdict.next_best),
            " are worth the same on average.",
        ];
    }
    sentence![
        best,
        " is only ",
        say.money(Quantity::Lead).strong(),
        " ahead of ",
        say.plan(verdict.next_best),
        " on average; under ",
        say.money3(Quantity::Threshold),
        " is too close to call.",
    ]
}

/// Two products are too close.
fn too_close(say: &Say<'_>) -> Vec<Sentence> {
    let verdict = &say.outcome.verdict;
    let next = verdict.next_best;
    let mut lead = vec![how_close(say)];
    lead.extend(dearer(say));
    if let Some((other, _)) = verdict.next_other.filter(|(other, _)| *other != next) {
        lead.push(if say.is_no_money(Quantity::LeadOverOther) {
            sentence![
                Sentence::from(say.plan(other)).capitalised(),
                " is level with them.",
            ]
        } else {
            sentence![
                Sentence::from(say.plan(other)).capitalised(),
                " follows ",
                say.money(Quantity::LeadOverOther),
                " behind.",
            ]
        });
    }
    lead.push(in_doubt(say));
    lead
}

/// What the dearer of the two costs.
fn dearer(say: &Say<'_>) -> Option<Sentence> {
    let verdict = &say.outcome.verdict;
    let both = [verdict.best, verdict.next_best];
    let level = |choice: &Choice| choice.strategy().map(Strategy::level);
    let subject = |choice| Sentence::from(product(say, choice)).capitalised();
    let dearer = *both.iter().max_by_key(|choice| level(choice))?;
    let strategy = dearer.strategy()?;
    if both.contains(&Choice::Nothing) || strategy.is_mvp() {
        let total = say.money3(Quantity::BuildTotal(strategy)).strong();
        let name = product(say, Choice::Build(strategy));
        return Some(sentence!["Building ", name, " costs ", total, "."]);
    }
    Some(sentence![cost_more(say, strategy, subject(dearer)), "."])
}

/// The plan with the smaller worst regret.
pub(super) fn in_doubt(say: &Say<'_>) -> Sentence {
    let verdict = &say.outcome.verdict;
    let safer = verdict.recommended;
    let other = if safer == verdict.best {
        verdict.next_best
    } else {
        verdict.best
    };
    let (small, large) = (
        say.money(Quantity::WorstRegret(safer)),
        say.money(Quantity::WorstRegret(other)),
    );
    let advice = match safer {
        Choice::Nothing => sentence!["If in doubt, build nothing: "],
        _ => sentence!["If in doubt, take ", say.plan(safer), ": "],
    };
    if small.text == large.text {
        return sentence![
            advice,
            "at worst either ends ",
            small,
            " short of the best plan for the case.",
        ];
    }
    sentence![
        advice,
        "at worst it ends ",
        small.strong(),
        " short of the best plan for the case, the other one ",
        large.strong(),
        ".",
    ]
}
