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

use super::finding_out::MarketTest;
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
    /// The market test as the user thinks of it.
    test: MarketTest,
}

impl<'a> Board<'a> {
    fn new(outcome: &'a Outcome, currency: Currency, audience: Audience, test: MarketTest) -> Self {
        Self {
            say: Say::as_us(outcome, currency),
            audience,
            length: Length::Line,
            state: State::of(outcome),
            test,
        }
    }

    /// Whether this much or more is said.
    fn says(&self, length: Length) -> bool {
        self.length as u8 >= length as u8
    }

    /// The answer to a question at a length; `None` where it does not arise.
    fn answer(&self, topic: Topic, length: Length) -> Option<Statement> {
        let board = &Self { length, ..*self };
        let sentences = match topic {
            Topic::Recommendation => Some(recommend::recommendation(board)),
            Topic::Ask => recommend::ask(board),
            Topic::BreakEven => break_even::break_even(board),
            Topic::Prevention => growth::prevention(board),
            Topic::Penalty => growth::penalty(board),
            Topic::Reactions => growth::reactions(board),
            Topic::Room => room::room(board),
            Topic::Waiting => room::waiting(board),
            Topic::UnitPrice => money::unit_price(board),
            Topic::IfUnwanted => money::if_unwanted(board),
            Topic::Cash => money::cash(board),
            Topic::OppositeError => money::opposite_error(board),
            Topic::Risk => outlook::risk(board),
            Topic::FindingOut => outlook::finding_out(board),
            Topic::Change => outlook::change(board),
        }?;
        Some(Statement { topic, sentences })
    }

    /// The recommendation with how sure it is, and as many answers in a line as there is time for.
    fn in_thirty_seconds(&self) -> Vec<Statement> {
        let mut words = 0;
        // What would change the advice is known last, and from when it pays is said at once.
        let elsewhere = [Topic::Change, Topic::BreakEven];
        let topics = self.audience.topics().into_iter();
        let topics = topics.filter(|topic| !elsewhere.contains(topic));
        let said = topics.filter_map(|topic| {
            let length = match topic {
                Topic::Recommendation => Length::HalfMinute,
                _ => Length::Line,
            };
            self.answer(topic, length)
        });
        let fit = said.filter(|line| {
            let with_it = words + words_in(line);
            let fits = words == 0 || with_it <= IN_THIRTY_SECONDS;
            if fits {
                words = with_it;
            }
            fits
        });
        fit.take(ANSWERS).collect()
    }

    /// All answers, the recommendation in full, and of the others as many of the first as one page
    /// has room for; no sentence is said twice.
    fn on_a_page(&self) -> Vec<Statement> {
        let topics = self.audience.topics().into_iter();
        let mut answers: Vec<Statement> = topics
            .filter_map(|topic| {
                let length = match topic {
                    Topic::Recommendation => Length::Page,
                    // Their first line alone says little, or nothing new.
                    Topic::Risk | Topic::Change => Length::HalfMinute,
                    _ => Length::Line,
                };
                self.answer(topic, length)
            })
            .collect();
        let mut words = words_in_all(&answers);
        for answer in answers.iter_mut().skip(1) {
            for length in [Length::Page, Length::HalfMinute] {
                let Some(longer) = self.answer(answer.topic, length) else {
                    continue;
                };
                let with_it = words - words_in(answer) + words_in(&longer);
                if with_it <= ON_A_PAGE {
                    *answer = longer;
                    words = with_it;
                    break;
                }
            }
        }
        let mut said: Vec<String> = Vec::new();
        for answer in &mut answers {
            answer.sentences.retain(|sentence| {
                let sentence = sentence.plain();
                let is_new = !said.contains(&sentence);
                if is_new {
                    said.push(sentence);
                }
                is_new
            });
        }
        answers.retain(|answer| !answer.sentences.is_empty());
        answers
    }
}

/// The answer to a question; `None` where the question does not arise. Sentences of a longer answer
/// contain those of a shorter one in sense, not word for word. The market test that it may name is
/// the usual one.
#[must_use]
pub fn statement(
    outcome: &Outcome,
    currency: Currency,
    topic: Topic,
    audience: Audience,
    length: Length,
) -> Option<Statement> {
    let board = Board::new(outcome, currency, audience, MarketTest::default());
    board.answer(topic, length)
}

/// The questions that arise, answered one by one at a length, in the order of the audience, with a
/// market test.
#[must_use]
pub fn statements(
    outcome: &Outcome,
    currency: Currency,
    audience: Audience,
    length: Length,
    test: MarketTest,
) -> Vec<Statement> {
    let board = Board::new(outcome, currency, audience, test);
    let topics = audience.topics().into_iter();
    topics
        .filter_map(|topic| board.answer(topic, length))
        .collect()
}

/// So many words are said in thirty seconds, briskly.
const IN_THIRTY_SECONDS: usize = 95;
/// So many answers at most.
const ANSWERS: usize = 3;
/// So many words are read on one page, with the headings.
const ON_A_PAGE: usize = 600;

fn words_in(statement: &Statement) -> usize {
    let sentences = statement.sentences.iter();
    sentences
        .map(|sentence| sentence.plain().split_whitespace().count())
        .sum()
}

/// The words of several answers with their headings.
fn words_in_all(statements: &[Statement]) -> usize {
    let heading = |topic: Topic| topic.heading().split_whitespace().count();
    let words = |statement: &Statement| heading(statement.topic) + words_in(statement);
    statements.iter().map(words).sum()
}

/// All that is said to an audience at a length, with a market test: where its price is given, the
/// decision whether to pay it.
#[must_use]
pub fn document(
    outcome: &Outcome,
    currency: Currency,
    audience: Audience,
    length: Length,
    test: MarketTest,
) -> Document {
    let board = Board::new(outcome, currency, audience, test);
    let answers = match length {
        Length::Line => board
            .answer(Topic::Recommendation, length)
            .into_iter()
            .collect(),
        Length::HalfMinute => board.in_thirty_seconds(),
        Length::Page => board.on_a_page(),
    };
    Document {
        audience,
        length,
        title: headline(&board.say, board.state).into(),
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
