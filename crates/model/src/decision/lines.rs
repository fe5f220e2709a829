//! Options as lines over the chance of success.

/// An option: its value if people want it and if nobody does.
#[derive(Clone, Copy, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Line<T> {
    /// The option.
    pub option: T,
    /// Value at p = 1.
    pub good: f64,
    /// Value at p = 0.
    pub bad: f64,
}

impl<T> Line<T> {
    /// Expected value at a chance of success.
    #[must_use]
    pub fn value(&self, p: f64) -> f64 {
        p * self.good + (1.0 - p) * self.bad
    }

    fn slope(&self) -> f64 {
        self.good - self.bad
    }
}

/// The options by expected value, the first of equals first.
#[must_use]
pub fn order<T: Copy>(lines: &[Line<T>], p: f64) -> Vec<Line<T>> {
    let mut sorted = lines.to_vec();
    sorted.sort_by(|a, b| b.value(p).total_cmp(&a.value(p)));
    sorted
}

/// The option with the highest expected value, the first of equals.
#[must_use]
pub fn best<T: Copy>(lines: &[Line<T>], p: f64) -> Option<Line<T>> {
    lines.iter().copied().reduce(|best, line| {
        if line.value(p) > best.value(p) {
            line
        } else {
            best
        }
    })
}

/// The chance of success at which two options are worth the same; `None` if their lines are
/// parallel. Outside 0..1 one of them is better at any chance.
#[must_use]
pub fn p_star<T>(i: &Line<T>, j: &Line<T>) -> Option<f64> {
    let (good, bad) = (j.good - i.good, j.bad - i.bad);
    let slope = good - bad;
    (slope != 0.0)
        .then(|| -bad / slope)
        .filter(|p| p.is_finite())
}

/// A chance of success at which the recommendation changes, and to what.
#[derive(Clone, Copy, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct BreakEven<T> {
    /// The chance of success.
    pub p: f64,
    /// What is best beyond it.
    pub to: T,
}

/// The nearest changes of the best option below and above `p`; `None` where there is none in 0..1.
#[must_use]
pub fn break_even<T: Copy>(
    lines: &[Line<T>],
    p: f64,
) -> (Option<BreakEven<T>>, Option<BreakEven<T>>) {
    let Some(best) = best(lines, p) else {
        return (None, None);
    };
    let crossings = || {
        lines.iter().filter_map(|line| {
            let at = p_star(&best, line).filter(|at| (0.0..=1.0).contains(at))?;
            Some((at, line))
        })
    };
    let down = crossings()
        .filter(|(at, line)| *at <= p && line.slope() < best.slope())
        .reduce(|near, next| if next.0 > near.0 { next } else { near });
    let up = crossings()
        .filter(|(at, line)| *at >= p && line.slope() > best.slope())
        .reduce(|near, next| if next.0 < near.0 { next } else { near });
    let change = |(p, line): (f64, &Line<T>)| BreakEven { p, to: line.option };
    (down.map(change), up.map(change))
}

/// A stretch of p in which one option is best.
#[derive(Clone, Copy, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Segment<T> {
    /// Start of the stretch.
    pub from: f64,
    /// End of the stretch.
    pub to: f64,
    /// The best option in it.
    pub option: T,
}

/// The upper edge of the lines over p = 0..1: what is best by chance of success.
#[must_use]
pub fn upper_edge<T: Copy>(lines: &[Line<T>]) -> Vec<Segment<T>> {
    let mut segments = Vec::new();
    let start = lines.iter().copied().reduce(|best, line| {
        let ahead = line.bad > best.bad || (line.bad == best.bad && line.slope() > best.slope());
        if ahead { line } else { best }
    });
    let Some(mut current) = start else {
        return segments;
    };
    let mut from = 0.0;
    // Every step goes to a steeper line, so there are at most as many as lines.
    for _ in lines {
        let next = lines
            .iter()
            .filter(|line| line.slope() > current.slope())
            .filter_map(|line| p_star(&current, line).map(|at| (at.max(from), line)))
            .filter(|(at, _)| *at < 1.0)
            .reduce(|near, next| {
                let nearer =
                    next.0 < near.0 || (next.0 == near.0 && next.1.slope() > near.1.slope());
                if nearer { next } else { near }
            });
        let Some((at, line)) = next else { break };
        if at > from {
            segments.push(Segment {
                from,
                to: at,
                option: current.option,
            });
        }
        from = at;
        current = *line;
    }
    segments.push(Segment {
        from,
        to: 1.0,
        option: current.option,
    });
    segments
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines() -> [Line<&'static str>; 4] {
        [
            Line {
                option: "steep",
                good: 100.0,
                bad: -100.0,
            },
            Line {
                option: "flat",
                good: 0.0,
                bad: 0.0,
            },
            Line {
                option: "middle",
                good: 60.0,
                bad: -30.0,
            },
            Line {
                option: "never",
                good: 10.0,
                bad: -20.0,
            },
        ]
    }

    #[test]
    fn the_upper_edge_names_each_option_where_it_is_best() {
        let edge = upper_edge(&lines());
        let found: Vec<_> = edge.iter().map(|s| (s.option, s.from, s.to)).collect();
        let third = 1.0 / 3.0;
        assert_eq!(found[0], ("flat", 0.0, third));
        assert_eq!((found[1].0, found[1].1), ("middle", third));
        assert!((found[1].2 - 70.0 / 110.0).abs() < 1e-15);
        assert_eq!((found[2].0, found[2].2), ("steep", 1.0));
        assert_eq!(found.len(), 3);
    }

    #[test]
    fn break_evens_are_the_ends_of_the_stretch() {
        let (down, up) = break_even(&lines(), 0.5);
        assert_eq!(
            down,
            Some(BreakEven {
                p: 1.0 / 3.0,
                to: "flat"
            })
        );
        assert_eq!(up.map(|b| b.to), Some("steep"));
        assert_eq!(break_even(&lines(), 0.9).1, None);
        assert_eq!(break_even::<&str>(&[], 0.5), (None, None));
    }

    #[test]
    fn parallel_lines_have_no_break_even() {
        let [a, ..] = lines();
        let b = Line {
            option: "parallel",
            good: 90.0,
            bad: -110.0,
        };
        assert_eq!(p_star(&a, &b), None);
        assert_eq!(upper_edge(&[b, a]).len(), 1);
    }
}
