//! A drawn chart on the page.

use yew::prelude::*;

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
