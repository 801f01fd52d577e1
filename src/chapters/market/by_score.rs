//! Win rates of the firm's own closed deals by the score of the profile.

use plumbline_wording::texts::by_score as text;
use yew::prelude::*;

use crate::{components::use_figures, deals::use_own_record, workbook::use_part};

/// The columns of figures.
const HEADS: [&str; 4] = [text::WON, text::CLOSED, text::RATE, text::RANGE];

/// The bands with their win rates; nothing without deals or a profile.
#[component]
pub(super) fn ByScoreSection() -> Html {
    let profile = use_part(|plan| plan.market.profile.clone());
    let figures = use_figures();
    let record = use_own_record();
    let tally = record.map(|record| record.tally.clone());
    let Some(tally) = tally.filter(|tally| !tally.is_empty() && !profile.is_empty()) else {
        return html! { <section hidden=true /> };
    };
    let found = tally.by_score(&profile);
    html! {
        <section>
            <h2>{ text::TITLE }</h2>
            <p class="section-why">{ if found.is_some() { text::WHY } else { text::NOT_TOLD } }</p>
            <div>
                if let Some(found) = found {
                    <div class="table-scroll" tabindex="0" role="region" aria-label={text::TITLE}>
                        <table class="figures">
                            <caption class="unseen">{ text::TITLE }</caption>
                            <thead><tr>
                                <th scope="col">{ text::ADVICE }</th>
                                { for HEADS.iter().map(|head| html! {
                                    <th scope="col" class="figure">{ *head }</th>
                                }) }
                            </tr></thead>
                            <tbody>
                                { for found.bands.iter().map(|band| html! {
                                    <tr>
                                        <th scope="row">{ text::band(band.advice, &figures) }</th>
                                        { for text::cells(band, &figures).into_iter().map(|cell| html! {
                                            <td class="figure">{ cell }</td>
                                        }) }
                                    </tr>
                                }) }
                            </tbody>
                        </table>
                    </div>
                    { for text::said(&found, &figures).into_iter().map(|said| html! { <p>{ said }</p> }) }
                }
            </div>
        </section>
    }
}
