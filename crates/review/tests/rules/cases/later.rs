//! Mistakes in chapters 10 to 12.

use plumbline_plan::{Plan, start};
use serde_json::{Value, json};

use super::selling::booked;
use crate::case::{Case, DAY, FURTHER, NEW, day, set};

pub(super) fn scorecard() -> Vec<Case> {
    let figure = |figure: &str, field: &str| format!("scorecard/key_figures/{figure}/{field}");
    let calls = format!("{NEW}/lead_sources/calls");
    vec![
        Case::of("SCO001").plant("scorecard/key_figures", json!([])),
        Case::of("SCO002")
            .plant(figure("assessments", "timing"), "lagging")
            .plant(figure("calls", "timing"), "lagging"),
        Case::of("SCO003").plant(figure("assessments", "owner"), ""),
        Case::of("SCO004").plant(figure("calls", "agreed_with_team"), false),
        Case::of("SCO005")
            .plant(format!("{calls}/from_activity"), false)
            .plant(
                format!("{calls}/per_month"),
                json!({ "average": 16, "source": { "kind": "team" } }),
            ),
        Case::of("SCO006").plant("scorecard/commitments/service-desk/due", "2026-11-01"),
        Case::of("SCO007")
            .on("2027-03-15")
            .after(|plan| booked(plan, 2, 112_000.0))
            .plant("scorecard/actuals", json!([])),
        Case::of("SCO008").plant(figure("assessments", "goal"), ""),
    ]
}

pub(super) fn check() -> Vec<Case> {
    let new = [
        "first-contact",
        "qualifying",
        "needs-assessment",
        "pitch",
        "proposal",
        "closing",
    ];
    let further = ["review", "roll-out-proposal", "signature"];
    let stages = new.map(|stage| (NEW, stage)).into_iter();
    let stages = stages.chain(further.map(|stage| (FURTHER, stage)));
    vec![
        stages.fold(Case::of("CHK001"), |case, (motion, stage)| {
            case.plant(
                format!("{motion}/stages/{stage}/conversion/checked_on"),
                Value::Null,
            )
        }),
        Case::of("CHK002").after(small).plant(
            "process/motions/main/stages/closing/conversion/source",
            json!({ "kind": "guess" }),
        ),
        Case::of("CHK003").plant("reality_check/market_spread", 0.0),
        Case::of("CHK004").plant(format!("{NEW}/value_spread"), 4.0),
        no_repeat(Case::of("CHK005"))
            .plant(
                format!("{NEW}/stages/closing/conversion"),
                json!({ "average": 0.005, "source": { "kind": "team" } }),
            )
            .plant(
                format!("{FURTHER}/stages/signature/conversion"),
                json!({ "average": 0.005, "source": { "kind": "team" } }),
            ),
        Case::of("CHK006")
            .plant(format!("{NEW}/referrals/leads_per_win/low"), 0.01)
            .plant(format!("{NEW}/referrals/leads_per_win/high"), 0.6),
        no_repeat(Case::of("CHK007"))
            .plant(
                format!("{NEW}/stages/closing/conversion"),
                json!({ "average": 0, "source": { "kind": "team" } }),
            )
            .plant(
                format!("{FURTHER}/stages/signature/conversion"),
                json!({ "average": 0, "source": { "kind": "team" } }),
            ),
        Case::of("CHK008")
            .given(
                format!("{FURTHER}/lead_sources/customers/per_month"),
                json!({ "average": 0.6 }),
            )
            .plant(
                format!("{FURTHER}/lead_sources/customers/growth"),
                json!({ "average": 0.2 }),
            ),
        Case::of("CHK009")
            .after(small)
            .plant(
                "process/motions/main/lead_sources/leads/per_month/average",
                0.5,
            )
            .plant("process/motions/main/deal_value/average", 200_000.0),
        Case::of("CHK010").plant("reality_check/market_spread", 1.5),
    ]
}

fn no_repeat(case: Case) -> Case {
    case.given(format!("{NEW}/repeat"), json!({}))
        .given(format!("{NEW}/referrals"), json!({}))
}

/// A plan of three numbers and a target, judged by the team.
fn small(plan: &mut Plan) {
    *plan = start::blank(day(DAY));
    let main = "process/motions/main";
    let team = |average: f64| json!({ "average": average, "source": { "kind": "team" } });
    set(plan, "targets/bookings", 240_000.0);
    set(
        plan,
        &format!("{main}/lead_sources/leads/per_month"),
        team(5.0),
    );
    set(plan, &format!("{main}/deal_value"), team(20_000.0));
    for stage in [
        "first-contact",
        "qualifying",
        "needs-assessment",
        "pitch",
        "proposal",
    ] {
        plumbline_plan::Edit::remove(format!("{main}/stages").as_str(), stage)
            .apply(plan)
            .unwrap();
    }
    set(
        plan,
        &format!("{main}/stages/closing/conversion"),
        team(0.2),
    );
    set(
        plan,
        &format!("{main}/stages/closing/time_in_stage"),
        json!({ "average": 20, "source": { "kind": "team" } }),
    );
}

pub(super) fn review() -> Vec<Case> {
    vec![
        Case::of("REV001")
            .given(
                "review/answers",
                json!([{ "id": "one", "question": "Who?", "answer": "Service" }]),
            )
            .plant("review/answers", json!([])),
        Case::of("REV002").plant("review/decisions/no-proposal/why", ""),
        // Checked since then, or to be looked at later, it is none.
        Case::of("REV003")
            .given("team/turnover/review_on", "2026-10-01")
            .given("team/turnover/checked_on", "2026-10-02")
            .plant("team/turnover/checked_on", "2026-09-30"),
    ]
}
