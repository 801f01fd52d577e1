//! The open deals: the chance of each to be won, which are stagnant or dead, and what the
//! pipeline is worth with and without them (maths.md section 7).

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::Serialize;

use crate::{
    Curves, Deal, History, Label, Later, Refusal, StageHistory, State, chance_by_stage,
    interval::mean,
};

/// The share of won deals that were won by the age from which an open deal is stagnant,
/// where the plan has no cut-off for its stage.
const STAGNANT_FROM: f64 = 0.9;

/// An open deal.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct OpenDeal {
    /// Its place among the deals of the history.
    pub place: usize,
    /// Days since creation; nothing where that is not known.
    pub age: Option<i64>,
    /// Its value: its own, or the average of its product's won deals.
    pub value: f64,
    /// Whether the value is its own.
    pub own_value: bool,
    /// Its chance to be won by its age since creation; nothing without a date of creation.
    pub later: Option<Later>,
    /// The same by its age in its stage, where the file has the dates for it. It goes before
    /// the chance since creation.
    pub by_stage: Option<f64>,
    /// Days since it entered its stage; nothing where the file has no such dates.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub days_in_stage: Option<i64>,
    /// The plan's cut-off of its stage in days, where the plan has one: held against the
    /// days in its stage, or against its age where those are not known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cut_off: Option<f64>,
    /// Whether it is past its cut-off, or past the age by which deals like it are decided.
    pub stagnant: bool,
    /// Whether it is older than any deal that was ever won or lost.
    pub dead: bool,
}

/// What open deals are worth.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize)]
pub struct Worth {
    /// How many.
    pub deals: u32,
    /// At face value.
    pub face: f64,
    /// Each at the win rate, as most people count.
    pub at_win_rate: f64,
    /// Each at its own chance.
    pub at_own_chance: f64,
}

/// The open deals.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Pipeline {
    /// Each of them, in the order of the file.
    pub deals: Vec<OpenDeal>,
    /// What all are worth.
    pub all: Worth,
    /// What is left without the dead.
    pub without_dead: Worth,
    /// What is left without dead and stagnant ones.
    pub moving: Worth,
    /// The age in days from which a deal is stagnant, where the plan does not say.
    pub stagnant_from: i64,
    /// Deals without a value of their own.
    pub without_value: u32,
    /// Deals without a date of creation: no chance can be had for them.
    pub undated: u32,
    /// Said in place of a chance for deals older than any deal ever closed.
    pub older_than_any: Option<Refusal>,
}

impl OpenDeal {
    /// Its chance to be won: by its age in its stage where that is known, else by its age
    /// since creation. A dead deal has none to speak of.
    #[must_use]
    pub fn chance(&self) -> Option<f64> {
        if self.dead {
            return Some(0.0);
        }
        self.by_stage.or(self.later.map(|later| later.chance))
    }
}

impl Pipeline {
    /// The open deals of a history by its curves. `cut_offs` are the plan's ages in days
    /// from which a deal in a stage is given up, by the file's stage. `stages` are what the
    /// dates of entering stages say ([`crate::stage_histories`]); none without such dates.
    #[must_use]
    pub fn of(
        history: &History,
        curves: &Curves,
        cut_offs: &BTreeMap<Label, f64>,
        stages: &[StageHistory],
    ) -> Self {
        let values = ProductValues::of(history);
        let stagnant_from = curves
            .days_to_win(STAGNANT_FROM)
            .unwrap_or(curves.oldest_closed);
        let mut later = BTreeMap::new();
        let mut deals = Vec::new();
        for (place, deal) in history.deals.iter().enumerate() {
            if deal.state != State::Open {
                continue;
            }
            let age = deal.age(history.as_of);
            let own = deal.value.filter(|value| *value > 0.0);
            let cut_off = cut_offs.get(&deal.stage).copied();
            let days_in_stage = age_in_stage(deal, history);
            deals.push(OpenDeal {
                place,
                age,
                value: own.or_else(|| values.of_deal(deal)).unwrap_or(0.0),
                own_value: own.is_some(),
                // Deals of one age have one chance.
                later: age.map(|age| *later.entry(age).or_insert_with(|| curves.later(age))),
                by_stage: chance_by_stage(deal, history, stages),
                days_in_stage,
                cut_off,
                stagnant: match cut_off {
                    Some(most) => days_in_stage.or(age).is_some_and(|days| days as f64 > most),
                    None => age.is_some_and(|age| age > stagnant_from),
                },
                dead: age.is_some_and(|age| age > curves.oldest_closed),
            });
        }
        let rate = f64::from(curves.won) / f64::from((curves.won + curves.lost).max(1));
        let worth = |keep: &dyn Fn(&OpenDeal) -> bool| {
            Worth::of(deals.iter().filter(|deal| keep(deal)), rate)
        };
        let dead: Vec<&OpenDeal> = deals.iter().filter(|deal| deal.dead).collect();
        let older_than_any = (!dead.is_empty()).then(|| Refusal::OlderThanAnyClosed {
            deals: dead.len() as u32,
            value: dead.iter().map(|deal| deal.value).sum(),
            oldest_closed: curves.oldest_closed,
        });
        Self {
            all: worth(&|_| true),
            without_dead: worth(&|deal| !deal.dead),
            moving: worth(&|deal| !deal.dead && !deal.stagnant),
            stagnant_from,
            without_value: deals.iter().filter(|deal| !deal.own_value).count() as u32,
            undated: deals.iter().filter(|deal| deal.age.is_none()).count() as u32,
            older_than_any,
            deals,
        }
    }

    /// Whether the plan's cut-offs say of any deal when it is stagnant.
    #[must_use]
    pub fn has_cut_offs(&self) -> bool {
        self.deals.iter().any(|deal| deal.cut_off.is_some())
    }

    /// The dead deals, the most valuable first.
    #[must_use]
    pub fn dead(&self) -> Vec<&OpenDeal> {
        by_value(self.deals.iter().filter(|deal| deal.dead))
    }

    /// The deals that are stagnant and not yet dead, the most valuable first.
    #[must_use]
    pub fn stagnant(&self) -> Vec<&OpenDeal> {
        by_value(self.deals.iter().filter(|deal| deal.stagnant && !deal.dead))
    }
}

fn by_value<'a>(deals: impl Iterator<Item = &'a OpenDeal>) -> Vec<&'a OpenDeal> {
    let mut deals: Vec<&OpenDeal> = deals.collect();
    deals.sort_by(|one, other| {
        other
            .value
            .total_cmp(&one.value)
            .then(one.place.cmp(&other.place))
    });
    deals
}

/// Days since the last entry into a stage; nothing without such dates.
fn age_in_stage(deal: &Deal, history: &History) -> Option<i64> {
    let (_, since) = deal.entered.last()?;
    Some((history.as_of - *since).num_days().max(0))
}

impl Worth {
    fn of<'a>(deals: impl Iterator<Item = &'a OpenDeal>, rate: f64) -> Self {
        let mut worth = Self::default();
        for deal in deals {
            worth.deals += 1;
            worth.face += deal.value;
            worth.at_win_rate += rate * deal.value;
            worth.at_own_chance += deal.chance().unwrap_or(0.0) * deal.value;
        }
        worth
    }
}

/// What a deal of a product brings when it is won: for open deals without a value.
#[derive(Debug, Clone)]
pub(crate) struct ProductValues {
    by_product: BTreeMap<Label, f64>,
    all: Option<f64>,
}

impl ProductValues {
    /// The averages of the won deals of a history.
    pub(crate) fn of(history: &History) -> Self {
        Self::on(history, history.as_of)
    }

    /// The averages of the deals won by a day.
    pub(crate) fn on(history: &History, day: NaiveDate) -> Self {
        let mut by_product: BTreeMap<Label, Vec<f64>> = BTreeMap::new();
        let mut all = Vec::new();
        for deal in history
            .deals
            .iter()
            .filter(|deal| deal.state_on(day) == State::Won)
        {
            if let Some(value) = deal.value {
                by_product.entry(deal.product).or_default().push(value);
                all.push(value);
            }
        }
        Self {
            by_product: by_product
                .into_iter()
                .filter_map(|(product, values)| Some((product, mean(&values)?)))
                .collect(),
            all: mean(&all),
        }
    }

    /// For a deal: its product's average, else that of all.
    pub(crate) fn of_deal(&self, deal: &Deal) -> Option<f64> {
        self.by_product.get(&deal.product).copied().or(self.all)
    }
}
