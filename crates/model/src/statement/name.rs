//! What things are called.

use super::figure::Format;
use super::quantity::Quantity;
use super::say::Say;
use super::span::{Sentence, sentence};
use crate::field::{Key, Kind};
use crate::projection::Component;
use crate::scenario::Scenario;
use crate::strategy::{Choice, Strategy};
use crate::text::write::Currency;

/// How much room there is for a name, and where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Form {
    /// Alone, in full: a row of a table, a heading.
    Long,
    /// At the end of a line of a chart.
    Label,
    /// At the end of a line on a narrow screen.
    Narrow,
    /// In a sentence, with its article.
    Phrase,
}

/// The name of an option.
#[must_use]
pub fn plan_name(choice: Choice, kind: Kind, form: Form) -> &'static str {
    let service = kind == Kind::Service;
    let [long, label, narrow, phrase] = match choice {
        Choice::Build(Strategy::MvpLive) if service => [
            "MVP, never rebuilt",
            "MVP, never rebuilt",
            "MVP, as it is",
            "an MVP that is never rebuilt",
        ],
        Choice::Build(Strategy::MvpLive) => [
            "MVP, never redesigned",
            "MVP, never redesigned",
            "MVP, as it is",
            "an MVP that is never redesigned",
        ],
        Choice::Build(Strategy::MvpLate) if service => [
            "MVP, rebuilt late",
            "MVP, rebuilt late",
            "MVP, late",
            "an MVP rebuilt late",
        ],
        Choice::Build(Strategy::MvpLate) => [
            "MVP, redesigned late",
            "MVP, redesigned late",
            "MVP, late",
            "an MVP redesigned late",
        ],
        Choice::Build(Strategy::MvpWatch) => [
            "MVP with early warning",
            "MVP + early warning",
            "MVP + warning",
            "an MVP with early warning",
        ],
        Choice::Build(Strategy::Msp) => [
            "Scalable version",
            "Scalable (MSP)",
            "Scalable",
            "the scalable version",
        ],
        Choice::Build(Strategy::Over) => [
            "Over-built version",
            "Over-built",
            "Over-built",
            "the over-built version",
        ],
        Choice::Nothing => [
            "Build nothing",
            "Build nothing",
            "Nothing",
            "building nothing",
        ],
    };
    match form {
        Form::Long => long,
        Form::Label => label,
        Form::Narrow => narrow,
        Form::Phrase => phrase,
    }
}

/// The name of a component of the money, for the bridge and the money table.
#[must_use]
pub fn component_name(component: Component, scenario: &Scenario) -> String {
    let end = Format::Month.text(scenario[Key::Horizon], Currency::default());
    match component {
        Component::Terminal => format!("{}{end}", component_start(component, scenario.kind())),
        _ => component_start(component, scenario.kind()).to_owned(),
    }
}

/// The name of a component of the money, as spans.
pub(crate) fn component(say: &Say<'_>, component: Component) -> Sentence {
    let end = (component == Component::Terminal).then(|| say.month(Quantity::Input(Key::Horizon)));
    sentence![component_start(component, say.kind), end]
}

/// The name of a component, but for the month that ends the name of the terminal value.
fn component_start(component: Component, kind: Kind) -> &'static str {
    let service = kind == Kind::Service;
    match component {
        Component::Revenue => "Revenue",
        Component::Terminal if service => "Worth of customers after ",
        Component::Terminal => "Worth of sales after ",
        Component::Build => "Build",
        Component::Payroll => "Team",
        Component::Drag => "Debt",
        Component::Run if service => "Hosting",
        Component::Run => "Line",
        Component::Rebuild if service => "Rebuild",
        Component::Rebuild => "Redesign and tooling",
        Component::Rest if service => "Rebuild still to pay",
        Component::Rest => "Redesign still to pay",
        Component::UnitCost => "Cost of the units",
    }
}

/// The words that differ between a service and a piece of hardware.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Lexicon {
    /// To build it anew.
    pub rebuild: &'static str,
    /// Built anew.
    pub rebuilt: &'static str,
    /// What is lost when nobody comes.
    pub sign_ups: &'static str,
    /// What a version does for those who come.
    pub carries: &'static str,
}

impl Lexicon {
    pub(crate) fn of(kind: Kind) -> Self {
        match kind {
            Kind::Service => Self {
                rebuild: "rebuild",
                rebuilt: "rebuilt",
                sign_ups: "sign-ups",
                carries: "carries",
            },
            Kind::Hardware => Self {
                rebuild: "redesign",
                rebuilt: "redesigned",
                sign_ups: "orders",
                carries: "makes",
            },
        }
    }
}
