//! How it feels: a strip of response times for each plan that matters, with the months of its rebuild.

use headroom_model::outcome::Outcome;
use headroom_model::strategy::Strategy;

use super::ends::{self, End, Style};
use super::{Scene, stretches};
use crate::charts::mark::{Hue, Mark, Tone, Words};
use crate::charts::shape::{Frame, Point};
use crate::charts::strips::{self, Feel, Run};
use crate::charts::text::{self, Anchor, LABEL, SMALL, Weight, longest_that_fits};
use crate::charts::words;

/// The height of the bar under the months of a rebuild.
const BAR: f64 = 3.0;

/// The panel of response times, drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct FeelPanel {
    /// What is drawn, from the bottom up.
    pub marks: Vec<Mark>,
    /// The labels beside the strips, each with the longest wait.
    pub ends: Vec<End>,
}

/// The plans that have a strip: both ways to rebuild the simple version, the scalable one, and the leader.
#[must_use]
pub fn strategies(outcome: &Outcome) -> Vec<Strategy> {
    let mut shown = vec![Strategy::MvpLate, Strategy::MvpWatch, Strategy::Msp];
    if let Some(leader) = outcome
        .verdict
        .leader()
        .filter(|leader| !shown.contains(leader))
    {
        shown.push(leader);
    }
    shown
}

/// The labels beside the strips.
#[must_use]
pub fn ends(outcome: &Outcome, wide: bool) -> Vec<End> {
    let leader = outcome.verdict.leader();
    let end = |strategy: Strategy| {
        let wait = strips::longest_wait(&runs(outcome, strategy));
        End {
            names: words::names(strategy, outcome.scenario.kind()),
            value: words::longest_wait(outcome.scenario.kind(), wait, wide),
            range: wait
                .filter(|_| wide)
                .and_then(|_| words::longest_wait_range(outcome, strategy))
                .unwrap_or_default(),
            at: wait.unwrap_or(0.0),
            tone: Tone::Hue(Hue::of(strategy)),
            leads: leader == Some(strategy),
            plain: false,
        }
    };
    strategies(outcome).into_iter().map(end).collect()
}

fn runs(outcome: &Outcome, strategy: Strategy) -> Vec<Run> {
    let path = &outcome.plan(strategy).path;
    let waits: Vec<f64> = path.months.iter().map(|month| month.wait).collect();
    strips::runs(&waits, path.launch, words::limits(&outcome.scenario))
}

impl FeelPanel {
    /// Draws the panel.
    #[must_use]
    pub fn of(scene: &Scene) -> Self {
        let layout = scene.layout;
        let ends = ends(scene.outcome, layout.wide);
        let style = Style::feel(layout.wide);
        let mut marks = Vec::new();
        let shown = strategies(scene.outcome);
        for ((strategy, frame), end) in shown.iter().zip(&layout.feel.strips).zip(&ends) {
            marks.extend(strip(scene, *strategy, frame));
            let middle = (frame.top + frame.bottom) / 2.0;
            let label = ends::set(scene, end, middle, style);
            marks.extend(label.into_iter().map(Mark::Words));
        }
        if layout.wide {
            let at = Point::new(layout.label_x, layout.feel.heading.title.at.y);
            let wordings = if ends.iter().any(|end| !end.range.is_empty()) {
                &[words::LONGEST_WAIT_RANGED, words::LONGEST_WAIT][..]
            } else {
                &[words::LONGEST_WAIT][..]
            };
            let fitting = longest_that_fits(wordings, LABEL, Weight::Regular, layout.label_room);
            let title = fitting.unwrap_or(words::LONGEST_WAIT);
            let title = Words::new(at, LABEL, Tone::Quiet, Weight::Regular, title);
            marks.push(Mark::Words(title));
        }
        Self { marks, ends }
    }
}

fn strip(scene: &Scene, strategy: Strategy, frame: &Frame) -> Vec<Mark> {
    let hue = Hue::of(strategy);
    let middle = (frame.top + frame.bottom) / 2.0;
    let launch = scene.outcome.plan(strategy).path.launch;
    let mut marks = Vec::new();
    if let Some((x, width)) = scene.months.span(0.0, launch) {
        let (from, to) = (Point::new(x, middle), Point::new(x + width, middle));
        marks.push(Mark::line(from, to, "axis"));
    }
    let kind = scene.kind();
    let runs = runs(scene.outcome, strategy);
    let segments = strips::segments(&runs, &scene.months, |feel| words::feel(kind, feel));
    for segment in &segments {
        let (left, right) = (segment.x, segment.x + segment.width);
        let frame = Frame::new(left, frame.top, right, frame.bottom);
        let class = hue.state(segment.feel);
        marks.push(Mark::Area { frame, class });
    }
    for (from, to) in stretches::rebuilds(scene.outcome, strategy) {
        if let Some((x, width)) = scene.months.span(from, to) {
            let frame = Frame::new(x, frame.bottom - BAR, x + width, frame.bottom);
            marks.push(Mark::Area {
                frame,
                class: "f-ink",
            });
        }
    }
    for segment in &segments {
        let Some(word) = segment.word else { continue };
        let tone = if segment.feel == Feel::Unusable {
            Tone::OnDark
        } else {
            Tone::Ink
        };
        // A little above the middle: the bar of a rebuild is below.
        let at = Point::new(
            segment.x + segment.width / 2.0,
            text::baseline(middle, SMALL) - 0.5,
        );
        let word = Words::new(at, SMALL, tone, Weight::Regular, word);
        marks.push(Mark::Words(word.anchored(Anchor::Middle)));
    }
    marks
}
