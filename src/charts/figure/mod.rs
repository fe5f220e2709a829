//! The main figure as plain data: what an outcome looks like at a width. The components in
//! [`view`](super::view) only turn it into elements.

mod band;
mod clear;
mod ends;
mod feel_panel;
mod last_start;
mod money_panel;
mod reading;
mod room_lines;
mod stretches;
mod twin;
mod users_panel;
mod value_axis;
mod wall;

pub use band::leader_bands;
pub use ends::{End, Ends, Style};
pub use feel_panel::FeelPanel;
pub use money_panel::MoneyPanel;
pub use reading::{Line, Reading, reading};
pub use twin::{Twin, TwinGroup, twin};
pub use users_panel::UsersPanel;

use headroom_model::field::Kind;
use headroom_model::outcome::Outcome;
use headroom_model::strategy::{Strategy, first_launch};
use headroom_model::text::write::Currency;

use super::layout::{FigureLayout, Heading, Needs, WIDE_FROM, figure};
use super::mark::{Mark, Tone, Words};
use super::scale::Linear;
use super::shape::{Frame, Point};
use super::text::{SMALL, TITLE, Weight};
use super::ticks::month_ticks;
use super::words::{self, Headings};

/// The main figure: three panels over one time axis.
#[derive(Clone, Debug, PartialEq)]
pub struct MainDrawing {
    /// Its width; one unit is one CSS pixel.
    pub width: f64,
    /// Its height.
    pub height: f64,
    /// Its name.
    pub title: String,
    /// It in one paragraph.
    pub description: String,
    /// Money so far.
    pub money: MoneyPanel,
    /// Users and room.
    pub users: UsersPanel,
    /// How it feels.
    pub feel: FeelPanel,
    /// Headings and the time axis.
    pub rest: Vec<Mark>,
    /// Where a month is.
    pub months: Linear,
    /// The last month.
    pub horizon: u32,
    /// The heights between which a hairline at a month runs.
    pub hairline: (f64, f64),
}

/// What all panels draw from.
#[derive(Clone, Copy)]
pub struct Scene<'a> {
    /// The result that is drawn.
    pub outcome: &'a Outcome,
    /// How amounts are written.
    pub currency: Currency,
    /// Where the panels are.
    pub layout: &'a FigureLayout,
    /// The time axis.
    pub months: Linear,
}

impl Scene<'_> {
    /// The last month.
    #[must_use]
    pub fn horizon(&self) -> f64 {
        f64::from(self.outcome.scenario.horizon())
    }

    /// The kind of product.
    #[must_use]
    pub fn kind(&self) -> Kind {
        self.outcome.scenario.kind()
    }

    /// Whether this plan's line is the thick one.
    #[must_use]
    pub fn leads(&self, strategy: Strategy) -> bool {
        self.outcome.verdict.leader() == Some(strategy)
    }

    /// The plans from the bottom up: the leader's line lies on top.
    pub fn drawing_order(&self) -> impl Iterator<Item = Strategy> + use<> {
        let leader = self.outcome.verdict.leader();
        let others = [
            Strategy::Over,
            Strategy::Msp,
            Strategy::MvpLive,
            Strategy::MvpLate,
            Strategy::MvpWatch,
        ];
        let others = others
            .into_iter()
            .filter(move |other| leader != Some(*other));
        others.chain(leader)
    }

    /// The position of the wall, if it is reached within the horizon.
    #[must_use]
    pub fn wall_x(&self) -> Option<f64> {
        let wall = wall(self.outcome).filter(|wall| *wall <= self.horizon());
        wall.map(|wall| self.months.position(wall))
    }

    /// The tints of the months in which the simple version is rebuilt, as drawn in `frame`: when warned, when not,
    /// and where both run.
    #[must_use]
    pub fn windows(&self, frame: &Frame) -> Vec<Mark> {
        let tint = |strategy| {
            let (from, to) = self.outcome.plan(strategy).path.ending.first_rebuild?;
            let (x, width) = self.months.span(from, to)?;
            Some(Frame::new(x, frame.top, x + width, frame.bottom))
        };
        let tints = [Strategy::MvpWatch, Strategy::MvpLate].map(tint);
        let both = tints[0].zip(tints[1]);
        let both = both.and_then(|(watched, late)| watched.intersection(&late));
        let area = |class| move |frame| Mark::Area { frame, class };
        let tints = tints.into_iter().flatten().map(area("b-mvp"));
        tints.chain(both.map(area("over1"))).collect()
    }
}

/// When the simple version is full, in months from the start of the project; `None` = never.
#[must_use]
pub fn wall(outcome: &Outcome) -> Option<f64> {
    let launch = first_launch(&outcome.scenario);
    outcome.warning.wall.map(|wall| launch + wall)
}

impl MainDrawing {
    /// The figure in a container of `width` pixels.
    #[must_use]
    pub fn of(outcome: &Outcome, currency: Currency, width: f64) -> Self {
        let scenario = &outcome.scenario;
        let horizon = scenario.horizon();
        let wide = width >= WIDE_FROM;
        let headings = Headings::of(scenario, wide, leader_bands(outcome).is_some());
        let money_axis = money_panel::axis(outcome, currency);
        let users_axis = users_panel::axis(outcome);
        let end_label = [
            ends::needed(&money_panel::ends(outcome, currency), Style::money(wide)),
            ends::needed(&users_panel::ends(outcome, &users_axis), Style::users(wide)),
            ends::needed(&feel_panel::ends(outcome, wide), Style::feel(wide)),
        ];
        let needs = Needs {
            words: headings.panels(),
            tick_label: money_axis.widest().max(users_axis.widest()),
            end_label: end_label.into_iter().fold(0.0, f64::max),
            strips: feel_panel::strategies(outcome).len(),
        };
        let layout = figure(width, &needs);
        let frame = layout.money.frame;
        let scene = Scene {
            outcome,
            currency,
            layout: &layout,
            months: Linear::new((0.0, f64::from(horizon)), (frame.left, frame.right)),
        };
        let mut rest = heading(&layout.money.heading);
        rest.extend(heading(&layout.users.heading));
        rest.extend(heading(&layout.feel.heading));
        rest.extend(time_axis(&scene, horizon));
        let first = words::wall(outcome, wall(outcome), first_launch(scenario));
        Self {
            width: layout.width,
            height: layout.height,
            title: words::figure_title(scenario),
            description: words::description(outcome, currency, &first),
            money: MoneyPanel::of(&scene, &money_axis),
            users: UsersPanel::of(&scene, &users_axis),
            feel: FeelPanel::of(&scene),
            rest,
            months: scene.months,
            horizon,
            hairline: (frame.top, layout.axis),
        }
    }

    /// Everything that is drawn, from the bottom up.
    pub fn marks(&self) -> impl Iterator<Item = &Mark> {
        let panels = [
            &self.money.marks,
            &self.users.marks,
            &self.feel.marks,
            &self.rest,
        ];
        panels.into_iter().flatten()
    }
}

fn heading(heading: &Heading) -> Vec<Mark> {
    let title = &heading.title;
    let title = Words::new(title.at, TITLE, Tone::Ink, Weight::Strong, &title.text);
    let note = |line: &super::layout::TextLine| {
        Words::new(line.at, SMALL, Tone::Quiet, Weight::Regular, &line.text)
    };
    let notes = heading.note.iter().map(note);
    std::iter::once(title)
        .chain(notes)
        .map(Mark::Words)
        .collect()
}

fn time_axis(scene: &Scene, horizon: u32) -> Vec<Mark> {
    let layout = scene.layout;
    let frame = layout.money.frame;
    let y = layout.axis;
    let mut marks = vec![Mark::line(
        Point::new(frame.left, y),
        Point::new(frame.right, y),
        "axis",
    )];
    for tick in month_ticks(horizon, frame.width()) {
        let x = scene.months.position(f64::from(tick.month));
        marks.push(Mark::line(Point::new(x, y), Point::new(x, y + 4.0), "axis"));
        let at = Point::new(x, layout.axis_label);
        let label = Words::new(at, SMALL, Tone::Quiet, Weight::Regular, tick.label);
        marks.push(Mark::Words(label.anchored(tick.anchor)));
    }
    marks
}

#[cfg(all(test, not(target_family = "wasm")))]
#[path = "../tests/figure.rs"]
mod tests;
