//! What a drawing is made of: areas, lines, rings and words, each in its place and with the class that colours
//! it. Colour means an option and nothing else; how an option is run is told by the dash.

use headroom_model::strategy::{Choice, Strategy};

use super::shape::{Frame, Point, Segment};
use super::strips::Feel;
use super::text::{self, Anchor, Weight};

/// One thing in a drawing. Later ones lie on top.
#[derive(Clone, Debug, PartialEq)]
pub enum Mark {
    /// A filled rectangle.
    Area {
        /// Where it is.
        frame: Frame,
        /// The class that fills it.
        class: &'static str,
    },
    /// A straight line.
    Line {
        /// From where to where.
        segment: Segment,
        /// The class that strokes it.
        class: &'static str,
    },
    /// A line or area through several points.
    Path {
        /// The `d` of the path.
        d: String,
        /// The class that strokes or fills it.
        class: &'static str,
    },
    /// A small ring on a line: a moment that matters, or the user's own value.
    Ring {
        /// Its middle.
        at: Point,
        /// Its radius.
        radius: f64,
        /// The class that strokes or fills it.
        class: &'static str,
    },
    /// Words.
    Words(Words),
}

impl Mark {
    /// A straight line between two points.
    #[must_use]
    pub fn line(from: Point, to: Point, class: &'static str) -> Self {
        let segment = Segment { from, to };
        Self::Line { segment, class }
    }
}

/// What is built, which is what a hue stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hue {
    /// The simple version, however it is run.
    Simple,
    /// The scalable version.
    Scalable,
    /// The over-built version.
    OverBuilt,
}

impl Hue {
    /// The hue of a plan.
    #[must_use]
    pub const fn of(strategy: Strategy) -> Self {
        match strategy {
            Strategy::MvpLive | Strategy::MvpLate | Strategy::MvpWatch => Self::Simple,
            Strategy::Msp => Self::Scalable,
            Strategy::Over => Self::OverBuilt,
        }
    }

    /// The hue of a choice; building nothing has none.
    #[must_use]
    pub fn of_choice(choice: Choice) -> Option<Self> {
        choice.strategy().map(Self::of)
    }

    /// The class that fills with the hue.
    #[must_use]
    pub const fn fill(self) -> &'static str {
        match self {
            Self::Simple => "f-mvp",
            Self::Scalable => "f-msp",
            Self::OverBuilt => "f-over",
        }
    }

    /// The class that fills with the hue's pale tint and draws its edge in the hue.
    #[must_use]
    pub const fn pale(self) -> &'static str {
        match self {
            Self::Simple => "b-mvp k-mvp",
            Self::Scalable => "b-msp k-msp",
            Self::OverBuilt => "b-over k-over",
        }
    }

    /// The class of the area of a range over the futures.
    #[must_use]
    pub const fn band(self) -> &'static str {
        match self {
            Self::Simple => "band b-mvp",
            Self::Scalable => "band b-msp",
            Self::OverBuilt => "band b-over",
        }
    }

    /// The class of a thin edge in the hue.
    #[must_use]
    pub const fn edge(self) -> &'static str {
        match self {
            Self::Simple => "edge k-mvp",
            Self::Scalable => "edge k-msp",
            Self::OverBuilt => "edge k-over",
        }
    }

    /// The class of a tick in the hue.
    #[must_use]
    pub const fn tick(self) -> &'static str {
        match self {
            Self::Simple => "k-tick k-mvp",
            Self::Scalable => "k-tick k-msp",
            Self::OverBuilt => "k-tick k-over",
        }
    }

    /// The class of a ring in the hue.
    #[must_use]
    pub const fn ring(self) -> &'static str {
        match self {
            Self::Simple => "ring k-mvp",
            Self::Scalable => "ring k-msp",
            Self::OverBuilt => "ring k-over",
        }
    }

    /// The class that fills with the hue's pale tint.
    #[must_use]
    pub const fn tint(self) -> &'static str {
        match self {
            Self::Simple => "b-mvp",
            Self::Scalable => "b-msp",
            Self::OverBuilt => "b-over",
        }
    }

    /// The class of the line that says how much a version carries.
    #[must_use]
    pub const fn room(self) -> &'static str {
        match self {
            Self::Simple => "cap-mvp",
            Self::Scalable => "cap-msp",
            Self::OverBuilt => "cap-over",
        }
    }

    /// The class of a bar that is stroked in the hue.
    #[must_use]
    pub const fn stretch(self) -> &'static str {
        match self {
            Self::Simple => "k-mvp k-stretch",
            Self::Scalable => "k-msp k-stretch",
            Self::OverBuilt => "k-over k-stretch",
        }
    }

    /// The class that fills a response-time strip.
    #[must_use]
    pub const fn state(self, feel: Feel) -> &'static str {
        const STATES: [[&str; 4]; 3] = [
            ["s-mvp-1", "s-mvp-2", "s-mvp-3", "s-mvp-4"],
            ["s-msp-1", "s-msp-2", "s-msp-3", "s-msp-4"],
            ["s-over-1", "s-over-2", "s-over-3", "s-over-4"],
        ];
        STATES[self as usize][feel as usize]
    }
}

/// The class of a plan's line: the hue says what is built, the dash how it is run, the width whether it leads.
#[must_use]
pub const fn line_class(strategy: Strategy, leads: bool) -> &'static str {
    match (strategy, leads) {
        (Strategy::MvpLive, false) => "ln ln-live",
        (Strategy::MvpLive, true) => "ln ln-live ln-lead",
        (Strategy::MvpLate, false) => "ln ln-late",
        (Strategy::MvpLate, true) => "ln ln-late ln-lead",
        (Strategy::MvpWatch, false) => "ln ln-watch",
        (Strategy::MvpWatch, true) => "ln ln-watch ln-lead",
        (Strategy::Msp, false) => "ln ln-msp",
        (Strategy::Msp, true) => "ln ln-msp ln-lead",
        (Strategy::Over, false) => "ln ln-over",
        (Strategy::Over, true) => "ln ln-over ln-lead",
    }
}

/// The colour of words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// Ink: facts that are nobody's.
    Ink,
    /// Pale ink: axes and notes.
    Quiet,
    /// The hue of an option.
    Hue(Hue),
    /// Black or white, whichever can be read on the darkest state of a strip.
    OnDark,
}

/// A piece of a line of words.
#[derive(Clone, Debug, PartialEq)]
pub struct Run {
    /// What it says.
    pub text: String,
    /// In which weight.
    pub weight: Weight,
}

/// A line of words in its place.
#[derive(Clone, Debug, PartialEq)]
pub struct Words {
    /// Where it stands, on its baseline.
    pub at: Point,
    /// Which part of it stands there.
    pub anchor: Anchor,
    /// The type size.
    pub size: f64,
    /// The colour.
    pub tone: Tone,
    /// Whether it has a halo of paper because it lies over lines.
    pub halo: bool,
    /// What it says.
    pub runs: Vec<Run>,
}

impl Words {
    /// Words in one weight, beginning at `at`, without a halo.
    #[must_use]
    pub fn new(at: Point, size: f64, tone: Tone, weight: Weight, text: impl Into<String>) -> Self {
        let text = text.into();
        Self {
            at,
            anchor: Anchor::Start,
            size,
            tone,
            halo: false,
            runs: vec![Run { text, weight }],
        }
    }

    /// The same words with another part standing at their place.
    #[must_use]
    pub fn anchored(self, anchor: Anchor) -> Self {
        Self { anchor, ..self }
    }

    /// The same words with a halo.
    #[must_use]
    pub fn with_halo(self) -> Self {
        Self { halo: true, ..self }
    }

    /// The same words and some more in another weight.
    #[must_use]
    pub fn and(mut self, weight: Weight, text: impl Into<String>) -> Self {
        let text = text.into();
        self.runs.push(Run { text, weight });
        self
    }

    /// How wide they are.
    #[must_use]
    pub fn width(&self) -> f64 {
        let widths = self.runs.iter();
        widths
            .map(|run| text::width(&run.text, self.size, run.weight))
            .sum()
    }

    /// The space that they take, from the tops of capitals to the ends of descenders.
    #[must_use]
    pub fn frame(&self) -> Frame {
        let width = self.width();
        let left = match self.anchor {
            Anchor::Start => self.at.x,
            Anchor::Middle => self.at.x - width / 2.0,
            Anchor::End => self.at.x - width,
        };
        let (up, down) = (0.7 * self.size, 0.22 * self.size);
        Frame::new(left, self.at.y - up, left + width, self.at.y + down)
    }

    /// The space that they take with air around them, which other words keep clear of.
    #[must_use]
    pub fn around(&self) -> Frame {
        const AIR: f64 = 4.0;
        let Frame {
            left,
            top,
            right,
            bottom,
        } = self.frame();
        Frame::new(left - AIR, top - AIR, right + AIR, bottom + AIR)
    }

    /// The classes of the element.
    #[must_use]
    pub fn class(&self) -> String {
        let tone = match self.tone {
            Tone::Ink => "t-ink",
            Tone::Quiet => "t-quiet",
            Tone::Hue(Hue::Simple) => "t-mvp",
            Tone::Hue(Hue::Scalable) => "t-msp",
            Tone::Hue(Hue::OverBuilt) => "t-over",
            Tone::OnDark => "t-on",
        };
        let size = if self.size >= text::TITLE {
            " t-14"
        } else if self.size >= text::LABEL {
            " t-13"
        } else {
            ""
        };
        let halo = if self.halo { " t-halo" } else { "" };
        format!("{tone}{size}{halo}")
    }

    /// What they say.
    #[must_use]
    pub fn text(&self) -> String {
        self.runs.iter().map(|run| run.text.as_str()).collect()
    }
}
