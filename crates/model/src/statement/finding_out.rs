//! What it is worth to find out first, before deciding.

use super::quantity::{Drawn, Quantity};
use super::say::Say;
use super::span::{Sentence, Span, sentence};
use crate::field::Key;
use crate::outcome::Outcome;
use crate::text::write::Currency;

/// A market test as the user thinks of it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MarketTest {
    /// How often it says yes if people want the product.
    pub hit: f64,
    /// How often it says yes if they do not.
    pub false_alarm: f64,
    /// What it costs, if the user has said so.
    pub price: Option<f64>,
}

impl Default for MarketTest {
    /// Right eight times in ten.
    fn default() -> Self {
        Self {
            hit: 0.8,
            false_alarm: 0.2,
            price: None,
        }
    }
}

/// What one may want to know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Question {
    /// Whether people want it, for certain.
    Success,
    /// The same from a test that may be wrong.
    MarketTest,
    /// Whether a quick fix is enough.
    QuickFix,
    /// Whether the right thing was made scalable.
    WrongBet,
    /// The true value of an input.
    Input(Key),
    /// Everything together.
    Everything,
}

/// What knowing it is worth.
#[derive(Clone, Debug, PartialEq)]
pub struct FindingOutRow {
    /// What one may want to know.
    pub question: Question,
    /// What it is worth at most.
    pub worth: Span,
    /// What one would learn, to stand behind the worth.
    pub what: Sentence,
    /// What to make of it: "up to $131,000; do not pay more".
    pub advice: Sentence,
    /// Whether it can change the decision.
    pub useful: bool,
}

/// The words of what it is worth to find out.
#[derive(Clone, Debug, PartialEq)]
pub struct FindingOutWords {
    /// Their heading.
    pub title: &'static str,
    /// The headings of the columns.
    pub columns: [&'static str; 2],
    /// What one may want to know, what is worth most first; everything together leads.
    pub rows: Vec<FindingOutRow>,
    /// How to read them.
    pub caption: Vec<Sentence>,
    /// Whether to find out first, where the price of the test is given.
    pub decision: Option<Sentence>,
    /// Whether the test is worth more than its price: then the rule says to find out first.
    pub find_out_first: bool,
}

/// What it is worth to find out first.
#[must_use]
pub fn finding_out(outcome: &Outcome, currency: Currency, test: MarketTest) -> FindingOutWords {
    let say = Say::new(outcome, currency);
    let mut rows = vec![success(&say), market_test(&say, test)];
    let mut caption = Vec::new();
    if let Some(futures) = &outcome.futures {
        rows.extend([quick_fix(&say), wrong_bet(&say)]);
        if let Some(first) = futures.finding_out.ranges.first() {
            rows.push(tighter(&say, first.key));
            caption.push(Sentence::from(
                "What a tighter number is worth is estimated from the draws: small amounts there \
                 are chance.",
            ));
        }
        rows.push(everything(&say));
    } else {
        caption.push(Sentence::from(
            "With your numbers, before any futures are drawn.",
        ));
    }
    if say.outcome.scenario.cash().is_some() {
        caption.push(Sentence::from(
            "These amounts leave aside the cash that you have.",
        ));
    }
    caption.insert(
        0,
        Sentence::from("Do not pay more than the amount shown; the amounts do not add up."),
    );
    let worth = |row: &FindingOutRow| row.worth.figure.map_or(0.0, |figure| figure.value);
    rows.sort_by(|a, b| worth(b).total_cmp(&worth(a)));
    let (decision, find_out_first) = decision(&say, test);
    FindingOutWords {
        title: "Worth finding out first?",
        columns: ["Worth up to", "What you would learn"],
        rows,
        caption,
        decision,
        find_out_first,
    }
}

/// What is worth finding out, to follow "find out", what is worth most first: what cannot change the
/// decision is left out, and of tighter numbers only the most valuable is named.
pub(super) fn most_worth_finding_out(say: &Say<'_>) -> Vec<(Quantity, Sentence)> {
    let mut known = vec![(
        Question::Success,
        Quantity::KnowingSuccess,
        sentence!["whether people want it"],
    )];
    if let Some(futures) = &say.outcome.futures {
        let quick_fix = if say.is_service() {
            "whether a quick fix is enough, by an early load test"
        } else {
            "whether a quick fix is enough, by a pilot run"
        };
        known.push((
            Question::QuickFix,
            Quantity::Drawn(Drawn::KnowingQuickFix),
            quick_fix.into(),
        ));
        known.extend(futures.finding_out.ranges.first().map(|worth| {
            (
                Question::Input(worth.key),
                Quantity::Drawn(Drawn::KnowingInput(worth.key)),
                sentence!["a tighter number for ", say.label(worth.key)],
            )
        }));
    }
    known.retain(|(question, worth, _)| is_useful(say, *question, *worth));
    known.sort_by(|a, b| say.value(b.1).total_cmp(&say.value(a.1)));
    known
        .into_iter()
        .map(|(_, worth, what)| (worth, what))
        .collect()
}

/// Worth of a market test.
fn worth_of(test: MarketTest) -> Quantity {
    Quantity::MarketTest {
        hit: test.hit,
        false_alarm: test.false_alarm,
    }
}

fn row(say: &Say<'_>, question: Question, worth: Quantity, what: Sentence) -> FindingOutRow {
    let useful = is_useful(say, question, worth);
    let advice = if useful {
        sentence!["up to ", say.money3(worth), "; do not pay more"]
    } else if say.is_no_money(worth) {
        sentence!["it cannot change the decision"]
    } else {
        sentence!["no more than chance in the draws"]
    };
    FindingOutRow {
        question,
        worth: say.money3(worth),
        what,
        advice,
        useful,
    }
}

/// What a tighter number is worth is an estimate: below what is too close to call it is noise.
fn is_useful(say: &Say<'_>, question: Question, worth: Quantity) -> bool {
    match question {
        Question::Input(_) => say.value(worth) >= say.outcome.verdict.threshold,
        _ => !say.is_no_money(worth),
    }
}

fn success(say: &Say<'_>) -> FindingOutRow {
    let worth = Quantity::KnowingSuccess;
    let anyway = Quantity::KnowingSuccessAnyway;
    let only = say.outcome.scenario.nothing_allowed() && !say.is_no_money(worth);
    let only = only.then(|| {
        let worth = if say.is_no_money(anyway) {
            sentence!["nothing"]
        } else {
            sentence!["only ", say.money3(anyway)]
        };
        sentence!["; ", worth, " if you build anyway"]
    });
    row(
        say,
        Question::Success,
        worth,
        sentence![
            "whether people want it, if you could know for certain",
            only
        ],
    )
}

/// How good a market test is, to follow "a market test that"; `wanted` says that people want it.
pub(super) fn how_good(say: &Say<'_>, test: MarketTest, wanted: &str) -> Sentence {
    let hit = say.percent3(Quantity::Given(test.hit));
    // A test whose yes means no is not "right" so often.
    let right = (test.hit + test.false_alarm - 1.0).abs() < 1e-9 && test.hit >= 0.5;
    if right {
        return sentence!["is right ", hit, " of the time"];
    }
    sentence![
        "says yes ",
        hit,
        format!(" of the time if {wanted} and "),
        say.percent3(Quantity::Given(test.false_alarm)),
        " if they do not",
    ]
}

fn market_test(say: &Say<'_>, test: MarketTest) -> FindingOutRow {
    let what = sentence![
        "whether people want it, from a market test that ",
        how_good(say, test, "they do"),
    ];
    row(say, Question::MarketTest, worth_of(test), what)
}

fn quick_fix(say: &Say<'_>) -> FindingOutRow {
    let what = if say.is_service() {
        "whether a quick fix is enough, from an early load test"
    } else {
        "whether a quick fix is enough, from a pilot run"
    };
    let worth = Quantity::Drawn(Drawn::KnowingQuickFix);
    row(say, Question::QuickFix, worth, what.into())
}

fn wrong_bet(say: &Say<'_>) -> FindingOutRow {
    let what = "whether it is the right thing to make scalable, from waiting for a change of course \
                to show; what waiting costs is not taken off";
    let worth = Quantity::Drawn(Drawn::KnowingWrongBet);
    row(say, Question::WrongBet, worth, what.into())
}

fn tighter(say: &Say<'_>, key: Key) -> FindingOutRow {
    let worth = Quantity::Drawn(Drawn::KnowingInput(key));
    let what = if say.is_no_money(worth) {
        "a tighter number for any single input".into()
    } else {
        sentence![
            "a tighter number for ",
            say.label(key),
            ", the most valuable of all single numbers",
        ]
    };
    row(say, Question::Input(key), worth, what)
}

fn everything(say: &Say<'_>) -> FindingOutRow {
    let worth = Quantity::Drawn(Drawn::KnowingEverything);
    row(
        say,
        Question::Everything,
        worth,
        "everything together".into(),
    )
}

/// The fourth step of the rule: find out first if that is worth more than it costs.
pub(super) fn decision(say: &Say<'_>, test: MarketTest) -> (Option<Sentence>, bool) {
    let Some(price) = test.price else {
        return (None, false);
    };
    let worth = worth_of(test);
    let first = say.value(worth) > price;
    let price = say.full_money(Quantity::Given(price)).strong();
    let sentence = if first {
        sentence![
            "Find out first: the market test costs ",
            price,
            " and is worth up to ",
            say.money3(worth).strong(),
            ".",
        ]
    } else if say.is_no_money(worth) {
        sentence![
            "Do not pay ",
            price,
            " for the market test: it cannot change the decision.",
        ]
    } else {
        sentence![
            "Do not pay ",
            price,
            " for the market test: it is worth up to ",
            say.money3(worth).strong(),
            ".",
        ]
    };
    (Some(sentence), first)
}
