//! The one list of inputs: key, words, unit, defaults, ranges, tier and source.
//!
//! The form, the parser, the command line and the tests are driven by [`FIELDS`]; nothing about an
//! input is written anywhere else.

mod list;

pub use list::{FIELDS, Key};

use crate::text::{Expect, Family, Per};

/// What is built: a software service or a hardware product.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
pub enum Kind {
    /// Users of a service; capacity is the users it carries.
    Service,
    /// Units of a product; capacity is the units that can be made in a month.
    Hardware,
}

impl Kind {
    /// The other one.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::Service => Self::Hardware,
            Self::Hardware => Self::Service,
        }
    }

    /// What it is called on the page.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Service => "software",
            Self::Hardware => "hardware",
        }
    }

    /// Both kinds.
    pub const ALL: [Self; 2] = [Self::Service, Self::Hardware];

    /// The name in files: `SERVICE` or `HARDWARE`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Service => "SERVICE",
            Self::Hardware => "HARDWARE",
        }
    }

    /// The kind with this name in files.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }
}

/// How far a source can be trusted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Reliability {
    /// The article whose argument the model computes: one author's experience.
    Article,
    /// Controlled experiment, or peer-reviewed with data.
    Experiment,
    /// Official statistics.
    Official,
    /// Peer-reviewed survey or large observational sample.
    Survey,
    /// Vendor or industry survey.
    Vendor,
    /// Our judgement: no source exists.
    Judgement,
    /// Follows from other inputs, or is a matter of accounting.
    Computed,
    /// Only the user can know it.
    Yours,
}

impl Reliability {
    /// One phrase for a reader.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::Article => "low: one author's experience",
            Self::Experiment => "high: controlled experiments",
            Self::Official => "high: official statistics",
            Self::Survey => "medium: peer-reviewed survey",
            Self::Vendor => "low: vendor or industry survey",
            Self::Judgement => "low: our judgement, no source exists",
            Self::Computed => "exact: it is computed",
            Self::Yours => "yours to know",
        }
    }
}

/// The unit in which a value is held.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Unit {
    /// A share between 0 and 1, shown in per cent.
    Share,
    /// A share per month, shown in per cent.
    SharePerMonth,
    /// A share per year, shown in per cent.
    SharePerYear,
    /// A share per second of waiting, shown in per cent.
    SharePerSecond,
    /// A share per second and month, shown in per cent.
    SharePerSecondMonth,
    /// A multiple of the build cost, shown in per cent of it.
    OfBuildCost,
    /// A share of the capacity, shown in per cent.
    OfCapacity,
    /// A plain factor.
    Factor,
    /// Active accounts.
    Users,
    /// Units a month.
    UnitsPerMonth,
    /// Money.
    Money,
    /// Money a month.
    MoneyPerMonth,
    /// Money per user and month.
    MoneyPerUserMonth,
    /// Money per unit made or sold.
    MoneyPerUnit,
    /// Months.
    Months,
    /// Weeks.
    Weeks,
    /// Seconds.
    Seconds,
    /// Yes or no.
    YesNo,
}

impl Unit {
    /// Whether the value is shown multiplied by 100, in per cent.
    #[must_use]
    pub fn is_percent(self) -> bool {
        matches!(
            self,
            Self::Share
                | Self::SharePerMonth
                | Self::SharePerYear
                | Self::SharePerSecond
                | Self::SharePerSecondMonth
                | Self::OfBuildCost
                | Self::OfCapacity
        )
    }

    /// What its text field takes. `usual` is a usual value: shares of about a hundred per cent or
    /// more are read as multiples.
    #[must_use]
    pub fn expect(self, usual: f64) -> Expect {
        let share = match usual {
            u if u >= 1.0 => Family::Multiple,
            u if u < 0.06 => Family::SmallShare,
            _ => Family::Share,
        };
        let new = Expect::new;
        match self {
            Self::Share | Self::OfBuildCost | Self::OfCapacity => new(share),
            Self::SharePerMonth => new(share).per(Per::Month),
            Self::SharePerYear => new(share).per(Per::Year),
            Self::SharePerSecond => new(share).per(Per::Second),
            Self::SharePerSecondMonth => new(share).per(Per::SecondMonth),
            Self::Factor => new(Family::Factor),
            Self::Users | Self::YesNo => new(Family::Number),
            Self::UnitsPerMonth => new(Family::Number).per(Per::Month),
            Self::Money => new(Family::Money),
            Self::MoneyPerMonth => new(Family::Money).per(Per::Month),
            Self::MoneyPerUserMonth => new(Family::Money).per(Per::UnitMonth),
            Self::MoneyPerUnit => new(Family::Money).per(Per::Unit),
            Self::Months => new(Family::Months),
            Self::Weeks => new(Family::Weeks),
            Self::Seconds => new(Family::Seconds),
        }
    }

    /// Whether the value is money, shown behind the currency symbol.
    #[must_use]
    pub fn is_money(self) -> bool {
        matches!(
            self,
            Self::Money | Self::MoneyPerMonth | Self::MoneyPerUserMonth | Self::MoneyPerUnit
        )
    }
}

/// The part of the form in which an input stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Group {
    /// Tier 1: what happens if people want it.
    IfItWorks,
    /// Tier 1: what building and rebuilding cost.
    WhatItCosts,
    /// Tier 1: the capacity of the simple version.
    WhatItCarries,
    /// How far demand may differ from the numbers of the first screen.
    Demand,
    /// What the rule of decision takes into account.
    Rule,
    /// What could turn out otherwise.
    Doubts,
    /// How customers answer to slowness, waiting and a lack of news.
    Customers,
    /// What the team costs and what debt takes from it.
    Team,
    /// Horizon, interest and the end of a failure.
    Horizon,
    /// Details of rebuilding, extending and tooling.
    Rebuild,
    /// Response time and capacity of the higher levels.
    Room,
    /// Hosting or line cost.
    Running,
    /// Parts, assembly, yield and returns of a unit.
    UnitCost,
}

impl Group {
    /// All groups in the order of the form.
    pub const ALL: [Self; 13] = [
        Self::IfItWorks,
        Self::WhatItCosts,
        Self::WhatItCarries,
        Self::Demand,
        Self::Doubts,
        Self::Customers,
        Self::Team,
        Self::Rule,
        Self::Horizon,
        Self::Rebuild,
        Self::Room,
        Self::Running,
        Self::UnitCost,
    ];

    /// The heading over the group.
    #[must_use]
    pub fn heading(self, kind: Kind) -> &'static str {
        match self {
            Self::IfItWorks => "If it works",
            Self::WhatItCosts => "What it costs",
            Self::WhatItCarries => "What it carries",
            Self::Demand => "How demand could differ",
            Self::Rule => "Rules and warnings",
            Self::Doubts => "What could turn out otherwise",
            Self::Customers => "How customers react",
            Self::Team => "Team and debt",
            Self::Horizon => "Horizon and interest",
            Self::Rebuild if kind == Kind::Hardware => "Building and redesigning in detail",
            Self::Rebuild => "Building and rebuilding in detail",
            Self::Room => "Speed and room",
            Self::Running => "Running cost",
            Self::UnitCost => "Cost of a unit",
        }
    }
}

/// The shape of a range: on which scale it is symmetric.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
pub enum Shape {
    /// The plain scale.
    Normal,
    /// The logarithmic scale: sizes, money, months.
    Lognormal,
    /// The logit scale: shares; never leaves 0 to 1.
    LogitNormal,
}

impl Shape {
    /// The name in files.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Normal => "normal",
            Self::Lognormal => "lognormal",
            Self::LogitNormal => "logitnormal",
        }
    }

    /// The shape with this name in files.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        [Self::Normal, Self::Lognormal, Self::LogitNormal]
            .into_iter()
            .find(|shape| shape.name() == name)
    }
}

/// Nine chances in ten that the truth lies between `low` and `high`.
#[derive(Clone, Copy, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Range {
    /// The value with one chance in twenty below it.
    pub low: f64,
    /// The value with one chance in twenty above it.
    pub high: f64,
    /// The scale on which best lies in the middle of the chances.
    pub shape: Shape,
}

/// How the slider spreads values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spread {
    /// Equal steps are equal differences.
    Linear,
    /// Equal steps are equal ratios.
    Log,
}

/// What stands in an input before anyone changes it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Preset {
    /// The best guess.
    pub best: f64,
    /// Its range, where one is known.
    pub range: Option<Range>,
}

/// A word that may stand in the place of a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Special {
    /// Only numbers.
    None,
    /// `best`: the alarm level is computed.
    Best,
    /// Empty: unlimited.
    Unlimited,
    /// Yes or no.
    YesNo,
    /// A whole number.
    Whole,
}

/// The words of an input for one kind of product.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Words {
    /// The name beside the field.
    pub label: &'static str,
    /// One sentence that says what is asked.
    pub help: &'static str,
}

/// One input.
#[derive(Clone, Copy, Debug)]
pub struct Field {
    /// Its place in the list.
    pub key: Key,
    /// Its key in files and on the command line, e.g. `drag1_0`.
    pub name: &'static str,
    /// Its words for a service.
    words: Words,
    /// Its words for hardware, where they differ.
    hardware_words: Option<Words>,
    /// The unit in which the value is held.
    unit: Unit,
    /// Its unit for hardware, where it differs.
    hardware_unit: Option<Unit>,
    /// Where it stands in the form.
    pub group: Group,
    /// 1 = first screen, 2 = sceptic's dials, 3 = expert drawer.
    pub tier: u8,
    /// Lowest and highest value for which the model is defined.
    pub allowed: (f64, f64),
    /// Ends of the slider; values beyond them are used, with a note.
    pub sensible: (f64, f64),
    /// How the slider spreads values.
    pub spread: Spread,
    /// A word that may stand in the place of a number.
    pub special: Special,
    /// Preset for a service, where a service has this input.
    service: Option<Preset>,
    /// Preset for hardware, where hardware has this input.
    hardware: Option<Preset>,
    /// Where the preset comes from, for a reader.
    pub source: &'static str,
    /// How far that source can be trusted.
    pub reliability: Reliability,
    /// Reliability and source of the default of hardware, where they are others.
    pub hardware_source: Option<(Reliability, &'static str)>,
}

impl Field {
    /// Where the default of a kind comes from, and how far to trust it.
    #[must_use]
    pub fn source_for(&self, kind: Kind) -> (Reliability, &'static str) {
        let own = self.hardware_source.filter(|_| kind == Kind::Hardware);
        own.unwrap_or((self.reliability, self.source))
    }

    /// The preset for a kind, or `None` where the kind does not use this input.
    #[must_use]
    pub fn preset(&self, kind: Kind) -> Option<Preset> {
        match kind {
            Kind::Service => self.service,
            Kind::Hardware => self.hardware,
        }
    }

    /// The words for a kind.
    #[must_use]
    pub fn words(&self, kind: Kind) -> Words {
        match kind {
            Kind::Service => self.words,
            Kind::Hardware => self.hardware_words.unwrap_or(self.words),
        }
    }

    /// The unit for a kind.
    #[must_use]
    pub fn unit(&self, kind: Kind) -> Unit {
        match kind {
            Kind::Service => self.unit,
            Kind::Hardware => self.hardware_unit.unwrap_or(self.unit),
        }
    }

    /// What its text field takes.
    #[must_use]
    pub fn expect(&self, kind: Kind) -> Expect {
        let usual = self.preset(kind).map_or(0.5, |preset| preset.best);
        self.unit(kind)
            .expect(if usual.is_finite() { usual } else { 0.5 })
    }

    /// The input with this key in files.
    #[must_use]
    pub fn named(name: &str) -> Option<&'static Self> {
        FIELDS.iter().find(|field| field.name == name)
    }

    /// The inputs that a kind uses, in the order of the form.
    pub fn of(kind: Kind) -> impl Iterator<Item = &'static Self> {
        FIELDS
            .iter()
            .filter(move |field| field.preset(kind).is_some())
    }
}

impl Key {
    /// The input at this place of the list.
    #[must_use]
    pub fn field(self) -> &'static Field {
        &FIELDS[self as usize]
    }

    /// The scale on which a range of the input is built: that of its preset, else the logit scale
    /// for shares and the logarithmic one for everything else.
    #[must_use]
    pub fn shape(self, kind: Kind) -> Shape {
        let preset = self.field().preset(kind).and_then(|preset| preset.range);
        match preset {
            Some(range) => range.shape,
            None if self.field().allowed.1 <= 1.0 => Shape::LogitNormal,
            None => Shape::Lognormal,
        }
    }
}
