//! What a field holds: the family of its unit, and what the unit is counted per.

/// What a field takes, so that the reader knows what a bare number means in it and the writer
/// shows the value in the same way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Expect {
    /// The family of the field's unit.
    pub family: Family,
    /// What the unit is counted per: "per month" in `$/month`.
    pub per: Per,
}

impl Expect {
    /// A field of this family whose unit is not counted per anything.
    #[must_use]
    pub const fn new(family: Family) -> Self {
        Self {
            family,
            per: Per::Nothing,
        }
    }

    /// The same field with its unit counted per something.
    #[must_use]
    pub const fn per(self, per: Per) -> Self {
        Self { per, ..self }
    }
}

/// The family of a field's unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Family {
    /// A plain number or a count of users, orders or units; stored as shown.
    Number,
    /// An amount of money in the page's currency; stored as shown.
    Money,
    /// A share shown in percent: "25" is stored as 0.25. A bare number below 1 raises the
    /// question whether the share itself was typed.
    Share,
    /// A share shown in percent that is often below one percent, such as a loss per month or per
    /// second: like [`Family::Share`], but small numbers raise no question.
    SmallShare,
    /// A multiple shown in percent: "250" is stored as 2.5. A bare number below 10 raises the
    /// question whether the multiple itself was typed.
    Multiple,
    /// A time in months; stored as shown.
    Months,
    /// A time in weeks; stored as shown.
    Weeks,
    /// A time in seconds; stored as shown.
    Seconds,
    /// A factor, "10" or "10x"; stored as shown.
    Factor,
}

impl Family {
    /// Whether the field shows a hundred times the stored value.
    #[must_use]
    pub const fn is_percent(self) -> bool {
        matches!(self, Self::Share | Self::SmallShare | Self::Multiple)
    }

    /// Whether a bare number that means this stored value deserves the question "did you mean a
    /// hundred times as much?".
    pub(super) fn is_doubtful(self, value: f64) -> bool {
        let limit = match self {
            Self::Share => 0.01,
            Self::Multiple => 0.1,
            _ => 0.0,
        };
        value != 0.0 && value.abs() < limit
    }

    /// Two valid texts for a sentence that asks for another one.
    pub(super) const fn examples(self) -> &'static str {
        match self {
            Self::Number => "2,000 or 2k",
            Self::Money => "150,000 or 150k",
            Self::Share => "25 or 25%",
            Self::SmallShare => "2 or 0.5%",
            Self::Multiple => "250 or 250%",
            Self::Months => "4 or 4.5 months",
            Self::Weeks => "10 or 2.5 weeks",
            Self::Seconds => "4 or 0.5 s",
            Self::Factor => "10 or 1.5x",
        }
    }

    /// What the field takes, in the middle of a sentence.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Number => "a plain number",
            Self::Money => "an amount of money",
            Self::Share | Self::SmallShare | Self::Multiple => "a percentage",
            Self::Months => "a number of months",
            Self::Weeks => "a number of weeks",
            Self::Seconds => "a number of seconds",
            Self::Factor => "a factor",
        }
    }
}

/// What a unit is counted per.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Per {
    /// Nothing: the unit stands alone.
    Nothing,
    /// A second.
    Second,
    /// A month.
    Month,
    /// A year.
    Year,
    /// A user, customer, order or unit.
    Unit,
    /// A user or unit, and a month.
    UnitMonth,
    /// A second, and a month.
    SecondMonth,
}

impl Per {
    /// Whether "per" this single thing may be typed in a field counted per `self`.
    pub(super) const fn allows(self, one: Self) -> bool {
        match self {
            Self::UnitMonth => matches!(one, Self::Unit | Self::Month),
            Self::SecondMonth => matches!(one, Self::Second | Self::Month),
            Self::Second => matches!(one, Self::Second),
            Self::Month => matches!(one, Self::Month),
            Self::Year => matches!(one, Self::Year),
            Self::Unit => matches!(one, Self::Unit),
            Self::Nothing => false,
        }
    }

    /// "per month" and the like, after a space; empty for [`Per::Nothing`].
    pub(super) const fn phrase(self) -> &'static str {
        match self {
            Self::Nothing => "",
            Self::Second => " per second",
            Self::Month => " per month",
            Self::Year => " per year",
            Self::Unit => " per unit",
            Self::UnitMonth => " per unit and month",
            Self::SecondMonth => " per second and month",
        }
    }
}
