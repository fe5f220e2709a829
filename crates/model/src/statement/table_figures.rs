//! The figures of drawings and tables as phrases, so that they can be asked why.

use super::name;
use super::provenance::provenance;
use super::quantity::{Drawn, Edge, Growth, Quantity};
use super::say::Say;
use super::span::{Sentence, sentence};
use crate::outcome::Outcome;
use crate::projection::Component;
use crate::strategy::Strategy;
use crate::text::write::Currency;

/// The lead, and its parts as the bridge draws them; with `other` those of the lead over the best
/// other product.
#[must_use]
pub fn bridge_figures(outcome: &Outcome, other: bool, currency: Currency) -> Vec<Sentence> {
    let say = Say::new(outcome, currency);
    let (lead, part): (Quantity, fn(Component) -> Quantity) = if other {
        (Quantity::LeadOverOther, Quantity::PartOther)
    } else {
        (Quantity::Lead, Quantity::Part)
    };
    let mut figures = vec![sentence![say.signed(lead)]];
    figures.extend(named(&say, part));
    figures
}

/// The money of the plan that is shown, by component: on average if people want it, or if they do
/// not.
#[must_use]
pub fn money_figures(outcome: &Outcome, wanted: bool, currency: Currency) -> Vec<Sentence> {
    let say = Say::new(outcome, currency);
    let plan = say.shown();
    named(&say, |component| {
        if wanted {
            Quantity::GoodPart(plan, component)
        } else {
            Quantity::BadPart(plan, component)
        }
    })
}

/// The figures of the main chart: the cash of every plan at its end, when the simple version is full,
/// the last moment to start, and how sure the average lead is.
#[must_use]
pub fn chart_figures(outcome: &Outcome, currency: Currency) -> Vec<Sentence> {
    let say = Say::new(outcome, currency);
    let mut figures = month_figures(outcome, currency);
    let dates = if outcome.futures.is_some() {
        [
            Quantity::Drawn(Drawn::Wall(Edge::Middle)),
            Quantity::Growth(Growth::LastStart(Edge::Middle)),
        ]
    } else {
        [Quantity::Wall, Quantity::LastStart]
    };
    let there = dates.into_iter().filter(|date| date.of(outcome).is_some());
    figures.extend(there.map(|date| sentence![say.month(date)]));
    figures.push(provenance(outcome, currency));
    figures
}

/// The cash of every plan in the last month, path.
#[must_use]
pub fn month_figures(outcome: &Outcome, currency: Currency) -> Vec<Sentence> {
    let say = Say::new(outcome, currency);
    let cash = Strategy::ALL.map(|plan| sentence![say.signed(Quantity::CashEnd(plan))]);
    cash.into()
}

/// The components that are not zero, by name.
fn named(say: &Say<'_>, quantity: impl Fn(Component) -> Quantity) -> Vec<Sentence> {
    let there = |component: &Component| {
        let amount = quantity(*component).of(say.outcome);
        amount.is_some_and(|amount| amount.abs() >= 0.005)
    };
    Component::ALL
        .into_iter()
        .filter(there)
        .map(|component| {
            let amount = say.signed(quantity(component));
            sentence![name::component(say, component), " ", amount]
        })
        .collect()
}
