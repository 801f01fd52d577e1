//! What a good coach would say about the open plan, beside every chapter.
//!
//! Found after a pause in the typing and in short slices, one finding's effect in each, so
//! that nothing waits for it. Decides only when: the rules are in the review crate.

use std::{cell::Cell, rc::Rc};

use chrono::NaiveDate;
use plumbline_review::{Differences, Forecast, History as Record, Ranked, Review, rank};
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
    // What is to be done about a plan is worked out once, whatever is known of its answer.
    let differences = use_memo((plan.clone(), today), |_| Differences::default());
    use_effect_with((plan, today, forecast.readiness, settled, record), {
        let found = found.setter();
        move |(plan, today, readiness, settled, record)| {
            let stopped = Rc::new(Cell::new(false));
            let search = Search {
                plan: plan.clone(),
                today: *today,
                readiness: Rc::clone(readiness),
                settled: settled.clone(),
                record: record.clone(),
                differences: Rc::clone(&differences),
                stopped: Rc::clone(&stopped),
            };
            let search = search.run();
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

/// The findings on a plan, under way.
struct Search {
    plan: SharedPlan,
    today: NaiveDate,
    readiness: Rc<Readiness>,
    settled: Option<Rc<Simulated>>,
    record: Option<Rc<Record>>,
    /// What is known already of this very plan.
    differences: Rc<Differences>,
    stopped: Rc<Cell<bool>>,
}

impl Search {
    /// The findings; nothing when it was stopped.
    async fn run(self) -> Option<Findings> {
        // Another answer to the plan that was searched already is shown at once.
        let is_new = self.differences.is_empty();
        tasks::pause(if is_new { PAUSE } else { 0 }).await;
        if self.stopped.get() {
            return None;
        }
        let forecast = known(&self.readiness, self.settled.as_deref());
        let mut review = Review::with_forecast(&self.plan, self.today, forecast)
            .with_differences(Rc::clone(&self.differences));
        if let Some(record) = &self.record {
            review = review.with_history(record);
        }
        tasks::pause(0).await;
        let mut ranked = Vec::new();
        for finding in review.findings() {
            let change = finding.change.as_ref();
            if change.is_some_and(|change| !self.differences.has(&change.edit)) {
                tasks::pause(0).await;
                if self.stopped.get() {
                    return None;
                }
            }
            ranked.push(review.weighed(finding));
        }
        rank(&mut ranked);
        (!self.stopped.get()).then(|| Findings(Rc::new(ranked)))
    }
}

/// The findings on the open plan as last known: they follow the plan after a moment.
#[hook]
pub fn use_findings() -> Findings {
    use_context::<Findings>().unwrap_or_default()
}
