//! What is learnt from histories whose truth is known: drawn from a seed by the rules the
//! model assumes, and small ones worked out by hand.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod by_score;
mod by_stage;
mod histories;
mod stage_truth;

use std::collections::BTreeMap;

use chrono::Days;
use plumbline_deals::{
    Arrivals, BackTest, By, ChancesJudged, Curves, Deal, Entry, History, Metrics, Pipeline, Rate,
    Refusal, State,
    back_test::Conclusion,
    calibrate::{self, Record, Topic},
    chance_by_stage, chances_of_one_export, creation_season, groups, stage_histories,
};
use plumbline_plan::{Quantity, Source, start};

use histories::{DAYS_TO_WIN, PACE, VALUE, WIN, day, deal, drawn};

/// The share of a lognormal quantity below a value.
fn within(value: f64, median: f64, sigma: f64) -> f64 {
    0.5 * libm::erfc(-libm::log(value / median) / sigma / std::f64::consts::SQRT_2)
}

#[test]
fn the_truth_lies_within_the_intervals_about_as_often_as_they_say() {
    let (mut chance, mut value, mut pace, mut bookings) = (0, 0, 0, 0);
    let histories = 200;
    for seed in 0..histories {
        let (history, came) = drawn(seed);
        let curves = Curves::of_history(&history, Entry::FromCreation).unwrap();
        let later = curves.win_chance();
        // What can be known of deals up to the end of the evidence.
        let truth = WIN * within(curves.tau as f64 + 1.0, DAYS_TO_WIN, 0.6);
        chance += u32::from(later.interval.low <= truth && truth <= later.interval.high);
        let mean = VALUE * libm::exp(0.125);
        let interval = Metrics::of(&history).won.mean_interval.unwrap();
        value += u32::from(interval.low <= mean && mean <= interval.high);
        let arrivals = Arrivals::of(&history).unwrap();
        let a_month = PACE * libm::exp(0.02 + 0.005) * 365.25 / 12.0 / 30.44;
        pace += u32::from(arrivals.interval.low <= a_month && a_month <= arrivals.interval.high);
        // The quarter after the record, from the very model of the back-test.
        let mut longer = history.clone();
        longer.as_of = day("2024-03-31");
        let origin = BackTest::of(&longer, Entry::FromCreation)
            .origins
            .pop()
            .unwrap();
        assert_eq!(origin.on, day("2023-12-31"));
        bookings += u32::from(origin.forecasts[2].holds(came));
    }
    let share = |count: u32| f64::from(count) / f64::from(histories as u32);
    println!(
        "chance {} value {} pace {} bookings {}",
        share(chance),
        share(value),
        share(pace),
        share(bookings)
    );
    // 200 draws of 80% lie within 0.80 +- 0.085 in 99.7 of 100 cases.
    for (name, count) in [
        ("chance", chance),
        ("value", value),
        ("pace", pace),
        ("bookings", bookings),
    ] {
        assert!(
            (share(count) - 0.8).abs() < 0.085,
            "{name}: {}",
            share(count)
        );
    }
}

#[test]
fn the_back_test_of_a_steady_business_says_the_model_comes_nearest() {
    let (history, _) = drawn(7);
    let test = BackTest::of(&history, Entry::FromCreation);
    assert!(test.origins.len() >= 8, "{}", test.origins.len());
    assert!(
        matches!(test.conclusion, Conclusion::ModelBest { .. }),
        "{:#?}",
        test.conclusion
    );
    assert_eq!((test.widened, test.refused()), (1.0, None));
}

#[test]
fn too_little_history_is_refused_and_never_0_or_100_percent() {
    let all_won: Vec<Deal> = (0..30)
        .map(|n| {
            deal(
                State::Won,
                day("2023-01-01") + Days::new(n),
                Some(day("2023-06-01")),
                5.0,
            )
        })
        .collect();
    let mut history = History::empty(day("2023-12-31"));
    history.deals = all_won;
    let metrics = Metrics::of(&history);
    assert_eq!(
        (metrics.win_rate, metrics.win_rate_refused),
        (None, Some(Refusal::NoneLost { won: 30 }))
    );

    history.deals.truncate(2);
    history.deals.push(deal(
        State::Lost,
        day("2023-01-01"),
        Some(day("2023-02-01")),
        5.0,
    ));
    let metrics = Metrics::of(&history);
    assert!(matches!(
        metrics.win_rate_refused,
        Some(Refusal::TooFewClosed { closed: 3, .. })
    ));
    let interval = metrics.win_rate.unwrap().interval;
    assert!(interval.low > 0.2 && interval.high < 0.99);
    assert!(matches!(
        BackTest::of(&history, Entry::FromCreation).refused(),
        Some(Refusal::TooFewOrigins { origins: 0, .. })
    ));
    assert!(Arrivals::of(&history).is_ok());
    assert!(matches!(
        creation_season(&Arrivals::of(&history).unwrap()),
        Err(Refusal::TooFewMonths { .. })
    ));
}

#[test]
fn a_record_that_begins_with_the_first_close_is_put_right_by_delayed_entry() {
    let (mut history, _) = drawn(3);
    // Only what closed from 2023 on was kept, and what is open.
    let start = day("2023-01-01");
    history
        .deals
        .retain(|deal| deal.closed.is_none_or(|closed| closed >= start));
    let naive = Curves::of_history(&history, Entry::FromCreation).unwrap();
    let right = Curves::of_history(&history, Entry::Since(start)).unwrap();
    let truth = 0.5 * WIN;
    assert!(
        (right.won_by(50) - truth).abs() < 0.03,
        "{}",
        right.won_by(50)
    );
    assert!((naive.won_by(50) - truth).abs() > (right.won_by(50) - truth).abs());
}

/// A history with so many won and lost deals of each owner.
fn of_owners(owners: &[(&str, u32, u32)]) -> History {
    let mut history = History::empty(day("2023-12-31"));
    let closed = Some(day("2023-06-01"));
    for (owner, won, lost) in owners {
        let label = history.owners.take(owner);
        for n in 0..won + lost {
            let state = if n < *won { State::Won } else { State::Lost };
            let deal = Deal {
                owner: label,
                ..deal(state, day("2023-01-01"), closed, 5.0)
            };
            history.deals.push(deal);
        }
    }
    history
}

/// Their mean is known no better than from all deals: so then is each of them.
#[test]
fn groups_that_are_alike_are_known_no_better_than_the_whole() {
    let history = of_owners(&[("Kim", 40, 61), ("Lee", 41, 60), ("Max", 9, 14)]);
    let all = Rate::new(90, 225).unwrap().interval;
    for group in groups(&history, By::Owner) {
        let interval = group.interval.unwrap();
        let width = (interval.high - interval.low) / (all.high - all.low);
        assert!((0.95..1.1).contains(&width), "{group:?}, all {all:?}");
        assert!((group.shrunk.unwrap() - 0.4).abs() < 0.01, "{group:?}");
    }
}

#[test]
fn small_groups_are_drawn_toward_the_whole() {
    let history = of_owners(&[("Kim", 30, 30), ("Lee", 10, 50), ("New", 2, 0)]);
    let groups = groups(&history, By::Owner);
    let new = groups.iter().find(|group| group.name == "New").unwrap();
    assert_eq!(new.counted.unwrap().share, 1.0);
    assert!(new.shrunk.unwrap() < 0.7, "{new:?}");
    let kim = groups.iter().find(|group| group.name == "Kim").unwrap();
    assert!((kim.shrunk.unwrap() - 0.5).abs() < 0.05);
}

#[test]
fn dead_and_stagnant_deals_are_named_and_their_worth_taken_out() {
    let (mut history, _) = drawn(5);
    let old = history.as_of - Days::new(800);
    history.deals.push(deal(State::Open, old, None, 1e6));
    let curves = Curves::of_history(&history, Entry::FromCreation).unwrap();
    let pipeline = Pipeline::of(&history, &curves, &BTreeMap::new(), &[]);
    assert_eq!(pipeline.dead().len(), 1);
    assert!((pipeline.all.face - pipeline.without_dead.face - 1e6).abs() < 1e-6);
    assert!(pipeline.moving.deals < pipeline.without_dead.deals);
    assert_eq!(
        pipeline.all.at_own_chance,
        pipeline.without_dead.at_own_chance
    );
    assert!(matches!(
        pipeline.older_than_any,
        Some(Refusal::OlderThanAnyClosed { deals: 1, .. })
    ));
}

#[test]
fn stages_are_learnt_from_the_dates_of_entering_them() {
    let mut history = History::empty(day("2023-12-31"));
    let (first, second) = (history.stages.take("First"), history.stages.take("Second"));
    let start = day("2023-01-01");
    for n in 0..100_u64 {
        let goes_on = n % 2 == 0;
        let won = n % 4 == 0;
        let created = start + Days::new(n);
        let closed = created + Days::new(if goes_on { 30 } else { 5 });
        let mut entered = vec![(first, created)];
        if goes_on {
            entered.push((second, created + Days::new(10)));
        }
        let state = if won { State::Won } else { State::Lost };
        history.deals.push(Deal {
            entered: entered.into(),
            ..deal(state, created, Some(closed), 5.0)
        });
    }
    let stages = stage_histories(&history);
    let names: Vec<&str> = stages.iter().map(|stage| stage.stage.as_str()).collect();
    assert_eq!(names, ["First", "Second"]);
    assert_eq!(
        (stages[0].entered, stages[0].went_on, stages[0].lost),
        (100, 50, 50)
    );
    assert!((stages[0].conversion.unwrap().chance - 0.5).abs() < 1e-9);
    assert_eq!(
        (stages[0].median_days, stages[1].median_days),
        (Some(10), Some(20))
    );
    let open = Deal {
        entered: vec![(first, day("2023-12-31"))].into(),
        ..deal(State::Open, day("2023-12-31"), None, 5.0)
    };
    let chance = chance_by_stage(&open, &history, &stages).unwrap();
    assert!((chance - 0.25).abs() < 1e-9, "{chance}");

    history.deals.push(Deal {
        entered: vec![(first, day("2023-12-01")), (second, day("2023-12-25"))].into(),
        ..deal(State::Open, day("2023-12-01"), None, 8.0)
    });
    let curves = Curves::of_history(&history, Entry::FromCreation).unwrap();
    let pipeline = Pipeline::of(&history, &curves, &BTreeMap::new(), &stages);
    // Of those that reach the second stage half are won, however old they are by then.
    assert!(
        (pipeline.all.at_own_chance - 4.0).abs() < 1e-9,
        "{:?}",
        pipeline.all
    );
}

#[test]
fn sellers_chances_are_judged_by_what_came_of_them() {
    let (mut earlier, mut later) = (
        History::empty(day("2023-06-30")),
        History::empty(day("2023-12-31")),
    );
    for n in 0..40_u32 {
        let open = Deal {
            id: n.to_string().into(),
            probability: Some(if n % 2 == 0 { 0.9 } else { 0.1 }),
            ..deal(State::Open, day("2023-01-01"), None, 5.0)
        };
        let state = if n % 2 == 0 { State::Won } else { State::Lost };
        later.deals.push(Deal {
            state,
            closed: Some(day("2023-09-01")),
            ..open.clone()
        });
        earlier.deals.push(open);
    }
    let judged = ChancesJudged::of(&earlier, &later).unwrap();
    assert_eq!((judged.deals, judged.refused()), (40, None));
    assert!((judged.score - 0.01).abs() < 1e-9 && judged.base == 0.25);
    for deal in &mut earlier.deals {
        deal.probability = deal.probability.map(|chance| 1.0 - chance);
    }
    let judged = ChancesJudged::of(&earlier, &later).unwrap();
    assert!(matches!(
        judged.refused(),
        Some(Refusal::ChancesNoBetter { deals: 40, .. })
    ));
    // What a deal's chance is today says nothing about today.
    assert_eq!(ChancesJudged::of(&later, &later), None);
    assert_eq!(
        chances_of_one_export(&earlier),
        Some(Refusal::ChancesNotJudged { deals: 40 })
    );
    assert_eq!(chances_of_one_export(&later), None);
}

#[test]
fn calibration_proposes_what_the_history_says_and_undoes() {
    let (history, _) = drawn(11);
    let curves = Curves::of_history(&history, Entry::FromCreation).unwrap();
    let mut plan = start::sample(day("2024-01-01"));
    let motion = plan.process.motions[0].id.clone();
    let record = Record {
        history: &history,
        curves: &curves,
        entry: Entry::FromCreation,
        stages: &[],
    };
    let calibration = calibrate::calibrate(&plan, &motion, &record).unwrap();
    let before = plan.clone();
    let back = calibration.edit().apply(&mut plan).unwrap();

    let sold = &plan.process.motions[0];
    let win = sold.win_place().unwrap();
    let product: f64 = sold.stages[..=win]
        .iter()
        .map(|stage| stage.conversion.average.unwrap().get())
        .product();
    // All that is proposed is rounded to three digits.
    let is_about = |one: f64, other: f64| (one / other - 1.0).abs() < 0.01;
    assert!(is_about(product, curves.win_chance().chance), "{product}");
    let mean = Metrics::of(&history).won.mean.unwrap();
    let proposed = sold.deal_value.average.unwrap().get();
    assert!(is_about(proposed, mean));
    assert_eq!(proposed, format!("{mean:.2e}").parse::<f64>().unwrap());
    let once_more = calibrate::calibrate(&plan, &motion, &record).unwrap();
    assert_eq!(once_more.proposals, []);
    for assumption in [&sold.stages[0].conversion, &sold.stages[1].conversion] {
        assert_eq!(
            assumption.source,
            Source::OwnHistory {
                events: Some(curves.won.into()),
                of: curves.deals.into()
            }
        );
        assert_eq!(assumption.checked_on, Some(history.as_of));
        assert!(assumption.low < assumption.average && assumption.average < assumption.high);
    }
    assert!(plan.reality_check.lead_variation.unwrap().get() > 0.1);
    assert!(plumbline_plan::validate(&plan, None).is_empty());

    back.apply(&mut plan).unwrap();
    assert_eq!(plan, before);
}

#[test]
fn calibration_says_what_it_cannot_say() {
    let mut history = History::empty(day("2023-12-31"));
    history.deals = (0..5)
        .map(|n| {
            deal(
                State::Won,
                day("2023-11-01") + Days::new(n),
                Some(day("2023-12-01")),
                5.0,
            )
        })
        .collect();
    let curves = Curves::of_history(&history, Entry::FromCreation).unwrap();
    let plan = start::sample(day("2024-01-01"));
    let record = Record {
        history: &history,
        curves: &curves,
        entry: Entry::FromCreation,
        stages: &[],
    };
    let calibration = calibrate::calibrate(&plan, &plan.process.motions[0].id, &record).unwrap();
    assert_eq!(calibration.proposals, []);
    let topics: Vec<Topic> = calibration
        .refused
        .iter()
        .map(|(topic, _)| *topic)
        .collect();
    assert_eq!(
        topics,
        [
            Topic::Leads,
            Topic::Conversion,
            Topic::Time,
            Topic::DealValue
        ]
    );
}
