use super::*;
use proptest::prelude::*;

/// Widths in thousandths of the type size as the typeface's own shaper gives them, kerning included.
const SHAPED: [(&str, f64, f64); 16] = [
    ("−$1M", 2218.0, 2314.0),
    ("Scalable (MSP) ", 6380.0, 6648.0),
    ("MVP + early warning ", 8564.0, 8992.0),
    ("MVP, rebuilt late ", 6879.0, 7239.0),
    ("$1.4M", 2467.0, 2602.0),
    ("10,000", 2734.0, 2888.0),
    ("0123456789", 4970.0, 5200.0),
    ("month 12", 3994.0, 4145.0),
    ("Wall, month 11", 6227.0, 6507.0),
    (
        "(likely 7 to 20): the simple version is full",
        16253.0,
        17115.0,
    ),
    ("noticeable", 4381.0, 4555.0),
    ("room after the rebuild: 10,000", 12324.0, 12957.0),
    ("9 futures in 10: up to $7.4M ↑", 11954.0, 12489.0),
    ("Users and room", 6574.0, 6804.0),
    ("Money so far", 5268.0, 5495.0),
    ("AVATAR To Yes, We", 7619.0, 7899.0),
];

#[test]
fn widths_are_those_of_the_typeface_and_never_too_small() {
    for (text, regular, strong) in SHAPED {
        for size in [SMALL, LABEL, TITLE] {
            for (weight, shaped) in [(Weight::Regular, regular), (Weight::Strong, strong)] {
                let shaped = shaped * size / 1000.0;
                let estimate = width(text, size, weight);
                // A thousandth of a pixel for the last digit of the sum.
                assert!(
                    estimate >= shaped - 1e-3,
                    "{text} at {size}: {estimate} < {shaped}"
                );
                assert!(
                    estimate <= shaped * 1.05,
                    "{text} at {size}: {estimate} > {shaped}"
                );
            }
        }
    }
}

#[test]
fn the_longest_wording_that_fits_is_chosen() {
    let wordings = ["noticeable", "slower", "–"];
    let choose = |room| longest_that_fits(&wordings, SMALL, Weight::Regular, room);
    assert_eq!(choose(80.0), Some("noticeable"));
    assert_eq!(choose(45.0), Some("slower"));
    assert_eq!(choose(3.0), None);
    assert_eq!(choose(f64::NAN), None);
}

#[test]
fn notes_break_at_spaces() {
    let note = "noticeable from 1 s, slow from 4; black bar: rebuild";
    assert_eq!(wrap(note, SMALL, Weight::Regular, 358.0), [note]);
    assert_eq!(
        wrap(note, SMALL, Weight::Regular, 180.0),
        ["noticeable from 1 s, slow from 4;", "black bar: rebuild"]
    );
    assert_eq!(
        wrap("a figure", SMALL, Weight::Regular, 1.0),
        ["a", "figure"]
    );
    assert!(wrap("  ", SMALL, Weight::Regular, 100.0).is_empty());
}

proptest! {
    #[test]
    fn wrapping_loses_no_word_and_no_line_is_too_wide(text in "[a-z ,]{0,80}", room in 1.0..400.0) {
        let lines = wrap(&text, SMALL, Weight::Regular, room);
        let words = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
        prop_assert_eq!(words(&lines.join(" ")), words(&text));
        for line in lines {
            prop_assert!(fits(&line, SMALL, Weight::Regular, room) || !line.contains(' '));
        }
    }

    #[test]
    fn any_text_has_a_width(text in any::<String>()) {
        let width = width(&text, LABEL, Weight::Strong);
        prop_assert!(width.is_finite() && width >= 0.0);
    }
}
