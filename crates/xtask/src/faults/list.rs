//! The list of cases: what a line of it says.

use super::is_id;
use crate::Outcome;

/// One case.
#[derive(Debug, PartialEq)]
pub struct Case {
    /// Its number.
    pub id: String,
    /// What goes wrong.
    pub title: String,
    /// Whether it must have a test or a reason.
    pub required: bool,
    /// What is said about its tests.
    pub note: Option<Note>,
}

/// What the list says about the tests of a case.
#[derive(Debug, PartialEq)]
pub enum Note {
    /// There is none, and why.
    NotTested,
    /// They leave something out, and why.
    Partly,
}

const NOT_TESTED: &str = "not tested:";
const PARTLY: &str = "partly:";

/// Reads the list; the error says which line is not understood.
pub fn read(text: &str) -> Outcome<Vec<Case>> {
    let mut cases = Vec::new();
    let mut sections = 0;
    for (index, line) in text.lines().enumerate() {
        if line.starts_with("== ") {
            sections += 1;
        } else if sections > 0 {
            read_line(line, sections == 1, &mut cases)
                .map_err(|why| format!("{}:{}: {why}", super::LIST, index + 1))?;
        }
    }
    if cases.iter().any(|case| case.required) {
        Ok(cases)
    } else {
        Err(format!("{} has no case that must be tested.", super::LIST))
    }
}

fn read_line(line: &str, required: bool, cases: &mut Vec<Case>) -> Outcome {
    if line.starts_with(' ') {
        return read_note(line.trim(), cases.last_mut());
    }
    let (id, title) = line.split_once(' ').unwrap_or((line, ""));
    if !is_id(id) {
        // A heading, or a number with a slip in it.
        return match id.contains(|c: char| c.is_ascii_digit()) {
            true => Err(format!("`{id}` is no number of a case.")),
            false => Ok(()),
        };
    }
    if title.trim().is_empty() {
        return Err(format!("{id} does not say what goes wrong."));
    }
    if cases.iter().any(|case| case.id == id) {
        return Err(format!("{id} is there twice."));
    }
    cases.push(Case {
        id: id.to_owned(),
        title: title.trim().to_owned(),
        required,
        note: None,
    });
    Ok(())
}

/// Reads an indented line: a note on the last case, or more words of one.
fn read_note(line: &str, case: Option<&mut Case>) -> Outcome {
    let Some(case) = case.filter(|case| case.required) else {
        return Err("only a case that must be tested has notes.".to_owned());
    };
    let kinds = [(NOT_TESTED, Note::NotTested), (PARTLY, Note::Partly)];
    let started = kinds
        .into_iter()
        .find_map(|(start, note)| Some((line.strip_prefix(start)?, note)));
    match started {
        Some((why, _)) if why.trim().is_empty() => Err(format!("{} has no reason.", case.id)),
        Some(_) if case.note.is_some() => Err(format!("{} has two notes.", case.id)),
        Some((_, note)) => {
            case.note = Some(note);
            Ok(())
        }
        None if case.note.is_some() => Ok(()),
        None => Err(format!(
            "a note starts with `{NOT_TESTED}` or `{PARTLY}`, not with `{line}`."
        )),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cases_notes_and_headings_are_told_apart() {
        let text = "Words of no concern L1\n\n== Must\n\nLinks\nL1 a link\n  not tested: it\n  \
                    comes\nL2 another\n  partly: half\n\n== May\nT1 a comma\n";
        let cases = read(text).expect("it is in order");
        let notes: Vec<_> = cases
            .iter()
            .map(|case| (case.id.as_str(), case.required, &case.note))
            .collect();
        assert_eq!(
            notes,
            [
                ("L1", true, &Some(Note::NotTested)),
                ("L2", true, &Some(Note::Partly)),
                ("T1", false, &None)
            ]
        );
        assert_eq!(cases[0].title, "a link");
    }

    #[test]
    fn a_line_not_understood_is_named() {
        for (line, named) in [
            ("L1: a link", ":2: `L1:` is no number"),
            ("L1", "L1 does not say"),
            ("L1 a\nL1 b", ":3: L1 is there twice"),
            ("L1 a\n  not tested:", "L1 has no reason"),
            ("L1 a\n  untested: so", "a note starts with"),
            ("L1 a\n  partly: so\n  not tested: so", "L1 has two notes"),
            ("  partly: so", "only a case"),
            ("L1 a\n== May\nT1 b\n  partly: so", "only a case"),
            ("Links", "has no case"),
        ] {
            let text = format!("== Must\n{line}\n");
            let sentence = read(&text).expect_err("it is not in order");
            assert!(sentence.contains(named), "{line}: {sentence}");
        }
    }
}
