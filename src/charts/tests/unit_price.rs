use super::*;
use crate::charts::tests::marks::{check_apart, check_inside, words as said_words};
use crate::charts::tests::scenarios::{currency, hardware, outcome, saas};
use headroom_model::field::Key;
use proptest::prelude::*;

const USD: Currency = Currency::Dollar;
const WIDTHS: [f64; 6] = [260.0, 288.0, 358.0, 520.0, 760.0, 1500.0];

#[track_caller]
fn check(outcome: &Outcome, width: f64) -> UnitPriceDrawing {
    let drawing = UnitPriceDrawing::of(outcome, USD, width).expect("it is hardware");
    check_inside(&drawing.marks, drawing.width, drawing.height);
    drawing
}

fn said(drawing: &UnitPriceDrawing) -> Vec<String> {
    said_words(&drawing.marks)
        .iter()
        .map(|words| words.text())
        .collect()
}

fn points(drawing: &UnitPriceDrawing, wanted: &str) -> Vec<f64> {
    let path = drawing.marks.iter().find_map(|mark| match mark {
        Mark::Path { d, class } if *class == wanted => Some(d.clone()),
        _ => None,
    });
    path.unwrap_or_default()
        .split(['M', 'L', ' '])
        .filter_map(|part| part.parse().ok())
        .collect()
}

#[test]
fn the_lines_cross_at_the_ring_and_the_volume_is_a_rule() {
    let outcome = hardware(&[]);
    let drawing = check(&outcome, 760.0);
    let level = points(&drawing, "ln k-mvp");
    let rising = points(&drawing, "ln ln-msp");
    assert_eq!(level[1], level[3]);
    let ring = drawing.marks.iter().find_map(|mark| match mark {
        Mark::Ring { at, .. } => Some(*at),
        _ => None,
    });
    let ring = ring.expect("the lines cross");
    let share = (ring.x - rising[0]) / (rising[2] - rising[0]);
    let height = rising[1] + share * (rising[3] - rising[1]);
    assert!((height - level[1]).abs() < 0.1 && (ring.y - level[1]).abs() < 0.1);
    // Wherever the axis ends, by the ratio of the two volumes.
    let found = UnitPrice::of(&outcome).expect("it is hardware");
    let rule = drawing.marks.iter().find_map(|mark| match mark {
        Mark::Line { segment, class } if *class == "ref" => Some(segment.from.x),
        _ => None,
    });
    let ratio = (rule.expect("units are shipped") - rising[0]) / (ring.x - rising[0]);
    let units = found.break_even().expect("it pays up to some volume");
    assert!((ratio - found.volume / units).abs() < 1e-3);
}

#[test]
fn everything_is_named_at_every_width() {
    for changes in [
        &[][..],
        &[(Key::ExtraParts, 30.0)],
        &[(Key::ExtraParts, 9.6)],
        &[(Key::ExtraParts, 0.0)],
        &[(Key::Success, 0.05)],
        &[(Key::Success, 0.0)],
        &[(Key::BuildWeeks, 500.0)],
    ] {
        for width in WIDTHS {
            let drawing = check(&hardware(changes), width);
            check_apart(&drawing.marks);
        }
    }
    let said = said(&check(&hardware(&[]), 760.0));
    for text in [
        "your volume: 16,000 units",
        "pays up to 54,000 units",
        "redesign avoided, on average",
        "25,000 units",
    ] {
        assert!(said.iter().any(|said| said == text), "{text}: {said:?}");
    }
}

#[test]
fn the_table_holds_both_volumes() {
    let table = twin(&hardware(&[]), USD);
    let row = |what: &str| {
        let mut rows = table.rows.iter();
        rows.find(|(name, _)| name.ends_with(what)).expect(what)
    };
    let (name, cells) = row(words::STOPS_PAYING);
    assert_eq!(name, "53,889, where it stops paying");
    assert_eq!(cells, &["$375,000", "$375,000"]);
    assert_eq!(row(words::OWN_VOLUME).1[1], "$375,000");
    assert!(table.rows[0].0.starts_with('0'));
    assert!(twin(&saas(&[]), USD).rows.is_empty());
    assert_eq!(UnitPriceDrawing::of(&saas(&[]), USD, 600.0), None);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, max_global_rejects: 100_000, ..ProptestConfig::default() })]

    #[test]
    fn whatever_the_inputs_it_is_drawn_inside(outcome in outcome(), currency in currency(), width in 200.0..1600.0_f64) {
        if let Some(drawing) = UnitPriceDrawing::of(&outcome, currency, width) {
            check_inside(&drawing.marks, drawing.width, drawing.height);
        }
    }
}
