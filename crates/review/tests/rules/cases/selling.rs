//! Mistakes in chapters 4, 7 and 8.

use plumbline_plan::{Plan, Quantity as _};
use plumbline_review::{Counted, History};
use serde_json::{Value, json};

use crate::case::{Case, FURTHER, NEW, set};

const STAGES: [(&str, f64); 6] = [
    ("first-contact", 0.6),
    ("qualifying", 0.6),
    ("needs-assessment", 0.8),
    ("pitch", 0.6),
    ("proposal", 0.6),
    ("closing", 0.7),
];

pub(super) fn process() -> Vec<Case> {
    let stage = |stage: &str, field: &str| format!("{NEW}/stages/{stage}/{field}");
    let signature = format!("{FURTHER}/stages/signature");
    vec![
        Case::of("PRC001").plant(stage("pitch", "milestone"), ""),
        Case::of("PRC002").plant(format!("{signature}/milestone"), ""),
        Case::of("PRC003").plant(stage("pitch", "activities"), ""),
        Case::of("PRC004").plant(stage("pitch", "buyer_step"), ""),
        Case::of("PRC005").plant(
            format!("{FURTHER}/stages/roll-out-proposal/conversion/average"),
            0.97,
        ),
        no_time(Case::of("PRC006")),
        Case::of("PRC007").plant(stage("pitch", "cut_off"), Value::Null),
        no_hours(Case::of("PRC008")),
        hardly_a_process(Case::of("PRC009").after(leads_to_spare)),
        invented_ladder(Case::of("PRC010").after(leads_to_spare)),
        own_leads_only(Case::of("PRC011")),
        Case::of("PRC012").with(History {
            leads_won: Some(Counted {
                events: 10,
                of: 262,
            }),
            ..History::default()
        }),
        Case::of("PRC013").with(History {
            days_to_win: Some(140.0),
            ..History::default()
        }),
    ]
}

fn no_time(case: Case) -> Case {
    let stages = ["review", "roll-out-proposal", "signature"];
    stages.into_iter().fold(case, |case, stage| {
        case.plant(format!("{FURTHER}/stages/{stage}/time_in_stage"), json!({}))
            .plant(format!("{FURTHER}/stages/{stage}/slow_time"), Value::Null)
    })
}

fn no_hours(case: Case) -> Case {
    let further = ["review", "roll-out-proposal", "signature"].map(|stage| (FURTHER, stage));
    let new = STAGES.map(|(stage, _)| (NEW, stage));
    let after_win = [(NEW, "follow-up")];
    let all = further.into_iter().chain(new).chain(after_win);
    { all }.fold(case, |case, (motion, stage)| {
        case.plant(format!("{motion}/stages/{stage}/hours_per_deal"), json!({}))
    })
}

fn hardly_a_process(case: Case) -> Case {
    let stages = json!([{ "id": "review", "name": "Review", "buyer_step": "Asks", "activities": "Visit",
        "milestone": "A plant is named", "conversion": { "average": 0.5 },
        "time_in_stage": { "average": 20 }, "cut_off": 60 }, {
        "id": "signature", "name": "Signature", "buyer_step": "Signs", "activities": "Contract",
        "milestone": "Signed", "conversion": { "average": 0.7 },
        "time_in_stage": { "average": 20 }, "cut_off": 60 }]);
    case.after(|plan| {
        for deal in &mut plan.pipeline.deals {
            if deal
                .stage
                .as_ref()
                .is_some_and(|stage| stage.as_str() == "roll-out-proposal")
            {
                deal.stage = Some("signature".parse().unwrap());
            }
        }
    })
    .plant(format!("{FURTHER}/stages"), stages)
}

/// The guesses are there before; only their round figures are planted.
fn invented_ladder(case: Case) -> Case {
    STAGES.into_iter().fold(case, |case, (stage, round)| {
        let path = format!("{NEW}/stages/{stage}/conversion");
        case.given(format!("{path}/source"), json!({ "kind": "guess" }))
            .plant(format!("{path}/average"), round)
    })
}

fn own_leads_only(case: Case) -> Case {
    let team = |average: f64| json!({ "average": average, "source": { "kind": "team" } });
    let activity = |per_day: f64, contact: f64, lead: f64| {
        json!({ "per_day": team(per_day), "contact_rate": team(contact),
            "lead_rate": team(lead), "hours_each": team(0.1) })
    };
    let website = format!("{NEW}/lead_sources/website");
    let customers = format!("{FURTHER}/lead_sources/customers");
    case.plant(format!("{website}/from_activity"), true)
        .plant(format!("{website}/activity"), activity(5.0, 0.18, 0.19))
        .plant(format!("{customers}/from_activity"), true)
        .plant(format!("{customers}/activity"), activity(1.0, 0.3, 0.13))
}

pub(super) fn targets() -> Vec<Case> {
    vec![
        Case::of("TGT001").plant("targets/basis", ""),
        hardly_a_lead(Case::of("TGT002")),
        STAGES
            .into_iter()
            .fold(Case::of("TGT003"), |case, (stage, _)| {
                case.plant(
                    format!("{NEW}/stages/{stage}/conversion/source"),
                    json!({ "kind": "guess" }),
                )
            }),
        Case::of("TGT004").plant("targets/last_year_bookings", 700_000.0),
        Case::of("TGT005").plant("targets/goal", 0.99),
        Case::of("TGT006").plant("targets/margin", 1_100_000.0),
        Case::of("TGT007")
            .after(one_motion)
            .plant("targets/repeat_bookings", 500_000.0),
        Case::of("TGT008").plant(
            "targets/season",
            json!([4, 4, 4, 0.4, 0.4, 0.4, 0.3, 0.3, 0.3, 0.3, 0.3, 0.3]),
        ),
        Case::of("TGT009").plant(
            format!("{NEW}/deal_value"),
            json!({ "average": 50_000, "low": 48_000, "high": 52_000 }),
        ),
    ]
}

fn hardly_a_lead(case: Case) -> Case {
    case.plant(format!("{NEW}/lead_sources/website/per_month/average"), 1.0)
        .plant(
            format!("{NEW}/lead_sources/calls/activity/per_day"),
            json!({ "average": 0.5, "source": { "kind": "team" } }),
        )
        .plant(
            format!("{FURTHER}/lead_sources/customers/per_month"),
            json!({ "average": 0.6, "source": { "kind": "team" } }),
        )
}

fn one_motion(plan: &mut Plan) {
    let further = |id: &str| id == "further-plants";
    plan.pipeline.deals.retain(|deal| {
        !deal
            .motion
            .as_ref()
            .is_some_and(|motion| further(motion.as_str()))
    });
    plan.process
        .motions
        .retain(|motion| !further(motion.id.as_str()));
    // One way of selling has to bring what two brought before.
    set(
        plan,
        &format!("{NEW}/deal_value"),
        json!({ "average": 40_000 }),
    );
}

pub(super) fn pipeline() -> Vec<Case> {
    let deal = |deal: &str, field: &str| format!("pipeline/deals/{deal}/{field}");
    let value = |deal: &str| format!("pipeline/deals/{deal}/value");
    vec![
        Case::of("PIP001")
            .plant(value("deal-16"), 200_000.0)
            .plant(value("deal-22"), 200_000.0),
        Case::of("PIP002")
            .given(format!("{NEW}/deal_value"), json!({ "average": 80_000 }))
            .plant(
                format!("{NEW}/lead_sources/calls/activity/per_day"),
                json!({ "average": 0.3, "source": { "kind": "team" } }),
            )
            .plant(
                format!("{FURTHER}/lead_sources/customers/per_month"),
                json!({ "average": 0.4, "source": { "kind": "team" } }),
            ),
        Case::of("PIP003")
            .plant(value("deal-21"), 2_000.0)
            .plant(value("deal-22"), 3_000.0),
        Case::of("PIP004")
            .given(deal("deal-05", "in_stage_since"), "2026-11-20")
            .plant(deal("deal-05", "in_stage_since"), "2026-09-20"),
        Case::of("PIP005").plant(deal("deal-03", "expected_close"), "2026-11-20"),
        Case::of("PIP006").plant(
            format!("{NEW}/lead_sources/website/per_month/average"),
            11.0,
        ),
        coverage(Case::of("PIP007")),
        Case::of("PIP008").plant("team/most_deals_per_rep", 5.0),
        Case::of("PIP009")
            .on("2027-07-01")
            .after(|plan| booked(plan, 6, 112_000.0))
            .given(format!("{NEW}/deal_value"), json!({ "average": 60_000 }))
            .plant(
                format!("{FURTHER}/stages/review/time_in_stage"),
                json!({ "average": 400, "source": { "kind": "team" } }),
            )
            .plant(format!("{FURTHER}/stages/review/slow_time"), 500.0),
        Case::of("PIP010").plant(deal("deal-01", "owner"), Value::Null),
        Case::of("PIP011")
            .plant(deal("deal-20", "created_on"), Value::Null)
            .plant(deal("deal-20", "in_stage_since"), Value::Null),
        ["12", "13", "14", "15", "16"]
            .into_iter()
            .fold(Case::of("PIP012"), |case, number| {
                case.plant(deal(&format!("deal-{number}"), "win_chance"), 0.9)
            }),
        Case::of("PIP013")
            .given(deal("deal-01", "score"), 0.8)
            .plant(deal("deal-01", "score"), Value::Null),
        poor_fit(Case::of("PIP014")),
        Case::of("PIP015")
            .after(leads_to_spare)
            .plant("pipeline/deals", json!([])),
        Case::of("PIP016").with(History {
            closed_won: Some(Counted { events: 58, of: 58 }),
            ..History::default()
        }),
    ]
}

/// So that a mistake elsewhere does not make the leads too few as well.
fn leads_to_spare(plan: &mut Plan) {
    set(
        plan,
        &format!("{NEW}/lead_sources/website/per_month/average"),
        30.0,
    );
}

fn poor_fit(mut case: Case) -> Case {
    for (number, score) in [
        ("01", 0.8),
        ("02", 0.9),
        ("03", 0.2),
        ("04", 0.3),
        ("05", 0.1),
    ] {
        let path = format!("pipeline/deals/deal-{number}/score");
        case = case.given(&path, 0.8).plant(&path, score);
    }
    case
}

/// Late in the year, with fresh deals; what was booked until then is planted lower.
fn coverage(case: Case) -> Case {
    case.on("2027-11-15")
        .after(|plan| {
            booked(plan, 10, 108_000.0);
            for deal in &mut plan.pipeline.deals {
                deal.created_on = Some("2027-10-01".parse().unwrap());
                deal.in_stage_since = Some("2027-11-10".parse().unwrap());
                deal.expected_close = None;
            }
        })
        .plant("scorecard/actuals/month-10/bookings", 5_000.0)
}

/// The team's bookings in the first months of the period.
pub(super) fn booked(plan: &mut Plan, months: u32, amount: f64) {
    for month in 1..=months {
        let actual = json!({ "id": format!("month-{month}"), "month": format!("2027-{month:02}"),
            "bookings": amount, "activities": 100 });
        plan.scorecard
            .actuals
            .push(serde_json::from_value(actual).unwrap());
    }
    assert!(plan.targets.bookings.unwrap().get() > 0.0);
}
