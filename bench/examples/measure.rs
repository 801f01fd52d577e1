//! Measures everything on this machine: a line each, name, tab, milliseconds.
#![expect(
    clippy::print_stdout,
    reason = "a measurement speaks through its terminal"
)]

use std::time::Instant;

use plumbline_bench::{WORKS, best_milliseconds};

fn main() {
    let start = Instant::now();
    let now = || start.elapsed().as_secs_f64() * 1e3;
    for work in WORKS {
        println!("{}\t{}", work.name, best_milliseconds(now, work.prepare()));
    }
}
