//! Older versions to the present one, a step a version. Every step makes a new value; what was read
//! is never changed.

use serde_json::{Map, Value, json};

use super::LoadError;
use super::error::shown;

type Object = Map<String, Value>;
type Step = fn(&Object) -> Result<Object, LoadError>;

/// The steps: the one at place n makes version n + 1 of version n.
const STEPS: &[Step] = &[
    from_0,
    #[cfg(feature = "next_format")]
    from_1,
];

/// The members of a document in the present version.
pub(super) fn to_present(version: u64, members: &Object) -> Result<Object, LoadError> {
    let first = usize::try_from(version).unwrap_or(usize::MAX);
    let mut steps = STEPS.iter().skip(first);
    steps.try_fold(members.clone(), |members, step| step(&members))
}

/// Version 0 was never published; it keeps the way of migrating in use. It had `preset`, `values`
/// (numbers by input) and `seed`.
fn from_0(old: &Object) -> Result<Object, LoadError> {
    let known = ["headroom", "preset", "values", "seed"];
    if let Some(key) = old.keys().find(|key| !known.contains(&key.as_str())) {
        return Err(LoadError::invalid(
            shown(key),
            "This part is not known in format 0.",
        ));
    }
    let values = match old.get("values") {
        Some(Value::Object(values)) => values.clone(),
        _ => return Err(LoadError::invalid("values", "This must be an object.")),
    };
    let inputs: Object = values
        .into_iter()
        .map(|(key, value)| (key, json!({ "value": value })))
        .collect();
    let get = |key: &str| old.get(key).cloned().unwrap_or(Value::Null);
    let new = json!({
        "headroom": 1,
        "engine": "0.0.0",
        "preset": get("preset"),
        "name": "",
        "notes": "",
        "inputs": inputs,
        "seed": get("seed"),
        "futures": "usual",
        "currency": "USD",
        "test": ["80", "20", ""],
    });
    match new {
        Value::Object(new) => Ok(new),
        _ => Ok(Object::new()),
    }
}

/// Version 2 is only written by the program that plays the next one in tests; nothing else differs.
#[cfg(feature = "next_format")]
fn from_1(old: &Object) -> Result<Object, LoadError> {
    let mut new = old.clone();
    new.insert("headroom".into(), json!(2));
    Ok(new)
}
