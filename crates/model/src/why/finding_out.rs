//! The workings of what rests on the best plan for each case: what finding out is worth, and from
//! which chance of success a plan pays.

use crate::decision::Line;
use crate::field::Key;
use crate::statement::{Quantity, Say, Sentence, Span, sentence};
use crate::strategy::Choice;

/// What it is worth to know for certain whether people want the product; `built` leaves out building
/// nothing.
pub(super) fn knowing_success(say: &Say<'_>, built: bool, gain: Span) -> Sentence {
    let p = say.outcome.scenario[Key::Success];
    let Some([wanted, unwanted, without]) = best_plans(
        say,
        built,
        [
            |line, _| line.good,
            |line, _| line.bad,
            |line, p| line.value(p),
        ],
        p,
    ) else {
        return sentence!["Gain by knowing: ", gain, "."];
    };
    sentence![
        "If people want it, the best is ",
        say.plan(wanted),
        ": ",
        chance(say),
        " × ",
        say.bracketed(say.money3(Quantity::Good(wanted))),
        ". If nobody does, it is ",
        say.plan(unwanted),
        ": ",
        say.full_percent(Quantity::ChanceUnwanted),
        " × ",
        say.bracketed(say.money3(Quantity::Bad(unwanted))),
        ". Both together, less ",
        say.bracketed(say.money3(Quantity::Value(without))),
        " for ",
        say.plan(without),
        " without knowing: ",
        gain,
        ".",
    ]
}

/// What a test that may be wrong is worth.
pub(super) fn market_test(say: &Say<'_>, [hit, false_alarm]: [f64; 2], gain: Span) -> Sentence {
    let p = say.outcome.scenario[Key::Success];
    let lines = &say.outcome.lines;
    let after = |yes_if_wanted: f64, yes_if_not: f64| {
        best_of(lines, |line| {
            p * yes_if_wanted * line.good + (1.0 - p) * yes_if_not * line.bad
        })
    };
    let answers = [[hit, false_alarm], [1.0 - hit, 1.0 - false_alarm]];
    let plans = answers.map(|[wanted, not]| after(wanted, not));
    let ([Some(yes), Some(no)], Some(without)) = (plans, best_of(lines, |line| line.value(p)))
    else {
        return sentence!["Gain by the test: ", gain, "."];
    };
    let worth = |plan: Choice, [wanted, not]: [f64; 2]| {
        sentence![
            say.plan(plan),
            " is best: ",
            chance(say),
            " × ",
            say.percent3(Quantity::Given(wanted)),
            " × ",
            say.bracketed(say.money3(Quantity::Good(plan))),
            " + ",
            say.full_percent(Quantity::ChanceUnwanted),
            " × ",
            say.percent3(Quantity::Given(not)),
            " × ",
            say.bracketed(say.money3(Quantity::Bad(plan))),
        ]
    };
    sentence![
        "After a yes ",
        worth(yes, answers[0]),
        ". After a no ",
        worth(no, answers[1]),
        ". Both together, less ",
        say.bracketed(say.money3(Quantity::Value(without))),
        " for ",
        say.plan(without),
        " without a test: ",
        gain,
        ".",
    ]
}

/// The chance of success below which nothing that is built is worth it.
pub(super) fn nothing_below(say: &Say<'_>, shown: Span) -> Sentence {
    let below = say.value(Quantity::NothingBelow);
    let mut built = say
        .outcome
        .lines
        .iter()
        .filter(|line| line.option != Choice::Nothing);
    if let Some(safe) = built.clone().find(|line| line.bad >= 0.0) {
        return sentence![
            Sentence::from(say.plan(safe.option)).capitalised(),
            " loses nothing even if nobody wants it: ",
            say.money3(Quantity::Bad(safe.option)),
            ". So it pays at any chance, from ",
            shown,
            " on.",
        ];
    }
    let lowest = built.find(|line| Quantity::PaysFrom(line.option).of(say.outcome) == Some(below));
    match lowest {
        Some(line) => pays_from(say, line.option, shown),
        None => sentence![
            "No plan is worth more than nothing even if people want it, the best of them ",
            best_of(&say.outcome.lines, |line| match line.option {
                Choice::Nothing => f64::NEG_INFINITY,
                Choice::Build(_) => line.good,
            })
            .map(|plan| sentence![
                say.plan(plan),
                " with ",
                say.money3(Quantity::Good(plan))
            ]),
            ": so none pays below ",
            shown,
            ".",
        ],
    }
}

/// From which chance of success a plan is worth more than nothing.
pub(super) fn pays_from(say: &Say<'_>, plan: Choice, shown: Span) -> Sentence {
    let loss = || say.money3(Quantity::Loss(plan));
    sentence![
        Sentence::from(say.plan(plan)).capitalised(),
        ": ",
        loss(),
        " ÷ (",
        loss(),
        " + ",
        say.money3(Quantity::Good(plan)),
        ") = ",
        shown,
        ".",
    ]
}

/// How far a plan ends short of the best plan for a case: "$4.27M with the scalable version − $3.06M
/// = $1.21M".
pub(super) fn short_of_best(say: &Say<'_>, plan: Choice, wanted: bool) -> Sentence {
    let lines = &say.outcome.lines;
    let best = best_of(lines, |line| if wanted { line.good } else { line.bad }).unwrap_or(plan);
    let worth = |plan| {
        say.money3(if wanted {
            Quantity::Good(plan)
        } else {
            Quantity::Bad(plan)
        })
    };
    sentence![
        worth(best),
        " with ",
        say.plan(best),
        " − ",
        say.bracketed(worth(plan)),
        " = ",
        say.money3(if wanted {
            Quantity::RegretWanted(plan)
        } else {
            Quantity::RegretUnwanted(plan)
        }),
    ]
}

fn chance(say: &Say<'_>) -> Span {
    say.full_percent(Quantity::Input(Key::Success))
}

/// The plan for which something is highest.
fn best_of(lines: &[Line<Choice>], worth: impl Fn(&Line<Choice>) -> f64) -> Option<Choice> {
    let best = lines.iter().max_by(|a, b| worth(a).total_cmp(&worth(b)));
    best.map(|line| line.option)
}

/// The best plans by several measures.
fn best_plans(
    say: &Say<'_>,
    built: bool,
    measures: [fn(&Line<Choice>, f64) -> f64; 3],
    p: f64,
) -> Option<[Choice; 3]> {
    let lines: Vec<Line<Choice>> = say
        .outcome
        .lines
        .iter()
        .filter(|line| !built || line.option != Choice::Nothing)
        .copied()
        .collect();
    let [a, b, c] = measures.map(|measure| best_of(&lines, |line| measure(line, p)));
    Some([a?, b?, c?])
}
