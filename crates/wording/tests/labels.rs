//! Every field of a plan has a name that people know it by.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use plumbline_plan::{FieldPath, Plan, file, start};
use plumbline_wording::texts::labels;

const FULL: &str = include_str!("../../plan/tests/files/v1-full.plumbline.json");

/// Fields that no page shows: identifiers, and the cover as a whole.
fn is_hidden(path: &FieldPath) -> bool {
    let steps: Vec<&str> = path.steps().collect();
    matches!(steps.as_slice(), [.., "id"] | ["about"])
}

/// The paths of a plan down to whole assumptions; list items go by their identifier.
fn paths(plan: &Plan) -> Vec<FieldPath> {
    let mut found = vec![FieldPath::root()];
    let mut place = 0;
    while let Some(path) = found.get(place).cloned() {
        let value = plan.field(&path).unwrap();
        let inside = |step: &str| path.child(step);
        let below: Vec<FieldPath> = match (value.as_object(), value.as_array()) {
            // An assumption is one field to its reader, and so is where it comes from.
            (Some(record), _) if record.contains_key("average") => Vec::new(),
            (Some(record), _) => record.keys().map(|name| inside(name)).collect(),
            (_, Some(items)) => items
                .iter()
                .filter_map(|item| Some(inside(item.get("id")?.as_str()?)))
                .collect(),
            _ => Vec::new(),
        };
        found.extend(below);
        place += 1;
    }
    found.remove(0);
    found
}

fn unlabelled(plan: &Plan) -> Vec<String> {
    paths(plan)
        .into_iter()
        .filter(|path| !is_hidden(path) && labels::of(plan, path) == path.as_str())
        .map(|path| path.to_string())
        .collect()
}

#[test]
fn every_field_of_a_plan_has_a_label() {
    let today = "2026-11-21".parse().unwrap();
    let full = file::read(FULL).unwrap();
    assert!(paths(&full).len() > 300);
    for plan in [full, start::sample(today), start::blank(today)] {
        assert_eq!(unlabelled(&plan), Vec::<String>::new());
    }
}

#[test]
fn a_label_says_what_the_field_belongs_to() {
    let plan = start::sample("2026-11-21".parse().unwrap());
    for (path, label) in [
        (
            "market/segments/groups/customers",
            "Groups of plants: Customers in reach",
        ),
        (
            "market/segments/groups/customers/low",
            "Groups of plants: Customers in reach",
        ),
        (
            "rhythm/meetings/weekly/agenda/stuck/length",
            "Sales meeting: Stuck deals: Length",
        ),
        (
            "rhythm/manager_week/coaching",
            "The manager's week: Coaching",
        ),
        (
            "compensation/pay_plans/account-manager/rate",
            "Account manager: Commission rate",
        ),
        ("foundation/strategy", "Sales strategy"),
        ("offer", "Offer"),
    ] {
        assert_eq!(labels::of(&plan, &path.into()), label, "{path}");
    }
}

#[test]
fn a_field_that_is_not_there_keeps_its_path() {
    let plan = start::blank("2026-11-21".parse().unwrap());
    for path in [
        "market/segments/gone/name",
        "market/nothing",
        "process/motions/gone",
    ] {
        assert_eq!(labels::of(&plan, &path.into()), path);
    }
}

#[test]
fn a_field_belongs_to_the_chapter_that_shows_it() {
    let chapter = |path: &str| labels::chapter_title(&path.into());
    assert_eq!(chapter("team/reps/ann/pay_plan"), "Compensation");
    assert_eq!(chapter("team/reps/ann/quota"), "Team");
    assert_eq!(chapter("reality_check/as_of"), "Targets");
    assert_eq!(chapter("about/client"), "Foundation");
    assert_eq!(chapter("scorecard/actuals"), "Scorecard");
}
