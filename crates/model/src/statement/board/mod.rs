//! The result for the board: statements in three lengths, for four audiences.
//!
//! A [`Topic`] is a question that a stakeholder asks. [`statement`] answers it at a length, in the
//! order and with the figures that matter to an audience; [`document`] puts the answers together to
//! one line, thirty seconds or one page. All of them are spans: [`render`] turns the same spans
//! into text, Markdown and HTML.

mod asked;
mod break_even;
mod growth;
mod money;
mod outlook;
mod parts;
mod recommend;
pub mod render;
mod room;

pub use asked::{Audience, Length, Topic};

use super::not_counted::not_counted;
use super::provenance::provenance;
use super::say::Say;
use super::span::Sentence;
use super::verdict::{State, headline};
use crate::outcome::Outcome;
use crate::text::write::Currency;

/// The answer to a question at a length.
#[derive(Clone, Debug, PartialEq)]
pub struct Statement {
    /// The question.
    pub topic: Topic,
    /// The answer.
    pub sentences: Vec<Sentence>,
}

/// All that is said to an audience at a length.
#[derive(Clone, Debug, PartialEq)]
pub struct Document {
    /// Who reads it.
    pub audience: Audience,
    /// How much is said.
    pub length: Length,
    /// The answer in the imperative.
    pub title: Sentence,
    /// The answers to the questions of the audience.
    pub statements: Vec<Statement>,
    /// What is not counted, with the reasons; on one page only.
    pub not_counted: Vec<Sentence>,
    /// Futures, seed, error and version.
    pub provenance: Sentence,
}

/// Speaks to an audience about one outcome.
#[derive(Clone, Copy)]
struct Board<'a> {
    say: Say<'a>,
    audience: Audience,
    length: Length,
    state: State,
}

impl Board<'_> {
    /// Whether this much or more is said.
    fn says(&self, length: Length) -> bool {
        self.length as u8 >= length as u8
    }
}

/// The answer to a question; `None` where the question does not arise. Sentences of a longer answer
/// contain those of a shorter one in sense, not word for word.
#[must_use]
pub fn statement(
    outcome: &Outcome,
    currency: Currency,
    topic: Topic,
    audience: Audience,
    length: Length,
) -> Option<Statement> {
    let board = Board {
        say: Say::as_us(outcome, currency),
        audience,
        length,
        state: State::of(outcome),
    };
    let sentences = match topic {
        Topic::Recommendation => Some(recommend::recommendation(&board)),
        Topic::Ask => recommend::ask(&board),
        Topic::BreakEven => break_even::break_even(&board),
        Topic::Prevention => growth::prevention(&board),
        Topic::Penalty => growth::penalty(&board),
        Topic::Reactions => growth::reactions(&board),
        Topic::Room => room::room(&board),
        Topic::Waiting => room::waiting(&board),
        Topic::UnitPrice => money::unit_price(&board),
        Topic::IfUnwanted => money::if_unwanted(&board),
        Topic::Cash => money::cash(&board),
        Topic::OppositeError => money::opposite_error(&board),
        Topic::Risk => outlook::risk(&board),
        Topic::FindingOut => outlook::finding_out(&board),
        Topic::Change => outlook::change(&board),
    }?;
    Some(Statement { topic, sentences })
}

/// The questions that arise, answered one by one at a length, in the order of the audience.
#[must_use]
pub fn statements(
    outcome: &Outcome,
    currency: Currency,
    audience: Audience,
    length: Length,
) -> Vec<Statement> {
    let topics = audience.topics().into_iter();
    topics
        .filter_map(|topic| statement(outcome, currency, topic, audience, length))
        .collect()
}

/// On one page the first answers are long, the next shorter, the last one line.
const LONG: usize = 4;
const SHORTER: usize = 10;
/// So many words are said in thirty seconds, briskly.
const IN_THIRTY_SECONDS: usize = 95;
/// So many answers at most.
const ANSWERS: usize = 3;

fn words_in(statement: &Statement) -> usize {
    let sentences = statement.sentences.iter();
    sentences
        .map(|sentence| sentence.plain().split_whitespace().count())
        .sum()
}

/// All that is said to an audience at a length.
#[must_use]
pub fn document(
    outcome: &Outcome,
    currency: Currency,
    audience: Audience,
    length: Length,
) -> Document {
    let at = |topic, length| statement(outcome, currency, topic, audience, length);
    let topics = audience.topics();
    let answers: Vec<Statement> = match length {
        Length::Line => at(Topic::Recommendation, Length::Line)
            .into_iter()
            .collect(),
        Length::HalfMinute => {
            let mut words = 0;
            // What would change the advice is known last; thirty seconds do without it.
            let lines = topics
                .into_iter()
                .filter(|topic| *topic != Topic::Change)
                .filter_map(|topic| at(topic, Length::Line));
            let fit = lines.filter(|line| {
                let with_it = words + words_in(line);
                let fits = words == 0 || with_it <= IN_THIRTY_SECONDS;
                if fits {
                    words = with_it;
                }
                fits
            });
            fit.take(ANSWERS).collect()
        }
        Length::Page => {
            let mut answers = Vec::new();
            for topic in topics {
                let length = match answers.len() {
                    place if place < LONG => Length::Page,
                    place if place < SHORTER => Length::HalfMinute,
                    _ => Length::Line,
                };
                answers.extend(at(topic, length));
            }
            answers
        }
    };
    let say = Say::as_us(outcome, currency);
    Document {
        audience,
        length,
        title: headline(&say, State::of(outcome)).into(),
        statements: answers,
        not_counted: match length {
            Length::Page => not_counted(outcome.scenario.kind())
                .iter()
                .map(|item| Sentence::from(item.sentence()))
                .collect(),
            _ => Vec::new(),
        },
        provenance: provenance(outcome, currency),
    }
}
