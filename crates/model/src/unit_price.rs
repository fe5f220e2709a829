//! Hardware: what the extra parts of the scalable design cost per unit, what they avoid, and the
//! volume at which they stop paying. Source: model specification, sections 1.8 and 8 (a row of the
//! register with a cost per unit).
//!
//! Spending `now` and `k` more per good unit avoids, with chance `q`, a redesign of `avoided`. It is
//! spent on a product that people want with chance `p`, so it pays up to
//! `n* = (q avoided - now / p) / k` good units, counted if people want it.

use crate::field::{Key, Kind};
use crate::outcome::Outcome;
use crate::projection::Projection;
use crate::scenario::Scenario;
use crate::strategy::Strategy;

/// Up to which volume extra parts pay.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Pays {
    /// Up to so many good units; above that a redesign later is cheaper.
    UpTo(f64),
    /// At any volume: no unit carries extra parts, and the redesign avoided counts for more than
    /// what is spent now.
    AtAnyVolume,
    /// At none: what is spent now counts for at least as much as the redesign avoided.
    AtNone,
}

/// The terms of the trade: money undiscounted.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct UnitTerms {
    /// Extra parts per good unit (`k`): those of every unit made, over the share of good ones on the
    /// scalable level.
    pub extra_per_unit: f64,
    /// What the scalable design costs more before the launch.
    pub now: f64,
    /// What the redesign of the simple version costs, without the tooling, which is paid either way.
    pub avoided: f64,
    /// Chance that the redesign is needed and avoided, if people want the product (`q`): a quick fix
    /// is not enough, and the right thing was made scalable.
    pub chance: f64,
    /// Chance that people want the product (`p`).
    pub success: f64,
}

impl UnitTerms {
    /// The terms of a scenario.
    #[must_use]
    pub fn of(s: &Scenario) -> Self {
        Self {
            extra_per_unit: s[Key::ExtraParts] / s[Key::Yield1],
            now: s[Key::Premium] * s[Key::BuildCost],
            avoided: s[Key::RebuildCost] * s[Key::BuildCost] * (1.0 - s[Key::OwnShare]),
            chance: (1.0 - s[Key::QuickFix]) * (1.0 - s[Key::WrongBet]),
            success: s[Key::Success],
        }
    }

    /// The redesign avoided, on average if people want the product: `q avoided`.
    #[must_use]
    pub fn avoided_on_average(&self) -> f64 {
        self.chance * self.avoided
    }

    /// What is spent now for each time that people want it: `now / p`. It is spent whether they do
    /// or not; `None` if they never do.
    #[must_use]
    pub fn now_per_success(&self) -> Option<f64> {
        (self.success > 0.0)
            .then(|| self.now / self.success)
            .filter(|now| now.is_finite())
    }

    /// What headroom costs by a number of good units, for each time that people want it.
    #[must_use]
    pub fn spent_by(&self, units: f64) -> Option<f64> {
        Some(self.now_per_success()? + self.extra_per_unit * units)
    }

    /// Up to which volume the extra parts pay.
    #[must_use]
    pub fn pays(&self) -> Pays {
        let Some(now) = self.now_per_success() else {
            return Pays::AtNone;
        };
        let left = self.avoided_on_average() - now;
        if left <= 0.0 {
            return Pays::AtNone;
        }
        match left / self.extra_per_unit {
            units if units.is_finite() => Pays::UpTo(units),
            _ => Pays::AtAnyVolume,
        }
    }
}

/// What the extra parts of a hardware scenario come to.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct UnitPrice {
    /// The terms.
    pub terms: UnitTerms,
    /// Up to which volume the extra parts pay.
    pub pays: Pays,
    /// Good units that the scalable version ships within the horizon, with the user's numbers if
    /// people want it.
    pub volume: f64,
}

impl UnitPrice {
    /// For an outcome; `None` for a service.
    #[must_use]
    pub fn of(outcome: &Outcome) -> Option<Self> {
        let scenario = &outcome.scenario;
        if scenario.kind() == Kind::Service {
            return None;
        }
        let terms = UnitTerms::of(scenario);
        Some(Self {
            terms,
            pays: terms.pays(),
            volume: shipped(&outcome.plan(Strategy::Msp).path),
        })
    }

    /// The volume at which the extra parts stop paying, in good units; `None` where [`Self::pays`]
    /// says that there is none.
    #[must_use]
    pub fn break_even(&self) -> Option<f64> {
        match self.pays {
            Pays::UpTo(units) => Some(units),
            Pays::AtAnyVolume | Pays::AtNone => None,
        }
    }

    /// The extra parts of all units shipped within the horizon.
    #[must_use]
    pub fn extra_total(&self) -> f64 {
        self.terms.extra_per_unit * self.volume
    }

    /// Whether more is shipped than pays.
    #[must_use]
    pub fn is_beyond(&self) -> bool {
        match self.pays {
            Pays::UpTo(units) => self.volume > units,
            Pays::AtAnyVolume => false,
            Pays::AtNone => true,
        }
    }
}

/// What a good unit costs on average over the months shown: parts, assembly, rejects and returns, a
/// recall included; undiscounted. `None` where no unit is shipped.
#[must_use]
pub fn cost_per_unit(path: &Projection) -> Option<f64> {
    let units = shipped(path);
    (units > 0.0).then(|| path.sums.unit_cost / units)
}

/// Units shipped within the horizon.
pub(crate) fn shipped(path: &Projection) -> f64 {
    path.months.iter().map(|month| month.users).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::demand::Demand;
    use crate::strategy::Strategy;
    use proptest::prelude::*;

    /// The first row of the specification's hardware register: 2,000 now and 3 a unit against a
    /// redesign of 90,000 that is needed every other time, at 30 in 100.
    const HEADROOM: UnitTerms = UnitTerms {
        extra_per_unit: 3.0,
        now: 2_000.0,
        avoided: 90_000.0,
        chance: 0.5,
        success: 0.3,
    };

    fn close(a: f64, b: f64) -> bool {
        (a - b).abs() <= 1e-9 * b.abs().max(1.0)
    }

    fn outcome(changes: &[(Key, f64)]) -> Outcome {
        let changes = changes.iter().copied();
        Outcome::of(&Scenario::with(Kind::Hardware, changes, Demand::Milestones).unwrap())
    }

    /// Model specification, section 1.8: "about 13,000 units".
    #[test]
    fn the_articles_three_dollars_pay_up_to_about_13_000_units() {
        let Pays::UpTo(units) = HEADROOM.pays() else {
            panic!("{:?}", HEADROOM.pays())
        };
        assert!(close(units, (0.5 * 90_000.0 - 2_000.0 / 0.3) / 3.0));
        assert!((units - 12_778.0).abs() < 1.0);
    }

    /// By the net of the register: `p q C - c - k p N` is nothing at the volume found, more below it
    /// and less above.
    #[test]
    fn the_net_of_the_register_changes_its_sign_there() {
        let net = |units: f64| 0.3 * 0.5 * 90_000.0 - 2_000.0 - 3.0 * 0.3 * units;
        let Pays::UpTo(units) = HEADROOM.pays() else {
            panic!("it pays up to some volume")
        };
        assert!(net(units).abs() < 1e-6 && net(units - 1.0) > 0.0 && net(units + 1.0) < 0.0);
        assert!(close(
            HEADROOM.spent_by(units).unwrap(),
            HEADROOM.avoided_on_average()
        ));
    }

    /// The connected device by hand: 3 a part at 97 % good units; 25 % of 250,000 now; 250 % later;
    /// no quick fix (75 %) and no wrong bet (80 %).
    #[test]
    fn the_connected_device() {
        let found = UnitPrice::of(&outcome(&[])).unwrap();
        let terms = found.terms;
        assert!(close(terms.extra_per_unit, 3.0 / 0.97));
        assert!(close(terms.now, 62_500.0));
        assert!(close(terms.avoided, 625_000.0));
        assert!(close(terms.chance, 0.6));
        let expected = (0.6 * 625_000.0 - 62_500.0 / 0.3) / (3.0 / 0.97);
        assert!(close(found.break_even().unwrap(), expected));
        assert!(!found.is_beyond());
        let path = &outcome(&[]).plans[3].path;
        let mut volume = 0.0;
        for month in &path.months {
            volume += month.revenue / 349.0;
        }
        assert!(close(found.volume, volume));
        assert!(close(found.extra_total(), volume * 3.0 / 0.97));
    }

    /// Own people, whose other work is never made up, cost no money in a redesign.
    #[test]
    fn other_numbers_enter_where_they_should() {
        let found = UnitPrice::of(&outcome(&[
            (Key::ExtraParts, 6.0),
            (Key::Yield1, 0.8),
            (Key::Premium, 0.1),
            (Key::RebuildCost, 2.0),
            (Key::OwnShare, 0.25),
            (Key::QuickFix, 0.0),
            (Key::WrongBet, 0.5),
            (Key::Success, 0.5),
        ]))
        .unwrap();
        // 7.50 a good unit; 25,000 now, 50,000 a success; 375,000 avoided, half the time.
        assert!(close(
            found.break_even().unwrap(),
            (187_500.0 - 50_000.0) / 7.5
        ));
    }

    #[test]
    fn a_volume_above_it_is_known() {
        let found = UnitPrice::of(&outcome(&[(Key::ExtraParts, 30.0)])).unwrap();
        assert!(found.is_beyond() && found.break_even().unwrap() < found.volume);
    }

    #[test]
    fn where_there_is_no_such_volume_it_is_said_which_way() {
        let with = |terms: UnitTerms| terms.pays();
        let free = UnitTerms {
            extra_per_unit: 0.0,
            ..HEADROOM
        };
        assert_eq!(with(free), Pays::AtAnyVolume);
        let dear = UnitTerms {
            now: 13_500.0,
            ..HEADROOM
        };
        assert_eq!(with(dear), Pays::AtNone, "nothing is left: it does not pay");
        assert_eq!(with(UnitTerms { now: 1e6, ..free }), Pays::AtNone);
        for now in [0.0, 2_000.0] {
            let hopeless = UnitTerms {
                success: 0.0,
                now,
                ..HEADROOM
            };
            assert_eq!(with(hopeless), Pays::AtNone);
        }
        let impossible = outcome(&[(Key::Success, 0.0)]);
        let found = UnitPrice::of(&impossible).unwrap();
        assert_eq!(found.break_even(), None);
        assert!(found.is_beyond());
    }

    #[test]
    fn a_service_has_no_units() {
        let service = Outcome::of(&Scenario::preset(Kind::Service));
        assert_eq!(UnitPrice::of(&service), None);
    }

    /// The parts, the extra parts and the assembly of a good unit, and what fails in use.
    #[test]
    fn a_unit_costs_its_parts_and_its_work() {
        let outcome = outcome(&[
            (Key::Learning, 1.0),
            (Key::IncidentChance, 0.0),
            (Key::QuickFix, 0.0),
        ]);
        // The over-built version is on one level throughout: no learning, no recall.
        let made = (60.0 + 3.0 + 8.0) / 0.985;
        let expected = made + 0.015 * (made + 15.0);
        let found = cost_per_unit(&outcome.plan(Strategy::Over).path).unwrap();
        assert!(close(found, expected), "{found} is not {expected}");
        let by_hand = (60.0 + 40.0) / 0.88;
        let expected = by_hand + 0.06 * (by_hand + 15.0);
        let found = cost_per_unit(&outcome.plan(Strategy::MvpLive).path).unwrap();
        assert!(close(found, expected), "{found} is not {expected}");
    }

    #[test]
    fn no_units_have_no_cost() {
        let late = outcome(&[(Key::BuildWeeks, 520.0)]);
        assert_eq!(cost_per_unit(&late.plan(Strategy::Msp).path), None);
        assert_eq!(UnitPrice::of(&late).unwrap().volume, 0.0);
    }

    proptest! {
        #[test]
        fn nothing_is_ever_no_number(
            extra in 0.0..1e6_f64, now in 0.0..1e12_f64, avoided in 0.0..1e12_f64,
            chance in 0.0..=1.0_f64, success in 0.0..=1.0_f64, tiny in 0..3_u8
        ) {
            let scale = [1.0, 1e-300, 0.0][usize::from(tiny)];
            let terms = UnitTerms {
                extra_per_unit: extra * scale,
                now,
                avoided,
                chance,
                success: success * scale,
            };
            if let Pays::UpTo(units) = terms.pays() {
                prop_assert!(units.is_finite() && units > 0.0);
            }
            prop_assert!(terms.now_per_success().is_none_or(f64::is_finite));
        }
    }
}
