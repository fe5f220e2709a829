//! The answer: everything that is derived from the form.

pub mod tables;
pub mod verdict;

use std::sync::Arc;

use headroom_model::field::Key;
use headroom_model::outcome::Outcome;
use leptos::prelude::*;

use crate::form::Form;

/// The last answer that could be computed, and what keeps a newer one away.
#[derive(Clone, PartialEq)]
pub struct Answer {
    /// The result of the last valid form.
    pub outcome: Arc<Outcome>,
    /// The fields that keep the form from being valid; empty if the result is up to date.
    pub problems: Vec<(Key, String)>,
}

impl Answer {
    /// Computes the answer; where the form is not valid, the previous result stays.
    #[must_use]
    pub fn of(form: &Form, previous: Option<&Self>) -> Self {
        match (form.scenario(), previous) {
            (Ok(scenario), Some(previous)) if previous.outcome.scenario == scenario => Self {
                outcome: Arc::clone(&previous.outcome),
                problems: Vec::new(),
            },
            (Ok(scenario), _) => Self {
                outcome: Arc::new(Outcome::of(&scenario)),
                problems: Vec::new(),
            },
            (Err(problems), Some(previous)) => Self {
                outcome: Arc::clone(&previous.outcome),
                problems,
            },
            (Err(problems), None) => {
                let example = headroom_model::scenario::Scenario::preset(form.kind());
                Self {
                    outcome: Arc::new(Outcome::of(&example)),
                    problems,
                }
            }
        }
    }

    /// Whether the result belongs to numbers typed before.
    #[must_use]
    pub fn is_stale(&self) -> bool {
        !self.problems.is_empty()
    }
}

/// The answer to the form, kept up to date.
#[must_use]
pub fn answer_to(form: RwSignal<Form>) -> Memo<Answer> {
    Memo::new(move |previous: Option<&Answer>| form.with(|form| Answer::of(form, previous)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_unreadable_field_keeps_the_last_result() {
        let mut form = Form::default();
        let first = Answer::of(&form, None);
        form.set(Key::Success, "4".into());
        let second = Answer::of(&form, Some(&first));
        assert_eq!(second.outcome.scenario[Key::Success], 0.04);
        form.set(Key::Success, "4x".into());
        let third = Answer::of(&form, Some(&second));
        assert!(third.is_stale());
        assert!(Arc::ptr_eq(&third.outcome, &second.outcome));
        assert_eq!(third.problems[0].0, Key::Success);
        form.set(Key::Success, "40".into());
        assert!(!Answer::of(&form, Some(&third)).is_stale());
    }
}
