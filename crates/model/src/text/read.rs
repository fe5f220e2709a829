//! Text becomes a number, or the reason why it does not.
//!
//! [`number`] never guesses and never changes what was typed in silence. Its five answers:
//!
//! * [`Reading::Exact`]: the text is the number in the page's own format.
//! * [`Reading::Understood`]: another spelling with one meaning; an [`Echo`] says which.
//! * [`Reading::Ask`]: two meanings; a [`Question`] holds both.
//! * [`Reading::Incomplete`]: half typed; the last valid result stays.
//! * [`Reading::Problem`]: not a number for this field; a sentence with a valid example.
//!
//! Separators: a comma before groups of three digits separates thousands (`150,000`), a point is
//! the decimal point (`1.5`). One comma before any other number of digits (`1,5`), and one point
//! between one to three digits and exactly three (`1.500`), have two meanings and are asked about.
//! A leading zero decides (`0.125`, `0,5`), as do two kinds of separator (`1.234,56`) and several
//! of one kind (`1.500.000`).
//!
//! [`range`] reads a field that takes a range as well ("20-30%", "25 (20 to 30)"): it splits the
//! text and asks [`number`] for each part.

mod clean;
mod mantissa;
mod parts;
mod range;
mod range_reading;
mod reading;
mod words;

#[cfg(test)]
mod range_tests;
#[cfg(test)]
mod tests;

use super::decimal::Decimal;
use super::expect::{Expect, Family};
use clean::Cursor;
use mantissa::Mantissa;
use words::{Meaning, Tail, Unit};

pub use range::range;
pub use range_reading::{
    Estimate, RangeEcho, RangeIncomplete, RangeProblem, RangeProblemKind, RangeQuestion,
    RangeReading,
};
pub use reading::{
    Echo, Incomplete, Missing, Note, Problem, ProblemKind, Question, Reading, shown,
};
pub use words::Given;

/// The longest text that is read, in characters.
pub const LONGEST: usize = 64;

/// Reads one number from what was typed into a field.
#[must_use]
pub fn number(text: &str, expect: Expect) -> Reading {
    match read(text, expect) {
        Ok(reading) => reading,
        Err(Stop::Missing(missing)) => Reading::Incomplete(Incomplete { missing, expect }),
        Err(Stop::Problem(kind)) => Reading::Problem(Problem {
            kind,
            shown: shown(text),
            expect,
        }),
    }
}

/// Why reading stopped without a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stop {
    Missing(Missing),
    Problem(ProblemKind),
}

impl From<Missing> for Stop {
    fn from(missing: Missing) -> Self {
        Self::Missing(missing)
    }
}

impl From<ProblemKind> for Stop {
    fn from(kind: ProblemKind) -> Self {
        Self::Problem(kind)
    }
}

fn read(text: &str, expect: Expect) -> Result<Reading, Stop> {
    let mut cursor = Cursor::new(text)?;
    let head = Head::read(&mut cursor, expect)?;
    let typed = mantissa::scan(&mut cursor);
    let exponent = mantissa::exponent(&mut cursor)?;
    let tail = Tail::read(&mut cursor, expect, typed.ends_open())?;
    let mantissa = typed.decide(exponent.is_some())?;
    if head.bracket && !tail.bracket {
        return Err(Missing::Bracket.into());
    }
    if tail.bracket && !head.bracket {
        return Err(ProblemKind::MoreThanANumber.into());
    }

    let sign = (head.money || tail.money).then_some(Unit::Money);
    if sign.is_some() && tail.unit.is_some_and(|unit| unit != Unit::Money) {
        return Err(ProblemKind::MoreThanANumber.into());
    }
    let unit = sign.or(tail.unit);
    let meaning = Meaning::of(unit, expect.family)?;
    let shift = exponent
        .unwrap_or(0)
        .saturating_add(tail.shift)
        .saturating_add(meaning.shift);
    let value = |decimal: &Decimal, extra: i32| {
        let decimal = decimal.clone().signed(head.negative);
        meaning.value(&decimal.shifted(shift.saturating_add(extra)))
    };

    let decimal = match (mantissa, tail.unclear_million) {
        (Mantissa::One { decimal, .. }, true) if !decimal.is_zero() => {
            let readings = [value(&decimal, 6)?, value(&decimal, 3)?];
            return Ok(Reading::Ask(Question::new(readings, text, expect)));
        }
        (Mantissa::Two { point, thousands }, false) => {
            let readings = [value(&point, 0)?, value(&thousands, 0)?];
            return Ok(Reading::Ask(Question::new(readings, text, expect)));
        }
        (Mantissa::Two { .. }, true) => return Err(ProblemKind::UnclearLetter.into()),
        (Mantissa::One { decimal, own }, _) => {
            if !own {
                cursor.note_other_spelling();
            }
            decimal
        }
    };

    let result = value(&decimal, 0)?;
    let rounded = meaning.is_decimal()
        && Decimal::of(result) != Some(decimal.shifted(shift).signed(head.negative));
    let note = if unit.is_none() && tail.shift == 0 && expect.family.is_doubtful(result) {
        let alternative = Decimal::of(result).map_or(result, |it| it.shifted(2).to_f64());
        Some(Note::PerhapsPercent { alternative })
    } else if !meaning.is_decimal() {
        Some(Note::Converted)
    } else if unit == Some(Unit::Money) {
        Some(Note::CurrencyOfThePage)
    } else if rounded {
        Some(Note::Rounded)
    } else if cursor.has_other_spelling()
        || !meaning.is_literal()
        || exponent.is_some()
        || tail.shift != 0
    {
        Some(Note::Plain)
    } else {
        None
    };
    Ok(answer(result, note, expect))
}

fn answer(value: f64, note: Option<Note>, expect: Expect) -> Reading {
    let Some(note) = note else {
        return Reading::Exact(value);
    };
    let echo = Echo {
        value,
        expect,
        note,
    };
    Reading::Understood { value, echo }
}

/// What stands before the digits.
struct Head {
    negative: bool,
    bracket: bool,
    money: bool,
}

impl Head {
    fn read(cursor: &mut Cursor, expect: Expect) -> Result<Self, Stop> {
        let mut head = Self {
            negative: false,
            bracket: false,
            money: false,
        };
        let mut signed = false;
        while let Some(next) = cursor.peek() {
            match next {
                ' ' | '\t' => cursor.skip(),
                '+' | '-' | '(' if signed || head.bracket => {
                    return Err(ProblemKind::Signs.into());
                }
                '+' | '-' => {
                    signed = true;
                    head.negative = next == '-';
                    cursor.skip();
                }
                '(' => {
                    head.bracket = true;
                    head.negative = true;
                    cursor.note_other_spelling();
                    cursor.skip();
                }
                '~' | '≈' => {
                    cursor.note_other_spelling();
                    cursor.skip();
                }
                _ if !head.money && words::skip_currency(cursor) => head.money = true,
                _ => break,
            }
        }
        match cursor.peek() {
            None => Err(Missing::Number.into()),
            Some(next) if mantissa::can_start(next) && cursor.has_digit() => Ok(head),
            Some('.' | ',') if cursor.is_last() => Err(Missing::Number.into()),
            Some('#') => Err(ProblemKind::SpreadsheetError.into()),
            Some(_) if expect.family == Family::Money && words::is_half_a_currency(cursor) => {
                Err(Missing::Number.into())
            }
            Some(_) => Err(ProblemKind::NotANumber.into()),
        }
    }
}
