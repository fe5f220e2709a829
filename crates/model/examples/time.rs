use headroom_model::{field::Kind, quantile::*, scenario::Scenario, simulation::Simulation};
fn cpu() -> f64 {
    std::fs::read_to_string("/proc/thread-self/schedstat")
        .unwrap()
        .split(' ')
        .next()
        .unwrap()
        .parse::<f64>()
        .unwrap()
        / 1e6
}
fn main() {
    for kind in Kind::ALL {
        let s = Scenario::preset(kind);
        let best = |f: &mut dyn FnMut()| {
            let mut b = f64::MAX;
            for _ in 0..7 {
                let t = cpu();
                f();
                b = b.min(cpu() - t);
            }
            b
        };
        println!(
            "{} run {:.1} ms",
            kind.name(),
            best(&mut || {
                std::hint::black_box(Simulation::run(&s, 512, 1));
            })
        );
        let sim = Simulation::run(&s, 512, 1);
        println!(
            "  fixed {:.1} ms",
            best(&mut || {
                std::hint::black_box(sim.fixed());
            })
        );
        let fixed = sim.fixed();
        println!(
            "  futures_with {:.1} ms",
            best(&mut || {
                std::hint::black_box(sim.futures_with(fixed.clone()));
            })
        );
        let f = sim.futures();
        if std::env::args().count() > 1 {
            let t = cpu();
            std::hint::black_box(sim.what_would_change(&f.decision));
            println!("  change {:.0} ms", cpu() - t);
        }
    }
}
