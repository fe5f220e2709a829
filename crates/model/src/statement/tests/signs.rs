//! The cards and the reactions where a price is a saving, or only part of the work stops.

use super::super::{cards, not_counted, plain, reaction_words};
use super::USD;
use super::over_futures::{changed, drawn};
use crate::field::{Key, Kind};

/// Parts dearer than the price: who sells less loses less, and that is no cost below zero.
#[test]
fn a_price_below_zero_is_a_saving() {
    let at_a_loss = drawn(&changed(
        "hardware",
        &[(Key::Success, 0.6), (Key::PartsCost, 500.0)],
    ));
    let [_, _, late_or_early, _] = cards(&at_a_loss, USD).unwrap();
    let figure = late_or_early.figure.plain();
    assert!(
        !figure.contains('−') && !late_or_early.range.plain().contains('−'),
        "{figure}"
    );
    let words = reaction_words(&at_a_loss, USD).unwrap();
    assert!(words.rows[0].cells[0].plain().starts_with('−'));
    let caption = plain(&words.caption);
    assert!(
        caption.contains("A price below zero is a saving."),
        "{caption}"
    );
    let usual = reaction_words(&drawn(&changed("msp", &[])), USD).unwrap();
    let caption = plain(&usual.caption);
    assert!(
        !caption.contains("saving") && caption.contains("Fewer than none are more"),
        "{caption}"
    );
}

#[test]
fn where_acting_late_costs_less_it_is_said() {
    let dear = drawn(&changed("over", &[]));
    let [_, _, late_or_early, _] = cards(&dear, USD).unwrap();
    let (range, text) = (late_or_early.range.plain(), plain(&late_or_early.text));
    assert!(range.contains(" less"), "{range}");
    assert!(text.starts_with("Here acting late costs less"), "{text}");
}

/// Where half the team goes on, months of lost work are not months without any.
#[test]
fn a_rebuild_that_stops_half_the_work_is_told_apart() {
    let of = |name| {
        let outcome = drawn(&changed(name, &[]));
        let [_, _, late_or_early, _] = cards(&outcome, USD).unwrap();
        let words = reaction_words(&outcome, USD).unwrap();
        (plain(&late_or_early.text), words.columns[3].plain())
    };
    let (text, column) = of("half_stops");
    assert!(
        text.contains("loses as much as 2 months of work on new features"),
        "{text}"
    );
    assert_eq!(column, "Work on features lost");
    let (text, column) = of("msp");
    assert!(text.contains("builds nothing new for 3½ months"), "{text}");
    assert_eq!(column, "Without new features");
}

/// The same list stands beside the page, which says "you", and in the document, which says "we".
#[test]
fn what_is_not_counted_speaks_to_nobody() {
    for kind in Kind::ALL {
        let list = not_counted(kind);
        assert_eq!(list.len(), 7);
        for item in list {
            let sentence = format!(" {} ", item.sentence().replace(['.', ','], " "));
            for word in [" you ", " your ", " we ", " our "] {
                assert!(!sentence.contains(word), "{sentence}");
            }
        }
    }
}
