use super::*;
use crate::charts::tests::marks::{check_apart, check_inside};
use crate::charts::tests::scenarios::{currency, hardware, outcome, saas};
use headroom_model::field::Key;
use headroom_model::strategy::Choice;
use proptest::prelude::*;

/// The amount that a text shows.
fn shown_amount(text: &str) -> f64 {
    let factor = if text.ends_with('B') {
        1e9
    } else if text.ends_with('M') {
        1e6
    } else {
        1.0
    };
    let digits: String = text
        .chars()
        .filter(|c| c.is_ascii_digit() || *c == '.')
        .collect();
    let sign = if text.starts_with('−') { -1.0 } else { 1.0 };
    sign * factor * digits.parse::<f64>().unwrap()
}

#[test]
fn the_parts_shown_add_up_to_the_lead_shown() {
    let outcome = saas(&[]);
    let bridge = shown(&outcome, false);
    let rows = rows(&outcome, Currency::Dollar, bridge);
    let (lead, parts) = rows.split_last().unwrap();
    let sum: f64 = parts.iter().map(|row| shown_amount(&row.text)).sum();
    assert_eq!(sum, shown_amount(&lead.text), "{rows:?}");
    assert_eq!(lead.amount, bridge.sum());
    assert!(lead.text.starts_with('+'));
    assert!(parts.len() >= 5, "{rows:?}");
}

#[test]
fn each_bar_has_the_hue_of_the_option_it_helps() {
    let outcome = saas(&[]);
    let bridge = shown(&outcome, false);
    assert_eq!(bar_class(bridge, 1.0), "f-msp");
    assert_eq!(bar_class(bridge, -1.0), "f-mvp");
    let nothing = saas(&[(Key::Success, 0.02)]);
    let bridge = shown(&nothing, false);
    assert_eq!(bridge.better, Choice::Nothing);
    assert_eq!(bar_class(bridge, 1.0), "f-quiet");
    let same = saas(&[(Key::Success, 0.2)]);
    let bridge = shown(&same, false);
    if bridge.better.same_product(bridge.than) {
        assert_eq!(bar_class(bridge, -1.0), "b-mvp k-mvp");
        assert_ne!(shown(&same, true).than, bridge.than);
    }
}

#[test]
fn no_hairline_runs_through_a_name() {
    for outcome in [saas(&[]), hardware(&[])] {
        let bridge = shown(&outcome, false);
        let drawing = BridgeDrawing::of(&outcome, Currency::Dollar, bridge, 358.0);
        let is_line = |mark: &&Mark| {
            matches!(
                mark,
                Mark::Line {
                    class: "lead-l",
                    ..
                }
            )
        };
        let lines: Vec<&Mark> = drawing.marks.iter().filter(is_line).collect();
        assert!(lines.len() >= 4, "{}", lines.len());
        for mark in &drawing.marks {
            let Mark::Words(words) = mark else { continue };
            let frame = words.frame();
            for line in &lines {
                let Mark::Line { segment, .. } = line else {
                    continue;
                };
                let beside = segment.from.x < frame.left || segment.from.x > frame.right;
                let apart = segment.to.y <= frame.top || segment.from.y >= frame.bottom;
                let is_name = frame.left < 20.0;
                assert!(beside || apart || !is_name, "{}", words.text());
            }
        }
    }
}

#[test]
fn labels_keep_apart_at_every_width() {
    for outcome in [saas(&[]), hardware(&[]), saas(&[(Key::Success, 0.02)])] {
        for width in [240.0, 358.0, 520.0, 600.0, 968.0] {
            let bridge = shown(&outcome, false);
            let drawing = BridgeDrawing::of(&outcome, Currency::Dollar, bridge, width);
            check_inside(&drawing.marks, drawing.width, drawing.height);
            check_apart(&drawing.marks);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn any_bridge_is_drawn_inside_and_adds_up(
        outcome in outcome(), currency in currency(), width in 200.0..1600.0f64
    ) {
        let bridge = shown(&outcome, true);
        let drawing = BridgeDrawing::of(&outcome, currency, bridge, width);
        check_inside(&drawing.marks, drawing.width, drawing.height);
        let (lead, parts) = drawing.rows.split_last().unwrap();
        let sum: f64 = parts.iter().map(|row| row.amount).sum();
        let size: f64 = parts.iter().map(|row| row.amount.abs()).sum();
        prop_assert!((sum - lead.amount).abs() <= 1e-6 * size.max(1e-9));
    }
}
