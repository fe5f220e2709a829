//! Undo and redo: the states of a scenario, one a step. Typing into one field is one step.

use headroom_model::field::{Key, Kind};
use headroom_model::scenario_file::{Document, LoadError};
use serde_json::{Map, Value, json};

use super::Both;

/// How many states are kept.
const MOST: usize = 100;

/// The most bytes of a stored history that are read: far more than the longest notes in every state.
const TEXT_CAP: usize = 8 << 20;

/// The states of a scenario and where in them it is.
#[derive(Clone, Debug, PartialEq)]
pub struct History {
    /// Never empty; the oldest first.
    states: Vec<Both>,
    /// The present state.
    at: usize,
    /// Whether the next change begins a step of its own, whatever it is.
    sealed: bool,
}

/// What a step changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum What {
    Input(Key),
    Name,
    Notes,
    Test,
    Currency,
    Seed,
    Futures,
    Example,
    Kind,
    Several(usize),
}

impl History {
    /// A scenario without a past.
    #[must_use]
    pub fn of(scenario: Both) -> Self {
        Self {
            states: vec![scenario],
            at: 0,
            sealed: true,
        }
    }

    /// The present state.
    #[must_use]
    pub fn present(&self) -> &Both {
        &self.states[self.at]
    }

    /// Takes a new state; whether it begins a step.
    pub fn record(&mut self, scenario: Both) -> bool {
        if scenario == *self.present() {
            return false;
        }
        let what = what(self.present(), &scenario);
        let goes_on = !self.sealed
            && self.at > 0
            && self.at + 1 == self.states.len()
            && what.is_typed()
            && what == self.step(self.at);
        if goes_on {
            self.states[self.at] = scenario;
            if self.states[self.at] == self.states[self.at - 1] {
                self.states.pop();
                self.at -= 1;
                self.sealed = true;
            }
            return false;
        }
        self.states.truncate(self.at + 1);
        self.states.push(scenario);
        if self.states.len() > MOST {
            self.states.remove(0);
        }
        self.at = self.states.len() - 1;
        self.sealed = false;
        true
    }

    /// Goes on from what is stored: what was typed last, after the history was, ends the step that it began.
    pub fn resume(&mut self, scenario: Both) {
        self.sealed = false;
        self.record(scenario);
        self.seal();
    }

    /// Ends the present step: a field was left, a slider let go.
    pub fn seal(&mut self) {
        self.sealed = true;
    }

    /// Goes back a step.
    pub fn undo(&mut self) -> Option<&Both> {
        self.at = self.at.checked_sub(1)?;
        self.sealed = true;
        Some(self.present())
    }

    /// Goes forward a step that was undone.
    pub fn redo(&mut self) -> Option<&Both> {
        if self.at + 1 >= self.states.len() {
            return None;
        }
        self.at += 1;
        self.sealed = true;
        Some(self.present())
    }

    /// What [`Self::undo`] would undo: "Users after 6 months".
    #[must_use]
    pub fn undoes(&self) -> Option<String> {
        (self.at > 0).then(|| self.label(self.at))
    }

    /// What [`Self::redo`] would do again.
    #[must_use]
    pub fn redoes(&self) -> Option<String> {
        (self.at + 1 < self.states.len()).then(|| self.label(self.at + 1))
    }

    /// What the step to a state changed.
    fn step(&self, to: usize) -> What {
        what(&self.states[to - 1], &self.states[to])
    }

    fn label(&self, to: usize) -> String {
        self.step(to).label(self.states[to].kind())
    }

    /// The history as a text: the oldest state, then what each step changed.
    #[must_use]
    pub fn to_text(&self) -> String {
        let lines: Vec<Value> = self.states.iter().map(value).collect();
        let steps: Vec<Value> = lines
            .windows(2)
            .map(|pair| Value::Object(difference(&pair[0], &pair[1])))
            .collect();
        json!({ "at": self.at, "first": lines.first(), "steps": steps }).to_string()
    }

    /// The history in a text. Every state goes through the loader.
    ///
    /// # Errors
    /// What keeps the text from being one.
    pub fn from_text(text: &str) -> Result<Self, LoadError> {
        let wrong = || LoadError::Invalid {
            path: String::new(),
            why: "This is no history.".into(),
        };
        if text.len() > TEXT_CAP {
            return Err(LoadError::TooLarge);
        }
        let history: Value = serde_json::from_str(text).map_err(|_| wrong())?;
        let mut state = history.get("first").cloned().ok_or_else(wrong)?;
        let mut states = vec![load(&state)?];
        let steps = history.get("steps").and_then(Value::as_array);
        for step in steps.ok_or_else(wrong)?.iter().take(MOST) {
            apply(&mut state, step.as_object().ok_or_else(wrong)?);
            states.push(load(&state)?);
        }
        let at = history.get("at").and_then(Value::as_u64);
        let at = at
            .and_then(|at| usize::try_from(at).ok())
            .ok_or_else(wrong)?;
        if at >= states.len() {
            return Err(wrong());
        }
        Ok(Self {
            states,
            at,
            sealed: true,
        })
    }
}

impl What {
    /// Whether it is typed letter by letter.
    fn is_typed(self) -> bool {
        matches!(self, Self::Input(_) | Self::Name | Self::Notes | Self::Test)
    }

    fn label(self, kind: Kind) -> String {
        match self {
            Self::Input(key) => key.field().words(kind).label.into(),
            Self::Name => "Name".into(),
            Self::Notes => "Notes".into(),
            Self::Test => "Market test".into(),
            Self::Currency => "Currency".into(),
            Self::Seed => "Other futures".into(),
            Self::Futures => "Number of futures".into(),
            Self::Example => "Other example".into(),
            Self::Kind => format!("Switch to {}", kind.word()),
            Self::Several(n) => format!("{n} changes"),
        }
    }
}

/// What lies between two states.
fn what(before: &Both, after: &Both) -> What {
    if before.is_switched_to(after) {
        return What::Kind;
    }
    let (before, after) = (&before.shown, &after.shown);
    if before.preset.key != after.preset.key {
        return What::Example;
    }
    let of = |document: &Document, key: Key| {
        let found = document.inputs.iter().find(|(known, _)| *known == key);
        found.map(|(_, typed)| typed.clone())
    };
    let inputs = Key::ALL
        .into_iter()
        .filter(|key| of(before, *key) != of(after, *key));
    let mut found: Vec<What> = inputs.map(What::Input).collect();
    let others = [
        (What::Name, before.name != after.name),
        (What::Notes, before.notes != after.notes),
        (What::Test, before.test != after.test),
        (What::Currency, before.currency != after.currency),
        (What::Seed, before.seed != after.seed),
        (What::Futures, before.fine != after.fine),
    ];
    found.extend(
        others
            .iter()
            .filter(|(_, differs)| *differs)
            .map(|(what, _)| *what),
    );
    match found[..] {
        [one] => one,
        // Only the other kind differs.
        [] => What::Example,
        _ => What::Several(found.len()),
    }
}

/// The member of a state that holds the other kind.
const OTHER: &str = "other";

fn value(scenario: &Both) -> Value {
    let read = |document: &Document| -> Value {
        let mut members: Value = serde_json::from_str(&document.to_line()).unwrap_or_default();
        drop_check(&mut members);
        members
    };
    let mut state = read(&scenario.shown);
    if let (Some(members), Some(other)) = (state.as_object_mut(), &scenario.other) {
        members.insert(OTHER.into(), read(other));
    }
    state
}

/// The checksum of a document is over its parts in the order of the inputs, which a state put together of steps has
/// not; histories of earlier versions hold it.
fn drop_check(document: &mut Value) {
    if let Some(members) = document.as_object_mut() {
        members.shift_remove("check");
    }
}

fn load(state: &Value) -> Result<Both, LoadError> {
    let mut shown = state.clone();
    let mut other = shown
        .as_object_mut()
        .and_then(|members| members.shift_remove(OTHER));
    drop_check(&mut shown);
    other.iter_mut().for_each(drop_check);
    // What an earlier version wrote is compared with what this one writes.
    let document = |value: &Value| -> Result<Document, LoadError> {
        let document = Document::from_file(value.to_string().as_bytes())?;
        Ok(Document {
            engine: headroom_model::VERSION.into(),
            ..document
        })
    };
    Both::new(document(&shown)?, other.as_ref().map(document).transpose()?)
}

/// Members that differ, those of `inputs` one by one as `inputs.<name>`; null = not there.
fn difference(before: &Value, after: &Value) -> Map<String, Value> {
    let mut found = Map::new();
    let (Some(before), Some(after)) = (before.as_object(), after.as_object()) else {
        return found;
    };
    let mut compare = |prefix: &str, before: &Map<String, Value>, after: &Map<String, Value>| {
        for key in before
            .keys()
            .chain(after.keys())
            .filter(|key| *key != "inputs")
        {
            if before.get(key) != after.get(key) {
                let now = after.get(key).cloned().unwrap_or_default();
                found.insert(format!("{prefix}{key}"), now);
            }
        }
    };
    compare("", before, after);
    let inputs = |members: &Map<String, Value>| {
        members
            .get("inputs")
            .and_then(Value::as_object)
            .cloned()
            .unwrap_or_default()
    };
    compare("inputs.", &inputs(before), &inputs(after));
    found
}

fn apply(state: &mut Value, difference: &Map<String, Value>) {
    for (path, now) in difference {
        let (members, key) = match path.strip_prefix("inputs.") {
            Some(key) => (state.get_mut("inputs").and_then(Value::as_object_mut), key),
            None => (state.as_object_mut(), path.as_str()),
        };
        let Some(members) = members else { continue };
        if now.is_null() {
            members.shift_remove(key);
        } else {
            members.insert(key.into(), now.clone());
        }
    }
}

#[cfg(test)]
#[path = "tests/history.rs"]
mod tests;
