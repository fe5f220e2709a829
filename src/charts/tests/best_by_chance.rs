use super::*;
use crate::charts::tests::marks::check_inside;
use crate::charts::tests::scenarios::{outcome, saas};
use proptest::prelude::*;

fn classes(bar: &BestByChance) -> Vec<&'static str> {
    let classes = bar.marks.iter().filter_map(|mark| match mark {
        Mark::Line { class, .. } => Some(*class),
        _ => None,
    });
    classes.collect()
}

#[test]
fn the_example_builds_nothing_first_and_the_scalable_version_last() {
    let bar = BestByChance::of(&saas(&[]));
    let classes = classes(&bar);
    assert_eq!(classes[0], "axis");
    assert_eq!(classes.iter().filter(|class| **class == "ref").count(), 2);
    assert_eq!(
        classes
            .iter()
            .filter(|class| class.contains("k-stretch"))
            .copied()
            .collect::<Vec<_>>(),
        ["k-mvp k-stretch", "k-msp k-stretch"]
    );
    assert!(
        bar.sentence
            .starts_with("Best by chance of success: building nothing below ")
    );
    assert!(
        bar.sentence
            .ends_with("the scalable version above; you said 50 in 100."),
        "{}",
        bar.sentence
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn any_bar_is_drawn_inside(outcome in outcome()) {
        let bar = BestByChance::of(&outcome);
        check_inside(&bar.marks, BestByChance::WIDTH, BestByChance::HEIGHT);
        prop_assert!(!bar.sentence.is_empty());
    }
}
