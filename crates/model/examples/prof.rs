use headroom_model::{field::Kind, scenario::Scenario, simulation::Simulation};
fn main() {
    let n: u32 = std::env::args().nth(1).map_or(512, |x| x.parse().unwrap());
    let s = Scenario::preset(Kind::Service);
    for _ in 0..(if n == 512 { 10 } else { 1 }) {
        std::hint::black_box(Simulation::run(&s, n, 1));
    }
}
