//! Where the bookings come from, and how far the target rests on deals that do not exist
//! yet.

use std::rc::Rc;

use plumbline_charts::{Caption, ColumnMonth, Level, MonthColumns, Size, Tick, month_columns};
use plumbline_forecast::{ByOrigin, MonthOutcome, Outcome, Verdict};
use plumbline_wording::texts::{explained, labels, reality_check, verdict as text};
use yew::prelude::*;

use super::explain::use_explaining;
use crate::{
    components::{Explained, Figures, ReadingChart, use_chart_width, use_figures},
    forecasting::{Simulated, use_forecast},
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
                    <OriginsByMonth outcome={simulated.outcome.clone()} />
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
struct OriginsByMonthProps {
    outcome: Outcome,
}

/// Average bookings of every month by origin: picture and table.
#[component]
fn OriginsByMonth(props: &OriginsByMonthProps) -> Html {
    let figures = use_figures();
    let width = use_chart_width();
    let months = &props.outcome.months;
    let readings: Vec<String> = months
        .iter()
        .map(|month| month_words(month, &figures))
        .collect();
    html! {
        <div class="part">
            <h3>{ reality_check::BY_ORIGIN }</h3>
            <ReadingChart svg={month_columns(&drawing(months, &figures, width))}
                label={reality_check::BY_ORIGIN} {readings} />
            <details class="depth">
                <summary>{ text::AS_TABLE }<span class="unseen">{ format!(": {}", reality_check::BY_ORIGIN) }</span></summary>
                <div class="table-scroll" tabindex="0" role="region" aria-label={reality_check::BY_ORIGIN}>
                    { month_table(months, &figures) }
                </div>
            </details>
        </div>
    }
}

/// The origins from the ground up.
fn parts(by: &ByOrigin) -> [(&'static str, f64); 4] {
    [
        (text::ACTUAL, by.actual),
        (text::OPEN, by.open),
        (text::NEW, by.new),
        (text::REPEAT, by.repeat_and_referral),
    ]
}

fn month_words(month: &MonthOutcome, figures: &Figures) -> String {
    let shown = parts(&month.by_origin)
        .into_iter()
        .filter(|(_, amount)| *amount > 0.0);
    let mut words: Vec<String> = shown
        .map(|(name, amount)| reality_check::reading(name, &figures.about_money(amount)))
        .collect();
    words.push(reality_check::reading(
        text::TARGET,
        &figures.about_money(month.target),
    ));
    reality_check::reading(&figures.month(month.month), &words.join("; "))
}

fn drawing(months: &[MonthOutcome], figures: &Figures, width: u32) -> MonthColumns {
    // An origin that brings nothing in any month would only stand in the key.
    let shown: Vec<usize> = (0..4)
        .filter(|place| {
            months
                .iter()
                .any(|month| parts(&month.by_origin)[*place].1 > 0.0)
        })
        .collect();
    let columns: Vec<ColumnMonth> = months
        .iter()
        .map(|month| ColumnMonth {
            name: figures.short_month(month.month),
            parts: shown
                .iter()
                .map(|place| parts(&month.by_origin)[*place].1)
                .collect(),
        })
        .collect();
    let level = Level {
        name: text::TARGET.to_owned(),
        values: months.iter().map(|month| month.target).collect(),
    };
    let scale = MonthColumns::propose_scale(&columns, Some(&level));
    MonthColumns {
        caption: Caption {
            title: reality_check::BY_ORIGIN.to_owned(),
            description: reality_check::BY_ORIGIN_TEXT.to_owned(),
        },
        size: Size { width, height: 280 },
        ticks: scale
            .ticks(6)
            .into_iter()
            .map(|amount| Tick::new(amount, figures.chart_money(amount)))
            .collect(),
        scale,
        parts: shown
            .iter()
            .map(|place| parts(&ByOrigin::default())[*place].0.to_owned())
            .collect(),
        months: columns,
        level: Some(level),
    }
}

fn month_table(months: &[MonthOutcome], figures: &Figures) -> Html {
    let heads = parts(&ByOrigin::default()).map(|(name, _)| name);
    let money = |amount: f64| html! { <td class="figure">{ figures.about_money(amount) }</td> };
    html! {
        <table class="figures">
            <caption class="unseen">{ reality_check::BY_ORIGIN }</caption>
            <thead>
                <tr>
                    <th scope="col">{ text::MONTH }</th>
                    { for heads.into_iter().map(|head| html! { <th scope="col" class="figure">{ head }</th> }) }
                    <th scope="col" class="figure">{ reality_check::TARGET_COLUMN }</th>
                </tr>
            </thead>
            <tbody>
                { for months.iter().map(|month| html! {
                    <tr key={month.month.to_string()}>
                        <th scope="row">{ figures.month(month.month) }</th>
                        { for parts(&month.by_origin).into_iter().map(|(_, amount)| money(amount)) }
                        { money(month.target) }
                    </tr>
                }) }
            </tbody>
        </table>
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
    let rows = [
        (text::ACTUAL, by.actual),
        (text::OPEN, by.open),
        (text::NEW, by.new),
        (text::REPEAT, by.repeat_and_referral),
    ];
    let share = |amount: f64| {
        if total > 0.0 {
            figures.percent(amount / total)
        } else {
            String::new()
        }
    };
    html! {
        <table class="figures">
            <caption class="unseen">{ text::ORIGINS }</caption>
            <thead>
                <tr>
                    <th scope="col">{ text::ORIGIN }</th>
                    <th scope="col" class="figure">{ text::MEAN }</th>
                    <th scope="col" class="figure">{ text::SHARE }</th>
                </tr>
            </thead>
            <tbody>
                { for rows.into_iter().filter(|(name, amount)| *amount != 0.0 || *name != text::ACTUAL).map(|(name, amount)| html! {
                    <tr key={name}>
                        <th scope="row">{ name }</th>
                        <td class="figure">
                            <Explained value={figures.about_money(amount)}
                                explanation={explaining.mean(name, explained::ORIGIN)} />
                        </td>
                        <td class="figure">{ share(amount) }</td>
                    </tr>
                }) }
            </tbody>
            <tfoot>
                <tr>
                    <th scope="row">{ text::TOTAL }</th>
                    <td class="figure">{ figures.about_money(total) }</td>
                    <td class="figure">{ share(total) }</td>
                </tr>
            </tfoot>
        </table>
    }
}

fn sentences(verdict: &Verdict, figures: &Figures) -> Vec<String> {
    let dependence = text::dependence(&figures.percent(verdict.not_yet_created.clamp(0.0, 1.0)));
    let coverage = verdict.coverage.as_ref().and_then(|coverage| {
        let needed = coverage.needed?;
        if needed <= 0.0 {
            return Some(text::NO_COVERAGE_NEEDED.to_owned());
        }
        Some(text::coverage(
            &figures.count(coverage.actual),
            &figures.count(needed),
        ))
    });
    std::iter::once(dependence).chain(coverage).collect()
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
    let dependence = explaining.mean(text::ORIGINS, explained::DEPENDENCE);
    let explanations = [dependence, explaining.coverage(verdict)];
    html! {
        <>
            { for sentences(verdict, &figures).into_iter().zip(explanations).map(|(said, explanation)| html! {
                <p>{ said }{ " " }<Explained value={explained::HOW} {explanation} /></p>
            }) }
        </>
    }
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
                Some(html! {
                    <p key={date.motion.to_string()}>
                        { text::last_useful(&motion, &figures.day(half), &figures.day(most)) }{ " " }
                        <Explained value={explained::HOW} explanation={explaining.last_useful(date)} />
                    </p>
                })
            }) }
        </>
    }
}
