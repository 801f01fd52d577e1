//! Why nothing can be said of a file of deals, and what to do, for text and JSON alike.

use plumbline_deals::import::Question;
use plumbline_plan::Currency;
use plumbline_wording::texts::{cli, deals_import as words, files};

use super::{
    complaints::{self, Complaint, Reach},
    deals::of_deals,
    figures_in,
    table::Page,
};
use crate::deals::{DealsRefusal, Fault};

/// Why nothing can be said.
pub(crate) fn text(refusal: &DealsRefusal) -> String {
    let mut page = Page::default();
    page.line(&files::not_opened(&refusal.name));
    complaints(refusal)
        .iter()
        .for_each(|complaint| page.line(&complaint.message));
    page.into_text()
}

/// The same, item by item.
pub(super) fn complaints(refusal: &DealsRefusal) -> Vec<Complaint> {
    let complaint = |message: String| Complaint {
        path: String::new(),
        label: refusal.name.clone(),
        message,
        severity: Reach::Unreadable,
    };
    let writer = figures_in(Currency::default());
    match &refusal.why {
        Fault::Missing => vec![complaint(cli::NO_SUCH_FILE.to_owned())],
        Fault::Unreadable(why) => vec![complaint(cli::not_read(&why.to_string()))],
        Fault::TooLarge => vec![complaint(cli::DEALS_TOO_LARGE.to_owned())],
        Fault::Kind(kind) => {
            let message = words::not_a_table(*kind).unwrap_or_default();
            vec![complaint(message.to_owned())]
        }
        Fault::Spreadsheet(fault) => vec![complaint(words::spreadsheet(fault))],
        Fault::NoSpreadsheet => vec![complaint(cli::NO_SPREADSHEET.to_owned())],
        Fault::WhichSheet { sheets, likely } => {
            vec![complaint(cli::which_sheet(&sheets.join(", "), likely))]
        }
        Fault::NoSheet { asked_for, sheets } => {
            vec![complaint(cli::no_such_sheet(asked_for, &sheets.join(", ")))]
        }
        Fault::Plan(fault) => complaints::in_file(&refusal.name, fault),
        Fault::PlanWithoutDeals => vec![complaint(cli::PLAN_WITHOUT_DEALS.to_owned())],
        Fault::Kept(fault) => vec![complaint(words::kept_fault(fault))],
        Fault::Refused(refused) => vec![complaint(words::refused(refused))],
        Fault::NoColumn(name, survey) => {
            let columns: Vec<&str> = survey
                .columns
                .iter()
                .map(|column| column.header.as_str())
                .collect();
            vec![complaint(cli::no_such_column(name, &columns.join(", ")))]
        }
        Fault::Questions(questions, survey) => questions
            .iter()
            .map(|question| {
                let asked = words::question(question, survey, &of_deals(&writer, None));
                complaint(format!("{asked} {}", cli::answer_with(answer(question))))
            })
            .collect(),
    }
}

/// The option that answers a question.
fn answer(question: &Question) -> &'static str {
    match question {
        Question::DateOrder { .. } => "--date-order dmy or --date-order mdy",
        Question::Decimal { .. } => "--decimal point or --decimal comma",
        Question::Currencies { .. } => {
            "--rate, such as --rate EUR=1 --rate USD=0.92 --rate GBP=out"
        }
        Question::NoState => "--column, such as --column stage=Result",
        Question::NoneWon { .. } => "--stage, such as --stage Done=won --stage Rejected=lost",
    }
}
