use std::{collections::VecDeque, sync::LazyLock};

use chrono::NaiveDate;
use plumbline_forecast::{DEFAULT_SEED, LeverKind, Model, Question, simulate};
use plumbline_plan::start;
use proptest::prelude::*;

use super::*;

fn job() -> Job {
    let today = NaiveDate::from_ymd_opt(2026, 11, 21).unwrap();
    let seed = DEFAULT_SEED;
    Job::Forecast { today, seed }
}

/// Any answer.
static OUTCOME: LazyLock<Outcome> = LazyLock::new(|| {
    let today = NaiveDate::from_ymd_opt(2026, 11, 21).unwrap();
    let model = Model::from_plan(&start::sample(today), today).unwrap();
    Outcome::new(&model, &simulate(&model, DEFAULT_SEED, 0..1))
});

/// Workers that carry out orders when they are told to, and the page they work for.
struct Office {
    schedule: Schedule,
    orders: Vec<VecDeque<Order>>,
    /// Trials kept at each worker, of the run that it last began.
    kept: Vec<Vec<Range<u32>>>,
    runs: Vec<Run>,
    shown: Vec<u32>,
    /// Questions answered, and whether the last one has been.
    told: Vec<usize>,
    is_told_all: bool,
    /// Slices each worker has spent on its question.
    slices: Vec<usize>,
    replaced: usize,
    has_given_up: bool,
    has_declined: bool,
    now: f64,
}

impl Office {
    fn new(workers: usize) -> Self {
        Self {
            schedule: Schedule::new(workers),
            orders: vec![VecDeque::new(); workers],
            kept: vec![Vec::new(); workers],
            runs: vec![0; workers],
            shown: Vec::new(),
            told: Vec::new(),
            is_told_all: false,
            slices: vec![0; workers],
            replaced: 0,
            has_given_up: false,
            has_declined: false,
            now: 10_000.0,
        }
    }

    fn begin(&mut self) {
        let steps = self.schedule.begin(job(), self.now);
        self.take(steps);
    }

    fn ask(&mut self, many: usize) {
        let today = NaiveDate::from_ymd_opt(2026, 11, 21).unwrap();
        let job = Job::Inquiry {
            today,
            seed: DEFAULT_SEED,
            questions: vec![Question::Lever(LeverKind::Leads); many],
        };
        let steps = self.schedule.begin(job, self.now);
        self.take(steps);
    }

    fn take(&mut self, steps: Vec<Step<()>>) {
        for step in steps {
            match step {
                Step::Send { to, order, .. } => self.orders[to].push_back(order),
                Step::Replace(place) => {
                    self.replaced += 1;
                    self.orders[place].clear();
                    self.kept[place].clear();
                    self.runs[place] = 0;
                    self.slices[place] = 0;
                }
                Step::Show { outcome, settling } => {
                    assert_eq!(settling, outcome.trials < 20_000);
                    self.shown.push(outcome.trials);
                }
                Step::Tell { question, last, .. } => {
                    assert!(!self.is_told_all, "nothing comes after the last answer");
                    self.told.push(question);
                    self.is_told_all = last;
                }
                Step::GiveUp => self.has_given_up = true,
                Step::Decline => self.has_declined = true,
            }
        }
    }

    fn lose(&mut self, place: usize) {
        let steps = self.schedule.lost(place, self.now);
        self.take(steps);
    }

    /// Has a worker carry out its next order; says whether it had one.
    fn work(&mut self, place: usize) -> bool {
        self.now += 1.0;
        let Some(order) = self.orders[place].pop_front() else {
            return false;
        };
        let report = match order {
            Order::Begin { run, .. } => {
                self.runs[place] = run;
                self.kept[place].clear();
                self.slices[place] = 0;
                return true;
            }
            Order::Keep { run, trials } => {
                assert_eq!(run, self.runs[place]);
                self.keep(place, trials);
                return true;
            }
            Order::Trials { run, trials, keep } => {
                assert_eq!(run, self.runs[place]);
                if keep {
                    self.keep(place, trials.clone());
                }
                let milliseconds = 0.012 * trials.len() as f64;
                Report::Ran {
                    run,
                    trials,
                    milliseconds,
                }
            }
            Order::Step { run, question } => {
                assert_eq!(run, self.runs[place]);
                self.slices[place] += 1;
                if self.slices[place] < 3 {
                    Report::Stepped { run, question }
                } else {
                    self.slices[place] = 0;
                    Report::Answered {
                        run,
                        question,
                        answer: Box::new(Answer::Tornado(None)),
                    }
                }
            }
            Order::Summarise { run, trials } => {
                assert_eq!(run, self.runs[place]);
                let kept = self.kept[place].iter().filter(|kept| kept.end <= trials);
                let there: usize = kept.map(ExactSizeIterator::len).sum();
                assert_eq!(there, trials as usize, "trials there for a summary");
                let outcome = Outcome {
                    trials,
                    ..OUTCOME.clone()
                };
                let outcome = Box::new(outcome);
                Report::Summary { run, outcome }
            }
        };
        let steps = self.schedule.reported(place, report, (), self.now);
        self.take(steps);
        true
    }

    fn keep(&mut self, place: usize, trials: Range<u32>) {
        let mut kept = self.kept[place].iter();
        let twice = kept.any(|kept| kept.start < trials.end && trials.start < kept.end);
        assert!(!twice, "{trials:?} were there already");
        self.kept[place].push(trials);
    }

    /// Lets all workers work, in turn, until none has anything to do.
    fn finish(&mut self) {
        while (0..self.orders.len()).fold(false, |any, place| self.work(place) | any) {}
    }
}

#[test]
fn one_worker_or_many_show_the_same_answers_one_after_the_other() {
    for workers in 1..=5 {
        let mut office = Office::new(workers);
        for _ in 0..2 {
            office.begin();
            office.finish();
            assert_eq!(
                std::mem::take(&mut office.shown),
                SUMMED_UP_AFTER,
                "{workers}"
            );
            assert!(!office.schedule.is_waiting());
        }
        assert_eq!(office.replaced, 0);
    }
}

#[test]
fn every_worker_has_its_share() {
    let mut office = Office::new(3);
    office.begin();
    let busy = office
        .orders
        .iter()
        .all(|orders| matches!(orders.back(), Some(Order::Trials { .. })));
    assert!(busy, "{:?}", office.orders);
}

/// Case 75.
#[test]
fn an_answer_to_an_older_run_is_never_shown() {
    let mut office = Office::new(2);
    office.begin();
    // Up to where the first answer has been asked for.
    while !office.orders[COLLECTOR]
        .iter()
        .any(|order| matches!(order, Order::Summarise { .. }))
    {
        office.work(1);
        office.work(0);
    }
    assert!(office.shown.is_empty());
    office.begin();
    let second = office.schedule.last_run;
    while office.runs[COLLECTOR] != second {
        office.work(COLLECTOR);
    }
    assert!(
        office.shown.is_empty(),
        "the answer to the first run was on its way"
    );
    office.finish();
    assert_eq!(office.shown, SUMMED_UP_AFTER);
}

#[test]
fn after_stopping_nothing_is_shown_or_asked_for() {
    let mut office = Office::new(2);
    office.begin();
    office.work(0);
    office.schedule.stop();
    office.finish();
    assert!(office.shown.is_empty());
    assert!(!office.schedule.is_waiting());
}

#[test]
fn a_silent_worker_is_replaced_and_its_trials_run_again() {
    for dead in [0, 1] {
        let mut office = Office::new(2);
        office.begin();
        (0..6).for_each(|_| _ = office.work(0) | office.work(1));
        // One falls silent; the page goes on looking.
        while office.work(1 - dead) {}
        let (since, mut looks) = (office.now, 0);
        while office.replaced == 0 && looks < 10 {
            looks += 1;
            office.now += f64::from(LOOK_EVERY);
            let steps = office.schedule.look(office.now);
            office.take(steps);
        }
        let after = office.now - since;
        assert!((4_000.0..=6_000.0).contains(&after), "{dead}: {after} ms");
        assert_eq!(office.replaced, 1, "worker {dead}");
        office.finish();
        assert_eq!(office.shown, SUMMED_UP_AFTER);
    }
}

#[test]
fn idle_workers_and_a_page_that_slept_are_no_loss() {
    let mut office = Office::new(2);
    office.begin();
    office.finish();
    for _ in 0..20 {
        office.now += f64::from(LOOK_EVERY);
        assert_eq!(office.schedule.look::<()>(office.now), []);
    }
    office.begin();
    office.now += 3_600_000.0;
    assert_eq!(office.schedule.look::<()>(office.now), []);
    office.finish();
    assert_eq!(office.replaced, 0);
    assert_eq!(office.shown.last(), Some(&20_000));
}

#[test]
fn after_losses_in_a_row_there_are_no_more_workers() {
    let mut office = Office::new(2);
    office.begin();
    for _ in 0..LOSSES {
        assert!(!office.has_given_up);
        office.lose(1);
    }
    assert!(office.has_given_up);
}

#[test]
fn losses_far_apart_are_forgotten() {
    let mut office = Office::new(2);
    for _ in 0..3 * LOSSES {
        office.begin();
        office.lose(0);
        office.finish();
    }
    assert!(!office.has_given_up);
}

#[test]
fn a_worker_that_cannot_do_its_work_counts_as_lost() {
    let mut office = Office::new(1);
    office.begin();
    let run = office.schedule.last_run;
    let why = String::new();
    let failed = Report::Failed { run, why };
    let steps = office.schedule.reported(0, failed, (), office.now);
    office.take(steps);
    assert_eq!(office.replaced, 1);
    office.finish();
    assert_eq!(office.shown, SUMMED_UP_AFTER);
}

#[test]
fn a_job_at_which_the_program_stops_is_declined_and_the_next_goes_well() {
    let mut office = Office::new(2);
    office.begin();
    for _ in 0..PANICS {
        assert!(!office.has_declined);
        let why = String::new();
        let report = Report::Panicked { why };
        let steps = office.schedule.reported(1, report, (), office.now);
        office.take(steps);
    }
    assert!(office.has_declined && !office.has_given_up);
    office.finish();
    assert!(office.shown.is_empty());

    office.begin();
    office.finish();
    assert_eq!(office.shown, SUMMED_UP_AFTER);
}

#[test]
fn every_question_is_answered_once_whoever_is_lost() {
    for workers in 1..=3 {
        let mut office = Office::new(workers);
        office.ask(7);
        for _ in 0..5 {
            (0..workers).for_each(|place| _ = office.work(place));
        }
        office.lose(0);
        office.finish();
        office.told.sort_unstable();
        assert_eq!(office.told, [0, 1, 2, 3, 4, 5, 6], "{workers}");
        assert!(office.is_told_all && !office.schedule.is_waiting());
    }
}

#[test]
fn a_forecast_takes_the_place_of_questions() {
    let mut office = Office::new(2);
    office.ask(3);
    (0..4).for_each(|_| _ = office.work(0) | office.work(1));
    office.begin();
    office.finish();
    assert_eq!(office.shown, SUMMED_UP_AFTER);
    assert!(!office.is_told_all);
    office.ask(1);
    office.finish();
    assert!(office.is_told_all);
}

proptest! {
    #[test]
    fn whatever_happens_the_answers_come_in_order_and_end_with_the_last_edit(
        workers in 1..5_usize,
        happenings in prop::collection::vec((0..5_usize, 0..100_u32), 0..400),
    ) {
        let mut office = Office::new(workers);
        office.begin();
        let mut losses = 0;
        for (place, chance) in happenings {
            let place = place % workers;
            match chance {
                0..=1 if losses + 1 < LOSSES => {
                    losses += 1;
                    office.lose(place);
                }
                2..=3 => {
                    office.shown.clear();
                    office.begin();
                }
                _ => _ = office.work(place),
            }
        }
        office.finish();
        prop_assert!(!office.has_given_up);
        prop_assert_eq!(&office.shown, &SUMMED_UP_AFTER);
    }
}
