//! What a what-if does to the verdict: before, after and the difference, at once by the quick
//! estimate and soon by the simulation.

use plumbline_wording::texts::what_if as text;
use yew::prelude::*;

use crate::{
    components::use_figures,
    forecasting::{Forecast, Turn, use_forecast, use_forecast_of},
    verdict::Reading,
    workbook::SharedPlan,
};

/// Properties of [`Effect`].
#[derive(Properties, PartialEq)]
pub(super) struct EffectProps {
    /// The plan with what is tried; nothing while nothing is.
    pub plan: Option<SharedPlan>,
}

/// The effect.
#[component]
pub(super) fn Effect(props: &EffectProps) -> Html {
    match &props.plan {
        Some(plan) => html! { <Compared key="tried" plan={plan.clone()} /> },
        None => html! { <p key="planned" class="what-if-said">{ text::NOTHING_TRIED }</p> },
    }
}

#[derive(Properties, PartialEq)]
struct ComparedProps {
    plan: SharedPlan,
}

#[component]
fn Compared(props: &ComparedProps) -> Html {
    let planned = use_forecast();
    let tried = use_forecast_of(&props.plan, Turn::WhatIf);
    let figures = use_figures();
    let known = Summary::of(&planned).zip(Summary::after(&planned, &tried));
    let Some((before, after)) = known else {
        return html! { <p class="what-if-said">{ text::CANNOT_BE_COMPUTED }</p> };
    };
    let settled = tried.simulated.as_ref().is_some_and(|all| !all.settling);
    let said = text::effect(
        &figures.probability(before.chance),
        &figures.probability(after.chance),
        &figures.about_money(before.middle),
        &figures.about_money(after.middle),
    );
    let points = |difference: f64| {
        signed(
            difference,
            &figures.whole((difference * 100.0).abs().round()),
        )
    };
    let money = |difference: f64| signed(difference, &figures.rough_money(difference.abs()));
    let amounts = [
        (text::MIDDLE, before.middle, after.middle),
        (text::MEAN, before.mean, after.mean),
    ];
    html! {
        <div class="what-if-effect">
            <table class="figures">
                <caption class="unseen">{ text::EFFECT }</caption>
                <thead>
                    <tr>
                        <th scope="col"><span class="unseen">{ text::FIGURE }</span></th>
                        <th scope="col" class="figure">{ text::BEFORE }</th>
                        <th scope="col" class="figure">{ text::AFTER }</th>
                        <th scope="col" class="figure">{ text::DIFFERENCE }</th>
                    </tr>
                </thead>
                <tbody>
                    <tr>
                        <th scope="row">{ text::CHANCE }</th>
                        <td class="figure">{ figures.probability(before.chance) }</td>
                        <td class="figure"><strong>{ figures.probability(after.chance) }</strong></td>
                        <td class="figure">{ text::points(&points(after.chance - before.chance)) }</td>
                    </tr>
                    { for amounts.into_iter().map(|(name, one, other)| html! {
                        <tr key={name}>
                            <th scope="row">{ name }</th>
                            <td class="figure">{ figures.about_money(one) }</td>
                            <td class="figure"><strong>{ figures.about_money(other) }</strong></td>
                            <td class="figure">{ money(other - one) }</td>
                        </tr>
                    }) }
                </tbody>
            </table>
            <p class="what-if-said">{ if settled { "" } else { text::SETTLING } }</p>
            <p class="unseen" role="status">{ if settled { said } else { String::new() } }</p>
        </div>
    }
}

/// With its sign, or as nothing when it is none that can be told.
fn signed(difference: f64, amount: &str) -> String {
    if difference > 0.0 {
        format!("+{amount}")
    } else if difference < 0.0 {
        format!("−{amount}")
    } else {
        amount.to_owned()
    }
}

/// The three figures compared.
#[derive(Debug, Clone, Copy)]
struct Summary {
    chance: f64,
    middle: f64,
    mean: f64,
}

impl Summary {
    fn of(forecast: &Forecast) -> Option<Self> {
        let reading = Reading::of(forecast)?;
        Some(Self {
            chance: reading.probability,
            middle: reading.bookings.p50,
            mean: reading.bookings.mean,
        })
    }

    /// What is tried. While only its quick estimate is there, the simulated answer of the plan
    /// moved by the difference of the two estimates: the estimate's own error then falls out.
    fn after(planned: &Forecast, tried: &Forecast) -> Option<Self> {
        let after = Self::of(tried)?;
        if tried.simulated.is_some() || planned.simulated.is_none() {
            return Some(after);
        }
        let (known, estimate) = (Self::of(planned)?, &planned.estimate()?.analytic);
        let floor = |amount: f64| amount.max(0.0);
        Some(Self {
            chance: (known.chance + after.chance - estimate.probability).clamp(0.0, 1.0),
            middle: floor(known.middle + after.middle - estimate.bookings.p50),
            mean: floor(known.mean + after.mean - estimate.bookings.mean),
        })
    }
}
