//! The form as the document that is kept, and back. Nothing typed is lost on the way.

use headroom_model::field::{Field, Key};
use headroom_model::scenario_file::{Document, Number, TEXT_CAP, Typed, TypedRange};
use headroom_model::text::read;

use super::market_test::MarketTestTexts;
use super::ranges::Said;
use super::state::Form;
use crate::keep::Both;

impl Form {
    /// Everything that was typed, to be kept.
    #[must_use]
    pub fn document(&self) -> Document {
        let inputs = Field::of(self.kind())
            .map(|field| field.key)
            .filter(|key| self.is_changed(*key))
            .map(|key| (key, self.typed_input(key)))
            .collect();
        Document {
            preset: self.example(),
            name: self.name.clone(),
            notes: self.notes.clone(),
            inputs,
            seed: self.seed,
            fine: self.fine,
            currency: self.currency,
            test: self.test.texts().clone().map(fitting),
            engine: headroom_model::VERSION.into(),
        }
    }

    /// Everything that was typed for both kinds of product, to be kept in the browser.
    #[must_use]
    pub fn both(&self) -> Both {
        let other = self.other.as_ref().map(|draft| {
            let form = Self {
                typed: draft.typed.clone(),
                said: draft.said.clone(),
                ..Self::from_example(draft.example)
            };
            form.document()
        });
        Both {
            shown: self.document(),
            other,
        }
    }

    /// The form that a kept scenario describes.
    #[must_use]
    pub fn from_both(both: &Both) -> Self {
        let mut form = Self::from_example(both.shown.preset);
        form.take(both);
        form
    }

    /// Takes everything from a kept scenario, see [`Self::take_document`].
    pub fn take(&mut self, both: &Both) {
        self.take_document(&both.shown);
        let other = both.other.as_ref().map(Self::from_document);
        self.other = other.and_then(|form| form.draft().worth_keeping());
    }

    /// The form that a document describes.
    #[must_use]
    pub fn from_document(document: &Document) -> Self {
        let mut form = Self::from_example(document.preset);
        form.take_document(document);
        form
    }

    /// Takes everything from a document, which leaves nothing of the other kind. A text that does not say its number any more gives way to
    /// the number.
    pub fn take_document(&mut self, document: &Document) {
        *self = Self {
            name: document.name.clone(),
            notes: document.notes.clone(),
            seed: document.seed,
            fine: document.fine,
            currency: document.currency,
            test: MarketTestTexts::from_texts(document.test.clone()),
            opening: self.opening,
            ..Self::from_example(document.preset)
        };
        for (key, typed) in &document.inputs {
            self.take_best(*key, &typed.best);
            match &typed.range {
                TypedRange::OfTheExample => {}
                TypedRange::Certain => self.say(*key, Said::Certain),
                TypedRange::Ends(ends) => {
                    let ends = ends.each_ref().map(|end| self.text_of_end(*key, end));
                    self.say(*key, Said::Ends(ends));
                }
            }
        }
    }

    fn take_best(&mut self, key: Key, best: &Number) {
        if let Some(text) = &best.text {
            self.set_text(key, text.clone());
        }
        if let Some(value) = best.value
            && self.entry(key).value != Some(value)
        {
            self.set_text(key, self.written(key, value));
        } else if best.text.is_none() && best.value.is_some() {
            self.set_text(key, self.written(key, best.value.unwrap_or_default()));
        }
    }

    fn text_of_end(&self, key: Key, end: &Number) -> String {
        match (&end.text, end.value) {
            (Some(text), None) => text.clone(),
            (Some(text), Some(value)) if self.end_value(key, text) == Some(value) => text.clone(),
            (_, Some(value)) => self.written(key, value),
            (None, None) => String::new(),
        }
    }

    fn end_value(&self, key: Key, text: &str) -> Option<f64> {
        read::number(text, key.field().expect(self.kind()))
            .value()
            .filter(|value| value.is_finite() && !value.is_subnormal())
    }

    fn typed_input(&self, key: Key) -> Typed {
        let best = if self.is_typed(key) {
            let text = self.text(key);
            let value = self.entry(key).value.map(|value| value + 0.0);
            self.number(key, value, text)
        } else {
            Number::default()
        };
        let range = match self.said(key) {
            Said::Nothing => TypedRange::OfTheExample,
            Said::Certain => TypedRange::Certain,
            Said::Ends(ends) => TypedRange::Ends(ends.each_ref().map(|text| {
                let value = self.end_value(key, text).map(|value| value + 0.0);
                self.number(key, value, text.clone())
            })),
        };
        Typed { best, range }
    }

    /// A number with its text, where that is not the usual one.
    fn number(&self, key: Key, value: Option<f64>, text: String) -> Number {
        let is_usual = value.is_some_and(|value| self.written(key, value) == text);
        Number {
            value,
            text: (!is_usual).then(|| fitting(text)),
        }
    }
}

/// Fields are single lines of limited length; what a script puts there may be neither.
fn fitting(text: String) -> String {
    text.chars()
        .map(|c| if c.is_control() { ' ' } else { c })
        .take(TEXT_CAP)
        .collect()
}

#[cfg(all(test, not(target_family = "wasm")))]
#[path = "tests/document.rs"]
mod tests;
