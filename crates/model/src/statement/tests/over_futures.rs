//! The verdict over the futures, word for word. Each was read for sense, grammar and tone before it
//! was written down.

use std::sync::LazyLock;

use super::super::{Dots, verdict};
use super::named::{self, NAMED};
use super::random::whole;
use super::{USD, word_for_word};
use crate::field::Key::{self, Cash, NothingAllowed, Success};
use crate::outcome::Outcome;
use crate::preset::Example;
use crate::scenario::Scenario;
use crate::simulation::{REFINED, Simulation};

/// Over enough futures to be quick.
pub(super) fn drawn(scenario: &Scenario) -> Outcome {
    Simulation::run(scenario, 64, 1).outcome()
}

/// The service at a chance of 30 in 100 over the 4,096 futures of the specification.
pub(super) static PILOT: LazyLock<Outcome> = LazyLock::new(|| {
    let scenario = Scenario::preset(crate::field::Kind::Service);
    Simulation::run(&scenario, REFINED, 1).outcome()
});

fn example(key: &str) -> Scenario {
    Example::with_key(key).unwrap().scenario().unwrap()
}

pub(super) fn changed(name: &str, changes: &[(Key, f64)]) -> Scenario {
    named::scenario(name)
        .changed(changes.iter().copied())
        .unwrap()
}

/// Headline, lead, three facts, the short form, the bar of a phone; how many dots are filled, and
/// whether they have a colour.
#[track_caller]
fn check(outcome: &Outcome, expected: [&str; 7], dots: (u8, bool)) {
    let words = verdict(outcome, USD);
    let bar = format!("{} | {}", words.bar[0], words.bar[1]);
    let said = word_for_word(&words).into_iter().chain([bar]);
    for (said, expected) in said.zip(expected) {
        assert_eq!(said, expected);
    }
    let Some(Dots { filled, hue }) = words.dots else {
        panic!("no dots");
    };
    assert_eq!((filled, hue.is_some()), dots);
}

#[test]
fn saas() {
    check(
        &drawn(&example("saas")),
        [
            "Build the scalable version now.",
            "It costs $37,500 and 2½ weeks more than the simple version. If people want the \
             product, in the middle future you end $150,000 ahead of the next best plan (range: $1.2M behind to $1.2M ahead). If nobody does, you lose \
             $690,000, $49,000 more than with the simple version. In about 6 in 10 of all \
             futures you lose money, typically $690,000.",
            "Average lead: +$49,800 over the next best plan, an MVP with early warning.",
            "Break-even: 25 in 100 chance of success from which it beats an MVP with early \
             warning; you said 50 in 100. Under 13 in 100, build nothing.",
            "Confidence: 6 in 10 of the futures in which people want it, it ends ahead; about 9 \
             in 10 against an MVP rebuilt late.",
            "Build the scalable version now. +$49,800 on average, break-even 25 in 100.",
            "Scalable, +$49,800 | break-even 25 in 100",
        ],
        (6, true),
    );
}

#[test]
fn idea() {
    check(
        &drawn(&example("idea")),
        [
            "Build the simple version, and start the rebuild early.",
            "It costs $150,000 and takes 10 weeks; the rebuild at 20% of its room, about month \
             5 (range: 3 to 11), costs another $375,000 and 4 months. If people want the \
             product, in the middle future you end $150,000 behind the next best plan (range: $1.2M behind to $1.2M ahead); this plan leads on average \
             because it loses less if nobody wants it. If nobody does, you lose $640,000. In \
             about 8 in 10 of all futures you lose money, typically $640,000.",
            "Average lead: +$13,400 over the next best plan, the scalable version.",
            "Break-even: 13 in 100 chance of success from which it beats building nothing; you \
             said 18 in 100. From 25 in 100 the answer is the scalable version.",
            "Confidence: 4 in 10 of the futures in which people want it, it ends ahead; 96 in \
             100 against an MVP rebuilt late.",
            "Build the simple version, rebuild early. +$13,400 on average, break-even 13 in 100.",
            "MVP + warning, +$13,400 | break-even 13 in 100",
        ],
        (4, true),
    );
}

#[test]
fn long_shot() {
    check(
        &drawn(&example("long_shot")),
        [
            "Build nothing yet.",
            "You said 8 in 100: at that chance of success even the best plan, an MVP with early \
             warning, loses $260,000 on average. Building pays from 13 in 100, and then with an \
             MVP with early warning. If people want the product after all, you miss $4.3M. In \
             about 9 in 10 of all futures you lose money if you build the simple version, \
             typically $640,000.",
            "If you build anyway: −$256,000 on average, with the best plan, an MVP with early \
             warning.",
            "Break-even: 13 in 100 chance of success from which an MVP with early warning beats \
             building nothing; you said 8 in 100.",
            "Futures that lose money: 9 in 10 of all futures lose money with the best plan to build, an MVP \
             with early warning; typically $637,000.",
            "Build nothing yet. Building pays from 13 in 100.",
            "Build nothing | pays from 13 in 100",
        ],
        (9, true),
    );
}

#[test]
fn full_rebuild() {
    check(
        &drawn(&example("full_rebuild")),
        [
            "Build the scalable version now.",
            "It costs $37,500 and 2½ weeks more than the simple version. If people want the \
             product, in the middle future you end $550,000 ahead of the next best plan (range: $130,000 to $1.5M ahead). If nobody does, you lose \
             $690,000, $49,000 more than with the simple version. In about 6 in 10 of all \
             futures you lose money, typically $690,000.",
            "Average lead: +$416,000 over the next best plan, the over-built version.",
            "Break-even: 15 in 100 chance of success from which it beats building nothing; you \
             said 50 in 100.",
            "Confidence: 98 in 100 of the futures in which people want it, it ends ahead; about \
             9 in 10 against an MVP rebuilt late.",
            "Build the scalable version now. +$416,000 on average, break-even 15 in 100.",
            "Scalable, +$416,000 | break-even 15 in 100",
        ],
        (10, true),
    );
}

#[test]
fn too_close() {
    check(
        &drawn(&changed("msp", &[(Success, 0.25)])),
        [
            "Too close to call.",
            "The scalable version is only $420 ahead of an MVP with early warning on average; \
             under $8,690 is too close to call. If in doubt, take an MVP with early warning: at \
             worst it ends $640,000 short of the best plan for the case, the other one \
             $690,000. In about 8 in 10 of all futures you lose money with an MVP with early \
             warning, typically $640,000. Find out first whether people want it: worth up to \
             $510,000.",
            "Average lead: +$420 for the scalable version over the next best plan, an MVP with \
             early warning. Under $8,690 is too close to call.",
            "Break-even: 24.8% chance of success from which the scalable version beats an MVP \
             with early warning; you said 25%. Under 13 in 100, build nothing.",
            "Confidence: 6 in 10 of the futures in which people want it, the scalable version \
             ends ahead of an MVP with early warning.",
            "Too close to call. The scalable version: +$420 on average, break-even 25 in 100.",
            "Too close to call | break-even 25 in 100",
        ],
        (6, false),
    );
}

#[test]
fn behind_although_it_gains() {
    check(
        &drawn(&named::scenario("unfinished")),
        [
            "Build the simple version, and start the rebuild early.",
            "It costs $150,000 and takes 10 weeks; the rebuild at 20% of its room, about month \
             5 (range: 3 to 10), costs another $30,000 and 33 months, and is not finished by month 36. If people want the \
             product, in the middle future you end $830 behind the next best plan (range: $25,000 behind to $620,000 ahead); this plan leads on average \
             because its gains in the good futures outweigh the rest. If nobody does, you lose \
             $640,000. In about 7 in 10 of all futures you lose money, typically $640,000.",
            "Average lead: +$69,100 over the next best plan, an MVP rebuilt late; +$537,000 \
             over building nothing.",
            "Break-even: 27 in 100 chance of success from which it beats building nothing; you \
             said 50 in 100.",
            "Confidence: 4 in 10 of the futures in which people want it, it ends ahead; about 7 \
             in 10 against building nothing.",
            "Build the simple version, rebuild early. +$69,100 on average, break-even 27 in 100.",
            "MVP + warning, +$69,100 | break-even 27 in 100",
        ],
        (4, true),
    );
}

#[test]
fn never_full() {
    check(
        &drawn(&named::scenario("never_full")),
        [
            "Build the simple version. How to run it is too close to call.",
            "It costs $150,000 and takes 10 weeks. With your numbers no rebuild is called for \
             within the 36 months shown. If people want the product, in the middle future you \
             end $150,000 ahead of the next best product, the scalable version (range: $65,000 \
             behind to $580,000 ahead). In about half of all futures you lose money, typically \
             $640,000.",
            "Average lead: +$125,000 over the best other product, the scalable version; an MVP \
             rebuilt late and an MVP with early warning are level.",
            "Break-even: 11 in 100 chance of success from which it beats building nothing; you \
             said 50 in 100.",
            "Confidence: 9 in 10 of the futures in which people want it, an MVP rebuilt late \
             ends ahead of the scalable version.",
            "Build the simple version; how to run it is too close to call. +$125,000 over the \
             scalable version, break-even 11 in 100.",
            "Simple, +$125,000 | break-even 11 in 100",
        ],
        (9, true),
    );
}

#[test]
fn live() {
    check(
        &drawn(&named::scenario("live")),
        [
            "Build the simple version, and do not rebuild it.",
            "It costs $150,000 and takes 10 weeks; it is full from about month 13 (range: 8 to \
             25). If people want the product, in the middle future you end $1M ahead of the \
             next best plan (range: $350,000 to $5.5M ahead). If nobody \
             does, you lose $640,000; no other version loses less. In about half of all futures \
             you lose money, typically $640,000.",
            "Average lead: +$983,000 over the next best plan, the over-built version.",
            "Break-even: 12 in 100 chance of success from which it beats building nothing; you \
             said 50 in 100.",
            "Confidence: over 99 in 100 of the futures in which people want it, it ends ahead; \
             98 in 100 against an MVP rebuilt late.",
            "Build the simple version, do not rebuild it. +$983,000 on average, break-even 12 \
             in 100.",
            "MVP, as it is, +$983,000 | break-even 12 in 100",
        ],
        (10, true),
    );
}

#[test]
fn over() {
    check(
        &drawn(&named::scenario("over")),
        [
            "Build the over-built version now.",
            "It costs $150,000 and 10 weeks more than the simple version. If people want the \
             product, in the middle future you end $1.1M ahead of the next best plan (range: $230,000 to $4.4M ahead). If nobody does, you lose \
             $870,000, $230,000 more than with the simple version. In about 7 in 10 of all \
             futures you lose money, typically $860,000.",
            "Average lead: +$841,000 over the next best plan, the scalable version.",
            "Break-even: 22 in 100 chance of success from which it beats building nothing; you \
             said 50 in 100.",
            "Confidence: over 99 in 100 of the futures in which people want it, it ends ahead; \
             about 6 in 10 against an MVP rebuilt late.",
            "Build the over-built version now. +$841,000 on average, break-even 22 in 100.",
            "Over-built, +$841,000 | break-even 22 in 100",
        ],
        (10, true),
    );
}

#[test]
fn rich() {
    check(
        &drawn(&named::scenario("rich")),
        [
            "Build the simple version, and start the rebuild early.",
            "It costs $150,000 and takes 10 weeks; the rebuild at 20% of its room, about month \
             5 (range: 3 to 11), costs another $375,000 and 4 months. If people want the \
             product, in the middle future you end $9.6M ahead of the next best plan (range: $110M behind to $160M ahead). If nobody does, you still \
             end $3.6M ahead on average. In under 1 in 100 of all futures you \
             lose money.",
            "Average lead: +$1.37M over the next best plan, the scalable version.",
            "Break-even: None the answer is the same at every chance of success; you said 10 in \
             100.",
            "Confidence: 6 in 10 of the futures in which people want it, it ends ahead; 99 in \
             100 against an MVP rebuilt late.",
            "Build the simple version, rebuild early. +$1.37M on average, at any chance of \
             success.",
            "MVP + warning, +$1.37M | at any chance of success",
        ],
        (6, true),
    );
}

#[test]
fn nobody_pays() {
    check(
        &drawn(&named::scenario("nobody_pays")),
        [
            "Build nothing yet.",
            "You said 90 in 100: at that chance of success even the best plan, the scalable \
             version, loses $1.8M on average. At no chance of success does a plan earn its money back. In over 99 in 100 of all futures you lose money if you build the scalable \
             version, typically $1.9M.",
            "If you build anyway: −$1.83M on average, with the best plan, the scalable version.",
            "Break-even: None the answer is the same at every chance of success; you said 90 in \
             100.",
            "Futures that lose money: over 99 in 100 of all futures lose money with the best plan to build, \
             the scalable version; typically $1.93M.",
            "Build nothing yet. Building loses $1.83M on average.",
            "Build nothing | building loses $1.83M",
        ],
        (10, true),
    );
}

#[test]
fn hardware() {
    check(
        &drawn(&named::scenario("hardware")),
        [
            "Too close to call.",
            "The scalable version is only $11,000 ahead of an MVP with early warning on \
             average; under $12,500 is too close to call. If in doubt, take an MVP with early \
             warning: at worst it ends $660,000 short of the best plan for the case, the other \
             one $720,000. In about 8 in 10 of all futures you lose money with an MVP with \
             early warning, typically $660,000. Find out first whether people want it: worth up \
             to $510,000.",
            "Average lead: +$11,300 for the scalable version over the next best plan, an MVP \
             with early warning. Under $12,500 is too close to call.",
            "Break-even: 26 in 100 chance of success from which the scalable version beats an \
             MVP with early warning; you said 30 in 100. Under 20 in 100, build nothing.",
            "Confidence: about half of the futures in which people want it, the scalable \
             version ends ahead of an MVP with early warning.",
            "Too close to call. The scalable version: +$11,300 on average, break-even 26 in 100.",
            "Too close to call | break-even 26 in 100",
        ],
        (5, false),
    );
}

#[test]
fn hardware_nothing() {
    check(
        &drawn(&named::scenario("hardware_nothing")),
        [
            "Build nothing yet.",
            "You said 10 in 100: at that chance of success even the best plan, an MVP with \
             early warning, loses $330,000 on average. Building pays from 20 in 100, and then \
             with an MVP with early warning. If people want the product after all, you miss \
             $2.8M. In about 9 in 10 of all futures you lose money if you build the simple \
             version, typically $660,000.",
            "If you build anyway: −$327,000 on average, with the best plan, an MVP with early \
             warning.",
            "Break-even: 20 in 100 chance of success from which an MVP with early warning beats \
             building nothing; you said 10 in 100.",
            "Futures that lose money: 9 in 10 of all futures lose money with the best plan to build, an MVP \
             with early warning; typically $656,000.",
            "Build nothing yet. Building pays from 20 in 100.",
            "Build nothing | pays from 20 in 100",
        ],
        (9, true),
    );
}

#[test]
fn hardware_msp() {
    check(
        &drawn(&named::scenario("hardware_msp")),
        [
            "Build the scalable version now.",
            "It costs $12,500 and 1½ weeks more than the simple version; tooling it for volume \
             later costs $85,000 more. If people want the product, in the middle future you end \
             $550,000 ahead of the next best plan (range: $430,000 \
             behind to $2.3M ahead). If nobody does, you lose $680,000, $21,000 more than with \
             the simple version. In about 6 in 10 of all futures you lose money, typically \
             $680,000.",
            "Average lead: +$305,000 over the next best plan, an MVP with early warning.",
            "Break-even: 17 in 100 chance of success from which it beats building nothing; you \
             said 50 in 100.",
            "Confidence: 6 in 10 of the futures in which people want it, it ends ahead; about 8 \
             in 10 against an MVP redesigned late.",
            "Build the scalable version now. +$305,000 on average, break-even 17 in 100.",
            "Scalable, +$305,000 | break-even 17 in 100",
        ],
        (6, true),
    );
}

#[test]
fn hardware_anyway() {
    check(
        &drawn(&named::scenario("hardware_anyway")),
        [
            "Build the simple version. How to run it is too close to call.",
            "It costs $265,000 and takes 26 weeks. An MVP with early warning is only $11,000 \
             ahead of an MVP redesigned late on average; under $12,500 is too close to call. If \
             people want the product, in the middle future you end $180,000 behind the next \
             best product, the scalable version (range: $1.7M behind to $1M ahead); this plan \
             leads on average because it loses less if nobody wants it. In 96 in 100 of all \
             futures you lose money, typically $660,000.",
            "Average lead: +$53,300 over the best other product, the scalable version; +$11,100 \
             for an MVP with early warning over an MVP redesigned late, too close to call.",
            "Break-even: 26 in 100 chance of success from which the scalable version beats it; \
             you said 5 in 100. Under 20 in 100 every plan loses money on average.",
            "Confidence: about half of the futures in which people want it, an MVP with early \
             warning ends ahead of the scalable version.",
            "Build the simple version; how to run it is too close to call. +$53,300 over the \
             scalable version, best up to 26 in 100.",
            "Simple, +$53,300 | best up to 26 in 100",
        ],
        (5, true),
    );
}

#[test]
fn too_little_cash_for_anything() {
    check(
        &drawn(&changed("msp", &[(Cash, 5e5)])),
        [
            "Build nothing yet.",
            "You have $500,000: the scalable version, the best plan on average, needs more in \
             95 in 100 of all futures, and no other plan that pays gets by with it. With cash \
             enough, the scalable version would bring $1.8M on average.",
            "On average: $0 if you build nothing; with more cash the scalable version would \
             bring +$1.79M.",
            "Break-even: 14 in 100 chance of success from which with more cash the scalable \
             version beats building nothing; you said 50 in 100.",
            "Futures that lose money: 6 in 10 of all futures lose money with the best plan to build, the \
             scalable version; typically $686,000.",
            "Build nothing yet. The cash you have decides.",
            "Build nothing | the cash you have decides",
        ],
        (6, true),
    );
}

#[test]
fn cash_for_the_next_plan() {
    check(
        &drawn(&changed("behind", &[(Cash, 9.5e5), (Success, 0.2)])),
        [
            "Build the scalable version now.",
            "You have $950,000: an MVP with early warning, the best plan on average, needs more \
             in 11 in 100 of all futures; this is the next plan that gets by with it. It costs \
             $37,500 and 2½ weeks more than the simple version. On average it brings $300,000, \
             $9,500 less than an MVP with early warning. In about 8 in 10 of all futures you \
             lose money, typically $690,000.",
            "On average: +$305,000 with the scalable version; with more cash an MVP with early \
             warning would bring +$314,000.",
            "Break-even: 14 in 100 chance of success from which the scalable version beats \
             building nothing; you said 20 in 100.",
            "Futures with enough cash: 95 in 100 of all futures get by with the cash you have; 89 in 100 with \
             an MVP with early warning.",
            "Build the scalable version now. The cash you have decides.",
            "Scalable (MSP) | the cash you have decides",
        ],
        (10, true),
    );
}

#[test]
fn too_little_cash_and_build_anyway() {
    check(
        &drawn(&changed("msp", &[(Cash, 5e5), (NothingAllowed, 0.0)])),
        [
            "Build the scalable version now.",
            "It costs $37,500 and 2½ weeks more than the simple version. If people want the \
             product, in the middle future you end $150,000 ahead of the next best plan (range: $1.2M behind to $1.2M ahead). If nobody does, you lose \
             $690,000, $49,000 more than with the simple version. In about 6 in 10 of all \
             futures you lose money, typically $690,000. No plan gets by with the $500,000 you \
             have: this one needs more in 95 in 100 of all futures.",
            "Average lead: +$49,800 over the next best plan, an MVP with early warning.",
            "Break-even: 25 in 100 chance of success from which it beats an MVP with early \
             warning; you said 50 in 100. Under 13 in 100 every plan loses money on average.",
            "Confidence: 6 in 10 of the futures in which people want it, it ends ahead; about 9 \
             in 10 against an MVP rebuilt late.",
            "Build the scalable version now. +$49,800 on average, break-even 25 in 100.",
            "Scalable, +$49,800 | break-even 25 in 100",
        ],
        (6, true),
    );
}

#[test]
fn pilot() {
    check(
        &PILOT,
        [
            "Build the scalable version now.",
            "It costs $37,500 and 2½ weeks more than the simple version. If people want the \
             product, in the middle future you end $180,000 ahead of the next best plan (range: $1.2M behind to $1.3M ahead). If nobody does, you lose \
             $690,000, $49,000 more than with the simple version. In about 7 in 10 of all \
             futures you lose money, typically $690,000.",
            "Average lead: +$9,850 over the next best plan, an MVP with early warning.",
            "Break-even: 25 in 100 chance of success from which it beats an MVP with early \
             warning; you said 30 in 100. Under 14 in 100, build nothing.",
            "Confidence: 6 in 10 of the futures in which people want it, it ends ahead; about 9 \
             in 10 against an MVP rebuilt late.",
            "Build the scalable version now. +$9,850 on average, break-even 25 in 100.",
            "Scalable, +$9,850 | break-even 25 in 100",
        ],
        (6, true),
    );
}

#[test]
fn nothing_is_wrong_with_any_text_over_futures() {
    for named in &NAMED {
        let outcome = Simulation::run(&named.scenario(), 8, 1).outcome();
        whole(&outcome).unwrap_or_else(|error| panic!("{}: {error}", named.name));
    }
}
