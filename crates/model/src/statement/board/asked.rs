//! Who asks, for how long one listens, and what is asked.

/// Who reads it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Audience {
    /// Who decides: customers, months, money.
    Ceo,
    /// Who pays: money, ranges, what can be lost.
    Cfo,
    /// Who speaks for the customers: launch, features, growth.
    Product,
    /// Who builds it: room, dates, work.
    Engineering,
}

impl Audience {
    /// All four.
    pub const ALL: [Self; 4] = [Self::Ceo, Self::Cfo, Self::Product, Self::Engineering];

    /// The word for it in calls and links.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Ceo => "ceo",
            Self::Cfo => "cfo",
            Self::Product => "product",
            Self::Engineering => "engineering",
        }
    }

    /// Its name in a list.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Ceo => "CEO",
            Self::Cfo => "CFO",
            Self::Product => "Product",
            Self::Engineering => "Engineering",
        }
    }

    /// The audience with this key.
    #[must_use]
    pub fn with_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|audience| audience.key() == key)
    }

    /// The questions of this audience, the most pressing first.
    #[must_use]
    pub fn topics(self) -> [Topic; 15] {
        use Topic::{
            Ask, BreakEven, Cash, Change, FindingOut, IfUnwanted, OppositeError, Penalty,
            Prevention, Reactions, Recommendation, Risk, Room, UnitPrice, Waiting,
        };
        match self {
            Self::Ceo => [
                Recommendation,
                Prevention,
                Penalty,
                IfUnwanted,
                BreakEven,
                UnitPrice,
                Room,
                Waiting,
                Reactions,
                Risk,
                FindingOut,
                Cash,
                OppositeError,
                Change,
                Ask,
            ],
            Self::Cfo => [
                Recommendation,
                IfUnwanted,
                Cash,
                Prevention,
                BreakEven,
                UnitPrice,
                Penalty,
                Risk,
                FindingOut,
                OppositeError,
                Waiting,
                Reactions,
                Room,
                Change,
                Ask,
            ],
            Self::Product => [
                Recommendation,
                Penalty,
                Prevention,
                Room,
                Reactions,
                Waiting,
                UnitPrice,
                IfUnwanted,
                BreakEven,
                FindingOut,
                Risk,
                OppositeError,
                Cash,
                Change,
                Ask,
            ],
            Self::Engineering => [
                Recommendation,
                Room,
                Prevention,
                Waiting,
                Reactions,
                Penalty,
                UnitPrice,
                Change,
                FindingOut,
                BreakEven,
                Risk,
                OppositeError,
                IfUnwanted,
                Cash,
                Ask,
            ],
        }
    }
}

/// How much is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Length {
    /// What fits a subject line or a breath.
    Line,
    /// What is said in thirty seconds.
    HalfMinute,
    /// What fits one page.
    Page,
}

impl Length {
    /// All three.
    pub const ALL: [Self; 3] = [Self::Line, Self::HalfMinute, Self::Page];

    /// The word for it in calls and links.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Line => "line",
            Self::HalfMinute => "30s",
            Self::Page => "page",
        }
    }

    /// Its name in a list.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Line => "One line",
            Self::HalfMinute => "Thirty seconds",
            Self::Page => "One page",
        }
    }

    /// The length with this key.
    #[must_use]
    pub fn with_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|length| length.key() == key)
    }
}

/// A question that a stakeholder asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Topic {
    /// What to do.
    Recommendation,
    /// What the extra work now prevents later.
    Prevention,
    /// What the extra parts in every unit avoid (hardware).
    UnitPrice,
    /// What success costs with the simple version: the penalty for being right.
    Penalty,
    /// What can be done when demand outgrows the simple version.
    Reactions,
    /// From which chance of success it pays.
    BreakEven,
    /// How many can be supported, and by when work must start.
    Room,
    /// What waiting until it hurts costs.
    Waiting,
    /// What is lost if success does not come.
    IfUnwanted,
    /// What to find out first, and for how much at most.
    FindingOut,
    /// How much cash it takes.
    Cash,
    /// What would change the advice.
    Change,
    /// What could go wrong.
    Risk,
    /// What building too much costs.
    OppositeError,
    /// What is asked for.
    Ask,
}

impl Topic {
    /// The heading of its answer.
    #[must_use]
    pub fn heading(self) -> &'static str {
        match self {
            Self::Recommendation => "What we recommend",
            Self::Prevention => "What the extra work buys",
            Self::UnitPrice => "What the extra parts buy",
            Self::Penalty => "The price of being right",
            Self::Reactions => "What we can do when demand outgrows it",
            Self::BreakEven => "From when it pays",
            Self::Room => "How many we can support",
            Self::Waiting => "What waiting costs",
            Self::IfUnwanted => "If success does not come",
            Self::FindingOut => "What to find out first",
            Self::Cash => "How much cash it takes",
            Self::Change => "What would change this advice",
            Self::Risk => "What could go wrong",
            Self::OppositeError => "Too little, too much",
            Self::Ask => "What we ask for",
        }
    }
}
