//! The verdict over the futures, word for word.

use super::super::*;
use super::USD;
use super::named::scenario;
use crate::field::Key::{self, *};
use crate::outcome::Outcome;
use crate::preset::EXAMPLES;
use crate::scenario::Scenario;
use crate::simulation::Simulation;

pub(super) fn drawn(scenario: &Scenario) -> Outcome {
    Simulation::run(scenario, 64, 1).outcome()
}

#[test]
fn print_all() {
    let mut all: Vec<(String, Scenario)> = EXAMPLES
        .iter()
        .map(|e| (e.key.to_owned(), e.scenario().unwrap()))
        .collect();
    for n in super::named::NAMED.iter() {
        all.push((n.name.to_owned(), n.scenario()));
    }
    let more: [(&str, &str, &[(Key, f64)]); 8] = [
        ("cash_900", "msp", &[(Cash, 9e5)]),
        ("cash_500", "msp", &[(Cash, 5e5)]),
        ("cash_760_anyway", "msp", &[(Cash, 7.6e5), (NothingAllowed, 0.0)]),
        ("cash_500_anyway", "msp", &[(Cash, 5e5), (NothingAllowed, 0.0)]),
        ("cash_950_watch", "behind", &[(Cash, 9.5e5), (Success, 0.2)]),
        ("cash_2m", "msp", &[(Cash, 2e6)]),
        ("close", "msp", &[(Success, 0.25)]),
        ("close2", "msp", &[(Success, 0.14)]),
    ];
    for (name, base, changes) in more {
        all.push((name.into(), scenario(base).changed(changes.iter().copied()).unwrap()));
    }
    for (name, s) in all {
        let outcome = drawn(&s);
        let v = verdict(&outcome, USD);
        println!("### {name} {:?} | {} | {}", v.state, v.kicker, v.headline);
        println!("{}  [{}]", plain(&v.lead), plain(&v.lead).chars().count());
        for f in &v.trio {
            println!("  {}: {} | {}", f.title, f.figure, f.text);
        }
        println!("  {:?} short: {} bar: {} / {}", v.dots, v.short, v.bar[0], v.bar[1]);
        println!("  foot: {}", plain(&v.footnote));
        println!("  {}", provenance(&outcome, USD));
        let f = finding_out(&outcome, USD, MarketTest { price: Some(5e4), ..MarketTest::default() });
        for r in &f.rows {
            println!("  {} {} [{}]", r.worth.text, r.what, r.advice);
        }
        println!("  {} {:?}", plain(&f.caption), f.decision.map(|d| d.plain()));
        let c = cash_words(&outcome, USD);
        for r in &c.rows {
            println!("  {:?} {} {:?} {:?}", r.option, r.needed, r.one_in_ten.as_ref().map(|s| &s.text), r.short.as_ref().map(|s| &s.text));
        }
        println!("  {} {}", plain(&c.caption), c.effect);
        let half = half_growth(&s).map(|s| drawn(&s));
        for h in honesty(&outcome, USD, half.as_ref()) {
            println!("  ! {h}");
        }
    }
}
