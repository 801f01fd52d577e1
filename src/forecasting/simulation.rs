//! Runs the simulation on the page in slices short enough that nobody notices, shows a
//! first answer early, and stops when the plan changes.

use std::{cell::Cell, rc::Rc};

use plumbline_forecast::{DEFAULT_SEED, Engine, Outcome, Trials, verdict};
use yew::prelude::*;

use super::{Readiness, Simulated, TRIALS, estimate::Estimate};
use crate::browser::tasks;

/// Trials in one slice: some milliseconds of work.
const SLICE: u32 = 250;

/// After so many trials an answer is shown.
const SHOWN_AFTER: [u32; 3] = [1_000, 5_000, TRIALS];

/// How long typing has to pause before the simulation begins, in milliseconds.
const PAUSE: u32 = 60;

/// The newest answer of the simulation to exactly this plan.
#[hook]
pub(super) fn use_simulation(readiness: &Rc<Readiness>) -> Option<Rc<Simulated>> {
    let newest = use_state(|| None::<(Rc<Readiness>, Rc<Simulated>)>);
    use_effect_with(Rc::clone(readiness), {
        let newest = newest.setter();
        move |readiness| {
            let stopped = Rc::new(Cell::new(false));
            let run = run(Rc::clone(readiness), Rc::clone(&stopped), newest);
            tasks::spawn(run);
            move || stopped.set(true)
        }
    });
    let (of, simulated) = newest.as_ref()?;
    Rc::ptr_eq(of, readiness).then(|| Rc::clone(simulated))
}

async fn run(
    readiness: Rc<Readiness>,
    stopped: Rc<Cell<bool>>,
    newest: UseStateSetter<Option<(Rc<Readiness>, Rc<Simulated>)>>,
) {
    let Readiness::Ready(estimate) = &*readiness else {
        return;
    };
    tasks::pause(PAUSE).await;
    if stopped.get() {
        return;
    }
    let engine = Engine::new(&estimate.model);
    let mut trials: Option<Trials> = None;
    let mut done = 0;
    for shown_after in SHOWN_AFTER {
        while done < shown_after {
            let slice = engine.run(DEFAULT_SEED, done..done + SLICE);
            done += SLICE;
            trials = match trials.take() {
                Some(mut all) => {
                    all.merge(&slice);
                    Some(all)
                }
                None => Some(slice),
            };
            tasks::pause(0).await;
            if stopped.get() {
                return;
            }
        }
        if let Some(trials) = &trials {
            let answer = answer(estimate, trials, done < TRIALS);
            newest.set(Some((Rc::clone(&readiness), Rc::new(answer))));
        }
    }
}

fn answer(estimate: &Estimate, trials: &Trials, settling: bool) -> Simulated {
    let outcome = Outcome::new(&estimate.model, trials);
    let verdict = verdict(&estimate.model, &outcome);
    Simulated {
        outcome,
        verdict,
        settling,
    }
}
