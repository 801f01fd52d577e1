//! A drawn chart on the page.

use yew::prelude::*;

use crate::browser::viewport;

/// Properties of [`SvgPicture`].
#[derive(Properties, PartialEq)]
pub struct SvgPictureProps {
    /// The picture as SVG, made by the charts crate, which escapes every text in it.
    pub svg: AttrValue,
    /// The class of the element around it.
    pub class: AttrValue,
}

/// A picture, drawn anew only when it differs.
#[component]
pub fn SvgPicture(props: &SvgPictureProps) -> Html {
    let picture = Html::from_html_unchecked(props.svg.clone());
    html! { <div class={props.class.clone()}>{ picture }</div> }
}

/// The widest a chart in the text is drawn, in CSS pixels.
const WIDEST: u32 = 720;

/// The width to lay a chart in the text out for: that of the text column, so that its
/// words keep their size.
#[hook]
pub fn use_chart_width() -> u32 {
    let width = use_state_eq(column);
    use_effect_with((), {
        let width = width.setter();
        move |()| {
            // It may have changed since the first drawing, with nobody listening.
            width.set(column());
            let listener = viewport::on_resize(move || width.set(column()));
            move || drop(listener)
        }
    });
    *width
}

/// The width of the text column now, in steps of 40 pixels, so that dragging the window's edge
/// does not draw at every pixel.
fn column() -> u32 {
    chart_width(viewport::width())
}

/// The width of a chart in the text, in a window of this width.
#[must_use]
pub fn chart_width(window: f64) -> u32 {
    let available = window as u32;
    let column = available.saturating_sub(32) / 40 * 40;
    column.clamp(280, WIDEST)
}
