//! Why an input matters.

use super::{Explained, Why, customers, first, further, making, team};
use crate::field::{Group, Key, Kind};
use crate::outcome::Outcome;
use crate::statement::{Format, Say, Sentence};
use crate::text::write::Currency;

/// What an input does in this scenario. An input that this kind of product does not have says so.
#[must_use]
pub fn input(key: Key, outcome: &Outcome, currency: Currency) -> Why {
    let say = Say::new(outcome, currency);
    let field = key.field();
    let default = match field.preset(say.kind) {
        Some(preset) => Format::Typed(key, say.kind).text(preset.best, currency),
        None => "none".into(),
    };
    let explained = match field.preset(say.kind) {
        Some(_) => explained(&say, key),
        None => unused(say.kind),
    };
    let (reliability, source) = field.source_for(say.kind);
    Why {
        sentence: explained.sentence,
        working: explained.working,
        source,
        reliability: reliability.words(),
        default,
    }
}

fn unused(kind: Kind) -> Explained {
    let other = match kind {
        Kind::Service => "hardware",
        Kind::Hardware => "a software service",
    };
    Explained::new(
        format!("Only {other} has this number."),
        Sentence::from("It enters no formula here."),
    )
}

fn explained(say: &Say<'_>, key: Key) -> Explained {
    let found = match key.field().group {
        Group::IfItWorks | Group::WhatItCosts | Group::WhatItCarries => first::explained(say, key),
        Group::Customers | Group::Demand => customers::explained(say, key),
        Group::Team | Group::Horizon | Group::Running => team::explained(say, key),
        Group::Doubts | Group::Rule | Group::Rebuild => further::explained(say, key),
        Group::Room | Group::UnitCost => making::explained(say, key),
    };
    // A test holds that every input of both kinds is explained.
    found.unwrap_or_else(|| {
        Explained::new(
            key.field().words(say.kind).help,
            Sentence::from("It enters no formula of its own."),
        )
    })
}
