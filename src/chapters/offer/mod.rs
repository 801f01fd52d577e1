//! Chapter 3: what is offered, why it is worth it, and what buyers object to.

mod products;
mod propositions;

use plumbline_plan::FieldPath;
use plumbline_wording::texts::offer as text;
use yew::prelude::*;

use super::parts::{named, why};
use crate::{
    components::{AddItem, ItemControls, TextArea, TextField},
    workbook::access::use_plan,
};

/// The page of chapter 3.
#[component]
pub(super) fn OfferChapter() -> Html {
    html! {
        <>
            <propositions::PropositionsSection />
            <PositioningSection />
            <DifferentiatorsSection />
            <products::ProductsSection />
            <ObjectionsSection />
        </>
    }
}

fn field(name: &str) -> FieldPath {
    FieldPath::from("offer").child(name)
}

/// How the offer stands against the alternatives.
#[component]
fn PositioningSection() -> Html {
    let plan = use_plan();
    html! {
        <section>
            <h2>{ text::POSITIONING }</h2>
            <TextArea path={field("positioning")} label={text::POSITIONING_LABEL} hint={text::POSITIONING_HINT}
                value={plan.offer.positioning.clone()} example={text::POSITIONING_EXAMPLE} />
        </section>
    }
}

/// What sets the offer apart, with proof.
#[component]
fn DifferentiatorsSection() -> Html {
    let plan = use_plan();
    let list = field("differentiators");
    let count = plan.offer.differentiators.len();
    html! {
        <section>
            <h2>{ text::DIFFERENTIATORS }</h2>
            { why(count, text::DIFFERENTIATORS_EMPTY, text::DIFFERENTIATORS_WHY) }
            <div>
                { for plan.offer.differentiators.iter().enumerate().map(|(place, difference)| {
                    let path = list.child(difference.id.as_str());
                    let name = named(&difference.name, || text::unnamed_differentiator(place + 1));
                    html! {
                        <div class="item" key={difference.id.to_string()} role="group" aria-label={name.clone()}>
                            <div class="item-head">
                                <TextField path={path.child("name")} label={text::DIFFERENTIATOR}
                                    value={difference.name.clone()} example={text::DIFFERENTIATOR_EXAMPLE} />
                                <ItemControls list={list.clone()} id={difference.id.to_string()} {name} {place}
                                    {count} />
                            </div>
                            <TextArea path={path.child("proof")} label={text::PROOF}
                                value={difference.proof.clone()} example={text::PROOF_EXAMPLE} />
                        </div>
                    }
                }) }
            </div>
            <AddItem {list} {count} what={text::A_DIFFERENTIATOR}
                example={&[("name", text::DIFFERENTIATOR_EXAMPLE), ("proof", text::PROOF_EXAMPLE)][..]} />
        </section>
    }
}

/// What buyers object to, and what is answered.
#[component]
fn ObjectionsSection() -> Html {
    let plan = use_plan();
    let list = field("objections");
    let count = plan.offer.objections.len();
    html! {
        <section>
            <h2>{ text::OBJECTIONS }</h2>
            { why(count, text::OBJECTIONS_EMPTY, text::OBJECTIONS_WHY) }
            <div>
                { for plan.offer.objections.iter().enumerate().map(|(place, objection)| {
                    let path = list.child(objection.id.as_str());
                    let name = named(&objection.objection, || text::unnamed_objection(place + 1));
                    html! {
                        <div class="item" key={objection.id.to_string()} role="group" aria-label={name.clone()}>
                            <div class="item-head">
                                <TextArea path={path.child("objection")} label={text::OBJECTION}
                                    value={objection.objection.clone()} example={text::OBJECTION_EXAMPLE} />
                                <ItemControls list={list.clone()} id={objection.id.to_string()} {name} {place}
                                    {count} />
                            </div>
                            <TextArea path={path.child("answer")} label={text::ANSWER}
                                value={objection.answer.clone()} example={text::ANSWER_EXAMPLE} />
                        </div>
                    }
                }) }
            </div>
            <AddItem {list} {count} what={text::AN_OBJECTION}
                example={&[("objection", text::OBJECTION_EXAMPLE), ("answer", text::ANSWER_EXAMPLE)][..]} />
        </section>
    }
}
