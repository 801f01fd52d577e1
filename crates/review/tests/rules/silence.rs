//! What is as it should be is not found fault with.

use plumbline_plan::{Plan, start};
use plumbline_review::Review;
use serde_json::json;

use crate::case::{DAY, NEW, day, set};

/// Fails when any of the rules has something to say after the changes.
fn silent(rules: &[&str], change: impl FnOnce(&mut Plan)) {
    let mut plan = start::sample(day(DAY));
    change(&mut plan);
    for finding in Review::new(&plan, day(DAY)).findings() {
        assert!(!rules.contains(&finding.code), "{finding:#?}");
    }
}

#[test]
fn the_head_of_the_firm_may_sell() {
    for title in [
        "Managing director",
        "Chief executive",
        "Founder and director",
    ] {
        silent(&["TEA001"], |plan| set(plan, "team/reps/ines/title", title));
    }
}

#[test]
fn who_sells_alone_needs_no_bench_no_meeting_and_may_do_the_work() {
    silent(&["TEA009", "RHY001", "TEA011", "TEA018"], |plan| {
        plan.pipeline.deals.clear();
        plan.team.reps.truncate(1);
        plan.team.bench.clear();
        plan.rhythm.meetings.clear();
    });
    silent(&["RHY004", "RHY005", "RHY006"], |plan| {
        plan.pipeline.deals.clear();
        plan.team.reps.clear();
        let week = json!({ "coaching": null, "own_accounts": 30, "joint_calls": 4 });
        set(plan, "rhythm/manager_week", week);
    });
}

#[test]
fn a_fixed_price_has_no_spread() {
    silent(&["CHK003", "CHK004"], |plan| {
        set(plan, &format!("{NEW}/value_spread"), 0.0)
    });
}

#[test]
fn a_market_described_in_part_is_not_compared_with_the_target() {
    silent(&["MKT007"], |plan| {
        set(
            plan,
            "market/segments/mid-manufacturers/customers",
            json!({}),
        );
        set(
            plan,
            "market/segments/groups/yearly_spend",
            json!({ "average": 5_000 }),
        );
    });
}

#[test]
fn presence_before_margin_is_a_reason_to_pay_on_revenue() {
    silent(&["PAY002", "PAY004"], |plan| {
        set(
            plan,
            "compensation/pay_plans/account-manager/paid_on",
            "revenue",
        );
        set(
            plan,
            "compensation/presence_before_margin",
            "Czech Republic, until 2028",
        );
    });
}

#[test]
fn a_split_that_lies_in_the_past_is_no_advice_any_more() {
    let mut plan = start::sample(day(DAY));
    set(
        &mut plan,
        "targets/season",
        json!([4, 4, 4, 0.4, 0.4, 0.4, 0.3, 0.3, 0.3, 0.3, 0.3, 0.3]),
    );
    let actual = json!([{ "id": "one", "month": "2027-01", "bookings": 900_000 },
        { "id": "two", "month": "2027-02", "bookings": 10_000 },
        { "id": "three", "month": "2027-03", "bookings": 10_000 }]);
    set(&mut plan, "scorecard/actuals", actual);
    let found = Review::new(&plan, day("2027-04-10")).findings();
    assert!(found.iter().all(|finding| finding.code != "TGT008"));
}
