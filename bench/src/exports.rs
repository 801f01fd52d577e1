//! An export of deals as a CRM writes it, for measuring how fast one is read.

use std::{fmt::Write, hint::black_box};

use plumbline_deals::import::{self, Mapping, Options};

use crate::plans::today;

/// Deals of the export.
pub(crate) const DEALS: u32 = 50_000;

/// Names of its columns: 14 of them.
const HEADER: [&str; 14] = [
    "Deal ID",
    "Deal Name",
    "Company",
    "Deal Owner",
    "Stage",
    "Amount",
    "Currency",
    "Created Date",
    "Close Date",
    "Lead Source",
    "Industry",
    "Product",
    "Probability",
    "Last Activity",
];

/// An export with all its cells in quotes, or none.
pub(crate) fn export(quoted: bool) -> String {
    let mut text = String::new();
    row(&mut text, quoted, &HEADER.map(str::to_owned));
    for number in 0..DEALS {
        row(&mut text, quoted, &deal(number));
    }
    text
}

/// The export surveyed, as when a file is dropped.
pub(crate) fn survey(text: &str) {
    drop(black_box(import::survey(text)));
}

/// The export's deals taken, by the mapping guessed from its survey.
pub(crate) fn take(text: &str, mapping: &Mapping) {
    let options = Options {
        today: today(),
        as_of: None,
    };
    drop(black_box(import::take(text, mapping, options)));
}

/// The mapping guessed from its survey.
pub(crate) fn mapping(text: &str) -> Mapping {
    #[expect(clippy::expect_used, reason = "the export is one of our own making")]
    let survey = import::survey(text).expect("the export has deals");
    Mapping::guess(&survey)
}

fn row(text: &mut String, quoted: bool, cells: &[String; 14]) {
    for (place, cell) in cells.iter().enumerate() {
        let comma = if place > 0 { "," } else { "" };
        let quote = if quoted { "\"" } else { "" };
        // A text takes whatever is written into it.
        let _ = write!(text, "{comma}{quote}{cell}{quote}");
    }
    text.push('\n');
}

/// Names with figures in them, days in three ways of writing, an amount with its cents.
fn deal(number: u32) -> [String; 14] {
    const MONTHS: [&str; 12] = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ];
    let pick = |names: &[&str], step: u32| names[(number / step) as usize % names.len()].to_owned();
    let (year, month, day) = (2019 + number % 6, 1 + number % 12, 1 + number % 28);
    [
        format!("0062X{:010}", number * 7),
        format!("Works {} extension {}", number % 977, number),
        format!("Customer {} Ltd", number % 4_999),
        format!("Sales Rep {}", number % 40),
        pick(
            &[
                "Closed Won",
                "Closed Lost",
                "Proposal",
                "Closed Lost",
                "Negotiation",
            ],
            1,
        ),
        format!("{}.{:02}", 500 + number * 37 % 90_000, number % 100),
        "USD".to_owned(),
        format!("{year}-{month:02}-{day:02}"),
        format!("{:02}/{day:02}/{}", month, year + 1),
        pick(
            &[
                "Website",
                "Partner",
                "Trade fair",
                "Referral",
                "Outbound",
                "Event 2021",
            ],
            3,
        ),
        pick(&["Manufacturing", "Health", "Retail", "Public sector"], 5),
        pick(&["Basic", "Professional", "Enterprise 5", "Add-on"], 7),
        format!("{}%", number % 11 * 10),
        format!(
            "{day} {} {} 09:{:02}:00",
            MONTHS[(number % 12) as usize],
            year + 1,
            number % 60
        ),
    ]
}
