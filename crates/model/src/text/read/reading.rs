//! What reading a text gives, and the sentences that tell the visitor.

use std::fmt;

use super::words::Given;
use crate::text::expect::{Expect, Family, Per};
use crate::text::write;

/// What a text means in a field. Every number in it is finite and normal, or zero without a sign.
#[derive(Clone, Debug, PartialEq)]
pub enum Reading {
    /// The stored value, typed in the page's own format.
    Exact(f64),
    /// The stored value of another spelling with one meaning.
    Understood {
        /// The stored value.
        value: f64,
        /// What to show beside the field.
        echo: Echo,
    },
    /// Two meanings: the visitor chooses.
    Ask(Question),
    /// Half typed: the last valid value stays.
    Incomplete(Incomplete),
    /// Not a number for this field.
    Problem(Problem),
}

impl Reading {
    /// The stored value, if the text has one meaning.
    #[must_use]
    pub fn value(&self) -> Option<f64> {
        match self {
            Self::Exact(value) | Self::Understood { value, .. } => Some(*value),
            Self::Ask(_) | Self::Incomplete(_) | Self::Problem(_) => None,
        }
    }

    /// The sentence to show at the field; `None` for [`Reading::Exact`].
    #[must_use]
    pub fn sentence(&self) -> Option<String> {
        match self {
            Self::Exact(_) => None,
            Self::Understood { echo, .. } => Some(echo.to_string()),
            Self::Ask(question) => Some(question.to_string()),
            Self::Incomplete(incomplete) => Some(incomplete.to_string()),
            Self::Problem(problem) => Some(problem.to_string()),
        }
    }
}

/// What was understood. Its `Display` is one sentence.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Echo {
    /// The stored value.
    pub value: f64,
    /// The field's unit.
    pub expect: Expect,
    /// Why there is an echo.
    pub note: Note,
}

/// Why a value is echoed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Note {
    /// It was spelled in another way than the page writes it.
    Plain,
    /// It came with a currency, which is not used: amounts are in the currency of the page and are
    /// never converted.
    CurrencyOfThePage,
    /// It came in another unit of time and was converted; 52 weeks are 12 months.
    Converted,
    /// It has more digits than can be kept.
    Rounded,
    /// It is taken as the small percentage it says, but perhaps the share itself was meant.
    PerhapsPercent {
        /// The stored value if the share itself was meant.
        alternative: f64,
    },
}

impl fmt::Display for Echo {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let amount = with_unit(self.value, self.expect);
        match self.note {
            Note::Plain => write!(f, "Read as {amount}."),
            Note::CurrencyOfThePage => {
                write!(f, "Read as {amount} in the currency of this page.")
            }
            Note::Converted => {
                let about = about(self.value, self.expect.family);
                write!(f, "Read as {about}.")
            }
            Note::Rounded => write!(f, "Read as {amount}, the nearest number that can be kept."),
            Note::PerhapsPercent { alternative } => {
                let share = write::plain(self.value, write::Precision::Exact);
                let other = with_unit(alternative, self.expect);
                write!(
                    f,
                    "Read as {amount}, which is {share}: did you mean {other}?"
                )
            }
        }
    }
}

/// A text with two meanings. Its `Display` is one sentence.
#[derive(Clone, Debug, PartialEq)]
pub struct Question {
    /// The two stored values: first with the separator as the decimal point, then with it as
    /// thousands; for a lone "m" first a million, then a thousand.
    pub readings: [f64; 2],
    /// What was typed, fit to be shown.
    pub shown: String,
    /// The field's unit.
    pub expect: Expect,
}

impl Question {
    pub(super) fn new(readings: [f64; 2], text: &str, expect: Expect) -> Self {
        Self {
            readings,
            shown: shown(text),
            expect,
        }
    }

    /// The texts that give either value without a question, as labels for the two choices and as
    /// the field's new text.
    #[must_use]
    pub fn choices(&self) -> [String; 2] {
        self.readings.map(|value| write::field(value, self.expect))
    }
}

impl fmt::Display for Question {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [first, second] = self.readings.map(|value| with_unit(value, self.expect));
        write!(
            f,
            "“{}” can mean {first} or {second}: which one?",
            self.shown
        )
    }
}

/// A half-typed text. Its `Display` is one sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Incomplete {
    /// What is still missing.
    pub missing: Missing,
    /// The field's unit.
    pub expect: Expect,
}

/// What a half-typed text still lacks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Missing {
    /// Everything: the field is empty. A field that may be empty gives this its own meaning.
    Everything,
    /// The digits after a sign, a currency or a point.
    Number,
    /// The digits after a separator.
    Decimals,
    /// The rest of a last group of three digits.
    Group,
    /// The digits of an exponent.
    Exponent,
    /// The closing bracket.
    Bracket,
    /// The rest of a word.
    Word,
}

impl fmt::Display for Incomplete {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let examples = self.expect.family.examples();
        match self.missing {
            Missing::Everything => write!(f, "Type a number here, for example {examples}."),
            Missing::Number => write!(f, "Not finished: a number follows, such as {examples}."),
            Missing::Decimals => f.write_str("Not finished: digits follow, such as 1.5 or 1,500."),
            Missing::Group => f.write_str(
                "Not finished: the last group of thousands has three digits, such as 1,234,500.",
            ),
            Missing::Exponent => f.write_str("Not finished: digits follow the e, such as 1e3."),
            Missing::Bracket => f.write_str("Not finished: a bracket closes, such as (500)."),
            Missing::Word => write!(f, "Not finished: complete the word, or type {examples}."),
        }
    }
}

/// A text that is no number for the field. Its `Display` is one sentence with a valid example.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// What is wrong.
    pub kind: ProblemKind,
    /// What was typed, fit to be shown.
    pub shown: String,
    /// The field's unit.
    pub expect: Expect,
}

/// What is wrong with a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProblemKind {
    /// It does not begin as a number does: "abc", "N/A", "nan".
    NotANumber,
    /// It is an error value copied from a spreadsheet: "#REF!".
    SpreadsheetError,
    /// A number is followed by something else: "12abc".
    MoreThanANumber,
    /// It holds a second number: "20-30".
    SeveralNumbers,
    /// Its separators do not go together: "1..2".
    Separators,
    /// Its separators of thousands stand in the wrong places: "1,2,345".
    Grouping,
    /// It has two signs: "--5".
    Signs,
    /// Its minus sign is the last character: "500-".
    MinusBehind,
    /// It is beyond the largest number that can be kept: "1e400".
    TooLarge,
    /// It is not zero but closer to it than can be kept: "1e-320".
    TooSmall,
    /// It is longer than [`LONGEST`](super::LONGEST) characters.
    TooLong,
    /// It holds a character that cannot be seen or that reverses the reading direction.
    Hidden,
    /// It comes in a unit that the field does not take: "10 weeks" in a field of money.
    WrongUnit(Given),
    /// It is counted per something else than the field: "per year" instead of "per month".
    WrongPer,
    /// An "m" could be a million or a thousand and the rest is unclear too.
    UnclearLetter,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let family = self.expect.family;
        write!(f, "“{}” ", self.shown)?;
        match self.kind {
            ProblemKind::NotANumber => f.write_str("is not a number")?,
            ProblemKind::SpreadsheetError => {
                f.write_str("is an error from a spreadsheet, not a number")?;
            }
            ProblemKind::MoreThanANumber => f.write_str("is not just one number")?,
            ProblemKind::SeveralNumbers => {
                f.write_str("holds more than one number, and this field takes one")?;
            }
            ProblemKind::Separators => {
                return f.write_str("has separators that do not go together: try 1,234.5.");
            }
            ProblemKind::Grouping => {
                return f.write_str(
                    "has its separators of thousands in places that do not fit: try 1,234,567.",
                );
            }
            ProblemKind::Signs => return f.write_str("has more than one sign: try 5 or −5."),
            ProblemKind::MinusBehind => {
                return f.write_str("has its minus sign behind the number: try −500.");
            }
            ProblemKind::TooLarge => f.write_str("is too large to compute with")?,
            ProblemKind::TooSmall => f.write_str("is too close to zero to compute with")?,
            ProblemKind::TooLong => f.write_str("is too long for a number")?,
            ProblemKind::Hidden => f.write_str("holds a character that cannot be seen")?,
            ProblemKind::WrongUnit(given) => {
                let (given, wanted) = (given.name(), family.name());
                write!(f, "is {given}, and this field takes {wanted}")?;
            }
            ProblemKind::WrongPer => match self.expect.per {
                Per::Nothing => f.write_str("is counted per something, and this field is not")?,
                per => write!(f, "does not fit this field, which counts{}", per.phrase())?,
            },
            ProblemKind::UnclearLetter => {
                f.write_str("has an m that could mean several things")?;
            }
        }
        write!(f, ": try {}.", family.examples())
    }
}

/// A stored value with its unit, as the field and its adornment show it together.
pub(super) fn with_unit(value: f64, expect: Expect) -> String {
    let text = write::field(value, expect);
    let unit = match expect.family {
        Family::Number | Family::Money => "",
        Family::Share | Family::SmallShare | Family::Multiple if text.ends_with('%') => "",
        Family::Share | Family::SmallShare | Family::Multiple => "%",
        Family::Factor => "x",
        Family::Months | Family::Weeks | Family::Seconds => return timed(&text, expect.family),
    };
    text + unit
}

/// A converted time at three significant digits, with "about" where digits were dropped.
pub(super) fn about(value: f64, family: Family) -> String {
    let figure = write::plain(value, write::Precision::Table);
    let is_exact = figure == write::plain(value, write::Precision::Exact);
    let about = if is_exact { "" } else { "about " };
    format!("{about}{}", timed(&figure, family))
}

/// A figure with its unit of time.
pub(super) fn timed(figure: &str, family: Family) -> String {
    let unit = match (family, figure) {
        (Family::Months, "1") => "month",
        (Family::Months, _) => "months",
        (Family::Weeks, "1") => "week",
        (Family::Weeks, _) => "weeks",
        _ => "s",
    };
    format!("{figure} {unit}")
}

/// A text fit to be shown in a sentence: characters that cannot be seen are escaped, and after 40
/// characters an ellipsis follows.
#[must_use]
pub fn shown(text: &str) -> String {
    const MOST: usize = 40;
    let mut shown = String::new();
    let mut length: usize = 0;
    for typed in text.trim().chars() {
        let piece = if is_invisible(typed) {
            typed.escape_unicode().to_string()
        } else {
            typed.to_string()
        };
        length += piece.chars().count();
        if length > MOST {
            shown.push('…');
            break;
        }
        shown.push_str(&piece);
    }
    shown
}

/// Control characters, zero-width characters and marks that change the reading direction.
pub(super) fn is_invisible(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{180e}'
            | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
            | '\u{3164}' | '\u{feff}' | '\u{ffa0}' | '\u{fff9}'..='\u{fffb}'
            | '\u{e0000}'..='\u{e0fff}')
}
