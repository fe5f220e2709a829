//! The extra parts of hardware, word for word.

use super::super::{plain, unit_price};
use super::USD;
use super::named::{outcome, scenario};
use crate::field::Key;
use crate::outcome::Outcome;

fn words(changes: &[(Key, f64)]) -> [String; 4] {
    let scenario = scenario("hardware").changed(changes.iter().copied());
    let words = unit_price(&Outcome::of(&scenario.unwrap()), USD).unwrap();
    [
        words.heading.plain(),
        words.trade.plain(),
        plain(&words.caption),
        words.cost.plain(),
    ]
}

#[test]
fn the_connected_device() {
    let [heading, trade, caption, cost] = words(&[]);
    assert_eq!(heading, "When $3 a unit stop paying");
    assert_eq!(
        trade,
        "Spending $62,500 now and $3.09 in every good unit ($3 of parts, 97% of the units good) avoids \
         a redesign of $625,000 with a chance of 60 in 100; above 54,000 units a redesign later is \
         cheaper."
    );
    assert_eq!(
        caption,
        "With your numbers the scalable version ships 16,000 units in the 36 months \
         shown, if people want the product; their extra parts come to $49,000. The redesign counts for $375,000: once orders exceed what can be made by hand, the chance that it is \
         needed and avoided, because a quick fix is not enough and the right thing was made scalable, \
         is 60 in 100. The $62,500 spent before the launch count for $208,000: they are spent \
         whether people want the product or not, and the chance that they do is 30 in 100."
    );
    assert_eq!(
        cost,
        "Over the 36 months shown a unit costs on average $73.40 with the scalable version and $107 \
         with an MVP that is never redesigned, units that fail and a recall included."
    );
}

#[test]
fn a_volume_already_above_it() {
    let [_, trade, ..] = words(&[(Key::ExtraParts, 30.0)]);
    assert!(
        trade.ends_with("a redesign later is cheaper, and your volume is already above it."),
        "{trade}"
    );
}

#[test]
fn no_extra_parts_and_no_use() {
    let [heading, trade, ..] = words(&[(Key::ExtraParts, 0.0)]);
    assert_eq!(heading, "What room for more units costs");
    assert_eq!(
        trade,
        "Spending $62,500 now and nothing per unit avoids a redesign of $625,000 with a chance of 60 in \
         100: that pays at any volume."
    );
    let [heading, trade, ..] = words(&[(Key::ExtraParts, 1.0), (Key::Success, 0.1)]);
    assert_eq!(heading, "When $1 a unit stops paying");
    assert_eq!(
        trade,
        "Spending $62,500 now and $1.03 in every good unit ($1 of parts, 97% of the units good) to \
         avoid a redesign of $625,000 with a chance of 60 in 100 pays at no volume: a redesign later \
         is cheaper."
    );
    let [_, trade, caption, _] = words(&[(Key::ExtraParts, 0.0), (Key::Success, 0.0)]);
    assert!(trade.contains("pays at no volume"), "{trade}");
    assert!(caption.contains("never comes back"), "{caption}");
}

/// Nothing is said of what is not there: no spoilt units, no doubts, nothing to spend beforehand.
#[test]
fn only_what_there_is_is_said() {
    let [_, trade, ..] = words(&[
        (Key::Yield1, 1.0),
        (Key::QuickFix, 0.0),
        (Key::WrongBet, 0.0),
        (Key::Premium, 0.0),
    ]);
    assert!(
        trade.starts_with("Spending $3 in every good unit avoids a redesign of $625,000; above "),
        "{trade}"
    );
}

#[test]
fn a_service_has_no_such_words() {
    assert_eq!(unit_price(&outcome("msp"), USD), None);
}
