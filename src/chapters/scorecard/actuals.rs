//! What really happened, a line for each month and rep, and the bookings beside the target.

use plumbline_plan::{
    Edit, FieldPath, Id, Month, Plan, chapter::scorecard::Actual, chapter::team::Rep,
};
use plumbline_wording::texts::scorecard as text;
use serde::Serialize;
use yew::prelude::*;

use super::{
    actual::{ActualItem, reps},
    field,
};
use crate::{
    chapters::parts::why,
    components::{AddButton, use_figures},
    workbook::{access::use_plan, identity::fresh_item_id, use_part},
};

/// The actuals with the buttons that add the next month.
#[component]
pub(super) fn ActualsSection() -> Html {
    let plan = use_plan();
    let reps = use_part(reps);
    let figures = use_figures();
    let list = field("actuals");
    let count = plan.scorecard.actuals.len();
    let month = plan.scorecard.next_month(plan.targets.period);
    let add_team = {
        let list = list.clone();
        Callback::from(move |()| Edit::insert(&list, count, NewActual::new(month, None)))
    };
    let add_reps = {
        let (list, plan) = (list.clone(), plan.clone());
        Callback::from(move |()| each_rep(&list, &plan, month, fresh_item_id))
    };
    html! {
        <section>
            <h2>{ text::ACTUALS }</h2>
            { why(count, text::ACTUALS_EMPTY, text::ACTUALS_WHY) }
            <div class="actuals">
                <div class="actual-heads" aria-hidden="true">
                    if count > 0 {
                        <span>{ text::MONTH }</span>
                        <span>{ text::REP }</span>
                        <span>{ text::ACTIVITIES }</span>
                        <span>{ text::LEADS }</span>
                        <span>{ text::WINS }</span>
                        <span>{ text::BOOKINGS }</span>
                        <span />
                    }
                </div>
                <div>
                    { for plan.scorecard.actuals.iter().enumerate().map(|(place, actual)| html! {
                        <ActualItem key={actual.id.to_string()} list={list.clone()} {place} {count}
                            actual={actual.clone()} reps={reps.clone()} />
                    }) }
                </div>
            </div>
            <div>
                <AddButton what={text::a_month(&figures.month(month))} make={add_team} />
                if plan.team.reps.len() > 1 {
                    <AddButton what={text::a_month_by_rep(&figures.month(month))} make={add_reps} />
                }
            </div>
            <AgainstTarget />
        </section>
    }
}

/// An entry of a month with nothing in it yet.
#[derive(Serialize)]
struct NewActual {
    id: Id<Actual>,
    month: Month,
    rep: Option<Id<Rep>>,
}

impl NewActual {
    fn new(month: Month, rep: Option<Id<Rep>>) -> Self {
        Self {
            id: fresh_item_id(),
            month,
            rep,
        }
    }
}

/// An entry for every rep, as one change.
fn each_rep(list: &FieldPath, plan: &Plan, month: Month, fresh: impl Fn() -> Id<Actual>) -> Edit {
    let first = plan.scorecard.actuals.len();
    let entries = plan.team.reps.iter().enumerate().map(|(place, rep)| {
        let entry = NewActual {
            id: fresh(),
            month,
            rep: Some(rep.id.clone()),
        };
        Edit::insert(list, first + place, entry)
    });
    Edit::group(entries.collect())
}

/// A month of the period that has bookings, beside its target.
#[derive(Debug, PartialEq)]
struct Compared {
    month: Month,
    target: f64,
    booked: f64,
}

/// The months of the period with bookings entered; none while there is no target.
fn compared(plan: &Plan) -> Vec<Compared> {
    let targets = plan.targets.by_month();
    let months = plan.targets.period.iter().zip(targets);
    let entered = months.filter_map(|(month, target)| {
        Some(Compared {
            month,
            target,
            booked: plan.scorecard.bookings(month)?,
        })
    });
    entered.collect()
}

/// The bookings entered, beside the target of their months.
#[component]
fn AgainstTarget() -> Html {
    let plan = use_plan();
    let figures = use_figures();
    let months = compared(&plan);
    if months.is_empty() {
        return html! { <div /> };
    }
    let row = |key: String, name: String, target: f64, booked: f64| {
        let difference = booked - target;
        html! {
            <tr {key}>
                <th scope="row">{ name }</th>
                <td class="figure quiet">{ figures.money(target) }</td>
                <td class="figure">{ figures.money(booked) }</td>
                <td class={classes!("figure", (difference < 0.0).then_some("short"))}>
                    { figures.money(difference) }
                </td>
            </tr>
        }
    };
    let target = months.iter().map(|month| month.target).sum();
    let booked = months.iter().map(|month| month.booked).sum();
    html! {
        <>
            <h3>{ text::AGAINST_TARGET }</h3>
            <div class="table-scroll">
                <table class="figures whole">
                    <thead>
                        <tr>
                            <th scope="col">{ text::MONTH }</th>
                            <th scope="col" class="figure">{ text::TARGET }</th>
                            <th scope="col" class="figure">{ text::ACTUAL }</th>
                            <th scope="col" class="figure">{ text::DIFFERENCE }</th>
                        </tr>
                    </thead>
                    <tbody>
                        { for months.iter().map(|line| {
                            row(line.month.to_string(), figures.month(line.month), line.target, line.booked)
                        }) }
                    </tbody>
                    <tfoot>{ row("total".to_owned(), text::TOTAL.to_owned(), target, booked) }</tfoot>
                </table>
            </div>
        </>
    }
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use plumbline_plan::{Money, Quantity, start};

    use super::*;

    fn plan() -> Plan {
        start::sample("2026-11-21".parse().unwrap())
    }

    fn add_each_rep(plan: &mut Plan) -> Edit {
        let made = Cell::new(0);
        let fresh = || {
            made.set(made.get() + 1);
            format!("entry-{}", made.get()).parse().unwrap()
        };
        let month = plan.scorecard.next_month(plan.targets.period);
        each_rep(&field("actuals"), plan, month, fresh)
            .apply(plan)
            .unwrap()
    }

    #[test]
    fn a_month_rep_by_rep_comes_in_one_change_and_goes_in_one() {
        let mut plan = plan();
        let before = plan.clone();
        let undo = add_each_rep(&mut plan);
        let reps: Vec<_> = plan
            .scorecard
            .actuals
            .iter()
            .map(|actual| actual.rep.clone().unwrap())
            .collect();
        assert_eq!(
            reps,
            plan.team
                .reps
                .iter()
                .map(|rep| rep.id.clone())
                .collect::<Vec<_>>()
        );
        assert!(
            plan.scorecard
                .actuals
                .iter()
                .all(|actual| actual.month == plan.targets.period.start)
        );
        undo.apply(&mut plan).unwrap();
        assert_eq!(plan, before);
    }

    #[test]
    fn only_months_with_bookings_are_compared_with_their_target() {
        let mut plan = plan();
        add_each_rep(&mut plan);
        assert_eq!(compared(&plan), []);
        plan.scorecard.actuals[1].bookings = Some(Money::nearest(40_000.0));
        let target = plan.targets.by_month()[0];
        let month = plan.targets.period.start;
        assert_eq!(
            compared(&plan),
            [Compared {
                month,
                target,
                booked: 40_000.0
            }]
        );
        plan.targets.bookings = None;
        assert_eq!(compared(&plan), []);
    }
}
