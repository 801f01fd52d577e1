//! The pieces of work that are measured here and in the browser.

use std::hint::black_box;

use plumbline_forecast::{Engine, Model, Outcome, analytic, verdict};
use plumbline_plan::Plan;

use crate::exports::{self, Export};
use crate::plans::{model, reference, today, with_deals, with_months, with_motions, with_reps};

/// Something to be measured.
pub struct Work {
    /// What it is.
    pub name: &'static str,
    prepare: fn() -> Prepared,
}

/// Ready to be done again and again.
type Prepared = Box<dyn FnMut()>;

impl Work {
    /// Prepares it, so that only the work itself is measured.
    #[must_use]
    pub fn prepare(&self) -> Prepared {
        (self.prepare)()
    }
}

/// Everything that is measured, in the order of the table.
pub const WORKS: &[Work] = &[
    work("plan to model", || {
        let plan = reference();
        Box::new(move || drop(black_box(Model::from_plan(&plan, today()))))
    }),
    work("analytic answer", || {
        let model = leaked(&reference());
        Box::new(move || drop(black_box(analytic(model))))
    }),
    work("tables of the simulation", || {
        let model = leaked(&reference());
        Box::new(move || drop(black_box(Engine::new(model))))
    }),
    work("1,000 trials", || trials(&reference(), 1_000)),
    work("10,000 trials", || trials(&reference(), 10_000)),
    work("100,000 trials", || trials(&reference(), 100_000)),
    work("summary of 10,000 trials", || {
        let model = leaked(&reference());
        let trials = Engine::new(model).run(1, 0..10_000);
        Box::new(move || drop(black_box(Outcome::new(model, &trials))))
    }),
    work("verdict", || {
        let model = leaked(&reference());
        let outcome = Outcome::new(model, &Engine::new(model).run(1, 0..10_000));
        Box::new(move || drop(black_box(verdict(model, &outcome))))
    }),
    work("1,000 trials, 2 motions", || trials(&reference(), 1_000)),
    work("1,000 trials, 4 motions", || {
        trials(&with_motions(4), 1_000)
    }),
    work("1,000 trials, 8 motions", || {
        trials(&with_motions(8), 1_000)
    }),
    work("1,000 trials, 16 motions", || {
        trials(&with_motions(16), 1_000)
    }),
    work("1,000 trials, 6 months", || trials(&with_months(6), 1_000)),
    work("1,000 trials, 12 months", || {
        trials(&with_months(12), 1_000)
    }),
    work("1,000 trials, 24 months", || {
        trials(&with_months(24), 1_000)
    }),
    work("1,000 trials, 48 months", || {
        trials(&with_months(48), 1_000)
    }),
    work("1,000 trials, 5 reps", || trials(&with_reps(5), 1_000)),
    work("1,000 trials, 50 reps", || trials(&with_reps(50), 1_000)),
    work("1,000 trials, 200 reps", || trials(&with_reps(200), 1_000)),
    work("1,000 trials, 40 open deals", || {
        trials(&with_deals(40), 1_000)
    }),
    work("1,000 trials, 1,000 open deals", || {
        trials(&with_deals(1_000), 1_000)
    }),
    work("1,000 trials, 10,000 open deals", || {
        trials(&with_deals(10_000), 1_000)
    }),
    work("50,000 deals surveyed", || surveyed(Export::Crm)),
    work("50,000 deals taken", || taken(Export::Crm)),
    work("50,000 deals surveyed, in quotes", || {
        surveyed(Export::CrmInQuotes)
    }),
    work("50,000 deals taken, in quotes", || {
        taken(Export::CrmInQuotes)
    }),
    work("50,000 deals of 14 columns, from bytes", || {
        read(Export::Crm)
    }),
    work("50,000 deals of 8 columns, from bytes", || {
        read(Export::Pipeline)
    }),
];

const fn work(name: &'static str, prepare: fn() -> Prepared) -> Work {
    Work { name, prepare }
}

fn trials(plan: &Plan, count: u32) -> Prepared {
    let engine = Engine::new(leaked(plan));
    Box::new(move || drop(black_box(engine.run(1, 0..count))))
}

/// The first walk over an export, with all it finds out.
fn surveyed(export: Export) -> Prepared {
    let text = export.text();
    Box::new(move || exports::survey(&text))
}

/// The second walk.
fn taken(export: Export) -> Prepared {
    let text = export.text();
    let mapping = exports::mapping(&text);
    Box::new(move || exports::take(&text, &mapping))
}

/// Both walks, with all that comes before and between them.
fn read(export: Export) -> Prepared {
    let file = export.text().into_bytes();
    Box::new(move || exports::read(&file))
}

/// A model for as long as the measurement runs.
fn leaked(plan: &Plan) -> &'static Model {
    Box::leak(Box::new(model(plan)))
}
