//! What is said to the board: word for word for every named scenario, and that no question depends on
//! who asks it or for how long one listens.

use std::sync::LazyLock;

use super::super::board::{
    Audience, Document, Length, Topic, document, render, statement, statements,
};
use super::super::{MarketTest, State, cards, changes_of_mind, plain, reaction_words};
use super::USD;
use super::named::{NAMED, Named};
use super::over_futures::{changed, drawn};
use crate::field::Key;
use crate::outcome::Outcome;
use crate::scenario::Scenario;
use crate::simulation::Simulation;
use crate::strategy::{Choice, Strategy};

/// Over few futures, but with what would change the advice.
fn with_change(scenario: &Scenario) -> Outcome {
    let simulation = Simulation::run(scenario, 16, 1);
    let outcome = simulation.outcome();
    let change = simulation.what_would_change(&outcome.futures.as_ref().unwrap().decision);
    outcome.with_change(change)
}

/// All named scenarios over few futures, each with what would change the advice.
pub(super) static CHANGING: LazyLock<Vec<Outcome>> = LazyLock::new(|| {
    let scenarios = NAMED.iter().map(Named::scenario);
    scenarios.map(|scenario| with_change(&scenario)).collect()
});

pub(super) fn said(document: &Document) -> String {
    let answers = document.statements.iter();
    let answers: Vec<String> = answers.map(|one| plain(&one.sentences)).collect();
    answers.join(" ")
}

/// The page for the CEO, one line and thirty seconds for everyone, the four cards and the reactions.
/// Each was read for sense, grammar and tone before it was kept.
fn everything(outcome: &Outcome) -> String {
    let mut blocks = vec![render::text(
        &document(
            outcome,
            USD,
            Audience::Ceo,
            Length::Page,
            MarketTest::default(),
        ),
        None,
    )];
    if let Some((page, _)) = blocks[0].split_once("\n\nWHAT IS NOT COUNTED") {
        blocks[0] = page.to_owned();
    }
    for audience in Audience::ALL {
        let [line, short] = [Length::Line, Length::HalfMinute].map(|length| {
            said(&document(
                outcome,
                USD,
                audience,
                length,
                MarketTest::default(),
            ))
        });
        blocks.push(format!("{0}: {line}\n\n{0}: {short}", audience.name()));
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
    let page = |outcome: &Outcome| {
        said(&document(
            outcome,
            USD,
            Audience::Engineering,
            Length::Page,
            MarketTest::default(),
        ))
    };
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
        ("never_full", "The simple version is the best plan if"),
        ("quick_fix", "Then a quick fix is enough."),
        ("never_full", "prevents nothing that we expect"),
        (
            "crowded_at_launch",
            "we need more from the day of the launch",
        ),
        (
            "full_at_launch",
            "No rebuild of the simple version can be done",
        ),
        ("hardware", "No redesign of the simple version can be done"),
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

/// All that is said to the board about an outcome: every answer to everyone at every length.
fn all_answers(outcome: &Outcome, test: MarketTest) -> Vec<(Audience, Length, Topic, String)> {
    let mut all = Vec::new();
    for audience in Audience::ALL {
        for length in Length::ALL {
            for one in statements(outcome, USD, audience, length, test) {
                all.push((audience, length, one.topic, plain(&one.sentences)));
            }
        }
    }
    all
}

#[track_caller]
fn answer(outcome: &Outcome, topic: Topic, audience: Audience, length: Length) -> String {
    plain(
        &statement(outcome, USD, topic, audience, length)
            .unwrap()
            .sentences,
    )
}

/// Where the cash forbids to build, it is the cash that every answer names.
#[test]
fn cash_that_forbids_to_build_is_what_is_asked_for() {
    let outcome = with_change(&changed("cash_forbids", &[]));
    let (cfo, page) = (Audience::Cfo, Length::Page);
    let cash = answer(&outcome, Topic::Cash, cfo, page);
    for words in [
        "in cash with the scalable version until it pays its way",
        "that is why we build nothing yet",
    ] {
        assert!(cash.contains(words), "{cash}");
    }
    for length in Length::ALL {
        let ask = answer(&outcome, Topic::Ask, cfo, length);
        assert!(
            ask.contains("in cash in place of $700,000: with that we could build"),
            "{ask}"
        );
        let change = answer(&outcome, Topic::Change, cfo, length);
        assert!(
            change.starts_with("With $") && change.contains("(we have $700,000)"),
            "{change}"
        );
        assert!(!change.contains("building nothing is best"), "{change}");
        let first = answer(&outcome, Topic::FindingOut, cfo, length);
        assert!(
            first.contains("This leaves aside the cash that we have."),
            "{first}"
        );
    }
    for outcome in [
        drawn(&changed("msp", &[(Key::Cash, 0.0)])),
        Outcome::of(&changed("msp", &[(Key::Cash, 0.0)])),
    ] {
        for (_, _, _, text) in all_answers(&outcome, MarketTest::default()) {
            assert!(!text.contains("100 in 100 of all futures"), "{text}");
        }
    }
}

/// Where no chance of success makes it pay, more of it is not what is asked for.
#[test]
fn better_terms_are_asked_for_where_demand_is_not_enough() {
    for (name, is_enough) in [
        ("nobody_pays", false),
        ("fades", false),
        ("nothing", true),
        ("hopeless", true),
    ] {
        let ask = answer(
            &drawn(&changed(name, &[])),
            Topic::Ask,
            Audience::Cfo,
            Length::Line,
        );
        assert_eq!(
            ask.contains("know more about demand"),
            is_enough,
            "{name}: {ask}"
        );
        assert_eq!(
            ask.contains("Price, cost or growth"),
            !is_enough,
            "{name}: {ask}"
        );
    }
}

/// No form is so short that it leaves out that the plan loses money on average, or that the cash is
/// not enough for it.
#[test]
fn the_short_forms_leave_out_no_warning() {
    for named in &NAMED {
        for outcome in [named.outcome(), drawn(&named.scenario())] {
            let verdict = &outcome.verdict;
            let value = |choice| outcome.line(choice).value(outcome.scenario[Key::Success]);
            let loses = value(verdict.best) < -0.01;
            let short = super::super::Quantity::CashShort(verdict.recommended).of(&outcome);
            let is_short = short.is_some_and(|share| share > crate::verdict::SHORT_OF_CASH);
            for audience in Audience::ALL {
                for length in [Length::Line, Length::HalfMinute, Length::Page] {
                    let said = said(&document(
                        &outcome,
                        USD,
                        audience,
                        length,
                        MarketTest::default(),
                    ));
                    let name = named.name;
                    assert!(
                        !loses || said.contains(" loses $"),
                        "{name} {audience:?}: {said}"
                    );
                    assert!(
                        !is_short || said.contains("No plan gets by"),
                        "{name} {audience:?}: {said}"
                    );
                }
            }
        }
    }
}

/// Where a quick fix is always enough, nothing is said of a rebuild that has to start.
#[test]
fn a_quick_fix_that_is_always_enough_is_all_that_is_advised() {
    for outcome in [
        drawn(&changed("quick_fix", &[])),
        Outcome::of(&changed("quick_fix", &[])),
    ] {
        let page = said(&document(
            &outcome,
            USD,
            Audience::Engineering,
            Length::Page,
            MarketTest::default(),
        ));
        assert!(
            page.starts_with("Build the simple version, and make the quick fix early."),
            "{page}"
        );
        assert!(page.contains("prevents no rebuild"), "{page}");
        for (_, _, _, text) in all_answers(&outcome, MarketTest::default()) {
            for wrong in [
                "rebuild must start",
                "to be in time",
                "prevent a",
                "start the rebuild",
            ] {
                assert!(!text.contains(wrong), "{wrong}: {text}");
            }
        }
    }
}

/// Only what can happen is named as a cause; no wrong plan is told when to start; no date that
/// holds only if people want the product stands without that condition; the sign of an amount is
/// said in words.
#[test]
fn every_answer_fits_what_can_happen_and_what_is_advised() {
    for named in &NAMED {
        let outcome = drawn(&named.scenario());
        let input = |key| outcome.scenario[key];
        let watched = State::of(&outcome).hue() == Some(Choice::Build(Strategy::MvpWatch));
        for (_, _, topic, text) in all_answers(&outcome, MarketTest::default()) {
            let name = named.name;
            let fixed = input(Key::QuickFix) > 0.0 || !text.contains("quick fix");
            assert!(fixed, "{name}: {text}");
            assert!(watched || !text.contains("must start by"), "{name}: {text}");
            assert!(!text.contains("too late to act"), "{name}: {text}");
            if let Some((before, _)) = text.split_once("we expect ") {
                let certain = input(Key::Success) >= 1.0;
                let conditional = before.to_lowercase().contains("if people want the product");
                assert!(
                    certain || conditional || topic == Topic::Prevention && !before.ends_with(", "),
                    "{name}: {text}"
                );
            }
            let signed = text.split_once("in which people want the product that is ");
            let words = signed.map_or(text.as_str(), |(words, _)| words);
            assert!(!words.contains('−'), "{name}: {text}");
            assert!(!text.contains("month 0"), "{name}: {text}");
        }
    }
}

/// What is built in a week is launched in the first month, not in month 0; where the break-even and
/// the chance below which nothing pays read the same, they are written more finely.
#[test]
fn small_and_close_numbers_are_told_apart() {
    let soon = drawn(&changed("msp", &[(Key::BuildWeeks, 1.0)]));
    let ask = answer(&soon, Topic::Ask, Audience::Ceo, Length::Line);
    assert!(ask.ends_with("a launch in the first month."), "{ask}");
    for named in &NAMED {
        let outcome = drawn(&named.scenario());
        let pays = statement(
            &outcome,
            USD,
            Topic::BreakEven,
            Audience::Ceo,
            Length::HalfMinute,
        );
        let sentences = pays.map(|pays| pays.sentences).unwrap_or_default();
        let below = sentences
            .iter()
            .find(|one| one.plain().starts_with("Below ") && one.plain().contains("no plan"));
        let Some((below, _)) = below.and_then(|below| below.figures().next()) else {
            continue;
        };
        for (other, _) in sentences[0].figures() {
            assert_ne!(below.text, other.text, "{}", named.name);
        }
    }
    let fraction = drawn(&changed("a_fraction", &[]));
    let lost = answer(&fraction, Topic::IfUnwanted, Audience::Ceo, Length::Page);
    assert!(lost.contains("a chance of 66.7%"), "{lost}");
}

/// People want it for certain: what is lost if nobody does is no question.
#[test]
fn certainty_leaves_no_question_of_failure() {
    let outcome = drawn(&changed("certain", &[]));
    for (_, _, topic, text) in all_answers(&outcome, MarketTest::default()) {
        assert_ne!(topic, Topic::IfUnwanted);
        for wrong in ["If nobody", "of 0 in 100", "nobody wants"] {
            assert!(!text.contains(wrong), "{wrong}: {text}");
        }
    }
}

/// Too close to call: the cash is told of both plans, each by its name.
#[test]
fn the_cash_of_two_close_plans_is_that_of_each() {
    let outcome = drawn(&changed("hardware", &[]));
    let cash = answer(&outcome, Topic::Cash, Audience::Cfo, Length::Line);
    for plan in ["an MVP with early warning", "the scalable version"] {
        assert!(
            cash.contains(&format!("with {plan} ")) || cash.contains(&format!("With {plan} ")),
            "{cash}"
        );
    }
}

/// The market test is the one that was typed; where it is worth its price, it comes first.
#[test]
fn the_market_test_is_the_one_that_was_typed() {
    let outcome = drawn(&changed("msp", &[]));
    let said_with = |test, length| said(&document(&outcome, USD, Audience::Cfo, length, test));
    let one = |test, topic| {
        let all = statements(&outcome, USD, Audience::Cfo, Length::HalfMinute, test);
        let found = all.into_iter().find(|one| one.topic == topic);
        plain(&found.unwrap().sentences)
    };
    let usual = MarketTest::default();
    let other = MarketTest {
        hit: 0.9,
        false_alarm: 0.35,
        price: None,
    };
    assert!(one(usual, Topic::FindingOut).contains("that is right 80% of the time"));
    let typed = one(other, Topic::FindingOut);
    assert!(
        typed.contains("says yes 90% of the time if people want it and 35% if they do not"),
        "{typed}"
    );
    let cheap = MarketTest {
        price: Some(1000.0),
        ..usual
    };
    let dear = MarketTest {
        price: Some(1e6),
        ..usual
    };
    for length in Length::ALL {
        let first = said_with(cheap, length);
        let start = "Find out first: the market test costs $1,000 and is worth up to $4,";
        assert!(first.starts_with(start), "{first}");
        assert!(
            first.contains("Without the test: build the scalable version now."),
            "{first}"
        );
        assert!(said_with(dear, length).starts_with("Build the scalable version now."));
    }
    assert!(one(cheap, Topic::Ask).starts_with("Please approve $1,000 for the market test"));
    assert!(one(dear, Topic::FindingOut).contains("Do not pay $1,000,000 for the market test"));
}

/// What would change the advice is not what is the case already.
#[test]
fn no_number_changes_the_advice_where_it_lies_already() {
    for (named, outcome) in NAMED.iter().zip(CHANGING.iter()) {
        let words = changes_of_mind(outcome, USD);
        let beyond: Vec<_> = words.rows.iter().filter(|row| row.yours_is_in).collect();
        let said = statement(outcome, USD, Topic::Change, Audience::Ceo, Length::Page).unwrap();
        for sentence in said.sentences {
            let text = sentence.plain();
            let about = beyond
                .iter()
                .any(|row| text.contains(&format!("“{}”", row.label)));
            assert!(
                !about || text.starts_with("If we knew that "),
                "{}: {text}",
                named.name
            );
        }
    }
}

/// A page says nothing twice.
#[test]
fn no_sentence_stands_twice_on_a_page() {
    for named in &NAMED {
        let outcome = drawn(&named.scenario());
        for audience in Audience::ALL {
            let page = document(&outcome, USD, audience, Length::Page, MarketTest::default());
            let sentences = page.statements.iter().flat_map(|one| &one.sentences);
            let mut said: Vec<String> = sentences.map(ToString::to_string).collect();
            said.sort();
            let all = said.len();
            said.dedup();
            assert_eq!(said.len(), all, "{} {audience:?}", named.name);
        }
    }
}

/// A question arises for everyone or for nobody, at every length; and no answer is empty.
#[test]
fn whether_a_question_arises_depends_on_the_outcome_alone() {
    for named in &NAMED {
        for outcome in [named.outcome(), drawn(&named.scenario())] {
            let arising = |audience, length| {
                let said = statements(&outcome, USD, audience, length, MarketTest::default());
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
        " code",
        "version is full",
    ];
    // A full redesign is a whole one.
    let of_the_board = [" code", "is full", "fills up", "fill up"];
    let hardware = NAMED
        .iter()
        .filter(|named| named.name.starts_with("hardware"));
    for named in hardware {
        let outcome = drawn(&named.scenario());
        let mut texts: Vec<String> = Vec::new();
        for audience in Audience::ALL {
            for length in Length::ALL {
                let said = statements(&outcome, USD, audience, length, MarketTest::default());
                let sentences = said.into_iter().flat_map(|statement| statement.sentences);
                texts.extend(sentences.map(|sentence| sentence.plain()));
            }
        }
        for text in &texts {
            let found = of_the_board.into_iter().find(|word| text.contains(word));
            assert_eq!(found, None, "{}: {text}", named.name);
        }
        let words = everything(&outcome);
        texts.extend(words.lines().map(ToOwned::to_owned));
        let said = super::said(&outcome, USD);
        // What is not counted is cut off above, and is among all that is said.
        texts.extend(said.all().map(|sentence| sentence.plain()));
        let whys = super::explained(&outcome, USD);
        texts.extend(whys.iter().map(ToString::to_string));
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
    use super::super::Quantity;
    use crate::why::figures;

    let other_sign = |quantity: Quantity| match quantity {
        Quantity::Loss(choice) => Quantity::Bad(choice),
        Quantity::AverageLoss(choice) => Quantity::Value(choice),
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
                let wanted = other_sign(shown);
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
        let outcome = with_change(&changed(name, &[]));
        let change = |length| {
            let said = statement(&outcome, USD, Topic::Change, Audience::Ceo, length);
            plain(&said.unwrap().sentences)
        };
        let line = change(Length::Line);
        assert!(line.starts_with("If ") && line.contains(" best"), "{line}");
        assert!(change(Length::Page).len() >= change(Length::HalfMinute).len());
        // Too close to call: what tells the two plans apart is what is asked.
        assert!(
            change(Length::Page).contains("an MVP with early warning is best"),
            "{name}"
        );
    }
}

#[test]
fn the_same_words_as_text_markdown_and_html() {
    let outcome = drawn(&changed("msp", &[(Key::Success, 0.5)]));
    let page = document(
        &outcome,
        USD,
        Audience::Cfo,
        Length::Page,
        MarketTest::default(),
    );
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
