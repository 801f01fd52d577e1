use std::task::{Context, Waker};
use std::{future::Future, pin::Pin};

use plumbline_forecast::{Answer, DEFAULT_SEED, LeverKind, lever, simulate};
use plumbline_plan::{Plan, start};

use super::*;

type Reported = (Report, Vec<u8>);

/// A worker without a browser.
struct Worker {
    inbox: Inbox,
    reports: Rc<RefCell<Vec<Reported>>>,
    work: Pin<Box<dyn Future<Output = ()>>>,
}

impl Worker {
    fn new() -> Self {
        let inbox = Inbox::default();
        let reports = Rc::new(RefCell::new(Vec::new()));
        let report = {
            let reports = Rc::clone(&reports);
            move |report: &Report, bytes| reports.borrow_mut().push((report.clone(), bytes))
        };
        let work = Box::pin(work(inbox.clone(), report, || 0.0));
        Self {
            inbox,
            reports,
            work,
        }
    }

    /// Gives an order and returns what it reports.
    fn give(&mut self, order: Order, bytes: Vec<u8>) -> Vec<Reported> {
        self.inbox.put((order, bytes));
        let mut context = Context::from_waker(Waker::noop());
        assert!(self.work.as_mut().poll(&mut context).is_pending());
        self.reports.take()
    }

    fn begin(&mut self, run: Run, plan: &Plan) {
        let (today, seed) = (day(), DEFAULT_SEED);
        let job = Job::Forecast { today, seed };
        let bytes = file::write(plan).into_bytes();
        assert_eq!(self.give(Order::Begin { run, job }, bytes), []);
    }

    fn trials(&mut self, run: Run, trials: Range<u32>, keep: bool) -> Vec<u8> {
        let order = Order::Trials { run, trials, keep };
        match self.give(order, Vec::new()).pop() {
            Some((Report::Ran { .. }, bytes)) => bytes,
            other => panic!("{other:?}"),
        }
    }

    fn summary(&mut self, run: Run, trials: u32) -> u64 {
        let order = Order::Summarise { run, trials };
        match self.give(order, Vec::new()).pop() {
            Some((Report::Summary { outcome, .. }, _)) => outcome.hash(),
            other => panic!("{other:?}"),
        }
    }
}

fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 21).unwrap()
}

/// The fingerprint of the answer computed in one go.
fn direct(plan: &Plan, trials: u32) -> u64 {
    let model = Model::from_plan(plan, day()).unwrap();
    Outcome::new(&model, &simulate(&model, DEFAULT_SEED, 0..trials)).hash()
}

#[test]
fn blocks_of_two_workers_come_to_the_answer_of_one() {
    let plan = start::sample(day());
    let (mut one, mut other) = (Worker::new(), Worker::new());
    one.begin(1, &plan);
    other.begin(1, &plan);

    one.trials(1, 100..250, true);
    let early = other.trials(1, 0..100, false);
    let ahead = other.trials(1, 250..400, false);
    for (trials, bytes) in [(250..400, ahead), (0..100, early)] {
        assert_eq!(one.give(Order::Keep { run: 1, trials }, bytes), []);
    }
    assert_eq!(one.summary(1, 250), direct(&plan, 250));
    assert_eq!(one.summary(1, 400), direct(&plan, 400));
}

#[test]
fn a_new_run_begins_with_nothing_of_the_old_one() {
    let plan = start::sample(day());
    let mut changed = plan.clone();
    changed.about.title.push_str(" changed");
    changed.targets.period.months = 6;
    let mut worker = Worker::new();
    worker.begin(1, &plan);
    worker.trials(1, 0..100, true);

    worker.begin(2, &changed);
    let late = Order::Trials {
        run: 1,
        trials: 100..200,
        keep: true,
    };
    assert_eq!(worker.give(late, Vec::new()), [], "an order of the old run");
    worker.trials(2, 0..100, true);
    assert_eq!(worker.summary(2, 100), direct(&changed, 100));
}

#[test]
fn what_cannot_be_done_is_said_and_the_next_run_goes_well() {
    let plan = start::sample(day());
    let mut worker = Worker::new();
    let (today, seed) = (day(), DEFAULT_SEED);
    let unreadable = Order::Begin {
        run: 1,
        job: Job::Forecast { today, seed },
    };
    let failed = |reports: Vec<Reported>| match &reports[..] {
        [(Report::Failed { run, .. }, _)] => *run,
        other => panic!("{other:?}"),
    };
    assert_eq!(failed(worker.give(unreadable, b"{}".to_vec())), 1);

    worker.begin(2, &plan);
    let trials = 0..10;
    let torn = worker.give(Order::Keep { run: 2, trials }, b"torn".to_vec());
    assert_eq!(failed(torn), 2);

    worker.begin(3, &plan);
    worker.trials(3, 0..10, true);
    let order = Order::Summarise { run: 3, trials: 11 };
    assert_eq!(failed(worker.give(order, Vec::new())), 3);

    worker.begin(4, &plan);
    worker.trials(4, 0..10, true);
    assert_eq!(worker.summary(4, 10), direct(&plan, 10));
}

#[test]
fn questions_are_answered_slice_by_slice_and_dropped_for_a_newer_run() {
    let plan = start::sample(day());
    let model = Model::from_plan(&plan, day()).unwrap();
    let kinds = [LeverKind::Hires, LeverKind::Leads];
    let mut worker = Worker::new();
    let ask = |run| Order::Begin {
        run,
        job: Job::Inquiry {
            today: day(),
            seed: DEFAULT_SEED,
            questions: kinds.iter().cloned().map(Question::Lever).collect(),
        },
    };
    let bytes = || file::write(&plan).into_bytes();
    assert_eq!(worker.give(ask(1), bytes()), []);
    let step = |run| Order::Step { run, question: 1 };
    let first = worker.give(step(1), Vec::new()).pop().unwrap().0;
    assert_eq!(
        first,
        Report::Stepped {
            run: 1,
            question: 1
        }
    );

    assert_eq!(worker.give(ask(2), bytes()), []);
    assert_eq!(worker.give(step(1), Vec::new()), [], "of the old run");
    let answer = loop {
        match worker.give(step(2), Vec::new()).pop().unwrap().0 {
            Report::Stepped { .. } => {}
            Report::Answered { answer, .. } => break *answer,
            other => panic!("{other:?}"),
        }
    };
    let wanted = lever(&model, &LeverKind::Leads, DEFAULT_SEED);
    assert_eq!(answer, Answer::Lever(wanted));
}
