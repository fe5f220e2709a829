//! The verdict of named scenarios, word for word. Each was read for sense, grammar and tone before it
//! was written down; a change of the model that moves a figure moves it here as well.

use super::super::{plain, verdict};
use super::named::outcome;
use super::{USD, word_for_word};
use crate::field::Kind;
use crate::projection::Component;

/// The headline, the lead, the three facts, and the short form.
#[track_caller]
fn check(name: &str, expected: [&str; 6]) {
    let words = verdict(&outcome(name), USD);
    for (said, expected) in word_for_word(&words).iter().zip(expected) {
        assert_eq!(said, expected, "{name}");
    }
}

#[test]
fn msp() {
    check(
        "msp",
        [
            "Build the scalable version now.",
            "It costs $37,500 and 2½ weeks more than the simple version. If people want the \
             product, you end $200,000 ahead of the next best plan, an MVP with early warning. \
             If nobody does, you lose $690,000, $49,000 more than with the simple version.",
            "Average lead: +$73,800 over the next best plan, an MVP with early warning.",
            "Break-even: 20 in 100 chance of success from which it beats an MVP with early \
             warning; you said 50 in 100. Under 17 in 100, build nothing.",
            "Lost if nobody wants it: $686,000 $48,700 more than with the simple version.",
            "Build the scalable version now. +$73,800 on average, break-even 20 in 100.",
        ],
    );
}

#[test]
fn too_close() {
    check(
        "too_close",
        [
            "Too close to call.",
            "An MVP with early warning is only $4,600 ahead of the scalable version on average; \
             under $7,500 is too close to call. The scalable version costs $37,500 and 2½ weeks \
             more than the simple version. If in doubt, take an MVP with early warning: at \
             worst it ends $640,000 short of the best plan for the case, the other one \
             $690,000.",
            "Average lead: +$4,590 for an MVP with early warning over the next best plan, the \
             scalable version. Under $7,500 is too close to call.",
            "Break-even: 17 in 100 chance of success from which an MVP with early warning beats \
             building nothing; you said 18 in 100. From 20 in 100 the answer is the scalable \
             version.",
            "Lost if nobody wants it: $638,000 with an MVP with early warning; with the \
             scalable version: $686,000.",
            "Too close to call. An MVP with early warning: +$4,590 on average, break-even 17 in \
             100.",
        ],
    );
}

#[test]
fn nothing() {
    check(
        "nothing",
        [
            "Build nothing yet.",
            "You said 8 in 100: at that chance of success even the best plan, an MVP with early \
             warning, loses $340,000 on average. Building pays from 17 in 100, and then with an \
             MVP with early warning. If people want the product after all, you miss $3.3M.",
            "If you build anyway: −$339,000 on average, with the best plan, an MVP with early \
             warning.",
            "Break-even: 17 in 100 chance of success from which an MVP with early warning beats \
             building nothing; you said 8 in 100.",
            "Lost if nobody wants it: $0 if you build nothing; with an MVP with early warning: \
             $638,000.",
            "Build nothing yet. Building pays from 17 in 100.",
        ],
    );
}

#[test]
fn nobody_pays() {
    check(
        "nobody_pays",
        [
            "Build nothing yet.",
            "You said 90 in 100: at that chance of success even the best plan, the scalable \
             version, loses $1.8M on average. At no chance of success does a plan earn its money \
             back.",
            "If you build anyway: −$1.8M on average, with the best plan, the scalable version.",
            "Break-even: None the answer is the same at every chance of success; you said 90 in \
             100.",
            "Lost if nobody wants it: $0 if you build nothing; with the scalable version: \
             $718,000.",
            "Build nothing yet. Building loses $1.8M on average.",
        ],
    );
}

#[test]
fn behind() {
    check(
        "behind",
        [
            "Build the simple version, and start the rebuild early.",
            "It costs $150,000 and takes 10 weeks. Start the rebuild at 20% of its room, about \
             month 5: another $375,000 and 4 months. If people want the product, you end \
             $200,000 behind the next best plan, the scalable version; this plan leads on \
             average because it loses less if nobody wants it. If nobody does, you lose \
             $640,000; no other version loses less.",
            "Average lead: +$24,200 over the next best plan, the scalable version.",
            "Break-even: 20 in 100 chance of success from which the scalable version beats it; \
             you said 10 in 100. Under 17 in 100 every plan loses money on average.",
            "Lost if nobody wants it: $638,000 no other version loses less.",
            "Build the simple version, rebuild early. +$24,200 on average, best up to 20 in 100.",
        ],
    );
}

#[test]
fn never_full() {
    check(
        "never_full",
        [
            "Build the simple version. How to run it is too close to call.",
            "It costs $150,000 and takes 10 weeks. With your numbers no rebuild is called for \
             within the 36 months shown. On average it is $93,000 ahead of the next best \
             product, the scalable version. If nobody does, you lose $640,000; no other version \
             loses less.",
            "Average lead: +$92,900 over the best other product, the scalable version; an MVP \
             that is never rebuilt and an MVP rebuilt late are level.",
            "Break-even: 15 in 100 chance of success from which it beats building nothing; you \
             said 50 in 100.",
            "Lost if nobody wants it: $638,000 no other version loses less.",
            "Build the simple version; how to run it is too close to call. +$92,900 over the \
             scalable version, break-even 15 in 100.",
        ],
    );
}

#[test]
fn late_beats_watched() {
    check(
        "late_beats_watched",
        [
            "Build the simple version, and rebuild it only when it hurts.",
            "It costs $150,000 and takes 10 weeks. Start the rebuild at 30% of its room, about \
             month 7: another $375,000 and 4 months. If people want the product, you end \
             $83,000 ahead of the next best plan, an MVP with early warning. If nobody does, \
             you lose $640,000; no other version loses less.",
            "Average lead: +$41,600 over the next best plan, an MVP with early warning; \
             +$229,000 over the scalable version.",
            "Break-even: 17 in 100 chance of success from which it beats building nothing; you \
             said 50 in 100.",
            "Lost if nobody wants it: $638,000 no other version loses less.",
            "Build the simple version, rebuild late. +$41,600 on average, break-even 17 in 100.",
        ],
    );
}

#[test]
fn live() {
    check(
        "live",
        [
            "Build the simple version, and do not rebuild it.",
            "It costs $150,000 and takes 10 weeks. It is full from month 13. If people want the \
             product, you end $1.5M ahead of the next best plan, the over-built version. If \
             nobody does, you lose $640,000; no other version loses less.",
            "Average lead: +$845,000 over the next best plan, the over-built version.",
            "Break-even: 15 in 100 chance of success from which it beats building nothing; you \
             said 50 in 100.",
            "Lost if nobody wants it: $638,000 no other version loses less.",
            "Build the simple version, do not rebuild it. +$845,000 on average, break-even 15 \
             in 100.",
        ],
    );
}

#[test]
fn over() {
    check(
        "over",
        [
            "Build the over-built version now.",
            "It costs $150,000 and 10 weeks more than the simple version. If people want the \
             product, you end $1.1M ahead of the next best plan, the scalable version. If \
             nobody does, you lose $860,000, $220,000 more than with the simple version.",
            "Average lead: +$675,000 over the next best plan, the scalable version.",
            "Break-even: 27 in 100 chance of success from which it beats building nothing; you \
             said 50 in 100.",
            "Lost if nobody wants it: $862,000 $224,000 more than with the simple version.",
            "Build the over-built version now. +$675,000 on average, break-even 27 in 100.",
        ],
    );
}

#[test]
fn rich() {
    check(
        "rich",
        [
            "Build the simple version, and start the rebuild early.",
            "It costs $150,000 and takes 10 weeks. Start the rebuild at 20% of its room, about \
             month 5: another $375,000 and 4 months. If people want the product, you end $16M \
             ahead of the next best plan, the scalable version. If nobody does, you still end \
             $3.5M ahead.",
            "Average lead: +$1.67M over the next best plan, the scalable version.",
            "Break-even: None the answer is the same at every chance of success; you said 10 in \
             100.",
            "Left if nobody wants it: +$3.46M it earns its money back even then.",
            "Build the simple version, rebuild early. +$1.67M on average, at any chance of \
             success.",
        ],
    );
}

#[test]
fn unfinished() {
    check(
        "unfinished",
        [
            "Build the simple version, and start the rebuild early.",
            "It costs $150,000 and takes 10 weeks. Start the rebuild at 40% of its room, about \
             month 8: another $30,000 and 33 months, not finished by month 36. If people want \
             the product, you end $32,000 ahead of the next best plan, an MVP rebuilt late. If \
             nobody does, you lose $640,000; no other version loses less.",
            "Average lead: +$16,200 over the next best plan, an MVP rebuilt late; +$234,000 \
             over building nothing.",
            "Break-even: 37 in 100 chance of success from which it beats building nothing; you \
             said 50 in 100.",
            "Lost if nobody wants it: $638,000 no other version loses less.",
            "Build the simple version, rebuild early. +$16,200 on average, break-even 37 in 100.",
        ],
    );
}

#[test]
fn one_week_more() {
    check(
        "one_week_more",
        [
            "Build the scalable version now.",
            "It costs $15,000 and 1 week more than the simple version. If people want the \
             product, you end $330,000 ahead of the next best plan, an MVP with early warning. \
             If nobody does, you lose $660,000, $27,000 more than with the simple version.",
            "Average lead: +$152,000 over the next best plan, an MVP with early warning.",
            "Break-even: 16 in 100 chance of success from which it beats building nothing; you \
             said 50 in 100.",
            "Lost if nobody wants it: $665,000 $27,000 more than with the simple version.",
            "Build the scalable version now. +$152,000 on average, break-even 16 in 100.",
        ],
    );
}

#[test]
fn a_fraction() {
    check(
        "a_fraction",
        [
            "Build the scalable version now.",
            "It costs $37,500 and 2½ weeks more than the simple version. If people want the \
             product, you end $200,000 ahead of the next best plan, an MVP with early warning. \
             If nobody does, you lose $690,000, $49,000 more than with the simple version.",
            "Average lead: +$32,900 over the next best plan, an MVP with early warning.",
            "Break-even: 19.9% chance of success from which it beats an MVP with early \
             warning; you said 33.3%. Under 17.1%, build nothing.",
            "Lost if nobody wants it: $686,000 $48,700 more than with the simple version.",
            "Build the scalable version now. +$32,900 on average, break-even 20 in 100.",
        ],
    );
}

#[test]
fn millions() {
    check(
        "millions",
        [
            "Build the scalable version now.",
            "It costs $7.5M and 2½ weeks more than the simple version. If people want the \
             product, you end $36M ahead of the next best plan, an MVP with early warning. If \
             nobody does, you lose $51M, $7.5M more than with the simple version.",
            "Average lead: +$14.4M over the next best plan, an MVP with early warning.",
            "Break-even: 17 in 100 chance of success from which it beats an MVP with early \
             warning; you said 50 in 100. Under 10 in 100, build nothing.",
            "Lost if nobody wants it: $51M $7.54M more than with the simple version.",
            "Build the scalable version now. +$14.4M on average, break-even 17 in 100.",
        ],
    );
}

#[test]
fn certain() {
    check(
        "certain",
        [
            "Build the scalable version now.",
            "It costs $37,500 and 2½ weeks more than the simple version. If people want the \
             product, you end $200,000 ahead of the next best plan, an MVP with early warning.",
            "Average lead: +$196,000 over the next best plan, an MVP with early warning.",
            "Break-even: 20 in 100 chance of success from which it beats an MVP with early \
             warning; you said 100 in 100. Under 17 in 100, build nothing.",
            "Lost if nobody wants it: $686,000 $48,700 more than with the simple version.",
            "Build the scalable version now. +$196,000 on average, break-even 20 in 100.",
        ],
    );
}

#[test]
fn hardware() {
    check(
        "hardware",
        [
            "Build the simple version, and start the redesign early.",
            "It costs $265,000 and takes 26 weeks. Start the redesign when orders reach 20% of \
             what it can make, about month 6, right after launch: another $710,000 and 8 \
             months. If people want the product, you end $42,000 ahead of the next best plan, \
             the scalable version. If nobody does, you lose $660,000; no other version loses \
             less.",
            "Average lead: +$59,100 over the next best plan, the scalable version.",
            "Break-even: 22 in 100 chance of success from which it beats building nothing; you \
             said 30 in 100.",
            "Lost if nobody wants it: $655,000 no other version loses less.",
            "Build the simple version, redesign early. +$59,100 on average, break-even 22 in 100.",
        ],
    );
}

#[test]
fn hardware_close_to_nothing() {
    check(
        "hardware_close_to_nothing",
        [
            "Too close to call.",
            "An MVP with early warning is only $7,600 ahead of building nothing on average; \
             under $12,500 is too close to call. Building the simple version costs $265,000. If \
             in doubt, take an MVP with early warning: at worst it ends $660,000 short of the \
             best plan for the case, the other one $2.4M.",
            "Average lead: +$7,590 for an MVP with early warning over building nothing, the \
             next best plan. Under $12,500 is too close to call.",
            "Break-even: 21.7% chance of success from which an MVP with early warning beats \
             building nothing; you said 22%.",
            "Lost if nobody wants it: $655,000 with an MVP with early warning; with building \
             nothing: $0.",
            "Too close to call. An MVP with early warning: +$7,590 on average, break-even 22 in \
             100.",
        ],
    );
}

#[test]
fn hardware_msp() {
    check(
        "hardware_msp",
        [
            "Build the scalable version now.",
            "It costs $12,500 and 1½ weeks more than the simple version. Tooling it for volume, \
             for $85,000, falls due about month 10. If people want the product, you end \
             $320,000 ahead of the next best plan, an MVP with early warning. If nobody does, \
             you lose $680,000, $21,000 more than with the simple version.",
            "Average lead: +$147,000 over the next best plan, an MVP with early warning.",
            "Break-even: 20 in 100 chance of success from which it beats building nothing; you \
             said 50 in 100.",
            "Lost if nobody wants it: $676,000 $20,600 more than with the simple version.",
            "Build the scalable version now. +$147,000 on average, break-even 20 in 100.",
        ],
    );
}

#[test]
fn hardware_by_hand() {
    check(
        "hardware_by_hand",
        [
            "Build the simple version. How to run it is too close to call.",
            "It costs $265,000 and takes 26 weeks. With your numbers no redesign is called for \
             within the 36 months shown. On average it is $310,000 ahead of the next best \
             product, the scalable version. If nobody does, you lose $660,000; no other version \
             loses less.",
            "Average lead: +$307,000 over the best other product, the scalable version; an MVP \
             that is never redesigned and an MVP redesigned late are level.",
            "Break-even: 20 in 100 chance of success from which it beats building nothing; you \
             said 60 in 100.",
            "Lost if nobody wants it: $655,000 no other version loses less.",
            "Build the simple version; how to run it is too close to call. +$307,000 over the \
             scalable version, break-even 20 in 100.",
        ],
    );
}

#[test]
fn the_bar_of_a_phone() {
    let bar = |name| verdict(&outcome(name), USD).bar.map(|line| line.plain());
    assert_eq!(bar("msp"), ["Scalable, +$73,800", "break-even 20 in 100"]);
    assert_eq!(
        bar("too_close"),
        ["Too close to call", "break-even 17 in 100"]
    );
    assert_eq!(bar("nothing"), ["Build nothing", "pays from 17 in 100"]);
    assert_eq!(
        bar("nobody_pays"),
        ["Build nothing", "building loses $1.8M"]
    );
    assert_eq!(
        bar("behind"),
        ["MVP + warning, +$24,200", "best up to 20 in 100"]
    );
    assert_eq!(
        bar("never_full"),
        ["Simple, +$92,900", "break-even 15 in 100"]
    );
    assert_eq!(
        bar("rich"),
        ["MVP + warning, +$1.67M", "at any chance of success"]
    );
}

#[test]
fn the_footnote_says_what_is_counted() {
    let footnote = |name| plain(&verdict(&outcome(name), USD).footnote);
    assert_eq!(
        footnote("msp"),
        "Lines: cash with your numbers if people want the product, as paid. The verdict also \
         counts the 50 in 100 chance that nobody wants it: you then stop at −$640,000 with the \
         simple version, −$690,000 with the scalable one and −$860,000 over-built. It counts the \
         chance that a quick fix is enough (25 in 100), the chance that the wrong thing was made \
         scalable (20 in 100), what customers are worth after month 36, and that money later is \
         worth less than money now."
    );
    assert!(
        footnote("certain")
            .contains("You said it is certain that people want it; otherwise you would stop at")
    );
    assert!(footnote("hopeless").contains("follows what you said, that nobody wants it"));
    assert!(
        footnote("no_doubts").contains("It counts what customers are worth after month 36, and")
    );
}

#[test]
fn the_checks_in_words() {
    let said = super::super::check_words(&outcome("msp"), USD);
    let texts: Vec<String> = said.iter().map(|check| check.sentence.plain()).collect();
    assert_eq!(
        texts,
        [
            "An extra of 25% for the scalable version also means 2½ weeks more until launch.",
            "4 months of the team at $60,000 a month: 1.6 times what the simple version costs; you \
             say 2.5 times.",
            "By cost alone, 25% now against 250% later, it pays from a chance of success of 10 in \
             100.",
            "At its peak the scalable version uses 62% of its room.",
            "At its peak the over-built version uses 6.5% of its room; nobody needs the rest.",
        ]
    );
    let doubtful: Vec<bool> = said.iter().map(|check| check.doubtful).collect();
    assert_eq!(doubtful, [false, true, false, false, true]);
}

#[test]
fn captions_in_words() {
    let outcome = outcome("msp");
    let bridge = super::super::bridge_caption(&outcome, false, USD).unwrap();
    assert_eq!(
        plain(&bridge),
        "The scalable version against an MVP with early warning: the parts of the lead of \
         +$73,800, on average and in today's money. What speaks for it most: rebuild (+$137,000); \
         against it: revenue (−$38,300)."
    );
    assert_eq!(super::super::bridge_caption(&outcome, true, USD), None);
    let regret = super::super::regret_words(&outcome, USD);
    assert_eq!(
        plain(&regret.caption),
        "How far each plan ends short of the best plan for the case, in today's money. No plan has \
         a smaller worst case than an MVP with early warning."
    );
    let (best, cells) = &regret.rows[0];
    assert_eq!(*best, super::named::MSP);
    let cells: Vec<&str> = cells.iter().map(|cell| cell.text.as_str()).collect();
    assert_eq!(cells, ["best", "$686,000", "$686,000", "$1.3M"]);
    let early = super::super::warning(&outcome, USD);
    assert_eq!(
        plain(&early.summary),
        "The simple version carries about 1,000 users; with your numbers more is needed from month \
         11. Month 7: last moment to start a rebuild in time, at 38% full."
    );
}

#[test]
fn names_of_components() {
    let name = |component, kind| {
        super::super::component_name(component, &crate::scenario::Scenario::preset(kind))
    };
    let (service, hardware) = (Kind::Service, Kind::Hardware);
    assert_eq!(
        name(Component::Terminal, service),
        "Worth of customers after month 36"
    );
    assert_eq!(
        name(Component::Terminal, hardware),
        "Worth of sales after month 36"
    );
    assert_eq!(name(Component::Run, service), "Hosting");
    assert_eq!(name(Component::Run, hardware), "Line");
}
