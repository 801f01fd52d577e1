//! The weight: a slim plumb bob whose tip is the reading.

use plotters::element::{EmptyElement, Polygon};

use crate::pen::{Point, on_grid};
use crate::role::Role;
use crate::svg::{Area, Drawn};

/// From the top of the neck to the tip, in pixels at full size.
pub(crate) const LENGTH: f64 = 48.0;

/// Depth below the top of the neck and half the width there, at full size: a neck,
/// a collar, a shoulder, and a long taper to a point.
const PROFILE: [(f64, f64); 19] = [
    (0.0, 1.5),
    (3.5, 1.5),
    (3.5, 3.4),
    (6.0, 3.4),
    (6.8, 4.6),
    (8.0, 5.8),
    (9.6, 6.8),
    (11.6, 7.6),
    (14.0, 8.0),
    (16.6, 8.0),
    (19.4, 7.6),
    (23.0, 6.7),
    (27.0, 5.5),
    (31.0, 4.3),
    (35.0, 3.1),
    (39.0, 2.0),
    (43.0, 1.0),
    (46.0, 0.4),
    (48.0, 0.0),
];

/// Draws the weight with its tip at `tip`, `size` times as large as full size.
pub(crate) fn draw(area: &Area<'_>, tip: Point, size: f64) -> Drawn {
    let side = |sign: f64| {
        PROFILE
            .iter()
            .map(move |(depth, half)| (sign * half * size, (depth - LENGTH) * size))
            .map(on_grid)
    };
    let outline: Vec<_> = side(1.0).chain(side(-1.0).rev()).collect();
    area.draw(&(EmptyElement::at(on_grid(tip)) + Polygon::new(outline, Role::Weight.fill())))
}
