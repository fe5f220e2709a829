//! The wall and the rebuild windows in the panel of money, in words.

use headroom_model::strategy::{Strategy, first_launch};

use super::clear::{Place, Taken};
use super::{Scene, wall};
use crate::charts::labels::right_of;
use crate::charts::mark::{Hue, Mark, Tone, Words};
use crate::charts::shape::{Frame, Point};
use crate::charts::text::{self, Anchor, SMALL, Weight};
use crate::charts::words;

/// The wall's rule and its label in the panel of money.
pub fn wall_marks(scene: &Scene, frame: &Frame, taken: &mut Taken) -> Vec<Mark> {
    let layout = scene.layout;
    let launch = first_launch(&scene.outcome.scenario);
    let said = words::wall(scene.outcome, wall(scene.outcome), launch);
    let x = scene.wall_x();
    let mut marks = Vec::new();
    if let Some(x) = x {
        let top = Point::new(x, layout.wall_top);
        marks.push(Mark::line(top, Point::new(x, frame.bottom), "ref"));
    }
    let label = |text: &str| Words::new(Point::default(), SMALL, Tone::Ink, Weight::Strong, text);
    if layout.wide {
        let words = label(&said.strong).and(Weight::Regular, said.rest);
        let mark = x.unwrap_or(frame.left - 6.0);
        let placed = right_of((mark, mark), 6.0, words.width(), (0.0, frame.right));
        let at = Point::new(placed.x, layout.wall_label);
        let words = Words {
            at,
            anchor: placed.anchor,
            ..words
        };
        marks.push(Mark::Words(words));
        return marks;
    }
    // Narrow: in short lines beside the rule, or in a corner where there is no rule.
    let mut lines: Vec<Words> = text::wrap(&said.strong, SMALL, Weight::Strong, 60.0)
        .iter()
        .map(|line| label(line).with_halo())
        .collect();
    let likely = text::wrap(&said.likely, SMALL, Weight::Regular, 60.0);
    lines.extend(likely.iter().map(|line| {
        Words::new(Point::default(), SMALL, Tone::Ink, Weight::Regular, line).with_halo()
    }));
    let heights = || (0..12).map(|step| layout.wall_label + 12.0 * f64::from(step));
    let places: Vec<Place> = match x {
        Some(x) => heights()
            .flat_map(|y| [(x - 5.0, Anchor::End, y), (x + 5.0, Anchor::Start, y)])
            .collect(),
        None => heights()
            .flat_map(|y| {
                [
                    (frame.left + 4.0, Anchor::Start, y),
                    (frame.right - 4.0, Anchor::End, y),
                ]
            })
            .collect(),
    };
    let words = taken.set(&lines, &places, frame);
    marks.extend(words.into_iter().map(Mark::Words));
    marks
}

/// The words at the rebuild windows: beside them where nothing is in the way.
pub fn window_words(scene: &Scene, frame: &Frame, taken: &mut Taken) -> Vec<Mark> {
    let window = |strategy| {
        let window = scene.outcome.plan(strategy).path.ending.first_rebuild;
        window.filter(|(from, _)| *from < scene.horizon())
    };
    let (watched, late) = (window(Strategy::MvpWatch), window(Strategy::MvpLate));
    let lines = words::windows(&scene.outcome.scenario, watched, late, scene.layout.wide);
    let edges = [watched, late].into_iter().flatten();
    let Some((from, to)) = edges.reduce(|a, b| (a.0.min(b.0), a.1.max(b.1))) else {
        return Vec::new();
    };
    let (from, to) = (
        scene.months.position_inside(from),
        scene.months.position_inside(to),
    );
    let lines = lines.into_iter().enumerate().map(|(index, line)| {
        let weight = if index == 0 {
            Weight::Strong
        } else {
            Weight::Regular
        };
        Words::new(
            Point::default(),
            SMALL,
            Tone::Hue(Hue::Simple),
            weight,
            line,
        )
        .with_halo()
    });
    let heights = || (0..20).map(|step| frame.top + 16.0 + 8.0 * f64::from(step));
    let left = heights().map(|y| (from - 7.0, Anchor::End, y));
    let right = heights().map(|y| (to + 7.0, Anchor::Start, y));
    let wall = scene.wall_x();
    let beside_wall = heights().filter_map(|y| Some((wall? + 5.0, Anchor::Start, y)));
    // Where the windows fill the panel the words lie over them.
    let over = heights().map(|y| (frame.left + 2.0, Anchor::Start, y));
    let far = heights().map(|y| (frame.right - 6.0, Anchor::End, y));
    let places: Vec<Place> = left
        .chain(right)
        .chain(beside_wall)
        .chain(over)
        .chain(far)
        .collect();
    if let Some(x) = wall {
        taken.line(
            &[Point::new(x, frame.top), Point::new(x, frame.bottom)],
            2.0,
        );
    }
    let lines: Vec<Words> = lines.collect();
    let words = taken.set(&lines, &places, frame);
    words.into_iter().map(Mark::Words).collect()
}
