//! The forecasts of the scenarios compared: at once by the quick estimate, then simulated one
//! after the other, each with the same seed, so that luck is the same for all.

use std::{collections::BTreeMap, rc::Rc};

use yew::prelude::*;

use super::Shown;
use crate::{
    components::{Figures, OtherPlan},
    forecasting::{Forecast, Turn, use_forecast, use_forecast_of},
    verdict::{Explaining, Reading},
    workbook::SharedPlan,
};

/// A scenario with its newest answer.
#[derive(Debug, Clone, PartialEq)]
pub struct Answered {
    /// The scenario.
    pub shown: Shown,
    /// Its forecast.
    pub forecast: Forecast,
}

impl Answered {
    /// How its numbers come about.
    pub(super) fn explaining(&self, figures: &Figures) -> Explaining {
        let other = OtherPlan {
            plan: self.shown.plan.clone(),
            forecast: self.forecast.clone(),
        };
        Explaining::of_other(other, figures.clone())
    }

    /// The answer in figures; nothing while something is missing.
    pub(super) fn reading(&self) -> Option<Reading> {
        Reading::of(&self.forecast)
    }
}

/// What the scenarios beside the plan have been answered, by identifier.
#[derive(Debug, Default)]
pub(super) struct Heard(BTreeMap<AttrValue, (SharedPlan, Forecast)>);

impl Reducible for Heard {
    type Action = (AttrValue, SharedPlan, Forecast);

    fn reduce(self: Rc<Self>, (id, plan, forecast): Self::Action) -> Rc<Self> {
        let mut heard = self.0.clone();
        heard.insert(id, (plan, forecast));
        Rc::new(Self(heard))
    }
}

impl Heard {
    /// The answer to exactly this scenario.
    fn of(&self, shown: &Shown) -> Option<Forecast> {
        let (plan, forecast) = self.0.get(shown.id.as_ref()?)?;
        (*plan == shown.plan).then(|| forecast.clone())
    }
}

/// The scenarios with their answers, as far as there are any.
#[hook]
pub(super) fn use_answered(in_view: &[Shown], heard: &Heard) -> Vec<Answered> {
    let current = use_forecast();
    let answered = in_view.iter().filter_map(|shown| {
        let forecast = match shown.id {
            None => current.clone(),
            Some(_) => heard.of(shown)?,
        };
        Some(Answered {
            shown: shown.clone(),
            forecast,
        })
    });
    answered.collect()
}

/// Properties of [`Asking`].
#[derive(Properties, PartialEq)]
pub(super) struct AskingProps {
    /// The scenario.
    pub shown: Shown,
    /// Its place among those compared.
    pub place: usize,
    /// Where answers go.
    pub heard: UseReducerDispatcher<Heard>,
}

/// Has a scenario computed for as long as it is compared. Shows nothing.
#[component]
pub(super) fn Asking(props: &AskingProps) -> Html {
    let forecast = use_forecast_of(&props.shown.plan, Turn::Scenario(props.place));
    use_effect_with((props.shown.clone(), forecast), {
        let heard = props.heard.clone();
        move |(shown, forecast): &(Shown, Forecast)| {
            if let Some(id) = &shown.id {
                heard.dispatch((id.clone(), shown.plan.clone(), forecast.clone()));
            }
        }
    });
    Html::default()
}
