//! Hours the plan asks for against the team's hours, month by month.

use std::rc::Rc;

use plumbline_charts::{Caption, ColumnMonth, Level, MonthColumns, Size, Tick, month_columns};
use plumbline_forecast::MonthLoad;
use plumbline_wording::texts::{explained, reality_check, verdict as text};
use yew::prelude::*;

use crate::{
    components::{
        Explained, Explanation, Figures, FiguresRow, FiguresTable, ReadingChart, heads, said,
        use_chart_width, use_figures,
    },
    forecasting::use_forecast,
    verdict::{Explaining, use_explaining},
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
        Some(month) => {
            let month = figures.month(month);
            let chain = explaining.workload(text::WORKLOAD, explained::UTILISATION, Vec::new());
            let month = html! { <Explained value={month} explanation={chain} /> };
            said(&[month], |parts| text::hours_run_out(parts[0]))
        }
        None => text::HOURS_SUFFICE.into(),
    };
    let mut heads = heads([text::MONTH]);
    heads.extend(COLUMNS.map(|(head, _)| AttrValue::Static(head)));
    let months = capacity.months.iter();
    let rows: Vec<FiguresRow> = months.map(|load| row(load, &figures)).collect();
    let explain = {
        let (explaining, simulated) = (explaining.clone(), Rc::clone(simulated));
        Callback::from(move |at| chain(&explaining, &simulated.verdict.capacity.months, at))
    };
    html! {
        <section>
            <h2>{ text::WORKLOAD }</h2>
            <p class="section-why">{ text::WORKLOAD_TEXT }</p>
            <p>{ first }</p>
            <p class="how"><Explained value={explained::HOW} explanation={explaining.workload(
                text::WORKLOAD, explained::WORKLOAD, Vec::new())} /></p>
            <ReadingChart width={width.clone()} svg={month_columns(&drawing(&capacity.months, &figures, width.get()))}
                label={text::WORKLOAD} readings={readings(&capacity.months, &figures)} />
            <details class="depth">
                <summary>{ text::AS_TABLE }<span class="unseen">{ format!(": {}", text::WORKLOAD) }</span></summary>
                <FiguresTable caption={text::WORKLOAD} {heads} {rows} {explain} />
            </details>
        </section>
    }
}

fn drawing(loads: &[MonthLoad], figures: &Figures, width: u32) -> MonthColumns {
    let names = figures.month_marks(loads.iter().map(|load| load.month));
    let months: Vec<ColumnMonth> = loads
        .iter()
        .zip(names)
        .map(|(load, name)| ColumnMonth {
            name,
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
            &load
                .utilisation
                .map(|share| figures.percent_to(share, 0))
                .unwrap_or_default(),
        )
    };
    loads.iter().map(load).collect()
}

/// The heads of the table's columns, and how the figures below each come about.
const COLUMNS: [(&str, &str); 4] = [
    (text::HOURS_ASKED, explained::HOURS_ASKED),
    (text::HOURS_AVAILABLE, explained::HOURS_AVAILABLE),
    (text::UTILISATION, explained::UTILISATION),
    (text::DEALS_PER_REP, explained::DEALS_PER_REP),
];

/// A month's hours.
fn row(load: &MonthLoad, figures: &Figures) -> FiguresRow {
    let is_over = load.utilisation.is_some_and(|share| share > 1.0);
    let cells = [
        figures.whole(load.asked()),
        figures.whole(load.available),
        load.utilisation
            .map(|share| figures.percent_to(share, 0))
            .unwrap_or_default(),
        load.deals_per_rep
            .map(|deals| figures.count(deals))
            .unwrap_or_default(),
    ];
    FiguresRow {
        short: is_over.then_some((2, AttrValue::Static(text::OVER_FULL))),
        ..FiguresRow::new(figures.month(load.month), cells)
    }
}

/// What is behind a figure of the table.
fn chain(
    explaining: &Explaining,
    loads: &[MonthLoad],
    (row, column): (usize, usize),
) -> Explanation {
    let (head, formula) = COLUMNS[column.min(3)];
    let Some(load) = loads.get(row) else {
        return explaining.workload(head, formula, Vec::new());
    };
    let figures = explaining.figures();
    let steps = [
        (reality_check::HOURS_OPEN, load.open_deals),
        (reality_check::HOURS_DEALS, load.deals),
        (reality_check::HOURS_ACTIVITY, load.activity),
        (text::HOURS_ASKED, load.asked()),
        (text::HOURS_AVAILABLE, load.available),
        (reality_check::HOURS_PEOPLE, load.reps),
    ];
    let steps = steps.map(|(name, hours)| (name.to_owned(), figures.count(hours)));
    let name = reality_check::reading(&figures.month(load.month), head);
    explaining.workload(&name, formula, steps.to_vec())
}
