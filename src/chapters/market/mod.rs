//! Chapter 2: where to sell, to whom, and which opportunities to pass on.

mod by_score;
mod opportunities;
mod profile;
mod segments;
mod told;

use plumbline_plan::FieldPath;
use plumbline_wording::texts::market as text;
use yew::prelude::*;

use super::parts::{named, why};
use crate::{
    components::{AddItem, ItemControls, TextArea, TextField},
    workbook::access::use_plan,
};

/// The page of chapter 2.
#[component]
pub(super) fn MarketChapter() -> Html {
    html! {
        <>
            <TargetMarketsSection />
            <segments::SegmentsSection />
            <profile::ProfileSection />
            <BuyingRolesSection />
            <ChoosingSection />
            <opportunities::OpportunitiesSection />
            <by_score::ByScoreSection />
        </>
    }
}

fn field(name: &str) -> FieldPath {
    FieldPath::from("market").child(name)
}

/// The target markets in words.
#[component]
fn TargetMarketsSection() -> Html {
    let plan = use_plan();
    html! {
        <section>
            <h2>{ text::TARGET_MARKETS }</h2>
            <TextArea path={field("target_markets")} label={text::TARGET_MARKETS_LABEL}
                hint={text::TARGET_MARKETS_HINT} value={plan.market.target_markets.clone()}
                example={text::TARGET_MARKETS_EXAMPLE} />
        </section>
    }
}

/// An example to insert.
const BUYING_ROLE: &[(&str, &str)] = &[
    ("name", text::BUYING_ROLE_EXAMPLE),
    ("cares_about", text::CARES_ABOUT_EXAMPLE),
    ("reached_by", text::REACHED_BY_EXAMPLE),
];

/// Who takes part in the decision to buy.
#[component]
fn BuyingRolesSection() -> Html {
    let plan = use_plan();
    let list = field("buying_roles");
    let count = plan.market.buying_roles.len();
    html! {
        <section>
            <h2>{ text::BUYING_ROLES }</h2>
            { why(count, text::BUYING_ROLES_EMPTY, text::BUYING_ROLES_WHY) }
            <div>
                { for plan.market.buying_roles.iter().enumerate().map(|(place, role)| {
                    let path = list.child(role.id.as_str());
                    let name = named(&role.name, || text::unnamed_buying_role(place + 1));
                    html! {
                        <div class="item" key={role.id.to_string()} role="group" aria-label={name.clone()}>
                            <div class="item-head">
                                <TextField path={path.child("name")} label={text::BUYING_ROLE}
                                    value={role.name.clone()} example={text::BUYING_ROLE_EXAMPLE} />
                                <ItemControls list={list.clone()} id={role.id.to_string()} {name} {place} {count} />
                            </div>
                            <div class="columns">
                                <TextArea path={path.child("cares_about")} label={text::CARES_ABOUT}
                                    value={role.cares_about.clone()} example={text::CARES_ABOUT_EXAMPLE} />
                                <TextArea path={path.child("reached_by")} label={text::REACHED_BY}
                                    value={role.reached_by.clone()} example={text::REACHED_BY_EXAMPLE} />
                            </div>
                        </div>
                    }
                }) }
            </div>
            <AddItem {list} {count} what={text::A_BUYING_ROLE} example={BUYING_ROLE} />
        </section>
    }
}

/// Which opportunities to seize and which to pass on, in words.
#[component]
fn ChoosingSection() -> Html {
    let plan = use_plan();
    html! {
        <section>
            <h2>{ text::CHOOSING }</h2>
            <p class="section-why">{ text::CHOOSING_WHY }</p>
            <div class="columns">
                <TextArea path={field("seize")} label={text::SEIZE} value={plan.market.seize.clone()}
                    example={text::SEIZE_EXAMPLE} />
                <TextArea path={field("pass_on")} label={text::PASS_ON} value={plan.market.pass_on.clone()}
                    example={text::PASS_ON_EXAMPLE} />
            </div>
        </section>
    }
}
