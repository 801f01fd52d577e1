//! What a customer gains, segment by segment.

use plumbline_plan::Plan;
use plumbline_wording::texts::{market, offer as text};
use yew::prelude::*;

use super::field;
use crate::{
    chapters::parts::{Options, chosen, named, pick, references, why},
    components::{AddItem, ItemControls, Picker, TextArea, field_id},
    workbook::access::{use_changes, use_plan},
};

/// The value propositions.
#[component]
pub(super) fn PropositionsSection() -> Html {
    let plan = use_plan();
    let changes = use_changes();
    let list = field("value_propositions");
    let count = plan.offer.value_propositions.len();
    let segments = segments(&plan);
    let hint = plan
        .market
        .segments
        .is_empty()
        .then_some(text::SEGMENT_HINT);
    html! {
        <section>
            <h2>{ text::VALUE_PROPOSITIONS }</h2>
            { why(count, text::VALUE_PROPOSITIONS_EMPTY, text::VALUE_PROPOSITIONS_WHY) }
            <div>
                { for plan.offer.value_propositions.iter().enumerate().map(|(place, proposition)| {
                    let path = list.child(proposition.id.as_str());
                    let segment = path.child("segment");
                    let name = text::unnamed_value_proposition(place + 1);
                    html! {
                        <div class="item" key={proposition.id.to_string()} role="group" aria-label={name.clone()}>
                            <div class="item-head">
                                <Picker id={field_id(&segment)} label={text::SEGMENT} {hint}
                                    options={segments.clone()} chosen={chosen(proposition.segment.as_ref())}
                                    choose={pick(&changes, segment)} />
                                <ItemControls list={list.clone()} id={proposition.id.to_string()} {name} {place}
                                    {count} />
                            </div>
                            <TextArea path={path.child("text")} label={text::PROPOSITION}
                                value={proposition.text.clone()} example={text::PROPOSITION_EXAMPLE} />
                        </div>
                    }
                }) }
            </div>
            <AddItem {list} {count} what={text::A_VALUE_PROPOSITION}
                example={&[("text", text::PROPOSITION_EXAMPLE)][..]} />
        </section>
    }
}

/// The segments to choose from.
fn segments(plan: &Plan) -> Options {
    let segments = plan
        .market
        .segments
        .iter()
        .enumerate()
        .map(|(place, segment)| {
            let name = named(&segment.name, || market::unnamed_segment(place + 1));
            (segment.id.as_str(), name)
        });
    references(text::ALL_SEGMENTS, segments)
}
