//! Plans and the documents made of them.

use chrono::NaiveDate;
use plumbline_export::{Document, Playbook};
use plumbline_forecast::{Model, Outcome, simulate, verdict};
use plumbline_plan::{Plan, start};
use plumbline_review::{Forecast, Review};
use plumbline_wording::{figures::Figures, locale::Locale};

/// The day all tests calculate from.
pub(crate) fn day() -> NaiveDate {
    "2026-11-21".parse().unwrap()
}

/// The worked sample with a cover.
pub(crate) fn plan() -> Plan {
    let mut plan = start::sample(day());
    plan.about.brand = "Hollis Advisory".to_owned();
    plan.about.client = "Tallow & Reed".to_owned();
    plan
}

/// The playbook of a plan and its one page.
pub(crate) fn documents(plan: &Plan) -> (Document, Document) {
    let figures = Figures::new(Locale::default().into(), plan.about.currency);
    let model = Model::from_plan(plan, day()).ok();
    let answer = model.map(|model| {
        let trials = simulate(&model, 1, 0..400);
        let outcome = Outcome::new(&model, &trials);
        let verdict = verdict(&model, &outcome);
        (model, outcome, verdict)
    });
    let forecast = answer.as_ref().map(|(model, outcome, verdict)| {
        Forecast::simulated(model.clone(), outcome, verdict.clone())
    });
    let findings = Review::with_forecast(plan, day(), forecast).ranked();
    let playbook = Playbook {
        plan,
        as_of: day(),
        made_on: day(),
        answer: answer
            .as_ref()
            .map(|(_, outcome, verdict)| (outcome, verdict)),
        findings: &findings,
        tally: None,
        figures: &figures,
    };
    (playbook.document(), playbook.summary())
}
