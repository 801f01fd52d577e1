//! A case: the worked sample as it is before, and with one mistake planted.

use chrono::NaiveDate;
use plumbline_plan::{Edit, Plan, start};
use plumbline_review::{Effect, Finding, History, Review};
use serde_json::Value;

/// The day the sample is made for and, unless a case says otherwise, looked at. Its period
/// begins a month later.
pub(crate) const DAY: &str = "2026-12-01";

/// The ways of selling of the sample.
pub(crate) const NEW: &str = "process/motions/new-plants";
pub(crate) const FURTHER: &str = "process/motions/further-plants";

/// A mistake to plant.
pub(crate) struct Case {
    /// The rule that must find it.
    pub(crate) code: &'static str,
    on: NaiveDate,
    plan: Plan,
    plant: Vec<Edit>,
    history: Option<History>,
}

impl Case {
    /// A mistake for a rule, in the sample.
    pub(crate) fn of(code: &'static str) -> Self {
        Self {
            code,
            on: day(DAY),
            plan: start::sample(day(DAY)),
            plant: Vec::new(),
            history: None,
        }
    }

    /// Looked at on another day.
    pub(crate) fn on(mut self, on: &str) -> Self {
        self.on = day(on);
        self
    }

    /// In a plan made ready first.
    pub(crate) fn after(mut self, prepare: impl FnOnce(&mut Plan)) -> Self {
        prepare(&mut self.plan);
        self
    }

    /// In a plan where a field has another value.
    pub(crate) fn given(mut self, path: impl AsRef<str>, value: impl Into<Value>) -> Self {
        set(&mut self.plan, path.as_ref(), value);
        self
    }

    /// With a field set to something.
    pub(crate) fn plant(mut self, path: impl AsRef<str>, value: impl Into<Value>) -> Self {
        self.plant.push(Edit::set(path.as_ref(), value.into()));
        self
    }

    /// With a record that was not there.
    pub(crate) fn with(mut self, history: History) -> Self {
        self.history = Some(history);
        self
    }

    /// The plan before and after.
    pub(crate) fn plans(&self) -> (Plan, Plan) {
        let mut planted = self.plan.clone();
        let edits = Edit::group(self.plant.clone());
        edits
            .apply(&mut planted)
            .unwrap_or_else(|error| panic!("{}: {error}", self.code));
        (self.plan.clone(), planted)
    }

    /// The findings before and after.
    pub(crate) fn findings(&self) -> (Vec<Finding>, Vec<Finding>) {
        let before = Review::new(&self.plans().0, self.on).findings();
        (before, self.planted())
    }

    fn planted(&self) -> Vec<Finding> {
        let after = self.plans().1;
        let history = self.history.clone().unwrap_or_default();
        let review = Review::new(&after, self.on).with_history(&history);
        review.findings()
    }

    /// The planted plan and the findings of this case's rule.
    pub(crate) fn found(&self) -> (Plan, Vec<Finding>) {
        let (plan, mut findings) = (self.plans().1, self.planted());
        findings.retain(|finding| finding.code == self.code);
        (plan, findings)
    }

    /// Whether the rule has nothing to say of a plan that cannot be computed.
    pub(crate) fn needs_forecast(&self) -> bool {
        let plan = self.plans().1;
        let history = self.history.clone().unwrap_or_default();
        let review = Review::with_forecast(&plan, self.on, None).with_history(&history);
        let findings = review.findings();
        !findings.iter().any(|finding| finding.code == self.code)
    }

    /// The effect of a finding in the planted plan.
    pub(crate) fn effect(&self, finding: &Finding) -> Option<Effect> {
        let plan = self.plans().1;
        Review::new(&plan, self.on).effect(finding)
    }
}

/// Sets a field.
pub(crate) fn set(plan: &mut Plan, path: &str, value: impl Into<Value>) {
    Edit::set(path, value.into())
        .apply(plan)
        .unwrap_or_else(|error| panic!("{path}: {error}"));
}

pub(crate) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}
