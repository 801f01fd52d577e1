//! What the stages and statuses of a file mean, which of the plan's stages they are, and
//! what its currencies are worth.

use plumbline_deals::{
    import::{Code, Meaning},
    is_same_name,
};
use plumbline_plan::{
    FieldPath, Id,
    chapter::process::{Motion, Stage},
};
use plumbline_wording::{
    reading::{Kind, read_entry},
    texts::{deals_import as words, deals_page as text},
};
use yew::prelude::*;

use crate::{
    browser::input,
    components::TextField,
    deals::{
        context::use_deals,
        protocol::{Change, Order, SheetCurrency, SheetValue},
    },
    workbook::access::{use_plan, use_reader},
};

const MEANINGS: [(Meaning, &str); 4] = [
    (Meaning::Open, "open"),
    (Meaning::Won, "won"),
    (Meaning::Lost, "lost"),
    (Meaning::LeaveOut, "leave_out"),
];

/// Properties of [`Values`].
#[derive(Properties, PartialEq)]
pub(super) struct ValuesProps {
    /// The stages and statuses.
    pub values: Vec<SheetValue>,
}

/// The stages and statuses.
#[component]
pub(super) fn Values(props: &ValuesProps) -> Html {
    if props.values.is_empty() {
        return html! { <div /> };
    }
    html! {
        <>
            <h3>{ text::VALUES }</h3>
            <div class="table-scroll" tabindex="0" role="region" aria-label={text::VALUES}>
                // Laid out as the columns of the file are.
                <table class="figures sheet in-blocks" role="table">
                    <caption class="unseen">{ text::VALUES }</caption>
                    <thead role="rowgroup"><tr role="row">
                        <th scope="col" role="columnheader">{ words::FIELD }</th>
                        <th scope="col" role="columnheader" class="figure">{ words::ROWS }</th>
                        <th scope="col" role="columnheader">{ text::MEANS }</th>
                        <th scope="col" role="columnheader">{ text::PLAN_STAGE }</th>
                    </tr></thead>
                    <tbody role="rowgroup">
                        { for props.values.iter().map(|value| html! {
                            <ValueRow key={format!("{} {}", value.is_stage, value.name)} value={value.clone()} />
                        }) }
                    </tbody>
                </table>
            </div>
        </>
    }
}

#[derive(Properties, PartialEq)]
struct ValueProps {
    value: SheetValue,
}

/// A stage or status.
#[component]
fn ValueRow(props: &ValueProps) -> Html {
    let actions = use_deals().actions;
    let value = &props.value;
    let onchange = {
        let name = value.name.clone();
        Callback::from(move |event: Event| {
            let chosen = input::text_of(&event);
            if let Some((meaning, _)) = MEANINGS.into_iter().find(|(_, word)| *word == chosen) {
                actions.order(Order::Change(Change::Meaning(name.clone(), meaning)));
            }
        })
    };
    let is_open = value.is_stage && value.meaning == Meaning::Open;
    html! {
        <tr role="row">
            <th scope="row" role="rowheader"><bdi>{ value.name.clone() }</bdi></th>
            <td role="cell" class="figure" data-label={words::ROWS}>{ value.rows.clone() }</td>
            <td role="cell" data-label={text::MEANS}>
                <select aria-label={text::value_means(&value.name)} {onchange}>
                    { for MEANINGS.into_iter().map(|(meaning, word)| html! {
                        <option key={word} value={word} selected={meaning == value.meaning}>{ text::meaning(meaning) }</option>
                    }) }
                </select>
                <span class="hint">{ if value.sure { "" } else { text::A_GUESS } }</span>
            </td>
            <td role="cell" class="in-full" data-label={is_open.then_some(text::PLAN_STAGE)}>
                if is_open {
                    <PlanStage value={value.clone()} />
                }
            </td>
        </tr>
    }
}

/// Which of the plan's stages an open stage is.
#[component]
fn PlanStage(props: &ValueProps) -> Html {
    let actions = use_deals().actions;
    let plan = use_plan();
    let value = &props.value;
    let onchange = {
        let name = value.name.clone();
        Callback::from(move |event: Event| {
            let stage = Id::new(input::text_of(&event)).ok();
            actions.order(Order::Change(Change::PlanStage(name.clone(), stage)));
        })
    };
    let motions = &plan.process.motions;
    let mut stages = motions.iter().flat_map(|motion| &motion.stages);
    let named = stages.find(|stage| is_same_name(&stage.name, &value.name));
    let unsaid = named.map_or_else(
        || text::NO_STAGE.to_owned(),
        |stage| text::stage_by_name(&stage.name),
    );
    let option = |stage: &Stage| {
        html! {
            <option key={stage.id.to_string()} value={stage.id.to_string()}
                selected={value.plan_stage.as_deref() == Some(stage.id.as_str())}>
                { stage.name.clone() }
            </option>
        }
    };
    let of_motion = |motion: &Motion| {
        html! {
            <optgroup key={motion.id.to_string()} label={motion.name.clone()}>
                { for motion.stages.iter().map(option) }
            </optgroup>
        }
    };
    html! {
        <select aria-label={text::value_is(&value.name)} {onchange}>
            <option key="unsaid" value="" selected={value.plan_stage.is_none()}>{ unsaid }</option>
            if let [motion] = &motions[..] {
                { for motion.stages.iter().map(option) }
            } else {
                { for motions.iter().map(of_motion) }
            }
        </select>
    }
}

/// Properties of [`Currencies`].
#[derive(Properties, PartialEq)]
pub(super) struct CurrenciesProps {
    /// The currencies.
    pub currencies: Vec<SheetCurrency>,
    /// The one whose deals are taken alone where the others are left out.
    pub alone: Option<Code>,
}

/// The currencies, where there are several.
#[component]
pub(super) fn Currencies(props: &CurrenciesProps) -> Html {
    let actions = use_deals().actions;
    if props.currencies.is_empty() {
        return html! { <div /> };
    }
    let leave_out = Callback::from(move |_: MouseEvent| {
        actions.order(Order::Change(Change::LeaveOutUndecided));
    });
    let words = props.alone.map_or_else(
        || text::LEAVE_OUT_OPEN_CURRENCIES.to_owned(),
        |code| text::one_currency_alone(code.as_str()),
    );
    let is_open = props.currencies.iter().any(|one| !one.decided);
    html! {
        <>
            <h3>{ text::CURRENCIES }</h3>
            <p class="section-why">{ text::RATE_HINT }</p>
            <div class="columns">
                { for props.currencies.iter().map(|one| html! {
                    <Rate key={one.code.as_str().to_owned()} currency={one.clone()} />
                }) }
            </div>
            <div>
                if is_open {
                    <button type="button" class="quiet" onclick={leave_out}>{ words }</button>
                }
            </div>
        </>
    }
}

#[derive(Properties, PartialEq)]
struct RateProps {
    currency: SheetCurrency,
}

/// What a currency is worth.
#[component]
fn Rate(props: &RateProps) -> Html {
    let actions = use_deals().actions;
    let reader = use_reader();
    let refused = use_state(|| None::<AttrValue>);
    let code = props.currency.code;
    let oncommit = {
        let refused = refused.setter();
        Callback::from(move |typed: String| {
            let read = read_entry(&typed, Kind::Count, &reader.locale).ok();
            let rate = match read.and_then(|entry| entry.usual()) {
                Some(rate) if rate > 0.0 => Some(rate),
                _ if typed.trim().is_empty() => None,
                _ => return refused.set(Some(text::RATE_HINT.into())),
            };
            refused.set(None);
            actions.order(Order::Change(Change::Currency(code, rate)));
        })
    };
    let value = props.currency.rate.map(|rate| rate.to_string());
    html! {
        <TextField path={FieldPath::from("deals/rates").child(code.as_str())}
            label={text::worth_of(code.as_str())} value={value.unwrap_or_default()}
            {oncommit} refused={(*refused).clone()} />
    }
}
