//! What the uncertainty comes from: shares of the spread of the period's bookings.

use plumbline_forecast::{UncertaintySource, VarianceShare, model::AssumptionKind};
use plumbline_plan::Plan;
use plumbline_wording::texts::{explained, labels, reality_check as text};
use yew::prelude::*;

use crate::{
    components::{Explained, use_figures},
    forecasting::use_forecast,
    shell::field_address,
    verdict::use_explaining,
    workbook::access::use_plan,
};

/// Shares below this are put together: they are hardly told from nothing.
const LEAST: f64 = 0.01;

/// The section, once the simulation has a first answer.
#[component]
pub(super) fn UncertaintySection() -> Html {
    let forecast = use_forecast();
    let figures = use_figures();
    let plan = use_plan();
    let explaining = use_explaining();
    let Some(simulated) = &forecast.simulated else {
        return html! { <section /> };
    };
    let shares = &simulated.outcome.variance_shares;
    let (shown, rest): (Vec<&VarianceShare>, Vec<&VarianceShare>) =
        shares.iter().partition(|share| share.share >= LEAST);
    let rest: f64 = rest.iter().map(|share| share.share).sum();
    let percent = |share: f64| figures.percent_to(share, 0);
    let row = |name: Html, share: f64, source: Option<&UncertaintySource>| {
        let explanation = explaining.share(source, &plan);
        html! {
            <tr>
                <th scope="row">{ name }</th>
                <td class="figure"><Explained value={percent(share)} {explanation} /></td>
                <td><meter min="0" max="1" value={share.to_string()} aria-label={percent(share)} /></td>
            </tr>
        }
    };
    html! {
        <section>
            <h2>{ text::UNCERTAINTY }</h2>
            <p class="section-why">{ text::UNCERTAINTY_TEXT }</p>
            <p class="how"><Explained value={explained::HOW} explanation={explaining.whole(text::UNCERTAINTY, explained::UNCERTAINTY, explained::Section::Verdict)} /></p>
            <div class="table-scroll" tabindex="0" role="region" aria-label={text::UNCERTAINTY}>
                <table class="figures shares">
                    <caption class="unseen">{ text::UNCERTAINTY }</caption>
                    <thead>
                        <tr>
                            <th scope="col">{ text::SOURCE }</th>
                            <th scope="col" class="figure" colspan="2">{ text::SHARE }</th>
                        </tr>
                    </thead>
                    <tbody>
                        { for shown.iter().map(|share| row(named(&share.source, &plan), share.share, Some(&share.source))) }
                        { for (rest >= LEAST / 2.0).then(|| row(text::REST.into(), rest, None)) }
                    </tbody>
                </table>
            </div>
        </section>
    }
}

fn named(source: &UncertaintySource, plan: &Plan) -> Html {
    let name = name_of(source, plan);
    match source {
        UncertaintySource::Assumption(path) => {
            html! { <a href={field_address(path)}>{ name }</a> }
        }
        _ => name.into(),
    }
}

/// What a source is called, in words.
pub(super) fn name_of(source: &UncertaintySource, plan: &Plan) -> String {
    match source {
        UncertaintySource::Assumption(path) => labels::of(plan, path),
        UncertaintySource::Together(kind) => text::together(kind_words(*kind)),
        UncertaintySource::Market => text::MARKET_SOURCE.to_owned(),
        UncertaintySource::OpenDeals => text::OPEN_DEALS_SOURCE.to_owned(),
        UncertaintySource::Chance => text::CHANCE_SOURCE.to_owned(),
    }
}

fn kind_words(kind: AssumptionKind) -> &'static str {
    match kind {
        AssumptionKind::Leads => text::KIND_LEADS,
        AssumptionKind::Conversion => text::KIND_CONVERSION,
        AssumptionKind::Time => text::KIND_TIME,
        AssumptionKind::Value => text::KIND_VALUE,
        AssumptionKind::Growth => text::KIND_GROWTH,
        AssumptionKind::Repeat => text::KIND_REPEAT,
        AssumptionKind::Hours => text::KIND_HOURS,
    }
}
