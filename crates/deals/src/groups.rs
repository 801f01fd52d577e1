//! Win rates by owner, source, segment and product, shrunk toward the whole (maths.md
//! section 6), so that a rep with three deals is not praised or blamed for luck.

use plumbline_forecast::distribution::Beta;
use serde::Serialize;

use crate::{
    Deal, History, Label, Labels, State,
    interval::{Interval, Rate},
    metrics::Total,
};

/// What deals are grouped by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum By {
    /// Who owns them.
    Owner,
    /// Where they came from.
    Source,
    /// The customer's segment.
    Segment,
    /// What is sold.
    Product,
}

/// The deals of one owner, source, segment or product.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Group {
    /// Its name; empty for deals without one.
    pub name: String,
    /// Its open deals.
    pub open: u32,
    /// Its won deals.
    pub won: Total,
    /// Its lost deals.
    pub lost: u32,
    /// Won out of won and lost, as counted.
    pub counted: Option<Rate>,
    /// The same shrunk toward all groups together.
    pub shrunk: Option<f64>,
    /// How far off that may be.
    pub interval: Option<Interval>,
}

impl By {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Owner, Self::Source, Self::Segment, Self::Product];

    fn label(self, deal: &Deal) -> Label {
        match self {
            Self::Owner => deal.owner,
            Self::Source => deal.source,
            Self::Segment => deal.segment,
            Self::Product => deal.product,
        }
    }

    fn labels(self, history: &History) -> &Labels {
        match self {
            Self::Owner => &history.owners,
            Self::Source => &history.sources,
            Self::Segment => &history.segments,
            Self::Product => &history.products,
        }
    }
}

/// The groups of a history, those with the most closed deals first; none where no deal has
/// a name for it.
#[must_use]
pub fn groups(history: &History, by: By) -> Vec<Group> {
    let labels = by.labels(history);
    if labels.is_empty() {
        return Vec::new();
    }
    let mut members: Vec<Vec<&Deal>> = vec![Vec::new(); labels.len() + 1];
    for deal in &history.deals {
        members[by.label(deal).place().unwrap_or(labels.len())].push(deal);
    }
    let names = labels.names().chain([""]);
    let mut groups: Vec<Group> = names
        .zip(&members)
        .filter(|(_, deals)| !deals.is_empty())
        .map(|(name, deals)| Group::counted(name, deals))
        .collect();
    shrink(&mut groups);
    groups.sort_by_key(|group| (std::cmp::Reverse(group.closed()), group.name.clone()));
    groups
}

impl Group {
    fn counted(name: &str, deals: &[&Deal]) -> Self {
        let with = |state| {
            deals
                .iter()
                .copied()
                .filter(move |deal| deal.state == state)
        };
        let won = Total::of(with(State::Won));
        let lost = with(State::Lost).count() as u32;
        Self {
            name: name.to_owned(),
            open: with(State::Open).count() as u32,
            counted: Rate::new(won.deals, won.deals + lost),
            won,
            lost,
            shrunk: None,
            interval: None,
        }
    }

    fn closed(&self) -> u32 {
        self.won.deals + self.lost
    }
}

/// Shrinks by a beta-binomial whose two parameters are estimated from all groups by the
/// method of moments (Kleinman 1973). Groups that differ by no more than chance would have
/// it are given the rate of the whole.
///
/// The mean of that distribution is estimated from the same deals. So an interval never stands
/// for more closed deals than there are of all groups together: however alike the groups, none
/// of them is known better than the whole.
fn shrink(groups: &mut [Group]) {
    let lost: u32 = groups.iter().map(|group| group.lost).sum();
    let counts: Vec<(f64, f64)> = groups
        .iter()
        .map(|group| (f64::from(group.won.deals), f64::from(group.closed())))
        .filter(|(_, closed)| *closed > 0.0)
        .collect();
    let Some(prior) = prior(&counts).filter(|_| lost > 0) else {
        return;
    };
    let all: f64 = counts.iter().map(|(_, closed)| closed).sum();
    for group in groups {
        let beta = Beta {
            a: prior.a + f64::from(group.won.deals),
            b: prior.b + f64::from(group.lost),
        };
        let known = (all / (beta.a + beta.b)).min(1.0);
        group.shrunk = Some(beta.mean());
        group.interval = Some(Interval::of_beta(Beta {
            a: beta.a * known,
            b: beta.b * known,
        }));
    }
}

/// The most closed deals the prior may stand for: beyond, groups are the same.
const MOST_WEIGHT: f64 = 1e5;

/// How the groups' true rates are spread.
fn prior(counts: &[(f64, f64)]) -> Option<Beta> {
    let all: f64 = counts.iter().map(|(_, closed)| closed).sum();
    let won: f64 = counts.iter().map(|(won, _)| won).sum();
    let rate = won / all;
    if !(rate > 0.0 && rate < 1.0) {
        return None;
    }
    let unevenness = counts
        .iter()
        .map(|(_, closed)| closed * closed)
        .sum::<f64>()
        / all;
    let between: f64 = counts
        .iter()
        .map(|(won, closed)| closed * (won / closed - rate) * (won / closed - rate))
        .sum();
    let chance = rate * (1.0 - rate);
    let groups = counts.len() as f64;
    let free = all - unevenness - (groups - 1.0);
    let correlation = (between - chance * (groups - 1.0)) / (chance * free);
    let weight = if correlation > 0.0 && free > 0.0 {
        ((1.0 - correlation) / correlation).clamp(0.5, MOST_WEIGHT)
    } else {
        MOST_WEIGHT
    };
    Some(Beta {
        a: rate * weight,
        b: (1.0 - rate) * weight,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_that_differ_by_chance_alone_share_one_rate() {
        let counts = [(10.0, 20.0), (11.0, 20.0), (9.0, 20.0), (10.0, 20.0)];
        assert_eq!(
            prior(&counts).map(|beta| beta.a + beta.b),
            Some(MOST_WEIGHT)
        );
    }

    #[test]
    fn groups_that_differ_for_sure_keep_their_own() {
        let counts = [(180.0, 200.0), (20.0, 200.0), (100.0, 200.0)];
        let beta = prior(&counts).unwrap();
        assert!(beta.a + beta.b < 10.0, "{beta:?}");
    }
}
