//! The last moment to start a rebuild that is finished at the wall.

use headroom_model::strategy::first_launch;

use super::Scene;
use super::clear::{LINE, Place, Taken};
use crate::charts::mark::{Mark, Tone, Words};
use crate::charts::path::height_at;
use crate::charts::shape::{Frame, Point};
use crate::charts::text::{self, Anchor, SMALL, Weight};
use crate::charts::words;

/// The radius of the ring.
const RING: f64 = 4.5;

/// The ring on the demand curve at the last moment to start a rebuild that is finished at the wall.
pub fn last_start(scene: &Scene, demand: &[Point], taken: &mut Taken) -> Vec<Mark> {
    let warning = &scene.outcome.warning;
    let launch = first_launch(&scene.outcome.scenario);
    let frame = scene.layout.users.frame;
    let Some(month) = warning.last_start.map(|start| launch + start) else {
        return Vec::new();
    };
    let full_at_launch = warning.wall == Some(0.0);
    let too_late = month < 0.0;
    if month > scene.horizon() || (too_late && (full_at_launch || launch > scene.horizon())) {
        return Vec::new();
    }
    let wide = scene.layout.wide;
    let said = |likely: Option<String>| {
        words::last_start(scene.kind(), month, warning.alarm, likely.as_deref(), wide)
    };
    // With its range if there is room for it.
    let likely = words::likely_start(scene.outcome, wide).filter(|_| !too_late);
    let mut sentences: Vec<String> = likely
        .into_iter()
        .map(|likely| said(Some(likely)))
        .collect();
    sentences.push(if too_late {
        words::too_late(scene.kind())
    } else {
        said(None)
    });
    let x = scene.months.position_inside(month);
    // On the narrow drawing the words stand before the wall if there is room for them.
    let wall = scene.wall_x().filter(|wall| !wide && *wall > x);
    let before_wall = wall.map(|wall| wall - frame.left - 8.0);
    let before_wall = before_wall.filter(|room| *room >= 52.0);
    let width = if wide { 160.0 } else { 95.0 };
    let width = before_wall.map_or(width, |room| room.min(width));
    let line =
        |line| Words::new(Point::default(), SMALL, Tone::Ink, Weight::Regular, line).with_halo();
    let on_curve = height_at(demand, x).filter(|_| warning.alarm.is_some());
    let ring = Point::new(x, on_curve.unwrap_or(frame.bottom));
    // The words may rise a little above the panel.
    let room = Frame::new(frame.left, frame.top - 2.0, frame.right, frame.bottom);
    let mut place = |sentence: &String| {
        let lines = text::balanced(sentence, SMALL, Weight::Regular, width);
        let lines: Vec<Words> = lines.into_iter().map(line).collect();
        let height = LINE * (lines.len() as f64 - 1.0);
        let mut places = places(x, ring, height);
        if let (Some(wall), Some(_)) = (wall, before_wall) {
            let beside = |(_, _, y): &Place| [(wall - 4.0, Anchor::End, *y)];
            let beside: Vec<Place> = places.iter().step_by(7).flat_map(beside).collect();
            places.extend(beside);
        }
        let placed = taken.set(&lines, &places, &room);
        (!placed.is_empty()).then_some(placed)
    };
    let placed = sentences.iter().find_map(&mut place).unwrap_or_default();
    let mut marks = Vec::new();
    if !too_late {
        if let Some(bottom) = placed.last().map(|line| line.frame().bottom) {
            let (from, to) = (
                Point::new(x, ring.y - RING - 1.5),
                Point::new(x, bottom + 1.0),
            );
            if to.y < from.y {
                marks.push(Mark::line(from, to, "lead-l"));
            }
        }
        marks.push(Mark::Ring {
            at: ring,
            radius: RING,
            class: "ring",
        });
    }
    marks.extend(placed.into_iter().map(Mark::Words));
    marks
}

/// Where the words at a ring may stand: above it, as near as possible.
fn places(x: f64, ring: Point, height: f64) -> Vec<Place> {
    let heights = (0..16).map(|step| ring.y - 18.0 - height - 7.0 * f64::from(step));
    let places = heights.flat_map(|y| {
        let aside = [0.0, -14.0, 14.0, -40.0, 40.0];
        let aside = aside.map(|aside| (x + aside, Anchor::Middle, y));
        let beside = [(x + 6.0, Anchor::End, y), (x - 6.0, Anchor::Start, y)];
        aside.into_iter().chain(beside)
    });
    places.collect()
}
