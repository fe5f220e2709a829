//! What is read off a single plain projection.

use crate::field::Key;
use crate::projection::{Component, Month, Projection, Run};
use crate::scenario::Scenario;
use crate::strategy::Strategy;
use crate::world::{Market, World};

pub(super) fn path(
    s: &Scenario,
    strategy: Strategy,
    world: World,
    market: Market,
    alarm: f64,
) -> Projection {
    Projection::of(&Run {
        scenario: s,
        strategy,
        world,
        market,
        alarm_watch: alarm,
    })
}

pub(super) fn chance(s: &Scenario, world: World) -> f64 {
    let (fix, wrong) = (s[Key::QuickFix], s[Key::WrongBet]);
    let fix = if world.quick_fix { fix } else { 1.0 - fix };
    let wrong = if world.wrong_bet { wrong } else { 1.0 - wrong };
    fix * wrong
}

pub(super) fn premium(s: &Scenario, d: Strategy) -> f64 {
    match d {
        Strategy::Msp => s[Key::Premium],
        Strategy::Over => s[Key::OverPremium],
        _ => 0.0,
    }
}

/// When demand first reaches so many, in months after launch; looked for up to month 600 of the
/// curve as entered.
pub(super) fn reached(s: &Scenario, users: f64) -> f64 {
    let enough = |tau: f64| s.curve().at(tau) >= users * (1.0 - 1e-12);
    if enough(0.0) {
        return 0.0;
    }
    let step = 0.1 / s[Key::Speed];
    let mut from = 0.0;
    for number in 1..=6_000_u32 {
        let to = f64::from(number) * step;
        if enough(to) {
            let (mut low, mut high) = (from, to);
            for _ in 0..60 {
                let middle = f64::midpoint(low, high);
                if enough(middle) {
                    high = middle;
                } else {
                    low = middle;
                }
            }
            return high;
        }
        from = to;
    }
    f64::INFINITY
}

/// What money at the end of month `t` is worth today.
pub(super) fn factor(s: &Scenario, t: f64) -> f64 {
    (1.0 + s[Key::DiscountRate]).powf(-t / 12.0)
}

pub(super) fn discounted(s: &Scenario, path: &Projection, number: impl Fn(&Month) -> f64) -> f64 {
    let months = (1_u32..).zip(&path.months);
    months
        .map(|(t, month)| number(month) * factor(s, f64::from(t)))
        .sum()
}

pub(super) fn at_the_end(s: &Scenario, path: &Projection) -> f64 {
    factor(s, count(path.months.len()))
}

pub(super) fn value(s: &Scenario, path: &Projection) -> f64 {
    let end = (path.ending.terminal - path.ending.committed) * at_the_end(s, path);
    discounted(s, path, |month| month.net) + end
}

/// A component of the value in today's money, with its sign.
pub(super) fn present(s: &Scenario, path: &Projection, component: Component) -> f64 {
    match component {
        Component::Terminal => path.ending.terminal * at_the_end(s, path),
        Component::Rest => -path.ending.committed * at_the_end(s, path),
        _ => discounted(s, path, |month| component_of(month, component)),
    }
}

pub(super) fn component_of(month: &Month, component: Component) -> f64 {
    match component {
        Component::Revenue => month.revenue,
        Component::Build => -month.build,
        Component::Payroll => -month.payroll,
        Component::Drag => -month.drag,
        Component::Run => -month.run,
        Component::Rebuild => -month.rebuild,
        Component::UnitCost => -month.unit_cost,
        Component::Terminal | Component::Rest => 0.0,
    }
}

/// The lowest point of the cash, never above nothing.
pub(super) fn lowest(path: &Projection) -> f64 {
    let mut cash = 0.0;
    let mut lowest: f64 = 0.0;
    for month in &path.months {
        cash += month.net;
        lowest = lowest.min(cash);
    }
    lowest
}

pub(super) fn longest(path: &Projection, counts: impl Fn(&Month) -> bool) -> f64 {
    let months = path.months.iter().filter(|month| counts(month));
    months.map(|month| month.wait).fold(0.0, f64::max)
}

pub(super) fn most_users(path: &Projection) -> f64 {
    path.months.iter().map(|m| m.users).fold(0.0, f64::max)
}

pub(super) fn at_end(path: &Projection) -> f64 {
    path.months.last().map_or(0.0, |month| month.users)
}

pub(super) fn frozen(path: &Projection) -> f64 {
    path.months.iter().map(|month| month.freeze).sum()
}

pub(super) fn paid_for_work(path: &Projection) -> f64 {
    path.months.iter().map(|month| month.rebuild).sum::<f64>() + path.ending.committed
}

#[expect(clippy::cast_precision_loss, reason = "far below 2^53")]
pub(super) fn count(items: usize) -> f64 {
    items as f64
}
