//! Figures for this reader and this plan's currency.

use yew::prelude::*;

pub use plumbline_wording::figures::Figures;

use crate::workbook::access::{use_plan, use_reader};

/// Figures for this reader and the open plan's currency.
#[hook]
pub fn use_figures() -> Figures {
    let currency = use_plan().about.currency;
    let reader = use_reader();
    Figures {
        hides_money: reader.hidden.amounts,
        ..Figures::new(reader.locale, currency)
    }
}
