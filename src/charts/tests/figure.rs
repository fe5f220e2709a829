use super::*;
use crate::charts::labels::GAP;
use crate::charts::shape::Frame;
use crate::charts::tests::marks::{check_apart, check_inside, words};
use crate::charts::tests::scenarios::{currency, hardware, outcome, saas, simulated};
use headroom_model::field::Key;
use headroom_model::text::write::{Precision, Sign, count, money};
use proptest::prelude::*;

const WIDTHS: [f64; 8] = [260.0, 288.0, 358.0, 500.0, 740.0, 968.0, 1170.0, 1500.0];

fn all(drawing: &MainDrawing) -> Vec<Mark> {
    drawing.marks().cloned().collect()
}

/// Everything that must hold for any outcome at any width.
#[track_caller]
fn check(outcome: &Outcome, currency: Currency, width: f64) -> MainDrawing {
    let drawing = MainDrawing::of(outcome, currency, width);
    check_inside(&all(&drawing), drawing.width, drawing.height);
    check_values(outcome, currency, &drawing);
    for apart in [drawing.money.apart, drawing.users.apart] {
        assert!(apart >= GAP - 1e-9, "labels are {apart} apart");
    }
    drawing
}

/// The labels say what the outcome says.
#[track_caller]
fn check_values(outcome: &Outcome, currency: Currency, drawing: &MainDrawing) {
    for (end, plan) in drawing.money.ends.iter().zip(&outcome.plans) {
        let cash = *plan.path.cash.last().unwrap();
        assert_eq!(end.at, cash);
        assert_eq!(
            end.value,
            money(cash, currency, Precision::Table, Sign::Minus)
        );
    }
    let horizon = f64::from(outcome.scenario.horizon());
    let launched = outcome
        .plans
        .iter()
        .filter(|plan| plan.path.launch <= horizon);
    for (end, plan) in drawing.users.ends.iter().zip(launched) {
        let users = plan.path.months.last().unwrap().users;
        assert_eq!(
            (end.at, &end.value),
            (users, &count(users, Precision::Table))
        );
    }
}

/// All words of the drawing in one text.
fn said(drawing: &MainDrawing) -> String {
    let marks = all(drawing);
    let words = words(&marks);
    words
        .iter()
        .map(|words| words.text())
        .collect::<Vec<_>>()
        .join(" | ")
}

#[test]
fn the_example_has_no_label_over_another_at_any_width() {
    for width in WIDTHS {
        let service = check(&saas(&[]), Currency::Dollar, width);
        check_apart(&all(&service));
        let hardware = check(&hardware(&[]), Currency::Dollar, width);
        check_apart(&all(&hardware));
    }
}

#[test]
fn the_example_says_what_matters() {
    let drawing = check(&saas(&[]), Currency::Dollar, 968.0);
    let said = said(&drawing);
    for words in [
        "Wall, month 11: the simple version is full",
        "months 5–9 if warned,",
        "12–16 if not",
        "Scalable (MSP) $2.32M",
        "Month 7: last moment to start",
        "room after the rebuild: 10,000",
        "room: 100,000 ↑",
        "MVP, rebuilt late: 9.8 s",
    ] {
        assert!(said.contains(words), "{words} is missing in: {said}");
    }
    assert!(
        drawing
            .description
            .contains("Wall, month 11: the simple version is full.")
    );
}

#[test]
fn hardware_is_redesigned() {
    let drawing = check(&hardware(&[]), Currency::Dollar, 968.0);
    let said = said(&drawing);
    assert!(said.contains("MVP, redesigned late"), "{said}");
    assert!(!said.contains("rebuilt"), "{said}");
}

#[test]
fn a_room_that_dwarfs_the_users_does_not_flatten_their_lines() {
    let outcome = saas(&[(Key::Capacity, 1e6), (Key::UsersMonth6, 200.0)]);
    let axis = users_panel::axis(&outcome);
    let ends = users_panel::ends(&outcome, &axis);
    let rooms: Vec<&str> = ends
        .iter()
        .rev()
        .take(2)
        .map(|end| end.value.as_str())
        .collect();
    assert_eq!(rooms, ["100M ↑", "10M ↑"]);
    let drawing = check(&outcome, Currency::Dollar, 968.0);
    assert!(said(&drawing).contains("room: 1M ↑"));
}

#[test]
fn what_does_not_happen_is_said_and_not_drawn() {
    let no_wall = saas(&[(Key::Capacity, 1e6)]);
    let drawing = check(&no_wall, Currency::Dollar, 968.0);
    assert!(said(&drawing).contains("No wall: with your numbers the simple version is never full"));
    assert!(!said(&drawing).contains("Rebuild"));
    assert!(
        all(&drawing)
            .iter()
            .all(|mark| !matches!(mark, Mark::Ring { .. }))
    );

    let later = saas(&[(Key::Horizon, 6.0)]);
    let drawing = check(&later, Currency::Dollar, 358.0);
    assert!(
        drawing
            .description
            .contains("No wall by month 6: the simple version is full only in month 11")
    );

    let full = saas(&[(Key::Capacity, 50.0)]);
    let drawing = check(&full, Currency::Dollar, 968.0);
    assert!(
        said(&drawing)
            .contains("Wall at launch, month 2: the simple version is full from the start")
    );

    let never_launched = saas(&[(Key::Horizon, 6.0), (Key::BuildWeeks, 520.0)]);
    for width in WIDTHS {
        let drawing = check(&never_launched, Currency::Dollar, width);
        assert!(drawing.users.ends.is_empty());
        assert!(said(&drawing).contains("no launch"));
        assert!(drawing.description.contains("No launch by month 6."));
    }
}

#[test]
fn the_shortest_and_the_longest_horizon_are_drawn() {
    for horizon in [6.0, 120.0] {
        for width in WIDTHS {
            check_apart(&all(&check(
                &saas(&[(Key::Horizon, horizon)]),
                Currency::Dollar,
                width,
            )));
        }
    }
}

#[test]
fn lines_that_end_together_have_labels_apart() {
    // Nothing distinguishes the plans: no extra cost, no delay, no wall.
    let equal = [
        (Key::Premium, 0.0),
        (Key::OverPremium, 0.0),
        (Key::Capacity, 1e9),
        (Key::DragOld0, 0.1),
        (Key::DragOld1, 0.1),
        (Key::DragNew1, 0.0),
    ];
    for width in WIDTHS {
        check_apart(&all(&check(&saas(&equal), Currency::Dollar, width)));
    }
}

#[test]
fn the_leader_has_a_strip_even_if_it_is_none_of_the_three() {
    let outcome = saas(&[
        (Key::Success, 0.0),
        (Key::NothingAllowed, 0.0),
        (Key::FailureMonths, 60.0),
    ]);
    let shown = feel_panel::strategies(&outcome);
    assert!(
        outcome
            .verdict
            .leader()
            .is_none_or(|leader| shown.contains(&leader)),
        "{shown:?}"
    );
}

#[test]
fn the_table_has_the_values_of_the_labels() {
    let outcome = saas(&[]);
    let drawing = MainDrawing::of(&outcome, Currency::Euro, 968.0);
    let table = twin(&outcome, Currency::Euro);
    let columns: usize = table.groups.iter().map(|group| group.columns.len()).sum();
    assert_eq!(table.rows.len(), 36);
    assert!(table.rows.iter().all(|row| row.1.len() == columns));
    let (month, cells) = table.rows.last().unwrap();
    assert_eq!(month, "36");
    for (end, cell) in drawing.money.ends.iter().zip(cells) {
        assert_eq!(&end.value, cell);
    }
    // Demand comes first in the table and after the plans at the lines.
    let plans = &drawing.users.ends[..5];
    for (end, cell) in plans.iter().zip(&cells[6..11]) {
        assert_eq!(&end.value, cell);
    }
}

/// Orders and shipped units stand beside what can be made, month by month.
#[test]
fn the_table_of_hardware_has_what_can_be_made() {
    let outcome = hardware(&[]);
    let table = twin(&outcome, Currency::Dollar);
    let names: Vec<&str> = table.groups.iter().map(|group| group.name).collect();
    assert_eq!(
        names,
        [
            "Cash",
            "Units a month",
            "Can be made a month",
            "Order to delivery"
        ]
    );
    let columns: usize = table.groups.iter().map(|group| group.columns.len()).sum();
    assert!(table.rows.iter().all(|row| row.1.len() == columns));
    // Five of cash, six of units; then what can be made, plan by plan.
    let made = |month: usize| table.rows[month - 1].1[11..16].to_vec();
    // The simple version is launched after 26 weeks, the scalable one a quarter later, the over-built one after a year.
    assert_eq!(made(1), ["—", "—", "—", "—", "—"]);
    assert_eq!(made(7)[..3], ["50", "50", "50"]);
    assert_eq!(made(36), ["50", "5,000", "5,000", "5,000", "50,000"]);
    // The same is read out with a month.
    let read = |month| {
        let lines = reading(&outcome, Currency::Dollar, month).lines;
        lines
            .into_iter()
            .map(|line| line.to_string())
            .find(|line| line.starts_with("Can be made a month: "))
    };
    assert_eq!(read(1), None);
    let last = read(36).unwrap();
    for amount in made(36) {
        assert!(last.contains(&format!(" {amount}")), "{last}");
    }
    let software = reading(&saas(&[]), Currency::Dollar, 36).lines;
    assert!(!software.iter().any(|line| line.name.contains("made")));
}

#[test]
fn a_month_is_read_with_the_figures_of_the_table() {
    let outcome = saas(&[]);
    let start = reading(&outcome, Currency::Dollar, 0);
    assert_eq!(
        (start.month.as_str(), start.lines.len()),
        ("Start of the project", 0)
    );
    let table = twin(&outcome, Currency::Dollar);
    let end = reading(&outcome, Currency::Dollar, 36);
    assert_eq!(end.month, "End of month 36");
    for cell in &table.rows[35].1 {
        let is_read = end.lines.iter().any(|line| line.to_string().contains(cell));
        assert!(is_read, "{cell}");
    }
    let before_launch = reading(&outcome, Currency::Dollar, 1);
    assert_eq!(before_launch.lines.len(), 1, "{before_launch:?}");
}

fn bands(marks: &[Mark]) -> Vec<&Mark> {
    let is_band =
        |mark: &&Mark| matches!(mark, Mark::Path { class, .. } if class.starts_with("band"));
    marks.iter().filter(is_band).collect()
}

#[test]
fn the_leader_has_a_range_with_words_at_both_edges() {
    let outcome = simulated(&saas(&[]));
    let (leader, range) = leader_bands(&outcome).expect("there is a leader");
    let ends = [&range.cash.p5, &range.cash.p95].map(|ends| *ends.last().unwrap());
    for width in WIDTHS {
        let drawing = check(&outcome, Currency::Dollar, width);
        check_apart(&all(&drawing));
        for panel in [&drawing.money.marks, &drawing.users.marks] {
            assert_eq!(bands(panel).len(), 1);
        }
        let [low, high] =
            ends.map(|end| money(end, Currency::Dollar, Precision::Table, Sign::Minus));
        let said = said(&drawing);
        assert!(said.contains(&format!("up to {high} ↑")), "{width}: {said}");
        assert!(said.contains(&format!("to {low}")), "{width}: {said}");
        assert!(
            drawing
                .description
                .contains(&format!("cash of {low} to {high}"))
        );
    }
    let table = twin(&outcome, Currency::Dollar);
    assert_eq!(table.groups[0].columns.len(), 7);
    assert_eq!(
        table.rows[35].1[6],
        money(ends[1], Currency::Dollar, Precision::Table, Sign::Minus)
    );
    assert!(
        table
            .rows
            .iter()
            .all(|row| row.1.len() == 5 + 2 + 6 + 2 + 5)
    );
    let read = reading(&outcome, Currency::Dollar, 36);
    assert!(
        read.lines[0]
            .to_string()
            .contains(&format!("{} (", table.rows[35].1[leader as usize]))
    );
}

#[test]
fn the_words_of_a_range_stand_at_its_end() {
    let are_of_a_range = |words: &&Words| {
        let text = words.text();
        let starts = ["9 futures in 10: up to ", "up to ", "and down to ", "to "];
        let amount = starts.iter().find_map(|start| text.strip_prefix(start));
        amount.is_some_and(|amount| !amount.starts_with(char::is_alphabetic))
    };
    for outcome in [saas(&[]), hardware(&[])].map(|outcome| simulated(&outcome)) {
        for width in WIDTHS {
            let drawing = MainDrawing::of(&outcome, Currency::Dollar, width);
            let (left, right) = drawing.months.range();
            for panel in [&drawing.money.marks, &drawing.users.marks] {
                let words = words(panel);
                for words in words.iter().filter(|words| are_of_a_range(words)) {
                    let end = words.frame().right;
                    assert!(
                        end >= right - (right - left) / 3.0,
                        "{width}: {}",
                        words.text()
                    );
                }
            }
        }
    }
}

#[test]
fn the_lines_keep_most_of_the_panel() {
    let plain = saas(&[]);
    let outcome = simulated(&plain);
    let frame = Frame::new(0.0, 0.0, 100.0, 100.0);
    let span = |outcome: &Outcome| {
        let scale = money_panel::axis(outcome, Currency::Dollar).scale(&frame);
        let cash = outcome.plans.iter().flat_map(|plan| &plan.path.cash);
        let heights: Vec<f64> = cash.map(|cash| scale.position(*cash)).collect();
        let (top, bottom) = heights.iter().fold((100.0, 0.0), |(top, bottom), y| {
            (f64::min(top, *y), f64::max(bottom, *y))
        });
        bottom - top
    };
    assert!(
        span(&outcome) >= 0.6 * span(&plain),
        "{} of {}",
        span(&outcome),
        span(&plain)
    );
}

#[test]
fn wall_last_moment_and_waits_have_their_ranges() {
    let outcome = simulated(&saas(&[]));
    let wall = &outcome.futures.as_ref().unwrap().fixed.wall;
    let month = |month: Option<f64>| count(month.unwrap(), Precision::Exact);
    let drawing = check(&outcome, Currency::Dollar, 968.0);
    let said = said(&drawing);
    let range = format!(
        "Wall, month 11 (likely {} to {}): the simple version is full",
        month(wall.wall.p5),
        month(wall.wall.p95)
    );
    assert!(said.contains(&range), "{said}");
    assert!(drawing.description.contains(&range));
    let start = format!(
        "(likely {} to {}): last moment to start",
        month(wall.last_start.p5),
        month(wall.last_start.p95)
    );
    let together = said.replace(" | ", " ");
    assert!(together.contains(&start), "{start}: {together}");
    assert!(said.contains("longest wait (likely)"), "{said}");
    assert!(said.contains(": 9.8 s ("), "{said}");
}

#[test]
fn without_a_leader_or_a_launch_there_is_no_range() {
    let mut close = simulated(&saas(&[]));
    close.verdict.too_close = true;
    assert!(bands(&all(&check(&close, Currency::Dollar, 968.0))).is_empty());

    let no_wall = simulated(&saas(&[(Key::Capacity, 1e9)]));
    let drawing = check(&no_wall, Currency::Dollar, 968.0);
    assert!(
        !said(&drawing).contains("likely never"),
        "{}",
        said(&drawing)
    );

    let never = simulated(&saas(&[(Key::Horizon, 6.0), (Key::BuildWeeks, 520.0)]));
    for width in WIDTHS {
        let drawing = check(&never, Currency::Dollar, width);
        assert!(bands(&drawing.users.marks).is_empty());
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn any_simulated_outcome_is_drawn_inside(outcome in outcome(), width in 200.0..1600.0f64) {
        let outcome = headroom_model::simulation::Simulation::run(&outcome.scenario, 2, 1).outcome();
        let drawing = check(&outcome, Currency::Dollar, width);
        check_apart(&all(&drawing));
        prop_assert!(!drawing.description.contains("NaN"));
        let table = twin(&outcome, Currency::Dollar);
        let columns: usize = table.groups.iter().map(|group| group.columns.len()).sum();
        prop_assert!(table.rows.iter().all(|row| row.1.len() == columns));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn any_outcome_is_drawn_inside_with_its_own_values(
        outcome in outcome(), currency in currency(), width in 200.0..1600.0f64
    ) {
        let drawing = check(&outcome, currency, width);
        check_apart(&all(&drawing));
        prop_assert!(!drawing.description.contains("NaN"));
        let table = twin(&outcome, currency);
        prop_assert_eq!(table.rows.len(), outcome.scenario.horizon() as usize);
        let last = reading(&outcome, currency, outcome.scenario.horizon());
        prop_assert!(!last.lines.is_empty());
    }
}
