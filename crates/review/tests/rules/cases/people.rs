//! Mistakes in chapters 5, 6 and 9.

use plumbline_plan::Plan;
use serde_json::{Value, json};

use super::selling::booked;
use crate::case::{Case, NEW};

const PAY: &str = "compensation/pay_plans/account-manager";

pub(super) fn team() -> Vec<Case> {
    let rep = |rep: &str, field: &str| format!("team/reps/{rep}/{field}");
    vec![
        Case::of("TEA001").plant(rep("ines", "title"), "VP of Sales"),
        Case::of("TEA002")
            .plant(rep("ines", "quota"), 300_000.0)
            .plant(rep("tomas", "quota"), 300_000.0)
            .plant(rep("julia", "quota"), 300_000.0),
        ["ines", "marek", "hanna", "tomas", "julia"]
            .into_iter()
            .fold(Case::of("TEA003"), |case, name| {
                case.plant(rep(name, "coaching_plan"), "A review each month")
            }),
        Case::of("TEA004")
            .plant(rep("hanna", "time_management_needs"), "")
            .plant(rep("hanna", "coaching_plan"), ""),
        Case::of("TEA005").plant(
            rep("ines", "non_selling/offers/hours_per_week/average"),
            9.0,
        ),
        Case::of("TEA006").plant("team/customer_database", ""),
        Case::of("TEA007").plant("team/customer_database", "Excel list per rep"),
        Case::of("TEA008").plant("team/mobile_access", ""),
        Case::of("TEA009").plant("team/bench", json!([])),
        Case::of("TEA010").plant("team/bench/cand-1/last_contact", "2026-03-01"),
        Case::of("TEA011").plant("team/turnover", json!({})),
        Case::of("TEA012").plant("team/ramp", json!([])),
        Case::of("TEA013").plant(rep("tomas", "coaching_plan"), ""),
        Case::of("TEA014").plant("team/hires/hire-west/role", "Vice President Sales, west"),
        Case::of("TEA015").plant("team/hires/hire-west/month", "2027-09"),
        slump(
            Case::of("TEA016")
                .on("2027-04-01")
                .after(|plan| booked(plan, 3, 112_000.0)),
            3,
        )
        .given(rep("hanna", "time_management_needs"), "")
        .given(rep("hanna", "coaching_plan"), ""),
        slump(
            Case::of("TEA017")
                .on("2027-07-01")
                .after(|plan| booked(plan, 6, 112_000.0)),
            6,
        ),
        (2..=12).fold(Case::of("TEA018"), |case, number| {
            case.plant(format!("pipeline/deals/deal-{number:02}/owner"), "ines")
        }),
        Case::of("TEA019")
            .plant(rep("ines", "quota"), 210_000.0)
            .plant(rep("marek", "quota"), 200_000.0),
        Case::of("TEA020").plant(rep("ines", "quota"), 900_000.0),
        Case::of("TEA021").plant(
            format!("{NEW}/stages/needs-assessment/hours_per_deal"),
            json!({ "average": 60, "source": { "kind": "team" } }),
        ),
        Case::of("TEA022").plant(rep("marek", "coaching_plan"), ""),
        Case::of("TEA023").plant(rep("ines", "hours_per_week"), 160.0),
    ]
}

/// One rep's actuals beside the team's, far below the quota.
fn slump(case: Case, months: u32) -> Case {
    let mut plan = Plan::clone(&case.plans().0);
    for month in 1..=months {
        let actual = json!({ "id": format!("hanna-{month}"), "month": format!("2027-{month:02}"),
            "rep": "hanna", "bookings": 5_000 });
        plan.scorecard
            .actuals
            .push(serde_json::from_value(actual).unwrap());
    }
    case.plant(
        "scorecard/actuals",
        serde_json::to_value(&plan.scorecard.actuals).unwrap(),
    )
}

pub(super) fn compensation() -> Vec<Case> {
    let pay = |field: &str| format!("{PAY}/{field}");
    vec![
        Case::of("PAY001")
            .plant(pay("variable"), 1_000.0)
            .plant(pay("rate"), 0.005),
        Case::of("PAY002").plant(pay("paid_on"), "revenue"),
        Case::of("PAY003").plant(pay("accelerators/above/rate"), 0.6),
        Case::of("PAY004")
            .given("offer/products/start-up/gross_margin", 0.7)
            .plant(pay("paid_on"), "revenue")
            .plant(pay("margin_floor"), Value::Null)
            .plant(pay("margin_bonus"), Value::Null),
        Case::of("PAY005").plant(pay("rate"), 0.2),
        Case::of("PAY006")
            .given(pay("base"), 40_000.0)
            .given(pay("variable"), 60_000.0)
            .given(pay("rate"), 0.285)
            .plant("rhythm/coaching", ""),
        Case::of("PAY007").plant("team/reps/ines/pay_plan", Value::Null),
    ]
}

pub(super) fn rhythm() -> Vec<Case> {
    let week = |field: &str| format!("rhythm/manager_week/{field}");
    let meeting = |field: &str| format!("rhythm/meetings/weekly/{field}");
    vec![
        Case::of("RHY001").plant(meeting("every"), "monthly"),
        Case::of("RHY002").plant(meeting("length"), 4.0),
        Case::of("RHY003").plant("rhythm/coaching_hours", 1.0),
        Case::of("RHY004").plant("rhythm/coaching_hours", 8.0),
        Case::of("RHY005").plant(week("own_accounts"), 16.0),
        Case::of("RHY006").plant(week("joint_calls"), 7.0),
        Case::of("RHY007").plant(meeting("agenda"), json!([])),
        Case::of("RHY008").plant(meeting("agenda/stuck/length"), 1.0),
        Case::of("RHY009").plant("rhythm/sharing", json!([])),
        Case::of("RHY010").plant("rhythm/sharing/service/owner", ""),
    ]
}
