//! However the target is split over the months, the months add up to it.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use crate::common::blank;
use plumbline_plan::{
    Factor, Money, Month, Quantity,
    chapter::{Targets, targets::TargetSplit},
    unit::{Period, Season},
};
use proptest::{collection::vec, prelude::*};

fn targets(bookings: f64, months: u8, split: TargetSplit) -> Targets {
    let start = Month::new(2027, 4).unwrap();
    Targets {
        bookings: Some(Money::new(bookings).unwrap()),
        split,
        ..Targets::for_period(Period { start, months })
    }
}

fn season(weights: &[f64]) -> Season {
    let weights: Vec<Factor> = weights.iter().copied().map(Factor::nearest).collect();
    Season::new(weights.try_into().unwrap())
}

fn adds_up(targets: &Targets) -> bool {
    let months = targets.by_month();
    let (sum, target) = (months.iter().sum::<f64>(), targets.bookings.unwrap().get());
    months.len() == usize::from(targets.period.months)
        && (sum - target).abs() <= 1e-9 * target.abs().max(1.0)
}

#[test]
fn evenly_is_the_same_every_month() {
    assert_eq!(
        targets(1_200.0, 12, TargetSplit::Even).by_month(),
        [100.0; 12]
    );
}

#[test]
fn by_season_follows_the_calendar_not_the_place_in_the_period() {
    let mut targets = targets(1_300.0, 12, TargetSplit::Season);
    let mut weights = [1.0; 12];
    weights[11] = 2.0;
    targets.season = season(&weights);
    let months = targets.by_month();
    // April to March: December is the ninth.
    assert!((months[8] - 200.0).abs() < 1e-9);
    assert!((months[0] - 100.0).abs() < 1e-9);
}

#[test]
fn by_month_is_what_was_entered() {
    let mut targets = targets(500.0, 3, TargetSplit::ByMonth);
    let amount = |value| Money::new(value).unwrap();
    targets.by_month = [("2027-04", 200.0), ("2027-06", 300.0), ("2026-01", 9.0)]
        .map(|(month, value)| (month.parse().unwrap(), amount(value)))
        .into();
    assert_eq!(targets.by_month(), [200.0, 0.0, 300.0]);
    assert!(adds_up(&targets));
}

#[test]
fn without_a_target_there_is_nothing_to_split() {
    assert!(blank().targets.by_month().is_empty());
}

#[test]
fn months_that_all_weigh_nothing_share_evenly() {
    let mut targets = targets(900.0, 3, TargetSplit::Season);
    let mut weights = [0.0; 12];
    weights[0] = 1.0;
    targets.season = season(&weights);
    assert_eq!(
        targets.by_month(),
        [300.0; 3],
        "January is not in the period"
    );
}

proptest! {
    #[test]
    fn they_add_up(
        bookings in 0.0..1e12,
        months in 1..=60_u8,
        weights in vec(0.0..1e6, 12),
    ) {
        prop_assert!(adds_up(&targets(bookings, months, TargetSplit::Even)));
        let mut by_season = targets(bookings, months, TargetSplit::Season);
        by_season.season = season(&weights);
        prop_assert!(adds_up(&by_season));
        let mut by_month = targets(bookings, months, TargetSplit::ByMonth);
        by_month.by_month = by_season
            .period
            .iter()
            .zip(by_season.by_month())
            .map(|(month, value)| (month, Money::nearest(value)))
            .collect();
        prop_assert!(adds_up(&by_month));
    }
}
