//! Where the bookings come from, and how far the target rests on deals that do not exist
//! yet.

use plumbline_forecast::{ByOrigin, Verdict};
use plumbline_wording::texts::{labels, verdict as text};
use yew::prelude::*;

use crate::{
    components::{Figures, use_figures},
    forecasting::use_forecast,
    workbook::access::use_plan,
};

/// The section.
#[component]
pub(super) fn OriginsSection() -> Html {
    let forecast = use_forecast();
    let figures = use_figures();
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
            <div class="sentences">
                if let Some(simulated) = &forecast.simulated {
                    { for sentences(&simulated.verdict, &figures).into_iter().map(|said| html! { <p>{ said }</p> }) }
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
                        <td class="figure">{ figures.about_money(amount) }</td>
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

/// Until when new leads still help, for each way of selling.
#[component]
fn LastUseful() -> Html {
    let forecast = use_forecast();
    let plan = use_plan();
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
                        { text::last_useful(&motion, &figures.day(half), &figures.day(most)) }
                    </p>
                })
            }) }
        </>
    }
}
