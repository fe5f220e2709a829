use headroom_model::{field::Kind, scenario::Scenario, simulation::Simulation};
fn main() {
    for kind in Kind::ALL {
        let s = Scenario::preset(kind);
        for _ in 0..5 {
            let t = std::time::Instant::now();
            let sim = Simulation::run(&s, 512, 1);
            println!("{} {:?} {}", kind.name(), t.elapsed(), sim.alarm_watch());
        }
    }
}
