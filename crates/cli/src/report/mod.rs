//! The answer as text for people and as JSON for programs. Words what was computed; decides
//! nothing and computes nothing.

mod complaints;
pub(crate) mod deals;
pub(crate) mod deals_json;
pub(crate) mod deals_refusal;
mod findings;
pub(crate) mod json;
mod table;
pub(crate) mod text;

use plumbline_plan::Currency;
use plumbline_wording::{figures::Figures, locale::Locale};

/// Figures in American English whatever the machine's settings: what a script or a
/// colleague reads must not depend on where the program ran.
pub(crate) fn figures_in(currency: Currency) -> Figures {
    Figures::new(Locale::default().into(), currency)
}
