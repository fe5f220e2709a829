//! How far each number moves the lead, as plain data: one bar for each input, from today's lead to the lead at the low
//! end of its range and to that at the high end.

use headroom_model::outcome::Outcome;
use headroom_model::sensitivity::{Bar, Tornado};
use headroom_model::statement::{self, moved_label, moved_value, tornado_words};
use headroom_model::text::write::{self, Currency, Precision, Sign};

use super::bars::BESIDE_FROM;
use super::figure::{Twin, TwinGroup};
use super::mark::{Hue, Mark, Tone, Words};
use super::scale::Linear;
use super::shape::{Frame, Point};
use super::text::{self, Anchor, LABEL, SMALL, Weight};
use super::ticks::Ticks;
use super::words;

/// The most bars that are drawn.
const MOST: usize = 10;
/// The height of a bar.
const BAR: f64 = 12.0;
/// No bar is drawn thinner: a small change is still there.
const THINNEST: f64 = 2.0;
/// The height taken by the axis above the first row.
const AXIS: f64 = 26.0;
/// Air between a bar and the value at its end.
const GAP: f64 = 5.0;

/// The tornado, drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct TornadoDrawing {
    /// Its width.
    pub width: f64,
    /// Its height.
    pub height: f64,
    /// It in one paragraph.
    pub description: String,
    /// What is drawn, from the bottom up.
    pub marks: Vec<Mark>,
}

/// Where things are.
struct Layout {
    beside: bool,
    frame: Frame,
    scale: Linear,
    ticks: Ticks,
    pitch: f64,
    to_bar: f64,
    to_label: f64,
    width: f64,
}

/// One end of a bar.
struct End {
    lead: f64,
    /// The input's value there, written out, with "low" or "high" where the side does not say it.
    text: String,
    class: &'static str,
}

impl TornadoDrawing {
    /// The tornado in a container of `width` pixels; `None` while it is not known.
    #[must_use]
    pub fn of(outcome: &Outcome, currency: Currency, width: f64) -> Option<Self> {
        let tornado = outcome.change.as_ref()?.tornado.as_ref()?;
        let bars = shown(tornado);
        let ends: Vec<[End; 2]> = bars
            .iter()
            .map(|bar| self::ends(outcome, currency, tornado, bar))
            .collect();
        let layout = layout(outcome, tornado, &bars, &ends, width);
        let mut marks = axis(&layout, currency);
        let today = layout.scale.position_inside(finite(tornado.lead));
        for (index, (bar, ends)) in bars.iter().zip(&ends).enumerate() {
            let top = AXIS + layout.pitch * index as f64;
            marks.extend(row(&layout, top + layout.to_bar, today, ends));
            let at = if layout.beside { 0.0 } else { 2.0 };
            let at = Point::new(at, top + layout.to_label);
            let label = moved_label(bar.key, outcome.scenario.kind());
            let label = Words::new(at, LABEL, Tone::Ink, Weight::Regular, label);
            marks.push(Mark::Words(label.with_halo()));
        }
        let (top, bottom) = (layout.frame.top, layout.frame.bottom);
        marks.push(Mark::line(
            Point::new(today, top),
            Point::new(today, bottom),
            "today",
        ));
        Some(Self {
            width: layout.width,
            height: bottom + 6.0,
            description: description(outcome, currency, &bars),
            marks,
        })
    }
}

/// The tornado as a table; empty while it is not known.
#[must_use]
pub fn twin(outcome: &Outcome, currency: Currency) -> Twin {
    let tornado = outcome
        .change
        .as_ref()
        .and_then(|change| change.tornado.as_ref());
    let row = |bar: &Bar| {
        let cells = [0, 1].map(|end| {
            [
                moved_value(outcome, bar.key, bar.ends[end], currency),
                signed(bar.leads[end], currency),
            ]
        });
        let name = moved_label(bar.key, outcome.scenario.kind()).to_owned();
        (name, cells.into_iter().flatten().collect())
    };
    Twin {
        corner: words::MOVED_NUMBER,
        groups: vec![TwinGroup {
            name: "",
            columns: words::MOVED_COLUMNS.to_vec(),
        }],
        rows: tornado.map_or_else(Vec::new, |tornado| {
            shown(tornado).into_iter().map(row).collect()
        }),
    }
}

/// The bars that are drawn, the longest first.
fn shown(tornado: &Tornado) -> Vec<&Bar> {
    let known = |bar: &&Bar| bar.leads.iter().all(|lead| lead.is_finite());
    tornado.bars.iter().filter(known).take(MOST).collect()
}

fn signed(lead: f64, currency: Currency) -> String {
    write::money(lead, currency, Precision::Table, Sign::Both)
}

fn finite(value: f64) -> f64 {
    if value.is_finite() { value } else { 0.0 }
}

fn ends(outcome: &Outcome, currency: Currency, tornado: &Tornado, bar: &Bar) -> [End; 2] {
    let hue = Hue::of_choice(tornado.best);
    let classes = [
        hue.map_or("b-quiet k-quiet", Hue::pale),
        hue.map_or("f-quiet", Hue::fill),
    ];
    let one_side = on_one_side(tornado.lead, bar.leads);
    [0, 1].map(|end| {
        let value = moved_value(outcome, bar.key, bar.ends[end], currency);
        let text = match (one_side, end) {
            (false, _) => value,
            (true, 0) => format!("low: {value}"),
            (true, _) => format!("high: {value}"),
        };
        End {
            lead: bar.leads[end],
            text,
            class: classes[end],
        }
    })
}

/// Whether both ends of a bar lie on the same side of today's lead.
fn on_one_side(lead: f64, leads: [f64; 2]) -> bool {
    (leads[0] < lead) == (leads[1] < lead)
}

fn layout(
    outcome: &Outcome,
    tornado: &Tornado,
    bars: &[&Bar],
    ends: &[[End; 2]],
    width: f64,
) -> Layout {
    let width = if width.is_finite() {
        width.clamp(260.0, 1500.0)
    } else {
        260.0
    };
    let beside = width >= BESIDE_FROM;
    let widest = |texts: &mut dyn Iterator<Item = f64>| texts.fold(0.0, f64::max);
    let kind = outcome.scenario.kind();
    let names = &mut bars
        .iter()
        .map(|bar| text::width(moved_label(bar.key, kind), LABEL, Weight::Regular));
    let names = if beside { widest(names) + 12.0 } else { 0.0 };
    let texts = &mut ends
        .iter()
        .flatten()
        .map(|end| text::width(&end.text, SMALL, Weight::Regular));
    let side = widest(texts) + GAP + 1.0;
    let (left, right) = (names + side, width - side);
    // Never without a panel: then the words lie over it.
    let (left, right) = if right - left >= 60.0 {
        (left, right)
    } else {
        (
            left.min(0.6 * width),
            (0.6 * width + 60.0).max(right).min(width),
        )
    };
    let leads = bars.iter().flat_map(|bar| bar.leads);
    let (low, high) = leads
        .chain([finite(tornado.lead)])
        .fold((0.0, 0.0), |(low, high), lead| {
            (f64::min(low, lead), f64::max(high, lead))
        });
    let ticks = Ticks::snug(low, high);
    let (pitch, to_bar, to_label) = if beside {
        (25.0, 6.5, 17.0)
    } else {
        (40.0, 23.0, 13.0)
    };
    Layout {
        beside,
        frame: Frame::new(left, AXIS - 6.0, right, AXIS + pitch * bars.len() as f64),
        scale: Linear::new((ticks.low, ticks.high), (left, right)),
        ticks,
        pitch,
        to_bar,
        to_label,
        width,
    }
}

/// Grid lines with their values; where both are worth the same it says so.
fn axis(layout: &Layout, currency: Currency) -> Vec<Mark> {
    let ticks = &layout.ticks.values;
    let sizes = ticks.iter().map(|tick| tick.abs());
    let largest = sizes.fold(0.0, f64::max);
    let mut marks = Vec::new();
    let mut taken: Vec<Frame> = Vec::new();
    // The tie first, then the others where there is room.
    let (zero, others): (Vec<f64>, Vec<f64>) = ticks.iter().partition(|tick| **tick == 0.0);
    for tick in zero.into_iter().chain(others) {
        let x = layout.scale.position_inside(tick);
        let class = if tick == 0.0 { "zero" } else { "grid" };
        let (top, bottom) = (layout.frame.top, layout.frame.bottom);
        marks.push(Mark::line(Point::new(x, top), Point::new(x, bottom), class));
        let text = if tick == 0.0 {
            words::TIE.to_owned()
        } else {
            write::money_tick(tick, largest, currency)
        };
        let at = Point::new(x, 13.0);
        let label = Words::new(at, SMALL, Tone::Quiet, Weight::Regular, text);
        let half = label.width() / 2.0;
        let at = Point::new(x.min(layout.width - half).max(half), 13.0);
        let label = Words { at, ..label }.anchored(Anchor::Middle);
        if !taken.iter().any(|other| other.overlaps(&label.around())) {
            taken.push(label.around());
            marks.push(Mark::Words(label));
        }
    }
    marks
}

/// The two bars of a row with the input's value at the end of each.
fn row(layout: &Layout, top: f64, today: f64, ends: &[End; 2]) -> Vec<Mark> {
    let at = |end: &End| layout.scale.position_inside(end.lead);
    let is_left = |end: &End| at(end) < today;
    let one_side = is_left(&ends[0]) == is_left(&ends[1]);
    let length = |end: &End| (at(end) - today).abs();
    let longer_first = length(&ends[0]) >= length(&ends[1]);
    let order = if longer_first {
        [&ends[0], &ends[1]]
    } else {
        [&ends[1], &ends[0]]
    };
    let mut marks = Vec::new();
    for (index, end) in order.into_iter().enumerate() {
        let left = is_left(end);
        let reach = length(end).max(THINNEST);
        let to = if left { today - reach } else { today + reach };
        // A shorter bar on the same side lies inside the longer one.
        let inset = if one_side && index == 1 { 3.0 } else { 0.0 };
        marks.push(Mark::Area {
            frame: Frame::new(today, top + inset, to, top + BAR - inset),
            class: end.class,
        });
        // Its value has the free side of today's line.
        let (x, anchor) = match (left, one_side && index == 1) {
            (true, false) => (to - GAP, Anchor::End),
            (false, false) => (to + GAP, Anchor::Start),
            (true, true) => (today + GAP, Anchor::Start),
            (false, true) => (today - GAP, Anchor::End),
        };
        let at = Point::new(x, top + BAR - 2.0);
        let words = Words::new(at, SMALL, Tone::Quiet, Weight::Regular, &end.text);
        let words = beside_tie(words.anchored(anchor).with_halo(), layout);
        let words = inside(words, layout.width);
        marks.push(Mark::Words(words));
    }
    // Areas first, so that no bar covers a value.
    marks.sort_by_key(|mark| matches!(mark, Mark::Words(_)));
    marks
}

/// Words moved outwards where the line of the tie would run through them.
fn beside_tie(words: Words, layout: &Layout) -> Words {
    const AIR: f64 = 3.0;
    let tie = layout.scale.position_inside(0.0);
    let frame = words.frame();
    if tie <= frame.left - AIR || tie >= frame.right + AIR {
        return words;
    }
    let x = if words.anchor == Anchor::End {
        tie - AIR
    } else {
        tie + AIR
    };
    let at = Point::new(x, words.at.y);
    Words { at, ..words }
}

/// Words moved as little as needed to lie inside the drawing.
fn inside(words: Words, width: f64) -> Words {
    let frame = words.frame();
    let shift = (width - frame.right).min(0.0).max(-frame.left);
    let at = Point::new(words.at.x + shift, words.at.y);
    Words { at, ..words }
}

fn description(outcome: &Outcome, currency: Currency, bars: &[&Bar]) -> String {
    let note = statement::plain(&tornado_words(outcome, currency).note);
    let rows: Vec<String> = bars
        .iter()
        .map(|bar| {
            let [low, high] = [0, 1].map(|end| {
                let lead = signed(bar.leads[end], currency);
                let value = moved_value(outcome, bar.key, bar.ends[end], currency);
                format!("{lead} at {value}")
            });
            let label = moved_label(bar.key, outcome.scenario.kind());
            format!("{label}: {low}, {high}")
        })
        .collect();
    if rows.is_empty() {
        note
    } else {
        format!("{note} {}.", rows.join("; "))
    }
}

#[cfg(all(test, not(target_family = "wasm")))]
#[path = "tests/tornado.rs"]
mod tests;
