//! What a mapping leaves open: questions that only the user can answer, each with what the
//! file holds of it.

use super::{Mapping, ValueUse};
use crate::import::{Code, Field, Meaning, Survey, Told};

/// What has to be answered before a file can be taken.
#[derive(Debug, Clone, PartialEq)]
pub enum Question {
    /// Day and month of a column of dates: either order would do, or both occur.
    DateOrder {
        /// The column.
        column: usize,
        /// Dates from it.
        examples: Vec<String>,
        /// Some dates say one order, some the other.
        torn: bool,
    },
    /// The decimal sign of a column of amounts.
    Decimal {
        /// The column.
        column: usize,
        /// An amount from it that can be read either way.
        example: String,
        /// Some amounts say one sign, some the other.
        torn: bool,
    },
    /// Amounts in several currencies cannot be added up.
    Currencies {
        /// Each with its rows.
        codes: Vec<(Code, u32)>,
    },
    /// No column says which deals are won.
    NoState,
    /// None of the values of the stage or status column says that a deal is won.
    NoneWon {
        /// The column.
        column: usize,
        /// Its values with their rows.
        values: Vec<(String, u32)>,
    },
}

impl Mapping {
    /// What has to be answered before the file can be taken; empty when nothing.
    #[must_use]
    pub fn questions(&self, survey: &Survey) -> Vec<Question> {
        let mut questions = Vec::new();
        for used in &self.columns {
            let column = &survey.columns[used.column];
            if used.field.is_date() && used.order.is_none() {
                questions.push(Question::DateOrder {
                    column: used.column,
                    examples: column.examples.clone(),
                    torn: column.dates.order() == Told::Torn,
                });
            }
            if used.field.is_number() && used.decimal.is_none() {
                let example = column.amounts.example.clone();
                questions.push(Question::Decimal {
                    column: used.column,
                    example: example
                        .or_else(|| column.examples.first().cloned())
                        .unwrap_or_default(),
                    torn: column.amounts.decimal() == Told::Torn,
                });
            }
        }
        if self.currencies.iter().any(|used| !used.decided) {
            let codes = self.currencies.iter().map(|used| (used.code, used.rows));
            questions.push(Question::Currencies {
                codes: codes.collect(),
            });
        }
        questions.extend(self.state_question());
        questions
    }

    fn state_question(&self) -> Option<Question> {
        let dated = [Field::WonOn, Field::IsWon]
            .iter()
            .any(|field| self.column_of(*field).is_some());
        if dated {
            return None;
        }
        let won = |values: &[ValueUse]| values.iter().any(|value| value.meaning == Meaning::Won);
        if won(&self.stages) || won(&self.statuses) {
            return None;
        }
        let Some(used) = self
            .column_of(Field::Status)
            .or_else(|| self.column_of(Field::Stage))
        else {
            return Some(Question::NoState);
        };
        let values = if used.field == Field::Status {
            &self.statuses
        } else {
            &self.stages
        };
        let decided = values.iter().all(|value| value.sure);
        let values = values.iter().map(|value| (value.name.clone(), value.rows));
        // Stages that all say "open" in so many words: nothing was won yet.
        (!decided).then(|| Question::NoneWon {
            column: used.column,
            values: values.collect(),
        })
    }
}
