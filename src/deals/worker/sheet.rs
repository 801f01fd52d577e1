//! How a file is read, for the page to show and to have changed: every guess, with examples
//! from the file, and what has to be answered.

use plumbline_deals::import::{
    Column, DateOrder, Decimal, Field, Mapping, Question, Survey, System, ValueUse, read_amount,
    read_date,
};
use plumbline_wording::{
    texts::{deals_import as words, deals_page as page},
    writing,
};

use super::{File, writer::Writer};
use crate::deals::protocol::{Choice, Sheet, SheetColumn, SheetCurrency, SheetValue};

/// More columns than these are not shown, unless they are used.
const COLUMNS_SHOWN: usize = 60;

/// How a file is read; nothing while it is not surveyed.
pub(super) fn of(file: &File, writer: &Writer) -> Option<Sheet> {
    let (survey, mapping, remembered) = file.sheet.as_ref()?;
    let count = |count: u32| writing::write_number(f64::from(count), 0, &writer.locale);
    let figures = writer.plain_figures();
    let questions = mapping.questions(survey);
    let asked = questions
        .iter()
        .map(|question| words::question(question, survey, &figures));
    let columns = columns(survey, mapping);
    Some(Sheet {
        name: file.name.clone(),
        system: (survey.system != System::Plain).then(|| words::system(survey.system).to_owned()),
        rows: count(survey.rows),
        unanswered: file.book.as_ref().and_then(|book| {
            let one = book.unanswered == 1;
            (book.unanswered > 0).then(|| words::unanswered(&count(book.unanswered), one))
        }),
        book: file.book.clone(),
        odd_letters: (survey.odd_letters > 0).then(|| words::odd_letters(survey.odd_letters)),
        encoding: file.encoding,
        delimiter: survey.delimiter,
        header_row: survey.header_row,
        more_columns: survey.columns.len() - columns.len(),
        columns,
        first_rows: first_rows(survey),
        questions: asked.collect(),
        dates: dates(survey, mapping, &questions, writer),
        amounts: amounts(mapping, &questions, writer),
        values: values(mapping, count),
        currencies: mapping
            .currencies
            .iter()
            .map(|used| SheetCurrency {
                code: used.code,
                rows: count(used.rows),
                rate: used.rate,
                decided: used.decided,
            })
            .collect(),
        currency_alone: mapping.currency_alone(&writer.reader.currency),
        remembered: *remembered,
        mapping: serde_json::to_value(mapping).unwrap_or_default(),
    })
}

fn columns(survey: &Survey, mapping: &Mapping) -> Vec<SheetColumn> {
    let shown = |place: usize, column: &Column| {
        let used = mapping.columns.iter().find(|used| used.column == place);
        (place < COLUMNS_SHOWN || used.is_some()).then(|| SheetColumn {
            place,
            name: if column.header.is_empty() {
                page::unnamed_column(place + 1)
            } else {
                column.header.clone()
            },
            examples: column.examples.clone(),
            field: used.map(|used| used.field),
            confidence: used.map(|used| used.confidence),
        })
    };
    let columns = survey.columns.iter().enumerate();
    columns
        .filter_map(|(place, column)| shown(place, column))
        .collect()
}

/// A few rows as they stand in the file, cut to what can be shown.
fn first_rows(survey: &Survey) -> Vec<Vec<String>> {
    let cut = |cell: &String| cell.chars().take(40).collect();
    let rows = survey.first_rows.iter().take(3);
    rows.map(|row| row.iter().take(COLUMNS_SHOWN).map(cut).collect())
        .collect()
}

/// The order of day and month, where the file's dates leave it open or their cells tell it.
fn dates(
    survey: &Survey,
    mapping: &Mapping,
    questions: &[Question],
    writer: &Writer,
) -> Option<Choice<DateOrder>> {
    let asked = questions.iter().find_map(|question| match question {
        Question::DateOrder { examples, .. } => Some(examples.first().cloned()),
        _ => None,
    });
    let mut used = mapping.columns.iter().filter(|used| used.field.is_date());
    let numbered = |used: &&plumbline_deals::import::ColumnUse| {
        let dates = survey.columns[used.column].dates;
        dates.day_first + dates.month_first + dates.either + dates.dotted > 0
    };
    let first = used.find(numbered);
    let example = match (&asked, first) {
        (Some(example), _) => example.clone(),
        (None, Some(used)) => survey.columns[used.column].examples.first().cloned(),
        (None, None) => return None,
    };
    let read = |order| {
        let date = read_date(example.as_deref().unwrap_or_default(), order).ok();
        let date = date.map(|date| writing::write_date_long(date, &writer.locale));
        date.unwrap_or_else(|| page::NOT_A_DATE.to_owned())
    };
    let example = example.clone().unwrap_or_default();
    let said = |order| page::would_be(&example, &read(order));
    Some(Choice {
        chosen: first
            .and_then(|used| used.order)
            .filter(|_| asked.is_none()),
        examples: [said(DateOrder::DayMonthYear), said(DateOrder::MonthDayYear)],
    })
}

/// The decimal sign, where there are amounts.
fn amounts(mapping: &Mapping, questions: &[Question], writer: &Writer) -> Option<Choice<Decimal>> {
    let asked = questions.iter().find_map(|question| match question {
        Question::Decimal { example, .. } => Some(example.clone()),
        _ => None,
    });
    let mut values = mapping.columns.iter();
    let used = values.find(|used| matches!(used.field, Field::Value | Field::WonValue))?;
    let example = asked.clone().unwrap_or_default();
    let said = |decimal, plain: &str| match read_amount(&example, decimal) {
        Some(amount) => page::would_be(
            &example,
            &writing::write_exact(amount.value, &writer.locale),
        ),
        None => plain.to_owned(),
    };
    Some(Choice {
        chosen: used.decimal.filter(|_| asked.is_none()),
        examples: [
            said(Decimal::Point, page::POINT_EXAMPLE),
            said(Decimal::Comma, page::COMMA_EXAMPLE),
        ],
    })
}

fn values(mapping: &Mapping, count: impl Fn(u32) -> String) -> Vec<SheetValue> {
    let shown = |value: &ValueUse, is_stage: bool| SheetValue {
        name: value.name.clone(),
        rows: count(value.rows),
        meaning: value.meaning,
        sure: value.sure,
        is_stage,
        plan_stage: value.plan_stage.as_ref().map(ToString::to_string),
    };
    let stages = mapping.stages.iter().map(|value| shown(value, true));
    let statuses = mapping.statuses.iter().map(|value| shown(value, false));
    stages.chain(statuses).collect()
}
