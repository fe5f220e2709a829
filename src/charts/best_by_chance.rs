//! The small bar beside the break-even as plain data: which option is best at which chance of success.

use headroom_model::field::Key;
use headroom_model::outcome::Outcome;
use headroom_model::strategy::Choice;

use super::chance::{RING, chance_bar};
use super::mark::{Hue, Mark};
use super::shape::Point;
use super::words;

/// The bar, drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct BestByChance {
    /// It in one sentence.
    pub sentence: String,
    /// What is drawn, from the bottom up.
    pub marks: Vec<Mark>,
}

impl BestByChance {
    /// Its width.
    pub const WIDTH: f64 = 132.0;
    /// Its height.
    pub const HEIGHT: f64 = 26.0;

    /// The bar of an outcome.
    #[must_use]
    pub fn of(outcome: &Outcome) -> Self {
        let best = &outcome.verdict.best_by_p;
        let own = outcome.scenario[Key::Success];
        let breaks: Vec<f64> = best.iter().skip(1).map(|stretch| stretch.from).collect();
        let bar = chance_bar(Self::WIDTH, &breaks, own);
        let y = Self::HEIGHT / 2.0;
        let across =
            |from: f64, to: f64, class| Mark::line(Point::new(from, y), Point::new(to, y), class);
        let mut marks = vec![across(bar.left, bar.right, "axis")];
        let choice = |index: usize| best.get(index).map(|stretch| stretch.option);
        for segment in &bar.segments {
            if let Some(hue) = choice(segment.index).and_then(Hue::of_choice) {
                marks.push(across(segment.x, segment.x + segment.width, hue.stretch()));
            }
        }
        for (index, x) in bar.breaks.iter().enumerate() {
            // A longer tick where building something starts to pay.
            let first = bar.segments.first().map_or(0, |segment| segment.index);
            let from_nothing = choice(first + index) == Some(Choice::Nothing);
            let half = if from_nothing { 8.0 } else { 5.0 };
            marks.push(Mark::line(
                Point::new(*x, y - half),
                Point::new(*x, y + half),
                "ref",
            ));
        }
        marks.push(Mark::Ring {
            at: Point::new(bar.ring, y),
            radius: RING,
            class: "ring",
        });
        Self {
            sentence: words::best_by_chance(outcome),
            marks,
        }
    }
}

#[cfg(all(test, not(target_family = "wasm")))]
#[path = "tests/best_by_chance.rs"]
mod tests;
