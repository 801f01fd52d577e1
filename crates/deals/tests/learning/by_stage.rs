//! Conversions and times of single stages, from the dates of entering them: of deals that went
//! through a plan's stages in a way that is known to the day.

use chrono::Days;
use plumbline_deals::{
    Curves, Deal, Entry, History, Label, Pipeline, State,
    calibrate::{Record, calibrate},
    linked_stages, main_motion, open_deals, stage_histories,
};
use plumbline_plan::{
    Id, Plan, Quantity, Source,
    chapter::process::{Motion, Stage},
    start,
};

use crate::histories::{day, deal};

/// In each of these stages, by its place: one deal of so many is lost, whatever came before.
const ONE_LOST_OF: [(usize, u64); 3] = [(1, 2), (2, 4), (3, 5)];

/// Days in every stage of a deal that goes on from it.
const DAYS: u64 = 5;

/// 400 deals of the plan's own stages, where the dates of entering those at `known` places are on
/// record.
fn history(motion: &Motion, known: impl Fn(usize) -> bool) -> History {
    let mut history = History::empty(day("2023-12-31"));
    let win = motion.win_place().unwrap();
    let names = motion.stages[..=win]
        .iter()
        .map(|stage| stage.name.to_uppercase());
    let labels: Vec<_> = names.map(|name| history.stages.take(&name)).collect();
    for number in 0..400_u64 {
        let mut rest = number;
        let lost = ONE_LOST_OF.into_iter().find(|(_, of)| {
            let is_it = rest % of == 0;
            rest /= of;
            is_it
        });
        let created = day("2023-01-01") + Days::new(number % 300);
        let on = |place: usize| created + Days::new(place as u64 * DAYS);
        let (state, last, closed) = match lost {
            Some((place, _)) => (State::Lost, place, on(place) + Days::new(3)),
            None => (State::Won, win, on(win + 1)),
        };
        let entered = (0..=last).filter(|place| known(*place));
        history.deals.push(Deal {
            entered: entered.map(|place| (labels[place], on(place))).collect(),
            ..deal(state, created, Some(closed), 5.0)
        });
    }
    history
}

/// The sample with everything taken that a history says, and the chance of winning it holds.
fn taken(history: &History) -> (Plan, f64) {
    taken_into(start::sample(day("2024-01-01")), history)
}

/// A plan with everything taken that a history says, and the chance of winning it holds.
fn taken_into(mut plan: Plan, history: &History) -> (Plan, f64) {
    let curves = Curves::of_history(history, Entry::FromCreation).unwrap();
    let record = Record {
        history,
        curves: &curves,
        entry: Entry::FromCreation,
        stages: &[],
    };
    let motion = plan.process.motions[0].id.clone();
    let calibration = calibrate(&plan, &motion, &record).unwrap();
    let before = plumbline_plan::validate(&plan, None);
    calibration.edit().apply(&mut plan).unwrap();
    assert_eq!(plumbline_plan::validate(&plan, None), before);
    (plan, curves.win_chance().chance)
}

fn sold(plan: &Plan) -> &[Stage] {
    let motion = &plan.process.motions[0];
    &motion.stages[..=motion.win_place().unwrap()]
}

fn share(stage: &Stage) -> f64 {
    stage.conversion.average.unwrap().get()
}

fn counted(stage: &Stage) -> (u64, u64) {
    match stage.conversion.source {
        Source::OwnHistory {
            events: Some(events),
            of,
        } => (events, of),
        ref other => panic!("{other:?}"),
    }
}

#[test]
fn every_stage_with_dates_goes_by_its_own_counts() {
    let plan = start::sample(day("2024-01-01"));
    let (plan, _) = taken(&history(&plan.process.motions[0], |_| true));
    let stages = sold(&plan);
    // Of 400 half are lost in the second stage, a quarter of the rest in the third, and so on.
    assert_eq!(counted(&stages[1]), (200, 400));
    assert_eq!(counted(&stages[2]), (150, 200));
    assert_eq!(counted(&stages[3]), (120, 150));
    for (stage, expected) in stages[1..4].iter().zip([0.5, 0.75, 0.8]) {
        assert!((share(stage) - expected).abs() < 0.003, "{}", share(stage));
        let (low, high) = (
            stage.conversion.low.unwrap(),
            stage.conversion.high.unwrap(),
        );
        assert!(low.get() < expected && expected < high.get());
    }
    // Where nobody was lost yet, somebody may be.
    assert_eq!(counted(&stages[0]), (400, 400));
    assert!(share(&stages[0]) < 1.0 && share(&stages[0]) > 0.99);
    for stage in stages {
        let days = stage.time_in_stage.average.unwrap().get();
        assert!((days - DAYS as f64).abs() < 1e-9, "{days}");
    }
}

#[test]
fn stages_without_dates_share_what_those_with_dates_leave() {
    let plan = start::sample(day("2024-01-01"));
    // The second stage is known, and the one two after it: what is lost on record in the second
    // was lost there or in the third.
    let (plan, chance) = taken(&history(&plan.process.motions[0], |place| {
        matches!(place, 0 | 1 | 3)
    }));
    let stages = sold(&plan);
    assert_eq!(counted(&stages[1]), (150, 400));
    assert_eq!(counted(&stages[2]), (150, 400));
    let both = share(&stages[1]) * share(&stages[2]);
    assert!((both - 150.0 / 400.0).abs() < 0.002, "{both}");
    let product: f64 = stages.iter().map(share).product();
    assert!(
        (product / chance - 1.0).abs() < 0.01,
        "{product} for {chance}"
    );
}

/// The sample without the stage at a place, and the same with everything taken.
fn without(place: usize, history: &History) -> (Plan, f64) {
    let mut plan = start::sample(day("2024-01-01"));
    plan.process.motions[0].stages.remove(place);
    taken_into(plan, history)
}

fn product(plan: &Plan) -> f64 {
    sold(plan).iter().map(share).product()
}

fn days(stage: &Stage) -> f64 {
    stage.time_in_stage.average.unwrap().get()
}

#[test]
fn what_a_plan_has_no_stage_for_belongs_to_the_stage_before() {
    let sample = start::sample(day("2024-01-01"));
    let history = history(&sample.process.motions[0], |_| true);
    // Without the third stage, the second reaches to the fourth, with all that is lost till then.
    let (plan, chance) = without(2, &history);
    let stages = sold(&plan);
    assert_eq!(counted(&stages[1]), (150, 400));
    assert_eq!(counted(&stages[2]), (120, 150));
    assert!((days(&stages[1]) - 2.0 * DAYS as f64).abs() < 1e-9);
    assert!((product(&plan) - chance).abs() < 0.01);
    // Before the first stage there is none: the plan's first begins with the file's first.
    let (plan, chance) = without(0, &history);
    assert_eq!(counted(&sold(&plan)[0]), (200, 400));
    assert!((days(&sold(&plan)[0]) - 2.0 * DAYS as f64).abs() < 1e-9);
    assert!((product(&plan) - chance).abs() < 0.01);
}

#[test]
fn stages_that_were_moved_or_added_let_through_what_is_won_of_all() {
    let sample = start::sample(day("2024-01-01"));
    let history = history(&sample.process.motions[0], |_| true);
    let mut moved = sample.clone();
    moved.process.motions[0].stages.swap(2, 3);
    let (plan, chance) = taken_into(moved, &history);
    // Whoever came to the fourth stage of the plan was through its third, wherever lost later.
    assert_eq!(counted(&sold(&plan)[2]), (200, 200));
    assert_eq!(counted(&sold(&plan)[3]), (120, 200));
    assert!((product(&plan) - chance).abs() < 0.01);

    let mut added = sample;
    let stages = &mut added.process.motions[0].stages;
    let new = Stage {
        id: Id::new("new-stage").unwrap(),
        name: "Reference visit".to_owned(),
        ..stages[2].clone()
    };
    stages.insert(2, new);
    let (plan, chance) = taken_into(added, &history);
    let stages = sold(&plan);
    let both = share(&stages[1]) * share(&stages[2]);
    assert!((both - 0.5).abs() < 0.003, "{both}");
    assert!((product(&plan) - chance).abs() < 0.01);
}

#[test]
fn open_deals_of_a_stage_the_plan_does_not_have_are_in_the_one_before() {
    let mut plan = start::sample(day("2024-01-01"));
    let history = history(&plan.process.motions[0], |_| true);
    let removed = plan.process.motions[0].stages.remove(2);
    let label = history.stages.find(&removed.name.to_uppercase()).unwrap();
    let motion = &plan.process.motions[0];
    let links = linked_stages(&plan, motion, &history, &[]);
    let linked = links.iter().find(|(other, _)| *other == label);
    assert_eq!(linked.unwrap().1, motion.stages[1].id);
}

#[test]
fn to_enter_closed_lost_is_not_to_go_on() {
    let sample = start::sample(day("2024-01-01"));
    let mut history = history(&sample.process.motions[0], |_| true);
    let (as_it_was, _) = taken(&history);
    let stages = stage_histories(&history);
    let (lost, won) = (
        history.stages.take("Closed lost"),
        history.stages.take("Closed won"),
    );
    for deal in &mut history.deals {
        let end = if deal.state == State::Lost { lost } else { won };
        let mut entered = deal.entered.to_vec();
        entered.push((end, deal.closed.unwrap()));
        deal.entered = entered.into();
    }
    assert_eq!(taken(&history).0, as_it_was);
    assert_eq!(stage_histories(&history), stages);
}

/// Deals of the sample's first way of selling, and a hundred of its second under names that
/// somebody linked: half of these are lost in their first stage, three are still in it.
fn of_two_motions(plan: &Plan) -> (History, Vec<(Label, Id<Stage>)>) {
    let mut history = history(&plan.process.motions[0], |_| true);
    let second = &plan.process.motions[1];
    let stages = &second.stages[..=second.win_place().unwrap()];
    let said: Vec<_> = stages
        .iter()
        .enumerate()
        .map(|(place, stage)| {
            (
                history.stages.take(&format!("Step {place}")),
                stage.id.clone(),
            )
        })
        .collect();
    for number in 0..103_u64 {
        let created = day("2023-02-01") + Days::new(number);
        let (state, last) = match number {
            0..50 => (State::Lost, 0),
            50..100 => (State::Won, said.len() - 1),
            _ => (State::Open, 0),
        };
        let on = |place: usize| created + Days::new(place as u64 * DAYS);
        let closed = (state != State::Open).then(|| on(last + 1));
        let entered = (0..=last).map(|place| (said[place].0, on(place)));
        history.deals.push(Deal {
            stage: said[last].0,
            entered: entered.collect(),
            ..deal(state, created, closed, 5.0)
        });
    }
    (history, said)
}

#[test]
fn each_way_of_selling_learns_from_its_own_deals() {
    let plan = start::sample(day("2024-01-01"));
    let (history, said) = of_two_motions(&plan);
    let curves = Curves::of_history(&history, Entry::FromCreation).unwrap();
    let record = Record {
        history: &history,
        curves: &curves,
        entry: Entry::FromCreation,
        stages: &said,
    };
    let main = main_motion(&plan, &history, &said).unwrap();
    assert_eq!(main.id, plan.process.motions[0].id);
    let learnt = |place: usize| {
        let mut plan = plan.clone();
        let motion = plan.process.motions[place].id.clone();
        let calibration = calibrate(&plan, &motion, &record).unwrap();
        calibration.edit().apply(&mut plan).unwrap();
        plan.process.motions[place].clone()
    };
    assert_eq!(counted(&learnt(0).stages[1]), (200, 400));
    assert_eq!(counted(&learnt(1).stages[0]), (50, 103));

    let pipeline = Pipeline::of(&history, &curves, &std::collections::BTreeMap::new(), &[]);
    let mut pipeline = pipeline;
    pipeline.deals.iter_mut().for_each(|open| open.dead = false);
    pipeline
        .deals
        .iter_mut()
        .for_each(|open| open.by_stage = Some(0.5));
    let open = open_deals(&plan, &record, &pipeline);
    let second = &plan.process.motions[1];
    assert_eq!(open.len(), 3);
    for deal in open {
        assert_eq!(deal.motion.as_ref(), Some(&second.id));
        assert_eq!(deal.stage.as_ref(), Some(&second.stages[0].id));
    }
}
