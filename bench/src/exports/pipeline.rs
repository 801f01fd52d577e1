//! Deals in the eight columns of the public record's sales pipeline, with its numbers of
//! different agents, products and accounts, its share of each stage, and the cells that are
//! empty there; its days run over three years. The values are our own.

use chrono::{Days, NaiveDate};

/// Names of the columns.
pub(super) const HEADER: [&str; 8] = [
    "opportunity_id",
    "sales_agent",
    "product",
    "account",
    "deal_stage",
    "engage_date",
    "close_date",
    "close_value",
];

/// Days over which deals begin.
const DAYS: u32 = 1_096;

/// The cells of a deal.
pub(super) fn deal(number: u32) -> [String; 8] {
    // Steps without a common divisor with what they run over: no column follows another.
    let spread =
        |step: u32, over: u32| (u64::from(number) * u64::from(step) % u64::from(over)) as u32;
    let stage = match spread(37, 100) {
        0..48 => "Won",
        48..76 => "Lost",
        76..94 => "Engaging",
        _ => "Prospecting",
    };
    let (is_closed, is_begun) = (matches!(stage, "Won" | "Lost"), stage != "Prospecting");
    let begun = spread(389, DAYS);
    let value = match stage {
        "Won" => (38 + spread(7_919, 28_000)).to_string(),
        "Lost" => "0".to_owned(),
        _ => String::new(),
    };
    let account = match spread(83, 100) {
        0..84 => format!("Account of firm {}", spread(61, 85)),
        _ => String::new(),
    };
    [
        format!("{:08X}", number.wrapping_mul(2_654_435_761)),
        format!("Agent Number {}", spread(7, 30)),
        format!("Series {}", spread(5, 7)),
        account,
        stage.to_owned(),
        day_or_nothing(is_begun, begun),
        day_or_nothing(is_closed, begun + 1 + spread(53, 138)),
        value,
    ]
}

fn day_or_nothing(there: bool, day: u32) -> String {
    let first = NaiveDate::from_ymd_opt(2021, 1, 1).unwrap_or_default();
    let day = first + Days::new(day.into());
    if there {
        day.to_string()
    } else {
        String::new()
    }
}
