//! Hardware: up to which volume the extra parts of the scalable design pay, in words.

use super::quantity::{PerUnit, Quantity};
use super::say::Say;
use super::span::{Sentence, listed, sentence};
use crate::field::Key;
use crate::outcome::Outcome;
use crate::strategy::Strategy;
use crate::text::write::{Currency, Noun};
use crate::unit_price::{Pays, UnitPrice};

/// Below this a number of units is shown as none.
const NO_UNIT: f64 = 0.5;

/// The words about the extra parts.
#[derive(Clone, Debug, PartialEq)]
pub struct UnitPriceWords {
    /// "When $3 a unit stop paying".
    pub heading: Sentence,
    /// What the extra parts cost, what they avoid, and up to which volume that pays: one sentence,
    /// which can stand alone.
    pub trade: Sentence,
    /// Where the user's own volume is, and how the two sides are counted.
    pub caption: Vec<Sentence>,
    /// What a unit costs to make; nothing where no unit is shipped.
    pub cost: Sentence,
    /// The value of the line of the redesign avoided.
    pub avoided: Sentence,
    /// The volume at which the extra parts stop paying, as a label; nothing where there is none.
    pub break_even: Sentence,
    /// The user's own volume, as a label; nothing where no unit is shipped.
    pub volume: Sentence,
}

/// The words about the extra parts; `None` for a service.
#[must_use]
pub fn unit_price(outcome: &Outcome, currency: Currency) -> Option<UnitPriceWords> {
    words(&Say::new(outcome, currency))
}

/// The words about the extra parts, to those who decide or by them.
pub(super) fn words(say: &Say<'_>) -> Option<UnitPriceWords> {
    let found = UnitPrice::of(say.outcome)?;
    let unit = Unit {
        found,
        say,
        pays: shown(found.pays),
        ships: found.volume >= NO_UNIT,
    };
    Some(UnitPriceWords {
        heading: unit.heading(),
        trade: unit.trade(),
        caption: unit.caption(),
        cost: unit.cost(),
        avoided: sentence![say.money3(of(PerUnit::AvoidedOnAverage)), " on average"],
        break_even: match unit.pays {
            Pays::UpTo(_) => sentence!["pays up to ", unit.counted(PerUnit::BreakEven)],
            Pays::AtAnyVolume | Pays::AtNone => sentence![],
        },
        volume: if unit.ships {
            sentence!["your volume: ", unit.counted(PerUnit::Volume)]
        } else {
            sentence![]
        },
    })
}

fn of(per_unit: PerUnit) -> Quantity {
    Quantity::PerUnit(per_unit)
}

/// A volume that is shown as none is none.
fn shown(pays: Pays) -> Pays {
    match pays {
        Pays::UpTo(units) if units < NO_UNIT => Pays::AtNone,
        pays => pays,
    }
}

struct Unit<'a> {
    found: UnitPrice,
    say: &'a Say<'a>,
    pays: Pays,
    ships: bool,
}

impl Unit<'_> {
    fn counted(&self, per_unit: PerUnit) -> super::span::Span {
        self.say.counted(of(per_unit), Noun::UNITS)
    }

    fn has_extra(&self) -> bool {
        self.found.terms.extra_per_unit > 0.0
    }

    fn heading(&self) -> Sentence {
        let extra = Quantity::Input(Key::ExtraParts);
        if !self.has_extra() {
            return "What room for more units costs".into();
        }
        let stop = if self.say.value(extra) == 1.0 {
            " a unit stops paying"
        } else {
            " a unit stop paying"
        };
        sentence!["When ", self.say.full_money(extra), stop]
    }

    fn trade(&self) -> Sentence {
        let say = self.say;
        let redesign = || sentence!["a redesign of ", say.money3(of(PerUnit::Avoided)).strong(),];
        let certain = self.found.terms.chance >= 1.0;
        let chance = || {
            (!certain).then(|| {
                sentence![
                    " with a chance of ",
                    say.in_hundred(of(PerUnit::Chance)).strong()
                ]
            })
        };
        match self.pays {
            Pays::UpTo(_) => sentence![
                "Spending ",
                self.spent(),
                " avoids ",
                redesign(),
                chance(),
                "; above ",
                self.counted(PerUnit::BreakEven).strong(),
                " a redesign later is cheaper",
                (self.ships && self.found.is_beyond())
                    .then(|| format!(", and {} volume is already above it", say.whose)),
                ".",
            ],
            Pays::AtAnyVolume => sentence![
                "Spending ",
                self.spent(),
                " avoids ",
                redesign(),
                chance(),
                ": that pays at any volume.",
            ],
            Pays::AtNone => sentence![
                "Spending ",
                self.spent(),
                " to avoid ",
                redesign(),
                chance(),
                " pays at no volume: a redesign later is cheaper.",
            ],
        }
    }

    /// All that headroom costs: what is spent before the launch, and the extra parts.
    fn spent(&self) -> Sentence {
        let say = self.say;
        let now = sentence![say.money3(of(PerUnit::Now)).strong(), " now"];
        if !self.has_extra() {
            return sentence![now, " and nothing per unit"];
        }
        let good = Quantity::Input(Key::Yield1);
        let parts = (say.value(good) < 1.0).then(|| {
            sentence![
                " (",
                say.full_money(Quantity::Input(Key::ExtraParts)),
                " of parts, ",
                say.full_percent(good),
                " of the units good)",
            ]
        });
        let extra = sentence![
            say.money3(of(PerUnit::Extra)).strong(),
            " in every good unit",
            parts,
        ];
        if say.is_no_money(of(PerUnit::Now)) {
            extra
        } else {
            sentence![now, " and ", extra]
        }
    }

    fn caption(&self) -> Vec<Sentence> {
        let say = self.say;
        let mut caption = vec![];
        let months = || say.horizon();
        caption.push(if self.ships {
            sentence![
                format!("With {} numbers the scalable version ships ", say.whose),
                self.counted(PerUnit::Volume),
                " in the ",
                months(),
                " shown, if people want the product",
                self.has_extra().then(|| sentence![
                    "; their extra parts come to ",
                    say.money(of(PerUnit::ExtraTotal)),
                ]),
                ".",
            ]
        } else {
            sentence![
                format!("With {} numbers no unit is shipped in the ", say.whose),
                months(),
                " shown."
            ]
        });
        caption.push(sentence![
            "The redesign counts for ",
            say.money3(of(PerUnit::AvoidedOnAverage)),
            ": once orders exceed what can be made by hand, the chance that it is needed and avoided, \
             because a quick fix is not enough and the right thing was made scalable, is ",
            say.in_hundred(of(PerUnit::Chance)),
            ".",
        ]);
        let chance = || say.in_hundred(Quantity::Input(Key::Success));
        caption.push(if of(PerUnit::NowPerSuccess).of(say.outcome).is_some() {
            sentence![
                "The ",
                say.money3(of(PerUnit::Now)),
                " spent before the launch count for ",
                say.money3(of(PerUnit::NowPerSuccess)),
                ": they are spent whether people want the product or not, and the chance that they \
                 do is ",
                chance(),
                ".",
            ]
        } else {
            sentence![
                "What is spent before the launch never comes back: the chance that people want the \
                 product is ",
                chance(),
                ".",
            ]
        });
        caption
    }

    fn cost(&self) -> Sentence {
        let say = self.say;
        let cost = |strategy| {
            let quantity = of(PerUnit::CostPerUnit(strategy));
            quantity.of(say.outcome)?;
            Some(sentence![
                say.money3(quantity),
                " with ",
                say.built(strategy)
            ])
        };
        let costs = [Strategy::Msp, Strategy::MvpLive];
        let costs: Vec<Sentence> = costs.into_iter().filter_map(cost).collect();
        if costs.is_empty() {
            return sentence![];
        }
        sentence![
            "Over the ",
            say.horizon(),
            " shown a unit costs on average ",
            listed(costs),
            ", units that fail and a recall included.",
        ]
    }
}
