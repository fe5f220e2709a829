//! The market test that could be made first: how good it is and what it costs, as typed.

use headroom_model::statement::MarketTest;
use headroom_model::text::read::{self, Reading};
use headroom_model::text::{Expect, Family};

/// One of the three numbers of a test.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Chance that it says yes if people want it.
    Hit,
    /// Chance that it says yes if they do not.
    FalseAlarm,
    /// What it costs; nothing typed = not asked.
    Price,
}

impl Part {
    /// All parts.
    pub const ALL: [Self; 3] = [Self::Hit, Self::FalseAlarm, Self::Price];

    /// What it is.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Hit => "It says yes if people want it",
            Self::FalseAlarm => "It says yes if they do not",
            Self::Price => "It costs",
        }
    }

    /// The id of its field.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Hit => "test-hit",
            Self::FalseAlarm => "test-false-alarm",
            Self::Price => "test-price",
        }
    }

    fn expect(self) -> Expect {
        Expect::new(match self {
            Self::Hit | Self::FalseAlarm => Family::SmallShare,
            Self::Price => Family::Money,
        })
    }
}

/// A test as typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MarketTestTexts([String; 3]);

impl Default for MarketTestTexts {
    /// Right eight times in ten, at no price.
    fn default() -> Self {
        Self(["80".into(), "20".into(), String::new()])
    }
}

impl MarketTestTexts {
    /// What stands in the fields, in the order of [`Part::ALL`].
    #[must_use]
    pub fn texts(&self) -> &[String; 3] {
        &self.0
    }

    /// A test with these texts.
    #[must_use]
    pub fn from_texts(texts: [String; 3]) -> Self {
        Self(texts)
    }

    /// What stands in a field.
    #[must_use]
    pub fn text(&self, part: Part) -> &str {
        &self.0[part as usize]
    }

    /// Types into a field.
    pub fn set(&mut self, part: Part, text: String) {
        self.0[part as usize] = text;
    }

    /// The number in a field; `None` if there is nothing in that of the price.
    ///
    /// # Errors
    /// A sentence that says what keeps the text from being used.
    pub fn value(&self, part: Part) -> Result<Option<f64>, String> {
        let text = self.text(part);
        if part == Part::Price && text.trim().is_empty() {
            return Ok(None);
        }
        let reading = read::number(text, part.expect());
        let said = reading.sentence();
        let value = match reading {
            Reading::Exact(value) | Reading::Understood { value, .. } => value,
            Reading::Ask(_) | Reading::Incomplete(_) | Reading::Problem(_) => {
                return Err(said.unwrap_or_default());
            }
        };
        match part {
            Part::Price if value < 0.0 => Err("A price cannot be below zero.".into()),
            Part::Hit | Part::FalseAlarm if !(0.0..=1.0).contains(&value) => {
                Err("This must lie between 0% and 100%.".into())
            }
            _ => Ok(Some(value)),
        }
    }

    /// The test, if all of it can be used.
    #[must_use]
    pub fn test(&self) -> Option<MarketTest> {
        let share = |part| self.value(part).ok().flatten();
        Some(MarketTest {
            hit: share(Part::Hit)?,
            false_alarm: share(Part::FalseAlarm)?,
            price: self.value(Part::Price).ok()?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_test_is_read_like_any_other_number() {
        let mut texts = MarketTestTexts::default();
        let test = texts.test().expect("the example can be used");
        assert_eq!((test.hit, test.false_alarm, test.price), (0.8, 0.2, None));
        texts.set(Part::Price, "20k".into());
        texts.set(Part::Hit, "95%".into());
        let test = texts.test().expect("it can be used");
        assert_eq!((test.hit, test.price), (0.95, Some(20_000.0)));
    }

    #[test]
    fn what_cannot_be_used_is_said() {
        for (part, text) in [
            (Part::Hit, "120"),
            (Part::Hit, ""),
            (Part::FalseAlarm, "-1"),
            (Part::Price, "-5"),
            (Part::Price, "much"),
        ] {
            let mut texts = MarketTestTexts::default();
            texts.set(part, text.into());
            assert_eq!(texts.test(), None, "{text}");
            let said = texts.value(part).expect_err("it cannot be used");
            assert!(said.len() > 10, "{text}: {said}");
        }
    }
}
