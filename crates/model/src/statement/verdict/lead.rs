//! The sentences under the headline: what it costs, what one gains, what one loses.

use super::trio::changes;
use super::{State, product};
use crate::field::Key;
use crate::scenario::Scenario;
use crate::statement::quantity::Quantity;
use crate::statement::say::Say;
use crate::statement::span::{Sentence, sentence};
use crate::strategy::{Choice, Strategy};

pub(super) fn lead(say: &Say<'_>, state: State) -> Vec<Sentence> {
    match state {
        State::Clear(Choice::Nothing) => nothing(say),
        State::Clear(Choice::Build(strategy)) => {
            let mut lead = cost(say, strategy, "It".into());
            lead.push(if_wanted(say));
            lead.push(if_unwanted(say, Choice::Build(strategy)));
            lead
        }
        State::Product(choice) => product_only(say, choice),
        State::TooClose => too_close(say),
    }
}

/// What building it costs, and when more work falls due.
fn cost(say: &Say<'_>, strategy: Strategy, subject: Sentence) -> Vec<Sentence> {
    match strategy {
        Strategy::Msp | Strategy::Over => {
            let tooling = (strategy == Strategy::Msp && !say.is_service())
                .then(|| tooling(say))
                .flatten();
            let mut cost = vec![cost_more(say, strategy, subject)];
            cost.extend(tooling);
            cost
        }
        Strategy::MvpLive | Strategy::MvpLate | Strategy::MvpWatch => {
            let mut cost = vec![sentence![
                subject,
                " costs ",
                say.money3(Quantity::BuildTotal(strategy)).strong(),
                " and takes ",
                say.weeks(Quantity::Input(Key::BuildWeeks)),
                ".",
            ]];
            cost.push(match strategy {
                Strategy::MvpLive => when_full(say),
                _ => when_rebuilt(say, strategy),
            });
            cost
        }
    }
}

/// How much more than the simple version it costs and takes.
fn cost_more(say: &Say<'_>, strategy: Strategy, subject: Sentence) -> Sentence {
    let more = Quantity::BuildMore(strategy, Strategy::MvpLive);
    let less = Quantity::BuildMore(Strategy::MvpLive, strategy);
    let longer = say.value(Quantity::WeeksMore(strategy)) > 0.0;
    let weeks = || say.weeks(Quantity::WeeksMore(strategy));
    let cheaper = say.is_negative(more);
    if say.is_no_money(more) || cheaper {
        let costs = if cheaper {
            sentence![
                " costs ",
                say.money3(less).strong(),
                " less than the simple version"
            ]
        } else {
            sentence![" costs no more than the simple version"]
        };
        let time = if longer {
            sentence![", but takes ", weeks(), " longer"]
        } else if cheaper {
            sentence![" and takes no longer"]
        } else {
            sentence![]
        };
        return sentence![subject, costs, time, "."];
    }
    let costs = sentence![subject, " costs ", say.money3(more).strong()];
    if longer {
        sentence![costs, " and ", weeks(), " more than the simple version."]
    } else {
        sentence![costs, " more than the simple version and takes no longer."]
    }
}

/// When a scalable piece of hardware is tooled for volume.
fn tooling(say: &Say<'_>) -> Option<Sentence> {
    let start = Quantity::StepStart(Strategy::Msp);
    start.of(say.outcome)?;
    let cost = if say.is_no_money(Quantity::Input(Key::Entry1)) {
        sentence!["Tooling it for volume"]
    } else {
        sentence![
            "Tooling it for volume, for ",
            say.money3(Quantity::Input(Key::Entry1)),
            ",",
        ]
    };
    Some(sentence![cost, " falls due about ", say.month(start), "."])
}

/// When an MVP is rebuilt, and for how much.
fn when_rebuilt(say: &Say<'_>, strategy: Strategy) -> Sentence {
    let rebuild = say.words.rebuild;
    let start = Quantity::StepStart(strategy);
    if start.of(say.outcome).is_none() {
        return no_rebuild(say);
    }
    let level = match strategy {
        Strategy::MvpWatch => Quantity::AlarmWatch,
        _ => Quantity::Input(Key::AlarmLate),
    };
    let level = if say.is_service() {
        sentence!["at ", say.percent(level), " of its room"]
    } else {
        sentence![
            "when orders reach ",
            say.percent(level),
            " of what it can make"
        ]
    };
    let since_launch = say.value(start) - say.value(Quantity::Launch(strategy));
    let right_after = if since_launch < 1.0 {
        ", right after launch"
    } else {
        ""
    };
    let months = say.months(Quantity::Input(Key::RebuildMonths));
    let price = if say.is_no_money(Quantity::RebuildCost) {
        sentence![": ", months, " of work at no extra cost"]
    } else {
        sentence![
            ": another ",
            say.money3(Quantity::RebuildCost),
            " and ",
            months,
        ]
    };
    let end = say.value(Quantity::StepEnd(strategy));
    let unfinished = if end > f64::from(say.outcome.scenario.horizon()) {
        sentence![
            ", not finished by ",
            say.month(Quantity::Input(Key::Horizon))
        ]
    } else {
        sentence![]
    };
    sentence![
        format!("Start the {rebuild} "),
        level,
        ", about ",
        say.month(start),
        right_after,
        price,
        unfinished,
        ".",
    ]
}

fn no_rebuild(say: &Say<'_>) -> Sentence {
    sentence![
        format!(
            "With your numbers no {} is called for within the ",
            say.words.rebuild
        ),
        say.horizon(),
        " shown.",
    ]
}

/// When an MVP that is left as it is is full.
fn when_full(say: &Say<'_>) -> Sentence {
    let wall = say.value(Quantity::Wall);
    let shown = wall <= f64::from(say.outcome.scenario.horizon());
    let full = if say.is_service() {
        "It is full"
    } else {
        "Orders exceed what it can make"
    };
    if !shown {
        let not = if say.is_service() {
            "It does not fill up"
        } else {
            "Orders do not exceed what it can make"
        };
        sentence![not, " within the ", say.horizon(), " shown."]
    } else if say.value(Quantity::WallAfterLaunch) <= 0.0 {
        sentence![full, " from the day of its launch."]
    } else {
        sentence![full, " from ", say.month(Quantity::Wall), "."]
    }
}

/// What one gains over the next best plan if people want it.
fn if_wanted(say: &Say<'_>) -> Sentence {
    let verdict = &say.outcome.verdict;
    let (best, next) = (verdict.best, verdict.next_best);
    let ahead = Quantity::GoodLead(best, next);
    let start = "If people want the product, you end ";
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

/// What one loses if nobody wants it.
fn if_unwanted(say: &Say<'_>, choice: Choice) -> Sentence {
    let start = "If nobody does, you ";
    if say.is_no_money(Quantity::Bad(choice)) {
        return sentence![start, "lose nothing."];
    }
    if !say.is_negative(Quantity::Bad(choice)) {
        let left = say.money(Quantity::Bad(choice)).strong();
        return sentence![start, "still end ", left, " ahead."];
    }
    let loss = say.money(Quantity::Loss(choice)).strong();
    let more = Quantity::MoreThanCheapest;
    let compared = if say.is_no_money(more) || say.is_negative(more) {
        sentence!["; no other version loses less"]
    } else {
        sentence![", ", say.money(more), " more than with ", say.cheapest()]
    };
    sentence![start, "lose ", loss, compared, "."]
}

/// Building nothing is best.
fn nothing(say: &Say<'_>) -> Vec<Sentence> {
    let verdict = &say.outcome.verdict;
    let next = verdict.next_best;
    let mut lead = vec![sentence![
        "You said ",
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
            None => sentence!["It does so at any chance of success."],
        },
    });
    let missed = Quantity::RegretWanted(Choice::Nothing);
    if !say.is_no_money(missed) {
        lead.push(sentence![
            "If people want the product after all, you miss ",
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

fn own_chance(say: &Say<'_>) -> crate::statement::span::Span {
    let p = Quantity::Input(Key::Success);
    if is_whole_hundredth(&say.outcome.scenario) {
        say.in_hundred(p)
    } else {
        say.percent3(p)
    }
}

fn is_whole_hundredth(s: &Scenario) -> bool {
    let hundredths = s[Key::Success] * 100.0;
    (hundredths - hundredths.round()).abs() < 1e-9
}

/// What to build is clear; how to run it is not.
fn product_only(say: &Say<'_>, choice: Choice) -> Vec<Sentence> {
    let verdict = &say.outcome.verdict;
    let (best, next) = (verdict.best, verdict.next_best);
    let (wanted, built) = (say.plan(best), Quantity::BuildTotal(Strategy::MvpLive));
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
    } else if say.is_no_money(Quantity::Lead) {
        lead.push(sentence![
            Sentence::from(wanted).capitalised(),
            " and ",
            say.plan(next),
            " are worth the same on average.",
        ]);
    } else {
        lead.push(about_the_same(say));
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
    lead.push(if_unwanted(say, choice));
    lead
}

/// The two plans that are too close, and by how little one leads.
fn about_the_same(say: &Say<'_>) -> Sentence {
    let verdict = &say.outcome.verdict;
    sentence![
        Sentence::from(say.plan(verdict.best)).capitalised(),
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
    let (best, next) = (verdict.best, verdict.next_best);
    let mut lead = vec![if say.is_no_money(Quantity::Lead) {
        sentence![
            Sentence::from(say.plan(best)).capitalised(),
            " and ",
            say.plan(next),
            " are worth the same on average.",
        ]
    } else {
        about_the_same(say)
    }];
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
    Some(cost_more(say, strategy, subject(dearer)))
}

/// The plan with the smaller worst regret.
fn in_doubt(say: &Say<'_>) -> Sentence {
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
