//! What a good coach would say about the open plan, beside every chapter.
//!
//! Found after a pause in the typing and in short slices, one finding's effect in each, so
//! that nothing waits for it. Decides only when: the rules are in the review crate.

use std::{cell::Cell, rc::Rc};

use chrono::NaiveDate;
use plumbline_review::{Forecast, History as Record, Ranked, Review, rank};
use yew::prelude::*;

use crate::{
    browser::tasks,
    deals::use_own_record,
    forecasting::{Readiness, Simulated, use_forecast},
    workbook::{
        SharedPlan,
        access::{use_plan, use_reader},
    },
};

/// The typing must have paused for so many milliseconds.
const PAUSE: u32 = 400;

/// The findings on the open plan, the most valuable first; those set aside last.
#[derive(Debug, Clone, Default)]
pub struct Findings(Rc<Vec<Ranked>>);

impl PartialEq for Findings {
    /// The same ones or not; comparing their numbers gains nothing.
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Findings {
    /// All of them.
    #[must_use]
    pub fn all(&self) -> &[Ranked] {
        &self.0
    }

    /// Those that nobody set aside.
    pub fn open(&self) -> impl Iterator<Item = &Ranked> {
        self.0
            .iter()
            .filter(|ranked| ranked.finding.dismissed.is_none())
    }
}

/// Properties of [`FindingsProvider`].
#[derive(Properties, PartialEq)]
pub struct FindingsProviderProps {
    /// What may ask for the findings.
    pub children: Html,
}

/// Finds what there is to say about the open plan, for everything inside.
#[component]
pub fn FindingsProvider(props: &FindingsProviderProps) -> Html {
    let plan = use_plan();
    let today = use_reader().today;
    let forecast = use_forecast();
    let settled = forecast.simulated.filter(|answer| !answer.settling);
    let record = use_own_record();
    let found = use_state(Findings::default);
    use_effect_with((plan, today, forecast.readiness, settled, record), {
        let found = found.setter();
        move |(plan, today, readiness, settled, record)| {
            let stopped = Rc::new(Cell::new(false));
            let search = search(
                plan.clone(),
                *today,
                known(readiness, settled.as_deref()),
                record.clone(),
                Rc::clone(&stopped),
            );
            tasks::spawn(async move {
                if let Some(findings) = search.await {
                    found.set(findings);
                }
            });
            move || stopped.set(true)
        }
    });
    let findings = (*found).clone();
    html! {
        <ContextProvider<Findings> context={findings}>{ props.children.clone() }</ContextProvider<Findings>>
    }
}

/// What the plan implies: as simulated once that has settled, so that findings and verdict
/// speak of the same figures; until then as estimated.
fn known(readiness: &Readiness, settled: Option<&Simulated>) -> Option<Forecast> {
    let Readiness::Ready(estimate) = readiness else {
        return None;
    };
    let model = estimate.model.clone();
    Some(match settled {
        Some(answer) => Forecast::simulated(model, &answer.outcome, answer.verdict.clone()),
        None => Forecast::quick(model),
    })
}

/// The findings on a plan; nothing when it was stopped.
async fn search(
    plan: SharedPlan,
    today: NaiveDate,
    forecast: Option<Forecast>,
    record: Option<Rc<Record>>,
    stopped: Rc<Cell<bool>>,
) -> Option<Findings> {
    tasks::pause(PAUSE).await;
    if stopped.get() {
        return None;
    }
    let mut review = Review::with_forecast(&plan, today, forecast);
    if let Some(record) = &record {
        review = review.with_history(record);
    }
    tasks::pause(0).await;
    let mut ranked = Vec::new();
    for finding in review.findings() {
        if finding.change.is_some() {
            tasks::pause(0).await;
            if stopped.get() {
                return None;
            }
        }
        let effect = review.effect(&finding);
        ranked.push(Ranked { finding, effect });
    }
    rank(&mut ranked);
    (!stopped.get()).then(|| Findings(Rc::new(ranked)))
}

/// The findings on the open plan as last known: they follow the plan after a moment.
#[hook]
pub fn use_findings() -> Findings {
    use_context::<Findings>().unwrap_or_default()
}
