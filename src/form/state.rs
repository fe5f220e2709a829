//! The form as plain data: texts in, a scenario or problems out. It knows no browser.

use headroom_model::demand::Demand;
use headroom_model::field::{Field, Key, Kind, Special, Spread};
use headroom_model::preset::{EXAMPLES, Example};
use headroom_model::scenario::{Inputs, Scenario};
use headroom_model::scenario_file;
use headroom_model::simulation::{FINE, REFINED};
use headroom_model::text::write::{self, Currency};

use super::entry::Standing;
use super::market_test::MarketTestTexts;
use super::ranges::Said;
use crate::charts::scale::Slider;
use crate::simulate::Ask;

/// Everything that can be changed on the page.
#[derive(Clone, Debug, PartialEq)]
pub struct Form {
    /// The name of the scenario; may be empty.
    pub name: String,
    /// What someone wrote down about it.
    pub notes: String,
    pub(super) example: &'static Example,
    /// What was typed over the example, by input.
    pub(super) typed: Vec<Option<String>>,
    /// What was said about ranges, by input.
    pub(super) said: Vec<Said>,
    /// What was typed for the other kind of product; `None` = nothing over its first example.
    pub(super) other: Option<Draft>,
    /// The currency whose symbol is shown; it changes no number.
    pub currency: Currency,
    /// The seed of the futures.
    pub seed: u32,
    /// Whether eight times as many futures are asked for.
    pub fine: bool,
    /// The market test that could be made first.
    pub test: MarketTestTexts,
    /// Counts the scenarios opened on this page: an answer to one is no earlier answer to another.
    pub opening: u64,
}

/// What was typed for a kind of product.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Draft {
    pub(super) example: &'static Example,
    pub(super) typed: Vec<Option<String>>,
    pub(super) said: Vec<Said>,
}

impl Draft {
    fn of(example: &'static Example) -> Self {
        Form::from_example(example).draft()
    }

    /// Whether something was typed over the example.
    fn is_changed(&self) -> bool {
        self.typed.iter().any(Option::is_some)
            || self.said.iter().any(|said| *said != Said::Nothing)
    }

    /// Itself, unless it is what its kind opens with anyway.
    pub(super) fn worth_keeping(self) -> Option<Self> {
        let is_first = self.example.key == Example::first(self.example.kind).key;
        (self.is_changed() || !is_first).then_some(self)
    }
}

impl Default for Form {
    fn default() -> Self {
        Self::from_example(&EXAMPLES[0])
    }
}

impl Form {
    /// An example, unchanged.
    #[must_use]
    pub fn from_example(example: &'static Example) -> Self {
        Self {
            name: String::new(),
            notes: String::new(),
            example,
            typed: vec![None; Key::COUNT],
            said: vec![Said::Nothing; Key::COUNT],
            other: None,
            currency: Currency::default(),
            seed: 1,
            fine: false,
            test: MarketTestTexts::default(),
            opening: 0,
        }
    }

    /// Starts anew from an example; the settings stay, and so does what was typed for the other kind.
    pub fn start_from(&mut self, example: &'static Example) {
        let other = if example.kind == self.kind() {
            self.other.take()
        } else {
            self.draft().worth_keeping()
        };
        *self = Self {
            other,
            name: std::mem::take(&mut self.name),
            notes: std::mem::take(&mut self.notes),
            currency: self.currency,
            seed: self.seed,
            fine: self.fine,
            test: self.test.clone(),
            opening: self.opening,
            ..Self::from_example(example)
        };
    }

    /// The example that the form started from.
    #[must_use]
    pub fn example(&self) -> &'static Example {
        self.example
    }

    /// The name of the scenario, or that of its example.
    #[must_use]
    pub fn title(&self) -> &str {
        scenario_file::title(&self.name, self.example)
    }

    /// The kind of product.
    #[must_use]
    pub fn kind(&self) -> Kind {
        self.example.kind
    }

    /// Goes over to the other kind of product, with what was typed for it before.
    pub fn switch_kind(&mut self) {
        let next = self.other.take();
        let next = next.unwrap_or_else(|| Draft::of(Example::first(self.kind().other())));
        self.other = self.draft().worth_keeping();
        let Draft {
            example,
            typed,
            said,
        } = next;
        (self.example, self.typed, self.said) = (example, typed, said);
    }

    /// Whether something was typed for the other kind of product.
    #[must_use]
    pub fn other_is_changed(&self) -> bool {
        self.other.as_ref().is_some_and(Draft::is_changed)
    }

    pub(super) fn draft(&self) -> Draft {
        Draft {
            example: self.example,
            typed: self.typed.clone(),
            said: self.said.clone(),
        }
    }

    /// The text in a field.
    #[must_use]
    pub fn text(&self, key: Key) -> String {
        let typed = self.typed.get(key as usize).cloned().flatten();
        typed.unwrap_or_else(|| self.original(key))
    }

    /// The text that the example has in a field.
    #[must_use]
    pub fn original(&self, key: Key) -> String {
        self.written(key, self.example.value(key))
    }

    /// A value as its field shows it.
    #[must_use]
    pub fn written(&self, key: Key, value: f64) -> String {
        let field = key.field();
        match field.special {
            Special::YesNo if value == 0.0 => "no".into(),
            Special::YesNo => "yes".into(),
            Special::Unlimited if value == f64::INFINITY => String::new(),
            Special::Best if value == f64::INFINITY => "best".into(),
            _ => write::field(value, field.expect(self.kind())),
        }
    }

    /// Types a text into a field. A range in it ("20-30%") also sets low and high.
    pub fn set(&mut self, key: Key, text: String) {
        self.set_text(key, text);
        if let Some(estimate) = self.estimate(key) {
            let ends = [estimate.low, estimate.high].map(|end| self.written(key, end));
            self.say(key, Said::Ends(ends));
        }
    }

    /// Puts a number into a field, e.g. from its slider. A range that was typed and would no longer
    /// hold the number goes along with it.
    pub fn set_value(&mut self, key: Key, value: f64) {
        let moved = self.range_moved_to(key, value);
        self.set(key, self.written(key, value));
        if let Some(ends) = moved {
            self.say(key, Said::Ends(ends));
        }
    }

    /// Gives an input the example's number and range back.
    pub fn reset(&mut self, key: Key) {
        self.set_text(key, self.original(key));
        self.say(key, Said::Nothing);
    }

    /// Gives all inputs the example's numbers and ranges back.
    pub fn reset_all(&mut self) {
        self.typed.fill(None);
        self.said.fill(Said::Nothing);
    }

    /// Whether the number or the range of an input differs from the example.
    #[must_use]
    pub fn is_changed(&self, key: Key) -> bool {
        self.is_typed(key) || self.has_own_range(key)
    }

    /// How many inputs differ from the example.
    #[must_use]
    pub fn changes(&self) -> usize {
        let changed = |key: &&Key| self.is_changed(**key);
        Key::ALL.iter().filter(changed).count()
    }

    /// Whether the text in a field is not the example's.
    #[must_use]
    pub fn is_typed(&self, key: Key) -> bool {
        self.typed.get(key as usize).is_some_and(Option::is_some)
    }

    /// The slider of a field.
    #[must_use]
    pub fn slider(key: Key) -> Slider {
        let field = key.field();
        let (low, high) = field.sensible;
        match field.spread {
            Spread::Linear => Slider::even(low, high),
            Spread::Log => Slider::log(low, high),
        }
    }

    /// The seed of other futures; never 0.
    #[must_use]
    pub fn next_seed(&self) -> u32 {
        self.seed.wrapping_add(1).max(1)
    }

    /// What is to be simulated, if the texts describe a scenario.
    #[must_use]
    pub fn ask(&self) -> Option<Ask> {
        Some(Ask {
            scenario: self.scenario().ok()?,
            seed: self.seed,
            per_rotation: if self.fine { FINE } else { REFINED },
        })
    }

    /// The scenario that the texts describe.
    ///
    /// # Errors
    /// The fields that keep it from existing, each with a sentence.
    pub fn scenario(&self) -> Result<Scenario, Vec<(Key, String)>> {
        let mut inputs = Inputs {
            demand: Demand::Milestones,
            ..Inputs::preset(self.kind())
        };
        let mut problems = Vec::new();
        for field in Field::of(self.kind()) {
            let key = field.key;
            let entry = self.entry(key);
            match (entry.value, entry.standing) {
                (Some(value), _) => {
                    inputs.values.push((key, value));
                    inputs.take_range_of(self.example, key, value);
                }
                (
                    None,
                    Standing::Asked { question, .. }
                    | Standing::Unfinished(question)
                    | Standing::Wrong(question),
                ) => problems.push((key, question)),
                (None, Standing::Fine) => {}
            }
            if self.has_own_range(key) {
                let range = self.range_entry(key);
                match range.problem {
                    Some(problem) => problems.push((key, problem)),
                    None => inputs.take_range(key, range.range),
                }
            }
        }
        if !problems.is_empty() {
            return Err(problems);
        }
        Scenario::new(inputs).map_err(|found| {
            found
                .into_iter()
                .map(|problem| (problem.key, problem.sentence()))
                .collect()
        })
    }

    /// The scenario of the texts with the example's number and range in the place of those that
    /// cannot be used; the example itself, where that is not enough.
    #[must_use]
    pub fn usable_scenario(&self) -> Scenario {
        let mut usable = self.clone();
        if let Err(problems) = self.scenario() {
            for (key, _) in problems {
                usable.reset(key);
            }
        }
        let with_all = || usable.scenario().ok();
        let example = || self.example.scenario().ok();
        with_all()
            .or_else(example)
            .unwrap_or_else(|| Scenario::preset(self.kind()))
    }

    /// Types a text into a field, whatever it says.
    pub(super) fn set_text(&mut self, key: Key, text: String) {
        let same = text == self.original(key);
        if let Some(place) = self.typed.get_mut(key as usize) {
            *place = (!same).then_some(text);
        }
    }

    /// What was said about the range of an input.
    pub(super) fn said(&self, key: Key) -> &Said {
        self.said.get(key as usize).unwrap_or(&Said::Nothing)
    }

    /// Says something about the range of an input.
    pub(super) fn say(&mut self, key: Key, said: Said) {
        if let Some(place) = self.said.get_mut(key as usize) {
            *place = said;
        }
    }
}

#[cfg(all(test, not(target_family = "wasm")))]
#[path = "tests/state.rs"]
mod tests;
