//! Figures for this reader and this plan's currency.

use yew::prelude::*;

pub use plumbline_wording::figures::Figures;

use crate::workbook::access::{use_plan, use_reader};

/// Properties of [`FiguresProvider`].
#[derive(Properties, PartialEq)]
pub struct FiguresProviderProps {
    /// What may ask for the figures.
    pub children: Html,
}

/// Gives everything inside the figures for this reader and this plan's currency. They change
/// seldom, the plan with every keystroke: a field that asks for figures alone is not drawn
/// again when another one is typed into.
#[component]
pub fn FiguresProvider(props: &FiguresProviderProps) -> Html {
    let currency = use_plan().about.currency;
    let reader = use_reader();
    let figures = Figures {
        hides_money: reader.hidden.amounts,
        ..Figures::new(reader.locale, currency)
    };
    html! {
        <ContextProvider<Figures> context={figures}>{ props.children.clone() }</ContextProvider<Figures>>
    }
}

/// Figures for this reader and the open plan's currency.
#[hook]
pub fn use_figures() -> Figures {
    #[expect(
        clippy::expect_used,
        reason = "whoever provides a plan provides its figures"
    )]
    use_context::<Figures>().expect("there are figures")
}
