//! The ranges of the inputs: what was typed, and what a row shows.

use headroom_model::demand::{Curve, Demand};
use headroom_model::field::{Key, Kind, Range, Shape};
use headroom_model::normal;
use headroom_model::quantile::quantiles;
use headroom_model::scenario::{CORRELATIONS, Fault, Problem, check, check_range, has_range};
use headroom_model::text::Expect;
use headroom_model::text::read;
use headroom_model::text::write::{self, Precision, Sign};

use super::state::Form;

/// What was said about the range of an input.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) enum Said {
    /// Nothing: the range of the presets holds, moved along with the best guess.
    #[default]
    Nothing,
    /// That the input is certain.
    Certain,
    /// Low and high, as texts.
    Ends([String; 2]),
}

/// An end of a range.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// The value with one chance in twenty below it.
    Low,
    /// The value with one chance in twenty above it.
    High,
}

/// The range of an input with what stands in its fields.
#[derive(Clone, Debug, PartialEq)]
pub struct RangeEntry {
    /// The range; `None` = certain, or not to be read.
    pub range: Option<Range>,
    /// The texts of low and high; empty if there is no range.
    pub ends: [String; 2],
    /// Which of them cannot be used.
    pub wrong: [bool; 2],
    /// A sentence that says why.
    pub problem: Option<String>,
    /// What was understood, where it was not literal.
    pub notes: Vec<String>,
}

/// What a closed row says of the range.
#[derive(Clone, Debug, PartialEq)]
pub struct Likely {
    /// "likely 20 to 30", "add a range" and the like.
    pub words: String,
    /// The ends, to be drawn on the slider.
    pub ends: Option<[f64; 2]>,
}

/// Whether an input is one of demand's own numbers, for which its size and speed stand.
pub(super) fn is_users(key: Key) -> bool {
    matches!(
        key,
        Key::UsersAtLaunch | Key::UsersMonth6 | Key::UsersMonth12 | Key::Ceiling
    )
}

/// The months after launch at which an input counts the users.
fn months(key: Key) -> Option<f64> {
    match key {
        Key::UsersMonth6 => Some(6.0),
        Key::UsersMonth12 => Some(12.0),
        _ => None,
    }
}

impl Form {
    /// The inputs whose ranges the row of an input opens.
    #[must_use]
    pub fn opens(key: Key) -> Vec<Key> {
        if months(key).is_some() {
            vec![Key::Size, Key::Speed]
        } else if has_range(key) {
            vec![key]
        } else {
            Vec::new()
        }
    }

    /// Types a text into low or high. The other end and the best guess stay as they are shown.
    pub fn set_end(&mut self, key: Key, end: End, text: String) {
        let mut ends = self.range_entry(key).ends;
        ends[end as usize] = text;
        self.keep_best_alone(key);
        let same = ends == self.ends_of_the_example(key);
        self.say(
            key,
            if same {
                Said::Nothing
            } else {
                Said::Ends(ends)
            },
        );
    }

    /// Says that an input is certain.
    pub fn set_certain(&mut self, key: Key) {
        self.keep_best_alone(key);
        let has_none = self.preset_range(key).is_none();
        self.say(
            key,
            if has_none {
                Said::Nothing
            } else {
                Said::Certain
            },
        );
    }

    /// Gives an input the range of the example back; its best guess stays.
    pub fn reset_range(&mut self, key: Key) {
        self.keep_best_alone(key);
        self.say(key, Said::Nothing);
    }

    /// Whether something was said about the range of an input.
    #[must_use]
    pub fn has_own_range(&self, key: Key) -> bool {
        *self.said(key) != Said::Nothing
    }

    /// The range of an input with what stands in its fields.
    #[must_use]
    pub fn range_entry(&self, key: Key) -> RangeEntry {
        let fine = |range, ends| RangeEntry {
            range,
            ends,
            wrong: [false; 2],
            problem: None,
            notes: Vec::new(),
        };
        match self.said(key) {
            Said::Nothing => fine(
                self.range_of_the_example(key, self.best(key)),
                self.ends_of_the_example(key),
            ),
            Said::Certain => fine(None, Default::default()),
            Said::Ends(ends) => self.read_ends(key, ends),
        }
    }

    fn read_ends(&self, key: Key, ends: &[String; 2]) -> RangeEntry {
        let expect = key.field().expect(self.kind());
        let mut entry = RangeEntry {
            range: None,
            ends: ends.clone(),
            wrong: [false; 2],
            problem: None,
            notes: Vec::new(),
        };
        let mut problems = Vec::new();
        let mut values = [None; 2];
        for (place, name) in ["Low end", "High end"].into_iter().enumerate() {
            let reading = read::number(&ends[place], expect);
            values[place] = reading.value();
            let sentence = reading.sentence().map(|said| format!("{name}: {said}"));
            if reading.value().is_some() {
                entry.notes.extend(sentence);
            } else {
                entry.wrong[place] = true;
                problems.extend(sentence);
            }
        }
        if let [Some(low), Some(high)] = values {
            let shape = self.shape(key);
            let range = Range { low, high, shape };
            entry.range = (low < high).then_some(range);
            let best = self.entry(key).value;
            let fault = best.and_then(|best| check_range(self.kind(), key, best, &range).err());
            if let Some(fault) = fault {
                entry.wrong = [low, high].map(|end| check(self.kind(), key, end).is_err());
                if entry.wrong == [false; 2] {
                    entry.wrong = [true; 2];
                }
                problems.push(self.range_problem(key, fault));
            }
        }
        entry.problem = (!problems.is_empty()).then(|| problems.join(" "));
        entry
    }

    fn range_problem(&self, key: Key, fault: Fault) -> String {
        let sentence = Problem { key, fault }.sentence();
        let expect = key.field().expect(self.kind());
        let [low, high] = self
            .suggested(key)
            .map(|end| write::field_with_sign(end, expect));
        format!("{sentence} For example: {low} to {high}.")
    }

    /// A range that is possible: the example's about the best guess, or one a third of the way.
    fn suggested(&self, key: Key) -> [f64; 2] {
        let best = self.best(key);
        let expect = key.field().expect(self.kind());
        if let Some(range) = self.range_of_the_example(key, best) {
            return [range.low, range.high].map(|end| rounded(end, expect));
        }
        let shape = self.shape(key);
        let (lowest, highest) = key.field().sensible;
        let about = if shape.holds(best) {
            [-0.4, 0.4].map(|step| shape.from_scale(shape.to_scale(best) + step))
        } else {
            [0.1, 0.5].map(|share| lowest + share * (highest - lowest))
        };
        about.map(|end| rounded(end, expect))
    }

    /// The scale on which the range of an input is built: that of its preset, else the logit scale
    /// for shares and the logarithmic one for everything else.
    pub(super) fn shape(&self, key: Key) -> Shape {
        match self.preset_range(key) {
            Some(range) => range.shape,
            None if key.field().allowed.1 <= 1.0 => Shape::LogitNormal,
            None => Shape::Lognormal,
        }
    }

    fn preset_range(&self, key: Key) -> Option<Range> {
        key.field().preset(self.kind())?.range
    }

    /// The range that a scenario has if nothing is said about it.
    fn range_of_the_example(&self, key: Key, best: f64) -> Option<Range> {
        self.preset_range(key)?
            .moved(key.default_for(self.kind()), best)
    }

    fn ends_of_the_example(&self, key: Key) -> [String; 2] {
        self.ends_about(key, self.best(key))
    }

    /// The ends of the example's range about a best guess: as they are where it did not move, else
    /// at three significant digits.
    fn ends_about(&self, key: Key, best: f64) -> [String; 2] {
        let Some(range) = self.range_of_the_example(key, best) else {
            return Default::default();
        };
        let expect = key.field().expect(self.kind());
        let moved = best != key.default_for(self.kind());
        [range.low, range.high].map(|end| {
            let end = if moved { rounded(end, expect) } else { end };
            write::field(end, expect)
        })
    }

    /// The best guess; the example's, where the text is no number.
    fn best(&self, key: Key) -> f64 {
        let typed = self.entry(key).value;
        typed.unwrap_or_else(|| self.example().value(key))
    }

    /// A range that was typed into the field of the best guess is taken apart, once one of its
    /// numbers is changed elsewhere.
    fn keep_best_alone(&mut self, key: Key) {
        if let Some(estimate) = self.estimate(key) {
            self.set_text(key, self.written(key, estimate.best));
        }
    }

    /// What the closed row of an input says of its range; `None` where it opens none.
    #[must_use]
    pub fn likely(&self, key: Key) -> Option<Likely> {
        if let Some(months) = months(key) {
            return Some(self.users_likely(months));
        }
        if !has_range(key) {
            return None;
        }
        let entry = self.range_entry(key);
        let expect = key.field().expect(self.kind());
        let words = match (entry.range, &entry.problem) {
            (_, Some(_)) => "range unclear".into(),
            // In full they would not fit the row.
            (Some(range), None) if range.high >= 1e6 && !expect.family.is_percent() => {
                let short = |end| write::count(end, Precision::Table);
                likely(&[range.low, range.high].map(short))
            }
            (Some(_), None) => likely(&entry.ends),
            (None, None) if self.preset_range(key).is_some() => "no range".into(),
            (None, None) => "add a range".into(),
        };
        Some(Likely {
            words,
            ends: entry.range.map(|range| [range.low, range.high]),
        })
    }

    /// The words for the range that the example has: "likely 20 to 30", "no range".
    #[must_use]
    pub fn likely_in_the_example(&self, key: Key, best: f64) -> String {
        match self.range_of_the_example(key, best) {
            Some(_) => likely(&self.ends_about(key, best)),
            None => "no range".into(),
        }
    }

    /// The words for the range that the example has about the best guess typed.
    #[must_use]
    pub fn likely_about_best(&self, key: Key) -> String {
        self.likely_in_the_example(key, self.best(key))
    }

    /// Whether an input has no range and is not about to get one.
    #[must_use]
    pub fn is_certain(&self, key: Key) -> bool {
        let entry = self.range_entry(key);
        entry.range.is_none() && entry.problem.is_none()
    }

    /// The range of an input beside its number on paper: "20 to 30".
    #[must_use]
    pub fn range_on_paper(&self, key: Key) -> Option<String> {
        let words = self.likely(key)?.words;
        words.strip_prefix("likely ").map(str::to_owned)
    }

    fn users_likely(&self, months: f64) -> Likely {
        let ranges = [Key::Size, Key::Speed].map(|key| self.range_entry(key));
        if ranges.iter().any(|range| range.problem.is_some()) {
            return Likely {
                words: "range unclear".into(),
                ends: None,
            };
        }
        if ranges.iter().all(|range| range.range.is_none()) {
            return Likely {
                words: "no range".into(),
                ends: None,
            };
        }
        let ends = self.users_between(months, ranges.map(|range| range.range));
        let words = ends.map(|ends| likely(&ends.map(|end| write::count(end, Precision::Table))));
        Likely {
            words: words.unwrap_or_else(|| "range unclear".into()),
            ends,
        }
    }

    /// Nine chances in ten that the users lie between these some months after launch, if size and
    /// speed of demand lie in their ranges and go together as the presets say. By a grid of equal
    /// chances; `None` if there is no demand curve.
    fn users_between(&self, months: f64, [size, speed]: [Option<Range>; 2]) -> Option<[f64; 2]> {
        const CELLS: u32 = 51;
        let together = CORRELATIONS
            .iter()
            .find(|pair| pair.first == Key::Size && pair.second == Key::Speed)
            .map_or(0.0, |pair| pair.strength);
        let own = (1.0 - together * together).sqrt();
        let best = [Key::Size, Key::Speed].map(|key| self.best(key));
        let at = |range: Option<Range>, best: f64, z: f64| match range {
            Some(range) => range.at(best, z),
            None => best,
        };
        let places: Vec<f64> = (0..CELLS)
            .map(|cell| normal::quantile((f64::from(cell) + 0.5) / f64::from(CELLS)))
            .collect();
        let mut users = Vec::with_capacity(places.len() * places.len());
        for &fast in &places {
            let curve = self.curve(at(speed, best[1], fast))?;
            for &rest in &places {
                let size = at(size, best[0], together * fast + own * rest);
                users.push((curve.with_size(size).at(months), 1.0));
            }
        }
        match quantiles(&users, [0.05, 0.95]) {
            [Some(low), Some(high)] => Some([low, high]),
            _ => None,
        }
    }

    /// The demand curve of the texts at another speed.
    fn curve(&self, speed: f64) -> Option<Curve> {
        let value = |key| match key {
            Key::Speed => speed,
            other => self.best(other),
        };
        Curve::new(&Demand::Milestones, value).ok()
    }

    /// What the range of demand's size or speed alone means in users; `None` for other inputs. It
    /// is told for the months of the row in which it is opened.
    #[must_use]
    pub fn means_in_users(&self, row: Key, key: Key) -> Option<String> {
        let range = self.range_entry(key).range?;
        let months = months(row).unwrap_or(12.0);
        let users = [range.low, range.high].map(|end| {
            let curve = match key {
                Key::Size => self.curve(self.best(Key::Speed))?.with_size(end),
                Key::Speed => self.curve(end)?,
                _ => return None,
            };
            Some(write::count(curve.at(months), Precision::Table))
        });
        let [Some(low), Some(high)] = users else {
            return None;
        };
        let what = match self.kind() {
            Kind::Service => "users",
            Kind::Hardware => "orders a month",
        };
        let months = write::plain(months, Precision::Exact);
        Some(format!(
            "By itself that is {low} to {high} {what} after {months} months."
        ))
    }
}

/// "likely 20 to 30".
fn likely([low, high]: &[String; 2]) -> String {
    format!("likely {low} to {high}")
}

/// A value at three significant digits.
fn rounded(value: f64, expect: Expect) -> f64 {
    let text = if expect.family.is_percent() {
        write::percent(value, Precision::Table, Sign::Minus)
    } else {
        write::plain(value, Precision::Table)
    };
    let read = read::number(&text, expect).value();
    read.filter(|read| *read != 0.0).unwrap_or(value)
}

#[cfg(all(test, not(target_family = "wasm")))]
#[path = "tests/ranges.rs"]
mod tests;
