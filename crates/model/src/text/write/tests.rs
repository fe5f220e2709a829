use proptest::prelude::*;

use super::*;
use crate::text::expect::Family;
use crate::text::read;

const USD: Currency = Currency::Dollar;

#[track_caller]
fn sentence(value: f64, expected: &str) {
    let text = money(value, USD, Precision::Sentence, Sign::Minus);
    assert_eq!(text, expected, "{value}");
}

#[track_caller]
fn table(value: f64, expected: &str) {
    let text = money(value, USD, Precision::Table, Sign::Both);
    assert_eq!(text, expected, "{value}");
}

#[track_caller]
fn in_full(value: f64, expected: &str) {
    let text = money(value, USD, Precision::Exact, Sign::Minus);
    assert_eq!(text, expected, "{value}");
}

#[test]
fn money_in_sentences_has_two_figures() {
    sentence(390_123.0, "$390,000");
    sentence(2_612_345.0, "$2.6M");
    sentence(49_321.0, "$49,000");
    sentence(37_500.0, "$38,000");
    sentence(1_100_000.0, "$1.1M");
    sentence(-1_100_000.0, "−$1.1M");
    sentence(999_999.0, "$1M");
    sentence(994_999.0, "$990,000");
    sentence(995_000.0, "$1M");
    sentence(14_123_456.0, "$14M");
    sentence(123_456_789.0, "$120M");
    sentence(999_999_999.0, "$1B");
    sentence(2_550_000_000.0, "$2.6B");
    sentence(1_234.0, "$1,200");
    sentence(847.0, "$850");
    sentence(47.3, "$47");
    sentence(3.12, "$3.10");
    sentence(3.0, "$3");
    sentence(0.5, "$0.50");
    sentence(0.043, "$0.04");
    sentence(0.0, "$0");
}

/// [N1]
#[test]
fn rounded_zero_has_no_sign() {
    sentence(-0.0, "$0");
    sentence(-0.004, "$0");
    table(-0.001, "$0");
    table(0.0, "$0");
    in_full(-0.004, "$0");
    assert_eq!(count(-0.4, Precision::Sentence), "0");
    assert_eq!(percent(-0.000_01, Precision::Sentence, Sign::Both), "0%");
    assert_eq!(money_tick(-1e-9, 1e6, USD), "0");
    assert_eq!(duration(-0.0, TimeUnit::Weeks), "0 weeks");
}

#[test]
fn money_in_tables_has_three_figures_and_a_sign() {
    table(155_321.0, "+$155,000");
    table(312_499.0, "+$312,000");
    table(-648_500.0, "−$649,000");
    table(2_614_999.0, "+$2.61M");
    table(2_600_000.0, "+$2.6M");
    table(14_123_456.0, "+$14.1M");
    table(999_499.0, "+$999,000");
    table(999_500.0, "+$1M");
    table(47.32, "+$47.30");
    table(1_234.5, "+$1,230");
}

#[test]
fn money_in_full_has_cents_only_if_needed() {
    in_full(37_500.0, "$37,500");
    in_full(37_500.5, "$37,500.50");
    in_full(1_234_567.891, "$1,234,567.89");
    in_full(0.125, "$0.13");
    in_full(1.005, "$1.01");
    in_full(-0.5, "−$0.50");
    in_full(1e15, "$1,000,000,000,000,000");
}

#[test]
fn currencies_stand_before_the_amount() {
    let text = |currency| money(-1_234.0, currency, Precision::Exact, Sign::Minus);
    assert_eq!(text(Currency::Euro), "−€1,234");
    assert_eq!(text(Currency::Pound), "−£1,234");
    assert_eq!(text(Currency::Yen), "−¥1,234");
    assert_eq!(text(Currency::Rupee), "−₹1,234");
    assert_eq!(text(Currency::Franc), "−CHF 1,234");
    assert_eq!(text(Currency::Unnamed), "−1,234");
    for currency in Currency::ALL {
        assert_eq!(Currency::from_code(currency.code()), Some(currency));
    }
    assert_eq!(Currency::from_code("XXX"), None);
}

/// [N2]
#[test]
fn what_is_not_finite_is_a_dash() {
    for value in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
        for text in [
            money(value, USD, Precision::Sentence, Sign::Both),
            count(value, Precision::Table),
            counted(value, Precision::Table, Noun::USERS).replace(" users", ""),
            percent(value, Precision::Sentence, Sign::Minus),
            plain(value, Precision::Exact),
            field(value, Expect::new(Family::Share)),
            money_tick(value, 1.0, USD),
            tick(1.0, value),
            duration(value, TimeUnit::Months),
            compound(value, TimeUnit::Months),
            month(value),
            seconds(value),
            seconds_in_words(value),
            chance(value),
            in_hundred(value),
        ] {
            assert_eq!(text, DASH);
        }
        assert_eq!(rounded_parts(&[value], value, 1.0), None);
        assert_eq!(money_column(&[value], 1.0, USD, Sign::Minus), None);
    }
}

#[test]
fn counts_are_whole() {
    assert_eq!(count(6_460.4, Precision::Sentence), "6,500");
    assert_eq!(count(6_464.4, Precision::Table), "6,460");
    assert_eq!(count(6_460.4, Precision::Exact), "6,460");
    assert_eq!(count(3.4, Precision::Sentence), "3");
    assert_eq!(count(0.5, Precision::Exact), "1");
    assert_eq!(count(1_234_567.0, Precision::Sentence), "1.2M");
    assert_eq!(count(1_234_567.0, Precision::Exact), "1,234,567");
    assert_eq!(count(-12.0, Precision::Exact), "−12");
}

#[test]
fn counted_things_have_their_number() {
    let customers = |value| counted(value, Precision::Sentence, Noun::CUSTOMERS);
    assert_eq!(customers(0.0), "no customers");
    assert_eq!(customers(0.2), "no customers");
    assert_eq!(customers(1.0), "1 customer");
    assert_eq!(customers(2.0), "2 customers");
    assert_eq!(customers(1_234.0), "1,200 customers");
    assert_eq!(customers(-1.0), "−1 customers");
}

#[test]
fn percentages_have_no_space() {
    let text = |share| percent(share, Precision::Sentence, Sign::Minus);
    assert_eq!(text(0.37), "37%");
    assert_eq!(text(0.0568), "5.7%");
    assert_eq!(text(0.29), "29%");
    assert_eq!(text(2.5), "250%");
    assert_eq!(text(0.005), "0.5%");
    assert_eq!(text(0.000_049), "0%");
    assert_eq!(text(0.0), "0%");
    assert_eq!(text(1.0), "100%");
    assert_eq!(text(-0.125), "−13%");
    assert_eq!(percent(0.3817, Precision::Table, Sign::Minus), "38.2%");
    assert_eq!(percent(0.25, Precision::Sentence, Sign::Both), "+25%");
    assert_eq!(
        percent(0.123_456, Precision::Exact, Sign::Minus),
        "12.3456%"
    );
}

#[test]
fn chances_are_tenths_in_words() {
    assert_eq!(chance(0.7), "about 7 in 10");
    assert_eq!(chance(0.641), "about 6 in 10");
    assert_eq!(chance(0.65), "about 7 in 10");
    assert_eq!(chance(0.1), "about 1 in 10");
    assert_eq!(chance(0.0951), "about 1 in 10");
    assert_eq!(chance(0.094), "9 in 100");
    assert_eq!(chance(0.07), "7 in 100");
    assert_eq!(chance(0.006), "1 in 100");
    assert_eq!(chance(0.449), "about 4 in 10");
    assert_eq!(chance(0.45), "about half");
    assert_eq!(chance(0.5), "about half");
    assert_eq!(chance(0.55), "about half");
    assert_eq!(chance(0.551), "about 6 in 10");
    assert_eq!(chance(0.9), "about 9 in 10");
    assert_eq!(chance(0.949), "about 9 in 10");
    assert_eq!(chance(0.96), "96 in 100");
    assert_eq!(chance(0.994), "99 in 100");
}

#[test]
fn extreme_chances_keep_an_honest_limit() {
    assert_eq!(chance(0.0049), "under 1 in 100");
    assert_eq!(chance(0.0), "under 1 in 100");
    assert_eq!(chance(0.995), "over 99 in 100");
    assert_eq!(chance(1.0), "over 99 in 100");
    assert_eq!(chance(1.000_000_000_2), "over 99 in 100");
    assert_eq!(chance(-0.1), DASH);
    assert_eq!(chance(1.1), DASH);
}

#[test]
fn chances_in_a_hundred() {
    assert_eq!(in_hundred(0.3), "30 in 100");
    assert_eq!(in_hundred(0.07), "7 in 100");
    assert_eq!(in_hundred(0.125), "13 in 100");
    assert_eq!(in_hundred(0.0), "0 in 100");
    assert_eq!(in_hundred(1.0), "100 in 100");
    assert_eq!(in_hundred(0.004), "under 1 in 100");
    assert_eq!(in_hundred(0.999), "over 99 in 100");
    assert_eq!(in_hundred(1.5), DASH);
}

#[test]
fn times_are_in_halves_below_ten() {
    assert_eq!(duration(4.0, TimeUnit::Months), "4 months");
    assert_eq!(duration(1.0, TimeUnit::Months), "1 month");
    assert_eq!(duration(1.0, TimeUnit::Weeks), "1 week");
    assert_eq!(duration(2.0, TimeUnit::Weeks), "2 weeks");
    assert_eq!(duration(2.5, TimeUnit::Weeks), "2½ weeks");
    assert_eq!(duration(1.5, TimeUnit::Months), "1½ months");
    assert_eq!(duration(6.4, TimeUnit::Months), "6½ months");
    assert_eq!(duration(6.2, TimeUnit::Months), "6 months");
    assert_eq!(duration(0.5, TimeUnit::Months), "half a month");
    assert_eq!(duration(0.25, TimeUnit::Months), "half a month");
    assert_eq!(duration(0.2, TimeUnit::Months), "less than half a month");
    assert_eq!(duration(0.0, TimeUnit::Months), "0 months");
    assert_eq!(duration(9.75, TimeUnit::Months), "10 months");
    assert_eq!(duration(10.5, TimeUnit::Months), "11 months");
    assert_eq!(duration(36.0, TimeUnit::Months), "36 months");
    assert_eq!(duration(-2.5, TimeUnit::Months), "−2½ months");
    assert_eq!(duration(-0.5, TimeUnit::Months), "−½ months");
}

#[test]
fn times_before_a_noun_are_spelled() {
    assert_eq!(compound(4.0, TimeUnit::Months), "four-month");
    assert_eq!(compound(1.0, TimeUnit::Weeks), "one-week");
    assert_eq!(compound(2.5, TimeUnit::Weeks), "2½-week");
    assert_eq!(compound(0.5, TimeUnit::Months), "half-month");
    assert_eq!(compound(12.0, TimeUnit::Months), "12-month");
    assert_eq!(month(11.0), "month 11");
    assert_eq!(month(10.6), "month 11");
    assert_eq!(month(-1.0), "month −1");
}

#[test]
fn seconds_have_two_figures() {
    assert_eq!(seconds(4.0), "4 s");
    assert_eq!(seconds(0.1386), "0.14 s");
    assert_eq!(seconds(4.23), "4.2 s");
    assert_eq!(seconds(15.2), "15 s");
    assert_eq!(seconds(123.4), "120 s");
    assert_eq!(seconds_in_words(4.0), "4 seconds");
    assert_eq!(seconds_in_words(1.0), "1 second");
    assert_eq!(seconds_in_words(1.5), "1.5 seconds");
}

#[test]
fn ticks_of_an_axis_share_one_size() {
    let dollars = |value| money_tick(value, 2e6, USD);
    assert_eq!(dollars(-1e6), "−$1M");
    assert_eq!(dollars(0.0), "0");
    assert_eq!(dollars(500_000.0), "$0.5M");
    assert_eq!(dollars(2e6), "$2M");
    assert_eq!(money_tick(500_000.0, 900_000.0, USD), "$500,000");
    assert_eq!(money_tick(250e6, 2e9, Currency::Euro), "€0.25B");
    assert_eq!(money_tick(0.25, 1.0, USD), "$0.25");
    assert_eq!(tick(5_000.0, 10_000.0), "5,000");
    assert_eq!(tick(0.1 + 0.2, 1.0), "0.3");
    assert_eq!(tick(1e6, 1e6), "1M");
}

/// [N7]
#[test]
fn fields_show_shortest_digits() {
    let of = |value, family| field(value, Expect::new(family));
    assert_eq!(of(150_000.0, Family::Money), "150,000");
    assert_eq!(of(1_234.5, Family::Money), "1,234.5");
    assert_eq!(of(-1_500.0, Family::Number), "−1,500");
    assert_eq!(of(-0.0, Family::Number), "0");
    assert_eq!(of(0.29, Family::Share), "29");
    assert_eq!(of(0.289, Family::Share), "28.9");
    assert_eq!(of(0.07, Family::Share), "7");
    assert_eq!(of(0.985, Family::Share), "98.5");
    assert_eq!(of(2.5, Family::Multiple), "250");
    assert_eq!(of(3.175, Family::Multiple), "317.5");
    assert_eq!(of(0.005, Family::SmallShare), "0.5");
    assert_eq!(of(4.5, Family::Months), "4.5");
    assert_eq!(of(1e21, Family::Number), "1e21");
    assert_eq!(of(1e-7, Family::Number), "1e-7");
    // Two that would be asked about if they were shown as they are.
    assert_eq!(of(1.234, Family::Number), "1.2340");
    assert_eq!(of(0.12345, Family::Share), "12.3450");
    assert_eq!(of(0.0025, Family::Share), "0.25%");
    assert_eq!(of(0.025, Family::Multiple), "2.5%");
}

#[test]
fn articles_follow_the_sound() {
    for spoken in [
        "8",
        "8%",
        "80",
        "800",
        "8,000",
        "11",
        "18",
        "11,000",
        "18M",
        "$80,000",
        "$8",
        "€11",
        "CHF 80",
        "11.5",
        "8½",
        "eight-month rebuild",
        "MVP",
        "MSP",
        "over-built version",
        "800M",
    ] {
        assert_eq!(article(spoken), "an", "{spoken}");
    }
    for spoken in [
        "4",
        "1",
        "1,100",
        "100",
        "110",
        "180",
        "1.1M",
        "$1.8M",
        "21",
        "2½-week delay",
        "four-month rebuild",
        "one-month delay",
        "user",
        "unit",
        "scalable version",
        "CTO",
        "",
        "½",
        "−8",
        "CHF 100",
        "useful fix",
        "€100",
        "118",
        "1800",
    ] {
        assert_eq!(article(spoken), "a", "{spoken}");
    }
}

/// [N6]
#[test]
fn rounded_parts_add_up() {
    let parts = [33.4, 33.3, 33.3];
    assert_eq!(
        rounded_parts(&parts, 100.0, 1.0),
        Some((vec![34.0, 33.0, 33.0], 100.0))
    );
    assert_eq!(
        rounded_parts(&[0.5, 0.5], 1.0, 1.0),
        Some((vec![1.0, 0.0], 1.0))
    );
    assert_eq!(
        rounded_parts(&[1_499.0, -499.0], 1_000.0, 1_000.0),
        Some((vec![1_000.0, 0.0], 1_000.0))
    );
    assert_eq!(
        rounded_parts(&[-1_200.0, -1_300.0], -2_500.0, 1_000.0),
        Some((vec![-1_000.0, -2_000.0], -3_000.0))
    );
    assert_eq!(rounded_parts(&[], 0.0, 1.0), Some((vec![], 0.0)));
    assert_eq!(rounded_parts(&[1.0], 2.0, 1.0), None);
    assert_eq!(rounded_parts(&[1.0], 1.0, 0.0), None);
    assert_eq!(rounded_parts(&[1.0], 1.0, -1.0), None);
    assert_eq!(rounded_parts(&[1.0], 1.0, f64::NAN), None);
    assert_eq!(rounded_parts(&[1e300], 1e300, 1.0), None);
}

/// [N6]
#[test]
fn a_column_of_money_adds_up_as_shown() {
    let column = money_column(
        &[1_234_321.0, -1_050_000.4, -29_000.0],
        155_320.6,
        USD,
        Sign::Both,
    );
    assert_eq!(
        column,
        Some(Column {
            parts: ["+$1,234,000", "−$1.05M", "−$29,000"]
                .map(String::from)
                .to_vec(),
            total: "+$155,000".to_owned(),
        })
    );
    let column = money_column(&[0.4, 0.4, 0.2], 1.0, USD, Sign::Minus);
    assert_eq!(
        column,
        Some(Column {
            parts: ["$0.40", "$0.40", "$0.20"].map(String::from).to_vec(),
            total: "$1".to_owned(),
        })
    );
    let column = money_column(&[1_000.0, -1_000.0], 0.0, USD, Sign::Both);
    assert_eq!(
        column,
        Some(Column {
            parts: ["+$1,000", "−$1,000"].map(String::from).to_vec(),
            total: "$0".to_owned(),
        })
    );
    assert_eq!(money_column(&[1.0], 3.0, USD, Sign::Both), None);
    let empty = money_column(&[], 0.0, USD, Sign::Both);
    assert_eq!(empty.map(|column| column.total), Some("$0".to_owned()));
}

/// Reads a shown amount back with the page's own reader.
fn read_back(text: &str) -> f64 {
    let reading = read::number(text, Expect::new(Family::Money));
    reading.value().unwrap_or(f64::NAN)
}

fn amounts() -> impl Strategy<Value = f64> {
    (-1.0..1.0_f64, -2..13_i32).prop_map(|(mantissa, power)| mantissa * 10_f64.powi(power))
}

fn precision() -> impl Strategy<Value = Precision> {
    prop::sample::select(vec![
        Precision::Sentence,
        Precision::Table,
        Precision::Exact,
    ])
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2048, failure_persistence: None, ..ProptestConfig::default() })]

    /// [N5]
    #[test]
    fn rounding_is_off_by_half_a_unit_at_most(value in amounts(), precision in precision()) {
        let shown = read_back(&money(value, USD, precision, Sign::Both));
        let figures = match precision {
            Precision::Sentence => 0.05,
            Precision::Table => 0.005,
            Precision::Exact => 0.0,
        };
        // The last term is the noise of the comparison itself.
        let bound = (value.abs() * figures).max(0.005) + value.abs() * 1e-14 + 1e-12;
        prop_assert!((shown - value).abs() <= bound, "{value} is shown as {shown}");
    }

    #[test]
    fn rounding_is_monotone(one in amounts(), other in amounts(), precision in precision()) {
        let (low, high) = if one <= other { (one, other) } else { (other, one) };
        let show = |value| read_back(&money(value, USD, precision, Sign::Minus));
        prop_assert!(show(low) <= show(high));
    }

    #[test]
    fn money_is_symmetric_round_zero(value in amounts(), precision in precision()) {
        let plus = money(value.abs(), USD, precision, Sign::Minus);
        let minus = money(-value.abs(), USD, precision, Sign::Minus);
        let expected = if plus == "$0" { plus } else { format!("−{plus}") };
        prop_assert_eq!(minus, expected);
    }

    /// [N2]
    #[test]
    fn any_number_can_be_written(value in any::<f64>(), other in any::<f64>()) {
        let texts = [
            money(value, USD, Precision::Sentence, Sign::Both),
            money(value, USD, Precision::Exact, Sign::Both),
            count(value, Precision::Table),
            percent(value, Precision::Table, Sign::Both),
            plain(value, Precision::Sentence),
            duration(value, TimeUnit::Months),
            compound(value, TimeUnit::Weeks),
            month(value),
            seconds(value),
            chance(value),
            in_hundred(value),
            money_tick(value, other, USD),
            tick(value, other),
        ];
        for text in texts {
            let lower = text.to_lowercase();
            prop_assert!(!lower.contains("nan") && !lower.contains("inf"), "{text}");
            prop_assert!(!text.is_empty());
            prop_assert!(!text.contains('-') || text.contains('e') || text.contains("-week"), "{text}");
            let _ = article(&text);
        }
    }

    /// [N6]
    #[test]
    fn shown_parts_add_to_the_shown_total(
        parts in prop::collection::vec(amounts(), 1..12),
    ) {
        let total: f64 = parts.iter().sum();
        if let Some(column) = money_column(&parts, total, USD, Sign::Both) {
            let sum: f64 = column.parts.iter().map(|part| read_back(part)).sum();
            let size: f64 = parts.iter().map(|part| part.abs()).sum();
            prop_assert!((sum - read_back(&column.total)).abs() <= 1e-9 * (1.0 + size));
            if total != 0.0 {
                let alone = money(total, USD, Precision::Table, Sign::Both);
                prop_assert_eq!(column.total, alone);
            }
        }
    }

    /// [N6]
    #[test]
    fn no_part_is_off_by_a_step(
        parts in prop::collection::vec(-1e6..1e6_f64, 1..12),
        step in prop::sample::select(vec![0.01, 1.0, 250.0, 1e4]),
    ) {
        let total: f64 = parts.iter().sum();
        let rounded = rounded_parts(&parts, total, step);
        prop_assert!(rounded.is_some());
        let (shown, shown_total) = rounded.unwrap_or_default();
        prop_assert!((shown.iter().sum::<f64>() - shown_total).abs() <= 1e-6);
        for (part, shown) in parts.iter().zip(&shown) {
            prop_assert!((part - shown).abs() < step * (1.0 + 1e-6));
        }
        prop_assert!((total - shown_total).abs() <= step * (0.5 + 1e-6));
    }

    #[test]
    fn articles_never_panic(chars in prop::collection::vec(any::<char>(), 0..20)) {
        let text: String = chars.into_iter().collect();
        prop_assert!(["a", "an"].contains(&article(&text)));
    }
}
