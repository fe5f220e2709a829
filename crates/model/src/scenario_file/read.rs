//! JSON of the present version to a document: every part is checked, none is replaced.

use serde_json::{Map, Value};

use super::error::shown;
use super::{
    Document, FORMAT, Foreign, LoadError, NAME_CAP, NOTES_CAP, Number, TEXT_CAP, Typed, TypedRange,
    migrate, write,
};
use crate::field::{FIELDS, Field, Key, Kind, Special};
use crate::preset::Example;
use crate::scenario::{Problem, check, has_range};
use crate::text::write::Currency;

/// The members of version 1, in the order in which they are written.
pub(super) const MEMBERS: [&str; 10] = [
    "headroom", "engine", "preset", "name", "notes", "inputs", "seed", "futures", "currency",
    "test",
];

/// The member of files that holds the checksum of the others.
pub(super) const CHECK: &str = "check";

/// Numbers above this have gaps between whole ones.
const EXACT: u64 = 1 << 53;

/// The document in a value.
pub(super) fn document(value: &Value) -> Result<Document, LoadError> {
    let Value::Object(members) = value else {
        return Err(LoadError::NotOurs(Foreign::OtherJson));
    };
    let version = match members.get("headroom").map(Value::as_u64) {
        Some(Some(version)) => version,
        Some(None) => {
            return Err(LoadError::invalid(
                "headroom",
                "This must be the number of the format.",
            ));
        }
        None => return Err(LoadError::NotOurs(Foreign::OtherJson)),
    };
    // A newer format may have another checksum, too.
    if version > FORMAT {
        return Err(LoadError::TooNew { version });
    }
    let members = without_check(members)?;
    let members = migrate::to_present(version, &members)?;
    let reader = Reader { members: &members };
    reader.document().map_err(|error| match error {
        LoadError::Invalid { path, .. } if reader.is_of_a_newer_program() => {
            LoadError::NewerEngine {
                engine: reader.engine().unwrap_or_default(),
                path,
            }
        }
        other => other,
    })
}

/// The numbers of a version, e.g. `1.2.0`.
fn numbers(version: &str) -> Option<[u32; 3]> {
    let mut parts = version.split('.').map(|part| part.parse().ok());
    let numbers = [parts.next()??, parts.next()??, parts.next()??];
    parts.next().is_none().then_some(numbers)
}

/// The members but the checksum, which must be right where it is there.
fn without_check(members: &Map<String, Value>) -> Result<Map<String, Value>, LoadError> {
    let mut rest = members.clone();
    // The order of the others counts.
    match rest.shift_remove(CHECK) {
        None => Ok(rest),
        Some(Value::String(check)) if check == write::checksum(&rest) => Ok(rest),
        Some(_) => Err(LoadError::ChecksumMismatch { file: true }),
    }
}

struct Reader<'a> {
    members: &'a Map<String, Value>,
}

impl Reader<'_> {
    fn document(&self) -> Result<Document, LoadError> {
        only(self.members, "", &MEMBERS)?;
        let preset = self.preset()?;
        Ok(Document {
            preset,
            name: self.name()?,
            notes: self.notes()?,
            inputs: self.inputs(preset.kind)?,
            seed: self.seed()?,
            fine: self.fine()?,
            currency: self.currency()?,
            test: self.test()?,
            engine: self.engine()?,
        })
    }

    fn get(&self, key: &str) -> Result<&Value, LoadError> {
        self.members
            .get(key)
            .ok_or_else(|| LoadError::invalid(key, "This part is missing."))
    }

    fn text(&self, key: &str, cap: usize, controls: &[char]) -> Result<String, LoadError> {
        text(key, self.get(key)?, cap, controls)
    }

    fn preset(&self) -> Result<&'static Example, LoadError> {
        let key = self.text("preset", TEXT_CAP, &[])?;
        Example::with_key(&key).ok_or_else(|| {
            LoadError::invalid(
                "preset",
                format!("There is no example with the name \"{}\".", shown(&key)),
            )
        })
    }

    fn name(&self) -> Result<String, LoadError> {
        self.text("name", NAME_CAP, &[])
    }

    fn notes(&self) -> Result<String, LoadError> {
        self.text("notes", NOTES_CAP, &['\n', '\t'])
    }

    fn engine(&self) -> Result<String, LoadError> {
        self.text("engine", 40, &[])
    }

    fn is_of_a_newer_program(&self) -> bool {
        let engine = self.engine().ok();
        let theirs = engine.as_deref().and_then(numbers);
        theirs > numbers(crate::VERSION)
    }

    fn seed(&self) -> Result<u32, LoadError> {
        let seed = self.get("seed")?.as_u64();
        match seed.and_then(|seed| u32::try_from(seed).ok()) {
            Some(seed) if seed > 0 => Ok(seed),
            _ => Err(LoadError::invalid(
                "seed",
                format!("This must be a whole number from 1 to {}.", u32::MAX),
            )),
        }
    }

    fn fine(&self) -> Result<bool, LoadError> {
        match self.get("futures")?.as_str() {
            Some("usual") => Ok(false),
            Some("fine") => Ok(true),
            _ => Err(LoadError::invalid(
                "futures",
                "This must be \"usual\" or \"fine\".",
            )),
        }
    }

    fn currency(&self) -> Result<Currency, LoadError> {
        let code = self.get("currency")?.as_str();
        code.and_then(Currency::from_code).ok_or_else(|| {
            let codes = Currency::ALL.map(|currency| format!("\"{}\"", currency.code()));
            LoadError::invalid(
                "currency",
                format!("This must be one of {}.", codes.join(", ")),
            )
        })
    }

    fn test(&self) -> Result<[String; 3], LoadError> {
        let Some([hit, false_alarm, price]) = self.get("test")?.as_array().map(Vec::as_slice)
        else {
            return Err(LoadError::invalid(
                "test",
                "This must be a list of three texts.",
            ));
        };
        let part = |at: usize, value| text(&format!("test.{at}"), value, TEXT_CAP, &[]);
        Ok([part(0, hit)?, part(1, false_alarm)?, part(2, price)?])
    }

    fn inputs(&self, kind: Kind) -> Result<Vec<(Key, Typed)>, LoadError> {
        let inputs = object("inputs", self.get("inputs")?)?;
        for name in inputs.keys() {
            let known = Field::named(name).is_some_and(|field| field.preset(kind).is_some());
            if !known {
                return Err(LoadError::invalid(
                    format!("inputs.{}", shown(name)),
                    "This kind of product has no input of that name.",
                ));
            }
        }
        let given = |field: &&'static Field| Some((field.key, inputs.get(field.name)?));
        FIELDS
            .iter()
            .filter_map(|field| given(&field))
            .map(|(key, value)| Ok((key, typed(kind, key, value)?)))
            .collect()
    }
}

/// What was typed for one input.
fn typed(kind: Kind, key: Key, value: &Value) -> Result<Typed, LoadError> {
    let path = format!("inputs.{}", key.field().name);
    let members = object(&path, value)?;
    let known = [
        "value",
        "text",
        "certain",
        "low",
        "low_text",
        "high",
        "high_text",
    ];
    only(members, &path, &known)?;
    if members.is_empty() {
        return Err(LoadError::invalid(path, "This says nothing."));
    }
    let best = Number {
        value: match members.get("value") {
            None => None,
            Some(value) => Some(best_guess(kind, key, &format!("{path}.value"), value)?),
        },
        text: member_text(members, &path, "text")?,
    };
    let range = typed_range(key, members, &path)?;
    Ok(Typed { best, range })
}

fn typed_range(
    key: Key,
    members: &Map<String, Value>,
    path: &str,
) -> Result<TypedRange, LoadError> {
    let certain = match members.get("certain") {
        None => false,
        Some(Value::Bool(true)) => true,
        Some(_) => {
            return Err(LoadError::invalid(
                format!("{path}.certain"),
                "This can only be true.",
            ));
        }
    };
    let end = |value: &str, text: &str| -> Result<Number, LoadError> {
        let path_of_value = format!("{path}.{value}");
        Ok(Number {
            value: match members.get(value) {
                None => None,
                Some(value) => Some(number(&path_of_value, value)?),
            },
            text: member_text(members, path, text)?,
        })
    };
    let ends = [end("low", "low_text")?, end("high", "high_text")?];
    let [low, high] = ends.each_ref().map(|end| *end != Number::default());
    match (certain, low, high) {
        (false, false, false) => Ok(TypedRange::OfTheExample),
        (true, false, false) | (false, true, true) if !has_range(key) => Err(LoadError::invalid(
            path.to_owned(),
            "This input cannot have a range.",
        )),
        (true, false, false) => Ok(TypedRange::Certain),
        (false, true, true) => Ok(TypedRange::Ends(ends)),
        (true, _, _) => Err(LoadError::invalid(
            path.to_owned(),
            "An input that is certain has no low and no high.",
        )),
        (false, _, _) => Err(LoadError::invalid(
            path.to_owned(),
            "A range needs both a low and a high.",
        )),
    }
}

/// A best guess: a number that is allowed by itself, or a word in its place.
fn best_guess(kind: Kind, key: Key, path: &str, value: &Value) -> Result<f64, LoadError> {
    let word = match (key.field().special, value) {
        (Special::YesNo, Value::Bool(yes)) => Some(f64::from(u8::from(*yes))),
        (Special::YesNo, _) => return Err(LoadError::invalid(path, "This must be true or false.")),
        (Special::Unlimited, Value::String(word)) if word == "unlimited" => Some(f64::INFINITY),
        (Special::Best, Value::String(word)) if word == "best" => Some(f64::INFINITY),
        _ => None,
    };
    let number = match word {
        Some(number) => number,
        None => number(path, value)?,
    };
    match check(kind, key, number) {
        Ok(()) => Ok(number),
        Err(fault) => Err(LoadError::invalid(path, Problem { key, fault }.sentence())),
    }
}

/// A finite number that a double holds as it is written; minus zero is no number that anyone means.
fn number(path: &str, value: &Value) -> Result<f64, LoadError> {
    let wrong = |why: &str| Err(LoadError::invalid(path, why));
    let Value::Number(given) = value else {
        return wrong("This must be a number.");
    };
    let magnitude = given
        .as_u64()
        .or_else(|| given.as_i64().map(i64::unsigned_abs));
    if magnitude.is_some_and(|magnitude| magnitude > EXACT) {
        return wrong("This whole number is too large to be exact.");
    }
    match given.as_f64() {
        Some(number) if number.is_subnormal() => wrong("This number is too close to zero."),
        Some(0.0) if given.as_u64() != Some(0) && given.to_string().starts_with('-') => {
            wrong("This is minus zero.")
        }
        Some(number) if number.is_finite() => Ok(number),
        _ => wrong("This must be a number."),
    }
}

fn member_text(
    members: &Map<String, Value>,
    path: &str,
    key: &str,
) -> Result<Option<String>, LoadError> {
    match members.get(key) {
        None => Ok(None),
        Some(value) => text(&format!("{path}.{key}"), value, TEXT_CAP, &[]).map(Some),
    }
}

/// A text of at most `cap` characters, without control characters but those named.
fn text(path: &str, value: &Value, cap: usize, controls: &[char]) -> Result<String, LoadError> {
    let Value::String(text) = value else {
        return Err(LoadError::invalid(path, "This must be a text."));
    };
    if text.chars().count() > cap {
        return Err(LoadError::invalid(
            path,
            format!("This is longer than {cap} characters."),
        ));
    }
    if text
        .chars()
        .any(|c| c.is_control() && !controls.contains(&c))
    {
        return Err(LoadError::invalid(
            path,
            "This has a character in it that cannot be shown.",
        ));
    }
    Ok(text.clone())
}

fn object<'a>(path: &str, value: &'a Value) -> Result<&'a Map<String, Value>, LoadError> {
    match value {
        Value::Object(members) => Ok(members),
        _ => Err(LoadError::invalid(path, "This must be an object.")),
    }
}

/// No members but those known.
fn only(members: &Map<String, Value>, path: &str, known: &[&str]) -> Result<(), LoadError> {
    match members.keys().find(|key| !known.contains(&key.as_str())) {
        None => Ok(()),
        Some(key) => {
            let dot = if path.is_empty() { "" } else { "." };
            Err(LoadError::invalid(
                format!("{path}{dot}{}", shown(key)),
                "This part is not known.",
            ))
        }
    }
}
