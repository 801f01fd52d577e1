//! Chapter 8: the open deals.

mod deal;
mod details;

use plumbline_plan::{
    FieldPath, Money, Plan, Quantity,
    chapter::{
        pipeline::{Deal, StartingPoint},
        process::Motion,
    },
};
use plumbline_wording::texts::{fields, pipeline as text, team};
use yew::prelude::*;

use self::deal::{DealItem, is_stagnant};
use super::parts::{Options, choose, named, references, word, words};
use crate::{
    components::{AddItem, Choice, use_figures},
    workbook::{
        access::{use_changes, use_plan, use_reader},
        use_part,
    },
};

/// The page of chapter 8.
#[component]
pub(super) fn PipelineChapter() -> Html {
    html! {
        <>
            <StartingSection />
            <DealsSection />
        </>
    }
}

fn deals() -> FieldPath {
    FieldPath::from("pipeline/deals")
}

/// What is under way when no deals are listed.
#[component]
fn StartingSection() -> Html {
    let plan = use_plan();
    let changes = use_changes();
    let options = words([
        (StartingPoint::RunningBusiness, text::RUNNING),
        (StartingPoint::Nothing, text::FROM_NOTHING),
    ]);
    let chosen = word(plan.pipeline.starting_from);
    let choose = choose(&changes, "pipeline/starting_from".into());
    html! {
        <section>
            <Choice id="starting-from" label={text::STARTING_FROM} hint={text::STARTING_HINT} {options}
                {chosen} {choose} />
        </section>
    }
}

/// What a deal refers to: the ways of selling with their stages, and the reps by name.
#[derive(Debug, PartialEq)]
struct Around {
    motions: Vec<Motion>,
    reps: Options,
}

impl Around {
    fn of(plan: &Plan) -> Self {
        let reps = plan.team.reps.iter().enumerate().map(|(place, rep)| {
            let name = named(&rep.name, || team::unnamed(place + 1));
            (rep.id.as_str(), name)
        });
        Self {
            motions: plan.process.motions.clone(),
            reps: references(fields::NOT_CHOSEN, reps),
        }
    }
}

/// The list of open deals.
#[component]
fn DealsSection() -> Html {
    let plan = use_plan();
    let around = use_part(Around::of);
    let count = plan.pipeline.deals.len();
    html! {
        <section>
            <h2>{ text::OPEN_DEALS }</h2>
            <Summary />
            <div class="deals">
                <div class="deal-heads" aria-hidden="true" hidden={count == 0} key="heads">
                    <span>{ text::NAME }</span>
                    <span>{ text::CUSTOMER }</span>
                    <span>{ text::VALUE }</span>
                    <span>{ text::STAGE }</span>
                </div>
                { for plan.pipeline.deals.iter().enumerate().map(|(place, deal)| html! {
                    <DealItem key={deal.id.to_string()} {place} {count} deal={deal.clone()}
                        around={around.clone()} />
                }) }
            </div>
            <AddItem list={deals()} {count} what={text::A_DEAL}
                example={&[("name", text::DEAL_EXAMPLE), ("customer", text::CUSTOMER_EXAMPLE)][..]} />
        </section>
    }
}

/// How many deals, worth what, and how many of them are stagnant.
#[component]
fn Summary() -> Html {
    let plan = use_plan();
    let figures = use_figures();
    let today = use_reader().today;
    let listed = &plan.pipeline.deals;
    if listed.is_empty() {
        return html! { <p class="section-why">{ text::EMPTY }</p> };
    }
    let worth = |deals: &[&Deal]| -> f64 {
        deals
            .iter()
            .filter_map(|deal| deal.value.map(Money::get))
            .sum()
    };
    let all: Vec<&Deal> = listed.iter().collect();
    let stagnant: Vec<&Deal> = listed
        .iter()
        .filter(|deal| is_stagnant(&plan.process.motions, deal, today))
        .collect();
    html! {
        <p class="section-why">
            { text::summary(all.len(), &figures.money(worth(&all))) }
            { " " }
            if !stagnant.is_empty() {
                { text::stagnant(stagnant.len(), &figures.money(worth(&stagnant))) }
            }
        </p>
    }
}
