//! The result for the board: statements in three lengths, for four audiences.
//!
//! A [`Topic`] is a question that a stakeholder asks. [`statement`] answers it at a length, in the
//! order and with the figures that matter to an audience; [`document`] puts the answers together to
//! one line, thirty seconds or one page. All of them are spans: [`render`] turns the same spans
//! into text, Markdown and HTML.

mod growth;
mod money;
mod outlook;
mod parts;
mod recommend;
pub mod render;
mod room;

use super::not_counted::not_counted;
use super::provenance::provenance;
use super::say::Say;
use super::span::Sentence;
use super::verdict::{State, headline};
use crate::outcome::Outcome;
use crate::text::write::Currency;

/// Who reads it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Audience {
    /// Who decides: customers, months, money.
    Ceo,
    /// Who pays: money, ranges, what can be lost.
    Cfo,
    /// Who speaks for the customers: launch, features, growth.
    Product,
    /// Who builds it: room, dates, work.
    Engineering,
}

impl Audience {
    /// All four.
    pub const ALL: [Self; 4] = [Self::Ceo, Self::Cfo, Self::Product, Self::Engineering];

    /// The word for it in calls and links.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Ceo => "ceo",
            Self::Cfo => "cfo",
            Self::Product => "product",
            Self::Engineering => "engineering",
        }
    }

    /// Its name in a list.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Ceo => "CEO",
            Self::Cfo => "CFO",
            Self::Product => "Product",
            Self::Engineering => "Engineering",
        }
    }

    /// The audience with this key.
    #[must_use]
    pub fn with_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|audience| audience.key() == key)
    }

    /// The questions of this audience, the most pressing first.
    #[must_use]
    pub fn topics(self) -> [Topic; 15] {
        use Topic::{
            Ask, BreakEven, Cash, Change, FindingOut, IfUnwanted, OppositeError, Penalty,
            Prevention, Reactions, Recommendation, Risk, Room, UnitPrice, Waiting,
        };
        match self {
            Self::Ceo => [
                Recommendation,
                Prevention,
                Penalty,
                IfUnwanted,
                BreakEven,
                UnitPrice,
                Room,
                Waiting,
                Reactions,
                Risk,
                FindingOut,
                Cash,
                OppositeError,
                Change,
                Ask,
            ],
            Self::Cfo => [
                Recommendation,
                IfUnwanted,
                Cash,
                Prevention,
                BreakEven,
                UnitPrice,
                Penalty,
                Risk,
                FindingOut,
                OppositeError,
                Waiting,
                Reactions,
                Room,
                Change,
                Ask,
            ],
            Self::Product => [
                Recommendation,
                Penalty,
                Prevention,
                Room,
                Reactions,
                Waiting,
                UnitPrice,
                IfUnwanted,
                BreakEven,
                FindingOut,
                Risk,
                OppositeError,
                Cash,
                Change,
                Ask,
            ],
            Self::Engineering => [
                Recommendation,
                Room,
                Prevention,
                Waiting,
                Reactions,
                Penalty,
                UnitPrice,
                Change,
                FindingOut,
                BreakEven,
                Risk,
                OppositeError,
                IfUnwanted,
                Cash,
                Ask,
            ],
        }
    }
}

/// How much is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Length {
    /// What fits a subject line or a breath.
    Line,
    /// What is said in thirty seconds.
    HalfMinute,
    /// What fits one page.
    Page,
}

impl Length {
    /// All three.
    pub const ALL: [Self; 3] = [Self::Line, Self::HalfMinute, Self::Page];

    /// The word for it in calls and links.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Line => "line",
            Self::HalfMinute => "30s",
            Self::Page => "page",
        }
    }

    /// Its name in a list.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Line => "One line",
            Self::HalfMinute => "Thirty seconds",
            Self::Page => "One page",
        }
    }

    /// The length with this key.
    #[must_use]
    pub fn with_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|length| length.key() == key)
    }
}

/// A question that a stakeholder asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Topic {
    /// What to do.
    Recommendation,
    /// What the extra work now prevents later.
    Prevention,
    /// What the extra parts in every unit avoid (hardware).
    UnitPrice,
    /// What success costs with the simple version: the penalty for being right.
    Penalty,
    /// What can be done when the simple version is full.
    Reactions,
    /// From which chance of success it pays.
    BreakEven,
    /// How many can be supported, and by when work must start.
    Room,
    /// What waiting until it hurts costs.
    Waiting,
    /// What is lost if success does not come.
    IfUnwanted,
    /// What to find out first, and for how much at most.
    FindingOut,
    /// How much cash it takes.
    Cash,
    /// What would change the advice.
    Change,
    /// What could go wrong.
    Risk,
    /// What building too much costs.
    OppositeError,
    /// What is asked for.
    Ask,
}

impl Topic {
    /// The heading of its answer.
    #[must_use]
    pub fn heading(self) -> &'static str {
        match self {
            Self::Recommendation => "What we recommend",
            Self::Prevention => "What the extra work buys",
            Self::UnitPrice => "What the extra parts buy",
            Self::Penalty => "The price of being right",
            Self::Reactions => "What we can do when it is full",
            Self::BreakEven => "From when it pays",
            Self::Room => "How many we can support",
            Self::Waiting => "What waiting costs",
            Self::IfUnwanted => "If success does not come",
            Self::FindingOut => "What to find out first",
            Self::Cash => "How much cash it takes",
            Self::Change => "What would change this advice",
            Self::Risk => "What could go wrong",
            Self::OppositeError => "Too little, too much",
            Self::Ask => "What we ask for",
        }
    }
}

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
        Topic::BreakEven => recommend::break_even(&board),
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
            let asked = |topic: &Topic| at(*topic, Length::Line).is_some();
            let arising = topics.into_iter().filter(asked).enumerate();
            arising
                .filter_map(|(place, topic)| {
                    let length = match place {
                        _ if place < LONG => Length::Page,
                        _ if place < SHORTER => Length::HalfMinute,
                        _ => Length::Line,
                    };
                    at(topic, length)
                })
                .collect()
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
