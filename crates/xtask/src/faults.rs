//! What can go wrong, as numbered in `tests/faults.txt`, against the tests that name the numbers:
//! every case has a test, or a sentence why it has none.

mod list;
mod mention;

use crate::{Outcome, shell};
use list::{Case, Note};
use mention::Mention;
use std::path::Path;

/// The list of cases.
const LIST: &str = "tests/faults.txt";

/// Folders whose Rust files are searched for tests.
const RUST: [&str; 2] = ["src", "crates"];

/// The folder of the tests in a browser.
const BROWSER: &str = "tests/browser";

/// Stops with a sentence for each case that is neither tested nor explained, and for each number
/// that is out of place.
pub fn check() -> Outcome {
    let cases = list::read(&shell::read(LIST)?)?;
    let mentions = mentions()?;
    let complaints = complaints(&cases, &mentions);
    if complaints.is_empty() {
        Ok(())
    } else {
        Err(complaints.join("\n"))
    }
}

/// Every number that stands in a test of the project.
fn mentions() -> Outcome<Vec<Mention>> {
    let mut found = Vec::new();
    for folder in RUST {
        for file in shell::files_below(Path::new(folder))? {
            if file.ends_with(".rs") {
                let path = format!("{folder}/{file}");
                found.extend(mention::in_rust(&path, &shell::read(&path)?));
            }
        }
    }
    for file in browser_tests()? {
        let path = format!("{BROWSER}/{file}");
        found.extend(mention::in_javascript(&path, &shell::read(&path)?));
    }
    Ok(found)
}

/// The names of the browser's test files. What lies in folders there is not ours.
fn browser_tests() -> Outcome<Vec<String>> {
    let entries = std::fs::read_dir(BROWSER)
        .map_err(|error| format!("{BROWSER} cannot be read: {error}."))?;
    let names = entries
        .flatten()
        .map(|entry| entry.file_name().to_string_lossy().into_owned());
    let mut tests: Vec<String> = names.filter(|name| name.ends_with(".test.mjs")).collect();
    tests.sort();
    Ok(tests)
}

/// One sentence for everything that does not fit.
fn complaints(cases: &[Case], mentions: &[Mention]) -> Vec<String> {
    let about_cases = cases
        .iter()
        .filter(|case| case.required)
        .filter_map(|case| complaint_about(case, mentions));
    let about_mentions = mentions
        .iter()
        .filter_map(|mention| misplaced(mention, cases));
    about_cases.chain(about_mentions).collect()
}

fn complaint_about(case: &Case, mentions: &[Mention]) -> Option<String> {
    let test = mentions
        .iter()
        .find(|mention| mention.in_a_test && mention.id == case.id);
    let Case { id, title, .. } = case;
    match (&case.note, test) {
        (None, None) => Some(format!(
            "{id} ({title}) has no test, and no reason in {LIST} why not."
        )),
        (Some(Note::NotTested), Some(test)) => Some(format!(
            "{id} ({title}) has a reason in {LIST} why it is not tested, and a test: {}. One of them goes.",
            test.place
        )),
        (Some(Note::Partly), None) => Some(format!(
            "{id} ({title}) is said in {LIST} to be tested in part, and has no test."
        )),
        _ => None,
    }
}

fn misplaced(mention: &Mention, cases: &[Case]) -> Option<String> {
    let Mention {
        id,
        place,
        in_a_test,
    } = mention;
    if cases.iter().all(|case| case.id != *id) {
        Some(format!("{place} names [{id}], which is not in {LIST}."))
    } else if !in_a_test {
        Some(format!(
            "{place} names [{id}], but no test that runs stands directly below it."
        ))
    } else {
        None
    }
}

/// Whether a word is the number of a case: a capital and one or two digits.
fn is_id(word: &str) -> bool {
    let mut characters = word.chars();
    let starts = characters.next().is_some_and(|c| c.is_ascii_uppercase());
    let digits = characters.as_str();
    starts && matches!(digits.len(), 1 | 2) && digits.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    const CASES: &str = "What this is.\n\n== Must\n\nLinks\nL1 an empty link\nL2 a cut link\n  \
                         not tested: links come\n  later\nL3 a changed link\n  partly: short ones\n\n== May\n\nT1 a comma\n";

    fn said(rust: &str, javascript: &str) -> Vec<String> {
        let cases = list::read(CASES).expect("the list is in order");
        let mut mentions = mention::in_rust("a.rs", rust);
        mentions.extend(mention::in_javascript("b.test.mjs", javascript));
        complaints(&cases, &mentions)
    }

    #[test]
    fn every_case_has_a_test_or_a_reason() {
        shell::enter_root().expect("the repository is there");
        if let Err(sentences) = check() {
            panic!("{sentences}");
        }
    }

    #[test]
    fn tests_and_reasons_together_are_enough() {
        let rust = "/// It starts. [L1 L3]\n#[test]\nfn starts() {}\n";
        assert_eq!(said(rust, ""), Vec::<String>::new());
        let in_browser = "test('starts [L1]', () => {});\ntest('is told [L3 T1]', () => {});";
        assert_eq!(said("", in_browser), Vec::<String>::new());
    }

    #[test]
    fn a_case_without_test_and_reason_is_named() {
        let said = said("/// [L3]\n#[test]\nfn told() {}\n", "");
        assert_eq!(
            said,
            ["L1 (an empty link) has no test, and no reason in tests/faults.txt why not."]
        );
    }

    #[test]
    fn a_reason_beside_a_test_is_named() {
        let said = said("/// [L1 L2 L3]\n#[test]\nfn all() {}\n", "");
        assert_eq!(said.len(), 1, "{said:?}");
        assert!(said[0].starts_with("L2 (a cut link) has a reason"));
        assert!(said[0].contains("a test: a.rs:1."), "{said:?}");
    }

    #[test]
    fn a_part_without_any_test_is_named() {
        let said = said("", "test('starts [L1]', f)");
        assert_eq!(said.len(), 1, "{said:?}");
        assert!(said[0].starts_with("L3 (a changed link) is said"));
    }

    #[test]
    fn numbers_that_are_unknown_or_above_no_test_are_named() {
        let rust = "/// [L1 L3 Q7]\n#[test]\nfn all() {}\n\n/// [L1]\nfn helper() {}\n";
        assert_eq!(
            said(rust, ""),
            [
                "a.rs:1 names [Q7], which is not in tests/faults.txt.",
                "a.rs:5 names [L1], but no test that runs stands directly below it.",
            ]
        );
    }

    #[test]
    fn a_number_is_a_capital_and_one_or_two_digits() {
        assert!(is_id("L1") && is_id("N16"));
        for word in ["", "L", "1", "l1", "L123", "L1a", "LL1", "É1"] {
            assert!(!is_id(word), "{word}");
        }
    }
}
