//! Section 14.5: acting late against acting early.

use headroom_model::futures::{ActingLate, Difference, GrowthPart, Price};
use headroom_model::strategy::Strategy;
use serde_json::{Map, Value, json};

use super::spread;

pub(super) fn report(late: &ActingLate) -> Value {
    let mut report = Map::new();
    let prices = [
        (Strategy::MvpLive, &late.live),
        (Strategy::MvpLate, &late.late),
        (Strategy::MvpWatch, &late.watched),
        (Strategy::Msp, &late.early),
    ];
    for (strategy, paid) in prices {
        report.insert(strategy.key().into(), Value::Object(price(paid)));
    }
    report.insert(
        "late_minus_early".into(),
        difference(&late.late_minus_early),
    );
    report.insert(
        "late_minus_watch".into(),
        difference(&late.late_minus_watched),
    );
    report.insert("outlay_late".into(), spread(&late.paid_late));
    report.insert("outlay_early".into(), spread(&late.paid_early));
    report.insert("outlay_MSP_later".into(), spread(&late.paid_early_later));
    for strategy in Strategy::ALL {
        let months = &late.months_without_features[strategy as usize];
        report.insert(
            format!("months_without_features_{}", strategy.key()),
            spread(months),
        );
    }
    Value::Object(report)
}

fn price(price: &Price) -> Map<String, Value> {
    let parts = GrowthPart::ALL.into_iter().zip(&price.parts);
    let mut report: Map<String, Value> = parts
        .map(|(part, amount)| (part.key().to_owned(), spread(amount)))
        .collect();
    report.insert("total".into(), spread(&price.total));
    report
}

fn difference(difference: &Difference) -> Value {
    let mut report = price(&difference.price);
    report.insert(
        "share_late_costs_more".into(),
        json!(difference.share_late_costs_more),
    );
    Value::Object(report)
}
