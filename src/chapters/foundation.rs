//! Chapter 1: what the firm stands for, and what follows from it for selling.

use plumbline_plan::FieldPath;
use plumbline_wording::texts::foundation as text;
use yew::prelude::*;

use super::parts::{named, why};
use crate::{
    components::{AddItem, DateField, ItemControls, TextArea, TextField},
    workbook::access::use_plan,
};

/// The page of chapter 1.
#[component]
pub(super) fn FoundationChapter() -> Html {
    html! {
        <>
            <CoverSection />
            <ValuesSection />
            <DirectionSection />
            <PrioritiesSection />
            <StrategySection />
        </>
    }
}

fn field(name: &str) -> FieldPath {
    FieldPath::from("foundation").child(name)
}

/// Whom the plan is for and whose it is; its title stands at the head of the page.
#[component]
fn CoverSection() -> Html {
    let plan = use_plan();
    let about = &plan.about;
    let path = FieldPath::from("about");
    html! {
        <section>
            <h2>{ text::COVER }</h2>
            <div class="columns">
                <TextField path={path.child("client")} label={text::CLIENT} value={about.client.clone()} />
                <TextField path={path.child("prepared_by")} label={text::PREPARED_BY}
                    value={about.prepared_by.clone()} />
                <DateField path={path.child("created_on")} label={text::CREATED_ON} value={about.created_on} />
            </div>
        </section>
    }
}

/// The values, each with what it means when selling.
#[component]
fn ValuesSection() -> Html {
    let plan = use_plan();
    let list = field("values");
    let count = plan.foundation.values.len();
    html! {
        <section>
            <h2>{ text::VALUES }</h2>
            { why(count, text::VALUES_EMPTY, text::VALUES_WHY) }
            <div>
                { for plan.foundation.values.iter().enumerate().map(|(place, value)| {
                    let path = list.child(value.id.as_str());
                    let name = named(&value.name, || text::unnamed_value(place + 1));
                    html! {
                        <div class="item" key={value.id.to_string()} role="group" aria-label={name.clone()}>
                            <div class="item-head">
                                <TextField path={path.child("name")} label={text::VALUE}
                                    value={value.name.clone()} example={text::VALUE_EXAMPLE} />
                                <ItemControls list={list.clone()} id={value.id.to_string()} {name} {place} {count} />
                            </div>
                            <TextArea path={path.child("meaning")} label={text::MEANING}
                                value={value.meaning.clone()} example={text::MEANING_EXAMPLE} />
                        </div>
                    }
                }) }
            </div>
            <AddItem {list} {count} what={text::A_VALUE}
                example={&[("name", text::VALUE_EXAMPLE), ("meaning", text::MEANING_EXAMPLE)][..]} />
        </section>
    }
}

/// Purpose, mission and vision.
#[component]
fn DirectionSection() -> Html {
    let plan = use_plan();
    let foundation = &plan.foundation;
    html! {
        <section>
            <h2>{ text::DIRECTION }</h2>
            <p class="section-why">{ text::DIRECTION_WHY }</p>
            <TextArea path={field("purpose")} label={text::PURPOSE} hint={text::PURPOSE_HINT}
                value={foundation.purpose.clone()} example={text::PURPOSE_EXAMPLE} />
            <TextArea path={field("mission")} label={text::MISSION} hint={text::MISSION_HINT}
                value={foundation.mission.clone()} example={text::MISSION_EXAMPLE} />
            <TextArea path={field("vision")} label={text::VISION} hint={text::VISION_HINT}
                value={foundation.vision.clone()} example={text::VISION_EXAMPLE} />
        </section>
    }
}

/// The priorities of the period, each with the part of sales.
#[component]
fn PrioritiesSection() -> Html {
    let plan = use_plan();
    let list = field("priorities");
    let count = plan.foundation.priorities.len();
    html! {
        <section>
            <h2>{ text::PRIORITIES }</h2>
            { why(count, text::PRIORITIES_EMPTY, text::PRIORITIES_WHY) }
            <div>
                { for plan.foundation.priorities.iter().enumerate().map(|(place, priority)| {
                    let path = list.child(priority.id.as_str());
                    let name = named(&priority.name, || text::unnamed_priority(place + 1));
                    html! {
                        <div class="item" key={priority.id.to_string()} role="group" aria-label={name.clone()}>
                            <div class="item-head">
                                <TextField path={path.child("name")} label={text::PRIORITY}
                                    value={priority.name.clone()} example={text::PRIORITY_EXAMPLE} />
                                <ItemControls list={list.clone()} id={priority.id.to_string()} {name} {place}
                                    {count} />
                            </div>
                            <TextArea path={path.child("sales_part")} label={text::SALES_PART}
                                value={priority.sales_part.clone()} example={text::SALES_PART_EXAMPLE} />
                        </div>
                    }
                }) }
            </div>
            <AddItem {list} {count} what={text::A_PRIORITY}
                example={&[("name", text::PRIORITY_EXAMPLE), ("sales_part", text::SALES_PART_EXAMPLE)][..]} />
        </section>
    }
}

/// What follows for selling.
#[component]
fn StrategySection() -> Html {
    let plan = use_plan();
    html! {
        <section>
            <h2>{ text::FOLLOWS }</h2>
            <TextArea path={field("strategy")} label={text::STRATEGY} hint={text::STRATEGY_HINT}
                value={plan.foundation.strategy.clone()} example={text::STRATEGY_EXAMPLE} />
        </section>
    }
}
