//! How the verdict's numbers come about, wherever they are shown. Gathers what
//! [`crate::components::Explained`] shows; computes nothing.

use std::rc::Rc;

use plumbline_forecast::{ByOrigin, Outcome};
use plumbline_plan::FieldPath;
use plumbline_wording::texts::{
    explained::{self as text, Section},
    reality_check, verdict as names,
};
use yew::prelude::*;

use super::Reading;
use crate::{
    components::{Explanation, Figures, Input, OtherPlan, use_figures},
    forecasting::{Estimate, Forecast, use_forecast},
};

/// The most fields listed: those that matter most.
const MOST: usize = 12;

/// All it takes to explain a plan's numbers.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Explaining {
    forecast: Forecast,
    figures: Figures,
    /// The assumptions, those that matter most first.
    by_influence: Rc<Vec<FieldPath>>,
    /// The plan, where it is not the open one.
    other: Option<OtherPlan>,
}

/// Explains the open plan's numbers.
#[hook]
pub(crate) fn use_explaining() -> Explaining {
    let (forecast, figures) = (use_forecast(), use_figures());
    let by_influence = use_memo(Rc::clone(&forecast.readiness), |readiness| {
        readiness.estimate().map(by_influence).unwrap_or_default()
    });
    Explaining {
        forecast,
        figures,
        by_influence,
        other: None,
    }
}

impl Explaining {
    /// Explains the numbers of a plan that is not the open one.
    pub(crate) fn of_other(other: OtherPlan, figures: Figures) -> Self {
        let ranked = other.forecast.estimate().map(by_influence);
        Self {
            forecast: other.forecast.clone(),
            figures,
            by_influence: Rc::new(ranked.unwrap_or_default()),
            other: Some(other),
        }
    }

    /// How figures are written.
    pub(crate) fn figures(&self) -> &Figures {
        &self.figures
    }

    /// What the plan implies.
    pub(crate) fn forecast(&self) -> &Forecast {
        &self.forecast
    }

    /// A number that rests on the whole plan.
    pub(crate) fn whole(&self, name: &str, formula: &str, section: Section) -> Explanation {
        self.of(name, formula, section, self.steps(), self.inputs(|_| true))
    }

    /// A chance, with its error.
    pub(crate) fn chance(&self, name: &str, formula: &str) -> Explanation {
        let mut steps = self.steps();
        if let Some(error) = self.outcome().map(|outcome| outcome.standard_error) {
            let points = self.figures.decimal((200.0 * error).max(0.1), 1);
            steps.push((text::ERROR.to_owned(), points));
        }
        if let Some(estimate) = self.forecast.estimate() {
            let goal = self.figures.percent(estimate.model.goal);
            steps.push((text::GOAL.to_owned(), goal));
        }
        let inputs = self.inputs(|_| true);
        self.of(name, formula, Section::Uncertainty, steps, inputs)
    }

    /// The target: a fact.
    pub(crate) fn target(&self, name: &str) -> Explanation {
        self.made_of(name, text::TARGET, Section::Verdict, Vec::new(), |_| false)
    }

    /// The chance wanted: a fact.
    pub(crate) fn goal(&self) -> Explanation {
        let goal = self.forecast.estimate().map(|estimate| {
            let goal = self.figures.percent(estimate.model.goal);
            Input::Fact(FieldPath::from("targets/goal"), goal)
        });
        let inputs = goal.into_iter().collect();
        self.of(
            text::GOAL,
            text::WANTED,
            Section::Verdict,
            Vec::new(),
            inputs,
        )
    }

    /// How far the middle outcome is from the target.
    pub(crate) fn gap(&self, reading: &Reading) -> Explanation {
        let money = |amount: f64| self.figures.about_money(amount);
        let mut steps = self.steps();
        steps.push((
            reality_check::MIDDLE_OUTCOME.to_owned(),
            money(reading.bookings.p50),
        ));
        steps.push((
            reality_check::TARGET_COLUMN.to_owned(),
            money(reading.target),
        ));
        let inputs = self.inputs(|_| true);
        let section = Section::Uncertainty;
        self.of(text::GAP_NAME, text::TARGET_GAP, section, steps, inputs)
    }

    /// How much of the answer an assumption carries.
    pub(crate) fn influence(&self, label: &str, path: &FieldPath) -> Explanation {
        let name = text::carried_by(label);
        self.made_of(
            &name,
            text::INFLUENCE,
            Section::Verdict,
            Vec::new(),
            |one| one == path,
        )
    }

    /// An average: what each origin brings.
    pub(crate) fn mean(&self, name: &str, formula: &str) -> Explanation {
        let by = self.by_origin();
        let parts = [
            (names::ACTUAL, by.actual),
            (names::OPEN, by.open),
            (names::NEW, by.new),
            (names::REPEAT, by.repeat_and_referral),
            (names::TOTAL, by.total()),
        ];
        let steps = parts.map(|(name, amount)| (name.to_owned(), self.figures.about_money(amount)));
        let inputs = self.inputs(|_| true);
        self.of(name, formula, Section::Flow, steps.to_vec(), inputs)
    }

    /// The evidence share: what rests on what.
    pub(crate) fn evidence(&self, name: &str) -> Explanation {
        let shares = self
            .forecast
            .estimate()
            .map(|estimate| estimate.analytic.evidence);
        let steps = shares.map_or_else(Vec::new, |shares| {
            [
                (text::FROM_GUESSES, shares.guess),
                (text::FROM_TEAM, shares.team),
                (text::FROM_HISTORY, shares.own_history),
                (text::FROM_PUBLISHED, shares.published),
            ]
            .map(|(name, share)| (name.to_owned(), self.figures.percent(share)))
            .to_vec()
        });
        let inputs = self.inputs(|_| true);
        self.of(name, text::EVIDENCE, Section::Verdict, steps, inputs)
    }

    /// A simulated figure of a table.
    pub(crate) fn simulated(
        &self,
        name: &str,
        formula: &str,
        parts: Vec<(String, String)>,
    ) -> Explanation {
        let steps = self.steps().into_iter().chain(parts).collect();
        let inputs = self.inputs(|_| true);
        self.of(name, formula, Section::Uncertainty, steps, inputs)
    }

    /// A figure made of others, which rests on some of the assumptions.
    pub(crate) fn made_of(
        &self,
        name: &str,
        formula: &str,
        section: Section,
        parts: Vec<(String, String)>,
        wanted: impl Fn(&FieldPath) -> bool,
    ) -> Explanation {
        let inputs = self.inputs(wanted);
        self.of(name, formula, section, parts, inputs)
    }

    /// An explanation of these parts.
    pub(crate) fn of(
        &self,
        name: &str,
        formula: &str,
        section: Section,
        steps: Vec<(String, String)>,
        inputs: Vec<Input>,
    ) -> Explanation {
        Explanation {
            name: name.to_owned(),
            formula: formula.to_owned(),
            steps,
            inputs,
            section,
            other: self.other.clone(),
        }
    }

    fn by_origin(&self) -> ByOrigin {
        let estimate = self.forecast.estimate();
        let estimated = estimate.map(|estimate| estimate.analytic.by_origin);
        let simulated = self.outcome().map(|outcome| outcome.by_origin);
        simulated.or(estimated).unwrap_or_default()
    }

    fn outcome(&self) -> Option<&Outcome> {
        self.forecast.simulated.as_ref().map(|all| &all.outcome)
    }

    /// How many simulated periods, when it is not the quick estimate.
    fn steps(&self) -> Vec<(String, String)> {
        let trials = Reading::of(&self.forecast).map_or(0, |reading| reading.trials);
        let trials = (trials > 0).then(|| self.figures.whole(f64::from(trials)));
        trials
            .map(|trials| (text::TRIALS.to_owned(), trials))
            .into_iter()
            .collect()
    }

    /// The target, and the assumptions wanted, by how much they matter.
    pub(crate) fn inputs(&self, wanted: impl Fn(&FieldPath) -> bool) -> Vec<Input> {
        let Some(estimate) = self.forecast.estimate() else {
            return Vec::new();
        };
        let target = self.figures.money(estimate.model.target);
        let target = Input::Fact(FieldPath::from("targets/bookings"), target);
        let assumptions = self.by_influence.iter().filter(|path| wanted(path));
        let assumptions = assumptions.take(MOST).cloned().map(Input::Assumption);
        std::iter::once(target).chain(assumptions).collect()
    }
}

fn by_influence(estimate: &Estimate) -> Vec<FieldPath> {
    let mut all: Vec<(&FieldPath, f64)> = estimate
        .model
        .assumptions
        .iter()
        .map(|one| {
            let share = estimate.influence.get(&one.path).copied();
            (&one.path, share.unwrap_or(0.0))
        })
        .collect();
    all.sort_by(|one, other| other.1.total_cmp(&one.1));
    all.into_iter().map(|(path, _)| path.clone()).collect()
}
