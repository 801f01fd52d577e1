//! Hires planned.

use plumbline_plan::{Quantity, QuantityKind};
use plumbline_wording::texts::team as text;
use yew::prelude::*;

use super::{field, ramp::RampField, rep::WEEK};
use crate::{
    chapters::parts::named,
    components::{AddItem, ItemControls, MonthField, QuantityField, TextField},
    workbook::access::use_plan,
};

/// The hires planned, one row each.
#[component]
pub(super) fn HiresSection() -> Html {
    let plan = use_plan();
    let list = field("hires");
    let count = plan.team.hires.len();
    html! {
        <section>
            <h2>{ text::HIRES }</h2>
            <p class="section-why">{ if count == 0 { text::HIRES_EMPTY } else { "" } }</p>
            <div class="alike">
                { for plan.team.hires.iter().enumerate().map(|(place, hire)| {
                    let path = list.child(hire.id.as_str());
                    let name = named(&hire.role, || text::unnamed_hire(place + 1));
                    html! {
                        <div class="item" key={hire.id.to_string()} role="group" aria-label={name.clone()}>
                            <div class="item-head">
                                <TextField path={path.child("role")} label={text::HIRE_ROLE}
                                    value={hire.role.clone()} />
                                <ItemControls list={list.clone()} id={hire.id.to_string()} {name} {place} {count} />
                            </div>
                            <div class="columns">
                                <MonthField path={path.child("month")} label={text::HIRE_MONTH}
                                    value={hire.month} optional=true />
                                <QuantityField path={path.child("people")} label={text::HIRE_PEOPLE}
                                    kind={QuantityKind::Count} whole=true bounds={(0.0, 255.0)}
                                    value={f64::from(hire.people)} />
                                <QuantityField path={path.child("hours_per_week")} label={text::HOURS}
                                    hint={text::HOURS_HINT} kind={QuantityKind::Hours} bounds={WEEK}
                                    value={hire.hours_per_week.map(Quantity::get)} />
                                <QuantityField path={path.child("non_selling_share")}
                                    label={text::HIRE_NON_SELLING} kind={QuantityKind::Fraction}
                                    bounds={(0.0, 1.0)} value={hire.non_selling_share.map(Quantity::get)} />
                                <RampField path={path.child("ramp")} label={text::OWN_RAMP}
                                    hint={text::OWN_RAMP_HINT} value={hire.ramp.clone()}
                                    usual={plan.team.ramp.clone()} />
                            </div>
                        </div>
                    }
                }) }
            </div>
            <AddItem {list} {count} what={text::A_HIRE}
                example={&[("role", text::HIRE_ROLE_EXAMPLE)][..]} />
        </section>
    }
}
