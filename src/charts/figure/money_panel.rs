//! Money so far: the cash of every plan with the user's numbers, the wall and the rebuild windows.

use headroom_model::outcome::Outcome;
use headroom_model::strategy::Strategy;
use headroom_model::text::write::{self, Currency, Precision, Sign};

use super::band::{DrawnBand, RangeAt, grown, leader_bands, months_of};
use super::clear::Taken;
use super::value_axis::ValueAxis;
use super::wall::{wall_marks, window_words};
use super::{End, Ends, Scene, Style};
use crate::charts::mark::{Hue, Mark, Tone, line_class};
use crate::charts::path::{line, project};
use crate::charts::shape::Point;
use crate::charts::ticks::Ticks;
use crate::charts::words;

/// The money panel, drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct MoneyPanel {
    /// What is drawn, from the bottom up.
    pub marks: Vec<Mark>,
    /// The labels at the line ends, in the order of the strategies.
    pub ends: Vec<End>,
    /// The least distance between two of them.
    pub apart: f64,
}

/// The axis that holds the cash of every plan, and zero, and what is near of the leader's range.
#[must_use]
pub fn axis(outcome: &Outcome, currency: Currency) -> ValueAxis {
    let cash = outcome.plans.iter().flat_map(|plan| &plan.path.cash);
    let ends = cash.fold((0.0, 0.0), |(low, high), cash| {
        (f64::min(low, *cash), f64::max(high, *cash))
    });
    let ends = leader_bands(outcome).map_or(ends, |(_, bands)| grown(ends, &bands.cash));
    ValueAxis::new(Ticks::snug(ends.0, ends.1), |tick, largest| {
        write::money_tick(tick, largest, currency)
    })
}

/// The labels at the line ends.
#[must_use]
pub fn ends(outcome: &Outcome, currency: Currency) -> Vec<End> {
    let leader = outcome.verdict.leader();
    let end = |strategy: Strategy| {
        let cash = outcome.plan(strategy).path.cash.last().copied();
        let at = cash.unwrap_or(0.0);
        End {
            names: words::names(strategy, outcome.scenario.kind()),
            value: write::money(at, currency, Precision::Table, Sign::Minus),
            range: String::new(),
            at,
            tone: Tone::Hue(Hue::of(strategy)),
            leads: leader == Some(strategy),
            plain: false,
        }
    };
    Strategy::ALL.map(end).to_vec()
}

impl MoneyPanel {
    /// Draws the panel.
    #[must_use]
    pub fn of(scene: &Scene, axis: &ValueAxis) -> Self {
        let frame = scene.layout.money.frame;
        let money = axis.scale(&frame);
        let mut marks = scene.windows(&frame);
        let band = leader_bands(scene.outcome).and_then(|(strategy, bands)| {
            let start = RangeAt {
                month: 0.0,
                low: 0.0,
                high: 0.0,
            };
            let ranges = months_of(&bands.cash, start);
            let hue = Hue::of(strategy);
            let band = DrawnBand::of(hue, &ranges, &frame, &scene.months, &money);
            let last = ranges.last().copied()?;
            let amount = |end| write::money(end, scene.currency, Precision::Table, Sign::Minus);
            let wordings = words::band_edges(
                [last.low, last.high].map(amount),
                axis.is_below(last.high),
                axis.is_above(last.low),
            );
            Some((hue, band, wordings))
        });
        if let Some((_, band, _)) = &band {
            marks.extend(band.marks.clone());
        }
        marks.extend(axis.grid(scene, &frame));

        let mut taken = Taken::default();
        if let Some((_, band, _)) = &band {
            band.take(&frame, &mut taken);
        }
        let zero = money.position(0.0);
        taken.line(
            &[Point::new(frame.left, zero), Point::new(frame.right, zero)],
            1.0,
        );
        for strategy in scene.drawing_order() {
            let cash = &scene.outcome.plan(strategy).path.cash;
            let months = cash.iter().zip(1_u32..);
            let months = months.map(|(cash, month)| (f64::from(month), *cash));
            let series: Vec<(f64, f64)> = std::iter::once((0.0, 0.0)).chain(months).collect();
            let points = project(&series, &scene.months, &money);
            taken.line(&points, 3.0);
            let class = line_class(strategy, scene.leads(strategy));
            let d = line(&points);
            marks.push(Mark::Path { d, class });
        }

        let ends = ends(scene.outcome, scene.currency);
        let ys: Vec<f64> = ends.iter().map(|end| money.position(end.at)).collect();
        let labels = Ends::of(scene, &frame, &ends, &ys, Style::money(scene.layout.wide));
        taken.marks(&labels.marks);
        marks.extend(labels.marks);
        marks.extend(wall_marks(scene, &frame, &mut taken));
        if let Some((hue, band, wordings)) = band {
            marks.extend(band.words(hue, wordings, &frame, &mut taken));
        }
        marks.extend(window_words(scene, &frame, &mut taken));
        Self {
            marks,
            ends,
            apart: labels.apart,
        }
    }
}
