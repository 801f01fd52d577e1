//! The finished picture and what surrounds it: size, title, description.
//!
//! Never draws: it wraps what the charts drew.

use std::convert::Infallible;

use plotters::coord::Shift;
use plotters::drawing::{DrawingArea, DrawingAreaErrorKind, IntoDrawingArea};

use crate::surface::{Surface, escape};

/// Width and height in CSS pixels at which one unit of the picture is one pixel.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Size {
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
}

/// What a screen reader says of the picture. Plain text; escaped here.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Caption {
    /// The picture's name, one short line.
    pub title: String,
    /// What it shows, in a sentence or two: the same facts as the picture.
    pub description: String,
}

/// An SVG picture, ready to be put into a page or a file.
#[derive(Clone, Debug, PartialEq)]
pub struct Svg {
    body: String,
    size: Size,
    places: Vec<Place>,
}

/// Where in a picture one of its values is read: what a pointer hits, and where the line is
/// drawn that shows which value is meant. In pixels of the picture.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Place {
    /// Left, top, width and height of what belongs to the value.
    pub area: (f64, f64, f64, f64),
    /// How far across the line is; nothing where values lie below each other and the whole
    /// area is marked.
    pub line: Option<f64>,
}

impl Svg {
    /// The whole `<svg>` element: `viewBox` but no width or height, `role="img"`,
    /// title and description first.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.body
    }

    /// The whole `<svg>` element, given away.
    #[must_use]
    pub fn into_string(self) -> String {
        self.body
    }

    /// The size the picture was laid out for, in pixels.
    #[must_use]
    pub fn size(&self) -> Size {
        self.size
    }

    /// Where its values are read, in their order: months, stages or rows. Empty for a
    /// picture without.
    #[must_use]
    pub fn places(&self) -> &[Place] {
        &self.places
    }

    /// A picture drawn elsewhere, put together again from what it was taken apart into: its
    /// `<svg>` element, its size and its places.
    #[must_use]
    pub fn drawn(body: String, size: Size, places: Vec<Place>) -> Self {
        Self { body, size, places }
    }

    /// The same picture, read at these places.
    pub(crate) fn read_at(self, places: Vec<Place>) -> Self {
        Self { places, ..self }
    }
}

/// The area charts draw on.
pub(crate) type Area<'a> = DrawingArea<Surface<'a>, Shift>;

/// The outcome of drawing. The surface writes to memory and can't fail itself.
pub(crate) type Drawn<T = ()> = Result<T, DrawingAreaErrorKind<Infallible>>;

/// Opens a picture of `kind` (its class), lets `draw` draw, and closes it.
pub(crate) fn picture(
    kind: &str,
    size: Size,
    caption: &Caption,
    draw: impl FnOnce(&Area<'_>) -> Drawn,
) -> Svg {
    let mut body = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {} {}\" class=\"chart {kind}\" role=\"img\">\n<title>",
        size.width, size.height
    );
    escape(&mut body, &caption.title);
    body.push_str("</title>\n");
    if !caption.description.is_empty() {
        body.push_str("<desc>");
        escape(&mut body, &caption.description);
        body.push_str("</desc>\n");
    }
    let drawn = draw(&Surface::new(&mut body, size).into_drawing_area());
    // Plotters can refuse only a layout without room; sizes are kept above that.
    // Should it happen, a picture with its title is still true.
    debug_assert!(drawn.is_ok(), "{drawn:?}");
    body.push_str("</svg>\n");
    Svg {
        body,
        size,
        places: Vec::new(),
    }
}
