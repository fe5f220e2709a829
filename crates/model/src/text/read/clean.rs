//! The characters of a text in one alphabet, and a cursor over them.

use super::reading::is_invisible;
use super::{LONGEST, Missing, ProblemKind, Stop};

/// The cleaned characters, the place reached, and whether a spelling other than the page's own
/// was met on the way.
pub(super) struct Cursor {
    chars: Vec<char>,
    place: usize,
    other_spelling: bool,
}

impl Cursor {
    /// Trims the text, refuses what cannot be seen and brings every digit, space, dash and
    /// apostrophe to its plain form.
    pub(super) fn new(text: &str) -> Result<Self, Stop> {
        Self::within(text, LONGEST)
    }

    /// The same for a text of up to `longest` characters.
    pub(super) fn within(text: &str, longest: usize) -> Result<Self, Stop> {
        let trimmed = text.trim_matches(|c: char| c.is_whitespace() || is_harmless_mark(c));
        if trimmed.is_empty() {
            return Err(Missing::Everything.into());
        }
        let mut cursor = Self {
            chars: Vec::new(),
            place: 0,
            other_spelling: false,
        };
        for (index, typed) in trimmed.chars().enumerate() {
            if index >= longest {
                return Err(ProblemKind::TooLong.into());
            }
            let plain = plain(typed);
            if plain != '\t' && is_invisible(plain) {
                return Err(ProblemKind::Hidden.into());
            }
            // The page itself writes U+2212; every space is announced by the grouping rule.
            if plain != typed && plain != ' ' && plain != '\t' && typed != '\u{2212}' {
                cursor.other_spelling = true;
            }
            cursor.chars.push(plain);
        }
        Ok(cursor)
    }

    pub(super) fn peek(&self) -> Option<char> {
        self.ahead(0)
    }

    /// The character `steps` after the current one.
    pub(super) fn ahead(&self, steps: usize) -> Option<char> {
        self.chars.get(self.place.saturating_add(steps)).copied()
    }

    pub(super) fn skip(&mut self) {
        self.skip_many(1);
    }

    pub(super) fn skip_many(&mut self, steps: usize) {
        self.place = self.place.saturating_add(steps).min(self.chars.len());
    }

    /// The ASCII letters that start here, in lower case.
    pub(super) fn word(&self) -> String {
        self.rest()
            .iter()
            .take_while(|c| c.is_ascii_alphabetic())
            .map(char::to_ascii_lowercase)
            .collect()
    }

    /// Whether a digit is still to come.
    pub(super) fn has_digit(&self) -> bool {
        self.rest()
            .iter()
            .any(|&c| c.is_ascii_digit() || super::mantissa::fraction(c).is_some())
    }

    /// Whether exactly one character is left.
    pub(super) fn is_last(&self) -> bool {
        self.rest().len() == 1
    }

    /// Whether the character before the current one is a space.
    pub(super) fn is_after_space(&self) -> bool {
        let before = self.place.checked_sub(1);
        before.is_some_and(|place| matches!(self.chars.get(place), Some(' ' | '\t')))
    }

    pub(super) fn note_other_spelling(&mut self) {
        self.other_spelling = true;
    }

    pub(super) fn has_other_spelling(&self) -> bool {
        self.other_spelling
    }

    /// What is still to come.
    pub(super) fn rest(&self) -> &[char] {
        self.chars.get(self.place..).unwrap_or(&[])
    }
}

/// The plain form of a character: digits of other scripts, fullwidth forms, spaces, dashes.
fn plain(typed: char) -> char {
    match typed {
        '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}' => ' ',
        '\t' | '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => '\t',
        '\u{2212}' | '\u{2010}'..='\u{2014}' | '\u{fe58}' | '\u{fe63}' => '-',
        '\u{2019}' | '\u{2bc}' | '\u{ff07}' => '\'',
        '\u{66a}' | '\u{fe6a}' => '%',
        '\u{d7}' => 'x',
        '\u{ffe5}' => '¥',
        '\u{ffe1}' => '£',
        '\u{660}'..='\u{669}' => digit(typed, '\u{660}'),
        '\u{6f0}'..='\u{6f9}' => digit(typed, '\u{6f0}'),
        '\u{966}'..='\u{96f}' => digit(typed, '\u{966}'),
        '\u{ff01}'..='\u{ff5e}' => u32::from(typed)
            .checked_sub(0xfee0)
            .and_then(char::from_u32)
            .unwrap_or(typed),
        other => other,
    }
}

fn digit(typed: char, zero: char) -> char {
    u32::from(typed)
        .checked_sub(u32::from(zero))
        .and_then(|value| char::from_digit(value, 10))
        .unwrap_or(typed)
}

/// Marks that copying leaves at the ends of a text and that change nothing there: zero-width
/// spaces, byte order marks, left-to-right and right-to-left marks.
fn is_harmless_mark(c: char) -> bool {
    matches!(
        c,
        '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{61c}' | '\u{2060}' | '\u{feff}'
    )
}
