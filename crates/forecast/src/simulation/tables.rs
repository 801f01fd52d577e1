//! The tables of an engine, piece by piece: assumptions, motions, open deals.

use crate::{
    distribution::{Distribution, Lognormal, QuantileTable, UniformTable},
    flow::{entry_kernels, win_kernel},
    kernel::MonthKernel,
    model::{AssumptionKind, Model, ModelAssumption, Motion},
};

/// How many quantiles of a motion's time factor have a kernel of their own
/// (maths.md section 4).
pub(super) const TIMES: usize = 32;

/// How an assumption that is not known for sure is drawn.
#[derive(Debug, Clone)]
pub(super) struct Draw {
    /// Its place among all assumptions.
    pub(super) place: usize,
    pub(super) table: QuantileTable,
    pub(super) entity: u64,
    pub(super) kind: usize,
    /// How much of its score it shares with its kind, and how much is its own.
    pub(super) shared: f64,
    pub(super) own: f64,
}

/// An open deal, with the place of its stage among all motions' stages.
#[derive(Debug, Clone)]
pub(super) struct ListedDeal {
    pub(super) entity: u64,
    pub(super) motion: usize,
    pub(super) stage: usize,
    pub(super) group: usize,
    pub(super) value: Option<f64>,
    pub(super) own_chance: Option<f64>,
}

/// A motion's tables.
#[derive(Debug, Clone)]
pub(super) struct MotionTables {
    /// From cohort to month of winning, by quantile of the time factor.
    pub(super) wins: Vec<MonthKernel>,
    /// From cohort to month of entering each stage, by quantile of the time factor; empty
    /// where hours cannot limit the flow.
    entries: Vec<Vec<MonthKernel>>,
    /// The factor on times at each quantile.
    pub(super) scales: Vec<f64>,
    /// Whether activity with hours makes leads.
    pub(super) makes_leads: bool,
    /// Whether customers buy again or bring leads.
    pub(super) follows: bool,
    /// A deal's value against the mean.
    pub(super) spread: UniformTable,
    /// The address of the monthly factor on leads: motions that share their leads share it.
    pub(super) lead_entity: u64,
}

impl MotionTables {
    pub(super) fn new(model: &Model, motion: &Motion, scale: impl Fn(usize) -> f64) -> Self {
        let spread = Lognormal::with_moments(1.0, motion.value_variation);
        let quantiles = if motion.time.sigma > 0.0 { TIMES } else { 1 };
        let scales: Vec<f64> = if quantiles == 1 {
            vec![1.0]
        } else {
            (0..TIMES).map(scale).collect()
        };
        let limited = model.work.is_some();
        let first = motion
            .sources
            .first()
            .and_then(|source| source.factors.first());
        Self {
            wins: scales
                .iter()
                .map(|scale| win_kernel(model, motion, *scale))
                .collect(),
            entries: scales
                .iter()
                .filter(|_| limited)
                .map(|scale| entry_kernels(model, motion, *scale))
                .collect(),
            makes_leads: limited && motion.sources.iter().any(|s| s.hours_each().is_some()),
            follows: motion.repeat.is_some() || motion.referrals.is_some(),
            scales,
            spread: match spread {
                Some(spread) if spread.sigma > 0.0 => {
                    UniformTable::new(&Distribution::Lognormal(spread).table())
                }
                _ => UniformTable::new(&QuantileTable::constant(1.0)),
            },
            lead_entity: first.map_or(motion.entity, |place| model.assumptions[*place].entity),
        }
    }

    /// The kernels of entering each stage at a quantile of the time factor.
    #[inline]
    pub(super) fn entries_at(&self, time: usize) -> &[MonthKernel] {
        self.entries
            .get(time)
            .or(self.entries.first())
            .map_or(&[], Vec::as_slice)
    }

    /// The kernel at a quantile of the time factor.
    #[inline]
    pub(super) fn at_time(&self, time: usize) -> &MonthKernel {
        self.wins.get(time).unwrap_or(&self.wins[0])
    }
}

/// The assumptions that are drawn. `known` gives the table of one that there is already.
pub(super) fn draws(model: &Model, known: impl Fn(usize) -> Option<QuantileTable>) -> Vec<Draw> {
    let together = model.uncertainty.correlation.clamp(0.0, 1.0);
    let draw = |(place, assumption): (usize, &ModelAssumption)| {
        let shared = if assumption.is_judged() {
            together
        } else {
            0.0
        };
        // Time counts through its motion's factor.
        let silent = assumption.kind == AssumptionKind::Time;
        let table = || {
            if silent {
                QuantileTable::constant(assumption.distribution.mean())
            } else {
                assumption.distribution.table()
            }
        };
        Draw {
            place,
            table: known(place).unwrap_or_else(table),
            entity: assumption.entity,
            kind: assumption.kind as usize,
            shared: shared.sqrt(),
            own: (1.0 - shared).sqrt(),
        }
    };
    let certain =
        |assumption: &ModelAssumption| matches!(assumption.distribution, Distribution::Constant(_));
    let all = model.assumptions.iter().enumerate();
    all.filter(|(_, assumption)| !certain(assumption))
        .map(draw)
        .collect()
}

/// What the times in each motion's stages count in the score of its time factor, each with its
/// place among the draws; those known for sure have no score.
pub(super) fn time_weights(model: &Model, draws: &[Draw]) -> Vec<Vec<(usize, f64)>> {
    let drawn = |(place, weight): &(usize, f64)| {
        let found = draws.iter().position(|draw| draw.place == *place);
        found.map(|found| (found, *weight))
    };
    let motions = model.motions.iter();
    motions
        .map(|motion| motion.time.weights.iter().filter_map(drawn).collect())
        .collect()
}

/// The open deals that can still be won.
pub(super) fn listed_deals(model: &Model) -> Vec<ListedDeal> {
    let before = |motion: usize| -> usize {
        let motions = model.motions[..motion].iter();
        motions.map(|motion| motion.stages.len() + 1).sum()
    };
    let deals = model.open_deals.deals.iter().map(|deal| ListedDeal {
        entity: deal.entity,
        motion: deal.motion,
        stage: before(deal.motion) + model.open_deals.groups[deal.group].stage,
        group: deal.group,
        value: deal.value,
        own_chance: deal.own_chance,
    });
    deals.collect()
}

/// For each quantile of the time factor, the shares of a group of open deals that are closed
/// by each month.
pub(super) fn closed_by_time(at: impl Fn(usize) -> Vec<f64>, scales: bool) -> Vec<f64> {
    if scales {
        (0..TIMES).flat_map(at).collect()
    } else {
        let one = at(0);
        (0..TIMES).flat_map(|_| one.iter().copied()).collect()
    }
}
