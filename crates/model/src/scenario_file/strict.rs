//! JSON without the freedoms that hide mistakes: no key twice, no number that is not finite.

use serde::de::{Deserialize, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::error::Category;
use serde_json::{Map, Number, Value};
use std::fmt;

use super::error::shown;
use super::{Foreign, LoadError};

/// The one value in a text.
pub(super) fn parse(text: &str) -> Result<Value, LoadError> {
    match serde_json::from_str::<Strict>(text) {
        Ok(Strict(value)) => Ok(value),
        Err(error) => Err(no_json(text, &error)),
    }
}

fn no_json(text: &str, error: &serde_json::Error) -> LoadError {
    let text = text.trim_start();
    if !text.starts_with('{') {
        let json = text.starts_with(['[', '"']);
        return LoadError::NotOurs(if json {
            Foreign::OtherJson
        } else {
            Foreign::OtherText
        });
    }
    if error.classify() == Category::Eof {
        return LoadError::Truncated;
    }
    let place = format!("line {}, column {}", error.line(), error.column());
    let said = error.to_string();
    // A key in it can hold the same words.
    let what = said
        .rsplit_once(" at line ")
        .map_or(&*said, |(what, _)| what);
    LoadError::invalid(place, format!("This cannot be read as JSON ({what})."))
}

struct Strict(Value);

impl<'de> Deserialize<'de> for Strict {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Reader).map(Self)
    }
}

struct Reader;

impl<'de> Visitor<'de> for Reader {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
        Ok(Value::Bool(value))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Value, E> {
        Ok(Value::Number(value.into()))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Value, E> {
        Ok(Value::Number(value.into()))
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Value, E> {
        let number = Number::from_f64(value).ok_or_else(|| E::custom("a number too large"))?;
        Ok(Value::Number(number))
    }

    fn visit_str<E>(self, value: &str) -> Result<Value, E> {
        Ok(Value::String(value.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Value, A::Error> {
        let mut values = Vec::new();
        while let Some(Strict(value)) = list.next_element()? {
            values.push(value);
        }
        Ok(Value::Array(values))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Value, A::Error> {
        let mut values = Map::new();
        while let Some(key) = map.next_key::<String>()? {
            if values.contains_key(&key) {
                return Err(A::Error::custom(format!(
                    "the key \"{}\" stands there twice",
                    shown(&key)
                )));
            }
            let Strict(value) = map.next_value()?;
            values.insert(key, value);
        }
        Ok(Value::Object(values))
    }
}
