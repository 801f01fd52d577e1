//! The engine on this machine, with what it allocates: `cargo bench -p plumbline-bench`.
#![allow(missing_docs, reason = "divan makes items of its own")]

use divan::{AllocProfiler, Bencher, black_box};
use plumbline_bench::plans::{
    model, reference, today, with_deals, with_months, with_motions, with_reps,
};
use plumbline_forecast::{Engine, Model, Outcome, analytic, verdict};
use plumbline_plan::Plan;

#[global_allocator]
static ALLOCATIONS: AllocProfiler = AllocProfiler::system();

fn main() {
    divan::main();
}

#[divan::bench]
fn plan_to_model(bencher: Bencher) {
    let plan = reference();
    bencher.bench(|| Model::from_plan(black_box(&plan), today()));
}

#[divan::bench]
fn analytic_answer(bencher: Bencher) {
    let model = model(&reference());
    bencher.bench(|| analytic(black_box(&model)));
}

#[divan::bench]
fn tables(bencher: Bencher) {
    let model = model(&reference());
    bencher.bench(|| Engine::new(black_box(&model)));
}

/// The allocations of a thousand trials are those of one: none belongs to a trial. What
/// they hold at most grows with the trials by their bookings by month and nothing else.
#[divan::bench(args = [1, 1_000, 10_000, 100_000], sample_count = 20)]
fn trials(bencher: Bencher, count: u32) {
    run(bencher, &reference(), count);
}

#[divan::bench]
fn summary_of_10_000_trials(bencher: Bencher) {
    let model = model(&reference());
    let trials = Engine::new(&model).run(1, 0..10_000);
    bencher.bench(|| Outcome::new(black_box(&model), &trials));
}

#[divan::bench]
fn verdict_of_an_outcome(bencher: Bencher) {
    let model = model(&reference());
    let outcome = Outcome::new(&model, &Engine::new(&model).run(1, 0..10_000));
    bencher.bench(|| verdict(black_box(&model), &outcome));
}

#[divan::bench(args = [2, 4, 8, 16, 32], sample_count = 20)]
fn a_thousand_trials_by_motions(bencher: Bencher, motions: usize) {
    run(bencher, &with_motions(motions), 1_000);
}

#[divan::bench(args = [6, 12, 24, 48, 60], sample_count = 20)]
fn a_thousand_trials_by_months(bencher: Bencher, months: u8) {
    run(bencher, &with_months(months), 1_000);
}

#[divan::bench(args = [5, 20, 50, 100, 200], sample_count = 20)]
fn a_thousand_trials_by_reps(bencher: Bencher, reps: usize) {
    run(bencher, &with_reps(reps), 1_000);
}

#[divan::bench(args = [40, 100, 1_000, 10_000], sample_count = 20)]
fn a_thousand_trials_by_open_deals(bencher: Bencher, deals: usize) {
    run(bencher, &with_deals(deals), 1_000);
}

fn run(bencher: Bencher, plan: &Plan, count: u32) {
    let model = model(plan);
    let engine = Engine::new(&model);
    bencher.bench(|| engine.run(1, 0..black_box(count)));
}
