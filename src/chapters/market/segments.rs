//! The segments with their size, and the target beside it.

use plumbline_plan::{Plan, Quantity};
use plumbline_wording::texts::market as text;
use yew::prelude::*;

use super::field;
use crate::{
    chapters::parts::{named, why},
    components::{
        AddItem, AssumptionField, Figures, ItemControls, TextArea, TextField, use_figures,
    },
    workbook::access::use_plan,
};

/// The segments, one by one.
#[component]
pub(super) fn SegmentsSection() -> Html {
    let plan = use_plan();
    let figures = use_figures();
    let list = field("segments");
    let count = plan.market.segments.len();
    html! {
        <section>
            <h2>{ text::SEGMENTS }</h2>
            { why(count, text::SEGMENTS_EMPTY, text::SEGMENTS_WHY) }
            <div class="alike">
                { for plan.market.segments.iter().enumerate().map(|(place, segment)| {
                    let path = list.child(segment.id.as_str());
                    let name = named(&segment.name, || text::unnamed_segment(place + 1));
                    html! {
                        <div class="item" key={segment.id.to_string()} role="group" aria-label={name.clone()}>
                            <div class="item-head">
                                <TextField path={path.child("name")} label={text::SEGMENT}
                                    value={segment.name.clone()} example={text::SEGMENT_EXAMPLE} />
                                <ItemControls list={list.clone()} id={segment.id.to_string()} {name} {place} {count} />
                            </div>
                            <TextArea path={path.child("description")} label={text::DESCRIPTION}
                                value={segment.description.clone()} example={text::DESCRIPTION_EXAMPLE} />
                            <div class="columns">
                                <AssumptionField path={path.child("customers")} label={text::CUSTOMERS}
                                    hint={text::CUSTOMERS_HINT} value={&segment.customers} />
                                <AssumptionField path={path.child("yearly_spend")} label={text::YEARLY_SPEND}
                                    hint={text::YEARLY_SPEND_HINT} value={&segment.yearly_spend} />
                            </div>
                        </div>
                    }
                }) }
            </div>
            <div>
                if let Some(size) = size(&plan, &figures) {
                    <p class="result">{ size }</p>
                }
            </div>
            <AddItem {list} {count} what={text::A_SEGMENT}
                example={&[("name", text::SEGMENT_EXAMPLE), ("description", text::DESCRIPTION_EXAMPLE)][..]} />
        </section>
    }
}

/// The size of the market, and the target of a year as a share of it, where known.
fn size(plan: &Plan, figures: &Figures) -> Option<String> {
    let size = plan.market.yearly_spend().filter(|size| *size > 0.0)?;
    let market = text::market_size(&figures.about_money(size));
    let Some(target) = plan.targets.bookings else {
        return Some(market);
    };
    let months = f64::from(plan.targets.period.months.max(1));
    let share = target.get() * 12.0 / months / size;
    Some(format!(
        "{market} {}",
        text::target_share(&figures.percent(share))
    ))
}
