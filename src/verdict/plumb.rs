//! The plumb line of the newest answer.

use plumbline_charts::{
    Caption, Distribution, Label, PlumbLine, Scale, Size, TargetMark, Tick, plumb_line,
    plumb_line_compact,
};
use plumbline_wording::texts::verdict as text;
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
    let distribution = Distribution::new(reading.quantiles.iter().copied());
    let scale = distribution.as_ref().map_or_else(
        || Scale::around([reading.target]),
        |all| all.scale(Some(reading.target)),
    );
    let marks = if figures.hides_money { 0 } else { 6 };
    let ticks = scale
        .ticks(marks)
        .into_iter()
        .map(|value| Tick::new(value, figures.chart_money(value)));
    let spread = reading.bookings;
    let gap = reading.gap(figures);
    let description = text::picture(
        &figures.about_money(spread.p50),
        &figures.about_money(spread.p10),
        &figures.about_money(spread.p90),
        &figures.about_money(reading.target),
        &gap,
    );
    PlumbLine {
        caption: Caption {
            title: text::VERDICT.to_owned(),
            description,
        },
        size,
        ticks: ticks.collect(),
        scale,
        distribution,
        median: Label::new(text::MEDIAN, figures.chart_money(spread.p50)),
        target: Some(TargetMark {
            value: reading.target,
            label: Label::new(text::TARGET, figures.chart_money(reading.target)),
        }),
        gap: Label::new("", gap),
    }
}
