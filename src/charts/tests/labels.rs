use super::*;
use proptest::prelude::*;

fn labels(ats: &[f64], height: f64) -> Vec<EndLabel> {
    ats.iter().map(|at| EndLabel { at: *at, height }).collect()
}

#[test]
fn labels_move_as_little_as_they_can() {
    #[track_caller]
    fn check(ats: &[f64], middles: &[f64]) {
        let placed = declutter(&labels(ats, 15.0), 0.0, 100.0);
        assert!(placed.fits);
        for (placed, wanted) in placed.middles.iter().zip(middles) {
            assert!(
                (placed - wanted).abs() < 1e-9,
                "{placed} instead of {wanted}"
            );
        }
    }
    check(&[20.0, 60.0], &[20.0, 60.0]);
    check(&[50.0, 50.0], &[42.5, 57.5]);
    check(&[50.0, 52.0, 90.0], &[43.5, 58.5, 90.0]);
    check(&[50.0, 50.0, 50.0], &[35.0, 50.0, 65.0]);
    check(&[0.0, 2.0], &[7.5, 22.5]);
    check(&[99.0, 98.0], &[92.5, 77.5]);
    check(&[-400.0, 900.0], &[7.5, 92.5]);
    check(&[], &[]);
}

#[test]
fn labels_of_two_lines_take_more_room() {
    let tall = EndLabel {
        at: 50.0,
        height: 28.0,
    };
    let low = EndLabel {
        at: 50.0,
        height: 15.0,
    };
    let placed = declutter(&[tall, low], 0.0, 100.0);
    assert!(
        (placed.middles[1] - placed.middles[0] - 21.5).abs() < 1e-9,
        "{placed:?}"
    );
}

#[test]
fn too_many_labels_are_squeezed_and_it_is_said() {
    let placed = declutter(&labels(&[5.0; 5], 15.0), 0.0, 45.0);
    assert!(!placed.fits);
    assert_eq!(placed.middles, [7.5, 15.0, 22.5, 30.0, 37.5]);
    assert_eq!(
        declutter(&labels(&[5.0, 6.0], 15.0), 0.0, 4.0).middles,
        [2.0, 2.0]
    );
}

#[test]
fn words_stand_beside_their_mark_where_there_is_room() {
    let room = (46.0, 796.0);
    let at = |x, anchor| Placed { x, anchor };
    assert_eq!(
        right_of((277.0, 277.0), 6.0, 250.0, room),
        at(283.0, Anchor::Start)
    );
    assert_eq!(
        right_of((700.0, 700.0), 6.0, 250.0, room),
        at(694.0, Anchor::End)
    );
    assert_eq!(
        right_of((400.0, 400.0), 6.0, 600.0, room),
        at(196.0, Anchor::Start)
    );
    assert_eq!(
        left_of((254.0, 379.0), 7.0, 120.0, room),
        at(247.0, Anchor::End)
    );
    assert_eq!(
        left_of((90.0, 200.0), 7.0, 120.0, room),
        at(207.0, Anchor::Start)
    );
    assert_eq!(centred(50.0, 100.0, room), at(96.0, Anchor::Middle));
    assert_eq!(centred(400.0, 100.0, room), at(400.0, Anchor::Middle));
    assert_eq!(centred(400.0, 900.0, room), at(496.0, Anchor::Middle));
    assert_eq!(
        at(96.0, Anchor::Middle).frame(100.0, 20.0, 14.0),
        Frame::new(46.0, 13.0, 146.0, 27.0)
    );
}

#[test]
fn the_first_free_place_wins_and_else_the_least_bad() {
    let taken = [Frame::new(0.0, 0.0, 50.0, 10.0)];
    let free = Frame::new(60.0, 0.0, 90.0, 10.0);
    let covering = Frame::new(0.0, 0.0, 40.0, 10.0);
    let touching = Frame::new(40.0, 5.0, 80.0, 15.0);
    assert_eq!(first_free(&[covering, free], &taken), Some(1));
    assert_eq!(first_free(&[free, free], &taken), Some(0));
    assert_eq!(first_free(&[covering, touching], &taken), Some(1));
    assert_eq!(first_free(&[], &taken), None);
}

/// The sum of squared shifts, which is what the placement minimises.
fn cost(labels: &[EndLabel], middles: &[f64]) -> f64 {
    labels
        .iter()
        .zip(middles)
        .map(|(label, middle)| (label.at - middle).powi(2))
        .sum()
}

fn any_labels() -> impl Strategy<Value = Vec<EndLabel>> {
    prop::collection::vec(
        (0.0..=300.0, 15.0..30.0).prop_map(|(at, height)| EndLabel { at, height }),
        0..10,
    )
}

proptest! {
    #[test]
    fn labels_that_fit_never_overlap_or_leave_the_frame(labels in any_labels(), height in 1.0..400.0) {
        let placed = declutter(&labels, 0.0, height);
        let needed: f64 = labels.iter().map(|label| label.height).sum();
        prop_assert_eq!(placed.middles.len(), labels.len());
        prop_assert!(placed.fits || needed > height - 1e-6, "room for {} in {}", needed, height);
        if placed.fits {
            let mut boxes: Vec<(f64, f64)> = placed.middles.iter().zip(&labels)
                .map(|(middle, label)| (middle - label.height / 2.0, middle + label.height / 2.0)).collect();
            boxes.sort_by(|a, b| a.0.total_cmp(&b.0));
            prop_assert!(boxes.windows(2).all(|pair| pair[1].0 - pair[0].1 >= -1e-9), "{:?}", boxes);
            prop_assert!(boxes.iter().all(|(top, bottom)| *top >= -1e-9 && *bottom <= height + 1e-9));
        }
    }

    #[test]
    fn labels_keep_the_order_of_their_lines(labels in any_labels()) {
        let placed = declutter(&labels, 0.0, 300.0);
        for (i, a) in labels.iter().enumerate() {
            for (j, b) in labels.iter().enumerate() {
                if a.at < b.at || (a.at == b.at && i < j) {
                    prop_assert!(placed.middles[i] <= placed.middles[j]);
                }
            }
        }
    }

    /// No small move of one label, or of all below or above one, that keeps the rules is better.
    #[test]
    fn no_small_move_is_better(labels in prop::collection::vec(20.0..280.0, 1..7)) {
        let labels: Vec<EndLabel> = labels.into_iter().map(|at| EndLabel { at, height: 15.0 }).collect();
        let placed = declutter(&labels, 0.0, 300.0).middles;
        let best = cost(&labels, &placed);
        let mut order: Vec<usize> = (0..labels.len()).collect();
        order.sort_by(|a, b| placed[*a].total_cmp(&placed[*b]));
        for from in 0..order.len() {
            for to in from..order.len() {
                for by in [-0.5, -0.01, 0.01, 0.5] {
                    let mut moved = placed.clone();
                    for index in &order[from..=to] {
                        moved[*index] += by;
                    }
                    let fine = order.windows(2).all(|pair| moved[pair[1]] - moved[pair[0]] >= 15.0 - 1e-12);
                    let inside = moved.iter().all(|middle| (7.5..=292.5).contains(middle));
                    prop_assert!(!(fine && inside) || cost(&labels, &moved) >= best - 1e-6);
                }
            }
        }
    }

    #[test]
    fn any_input_gives_numbers(
        ats in prop::collection::vec((any::<f64>(), any::<f64>()), 0..6), top in any::<f64>(), bottom in any::<f64>()
    ) {
        let labels: Vec<EndLabel> = ats.into_iter().map(|(at, height)| EndLabel { at, height }).collect();
        let placed = declutter(&labels, top, bottom);
        prop_assert!(placed.middles.iter().all(|middle| middle.is_finite()));
    }
}
