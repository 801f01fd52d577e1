//! Where the manager's week goes, and whether it fits.

use plumbline_plan::{Hours, Quantity, QuantityKind};
use plumbline_wording::texts::rhythm as text;
use yew::prelude::*;

use super::field;
use crate::{
    components::{Layout, QuantityField, use_figures},
    workbook::access::use_plan,
};

/// The manager's week as a table that adds up.
#[component]
pub(super) fn ManagerWeekSection() -> Html {
    let plan = use_plan();
    let figures = use_figures();
    let path = field("manager_week");
    let week = &plan.rhythm.manager_week;
    let rows: [(&str, &str, Option<Hours>); 6] = [
        ("coaching", text::MANAGER_COACHING, week.coaching),
        ("own_accounts", text::OWN_ACCOUNTS, week.own_accounts),
        (
            "customer_service",
            text::CUSTOMER_SERVICE,
            week.customer_service,
        ),
        ("delivery", text::DELIVERY, week.delivery),
        ("joint_calls", text::JOINT_CALLS, week.joint_calls),
        ("administration", text::ADMINISTRATION, week.administration),
    ];
    html! {
        <section>
            <h2>{ text::MANAGER_WEEK }</h2>
            <p class="section-why">{ text::MANAGER_WEEK_WHY }</p>
            <table class="figures">
                <thead>
                    <tr>
                        <th scope="col">{ text::ACTIVITY }</th>
                        <th scope="col" class="figure">{ text::HOURS_A_WEEK }</th>
                    </tr>
                </thead>
                <tbody>
                    { for rows.into_iter().map(|(name, label, value)| html! {
                        <tr key={name}>
                            <th scope="row">{ label }</th>
                            <td class="figure">
                                <QuantityField path={path.child(name)} {label} kind={QuantityKind::Hours}
                                    bounds={(Hours::LEAST, 168.0)} value={value.map(Quantity::get)}
                                    layout={Layout::Cell} />
                            </td>
                        </tr>
                    }) }
                    <tr key="meetings">
                        <th scope="row">{ text::TEAM_MEETINGS }</th>
                        <td class="figure quiet">
                            { figures.value(QuantityKind::Hours, plan.rhythm.manager_meeting_hours()) }
                        </td>
                    </tr>
                </tbody>
                <Sums />
            </table>
            <p class="field-hint">{ text::AVAILABLE_HINT }</p>
        </section>
    }
}

/// The sum of the week, and what is available.
#[component]
fn Sums() -> Html {
    let plan = use_plan();
    let figures = use_figures();
    let sum = plan.rhythm.manager_week.hours() + plan.rhythm.manager_meeting_hours();
    let available = plan.team.manager.hours_a_week();
    // To the minute: a difference in the last bit is none.
    let left = ((available - sum) * 60.0).round() / 60.0;
    let row = |label: &'static str, hours: f64, class: Classes| {
        html! {
            <tr>
                <th scope="row">{ label }</th>
                <td {class}>{ figures.value(QuantityKind::Hours, hours) }</td>
            </tr>
        }
    };
    html! {
        <tfoot>
            { row(text::SUM, sum, classes!("figure")) }
            { row(text::AVAILABLE, available, classes!("figure", "quiet")) }
            { if left < 0.0 {
                row(text::OVER, -left, classes!("figure", "short"))
            } else {
                row(text::LEFT, left, classes!("figure"))
            } }
        </tfoot>
    }
}
