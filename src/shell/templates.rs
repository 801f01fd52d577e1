//! The templates, each with a line about it.

use plumbline_plan::start::Template;
use plumbline_wording::texts::starts as text;
use yew::prelude::*;

use super::desk::Desk;
use crate::workbook::access::use_reader;

/// Properties of [`Templates`].
#[derive(Properties)]
pub(super) struct TemplatesProps {
    /// Opens them.
    pub desk: Desk,
}

impl PartialEq for TemplatesProps {
    /// Every desk of a page does the same.
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

/// Plans to start from.
#[component]
pub(super) fn Templates(props: &TemplatesProps) -> Html {
    let today = use_reader().today;
    html! {
        <section class="templates">
            <h2>{ text::TEMPLATES }</h2>
            <p class="section-why">{ text::TEMPLATES_WHY }</p>
            <ul>
                { for Template::ALL.into_iter().zip(text::TEMPLATE_NAMES).map(|(template, (name, line))| {
                    let desk = props.desk.clone();
                    let open = Callback::from(move |_: MouseEvent| {
                        desk.show(template.plan(today), None, text::started_from(name));
                    });
                    html! {
                        <li key={name}>
                            <button type="button" onclick={open}>{ name }</button>
                            <p>{ line }</p>
                        </li>
                    }
                }) }
            </ul>
        </section>
    }
}
