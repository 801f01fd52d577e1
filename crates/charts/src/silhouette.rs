//! The shape of a distribution along an axis, from its quantiles.
//!
//! Each gap between two quantiles holds a known share of the probability. The shares
//! are laid out in cells one pixel long and smoothed, so lumps and certainties stay
//! drawable: a certainty becomes a narrow spindle. Never a claim about density to
//! read values from; it is a silhouette.

use crate::distribution::Distribution;
use crate::scale::Scale;

/// A point of the outline: where along the scale (0 low end, 1 high end) and how wide
/// there (1 at most).
pub(crate) type Outline = Vec<(f64, f64)>;

/// How many points an outline may have.
const POINTS: usize = 140;

/// The outline from the low end to the high end of a scale `length` pixels long; empty
/// where the distribution lies off the scale.
pub(crate) fn outline(distribution: &Distribution, scale: &Scale, length: f64) -> Outline {
    // Beyond one length off the scale nothing shows; it only would cost cells.
    let along = |value: f64| (scale.fraction(value) * length).clamp(-length, 2.0 * length);
    let spread = along(distribution.at(0.9)) - along(distribution.at(0.1));
    let radius = (spread * 0.05).round().clamp(2.0, 24.0) as usize;
    let margin = (3 * radius + 1) as f64;
    let quantiles = distribution.quantiles();
    let (Some(first), Some(last)) = (quantiles.first(), quantiles.last()) else {
        return Outline::new();
    };
    let start = (along(first.1) - margin).floor();
    let count = (along(last.1) + margin - start).ceil() as usize + 1;
    let mut cells = vec![0.0; count];
    if quantiles.len() == 1 || last.1 <= first.1 {
        lay(
            &mut cells,
            along(first.1) - start,
            along(first.1) - start,
            1.0,
        );
    }
    for pair in quantiles.windows(2) {
        if let [low, high] = pair {
            lay(
                &mut cells,
                along(low.1) - start,
                along(high.1) - start,
                high.0 - low.0,
            );
        }
    }
    for _ in 0..3 {
        cells = blur(&cells, radius);
    }
    // A short shape at full width would be a disc: what is nearly certain is drawn slim.
    let widest = libm::sqrt(spread / 60.0).clamp(0.2, 1.0);
    shape(&cells, start, length, widest)
}

/// Lays `share` evenly over the cells between two positions.
fn lay(cells: &mut [f64], from: f64, to: f64, share: f64) {
    // Less than a cell apart: all of it into a cell's length around the middle.
    let (from, to) = if to - from < 1.0 {
        let middle = (from + to) / 2.0;
        (middle - 0.5, middle + 0.5)
    } else {
        (from, to)
    };
    for index in from.max(0.0) as usize..=to as usize {
        let low = from.max(index as f64);
        let high = to.min(index as f64 + 1.0);
        if let Some(cell) = cells.get_mut(index) {
            *cell += share * (high - low).max(0.0) / (to - from);
        }
    }
}

/// The mean over `radius` cells to either side; three in a row come near a bell.
fn blur(cells: &[f64], radius: usize) -> Vec<f64> {
    let mut sums = Vec::with_capacity(cells.len() + 1);
    sums.push(0.0);
    let mut total = 0.0;
    for cell in cells {
        total += cell;
        sums.push(total);
    }
    let sum_to = |index: usize| sums.get(index.min(cells.len())).copied().unwrap_or(total);
    (0..cells.len())
        .map(|index| sum_to(index + radius + 1) - sum_to(index.saturating_sub(radius)))
        .collect()
}

/// The cells that lie on the scale, thinned, as an outline `full` wide at its widest.
fn shape(cells: &[f64], start: f64, length: f64, full: f64) -> Outline {
    let shown: Vec<(f64, f64)> = cells
        .iter()
        .enumerate()
        .map(|(index, width)| (start + index as f64 + 0.5, *width))
        .filter(|(position, width)| (0.0..=length).contains(position) && *width > 0.0)
        .collect();
    let widest = shown
        .iter()
        .fold(0.0_f64, |widest, (_, width)| widest.max(*width));
    let shown: Outline = shown
        .into_iter()
        .map(|(position, width)| (position / length, full * width / widest))
        .collect();
    thin(&shown, POINTS)
}

/// At most `most` of the points, evenly, first and last among them.
pub(crate) fn thin<T: Copy>(points: &[T], most: usize) -> Vec<T> {
    if points.len() <= most || most < 2 {
        return points.to_vec();
    }
    (0..most)
        .filter_map(|index| points.get(index * (points.len() - 1) / (most - 1)).copied())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_silhouette_is_widest_where_the_quantiles_crowd() {
        let lopsided =
            Distribution::new([(0.0, 0.0), (0.2, 60.0), (0.8, 70.0), (1.0, 100.0)]).unwrap();
        let outline = outline(&lopsided, &Scale::new(0.0, 100.0), 300.0);
        let widest = outline.iter().max_by(|a, b| a.1.total_cmp(&b.1)).unwrap();
        assert!((0.6..0.7).contains(&widest.0), "{widest:?}");
        assert!(outline.iter().all(|(_, width)| (0.0..=1.0).contains(width)));
    }

    #[test]
    fn a_certainty_is_a_narrow_spindle() {
        let certain = Distribution::new([(0.1, 50.0), (0.9, 50.0)]).unwrap();
        let outline = outline(&certain, &Scale::new(0.0, 100.0), 300.0);
        assert!(!outline.is_empty());
        assert!(outline.iter().all(|(along, _)| (along - 0.5).abs() < 0.05));
    }

    #[test]
    fn thinning_keeps_both_ends() {
        let many: Vec<usize> = (0..5000).collect();
        let few = thin(&many, 600);
        assert_eq!((few.len(), few[0], few[599]), (600, 0, 4999));
    }
}
