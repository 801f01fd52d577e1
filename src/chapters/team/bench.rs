//! The recruiting bench.

use plumbline_wording::texts::team as text;
use yew::prelude::*;

use super::field;
use crate::{
    chapters::parts::named,
    components::{AddItem, DateField, ItemControls, TextArea, TextField},
    workbook::access::use_plan,
};

/// People who could be asked when a seat is empty.
#[component]
pub(super) fn BenchSection() -> Html {
    let plan = use_plan();
    let list = field("bench");
    let count = plan.team.bench.len();
    html! {
        <section>
            <h2>{ text::BENCH }</h2>
            <p class="section-why">{ if count == 0 { text::BENCH_EMPTY } else { "" } }</p>
            <div>
                { for plan.team.bench.iter().enumerate().map(|(place, candidate)| {
                    let path = list.child(candidate.id.as_str());
                    let name = named(&candidate.name, || text::unnamed_candidate(place + 1));
                    html! {
                        <div class="row" key={candidate.id.to_string()} role="group" aria-label={name.clone()}>
                            <TextField path={path.child("name")} label={text::NAME} value={candidate.name.clone()} />
                            <TextArea path={path.child("role")} label={text::HIRE_ROLE}
                                value={candidate.role.clone()} />
                            <TextArea path={path.child("state")} label={text::CANDIDATE_STATE}
                                value={candidate.state.clone()} />
                            <DateField path={path.child("last_contact")} label={text::LAST_CONTACT}
                                value={candidate.last_contact} />
                            <ItemControls list={list.clone()} id={candidate.id.to_string()} {name} {place} {count}
                                moves=false />
                        </div>
                    }
                }) }
            </div>
            <AddItem {list} {count} what={text::A_CANDIDATE}
                example={&[("role", text::HIRE_ROLE_EXAMPLE), ("state", text::CANDIDATE_STATE_EXAMPLE)][..]} />
        </section>
    }
}
