//! Chapter 11.
use yew::prelude::*;
#[component]
pub(super) fn RealityCheckChapter() -> Html {
    html! { <div /> }
}
