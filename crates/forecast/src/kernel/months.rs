//! From stretches of creation days to months of entering or winning. Never draws.

use plumbline_plan::unit::Season;

use super::TimeGrid;
use crate::calendar::{Calendar, Span};

/// For each cohort of leads, the share that reaches the event in each month of the period.
#[derive(Debug, Clone, PartialEq)]
pub struct MonthKernel {
    months: usize,
    shares: Vec<f64>,
    /// The same again, as [`MonthKernel::carry`] reads it.
    blocks: Vec<Block>,
    /// The sums over the cohorts, month by month, in blocks.
    of_all: Vec<[f64; WIDTH]>,
    most_of_all: f64,
}

/// Some months that follow each other, and the cohorts of which anything comes in them.
#[derive(Debug, Clone, PartialEq)]
struct Block {
    first_cohort: usize,
    shares: Vec<[f64; WIDTH]>,
}

/// The months of a block: their sums stay in registers while the cohorts go by.
pub(crate) const WIDTH: usize = 4;

impl MonthKernel {
    fn new(months: usize, shares: Vec<f64>) -> Self {
        let block = |first: usize| {
            let row = |row: &[f64]| {
                let part = &row[first..(first + WIDTH).min(months)];
                std::array::from_fn(|place| part.get(place).copied().unwrap_or(0.0))
            };
            let rows: Vec<[f64; WIDTH]> = shares.chunks_exact(months).map(row).collect();
            let comes = |row: &[f64; WIDTH]| row.iter().any(|share| *share != 0.0);
            let first_cohort = rows.iter().position(comes).unwrap_or(0);
            let end = rows.iter().rposition(comes).map_or(0, |last| last + 1);
            Block {
                first_cohort,
                shares: rows[first_cohort..end.max(first_cohort)].to_vec(),
            }
        };
        let in_month = |month: usize| -> f64 {
            let shares = shares.iter().skip(month).step_by(months);
            if month < months { shares.sum() } else { 0.0 }
        };
        let firsts = (0..months).step_by(WIDTH);
        Self {
            most_of_all: (0..months).map(in_month).fold(0.0, f64::max),
            of_all: firsts
                .map(|first| std::array::from_fn(|place| in_month(first + place)))
                .collect(),
            blocks: (0..months).step_by(WIDTH).map(block).collect(),
            months,
            shares,
        }
    }

    /// The shares of a cohort, month by month of the period.
    #[inline]
    #[must_use]
    pub fn row(&self, cohort: usize) -> &[f64] {
        &self.shares[cohort * self.months..(cohort + 1) * self.months]
    }

    /// The shares of all cohorts together in a block of months: what one lead in each brings.
    /// What is left of the last block is zero.
    #[inline]
    pub(crate) fn of_all(&self, block: usize) -> &[f64; WIDTH] {
        &self.of_all[block]
    }

    /// The largest of these.
    #[inline]
    pub(crate) fn most_of_all(&self) -> f64 {
        self.most_of_all
    }

    /// What cohorts of so many leads bring in the months of a block.
    #[inline]
    pub(crate) fn of_block(&self, block: usize, leads: &[f64]) -> [f64; WIDTH] {
        let block = self.blocks.get(block);
        block.map_or([0.0; WIDTH], |block| block.sums(0, leads))
    }

    /// What cohorts of so many leads bring by month, of those of whom `reach` get there.
    #[inline]
    pub(crate) fn carry(&self, leads: &[f64], reach: f64, into: &mut [f64]) {
        self.carry_from(0, leads, reach, into);
    }

    /// The same for leads of which the first belong to the cohort given.
    pub(crate) fn carry_from(&self, cohort: usize, leads: &[f64], reach: f64, into: &mut [f64]) {
        let (whole, rest) = into.as_chunks_mut();
        let (blocks, last) = self.blocks.split_at(whole.len().min(self.blocks.len()));
        for (block, into) in blocks.iter().zip(whole) {
            *into = block.sums(cohort, leads).map(|sum| sum * reach);
        }
        if let [block, ..] = last {
            let sums = block.sums(cohort, leads);
            for (into, sum) in rest.iter_mut().zip(&sums) {
                *into = sum * reach;
            }
        }
    }
}

impl Block {
    /// What leads bring in its months; the first of them belong to the cohort given.
    #[inline]
    fn sums(&self, cohort: usize, leads: &[f64]) -> [f64; WIDTH] {
        let rows = cohort.saturating_sub(self.first_cohort);
        let rows = self.shares.get(rows..).unwrap_or_default();
        let before = self.first_cohort.saturating_sub(cohort);
        let leads = leads.get(before..).unwrap_or_default();
        let count = rows.len().min(leads.len());
        let (pairs, last) = rows[..count].as_chunks::<2>();
        let (leads, last_leads) = leads[..count].as_chunks::<2>();
        let mut sums = [0.0; WIDTH];
        let mut add = |leads: f64, shares: &[f64; WIDTH]| {
            for (sum, share) in sums.iter_mut().zip(shares) {
                *sum += leads * share;
            }
        };
        for ([one, other], [shares, others]) in leads.iter().zip(pairs) {
            add(*one, shares);
            add(*other, others);
        }
        for (leads, shares) in last_leads.iter().zip(last) {
            add(*leads, shares);
        }
        sums
    }
}

/// The kernel of an event that comes `time` after creation: a deal is created uniformly
/// over its cohort's days (maths.md section 2). The close season reweights the months in
/// which a cohort's deals come through and conserves their number.
#[must_use]
pub fn month_kernel(
    calendar: &Calendar,
    time: &TimeGrid,
    close_season: Option<&Season>,
) -> MonthKernel {
    let sums = time.sums();
    let months = calendar.months();
    let weights = close_season.map(|season| Weights::new(calendar, season));
    let mut shares = Vec::with_capacity(calendar.cohorts.len() * months);
    for cohort in &calendar.cohorts {
        let scale = weights
            .as_ref()
            .map_or(1.0, |weights| weights.scale(calendar, cohort, &sums));
        // Most windows begin where the one before them ends.
        let mut edge = (i64::MIN, 0.0);
        for (place, window) in calendar.windows.iter().enumerate() {
            let weight = weights
                .as_ref()
                .map_or(1.0, |weights| weights.windows[place]);
            let mut part = 0.0;
            if window.days() > 0 && cohort.days() > 0 {
                let before = if edge.0 == window.first {
                    edge.1
                } else {
                    through(&sums, cohort, window.first)
                };
                edge = (window.end, through(&sums, cohort, window.end));
                part = ((edge.1 - before) / cohort.days() as f64).max(0.0);
            }
            shares.push(part * weight * scale);
        }
    }
    MonthKernel::new(months, shares)
}

/// The close season's weights by month.
struct Weights {
    windows: Vec<f64>,
    closing: Vec<f64>,
}

impl Weights {
    fn new(calendar: &Calendar, season: &Season) -> Self {
        let of = |spans: &[Span]| spans.iter().map(|span| season.weight(span.month)).collect();
        Self {
            windows: of(&calendar.windows),
            closing: of(&calendar.closing_months),
        }
    }

    /// One over the mean weight of the months in which a cohort's deals come through, so
    /// that the weighted shares add up to the unweighted ones. What comes after the months
    /// looked at weighs 1.
    fn scale(&self, calendar: &Calendar, cohort: &Span, sums: &[f64]) -> f64 {
        let (mut plain, mut weighted) = (0.0, 0.0);
        for (month, weight) in calendar.closing_months.iter().zip(&self.closing) {
            if month.end <= cohort.first {
                continue;
            }
            let part = share(sums, cohort, month.first.max(cohort.first), month.end);
            plain += part;
            weighted += part * weight;
            if plain > 1.0 - 1e-9 {
                break;
            }
        }
        let weighted = weighted + (1.0 - plain).max(0.0);
        // A season that forbids every month a cohort could close in leaves nothing to win.
        if weighted > 1e-12 {
            1.0 / weighted
        } else {
            0.0
        }
    }
}

/// The share of a cohort's deals that come through from day `first` to before day `end`.
fn share(sums: &[f64], cohort: &Span, first: i64, end: i64) -> f64 {
    if end <= first || cohort.days() == 0 {
        return 0.0;
    }
    let come = through(sums, cohort, end) - through(sums, cohort, first);
    (come / cohort.days() as f64).max(0.0)
}

/// How many of a cohort's deals, one a day, have come through before a day.
fn through(sums: &[f64], cohort: &Span, day: i64) -> f64 {
    sum_to(sums, day - 1 - cohort.first) - sum_to(sums, day - 1 - cohort.end)
}

/// The sum of the cumulative probabilities from 0 to `day`, the last one going on for ever.
fn sum_to(sums: &[f64], day: i64) -> f64 {
    let Ok(day) = usize::try_from(day) else {
        return 0.0;
    };
    if let Some(sum) = sums.get(day) {
        return *sum;
    }
    let last = sums.len() - 1;
    let before = if last == 0 { 0.0 } else { sums[last - 1] };
    sums[last] + (day - last) as f64 * (sums[last] - before)
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;
    use plumbline_plan::{Factor, Quantity, unit::Period};

    use super::*;
    use crate::kernel::StageTime;

    fn calendar(months: u8) -> Calendar {
        let period = Period {
            start: "2027-01".parse().unwrap(),
            months,
        };
        Calendar::new(period, NaiveDate::default(), 0.0, false)
    }

    fn row_sum(kernel: &MonthKernel, cohort: usize) -> f64 {
        kernel.row(cohort).iter().sum()
    }

    #[test]
    fn without_time_deals_are_won_in_their_month() {
        let kernel = month_kernel(&calendar(12), &TimeGrid::zero(), None);
        for cohort in 0..12 {
            for month in 0..12 {
                let wanted = if cohort == month { 1.0 } else { 0.0 };
                assert!((kernel.row(cohort)[month] - wanted).abs() < 1e-12);
            }
        }
    }

    /// Seven stages of exactly ten days smear over two or three months, not eight.
    #[test]
    fn short_stages_do_not_smear() {
        let time = TimeGrid::totals(&[StageTime::new(10.0, 10.0); 7], 800)
            .pop()
            .unwrap();
        let kernel = month_kernel(&calendar(12), &time, None);
        // Created 1 to 31 January, won 12 March (day 70) to 11 April.
        let row = kernel.row(0);
        assert!(
            (row[2] - 20.0 / 31.0).abs() < 1e-12 && (row[3] - 11.0 / 31.0).abs() < 1e-12,
            "{row:?}"
        );
    }

    #[test]
    fn adding_day_by_day_gives_the_same() {
        let calendar = calendar(6);
        let time = TimeGrid::totals(
            &[StageTime::new(14.0, 40.0), StageTime::new(9.0, 20.0)],
            800,
        )
        .pop()
        .unwrap();
        let kernel = month_kernel(&calendar, &time, None);
        for (c, cohort) in calendar.cohorts.iter().enumerate() {
            for (k, window) in calendar.windows.iter().enumerate() {
                let each = (cohort.first..cohort.end).map(|day| {
                    time.up_to(window.end - 1 - day) - time.up_to(window.first - 1 - day)
                });
                let mean = each.sum::<f64>() / cohort.days() as f64;
                assert!((kernel.row(c)[k] - mean).abs() < 1e-12);
            }
        }
    }

    #[test]
    fn the_close_season_moves_wins_and_conserves_them() {
        let mut weights = [Factor::nearest(1.0); 12];
        for quarter_end in [2, 5, 8, 11] {
            weights[quarter_end] = Factor::nearest(2.0);
        }
        let season = Season::new(weights);
        let calendar = calendar(24);
        let time = TimeGrid::totals(&[StageTime::new(40.0, 90.0)], 1600)
            .pop()
            .unwrap();
        let plain = month_kernel(&calendar, &time, None);
        let moved = month_kernel(&calendar, &time, Some(&season));
        assert!((row_sum(&plain, 0) - row_sum(&moved, 0)).abs() < 1e-6);
        assert!(moved.row(0)[2] > plain.row(0)[2]);
        assert!(moved.row(0)[1] < plain.row(0)[1]);
    }

    #[test]
    fn durations_beyond_the_period_win_nothing() {
        let time = TimeGrid::totals(&[StageTime::new(4000.0, 4000.0)], 400)
            .pop()
            .unwrap();
        let kernel = month_kernel(&calendar(12), &time, None);
        assert!((0..12).all(|cohort| row_sum(&kernel, cohort) == 0.0));
    }
}
