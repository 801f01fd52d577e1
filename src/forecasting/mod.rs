//! The forecast of the open plan, beside every chapter: a quick estimate in the same frame
//! as the keystroke, then a simulation that refines it.
//!
//! Computes nothing itself: the maths is in the forecast crate. Decides only when it runs,
//! and that an answer to an older plan is never shown as the current one.

mod estimate;
mod simulation;

use std::{collections::BTreeMap, rc::Rc};

use plumbline_forecast::{Outcome, Verdict};
use plumbline_plan::{FieldPath, Problem};
use yew::prelude::*;

pub use estimate::{Estimate, Readiness};
pub use simulation::{Answers, Computed, Turn, servant, use_answers};
use simulation::{Workers, use_new_workers, use_simulation};

use crate::workbook::{
    SharedPlan,
    access::{use_plan, use_reader},
};

/// Everything known about the open plan's forecast so far.
#[derive(Debug, Clone, PartialEq)]
pub struct Forecast {
    /// The quick estimate, or what is in its way.
    pub readiness: Rc<Readiness>,
    /// The simulation's answer, once there is a first one.
    pub simulated: Option<Rc<Simulated>>,
    /// Whether the simulation stopped at a fault of the program, so that only the quick
    /// estimate will ever be there.
    pub failed: bool,
}

/// An answer of the simulation.
#[derive(Debug)]
pub struct Simulated {
    /// Its statistics.
    pub outcome: Outcome,
    /// What they mean.
    pub verdict: Verdict,
    /// A mark of every bit of the outcome: two answers with the same mark are the same.
    pub fingerprint: u64,
    /// Whether more trials are under way.
    pub settling: bool,
    /// Where it was computed.
    pub computed: Computed,
}

impl PartialEq for Simulated {
    /// Two answers are the same one or they are not; comparing their numbers gains nothing.
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}

impl Forecast {
    /// The quick estimate, when the plan can be computed.
    #[must_use]
    pub fn estimate(&self) -> Option<&Estimate> {
        self.readiness.estimate()
    }

    /// What is in the way of a verdict; empty when nothing is.
    #[must_use]
    pub fn problems(&self) -> &[Problem] {
        match &*self.readiness {
            Readiness::Ready(_) => &[],
            Readiness::Waiting(problems) => problems,
        }
    }
}

/// How many trials a settled answer rests on.
pub const TRIALS: u32 = plumbline_forecast::DEFAULT_TRIALS;

/// Properties of [`ForecastProvider`].
#[derive(Properties, PartialEq)]
pub struct ForecastProviderProps {
    /// What may ask for the forecast.
    pub children: Html,
}

/// Computes the forecast of the open plan for everything inside.
#[component]
pub fn ForecastProvider(props: &ForecastProviderProps) -> Html {
    let workers = use_new_workers();
    let plan = use_plan();
    let forecast = use_forecast_by(workers.clone(), &plan, Turn::Plan);
    let influences = Influences(
        forecast
            .estimate()
            .map(|estimate| Rc::clone(&estimate.influence)),
    );
    html! {
        <ContextProvider<Workers> context={workers}>
        <ContextProvider<Influences> context={influences}>
            <ContextProvider<Forecast> context={forecast}>{ props.children.clone() }</ContextProvider<Forecast>>
        </ContextProvider<Influences>>
        </ContextProvider<Workers>>
    }
}

/// How much of the answer each assumption carries; nothing while there is no answer. Apart
/// from the forecast, which is another one with every answer of the simulation: a word
/// changed in the plan leaves these as they are, and so what shows them.
#[derive(Debug, Clone, PartialEq)]
struct Influences(Option<Rc<BTreeMap<FieldPath, f64>>>);

/// The forecast of another plan than the open one: a what-if or a scenario.
#[hook]
pub fn use_forecast_of(plan: &SharedPlan, turn: Turn) -> Forecast {
    #[expect(
        clippy::expect_used,
        reason = "the app provides them around every chapter"
    )]
    let workers = use_context::<Workers>().expect("there are workers");
    use_forecast_by(workers, plan, turn)
}

#[hook]
fn use_forecast_by(workers: Workers, plan: &SharedPlan, turn: Turn) -> Forecast {
    let today = use_reader().today;
    let readiness = use_memo((plan.clone(), today), |(plan, today)| {
        Readiness::of(plan, *today)
    });
    let progress = use_simulation(workers, turn, plan, today, &readiness);
    Forecast {
        readiness,
        simulated: progress.simulated,
        failed: progress.failed,
    }
}

/// The forecast of the open plan.
#[hook]
pub fn use_forecast() -> Forecast {
    #[expect(
        clippy::expect_used,
        reason = "the app provides it around every chapter"
    )]
    use_context::<Forecast>().expect("there is a forecast")
}

/// How much of the answer an assumption carries, 0 to 1; nothing when it is not known, or
/// the assumption is not part of the calculation.
#[hook]
pub fn use_influence(path: &FieldPath) -> Option<f64> {
    use_context::<Influences>()?.0?.get(path).copied()
}
