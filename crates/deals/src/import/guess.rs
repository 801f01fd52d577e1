//! Which column holds what: by its name, and by whether its cells fit. A guess, shown with
//! examples and changeable; what cannot be told becomes a question.

use std::collections::BTreeSet;

use super::{
    Column, Field, Survey,
    currency::Code,
    field,
    state::{Meaning, meaning, yes_or_no},
};

/// How sure a guess is.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum Confidence {
    /// By its cells alone, or there was no other.
    Low,
    /// By a word in its name, and its cells fit.
    Medium,
    /// By a known name, and its cells fit.
    High,
    /// The user said so.
    Said,
}

/// The columns with what they seem to hold. No column holds two things, and but for
/// [`Field::StageEntered`] nothing stands in two columns.
pub(super) fn columns(survey: &Survey) -> Vec<(usize, Field, Confidence)> {
    let mut candidates = Vec::new();
    for (place, column) in survey.columns.iter().enumerate() {
        if column.filled == 0 {
            continue;
        }
        let header = field::plain(&column.header);
        for field in Field::ALL {
            let name = field::by_plain_name(&header, field);
            if name > 0 && fits(column, field, if name == 3 { 5 } else { 8 }) {
                candidates.push((3 - name, field, place));
            }
        }
    }
    candidates.sort_unstable();
    let mut taken = Taken::default();
    for (rank, field, place) in candidates {
        let confidence = if rank == 0 {
            Confidence::High
        } else {
            Confidence::Medium
        };
        taken.take(place, field, confidence);
    }
    by_cells(survey, &mut taken);
    taken
        .found
        .sort_by_key(|(place, field, _)| (*field, *place));
    taken.found
}

#[derive(Default)]
struct Taken {
    found: Vec<(usize, Field, Confidence)>,
    columns: BTreeSet<usize>,
    fields: BTreeSet<Field>,
}

impl Taken {
    fn take(&mut self, place: usize, field: Field, confidence: Confidence) {
        let again = self.fields.contains(&field) && !field.repeats();
        if !again && self.columns.insert(place) {
            self.fields.insert(field);
            self.found.push((place, field, confidence));
        }
    }

    fn has(&self, field: Field) -> bool {
        self.fields.contains(&field)
    }
}

/// Whether the cells of a column can be this, if so many tenths of them have to fit. A
/// column of the right name may hold more that cannot be read than one of any other.
fn fits(column: &Column, field: Field, tenths: u32) -> bool {
    let most = |count: u32| count * 10 >= column.filled * tenths;
    let values_are = |fits: &dyn Fn(&str) -> bool| {
        let values = column.values.as_ref();
        values.is_some_and(|values| values.keys().all(|value| fits(value)))
    };
    match field {
        _ if field.is_date() => most(column.dates.with_serials()),
        _ if field.is_number() => most(column.amounts.all) && !most(column.dates.all),
        Field::Currency => values_are(&|value| Code::read(value).is_some()),
        Field::IsWon | Field::IsClosed => values_are(&|value| yes_or_no(value).is_some()),
        Field::Stage | Field::Status => column.values.is_some() && !most(column.dates.all),
        Field::Id => true,
        // Words.
        _ => !most(column.dates.all) && !most(column.amounts.all),
    }
}

/// What no name told: by what the cells look like.
fn by_cells(survey: &Survey, taken: &mut Taken) {
    let free = |taken: &Taken, fits: &dyn Fn(&Column) -> bool| -> Vec<usize> {
        let columns = survey.columns.iter().enumerate();
        columns
            .filter(|(place, column)| {
                column.filled > 0 && !taken.columns.contains(place) && fits(column)
            })
            .map(|(place, _)| place)
            .collect()
    };
    if !taken.has(Field::Stage)
        && !taken.has(Field::Status)
        && !taken.has(Field::IsWon)
        && let Some(place) = free(taken, &says_won).first()
    {
        taken.take(*place, Field::Stage, Confidence::Low);
    }
    let dates = free(taken, &|column| {
        fits(column, Field::Created, 8) && column.dates.all > 0
    });
    match (
        taken.has(Field::Created),
        taken.has(Field::Closed),
        &dates[..],
    ) {
        (false, false, [first, second]) => {
            taken.take(*first, Field::Created, Confidence::Low);
            taken.take(*second, Field::Closed, Confidence::Low);
        }
        (false, true, [only]) => taken.take(*only, Field::Created, Confidence::Low),
        (true, false, [only]) if !taken.has(Field::WonOn) => {
            taken.take(*only, Field::Closed, Confidence::Low);
        }
        _ => {}
    }
    if !taken.has(Field::Value)
        && !taken.has(Field::WonValue)
        && let [only] = free(taken, &|column| fits(column, Field::Value, 8))[..]
    {
        taken.take(only, Field::Value, Confidence::Low);
    }
}

/// Whether a column's values speak of won and lost.
fn says_won(column: &Column) -> bool {
    let Some(values) = &column.values else {
        return false;
    };
    let says = |wanted| values.keys().any(|value| meaning(value) == (wanted, true));
    says(Meaning::Won) && (says(Meaning::Lost) || values.len() <= 12)
}
