//! Where the bookings come from, and how far the target rests on deals that do not exist
//! yet.

use std::rc::Rc;

use plumbline_forecast::ByOrigin;
use plumbline_wording::texts::{explained, labels, verdict as text};
use yew::prelude::*;

use super::origin_months::OriginsByMonth;
use crate::{
    components::{Explained, FiguresRow, FiguresTable, heads, said, use_figures},
    forecasting::{Simulated, use_forecast},
    verdict::use_explaining,
    workbook::access::use_plan,
};

/// The section.
#[component]
pub(super) fn OriginsSection() -> Html {
    let forecast = use_forecast();
    let by_origin = forecast
        .estimate()
        .map(|estimate| match &forecast.simulated {
            Some(simulated) => simulated.outcome.by_origin,
            None => estimate.analytic.by_origin,
        });
    html! {
        <section>
            <h2>{ text::ORIGINS }</h2>
            <div>
                if let Some(by_origin) = by_origin {
                    <OriginTable {by_origin} />
                }
            </div>
            <div>
                if let Some(simulated) = &forecast.simulated {
                    <OriginsByMonth {simulated} />
                }
            </div>
            <div class="sentences">
                if let Some(simulated) = &forecast.simulated {
                    <Dependence {simulated} />
                    <LastUseful />
                }
            </div>
        </section>
    }
}

#[derive(Properties, PartialEq)]
struct OriginTableProps {
    by_origin: ByOrigin,
}

/// Bookings by origin with their share.
#[component]
fn OriginTable(props: &OriginTableProps) -> Html {
    let figures = use_figures();
    let explaining = use_explaining();
    let by = props.by_origin;
    let total = by.total();
    let all = [
        (text::ACTUAL, by.actual),
        (text::OPEN, by.open),
        (text::NEW, by.new),
        (text::REPEAT, by.repeat_and_referral),
        (text::TOTAL, total),
    ];
    let shown = all
        .into_iter()
        .filter(|(name, amount)| *amount != 0.0 || *name != text::ACTUAL);
    let share = |amount: f64| {
        if total > 0.0 {
            figures.percent(amount / total)
        } else {
            String::new()
        }
    };
    let rows: Vec<FiguresRow> = shown
        .clone()
        .map(|(name, amount)| FiguresRow::new(name, [figures.about_money(amount), share(amount)]))
        .collect();
    let names: Vec<&'static str> = shown.map(|(name, _)| name).collect();
    let explain = Callback::from(move |(row, column): (usize, usize)| {
        let formula = match (column, names.get(row)) {
            (1, _) => explained::ORIGIN_SHARE,
            (_, Some(&text::TOTAL)) => explained::MEAN,
            _ => explained::ORIGIN,
        };
        explaining.mean(names.get(row).copied().unwrap_or(text::ORIGINS), formula)
    });
    html! {
        <FiguresTable caption={text::ORIGINS} heads={heads([text::ORIGIN, text::MEAN, text::SHARE])} {rows}
            summed=true {explain} />
    }
}

#[derive(Properties, PartialEq)]
struct DependenceProps {
    simulated: Rc<Simulated>,
}

/// How far the target rests on deals that do not exist yet, and what that asks of those that
/// do.
#[component]
fn Dependence(props: &DependenceProps) -> Html {
    let figures = use_figures();
    let explaining = use_explaining();
    let verdict = &props.simulated.verdict;
    let share = figures.percent(verdict.not_yet_created.clamp(0.0, 1.0));
    let dependence = explaining.mean(text::DEPENDENCE, explained::DEPENDENCE);
    let dependence = html! { <Explained value={share} explanation={dependence} /> };
    html! {
        <>
            <p>{ said(&[dependence], |parts| text::dependence(parts[0])) }</p>
            <Covered simulated={Rc::clone(&props.simulated)} />
        </>
    }
}

/// Whether the open deals are worth enough.
#[component]
fn Covered(props: &DependenceProps) -> Html {
    let figures = use_figures();
    let explaining = use_explaining();
    let verdict = &props.simulated.verdict;
    let coverage = verdict.coverage.as_ref();
    let Some((coverage, needed)) = coverage.and_then(|all| all.needed.map(|needed| (all, needed)))
    else {
        return html! { <p /> };
    };
    let explanation = explaining.coverage(verdict);
    if needed <= 0.0 {
        return html! {
            <p>{ text::NO_COVERAGE_NEEDED }{ " " }<Explained value={explained::HOW} {explanation} /></p>
        };
    }
    let numbers = [coverage.actual, needed].map(|times| {
        let explanation = explanation.clone();
        html! { <Explained value={figures.count(times)} {explanation} /> }
    });
    html! { <p>{ said(&numbers, |parts| text::coverage(parts[0], parts[1])) }</p> }
}

/// Until when new leads still help, for each way of selling.
#[component]
fn LastUseful() -> Html {
    let forecast = use_forecast();
    let plan = use_plan();
    let explaining = use_explaining();
    let figures = use_figures();
    let dates = forecast
        .simulated
        .as_ref()
        .map_or(&[][..], |simulated| &simulated.verdict.last_useful_dates);
    html! {
        <>
            <h3>{ text::DEADLINES }</h3>
            { for dates.iter().filter_map(|date| {
                let (half, most) = (date.even_chance?, date.safe?);
                let motion = labels::of(&plan, &date.motion);
                let days = [half, most].map(|day| {
                    let explanation = explaining.last_useful(&motion, date);
                    html! { <Explained value={figures.day(day)} {explanation} /> }
                });
                Some(html! {
                    <p key={date.motion.to_string()}>
                        { said(&days, |parts| text::last_useful(&motion, parts[0], parts[1])) }
                    </p>
                })
            }) }
        </>
    }
}
