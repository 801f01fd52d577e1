//! The open deals.

use std::collections::BTreeMap;

use plumbline_plan::{
    Edit, FieldPath, Quantity,
    chapter::{pipeline::Deal, process::Motion},
};

use super::Subject;

impl Subject<'_> {
    /// The field of a deal.
    pub(crate) fn deal_path(deal: &Deal) -> FieldPath {
        FieldPath::from("pipeline/deals").child(deal.id.as_str())
    }

    /// The way of selling a deal belongs to.
    pub(crate) fn motion_of(&self, deal: &Deal) -> Option<&Motion> {
        let motions = &self.plan.process.motions;
        match &deal.motion {
            Some(id) => motions.iter().find(|motion| motion.id == *id),
            None => motions.first(),
        }
    }

    /// The place of the stage a deal is in.
    pub(crate) fn stage_place(motion: &Motion, deal: &Deal) -> Option<usize> {
        match &deal.stage {
            Some(id) => motion.stages.iter().position(|stage| stage.id == *id),
            None => Some(0),
        }
    }

    /// A deal's value, plan's currency: as listed, else its motion's average.
    pub(crate) fn deal_value(&self, deal: &Deal) -> f64 {
        let listed = deal.value.map(Quantity::get);
        let average = || self.average(&self.motion_of(deal)?.deal_value);
        listed.or_else(average).unwrap_or(0.0)
    }

    /// The value of some deals, plan's currency.
    pub(crate) fn value_of<'d>(&self, deals: impl IntoIterator<Item = &'d Deal>) -> f64 {
        deals.into_iter().map(|deal| self.deal_value(deal)).sum()
    }

    /// Days a deal has been in its stage; nothing without a date.
    pub(crate) fn days_in_stage(&self, deal: &Deal) -> Option<f64> {
        let since = deal.in_stage_since.or(deal.created_on)?;
        Some((self.as_of - since).num_days() as f64)
    }

    /// The edit that takes deals out of the list.
    pub(crate) fn without<'d>(deals: impl IntoIterator<Item = &'d Deal>) -> Edit {
        let remove = |deal: &Deal| Edit::remove("pipeline/deals", deal.id.as_str());
        Edit::group(deals.into_iter().map(remove).collect())
    }
}

/// The parts of a whole by what they belong to, as shares, the largest first; those with a
/// `None` count in the whole alone.
pub(crate) fn shares<K: Ord + Clone>(
    parts: impl IntoIterator<Item = (Option<K>, f64)>,
) -> Vec<(K, f64)> {
    let mut sums: BTreeMap<K, f64> = BTreeMap::new();
    let mut whole = 0.0;
    for (key, part) in parts {
        whole += part;
        if let Some(key) = key {
            *sums.entry(key).or_default() += part;
        }
    }
    if whole <= 0.0 {
        return Vec::new();
    }
    let mut shares: Vec<(K, f64)> = sums
        .into_iter()
        .map(|(key, sum)| (key, sum / whole))
        .collect();
    shares.sort_by(|a, b| b.1.total_cmp(&a.1));
    shares
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_are_of_the_whole_with_its_unknown_part() {
        let parts = [
            (Some("a"), 1.0),
            (None, 2.0),
            (Some("b"), 3.0),
            (Some("a"), 4.0),
        ];
        assert_eq!(shares(parts), [("a", 0.5), ("b", 0.3)]);
        assert_eq!(shares([(Some("a"), 0.0)]), []);
    }
}
