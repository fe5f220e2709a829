use proptest::prelude::*;

use super::reading::is_invisible;
use super::tests::any_expect;
use super::*;
use crate::field::Shape;
use crate::text::Per;

const NUMBER: Expect = Expect::new(Family::Number);
const MONEY: Expect = Expect::new(Family::Money);
const SHARE: Expect = Expect::new(Family::Share);
const MULTIPLE: Expect = Expect::new(Family::Multiple);
const MONTHS: Expect = Expect::new(Family::Months);
const FACTOR: Expect = Expect::new(Family::Factor);

#[track_caller]
fn is_range(text: &str, expect: Expect, ends: [f64; 3], sentence: &str) {
    let reading = range(text, expect, Shape::Normal);
    let Some(Estimate { low, best, high }) = reading.estimate() else {
        panic!("{text:?} gives {reading:?}");
    };
    assert_eq!([low, best, high], ends, "{text:?}");
    assert_eq!(reading.sentence().as_deref(), Some(sentence), "{text:?}");
}

#[track_caller]
fn means(text: &str, expect: Expect, ends: [f64; 3]) {
    let reading = range(text, expect, Shape::Normal);
    let found = reading.estimate().map(|it| [it.low, it.best, it.high]);
    assert_eq!(found, Some(ends), "{text:?}: {reading:?}");
}

#[track_caller]
fn is_half(text: &str, expect: Expect) {
    let reading = range(text, expect, Shape::Normal);
    let half = matches!(
        reading,
        RangeReading::Incomplete(_) | RangeReading::One(Reading::Incomplete(_))
    );
    assert!(half, "{text:?} gives {reading:?}");
}

#[track_caller]
fn is_wrong(text: &str, expect: Expect, kind: RangeProblemKind, sentence: &str) {
    match range(text, expect, Shape::Normal) {
        RangeReading::Problem(problem) => {
            assert_eq!(problem.kind, kind, "{text:?}");
            assert_eq!(problem.to_string(), sentence, "{text:?}");
        }
        other => panic!("{text:?} gives {other:?}"),
    }
}

#[test]
fn one_number_is_read_as_ever() {
    for text in [
        "25",
        "25%",
        "-5",
        "\u{2212}5",
        "(5)",
        "1e-3",
        "150,000",
        "20 000",
        "1,5",
        "1.500",
        "",
        "-",
        "1e",
        "12abc",
        "--5",
        "500-",
        "1..2",
        "1,2,3",
        "5m",
    ] {
        for expect in [NUMBER, MONEY, SHARE, MONTHS] {
            let one = number(text, expect);
            match range(text, expect, Shape::Lognormal) {
                RangeReading::One(reading) => assert_eq!(reading, one, "{text:?}"),
                // "500-" is a minus behind a number, or half of a range.
                RangeReading::Incomplete(_) => assert_eq!(text, "500-"),
                other => panic!("{text:?} gives {other:?}"),
            }
        }
    }
}

#[test]
fn ends_alone_have_their_best_guess_in_the_middle() {
    let sentence = "Read as 20% to 30%, with the middle, 25%, as the best guess.";
    for text in [
        "20-30%",
        "20 - 30",
        "20 to 30",
        "20% to 30%",
        "20\u{2013}30",
        "20%\u{2014}30%",
        "20to30",
        "20 TO 30",
        "20% - 30",
        "(20-30)",
        "from 20 to 30",
        "between 20 and 30%",
        "likely 20 to 30",
        "20\u{a0}\u{2013}\u{a0}30\u{a0}%",
        "\u{ff12}\u{ff10}-30",
    ] {
        is_range(text, SHARE, [0.2, 0.25, 0.3], sentence);
    }
    is_range(
        "200-300%",
        MULTIPLE,
        [2.0, 2.5, 3.0],
        "Read as 200% to 300%, with the middle, 250%, as the best guess.",
    );
    means("-5 - -3", NUMBER, [-5.0, -4.0, -3.0]);
    means("-5 to 5", NUMBER, [-5.0, 0.0, 5.0]);
    means("1e-3 - 3e-3", NUMBER, [0.001, 0.002, 0.003]);
    means("(5)-(3)", NUMBER, [-5.0, -4.0, -3.0]);
    means("1,000-3,000", NUMBER, [1000.0, 2000.0, 3000.0]);
    means("5x to 20x", FACTOR, [5.0, 12.5, 20.0]);
}

#[test]
fn the_middle_lies_on_the_scale_of_the_shape() {
    let read = |text, expect, shape| {
        let reading = range(text, expect, shape);
        (reading.best().unwrap(), reading.sentence().unwrap())
    };
    // sqrt(2.5 * 6) = 3.873
    assert_eq!(
        read("2.5 to 6 months", MONTHS, Shape::Lognormal),
        (
            3.87,
            "Read as 2.5 to 6 months, with the middle by ratio, 3.87 months, as the best guess."
                .to_owned()
        )
    );
    // odds sqrt(0.25 * 0.4286) = 0.3273, share 0.2466
    assert_eq!(
        read("20-30%", SHARE, Shape::LogitNormal),
        (
            0.247,
            "Read as 20% to 30%, with the middle by odds, 24.7%, as the best guess.".to_owned()
        )
    );
    assert_eq!(read("1 to 100", NUMBER, Shape::Lognormal).0, 10.0);
    // Zero has no place on a logarithmic scale.
    assert_eq!(
        read("0 to 10", NUMBER, Shape::Lognormal),
        (
            5.0,
            "Read as 0 to 10, with the middle, 5, as the best guess.".to_owned()
        )
    );
    // Three digits that leave the range are not used.
    let narrow = read("1000.1 to 1000.2", NUMBER, Shape::Normal).0;
    assert!((narrow - 1000.15).abs() < 1e-9);
}

#[test]
fn a_best_guess_may_be_typed() {
    let sentence = "Read as 25%, likely 20% to 30%.";
    for text in [
        "25% (20-30)",
        "25 (20 to 30)",
        "25 (20%-30%)",
        "25(20\u{2013}30)",
        "25% (likely 20 to 30)",
        "25 (20, 30)",
        "25 (20-30) %",
        "20-25-30",
        "20 - 25 - 30%",
        "20, 25, 30",
        "20; 25; 30",
        "20 to 25 to 30",
    ] {
        is_range(text, SHARE, [0.2, 0.25, 0.3], sentence);
    }
    means("4 (2.5 to 6) months", MONTHS, [2.5, 4.0, 6.0]);
    means("$150k ($100k-$200k)", MONEY, [1e5, 1.5e5, 2e5]);
}

#[test]
fn a_unit_at_one_end_holds_for_both() {
    is_range(
        "$100k-200k",
        MONEY,
        [1e5, 1.5e5, 2e5],
        "Read as 100,000 to 200,000, with the middle, 150,000, as the best guess, in the currency of this page.",
    );
    means("100k to 200k", MONEY, [1e5, 1.5e5, 2e5]);
    means("100-200k", MONEY, [1e5, 1.5e5, 2e5]);
    means("100-200k a month", MONEY.per(Per::Month), [1e5, 1.5e5, 2e5]);
    means("3 to 5 in 10", SHARE, [0.3, 0.4, 0.5]);
    is_range(
        "26-52 weeks",
        MONTHS,
        [6.0, 9.0, 12.0],
        "Read as about 6 to 12 months, with the middle, 9 months, as the best guess.",
    );
    // With the unit at both ends this would run backwards.
    means("500 to 2k", NUMBER, [500.0, 1250.0, 2000.0]);
}

#[test]
fn shares_that_look_like_small_percentages_are_asked_about_in_the_echo() {
    let reading = range("0.2-0.3", SHARE, Shape::Normal);
    assert_eq!(
        reading.sentence().unwrap(),
        "Read as 0.2% to 0.3%, with the middle, 0.25%, as the best guess: did you mean 20% to 30%?"
    );
    let reading = range("0.5-2", SHARE, Shape::Normal);
    assert!(!reading.sentence().unwrap().contains("did you mean"));
}

#[test]
fn doubtful_separators_are_asked_about() {
    let RangeReading::Ask(question) = range("1.500 to 2.500", NUMBER, Shape::Normal) else {
        panic!("not asked");
    };
    assert_eq!(
        question.to_string(),
        "“1.500 to 2.500” can mean 1.5 to 2.5 or 1,500 to 2,500: which one?"
    );
    assert_eq!(question.choices(), ["1.5 to 2.5", "1,500 to 2,500"]);
    let RangeReading::Ask(question) = range("2m (1m-3m)", MONEY, Shape::Normal) else {
        panic!("not asked");
    };
    assert_eq!(
        question.choices(),
        [
            "2,000,000 (1,000,000 to 3,000,000)",
            "2,000 (1,000 to 3,000)"
        ]
    );
    // Only one of the two meanings is a range.
    means("1.500 to 2", NUMBER, [1.5, 1.75, 2.0]);
}

#[test]
fn half_typed_ranges_are_unfinished() {
    for text in [
        "20-",
        "20 -",
        "20 t",
        "20 to",
        "20 to ",
        "20% to",
        "20\u{2013}",
        "25 (",
        "25 (20",
        "25 (20-",
        "25 (20-30",
        "25 (20 to",
        "20-25-",
        "20, 25, ",
        "20 to -",
    ] {
        is_half(text, SHARE);
    }
    is_half("100k to $", MONEY);
    is_half("2 to 3 mon", MONTHS);
    assert_eq!(
        range("20 to", SHARE, Shape::Normal).sentence().unwrap(),
        "Not finished: the rest of the range follows, such as 20-30% or 25% (20-30)."
    );
}

#[test]
fn impossible_ranges_are_named_with_an_example() {
    use RangeProblemKind::{BestOutside, NoWidth, NotARange, Reversed};
    is_wrong(
        "30-20%",
        SHARE,
        Reversed,
        "“30-20%” has a low end that is above its high end: try 20-30% or 25% (20-30).",
    );
    is_wrong(
        "5 - -3",
        NUMBER,
        Reversed,
        "“5 - -3” has a low end that is above its high end: try 1,000 to 3,000 or 2k (1k to 3k).",
    );
    is_wrong(
        "4-4",
        MONTHS,
        NoWidth,
        "“4-4” has a low end that is also its high end: try 3 to 6 months or 4 (3 to 6).",
    );
    is_wrong(
        "40 (20-30)",
        SHARE,
        BestOutside,
        "“40 (20-30)” has its best guess outside its range: try 20-30% or 25% (20-30).",
    );
    for text in [
        "20, 30",
        "1/2",
        "12:30",
        "20 \u{b1} 5",
        "25 (20)",
        "1-2-3-4",
        "20-25, 30",
        "25 (20-30) 7",
        "20 (1-2-3)",
    ] {
        let sentence =
            format!("“{text}” is neither one number nor a range: try 20-30% or 25% (20-30).");
        is_wrong(text, SHARE, NotARange, &sentence);
    }
    for text in ["2024-01-05", "20-25-22"] {
        assert!(matches!(
            range(text, NUMBER, Shape::Normal),
            RangeReading::Problem(_)
        ));
    }
    for text in ["20 to abc", "$20-30", "20-30 weeks", "1e400 to 2e400"] {
        assert!(
            matches!(
                range(text, SHARE, Shape::Normal),
                RangeReading::One(Reading::Problem(_))
            ),
            "{text}"
        );
    }
}

fn any_shape() -> impl Strategy<Value = Shape> {
    prop::sample::select(vec![Shape::Normal, Shape::Lognormal, Shape::LogitNormal])
}

fn check_sound(text: &str, expect: Expect, shape: Shape) -> Result<(), TestCaseError> {
    let reading = range(text, expect, shape);
    let estimates = match &reading {
        RangeReading::Ask(question) => {
            for (choice, estimate) in question.choices().iter().zip(question.readings) {
                let chosen = range(choice, expect, shape).estimate();
                prop_assert_eq!(chosen, Some(estimate), "{} of {:?}", choice, text);
            }
            question.readings.to_vec()
        }
        other => other.estimate().into_iter().collect(),
    };
    for Estimate { low, best, high } in estimates {
        prop_assert!(
            low < high && (low..=high).contains(&best),
            "{text:?}: {low} {best} {high}"
        );
        for value in [low, best, high] {
            prop_assert!(value == 0.0 || value.is_normal(), "{text:?}: {value}");
        }
    }
    if let Some(sentence) = reading.sentence() {
        prop_assert!(sentence.ends_with(['.', '?']), "{sentence}");
        prop_assert!(!sentence.chars().any(is_invisible), "{sentence:?}");
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4096, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_gives_an_answer(
        chars in prop::collection::vec(any::<char>(), 0..60),
        expect in any_expect(),
        shape in any_shape(),
    ) {
        check_sound(&chars.into_iter().collect::<String>(), expect, shape)?;
    }

    #[test]
    fn any_text_of_likely_characters_gives_an_answer(
        words in prop::collection::vec(prop::sample::select(vec![
            "0", "1", "2", "25", "1.500", "1,5", ".", ",", ", ", "e", "k", "m", "M", "%", " ", "-",
            "\u{2013}", " to ", "(", ")", "$", "/", ";", "½", "in 10", "weeks", "between", "and",
            "-5", "1e308", "1e-307", "x", "20", "30",
        ]), 0..9),
        expect in any_expect(),
        shape in any_shape(),
    ) {
        check_sound(&words.concat(), expect, shape)?;
    }

    #[test]
    fn what_a_page_writes_reads_back(
        mut values in prop::array::uniform3(0.001_f64..0.999),
        shape in any_shape(),
    ) {
        values.sort_by(f64::total_cmp);
        let [low, best, high] = values;
        prop_assume!(low < high);
        let [l, b, h] = values.map(|value| crate::text::write::field(value, SHARE));
        let read = range(&format!("{b} ({l} to {h})"), SHARE, shape).estimate();
        prop_assert_eq!(read, Some(Estimate { low, best, high }));
    }
}
