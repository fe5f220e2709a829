//! Every word in the drawings, in one place. Figures in them come from [`headroom_model::text::write`].

mod leads;
mod ranges;
mod volume;

pub use leads::*;
use ranges::likely;
pub use ranges::*;
pub use volume::*;

use headroom_model::field::{Key, Kind};
use headroom_model::outcome::Outcome;
use headroom_model::scenario::Scenario;
use headroom_model::statement::{Form, plan_name};
use headroom_model::strategy::{Choice, Strategy};
use headroom_model::text::write::{self, Currency, Precision, Sign};

use super::layout::PanelWords;
use super::strips::{Feel, Limits};

/// The names of a plan at its line, longest first: the first that fits is drawn.
#[must_use]
pub fn names(strategy: Strategy, kind: Kind) -> [&'static str; 3] {
    let name = |form| plan_name(Choice::Build(strategy), kind, form);
    let shortest = match strategy {
        Strategy::MvpLive => "As it is",
        Strategy::MvpLate => "Late",
        Strategy::MvpWatch => "Warned",
        Strategy::Msp | Strategy::Over => name(Form::Narrow),
    };
    [name(Form::Label), name(Form::Narrow), shortest]
}

/// A choice inside a sentence.
fn in_sentence(choice: Choice, kind: Kind) -> &'static str {
    plan_name(choice, kind, Form::Phrase)
}

/// What a step up from the simple version is called.
#[must_use]
pub const fn rebuild(kind: Kind) -> &'static str {
    match kind {
        Kind::Service => "rebuild",
        Kind::Hardware => "redesign",
    }
}

/// The name of the whole figure.
#[must_use]
pub fn figure_title(scenario: &Scenario) -> String {
    let what = match scenario.kind() {
        Kind::Service => "Money, users and page speed",
        Kind::Hardware => "Money, units and time to delivery",
    };
    format!("{what} over {} months", scenario.horizon())
}

/// The words above the three panels.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Headings {
    /// The titles.
    pub titles: [&'static str; 3],
    /// The notes beside or below them.
    pub notes: [String; 3],
}

impl Headings {
    /// For the wide or the narrow drawing, with or without a range.
    #[must_use]
    pub fn of(scenario: &Scenario, wide: bool, ranged: bool) -> Self {
        let titles = match scenario.kind() {
            Kind::Service => ["Money so far", "Users and room", "How it feels"],
            Kind::Hardware => ["Money so far", "Units and room", "How long they wait"],
        };
        let money = if ranged && !wide {
            "cash since the start, with your numbers, if people want the product; shaded: 9 futures in 10"
        } else if wide {
            "cash in minus cash out since the start, not discounted, with your numbers, if people want the product"
        } else {
            "cash since the start, with your numbers, if people want the product"
        };
        let (ok, full) = (scenario[Key::ResponseOk], scenario[Key::ResponseLimit]);
        let room = match (scenario.kind(), wide) {
            (Kind::Service, true) => format!(
                "people who use it, against what each version can carry before pages take {}",
                write::seconds_in_words(full)
            ),
            (Kind::Service, false) => {
                format!("before pages take {}", write::seconds_in_words(full))
            }
            (Kind::Hardware, true) => {
                "units shipped a month, against what each version can make in a month".to_owned()
            }
            (Kind::Hardware, false) => "units a month, shipped and possible".to_owned(),
        };
        let limits = limits(scenario);
        let figure = |wait: f64| write::plain(wait, Precision::Sentence);
        let feel = match (scenario.kind(), wide) {
            (Kind::Service, true) => format!(
                "wait per page: instant under {}, noticeable to {}, slow to {}, then unusable; black bar: rebuild under way",
                write::seconds_in_words(ok),
                figure(limits.slow),
                figure(limits.unusable),
            ),
            (Kind::Service, false) => format!(
                "noticeable from {} s, slow from {}; black bar: rebuild",
                figure(limits.noticeable),
                figure(limits.slow),
            ),
            (Kind::Hardware, true) => "from order to delivery: at once under a week, noticeable to a month, long to three, then too long; black bar: redesign under way".to_owned(),
            (Kind::Hardware, false) => "noticeable from a week, long from a month; black bar: redesign".to_owned(),
        };
        Self {
            titles,
            notes: [money.to_owned(), room, feel],
        }
    }

    /// The words of each panel.
    #[must_use]
    pub fn panels(&self) -> [PanelWords<'_>; 3] {
        std::array::from_fn(|index| PanelWords {
            title: self.titles[index],
            note: &self.notes[index],
        })
    }
}

/// The waits at which one feeling gives way to the next. For a service they are the user's own numbers, in seconds.
/// For hardware, months from order to delivery: a week is what a shop in stock takes, after a month people ask where
/// it is, after three they look elsewhere (our judgement; the model itself cancels orders by its own rate).
#[must_use]
pub fn limits(scenario: &Scenario) -> Limits {
    match scenario.kind() {
        Kind::Service => Limits::new(scenario[Key::ResponseOk], scenario[Key::ResponseLimit]),
        Kind::Hardware => Limits {
            noticeable: 0.25,
            slow: 1.0,
            unusable: 3.0,
        },
    }
}

/// What a wait feels like, in a strip.
#[must_use]
pub const fn feel(kind: Kind, feel: Feel) -> &'static str {
    match (kind, feel) {
        (Kind::Service, feel) => feel.word(),
        (Kind::Hardware, Feel::Instant) => "at once",
        (Kind::Hardware, Feel::Noticeable) => "noticeable",
        (Kind::Hardware, Feel::Slow) => "long",
        (Kind::Hardware, Feel::Unusable) => "too long",
    }
}

/// Above the longest waits.
pub const LONGEST_WAIT: &str = "longest wait";

/// The longest wait of a plan; `None` if it is not launched within the horizon.
#[must_use]
pub fn longest_wait(kind: Kind, longest: Option<f64>, wide: bool) -> String {
    match (kind, longest) {
        (_, None) => "no launch".to_owned(),
        (Kind::Hardware, Some(0.0)) => "none".to_owned(),
        (_, Some(longest)) if wide => wait(kind, longest),
        (_, Some(longest)) => wait(kind, longest)
            .replace(" months", " mo")
            .replace(" month", " mo"),
    }
}

/// A wait: seconds for a page, months for a delivery. Beyond an hour and ten years a figure says nothing more.
#[must_use]
pub fn wait(kind: Kind, wait: f64) -> String {
    match kind {
        Kind::Service if wait > 3600.0 => "over an hour".to_owned(),
        Kind::Service => write::seconds(wait),
        Kind::Hardware if wait > 120.0 => "over ten years".to_owned(),
        Kind::Hardware => match write::plain(wait, Precision::Sentence) {
            figure if figure == "1" => "1 month".to_owned(),
            figure => format!("{figure} months"),
        },
    }
}

/// The label of the demand line, longest first.
#[must_use]
pub const fn demand(kind: Kind) -> [&'static str; 3] {
    match kind {
        Kind::Service => ["want to use it", "wanted", "wanted"],
        Kind::Hardware => ["want to buy it", "wanted", "wanted"],
    }
}

/// How much a version carries; an arrow says that the axis ends below it.
#[must_use]
pub fn room(users: f64, outside: bool) -> String {
    let arrow = if outside { " ↑" } else { "" };
    format!("{}{arrow}", write::count(users, Precision::Table))
}

/// Room at its line inside the panel, before and after a rebuild.
#[must_use]
pub fn room_inside(kind: Kind, room: &str, rebuilt: bool, wide: bool) -> String {
    match (rebuilt, wide) {
        (false, true) => format!("room: {room}"),
        (false, false) => format!("room {room}"),
        (true, true) => format!("room after the {}: {room}", rebuild(kind)),
        (true, false) => format!("then {room}"),
    }
}

/// What happens at the wall, in three forms.
#[derive(Clone, Debug, PartialEq)]
pub struct Wall {
    /// In strong type: "Wall, month 11".
    pub strong: String,
    /// What follows it in the wide drawing.
    pub rest: String,
    /// Its range in the narrow one: "(7 to 20)"; empty without futures.
    pub likely: String,
}

/// The label of the wall, or what is said instead. `wall` counts from the start of the project.
#[must_use]
pub fn wall(outcome: &Outcome, wall: Option<f64>, launch: f64) -> Wall {
    let horizon = f64::from(outcome.scenario.horizon());
    let full = match outcome.scenario.kind() {
        Kind::Service => "the simple version is full",
        Kind::Hardware => "orders reach what the simple version can make",
    };
    let (strong, rest) = match wall {
        _ if launch > horizon => (
            format!("No launch by {}", write::month(horizon)),
            String::new(),
        ),
        Some(wall) if wall <= horizon && outcome.warning.wall == Some(0.0) => (
            format!("Wall at launch, {}", write::month(wall)),
            format!(": {full} from the start"),
        ),
        Some(wall) if wall <= horizon => {
            (format!("Wall, {}", write::month(wall)), format!(": {full}"))
        }
        Some(wall) => (
            format!("No wall by {}", write::month(horizon)),
            format!(": {full} only in {}", write::month(wall)),
        ),
        None => (
            "No wall".to_owned(),
            match outcome.scenario.kind() {
                Kind::Service => ": with your numbers the simple version is never full",
                Kind::Hardware => {
                    ": with your numbers orders never reach what the simple version can make"
                }
            }
            .to_owned(),
        ),
    };
    let range = outcome.futures.as_ref().filter(|_| launch <= horizon);
    let times = range.map(|futures| &futures.fixed.wall.wall);
    let is_there = wall.is_some_and(|wall| wall <= horizon);
    let likely = times.and_then(|times| likely(times, !is_there));
    let bracket = likely.as_ref().map(|range| format!(" (likely {range})"));
    Wall {
        strong,
        rest: bracket.unwrap_or_default() + &rest,
        likely: likely.map_or_else(String::new, |range| format!("({range})")),
    }
}

/// The rebuild windows in words: the first line is strong.
#[must_use]
pub fn windows(
    scenario: &Scenario,
    watched: Option<(f64, f64)>,
    late: Option<(f64, f64)>,
    wide: bool,
) -> Vec<String> {
    let name = match scenario.kind() {
        Kind::Service => "Rebuild",
        Kind::Hardware => "Redesign",
    };
    let nothing_new = scenario[Key::Freeze1] == 1.0;
    let head = if nothing_new && wide {
        format!("{name}, nothing new:")
    } else {
        format!("{name}:")
    };
    let when = match (watched, late) {
        (Some(watched), Some(late)) if months(watched) == months(late) => {
            vec![months(late), "in either case".to_owned()]
        }
        (Some(watched), Some(late)) if wide => vec![
            format!("{} if warned,", months(watched)),
            format!("{} if not", bare_months(late)),
        ],
        (Some(watched), Some(late)) => vec![
            months(watched),
            "if warned,".to_owned(),
            format!("{} if not", bare_months(late)),
        ],
        (Some(watched), None) => vec![months(watched), "if warned".to_owned()],
        (None, Some(late)) => vec![months(late), "if not warned".to_owned()],
        (None, None) => return Vec::new(),
    };
    std::iter::once(head).chain(when).collect()
}

fn bare_months((from, to): (f64, f64)) -> String {
    let (from, to) = (whole(from), whole(to));
    if from == to {
        from
    } else {
        format!("{from}–{to}")
    }
}

fn months(window: (f64, f64)) -> String {
    let months = bare_months(window);
    if months.contains('–') {
        format!("months {months}")
    } else {
        format!("month {months}")
    }
}

fn whole(month: f64) -> String {
    write::count(month, Precision::Exact)
}

/// The last moment to start a rebuild that is finished at the wall; `alarm` is how full the simple version is then,
/// `likely` the range of the month.
#[must_use]
pub fn last_start(
    kind: Kind,
    month: f64,
    alarm: Option<f64>,
    likely: Option<&str>,
    wide: bool,
) -> String {
    let (month, rebuild) = (whole(month), rebuild(kind));
    let month = match likely {
        Some(range) if wide => format!("{month} (likely {range})"),
        Some(range) => format!("{month} ({range})"),
        None => month,
    };
    match alarm {
        _ if !wide => format!("Month {month}: last moment to start"),
        Some(alarm) => {
            let full = write::percent(alarm, Precision::Sentence, Sign::Minus);
            let full = match kind {
                Kind::Service => format!("{full} full"),
                Kind::Hardware => format!("{full} of what can be made"),
            };
            format!("Month {month}: last moment to start a {rebuild} in time, at {full}")
        }
        None => format!("Month {month}: last moment to start a {rebuild} in time, before launch"),
    }
}

/// Said where even the start of the project is too late for a rebuild in time.
#[must_use]
pub fn too_late(kind: Kind) -> String {
    format!("No {} can be ready before the wall", rebuild(kind))
}

/// The figure in one paragraph.
#[must_use]
pub fn description(outcome: &Outcome, currency: Currency, wall: &Wall) -> String {
    let scenario = &outcome.scenario;
    let kind = scenario.kind();
    let end = write::month(f64::from(scenario.horizon()));
    let list = |value: &dyn Fn(Strategy) -> String| {
        let items = Strategy::ALL
            .map(|strategy| format!("{} {}", names(strategy, kind)[0], value(strategy)));
        items.join(", ")
    };
    let cash = list(&|strategy| {
        let cash = outcome.plan(strategy).path.cash.last().copied();
        write::money(cash.unwrap_or(0.0), currency, Precision::Table, Sign::Minus)
    });
    let users = list(&|strategy| {
        let last = outcome.plan(strategy).path.months.last();
        write::count(last.map_or(0.0, |month| month.users), Precision::Table)
    });
    let rebuilds = Strategy::ALL.into_iter().filter_map(|strategy| {
        let window = outcome.plan(strategy).path.ending.first_rebuild?;
        Some(format!("{}, {}", names(strategy, kind)[0], months(window)))
    });
    let rebuilds: Vec<String> = rebuilds.collect();
    let rebuilds = if rebuilds.is_empty() {
        match kind {
            Kind::Service => "Nothing is rebuilt.".to_owned(),
            Kind::Hardware => "Nothing is redesigned.".to_owned(),
        }
    } else {
        format!(
            "Under way in these months: {} of {}.",
            rebuild(kind),
            rebuilds.join("; of ")
        )
    };
    let what = match kind {
        Kind::Service => "Users",
        Kind::Hardware => "Units shipped",
    };
    format!(
        "With your numbers, if people want the product; three panels share one time axis. Cash by {end}: {cash}. {}{}. {rebuilds} {what} in {end}: {users}.{}",
        wall.strong,
        wall.rest,
        band_description(outcome, currency)
    )
}

/// What the three panels hold, as heads of a table and in a reading.
#[must_use]
pub const fn columns(kind: Kind) -> [&'static str; 3] {
    match kind {
        Kind::Service => ["Cash", "Users", "Wait per page"],
        Kind::Hardware => ["Cash", "Units a month", "Order to delivery"],
    }
}

/// What a plan's version can make, as the head of a table of hardware.
pub const CAN_BE_MADE: &str = "Can be made a month";

/// The month that is read out.
#[must_use]
pub fn reading_of(month: u32) -> String {
    match month {
        0 => "Start of the project".to_owned(),
        month => format!("End of {}", write::month(f64::from(month))),
    }
}

/// The name of the table twin of the main figure.
#[must_use]
pub fn twin_title(scenario: &Scenario) -> String {
    format!("{}, with your numbers", figure_title(scenario))
}

/// The head of the column of months.
pub const MONTH: &str = "Month";

/// The summary of a table twin.
pub const SHOW_AS_TABLE: &str = "Show as a table";

/// The label of the control that reads out a month.
pub const READ_MONTH: &str = "Read a month";
/// What stands beside it before it is used.
pub const READ_HINT: &str = "move over the chart or use the slider for the figures of a month";

/// Which option is best by chance of success, and the chance that was given.
#[must_use]
pub fn best_by_chance(outcome: &Outcome) -> String {
    let best = &outcome.verdict.best_by_p;
    let said = write::in_hundred(outcome.scenario[Key::Success]);
    let stretches: Vec<String> = best
        .iter()
        .enumerate()
        .map(|(index, stretch)| {
            let name = in_sentence(stretch.option, outcome.scenario.kind());
            match (index, index + 1 == best.len()) {
                (0, true) => format!("{name} at every chance"),
                (0, false) => format!("{name} below {}", write::in_hundred(stretch.to)),
                (_, true) => format!("{name} above"),
                (_, false) => format!("{name} up to {}", write::in_hundred(stretch.to)),
            }
        })
        .collect();
    format!(
        "Best by chance of success: {}; you said {said}.",
        stretches.join(", ")
    )
}
