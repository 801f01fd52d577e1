//! Awkward files: each in `tests/awkward/`, written for one fault, with what has to become
//! of it in a text beside it. With `PLUMBLINE_WRITE_EXPECTED=1` the texts are written anew;
//! read the difference before keeping them.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use std::{fmt::Write, fs, path::Path};

use chrono::NaiveDate;
use plumbline_deals::{
    History, State,
    import::{self, Encoding, FileKind, Mapping, Options, Question, Survey},
};

#[test]
fn every_awkward_file_comes_to_its_expected_end() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/awkward");
    let mut files: Vec<_> = fs::read_dir(&folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|ext| ext == "csv"))
        .collect();
    files.sort();
    assert!(files.len() >= 40, "{} files", files.len());
    let mut wrong = Vec::new();
    for file in files {
        let account = account_of(&fs::read(&file).unwrap());
        let beside = file.with_extension("txt");
        if std::env::var_os("PLUMBLINE_WRITE_EXPECTED").is_some() {
            fs::write(&beside, &account).unwrap();
        }
        let expected = fs::read_to_string(&beside).unwrap_or_default();
        if account != expected {
            wrong.push(format!(
                "{}\n--- is\n{account}--- should be\n{expected}",
                file.display()
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What becomes of a file when every question is answered by its first choice.
fn account_of(bytes: &[u8]) -> String {
    let mut account = String::new();
    let text = match import::file_kind(bytes, true) {
        FileKind::Text(encoding) => decode(bytes, encoding),
        kind => return format!("refused: {kind:?}\n"),
    };
    let survey = match import::survey(&text) {
        Ok(survey) => survey,
        Err(refused) => return format!("refused: {refused:?}\n"),
    };
    write_survey(&mut account, &survey);
    let mut mapping = Mapping::guess(&survey);
    for question in mapping.questions(&survey) {
        write_question(&mut account, &question, &survey);
        answer(&mut mapping, &question);
    }
    let options = Options {
        today: NaiveDate::from_ymd_opt(2026, 11, 21).unwrap(),
        as_of: None,
    };
    // In pieces of seven letters: where a piece ends must never matter.
    let whole = import::take(&text, &mapping, options);
    let mut taking = import::Taking::new(&mapping, options);
    let letters: Vec<char> = text.chars().collect();
    let pushed = letters
        .chunks(7)
        .try_for_each(|piece| taking.push(&piece.iter().collect::<String>()));
    let pieces = pushed.and_then(|()| taking.finish());
    assert_eq!(whole, pieces);
    match whole {
        Ok(import) => {
            let report = &import.report;
            writeln!(account, "rows {}, taken {}", report.rows, report.taken).unwrap();
            for remark in &report.remarks {
                let other = remark.other_row.map(|row| format!(" as row {row}"));
                writeln!(
                    account,
                    "  row {}: {:?} {:?}{}{}",
                    remark.row,
                    remark.reason.effect(),
                    remark.reason,
                    remark
                        .field
                        .map(|field| format!(" {} {:?}", field.key(), remark.found))
                        .unwrap_or_default(),
                    other.unwrap_or_default()
                )
                .unwrap();
            }
            write_deals(&mut account, &import.history);
        }
        Err(refused) => writeln!(account, "refused: {refused:?}").unwrap(),
    }
    account
}

fn decode(bytes: &[u8], encoding: Encoding) -> String {
    let decoder = encoding_rs::Encoding::for_label(encoding.label().as_bytes()).unwrap();
    decoder.decode(bytes).0.into_owned()
}

fn write_survey(account: &mut String, survey: &Survey) {
    let header = survey
        .header_row
        .map_or("no header".to_owned(), |row| format!("header in row {row}"));
    writeln!(
        account,
        "{:?}, {:?}, {header}",
        survey.delimiter, survey.system
    )
    .unwrap();
    for used in Mapping::guess(survey).columns {
        let column = &survey.columns[used.column];
        let order = used
            .order
            .map(|order| format!(" {order:?}"))
            .unwrap_or_default();
        let decimal = used
            .decimal
            .map(|decimal| format!(" {decimal:?}"))
            .unwrap_or_default();
        writeln!(
            account,
            "  {} = {:?} {:?}{order}{decimal}",
            used.field.key(),
            column.header,
            used.confidence
        )
        .unwrap();
    }
}

fn write_question(account: &mut String, question: &Question, survey: &Survey) {
    let name = |column: usize| &survey.columns[column].header;
    match question {
        Question::DateOrder { column, torn, .. } => {
            writeln!(
                account,
                "asks: date order of {:?}, torn {torn}",
                name(*column)
            )
            .unwrap();
        }
        Question::Decimal {
            column,
            example,
            torn,
        } => {
            writeln!(
                account,
                "asks: decimal sign of {:?} by {example:?}, torn {torn}",
                name(*column)
            )
            .unwrap();
        }
        Question::Currencies { codes } => {
            let codes: Vec<_> = codes
                .iter()
                .map(|(code, rows)| format!("{} {rows}", code.as_str()))
                .collect();
            writeln!(account, "asks: currencies {}", codes.join(", ")).unwrap();
        }
        Question::NoState => writeln!(account, "asks: which column says won or lost").unwrap(),
        Question::NoneWon { values, .. } => {
            writeln!(account, "asks: which of {values:?} is won").unwrap()
        }
    }
}

fn answer(mapping: &mut Mapping, question: &Question) {
    match question {
        Question::DateOrder { .. } => mapping.set_date_order(import::DateOrder::DayMonthYear),
        Question::Decimal { .. } => mapping.set_decimal(import::Decimal::Comma),
        Question::Currencies { codes } => {
            for (place, (code, _)) in codes.iter().enumerate() {
                mapping.set_currency(*code, (place == 0).then_some(1.0));
            }
        }
        Question::NoneWon { values, .. } => mapping.set_meaning(&values[0].0, import::Meaning::Won),
        Question::NoState => {}
    }
}

fn write_deals(account: &mut String, history: &History) {
    let currency = history
        .currency
        .map(|code| code.as_str().to_owned())
        .unwrap_or_default();
    writeln!(
        account,
        "as of {}{}{currency}",
        history.as_of,
        if currency.is_empty() { "" } else { " in " }
    )
    .unwrap();
    for deal in history.deals.iter().take(6) {
        let day = |date: Option<NaiveDate>| date.map_or("-".to_owned(), |date| date.to_string());
        let state = match deal.state {
            State::Open => "open",
            State::Won => "won",
            State::Lost => "lost",
        };
        let value = deal.value.map_or("-".to_owned(), |value| value.to_string());
        let name = if deal.name.is_empty() {
            &deal.account
        } else {
            &deal.name
        };
        writeln!(
            account,
            "  {} {name:?} {state} {} to {} value {value}{}{}",
            deal.row,
            day(deal.created),
            day(deal.closed.or(deal.expected_close)),
            deal.probability
                .map(|chance| format!(" chance {chance}"))
                .unwrap_or_default(),
            deal.entered
                .iter()
                .map(|(stage, date)| format!(" {} {date}", history.stages.name(*stage)))
                .collect::<String>()
        )
        .unwrap();
    }
}
