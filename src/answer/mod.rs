//! The answer: everything that is derived from the form.

pub mod cards;
pub mod cash;
pub mod finding_out;
pub mod futures;
pub mod statements;
pub mod tables;
pub mod verdict;
pub mod why;

use std::sync::Arc;

use headroom_model::field::Key;
use headroom_model::outcome::Outcome;
use leptos::prelude::*;

use crate::browser::{Simulated, Where};
use crate::form::Form;

/// The last answer that could be computed, and what keeps a newer one away.
#[derive(Clone, PartialEq)]
pub struct Answer {
    /// The result shown.
    pub outcome: Arc<Outcome>,
    /// The fields that keep the form from being valid; empty if there are none.
    pub problems: Vec<(Key, String)>,
    /// Whether a newer result is on its way: other inputs, or more futures than none.
    pub pending: bool,
    /// Whether the example's numbers stand in for those that cannot be used: nothing could be
    /// answered since the scenario was opened.
    pub stands_in: bool,
    /// The opening of the scenario that it answers.
    pub opening: u64,
}

/// What is known of the futures.
#[derive(Clone, Copy, Default)]
pub struct Known<'a> {
    /// The last result with futures.
    pub latest: Option<&'a Arc<Outcome>>,
    /// Whether more is to come for what is typed.
    pub expected: bool,
    /// Whether it is late, so that the numbers typed go first.
    pub overdue: bool,
}

impl Answer {
    /// The answer to the form. Futures that belong to what is typed go first; until there are any,
    /// the result before stays, or one on the way; where they take too long, the result without
    /// futures stands in. Where the form is not valid, the result before stays.
    #[must_use]
    pub fn of(form: &Form, known: &Known<'_>, previous: Option<&Self>) -> Self {
        let shown = |outcome: &Arc<Outcome>, pending: bool| Self {
            outcome: Arc::clone(outcome),
            problems: Vec::new(),
            pending,
            stands_in: false,
            opening: form.opening,
        };
        // An answer about another kind of product is no earlier answer to this one.
        let previous = previous.filter(|previous| {
            previous.opening == form.opening && previous.outcome.scenario.kind() == form.kind()
        });
        let scenario = match form.scenario() {
            Ok(scenario) => scenario,
            Err(problems) => {
                let last = previous.map_or_else(
                    || Arc::new(Outcome::of(&form.usable_scenario())),
                    |previous| Arc::clone(&previous.outcome),
                );
                let stands_in = previous.is_none_or(|previous| previous.stands_in);
                // More futures for the last valid numbers are welcome.
                let refined = known
                    .latest
                    .filter(|latest| latest.scenario == last.scenario);
                return Self {
                    outcome: refined.map_or(last, Arc::clone),
                    problems,
                    pending: false,
                    stands_in,
                    opening: form.opening,
                };
            }
        };
        let has_seed = |outcome: &Outcome| {
            let futures = outcome.futures.as_ref();
            futures.is_some_and(|futures| futures.seed == form.seed)
        };
        let is_current = |latest: &&Arc<Outcome>| latest.scenario == scenario && has_seed(latest);
        if let Some(latest) = known.latest.filter(is_current) {
            return shown(latest, false);
        }
        if let Some(previous) = previous {
            let has_futures = previous.outcome.futures.is_some();
            if has_futures && known.expected && !known.overdue {
                // The latest is the one shown before, or one on the way to what is typed.
                return shown(known.latest.unwrap_or(&previous.outcome), true);
            }
            if !has_futures && previous.outcome.scenario == scenario {
                return shown(&previous.outcome, known.expected);
            }
        }
        shown(&Arc::new(Outcome::of(&scenario)), known.expected)
    }

    /// How many futures the result rests on.
    #[must_use]
    pub fn draws(&self) -> u32 {
        let futures = self.outcome.futures.as_ref();
        futures.map_or(0, |futures| futures.draws)
    }

    /// Whether all is known of what would change it.
    #[must_use]
    pub fn is_complete(&self) -> bool {
        let change = self.outcome.change.as_ref();
        change.is_some_and(|change| change.complete)
    }

    /// Whether the result belongs to numbers typed before that cannot be replaced.
    #[must_use]
    pub fn is_stale(&self) -> bool {
        !self.problems.is_empty()
    }

    /// Whether the result may leave the page: it is that of what is typed.
    #[must_use]
    pub fn is_current(&self) -> bool {
        self.problems.is_empty() && !self.pending
    }
}

/// The answer to the form, kept up to date.
#[must_use]
pub fn answer_to(
    form: RwSignal<Form>,
    simulated: Simulated,
    on_paper: ReadSignal<bool>,
) -> Memo<Answer> {
    Memo::new(move |previous: Option<&Answer>| {
        let latest = simulated.latest.get();
        let known = Known {
            latest: latest.as_ref(),
            expected: simulated.place.get() != Where::Nowhere,
            // Paper waits for nothing.
            overdue: simulated.overdue.get() || on_paper.get(),
        };
        form.with(|form| Answer::of(form, &known, previous))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use headroom_model::simulation::Simulation;

    fn with_futures(form: &Form) -> Arc<Outcome> {
        let ask = form.ask().expect("the form is valid");
        Arc::new(Simulation::run(&ask.scenario, 4, ask.seed).outcome())
    }

    const WAITING: Known<'static> = Known {
        latest: None,
        expected: true,
        overdue: false,
    };

    /// These futures are there.
    fn knowing(latest: &Arc<Outcome>) -> Known<'_> {
        Known {
            latest: Some(latest),
            ..WAITING
        }
    }

    #[test]
    fn an_unreadable_field_keeps_the_last_result() {
        let mut form = Form::default();
        let first = Answer::of(&form, &Known::default(), None);
        form.set(Key::Success, "4".into());
        let second = Answer::of(&form, &Known::default(), Some(&first));
        assert_eq!(second.outcome.scenario[Key::Success], 0.04);
        form.set(Key::Success, "4x".into());
        let third = Answer::of(&form, &Known::default(), Some(&second));
        assert!(third.is_stale() && !third.is_current());
        assert!(Arc::ptr_eq(&third.outcome, &second.outcome));
        assert_eq!(third.problems[0].0, Key::Success);
        form.set(Key::Success, "40".into());
        assert!(!Answer::of(&form, &Known::default(), Some(&third)).is_stale());
    }

    #[test]
    fn a_scenario_opened_with_half_a_number_is_answered_with_the_examples() {
        let mut first = Form::default();
        first.set(Key::Success, "4".into());
        let of_first = Answer::of(&first, &Known::default(), None);
        let mut second = Form::default();
        second.opening = first.opening + 1;
        second.set(Key::Success, "35".into());
        second.set(Key::BuildCost, "12o".into());
        let answer = Answer::of(&second, &Known::default(), Some(&of_first));
        assert!(answer.is_stale() && answer.stands_in);
        assert_eq!(answer.outcome.scenario[Key::Success], 0.35);
        assert_eq!(answer.outcome.scenario[Key::BuildCost], 150_000.0);
        second.set(Key::UsersMonth6, "x".into());
        assert!(Answer::of(&second, &Known::default(), Some(&answer)).stands_in);
        second.reset_all();
        assert!(!Answer::of(&second, &Known::default(), Some(&answer)).stands_in);
    }

    #[test]
    fn before_any_futures_the_numbers_typed_are_answered_at_once() {
        let mut form = Form::default();
        let first = Answer::of(&form, &WAITING, None);
        assert!(first.pending && first.outcome.futures.is_none());
        form.set(Key::Success, "4".into());
        let second = Answer::of(&form, &WAITING, Some(&first));
        assert_eq!(second.outcome.scenario[Key::Success], 0.04);
        assert!(second.pending);
    }

    #[test]
    fn futures_go_first_and_those_of_earlier_numbers_are_marked() {
        let mut form = Form::default();
        let latest = with_futures(&form);
        let known = knowing(&latest);
        let first = Answer::of(&form, &known, None);
        assert!(Arc::ptr_eq(&first.outcome, &latest) && first.is_current());

        form.set(Key::Success, "4".into());
        let waiting = Answer::of(&form, &known, Some(&first));
        assert!(Arc::ptr_eq(&waiting.outcome, &latest) && !waiting.is_current());
        let overdue = Known {
            overdue: true,
            ..known
        };
        let late = Answer::of(&form, &overdue, Some(&waiting));
        assert!(late.outcome.futures.is_none() && late.pending);
        assert_eq!(late.outcome.scenario[Key::Success], 0.04);

        let newer = with_futures(&form);
        let last = Answer::of(&form, &knowing(&newer), Some(&late));
        assert!(Arc::ptr_eq(&last.outcome, &newer) && last.is_current());
    }

    #[test]
    fn another_seed_is_waited_for() {
        let mut form = Form::default();
        let latest = with_futures(&form);
        let known = knowing(&latest);
        let first = Answer::of(&form, &known, None);
        form.seed = 2;
        assert!(Answer::of(&form, &known, Some(&first)).pending);
    }

    #[test]
    fn where_nothing_is_simulated_the_numbers_typed_are_the_answer() {
        let form = Form::default();
        let alone = Answer::of(&form, &Known::default(), None);
        assert!(alone.is_current() && alone.outcome.futures.is_none());
    }
}
