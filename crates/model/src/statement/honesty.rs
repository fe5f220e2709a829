//! What makes an answer look surer than it is.

use super::quantity::{Drawn, Edge, Quantity};
use super::say::Say;
use super::span::{Sentence, sentence};
use super::verdict::{State, headline};
use crate::demand::Demand;
use crate::field::{Key, Range};
use crate::outcome::Outcome;
use crate::preset::EXAMPLES;
use crate::scenario::{Inputs, Scenario};
use crate::sensitivity::SwitchPoints;
use crate::strategy::{Choice, Strategy};
use crate::text::write::Currency;

/// A range narrower than this share of its source's is pointed out.
const NARROW: f64 = 0.95;
/// A scalable version that uses less of its room than this in the middle future has too much.
const IDLE: f64 = 0.25;
/// The answer hangs on an input that lies where another plan is best with more than this chance.
const DECISIVE: f64 = 0.25;
/// So many narrow ranges are named.
const NAMED: usize = 3;

/// What to be careful about; nothing if there is nothing. `half_growth` is the outcome of
/// [`half_growth`], once it is there.
#[must_use]
pub fn honesty(
    outcome: &Outcome,
    currency: Currency,
    half_growth: Option<&Outcome>,
) -> Vec<Sentence> {
    let say = Say::new(outcome, currency);
    let found = [
        narrow(&say),
        half_growth.and_then(|half| growth(&say, half)),
        idle(&say),
        one_number(&say),
    ];
    found.into_iter().flatten().collect()
}

/// The inputs whose ranges are narrower than those of their source, on the scale of the source.
#[must_use]
pub fn narrower_than_source(scenario: &Scenario) -> Vec<Key> {
    let narrower = |key: &Key| {
        // What an example states of its own has a source as well.
        let stated = scenario.range(*key).is_some_and(|range| {
            EXAMPLES.iter().any(|example| {
                example.kind == scenario.kind()
                    && example.ranges.iter().any(|(own, _, _)| own == key)
                    && example.stated_range(*key) == Some((scenario[*key], range))
            })
        });
        let preset = key.field().preset(scenario.kind());
        let source = preset.and_then(|preset| preset.range?.moved(preset.best, scenario[*key]));
        let Some(source) = source.filter(|_| !stated) else {
            return false;
        };
        let width =
            |range: &Range| source.shape.to_scale(range.high) - source.shape.to_scale(range.low);
        let given = scenario.range(*key).map_or(0.0, |range| width(&range));
        given < NARROW * width(&source)
    };
    let keys = Key::ALL.into_iter().filter(|key| *key != Key::Success);
    keys.filter(narrower).collect()
}

fn narrow(say: &Say<'_>) -> Option<Sentence> {
    let keys = narrower_than_source(&say.outcome.scenario);
    let mut named = sentence![];
    let last = keys.len().min(NAMED) - usize::from(!keys.is_empty());
    for (place, key) in keys.iter().take(NAMED).enumerate() {
        let joint = match place {
            0 => "",
            _ if place == last && keys.len() <= NAMED => " and ",
            _ => ", ",
        };
        named.push(sentence![joint, say.label(*key)]);
    }
    if keys.len() > NAMED {
        named.push(" and others");
    }
    let (are, source) = match keys.len() {
        0 => return None,
        1 => (
            " is narrower than the one its source gives: ",
            "The range of ",
        ),
        _ => (
            " are narrower than those their sources give: ",
            "The ranges of ",
        ),
    };
    Some(sentence![
        source,
        named,
        are,
        "the answer may look surer than it is.",
    ])
}

/// The scenario with half the growth, where growth is taken at plan or above; `None` where it is
/// not, or where there is none.
#[must_use]
pub fn half_growth(scenario: &Scenario) -> Option<Scenario> {
    if scenario[Key::Size] < 1.0 || scenario[Key::Speed] < 1.0 {
        return None;
    }
    let mut inputs: Inputs = scenario.inputs();
    let halved = |launch: f64, users: f64| {
        let growth = (users - launch).max(0.0);
        users - growth / 2.0
    };
    match &mut inputs.demand {
        Demand::Milestones => {
            let launch = scenario[Key::UsersAtLaunch];
            for key in [Key::UsersMonth6, Key::UsersMonth12] {
                inputs.values.push((key, halved(launch, scenario[key])));
            }
        }
        Demand::LogisticThrough {
            launch,
            month_6,
            month_12,
        } => {
            for users in [month_6, month_12] {
                *users = halved(*launch, *users);
            }
        }
        Demand::Logistic { rate, .. } => *rate = halved(0.0, *rate),
        Demand::Exponential { growth, .. } => *growth = halved(0.0, *growth),
        Demand::Bass {
            innovation,
            imitation,
            ..
        } => {
            for rate in [innovation, imitation] {
                *rate = halved(0.0, *rate);
            }
        }
        Demand::Points { users, .. } => {
            let launch = users.first().copied().unwrap_or_default();
            for users in users {
                *users = halved(launch, *users);
            }
        }
    }
    let half = Scenario::new(inputs).ok()?;
    (half != *scenario).then_some(half)
}

/// The answer with half the growth, beside the answer.
fn growth(say: &Say<'_>, half: &Outcome) -> Option<Sentence> {
    let other = Say::new(half, say.currency);
    let answers = [say, &other].map(|say| headline(say, State::of(say.outcome)));
    let start = "Growth is taken at your plan or above";
    let [now, then] = answers;
    if now == then {
        return Some(sentence![
            start,
            "; with half the growth the answer stays the same.",
        ]);
    }
    Some(sentence![
        start,
        "; with half the growth the answer would be “",
        then.trim_end_matches('.').to_owned(),
        "”.",
    ])
}

/// Room that nobody uses.
fn idle(say: &Say<'_>) -> Option<Sentence> {
    let used = |edge| Quantity::Drawn(Drawn::PeakUse(edge));
    let share = used(Edge::Middle).of(say.outcome)?;
    (share < IDLE).then(|| {
        sentence![
            "In the middle future ",
            say.plan(Choice::Build(Strategy::Msp)),
            " uses ",
            say.percent(used(Edge::Middle)).strong(),
            " of its room at its peak (range: ",
            say.percent(used(Edge::Low)),
            " to ",
            say.percent(used(Edge::High)),
            "); nobody needs the rest.",
        ]
    })
}

/// An answer that one number decides.
fn one_number(say: &Say<'_>) -> Option<Sentence> {
    let change = say.outcome.change.as_ref()?;
    let decisive = |input: &&SwitchPoints| {
        input
            .chance_other_best
            .is_some_and(|chance| chance > DECISIVE)
    };
    let mut found = change.switch_points.iter().filter(decisive);
    let only = found.next()?;
    if !change.complete || found.next().is_some() {
        return None;
    }
    Some(sentence![
        "The answer hangs on one number, ",
        say.label(only.key),
        ": the chance that it lies where another plan is best is ",
        say.chance(Quantity::ChanceOtherBest(only.key)).strong(),
        ".",
    ])
}
