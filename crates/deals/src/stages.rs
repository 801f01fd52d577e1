//! Time in each stage and the share that goes on, where the file has the dates of entering
//! stages (maths.md sections 6 and 7). In a stage, going on and losing compete; a deal
//! still there is censored. A deal that skips a stage counts in those it entered. A stage is
//! followed to the last deal that left it: the slow ones would else count as never going on.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::{
    Curves, Deal, History, Label, Later, Spell, State,
    import::{Meaning, meaning},
};

/// A stage by its entries.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct StageHistory {
    /// Its name in the file.
    pub stage: String,
    /// Its label.
    #[serde(skip)]
    pub label: Label,
    /// Deals that entered it.
    pub entered: u32,
    /// Those that went on to a later stage, or were won.
    pub went_on: u32,
    /// Those that were lost in it.
    pub lost: u32,
    /// Going on and losing by days in the stage; nothing while no deal left it.
    pub curves: Option<Curves>,
    /// The share that goes on, by all that left it; nothing where fewer than
    /// [`crate::ENOUGH_AT_RISK`] were seen in it.
    pub conversion: Option<Later>,
    /// Days in the stage of the middle deal that goes on.
    pub median_days: Option<i64>,
    /// Days that one in ten of them exceeds.
    pub p90_days: Option<i64>,
}

/// The stages that deals are known to have entered, in the order they are entered in; none
/// where the file has no such dates.
#[must_use]
pub fn stage_histories(history: &History) -> Vec<StageHistory> {
    let ends = ends(history);
    let mut spells: BTreeMap<Label, Vec<Spell>> = BTreeMap::new();
    for deal in &history.deals {
        for (label, spell) in spells_of(deal, history, &ends) {
            spells.entry(label).or_default().push(spell);
        }
    }
    let order = in_order(history).into_iter();
    order
        .filter_map(|label| Some(StageHistory::of(history, label, spells.get(&label)?)))
        .collect()
}

/// The stages that deals are known to have entered, in the order they are entered in.
pub(crate) fn in_order(history: &History) -> Vec<Label> {
    let ends = ends(history);
    let mut places: BTreeMap<Label, (f64, f64)> = BTreeMap::new();
    for deal in &history.deals {
        for (place, (label, _)) in deal.entered.iter().enumerate() {
            let (sum, count) = places.entry(*label).or_insert((0.0, 0.0));
            *sum += place as f64 / deal.entered.len().max(1) as f64;
            *count += 1.0;
        }
    }
    places.retain(|label, _| !ends.contains(label));
    let mut order: Vec<(f64, Label)> = places
        .into_iter()
        .map(|(label, (sum, count))| (sum / count, label))
        .collect();
    order.sort_by(|(one, _), (other, _)| one.total_cmp(other));
    order.into_iter().map(|(_, label)| label).collect()
}

/// Names of which the file has dates and which are no stages, but what becomes of deals: that
/// a deal entered "Closed lost" does not say that it went on from the stage before.
fn ends(history: &History) -> BTreeSet<Label> {
    let mut entered: BTreeMap<Label, bool> = BTreeMap::new();
    for deal in &history.deals {
        for (label, _) in &deal.entered {
            *entered.entry(*label).or_insert(true) &= deal.state == State::Won;
        }
    }
    let is_end = |(label, all_won): &(Label, bool)| match meaning(history.stages.name(*label)) {
        (Meaning::Lost | Meaning::LeaveOut, _) => true,
        (Meaning::Won, _) => *all_won,
        (Meaning::Open, _) => false,
    };
    let ends = entered.into_iter().filter(is_end);
    ends.map(|(label, _)| label).collect()
}

/// The time a deal spent in each stage it entered. Winning here means going on.
fn spells_of(deal: &Deal, history: &History, ends: &BTreeSet<Label>) -> Vec<(Label, Spell)> {
    let entered = deal.entered.iter();
    let entered: Vec<_> = entered.filter(|(label, _)| !ends.contains(label)).collect();
    let last = entered.len().saturating_sub(1);
    let mut spells = Vec::with_capacity(entered.len());
    for (place, (label, since)) in entered.iter().enumerate() {
        let (until, end) = match entered.get(place + 1) {
            Some((_, next)) => (*next, State::Won),
            None => (deal.closed.unwrap_or(history.as_of), deal.state),
        };
        let days = (until - *since).num_days();
        // Closed on an unknown day, or before it entered the stage: no time to count.
        let known = deal.state == State::Open || deal.closed.is_some() || place < last;
        if known && days >= 0 {
            let spell = Spell {
                entry: -1,
                exit: days,
                end,
            };
            spells.push((*label, spell));
        }
    }
    spells
}

impl StageHistory {
    fn of(history: &History, label: Label, spells: &[Spell]) -> Self {
        let count = |state| spells.iter().filter(|spell| spell.end == state).count() as u32;
        let curves = Curves::of(spells);
        let evidence = curves.as_ref().filter(|curves| curves.tau >= 0);
        Self {
            stage: history.stages.name(label).to_owned(),
            label,
            entered: spells.len() as u32,
            went_on: count(State::Won),
            lost: count(State::Lost),
            conversion: evidence.and_then(Curves::goes_on),
            median_days: evidence.and_then(|curves| curves.days_to_go_on(0.5)),
            p90_days: evidence.and_then(|curves| curves.days_to_go_on(0.9)),
            curves,
        }
    }
}

/// The chance of an open deal by its age in its stage: of going on from there, times the
/// shares that go on from every later stage (maths.md section 7). Nothing without the dates
/// or the evidence for it.
#[must_use]
pub fn chance_by_stage(deal: &Deal, history: &History, stages: &[StageHistory]) -> Option<f64> {
    let (label, since) = deal.entered.last()?;
    let place = stages.iter().position(|stage| stage.label == *label)?;
    let days = (history.as_of - *since).num_days().max(0);
    let here = stages[place].curves.as_ref()?;
    let mut ahead = stages[place + 1..].iter().map(|stage| stage.conversion);
    let here = here.goes_on_from(days)?.chance;
    ahead.try_fold(here, |chance, next| Some(chance * next?.chance))
}
