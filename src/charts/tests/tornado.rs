use super::*;
use crate::charts::tests::marks::{check_apart, check_inside, words};
use crate::charts::tests::scenarios::{hardware, outcome, saas, with_change};
use headroom_model::field::Key;
use headroom_model::sensitivity::WhatWouldChange;
use headroom_model::strategy::{Choice, Strategy};
use proptest::prelude::*;

const USD: Currency = Currency::Dollar;
const MSP: Choice = Choice::Build(Strategy::Msp);
const WIDTHS: [f64; 6] = [260.0, 358.0, 519.0, 520.0, 760.0, 1500.0];

/// The example with the given bars and a lead of 10,000.
fn given(bars: &[(Key, [f64; 2], [f64; 2])]) -> Outcome {
    let bars = bars.iter().map(|(key, ends, leads)| Bar {
        key: *key,
        ends: *ends,
        leads: *leads,
        best: [MSP, MSP],
    });
    saas(&[]).with_change(WhatWouldChange {
        tornado: Some(Tornado {
            best: MSP,
            lead: 10_000.0,
            bars: bars.collect(),
        }),
        switch_points: Vec::new(),
        complete: true,
    })
}

#[track_caller]
fn check(outcome: &Outcome, width: f64) -> TornadoDrawing {
    let drawing = TornadoDrawing::of(outcome, USD, width).expect("it is known");
    check_inside(&drawing.marks, drawing.width, drawing.height);
    drawing
}

fn said(drawing: &TornadoDrawing) -> Vec<String> {
    words(&drawing.marks)
        .iter()
        .map(|words| words.text())
        .collect()
}

#[test]
fn a_bar_runs_from_todays_lead_to_the_lead_at_each_end() {
    let outcome = given(&[(Key::Success, [0.1, 0.6], [-195_000.0, 68_900.0])]);
    let drawing = check(&outcome, 760.0);
    let areas: Vec<(Frame, &str)> = drawing
        .marks
        .iter()
        .filter_map(|mark| match mark {
            Mark::Area { frame, class } => Some((*frame, *class)),
            _ => None,
        })
        .collect();
    let (low, low_class) = areas[0];
    let (high, high_class) = areas[1];
    assert_eq!((low_class, high_class), ("b-msp k-msp", "f-msp"));
    assert_eq!(low.right, high.left, "both start at today's lead");
    // In proportion: 205,000 down and 58,900 up.
    assert!((low.width() / high.width() - 205.0 / 58.9).abs() < 1e-9);
    let said = said(&drawing);
    for text in ["10%", "60%", "0: a tie", "Chance people really want this"] {
        assert!(said.iter().any(|said| said == text), "{text}: {said:?}");
    }
}

#[test]
fn two_ends_on_one_side_say_which_is_which() {
    let outcome = given(&[(Key::Size, [0.35, 2.5], [-478_000.0, -82_000.0])]);
    for width in WIDTHS {
        let drawing = check(&outcome, width);
        check_apart(&drawing.marks);
        let said = said(&drawing);
        // 100 users at launch, 2,000 after twelve months.
        for text in ["low: 765", "high: 4,850"] {
            assert!(said.iter().any(|said| said == text), "{text}: {said:?}");
        }
    }
}

#[test]
fn the_line_of_the_tie_runs_through_no_value() {
    let outcome = given(&[(Key::Success, [0.1, 0.6], [2_000.0, 68_900.0])]);
    for width in WIDTHS {
        let drawing = check(&outcome, width);
        let tie = drawing.marks.iter().find_map(|mark| match mark {
            Mark::Line { segment, class } if *class == "zero" => Some(segment.from.x),
            _ => None,
        });
        let tie = tie.expect("there is one");
        let words = words(&drawing.marks);
        let low = words.iter().find(|words| words.text() == "10%");
        let frame = low.expect("it is said").frame();
        assert!(frame.right < tie || frame.left > tie, "{width}: {frame:?}");
    }
}

#[test]
fn at_most_ten_bars_are_drawn_and_tabled() {
    for outcome in [saas(&[]), hardware(&[])] {
        let outcome = with_change(&outcome, 2);
        let all = outcome
            .change
            .as_ref()
            .and_then(|change| change.tornado.as_ref());
        let all = all.expect("it is known").bars.len();
        assert!(all > 10);
        for width in WIDTHS {
            let drawing = check(&outcome, width);
            check_apart(&drawing.marks);
            let bars = drawing
                .marks
                .iter()
                .filter(|mark| matches!(mark, Mark::Area { .. }));
            assert_eq!(bars.count(), 20);
        }
        let table = twin(&outcome, USD);
        assert_eq!(table.rows.len(), 10);
        assert!(table.rows.iter().all(|row| row.1.len() == 4));
        let drawing = check(&outcome, 760.0);
        for (name, cells) in &table.rows {
            let row = format!(
                "{name}: {} at {}, {} at {}",
                cells[1], cells[0], cells[3], cells[2]
            );
            assert!(drawing.description.contains(&row), "{row}");
        }
    }
}

#[test]
fn nothing_known_is_nothing_drawn() {
    assert_eq!(TornadoDrawing::of(&saas(&[]), USD, 600.0), None);
    assert!(twin(&saas(&[]), USD).rows.is_empty());
    let none = check(&given(&[]), 600.0);
    assert!(none.description.contains("No number has a range."));
    // What is not a number is left out.
    let odd = given(&[(Key::Success, [0.1, 0.6], [f64::NAN, f64::INFINITY])]);
    assert!(!check(&odd, 600.0).description.contains("NaN"));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    #[test]
    fn any_tornado_is_drawn_inside(outcome in outcome(), width in any::<f64>()) {
        let short = outcome.scenario.changed([(Key::Horizon, outcome.scenario[Key::Horizon].min(24.0))]);
        let outcome = short.map(|scenario| Outcome::of(&scenario)).unwrap_or(outcome);
        check(&with_change(&outcome, 1), width);
    }
}
