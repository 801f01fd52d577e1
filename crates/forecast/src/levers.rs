//! Which single change would bring the chance of the target to the goal (maths.md section 5).
//! Changes models, never plans; the same draws for all of them (common random numbers).

use plumbline_plan::FieldPath;
use serde::{Deserialize, Serialize};

use crate::{
    Engine, Sensitivity,
    distribution::{Distribution, normal::P90_SCORE, with_odds},
    flow::{Kernels, leads},
    inquiry::{Slices, at_once, pause},
    model::{AssumptionKind, Model, ModelAssumption},
};

/// Something that can be changed by itself.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LeverKind {
    /// All new leads together.
    Leads,
    /// The assumption of this field.
    Assumption(FieldPath),
    /// People hired on top of those planned.
    Hires,
}

/// How far a lever has to be moved.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Lever {
    /// What is changed.
    pub kind: LeverKind,
    /// Its mean today: leads a month, an assumption in its own unit, no hires.
    pub now: f64,
    /// What it would have to be for the chance to reach the goal, everything else as it is;
    /// nothing when no value does.
    pub needed: Option<f64>,
    /// The chance then, or the best that this lever can bring.
    pub probability: f64,
    /// Whether what is needed lies within what the plan itself holds possible: up to the
    /// assumption's own P90 (or down to its P10), up to half the team hired again.
    pub plausible: bool,
}

/// The steps of the scan, as factors (on the odds, for a probability). Small ones first,
/// since with limited hours more of a thing may not help.
const SCAN: [f64; 6] = [1.1, 1.3, 1.7, 2.5, 5.0, 10.0];

/// Halvings of the step in which the goal is crossed.
const HALVINGS: usize = 6;

/// The most people a lever hires.
const MOST_HIRES: u8 = 20;

/// How little of the answer an assumption may decide and still be a lever.
const LEAST_SHARE: f64 = 0.01;

/// The levers worth trying in a model, the strongest first.
#[must_use]
pub fn lever_kinds(model: &Model) -> Vec<LeverKind> {
    let sensitivity = Sensitivity::new(model, &Kernels::expected(model));
    let weights: Vec<f64> = sensitivity.elasticities.iter().map(|e| e.abs()).collect();
    let sum: f64 = weights.iter().sum();
    let mut strong: Vec<usize> = (0..weights.len())
        .filter(|place| weights[*place] > LEAST_SHARE * sum)
        .filter(|place| model.assumptions[*place].distribution.mean() > 0.0)
        .collect();
    strong.sort_by(|a, b| weights[*b].total_cmp(&weights[*a]));
    let mut kinds = vec![LeverKind::Leads];
    kinds.extend(
        strong
            .into_iter()
            .map(|place| LeverKind::Assumption(model.assumptions[place].path.clone())),
    );
    if model.team.has_reps() {
        kinds.push(LeverKind::Hires);
    }
    kinds
}

/// Finds how far one lever has to be moved: scans, then halves the step in which the goal is
/// crossed, since capacity makes the chance rise and fall. [`crate::Inquiry`] does the same
/// in slices.
#[must_use]
pub fn lever(model: &Model, kind: &LeverKind, seed: u64) -> Lever {
    at_once(find(model, kind, Slices::new(seed)))
}

/// [`lever()`] in slices.
pub(crate) async fn find(model: &Model, kind: &LeverKind, slices: Slices) -> Lever {
    let base = Engine::new(model);
    pause().await;
    match kind {
        LeverKind::Hires => hires(model, &base, slices).await,
        LeverKind::Leads => {
            let now = leads_a_month(model);
            let search = Search {
                goal: model.goal,
                chance: async |factor: f64| {
                    let changed = model.with_leads(factor);
                    slices.chance(&base.for_model(&changed)).await
                },
            };
            let (factor, probability) = search.factor(1.0).await;
            Lever {
                kind: LeverKind::Leads,
                now,
                needed: factor.map(|factor| now * factor),
                probability,
                plausible: factor.is_some_and(|factor| factor <= most_leads(model)),
            }
        }
        LeverKind::Assumption(path) => {
            let place = model.assumptions.iter().position(|a| a.path == *path);
            match place {
                Some(place) => assumption(model, &base, place, slices).await,
                None => Lever {
                    kind: kind.clone(),
                    now: 0.0,
                    needed: None,
                    probability: 0.0,
                    plausible: false,
                },
            }
        }
    }
}

async fn assumption(model: &Model, base: &Engine<'_>, place: usize, slices: Slices) -> Lever {
    let assumption = &model.assumptions[place];
    let entered = |distribution: &Distribution| {
        let offset = if assumption.kind == AssumptionKind::Growth {
            1.0
        } else {
            0.0
        };
        distribution.mean() - offset
    };
    let shifted = |factor: f64| bounded(assumption, factor);
    let search = Search {
        goal: model.goal,
        chance: async |factor: f64| {
            let changed = model.with_assumption(place, shifted(factor));
            if assumption.kind == AssumptionKind::Time {
                slices.chance(&Engine::new(&changed)).await
            } else {
                slices.chance(&base.for_model(&changed)).await
            }
        },
    };
    let sensitivity = Sensitivity::new(model, &Kernels::expected(model));
    let direction = if sensitivity.elasticities[place] < 0.0 {
        -1.0
    } else {
        1.0
    };
    let (factor, probability) = search.factor(direction).await;
    let needed = factor.map(shifted);
    let edge = assumption.distribution.at_score(direction * P90_SCORE);
    Lever {
        kind: LeverKind::Assumption(assumption.path.clone()),
        now: entered(&assumption.distribution),
        needed: needed.as_ref().map(entered),
        probability,
        plausible: needed.is_some_and(|needed| direction * (needed.mean() - edge) <= 0.0),
    }
}

/// A shift within natural bounds: a share known for sure stays below one, growth is moved as
/// the rate that is entered.
fn bounded(assumption: &ModelAssumption, factor: f64) -> Distribution {
    let distribution = &assumption.distribution;
    match distribution {
        Distribution::Constant(value) if assumption.is_share => {
            Distribution::Constant(with_odds(*value, factor))
        }
        // Twelve percent a month more or less is as far as growth is looked at.
        _ if assumption.kind == AssumptionKind::Growth => {
            distribution.shifted(libm::pow(factor, 0.05))
        }
        _ => distribution.shifted(factor),
    }
}

async fn hires(model: &Model, base: &Engine<'_>, slices: Slices) -> Lever {
    let mut best = slices.chance(base).await;
    let mut needed = (best >= model.goal).then_some(0);
    let mut people = 1;
    while needed.is_none() && people <= MOST_HIRES {
        let changed = model.with_hires(people);
        let probability = slices.chance(&base.for_model(&changed)).await;
        best = best.max(probability);
        if probability >= model.goal {
            (needed, best) = (Some(people), probability);
        }
        // Where two more people change nothing, twenty will not.
        if people == 2 && best < 0.005 {
            break;
        }
        people += if people < 6 { 1 } else { 2 };
    }
    let team: f64 = model.team.seats.iter().map(|seat| seat.people).sum();
    Lever {
        kind: LeverKind::Hires,
        now: 0.0,
        needed: needed.map(f64::from),
        probability: best,
        plausible: needed.is_some_and(|people| f64::from(people) <= (team / 2.0).ceil()),
    }
}

/// One lever's search.
struct Search<F: AsyncFn(f64) -> f64> {
    goal: f64,
    chance: F,
}

impl<F: AsyncFn(f64) -> f64> Search<F> {
    /// The least factor found at which the chance reaches the goal, upward or downward, and
    /// the chance there; else the best chance seen.
    async fn factor(&self, direction: f64) -> (Option<f64>, f64) {
        let goal = self.goal;
        let toward = |size: f64| if direction > 0.0 { size } else { 1.0 / size };
        let now = (self.chance)(1.0).await;
        let mut best = now;
        if now >= goal {
            return (Some(1.0), now);
        }
        let mut before = 1.0;
        for size in SCAN {
            let chance = (self.chance)(toward(size)).await;
            best = best.max(chance);
            if chance >= goal {
                let (size, chance) = self.halve(before, (size, chance), toward).await;
                return (Some(toward(size)), chance);
            }
            before = size;
        }
        (None, best)
    }

    async fn halve(
        &self,
        mut below: f64,
        mut above: (f64, f64),
        toward: impl Fn(f64) -> f64,
    ) -> (f64, f64) {
        for _ in 0..HALVINGS {
            let middle = (below * above.0).sqrt();
            let chance = (self.chance)(toward(middle)).await;
            if chance >= self.goal {
                above = (middle, chance);
            } else {
                below = middle;
            }
        }
        above
    }
}

/// Expected new leads in an average month to come.
fn leads_a_month(model: &Model) -> f64 {
    let means = model.means();
    let of = |motion: &crate::model::Motion| -> f64 {
        let leads = leads(model, motion, &means, &[]);
        let ahead = (0..leads.len()).filter(|cohort| !model.calendar.is_past(*cohort));
        ahead.map(|cohort| leads[cohort]).sum()
    };
    let all: f64 = model.motions.iter().map(of).sum();
    let days: i64 = model
        .calendar
        .cohorts
        .iter()
        .skip(model.calendar.past_cohorts)
        .map(crate::calendar::Span::days)
        .sum();
    all / (days.max(1) as f64 / crate::calendar::DAYS_A_MONTH)
}

/// By how much leads can grow within what the plan holds possible of each source.
fn most_leads(model: &Model) -> f64 {
    let sources = model.motions.iter().flat_map(|motion| &motion.sources);
    let of = |source: &crate::model::LeadSource| {
        let first = &model.assumptions[*source.factors.first()?].distribution;
        (first.mean() > 0.0).then(|| first.at_score(P90_SCORE) / first.mean())
    };
    sources.filter_map(of).fold(1.0, f64::max)
}
