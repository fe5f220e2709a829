//! How long the answers to the board are, and how easy to read: measured, and told in every run.

use std::io::Write as _;

use super::super::MarketTest;
use super::super::board::{Audience, Document, Length, document};
use super::USD;
use super::board::{CHANGING, said};
use super::named::NAMED;
use super::over_futures::drawn;
use crate::outcome::Outcome;

/// Prints a figure even when the test passes: the runner captures `println!` alone.
fn tell(figure: &str) {
    let mut out = std::io::stdout();
    writeln!(out, "{figure}").unwrap();
}

/// What is read of a document: on a page with its headings, but for what is not counted.
fn words_read(document: &Document) -> usize {
    let headings: usize = match document.length {
        Length::Page => document
            .statements
            .iter()
            .map(|statement| statement.topic.heading().split_whitespace().count())
            .sum(),
        _ => 0,
    };
    said(document).split_whitespace().count() + headings
}

/// Longer answers are longer, and each length keeps to its measure: a line is read in a breath,
/// thirty seconds are at most 95 words (190 a minute, briskly spoken), a page is one page.
#[test]
fn every_length_keeps_to_its_measure() {
    let mut longest = [0; 3];
    for (named, outcome) in NAMED.iter().zip(CHANGING.iter()) {
        for audience in Audience::ALL {
            let words = Length::ALL.map(|length| {
                let test = MarketTest::default();
                words_read(&document(outcome, USD, audience, length, test))
            });
            assert!(words.is_sorted(), "{} {audience:?}: {words:?}", named.name);
            let line = document(outcome, USD, audience, Length::Line, MarketTest::default());
            let line = &line.statements[0].sentences;
            assert!(line.len() > 2 || words[0] <= 44, "{}: {line:?}", named.name);
            for (most, words) in longest.iter_mut().zip(words) {
                *most = words.max(*most);
            }
        }
    }
    tell(&format!(
        "longest line, thirty seconds, page: {longest:?} words"
    ));
    let [line, half_minute, page] = longest;
    // A line is two sentences of at most 44 words, but for a warning that it must not leave out.
    assert!(line <= 56, "{line}");
    assert!(half_minute <= 95, "{half_minute}");
    assert!(page <= 650, "{page}");
}

/// Flesch-Kincaid grade: 0.39 words a sentence + 11.8 syllables a word − 15.59 (Kincaid and others,
/// 1975). A figure counts as one word of two syllables.
fn grade(sentences: &[String]) -> f64 {
    let words = || {
        sentences
            .iter()
            .flat_map(|sentence| sentence.split_whitespace())
    };
    let syllables: usize = words().map(syllables).sum();
    let count = |number: usize| f64::from(u32::try_from(number).unwrap());
    let words = count(words().count());
    0.39 * words / count(sentences.len()) + 11.8 * count(syllables) / words - 15.59
}

fn syllables(word: &str) -> usize {
    if word.contains(|c: char| c.is_ascii_digit()) {
        return 2;
    }
    let word = word.to_lowercase();
    let word = word.trim_matches(|c: char| !c.is_alphabetic());
    let vowel = |c: char| "aeiouy".contains(c);
    let letters: Vec<char> = word.chars().collect();
    let groups = letters
        .iter()
        .zip(std::iter::once(&' ').chain(&letters))
        .filter(|(now, before)| vowel(**now) && !vowel(**before));
    let silent = word.ends_with('e') && !word.ends_with("le") && letters.len() > 2;
    let silent =
        silent || (word.ends_with("ed") && !word.ends_with("ted") && !word.ends_with("ded"));
    groups.count().saturating_sub(usize::from(silent)).max(1)
}

/// Aim: grade 9 or lower for CEO and CFO.
#[test]
fn the_reading_grade_by_audience() {
    let all: Vec<Outcome> = NAMED.iter().map(|named| drawn(&named.scenario())).collect();
    for audience in Audience::ALL {
        let grades = Length::ALL.map(|length| {
            let documents = all
                .iter()
                .map(|outcome| document(outcome, USD, audience, length, MarketTest::default()));
            let statements = documents.flat_map(|document| document.statements);
            let sentences = statements.flat_map(|statement| statement.sentences);
            grade(
                &sentences
                    .map(|sentence| sentence.plain())
                    .collect::<Vec<_>>(),
            )
        });
        tell(&format!(
            "reading grade, {}: line {:.1}, thirty seconds {:.1}, page {:.1}",
            audience.name(),
            grades[0],
            grades[1],
            grades[2]
        ));
        if matches!(audience, Audience::Ceo | Audience::Cfo) {
            let highest = grades.into_iter().fold(f64::MIN, f64::max);
            assert!(highest <= 9.0, "{audience:?}: {grades:?}");
        }
    }
}

#[test]
fn the_reading_grade_is_that_of_known_texts() {
    // Sixteen words of one syllable in two sentences: 0.39 * 8 + 11.8 - 15.59.
    let easy = [
        "The cat sat on the mat all day.",
        "The dog ran to the big red barn.",
    ];
    let found = grade(&easy.map(String::from));
    assert!(
        (found - (0.39 * 8.0 + 11.8 - 15.59)).abs() < 1e-9,
        "{found}"
    );
    let hard = "Organisational accountability necessitates comprehensive documentation.";
    assert!(grade(&[hard.into()]) > 20.0);
    for (word, count) in [
        ("because", 2),
        ("people", 2),
        ("rebuild", 2),
        ("average", 3),
        ("lost", 1),
        ("simple", 2),
        ("scalable", 3),
        ("$37,500", 2),
    ] {
        assert_eq!(syllables(word), count, "{word}");
    }
}
