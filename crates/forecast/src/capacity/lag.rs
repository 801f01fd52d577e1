//! The times between two nodes of the queue in its steps, and how late deals are that come from
//! one to the other.

use super::work::LAGS;
use crate::ordered::{greater, lesser, positive, rounded};

/// More steps than a run has.
const LONGEST: f64 = 1e6;

/// The times between two nodes in steps, equally likely: of each of the longer ones, what those
/// served late in a step have to do with who comes to the next node by the end of later ones.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Lags {
    /// In how many steps, and which part of the lateness; the soonest first.
    parts: [(usize, f64); 2 * LAGS],
    count: usize,
    /// Of times after which deals may come before the next step is over: for how much of a step
    /// the wait goes on that there was by the last one's end.
    short: [f64; LAGS],
    shorts: usize,
    /// The sum of these parts of a step, and the greatest.
    short_sum: f64,
    longest_short: f64,
}

impl Lags {
    /// Takes times in months, the shortest first, that are scaled to steps, in place of others.
    pub(super) fn set(&mut self, months: &[f64; LAGS], scale: f64) {
        (self.count, self.shorts) = (0, 0);
        (self.short_sum, self.longest_short) = (0.0, 0.0);
        for months in months {
            // Longer than any run is long enough.
            let steps = lesser(positive(months * scale), LONGEST);
            let whole = rounded(steps + 0.5);
            let less = whole - steps;
            let whole = whole as u32 as usize;
            if whole <= 1 {
                let since = less + if whole == 0 { 1.0 } else { 0.0 };
                self.short[self.shorts] = since;
                self.shorts += 1;
                self.short_sum += since;
                self.longest_short = greater(since, self.longest_short);
            } else {
                // Between two steps lateness goes on a straight line.
                self.add(whole - 1, less);
                self.add(whole, 1.0 - less);
            }
        }
    }

    fn add(&mut self, steps: usize, part: f64) {
        let part = part * (1.0 / LAGS as f64);
        let known = &mut self.parts[..self.count];
        if let Some((_, same)) = known.iter_mut().rev().find(|(at, _)| *at == steps) {
            *same += part;
        } else {
            self.parts[self.count] = (steps, part);
            self.count += 1;
        }
    }

    /// Whether any of the times is short.
    #[inline]
    pub(super) fn are_any_short(&self) -> bool {
        self.shorts > 0
    }

    /// Adds what deals served so late by the end of a step have to do with how late those are
    /// on average who come to the next node; `coming` begins with that step.
    #[inline]
    pub(super) fn pass_on(&self, late: f64, coming: &mut [f64]) {
        for (steps, part) in &self.parts[..self.count] {
            let Some(coming) = coming.get_mut(*steps) else {
                break;
            };
            *coming += late * part;
        }
    }

    /// The part of the short times in how late deals are on average that come to a node by the
    /// end of a step, from a node that was so late by the ends of this step, not served yet if
    /// nothing, and of the two before it.
    #[inline]
    pub(super) fn just_now(&self, [now, before, earlier]: [f64; 3]) -> f64 {
        let shorts = &self.short[..self.shorts];
        let part = 1.0 / LAGS as f64;
        if now > 0.0 {
            return now * part * shorts.len() as f64;
        }
        if before <= 0.0 {
            return 0.0;
        }
        // Not served yet in this step: the wait goes on as it went in the last one, by no more than
        // the time that goes by.
        let growth = before - earlier;
        if before + growth * self.longest_short >= 0.0 {
            return part * (before * shorts.len() as f64 + growth * self.short_sum);
        }
        let late = |since: &f64| positive(before + growth * since);
        part * shorts.iter().map(late).sum::<f64>()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_time_brings_its_part_when_it_is_over() {
        // Of six times one has no length, one is half a step, two come to two and a half.
        let mut lags = Lags::default();
        lags.set(&[0.0, 0.5, 2.5, 2.5, 3.0, 1e9], 1.0);
        let mut coming = [0.0; 6];
        lags.pass_on(6.0, &mut coming);
        for (step, part) in [0.0, 0.0, 1.0, 2.0, 0.0, 0.0].into_iter().enumerate() {
            assert!((coming[step] - part).abs() < 1e-12, "{coming:?}");
        }
        assert!(lags.are_any_short());
        // Served in this step already, not served yet, and not late before.
        assert!((lags.just_now([6.0, 1.0, 0.5]) - 2.0).abs() < 1e-12);
        let late = lags.just_now([0.0, 1.0, 0.9]);
        assert!((late - (1.1 + 1.05) / 6.0).abs() < 1e-12, "{late}");
        assert_eq!(lags.just_now([0.0, 0.0, 0.9]), 0.0);
        // The wait becomes shorter; of the longer time it is over.
        for (earlier, sum) in [(1.5, 0.5 + 0.75), (2.5, 0.25), (9.0, 0.0)] {
            let late = lags.just_now([0.0, 1.0, earlier]);
            assert!((late - sum / 6.0).abs() < 1e-12, "{earlier}: {late}");
        }
    }

    #[test]
    fn lateness_between_steps_is_passed_on_whole() {
        for time in [1.2, 1.9, 2.0, 3.7] {
            let mut lags = Lags::default();
            lags.set(&[time; LAGS], 1.0);
            let mut coming = [0.0; 8];
            lags.pass_on(1.0, &mut coming);
            let sum: f64 = coming.iter().sum();
            assert!((sum - 1.0).abs() < 1e-12, "{time}: {coming:?}");
            let mean: f64 = (0..8).map(|step| step as f64 * coming[step]).sum();
            assert!((mean - time).abs() < 1e-12, "{time}: {coming:?}");
        }
    }
}
