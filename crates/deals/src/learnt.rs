//! Everything a history says, worked out at once: what the page and the command line show.
//! Computes nothing itself; puts the parts together in the order in which they build on each
//! other.

use std::collections::BTreeMap;

use crate::{
    Arrivals, BackTest, By, Curves, ENOUGH_CLOSED, Entry, Group, History, KeptDeals, Label,
    Metrics, Pipeline, Refusal, StageHistory, chances_of_one_export, groups, stage_histories,
};

/// The plan's ages in days from which a deal in a stage is given up, by the file's stage.
pub type CutOffs = BTreeMap<Label, f64>;

/// What a history says.
#[derive(Debug, Clone, PartialEq)]
pub struct Learnt {
    /// Key figures.
    pub metrics: Metrics,
    /// Key figures by owner, source, segment and product.
    pub groups: Vec<(By, Vec<Group>)>,
    /// Deals created a month.
    pub arrivals: Result<Arrivals, Refusal>,
    /// Won and lost by age; nothing where too few deals have both dates.
    pub curves: Option<Curves>,
    /// By stage, where the file has the dates.
    pub stages: Vec<StageHistory>,
    /// The open deals; nothing without curves.
    pub pipeline: Option<Pipeline>,
    /// Forecasts of past quarters.
    pub back_test: BackTest,
    /// What cannot be said.
    pub refusals: Vec<Refusal>,
}

impl Learnt {
    /// What a history says; `entry` is how its record begins.
    #[must_use]
    pub fn of(history: &History, entry: Entry, cut_offs: &CutOffs) -> Self {
        let metrics = Metrics::of(history);
        let arrivals = Arrivals::of(history);
        let closed = metrics.won.deals + metrics.lost.deals;
        let curves = Curves::of_history(history, entry).filter(|curves| curves.tau >= 0);
        let too_few_dated = curves.is_none().then_some(Refusal::TooFewDated {
            dated: closed,
            needed: ENOUGH_CLOSED,
        });
        let stages = stage_histories(history);
        let pipeline = curves
            .as_ref()
            .map(|curves| Pipeline::of(history, curves, cut_offs, &stages));
        let older = pipeline
            .as_ref()
            .and_then(|pipeline| pipeline.older_than_any);
        let refusals = [
            metrics.win_rate_refused,
            too_few_dated.filter(|_| metrics.win_rate_refused.is_none()),
            arrivals.as_ref().err().copied(),
            older,
            chances_of_one_export(history),
        ];
        Self {
            groups: By::ALL.map(|by| (by, groups(history, by))).into(),
            stages,
            back_test: BackTest::of(history, entry),
            refusals: refusals.into_iter().flatten().collect(),
            metrics,
            arrivals,
            curves,
            pipeline,
        }
    }
}

impl Learnt {
    /// What kept deals say: with what was said of how their record begins, and of the sellers'
    /// chances what came of those of the export before.
    #[must_use]
    pub fn of_kept(kept: &KeptDeals, cut_offs: &CutOffs) -> Self {
        let mut learnt = Self::of(&kept.history, kept.entry(), cut_offs);
        if let Some(judged) = &kept.chances_judged {
            let is_open = |why: &Refusal| !matches!(why, Refusal::ChancesNotJudged { .. });
            learnt.refusals.retain(is_open);
            learnt.refusals.extend(judged.refused());
        }
        learnt
    }

    /// Has the open deals held against other cut-offs. Nothing else depends on them.
    pub fn hold_against(&mut self, history: &History, cut_offs: &CutOffs) {
        let pipeline = |curves| Pipeline::of(history, curves, cut_offs, &self.stages);
        self.pipeline = self.curves.as_ref().map(pipeline);
    }
}
