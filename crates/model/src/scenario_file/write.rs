//! A document to JSON: always the same bytes for the same document.

use serde_json::{Map, Value, json};

use super::read::CHECK;
use super::{Document, FORMAT, Number, Typed, TypedRange};
use crate::field::{Key, Special};

/// For people: a member a line, the checksum last.
pub(super) fn file(document: &Document) -> String {
    let text = serde_json::to_string_pretty(&with_check(document));
    text.unwrap_or_default() + "\n"
}

/// The same as one line.
pub(super) fn line(document: &Document) -> String {
    Value::Object(with_check(document)).to_string()
}

/// One line without the checksum.
pub(super) fn bare_line(document: &Document) -> String {
    Value::Object(members(document)).to_string()
}

/// Eight digits that change with the members.
pub(super) fn checksum(members: &Map<String, Value>) -> String {
    let text = serde_json::to_string(members).unwrap_or_default();
    format!("{:08x}", crc32fast::hash(text.as_bytes()))
}

fn with_check(document: &Document) -> Map<String, Value> {
    let mut members = members(document);
    let check = checksum(&members);
    members.insert(CHECK.into(), check.into());
    members
}

/// In the order of [`super::read::MEMBERS`].
fn members(document: &Document) -> Map<String, Value> {
    let inputs: Map<String, Value> = document
        .inputs
        .iter()
        .map(|(key, typed)| (key.field().name.to_owned(), input(*key, typed)))
        .collect();
    let members = json!({
        "headroom": FORMAT,
        "engine": document.engine,
        "preset": document.preset.key,
        "name": document.name,
        "notes": document.notes,
        "inputs": inputs,
        "seed": document.seed,
        "futures": if document.fine { "fine" } else { "usual" },
        "currency": document.currency.code(),
        "test": document.test,
    });
    match members {
        Value::Object(members) => members,
        _ => Map::new(),
    }
}

fn input(key: Key, typed: &Typed) -> Value {
    let mut members = Map::new();
    add(&mut members, ["value", "text"], &typed.best, |value| {
        best_guess(key, value)
    });
    match &typed.range {
        TypedRange::OfTheExample => {}
        TypedRange::Certain => {
            members.insert("certain".into(), true.into());
        }
        TypedRange::Ends([low, high]) => {
            add(&mut members, ["low", "low_text"], low, number);
            add(&mut members, ["high", "high_text"], high, number);
        }
    }
    Value::Object(members)
}

fn add(
    members: &mut Map<String, Value>,
    [value, text]: [&str; 2],
    number: &Number,
    written: impl Fn(f64) -> Value,
) {
    if let Some(given) = number.value {
        members.insert(value.into(), written(given));
    }
    if let Some(typed) = &number.text {
        members.insert(text.into(), typed.as_str().into());
    }
}

fn best_guess(key: Key, value: f64) -> Value {
    match key.field().special {
        Special::YesNo => (value != 0.0).into(),
        Special::Unlimited if value == f64::INFINITY => "unlimited".into(),
        Special::Best if value == f64::INFINITY => "best".into(),
        _ => number(value),
    }
}

/// Whole numbers without a point; what is not finite cannot be written, and a document has none.
fn number(value: f64) -> Value {
    // Minus zero is zero.
    let value = value + 0.0;
    #[expect(
        clippy::cast_possible_truncation,
        reason = "whole and far below the limit of the type"
    )]
    if value.fract() == 0.0 && value.abs() < 1e15 {
        return (value as i64).into();
    }
    value.into()
}
