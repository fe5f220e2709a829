//! What a row says of ranges: "likely 20 to 30", and for users what size and speed of demand make
//! of them.

use headroom_model::demand::{Curve, Demand};
use headroom_model::field::{Key, Kind, Range};
use headroom_model::normal;
use headroom_model::quantile::quantiles;
use headroom_model::scenario::{CORRELATIONS, has_range};
use headroom_model::text::write::{self, Precision};

use super::state::Form;

/// What a closed row says of the range.
#[derive(Clone, Debug, PartialEq)]
pub struct Likely {
    /// "likely 20 to 30", "add a range" and the like.
    pub words: String,
    /// The ends, to be drawn on the slider.
    pub ends: Option<[f64; 2]>,
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
