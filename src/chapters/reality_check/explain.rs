//! How the numbers that only this page has come about. Gathers what
//! [`crate::components::Explained`] shows; computes nothing.

use plumbline_forecast::{
    UncertaintySource, Verdict,
    model::AssumptionKind,
    verdict::{LastUsefulDate, MotionNeed},
};
use plumbline_plan::{FieldPath, Plan};
use plumbline_wording::texts::{
    explained::{self as text, Section},
    reality_check, verdict as names,
};
use yew::prelude::*;

use super::uncertainty::name_of;
use crate::{
    components::{Explanation, Input},
    verdict::Explaining,
};

impl Explaining {
    /// Open deals against the target.
    pub(super) fn coverage(&self, verdict: &Verdict) -> Explanation {
        let steps = verdict.coverage.map_or_else(Vec::new, |coverage| {
            let share = |share: f64| self.figures().percent(share);
            let mut steps = vec![
                (
                    text::OPEN_VALUE.to_owned(),
                    self.figures().count(coverage.actual),
                ),
                (
                    text::SHARE_TO_BRING.to_owned(),
                    share(coverage.share_of_target),
                ),
                (text::WIN_CHANCE.to_owned(), share(coverage.win_chance)),
            ];
            let needed = coverage.needed.map(|needed| self.figures().count(needed));
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
    pub(super) fn last_useful(&self, name: &str, date: &LastUsefulDate) -> Explanation {
        let days = |name: &str, days: Option<u32>| {
            days.map(|days| (name.to_owned(), self.figures().whole(f64::from(days))))
        };
        let steps = [
            days(text::MEDIAN_DAYS, date.median_days),
            days(text::MOST_DAYS, date.p80_days),
        ];
        let inputs = self.inputs(|path| {
            path.is_within(&date.motion) && path.steps().last() == Some("time_in_stage")
        });
        let steps = steps.into_iter().flatten().collect();
        self.of(name, text::LAST_USEFUL, Section::Verdict, steps, inputs)
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
            |amount: f64| self.figures().about_money(amount),
            |count: f64| self.figures().about_count(count),
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
            .map(|factor| self.figures().decimal(factor, 2));
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

    /// A share of the spread: of one source, or of all that are too small for a line.
    pub(super) fn share(&self, source: Option<&UncertaintySource>, plan: &Plan) -> Explanation {
        let name = source.map_or_else(
            || reality_check::REST.to_owned(),
            |source| name_of(source, plan),
        );
        let mut explanation = self.simulated(&name, text::UNCERTAINTY, Vec::new());
        let kinds = self.forecast().estimate().map(|estimate| &estimate.model);
        let is_of = |path: &FieldPath, kind: AssumptionKind| {
            let mut all = kinds.iter().flat_map(|model| &model.assumptions);
            all.any(|one| one.path == *path && one.kind == kind && one.is_judged())
        };
        let settings = FieldPath::from("reality_check");
        explanation.inputs = match source {
            Some(UncertaintySource::Assumption(path)) => vec![Input::Assumption(path.clone())],
            Some(UncertaintySource::Together(kind)) => {
                let correlation = self.figures().percent(plan.reality_check.correlation());
                let correlation = Input::Fact(settings.child("correlation"), correlation);
                let judged = self.inputs(|path| is_of(path, *kind));
                // The target, which stands first, has no part in the spread.
                std::iter::once(correlation)
                    .chain(judged.into_iter().skip(1))
                    .collect()
            }
            Some(UncertaintySource::Market | UncertaintySource::OpenDeals) => {
                let spread = self.figures().percent(plan.reality_check.market_spread());
                vec![Input::Fact(settings.child("market_spread"), spread)]
            }
            Some(UncertaintySource::Chance) => {
                let variation = self.figures().percent(plan.reality_check.lead_variation());
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
}
