//! How fast futures are simulated, as draws x months per second: `cargo bench -p headroom-model`.

#![allow(
    missing_docs,
    reason = "criterion's macros write undocumented functions"
)]

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use headroom_model::field::Kind;
use headroom_model::outcome::Outcome;
use headroom_model::scenario::Scenario;
use headroom_model::simulation::{FIRST, REFINED, Simulation};
use std::hint::black_box;

fn simulation(c: &mut Criterion) {
    for kind in Kind::ALL {
        let scenario = Scenario::preset(kind);
        let mut group = c.benchmark_group(kind.name());
        group.sample_size(20);
        for per_rotation in [FIRST, REFINED] {
            let draws = u64::from(per_rotation) * 8;
            let months = u64::from(scenario.horizon());
            group.throughput(Throughput::Elements(draws * months));
            let run = |b: &mut criterion::Bencher<'_>, n: &u32| {
                b.iter(|| Simulation::run(black_box(&scenario), *n, 1));
            };
            group.bench_with_input(BenchmarkId::new("draws", draws), &per_rotation, run);
            let simulation = Simulation::run(&scenario, per_rotation, 1);
            group.bench_function(BenchmarkId::new("answers", draws), |b| {
                b.iter(|| black_box(&simulation).futures());
            });
            let fixed = simulation.fixed();
            group.bench_function(BenchmarkId::new("another chance", draws), |b| {
                b.iter(|| black_box(&simulation).futures_with(fixed.clone()));
            });
        }
        // Hundreds of values of the inputs, every one over all draws: few draws stand for many.
        let few = Simulation::run(&scenario, 8, 1);
        let decision = few.futures().decision;
        group.throughput(Throughput::Elements(64));
        group.bench_function(BenchmarkId::new("what would change", 64), |b| {
            b.iter(|| black_box(&few).what_would_change(&decision));
        });
        group.finish();
    }
}

/// One answer with the user's numbers: all plans and worlds, the sweep of alarm levels, the verdict.
fn outcome(c: &mut Criterion) {
    for kind in Kind::ALL {
        let scenario = Scenario::preset(kind);
        c.bench_function(&format!("with your numbers/{}", kind.name()), |b| {
            b.iter(|| Outcome::of(black_box(&scenario)));
        });
    }
}

criterion_group!(benches, outcome, simulation);
criterion_main!(benches);
