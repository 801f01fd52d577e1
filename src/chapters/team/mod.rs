//! Chapter 5: reps as individuals, the manager, hires, ramp, turnover, bench and tools.

mod bench;
mod hires;
mod ramp;
mod rep;
mod settings;

use plumbline_plan::FieldPath;
use plumbline_wording::texts::team as text;
use yew::prelude::*;

use crate::{components::AddItem, workbook::access::use_plan};

/// A rep to begin with.
const EXAMPLE: &[(&str, &str)] = &[
    ("name", text::REP_EXAMPLE),
    ("title", text::TITLE_EXAMPLE),
    ("role", text::REP_ROLE_EXAMPLE),
    ("coaching_plan", text::COACHING_PLAN_EXAMPLE),
];

/// The page of chapter 5.
#[component]
pub(super) fn TeamChapter() -> Html {
    html! {
        <>
            <RepsSection />
            <hires::HiresSection />
            <settings::ManagerSection />
            <ramp::RampSection />
            <settings::TurnoverSection />
            <bench::BenchSection />
            <settings::ToolsSection />
        </>
    }
}

fn field(name: &str) -> FieldPath {
    FieldPath::from("team").child(name)
}

/// The reps one by one.
#[component]
fn RepsSection() -> Html {
    let plan = use_plan();
    let count = plan.team.reps.len();
    html! {
        <section>
            <h2>{ text::REPS }</h2>
            <p class="section-why">{ if count == 0 { text::REPS_EMPTY } else { "" } }</p>
            <div class="alike">
                { for plan.team.reps.iter().enumerate().map(|(place, member)| html! {
                    <rep::RepItem key={member.id.to_string()} {place} {count} rep={member.clone()}
                        usual={plan.team.ramp.clone()} />
                }) }
            </div>
            <AddItem list={field("reps")} {count} what={text::A_REP} example={EXAMPLE} />
        </section>
    }
}
