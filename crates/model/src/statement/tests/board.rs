//! What is said to the board: word for word for every named scenario, and that no question depends on
//! who asks it or for how long one listens.

use super::super::board::{
    Audience, Document, Length, Topic, document, render, statement, statements,
};
use super::super::{cards, plain, reaction_words};
use super::USD;
use super::named::NAMED;
use super::over_futures::{changed, drawn};
use crate::field::Key;
use crate::outcome::Outcome;
use crate::simulation::Simulation;

/// Over few futures, but with what would change the advice.
fn with_change(outcome: &str) -> Outcome {
    let simulation = Simulation::run(&changed(outcome, &[]), 16, 1);
    let outcome = simulation.outcome();
    let change = simulation.what_would_change(&outcome.futures.as_ref().unwrap().decision);
    outcome.with_change(change)
}

pub(super) fn said(document: &Document) -> String {
    let answers = document.statements.iter();
    let answers: Vec<String> = answers.map(|one| plain(&one.sentences)).collect();
    answers.join(" ")
}

/// The page for the CEO, thirty seconds for the others, the four cards and the reactions. Each was
/// read for sense, grammar and tone before it was kept.
fn everything(outcome: &Outcome) -> String {
    let mut blocks = vec![render::text(
        &document(outcome, USD, Audience::Ceo, Length::Page),
        None,
    )];
    if let Some((page, _)) = blocks[0].split_once("\n\nWHAT IS NOT COUNTED") {
        blocks[0] = page.to_owned();
    }
    for audience in [Audience::Cfo, Audience::Product, Audience::Engineering] {
        let short = document(outcome, USD, audience, Length::HalfMinute);
        blocks.push(format!("{}: {}", audience.name(), said(&short)));
    }
    for card in cards(outcome, USD).into_iter().flatten() {
        let text = plain(&card.text);
        blocks.push(format!(
            "{} {} | {}\n{text}",
            card.question, card.figure, card.range
        ));
    }
    if let Some(words) = reaction_words(outcome, USD) {
        let rows = words.rows.iter().map(|row| {
            let cells: Vec<String> = row.cells.iter().map(ToString::to_string).collect();
            format!("{} | {} | {}", row.name, row.when, cells.join(" | "))
        });
        blocks.push(rows.collect::<Vec<_>>().join("\n"));
    }
    blocks.join("\n\n")
}

#[test]
fn every_named_scenario_word_for_word() {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("told");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    assert!(NAMED.len() >= 40);
    for named in &NAMED {
        let outcome = drawn(&named.scenario());
        settings.bind(|| insta::assert_snapshot!(named.name, everything(&outcome)));
    }
}

/// What the statements say in each state that they know, in the words that only that state has.
#[test]
fn every_state_has_its_words() {
    let page =
        |outcome: &Outcome| said(&document(outcome, USD, Audience::Engineering, Length::Page));
    let states = [
        ("msp", "Build the scalable version now."),
        ("over", "Build the over-built version now."),
        ("live", "and do not rebuild it."),
        ("late_beats_watched", "rebuild it only when it hurts."),
        (
            "behind",
            "this plan leads on average because it loses less if nobody wants it",
        ),
        ("nothing", "Build nothing yet."),
        ("nothing", "We ask for no budget to build yet"),
        ("never_full", "that is enough for the 36 months shown"),
        ("never_full", "prevents nothing that we expect"),
        (
            "crowded_at_launch",
            "we need more from the day of the launch",
        ),
        ("full_at_launch", "it is too late to act"),
        ("hardware", "for the simple version it is too late to act"),
        ("no_plan_gets_by", "the cash runs out in"),
        ("cash_decides", "that decides between the plans"),
        ("cash_enough", "that is enough."),
        ("unfinished", "and is not finished by month 36"),
        ("half_a_month", "a half-month rebuild"),
        ("hardware", "an eight-month redesign"),
        ("hardware_dear_parts", "our volume is already above it"),
    ];
    for (name, words) in states {
        let text = page(&drawn(&changed(name, &[])));
        assert!(text.contains(words), "{name}: {words} is not in: {text}");
    }
    let coin = page(&drawn(&changed("msp", &[(Key::Success, 0.245)])));
    for words in ["Too close to call.", "the numbers do not tell them apart"] {
        assert!(coin.contains(words), "{words} is not in: {coin}");
    }
}

/// A question arises for everyone or for nobody, at every length; and no answer is empty.
#[test]
fn whether_a_question_arises_depends_on_the_outcome_alone() {
    for named in &NAMED {
        for outcome in [named.outcome(), drawn(&named.scenario())] {
            let arising = |audience, length| {
                let said = statements(&outcome, USD, audience, length);
                assert!(said.iter().all(|one| !one.sentences.is_empty()));
                let mut topics: Vec<Topic> = said.into_iter().map(|one| one.topic).collect();
                topics.sort_by_key(|topic| *topic as u8);
                topics
            };
            let first = arising(Audience::Ceo, Length::Line);
            assert!(first.contains(&Topic::Recommendation) && first.contains(&Topic::Ask));
            for audience in Audience::ALL {
                for length in Length::ALL {
                    assert_eq!(arising(audience, length), first, "{}", named.name);
                }
            }
        }
    }
}

/// Hardware has orders, units and redesigns; nothing is said of it in the words of software.
#[test]
fn hardware_is_spoken_of_in_its_own_words() {
    let foreign = [
        "rebuil",
        "hosting",
        "users",
        "pages",
        "sign-up",
        "customers",
    ];
    let hardware = NAMED
        .iter()
        .filter(|named| named.name.starts_with("hardware"));
    for named in hardware {
        let outcome = drawn(&named.scenario());
        let mut texts: Vec<String> = Vec::new();
        for audience in Audience::ALL {
            for length in Length::ALL {
                let said = statements(&outcome, USD, audience, length);
                let sentences = said.into_iter().flat_map(|statement| statement.sentences);
                texts.extend(sentences.map(|sentence| sentence.plain()));
            }
        }
        let words = everything(&outcome);
        texts.extend(words.lines().map(ToOwned::to_owned));
        let said = super::said(&outcome, USD);
        let all: Vec<_> = said.all().cloned().collect();
        for why in crate::why::figures(&all, &outcome, USD) {
            texts.extend([why.meaning.plain(), why.working.plain()]);
        }
        for text in texts {
            let lower = text.to_lowercase();
            let found = foreign.into_iter().find(|word| lower.contains(word));
            assert_eq!(found, None, "{}: {text}", named.name);
        }
    }
}

/// An explanation works out the very number that is shown: its formula states that quantity, or the
/// same with the other sign.
#[test]
fn an_explanation_works_out_the_number_that_is_shown() {
    use super::super::{Drawn, Quantity};
    use crate::strategy::Choice;
    use crate::why::figures;

    let other_sign = |quantity: Quantity, best: Choice| match quantity {
        Quantity::Loss(choice) => Quantity::Bad(choice),
        Quantity::AverageLoss(choice) => Quantity::Value(choice),
        Quantity::Drawn(Drawn::LossIfUnwanted) => Quantity::Bad(best),
        other => other,
    };
    // Inputs explain a formula that they enter; these are the article's rule and no result.
    let no_result = |quantity: Quantity| {
        matches!(
            quantity,
            Quantity::Input(_)
                | Quantity::RuleOfThumb
                | Quantity::CrossingLevel(_)
                | Quantity::Given(_)
        )
    };
    for named in &NAMED {
        for outcome in [named.outcome(), drawn(&named.scenario())] {
            let said = super::said(&outcome, USD);
            let all: Vec<_> = said.all().cloned().collect();
            for why in figures(&all, &outcome, USD) {
                let shown = why.shown.figure.unwrap().quantity;
                if no_result(shown) {
                    continue;
                }
                let best = outcome.verdict.best;
                let wanted = other_sign(shown, best);
                let value = wanted.of(&outcome).unwrap();
                let worked = why.working.figures().any(|(_, figure)| {
                    figure.quantity == shown
                        || figure.quantity == wanted
                        || figure.value.to_bits() == value.to_bits()
                });
                assert!(
                    worked,
                    "{}: {shown:?}: {} {}",
                    named.name, why.meaning, why.working
                );
            }
        }
    }
}

#[test]
fn every_audience_asks_every_question_once() {
    for audience in Audience::ALL {
        for topic in Audience::Ceo.topics() {
            let asked = audience
                .topics()
                .into_iter()
                .filter(|asked| *asked == topic);
            assert_eq!(asked.count(), 1, "{audience:?} {topic:?}");
        }
        assert_eq!(Audience::with_key(audience.key()), Some(audience));
    }
    for length in Length::ALL {
        assert_eq!(Length::with_key(length.key()), Some(length));
    }
}

#[test]
fn what_would_change_the_advice_is_named() {
    for name in ["pilot", "hardware"] {
        let outcome = with_change(name);
        let change = |length| {
            let said = statement(&outcome, USD, Topic::Change, Audience::Ceo, length);
            plain(&said.unwrap().sentences)
        };
        let line = change(Length::Line);
        assert!(
            line.starts_with("If “") && line.contains(" is best (we assume "),
            "{line}"
        );
        assert!(change(Length::Page).len() >= change(Length::HalfMinute).len());
    }
}

#[test]
fn the_same_words_as_text_markdown_and_html() {
    let outcome = drawn(&changed("msp", &[(Key::Success, 0.5)]));
    let page = document(&outcome, USD, Audience::Cfo, Length::Page);
    let text = render::text(&page, Some("https://example.org/#s"));
    let markdown = render::markdown(&page, Some("https://example.org/#s"));
    let html = render::html(&page, Some("https://example.org/#s"));
    let letters = |text: &str| {
        let kept = text.chars().filter(|c| c.is_alphanumeric());
        kept.collect::<String>().to_lowercase()
    };
    let without_tags = |html: &str| {
        let mut text = String::new();
        for part in html.split('<') {
            text.push_str(part.split_once('>').map_or(part, |(_, text)| text));
        }
        text
    };
    let start = "whatwerecommend";
    for statement in &page.statements {
        for sentence in &statement.sentences {
            let words = letters(&sentence.plain());
            for other in [
                letters(&text),
                letters(&markdown),
                letters(&without_tags(&html)),
            ] {
                assert!(other.contains(start) && other.contains(&words), "{words}");
            }
        }
    }
    assert!(
        markdown.contains("**$37,500**")
            && html.contains("<b><data value=\"37500\">$37,500</data></b>")
    );
    assert!(text.ends_with("https://example.org/#s\n"));
    assert!(
        markdown.contains("(https://example.org/#s)")
            && html.contains("href=\"https://example.org/#s\"")
    );
}
