//! What a what-if does to the verdict: before, after and the difference, at once by the quick
//! estimate and soon by the simulation.

use plumbline_wording::texts::{explained, what_if as text};
use yew::prelude::*;

use crate::{
    components::{FiguresRow, FiguresTable, heads, use_figures},
    forecasting::{Forecast, Turn, use_forecast, use_forecast_of},
    verdict::{Reading, use_explaining},
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
    let explaining = use_explaining();
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
    let row = |name: &'static str, one: String, other: String, difference: String| {
        FiguresRow::new(name, [one, other, difference])
    };
    let amount = |name, one, other| {
        let (before, after) = (figures.about_money(one), figures.about_money(other));
        row(name, before, after, money(other - one))
    };
    let rows = vec![
        row(
            text::CHANCE,
            figures.probability(before.chance),
            figures.probability(after.chance),
            text::points(&points(after.chance - before.chance)),
        ),
        amount(text::MIDDLE, before.middle, after.middle),
        amount(text::MEAN, before.mean, after.mean),
    ];
    let explain = Callback::from(move |(row, column): (usize, usize)| {
        let (name, planned) = match row {
            0 => (text::CHANCE, explained::CHANCE),
            1 => (text::MIDDLE, explained::PERCENTILE),
            _ => (text::MEAN, explained::MEAN),
        };
        let formula = match column {
            0 => planned,
            1 => explained::TRIED,
            _ => explained::TRIED_DIFFERENCE,
        };
        explaining.simulated(name, formula, Vec::new())
    });
    html! {
        <div class="what-if-effect">
            <FiguresTable caption={text::EFFECT} {rows} {explain}
                heads={heads([text::FIGURE, text::BEFORE, text::AFTER, text::DIFFERENCE])} />
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
