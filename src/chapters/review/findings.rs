//! All findings nobody set aside, the most valuable first.

use plumbline_wording::texts::review as text;
use yew::prelude::*;

use super::finding::FindingItem;
use crate::findings::use_findings;

/// The findings.
#[component]
pub(super) fn FindingsSection() -> Html {
    let findings = use_findings();
    let empty = findings.open().next().is_none();
    html! {
        <section>
            <h2>{ text::FINDINGS }</h2>
            <p class="section-why">{ if empty { text::NO_FINDINGS } else { text::FINDINGS_WHY } }</p>
            <div>
                { for findings.open().map(|ranked| html! {
                    <FindingItem key={format!("{}:{}", ranked.finding.code, ranked.finding.path)}
                        ranked={ranked.clone()} />
                }) }
            </div>
        </section>
    }
}
