//! Reads scenario files of the page, and `{"base": "SERVICE" | "HARDWARE", "changes": {key: value,
//! ...}}`, with `ranges`, `corr`, `p_range`, `n` and `seed` for a simulation.
//!
//! Keys are those of the list of inputs. Inputs of a level may be given one by one (`drag1_0`) or
//! as a list of three (`drag1`); demand may be given as an object or key by key (`demand.U0`).

mod ranges;

use headroom_model::demand::Demand;
use headroom_model::field::{FIELDS, Field, Key, Kind, Special};
use headroom_model::scenario::{Inputs, Problem, Scenario};
use headroom_model::scenario_file::{Document, LoadError};
use headroom_model::simulation::FINE;
use headroom_model::statement::MarketTest;
use headroom_model::text::read::{self, Reading};
use headroom_model::text::write::Currency;
use headroom_model::text::{Expect, Family};
use serde_json::{Map, Value};

/// Why a file is no scenario: one sentence that names the key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InputError(String);

impl std::fmt::Display for InputError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for InputError {}

fn fail<T>(sentence: impl Into<String>) -> Result<T, InputError> {
    Err(InputError(sentence.into()))
}

/// What is in a file.
#[derive(Clone, Debug, PartialEq)]
pub struct File {
    /// The scenario.
    pub scenario: Scenario,
    /// Draws of a simulation, where the file says how many.
    pub draws: Option<u32>,
    /// The seed, where the file gives one.
    pub seed: Option<u32>,
    /// The currency whose symbol is written.
    pub currency: Currency,
    /// The market test that could be made first.
    pub test: MarketTest,
}

/// The scenario in a file.
///
/// # Errors
/// One sentence that names the key at fault.
pub fn read(text: &str) -> Result<Scenario, InputError> {
    if let Some(file) = of_the_page(text) {
        return file.map(|file| file.scenario);
    }
    let file = read_file(text)?;
    for (key, given) in [("n", file.draws), ("seed", file.seed)] {
        if given.is_some() {
            return fail(format!("{key}: this key is for simulate only."));
        }
    }
    Ok(file.scenario)
}

/// Everything in a file, with draws and seed for a simulation.
///
/// # Errors
/// One sentence that names the key at fault.
pub fn read_file(text: &str) -> Result<File, InputError> {
    if let Some(file) = of_the_page(text) {
        return file;
    }
    let value: Value = serde_json::from_str(text)
        .map_err(|error| InputError(format!("The file is not valid JSON: {error}.")))?;
    let Value::Object(file) = value else {
        return fail("The file must be an object with the keys \"base\" and \"changes\".");
    };
    if let Some(key) = file.keys().find(|key| !KNOWN.contains(&key.as_str())) {
        return fail(format!(
            "{key}: this key is not known; known are {}.",
            KNOWN.join(", ")
        ));
    }
    let kind = match file.get("base") {
        Some(Value::String(name)) => Kind::from_name(name),
        _ => None,
    };
    let Some(kind) = kind else {
        return fail("base: this must be \"SERVICE\" or \"HARDWARE\".");
    };
    let empty = Map::new();
    let changes = match file.get("changes") {
        None => &empty,
        Some(Value::Object(changes)) => changes,
        Some(_) => return fail("changes: this must be an object of keys and values."),
    };
    let mut reader = Reader {
        kind,
        values: Vec::new(),
        demand: Demand::Milestones,
    };
    for (name, value) in changes {
        reader.change(name, value)?;
    }
    let ranges = ranges::read(kind, &file, &mut reader.values)?;
    let inputs = ranges.apply(Inputs {
        values: reader.values,
        demand: reader.demand,
        ..Inputs::preset(kind)
    });
    let scenario = Scenario::new(inputs).map_err(|problems| sentences(&problems))?;
    Ok(File {
        scenario,
        draws: whole(&file, "n")?,
        seed: whole(&file, "seed")?,
        currency: Currency::default(),
        test: MarketTest::default(),
    })
}

/// What is in a scenario file of the page; `None` if the text is none.
fn of_the_page(text: &str) -> Option<Result<File, InputError>> {
    let document = match Document::from_file(text.as_bytes()) {
        Err(LoadError::NotOurs(_)) => return None,
        // Not whole JSON: the other reader says where.
        Err(_) if serde_json::from_str::<Value>(text).is_err() => return None,
        read => read,
    };
    let read = || {
        let document = document.map_err(|error| InputError(error.to_string()))?;
        let scenario = document
            .scenario()
            .map_err(|problems| sentences(&problems))?;
        Ok(File {
            scenario,
            draws: document.fine.then_some(8 * FINE),
            seed: Some(document.seed),
            currency: document.currency,
            test: market_test(&document.test),
        })
    };
    Some(read())
}

/// The market test as typed on the page; the usual one while a number of it cannot be used.
fn market_test(texts: &[String; 3]) -> MarketTest {
    let number = |text: &str, family| match read::number(text, Expect::new(family)) {
        Reading::Exact(value) | Reading::Understood { value, .. } => Some(value),
        Reading::Ask(_) | Reading::Incomplete(_) | Reading::Problem(_) => None,
    };
    let share =
        |text: &str| number(text, Family::SmallShare).filter(|share| (0.0..=1.0).contains(share));
    let [hit, false_alarm, price] = texts;
    match (share(hit), share(false_alarm)) {
        (Some(hit), Some(false_alarm)) => MarketTest {
            hit,
            false_alarm,
            price: number(price, Family::Money).filter(|price| *price >= 0.0),
        },
        _ => MarketTest::default(),
    }
}

/// All problems, one after the other.
fn sentences(problems: &[Problem]) -> InputError {
    let sentences: Vec<String> = problems.iter().map(ToString::to_string).collect();
    InputError(sentences.join(" "))
}

/// The keys of a file.
const KNOWN: [&str; 7] = ["base", "changes", "ranges", "corr", "p_range", "n", "seed"];

/// A whole number from 0 to 2^32 - 1, where there is one.
fn whole(file: &Map<String, Value>, key: &str) -> Result<Option<u32>, InputError> {
    let Some(value) = file.get(key) else {
        return Ok(None);
    };
    match value.as_u64().and_then(|number| u32::try_from(number).ok()) {
        Some(number) => Ok(Some(number)),
        None => fail(format!(
            "{key}: this must be a whole number from 0 to {}.",
            u32::MAX
        )),
    }
}

struct Reader {
    kind: Kind,
    values: Vec<(Key, f64)>,
    demand: Demand,
}

impl Reader {
    fn change(&mut self, name: &str, value: &Value) -> Result<(), InputError> {
        if name == "demand" {
            return self.demand(value);
        }
        if name == "kind" {
            return fail("kind: the kind is given by \"base\".");
        }
        if let Some(field) = Field::named(name) {
            self.values.push((field.key, number(field, value)?));
            return Ok(());
        }
        let prefix = format!("{name}_");
        let levels: Vec<_> = FIELDS
            .iter()
            .filter(|field| is_level(field.name, &prefix))
            .collect();
        if levels.is_empty() {
            return fail(format!("{name}: this key is not known."));
        }
        let list = value.as_array().filter(|list| list.len() == levels.len());
        let Some(list) = list else {
            return fail(format!(
                "{name}: this must be a list of {} numbers.",
                levels.len()
            ));
        };
        for (field, value) in levels.into_iter().zip(list) {
            self.values.push((field.key, number(field, value)?));
        }
        Ok(())
    }

    fn demand(&mut self, value: &Value) -> Result<(), InputError> {
        let Value::Object(demand) = value else {
            return fail("demand: this must be an object with the key \"kind\".");
        };
        let kind = match demand.get("kind") {
            None => "milestones",
            Some(kind) => kind.as_str().unwrap_or(""),
        };
        let given = Given { demand };
        let get = |key: &str| given.number(key);
        self.demand = match kind {
            "milestones" => {
                given.only(&["U0", "U6", "U12", "K"])?;
                for key in demand.keys().filter(|key| *key != "kind") {
                    let name = format!("demand.{key}");
                    if let Some(field) = Field::named(&name) {
                        self.values.push((field.key, get(key)?));
                    }
                }
                Demand::Milestones
            }
            "logistic3" => {
                given.only(&["U0", "U6", "U12"])?;
                Demand::LogisticThrough {
                    launch: get("U0")?,
                    month_6: get("U6")?,
                    month_12: get("U12")?,
                }
            }
            "logistic" => {
                given.only(&["U0", "K", "r"])?;
                Demand::Logistic {
                    launch: get("U0")?,
                    ceiling: get("K")?,
                    rate: get("r")?,
                }
            }
            "exponential" => {
                given.only(&["U0", "g"])?;
                Demand::Exponential {
                    launch: get("U0")?,
                    growth: get("g")?,
                }
            }
            "bass" => {
                given.only(&["U0", "M", "p", "q"])?;
                Demand::Bass {
                    launch: get("U0")?,
                    market: get("M")?,
                    innovation: get("p")? / 12.0,
                    imitation: get("q")? / 12.0,
                }
            }
            "points" => {
                given.only(&["taus", "users"])?;
                Demand::Points {
                    months: given.list("taus")?,
                    users: given.list("users")?,
                }
            }
            _ => {
                return fail(format!(
                    "demand.kind: \"{}\" is not known in a {} scenario; known are milestones, logistic3, logistic, exponential, bass and points.",
                    kind.escape_debug(),
                    self.kind.name()
                ));
            }
        };
        Ok(())
    }
}

/// The keys of a demand object.
struct Given<'a> {
    demand: &'a Map<String, Value>,
}

impl Given<'_> {
    fn only(&self, known: &[&str]) -> Result<(), InputError> {
        match self
            .demand
            .keys()
            .find(|key| *key != "kind" && !known.contains(&key.as_str()))
        {
            Some(key) => fail(format!(
                "demand.{key}: this key is not known here; known are {}.",
                known.join(", ")
            )),
            None => Ok(()),
        }
    }

    fn number(&self, key: &str) -> Result<f64, InputError> {
        match self.demand.get(key).and_then(Value::as_f64) {
            Some(number) => Ok(number),
            None => fail(format!("demand.{key}: this must be a number.")),
        }
    }

    fn list(&self, key: &str) -> Result<Vec<f64>, InputError> {
        let numbers = self.demand.get(key).and_then(Value::as_array);
        let numbers = numbers.and_then(|list| list.iter().map(Value::as_f64).collect());
        match numbers {
            Some(numbers) => Ok(numbers),
            None => fail(format!("demand.{key}: this must be a list of numbers.")),
        }
    }
}

fn is_level(name: &str, prefix: &str) -> bool {
    name.strip_prefix(prefix)
        .is_some_and(|level| ["0", "1", "2"].contains(&level))
}

fn number(field: &Field, value: &Value) -> Result<f64, InputError> {
    let name = field.name;
    match (field.special, value) {
        (Special::YesNo, Value::Bool(yes)) => Ok(f64::from(u8::from(*yes))),
        (Special::YesNo, _) => fail(format!("{name}: this must be true or false.")),
        (Special::Unlimited, Value::Null) => Ok(f64::INFINITY),
        (Special::Best, Value::String(word)) if word == "best" => Ok(f64::INFINITY),
        (Special::Best, Value::String(_)) => {
            fail(format!("{name}: this must be a number or \"best\"."))
        }
        _ => match value.as_f64() {
            Some(number) => Ok(number),
            None => fail(format!("{name}: this must be a number.")),
        },
    }
}
