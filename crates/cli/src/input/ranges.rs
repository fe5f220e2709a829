//! Ranges and correlations of a file: `"ranges": [[key, low, best, high, shape], ...]`,
//! `"corr": [[key, key, strength], ...]`, `"p_range": [low, best, high, shape]`.
//!
//! A list of ranges stands in the place of the defaults; without one the defaults hold, moved along
//! with their best guesses.

use headroom_model::field::{Field, Key, Kind, Range, Shape};
use headroom_model::scenario::{Correlation, Inputs};
use serde_json::{Map, Value};

use super::{InputError, fail};

/// What a file says about ranges.
#[derive(Default)]
pub(super) struct Ranges {
    ranges: Option<Vec<(Key, Range)>>,
    success: Option<Range>,
    correlations: Option<Vec<Correlation>>,
}

impl Ranges {
    /// The inputs with these ranges.
    pub(super) fn apply(self, mut inputs: Inputs) -> Inputs {
        if let Some(ranges) = self.ranges {
            inputs = inputs.with_only_ranges(ranges);
        }
        if let Some(range) = self.success {
            inputs.ranges.retain(|(key, _)| *key != Key::Success);
            inputs.ranges.push((Key::Success, Some(range)));
        }
        inputs.correlations = self.correlations;
        inputs
    }
}

/// The ranges of a file; the best guess of a range is that of the scenario.
pub(super) fn read(
    kind: Kind,
    file: &Map<String, Value>,
    values: &mut Vec<(Key, f64)>,
) -> Result<Ranges, InputError> {
    let mut found = Ranges::default();
    if let Some(value) = file.get("ranges") {
        let mut ranges: Vec<(Key, Range)> = Vec::new();
        for row in list("ranges", value)? {
            let Some([Value::String(name), rest @ ..]) = row.as_array().map(Vec::as_slice) else {
                return fail("ranges: every range is a list [key, low, best, high, shape].");
            };
            let key = key(kind, name)?;
            if ranges.iter().any(|(known, _)| *known == key) {
                return fail(format!("{name}: this input has two ranges."));
            }
            let (best, range) = range(name, rest)?;
            set_best(name, key, best, values)?;
            ranges.push((key, range));
        }
        found.ranges = Some(ranges);
    }
    if let Some(value) = file.get("p_range") {
        let (best, range) = range("p_range", list("p_range", value)?)?;
        set_best("p_range", Key::Success, best, values)?;
        found.success = Some(range);
    }
    if let Some(value) = file.get("corr") {
        let rows = list("corr", value)?.iter();
        let pairs: Result<Vec<_>, _> = rows.map(|row| correlation(kind, row)).collect();
        found.correlations = Some(pairs?);
    }
    Ok(found)
}

fn list<'a>(key: &str, value: &'a Value) -> Result<&'a [Value], InputError> {
    match value.as_array() {
        Some(list) => Ok(list),
        None => fail(format!("{key}: this must be a list.")),
    }
}

/// The input with this key, if the kind of product has it.
fn key(kind: Kind, name: &str) -> Result<Key, InputError> {
    match Field::named(name).filter(|field| field.preset(kind).is_some()) {
        Some(field) => Ok(field.key),
        None => fail(format!("{name}: this key is not known.")),
    }
}

/// Low, best, high and shape.
fn range(name: &str, row: &[Value]) -> Result<(f64, Range), InputError> {
    let [low, best, high, Value::String(shape)] = row else {
        return fail(format!("{name}: a range is low, best, high and shape."));
    };
    let shape = match Shape::named(shape) {
        Some(shape) => shape,
        None => {
            return fail(format!(
                "{name}: the shape \"{}\" is not known; known are normal, lognormal and logitnormal.",
                shape.escape_debug()
            ));
        }
    };
    match (low.as_f64(), best.as_f64(), high.as_f64()) {
        (Some(low), Some(best), Some(high)) => Ok((best, Range { low, high, shape })),
        _ => fail(format!("{name}: low, best and high must be numbers.")),
    }
}

/// The best guess of a range is the input's own; two different ones are a mistake.
fn set_best(
    name: &str,
    key: Key,
    best: f64,
    values: &mut Vec<(Key, f64)>,
) -> Result<(), InputError> {
    match values.iter().rev().find(|(known, _)| *known == key) {
        Some((_, value)) if *value != best => fail(format!(
            "{name}: the best guess of its range is {best}, but the input is {value}."
        )),
        Some(_) => Ok(()),
        None => {
            values.push((key, best));
            Ok(())
        }
    }
}

fn correlation(kind: Kind, row: &Value) -> Result<Correlation, InputError> {
    let Some([Value::String(first), Value::String(second), strength]) =
        row.as_array().map(Vec::as_slice)
    else {
        return fail("corr: every correlation is a list [key, key, strength].");
    };
    let (first, second) = (key(kind, first)?, key(kind, second)?);
    match strength.as_f64() {
        Some(strength) => Ok(Correlation {
            first,
            second,
            strength,
        }),
        None => fail("corr: the strength must be a number."),
    }
}
