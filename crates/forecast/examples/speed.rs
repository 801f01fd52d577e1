//! Measures the engine on the reference plan: the sample (2 motions, 5 reps, 12 months) with
//! its open deals filled up to 40. `cargo run --profile native -p plumbline-forecast
//! --example speed`.
#![allow(
    clippy::print_stdout,
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "a measurement, not the product"
)]

use std::time::Instant;

use plumbline_forecast::{Engine, Model, Outcome, analytic, verdict};

fn main() {
    let today = "2026-11-21".parse().unwrap();
    let plan = reference(today);
    let best = |what: &str, work: &mut dyn FnMut()| {
        let times = (0..60).map(|_| {
            let start = Instant::now();
            work();
            start.elapsed()
        });
        println!("{what:40} {:>10.3?}", times.min().unwrap());
    };
    let model = Model::from_plan(&plan, today).unwrap();
    println!(
        "{} motions, {} assumptions, {} cohorts, {} open deals, {} notes",
        model.motions.len(),
        model.assumptions.len(),
        model.calendar.cohorts.len(),
        model.open_deals.deals.len(),
        model.notes.len()
    );
    best("plan to model", &mut || {
        drop(Model::from_plan(&plan, today))
    });
    best("analytic", &mut || drop(analytic(&model)));
    best("engine (tables)", &mut || drop(Engine::new(&model)));
    let engine = Engine::new(&model);
    // Short blocks: the least of many is hardly disturbed by what else the machine does.
    best("400 trials (25 such are 10,000)", &mut || {
        drop(engine.run(1, 0..400))
    });
    let trials = engine.run(1, 0..10_000);
    best("outcome of 10,000 trials", &mut || {
        drop(Outcome::new(&model, &trials))
    });
    let outcome = Outcome::new(&model, &trials);
    best("verdict", &mut || drop(verdict(&model, &outcome)));
    let quick = analytic(&model);
    println!(
        "simulated {:?} {:.3}",
        outcome.bookings, outcome.probability
    );
    println!("at once   {:?} {:.3}", quick.bookings, quick.probability);
}

/// The sample with 40 open deals.
fn reference(today: chrono::NaiveDate) -> plumbline_plan::Plan {
    let mut plan = plumbline_plan::start::sample(today);
    let listed = plan.pipeline.deals.clone();
    for (place, deal) in listed
        .iter()
        .cycle()
        .enumerate()
        .take(40)
        .skip(listed.len())
    {
        let mut deal = deal.clone();
        deal.id = plumbline_plan::Id::new(format!("more-{place}")).unwrap();
        deal.in_stage_since = deal
            .in_stage_since
            .map(|day| day - chrono::Days::new(place as u64 % 5));
        deal.created_on = deal
            .created_on
            .map(|day| day - chrono::Days::new(place as u64 % 5));
        plan.pipeline.deals.push(deal);
    }
    plan
}
