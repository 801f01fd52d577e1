//! Hours as a limit: what is let through, when, and in which order (maths.md section 3).

#![allow(clippy::unwrap_used, reason = "helpers of tests")]

use crate::support::{certain, date, id, model, motion, open_deal, sure, time};
use plumbline_forecast::{
    Capacity, Model, Outcome, flow::Kernels, flow::bookings, model::Note, simulate, verdict,
};
use plumbline_plan::{
    Fraction, Hours, Plan, Quantity,
    chapter::team::{Ramp, Rep},
};

fn rep(name: &str, more: &str) -> Rep {
    serde_json::from_str(&format!(r#"{{"id":"{name}","hours_per_week":40{more}}}"#)).unwrap()
}

/// 20 leads a month, half go on, half of those are won; hours for each entry by stage.
fn with_hours(hours: [f64; 2], reps: usize) -> Plan {
    let mut plan = certain(20.0);
    for (stage, hours) in motion(&mut plan).stages.iter_mut().zip(hours) {
        stage.hours_per_deal = sure::<Hours>(hours);
    }
    plan.team.reps = (0..reps).map(|n| rep(&format!("rep-{n}"), "")).collect();
    plan.team.turnover = sure(0.0);
    plan
}

fn expected_wins(model: &Model) -> Vec<f64> {
    let values = model.means();
    bookings(model, &values, &Kernels::expected(model), 1.0).new_wins[0].clone()
}

fn report(model: &Model) -> Capacity {
    let outcome = Outcome::new(model, &simulate(model, 1, 0..10));
    verdict(model, &outcome).capacity
}

#[test]
fn hours_in_plenty_move_nothing() {
    let mut plan = with_hours([1.0, 1.0], 4);
    time(&mut plan, 0, 20.0, 45.0);
    let mut free = plan.clone();
    free.team.reps.clear();
    let (limited, free) = (model(&plan), model(&free));
    assert!(limited.is_limited_by_hours() && !free.is_limited_by_hours());
    assert_eq!(expected_wins(&limited), expected_wins(&free));
    let outcome = |model: &Model| Outcome::new(model, &simulate(model, 1, 0..500));
    assert_eq!(outcome(&limited).quantiles, outcome(&free).quantiles);
    let report = report(&limited);
    assert_eq!((report.first_over, report.slipped_wins), (None, 0.0));
}

/// One rep has 40 hours a week; 20 leads a month ask for 20 x 16 hours and their half for
/// 10 x 16: nearly three times what there is.
#[test]
fn wins_are_what_the_hours_allow() {
    let plan = with_hours([16.0, 16.0], 1);
    let model = model(&plan);
    let wins: f64 = expected_wins(&model).iter().sum();
    // A lead taken through costs 16 hours and, for half of them, 16 more; a quarter is won.
    let hours = 365.0 / 7.0 * 40.0;
    let allowed = hours / (16.0 + 0.5 * 16.0) * 0.25;
    assert!((wins / allowed - 1.0).abs() < 0.02, "{wins} for {allowed}");
    let report = report(&model);
    assert_eq!(report.first_over, Some("2027-01".parse().unwrap()));
    assert!((report.slipped_wins - (60.0 - wins)).abs() < 0.01);
    assert!((report.slipped_bookings - report.slipped_wins * 10_000.0).abs() < 100.0);
    let waiting: Vec<f64> = report.months.iter().map(|month| month.waiting).collect();
    assert!(
        waiting.windows(2).all(|pair| pair[1] > pair[0]),
        "{waiting:?}"
    );
}

/// The simulation's mean is that of the expected flow, with certain assumptions.
#[test]
fn trials_agree_with_the_expected_flow_under_a_limit() {
    for hours in [[16.0, 16.0], [10.0, 2.0], [2.0, 30.0]] {
        let mut plan = with_hours(hours, 1);
        time(&mut plan, 0, 25.0, 60.0);
        let model = model(&plan);
        let expected: f64 = expected_wins(&model).iter().sum::<f64>() * 10_000.0;
        let outcome = Outcome::new(&model, &simulate(&model, 1, 0..20_000));
        let mean = outcome.by_origin.new;
        assert!(
            (mean / expected - 1.0).abs() < 0.01,
            "{hours:?}: {mean} for {expected}"
        );
    }
}

/// Closing asks for all the hours there are: what came first to closing is closed, and new
/// leads wait.
#[test]
fn later_stages_go_first() {
    let plan = with_hours([8.0, 16.0], 1);
    let model = model(&plan);
    let report = report(&model);
    let hours: f64 = report.months.iter().map(|month| month.available).sum();
    let wins: f64 = expected_wins(&model).iter().sum();
    // Each deal that reaches closing is served there: 2 wins of 4 leads at 4 x 8 + 2 x 16.
    assert!((wins - hours / (8.0 + 0.5 * 16.0) * 0.25).abs() < 0.03 * wins);
}

#[test]
fn hours_of_open_deals_come_off_first_and_their_dates_stay() {
    let mut plan = with_hours([16.0, 16.0], 1);
    plan.reality_check.as_of = Some(date("2027-01-01"));
    time(&mut plan, 0, 20.0, 20.0);
    let without = model(&plan);
    for _ in 0..10 {
        open_deal(&mut plan, 0, 10_000.0, "2026-12-20");
    }
    let busy = model(&plan);
    let mut free = plan.clone();
    free.team.reps.clear();
    let free = model(&free);
    let open = |model: &Model| {
        let values = model.means();
        bookings(model, &values, &Kernels::expected(model), 1.0).by_origin[0].clone()
    };
    assert_eq!(open(&busy), open(&free));
    let wins = |model: &Model| expected_wins(model).iter().sum::<f64>();
    assert!(wins(&busy) < wins(&without));
    assert!(report(&busy).months[0].open_deals > 0.0);
}

/// Listed deals that are won ask for the hours after their win too, in the months of their
/// wins, before anything else; in expected values and in trials.
#[test]
fn open_deals_ask_for_the_hours_after_their_win_too() {
    let plan = |after_win: f64| {
        let mut plan = with_hours([16.0, 16.0], 1);
        let closing = motion(&mut plan).stages[1].clone();
        let mut handing_over = closing.clone();
        handing_over.id = id("handing-over");
        handing_over.hours_per_deal = sure(after_win);
        motion(&mut plan).win_stage = Some(closing.id);
        motion(&mut plan).stages.push(handing_over);
        for _ in 0..10 {
            open_deal(&mut plan, 1, 10_000.0, "2026-11-20");
        }
        for deal in &mut plan.pipeline.deals {
            deal.win_chance = Some(Fraction::new(1.0).unwrap());
            deal.expected_close = Some(date("2027-04-15"));
        }
        model(&plan)
    };
    let (with, without) = (plan(20.0), plan(0.0));
    let flow = bookings(&with, &with.means(), &Kernels::expected(&with), 1.0);
    let months = report(&with)
        .months
        .into_iter()
        .zip(report(&without).months);
    for ((with, without), wins) in months.zip(&flow.open_wins[0]) {
        let more = with.open_deals - without.open_deals;
        assert!((more - 20.0 * wins).abs() < 1e-9, "{more} for {wins} wins");
    }
    assert!(flow.open_wins[0].iter().sum::<f64>() > 9.0);
    let expected: f64 = flow.new_wins[0].iter().sum();
    let outcome = Outcome::new(&with, &simulate(&with, 1, 0..20_000));
    let wins = outcome.by_origin.new / 10_000.0;
    // Forgetting the 200 hours would bring a tenth more.
    assert!(
        (wins / expected - 1.0).abs() < 0.02,
        "{wins} for {expected}"
    );
}

/// What open deals ask for and does not fit into a month is owed to them in the next.
#[test]
fn hours_owed_to_open_deals_go_over_into_the_next_month() {
    let wins = |deals: usize| {
        let mut plan = with_hours([16.0, 16.0], 1);
        plan.reality_check.as_of = Some(date("2027-01-01"));
        time(&mut plan, 1, 20.0, 20.0);
        for _ in 0..deals {
            open_deal(&mut plan, 1, 10_000.0, "2026-12-20");
        }
        expected_wins(&model(&plan)).iter().sum::<f64>()
    };
    // All are decided in January, which has 177 hours. Half of their stage's are left: 20
    // deals ask for 160 and 60 for 480; a lead asks for 24, and a quarter is won.
    let lost = wins(20) - wins(60);
    let wanted = (480.0 - 160.0) / 24.0 * 0.25;
    assert!((lost / wanted - 1.0).abs() < 0.1, "{lost} for {wanted}");
}

/// The work on an open deal goes on for as long as the deal is open: what of it is done before
/// the period or after it takes no hours away in it.
#[test]
fn work_on_open_deals_outside_the_period_asks_for_nothing_in_it() {
    let asked = |days: f64| -> f64 {
        let mut plan = with_hours([16.0, 16.0], 4);
        time(&mut plan, 1, days, days);
        for _ in 0..10 {
            open_deal(&mut plan, 1, 10_000.0, "2026-11-20");
        }
        report(&model(&plan))
            .months
            .iter()
            .map(|month| month.open_deals)
            .sum()
    };
    // Half of closing's hours of ten deals are 80. Decided on 6 December: all before.
    assert_eq!(asked(15.0), 0.0);
    // Two years from listing on, one of which is the period.
    let wanted = 80.0 * 365.0 / 730.0;
    assert!((asked(731.0) - wanted).abs() < 2.0, "{}", asked(731.0));
    // Within the period but for the 41 days before it.
    let wanted = 80.0 * (300.0 - 41.0) / 300.0;
    assert!((asked(301.0) - wanted).abs() < 2.0, "{}", asked(301.0));
}

/// One rep has less than six hours a day. Where the team is busy and one deal asks for more,
/// the verdict says that it is too hopeful.
#[test]
fn large_pieces_of_work_in_a_busy_team_are_said() {
    let notes = |hours: [f64; 2], leads: f64| {
        let mut plan = with_hours(hours, 1);
        motion(&mut plan).lead_sources[0].per_month = sure(leads);
        let model = model(&plan);
        let outcome = Outcome::new(&model, &simulate(&model, 1, 0..10));
        let hours = model.motions[0].stages[1].path.child("hours_per_deal");
        let said = Note::LargePieces { path: hours };
        verdict(&model, &outcome).notes.contains(&said)
    };
    assert!(notes([2.0, 30.0], 10.0));
    assert!(!notes([2.0, 30.0], 2.0), "nobody waits for anybody");
    assert!(!notes([5.0, 5.5], 20.0), "busy with small pieces");
}

/// Calls are made with what hours are left; leads that are not called for do not come.
#[test]
fn activity_waits_for_everything_else() {
    let mut plan = with_hours([4.0, 4.0], 1);
    let source = &mut motion(&mut plan).lead_sources[0];
    source.from_activity = true;
    source.activity.per_day = sure(40.0);
    source.activity.contact_rate = sure(0.25);
    source.activity.lead_rate = sure(0.2);
    source.activity.hours_each = sure(0.25);
    let limited = model(&plan);
    let mut free = plan.clone();
    motion(&mut free).lead_sources[0].activity.hours_each = Default::default();
    motion(&mut free)
        .stages
        .iter_mut()
        .for_each(|stage| stage.hours_per_deal = Default::default());
    let free = model(&free);
    let wins = |model: &Model| expected_wins(model).iter().sum::<f64>();
    // 40 calls x 15 minutes are ten hours a day; a rep has eight, and 2 leads a day ask for
    // 4 + 2 hours each on top.
    let part = wins(&limited) / wins(&free);
    let wanted = (40.0 * 365.0 / 7.0) / (261.0 * (10.0 + 2.0 * (4.0 + 2.0)));
    assert!((part - wanted).abs() < 0.03, "{part} for {wanted}");
}

#[test]
fn people_leave_and_are_replaced_as_often_as_expected() {
    let mut plan = with_hours([5.0, 5.0], 6);
    plan.team.turnover = sure(0.4);
    plan.team.vacancy = sure(2.5);
    plan.team.ramp = Ramp([0.2, 0.5, 0.8].map(|s| Fraction::new(s).unwrap()).to_vec());
    let model = model(&plan);
    let hours: f64 = report(&model)
        .months
        .iter()
        .map(|month| month.available)
        .sum();
    // Work that asks for every hour there is shows in trials how many there were.
    for stage in &mut motion(&mut plan).stages {
        stage.hours_per_deal = sure(2_000.0);
    }
    motion(&mut plan).lead_sources[0].per_month = sure(400.0);
    let busy = crate::support::model(&plan);
    let expected: f64 = expected_wins(&busy).iter().sum();
    let outcome = Outcome::new(&busy, &simulate(&busy, 1, 0..20_000));
    let wins = outcome.by_origin.new / 10_000.0;
    assert!(
        (wins / expected - 1.0).abs() < 0.02,
        "{wins} for {expected}"
    );
    let most = 6.0 * 40.0 * 365.0 / 7.0;
    assert!(
        hours < 0.93 * most && hours > 0.8 * most,
        "{hours} of {most}"
    );
}

#[test]
fn the_managers_hours_are_added_up() {
    let mut plan = with_hours([1.0, 1.0], 4);
    plan.rhythm.coaching_hours = Some(Quantity::new(5.0).unwrap());
    plan.rhythm.manager_week.own_accounts = Some(Quantity::new(20.0).unwrap());
    plan.rhythm.manager_week.delivery = Some(Quantity::new(18.0).unwrap());
    let manager = report(&model(&plan)).manager;
    let weeks = 365.25 / 12.0 / 7.0;
    assert!((manager.coaching_asked - 20.0).abs() < 1e-9, "{manager:?}");
    assert!((manager.available - 40.0 * weeks).abs() < 1e-9);
    assert!((manager.asked() - (20.0 + 38.0 * weeks)).abs() < 1e-9);
    assert!((manager.missing() - (20.0 - 2.0 * weeks)).abs() < 1e-9);
    assert_eq!(manager.coaching_planned, None);
}

/// Leads that customers bring ask for hours like others: with them the hours run out, and
/// the report says so.
#[test]
fn the_work_on_referred_leads_counts_against_the_hours() {
    // 20 leads and 10 prospects a month at 5 hours each are 150 of one rep's 174 hours.
    let quiet = with_hours([5.0, 5.0], 1);
    assert_eq!(report(&model(&quiet)).first_over, None);
    let mut plan = quiet.clone();
    let referrals = &mut motion(&mut plan).referrals;
    referrals.leads_per_win = sure(2.0);
    referrals.lag = sure(30.0);
    let busy = report(&model(&plan));
    assert_eq!(busy.first_over, Some("2027-02".parse().unwrap()));
    // 5 wins of January bring 10 leads in February, in which half of them enter closing.
    let before = report(&model(&quiet)).months[1].deals;
    let more = busy.months[1].deals - before;
    assert!((more - (10.0 + 5.0) * 5.0).abs() < 2.0, "{more}");
    assert!(busy.months[1].utilisation > Some(1.0) && busy.slipped_wins > 0.0);
}
