//! `headroom simulate`: the simulated futures, in the keys of the cases D14 and D16 to D25.

mod growth;
mod sensitivity;
mod top;
mod verdict;
mod wall;

use headroom_model::futures::{Band, Bands, Card, Money, Spread, StrategyBands, Times};
use headroom_model::outcome::Outcome;
use headroom_model::projection::{Component, Month, Parts};
use headroom_model::scenario::Scenario;
use headroom_model::simulation::Simulation;
use headroom_model::strategy::{Choice, Strategy};
use serde_json::{Map, Value, json};

/// How much is reported.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extent {
    /// Everything.
    Full,
    /// Without tornado and switch points, which take most of the time.
    Quick,
}

/// Simulates `draws` futures (a multiple of eight) and reports what rests on them.
#[must_use]
pub fn simulate(scenario: &Scenario, draws: u32, seed: u32, extent: Extent) -> Value {
    let simulation = Simulation::run(scenario, draws / 8, seed);
    let outcome = simulation.outcome();
    let Some(futures) = &outcome.futures else {
        return Value::Null;
    };
    let mut report = top::report(&simulation, futures);
    let fixed = &futures.fixed;
    report.insert("bands".into(), bands(&outcome, &fixed.bands));
    report.insert("wall".into(), wall::report(&fixed.wall));
    report.insert("verdict".into(), verdict::report(&outcome, futures));
    report.insert("bridge".into(), bridges(&outcome));
    report.insert("acting_late".into(), growth::report(&fixed.acting_late));
    report.insert("cards".into(), cards(futures));
    report.insert("money".into(), money(&fixed.money));
    if extent == Extent::Full {
        let changes = simulation.what_would_change(&futures.decision);
        let switch_points = sensitivity::switch_points(futures, &changes);
        report.insert("switch_points".into(), switch_points);
        report.insert("tornado".into(), sensitivity::tornado(&changes));
    }
    report.insert("ladder".into(), ladder(scenario));
    Value::Object(report)
}

/// Mean, range and the user's value.
fn spread(spread: &Spread) -> Value {
    json!({
        "mean": spread.mean,
        "P5": spread.p5,
        "P50": spread.p50,
        "P95": spread.p95,
        "yours": spread.yours,
    })
}

/// A time that may never come: null.
fn times(times: &Times) -> Value {
    json!({ "P5": times.p5, "P50": times.p50, "P95": times.p95, "yours": times.yours })
}

/// A value for every strategy, by its key.
fn by_strategy(value: impl Fn(Strategy) -> Value) -> Map<String, Value> {
    Strategy::ALL
        .into_iter()
        .map(|strategy| (strategy.key().to_owned(), value(strategy)))
        .collect()
}

fn keyed<'a, T: 'a>(
    items: impl IntoIterator<Item = &'a T>,
    option: impl Fn(&T) -> Choice,
    value: impl Fn(&T) -> Value,
) -> Map<String, Value> {
    items
        .into_iter()
        .map(|item| (option(item).key().to_owned(), value(item)))
        .collect()
}

fn bands(outcome: &Outcome, bands: &Bands) -> Value {
    let mut report = by_strategy(|strategy| {
        let StrategyBands { cash, users, wait } = &bands.strategies[strategy as usize];
        let path = &outcome.plan(strategy).path;
        let mine = |number: fn(&Month) -> f64| path.months.iter().map(number).collect();
        json!({
            "cash": band(cash, path.cash.clone()),
            "users": band(users, mine(|month| month.users)),
            "wait": band(wait, mine(|month| month.wait)),
        })
    });
    let demand = &outcome.plan(Strategy::MvpLate).path.months;
    let demand = demand.iter().map(|month| month.demand).collect();
    report.insert("wanted_MVP_launch".into(), band(&bands.wanted, demand));
    Value::Object(report)
}

fn band(band: &Band, yours: Vec<f64>) -> Value {
    json!({ "P5": band.p5, "P50": band.p50, "P95": band.p95, "yours": yours })
}

fn bridges(outcome: &Outcome) -> Value {
    let bridge = |bridge: &headroom_model::bridge::Bridge| {
        let amounts = |wanted: f64, unwanted: f64| json!({ "wanted": wanted, "unwanted": unwanted, "total": wanted + unwanted });
        let parts: Map<String, Value> = bridge
            .parts
            .iter()
            .map(|part| {
                let key = part.component.key().to_owned();
                (key, amounts(part.wanted, part.unwanted))
            })
            .collect();
        let wanted = bridge.parts.iter().map(|part| part.wanted).sum();
        let unwanted = bridge.parts.iter().map(|part| part.unwanted).sum();
        json!({
            "better": bridge.better.key(),
            "than": bridge.than.key(),
            "parts": parts,
            "sum": amounts(wanted, unwanted),
        })
    };
    let mut report = Map::new();
    report.insert("bridge".into(), bridge(&outcome.bridge));
    if let Some(other) = &outcome.bridge_other {
        report.insert("bridge_other".into(), bridge(other));
    }
    Value::Object(report)
}

fn cards(futures: &headroom_model::futures::Futures) -> Value {
    let (cards, wall) = (&futures.fixed.cards, &futures.fixed.wall);
    let mut report = Map::new();
    report.insert("wall_month".into(), times(&wall.wall));
    report.insert("wall_after_launch".into(), times(&wall.after_launch));
    for strategy in Strategy::ALL {
        let card: &Card = &cards.strategies[strategy as usize];
        let mut insert = |name: &str, number: &Spread| {
            report.insert(format!("{name}_{}", strategy.key()), spread(number));
        };
        insert("longest_wait", &card.longest_wait);
        insert("longest_wait_before_rebuild", &card.longest_wait_before);
        insert("lost_revenue", &card.lost_revenue);
        insert("lost_revenue_undiscounted", &card.lost_revenue_undiscounted);
        insert("users_at_end", &card.users_at_end);
    }
    report.insert("peak_users_MSP".into(), spread(&cards.peak_users));
    report.insert(
        "peak_share_of_room_MSP".into(),
        spread(&cards.peak_share_of_room),
    );
    report.insert(
        "fewer_users_at_end_late_vs_MSP".into(),
        spread(&cards.fewer_at_end),
    );
    Value::Object(report)
}

fn money(money: &[Money; 5]) -> Value {
    let parts = |parts: &Parts| {
        let unsigned = |component: Component| match component {
            Component::Revenue | Component::Terminal => parts.signed(component),
            // Costs are positive; minus zero is zero.
            _ => 0.0 - parts.signed(component),
        };
        let mut report: Map<String, Value> = Component::ALL
            .into_iter()
            .map(|component| (component.key().to_owned(), json!(unsigned(component))))
            .collect();
        report.insert("lost_revenue".into(), json!(parts.lost_revenue));
        report.insert("value".into(), json!(parts.value()));
        Value::Object(report)
    };
    Value::Object(by_strategy(|strategy| {
        let money = &money[strategy as usize];
        json!({
            "yours": parts(&money.yours),
            "mean_if_wanted": parts(&money.wanted),
            "mean_if_unwanted": parts(&money.unwanted),
        })
    }))
}

fn ladder(scenario: &Scenario) -> Value {
    let rungs = headroom_model::ladder::ladder(scenario).into_iter();
    let rungs = rungs.map(|(rung, break_even)| (rung.key().to_owned(), json!(break_even)));
    Value::Object(rungs.collect())
}
