//! The little bar beside the break-even: chances from 0 to 100 %, which plan is best where, and the user's own.

use super::scale::Linear;

/// The air at both ends, which the ring needs at 0 % and 100 %.
const AIR: f64 = 7.0;
/// The radius of the ring.
pub const RING: f64 = 5.5;

/// A stretch of chances over which one plan is best.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ChanceSegment {
    /// Which of the given stretches this is: the index of its plan.
    pub index: usize,
    /// Its left edge.
    pub x: f64,
    /// How wide it is.
    pub width: f64,
}

/// The bar with everything in place.
#[derive(Clone, Debug, PartialEq)]
pub struct ChanceBar {
    /// Where 0 % lies.
    pub left: f64,
    /// Where 100 % lies.
    pub right: f64,
    /// The stretches that have any width.
    pub segments: Vec<ChanceSegment>,
    /// Where the answer changes: a tick for each break-even inside the bar.
    pub breaks: Vec<f64>,
    /// The middle of the ring at the user's own chance.
    pub ring: f64,
}

/// The bar of `width` pixels. `breaks` are the chances (0 to 1, rising) at which the best plan changes, so there is
/// one stretch more than breaks; `own` is the user's chance.
#[must_use]
pub fn chance_bar(width: f64, breaks: &[f64], own: f64) -> ChanceBar {
    let width = if width.is_finite() {
        width.clamp(0.0, 1e4)
    } else {
        0.0
    };
    let (left, right) = (AIR.min(width / 2.0), (width - AIR).max(width / 2.0));
    let chances = Linear::new((0.0, 1.0), (left, right));
    let position = |chance: f64| {
        if chance.is_nan() {
            left
        } else {
            chances.position_inside(chance)
        }
    };

    let mut edges = vec![left];
    for chance in breaks {
        let before = edges.last().copied().unwrap_or(left);
        edges.push(position(*chance).max(before));
    }
    edges.push(right);
    let segments = edges
        .windows(2)
        .enumerate()
        .map(|(index, ends)| ChanceSegment {
            index,
            x: ends[0],
            width: ends[1] - ends[0],
        })
        .filter(|segment| segment.width > 0.0)
        .collect();
    let inside = |x: &f64| *x > left && *x < right;
    let breaks = edges.iter().copied().filter(inside).collect();
    ChanceBar {
        left,
        right,
        segments,
        breaks,
        ring: position(own),
    }
}

#[cfg(all(test, not(target_family = "wasm")))]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn stretches_lie_between_the_break_evens() {
        let bar = chance_bar(114.0, &[0.07, 0.14], 0.3);
        assert_eq!((bar.left, bar.right), (7.0, 107.0));
        assert_eq!(bar.segments.len(), 3);
        assert!((bar.breaks[0] - 14.0).abs() < 1e-9 && (bar.breaks[1] - 21.0).abs() < 1e-9);
        assert!((bar.ring - 37.0).abs() < 1e-9);
    }

    #[test]
    fn a_break_at_or_beyond_the_end_has_no_tick() {
        let bar = chance_bar(114.0, &[0.0, 1.4], 0.3);
        assert_eq!(
            bar.segments
                .iter()
                .map(|segment| segment.index)
                .collect::<Vec<_>>(),
            [1]
        );
        assert!(bar.breaks.is_empty());
    }

    proptest! {
        #[test]
        fn stretches_fill_the_bar(
            width in any::<f64>(), breaks in prop::collection::vec(any::<f64>(), 0..5), own in any::<f64>()
        ) {
            let bar = chance_bar(width, &breaks, own);
            let filled: f64 = bar.segments.iter().map(|segment| segment.width).sum();
            prop_assert!((filled - (bar.right - bar.left)).abs() < 1e-6);
            prop_assert!((bar.left..=bar.right).contains(&bar.ring));
        }
    }
}
