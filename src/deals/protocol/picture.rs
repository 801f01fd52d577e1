//! A picture on its way from the worker to the page: drawn already, with its values in words.

use plumbline_charts::{Place, Size, Svg};
use serde::{Deserialize, Serialize};

/// Where a value is read: left, top, width and height of its area, and how far across its
/// line is, if it has one.
pub(in crate::deals) type PlaceRead = ((f64, f64, f64, f64), Option<f64>);

/// A picture with its values.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(in crate::deals) struct Picture {
    /// Its `<svg>` element.
    pub svg: String,
    /// Width and height.
    pub size: (u32, u32),
    /// Where its values are read: the area of each, and how far across its line is.
    pub places: Vec<PlaceRead>,
    /// Its values in words.
    pub readings: Vec<String>,
}

impl Picture {
    /// What was drawn, with its values.
    pub(in crate::deals) fn of(svg: Svg, readings: Vec<String>) -> Self {
        let places = svg.places().iter();
        Self {
            places: places.map(|place| (place.area, place.line)).collect(),
            size: (svg.size().width, svg.size().height),
            readings,
            svg: svg.into_string(),
        }
    }

    /// The picture as it was drawn.
    pub(in crate::deals) fn drawn(&self) -> Svg {
        let (width, height) = self.size;
        let places = self.places.iter();
        let places = places.map(|(area, line)| Place {
            area: *area,
            line: *line,
        });
        Svg::drawn(self.svg.clone(), Size { width, height }, places.collect())
    }
}
