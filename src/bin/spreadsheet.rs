//! The second program: reads spreadsheets, in a worker of its own that can be thrown away.
//! Loaded with the first spreadsheet, so that nobody waits for it who has none.
//!
//! Knows nothing of deals but the text their reader takes: sheets in, tables of text out.

use plumbline_app::{
    browser::{bytes::Bytes, worker},
    deals::spreadsheet::{Answer, Asked, answer_text, asked},
};
use plumbline_deals::import::SpreadsheetFault;
use plumbline_spreadsheet::Book;

fn main() {
    let mut book = None;
    worker::serve(move |text, bytes| {
        if let Some(asked) = asked(&text) {
            let (answer, table) = carry_out(asked, &bytes, &mut book)
                .unwrap_or_else(|fault| (Answer::Refused(fault), String::new()));
            worker::report(&answer_text(&answer), table.as_bytes());
        }
    });
}

/// What is asked, done: a sheet, with its text.
fn carry_out(
    asked: Asked,
    bytes: &Bytes,
    open: &mut Option<Book>,
) -> Result<(Answer, String), SpreadsheetFault> {
    let place = match asked {
        Asked::Open => {
            // The file before goes first: there may not be room for both.
            *open = None;
            *open = Some(plumbline_spreadsheet::open(bytes.to_vec())?);
            None
        }
        Asked::Sheet(place) => Some(place),
    };
    let book = open.as_mut().ok_or(SpreadsheetFault::NoSheet)?;
    let chosen = place.unwrap_or_else(|| book.guess());
    let table = book.table(chosen)?;
    let sheet = Answer::Sheet {
        names: book.sheets().to_vec(),
        chosen,
        unanswered: table.unanswered,
    };
    Ok((sheet, table.text))
}
