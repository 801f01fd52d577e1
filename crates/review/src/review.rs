//! A plan under review: runs the rules, marks what was set aside, computes effects.

use std::{cmp::Ordering, rc::Rc};

use chrono::NaiveDate;
use plumbline_forecast::Model;
use plumbline_plan::Plan;

use crate::{
    Differences, Dismissed, Effect, Finding, Forecast, History, RULES, Severity, subject::Subject,
};

/// A plan under review.
#[derive(Debug)]
pub struct Review<'a> {
    plan: &'a Plan,
    as_of: NaiveDate,
    forecast: Option<Forecast>,
    history: Option<&'a History>,
    differences: Rc<Differences>,
}

/// A finding with its effect.
#[derive(Debug, Clone, PartialEq)]
pub struct Ranked {
    /// The finding.
    pub finding: Finding,
    /// The effect of its change; nothing where it has none, or where the change moves
    /// neither the chance nor the bookings.
    pub effect: Option<Effect>,
    /// What it is worth in median bookings, plan's currency, by the approximate answer, so
    /// that the order stays the same when a better one is there; 0 where no effect is large
    /// enough to speak of.
    pub worth: f64,
}

impl<'a> Review<'a> {
    /// Looks at a plan with the approximate answer. `today` counts where the plan names no
    /// as-of date. A plan that cannot be computed is reviewed without numbers.
    #[must_use]
    pub fn new(plan: &'a Plan, today: NaiveDate) -> Self {
        let forecast = Model::from_plan(plan, today).ok().map(Forecast::quick);
        Self::with_forecast(plan, today, forecast)
    }

    /// Looks at a plan with an answer that is there already.
    #[must_use]
    pub fn with_forecast(plan: &'a Plan, today: NaiveDate, forecast: Option<Forecast>) -> Self {
        Self {
            plan,
            as_of: plan.reality_check.as_of.unwrap_or(today),
            forecast,
            history: None,
            differences: Rc::default(),
        }
    }

    /// Looks at the firm's own record too.
    #[must_use]
    pub fn with_history(mut self, history: &'a History) -> Self {
        self.history = Some(history);
        self
    }

    /// Takes over, and adds to, what is known of the plan's changes from another answer to
    /// the very same plan on the same day.
    #[must_use]
    pub fn with_differences(mut self, differences: Rc<Differences>) -> Self {
        self.differences = differences;
        self
    }

    /// Everything the rules have to say, without effects: what was set aside last, else the
    /// most pressing first, then by code and field. Findings set aside are marked, never
    /// left out.
    #[must_use]
    pub fn findings(&self) -> Vec<Finding> {
        let subject = Subject {
            plan: self.plan,
            as_of: self.as_of,
            forecast: self.forecast.as_ref(),
            history: self.history,
        };
        let mut findings: Vec<Finding> = RULES
            .iter()
            .flat_map(|rule| rule.findings(&subject))
            .map(|finding| self.marked(finding))
            .collect();
        findings.sort_by(by_severity);
        findings
    }

    /// What a finding's change does to the plan's answer: one run of the model. Nothing
    /// where there is no change, it cannot be computed, or it moves neither the chance of
    /// the target nor the median bookings.
    #[must_use]
    pub fn effect(&self, finding: &Finding) -> Option<Effect> {
        let forecast = self.forecast.as_ref()?;
        let difference = self.difference(finding)?;
        Some(difference.beginning_at(forecast.probability, forecast.bookings.p50))
    }

    /// The same by the approximate answer on both sides.
    fn difference(&self, finding: &Finding) -> Option<Effect> {
        let edit = &finding.change.as_ref()?.edit;
        let model = &self.forecast.as_ref()?.model;
        self.differences.of(edit, model, self.plan, self.as_of)
    }

    /// A finding with its effect and what it is worth.
    #[must_use]
    pub fn weighed(&self, finding: Finding) -> Ranked {
        let noted = self.difference(&finding).filter(Effect::is_noted);
        Ranked {
            effect: self.effect(&finding),
            worth: noted.map_or(0.0, |effect| effect.median().abs()),
            finding,
        }
    }

    /// Everything the rules have to say with effects, the most valuable first: what blocks
    /// the verdict; then by the effect on the median bookings, where it is large enough to
    /// speak of; then by severity, code and field. What was set aside comes last.
    #[must_use]
    pub fn ranked(&self) -> Vec<Ranked> {
        let findings = self.findings().into_iter();
        let mut ranked: Vec<Ranked> = findings.map(|finding| self.weighed(finding)).collect();
        rank(&mut ranked);
        ranked
    }

    fn marked(&self, mut finding: Finding) -> Finding {
        let mut entries = self.plan.review.set_aside.iter();
        let entry = entries.find(|entry| finding.is_set_aside_by(entry));
        finding.dismissed = entry.map(|entry| Dismissed {
            because: entry.because.clone(),
            on: entry.on,
        });
        finding
    }
}

/// Puts the most valuable first, in the order of [`Review::ranked`].
pub fn rank(findings: &mut [Ranked]) {
    let first = |ranked: &Ranked| {
        let finding = &ranked.finding;
        (
            finding.dismissed.is_some(),
            finding.severity != Severity::Blocking,
        )
    };
    findings.sort_by(|a, b| {
        first(a)
            .cmp(&first(b))
            .then_with(|| b.worth.total_cmp(&a.worth))
            .then_with(|| by_severity(&a.finding, &b.finding))
    });
}

fn by_severity(a: &Finding, b: &Finding) -> Ordering {
    let key = |finding: &Finding| (finding.dismissed.is_some(), finding.severity, finding.code);
    key(a).cmp(&key(b)).then_with(|| a.path.cmp(&b.path))
}
