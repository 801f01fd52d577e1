//! The chapters of words.
use yew::prelude::*;
macro_rules! page { ($($name:ident),*) => { $(#[component] pub(super) fn $name() -> Html { html! { <div /> } })* }; }
page!(
    FoundationChapter,
    MarketChapter,
    OfferChapter,
    CompensationChapter,
    RhythmChapter,
    ScorecardChapter,
    ReviewChapter
);
