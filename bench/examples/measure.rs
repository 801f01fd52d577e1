//! Measures everything on this machine, or what has the given word in its name: a line each,
//! name, tab, milliseconds.
#![expect(
    clippy::print_stdout,
    reason = "a measurement speaks through its terminal"
)]

use std::time::Instant;

use plumbline_bench::{WORKS, best_milliseconds};

fn main() {
    let start = Instant::now();
    let now = || start.elapsed().as_secs_f64() * 1e3;
    let word = std::env::args().nth(1).unwrap_or_default();
    for work in WORKS.iter().filter(|work| work.name.contains(&word)) {
        println!("{}\t{}", work.name, best_milliseconds(now, work.prepare()));
    }
}
