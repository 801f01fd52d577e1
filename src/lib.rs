//! The workbook: the only code that knows a browser.

use yew::prelude::*;

/// The page.
#[component]
pub fn App() -> Html {
    html! { <h1>{ "Plumbline" }</h1> }
}
