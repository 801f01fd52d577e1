//! What holds for the whole team: manager, turnover, tools.

use plumbline_plan::{Count, Quantity, QuantityKind};
use plumbline_wording::texts::team as text;
use yew::prelude::*;

use super::{field, rep::WEEK};
use crate::{
    components::{AssumptionField, QuantityField, TextArea, TextField},
    workbook::access::use_plan,
};

/// The person who leads the team.
#[component]
pub(super) fn ManagerSection() -> Html {
    let plan = use_plan();
    let manager = &plan.team.manager;
    let path = field("manager");
    html! {
        <section>
            <h2>{ text::MANAGER }</h2>
            <div class="columns">
                <TextField path={path.child("name")} label={text::NAME} value={manager.name.clone()} />
                <TextField path={path.child("title")} label={text::TITLE} value={manager.title.clone()} />
                <QuantityField path={path.child("hours_per_week")} label={text::HOURS} hint={text::HOURS_HINT}
                    kind={QuantityKind::Hours} bounds={WEEK} value={manager.hours_per_week.map(Quantity::get)} />
            </div>
        </section>
    }
}

/// Who leaves, how long seats stay empty, how much a rep can handle.
#[component]
pub(super) fn TurnoverSection() -> Html {
    let plan = use_plan();
    let team = &plan.team;
    html! {
        <section>
            <h2>{ text::TURNOVER }</h2>
            <div class="columns">
                <AssumptionField path={field("turnover")} label={text::TURNOVER_SHARE} value={&team.turnover} />
                <AssumptionField path={field("vacancy")} label={text::VACANCY} value={&team.vacancy} />
                <QuantityField path={field("most_deals_per_rep")} label={text::MOST_DEALS}
                    kind={QuantityKind::Count} bounds={(0.0, Count::MOST)}
                    value={team.most_deals_per_rep.map(Quantity::get)} />
            </div>
        </section>
    }
}

/// What the team works with.
#[component]
pub(super) fn ToolsSection() -> Html {
    let plan = use_plan();
    let team = &plan.team;
    html! {
        <section>
            <h2>{ text::TOOLS }</h2>
            <div class="columns">
                <TextArea path={field("customer_database")} label={text::CUSTOMER_DATABASE}
                    value={team.customer_database.clone()} />
                <TextArea path={field("mobile_access")} label={text::MOBILE} value={team.mobile_access.clone()} />
                <TextArea path={field("tools")} label={text::OTHER_TOOLS} value={team.tools.clone()} />
            </div>
        </section>
    }
}
