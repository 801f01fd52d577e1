//! Whether the sellers' own chances are worth anything: judged on deals that were open on
//! an earlier day and have been decided since (maths.md section 9). It takes two exports:
//! today's chance of a deal already closed is 0 or 100% and judges nothing.

use std::collections::BTreeMap;

use crate::{History, Refusal, State, refusal::ENOUGH_CLOSED};

/// Judges the chances of an earlier export by what a later one says of the same deals, by
/// the mean squared error (Brier 1950) against that of their common win rate.
///
/// Nothing when the chances predict better; otherwise why they are not to be used.
#[must_use]
pub fn chances_refused(earlier: &History, later: &History) -> Option<Refusal> {
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
    if (judged.len() as u32) < ENOUGH_CLOSED {
        return Some(not_judged(earlier));
    }
    let count = judged.len() as f64;
    let rate = judged.iter().map(|(_, outcome)| outcome).sum::<f64>() / count;
    let score = judged
        .iter()
        .map(|(chance, outcome)| (chance - outcome) * (chance - outcome))
        .sum::<f64>()
        / count;
    let base = rate * (1.0 - rate);
    (score >= base).then_some(Refusal::ChancesNoBetter {
        score,
        base,
        deals: judged.len() as u32,
        on: earlier.as_of,
    })
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
