//! The parts of a range: where a text that is no single number falls apart.

use super::clean::Cursor;
use super::{LONGEST, mantissa};

/// The longest text that is read as a range, in characters: three numbers.
const LONGEST_RANGE: usize = 3 * LONGEST;

/// What a text falls apart into.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Parts {
    /// Not into parts: it is one number or nothing.
    Whole,
    /// Into the beginning of a range.
    Half,
    /// Into parts that are no range.
    Other,
    /// Into the two ends of a range.
    Ends([String; 2]),
    /// Into low, best and high.
    Three([String; 3]),
}

/// What stands between two parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Joint {
    /// A dash or "to".
    To,
    /// A comma with a space behind it, or a semicolon.
    List,
}

/// Splits a text at dashes, "to", commas in a list and one pair of brackets.
pub(super) fn split(text: &str) -> Parts {
    let Ok(cursor) = Cursor::within(text, LONGEST_RANGE) else {
        return Parts::Whole;
    };
    let mut splitter = Splitter::default();
    splitter.take(without_outer_brackets(cursor.rest()));
    splitter.parts()
}

/// The text behind the first number of a part, such as "%" or " k a month".
pub(super) fn tail(part: &str) -> String {
    let Ok(mut cursor) = Cursor::new(part) else {
        return String::new();
    };
    while cursor.peek().is_some_and(|c| !mantissa::can_start(c)) {
        cursor.skip();
    }
    mantissa::scan(&mut cursor);
    // What comes after a broken exponent is no unit.
    if mantissa::exponent(&mut cursor).is_err() {
        return String::new();
    }
    cursor.rest().iter().collect::<String>().trim().to_owned()
}

/// Whether a part holds a number.
pub(super) fn has_number(part: &str) -> bool {
    part.chars()
        .any(|c| c.is_ascii_digit() || mantissa::fraction(c).is_some())
}

/// "(20-30)" is the range between its brackets.
fn without_outer_brackets(chars: &[char]) -> &[char] {
    match chars {
        ['(', inner @ .., ')'] if !inner.contains(&'(') && !inner.contains(&')') => inner,
        _ => chars,
    }
}

#[derive(Default)]
struct Splitter {
    parts: Vec<String>,
    joints: Vec<Joint>,
    part: String,
    /// What stands before a bracket.
    head: Option<String>,
    /// Whether the bracket is closed.
    closed: bool,
    /// Whether "and" joins, as in "between 20 and 30".
    between: bool,
}

impl Splitter {
    fn take(&mut self, chars: &[char]) {
        let mut place = 0;
        while let Some(&c) = chars.get(place) {
            let next = chars.get(place + 1).copied();
            let mut length = 1;
            if c.is_ascii_alphabetic() {
                let rest = chars.get(place..).unwrap_or(&[]);
                let word: String = rest
                    .iter()
                    .take_while(|c| c.is_ascii_alphabetic())
                    .collect();
                length = word.len();
                self.word(&word);
            } else {
                match c {
                    '-' if self.has_number() && !self.is_exponent(next) => self.join(Joint::To),
                    ';' if self.has_number() => self.join(Joint::List),
                    ',' if self.has_number() && self.is_listed(next) => self.join(Joint::List),
                    '(' if self.has_number() && self.head.is_none() && self.parts.is_empty() => {
                        self.head = Some(std::mem::take(&mut self.part));
                    }
                    ')' if self.head.is_some() && !self.closed => {
                        self.closed = true;
                        self.parts.push(std::mem::take(&mut self.part));
                    }
                    _ => self.part.push(c),
                }
            }
            place += length;
        }
    }

    fn word(&mut self, word: &str) {
        let is = |other: &str| word.eq_ignore_ascii_case(other);
        let joins = is("to") || (self.between && is("and"));
        if self.has_number() && joins {
            self.join(Joint::To);
        } else if !self.has_number() && (is("between") || is("from") || is("likely")) {
            self.between |= is("between");
        } else {
            self.part.push_str(word);
        }
    }

    fn join(&mut self, joint: Joint) {
        self.parts.push(std::mem::take(&mut self.part));
        self.joints.push(joint);
    }

    fn has_number(&self) -> bool {
        !self.closed && has_number(&self.part)
    }

    /// Whether a comma joins parts of a list and no digits: a space follows, or nothing yet.
    fn is_listed(&self, next: Option<char>) -> bool {
        match next {
            Some(next) => matches!(next, ' ' | '\t'),
            None => self.joints.contains(&Joint::List),
        }
    }

    /// Whether a dash is the sign of an exponent, as in "1e-3".
    fn is_exponent(&self, next: Option<char>) -> bool {
        let mut before = self.part.chars().rev();
        matches!(before.next(), Some('e' | 'E'))
            && before
                .next()
                .is_some_and(|c| c.is_ascii_digit() || c == '.')
            && next.is_some_and(|c| c.is_ascii_digit())
    }

    fn parts(mut self) -> Parts {
        let behind = std::mem::take(&mut self.part);
        let Some(head) = self.head else {
            self.parts.push(behind);
            return listed(self.parts, &self.joints);
        };
        if !self.closed {
            return if self.joints.len() < 2 {
                Parts::Half
            } else {
                Parts::Other
            };
        }
        match <[String; 2]>::try_from(self.parts) {
            Ok([low, high]) if !has_number(&behind) => Parts::Three([low, head + &behind, high]),
            _ => Parts::Other,
        }
    }
}

/// Two parts joined by "to", or three that are joined in one way.
fn listed(mut parts: Vec<String>, joints: &[Joint]) -> Parts {
    let ends_open = parts.last().is_some_and(|part| part.trim().is_empty());
    match (joints, ends_open) {
        ([], _) => Parts::Whole,
        ([_] | [_, _], true) => Parts::Half,
        ([Joint::To], false) => match <[String; 2]>::try_from(parts) {
            Ok(ends) => Parts::Ends(ends),
            Err(_) => Parts::Other,
        },
        ([first, second], false) if first == second => {
            parts.truncate(3);
            <[String; 3]>::try_from(parts).map_or(Parts::Other, Parts::Three)
        }
        _ => Parts::Other,
    }
}
