use chrono::NaiveDate;
use plumbline_deals::import::{Field, HeaderRow, Meaning};
use plumbline_plan::{Days, Quantity, file, start};
use serde_json::Value;

use super::*;
use crate::deals::protocol::{Calibrated, Found, Sheet};

/// A text that is there.
struct Held {
    text: String,
    at: usize,
}

impl Source for Held {
    fn len(&self) -> u32 {
        self.text.len() as u32
    }

    fn first(&self, most: u32) -> Vec<u8> {
        let bytes = self.text.as_bytes();
        bytes[..bytes.len().min(most as usize)].to_vec()
    }

    fn begin(&mut self, _encoding: Encoding) {
        self.at = 0;
    }

    fn next(&mut self, length: u32) -> Option<String> {
        let rest = &self.text[self.at..];
        let piece: String = rest.chars().take(length as usize).collect();
        self.at += piece.len();
        (!piece.is_empty()).then_some(piece)
    }

    fn share(&self) -> f64 {
        self.at as f64 / self.text.len() as f64
    }
}

struct Page {
    worker: DealsWorker,
    said: Vec<(Report, Vec<u8>)>,
}

impl Page {
    fn new() -> Self {
        Self {
            worker: DealsWorker::new(|_| Locale::default()),
            said: Vec::new(),
        }
    }

    /// Has an order carried out to its end; what was said in the end.
    fn order(&mut self, order: Order, text: Option<&str>) -> Report {
        let held = |text: &str| Held {
            text: text.to_owned(),
            at: 0,
        };
        let source = text.map(|text| Box::new(held(text)) as Box<dyn Source>);
        let said = &mut self.said;
        let mut tell = |report, bytes| said.push((report, bytes));
        self.worker.order(order, source, &mut tell);
        while self.worker.step(&mut tell) {}
        self.said.last().unwrap().0.clone()
    }

    fn read(&mut self, text: &str, remembered: Vec<Value>) -> Report {
        let name = "deals.csv".to_owned();
        let order = Order::Read {
            name,
            remembered,
            reader: reader(),
            book: None,
        };
        self.order(order, Some(text))
    }

    fn sheet(&mut self, text: &str) -> Box<Sheet> {
        sheet(self.read(text, Vec::new()))
    }

    fn take(&mut self) -> Box<Found> {
        found(self.order(Order::Take, None))
    }
}

fn reader() -> Reader {
    Reader {
        language: "en".to_owned(),
        currency: "EUR".to_owned(),
        today: NaiveDate::from_ymd_opt(2026, 11, 22).unwrap(),
        width: 600,
    }
}

fn sheet(report: Report) -> Box<Sheet> {
    match report {
        Report::Sheet(sheet) => sheet,
        other => panic!("{other:?}"),
    }
}

fn found(report: Report) -> Box<Found> {
    match report {
        Report::Found(found) => found,
        other => panic!("{other:?}"),
    }
}

fn calibrated(report: Report) -> Box<Calibrated> {
    match report {
        Report::Calibrated(calibrated) => calibrated,
        other => panic!("{other:?}"),
    }
}

/// 60 won after 30 days with a value of 1,000, 40 lost after 10, 5 open.
fn export() -> String {
    let mut text = String::from("Deal Name,Owner,Stage,Amount,Create Date,Close Date\n");
    let first = NaiveDate::from_ymd_opt(2025, 1, 1).unwrap();
    let on = |day: u64| first + chrono::Days::new(day);
    for number in 0..105_u64 {
        let created = number * 4;
        let (stage, days) = match number {
            0..60 => ("Won", Some(30)),
            60..100 => ("Lost", Some(10)),
            _ => ("Talks", None),
        };
        let closed = days.map_or_else(String::new, |days| on(created + days).to_string());
        let owner = ["Ann", "Bob"][(number % 2) as usize];
        text += &format!(
            "Deal {number},{owner},{stage},1000,{},{closed}\n",
            on(created)
        );
    }
    text
}

#[test]
fn a_file_becomes_a_sheet_then_figures_then_proposals() {
    let mut page = Page::new();
    let shown = page.sheet(&export());
    assert_eq!(shown.questions, Vec::<String>::new());
    assert_eq!(shown.columns[3].field, Some(Field::Value));
    let said = page.take();
    assert_eq!((said.deals, said.nameless), (105, false));
    let lines = format!("{:?}", said.sections);
    assert!(lines.contains("60 won of 100 decided"), "{lines}");

    let plan = file::write(&start::blank(reader().today));
    let all = calibrated(page.order(Order::Calibrate { motion: None }, Some(&plan)));
    let value = all
        .proposals
        .iter()
        .find(|one| one.label.contains("Average value"))
        .unwrap();
    assert!(
        value.new.contains("1,000") && value.counts == "60 cases",
        "{value:?}"
    );

    let mut taken = start::blank(reader().today);
    all.all.as_ref().unwrap().apply(&mut taken).unwrap();
    let plan = file::write(&taken);
    let again = calibrated(page.order(Order::Calibrate { motion: None }, Some(&plan)));
    assert_eq!(again.proposals, []);
}

#[test]
fn what_is_changed_is_read_anew_and_remembered_for_files_of_this_shape() {
    let mut page = Page::new();
    let text = export().replace("Talks", "Won already");
    page.sheet(&text);
    let name = "Won already".to_owned();
    let change = Change::Meaning(name.clone(), Meaning::Open);
    let changed = sheet(page.order(Order::Change(change), None));
    let meaning = |sheet: &Sheet| {
        let value = sheet.values.iter().find(|value| value.name == name);
        value.unwrap().meaning
    };
    assert_eq!(meaning(&changed), Meaning::Open);
    let again = sheet(page.read(&text, vec![changed.mapping]));
    assert!(again.remembered);
    assert_eq!(meaning(&again), Meaning::Open);

    let read_as = ReadAs {
        header: HeaderRow::Nowhere,
        ..ReadAs::default()
    };
    let bare = sheet(page.order(Order::ReadAs(read_as), None));
    assert_eq!((bare.header_row, bare.remembered), (None, false));
}

#[test]
fn deals_that_were_kept_say_the_same_and_without_names_no_name() {
    let mut page = Page::new();
    page.sheet(&export());
    let before = page.take();
    let kept = String::from_utf8(page.said.last().unwrap().1.clone()).unwrap();
    let mut later = Page::new();
    let recall = Order::Recall { reader: reader() };
    let after = found(later.order(recall, Some(&kept)));
    assert_eq!(after.sections, before.sections);
    assert_eq!(after.record, before.record);

    let nameless = found(later.order(Order::LeaveNamesOut, None));
    let table = String::from_utf8(later.said.last().unwrap().1.clone()).unwrap();
    assert!(nameless.nameless && !table.contains("Ann") && !table.contains("Deal 7"));
    let again = found(Page::new().order(Order::Recall { reader: reader() }, Some(&table)));
    assert!(again.nameless);
}

/// Case 60, and archives that reach the worker as they are: it unpacks nothing.
#[test]
fn what_is_no_text_is_refused_with_what_to_do() {
    let mut page = Page::new();
    for content in ["PK\u{3}\u{4}rest of an archive", "%PDF-1.7"] {
        let Report::Refused(why) = page.read(content, Vec::new()) else {
            panic!("{content:?}");
        };
        assert!(why.contains("CSV"), "{why}");
    }
}

/// The text of a sheet is a table whatever it begins with, and says where it comes from.
#[test]
fn the_text_of_a_sheet_is_read_as_it_was_written() {
    let mut page = Page::new();
    let book = Book {
        sheets: vec!["Notes".to_owned(), "Deals".to_owned()],
        chosen: 1,
        unanswered: 3,
    };
    let order = Order::Read {
        name: "deals.xlsx".to_owned(),
        remembered: Vec::new(),
        reader: reader(),
        book: Some(book.clone()),
    };
    let text = format!("PK\u{3}\u{4};;;\n\n{}", export());
    let shown = sheet(page.order(order, Some(&text)));
    assert_eq!((shown.header_row, shown.book), (Some(3), Some(book)));
    assert!(shown.unanswered.unwrap().contains("3 formulas"));
    assert_eq!(page.take().deals, 105);
}

/// Open deals are held against the cut-offs of the plan's stages, linked or of the same name.
#[test]
fn stagnant_deals_go_by_the_cut_offs_of_the_plan() {
    let mut page = Page::new();
    page.sheet(&export());
    let before = page.take();
    let mut plan = start::blank(reader().today);
    let motion = plan.process.motions[0].id.clone();
    let stage = &mut plan.process.motions[0].stages[0];
    (stage.name, stage.cut_off) = ("talks".to_owned(), Some(Days::nearest(5.0)));
    let order = Order::Calibrate {
        motion: Some(motion.to_string()),
    };
    page.order(order.clone(), Some(&file::write(&plan)));
    let found = page.said.iter().rev().find_map(|(report, _)| match report {
        Report::Found(found) => Some(found.clone()),
        _ => None,
    });
    let (before, after) = (
        format!("{:?}", before.sections),
        format!("{:?}", found.unwrap().sections),
    );
    assert!(!before.contains("Cut-off used"), "{before}");
    assert!(
        after.contains("Cut-off used") && after.contains("the plan's cut-off for"),
        "{after}"
    );
    // The same cut-offs again say nothing new.
    page.said.clear();
    page.order(order, Some(&file::write(&plan)));
    assert!(matches!(page.said[..], [(Report::Calibrated(_), _)]));
}

/// The export after this one tells what the sellers' chances in this one were worth, and that is
/// kept with the deals.
#[test]
fn sellers_chances_are_judged_by_the_next_export() {
    let table = |later: bool| {
        let mut text = String::from("Deal ID,Stage,Amount,Probability,Create Date,Close Date\n");
        for number in 0..90 {
            let decided = number < 40 || later;
            let won = number % 2 == 0;
            let stage = match (decided, won) {
                (false, _) => "Talks",
                (true, true) => "Won",
                (true, false) => "Lost",
            };
            let closed = match (decided, number < 40) {
                (false, _) => "",
                (true, true) => "2026-03-01",
                (true, false) => "2026-06-01",
            };
            // Those that are lost were thought the likelier ones.
            let chance = if won { 20 } else { 80 };
            text += &format!(
                "D{number},{stage},5,{chance},2026-01-{:02},{closed}\n",
                1 + number % 28
            );
        }
        text
    };
    let mut page = Page::new();
    page.sheet(&table(false));
    let first = format!("{:?}", page.take().sections);
    assert!(first.contains("takes a later export"), "{first}");
    page.sheet(&table(true));
    let second = page.take();
    let said = format!("{:?}", second.sections);
    assert!(
        said.contains("predicted no better than one rate for all 50 deals"),
        "{said}"
    );
    let kept = String::from_utf8(page.said.last().unwrap().1.clone()).unwrap();
    let recall = Order::Recall { reader: reader() };
    let after = found(Page::new().order(recall, Some(&kept)));
    assert_eq!(after.sections, second.sections);
}

/// Case 65: what a name holds is text in every table that leaves the page.
#[test]
fn tables_for_the_user_hold_no_formula() {
    let mut page = Page::new();
    page.sheet(&export().replace("Deal 101", "=HYPERLINK(A1)"));
    page.take();
    for table in [Table::OpenDeals, Table::AllDeals] {
        page.order(Order::Write(table), None);
        let text = String::from_utf8(page.said.last().unwrap().1.clone()).unwrap();
        assert!(text.contains("'=HYPERLINK(A1)"), "{text}");
    }
}
