//! What holds for the whole team: manager, ramp, turnover, tools.

use plumbline_plan::{Count, Fraction, Quantity, QuantityKind, chapter::team::Ramp};
use plumbline_wording::texts::team as text;
use yew::prelude::*;

use super::{field, rep::WEEK};
use crate::{
    components::{AssumptionField, QuantityField, TextArea, TextField},
    workbook::access::{use_changes, use_plan},
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

/// How fast a new rep becomes productive.
#[component]
pub(super) fn RampSection() -> Html {
    let plan = use_plan();
    let changes = use_changes();
    let refused = use_state(|| false);
    let percents: Vec<String> = plan
        .team
        .ramp
        .0
        .iter()
        .map(|share| format!("{}", (share.get() * 1000.0).round() / 10.0))
        .collect();
    let oncommit = {
        let refused = refused.clone();
        Callback::from(move |typed: String| {
            let ramp = read_ramp(&typed);
            refused.set(ramp.is_none());
            if let Some(ramp) = ramp {
                changes.set(&field("ramp"), ramp);
            }
        })
    };
    html! {
        <section>
            <h2>{ text::RAMP }</h2>
            <TextField path={field("ramp")} label={text::RAMP_FIELD} hint={text::RAMP_HINT}
                value={percents.join(", ")} example="10, 25, 50, 75, 90" {oncommit} />
            <p class="refused" role="status">{ if *refused { text::RAMP_FORM } else { "" } }</p>
        </section>
    }
}

/// Percentages with commas, semicolons or spaces between them; nothing when one of them is
/// no percentage from 0 to 100, or there are more than sixty.
fn read_ramp(typed: &str) -> Option<Ramp> {
    let parts = typed
        .split([',', ';', ' '])
        .map(|part| part.trim().trim_end_matches('%'));
    let months: Option<Vec<Fraction>> = parts
        .filter(|part| !part.is_empty())
        .map(|part| Fraction::new(part.parse::<f64>().ok()? / 100.0).ok())
        .collect();
    months.filter(|months| months.len() <= 60).map(Ramp)
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_ramp_is_read_however_it_is_separated_and_refused_when_it_is_none() {
        let months = |typed: &str| read_ramp(typed).map(|ramp| ramp.0.len());
        assert_eq!(months("10, 25, 50"), Some(3));
        assert_eq!(months("10% 25% 50%;75"), Some(4));
        assert_eq!(months(""), Some(0));
        assert_eq!(months("10, 120"), None);
        assert_eq!(months("slow"), None);
    }
}
