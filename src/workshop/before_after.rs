//! The plan before and after: both verdicts, and every difference in words.

use plumbline_plan::{
    Edit,
    chapter::{Chapter, scenarios::Scenario},
};
use plumbline_wording::texts::{scenarios, workshop as text};
use yew::prelude::*;

use super::{Real, Snapshot};
use crate::{
    forecasting::{Turn, use_forecast, use_forecast_of},
    pages::{Answered, Comparison, Shown},
    workbook::{
        SharedPlan,
        access::{use_changes, use_plan, use_reader},
        identity::fresh_item_id,
    },
};

/// What stands on the cover, and all chapters.
const FIELDS: [&str; Chapter::ALL.len() + 1] = {
    let mut fields = ["about"; Chapter::ALL.len() + 1];
    let mut place = 0;
    while place < Chapter::ALL.len() {
        fields[place + 1] = Chapter::ALL[place].field();
        place += 1;
    }
    fields
};

/// Properties of [`BeforeAfter`].
#[derive(Properties, PartialEq)]
pub(super) struct BeforeAfterProps {
    /// The real plan.
    pub real: Real,
    /// The plan as it was.
    pub snapshot: Option<Snapshot>,
    /// The same as it is shown.
    pub before: Option<SharedPlan>,
    /// Takes a new snapshot.
    pub take: Callback<()>,
    /// Whether another tab has the plan.
    pub read_only: bool,
}

/// The comparison, once there is something to compare with.
#[component]
pub(super) fn BeforeAfter(props: &BeforeAfterProps) -> Html {
    let take = props.take.reform(|_: MouseEvent| ());
    let compared = match (&props.snapshot, &props.before) {
        (Some(snapshot), Some(before)) => html! {
            <Compared key="compared" real={props.real.clone()} snapshot={snapshot.clone()} before={before.clone()} />
        },
        _ if props.read_only => {
            html! { <p key="none" class="section-why">{ text::NO_SNAPSHOT }</p> }
        }
        _ => {
            html! { <p key="looking" class="section-why" aria-busy="true">{ text::SNAPSHOT_LOOKED_FOR }</p> }
        }
    };
    html! {
        <>
            { compared }
            <p class="answers-row">
                <button type="button" class="quiet" onclick={take}>{ text::TAKE_SNAPSHOT }</button>
            </p>
        </>
    }
}

#[derive(Properties, PartialEq)]
struct ComparedProps {
    real: Real,
    snapshot: Snapshot,
    before: SharedPlan,
}

#[component]
fn Compared(props: &ComparedProps) -> Html {
    let (changes, today, now) = (use_changes(), use_reader().today, use_plan());
    let forecasts = [
        use_forecast_of(&props.before, Turn::Scenario(0)),
        use_forecast(),
    ];
    let plans = [(text::BEFORE, props.before.clone()), (text::NOW, now)];
    let answers = plans
        .into_iter()
        .zip(forecasts)
        .map(|((name, plan), forecast)| Answered {
            shown: Shown {
                id: None,
                name: name.into(),
                plan,
            },
            forecast,
        });
    let Snapshot {
        plan,
        when,
        not_kept,
    } = props.snapshot.clone();
    let about = match not_kept {
        None => text::snapshot_of(&when),
        Some(why) => text::snapshot_not_kept(&when, &why),
    };
    let keep = {
        let end = props.real.plan.scenarios.others.len();
        let name = text::scenario_of(&when);
        Callback::from(move |_: MouseEvent| {
            let copy = Scenario::of(&plan, fresh_item_id(), name.clone(), Some(today));
            let edit = Edit::insert("scenarios/others", end, copy);
            changes.make_and_say(edit, scenarios::kept(&name));
        })
    };
    html! {
        <>
            <p class="section-why">{ about }</p>
            <h2>{ scenarios::COMPARED }</h2>
            <Comparison answers={answers.collect::<Vec<_>>()} chapters={&FIELDS[..]} />
            <p class="answers-row">
                <button type="button" onclick={keep}>{ text::KEEP_AS_SCENARIO }</button>
            </p>
        </>
    }
}
