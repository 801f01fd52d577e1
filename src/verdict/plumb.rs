//! The plumb line of the newest answer.

use plumbline_charts::{PlumbLine, Scale, Size, plumb_line, plumb_line_compact};
use plumbline_export::pictures::{self, Standing};
use yew::prelude::*;

use super::Reading;
use crate::components::{Figures, SvgPicture, use_figures};

/// Properties of [`PlumbPicture`].
#[derive(Properties, PartialEq)]
pub struct PlumbPictureProps {
    /// The answer.
    pub reading: Reading,
    /// The picture's size in CSS pixels.
    pub size: (u32, u32),
}

/// The picture.
#[component]
pub fn PlumbPicture(props: &PlumbPictureProps) -> Html {
    let figures = use_figures();
    let (width, height) = props.size;
    let svg = plumb_line(&drawing(&props.reading, &figures, Size { width, height }));
    html! { <SvgPicture class="picture" svg={svg.into_string()} /> }
}

/// Properties of [`PlumbStrip`].
#[derive(Properties, PartialEq)]
pub struct PlumbStripProps {
    /// The answer.
    pub reading: Reading,
    /// The scale, shared with what it is compared with.
    pub scale: Scale,
}

/// The picture lying down, without words, to be compared with others on one scale.
#[component]
pub fn PlumbStrip(props: &PlumbStripProps) -> Html {
    let figures = use_figures();
    let size = Size {
        width: 200,
        height: 56,
    };
    let drawing = PlumbLine {
        scale: props.scale,
        ..drawing(&props.reading, &figures, size)
    };
    let svg = plumb_line_compact(&drawing);
    html! { <SvgPicture class="picture" svg={svg.into_string()} /> }
}

fn drawing(reading: &Reading, figures: &Figures, size: Size) -> PlumbLine {
    let standing = Standing {
        bookings: reading.bookings,
        quantiles: &reading.quantiles,
        target: reading.target,
    };
    pictures::plumb_line(standing, figures, size)
}
