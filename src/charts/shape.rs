//! The two plain shapes that everything else is made of.

/// A place in the drawing.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Point {
    /// Pixels from the left edge.
    pub x: f64,
    /// Pixels from the top edge.
    pub y: f64,
}

impl Point {
    /// The point at `x`, `y`.
    #[must_use]
    pub const fn new(x: f64, y: f64) -> Self {
        Self { x, y }
    }

    /// Whether both coordinates are finite numbers, so that the point can be drawn.
    #[must_use]
    pub fn is_finite(self) -> bool {
        self.x.is_finite() && self.y.is_finite()
    }
}

/// A straight line between two points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Segment {
    /// Where it starts.
    pub from: Point,
    /// Where it ends.
    pub to: Point,
}

/// An upright rectangle: the frame of a panel, a bar, or the space that a label takes.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Frame {
    /// The left edge.
    pub left: f64,
    /// The upper edge.
    pub top: f64,
    /// The right edge.
    pub right: f64,
    /// The lower edge.
    pub bottom: f64,
}

impl Frame {
    /// The frame between these edges; edges in the wrong order are swapped.
    #[must_use]
    pub fn new(left: f64, top: f64, right: f64, bottom: f64) -> Self {
        Self {
            left: left.min(right),
            top: top.min(bottom),
            right: left.max(right),
            bottom: top.max(bottom),
        }
    }

    /// How wide it is.
    #[must_use]
    pub fn width(&self) -> f64 {
        self.right - self.left
    }

    /// How tall it is.
    #[must_use]
    pub fn height(&self) -> f64 {
        self.bottom - self.top
    }

    /// The part that two frames share, if it has an area. The months in which two rebuilds run are drawn so.
    #[must_use]
    pub fn intersection(&self, other: &Self) -> Option<Self> {
        let shared = Self {
            left: self.left.max(other.left),
            top: self.top.max(other.top),
            right: self.right.min(other.right),
            bottom: self.bottom.min(other.bottom),
        };
        (shared.left < shared.right && shared.top < shared.bottom).then_some(shared)
    }

    /// Whether the two frames share any area; frames that only touch do not.
    #[must_use]
    pub fn overlaps(&self, other: &Self) -> bool {
        self.intersection(other).is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn edges_in_the_wrong_order_are_swapped() {
        assert_eq!(
            Frame::new(9.0, 8.0, 1.0, 2.0),
            Frame::new(1.0, 2.0, 9.0, 8.0)
        );
    }

    #[test]
    fn two_rebuild_windows_share_the_months_in_which_both_run() {
        let watch = Frame::new(254.3, 38.0, 337.6, 214.0);
        let late = Frame::new(296.0, 38.0, 379.3, 214.0);
        assert_eq!(
            watch.intersection(&late),
            Some(Frame::new(296.0, 38.0, 337.6, 214.0))
        );
        assert!(watch.overlaps(&late));
        assert!(
            !watch.overlaps(&Frame::new(337.6, 38.0, 400.0, 214.0)),
            "touching is not overlapping"
        );
    }
}
