//! Bookings against the target as the months go by: the fan and the table behind it.

use std::rc::Rc;

use plumbline_charts::{
    Caption, FanEnds, FanMonth, FanTarget, Label, MonthFan, Size, TargetCourse, Tick, month_fan,
};
use plumbline_forecast::Outcome;
use plumbline_wording::texts::{explained, reality_check::reading, verdict as text};
use yew::prelude::*;

use super::explain::{Explaining, use_explaining};
use crate::{
    components::{
        Explained, Explanation, Figures, FiguresRow, FiguresTable, ReadingChart, heads,
        use_chart_width, use_figures,
    },
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
    let mut heads = heads([text::MONTH]);
    heads.extend(COLUMNS.map(|(head, _)| AttrValue::Static(head)));
    let explain = {
        let (explaining, simulated) = (explaining.clone(), Rc::clone(simulated));
        Callback::from(move |at| chain(&explaining, &simulated.outcome, at))
    };
    html! {
        <section>
            <h2>{ text::BY_MONTH }</h2>
            <p class="how"><Explained value={explained::HOW} explanation={explaining.whole(
                text::BY_MONTH, explained::MONTHS, explained::Section::Uncertainty)} /></p>
            <ReadingChart svg={month_fan(&drawing(outcome, &figures, width))} label={text::BY_MONTH}
                readings={readings(outcome, &figures)} />
            <details class="depth">
                <summary>{ text::AS_TABLE }</summary>
                <FiguresTable caption={text::BY_MONTH} {heads} rows={rows(outcome, &figures)} {explain} />
            </details>
        </section>
    }
}

fn drawing(outcome: &Outcome, figures: &Figures, width: u32) -> MonthFan {
    let names = figures.month_marks(outcome.months.iter().map(|month| month.month));
    let months: Vec<FanMonth> = outcome
        .months
        .iter()
        .zip(names)
        .map(|(month, name)| FanMonth {
            name,
            low: month.cumulative.p10,
            median: month.cumulative.p50,
            high: month.cumulative.p90,
        })
        .collect();
    let course = so_far(outcome).collect();
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
    let months = outcome.months.iter().zip(so_far(outcome));
    months
        .map(|(month, target)| {
            let sum = month.cumulative;
            text::by_end_of(
                &figures.month(month.month),
                &figures.about_money(sum.p50),
                &figures.about_money(sum.p10),
                &figures.about_money(sum.p90),
                &figures.about_money(target),
            )
        })
        .collect()
}

/// The numbers behind the fan.
fn rows(outcome: &Outcome, figures: &Figures) -> Vec<FiguresRow> {
    let months = outcome.months.iter();
    months
        .zip(so_far(outcome))
        .map(|(row, target)| {
            let (alone, sum) = (row.bookings, row.cumulative);
            let amounts = [alone.mean, alone.p10, alone.p50, alone.p90, sum.p50, target];
            let amounts = amounts.map(|amount| figures.about_money(amount));
            FiguresRow::new(figures.month(row.month), amounts)
        })
        .collect()
}

/// The heads of its columns, and how the figures below each come about.
const COLUMNS: [(&str, &str); 6] = [
    (text::MEAN, explained::MONTH_MEAN),
    (text::LOW, explained::PERCENTILE),
    (text::MIDDLE, explained::PERCENTILE),
    (text::HIGH, explained::PERCENTILE),
    (text::CUMULATIVE_MIDDLE, explained::MONTHS),
    (text::CUMULATIVE_TARGET, explained::TARGET_SO_FAR),
];

/// The target up to every month's end.
fn so_far(outcome: &Outcome) -> impl Iterator<Item = f64> {
    outcome.months.iter().scan(0.0, |sum, month| {
        *sum += month.target;
        Some(*sum)
    })
}

/// What is behind a figure of the table.
fn chain(explaining: &Explaining, outcome: &Outcome, (row, column): (usize, usize)) -> Explanation {
    let (head, formula) = COLUMNS[column.min(5)];
    let figures = explaining.figures();
    let Some(month) = outcome.months.get(row) else {
        return explaining.simulated(head, formula, Vec::new());
    };
    let name = reading(&figures.month(month.month), head);
    let by = month.by_origin;
    let money = |(name, amount): (&str, f64)| (name.to_owned(), figures.about_money(amount));
    let parts = match column {
        0 => vec![
            (text::ACTUAL, by.actual),
            (text::OPEN, by.open),
            (text::NEW, by.new),
            (text::REPEAT, by.repeat_and_referral),
        ],
        5 => {
            let parts = vec![money((text::TARGET, month.target))];
            let section = explained::Section::Flow;
            return explaining.made_of(&name, formula, section, parts, |_| false);
        }
        _ => {
            let of = if column == 4 {
                month.cumulative
            } else {
                month.bookings
            };
            vec![
                (text::LOW, of.p10),
                (text::MIDDLE, of.p50),
                (text::HIGH, of.p90),
            ]
        }
    };
    explaining.simulated(&name, formula, parts.into_iter().map(money).collect())
}
