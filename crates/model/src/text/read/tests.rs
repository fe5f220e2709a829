use proptest::prelude::*;

use super::*;
use crate::text::{Per, write};

const NUMBER: Expect = Expect::new(Family::Number);
const MONEY: Expect = Expect::new(Family::Money);
const SHARE: Expect = Expect::new(Family::Share);
const SMALL: Expect = Expect::new(Family::SmallShare);
const MULTIPLE: Expect = Expect::new(Family::Multiple);
const MONTHS: Expect = Expect::new(Family::Months);
const WEEKS: Expect = Expect::new(Family::Weeks);
const SECONDS: Expect = Expect::new(Family::Seconds);
const FACTOR: Expect = Expect::new(Family::Factor);

#[track_caller]
fn exact(text: &str, expect: Expect, value: f64) {
    match number(text, expect) {
        Reading::Exact(read) => assert_eq!(read.to_bits(), value.to_bits(), "{text:?}: {read}"),
        other => panic!("{text:?} gives {other:?}"),
    }
}

#[track_caller]
fn understood(text: &str, expect: Expect, value: f64, sentence: &str) {
    let reading = number(text, expect);
    match &reading {
        Reading::Understood { value: read, echo } => {
            assert_eq!(read.to_bits(), value.to_bits(), "{text:?}: {read}");
            assert_eq!(echo.value.to_bits(), value.to_bits(), "{text:?}");
            assert_eq!(echo.to_string(), sentence, "{text:?}");
        }
        other => panic!("{text:?} gives {other:?}"),
    }
}

#[track_caller]
fn asks(text: &str, expect: Expect, readings: [f64; 2], sentence: &str) {
    match number(text, expect) {
        Reading::Ask(question) => {
            assert_eq!(question.readings, readings, "{text:?}");
            assert_eq!(question.to_string(), sentence, "{text:?}");
            // Choosing an answer puts a text into the field that is not asked about again.
            for (choice, value) in question.choices().iter().zip(readings) {
                exact(choice, expect, value);
            }
        }
        other => panic!("{text:?} gives {other:?}"),
    }
}

#[track_caller]
fn incomplete(text: &str, expect: Expect, missing: Missing) {
    assert_eq!(
        number(text, expect),
        Reading::Incomplete(Incomplete { missing, expect }),
        "{text:?}"
    );
}

#[track_caller]
fn problem(text: &str, expect: Expect, kind: ProblemKind, sentence: &str) {
    match number(text, expect) {
        Reading::Problem(problem) => {
            assert_eq!(problem.kind, kind, "{text:?}");
            assert_eq!(problem.to_string(), sentence, "{text:?}");
        }
        other => panic!("{text:?} gives {other:?}"),
    }
}

#[track_caller]
fn refused(text: &str, expect: Expect, kind: ProblemKind) {
    match number(text, expect) {
        Reading::Problem(problem) => assert_eq!(problem.kind, kind, "{text:?}"),
        other => panic!("{text:?} gives {other:?}"),
    }
}

#[test]
fn the_pages_own_format_is_exact() {
    exact("150000", MONEY, 150_000.0);
    exact("150,000", MONEY, 150_000.0);
    exact("1,234", NUMBER, 1_234.0);
    exact("1,234,567", NUMBER, 1_234_567.0);
    exact("1,234.56", MONEY, 1_234.56);
    exact("12,345.678", MONEY, 12_345.678);
    exact("1.5", NUMBER, 1.5);
    exact("1.50", NUMBER, 1.5);
    exact("1.5000", NUMBER, 1.5);
    exact("1234.567", NUMBER, 1_234.567);
    exact("0.125", NUMBER, 0.125);
    exact(".5", NUMBER, 0.5);
    exact("007", NUMBER, 7.0);
    exact("+5", NUMBER, 5.0);
    exact("-5", NUMBER, -5.0);
    exact("\u{2212}5", NUMBER, -5.0);
    exact("- 5", NUMBER, -5.0);
}

/// [N1]
#[test]
fn zero_has_no_sign() {
    exact("0", NUMBER, 0.0);
    exact("-0", NUMBER, 0.0);
    exact("\u{2212}0.00", MONEY, 0.0);
    exact("0", SHARE, 0.0);
    exact("-0%", SHARE, 0.0);
    understood("0e400", NUMBER, 0.0, "Read as 0.");
    understood("(0)", MONEY, 0.0, "Read as 0.");
}

/// [N7]
#[test]
fn a_bare_number_in_a_percent_field_is_percent() {
    exact("25", SHARE, 0.25);
    exact("25%", SHARE, 0.25);
    exact("25 %", SHARE, 0.25);
    exact("25\u{a0}%", SHARE, 0.25);
    exact("25 percent", SHARE, 0.25);
    exact("29", SHARE, 0.29);
    exact("28.9", SHARE, 0.289);
    exact("250", MULTIPLE, 2.5);
    exact("250 %", MULTIPLE, 2.5);
    exact("317.5", MULTIPLE, 3.175);
    exact("1", SHARE, 0.01);
    understood("\u{661}\u{662}\u{66a}", SHARE, 0.12, "Read as 12%.");
    understood("25\u{ff05}", SHARE, 0.25, "Read as 25%.");
}

/// [N7]
#[test]
fn a_small_bare_number_is_percent_with_a_question() {
    let sentence = "Read as 0.25%, which is 0.0025: did you mean 25%?";
    understood("0.25", SHARE, 0.0025, sentence);
    match number("0.25", SHARE) {
        Reading::Understood { echo, .. } => {
            assert_eq!(echo.note, Note::PerhapsPercent { alternative: 0.25 });
        }
        other => panic!("{other:?}"),
    }
    let sentence = "Read as 2.5%, which is 0.025: did you mean 250%?";
    understood("2.5", MULTIPLE, 0.025, sentence);
    // With its sign, or where small shares are usual, there is nothing to ask.
    exact("0.25%", SHARE, 0.0025);
    exact("2.5%", MULTIPLE, 0.025);
    exact("0.5", SMALL, 0.005);
    exact("2", SMALL, 0.02);
    exact("10", MULTIPLE, 0.1);
}

#[test]
fn sizes_are_understood() {
    understood("150k", MONEY, 150_000.0, "Read as 150,000.");
    understood("150K", MONEY, 150_000.0, "Read as 150,000.");
    understood("150 k", MONEY, 150_000.0, "Read as 150,000.");
    understood("1.5M", MONEY, 1_500_000.0, "Read as 1,500,000.");
    understood("1.5mn", MONEY, 1_500_000.0, "Read as 1,500,000.");
    understood("1.5 million", MONEY, 1_500_000.0, "Read as 1,500,000.");
    understood("1.5 Mio", MONEY, 1_500_000.0, "Read as 1,500,000.");
    understood("2bn", MONEY, 2e9, "Read as 2,000,000,000.");
    understood("2 thousand users", NUMBER, 2_000.0, "Read as 2,000.");
    understood("0.07M", NUMBER, 70_000.0, "Read as 70,000.");
    understood("\u{2212}1.1M", MONEY, -1_100_000.0, "Read as −1,100,000.");
}

#[test]
fn a_small_m_is_asked_about_in_money_and_counts() {
    let sentence = "“1.5m” can mean 1,500,000 or 1,500: which one?";
    asks("1.5m", MONEY, [1_500_000.0, 1_500.0], sentence);
    let sentence = "“2 m” can mean 2,000,000 or 2,000: which one?";
    asks("2 m", NUMBER, [2_000_000.0, 2_000.0], sentence);
    refused("1,5m", MONEY, ProblemKind::UnclearLetter);
    let sentence = "“5m” has an m that could mean several things: try 25 or 25%.";
    problem("5m", SHARE, ProblemKind::UnclearLetter, sentence);
    exact("0m", MONEY, 0.0);
    exact("4m", MONTHS, 4.0);
    exact("4M", MONTHS, 4.0);
    incomplete("10 m", WEEKS, Missing::Word);
    incomplete("10 m", SECONDS, Missing::Word);
}

#[test]
fn exponents_are_understood() {
    understood("1e3", NUMBER, 1_000.0, "Read as 1,000.");
    understood("1E3", NUMBER, 1_000.0, "Read as 1,000.");
    understood("1.500e3", NUMBER, 1_500.0, "Read as 1,500.");
    understood("2.5e-1", NUMBER, 0.25, "Read as 0.25.");
    understood("1e+2", NUMBER, 100.0, "Read as 100.");
    asks(
        "1,5e3",
        NUMBER,
        [1_500.0, 15_000.0],
        "“1,5e3” can mean 1,500 or 15,000: which one?",
    );
}

/// [T1 D2 I5]
#[test]
fn one_comma_or_one_point_with_two_meanings_is_asked_about() {
    let ask = |text: &str, first: f64, second: f64, words: &str| {
        let sentence = format!("“{text}” can mean {words}: which one?");
        asks(text, NUMBER, [first, second], &sentence);
    };
    ask("1,5", 1.5, 15.0, "1.5 or 15");
    ask("1,50", 1.5, 150.0, "1.5 or 150");
    ask("1,2345", 1.2345, 12_345.0, "1.2345 or 12,345");
    ask("1500,5", 1_500.5, 15_005.0, "1,500.5 or 15,005");
    ask("1500,500", 1_500.5, 1_500_500.0, "1,500.5 or 1,500,500");
    ask("1.500", 1.5, 1_500.0, "1.5 or 1,500");
    ask("1.000", 1.0, 1_000.0, "1 or 1,000");
    ask("3.456", 3.456, 3_456.0, "3.4560 or 3,456");
    ask("12.500", 12.5, 12_500.0, "12.5 or 12,500");
    ask("150.000", 150.0, 150_000.0, "150 or 150,000");
    ask("-1,5", -1.5, -15.0, "−1.5 or −15");
    asks(
        "1,5 %",
        SHARE,
        [0.015, 0.15],
        "“1,5 %” can mean 1.5% or 15%: which one?",
    );
    asks(
        "1.500k",
        MONEY,
        [1_500.0, 1_500_000.0],
        "“1.500k” can mean 1,500 or 1,500,000: which one?",
    );
    asks(
        "2,5 months",
        MONTHS,
        [2.5, 25.0],
        "“2,5 months” can mean 2.5 months or 25 months: which one?",
    );
    asks(
        "1,5",
        FACTOR,
        [1.5, 15.0],
        "“1,5” can mean 1.5x or 15x: which one?",
    );
}

/// [I5]
#[test]
fn other_formats_with_one_meaning_are_understood() {
    let one = |text: &str, value: f64, shown: &str| {
        understood(text, NUMBER, value, &format!("Read as {shown}."));
    };
    one("1.234,56", 1_234.56, "1,234.56");
    one("1 234,56", 1_234.56, "1,234.56");
    one("1 234,567", 1_234.567, "1,234.567");
    one("1'234.56", 1_234.56, "1,234.56");
    one("1\u{2019}234.56", 1_234.56, "1,234.56");
    one("1.500.000", 1_500_000.0, "1,500,000");
    one("1,23,456", 123_456.0, "123,456");
    one("12,34,567.5", 1_234_567.5, "1,234,567.5");
    one("150 000", 150_000.0, "150,000");
    one("1 500 000.5", 1_500_000.5, "1,500,000.5");
    one("0,5", 0.5, "0.5");
    one("0,125", 0.125, "0.125");
    one(",5", 0.5, "0.5");
    one("2½", 2.5, "2.5");
    one("2 ½", 2.5, "2.5");
    one("½", 0.5, "0.5");
    one("1¾", 1.75, "1.75");
    one("~12", 12.0, "12");
}

/// [T6]
#[test]
fn spaces_of_every_kind_group_thousands() {
    for space in [
        '\u{a0}', '\u{202f}', '\u{2009}', '\u{2007}', '\u{2002}', '\u{3000}',
    ] {
        let text = format!("150{space}000");
        understood(&text, NUMBER, 150_000.0, "Read as 150,000.");
    }
}

/// [T6]
#[test]
fn what_copying_leaves_at_the_ends_is_trimmed() {
    exact(" 150000\n", NUMBER, 150_000.0);
    exact("\t150,000\r\n", NUMBER, 150_000.0);
    exact("\u{a0}12\u{202f}", NUMBER, 12.0);
    exact("\u{feff}12", NUMBER, 12.0);
    exact("\u{200f}12\u{200e}", NUMBER, 12.0);
    understood("\u{2248} 12", NUMBER, 12.0, "Read as 12.");
}

/// [I6]
#[test]
fn digits_and_signs_of_other_scripts_are_understood() {
    let wide = "\u{ff11}\u{ff12}\u{ff0e}\u{ff15}";
    understood(wide, NUMBER, 12.5, "Read as 12.5.");
    let arabic = "\u{661}\u{66c}\u{662}\u{663}\u{664}\u{66b}\u{665}";
    understood(arabic, NUMBER, 1_234.5, "Read as 1,234.5.");
    understood("\u{6f1}\u{6f5}", NUMBER, 15.0, "Read as 15.");
    understood("\u{967}\u{966}", NUMBER, 10.0, "Read as 10.");
    understood("\u{2013}5", NUMBER, -5.0, "Read as −5.");
    understood("\u{ff0d}5", NUMBER, -5.0, "Read as −5.");
    understood("(500)", MONEY, -500.0, "Read as −500.");
    understood("(1,500.50)", MONEY, -1_500.5, "Read as −1,500.5.");
}

/// [I6]
#[test]
fn currencies_are_not_used_and_said_so() {
    let one = |text: &str, value: f64, shown: &str| {
        let sentence = format!("Read as {shown} in the currency of this page.");
        understood(text, MONEY, value, &sentence);
    };
    one("$150,000", 150_000.0, "150,000");
    one("€ 150", 150.0, "150");
    one("150 €", 150.0, "150");
    one("£5k", 5_000.0, "5,000");
    one("¥500", 500.0, "500");
    one("CHF 500", 500.0, "500");
    one("usd500", 500.0, "500");
    one("500 EUR", 500.0, "500");
    one("US$ 500", 500.0, "500");
    one("-$500", -500.0, "−500");
    one("$-500", -500.0, "−500");
    one("$(500)", -500.0, "−500");
    one("($500)", -500.0, "−500");
    one("$1.5M", 1_500_000.0, "1,500,000");
    one("1.234,56 €", 1_234.56, "1,234.56");
    one("5 dollars", 5.0, "5");
    one("$5 dollars", 5.0, "5");
    asks(
        "€1.200",
        MONEY,
        [1.2, 1_200.0],
        "“€1.200” can mean 1.2 or 1,200: which one?",
    );
}

#[test]
fn the_fields_own_unit_changes_nothing() {
    exact("4 months", MONTHS, 4.0);
    exact("1 month", MONTHS, 1.0);
    exact("4mo", MONTHS, 4.0);
    exact("4 mo.", MONTHS, 4.0);
    understood("2½ weeks", WEEKS, 2.5, "Read as 2.5 weeks.");
    exact("10 weeks", WEEKS, 10.0);
    exact("2.5 wks", WEEKS, 2.5);
    exact("3 s", SECONDS, 3.0);
    exact("3s", SECONDS, 3.0);
    exact("0.14 seconds", SECONDS, 0.14);
    exact("1,000 users", NUMBER, 1_000.0);
    exact("10x", FACTOR, 10.0);
    exact("10 times", FACTOR, 10.0);
    understood("10\u{d7}", FACTOR, 10.0, "Read as 10x.");
    exact("60,000/month", MONEY.per(Per::Month), 60_000.0);
    exact("60,000 per month", MONEY.per(Per::Month), 60_000.0);
    exact("40 a month", MONEY.per(Per::UnitMonth), 40.0);
    exact("40 /user/month", MONEY.per(Per::UnitMonth), 40.0);
    exact("80 orders a month", NUMBER.per(Per::Month), 80.0);
    exact("2% per month", SMALL.per(Per::Month), 0.02);
    exact("0.5%/s/month", SMALL.per(Per::SecondMonth), 0.005);
    exact("15% a year", SHARE.per(Per::Year), 0.15);
    exact("349 per unit", MONEY.per(Per::Unit), 349.0);
}

/// [U13]
#[test]
fn another_unit_is_converted_or_named() {
    understood(
        "10 weeks",
        MONTHS,
        10.0 * 12.0 / 52.0,
        "Read as about 2.31 months.",
    );
    understood("3 years", MONTHS, 36.0, "Read as 36 months.");
    understood("1 year", WEEKS, 52.0, "Read as 52 weeks.");
    understood("3 months", WEEKS, 13.0, "Read as 13 weeks.");
    understood("140 ms", SECONDS, 0.14, "Read as 0.14 s.");
    understood("2 min", SECONDS, 120.0, "Read as 120 s.");
    understood("90 %", FACTOR, 0.9, "Read as 0.9x.");
    understood("2.5x", MULTIPLE, 2.5, "Read as 250%.");
    understood("7 in 10", SHARE, 0.7, "Read as 70%.");
    understood("30 in 100", SHARE, 0.3, "Read as 30%.");
    incomplete("30 in 1", SHARE, Missing::Word);
    refused("7 in 12", SHARE, ProblemKind::MoreThanANumber);
    problem(
        "10 weeks",
        MONEY,
        ProblemKind::WrongUnit(Given::LongTime),
        "“10 weeks” is a time in weeks, months or years, and this field takes an amount of money: \
         try 150,000 or 150k.",
    );
    problem(
        "$500",
        MONTHS,
        ProblemKind::WrongUnit(Given::Money),
        "“$500” is an amount of money, and this field takes a number of months: try 4 or 4.5 \
         months.",
    );
    refused("25%", MONEY, ProblemKind::WrongUnit(Given::Percent));
    refused("25%", NUMBER, ProblemKind::WrongUnit(Given::Percent));
    refused("30 days", MONTHS, ProblemKind::WrongUnit(Given::Days));
    refused("500 users", MONEY, ProblemKind::WrongUnit(Given::Count));
    refused("4 s", MONTHS, ProblemKind::WrongUnit(Given::ShortTime));
    refused("7 in 10", MONEY, ProblemKind::WrongUnit(Given::Chance));
    refused("7x", MONEY, ProblemKind::WrongUnit(Given::Factor));
    refused("$4 months", MONTHS, ProblemKind::MoreThanANumber);
    problem(
        "720,000 a year",
        MONEY.per(Per::Month),
        ProblemKind::WrongPer,
        "“720,000 a year” does not fit this field, which counts per month: try 150,000 or 150k.",
    );
    problem(
        "60,000/month",
        MONEY,
        ProblemKind::WrongPer,
        "“60,000/month” is counted per something, and this field is not: try 150,000 or 150k.",
    );
    refused("5 per week", NUMBER.per(Per::Month), ProblemKind::WrongPer);
}

/// [U1]
#[test]
fn half_typed_text_is_incomplete() {
    incomplete("", NUMBER, Missing::Everything);
    incomplete("   ", NUMBER, Missing::Everything);
    incomplete("\u{200b}", NUMBER, Missing::Everything);
    incomplete("-", NUMBER, Missing::Number);
    incomplete("+", NUMBER, Missing::Number);
    incomplete("(", MONEY, Missing::Number);
    incomplete("$", MONEY, Missing::Number);
    incomplete("CH", MONEY, Missing::Number);
    incomplete("\u{2014}", NUMBER, Missing::Number);
    incomplete(".", NUMBER, Missing::Number);
    incomplete("-.", NUMBER, Missing::Number);
    incomplete(",", NUMBER, Missing::Number);
    incomplete("1.", NUMBER, Missing::Decimals);
    incomplete("1,", NUMBER, Missing::Decimals);
    incomplete("1,234.", NUMBER, Missing::Decimals);
    incomplete("1e", NUMBER, Missing::Exponent);
    incomplete("1e-", NUMBER, Missing::Exponent);
    incomplete("1,234,5", NUMBER, Missing::Group);
    incomplete("1,23,4", NUMBER, Missing::Group);
    incomplete("1.234.56", NUMBER, Missing::Group);
    incomplete("150 0", NUMBER, Missing::Group);
    incomplete("1'2", NUMBER, Missing::Group);
    incomplete("(500", MONEY, Missing::Bracket);
    for half in ["4 mon", "4 month", "4 mont", "4 y", "4 w"] {
        let whole = ["4 month", "4 y", "4 w"].contains(&half);
        match number(half, MONTHS) {
            Reading::Incomplete(it) => assert!(!whole && it.missing == Missing::Word, "{half}"),
            other => assert!(whole && other.value().is_some(), "{half}: {other:?}"),
        }
    }
    incomplete("5 mill", MONEY, Missing::Word);
    incomplete("5 us", MONEY, Missing::Word);
    incomplete("5 /", MONEY.per(Per::Month), Missing::Word);
    incomplete("5 per mon", MONEY.per(Per::Month), Missing::Word);
}

/// [U1]
#[test]
fn every_half_typed_text_says_what_is_missing() {
    let said = |text: &str, expect| number(text, expect).sentence().unwrap_or_default();
    assert_eq!(
        said("", MONEY),
        "Type a number here, for example 150,000 or 150k."
    );
    assert_eq!(
        said("-", NUMBER),
        "Not finished: a number follows, such as 2,000 or 2k."
    );
    assert_eq!(
        said("1.", NUMBER),
        "Not finished: digits follow, such as 1.5 or 1,500."
    );
    assert_eq!(
        said("1e", NUMBER),
        "Not finished: digits follow the e, such as 1e3."
    );
    assert_eq!(
        said("150 0", NUMBER),
        "Not finished: the last group of thousands has three digits, such as 1,234,500."
    );
    assert_eq!(
        said("(5", NUMBER),
        "Not finished: a bracket closes, such as (500)."
    );
    assert_eq!(
        said("4 mon", MONTHS),
        "Not finished: complete the word, or type 4 or 4.5 months."
    );
}

/// [D2 I6]
#[test]
fn text_that_is_no_number_is_named_with_an_example() {
    let example = "try 2,000 or 2k.";
    let not = |text: &str, kind: ProblemKind, words: &str| {
        problem(text, NUMBER, kind, &format!("“{text}” {words}: {example}"));
    };
    for text in [
        "abc", "N/A", "nan", "NaN", "inf", "-inf", "Infinity", "\u{221e}", "k", "e5", "..", "'5",
    ] {
        not(text, ProblemKind::NotANumber, "is not a number");
    }
    for text in ["#REF!", "#N/A", "#DIV/0!"] {
        not(
            text,
            ProblemKind::SpreadsheetError,
            "is an error from a spreadsheet, not a number",
        );
    }
    for text in [
        "12abc", "0x10", "2,0x0", "1e5e5", "25 %%", "500)", "1.k", "5 $ $", "5!",
    ] {
        not(text, ProblemKind::MoreThanANumber, "is not just one number");
    }
    let several = "holds more than one number, and this field takes one";
    for text in [
        "20-30",
        "20\u{2013}30",
        "20 to 30",
        "20k-30k",
        "20 - 30",
        "1/2",
        "20;30",
        "20, 30",
        "12:30",
        "5 users and 6",
        "2024-01-05",
        "20 \u{b1} 5",
    ] {
        not(text, ProblemKind::SeveralNumbers, several);
    }
    refused("20\t30", NUMBER, ProblemKind::SeveralNumbers);
    not(
        "1e400",
        ProblemKind::TooLarge,
        "is too large to compute with",
    );
    not(
        "5\u{301}",
        ProblemKind::MoreThanANumber,
        "is not just one number",
    );
}

#[test]
fn separators_and_signs_that_do_not_fit_are_named() {
    let grouping = "has its separators of thousands in places that do not fit: try 1,234,567.";
    for text in [
        "1,2,3",
        "1,2,345",
        "1,2345,678",
        "1,234,5678",
        "1234,567,890",
        "0,123,456",
        "1.50.00",
        "1 2345",
        "1,23.5",
        "0 123",
        "12'3456",
    ] {
        let sentence = format!("“{text}” {grouping}");
        problem(text, NUMBER, ProblemKind::Grouping, &sentence);
    }
    let separators = "has separators that do not go together: try 1,234.5.";
    for text in [
        "1..2",
        "1,,5",
        "1.,5",
        "1,234.567,8",
        "1.234 567",
        "1.5\u{bd}",
        "1,234.5.6",
    ] {
        let sentence = format!("“{text}” {separators}");
        problem(text, NUMBER, ProblemKind::Separators, &sentence);
    }
    for text in ["--5", "+-5", "-(5)", "(-5)", "\u{2212}-5", "((5))"] {
        let sentence = format!("“{text}” has more than one sign: try 5 or −5.");
        problem(text, NUMBER, ProblemKind::Signs, &sentence);
    }
    let sentence = "“500-” has its minus sign behind the number: try −500.";
    problem("500-", NUMBER, ProblemKind::MinusBehind, sentence);
}

/// [N8]
#[test]
fn numbers_beyond_what_can_be_kept() {
    refused("1e309", NUMBER, ProblemKind::TooLarge);
    refused("1e999999999999999999999", NUMBER, ProblemKind::TooLarge);
    refused("1e308k", NUMBER, ProblemKind::TooLarge);
    refused("1e308 years", MONTHS, ProblemKind::TooLarge);
    refused("1e-320", NUMBER, ProblemKind::TooSmall);
    refused("1e-400", NUMBER, ProblemKind::TooSmall);
    refused("1e-307%", SHARE, ProblemKind::TooSmall);
    refused(&"9".repeat(400), NUMBER, ProblemKind::TooLong);
    refused(&"9".repeat(65), NUMBER, ProblemKind::TooLong);
    understood(
        "999999999999999999999",
        NUMBER,
        1e21,
        "Read as 1e21, the nearest number that can be kept.",
    );
    understood(
        "0.1000000000000000055",
        NUMBER,
        0.1,
        "Read as 0.1, the nearest number that can be kept.",
    );
    understood("1e308", NUMBER, 1e308, "Read as 1e308.");
}

/// [T4]
#[test]
fn hidden_characters_are_refused_and_shown_escaped() {
    problem(
        "5\u{202e}0",
        NUMBER,
        ProblemKind::Hidden,
        "“5\\u{202e}0” holds a character that cannot be seen: try 2,000 or 2k.",
    );
    refused("5\u{0}", NUMBER, ProblemKind::Hidden);
    refused("1\u{200b}2", NUMBER, ProblemKind::Hidden);
    refused("1\u{ad}2", NUMBER, ProblemKind::Hidden);
    refused("\u{2066}12\u{2069}", NUMBER, ProblemKind::Hidden);
}

/// [T5]
#[test]
fn long_text_is_cut_in_messages() {
    let forty = "a".repeat(40);
    assert_eq!(shown(&forty), forty);
    assert_eq!(shown(&"a".repeat(41)), format!("{forty}…"));
    assert_eq!(shown(&"\u{1f600}".repeat(50)).chars().count(), 41);
    assert_eq!(shown("a\tb"), "a\\u{9}b");
}

pub(super) fn any_expect() -> impl Strategy<Value = Expect> {
    let family = prop::sample::select(vec![
        Family::Number,
        Family::Money,
        Family::Share,
        Family::SmallShare,
        Family::Multiple,
        Family::Months,
        Family::Weeks,
        Family::Seconds,
        Family::Factor,
    ]);
    let per = prop::sample::select(vec![
        Per::Nothing,
        Per::Second,
        Per::Month,
        Per::Year,
        Per::Unit,
        Per::UnitMonth,
        Per::SecondMonth,
    ]);
    (family, per).prop_map(|(family, per)| Expect { family, per })
}

fn check_sound(text: &str, expect: Expect) -> Result<(), TestCaseError> {
    let reading = number(text, expect);
    let values = match &reading {
        Reading::Ask(question) => {
            let [first, second] = question.readings;
            prop_assert!(first != second, "{text:?} has one meaning");
            for (choice, value) in question.choices().iter().zip(question.readings) {
                let chosen = number(choice, expect).value();
                prop_assert_eq!(chosen, Some(value), "{} of {:?}", choice, text);
            }
            question.readings.to_vec()
        }
        other => other.value().into_iter().collect(),
    };
    for value in values {
        prop_assert!(value == 0.0 || value.is_normal(), "{text:?}: {value}");
        prop_assert!(value != 0.0 || value.is_sign_positive(), "{text:?}");
    }
    if let Some(sentence) = reading.sentence() {
        prop_assert!(sentence.ends_with(['.', '?']), "{sentence}");
        prop_assert!(sentence.chars().count() < 220, "{sentence}");
        let unseen = sentence.chars().any(reading::is_invisible);
        prop_assert!(!unseen, "{sentence:?}");
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4096, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_gives_an_answer(
        chars in prop::collection::vec(any::<char>(), 0..60),
        expect in any_expect(),
    ) {
        check_sound(&chars.into_iter().collect::<String>(), expect)?;
    }

    #[test]
    fn any_text_of_likely_characters_gives_an_answer(
        chars in prop::collection::vec(prop::sample::select(
            "0123456789.,'eEkMmxs% \u{a0}\u{2212}-+()$€/½#abinortu\u{661}\u{66b}\u{ff11}\t"
                .chars().collect::<Vec<_>>()), 0..14),
        expect in any_expect(),
    ) {
        check_sound(&chars.into_iter().collect::<String>(), expect)?;
    }

    #[test]
    fn any_field_reads_back_bit_equal(
        value in prop::num::f64::NORMAL | prop::num::f64::ZERO,
        expect in any_expect(),
    ) {
        let value = if value == 0.0 { 0.0 } else { value };
        let text = write::field(value, expect);
        // The shift to percent may leave the normal numbers, at the smallest only.
        if value == 0.0 || value.abs() > 1e-300 {
            let read = number(&text, expect).value();
            prop_assert_eq!(read.map(f64::to_bits), Some(value.to_bits()), "{}", text);
        }
    }

    #[test]
    fn usual_fields_read_back_without_an_echo(
        digits in -999_999_999_i64..=999_999_999,
        places in 0_i32..=7,
        expect in any_expect(),
    ) {
        let shown = format!("{digits}e-{places}");
        let value: f64 = shown.parse().unwrap_or(0.0);
        let value = if value == 0.0 { 0.0 } else { value };
        let text = write::field(value, expect);
        if !text.contains('e') {
            prop_assert_eq!(number(&text, expect), Reading::Exact(value), "{}", text);
        }
    }

    #[test]
    fn plain_digits_mean_what_rust_reads(value in prop::num::f64::NORMAL) {
        let read = number(&format!("{value:e}"), NUMBER).value();
        prop_assert_eq!(read.map(f64::to_bits), Some(value.to_bits()));
    }
}
