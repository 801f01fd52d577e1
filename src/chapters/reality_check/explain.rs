//! How the numbers of this page come about. Gathers what [`crate::components::Explained`]
//! shows; computes nothing.

use plumbline_forecast::{
    Outcome, UncertaintySource, Verdict,
    model::AssumptionKind,
    verdict::{LastUsefulDate, MotionNeed},
};
use plumbline_plan::{FieldPath, Plan};
use plumbline_wording::texts::{
    explained::{self as text, Section},
    labels, reality_check, verdict as names,
};
use yew::prelude::*;

use super::uncertainty::name_of;
use crate::{
    components::{Explanation, Figures, Input, use_figures},
    forecasting::{Estimate, Forecast, use_forecast},
    verdict::Reading,
    workbook::{SharedPlan, access::use_plan},
};

/// The most fields listed: those that matter most.
const MOST: usize = 12;

/// All it takes to explain the open plan's numbers.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Explaining {
    plan: SharedPlan,
    forecast: Forecast,
    figures: Figures,
}

/// Explains the open plan's numbers.
#[hook]
pub(super) fn use_explaining() -> Explaining {
    Explaining {
        plan: use_plan(),
        forecast: use_forecast(),
        figures: use_figures(),
    }
}

impl Explaining {
    /// How figures are written.
    pub(super) fn figures(&self) -> &Figures {
        &self.figures
    }

    /// A number that rests on the whole plan.
    pub(super) fn whole(&self, name: &str, formula: &str, section: Section) -> Explanation {
        self.of(name, formula, section, self.steps(), self.inputs(|_| true))
    }

    /// A chance, with its error.
    pub(super) fn chance(&self, name: &str, formula: &str) -> Explanation {
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
    pub(super) fn target(&self, name: &str) -> Explanation {
        self.made_of(name, text::TARGET, Section::Verdict, Vec::new(), |_| false)
    }

    /// An average: what each origin brings.
    pub(super) fn mean(&self, name: &str, formula: &str) -> Explanation {
        let by = self
            .outcome()
            .map(|outcome| outcome.by_origin)
            .unwrap_or_default();
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
    pub(super) fn evidence(&self, name: &str) -> Explanation {
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

    /// Open deals against the target.
    pub(super) fn coverage(&self, verdict: &Verdict) -> Explanation {
        let steps = verdict.coverage.map_or_else(Vec::new, |coverage| {
            let share = |share: f64| self.figures.percent(share);
            let mut steps = vec![
                (
                    text::OPEN_VALUE.to_owned(),
                    self.figures.count(coverage.actual),
                ),
                (
                    text::SHARE_TO_BRING.to_owned(),
                    share(coverage.share_of_target),
                ),
                (text::WIN_CHANCE.to_owned(), share(coverage.win_chance)),
            ];
            let needed = coverage.needed.map(|needed| self.figures.count(needed));
            steps.extend(needed.map(|needed| (text::NEEDED.to_owned(), needed)));
            steps
        });
        let inputs = self.inputs(|_| true);
        self.of(
            names::ORIGINS,
            text::COVERAGE,
            Section::Verdict,
            steps,
            inputs,
        )
    }

    /// Until when new leads still help.
    pub(super) fn last_useful(&self, date: &LastUsefulDate) -> Explanation {
        let days = |name: &str, days: Option<u32>| {
            days.map(|days| (name.to_owned(), self.figures.whole(f64::from(days))))
        };
        let steps = [
            days(text::MEDIAN_DAYS, date.median_days),
            days(text::MOST_DAYS, date.p80_days),
        ];
        let name = labels::of(&self.plan, &date.motion);
        let inputs = self.inputs(|path| {
            path.is_within(&date.motion) && path.steps().last() == Some("time_in_stage")
        });
        let steps = steps.into_iter().flatten().collect();
        self.of(&name, text::LAST_USEFUL, Section::Verdict, steps, inputs)
    }

    /// What the target asks of one way of selling.
    pub(super) fn required(&self, name: &str, verdict: &Verdict, need: &MotionNeed) -> Explanation {
        let steps = self.required_steps(verdict, need);
        let inputs = self.inputs(|path| path.is_within(&need.motion));
        self.of(name, text::REQUIRED, Section::Verdict, steps, inputs)
    }

    /// What the leads required are made of.
    pub(super) fn required_steps(
        &self,
        verdict: &Verdict,
        need: &MotionNeed,
    ) -> Vec<(String, String)> {
        let (money, count) = (
            |amount: f64| self.figures.about_money(amount),
            |count: f64| self.figures.count(count),
        );
        let required = &verdict.required;
        let mut steps = vec![
            (text::MUST_BRING.to_owned(), money(required.from_new_deals)),
            (text::BRING.to_owned(), money(required.new_deals_bring)),
            (
                text::PLANNED_LEADS.to_owned(),
                count(need.leads.provided.total),
            ),
        ];
        let factor = required
            .factor
            .map(|factor| self.figures.decimal(factor, 2));
        steps.extend(factor.map(|factor| (text::FACTOR.to_owned(), factor)));
        let leads = need.leads.needed.map(|needed| count(needed.total));
        steps.extend(leads.map(|leads| (text::REQUIRED_LEADS.to_owned(), leads)));
        steps
    }

    /// Hours: those that deals ask for, and the team's own week.
    pub(super) fn workload(
        &self,
        name: &str,
        formula: &str,
        steps: Vec<(String, String)>,
    ) -> Explanation {
        let hours = ["hours_per_deal", "hours_each", "hours_per_week"];
        let inputs = self.inputs(|path| {
            let last = path.steps().last().unwrap_or_default();
            path.is_within(&FieldPath::from("team")) || hours.contains(&last)
        });
        self.of(name, formula, Section::Capacity, steps, inputs)
    }

    /// A simulated figure of a table.
    pub(super) fn simulated(
        &self,
        name: &str,
        formula: &str,
        parts: Vec<(String, String)>,
    ) -> Explanation {
        let steps = self.steps().into_iter().chain(parts).collect();
        let inputs = self.inputs(|_| true);
        self.of(name, formula, Section::Uncertainty, steps, inputs)
    }

    /// A share of the spread: of one source, or of all that are too small for a line.
    pub(super) fn share(&self, source: Option<&UncertaintySource>, plan: &Plan) -> Explanation {
        let name = source.map_or_else(
            || reality_check::REST.to_owned(),
            |source| name_of(source, plan),
        );
        let mut explanation = self.simulated(&name, text::UNCERTAINTY, Vec::new());
        let kinds = self.forecast.estimate().map(|estimate| &estimate.model);
        let is_of = |path: &FieldPath, kind: AssumptionKind| {
            let mut all = kinds.iter().flat_map(|model| &model.assumptions);
            all.any(|one| one.path == *path && one.kind == kind && one.is_judged())
        };
        let settings = FieldPath::from("reality_check");
        explanation.inputs = match source {
            Some(UncertaintySource::Assumption(path)) => vec![Input::Assumption(path.clone())],
            Some(UncertaintySource::Together(kind)) => {
                let correlation = self.figures.percent(plan.reality_check.correlation());
                let correlation = Input::Fact(settings.child("correlation"), correlation);
                let judged = self.inputs(|path| is_of(path, *kind));
                // The target, which stands first, has no part in the spread.
                std::iter::once(correlation)
                    .chain(judged.into_iter().skip(1))
                    .collect()
            }
            Some(UncertaintySource::Market | UncertaintySource::OpenDeals) => {
                let spread = self.figures.percent(plan.reality_check.market_spread());
                vec![Input::Fact(settings.child("market_spread"), spread)]
            }
            Some(UncertaintySource::Chance) => {
                let variation = self.figures.percent(plan.reality_check.lead_variation());
                vec![Input::Fact(settings.child("lead_variation"), variation)]
            }
            None => explanation.inputs,
        };
        explanation
    }

    /// What one lever takes.
    pub(super) fn lever(
        &self,
        name: &str,
        steps: Vec<(String, String)>,
        field: &FieldPath,
    ) -> Explanation {
        let wanted = |path: &FieldPath| path == field;
        self.made_of(name, text::ONE_LEVER, Section::Verdict, steps, wanted)
    }

    /// All figures of a simulated table alike.
    pub(super) fn each(
        &self,
        name: &'static str,
        formula: &'static str,
    ) -> Callback<(usize, usize), Explanation> {
        let explaining = self.clone();
        Callback::from(move |_| explaining.simulated(name, formula, Vec::new()))
    }

    /// A figure made of others, which rests on some of the assumptions.
    pub(super) fn made_of(
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

    fn of(
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
        }
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
    fn inputs(&self, wanted: impl Fn(&FieldPath) -> bool) -> Vec<Input> {
        let Some(estimate) = self.forecast.estimate() else {
            return Vec::new();
        };
        let target = self.figures.money(estimate.model.target);
        let target = Input::Fact(FieldPath::from("targets/bookings"), target);
        let assumptions = by_influence(estimate)
            .into_iter()
            .filter(|path| wanted(path))
            .take(MOST)
            .map(Input::Assumption);
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
