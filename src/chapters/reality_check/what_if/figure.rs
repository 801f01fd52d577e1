//! The figures that can be tried out: what moves the answer, with the reach of a slider.
//! Reads plans and makes edits; knows no page.

use plumbline_forecast::model::LeadSource;
use plumbline_plan::{
    Edit, FieldPath, Money, Month, Plan, Quantity, QuantityKind, chapter::team::Hire,
};
use plumbline_wording::texts::{explained, labels, what_if as text};

use crate::{
    components::{AssumptionValue, Explanation, Input},
    forecasting::Estimate,
};

/// Less than this share of the answer, and a slider would do nothing that can be seen.
const LEAST_SHARE: f64 = 0.01;

/// The most times the planned leads that a slider reaches.
const MOST_LEADS: f64 = 3.0;

/// The most people that a slider hires.
const MOST_PEOPLE: f64 = 10.0;

/// A figure that can be tried out.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Figure {
    /// Its field.
    pub path: FieldPath,
    /// What it is called.
    pub label: String,
    /// What it measures.
    pub kind: QuantityKind,
    /// The least and the most that can be entered.
    pub bounds: (f64, f64),
    /// Least, most and step of its slider.
    pub slider: (f64, f64, f64),
    /// What stands in the plan.
    pub planned: Planned,
}

/// What stands in the plan.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Planned {
    /// An assumption.
    Assumption(Box<AssumptionValue>),
    /// A fact.
    Fact(f64),
    /// People on top of those planned, under an identifier of their own, from a month on.
    People(String, Month),
    /// All new leads, as a multiple of those planned: what each source's number hangs on.
    Leads(Vec<(FieldPath, AssumptionValue)>),
}

impl Figure {
    /// The figures of a plan: its target, and every lever there is, which are all new leads,
    /// people, and the assumptions that move the answer, the strongest first. `hire` is a
    /// fresh identifier.
    pub(super) fn all(plan: &Plan, estimate: &Estimate, hire: &str) -> Vec<Self> {
        let mut all: Vec<Self> = target(plan).into_iter().collect();
        all.extend(leads(plan, estimate));
        all.extend(people(plan, estimate, hire));
        let mut paths: Vec<(&FieldPath, f64)> = estimate
            .influence
            .iter()
            .map(|(path, share)| (path, *share))
            .filter(|(_, share)| *share >= LEAST_SHARE)
            .collect();
        paths.sort_by(|one, other| other.1.total_cmp(&one.1));
        let assumptions = &estimate.model.assumptions;
        all.extend(paths.into_iter().filter_map(|(path, _)| {
            let assumption = assumptions.iter().find(|one| one.path == *path)?;
            let value = AssumptionValue::in_plan(plan, path, assumption.quantity)?;
            let (_, high, _) = value.range?;
            Some(Self {
                path: path.clone(),
                label: labels::of(plan, path),
                kind: assumption.quantity,
                bounds: assumption.bounds,
                slider: reach(assumption.quantity, value.average?, high, assumption.bounds),
                planned: Planned::Assumption(Box::new(value)),
            })
        }));
        all
    }

    /// Its value in the plan as written.
    pub(super) fn before(&self) -> f64 {
        match &self.planned {
            Planned::Assumption(value) => value.average.unwrap_or(0.0),
            Planned::Fact(value) => *value,
            Planned::People(..) => 0.0,
            Planned::Leads(_) => 1.0,
        }
    }

    /// Where its value in the plan comes from; `written` as the page shows it.
    pub(super) fn chain(&self, written: String) -> Explanation {
        let inputs = match &self.planned {
            Planned::Assumption(_) => vec![Input::Assumption(self.path.clone())],
            Planned::Fact(_) | Planned::People(..) => {
                vec![Input::Fact(self.path.clone(), written)]
            }
            Planned::Leads(sources) => {
                let paths = sources.iter().map(|(path, _)| path.clone());
                paths.map(Input::Assumption).collect()
            }
        };
        Explanation {
            name: self.label.clone(),
            formula: explained::ENTERED.to_owned(),
            steps: Vec::new(),
            inputs,
            section: explained::Section::Flow,
            other: None,
        }
    }

    /// Its value in a plan in which things were tried.
    pub(super) fn in_plan(&self, plan: &Plan) -> f64 {
        let read = match &self.planned {
            Planned::Assumption(_) => AssumptionValue::in_plan(plan, &self.path, self.kind)
                .and_then(|value| value.average),
            Planned::Fact(_) => plan.field(&self.path).ok().and_then(|value| value.as_f64()),
            Planned::People(id, _) => people_in(plan, id).map(|hire| f64::from(hire.people)),
            Planned::Leads(sources) => multiple(sources, plan),
        };
        read.unwrap_or_else(|| match self.planned {
            Planned::People(..) => 0.0,
            _ => self.before(),
        })
    }

    /// The change that makes it so much in the plan being tried.
    pub(super) fn set(&self, plan: &Plan, to: f64) -> Edit {
        let to = to.clamp(self.bounds.0, self.bounds.1);
        match &self.planned {
            Planned::Assumption(value) => value.changed_to(&self.path, to),
            Planned::Fact(_) => Edit::set(&self.path, to),
            Planned::People(id, month) => {
                let people = to.round() as u8;
                let there = people_in(plan, id).is_some();
                match (there, people) {
                    (true, 0) => Edit::remove(HIRES, id.as_str()),
                    (true, people) => {
                        Edit::set(FieldPath::from(HIRES).child(id).child("people"), people)
                    }
                    (false, 0) => Edit::group(Vec::new()),
                    (false, people) => {
                        Edit::insert(HIRES, plan.team.hires.len(), hire(id, *month, people))
                    }
                }
            }
            Planned::Leads(sources) => Edit::group(sources.iter().map(scaled(to)).collect()),
        }
    }

    /// The change of the plan as written that takes over what was tried; nothing where it is
    /// the same.
    pub(super) fn keep(&self, plan: &Plan, tried: &Plan) -> Option<Edit> {
        match &self.planned {
            Planned::People(id, _) => {
                people_in(tried, id).map(|hire| Edit::insert(HIRES, plan.team.hires.len(), hire))
            }
            Planned::Leads(sources) => {
                let paths = sources.iter().map(|(path, _)| path);
                let edits: Vec<Edit> = paths.filter_map(|path| taken(plan, tried, path)).collect();
                (!edits.is_empty()).then(|| Edit::group(edits))
            }
            _ => taken(plan, tried, &self.path),
        }
    }
}

/// The change that gives a field its value in the plan being tried; nothing where it has it.
fn taken(plan: &Plan, tried: &Plan, path: &FieldPath) -> Option<Edit> {
    let value = tried.field(path).ok()?;
    let same = plan.field(path).is_ok_and(|before| before == value);
    (!same).then(|| Edit::set(path, value))
}

/// The change that makes a source's number so many times what is planned.
fn scaled(times: f64) -> impl Fn(&(FieldPath, AssumptionValue)) -> Edit {
    move |(path, planned)| {
        let average = planned.average.unwrap_or(0.0) * times;
        planned.changed_to(path, average.clamp(planned.bounds.0, planned.bounds.1))
    }
}

/// How many times the planned leads a plan has, as far as the sources' numbers go.
fn multiple(sources: &[(FieldPath, AssumptionValue)], plan: &Plan) -> Option<f64> {
    let now = |(path, planned): &(FieldPath, AssumptionValue)| {
        AssumptionValue::in_plan(plan, path, planned.kind)?.average
    };
    let before: f64 = sources.iter().filter_map(|(_, one)| one.average).sum();
    let after: f64 = sources.iter().filter_map(now).sum();
    (before > 0.0).then(|| after / before)
}

/// The list of hires planned.
const HIRES: &str = "team/hires";

fn people_in<'a>(plan: &'a Plan, id: &str) -> Option<&'a Hire> {
    plan.team.hires.iter().find(|hire| hire.id.as_str() == id)
}

fn hire(id: &str, month: Month, people: u8) -> serde_json::Value {
    serde_json::json!({
        "id": id,
        "role": text::HIRED,
        "month": month,
        "people": people,
    })
}

fn target(plan: &Plan) -> Option<Figure> {
    let path = FieldPath::from("targets/bookings");
    let value = plan.targets.bookings.map(Quantity::get)?;
    let bounds = (Money::LEAST.max(0.0), Money::MOST);
    Some(Figure {
        label: labels::of(plan, &path),
        path,
        kind: QuantityKind::Money,
        bounds,
        slider: reach(QuantityKind::Money, value, value, bounds),
        planned: Planned::Fact(value),
    })
}

/// All new leads, where any are planned.
fn leads(plan: &Plan, estimate: &Estimate) -> Option<Figure> {
    let model = &estimate.model;
    let number = |source: &LeadSource| {
        let activity = source.activity.as_ref().map(|activity| activity.per_day);
        let place = activity.or_else(|| source.factors.first().copied())?;
        let assumption = model.assumptions.get(place)?;
        let value = AssumptionValue::in_plan(plan, &assumption.path, assumption.quantity)?;
        let is_planned = value.average.is_some_and(|average| average > 0.0);
        is_planned.then(|| (assumption.path.clone(), value))
    };
    let sources = model.motions.iter().flat_map(|motion| &motion.sources);
    let mut sources: Vec<(FieldPath, AssumptionValue)> = sources.filter_map(number).collect();
    sources.dedup_by(|one, other| one.0 == other.0);
    (!sources.is_empty()).then(|| Figure {
        path: FieldPath::from("process/motions"),
        label: text::ALL_LEADS.to_owned(),
        kind: QuantityKind::Factor,
        bounds: (0.0, MOST_LEADS),
        slider: (0.0, MOST_LEADS, 0.05),
        planned: Planned::Leads(sources),
    })
}

/// People on top, where there is a team whose hours count.
fn people(plan: &Plan, estimate: &Estimate, id: &str) -> Option<Figure> {
    if plan.team.reps.is_empty() {
        return None;
    }
    let windows = &estimate.model.calendar.windows;
    let ahead = windows.iter().filter(|window| window.days() > 0);
    let month = ahead.map(|window| window.month).next()?;
    Some(Figure {
        path: FieldPath::from(HIRES),
        label: text::PEOPLE_ON_TOP.to_owned(),
        kind: QuantityKind::Count,
        bounds: (0.0, MOST_PEOPLE),
        slider: (0.0, MOST_PEOPLE, 1.0),
        planned: Planned::People(id.to_owned(), month),
    })
}

/// Least, most and step of a slider: from nothing to well beyond what is held possible, in
/// about a hundred round steps.
fn reach(kind: QuantityKind, value: f64, high: f64, (least, most): (f64, f64)) -> (f64, f64, f64) {
    if kind == QuantityKind::GrowthRate {
        let (low, high) = ((value - 0.1).max(least), (value + 0.1).min(most));
        return (round_to(low, 0.005), round_to(high, 0.005), 0.005);
    }
    let far = (2.0 * value).max(1.25 * high).min(most);
    if far <= 0.0 {
        return (0.0, 1.0, 0.01);
    }
    let step = round_step(far / 100.0);
    let most = round_to(far, step).max(step);
    (least.max(0.0), most, step)
}

/// The nearest 1, 2 or 5 times a power of ten.
fn round_step(size: f64) -> f64 {
    let power = 10.0_f64.powf(size.log10().floor());
    let steps = [1.0, 2.0, 5.0, 10.0].map(|multiple| multiple * power);
    let fitting = steps.into_iter().find(|step| *step >= size * 0.999);
    fitting.unwrap_or(power)
}

fn round_to(value: f64, step: f64) -> f64 {
    (value / step).round() * step
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;
    use plumbline_plan::start;

    use super::*;
    use crate::forecasting::Readiness;

    fn day() -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, 21).unwrap()
    }

    fn sample() -> (Plan, Vec<Figure>) {
        let plan = start::sample(day());
        let Readiness::Ready(estimate) = Readiness::of(&plan, day()) else {
            panic!("the sample can be computed");
        };
        let figures = Figure::all(&plan, &estimate, "on-top");
        (plan, figures)
    }

    #[test]
    fn whatever_is_tried_and_taken_back_leaves_nothing_to_keep() {
        let (plan, figures) = sample();
        assert!(figures.len() > 5, "{figures:?}");
        for figure in &figures {
            let mut tried = plan.clone();
            let (low, high, step) = figure.slider;
            assert!(
                low < high && step > 0.0 && high <= figure.bounds.1,
                "{figure:?}"
            );
            assert!((low..=high).contains(&figure.before()), "{figure:?}");
            figure.set(&plan, high).apply(&mut tried).unwrap();
            assert!((figure.in_plan(&tried) - high).abs() < 1e-9, "{figure:?}");
            assert!(figure.keep(&plan, &tried).is_some());
            let back = figure.set(&tried, figure.before());
            back.apply(&mut tried).unwrap();
            assert_eq!(figure.keep(&plan, &tried), None, "{figure:?}");
        }
    }

    #[test]
    fn what_is_kept_makes_the_plan_the_one_that_was_tried() {
        let (plan, figures) = sample();
        let mut tried = plan.clone();
        for figure in &figures {
            let (_, high, _) = figure.slider;
            figure.set(&tried, high).apply(&mut tried).unwrap();
        }
        let edits = figures
            .iter()
            .filter_map(|figure| figure.keep(&plan, &tried));
        let mut kept = plan.clone();
        Edit::group(edits.collect()).apply(&mut kept).unwrap();
        assert_eq!(kept, tried);
    }

    #[test]
    fn sliders_move_in_round_steps() {
        let reach = |value, high| reach(QuantityKind::Count, value, high, (0.0, 1e9));
        assert_eq!(reach(120.0, 150.0), (0.0, 240.0, 5.0));
        let (_, most, step) = reach(0.21, 0.27);
        assert!((most - 0.42).abs() < 0.011 && (step - 0.005).abs() < 1e-12);
        assert_eq!(reach(0.0, 0.0), (0.0, 1.0, 0.01));
    }
}
