//! What must hold for every text typed into a field, and for every number that a field shows.

use headroom_model::field::Shape;
use headroom_model::text::read::{Estimate, RangeReading, Reading, number, range};
use headroom_model::text::{Expect, Family, Per, write};

const FAMILIES: [Family; 9] = [
    Family::Number,
    Family::Money,
    Family::Share,
    Family::SmallShare,
    Family::Multiple,
    Family::Months,
    Family::Weeks,
    Family::Seconds,
    Family::Factor,
];

const PERS: [Per; 7] = [
    Per::Nothing,
    Per::Second,
    Per::Month,
    Per::Year,
    Per::Unit,
    Per::UnitMonth,
    Per::SecondMonth,
];

const SHAPES: [Shape; 3] = [Shape::Normal, Shape::Lognormal, Shape::LogitNormal];

/// Two bytes choose the field; the others are a text typed into it, and the bits of a number shown
/// in it.
pub fn check(data: &[u8]) {
    let [family, rest @ ..] = data else { return };
    let [per, rest @ ..] = rest else { return };
    let expect = Expect {
        family: FAMILIES[usize::from(*family) % FAMILIES.len()],
        per: PERS[usize::from(*per) % PERS.len()],
    };
    let shape = SHAPES[usize::from(*per) / PERS.len() % SHAPES.len()];
    let text = String::from_utf8_lossy(rest);
    one(&text, expect);
    several(&text, expect, shape);
    if let Some(bits) = rest.first_chunk() {
        shown(f64::from_le_bytes(*bits), expect);
    }
}

/// A text that is read as one number.
fn one(text: &str, expect: Expect) {
    let reading = number(text, expect);
    if let Reading::Ask(question) = &reading {
        assert_ne!(question.readings[0], question.readings[1], "{text:?}");
        for (choice, value) in question.choices().iter().zip(question.readings) {
            assert_eq!(number(choice, expect).value(), Some(value), "{choice:?}");
            is_usable(value, text);
        }
    }
    if let Some(value) = reading.value() {
        is_usable(value, text);
    }
    ends(reading.sentence(), text);
}

/// A text that may be a range.
fn several(text: &str, expect: Expect, shape: Shape) {
    let reading = range(text, expect, shape);
    if let RangeReading::Ask(question) = &reading {
        for (choice, estimate) in question.choices().iter().zip(question.readings) {
            let chosen = range(choice, expect, shape).estimate();
            assert_eq!(chosen, Some(estimate), "{choice:?} of {text:?}");
            is_range(estimate, text);
        }
    }
    if let Some(estimate) = reading.estimate() {
        is_range(estimate, text);
    }
    ends(reading.sentence(), text);
}

fn is_range(Estimate { low, best, high }: Estimate, text: &str) {
    for value in [low, best, high] {
        is_usable(value, text);
    }
    assert!(low < high && low <= best && best <= high, "{text:?}");
}

/// Neither infinite nor lost among the smallest numbers there are, and no minus before a zero.
fn is_usable(value: f64, text: &str) {
    let is_zero = value == 0.0 && value.is_sign_positive();
    assert!(is_zero || value.is_normal(), "{text:?}: {value}");
}

fn ends(sentence: Option<String>, text: &str) {
    if let Some(sentence) = sentence {
        assert!(sentence.ends_with(['.', '?']), "{text:?}: {sentence}");
    }
}

/// What a field shows is read as the same number.
fn shown(value: f64, expect: Expect) {
    let text = write::field(value, expect);
    if !value.is_finite() {
        assert_eq!(text, write::DASH);
        return;
    }
    // The shift to per cent may leave the normal numbers, at the smallest and the largest only.
    if value == 0.0 || (1e-300..1e300).contains(&value.abs()) {
        let read = number(&text, expect).value();
        let value = value + 0.0;
        assert_eq!(read.map(f64::to_bits), Some(value.to_bits()), "{text}");
    }
}
