//! What the simulated futures say: one place for every number that rests on them.
//! Source: model specification, sections 7 and 14.
//!
//! A *future* is one draw in one of the four worlds. "If people want it" weighs the futures with the
//! chances of their worlds; "all futures" adds those in which nobody wants it.

mod bands;
mod cards;
mod compare;
mod growth;
mod information;
mod money;
mod options;
mod reactions;
mod spread;
mod wall;

pub use bands::{Band, Bands, StrategyBands};
pub use cards::{Card, Cards};
pub use compare::Comparison;
pub use growth::{ActingLate, Difference, GrowthPart, Price};
pub use information::{Dominance, FindingOut, RangeWorth};
pub use money::Money;
pub use options::OptionFutures;
pub use reactions::{Reacted, Reaction};
pub use spread::{Spread, Times};
pub use wall::{Rebuild, Wall};

use serde::{Deserialize, Serialize};

use crate::field::Key;
use crate::outcome::{Decision, Outcome};
use crate::simulation::{Asked, Draw, Draws, Paths, Simulation, Trace};
use crate::strategy::{Choice, Strategy};
use crate::verdict::{Evidence, cheapest};

/// Everything that rests on the simulated futures.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Futures {
    /// Draws made.
    pub draws: u32,
    /// The seed of the rotations.
    pub seed: u32,
    /// The alarm level of the watched MVP.
    pub alarm_watch: f64,
    /// Value of the watched MVP by alarm level, in the order of [`crate::values::ALARM_LEVELS`]:
    /// if people want it.
    pub sweep: [f64; 16],
    /// The decision over the futures.
    pub decision: Decision,
    /// The options over all futures, in the order of the specification.
    pub options: Vec<OptionFutures>,
    /// The best option against every other, in the order of their values.
    pub comparisons: Vec<Comparison>,
    /// The best option if nobody wants it.
    pub if_unwanted: IfUnwanted,
    /// Value of early warning: the watched MVP over the one that waits until it hurts.
    pub early_warning: f64,
    /// What finding out is worth.
    pub finding_out: FindingOut,
    /// What does not depend on the chance of success.
    pub fixed: Fixed,
}

/// What does not depend on the chance of success, nor on the cash there is.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Fixed {
    /// Cash, users and wait by month.
    pub bands: Bands,
    /// When the simple version is full.
    pub wall: Wall,
    /// Acting late against acting early.
    pub acting_late: ActingLate,
    /// The four question cards.
    pub cards: Cards,
    /// The four reactions to a simple version that is full, in the order of [`Reaction::ALL`].
    pub reactions: [Reacted; 4],
    /// Where the money goes, by strategy in the order of [`Strategy::ALL`].
    pub money: [Money; 5],
}

/// The best option in the futures in which nobody wants it.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct IfUnwanted {
    /// Its value.
    pub value: Spread,
    /// The strategy that loses least.
    pub cheapest: Strategy,
    /// How much more than that the best option loses.
    pub lost_more_than_cheapest: f64,
}

/// What the draws know about the options.
struct OverDraws<'a> {
    draws: &'a Draws,
    p: f64,
    options: &'a [OptionFutures],
}

impl Evidence for OverDraws<'_> {
    fn standard_error(&self, better: Choice, than: Choice) -> f64 {
        options::lead_error(self.draws, self.p, better, than)
    }

    fn short_of_cash(&self, option: Choice) -> f64 {
        let known = self.options.iter().find(|known| known.option == option);
        known.and_then(|known| known.cash_short).unwrap_or(0.0)
    }
}

impl Simulation {
    /// The single path with the user's numbers, in the place of a draw.
    pub(crate) fn yours(&self) -> Draw {
        let mut paths: Paths<Trace> = Paths::new(self.scenario());
        paths.run(&Asked::all(self.alarm_watch(), false));
        Draw::of(&paths)
    }

    /// What does not depend on the chance of success.
    #[must_use]
    pub fn fixed(&self) -> Fixed {
        let draws = self.draws();
        let yours = self.yours();
        Fixed {
            bands: Bands::of(self),
            wall: Wall::of(draws, &yours, f64::from(self.scenario().horizon())),
            acting_late: ActingLate::of(draws, &yours),
            cards: Cards::of(draws, &yours),
            reactions: reactions::reactions(draws, &yours),
            money: Strategy::ALL.map(|strategy| Money::of(draws, &yours, strategy)),
        }
    }

    /// Everything that the draws say.
    #[must_use]
    pub fn futures(&self) -> Futures {
        self.futures_with(self.fixed())
    }

    /// The same with the part that does not depend on the chance of success computed before, for
    /// another chance, another amount of cash or another answer to whether nothing may be built.
    #[must_use]
    pub fn futures_with(&self, fixed: Fixed) -> Futures {
        let scenario = self.scenario();
        let draws = self.draws();
        let yours = self.yours();
        let p = scenario[Key::Success];
        let good = Strategy::ALL.map(|strategy| money::good_parts(draws, strategy));
        let bad = fixed.money.map(|money| money.unwanted);
        let value = |option: Choice| {
            let parts = |strategy: Strategy| {
                p * good[strategy as usize].value() + (1.0 - p) * bad[strategy as usize].value()
            };
            option.strategy().map_or(0.0, parts)
        };
        let allowed = Choice::ALL
            .into_iter()
            .filter(|option| *option != Choice::Nothing || scenario.nothing_allowed());
        let options: Vec<OptionFutures> = allowed
            .map(|option| OptionFutures::of(draws, option, value(option), p, scenario.cash()))
            .collect();
        let evidence = OverDraws {
            draws,
            p,
            options: &options,
        };
        let decision = Decision::of(scenario, (&good, &bad), &evidence);
        let verdict = &decision.verdict;
        let (best, others) = (&verdict.order[0], &verdict.order[1..]);
        let comparisons = others
            .iter()
            .map(|other| Comparison::of(draws, &yours, scenario, p, (best, other)))
            .collect();
        Futures {
            draws: u32::try_from(draws.len()).unwrap_or(u32::MAX),
            seed: self.seed(),
            alarm_watch: self.alarm_watch(),
            sweep: self.sweep(),
            options,
            comparisons,
            if_unwanted: IfUnwanted::of(draws, &yours, &decision),
            early_warning: value(Choice::Build(Strategy::MvpWatch))
                - value(Choice::Build(Strategy::MvpLate)),
            finding_out: FindingOut::of(self, &decision.lines, p),
            decision,
            fixed,
        }
    }

    /// Everything: the single paths and the futures.
    #[must_use]
    pub fn outcome(&self) -> Outcome {
        Outcome::with(self.scenario(), self.futures())
    }

    /// Any option against any other, as [`Futures::comparisons`] does for the best.
    #[must_use]
    pub fn compare(&self, decision: &Decision, option: Choice, than: Choice) -> Comparison {
        let p = self.scenario()[Key::Success];
        let lines = (&decision.line(option), &decision.line(than));
        Comparison::of(self.draws(), &self.yours(), self.scenario(), p, lines)
    }

    /// Which strategies dominate which others over all futures.
    #[must_use]
    pub fn dominance(&self) -> Vec<(Strategy, Strategy, Dominance)> {
        let p = self.scenario()[Key::Success];
        let values = Strategy::ALL
            .map(|strategy| options::all_futures(self.draws(), strategy, p, |path| path.value));
        let mut found = Vec::new();
        for better in Strategy::ALL {
            for than in Strategy::ALL {
                let dominance =
                    information::dominance(&values[better as usize], &values[than as usize]);
                found.extend(dominance.map(|dominance| (better, than, dominance)));
            }
        }
        found
    }
}

impl IfUnwanted {
    fn of(draws: &Draws, yours: &Draw, decision: &Decision) -> Self {
        let best = decision.verdict.best;
        let (cheapest, least_loss) = cheapest(&decision.lines);
        let value = |draw: &Draw| options::worth(draw, best).1;
        Self {
            value: Spread::of(&draws.each(value), value(yours)),
            cheapest,
            lost_more_than_cheapest: least_loss - decision.line(best).bad,
        }
    }
}

impl Futures {
    /// An option over all futures.
    #[must_use]
    pub fn option(&self, option: Choice) -> Option<&OptionFutures> {
        self.options.iter().find(|known| known.option == option)
    }

    /// The best option against another one.
    #[must_use]
    pub fn against(&self, than: Choice) -> Option<&Comparison> {
        self.comparisons
            .iter()
            .find(|comparison| comparison.than == than)
    }

    /// The best option against the next best.
    #[must_use]
    pub fn lead(&self) -> &Comparison {
        &self.comparisons[0]
    }

    /// The best option against the best other product.
    #[must_use]
    pub fn lead_over_other(&self) -> Option<&Comparison> {
        let (other, _) = self.decision.verdict.next_other?;
        self.against(other)
    }
}
