//! How the product feels, month by month: response times as words, in runs of equal words.

use super::scale::Linear;
use super::text::{self, SMALL, Weight};

/// Beyond this many seconds people give up (Nielsen's third limit).
pub const UNUSABLE_FROM: f64 = 10.0;

/// What a wait feels like.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Feel {
    /// Below the wait that does no harm.
    Instant,
    /// Noticed, but within the limit that defines what the system carries.
    Noticeable,
    /// Beyond that limit.
    Slow,
    /// Beyond what people put up with.
    Unusable,
}

impl Feel {
    /// The word in the drawing.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Instant => "instant",
            Self::Noticeable => "noticeable",
            Self::Slow => "slow",
            Self::Unusable => "unusable",
        }
    }

    /// Its place from 1 (fastest) to 4, as in the names of the tints.
    #[must_use]
    pub const fn number(self) -> u8 {
        match self {
            Self::Instant => 1,
            Self::Noticeable => 2,
            Self::Slow => 3,
            Self::Unusable => 4,
        }
    }
}

/// The waits, in seconds, at which one feeling gives way to the next. A wait equal to a limit is beyond it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Limits {
    /// From here a wait is noticed (`Rok`).
    pub noticeable: f64,
    /// From here it is slow (`Rmax`).
    pub slow: f64,
    /// From here it is unusable.
    pub unusable: f64,
}

impl Limits {
    /// The limits for the two waits that the form asks for.
    #[must_use]
    pub fn new(noticeable: f64, slow: f64) -> Self {
        Self {
            noticeable,
            slow,
            unusable: UNUSABLE_FROM.max(slow),
        }
    }

    /// What `wait` feels like. An endless wait is unusable.
    #[must_use]
    pub fn feel(&self, wait: f64) -> Feel {
        if wait >= self.unusable {
            Feel::Unusable
        } else if wait >= self.slow {
            Feel::Slow
        } else if wait >= self.noticeable {
            Feel::Noticeable
        } else {
            Feel::Instant
        }
    }
}

/// A stretch of months that feel the same.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Run {
    /// Its start, in months from the start of the project.
    pub from: f64,
    /// Its end.
    pub to: f64,
    /// What it feels like.
    pub feel: Feel,
    /// The longest wait in it, in seconds.
    pub longest: f64,
}

/// The runs of a series of waits, from `launch` on. `waits[i]` holds from month i to month i + 1, as in the
/// model's month t = i + 1. A wait that is not a number leaves a gap.
#[must_use]
pub fn runs(waits: &[f64], launch: f64, limits: Limits) -> Vec<Run> {
    let launch = if launch.is_nan() { 0.0 } else { launch };
    let mut runs: Vec<Run> = Vec::new();
    for (index, wait) in waits.iter().enumerate() {
        let (from, to) = ((index as f64).max(launch), (index + 1) as f64);
        if from >= to || wait.is_nan() {
            continue;
        }
        let feel = limits.feel(*wait);
        match runs.last_mut() {
            Some(run) if run.feel == feel && run.to == from => {
                run.to = to;
                run.longest = run.longest.max(*wait);
            }
            _ => runs.push(Run {
                from,
                to,
                feel,
                longest: *wait,
            }),
        }
    }
    runs
}

/// The longest wait of a plan, in seconds; `None` before there are users.
#[must_use]
pub fn longest_wait(runs: &[Run]) -> Option<f64> {
    runs.iter().map(|run| run.longest).reduce(f64::max)
}

/// A run as it is drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct StripSegment {
    /// Its left edge.
    pub x: f64,
    /// How wide it is.
    pub width: f64,
    /// What it feels like, which chooses its tint.
    pub feel: Feel,
    /// The word in its middle, if there is room for it.
    pub word: Option<&'static str>,
}

/// Air on both sides of a word in a strip, together.
const AIR: f64 = 8.0;

/// The segments of one strip on the time axis `months`, with the words that `word` has for what they feel like.
#[must_use]
pub fn segments(
    runs: &[Run],
    months: &Linear,
    word: impl Fn(Feel) -> &'static str,
) -> Vec<StripSegment> {
    let segment = |run: &Run| {
        let (x, width) = months.span(run.from, run.to)?;
        let word = word(run.feel);
        let fits = text::fits(word, SMALL, Weight::Regular, width - AIR);
        Some(StripSegment {
            x,
            width,
            feel: run.feel,
            word: fits.then_some(word),
        })
    };
    runs.iter().filter_map(segment).collect()
}

#[cfg(all(test, not(target_family = "wasm")))]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const LIMITS: Limits = Limits {
        noticeable: 1.0,
        slow: 4.0,
        unusable: 10.0,
    };

    #[test]
    fn waits_become_words() {
        let feels = [
            (0.0, 1),
            (0.99, 1),
            (1.0, 2),
            (3.9, 2),
            (4.0, 3),
            (10.0, 4),
            (f64::INFINITY, 4),
            (-1.0, 1),
        ];
        for (wait, number) in feels {
            assert_eq!(LIMITS.feel(wait).number(), number, "{wait} s");
        }
        assert_eq!(
            Limits::new(2.0, 15.0).feel(12.0),
            Feel::Noticeable,
            "a patient product: slow only from 15 s"
        );
    }

    #[test]
    fn equal_months_join_from_the_launch_on() {
        let waits = [0.1, 0.1, 0.2, 0.5, 2.0, 3.0, 5.0, 0.3];
        let runs: Vec<(f64, f64, u8)> = runs(&waits, 2.3, LIMITS)
            .iter()
            .map(|run| (run.from, run.to, run.feel.number()))
            .collect();
        assert_eq!(
            runs,
            [(2.3, 4.0, 1), (4.0, 6.0, 2), (6.0, 7.0, 3), (7.0, 8.0, 1)]
        );
    }

    #[test]
    fn a_gap_parts_runs_and_a_late_launch_leaves_none() {
        assert_eq!(runs(&[0.1, f64::NAN, 0.1], 0.0, LIMITS).len(), 2);
        assert!(runs(&[0.1, 0.1], 5.0, LIMITS).is_empty());
        assert_eq!(longest_wait(&[]), None);
        assert_eq!(
            longest_wait(&runs(&[0.1, 9.0, 2.0], 0.0, LIMITS)),
            Some(9.0)
        );
    }

    #[test]
    fn words_stand_where_they_fit() {
        let months = Linear::new((0.0, 36.0), (46.0, 796.0));
        let run = |from, to, feel| Run {
            from,
            to,
            feel,
            longest: 1.0,
        };
        let runs = [
            run(2.3, 9.0, Feel::Instant),
            run(9.0, 12.0, Feel::Noticeable),
            run(12.0, 16.0, Feel::Slow),
        ];
        let words: Vec<Option<&str>> = segments(&runs, &months, Feel::word)
            .iter()
            .map(|segment| segment.word)
            .collect();
        assert_eq!(words, [Some("instant"), Some("noticeable"), Some("slow")]);
        let narrow = Linear::new((0.0, 36.0), (40.0, 260.0));
        let words: Vec<Option<&str>> = segments(&runs, &narrow, Feel::word)
            .iter()
            .map(|segment| segment.word)
            .collect();
        assert_eq!(words, [None, None, None]);
    }

    proptest! {
        #[test]
        fn runs_cover_every_month_after_launch_once(
            waits in prop::collection::vec(0.0..20.0, 0..60), launch in 0.0..70.0
        ) {
            let runs = runs(&waits, launch, LIMITS);
            let covered: f64 = runs.iter().map(|run| run.to - run.from).sum();
            prop_assert!((covered - (waits.len() as f64 - launch).max(0.0)).abs() < 1e-9);
            for pair in runs.windows(2) {
                prop_assert_eq!(pair[0].to, pair[1].from);
                prop_assert_ne!(pair[0].feel, pair[1].feel);
            }
        }

        #[test]
        fn any_input_is_drawn_inside_the_axis(
            waits in prop::collection::vec(any::<f64>(), 0..60), launch in any::<f64>(), limits in (any::<f64>(), any::<f64>())
        ) {
            let months = Linear::new((0.0, 36.0), (46.0, 796.0));
            for segment in segments(&runs(&waits, launch, Limits::new(limits.0, limits.1)), &months, Feel::word) {
                prop_assert!(segment.x >= 46.0 && segment.width > 0.0 && segment.x + segment.width <= 796.0 + 1e-9);
            }
        }
    }
}
