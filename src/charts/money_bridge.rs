//! The money bridge as plain data: what the lead of one option over another consists of, one bar for each part.

use headroom_model::bridge::{Bridge, BridgePart};
use headroom_model::outcome::Outcome;
use headroom_model::statement;
use headroom_model::text::write::{self, Column, Currency, Precision, Sign, money_column};

use super::bars::{BarLayout, PlacedRow, bars, bridge_rows};
use super::figure::{Twin, TwinGroup};
use super::mark::{Hue, Mark, Tone, Words};
use super::shape::{Point, Segment};
use super::text::{self, Anchor, LABEL, SMALL, Weight, longest_that_fits};
use super::words;

/// A part that is smaller than this share of the largest is the noise of adding, not a part.
const NOISE: f64 = 1e-9;

/// A row of the bridge.
#[derive(Clone, Debug, PartialEq)]
pub struct BridgeRow {
    /// What it is, longest first.
    pub names: [String; 2],
    /// What it adds to the lead.
    pub amount: f64,
    /// The amount, written out so that the rows add up as they are shown.
    pub text: String,
}

/// The bridge, drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct BridgeDrawing {
    /// Its width.
    pub width: f64,
    /// Its height.
    pub height: f64,
    /// It in one paragraph.
    pub description: String,
    /// What is drawn, from the bottom up.
    pub marks: Vec<Mark>,
    /// The parts, and the lead as the last row.
    pub rows: Vec<BridgeRow>,
}

/// The bridge that is shown: over the next best option, or over the best other product where there is one.
#[must_use]
pub fn shown(outcome: &Outcome, other_product: bool) -> &Bridge {
    let other = outcome.bridge_other.as_ref().filter(|_| other_product);
    other.unwrap_or(&outcome.bridge)
}

/// The rows of a bridge. Parts that are the same for both options are left out.
#[must_use]
pub fn rows(outcome: &Outcome, currency: Currency, bridge: &Bridge) -> Vec<BridgeRow> {
    let scenario = &outcome.scenario;
    let largest = bridge
        .parts
        .iter()
        .map(|part| part.total().abs())
        .fold(0.0, f64::max);
    let differs = |part: &&BridgePart| part.total().abs() > NOISE * largest;
    let parts: Vec<&BridgePart> = bridge.parts.iter().filter(differs).collect();
    let amounts: Vec<f64> = parts.iter().map(|part| part.total()).collect();
    let lead = bridge.sum();
    let money = |amount: f64| write::money(amount, currency, Precision::Table, Sign::Both);
    let column = money_column(&amounts, lead, currency, Sign::Both).unwrap_or_else(|| Column {
        parts: amounts.iter().copied().map(money).collect(),
        total: money(lead),
    });
    let part = |(part, text): (&BridgePart, String)| {
        let name = statement::component_name(part.component, scenario);
        BridgeRow {
            names: [name.clone(), name],
            amount: part.total(),
            text,
        }
    };
    let mut rows: Vec<BridgeRow> = parts.into_iter().zip(column.parts).map(part).collect();
    rows.push(BridgeRow {
        names: words::lead(bridge.better, scenario.kind()),
        amount: lead,
        text: column.total,
    });
    rows
}

/// The bridge as a table.
#[must_use]
pub fn twin(outcome: &Outcome, currency: Currency, bridge: &Bridge) -> Twin {
    let row = |row: BridgeRow| {
        let [name, _] = row.names;
        (name, vec![row.text])
    };
    Twin {
        corner: words::PART,
        groups: vec![TwinGroup {
            name: "",
            columns: vec![words::ADDS],
        }],
        rows: rows(outcome, currency, bridge)
            .into_iter()
            .map(row)
            .collect(),
    }
}

impl BridgeDrawing {
    /// The bridge in a container of `width` pixels.
    #[must_use]
    pub fn of(outcome: &Outcome, currency: Currency, bridge: &Bridge, width: f64) -> Self {
        let rows = rows(outcome, currency, bridge);
        let count = rows.len().saturating_sub(1);
        let amounts: Vec<f64> = rows.iter().take(count).map(|row| row.amount).collect();
        let values = rows
            .iter()
            .map(|row| text::width(&row.text, LABEL, Weight::Strong) + 0.5);
        let values: Vec<f64> = values.collect();
        let names = rows
            .iter()
            .map(|row| text::width(&row.names[0], LABEL, Weight::Regular));
        let widest = names.fold(0.0, f64::max);
        let layout = bars(width, &bridge_rows(&amounts, &values), widest, true);
        let mut marks = axis(&layout, currency);
        let names = rows.iter().zip(&layout.rows).enumerate();
        let names: Vec<Words> = names
            .map(|(index, (row, placed))| name(&layout, row, placed, index == count))
            .collect();
        for (index, (row, placed)) in rows.iter().zip(&layout.rows).enumerate() {
            if let Some(segment) = placed.connector {
                marks.extend(connector(segment, names.get(index + 1)));
            }
            let class = bar_class(bridge, row.amount);
            marks.extend(self::row(row, placed, class, index == count));
        }
        marks.extend(names.into_iter().map(Mark::Words));
        Self {
            width: layout.width,
            height: layout.height,
            description: words::bridge_description(
                bridge,
                outcome,
                rows.iter().map(|row| (&*row.names[0], &*row.text)),
            ),
            marks,
            rows,
        }
    }
}

/// The hue of the option that a part helps. Where both are the same product, the other one's bars are pale.
fn bar_class(bridge: &Bridge, amount: f64) -> &'static str {
    let (better, than) = (Hue::of_choice(bridge.better), Hue::of_choice(bridge.than));
    match (amount >= 0.0, better, than) {
        (true, Some(hue), _) => hue.fill(),
        (false, better, Some(hue)) if better == Some(hue) => hue.pale(),
        (false, _, Some(hue)) => hue.fill(),
        (true, None, _) | (false, _, None) => "f-quiet",
    }
}

fn axis(layout: &BarLayout, currency: Currency) -> Vec<Mark> {
    let ticks = &layout.ticks.values;
    let largest = ticks
        .iter()
        .fold(0.0, |most: f64, tick| most.max(tick.abs()));
    let mut marks = Vec::new();
    let mut free_from = f64::NEG_INFINITY;
    for tick in ticks {
        let x = layout.scale.position(*tick);
        let class = if *tick == 0.0 { "zero" } else { "grid" };
        let (top, bottom) = (
            Point::new(x, layout.frame.top),
            Point::new(x, layout.frame.bottom),
        );
        marks.push(Mark::line(top, bottom, class));
        let text = write::money_tick(*tick, largest, currency);
        let at = Point::new(x, layout.tick_baseline);
        let label =
            Words::new(at, SMALL, Tone::Quiet, Weight::Regular, text).anchored(Anchor::Middle);
        let frame = label.frame();
        // On a narrow drawing only the labels that have room.
        if frame.left >= free_from.max(0.0) && frame.right <= layout.width {
            free_from = frame.right + 8.0;
            marks.push(Mark::Words(label));
        }
    }
    marks
}

/// The hairline from a bar to the next one; it leaves out the name that stands in its way.
fn connector(segment: Segment, name: Option<&Words>) -> Vec<Mark> {
    let Segment { from, to } = segment;
    let name = name.map(Words::frame);
    let crossed = name.filter(|name| (name.left - 3.0..=name.right + 3.0).contains(&from.x));
    let pieces = match crossed {
        None => vec![(from.y, to.y)],
        Some(name) => vec![(from.y, name.top - 1.0), (name.bottom + 1.0, to.y)],
    };
    let drawn = pieces.into_iter().filter(|(top, bottom)| top < bottom);
    drawn
        .map(|(top, bottom)| {
            let (top, bottom) = (Point::new(from.x, top), Point::new(to.x, bottom));
            Mark::line(top, bottom, "lead-l")
        })
        .collect()
}

const fn weight(is_sum: bool) -> Weight {
    if is_sum {
        Weight::Strong
    } else {
        Weight::Regular
    }
}

/// The name of a row, the longest that fits.
fn name(layout: &BarLayout, row: &BridgeRow, placed: &PlacedRow, is_sum: bool) -> Words {
    let weight = weight(is_sum);
    let room = if layout.beside {
        layout.frame.left - 8.0
    } else {
        layout.width - placed.label.x
    };
    let [long, short] = &row.names;
    let name = longest_that_fits(&[long, short], LABEL, weight, room).unwrap_or(short);
    Words::new(placed.label, LABEL, Tone::Ink, weight, name).with_halo()
}

/// The bars of a row and its value.
fn row(row: &BridgeRow, placed: &PlacedRow, class: &'static str, is_sum: bool) -> Vec<Mark> {
    let bar = |frame: &super::shape::Frame| Mark::Area {
        frame: *frame,
        class,
    };
    let mut marks: Vec<Mark> = placed.bars.iter().map(bar).collect();
    let at = Point::new(placed.value.x, placed.value_baseline);
    let value = Words::new(at, LABEL, Tone::Ink, weight(is_sum), &row.text);
    marks.push(Mark::Words(value.anchored(placed.value.anchor).with_halo()));
    marks
}

#[cfg(all(test, not(target_family = "wasm")))]
#[path = "tests/money_bridge.rs"]
mod tests;
