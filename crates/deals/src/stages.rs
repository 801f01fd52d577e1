//! Time in each stage and the share that goes on, where the file has the dates of entering
//! stages (maths.md sections 6 and 7). In a stage, going on and losing compete; a deal
//! still there is censored. A deal that skips a stage counts in those it entered.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::{Curves, Deal, History, Label, Later, Spell, State};

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
    /// The share that goes on, as far as the evidence reaches.
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
    let mut spells: BTreeMap<Label, Vec<Spell>> = BTreeMap::new();
    let mut places: BTreeMap<Label, (f64, f64)> = BTreeMap::new();
    for deal in &history.deals {
        for (place, (label, spell)) in spells_of(deal, history).into_iter().enumerate() {
            spells.entry(label).or_default().push(spell);
            let (sum, count) = places.entry(label).or_insert((0.0, 0.0));
            *sum += place as f64 / deal.entered.len().max(1) as f64;
            *count += 1.0;
        }
    }
    let mut stages: Vec<(f64, StageHistory)> = spells
        .iter()
        .map(|(label, spells)| {
            let (sum, count) = places[label];
            (sum / count, StageHistory::of(history, *label, spells))
        })
        .collect();
    stages.sort_by(|(one, _), (other, _)| one.total_cmp(other));
    stages.into_iter().map(|(_, stage)| stage).collect()
}

/// The time a deal spent in each stage it entered. Winning here means going on.
fn spells_of(deal: &Deal, history: &History) -> Vec<(Label, Spell)> {
    let last = deal.entered.len().saturating_sub(1);
    let mut spells = Vec::with_capacity(deal.entered.len());
    for (place, (label, since)) in deal.entered.iter().enumerate() {
        let (until, end) = match deal.entered.get(place + 1) {
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
            conversion: evidence.map(Curves::win_chance),
            median_days: evidence.and_then(|curves| curves.days_to_win(0.5)),
            p90_days: evidence.and_then(|curves| curves.days_to_win(0.9)),
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
    let here = stages[place].curves.as_ref()?.later(days);
    let mut ahead = stages[place + 1..].iter().map(|stage| stage.conversion);
    ahead.try_fold(here.chance, |chance, next| Some(chance * next?.chance))
}
