//! Money so far: the cash of every plan with the user's numbers, the wall and the rebuild windows.

use headroom_model::outcome::Outcome;
use headroom_model::strategy::Strategy;
use headroom_model::text::write::{self, Currency, Precision, Sign};

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

/// The axis that holds the cash of every plan, and zero.
#[must_use]
pub fn axis(outcome: &Outcome, currency: Currency) -> ValueAxis {
    let cash = outcome.plans.iter().flat_map(|plan| &plan.path.cash);
    let ends = cash.fold((0.0, 0.0), |(low, high), cash| {
        (f64::min(low, *cash), f64::max(high, *cash))
    });
    ValueAxis::new(Ticks::snug(ends.0, ends.1), |tick, largest| {
        write::money_tick(tick, largest, currency)
    })
}

/// The labels at the line ends.
#[must_use]
pub fn ends(outcome: &Outcome, currency: Currency) -> Vec<End> {
    let leader = super::leader(outcome);
    let end = |strategy: Strategy| {
        let cash = outcome.plan(strategy).path.cash.last().copied();
        let at = cash.unwrap_or(0.0);
        End {
            names: words::names(strategy),
            value: write::money(at, currency, Precision::Table, Sign::Minus),
            at,
            tone: Tone::Hue(Hue::of(strategy)),
            leads: leader == Some(strategy),
            plain: false,
        }
    };
    Strategy::ALL.map(end).to_vec()
}

impl MoneyPanel {
    /// Draws the panel. A later range for the leader belongs between the windows and the grid: a pale area below
    /// everything, with its edges and two words in `taken`.
    #[must_use]
    pub fn of(scene: &Scene, axis: &ValueAxis) -> Self {
        let frame = scene.layout.money.frame;
        let money = axis.scale(&frame);
        let mut marks = scene.windows(&frame);
        marks.extend(axis.grid(scene, &frame));

        let mut taken = Taken::default();
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
        marks.extend(labels.marks);
        marks.extend(wall_marks(scene, &frame, &mut taken));
        marks.extend(window_words(scene, &frame, &mut taken));
        Self {
            marks,
            ends,
            apart: labels.apart,
        }
    }
}
