//! What is said about keeping scenarios.

use headroom_model::field::Key;
use headroom_model::scenario_file::{Document, NAME_CAP};
use headroom_model::text::write::{self, Precision};

use super::saver::NotSaved;
use super::store::Trouble;
use crate::form::Form;

/// How the present state is stored.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Saving {
    /// Nothing was changed yet.
    #[default]
    Untouched,
    /// On its way to the disk.
    Pending,
    /// In both stores.
    Saved,
    /// In one store only; what the other said.
    Partly(Trouble),
    /// In none.
    Not(NotSaved),
}

impl Saving {
    /// One or two words beside the scenario's name.
    #[must_use]
    pub fn short(&self) -> &'static str {
        match self {
            Self::Untouched => "",
            Self::Pending => "saving…",
            Self::Saved => "saved in this browser",
            Self::Partly(_) => "saved, but not twice",
            Self::Not(_) => "not saved",
        }
    }

    /// What to say in a banner, if anything.
    #[must_use]
    pub fn banner(&self) -> Option<String> {
        let file = "Save a file to keep it.";
        match self {
            Self::Untouched | Self::Pending | Self::Saved => None,
            Self::Partly(Trouble::Unavailable) => Some(
                "This scenario is stored in one of two places only: this browser does not let the page use the other. A file is the safest copy.".into(),
            ),
            Self::Partly(trouble) => Some(format!(
                "This scenario is stored in one of two places only: {trouble}. A file is the safest copy."
            )),
            Self::Not(NotSaved::Trouble(trouble)) => Some(format!("Not saved: {trouble}. {file}")),
            Self::Not(NotSaved::NewerProgram { .. }) => Some(format!(
                "Not saved: a newer version of Headroom has saved in this browser, and this older one overwrites nothing. What is shown here may be older than what that one saved. Reload the page to get the newer one. {file}"
            )),
            Self::Not(NotSaved::NewerGeneration { .. }) => Some(format!(
                "Not saved: another tab has changed this scenario since. {file}"
            )),
        }
    }
}

/// What differs from the example: "Chance people really want this: 50 to 35%", one a line.
#[must_use]
pub fn differences(document: &Document) -> Vec<String> {
    let form = Form::from_document(document);
    let kind = form.kind();
    let line = |key: Key| {
        let label = key.field().words(kind).label;
        if form.is_typed(key) {
            let (before, now) = (form.original(key), form.text(key));
            let named = |text: String| {
                if text.is_empty() {
                    "unlimited".into()
                } else {
                    text
                }
            };
            format!("{label}: {} instead of {}", named(now), named(before))
        } else {
            format!("{label}: another range")
        }
    };
    document.inputs.iter().map(|(key, _)| line(*key)).collect()
}

/// What is said when a document from outside was opened.
#[must_use]
pub fn opened(document: &Document, from: &str) -> String {
    let short = document.preset.short;
    let changes = match document.inputs.len() {
        0 => format!("It is {short}, unchanged."),
        1 => format!("It differs from {short} in one number."),
        n => format!("It differs from {short} in {n} numbers."),
    };
    let engine = if document.engine == headroom_model::VERSION {
        String::new()
    } else {
        format!(
            " It was computed with Headroom {}; this is {}, so figures may differ.",
            document.engine,
            headroom_model::VERSION
        )
    };
    format!("Opened {from} as a new scenario; nothing else was touched. {changes}{engine}")
}

/// What a link or a file leaves out: what was typed for the other kind of product, if anything was.
#[must_use]
pub fn left_out(form: &Form) -> Option<String> {
    let (shown, other) = (form.kind().word(), form.kind().other().word());
    form.other_is_changed().then(|| {
        format!(
            "Links and files hold the {shown} numbers only. What you typed for {other} stays in this browser; switch to {other} to share or save it."
        )
    })
}

/// "1 scenario", "37 scenarios".
#[must_use]
pub fn scenarios(count: usize) -> String {
    #[expect(clippy::cast_precision_loss, reason = "far below 2^53")]
    let shown = write::count(count as f64, Precision::Exact);
    let noun = if count == 1 { "scenario" } else { "scenarios" };
    format!("{shown} {noun}")
}

/// A name that no other scenario has: with "(2)" and so on behind it where it is taken, in the place of a number that it
/// has already, and shortened where it would be too long.
#[must_use]
pub fn free_name(wanted: &str, taken: impl Fn(&str) -> bool) -> String {
    if !taken(wanted) {
        return wanted.to_owned();
    }
    let numbered = wanted
        .strip_suffix(')')
        .and_then(|name| name.rsplit_once(" ("));
    let bare = match numbered {
        Some((bare, number)) if number.parse::<u32>().is_ok() => bare,
        _ => wanted,
    };
    (2_u32..)
        .map(|n| {
            let number = format!(" ({n})");
            let room = NAME_CAP.saturating_sub(number.len());
            bare.chars().take(room).collect::<String>() + &number
        })
        .find(|name| !taken(name))
        .unwrap_or_else(|| wanted.to_owned())
}

/// A file's name made of a scenario's: letters, digits and dashes, never one that a system reserves.
#[must_use]
pub fn file_name(title: &str, date: &str) -> String {
    let dashed: String = title
        .chars()
        .map(|c| {
            if c.is_ascii_alphanumeric() {
                c.to_ascii_lowercase()
            } else {
                '-'
            }
        })
        .collect();
    let words: Vec<&str> = dashed.split('-').filter(|word| !word.is_empty()).collect();
    let short: String = words.join("-").chars().take(60).collect();
    let short = short.trim_end_matches('-');
    if short.is_empty() {
        format!("headroom-{date}.json")
    } else {
        format!("headroom-{short}-{date}.json")
    }
}

/// A name with the signs made visible that turn the direction of what follows.
#[must_use]
pub fn shown(name: &str) -> String {
    name.chars()
        .map(|c| match c {
            '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200e}' | '\u{200f}' => {
                '\u{fffd}'
            }
            c => c,
        })
        .collect()
}

/// When a file was last saved, to stand beside what a browser may delete.
#[must_use]
pub fn last_backup(days: Option<u32>) -> String {
    match days {
        None => "No file has been saved from this browser yet.".to_owned(),
        Some(0) => "The last file was saved today.".to_owned(),
        Some(1) => "The last file was saved yesterday.".to_owned(),
        Some(days) => format!("The last file was saved {days} days ago."),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use headroom_model::preset::EXAMPLES;

    /// [I14] A name that is taken gets a number; nothing is replaced.
    #[test]
    fn a_taken_name_gets_a_number() {
        let taken = ["Board", "Board (2)"];
        assert_eq!(
            free_name("Board", |name| taken.contains(&name)),
            "Board (3)"
        );
        assert_eq!(free_name("Other", |name| taken.contains(&name)), "Other");
        assert_eq!(
            free_name("Board (2)", |name| taken.contains(&name)),
            "Board (3)"
        );
        let longest = "é".repeat(NAME_CAP);
        assert_eq!(free_name(&longest, |_| false), longest);
        let numbered = free_name(&longest, |name| name == longest);
        assert_eq!(numbered.chars().count(), NAME_CAP);
        assert!(numbered.ends_with("é (2)"));
    }

    /// [T7] Whatever a scenario is called, its file has a name that every system takes.
    #[test]
    fn files_have_names_that_every_system_takes() {
        let long = "x".repeat(300);
        for (title, name) in [
            ("Q3 board", "headroom-q3-board-2026-01-02.json"),
            ("../../etc/passwd", "headroom-etc-passwd-2026-01-02.json"),
            ("CON", "headroom-con-2026-01-02.json"),
            ("שלום", "headroom-2026-01-02.json"),
            (" .", "headroom-2026-01-02.json"),
        ] {
            assert_eq!(file_name(title, "2026-01-02"), name);
        }
        assert!(file_name(&long, "2026-01-02").len() < 90);
    }

    #[test]
    fn what_differs_is_said() {
        let mut form = Form::default();
        form.set(Key::Success, "35".into());
        form.set_certain(Key::Premium);
        form.set(Key::Cash, "3M".into());
        let mut document = form.document();
        assert_eq!(
            differences(&document),
            [
                "Chance people really want this: 35 instead of 50",
                "Extra for the scalable version: another range",
                "Cash you have: 3M instead of unlimited",
            ]
        );
        document.engine = "0.0.9".into();
        let said = opened(&document, "a link");
        assert!(
            said.contains("in 3 numbers") && said.contains("Headroom 0.0.9"),
            "{said}"
        );
        let unchanged = Document::of_example(&EXAMPLES[0]);
        assert!(opened(&unchanged, "a file").contains("unchanged"));
    }

    #[test]
    fn what_a_link_leaves_out_is_said() {
        let mut form = Form::default();
        assert_eq!(left_out(&form), None);
        form.switch_kind();
        assert_eq!(left_out(&form), None, "nothing was typed");
        form.switch_kind();
        form.set(Key::Success, "35".into());
        form.switch_kind();
        let said = left_out(&form).expect("something was typed for software");
        assert!(
            said.contains("the hardware numbers only") && said.contains("for software"),
            "{said}"
        );
    }

    /// [S18] What is not saved twice, or not at all, is said with the way out.
    #[test]
    fn what_is_not_saved_offers_the_file() {
        let not = |why| Saving::Not(why).banner().expect("it is said");
        for text in [
            not(NotSaved::Trouble(Trouble::Full)),
            not(NotSaved::Trouble(Trouble::Unavailable)),
            not(NotSaved::NewerProgram { format: 2 }),
            not(NotSaved::NewerGeneration { generation: 4 }),
        ] {
            assert!(
                text.starts_with("Not saved: ") && text.contains("file"),
                "{text}"
            );
        }
        assert_eq!(Saving::Saved.banner(), None);
    }

    /// [S18]
    #[test]
    fn how_long_ago_a_file_was_saved_is_said() {
        let said = [None, Some(0), Some(1), Some(9)].map(last_backup);
        assert_eq!(said[0], "No file has been saved from this browser yet.");
        assert!(said[1].ends_with("today.") && said[2].ends_with("yesterday."));
        assert_eq!(said[3], "The last file was saved 9 days ago.");
    }
}
