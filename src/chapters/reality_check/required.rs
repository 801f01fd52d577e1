//! What the target asks of every stage, beside what the plan provides.

use plumbline_charts::{Caption, Stage, StageBars, stage_bars};
use plumbline_forecast::verdict::{MotionNeed, Need};
use plumbline_wording::texts::{explained, verdict as text};
use yew::prelude::*;

use super::explain::use_explaining;
use crate::{
    components::{Explained, Figures, ReadingChart, use_chart_width, use_figures},
    forecasting::use_forecast,
};

/// The section, once the simulation has a first answer.
#[component]
pub(super) fn RequiredSection() -> Html {
    let forecast = use_forecast();
    let motions = forecast
        .simulated
        .as_ref()
        .map_or(&[][..], |simulated| &simulated.verdict.required.motions);
    html! {
        <section>
            <h2>{ text::REQUIRED }</h2>
            <p class="section-why">{ text::REQUIRED_TEXT }</p>
            { for motions.iter().map(|need| html! {
                <MotionNeeds key={need.motion.to_string()} need={need.clone()} titled={motions.len() > 1} />
            }) }
        </section>
    }
}

#[derive(Properties, PartialEq)]
struct MotionNeedsProps {
    need: MotionNeed,
    titled: bool,
}

/// One way of selling: bars and table.
#[component]
fn MotionNeeds(props: &MotionNeedsProps) -> Html {
    let figures = use_figures();
    let width = use_chart_width();
    let need = &props.need;
    let explaining = use_explaining();
    let forecast = use_forecast();
    if need.leads.needed.is_none() {
        return html! { <p>{ text::NO_LEADS_BRING_IT }</p> };
    }
    html! {
        <div class="part">
            if props.titled {
                <h3 dir="auto">{ need.name.clone() }</h3>
            }
            if let Some(simulated) = &forecast.simulated {
                <p class="how"><Explained value={explained::HOW} explanation={
                    explaining.required(text::REQUIRED, &simulated.verdict, need)} /></p>
            }
            <ReadingChart svg={stage_bars(&drawing(need, &figures, width))}
                label={format!("{}: {}", text::REQUIRED, need.name)} readings={readings(need, &figures)} />
            <div class="table-scroll" tabindex="0" role="region"
                aria-label={format!("{}: {}", text::REQUIRED, need.name)}>
                <NeedTable need={need.clone()} />
            </div>
        </div>
    }
}

/// Names and needs from lead to win.
fn rows(need: &MotionNeed) -> Vec<(String, &Need)> {
    let leads = std::iter::once((text::LEADS.to_owned(), &need.leads));
    let stages = need
        .stages
        .iter()
        .map(|stage| (stage.name.clone(), &stage.entries));
    leads
        .chain(stages)
        .chain([(text::WINS.to_owned(), &need.wins)])
        .collect()
}

fn drawing(need: &MotionNeed, figures: &Figures, width: u32) -> StageBars {
    let stages = rows(need).into_iter().map(|(name, need)| {
        let required = need.needed.map_or(0.0, |amount| amount.total);
        let provided = need.provided.total;
        let missing = required - provided;
        Stage {
            name,
            required,
            required_text: figures.count(required),
            provided,
            provided_text: figures.count(provided),
            note: if missing > 0.5 {
                text::short(&figures.count(missing))
            } else {
                String::new()
            },
        }
    });
    StageBars {
        caption: Caption {
            title: text::REQUIRED.to_owned(),
            description: text::REQUIRED_TEXT.to_owned(),
        },
        width,
        required: text::REQUIRED_COLUMN.to_owned(),
        provided: text::PROVIDED_COLUMN.to_owned(),
        stages: stages.collect(),
    }
}

/// Every stage in words.
fn readings(need: &MotionNeed, figures: &Figures) -> Vec<String> {
    let stage = |(name, need): (String, &Need)| {
        let required = need.needed.map_or(0.0, |amount| amount.total);
        let provided = figures.count(need.provided.total);
        text::stage_reading(&name, &figures.count(required), &provided)
    };
    rows(need).into_iter().map(stage).collect()
}

#[derive(Properties, PartialEq)]
struct NeedTableProps {
    need: MotionNeed,
}

/// Deals required and provided, in the units people plan in.
#[component]
fn NeedTable(props: &NeedTableProps) -> Html {
    let figures = use_figures();
    let heads = [
        text::PROVIDED_COLUMN,
        text::REQUIRED_COLUMN,
        text::GAP_COLUMN,
        text::AT_GOAL,
        text::PER_WEEK,
        text::PER_REP_AND_WEEK,
    ];
    let activities = props.need.sources.iter().filter_map(|source| {
        let activity = source.activity.as_ref()?;
        Some((text::activities(&source.name), &activity.activities))
    });
    let rows = activities.chain(rows(&props.need));
    html! {
        <table class="figures">
            <caption class="unseen">{ text::REQUIRED }</caption>
            <thead>
                <tr>
                    <th scope="col">{ text::STAGE }</th>
                    { for heads.into_iter().map(|head| html! {
                        <th scope="col" class="figure" key={head}>{ head }</th>
                    }) }
                </tr>
            </thead>
            <tbody>{ for rows.map(|(name, need)| row(&name, need, &figures)) }</tbody>
        </table>
    }
}

fn row(name: &str, need: &Need, figures: &Figures) -> Html {
    let number =
        |value: Option<f64>| value.map_or_else(|| "–".to_owned(), |value| figures.count(value));
    let needed = need.needed;
    let gap = need.gap.unwrap_or(0.0);
    let gap_words = match need.gap {
        Some(gap) if gap > 0.0 => format!("+{}", figures.count(gap)),
        Some(_) => text::ENOUGH.to_owned(),
        None => number(None),
    };
    html! {
        <tr>
            <th scope="row" dir="auto">{ name.to_owned() }</th>
            <td class="figure">{ figures.count(need.provided.total) }</td>
            <td class="figure">{ number(needed.map(|amount| amount.total)) }</td>
            <td class={if gap > 0.0 { "figure short" } else { "figure" }}>{ gap_words }</td>
            <td class="figure">{ number(need.needed_at_goal.map(|amount| amount.total)) }</td>
            <td class="figure">{ number(needed.map(|amount| amount.per_week)) }</td>
            <td class="figure">{ number(needed.map(|amount| amount.per_rep_and_week)) }</td>
        </tr>
    }
}
