//! Hours the plan asks for against the team's hours, month by month.

use plumbline_charts::{Caption, ColumnMonth, Level, MonthColumns, Size, Tick, month_columns};
use plumbline_forecast::MonthLoad;
use plumbline_wording::texts::{explained, reality_check, verdict as text};
use yew::prelude::*;

use super::explain::use_explaining;
use crate::{
    components::{Explained, Figures, ReadingChart, use_chart_width, use_figures},
    forecasting::use_forecast,
};

/// The section, for a plan with reps.
#[component]
pub(super) fn WorkloadSection() -> Html {
    let forecast = use_forecast();
    let figures = use_figures();
    let width = use_chart_width();
    let explaining = use_explaining();
    let Some(simulated) = &forecast.simulated else {
        return html! { <section /> };
    };
    let capacity = &simulated.verdict.capacity;
    if capacity.months.iter().all(|month| month.available <= 0.0) {
        return html! { <section><h2>{ text::WORKLOAD }</h2><p>{ text::NO_REPS }</p></section> };
    }
    let first = match capacity.first_over {
        Some(month) => text::hours_run_out(&figures.month(month)),
        None => text::HOURS_SUFFICE.to_owned(),
    };
    let heads = [
        text::HOURS_ASKED,
        text::HOURS_AVAILABLE,
        text::UTILISATION,
        text::DEALS_PER_REP,
    ];
    html! {
        <section>
            <h2>{ text::WORKLOAD }</h2>
            <p class="section-why">{ text::WORKLOAD_TEXT }</p>
            <p>{ first }</p>
            <p class="how"><Explained value={explained::HOW} explanation={explaining.workload(text::WORKLOAD)} /></p>
            <ReadingChart svg={month_columns(&drawing(&capacity.months, &figures, width))}
                label={text::WORKLOAD} readings={readings(&capacity.months, &figures)} />
            <div class="table-scroll" tabindex="0" role="region" aria-label={text::WORKLOAD}>
                <table class="figures">
                    <caption class="unseen">{ text::WORKLOAD }</caption>
                    <thead>
                        <tr>
                            <th scope="col">{ text::MONTH }</th>
                            { for heads.into_iter().map(|head| html! {
                                <th scope="col" class="figure" key={head}>{ head }</th>
                            }) }
                        </tr>
                    </thead>
                    <tbody>
                        { for capacity.months.iter().map(|load| html! {
                            <LoadRow key={load.month.to_string()} load={*load} />
                        }) }
                    </tbody>
                </table>
            </div>
        </section>
    }
}

fn drawing(loads: &[MonthLoad], figures: &Figures, width: u32) -> MonthColumns {
    let months: Vec<ColumnMonth> = loads
        .iter()
        .map(|load| ColumnMonth {
            name: figures.short_month(load.month),
            parts: vec![load.open_deals, load.deals, load.activity],
        })
        .collect();
    let level = Level {
        name: text::HOURS_AVAILABLE.to_owned(),
        values: loads.iter().map(|load| load.available).collect(),
    };
    let scale = MonthColumns::propose_scale(&months, Some(&level));
    MonthColumns {
        caption: Caption {
            title: text::WORKLOAD.to_owned(),
            description: reality_check::WORKLOAD_PICTURE.to_owned(),
        },
        size: Size { width, height: 260 },
        ticks: scale
            .ticks(6)
            .into_iter()
            .map(|hours| Tick::new(hours, figures.whole(hours)))
            .collect(),
        scale,
        parts: [
            reality_check::HOURS_OPEN,
            reality_check::HOURS_DEALS,
            reality_check::HOURS_ACTIVITY,
        ]
        .map(str::to_owned)
        .to_vec(),
        months,
        level: Some(level),
    }
}

/// Every month in words.
fn readings(loads: &[MonthLoad], figures: &Figures) -> Vec<String> {
    let load = |load: &MonthLoad| {
        text::load_reading(
            &figures.month(load.month),
            &figures.whole(load.asked()),
            &figures.whole(load.available),
        )
    };
    loads.iter().map(load).collect()
}

#[derive(Properties, PartialEq)]
struct LoadRowProps {
    load: MonthLoad,
}

#[component]
fn LoadRow(props: &LoadRowProps) -> Html {
    let figures = use_figures();
    let load = &props.load;
    let over = load.utilisation.is_some_and(|share| share > 1.0);
    let share = load
        .utilisation
        .map(|share| figures.percent(share))
        .unwrap_or_default();
    html! {
        <tr>
            <th scope="row">{ figures.month(load.month) }</th>
            <td class="figure">{ figures.whole(load.asked()) }</td>
            <td class="figure">{ figures.whole(load.available) }</td>
            <td class={if over { "figure short" } else { "figure" }}>
                { share }
                if over {
                    <span class="unseen">{ format!(" {}", text::OVER_FULL) }</span>
                }
            </td>
            <td class="figure">{ load.deals_per_rep.map(|deals| figures.count(deals)).unwrap_or_default() }</td>
        </tr>
    }
}
