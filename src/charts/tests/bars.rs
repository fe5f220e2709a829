use super::super::text::Anchor;
use super::*;
use proptest::prelude::*;

/// The bridge of the example, in thousands.
const BRIDGE: [f64; 7] = [-26.0, -5.0, -36.0, 5.0, -1.0, 4.0, 69.0];

#[test]
fn a_bridge_goes_on_where_it_stopped_and_ends_at_its_sum() {
    let rows = bridge_rows(&BRIDGE, &[30.0; 8]);
    assert_eq!(rows.len(), 8);
    assert_eq!(rows[1].spans, [(-26.0, -31.0)]);
    assert_eq!(rows[7].spans, [(0.0, 10.0)]);
    assert_eq!(
        bridge_rows(&[], &[]).len(),
        1,
        "nothing to explain: a sum of zero"
    );
}

#[test]
fn a_wide_bridge_has_its_labels_beside_the_bars() {
    let layout = bars(664.0, &bridge_rows(&BRIDGE, &[30.0; 8]), 200.0, true);
    assert!(layout.beside);
    assert_eq!(
        (layout.frame.left, layout.height),
        (216.0, 26.0 + 8.0 * 25.0 + 6.0)
    );
    assert_eq!(layout.rows[0].label, Point::new(0.0, 43.0));
    assert_eq!(
        (layout.rows[0].bars[0].top, layout.rows[0].bars[0].bottom),
        (32.5, 44.5)
    );
    for pair in layout.rows.windows(2).take(6) {
        let joint = pair[0].connector.expect("steps are joined");
        let next = pair[1].bars[0];
        assert!(
            (joint.from.x - next.left).abs() < 1e-9 || (joint.from.x - next.right).abs() < 1e-9
        );
        assert_eq!(joint.to.y, next.top);
    }
    assert!(layout.rows[6].connector.is_none() && layout.rows[7].connector.is_none());
}

#[test]
fn a_narrow_one_has_them_above() {
    let layout = bars(358.0, &bridge_rows(&BRIDGE, &[30.0; 8]), 200.0, true);
    assert!(!layout.beside);
    assert_eq!(
        (layout.rows[0].label, layout.rows[0].bars[0].top),
        (Point::new(8.0, 39.0), 49.0)
    );
    assert_eq!(layout.rows[1].bars[0].top, 89.0);
}

#[test]
fn parts_of_a_whole_share_a_row_and_small_ones_can_be_seen() {
    let row = BarRow {
        spans: running(&[60.0, 0.001, 40.0]),
        value_width: 40.0,
    };
    let layout = bars(600.0, &[row], 100.0, false);
    let bars = &layout.rows[0].bars;
    assert_eq!(bars.len(), 3);
    assert_eq!(bars[1].width(), THINNEST);
    assert_eq!(layout.rows[0].value.anchor, Anchor::Start);
}

proptest! {
    #[test]
    fn everything_stays_inside(
        amounts in prop::collection::vec(prop_oneof![-1e6..1e6, any::<f64>()], 0..12), width in any::<f64>(),
        label_width in 0.0..400.0, value_width in 0.0..60.0, joined in any::<bool>()
    ) {
        let rows = bridge_rows(&amounts, &vec![value_width; amounts.len() + 1]);
        let layout = bars(width, &rows, label_width, joined);
        prop_assert_eq!(layout.rows.len(), amounts.len() + 1);
        prop_assert!(layout.frame.width() > 50.0);
        for row in &layout.rows {
            for bar in &row.bars {
                prop_assert!(bar.left >= layout.frame.left - THINNEST && bar.right <= layout.frame.right + THINNEST, "{:?}", bar);
                prop_assert!(bar.width() >= THINNEST - 1e-9);
            }
            let text = row.value.frame(value_width, row.value_baseline, 14.0);
            prop_assert!(text.left >= 0.0 && text.right <= layout.width + 1e-9, "{:?}", text);
        }
    }
}
