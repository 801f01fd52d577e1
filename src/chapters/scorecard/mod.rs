//! Chapter 10: the figures kept, what really happened, and who promised what.

mod actual;
mod actuals;
mod commitments;
mod key_figures;

use plumbline_plan::FieldPath;
use yew::prelude::*;

/// The page of chapter 10.
#[component]
pub(super) fn ScorecardChapter() -> Html {
    html! {
        <>
            <key_figures::KeyFiguresSection />
            <actuals::ActualsSection />
            <commitments::CommitmentsSection />
        </>
    }
}

fn field(name: &str) -> FieldPath {
    FieldPath::from("scorecard").child(name)
}
