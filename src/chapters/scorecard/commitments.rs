//! Who promised what, by when.

use chrono::NaiveDate;
use plumbline_plan::chapter::scorecard::Commitment;
use plumbline_wording::texts::scorecard as text;
use yew::prelude::*;

use super::field;
use crate::{
    chapters::parts::{Check, named, why},
    components::{AddItem, DateField, ItemControls, TextArea, TextField},
    workbook::access::{use_plan, use_reader},
};

/// The commitments, one by one.
#[component]
pub(super) fn CommitmentsSection() -> Html {
    let plan = use_plan();
    let today = use_reader().today;
    let list = field("commitments");
    let count = plan.scorecard.commitments.len();
    html! {
        <section>
            <h2>{ text::COMMITMENTS }</h2>
            { why(count, text::COMMITMENTS_EMPTY, text::COMMITMENTS_WHY) }
            <div>
                { for plan.scorecard.commitments.iter().enumerate().map(|(place, commitment)| {
                    let path = list.child(commitment.id.as_str());
                    let name = named(&commitment.what, || text::unnamed_commitment(place + 1));
                    html! {
                        <div class="item" key={commitment.id.to_string()} role="group" aria-label={name.clone()}>
                            <div class="item-head">
                                <TextArea path={path.child("what")} label={text::COMMITMENT}
                                    value={commitment.what.clone()} example={text::COMMITMENT_EXAMPLE} />
                                <ItemControls list={list.clone()} id={commitment.id.to_string()} {name} {place}
                                    {count} />
                            </div>
                            <div class="columns">
                                <TextField path={path.child("owner")} label={text::PROMISED_BY}
                                    value={commitment.owner.clone()} />
                                <DateField path={path.child("due")} label={text::DUE} value={commitment.due} />
                                <div>
                                    <Check path={path.child("done")} label={text::DONE} value={commitment.done} />
                                    if is_overdue(commitment, today) {
                                        <span class="mark mark-warning">{ text::OVERDUE }</span>
                                    }
                                </div>
                            </div>
                        </div>
                    }
                }) }
            </div>
            <AddItem {list} {count} what={text::A_COMMITMENT}
                example={&[("what", text::COMMITMENT_EXAMPLE)][..]} />
        </section>
    }
}

/// Whether its day is over and it is not done.
fn is_overdue(commitment: &Commitment, today: NaiveDate) -> bool {
    !commitment.done && commitment.due.is_some_and(|due| due < today)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_promise_is_overdue_the_day_after_unless_it_is_kept() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let json = serde_json::json!({ "id": "a", "due": "2027-02-28" });
        let mut promise: Commitment = serde_json::from_value(json).unwrap();
        assert!(!is_overdue(&promise, day("2027-02-28")));
        assert!(is_overdue(&promise, day("2027-03-01")));
        promise.done = true;
        assert!(!is_overdue(&promise, day("2027-03-01")));
        promise.done = false;
        promise.due = None;
        assert!(!is_overdue(&promise, day("2027-03-01")));
    }
}
