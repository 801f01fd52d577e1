//! What page and workers say to each other: orders one way, reports the other, each a line
//! of JSON with bytes beside it where there are many.
//!
//! Knows no browser: how a message travels is [`crate::browser::worker`]'s business.

use std::ops::Range;

use chrono::NaiveDate;
use plumbline_forecast::{Answer, Outcome, Question};
use serde::{Deserialize, Serialize, de::DeserializeOwned};

/// Which computation a message belongs to. Counts up; a message of an older one is void.
pub(super) type Run = u32;

/// What a worker is to do. It carries out its orders one by one, as they come.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) enum Order {
    /// Drop whatever there is and get ready for this; no report. Beside it: the plan, as in
    /// its file.
    Begin {
        /// The new run.
        run: Run,
        /// What it is for.
        job: Job,
    },
    /// Run these trials; answered by [`Report::Ran`].
    Trials {
        /// For which run.
        run: Run,
        /// Which trials.
        trials: Range<u32>,
        /// Whether to keep them for a summary, rather than to hand them over.
        keep: bool,
    },
    /// Keep these trials, run by another worker, for a summary; no report. Beside it: them.
    Keep {
        /// For which run.
        run: Run,
        /// Which trials.
        trials: Range<u32>,
    },
    /// Sum up all trials from the first on; answered by [`Report::Summary`].
    Summarise {
        /// For which run.
        run: Run,
        /// How many.
        trials: u32,
    },
    /// Answer one of the run's questions, for a slice of the work: begin with it, or go on;
    /// answered by [`Report::Stepped`] or [`Report::Answered`].
    Step {
        /// For which run.
        run: Run,
        /// Which question, by its place.
        question: usize,
    },
}

/// What a run is for. More kinds of work become more variants, each with a loop of its own
/// in the worker.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) enum Job {
    /// The forecast of a plan.
    Forecast {
        /// The day it is made on, unless the plan names one.
        today: NaiveDate,
        /// The seed of its draws.
        seed: u64,
    },
    /// Answers to questions about a plan.
    Inquiry {
        /// The day they are asked on, unless the plan names one.
        today: NaiveDate,
        /// The seed of the draws.
        seed: u64,
        /// The questions.
        questions: Vec<Question>,
    },
}

/// What a worker has done.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) enum Report {
    /// The trials have run. Beside it: them, unless they are kept.
    Ran {
        /// For which run.
        run: Run,
        /// Which trials.
        trials: Range<u32>,
        /// How long it took, in milliseconds.
        milliseconds: f64,
    },
    /// What the trials come to.
    Summary {
        /// For which run.
        run: Run,
        /// The answer.
        outcome: Box<Outcome>,
    },
    /// A slice of the work on a question is done.
    Stepped {
        /// For which run.
        run: Run,
        /// Which question.
        question: usize,
    },
    /// A question is answered.
    Answered {
        /// For which run.
        run: Run,
        /// Which question.
        question: usize,
        /// The answer.
        answer: Box<Answer>,
    },
    /// An order cannot be carried out. It should never come to this.
    Failed {
        /// For which run.
        run: Run,
        /// What is in the way.
        why: String,
    },
    /// The last words of a program that has stopped at a fault of its own.
    Panicked {
        /// What it says of it.
        why: String,
    },
}

impl Order {
    /// Whether a report answers it.
    pub(super) fn is_answered(&self) -> bool {
        matches!(
            self,
            Self::Trials { .. } | Self::Summarise { .. } | Self::Step { .. }
        )
    }
}

/// A message as text.
pub(super) fn encode(message: &impl Serialize) -> String {
    // Numbers and texts under text keys: JSON can hold them all.
    serde_json::to_string(message).unwrap_or_default()
}

/// A message back from its text; nothing when it is none.
pub(super) fn decode<T: DeserializeOwned>(text: &str) -> Option<T> {
    serde_json::from_str(text).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use plumbline_forecast::{LeverKind, Model, simulate};
    use plumbline_plan::start;

    fn day() -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, 21).unwrap()
    }

    #[test]
    fn orders_arrive_as_they_were_given() {
        let job = Job::Forecast {
            today: day(),
            seed: u64::MAX,
        };
        let orders = [
            Order::Begin { run: 1, job },
            Order::Trials {
                run: 2,
                trials: 5..1_000,
                keep: true,
            },
            Order::Keep {
                run: u32::MAX,
                trials: 0..u32::MAX,
            },
            Order::Summarise {
                run: 3,
                trials: 20_000,
            },
            Order::Begin {
                run: 4,
                job: Job::Inquiry {
                    today: day(),
                    seed: 1,
                    questions: vec![
                        Question::Lever(LeverKind::Hires),
                        Question::Tornado("process/motions/main/deal_value".into()),
                    ],
                },
            },
            Order::Step {
                run: 4,
                question: 1,
            },
        ];
        for order in orders {
            assert_eq!(decode(&encode(&order)), Some(order));
        }
    }

    #[test]
    fn an_answer_arrives_to_the_last_bit() {
        let model = Model::from_plan(&start::sample(day()), day()).unwrap();
        let outcome = Outcome::new(&model, &simulate(&model, 7, 0..500));
        let hash = outcome.hash();
        let outcome = Box::new(outcome);
        let report = Report::Summary { run: 1, outcome };
        match decode(&encode(&report)) {
            Some(Report::Summary { run: 1, outcome }) => assert_eq!(outcome.hash(), hash),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn what_is_no_message_is_nothing() {
        for text in ["", "null", "{}", r#"{"Trials":{"run":1}}"#, "not JSON"] {
            assert_eq!(decode::<Order>(text), None, "{text}");
            assert_eq!(decode::<Report>(text), None, "{text}");
        }
    }
}
