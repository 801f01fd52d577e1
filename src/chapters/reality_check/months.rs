//! Bookings against the target as the months go by: the fan and the table behind it.

use std::rc::Rc;

use plumbline_charts::{MonthFan, Size, month_fan};
use plumbline_export::pictures::{self, target_so_far};
use plumbline_forecast::Outcome;
use plumbline_wording::texts::{explained, reality_check::reading, verdict as text};
use yew::prelude::*;

use crate::{
    components::{
        Explained, Explanation, Figures, FiguresRow, FiguresTable, ReadingChart, heads,
        use_chart_width, use_figures,
    },
    forecasting::use_forecast,
    verdict::{Explaining, use_explaining},
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
            <ReadingChart width={width.clone()} svg={month_fan(&drawing(outcome, &figures, width.get()))} label={text::BY_MONTH}
                readings={readings(outcome, &figures)} />
            <details class="depth">
                <summary>{ text::AS_TABLE }</summary>
                <FiguresTable caption={text::BY_MONTH} {heads} rows={rows(outcome, &figures)} {explain} />
            </details>
        </section>
    }
}

fn drawing(outcome: &Outcome, figures: &Figures, width: u32) -> MonthFan {
    let height = if width < 500 { 260 } else { 340 };
    pictures::month_fan(outcome, figures, Size { width, height })
}

/// What stands at each month's end, in words.
fn readings(outcome: &Outcome, figures: &Figures) -> Vec<String> {
    let months = outcome.months.iter().zip(target_so_far(outcome));
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
        .zip(target_so_far(outcome))
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
