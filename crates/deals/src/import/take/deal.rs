//! A row becomes a deal, cell by cell, or it is left out; either way the report says what
//! was done to it. Knows nothing of other rows.

use std::rc::Rc;

use chrono::{Datelike, NaiveDate};

use super::{Options, meanings::Meanings};
use crate::{
    History,
    history::{Deal, Further},
    import::{
        Mapping, Reason, Remark, Report, State,
        amount::{Decimal, read_amount},
        column::shortened,
        currency::Code,
        date::{DateFault, DateOrder, read_date},
        field::Field,
        mapping::ColumnUse,
        rows::Row,
        state::yes_or_no,
        write::unguarded,
    },
    labels::Label,
};

/// No deal was created or closed before this year.
const FIRST_YEAR: i32 = 1980;

/// Amounts beyond this are no amounts.
const LARGEST_AMOUNT: f64 = 1e15;

/// Where rows become deals.
#[derive(Debug)]
pub(super) struct DealTaker {
    pub(super) mapping: Mapping,
    /// The mapping's columns, shared with whoever reads a row.
    columns: Rc<[ColumnUse]>,
    pub(super) options: Options,
    /// What the values of stage and status mean.
    stages: Meanings,
    statuses: Meanings,
    pub(super) history: History,
    pub(super) report: Report,
}

/// Why a row is left out: the field and what stood there.
type LeftOut = (Reason, Field, Box<str>);

/// A row on its way to becoming a deal.
#[derive(Default)]
struct Draft<'a> {
    text: [&'a str; Field::ALL.len()],
    dates: [Option<NaiveDate>; Field::ALL.len()],
    entered: Vec<(Label, NaiveDate)>,
    further: Vec<&'a str>,
    value: Option<f64>,
    won_value: Option<f64>,
    probability: Option<f64>,
    currency: Option<Code>,
}

impl DealTaker {
    /// For a file that is read so.
    pub(super) fn new(mapping: Mapping, options: Options) -> Self {
        Self {
            stages: Meanings::new(&mapping.stages),
            statuses: Meanings::new(&mapping.statuses),
            history: History {
                further: further_columns(&mapping),
                ..History::empty(options.today)
            },
            report: Report::default(),
            columns: mapping.columns.as_slice().into(),
            mapping,
            options,
        }
    }

    /// Takes a row: it becomes a deal, or the report says why not.
    pub(super) fn take(&mut self, row: &Row<'_>) {
        if row.number < self.mapping.first_row || row.is_empty() {
            return;
        }
        self.report.rows += 1;
        self.note_form(row);
        match self.deal(row) {
            Ok(deal) => self.history.deals.push(deal),
            Err((reason, field, found)) => self.report.say(Remark {
                row: row.number,
                reason,
                field: Some(field),
                found,
                other_row: None,
            }),
        }
    }

    /// What is to be said of the row's form.
    fn note_form(&mut self, row: &Row<'_>) {
        let width = self.mapping.width;
        for (applies, reason) in [
            (row.had_nul, Reason::NulTakenOut),
            (row.open_quote, Reason::OpenQuote),
            (row.len() < width, Reason::FewerCells),
            (row.len() > width, Reason::MoreCells),
        ] {
            if applies {
                self.say(row, reason, None, "");
            }
        }
    }

    fn say(&mut self, row: &Row<'_>, reason: Reason, field: Option<Field>, found: &str) {
        self.report.say(Remark {
            row: row.number,
            reason,
            field,
            found: shortened(found).into(),
            other_row: None,
        });
    }

    fn deal(&mut self, row: &Row<'_>) -> Result<Deal, LeftOut> {
        let mut draft = Draft::default();
        self.read(row, &mut draft)?;
        let text = |field: Field| draft.text[field.place()];
        let state = self.state(row, &draft)?;
        let closed = match state {
            State::Open => None,
            State::Won => first(&draft, [Field::WonOn, Field::Closed]),
            State::Lost => first(&draft, [Field::LostOn, Field::Closed]),
        };
        let expected_close = match state {
            State::Open => first(&draft, [Field::ExpectedClose, Field::Closed]),
            _ => first(&draft, [Field::ExpectedClose, Field::ExpectedClose]),
        };
        let created = draft.dates[Field::Created.place()];
        self.check_dates(created, closed)?;
        let value = match state {
            State::Won => draft.won_value.or(draft.value),
            _ => draft.value.or(draft.won_value),
        };
        let value = self.in_one_currency(value, draft.currency)?;
        let mut entered = draft.entered;
        entered.sort_by_key(|(_, date)| *date);
        let history = &mut self.history;
        Ok(Deal {
            row: row.number,
            id: text(Field::Id).into(),
            name: unguarded(text(Field::Name)).into(),
            account: unguarded(text(Field::Account)).into(),
            owner: history.owners.take(unguarded(text(Field::Owner))),
            source: history.sources.take(unguarded(text(Field::Source))),
            segment: history.segments.take(unguarded(text(Field::Segment))),
            product: history.products.take(unguarded(text(Field::Product))),
            stage: history.stages.take(unguarded(text(Field::Stage))),
            state,
            created,
            closed,
            expected_close,
            last_activity: draft.dates[Field::LastActivity.place()],
            value,
            probability: draft.probability,
            entered: entered.into(),
            further: history
                .further
                .iter_mut()
                .zip(draft.further)
                .map(|(column, cell)| column.take(unguarded(cell)))
                .collect(),
        })
    }

    /// Reads every mapped cell.
    fn read<'a>(&mut self, row: &Row<'a>, draft: &mut Draft<'a>) -> Result<(), LeftOut> {
        let columns = Rc::clone(&self.columns);
        for used in columns.iter() {
            let (field, cell) = (used.field, row.cell(used.column));
            if field == Field::Further {
                draft.further.push(cell);
                continue;
            }
            if cell.is_empty() {
                continue;
            }
            if field.is_date() {
                let order = used.order.unwrap_or(DateOrder::DayMonthYear);
                self.date(row, field, cell, order, &used.stage, draft)?;
            } else if field.is_number() {
                self.number(row, used, cell, draft);
            } else if field == Field::Currency {
                draft.currency = Code::read(cell).or(draft.currency);
            } else {
                draft.text[field.place()] = cell;
            }
        }
        Ok(())
    }

    fn date(
        &mut self,
        row: &Row<'_>,
        field: Field,
        cell: &str,
        order: DateOrder,
        stage: &str,
        draft: &mut Draft<'_>,
    ) -> Result<(), LeftOut> {
        match read_date(cell, order) {
            Ok(date) if date.year() < FIRST_YEAR => return Err(no_such_day(field, cell)),
            Err(DateFault::NoSuchDay) => return Err(no_such_day(field, cell)),
            Err(DateFault::NotADate) => self.say(row, Reason::DateNotRead, Some(field), cell),
            Ok(date) if field == Field::StageEntered => {
                draft.entered.push((self.history.stages.take(stage), date));
            }
            Ok(date) => draft.dates[field.place()] = Some(date),
        }
        Ok(())
    }

    fn number(&mut self, row: &Row<'_>, used: &ColumnUse, cell: &str, draft: &mut Draft<'_>) {
        let read = read_amount(cell, used.decimal.unwrap_or(Decimal::Point))
            .filter(|amount| amount.value.abs() <= LARGEST_AMOUNT);
        let Some(amount) = read else {
            let reason = if used.field == Field::Probability {
                Reason::ChanceNotRead
            } else {
                Reason::AmountNotRead
            };
            return self.say(row, reason, Some(used.field), cell);
        };
        if used.field == Field::Probability {
            let hundredths = used.percent || amount.percent;
            let chance = if hundredths {
                amount.value / 100.0
            } else {
                amount.value
            };
            if (0.0..=1.0).contains(&chance) {
                draft.probability = Some(chance);
            } else {
                self.say(row, Reason::ChanceNotRead, Some(used.field), cell);
            }
            return;
        }
        draft.currency = draft.currency.or(amount.currency);
        if used.field == Field::WonValue {
            draft.won_value = Some(amount.value);
        } else {
            draft.value = Some(amount.value);
        }
    }

    /// Whether a row's deal is open, won or lost: by yes or no, else by its status, else by
    /// its stage, else by its dates.
    fn state(&mut self, row: &Row<'_>, draft: &Draft<'_>) -> Result<State, LeftOut> {
        let mut flag = |field: Field| {
            let cell = draft.text[field.place()];
            if cell.is_empty() {
                return false;
            }
            let read = yes_or_no(cell);
            if read.is_none() {
                self.say(row, Reason::YesNoNotRead, Some(field), cell);
            }
            read == Some(true)
        };
        if flag(Field::IsWon) {
            return Ok(State::Won);
        }
        if flag(Field::IsClosed) {
            return Ok(State::Lost);
        }
        for (field, meanings) in [
            (Field::Status, &self.statuses),
            (Field::Stage, &self.stages),
        ] {
            let value = draft.text[field.place()];
            if value.is_empty() {
                continue;
            }
            let left_out = |reason| (reason, field, shortened(value).into());
            let Some(said) = meanings.of(value) else {
                return Err(left_out(Reason::UnknownState));
            };
            return said.state().ok_or_else(|| left_out(Reason::ToBeLeftOut));
        }
        let mapped = |field| self.mapping.column_of(field).is_some();
        if draft.dates[Field::WonOn.place()].is_some() {
            Ok(State::Won)
        } else if draft.dates[Field::LostOn.place()].is_some() {
            Ok(State::Lost)
        } else if mapped(Field::IsWon) || mapped(Field::WonOn) {
            Ok(State::Open)
        } else {
            Err((Reason::NoState, Field::Stage, "".into()))
        }
    }

    fn check_dates(
        &self,
        created: Option<NaiveDate>,
        closed: Option<NaiveDate>,
    ) -> Result<(), LeftOut> {
        let today = self.options.today;
        let found = |date: NaiveDate| date.to_string().into();
        if let Some(created) = created.filter(|date| *date > today) {
            return Err((Reason::CreatedInFuture, Field::Created, found(created)));
        }
        if let Some(closed) = closed {
            if closed > today {
                return Err((Reason::ClosedInFuture, Field::Closed, found(closed)));
            }
            if let Some(created) = created.filter(|created| *created > closed) {
                return Err((Reason::CreatedAfterClosed, Field::Created, found(created)));
            }
        }
        Ok(())
    }

    /// The value in the currency counted in.
    fn in_one_currency(
        &mut self,
        value: Option<f64>,
        currency: Option<Code>,
    ) -> Result<Option<f64>, LeftOut> {
        let Some(code) = currency else {
            return Ok(value);
        };
        if self.mapping.currencies.is_empty() {
            self.history.currency = Some(code);
            return Ok(value);
        }
        let used = self
            .mapping
            .currencies
            .iter()
            .find(|used| used.code == code);
        let Some(rate) = used.and_then(|used| used.rate) else {
            return Err((
                Reason::CurrencyLeftOut,
                Field::Currency,
                code.as_str().into(),
            ));
        };
        if rate == 1.0 {
            self.history.currency = Some(code);
        }
        Ok(value.map(|value| value * rate))
    }
}

/// The further columns, in the order in which a row's cells come.
fn further_columns(mapping: &Mapping) -> Vec<Further> {
    let columns = mapping.columns.iter();
    let further = columns.filter(|used| used.field == Field::Further);
    further
        .map(|used| Further {
            name: used.stage.clone(),
            ..Further::default()
        })
        .collect()
}

fn no_such_day(field: Field, cell: &str) -> LeftOut {
    (Reason::NoSuchDay, field, shortened(cell).into())
}

/// The first of these dates that is there.
fn first(draft: &Draft<'_>, fields: [Field; 2]) -> Option<NaiveDate> {
    fields.iter().find_map(|field| draft.dates[field.place()])
}
