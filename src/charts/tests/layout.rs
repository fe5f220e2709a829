use super::*;
use proptest::prelude::*;

const WIDE_WORDS: [PanelWords; 3] = [
    PanelWords {
        title: "Money so far",
        note: "cash in minus cash out since the start, in today’s money, if people want the product",
    },
    PanelWords {
        title: "Users and room",
        note: "people who use it, against what each version can carry before pages take 4 seconds",
    },
    PanelWords {
        title: "How it feels",
        note: "wait per page: instant under 1 second, noticeable to 4, slow to 10, then unusable; black bar: rebuild under way",
    },
];

const NARROW_WORDS: [PanelWords; 3] = [
    PanelWords {
        title: "Money so far",
        note: "in today’s money, if people want the product",
    },
    PanelWords {
        title: "Users and room",
        note: "before pages take 4 seconds",
    },
    PanelWords {
        title: "How it feels",
        note: "noticeable from 1 s, slow from 4; black bar: rebuild",
    },
];

#[test]
fn the_wide_drawing_is_that_of_the_mock_up() {
    let figure = figure(
        968.0,
        &Needs {
            words: WIDE_WORDS,
            tick_label: 34.0,
            end_label: 158.0,
            strips: 3,
        },
    );
    assert!(figure.wide);
    assert_eq!((figure.width, figure.height), (968.0, 480.0));
    assert_eq!(figure.money.frame, Frame::new(46.0, 38.0, 796.0, 214.0));
    assert_eq!(figure.users.frame, Frame::new(46.0, 254.0, 796.0, 358.0));
    assert_eq!(figure.feel.strips[0], Frame::new(46.0, 390.0, 796.0, 408.0));
    assert_eq!(figure.feel.strips[2], Frame::new(46.0, 434.0, 796.0, 452.0));
    assert_eq!(
        (figure.tick_x, figure.label_x, figure.label_room),
        (40.0, 810.0, 158.0)
    );
    assert_eq!((figure.leader_start, figure.leader_end), (798.0, 806.0));
    assert_eq!((figure.wall_top, figure.wall_label), (24.0, 32.0));
    assert_eq!((figure.axis, figure.axis_label), (458.0, 475.0));
    let note = &figure.money.heading.note[0];
    assert!(
        (note.at.x - 98.0).abs() < 1.5 && note.at.y == 13.0,
        "{note:?}"
    );
}

#[test]
fn the_narrow_drawing_is_that_of_the_mock_up() {
    let figure = figure(
        358.0,
        &Needs {
            words: NARROW_WORDS,
            tick_label: 34.0,
            end_label: 85.0,
            strips: 3,
        },
    );
    assert!(!figure.wide);
    assert_eq!((figure.width, figure.height), (358.0, 618.0));
    assert_eq!(figure.money.frame, Frame::new(40.0, 50.0, 260.0, 260.0));
    assert_eq!(figure.users.heading.note[0].at, Point::new(0.0, 304.0));
    assert_eq!(figure.users.frame, Frame::new(40.0, 316.0, 260.0, 466.0));
    assert_eq!(figure.feel.strips[0].bottom, 542.0);
    assert_eq!((figure.label_x, figure.axis_label), (273.0, 613.0));
}

#[test]
fn a_long_note_makes_the_figure_taller_and_leaves_nothing_out() {
    let words = [WIDE_WORDS[2]; 3];
    let narrow = figure(
        300.0,
        &Needs {
            words,
            tick_label: 30.0,
            end_label: 80.0,
            strips: 3,
        },
    );
    let note = &narrow.feel.heading.note;
    assert!(note.len() > 1);
    let joined: Vec<&str> = note.iter().map(|line| line.text.as_str()).collect();
    assert_eq!(joined.join(" "), WIDE_WORDS[2].note);
}

#[test]
fn widths_that_make_no_sense_are_taken_as_the_narrowest() {
    let needs = Needs::default();
    for width in [f64::NAN, -5.0, 0.0, f64::INFINITY] {
        assert_eq!(figure(width, &needs).width, NARROWEST, "{width}");
    }
    assert_eq!(figure(4000.0, &needs).width, WIDEST);
}

proptest! {
    #[test]
    fn every_width_gives_readable_panels_in_order(
        width in 200.0..2000.0, tick_label in 0.0..200.0, end_label in 0.0..400.0, strips in 0_usize..=5, wide_words in any::<bool>()
    ) {
        let words = if wide_words { WIDE_WORDS } else { NARROW_WORDS };
        let figure = figure(width, &Needs { words, tick_label, end_label, strips });
        let plot = figure.money.frame;
        prop_assert!(plot.width() >= 0.39 * figure.width, "{}", plot.width());
        prop_assert!(plot.left >= 40.0 && figure.label_x + figure.label_room <= figure.width + 1e-9);
        prop_assert!(figure.label_room > 40.0);

        let mut heights = vec![plot.top, plot.bottom, figure.users.heading.title.at.y, figure.users.frame.top,
            figure.users.frame.bottom, figure.feel.heading.title.at.y];
        heights.extend(figure.feel.strips.iter().flat_map(|strip| [strip.top, strip.bottom]));
        heights.extend([figure.axis, figure.axis_label, figure.height]);
        prop_assert!(heights.windows(2).all(|pair| pair[0] < pair[1]), "{:?}", heights);

        for heading in [&figure.money.heading, &figure.users.heading, &figure.feel.heading] {
            for line in &heading.note {
                let right = line.at.x + text::width(&line.text, SMALL, Weight::Regular);
                prop_assert!(right <= figure.width + 1e-9, "{} ends at {}", line.text, right);
            }
        }
    }
}
