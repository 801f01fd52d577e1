//! What the target asks of every stage, beside what the plan provides.

use std::rc::Rc;

use plumbline_charts::{StageBars, stage_bars};
use plumbline_export::pictures::{self, needs};
use plumbline_forecast::verdict::{MotionNeed, Need};
use plumbline_wording::texts::{explained, reality_check, verdict as text};
use yew::prelude::*;

use crate::{
    components::{
        Explained, Explanation, Figures, FiguresRow, FiguresTable, ReadingChart, heads,
        use_chart_width, use_figures,
    },
    forecasting::{Simulated, use_forecast},
    verdict::{Explaining, use_explaining},
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
    let table = forecast.simulated.as_ref().map(|simulated| {
        let mut heads = heads([text::STAGE]);
        heads.extend(COLUMNS.map(|(head, _)| AttrValue::Static(head)));
        let lines = lines(need).into_iter();
        let rows: Vec<FiguresRow> = lines.map(|line| written(line, &figures)).collect();
        let explain = {
            let (explaining, simulated, need) =
                (explaining.clone(), Rc::clone(simulated), need.clone());
            Callback::from(move |at| chain(&explaining, &simulated, &need, at))
        };
        html! {
            <FiguresTable caption={format!("{}: {}", text::REQUIRED, need.name)} {heads} {rows} {explain} />
        }
    });
    let table = table.unwrap_or_default();
    html! {
        <div class="part">
            if props.titled {
                <h3 dir="auto">{ need.name.clone() }</h3>
            }
            if let Some(simulated) = &forecast.simulated {
                <p class="how"><Explained value={explained::HOW} explanation={
                    explaining.required(text::REQUIRED, &simulated.verdict, need)} /></p>
            }
            <ReadingChart width={width.clone()} svg={stage_bars(&drawing(need, &figures, width.get()))}
                label={format!("{}: {}", text::REQUIRED, need.name)} readings={readings(need, &figures)} />
            { table }
        </div>
    }
}

fn drawing(need: &MotionNeed, figures: &Figures, width: u32) -> StageBars {
    pictures::stage_bars(need, text::REQUIRED.to_owned(), figures, width)
}

/// Every stage in words.
fn readings(need: &MotionNeed, figures: &Figures) -> Vec<String> {
    let stage = |(name, need): (String, &Need)| {
        let required = need.needed.map_or(0.0, |amount| amount.total);
        let provided = figures.about_count(need.provided.total);
        text::stage_reading(&name, &figures.about_count(required), &provided)
    };
    needs(need).into_iter().map(stage).collect()
}

/// The heads of the table's columns, and how the figures below each come about.
const COLUMNS: [(&str, &str); 6] = [
    (text::PROVIDED_COLUMN, explained::PROVIDED),
    (text::REQUIRED_COLUMN, explained::REQUIRED),
    (text::GAP_COLUMN, explained::GAP),
    (text::AT_GOAL, explained::AT_GOAL),
    (text::PER_WEEK, explained::A_WEEK),
    (text::PER_REP_AND_WEEK, explained::A_REP_AND_WEEK),
];

/// Activities, leads, stages and wins with what is needed of each.
fn lines(need: &MotionNeed) -> Vec<(String, &Need)> {
    let activities = need.sources.iter().filter_map(|source| {
        let activity = source.activity.as_ref()?;
        Some((text::activities(&source.name), &activity.activities))
    });
    activities.chain(needs(need)).collect()
}

/// Required and provided, in the units people plan in.
fn written((name, need): (String, &Need), figures: &Figures) -> FiguresRow {
    let number = |value: Option<f64>| {
        value.map_or_else(|| "–".to_owned(), |value| figures.about_count(value))
    };
    let needed = need.needed;
    let larger = needed.map_or(0.0, |amount| amount.total);
    let gap = match need.gap {
        Some(gap) if gap > 0.0 => format!("+{}", figures.about_difference(gap, larger)),
        Some(_) => text::ENOUGH.to_owned(),
        None => number(None),
    };
    let cells = [
        figures.about_count(need.provided.total),
        number(needed.map(|amount| amount.total)),
        gap,
        number(need.needed_at_goal.map(|amount| amount.total)),
        number(needed.map(|amount| amount.per_week)),
        number(needed.map(|amount| amount.per_rep_and_week)),
    ];
    let is_short = need.gap.is_some_and(|gap| gap > 0.0);
    FiguresRow {
        short: is_short.then_some((2, AttrValue::Static(text::MISSING_HERE))),
        ..FiguresRow::new(name, cells)
    }
}

/// What is behind a figure of the table.
fn chain(
    explaining: &Explaining,
    simulated: &Simulated,
    need: &MotionNeed,
    (row, column): (usize, usize),
) -> Explanation {
    let (head, formula) = COLUMNS[column.min(5)];
    let lines = lines(need);
    let Some((name, line)) = lines.get(row) else {
        return explaining.required(head, &simulated.verdict, need);
    };
    let figures = explaining.figures();
    let mut steps = explaining.required_steps(&simulated.verdict, need);
    let amounts = [
        (text::PROVIDED_COLUMN, Some(line.provided.total)),
        (
            text::REQUIRED_COLUMN,
            line.needed.map(|amount| amount.total),
        ),
        (
            text::AT_GOAL,
            line.needed_at_goal.map(|amount| amount.total),
        ),
    ];
    let amounts = amounts.into_iter().filter_map(|(head, amount)| {
        let name = reality_check::reading(name, head);
        Some((name, figures.about_count(amount?)))
    });
    steps.extend(amounts);
    let section = explained::Section::Verdict;
    let name = reality_check::reading(name, head);
    explaining.made_of(&name, formula, section, steps, |path| {
        path.is_within(&need.motion)
    })
}
