//! What would change the answer, in words: the values of the inputs at which another option becomes the best, and
//! how far each input moves the lead. Source: model specification, sections 14.7 and 14.8.

use super::figure::Format;
use super::quantity::Quantity;
use super::say::Say;
use super::span::{Sentence, Span, sentence};
use crate::field::{Key, Kind, Unit};
use crate::outcome::Outcome;
use crate::sensitivity::{Switch, SwitchPoints, Tornado};
use crate::simulation::FIRST;
use crate::strategy::Choice;
use crate::text::write::{self, Currency, Precision, Sign, TimeUnit};
use crate::why::Worked;

/// The words of what would change the answer.
#[derive(Clone, Debug, PartialEq)]
pub struct ChangeWords {
    /// The heading.
    pub title: &'static str,
    /// How many ranges contain a point where the answer changes, or that it is being computed.
    pub subtitle: Vec<Sentence>,
    /// How to read the strip beside a row.
    pub key: Sentence,
    /// The inputs with such a point, the most decisive first: those inside their range, then by chance.
    pub rows: Vec<ChangeRow>,
    /// The inputs without one, and how to read numbers beyond it.
    pub closing: Vec<Sentence>,
    /// Whether all inputs are done.
    pub complete: bool,
}

/// An input with a point where the answer changes.
#[derive(Clone, Debug, PartialEq)]
pub struct ChangeRow {
    /// What is drawn beside it.
    pub points: SwitchPoints,
    /// The name of the input. The size of demand goes by users after twelve months.
    pub label: &'static str,
    /// Where another option is the best, and which; together they are all such values.
    pub changes: Vec<Change>,
    /// The same values for a drawing, ascending.
    pub zones: Vec<RivalZone>,
    /// The user's own number: "you: 30%".
    pub yours: Sentence,
    /// The chance that another option is the best: "chance: about 4 in 10".
    pub chance: Sentence,
    /// Whether such a point lies within the range of the input.
    pub inside: bool,
    /// Whether the user's own number lies where another option is the best: the answer then rests on
    /// the whole range.
    pub yours_is_in: bool,
}

/// A stretch of values of an input over which another option is the best.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RivalZone {
    /// Its low end; `None` = from the lowest value.
    pub from: Option<f64>,
    /// Its high end; `None` = to the highest value.
    pub to: Option<f64>,
    /// The option that is the best there, next to the switch point that is nearer to the user's number.
    pub best: Choice,
}

/// Values of an input at which another option is the best, in words.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// What the input has to do, to follow its name: "falls below 25%".
    pub condition: Sentence,
    /// The option that is the best there, to follow the condition: "an MVP with early warning".
    pub becomes: Span,
}

/// What would change the answer of an outcome.
#[must_use]
pub fn changes_of_mind(outcome: &Outcome, currency: Currency) -> ChangeWords {
    let say = Say::new(outcome, currency);
    let (mut points, complete) = match &outcome.change {
        Some(change) => (change.switch_points.clone(), change.complete),
        None => (Vec::new(), false),
    };
    SwitchPoints::sort(&mut points);
    points.sort_by_key(|input| input.inside_range != Some(true));
    let (with, without): (Vec<_>, Vec<_>) = points
        .into_iter()
        .partition(|input| !input.switches.is_empty());
    let beyond = with.iter().any(|input| Zones::of(&say, input).yours_is_in);
    let rows: Vec<ChangeRow> = with.into_iter().map(|input| row(&say, input)).collect();
    ChangeWords {
        title: "What would change your mind",
        subtitle: subtitle(&say, &rows, complete),
        key: Sentence::from(
            "Bar: your range; ring: your number; tinted: another plan is the best.",
        ),
        closing: closing(&say, &without, beyond),
        rows,
        complete,
    }
}

/// The name of an input that is moved. The size of demand goes by users after twelve months.
#[must_use]
pub fn moved_label(key: Key, kind: Kind) -> &'static str {
    let shown = if key == Key::Size {
        Key::UsersMonth12
    } else {
        key
    };
    shown.field().words(kind).label
}

/// A value of an input that is moved, with three significant figures and the short form of its unit: "25%",
/// "3.95 months". The size of demand is shown as users after twelve months.
#[must_use]
pub fn moved_value(outcome: &Outcome, key: Key, value: f64, currency: Currency) -> String {
    let scenario = &outcome.scenario;
    let shown = match key {
        Key::Size => scenario.curve().with_size(value).at(12.0),
        _ => value,
    };
    Format::Moved(key, scenario.kind()).text(shown, currency)
}

/// The user's own number of an input that is moved, as it was typed, with the short form of its unit.
fn yours(say: &Say<'_>, key: Key) -> Span {
    if key == Key::Size {
        return say.count(Quantity::Worked(Worked::WantedMonth12));
    }
    const FULL: Precision = Precision::Exact;
    let format = match key.field().unit(say.kind) {
        unit if unit.is_percent() => Format::Percent(FULL),
        unit if unit.is_money() => Format::Money(FULL, Sign::Minus),
        Unit::Users | Unit::UnitsPerMonth => Format::Count(FULL),
        Unit::Months => Format::FullTime(TimeUnit::Months),
        Unit::Weeks => Format::FullTime(TimeUnit::Weeks),
        _ => Format::Typed(key, say.kind),
    };
    say.figure(Quantity::Input(key), format)
}

struct Zones {
    zones: Vec<RivalZone>,
    /// Whether the user's own number lies in one of them.
    yours_is_in: bool,
}

impl Zones {
    fn of(say: &Say<'_>, input: &SwitchPoints) -> Self {
        let best = say.outcome.verdict.best;
        let yours = say.outcome.scenario[input.key];
        let ends = input.switches.iter().map(Some);
        let edges: Vec<Option<&Switch>> = std::iter::once(None).chain(ends).chain([None]).collect();
        let zone = |pair: &[Option<&Switch>]| {
            let (from, to) = (pair[0], pair[1]);
            let lower = from.map(|switch| switch.best_above);
            let upper = to.map(|switch| switch.best_below);
            let is_below = to.is_some_and(|to| to.value < yours);
            let nearest = if is_below {
                upper.or(lower)
            } else {
                lower.or(upper)
            };
            Some(RivalZone {
                from: from.map(|switch| switch.value),
                to: to.map(|switch| switch.value),
                best: nearest.filter(|here| *here != best)?,
            })
        };
        let zones: Vec<RivalZone> = edges.windows(2).filter_map(zone).collect();
        let yours_is_in = zones.iter().any(|zone| {
            zone.from.is_none_or(|from| from < yours) && zone.to.is_none_or(|to| yours < to)
        });
        Self { zones, yours_is_in }
    }
}

fn row(say: &Say<'_>, input: SwitchPoints) -> ChangeRow {
    let key = input.key;
    let Zones { zones, yours_is_in } = Zones::of(say, &input);
    ChangeRow {
        label: moved_label(key, say.kind),
        changes: changes(say, &input),
        zones,
        yours_is_in,
        yours: sentence!["you: ", yours(say, key)],
        chance: sentence!["chance: ", chance(input.chance_other_best)],
        inside: input.inside_range == Some(true),
        points: input,
    }
}

/// The chance that another option is the best.
fn chance(other_best: Option<f64>) -> String {
    match other_best {
        None => "no range given".to_owned(),
        Some(chance) if chance < 0.005 => "under 1 in 100".to_owned(),
        Some(chance) => write::chance(chance),
    }
}

/// A switch point of an input, with three significant figures and the short form of its unit.
fn point(say: &Say<'_>, input: &SwitchPoints, value: f64) -> Span {
    let place = input
        .switches
        .iter()
        .position(|switch| switch.value == value);
    let place = place
        .and_then(|place| u8::try_from(place).ok())
        .unwrap_or(u8::MAX);
    let text = moved_value(say.outcome, input.key, value, say.currency);
    let span = say.figure(
        Quantity::SwitchPoint(input.key, place),
        Format::Moved(input.key, say.kind),
    );
    debug_assert_eq!(span.text, text);
    span
}

fn changes(say: &Say<'_>, input: &SwitchPoints) -> Vec<Change> {
    let Zones { zones, yours_is_in } = Zones::of(say, input);
    let at = |value: f64| point(say, input, value);
    let text = |zone: &RivalZone| match (zone.from, zone.to) {
        (None, Some(to)) if yours_is_in => sentence!["is below ", at(to)],
        (None, Some(to)) => sentence!["falls below ", at(to)],
        (Some(from), None) if yours_is_in => sentence!["is above ", at(from)],
        (Some(from), None) => sentence!["rises above ", at(from)],
        (Some(from), Some(to)) if yours_is_in => {
            sentence!["is between ", at(from), " and ", at(to)]
        }
        (Some(from), Some(to)) => sentence!["lies between ", at(from), " and ", at(to)],
        (None, None) => sentence!["has any value"],
    };
    // Two sides with the same option are left together.
    if let Some((from, to, best)) = both_sides(&zones) {
        let (from, to) = (at(from), at(to));
        let condition = if yours_is_in {
            sentence!["is not between ", from, " and ", to]
        } else {
            sentence!["leaves ", from, " to ", to]
        };
        return vec![change(say, condition, best)];
    }
    let mut changes: Vec<(Sentence, Choice)> = Vec::new();
    for zone in &zones {
        match changes.iter_mut().find(|(_, best)| *best == zone.best) {
            Some((condition, _)) => {
                condition.push(" or ");
                condition.push(text(zone));
            }
            None => changes.push((text(zone), zone.best)),
        }
    }
    let change = |(condition, best)| change(say, condition, best);
    changes.into_iter().map(change).collect()
}

/// The values between which the best option stays the best, where the same other one is the best on both sides.
fn both_sides(zones: &[RivalZone]) -> Option<(f64, f64, Choice)> {
    let [low, high] = zones else { return None };
    let (from, to) = (low.to?, high.from?);
    let is_open = low.from.is_none() && high.to.is_none();
    (is_open && low.best == high.best).then_some((from, to, low.best))
}

fn change(say: &Say<'_>, condition: Sentence, best: Choice) -> Change {
    Change {
        condition: condition.strong(),
        becomes: say.plan(best),
    }
}

fn subtitle(say: &Say<'_>, rows: &[ChangeRow], complete: bool) -> Vec<Sentence> {
    if !complete {
        let so_far = if rows.is_empty() {
            ".".to_owned()
        } else {
            format!("; {}:", so_far())
        };
        return vec![sentence![
            "What would change the answer is being computed",
            so_far
        ]];
    }
    let inside = rows.iter().filter(|row| row.inside).count();
    let others = "with every other number as uncertain as it is.";
    let count = match inside {
        0 => format!("None of your ranges contains a point where the answer changes, {others}"),
        1 => format!("One of your ranges contains a point where the answer changes, {others}"),
        many => format!(
            "{} of your ranges contain a point where the answer changes, {others}",
            spelled(many)
        ),
    };
    let mut subtitle = vec![Sentence::from(count)];
    let verdict = &say.outcome.verdict;
    if verdict.too_close || verdict.recommended != verdict.best {
        subtitle.push(sentence![
            "Here the answer is the plan that is worth most on average, ",
            say.plan(verdict.best),
            ".",
        ]);
    }
    subtitle
}

/// A number at the start of a sentence.
fn spelled(number: usize) -> String {
    const WORDS: [&str; 11] = [
        "No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten",
    ];
    let word = WORDS.get(number).copied();
    let number = f64::from(u32::try_from(number).unwrap_or(u32::MAX));
    word.map_or_else(|| write::count(number, Precision::Exact), str::to_owned)
}

fn closing(say: &Say<'_>, without: &[SwitchPoints], beyond: bool) -> Vec<Sentence> {
    let mut closing = Vec::new();
    if beyond {
        closing.push(Sentence::from(
            "Where your number itself lies in the tinted part, the answer still holds on average over your range.",
        ));
    }
    let names: Vec<String> = without
        .iter()
        .map(|input| format!("“{}”", moved_label(input.key, say.kind)))
        .collect();
    if let Some((last, others)) = names.split_last() {
        let list = if others.is_empty() {
            last.clone()
        } else {
            format!("{} or {last}", others.join(", "))
        };
        closing.push(Sentence::from(format!(
            "No value of {list} that was tried changes the answer."
        )));
    }
    closing
}

/// The words of how far each input moves the lead.
#[derive(Clone, Debug, PartialEq)]
pub struct TornadoWords {
    /// The heading.
    pub title: &'static str,
    /// What is compared, and how to read the bars.
    pub note: Vec<Sentence>,
}

/// The words of the tornado; `None` in it while it is being computed.
#[must_use]
pub fn tornado_words(outcome: &Outcome, currency: Currency) -> TornadoWords {
    let say = Say::new(outcome, currency);
    let tornado = outcome
        .change
        .as_ref()
        .and_then(|change| change.tornado.as_ref());
    TornadoWords {
        title: "How far each number moves the lead",
        note: tornado.map_or_else(
            || {
                vec![Sentence::from(
                    "How far each number moves the lead is being computed.",
                )]
            },
            |tornado| tornado_note(&say, tornado),
        ),
    }
}

/// What an answer that is still being computed rests on.
fn so_far() -> String {
    let first = write::count(f64::from(8 * FIRST), Precision::Exact);
    format!("so far, from the first {first} futures")
}

fn tornado_note(say: &Say<'_>, tornado: &Tornado) -> Vec<Sentence> {
    let mut note = vec![sentence![
        "The lead of ",
        say.plan(tornado.best),
        " over the best other plan, with one number at a time at the ends of its range.",
    ]];
    if tornado.bars.is_empty() {
        note.push(Sentence::from("No number has a range."));
    } else {
        note.push(sentence![
            "Pale: the low end; full: the high end; dotted: today’s lead of ",
            say.signed(Quantity::Lead),
            ".",
        ]);
    }
    let complete = say
        .outcome
        .change
        .as_ref()
        .is_some_and(|change| change.complete);
    note.extend((!complete).then(|| Sentence::from(format!("{}.", so_far())).capitalised()));
    note
}

#[cfg(all(test, not(target_arch = "wasm32")))]
#[path = "tests/sensitivity.rs"]
mod tests;
