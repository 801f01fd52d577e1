//! What an element is, which is also its class in the page.
//!
//! A role travels through plotters as a colour; the surface turns it back into a
//! class. No real colour is ever written.

use plotters::style::{Color, ShapeStyle};
use plotters_backend::BackendColor;

use crate::surface::grid;

/// The part an element plays in a picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Role {
    Ink,
    InkQuiet,
    Line,
    Silhouette,
    Range,
    Band,
    String,
    Weight,
    Median,
    Target,
    Gap,
    Required,
    Provided,
    Short,
    First,
    Second,
    Third,
    Fourth,
}

/// Class and opacity, in the order of [`Role`]. The band is a range seen through.
const CLASSES: [(&str, f64); 18] = [
    ("ink", 1.0),
    ("ink-quiet", 1.0),
    ("line", 1.0),
    ("silhouette", 0.14),
    ("range", 1.0),
    ("range", 0.16),
    ("string", 1.0),
    ("weight", 1.0),
    ("median", 1.0),
    ("target", 1.0),
    ("gap", 1.0),
    ("required", 0.45),
    ("provided", 1.0),
    ("short", 1.0),
    ("part-1", 1.0),
    ("part-2", 0.62),
    ("part-3", 0.36),
    ("part-4", 0.16),
];

impl Role {
    /// The parts of a stacked column from the ground up; beyond the fourth they look alike.
    pub(crate) fn part(place: usize) -> Self {
        match place {
            0 => Self::First,
            1 => Self::Second,
            2 => Self::Third,
            _ => Self::Fourth,
        }
    }

    /// A filled shape.
    pub(crate) fn fill(self) -> ShapeStyle {
        self.filled()
    }

    /// A line of `width` pixels.
    pub(crate) fn stroke(self, width: f64) -> ShapeStyle {
        self.stroke_width(grid(width).unsigned_abs())
    }
}

impl Color for Role {
    fn to_backend_color(&self) -> BackendColor {
        let index = *self as u8;
        let alpha = CLASSES
            .get(usize::from(index))
            .map_or(1.0, |(_, alpha)| *alpha);
        BackendColor {
            rgb: (index, 0, 0),
            alpha,
        }
    }
}

/// The class for a colour made by a [`Role`].
pub(crate) fn class(color: BackendColor) -> &'static str {
    CLASSES
        .get(usize::from(color.rgb.0))
        .map_or("ink", |(class, _)| *class)
}
