//! The form as plain data: texts in, a scenario or problems out. It knows no browser.

use headroom_model::demand::Demand;
use headroom_model::field::{Field, Key, Kind, Special};
use headroom_model::preset::{EXAMPLES, Example};
use headroom_model::scenario::{Scenario, check};
use headroom_model::simulation::{FINE, REFINED};
use headroom_model::text::read::{self, Question, Reading};
use headroom_model::text::write::{self, Currency};

use crate::charts::scale::Slider;
use super::market_test::MarketTestTexts;
use crate::simulate::Ask;
use headroom_model::field::Spread;

/// Everything that can be changed on the page.
#[derive(Clone, Debug, PartialEq)]
pub struct Form {
    example: &'static Example,
    /// What was typed over the example, by input.
    typed: Vec<Option<String>>,
    /// The currency whose symbol is shown; it changes no number.
    pub currency: Currency,
    /// The seed of the futures.
    pub seed: u32,
    /// Whether eight times as many futures are asked for.
    pub fine: bool,
    /// The market test that could be made first.
    pub test: MarketTestTexts,
}

/// How the text of an input stands.
#[derive(Clone, Debug, PartialEq)]
pub enum Standing {
    /// It is a number that can be used.
    Fine,
    /// It can mean two numbers: the question, to be answered.
    Asked(Question),
    /// It is not finished yet.
    Unfinished(String),
    /// It cannot be used: a sentence that says why.
    Wrong(String),
}

/// An input with what stands in it.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// The number, if the text is one.
    pub value: Option<f64>,
    /// How the text stands.
    pub standing: Standing,
    /// What was understood, where it was not literal, and other remarks.
    pub notes: Vec<String>,
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
            example,
            typed: vec![None; Key::COUNT],
            currency: Currency::default(),
            seed: 1,
            fine: false,
            test: MarketTestTexts::default(),
        }
    }

    /// Starts anew from an example; the settings stay.
    pub fn start_from(&mut self, example: &'static Example) {
        *self = Self {
            currency: self.currency,
            seed: self.seed,
            fine: self.fine,
            test: self.test.clone(),
            ..Self::from_example(example)
        };
    }

    /// The example that the form started from.
    #[must_use]
    pub fn example(&self) -> &'static Example {
        self.example
    }

    /// The kind of product.
    #[must_use]
    pub fn kind(&self) -> Kind {
        self.example.kind
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

    /// Types a text into a field.
    pub fn set(&mut self, key: Key, text: String) {
        let same = text == self.original(key);
        if let Some(place) = self.typed.get_mut(key as usize) {
            *place = (!same).then_some(text);
        }
    }

    /// Puts a number into a field, e.g. from its slider.
    pub fn set_value(&mut self, key: Key, value: f64) {
        self.set(key, self.written(key, value));
    }

    /// Gives a field the example's number back.
    pub fn reset(&mut self, key: Key) {
        if let Some(place) = self.typed.get_mut(key as usize) {
            *place = None;
        }
    }

    /// Gives all fields the example's numbers back.
    pub fn reset_all(&mut self) {
        self.typed.fill(None);
    }

    /// Whether a field differs from the example.
    #[must_use]
    pub fn is_changed(&self, key: Key) -> bool {
        self.typed.get(key as usize).is_some_and(Option::is_some)
    }

    /// How many fields differ from the example.
    #[must_use]
    pub fn changes(&self) -> usize {
        self.typed.iter().flatten().count()
    }

    /// What stands in a field.
    #[must_use]
    pub fn entry(&self, key: Key) -> Entry {
        if !self.is_changed(key) {
            let value = Some(self.example.value(key));
            return Entry {
                value,
                standing: Standing::Fine,
                notes: Vec::new(),
            };
        }
        let field = key.field();
        let text = self.text(key);
        if let Some(value) = word(field.special, &text) {
            return Entry {
                value: Some(value),
                standing: Standing::Fine,
                notes: Vec::new(),
            };
        }
        let reading = read::number(&text, field.expect(self.kind()));
        let said = reading.sentence();
        let (value, standing, echo) = match reading {
            Reading::Exact(value) => (Some(value), Standing::Fine, None),
            Reading::Understood { value, .. } => (Some(value), Standing::Fine, said),
            Reading::Ask(question) => (None, Standing::Asked(question), None),
            Reading::Incomplete(_) => (None, Standing::Unfinished(said.unwrap_or_default()), None),
            Reading::Problem(_) => (None, Standing::Wrong(said.unwrap_or_default()), None),
        };
        let Some(number) = value else {
            return Entry {
                value,
                standing,
                notes: Vec::new(),
            };
        };
        if let Err(fault) = check(self.kind(), key, number) {
            let problem = headroom_model::scenario::Problem { key, fault };
            let example = self.original(key);
            let sentence = format!("{} For example: {example}.", problem.sentence());
            return Entry {
                value: None,
                standing: Standing::Wrong(sentence),
                notes: Vec::new(),
            };
        }
        let beyond = self.beyond_slider(key, number);
        Entry {
            value,
            standing,
            notes: echo.into_iter().chain(beyond).collect(),
        }
    }

    fn beyond_slider(&self, key: Key, value: f64) -> Option<String> {
        let (low, high) = key.field().sensible;
        let end = |end: f64| write::field_with_sign(end, key.field().expect(self.kind()));
        if value < low {
            Some(format!(
                "Below the slider's {}. It is used as typed.",
                end(low)
            ))
        } else if value > high {
            Some(format!(
                "Above the slider's {}. It is used as typed.",
                end(high)
            ))
        } else {
            None
        }
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
        let mut values = Vec::with_capacity(Key::COUNT);
        let mut problems = Vec::new();
        for field in Field::of(self.kind()) {
            let entry = self.entry(field.key);
            match (entry.value, entry.standing) {
                (Some(value), _) => values.push((field.key, value)),
                (None, Standing::Asked(question)) => {
                    problems.push((field.key, question.to_string()));
                }
                (None, Standing::Unfinished(sentence) | Standing::Wrong(sentence)) => {
                    problems.push((field.key, sentence));
                }
                (None, Standing::Fine) => {}
            }
        }
        if !problems.is_empty() {
            return Err(problems);
        }
        Scenario::with(self.kind(), values, Demand::Milestones).map_err(|found| {
            found
                .into_iter()
                .map(|problem| (problem.key, problem.sentence()))
                .collect()
        })
    }
}

/// The number behind a word that may stand in the place of one.
fn word(special: Special, text: &str) -> Option<f64> {
    let text = text.trim().to_lowercase();
    match (special, text.as_str()) {
        (Special::Best, "best") | (Special::Unlimited, "" | "unlimited" | "none") => {
            Some(f64::INFINITY)
        }
        (Special::YesNo, "yes") => Some(1.0),
        (Special::YesNo, "no") => Some(0.0),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(key: Key, text: &str) -> Form {
        let mut form = Form::default();
        form.set(key, text.into());
        form
    }

    #[test]
    fn an_example_is_its_own_scenario() {
        for example in &EXAMPLES {
            let form = Form::from_example(example);
            assert_eq!(form.scenario().unwrap(), example.scenario().unwrap());
            assert_eq!(form.changes(), 0);
        }
    }

    #[test]
    fn every_field_shows_a_text_that_reads_back_to_its_value() {
        let form = Form::default();
        for field in Field::of(form.kind()) {
            let mut changed = form.clone();
            // A text of its own, so that it is read and not taken from the example.
            changed.typed[field.key as usize] = Some(form.text(field.key));
            let entry = changed.entry(field.key);
            let value = form.example.value(field.key);
            assert_eq!(entry.value, Some(value), "{}", field.name);
            let (low, high) = field.sensible;
            if value.is_finite() && (low..=high).contains(&value) {
                assert!(entry.notes.is_empty(), "{}: {:?}", field.name, entry.notes);
            }
        }
    }

    #[test]
    fn accepted_spellings() {
        for text in [
            "150000",
            "150,000",
            "150 000",
            "150k",
            "0.15M",
            "150000 ",
            "\u{2007}150,000",
        ] {
            assert_eq!(
                typed(Key::BuildCost, text).entry(Key::BuildCost).value,
                Some(150_000.0)
            );
        }
        for text in ["25", "25%", "25 %"] {
            assert_eq!(
                typed(Key::Premium, text).entry(Key::Premium).value,
                Some(0.25),
                "{text}"
            );
        }
    }

    #[test]
    fn doubtful_texts_are_asked_about_and_keep_the_scenario_away() {
        for text in ["1,5", "1.500"] {
            let form = typed(Key::RebuildMonths, text);
            assert!(
                matches!(form.entry(Key::RebuildMonths).standing, Standing::Asked(_)),
                "{text}"
            );
            assert_eq!(form.scenario().unwrap_err()[0].0, Key::RebuildMonths);
        }
    }

    #[test]
    fn a_number_outside_the_model_is_named_with_an_example() {
        let entry = typed(Key::Success, "120").entry(Key::Success);
        assert_eq!(
            entry.standing,
            Standing::Wrong("This must lie between 0% and 100%. For example: 50.".into())
        );
    }

    #[test]
    fn values_past_the_slider_are_used_with_a_note() {
        let entry = typed(Key::Premium, "90").entry(Key::Premium);
        assert_eq!(entry.value, Some(0.9));
        assert_eq!(
            entry.notes,
            ["Above the slider's 60%. It is used as typed."]
        );
    }

    #[test]
    fn conflicts_are_named_at_a_field() {
        let form = typed(Key::Ceiling, "1,900");
        let problems = form.scenario().unwrap_err();
        assert_eq!(problems[0].0, Key::Ceiling);
        assert!(problems[0].1.contains("2,000"), "{}", problems[0].1);
    }

    #[test]
    fn resetting_gives_the_example_back() {
        let mut form = typed(Key::Success, "70");
        form.set(Key::Premium, "30".into());
        assert_eq!(form.changes(), 2);
        form.reset(Key::Premium);
        assert_eq!((form.changes(), form.text(Key::Premium)), (1, "25".into()));
        form.reset_all();
        assert_eq!(form, Form::default());
    }

    #[test]
    fn words_stand_for_numbers_where_they_may() {
        assert_eq!(
            typed(Key::Cash, "unlimited").entry(Key::Cash).value,
            Some(f64::INFINITY)
        );
        assert_eq!(
            typed(Key::AlarmWatch, "65%").entry(Key::AlarmWatch).value,
            Some(0.65)
        );
        assert_eq!(
            typed(Key::NothingAllowed, "no")
                .entry(Key::NothingAllowed)
                .value,
            Some(0.0)
        );
        assert!(
            typed(Key::BuildCost, "")
                .entry(Key::BuildCost)
                .value
                .is_none()
        );
    }

    #[test]
    fn sliders_write_what_they_mean() {
        let mut form = Form::default();
        for field in Field::of(Kind::Service).filter(|field| field.special == Special::None) {
            for step in [0, 137, 500, 1000] {
                let value = Form::slider(field.key).value(step);
                form.set_value(field.key, value);
                assert_eq!(
                    form.entry(field.key).value,
                    Some(value),
                    "{} {step}",
                    field.name
                );
            }
        }
    }
}
