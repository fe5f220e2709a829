//! How much each version carries, as lines and words in the panel of users.

use headroom_model::strategy::Strategy;

use super::Scene;
use super::clear::{Place, Taken};
use super::stretches::{Stretch, rooms};
use super::value_axis::ValueAxis;
use crate::charts::mark::{Hue, Mark, Tone, Words};
use crate::charts::path::{clip_line, lines};
use crate::charts::shape::Point;
use crate::charts::text::{Anchor, SMALL, Weight};
use crate::charts::words;

/// How far a room's line is moved down where it would hide behind another.
const NUDGE: f64 = 3.0;

/// The lines of what each version carries. The rebuilt simple version lies a little lower where it carries the same
/// as the scalable one, so that both can be seen.
pub fn room_lines(scene: &Scene, axis: &ValueAxis, taken: &mut Taken) -> Vec<Mark> {
    let frame = scene.layout.users.frame;
    let users = axis.scale(&frame);
    let scalable = rooms(scene.outcome, Strategy::Msp);
    let mut marks = Vec::new();
    for strategy in [
        Strategy::Over,
        Strategy::Msp,
        Strategy::MvpLate,
        Strategy::MvpWatch,
    ] {
        let hue = Hue::of(strategy);
        let nudge = |stretch: &Stretch| {
            let same = |other: &Stretch| other.room == stretch.room;
            let hides =
                hue == Hue::Simple && !axis.is_below(stretch.room) && scalable.iter().any(same);
            if hides { NUDGE } else { 0.0 }
        };
        let corners: Vec<Point> = rooms(scene.outcome, strategy)
            .iter()
            .flat_map(|stretch| {
                let y = users.position(stretch.room) + nudge(stretch);
                [stretch.from, stretch.to].map(|month| Point::new(scene.months.position(month), y))
            })
            .collect();
        let pieces = clip_line(&corners, frame.top, frame.bottom);
        for piece in &pieces {
            taken.line(piece, 1.0);
        }
        marks.push(Mark::Path {
            d: lines(&pieces),
            class: hue.room(),
        });
    }
    marks
}

/// The words at room lines that have none at their end: the simple version before and after its rebuild, and a
/// bigger version before it is extended.
pub fn room_words(scene: &Scene, axis: &ValueAxis, taken: &mut Taken) -> Vec<Mark> {
    let frame = scene.layout.users.frame;
    let users = axis.scale(&frame);
    let late = rooms(scene.outcome, Strategy::MvpLate);
    let simple = if late.len() > 1 {
        late
    } else {
        rooms(scene.outcome, Strategy::MvpWatch)
    };
    let simple = simple
        .iter()
        .enumerate()
        .map(|(index, stretch)| (Hue::Simple, index > 0, *stretch));
    let bigger = [Strategy::Msp, Strategy::Over]
        .into_iter()
        .flat_map(|strategy| {
            let rooms = rooms(scene.outcome, strategy);
            let earlier = rooms.len().saturating_sub(1);
            rooms
                .into_iter()
                .take(earlier)
                .map(move |stretch| (Hue::of(strategy), false, stretch))
        });
    let mut marks = Vec::new();
    for (hue, rebuilt, stretch) in simple.chain(bigger) {
        let room = words::room(stretch.room, axis.is_below(stretch.room));
        let text = words::room_inside(scene.kind(), &room, rebuilt, scene.layout.wide);
        let words = Words::new(
            Point::default(),
            SMALL,
            Tone::Hue(hue),
            Weight::Regular,
            text,
        );
        let y = users.position_inside(stretch.room);
        let x = scene.months.position_inside(stretch.from) + if rebuilt { 4.0 } else { 2.0 };
        let ys = [y - 5.0, y + 15.0, y - 20.0, y + 30.0];
        // Beside its own stretch and nowhere else.
        let end = scene.months.position_inside(stretch.to);
        let xs = (0..8).map(|step| x + 24.0 * f64::from(step));
        let xs = xs.take_while(|at| *at == x || *at < end);
        let places: Vec<Place> = xs
            .flat_map(|x| ys.map(|y| (x, Anchor::Start, y)))
            .chain(ys.map(|y| (x - 8.0, Anchor::End, y)))
            .collect();
        let placed = taken.set(&[words.with_halo()], &places, &frame);
        marks.extend(placed.into_iter().map(Mark::Words));
    }
    marks
}
