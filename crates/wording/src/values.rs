//! A field's value as people read it, whatever the field: for comparisons and lists of
//! changes, where fields of all kinds stand in one column.

use plumbline_plan::{FieldPath, Month, Plan, QuantityKind};
use serde_json::{Map, Value};

use crate::{
    choices,
    figures::Figures,
    references,
    texts::{labels, scenarios as text},
};

/// Longer texts are cut, in characters.
const LONGEST: usize = 80;

/// The kinds of the plan's numbers, by the name of their field. A test holds the table to
/// docs/plan-format.md, which a test of the plan holds to the plan's types.
const KINDS: &[(QuantityKind, &[&str])] = &[
    (
        QuantityKind::Fraction,
        &[
            "gross_margin",
            "non_selling_share",
            "rate",
            "margin_floor",
            "standard_margin",
            "margin_bonus",
            "goal",
            "win_chance",
            "score",
            "correlation",
            "contact_rate",
            "lead_rate",
            "conversion",
            "retention",
            "turnover",
            "ramp",
        ],
    ),
    (
        QuantityKind::Money,
        &[
            "price",
            "quota",
            "base",
            "variable",
            "bookings",
            "repeat_bookings",
            "margin",
            "last_year_bookings",
            "value",
            "hourly_cost",
            "yearly_spend",
            "deal_value",
            "by_month",
        ],
    ),
    (
        QuantityKind::Count,
        &[
            "customers",
            "per_month",
            "per_day",
            "leads_per_win",
            "vacancy",
            "reps",
            "working_days",
            "most_deals_per_rep",
            "attendees",
            "activities",
            "leads",
            "wins",
            "people",
            "stage_entries",
        ],
    ),
    (
        QuantityKind::Days,
        &["time_in_stage", "lag", "slow_time", "cut_off"],
    ),
    (
        QuantityKind::Hours,
        &[
            "hours_each",
            "hours_per_deal",
            "hours_per_week",
            "coaching_hours",
            "length",
            "coaching",
            "own_accounts",
            "customer_service",
            "delivery",
            "joint_calls",
            "administration",
        ],
    ),
    (
        QuantityKind::Factor,
        &[
            "weight",
            "value_spread",
            "from_attainment",
            "market_spread",
            "lead_variation",
            "share_of_value",
            "season",
            "lead_season",
            "close_season",
        ],
    ),
    (QuantityKind::GrowthRate, &["growth"]),
];

/// What a field measures, by its path; nothing where it holds no numbers. An entry of a list
/// by month or stage, and a part of an assumption, measure what the whole does.
#[must_use]
pub fn kind_of(path: &FieldPath) -> Option<QuantityKind> {
    let mut names = path.steps().collect::<Vec<_>>().into_iter().rev();
    let named = |name: &str| {
        let found = KINDS.iter().find(|(_, names)| names.contains(&name));
        found.map(|(kind, _)| *kind)
    };
    let last = names.next()?;
    named(last).or_else(|| names.next().and_then(named))
}

/// The value of a field, or the item of a list, in a few words; nothing stands for an item
/// that is not there.
#[must_use]
pub fn in_words(plan: &Plan, path: &FieldPath, value: Option<&Value>, figures: &Figures) -> String {
    let Some(value) = value else {
        return text::NOT_THERE.to_owned();
    };
    match value {
        Value::Null => text::NOT_ENTERED.to_owned(),
        Value::Bool(yes) => if *yes { text::YES } else { text::NO }.to_owned(),
        Value::Number(number) => number_in_words(path, number.as_f64(), figures),
        Value::String(words) => references::name_of(plan, path, words)
            .or_else(|| choices::words_of(path, words).map(str::to_owned))
            .unwrap_or_else(|| text_in_words(words, figures)),
        Value::Array(list) if list.is_empty() => text::NOT_ENTERED.to_owned(),
        Value::Array(list) => list_in_words(path, list, figures),
        Value::Object(record) => record_in_words(plan, path, record, figures),
    }
}

fn number_in_words(path: &FieldPath, number: Option<f64>, figures: &Figures) -> String {
    let number = number.unwrap_or_default();
    kind_of(path).map_or_else(
        || figures.count(number),
        |kind| figures.entered(kind, number),
    )
}

fn text_in_words(words: &str, figures: &Figures) -> String {
    if let Ok(day) = words.parse() {
        return figures.day(day);
    }
    if let Ok(month) = words.parse::<Month>() {
        return figures.month(month);
    }
    match words.trim() {
        "" => text::NOT_ENTERED.to_owned(),
        words if words.starts_with("data:image/") => text::A_PICTURE.to_owned(),
        words if words.chars().count() > LONGEST => {
            let cut: String = words.chars().take(LONGEST).collect();
            format!("{} …", cut.trim_end())
        }
        words => words.to_owned(),
    }
}

fn list_in_words(path: &FieldPath, list: &[Value], figures: &Figures) -> String {
    let numbers: Option<Vec<f64>> = list.iter().map(Value::as_f64).collect();
    match numbers {
        Some(numbers) => {
            let kind = kind_of(path).unwrap_or(QuantityKind::Factor);
            let written = numbers.iter().map(|number| figures.entered(kind, *number));
            written.collect::<Vec<_>>().join(", ")
        }
        None => text::entries(list.len()),
    }
}

fn record_in_words(
    plan: &Plan,
    path: &FieldPath,
    record: &Map<String, Value>,
    figures: &Figures,
) -> String {
    if record.contains_key("id") {
        // What was answered says more than that it was.
        let answer = record.get("answer").and_then(Value::as_str);
        return answer.map_or_else(
            || text::THERE.to_owned(),
            |words| text_in_words(words, figures),
        );
    }
    if let Some(other) = record.get("same_as").and_then(Value::as_str) {
        return text::same_as(&labels::of(plan, &FieldPath::from(other)));
    }
    let number = |name: &str| record.get(name).and_then(Value::as_f64);
    if let Some(average) = number("average") {
        let value = number_in_words(path, Some(average), figures);
        return match (number("low"), number("high"), kind_of(path)) {
            (Some(low), Some(high), Some(kind)) => {
                text::with_range(&value, &figures.short_range(kind, low, high))
            }
            _ => value,
        };
    }
    let month = |name: &str| record.get(name)?.as_str()?.parse::<Month>().ok();
    if let (Some(start), Some(months)) = (month("start"), number("months")) {
        let last = start.plus((months as i32 - 1).max(0));
        return figures.months(start, last);
    }
    if record.is_empty() {
        return text::NOT_ENTERED.to_owned();
    }
    text::entries(record.len())
}
