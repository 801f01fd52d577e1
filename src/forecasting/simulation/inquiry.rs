//! Questions about the open plan that take many simulations: how far each lever would have
//! to be moved, and what the answer is at each assumption's low and high. Asked once the
//! forecast has settled, and dropped with the next change of the plan.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use plumbline_forecast::{
    Answer, DEFAULT_SEED, Lever, LeverKind, Question, TornadoBar, lever_kinds, tornado_paths,
};
use plumbline_plan::{FieldPath, file};
use yew::prelude::*;

use super::{Turn, Workers, crew::News, on_page, protocol::Job};
use crate::{
    browser::tasks,
    forecasting::{Estimate, Readiness, use_forecast},
    workbook::access::{use_plan, use_reader},
};

/// The most levers and bars asked about, the strongest first: each takes many simulations.
const MOST_LEVERS: usize = 12;
const MOST_BARS: usize = 12;

/// What is known so far.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Answers {
    /// How many questions were asked; none before the forecast has settled.
    pub asked: usize,
    /// How many of them are answered.
    pub answered: usize,
    /// The levers, in the order of the answers.
    pub levers: Vec<Lever>,
    /// The bars, the widest first.
    pub bars: Vec<TornadoBar>,
    /// How many figures could have a bar.
    pub uncertain: usize,
    /// How many levers there are.
    pub movable: usize,
}

impl Answers {
    /// Whether no answer is still to come.
    #[must_use]
    pub fn is_complete(&self) -> bool {
        self.asked > 0 && self.answered >= self.asked
    }

    fn take(&mut self, answer: Answer) {
        self.answered += 1;
        match answer {
            Answer::Lever(lever) => self.levers.push(lever),
            Answer::Tornado(bar) => self.bars.extend(bar),
        }
        self.bars.sort_by(|a, b| b.width().total_cmp(&a.width()));
    }
}

type Newest = Option<(Rc<Readiness>, Rc<Answers>)>;

/// The answers about exactly the open plan, as far as they have come.
#[hook]
pub fn use_answers() -> Rc<Answers> {
    let forecast = use_forecast();
    let (plan, today) = (use_plan(), use_reader().today);
    let workers = use_context::<Workers>();
    let newest = use_state(|| Newest::None);
    let settled = forecast.simulated.as_ref().is_some_and(|all| !all.settling);
    let readiness = Rc::clone(&forecast.readiness);
    use_effect_with((ByPointer(Rc::clone(&readiness)), settled), {
        let newest = newest.setter();
        move |(ByPointer(readiness), settled): &(ByPointer, bool)| {
            let stopped = Rc::new(Cell::new(false));
            let crew = workers.filter(|_| *settled).map(|Workers(crew)| crew);
            if let Some((crew, estimate)) = crew.as_ref().zip(readiness.estimate()) {
                let questions = questions(estimate);
                let asking = Asking {
                    readiness: Rc::clone(readiness),
                    stopped: Rc::clone(&stopped),
                    answers: Rc::new(RefCell::new(Answers {
                        asked: questions.len(),
                        movable: lever_kinds(&estimate.model).len(),
                        uncertain: tornado_paths(&estimate.model).len(),
                        ..Answers::default()
                    })),
                    newest,
                };
                let job = Job::Inquiry {
                    today,
                    seed: DEFAULT_SEED,
                    questions: questions.clone(),
                };
                let plan = file::write(&plan).into_bytes();
                crew.begin(Turn::Questions, job, plan, move |news| match news {
                    News::Answered(answer) => asking.take(*answer),
                    News::NoWorkers => {
                        tasks::spawn(asking.clone().answer_on_page(questions.clone()));
                    }
                    News::Answer { .. } | News::Failed => {}
                });
            }
            move || {
                stopped.set(true);
                crew.iter().for_each(|crew| crew.stop(Turn::Questions));
            }
        }
    });
    match &*newest {
        Some((of, answers)) if Rc::ptr_eq(of, &readiness) => Rc::clone(answers),
        _ => Rc::default(),
    }
}

/// Compared by identity: a plan computed anew is another one.
struct ByPointer(Rc<Readiness>);

impl PartialEq for ByPointer {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

#[derive(Clone)]
struct Asking {
    readiness: Rc<Readiness>,
    stopped: Rc<Cell<bool>>,
    answers: Rc<RefCell<Answers>>,
    newest: UseStateSetter<Newest>,
}

impl Asking {
    fn take(&self, answer: Answer) {
        if self.stopped.get() {
            return;
        }
        self.answers.borrow_mut().take(answer);
        let answers = Rc::new(self.answers.borrow().clone());
        self.newest.set(Some((Rc::clone(&self.readiness), answers)));
    }

    async fn answer_on_page(self, questions: Vec<Question>) {
        if let Some(estimate) = self.readiness.estimate() {
            let stopped = Rc::clone(&self.stopped);
            on_page::answer(&estimate.model, questions, stopped, |answer| {
                self.take(answer);
            })
            .await;
        }
    }
}

/// Everything asked about a plan: first the levers, then the bars, the strongest first.
fn questions(estimate: &Estimate) -> Vec<Question> {
    let share = |path: &FieldPath| estimate.influence.get(path).copied().unwrap_or(0.0);
    let mut paths = tornado_paths(&estimate.model);
    paths.sort_by(|a, b| share(b).total_cmp(&share(a)));
    let bars = paths.into_iter().take(MOST_BARS);
    let levers = strongest(lever_kinds(&estimate.model)).into_iter();
    levers
        .map(Question::Lever)
        .chain(bars.map(Question::Tornado))
        .collect()
}

/// The levers asked about. People, who come last whatever they move, are always among them.
fn strongest(mut levers: Vec<LeverKind>) -> Vec<LeverKind> {
    let people = levers.pop_if(|last| *last == LeverKind::Hires);
    levers.truncate(MOST_LEVERS - usize::from(people.is_some()));
    levers.extend(people);
    levers
}
