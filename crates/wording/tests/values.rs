//! Values of any field in words: each number in the unit that the plan's format gives its
//! field.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::{collections::BTreeMap, fs, rc::Rc};

use plumbline_plan::{Currency, FieldPath, Plan, QuantityKind, file, start};
use plumbline_wording::{
    figures::Figures,
    locale::Locale,
    texts::fields,
    values::{in_words, kind_of},
};
use serde_json::{Value, json};

const FULL: &str = include_str!("../../plan/tests/files/v1-full.plumbline.json");

/// What docs/plan-format.md calls the values of a kind.
const KINDS: [(&str, QuantityKind); 12] = [
    ("share", QuantityKind::Fraction),
    ("ramp", QuantityKind::Fraction),
    ("amount", QuantityKind::Money),
    ("amounts by month", QuantityKind::Money),
    ("count", QuantityKind::Count),
    ("counts by stage id", QuantityKind::Count),
    ("0 to 255", QuantityKind::Count),
    ("days", QuantityKind::Days),
    ("hours", QuantityKind::Hours),
    ("factor", QuantityKind::Factor),
    ("season", QuantityKind::Factor),
    ("growth", QuantityKind::GrowthRate),
];

/// Every field of the format that holds numbers, with its kind.
fn fields() -> Vec<(String, QuantityKind)> {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/plan-format.md");
    let document = fs::read_to_string(path).unwrap();
    let kinds = BTreeMap::from(KINDS);
    let rows = document.lines().filter_map(|line| line.strip_prefix("| `"));
    rows.filter_map(|row| {
        let (field, rest) = row.split_once("` | ")?;
        let value = rest.split(" | ").next()?;
        let value = value.strip_prefix("assumption: ").unwrap_or(value);
        Some((field.to_owned(), *kinds.get(value)?))
    })
    .collect()
}

#[test]
fn every_number_of_the_format_has_its_kind() {
    let fields = fields();
    assert!(fields.len() > 60, "the tables are read: {}", fields.len());
    for (field, kind) in fields {
        let path = FieldPath::from(format!("chapter/{field}").as_str());
        assert_eq!(kind_of(&path), Some(kind), "{field}");
    }
}

#[test]
fn an_entry_of_a_list_and_a_part_of_an_assumption_are_measured_as_the_whole() {
    for (path, kind) in [
        ("targets/by_month/2027-01", QuantityKind::Money),
        ("targets/season/3", QuantityKind::Factor),
        (
            "process/motions/m/stages/s/conversion/low",
            QuantityKind::Fraction,
        ),
    ] {
        assert_eq!(kind_of(&FieldPath::from(path)), Some(kind), "{path}");
    }
    assert_eq!(kind_of(&FieldPath::from("about/title")), None);
}

#[test]
fn values_read_as_the_page_writes_them() {
    let plan: Plan = file::read(FULL).unwrap();
    let currency: Currency = "EUR".parse().unwrap();
    let figures = Figures::new(Rc::new(Locale::default()), currency);
    let said =
        |path: &str, value: &Value| in_words(&plan, &FieldPath::from(path), Some(value), &figures);
    assert_eq!(said("targets/goal", &json!(0.25)), "25%");
    assert_eq!(said("team/ramp", &json!([0.25, 0.5])), "25%, 50%");
    assert!(said("targets/bookings", &json!(750_000)).contains("750,000"));
    let conversion = json!({ "average": 0.25, "low": 0.2, "high": 0.3 });
    let path = "process/motions/m/stages/s/conversion";
    assert!(
        said(path, &conversion).starts_with("25% ("),
        "{}",
        said(path, &conversion)
    );
    assert_eq!(
        said("about/brand_logo", &json!("data:image/png;base64,AAAA")),
        "a picture"
    );
    assert_eq!(said("about/title", &json!(" ")), "not entered");
    assert_eq!(
        in_words(&plan, &FieldPath::from("about/title"), None, &figures),
        "not there"
    );
}

#[test]
fn what_refers_to_another_item_reads_as_the_name_of_that_item() {
    let plan = start::sample("2026-11-21".parse().unwrap());
    let figures = Figures::new(Rc::new(Locale::default()), plan.about.currency);
    let said = |path: FieldPath| {
        let value = plan.field(&path).unwrap();
        in_words(&plan, &path, Some(&value), &figures)
    };
    let mut deals = plan.pipeline.deals.iter();
    let deal = deals
        .rfind(|deal| deal.stage.is_some() && deal.owner.is_some())
        .unwrap();
    let path = FieldPath::from("pipeline/deals").child(deal.id.as_str());
    let mut reps = plan.team.reps.iter();
    let owner = reps
        .find(|rep| Some(&rep.id) == deal.owner.as_ref())
        .unwrap();
    assert_eq!(said(path.child("owner")), owner.name);
    let motions = plan.process.motions.iter();
    let mut stages = motions.flat_map(|motion| &motion.stages);
    let stage = stages
        .find(|stage| Some(&stage.id) == deal.stage.as_ref())
        .unwrap();
    assert_eq!(said(path.child("stage")), stage.name);
    assert_eq!(said(path.child("name")), deal.name, "words stay words");
}

/// The fields of the format that hold one of a few words, with these words.
fn choices() -> BTreeMap<String, Vec<String>> {
    let document = include_str!("../../../docs/plan-format.md");
    let quoted = |line: &str| Some(line.strip_prefix('`')?.split_once('`')?.0.to_owned());
    let mut all = BTreeMap::<String, Vec<String>>::new();
    let mut field = String::new();
    for line in document.lines().filter(|line| !line.is_empty()) {
        if let Some(word) = line.strip_prefix("- ").and_then(quoted) {
            all.entry(field.clone()).or_default().push(word);
        } else if line.starts_with('`') && line.ends_with("`:") {
            field = quoted(line).unwrap();
        } else {
            field.clear();
        }
    }
    all.remove("");
    all
}

#[test]
fn a_fixed_choice_reads_as_the_page_has_it() {
    let plan: Plan = file::read(FULL).unwrap();
    let figures = Figures::new(Rc::new(Locale::default()), plan.about.currency);
    let said = |path: &str, word: &str| {
        in_words(&plan, &FieldPath::from(path), Some(&json!(word)), &figures)
    };
    let paths = BTreeMap::from([
        ("every", "rhythm/meetings/a/every"),
        ("kind", "targets/leads/source/kind"),
        ("paid_on", "compensation/pay_plans/a/paid_on"),
        ("role", "market/profile/a/role"),
        ("split", "targets/split"),
        ("starting_from", "pipeline/starting_from"),
        ("timing", "scorecard/key_figures/a/timing"),
    ]);
    let choices = choices();
    let fields: Vec<&str> = choices.keys().map(String::as_str).collect();
    assert_eq!(fields, paths.keys().copied().collect::<Vec<_>>());
    for (field, words) in &choices {
        for word in words {
            let written = said(paths[field.as_str()], word);
            assert!(!written.contains('_'), "{field}: {written}");
        }
    }
    assert_eq!(said(paths["every"], "every_other_week"), "every other week");
    assert_eq!(said(paths["role"], "rules_out"), "rules out");
    assert_eq!(said(paths["kind"], "own_history"), fields::SOURCE_HISTORY);
}

/// A range whose ends would read the same is written to a decimal more.
#[test]
fn the_ends_of_a_range_of_shares_can_be_told_apart() {
    let figures = Figures::new(Rc::new(Locale::default()), Currency::default());
    let range = |low, high| figures.short_range(QuantityKind::Fraction, low, high);
    assert_eq!(range(0.62, 0.71), "62–71%");
    assert_eq!(range(0.927, 0.934), "92.7–93.4%");
    assert_eq!(range(0.997, 0.9999), "99.7–100.0%");
    assert_eq!(range(0.081, 0.093), "8.1–9.3%");
    assert_eq!(range(0.5, 0.5), "50–50%");
}
