//! Two samples against each other.

use plumbline_forecast::{Engine, Model};
use plumbline_plan::Plan;

/// Bookings of the period in each trial of a plan that names its as-of date.
pub fn totals(plan: &Plan, trials: u32) -> Vec<f64> {
    let today = plan.reality_check.as_of.unwrap();
    let model = Model::from_plan(plan, today).unwrap();
    let actual: f64 = model.actual_bookings.iter().sum();
    let mut totals = Vec::with_capacity(trials as usize);
    Engine::new(&model).each(1, 0..trials, |by_origin| {
        totals.push(actual + by_origin.iter().flatten().sum::<f64>());
    });
    totals
}

/// The two-sample Kolmogorov-Smirnov distance: the largest difference of the shares that
/// lie at or below any value. Sorts both.
pub fn distance(first: &mut [f64], second: &mut [f64]) -> f64 {
    first.sort_by(f64::total_cmp);
    second.sort_by(f64::total_cmp);
    let (mut i, mut j, mut most) = (0, 0, 0.0_f64);
    while i < first.len() && j < second.len() {
        // Both step over all that is equal; a cent apart is equal.
        let value = first[i].min(second[j]);
        let reach = value + 1e-6 * value.abs();
        i += first[i..].iter().take_while(|v| **v <= reach).count();
        j += second[j..].iter().take_while(|v| **v <= reach).count();
        let apart = i as f64 / first.len() as f64 - j as f64 / second.len() as f64;
        most = most.max(apart.abs());
    }
    most
}

/// How often two samples of one distribution lie at least so far apart: Kolmogorov's
/// distribution with Stephens' (1970) correction. With values that come more than once it
/// is too high, never too low.
pub fn p_value(distance: f64, first: usize, second: usize) -> f64 {
    let n = (first as f64 * second as f64 / (first + second) as f64).sqrt();
    let x = (n + 0.12 + 0.11 / n) * distance;
    if x < 0.3 {
        return 1.0;
    }
    let term = |k: i32| {
        let sign = if k % 2 == 1 { 2.0 } else { -2.0 };
        sign * (-2.0 * f64::from(k * k) * x * x).exp()
    };
    (1..=100).map(term).sum::<f64>().clamp(0.0, 1.0)
}
