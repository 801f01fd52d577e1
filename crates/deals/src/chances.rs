//! Whether the sellers' own chances are worth anything: judged on deals that were open on
//! an earlier day and have been decided since (maths.md section 9). It takes two exports:
//! today's chance of a deal already closed is 0 or 100% and judges nothing.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{History, Refusal, State, refusal::ENOUGH_CLOSED};

/// How the sellers' chances of an earlier day did on the deals decided since.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct ChancesJudged {
    /// The day they were of.
    pub on: NaiveDate,
    /// How many deals were decided since.
    pub deals: u32,
    /// The mean squared error of the chances (Brier 1950).
    pub score: f64,
    /// That of the deals' common win rate.
    pub base: f64,
}

impl ChancesJudged {
    /// Judges the chances of an earlier export by what a later one says of the same deals;
    /// nothing where fewer than 20 of them were decided between the two.
    #[must_use]
    pub fn of(earlier: &History, later: &History) -> Option<Self> {
        let now: BTreeMap<&str, State> = later
            .deals
            .iter()
            .filter(|deal| !deal.id.is_empty())
            .map(|deal| (deal.id.as_ref(), deal.state))
            .collect();
        let judged: Vec<(f64, f64)> = earlier
            .in_state(State::Open)
            .filter_map(|deal| {
                let outcome = match now.get(deal.id.as_ref())? {
                    State::Won => 1.0,
                    State::Lost => 0.0,
                    State::Open => return None,
                };
                Some((deal.probability?, outcome))
            })
            .collect();
        let count = judged.len() as f64;
        let rate = judged.iter().map(|(_, outcome)| outcome).sum::<f64>() / count;
        let errors = judged
            .iter()
            .map(|(chance, outcome)| (chance - outcome) * (chance - outcome));
        (judged.len() as u32 >= ENOUGH_CLOSED).then(|| Self {
            on: earlier.as_of,
            deals: judged.len() as u32,
            score: errors.sum::<f64>() / count,
            base: rate * (1.0 - rate),
        })
    }

    /// Why the chances are not to be used; nothing when they predicted better than one rate for
    /// all.
    #[must_use]
    pub fn refused(&self) -> Option<Refusal> {
        (self.score >= self.base).then_some(Refusal::ChancesNoBetter {
            score: self.score,
            base: self.base,
            deals: self.deals,
            on: self.on,
        })
    }
}

/// What is said of the chances of a single export; nothing when it has none.
#[must_use]
pub fn chances_of_one_export(history: &History) -> Option<Refusal> {
    let refusal = not_judged(history);
    (refusal != Refusal::ChancesNotJudged { deals: 0 }).then_some(refusal)
}

fn not_judged(history: &History) -> Refusal {
    let with_chance = history
        .in_state(State::Open)
        .filter(|deal| deal.probability.is_some());
    Refusal::ChancesNotJudged {
        deals: with_chance.count() as u32,
    }
}
