//! Bookings against the target as the months go by: the fan and the table behind it.

use plumbline_charts::{
    Caption, FanEnds, FanMonth, FanTarget, Label, MonthFan, Size, TargetCourse, Tick, month_fan,
};
use plumbline_forecast::{MonthOutcome, Outcome};
use plumbline_wording::texts::{explained, verdict as text};
use yew::prelude::*;

use super::explain::use_explaining;
use crate::{
    components::{Explained, Figures, ReadingChart, use_chart_width, use_figures},
    forecasting::use_forecast,
};

/// The section, once the simulation has a first answer.
#[component]
pub(super) fn MonthsSection() -> Html {
    let forecast = use_forecast();
    let figures = use_figures();
    let width = use_chart_width();
    let explaining = use_explaining();
    let Some(simulated) = &forecast.simulated else {
        return html! { <section><h2>{ text::BY_MONTH }</h2></section> };
    };
    let outcome = &simulated.outcome;
    html! {
        <section>
            <h2>{ text::BY_MONTH }</h2>
            <p class="how"><Explained value={explained::HOW} explanation={explaining.whole(
                text::BY_MONTH, explained::MONTHS, explained::Section::Uncertainty)} /></p>
            <ReadingChart svg={month_fan(&drawing(outcome, &figures, width))} label={text::BY_MONTH}
                readings={readings(outcome, &figures)} />
            <details class="depth">
                <summary>{ text::AS_TABLE }</summary>
                <div class="table-scroll" tabindex="0" role="region" aria-label={text::BY_MONTH}>
                    <MonthTable rows={outcome.months.clone()} />
                </div>
            </details>
        </section>
    }
}

fn drawing(outcome: &Outcome, figures: &Figures, width: u32) -> MonthFan {
    let months: Vec<FanMonth> = outcome
        .months
        .iter()
        .map(|month| FanMonth {
            name: figures.short_month(month.month),
            low: month.cumulative.p10,
            median: month.cumulative.p50,
            high: month.cumulative.p90,
        })
        .collect();
    let course = outcome
        .months
        .iter()
        .scan(0.0, |sum, month| {
            *sum += month.target;
            Some(*sum)
        })
        .collect();
    let label = Label::new(text::TARGET, figures.chart_money(outcome.target));
    let target = Some(FanTarget {
        course: TargetCourse::ByMonth(course),
        label,
    });
    let scale = MonthFan::propose_scale(&months, target.as_ref());
    let end = |words: &str, value: f64| Label::new(words, figures.chart_money(value));
    let bookings = outcome.bookings;
    MonthFan {
        caption: Caption {
            title: text::BY_MONTH.to_owned(),
            description: text::fan_picture(
                &figures.about_money(bookings.p10),
                &figures.about_money(bookings.p50),
                &figures.about_money(bookings.p90),
                &figures.about_money(outcome.target),
            ),
        },
        size: Size {
            width,
            height: if width < 500 { 260 } else { 340 },
        },
        ticks: scale
            .ticks(6)
            .into_iter()
            .map(|value| Tick::new(value, figures.chart_money(value)))
            .collect(),
        scale,
        months,
        target,
        ends: FanEnds {
            high: end(text::HIGH, bookings.p90),
            median: end(text::MIDDLE, bookings.p50),
            low: end(text::LOW, bookings.p10),
        },
    }
}

/// What stands at each month's end, in words.
fn readings(outcome: &Outcome, figures: &Figures) -> Vec<String> {
    let months = outcome.months.iter();
    months
        .scan(0.0, |target, month| {
            *target += month.target;
            let so_far = month.cumulative;
            Some(text::by_end_of(
                &figures.month(month.month),
                &figures.about_money(so_far.p50),
                &figures.about_money(so_far.p10),
                &figures.about_money(so_far.p90),
                &figures.about_money(*target),
            ))
        })
        .collect()
}

#[derive(Properties, PartialEq)]
struct MonthTableProps {
    rows: Vec<MonthOutcome>,
}

/// The numbers behind the fan.
#[component]
fn MonthTable(props: &MonthTableProps) -> Html {
    let figures = use_figures();
    let mut target = 0.0;
    let rows = props.rows.iter().map(|row| {
        target += row.target;
        let money = |value: f64| html! { <td class="figure">{ figures.money(value) }</td> };
        html! {
            <tr key={row.month.to_string()}>
                <th scope="row">{ figures.month(row.month) }</th>
                { money(row.bookings.mean) }
                { money(row.bookings.p10) }
                { money(row.bookings.p50) }
                { money(row.bookings.p90) }
                { money(row.cumulative.p50) }
                { money(target) }
            </tr>
        }
    });
    let heads = [
        text::MEAN,
        text::LOW,
        text::MIDDLE,
        text::HIGH,
        text::CUMULATIVE_MIDDLE,
        text::CUMULATIVE_TARGET,
    ];
    html! {
        <table class="figures">
            <caption class="unseen">{ text::BY_MONTH }</caption>
            <thead>
                <tr>
                    <th scope="col">{ text::MONTH }</th>
                    { for heads.into_iter().map(|head| html! {
                        <th scope="col" class="figure" key={head}>{ head }</th>
                    }) }
                </tr>
            </thead>
            <tbody>{ for rows }</tbody>
        </table>
    }
}
