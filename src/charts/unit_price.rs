//! Up to which volume extra parts pay, as plain data: what headroom costs by the number of good units, against the
//! redesign that it avoids.

use headroom_model::outcome::Outcome;
use headroom_model::statement::{self, unit_price};
use headroom_model::text::write::{self, Currency, DASH, Precision, Sign};
use headroom_model::unit_price::UnitPrice;

use super::figure::{Twin, TwinGroup};
use super::labels::{EndLabel, centred, declutter, leader};
use super::mark::{Hue, Mark, Tone, Words};
use super::path::line;
use super::scale::Linear;
use super::shape::{Frame, Point};
use super::text::{self, Anchor, LABEL, SMALL, Weight, longest_that_fits};
use super::ticks::Ticks;
use super::words;

/// The baselines of the labels above the panel, the panel itself, and what is below it.
const ROWS: [f64; 2] = [13.0, 29.0];
const TOP: f64 = 38.0;
const PANEL: f64 = 190.0;
const BELOW: f64 = 24.0;
/// From the panel to the labels at the line ends.
const BEFORE_LABEL: f64 = 14.0;
/// The height of a label of two lines.
const LABEL_HEIGHT: f64 = 30.0;
/// How far the axis goes on beyond the volume at which it stops paying, and beyond the user's own.
const BEYOND: [f64; 2] = [1.2, 1.1];
/// How far it goes where there is neither.
const SOME_UNITS: f64 = 1000.0;
/// The radius of the ring where the lines cross.
const RING: f64 = 4.5;

/// The drawing.
#[derive(Clone, Debug, PartialEq)]
pub struct UnitPriceDrawing {
    /// Its width.
    pub width: f64,
    /// Its height.
    pub height: f64,
    /// It in one paragraph.
    pub description: String,
    /// What is drawn, from the bottom up.
    pub marks: Vec<Mark>,
}

/// A line with the label at its end.
struct Drawn {
    names: [&'static str; 3],
    hue: Hue,
    class: &'static str,
    /// The money at no units and at the end of the axis.
    money: [f64; 2],
}

impl UnitPriceDrawing {
    /// The drawing in a container of `width` pixels; `None` for a service.
    #[must_use]
    pub fn of(outcome: &Outcome, currency: Currency, width: f64) -> Option<Self> {
        let found = UnitPrice::of(outcome)?;
        let words = unit_price(outcome, currency)?;
        let width = if width.is_finite() {
            width.clamp(260.0, 1500.0)
        } else {
            260.0
        };
        let units = units(&found);
        let lines = lines(&found, units.high);
        let most = lines.iter().flat_map(|line| line.money).fold(0.0, f64::max);
        let money = Ticks::covering(0.0, most);
        let largest = money
            .values
            .iter()
            .fold(0.0_f64, |most, tick| most.max(*tick));
        let tick_labels: Vec<String> = money
            .values
            .iter()
            .map(|tick| write::money_tick(*tick, largest, currency))
            .collect();
        let left = widest(
            tick_labels.iter().map(String::as_str),
            SMALL,
            Weight::Regular,
        ) + 6.0;
        let left = left.min(0.24 * width);
        let labels: Vec<[String; 2]> = lines
            .iter()
            .map(|line| label(line, 0.36 * width - BEFORE_LABEL, currency))
            .collect();
        let names = labels.iter().map(|[name, _]| name.as_str());
        let values = labels.iter().map(|[_, value]| value.as_str());
        let label_width =
            widest(names, LABEL, Weight::Regular).max(widest(values, LABEL, Weight::Strong));
        let right = width - (label_width + BEFORE_LABEL).min(0.4 * width);
        let frame = Frame::new(left, TOP, right.max(left + 60.0), TOP + PANEL);
        let x = Linear::new((units.low, units.high), (frame.left, frame.right));
        let y = Linear::new((money.low, money.high), (frame.bottom, frame.top));

        let mut marks = Vec::new();
        for (tick, label) in money.values.iter().zip(&tick_labels) {
            marks.extend(grid(y.position_inside(*tick), *tick == 0.0, label, &frame));
        }
        marks.extend(unit_ticks(&units, &x, &frame, width));
        for line in &lines {
            marks.push(drawn(line, &x, &y, units.high));
        }
        marks.extend(ends(&lines, &labels, &y, &frame));
        // What rounds to no unit has no words, and nothing to point at.
        let own = Some((x.position_inside(found.volume), words.volume.plain()))
            .filter(|(_, text)| !text.is_empty());
        let crossing = found.break_even().map(|units| {
            let at = Point::new(
                x.position_inside(units),
                y.position_inside(found.terms.avoided_on_average()),
            );
            (at, words.break_even.plain())
        });
        let crossing = crossing.filter(|(_, text)| !text.is_empty());
        marks.extend(rules(own, crossing, &frame, width));
        let description = [vec![words.trade], words.caption].concat();
        Some(Self {
            width,
            height: frame.bottom + BELOW,
            description: statement::plain(&description),
            marks,
        })
    }
}

/// The drawing as a table; empty for a service.
#[must_use]
pub fn twin(outcome: &Outcome, currency: Currency) -> Twin {
    let rows = UnitPrice::of(outcome).map_or_else(Vec::new, |found| rows(&found, currency));
    Twin {
        corner: words::GOOD_UNITS,
        groups: vec![TwinGroup {
            name: "",
            columns: words::UNIT_PRICE_COLUMNS.to_vec(),
        }],
        rows,
    }
}

fn rows(found: &UnitPrice, currency: Currency) -> Vec<(String, Vec<String>)> {
    let amount = |value: f64| write::money(value, currency, Precision::Table, Sign::Minus);
    let ticks = units(found).values;
    let ticks = ticks.into_iter().map(|units| (units, ""));
    let own = (found.volume > 0.0).then_some((found.volume, words::OWN_VOLUME));
    let crossing = found.break_even().map(|units| (units, words::STOPS_PAYING));
    let mut all: Vec<(f64, &str)> = ticks.chain(own).chain(crossing).collect();
    all.sort_by(|a, b| a.0.total_cmp(&b.0));
    let row = |(units, what): (f64, &str)| {
        let spent = found.terms.spent_by(units);
        let cells = vec![
            spent.map_or_else(|| DASH.to_owned(), amount),
            amount(found.terms.avoided_on_average()),
        ];
        (
            format!("{}{what}", write::count(units, Precision::Exact)),
            cells,
        )
    };
    all.into_iter().map(row).collect()
}

/// The axis of good units: beyond the volume at which it stops paying, and beyond the user's own.
fn units(found: &UnitPrice) -> Ticks {
    let crossing = found.break_even().unwrap_or(0.0);
    let most = (BEYOND[0] * crossing).max(BEYOND[1] * found.volume);
    Ticks::whole(0.0, if most >= 1.0 { most } else { SOME_UNITS })
}

/// The two lines; what headroom costs is missing where nobody ever wants the product.
fn lines(found: &UnitPrice, most: f64) -> Vec<Drawn> {
    let avoided = found.terms.avoided_on_average();
    let spent = [0.0, most].map(|units| found.terms.spent_by(units));
    let spent = match spent {
        [Some(at_none), Some(at_most)] => Some([at_none, at_most]),
        _ => None,
    };
    let level = Drawn {
        names: words::REDESIGN_AVOIDED,
        hue: Hue::Simple,
        class: "ln k-mvp",
        money: [avoided; 2],
    };
    let rising = spent.map(|money| Drawn {
        names: words::HEADROOM_COSTS,
        hue: Hue::Scalable,
        class: "ln ln-msp",
        money,
    });
    std::iter::once(level).chain(rising).collect()
}

fn widest<'a>(texts: impl Iterator<Item = &'a str>, size: f64, weight: Weight) -> f64 {
    texts
        .map(|text| text::width(text, size, weight))
        .fold(0.0, f64::max)
}

/// Name and value of a line, the longest name that fits.
fn label(line: &Drawn, room: f64, currency: Currency) -> [String; 2] {
    let name = longest_that_fits(&line.names, LABEL, Weight::Regular, room);
    let value = write::money(line.money[1], currency, Precision::Table, Sign::Minus);
    [name.unwrap_or(line.names[2]).to_owned(), value]
}

fn drawn(drawn: &Drawn, x: &Linear, y: &Linear, most: f64) -> Mark {
    let [from, to] = drawn.money.map(|money| y.position_inside(money));
    let points = [
        Point::new(x.position_inside(0.0), from),
        Point::new(x.position_inside(most), to),
    ];
    Mark::Path {
        d: line(&points),
        class: drawn.class,
    }
}

/// A grid line with its value; zero is in ink.
fn grid(y: f64, zero: bool, label: &str, frame: &Frame) -> [Mark; 2] {
    let class = if zero { "zero" } else { "grid" };
    let (left, right) = (Point::new(frame.left, y), Point::new(frame.right, y));
    let at = Point::new(frame.left - 6.0, text::baseline(y, SMALL));
    let label = Words::new(at, SMALL, Tone::Quiet, Weight::Regular, label);
    // A label that is too wide reaches over the panel, so that nothing is cut off.
    let label = if label.width() <= at.x {
        label.anchored(Anchor::End)
    } else {
        let at = Point::new(0.0, at.y);
        Words { at, ..label }.with_halo()
    };
    [Mark::line(left, right, class), Mark::Words(label)]
}

/// The values of the axis of units, those for which there is room; the second says what is counted.
fn unit_ticks(units: &Ticks, x: &Linear, frame: &Frame, width: f64) -> Vec<Mark> {
    let largest = units
        .values
        .iter()
        .fold(0.0_f64, |most, tick| most.max(*tick));
    let mut marks: Vec<Mark> = Vec::new();
    let mut taken: Vec<Frame> = Vec::new();
    for (index, tick) in units.values.iter().enumerate() {
        let text = write::tick(*tick, largest);
        let text = if index == 1 {
            format!("{text} {}", words::UNITS)
        } else {
            text
        };
        let at = x.position_inside(*tick);
        marks.push(Mark::line(
            Point::new(at, frame.bottom),
            Point::new(at, frame.bottom + 4.0),
            "axis",
        ));
        let wide = text::width(&text, SMALL, Weight::Regular);
        let placed = centred(at, wide, (0.0, width));
        let at = Point::new(placed.x, frame.bottom + 17.0);
        let label = Words::new(at, SMALL, Tone::Quiet, Weight::Regular, text);
        let label = label.anchored(placed.anchor);
        if !taken.iter().any(|other| other.overlaps(&label.around())) {
            taken.push(label.around());
            marks.push(Mark::Words(label));
        }
    }
    marks
}

/// The labels at the line ends: name above value.
fn ends(lines: &[Drawn], labels: &[[String; 2]], y: &Linear, frame: &Frame) -> Vec<Mark> {
    let wanted: Vec<EndLabel> = lines
        .iter()
        .map(|line| EndLabel {
            at: y.position_inside(line.money[1]),
            height: LABEL_HEIGHT,
        })
        .collect();
    let placed = declutter(&wanted, frame.top - 8.0, frame.bottom + 8.0);
    let mut marks = Vec::new();
    let rows = lines
        .iter()
        .zip(labels)
        .zip(wanted.iter().zip(&placed.middles));
    for ((line, [name, value]), (wanted, middle)) in rows {
        let segment = leader(wanted.at, *middle, frame.right + 2.0, frame.right + 10.0);
        marks.push(Mark::Line {
            segment,
            class: "lead-l",
        });
        let words = |text: &str, weight, up: f64| {
            let at = Point::new(
                frame.right + BEFORE_LABEL,
                text::baseline(*middle, LABEL) + up,
            );
            Mark::Words(Words::new(at, LABEL, Tone::Hue(line.hue), weight, text))
        };
        marks.push(words(name, Weight::Regular, -7.5));
        marks.push(words(value, Weight::Strong, 7.5));
    }
    marks
}

/// The user's own volume as a rule in ink, and the volume at which it stops paying, where the lines cross.
fn rules(
    own: Option<(f64, String)>,
    crossing: Option<(Point, String)>,
    frame: &Frame,
    width: f64,
) -> Vec<Mark> {
    let place = |x: f64, text: &str, weight, row: f64| {
        let wide = text::width(text, LABEL, weight);
        let placed = centred(x, wide, (0.0, width));
        let at = Point::new(placed.x, row);
        let words = Words::new(at, LABEL, Tone::Ink, weight, text);
        words.anchored(placed.anchor).with_halo()
    };
    let [upper, lower] = ROWS;
    let own = own.map(|(x, text)| (x, place(x, &text, Weight::Strong, lower)));
    let mut marks = Vec::new();
    if let Some((at, text)) = crossing {
        let beside = place(at.x, &text, Weight::Regular, lower);
        let is_free = own.as_ref().is_none_or(|(x, words)| {
            let frame = beside.around();
            !words.around().overlaps(&frame) && !(frame.left..=frame.right).contains(x)
        });
        let words = if is_free {
            beside
        } else {
            place(at.x, &text, Weight::Regular, upper)
        };
        let top = Point::new(at.x, words.at.y + 5.0);
        let bottom = Point::new(at.x, frame.bottom);
        marks.push(Mark::line(top, bottom, "today"));
        marks.push(Mark::Ring {
            at,
            radius: RING,
            class: "ring",
        });
        marks.push(Mark::Words(words));
    }
    if let Some((x, words)) = own {
        let (top, bottom) = (Point::new(x, frame.top - 4.0), Point::new(x, frame.bottom));
        marks.push(Mark::line(top, bottom, "ref"));
        marks.push(Mark::Words(words));
    }
    marks
}

#[cfg(all(test, not(target_family = "wasm")))]
#[path = "tests/unit_price.rs"]
mod tests;
