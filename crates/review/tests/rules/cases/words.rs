//! Mistakes in chapters 1 to 3.

use plumbline_plan::Plan;
use serde_json::{Value, json};

use crate::case::{Case, FURTHER, NEW, set};

pub(super) fn foundation() -> Vec<Case> {
    vec![
        Case::of("FND001").plant("foundation/strategy", " "),
        Case::of("FND002").plant("foundation/strategy", "Sell more than last year."),
        Case::of("FND003").plant("foundation/priorities/groups/sales_part", ""),
        Case::of("FND004")
            .plant("foundation/values", json!([]))
            .plant("foundation/priorities", json!([])),
    ]
}

pub(super) fn market() -> Vec<Case> {
    vec![
        Case::of("MKT001")
            .given(format!("{NEW}/segment"), Value::Null)
            .given(format!("{FURTHER}/segment"), Value::Null)
            .given("offer/value_propositions/vp-plants/segment", Value::Null)
            .given("offer/value_propositions/vp-groups/segment", Value::Null)
            .plant("market/segments", json!([]))
            .plant("market/target_markets", ""),
        Case::of("MKT002").plant("market/profile", json!([])),
        open_profile(Case::of("MKT003").after(many_wins)),
        open_profile(Case::of("MKT004")),
        Case::of("MKT005").plant("market/pass_on", ""),
        Case::of("MKT006").plant("market/buying_roles", json!([])),
        Case::of("MKT007")
            .plant(
                "market/segments/mid-manufacturers/yearly_spend",
                json!({ "average": 700 }),
            )
            .plant(
                "market/segments/groups/yearly_spend",
                json!({ "average": 1000 }),
            ),
        Case::of("MKT008").plant("market/segments/groups/customers", json!({ "average": 40 })),
    ]
}

fn open_profile(case: Case) -> Case {
    ["crew", "stoppage", "it-only"]
        .into_iter()
        .fold(case, |case, attribute| {
            case.plant(format!("market/profile/{attribute}/role"), "helps")
        })
}

fn many_wins(plan: &mut Plan) {
    for stage in [
        "first-contact",
        "qualifying",
        "needs-assessment",
        "pitch",
        "proposal",
        "closing",
    ] {
        set(
            plan,
            &format!("{NEW}/stages/{stage}/conversion"),
            json!({ "average": 0.78 }),
        );
    }
}

pub(super) fn offer() -> Vec<Case> {
    vec![
        Case::of("OFF001").plant("offer/value_propositions", json!([])),
        Case::of("OFF002").plant(
            "offer/value_propositions/vp-groups/text",
            "A third fewer unplanned stops, within a year, without hiring",
        ),
        Case::of("OFF003").plant("offer/positioning", ""),
        Case::of("OFF004").plant("offer/differentiators/offline/proof", ""),
        Case::of("OFF005").plant("offer/objections/time/answer", ""),
        Case::of("OFF006").plant("offer/products/plant-licence/price", 40_000.0),
        Case::of("OFF007").plant("offer/products/start-up/gross_margin", Value::Null),
    ]
}
