//! The words, held to what they state.

mod afresh;
mod board;
mod figures;
mod measure;
mod named;
mod over_futures;
mod per_unit;
mod random;
mod signs;
mod snapshots;
mod surfaces;

use super::board as board_words;
use super::{
    Format, JARGON, MarketTest, MoneyView, NEVER, Sentence, Span, VerdictWords, alarm,
    bridge_caption, bridge_figures, cards, cash_words, chart_figures, checks, finding_out, honesty,
    jargon_in, money_caption, money_figures, month_figures, not_counted, plain, reaction_words,
    regret_words, unit_price, verdict, warning,
};
use crate::field::{FIELDS, Field, Kind};
use crate::outcome::Outcome;
use crate::text::write::Currency;
use crate::why::{Explanation, figures, input};
use board_words::{Audience, Length, statements};

const USD: Currency = Currency::Dollar;

/// Everything that is said about an outcome: whole sentences, and phrases without a full stop.
pub(super) struct Said {
    pub sentences: Vec<Sentence>,
    pub phrases: Vec<Sentence>,
}

impl Said {
    pub(super) fn all(&self) -> impl Iterator<Item = &Sentence> {
        self.sentences.iter().chain(&self.phrases)
    }
}

/// The headline, the lead, the three facts, and the short form.
pub(super) fn word_for_word(words: &VerdictWords) -> [String; 6] {
    let facts = words.trio.each_ref();
    let [first, second, third] =
        facts.map(|fact| format!("{}: {} {}", fact.title, fact.figure, fact.text));
    [
        words.headline.plain(),
        plain(&words.lead),
        first,
        second,
        third,
        words.short.plain(),
    ]
}

/// What the page says without being asked.
pub(super) fn said(outcome: &Outcome, currency: Currency) -> Said {
    let words = verdict(outcome, currency);
    let mut sentences = vec![words.headline, words.short];
    sentences.extend(words.lead);
    sentences.extend(words.footnote);
    let mut phrases = words.bar.to_vec();
    phrases.push(words.kicker);
    for fact in words.trio {
        sentences.push(fact.text);
        phrases.push(fact.figure);
        phrases.push(fact.title.into());
    }
    for other in [false, true] {
        sentences.extend(bridge_caption(outcome, other, currency).unwrap_or_default());
    }
    for view in [MoneyView::Yours, MoneyView::Wanted, MoneyView::Unwanted] {
        sentences.push(money_caption(outcome, view, currency));
    }
    let regret = regret_words(outcome, currency);
    sentences.extend(regret.caption);
    phrases.extend(
        regret
            .rows
            .into_iter()
            .flat_map(|(_, row)| row)
            .map(Sentence::from),
    );
    sentences.extend(checks(outcome, currency));
    let early = warning(outcome, currency);
    sentences.extend(early.summary);
    sentences.push(early.level);
    sentences.extend(alarm(outcome, currency));
    for row in early.rows {
        phrases.extend([row.level.into(), row.when.into()]);
    }
    worth_and_cash(outcome, currency, &mut sentences, &mut phrases);
    sentences.extend(honesty(outcome, currency, None));
    for_the_board(outcome, currency, &mut sentences, &mut phrases);
    if let Some(words) = unit_price(outcome, currency) {
        sentences.push(words.trade);
        sentences.extend(words.caption);
        phrases.extend([words.heading, words.avoided]);
        // Where no unit is shipped some have nothing to say.
        let optional = [words.break_even, words.volume];
        phrases.extend(optional.into_iter().filter(|words| !words.is_empty()));
        sentences.extend(Some(words.cost).filter(|words| !words.is_empty()));
    }
    Said { sentences, phrases }
}

/// Every answer to everyone at every length, the four cards and the reactions.
fn for_the_board(
    outcome: &Outcome,
    currency: Currency,
    sentences: &mut Vec<Sentence>,
    phrases: &mut Vec<Sentence>,
) {
    for audience in Audience::ALL {
        for length in Length::ALL {
            let said = statements(outcome, currency, audience, length, MarketTest::default());
            sentences.extend(said.into_iter().flat_map(|statement| statement.sentences));
        }
    }
    for price in [1.0, 1e6] {
        let test = MarketTest {
            false_alarm: 0.35,
            price: Some(price),
            ..MarketTest::default()
        };
        let said = statements(outcome, currency, Audience::Cfo, Length::Line, test);
        sentences.extend(said.into_iter().flat_map(|statement| statement.sentences));
    }
    for card in cards(outcome, currency).into_iter().flatten() {
        sentences.extend(card.text);
        phrases.extend([card.question.into(), card.figure, card.range]);
    }
    if let Some(words) = reaction_words(outcome, currency) {
        sentences.extend(words.penalty);
        sentences.extend(words.caption);
        phrases.extend(words.columns);
        for row in words.rows {
            phrases.extend([row.name, row.when]);
            phrases.extend(row.cells);
        }
    }
    for yes in [false, true] {
        phrases.extend(money_figures(outcome, yes, currency));
    }
    phrases.extend(bridge_figures(outcome, false, currency));
    phrases.extend(month_figures(outcome, currency));
    // The last is the provenance, which names the version of the model.
    let mut figures = chart_figures(outcome, currency);
    figures.pop();
    phrases.extend(figures);
    let left_out = not_counted(outcome.scenario.kind());
    sentences.extend(left_out.iter().map(|item| Sentence::from(item.sentence())));
}

fn worth_and_cash(
    outcome: &Outcome,
    currency: Currency,
    sentences: &mut Vec<Sentence>,
    phrases: &mut Vec<Sentence>,
) {
    let tests = [
        MarketTest::default(),
        MarketTest {
            hit: 0.9,
            false_alarm: 0.35,
            price: Some(20_000.0),
        },
    ];
    for test in tests {
        let words = finding_out(outcome, currency, test);
        sentences.extend(words.caption);
        sentences.extend(words.decision);
        for row in words.rows {
            phrases.extend([row.worth.into(), row.what, row.advice]);
        }
    }
    let cash = cash_words(outcome, currency);
    sentences.extend(cash.caption);
    sentences.push(cash.effect);
    for row in cash.rows {
        phrases.push(row.needed);
        phrases.extend(row.one_in_ten.map(Sentence::from));
        phrases.extend(row.short.map(Sentence::from));
    }
}

/// Why every number that the page and the board are told is what it is.
pub(super) fn all_whys(outcome: &Outcome) -> Vec<Explanation> {
    let all: Vec<Sentence> = said(outcome, USD).all().cloned().collect();
    figures(&all, outcome, USD)
}

/// What the page says when it is asked why.
pub(super) fn explained(outcome: &Outcome, currency: Currency) -> Vec<Sentence> {
    let kind = outcome.scenario.kind();
    let inputs = Field::of(kind).map(|field| input(field.key, outcome, currency));
    let mut said: Vec<Sentence> = inputs.flat_map(|why| [why.sentence, why.working]).collect();
    let all: Vec<Sentence> = self::said(outcome, currency).all().cloned().collect();
    for why in figures(&all, outcome, currency) {
        said.extend([why.meaning, why.working]);
    }
    said
}

/// What is wrong with a text, if anything.
pub(super) fn fault(text: &str) -> Option<String> {
    let lower = text.to_lowercase();
    let forbidden = [
        "NaN",
        "inf",
        "null",
        "undefined",
        "  ",
        "--",
        "−−",
        "+−",
        " .",
        " ,",
        "..",
        "!",
        "—",
        "MVP_",
        "Rok",
    ];
    let found = forbidden.into_iter().find(|bad| text.contains(bad));
    let minus_zero = ["−$0", "-$0"].iter().any(|zero| {
        let mut hits = text.match_indices(zero);
        hits.any(|(at, _)| {
            let mut after = text[at + zero.len()..].chars();
            let has_cents =
                after.next() == Some('.') && after.next().is_some_and(|c| c.is_ascii_digit());
            !has_cents
        })
    });
    let never = NEVER.into_iter().find(|word| {
        let padded = format!(" {} ", lower.replace(|c: char| !c.is_alphanumeric(), " "));
        padded.contains(&format!(" {word} "))
    });
    if text.trim().is_empty() {
        Some("empty".into())
    } else if minus_zero {
        Some("minus zero".into())
    } else {
        found.or(never).or(jargon_in(text)).map(Into::into)
    }
}

/// A sentence starts with a capital or a figure and ends with one full stop.
pub(super) fn is_closed(text: &str) -> bool {
    text.ends_with('.') && !text.ends_with("..")
}

#[test]
fn labels_help_and_sources_are_plain() {
    for field in &FIELDS {
        for kind in Kind::ALL {
            if field.preset(kind).is_none() {
                continue;
            }
            let words = field.words(kind);
            assert_eq!(fault(words.label), None, "{}", field.name);
            assert_eq!(fault(words.help), None, "{}: {}", field.name, words.help);
            assert!(words.label.chars().count() <= 32, "{}", words.label);
            assert!(is_closed(words.help), "{}", words.help);
            assert!(words.help.len() > words.label.len(), "{}", words.help);
            for internal in ["level 0", "0/1/2", "MSP", "OVER", "(Wright)"] {
                assert!(!words.help.contains(internal), "{}", words.help);
            }
        }
        for (_, source) in Kind::ALL.map(|kind| field.source_for(kind)) {
            assert_eq!(fault(source), None, "{source}");
            assert!(!source.contains(" %"), "{source}");
            assert!(!source.is_empty());
        }
    }
}

#[test]
fn labels_of_a_kind_are_different() {
    for kind in Kind::ALL {
        let labels: Vec<&str> = Field::of(kind)
            .map(|field| field.words(kind).label)
            .collect();
        for (place, label) in labels.iter().enumerate() {
            assert!(!labels[..place].contains(label), "{label}");
        }
    }
}

#[test]
fn the_list_of_jargon_is_in_small_letters_and_has_no_word_twice() {
    for (place, word) in JARGON.iter().enumerate() {
        assert_eq!(word.to_lowercase(), *word);
        assert!(!JARGON[..place].contains(word), "{word}");
    }
}

#[test]
fn faults_are_found() {
    for bad in [
        "",
        "a  b",
        "NaN",
        "It costs −$0.",
        "It will pay.",
        "Most likely so.",
        "Low latency.",
    ] {
        assert!(fault(bad).is_some(), "{bad}");
    }
    for good in ["It costs −$0.50.", "Goodwill counts.", "Willing buyers."] {
        assert_eq!(fault(good), None);
    }
}

#[test]
fn a_span_with_words_only_states_nothing() {
    let span = Span::words("so");
    assert_eq!(span.figure, None);
    assert_eq!(Format::Month.text(11.3, USD), "month 11");
}
