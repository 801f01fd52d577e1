//! The assumptions register as a table for a spreadsheet: numbers as numbers, days as days,
//! no text that a spreadsheet would take for a formula (faults.md, case 65).

use chrono::NaiveDate;
use plumbline_deals::import::CsvText;
use plumbline_plan::{FieldPath, Plan, QuantityKind, Source, register::register};
use plumbline_wording::texts::{fields, labels, register as text};

/// The register of a plan. `share` gives how much of the answer an assumption carries, 0 to
/// 1, where that is known.
#[must_use]
pub fn register_csv(plan: &Plan, share: impl Fn(&FieldPath) -> Option<f64>) -> String {
    let mut csv = CsvText::new();
    for head in [
        text::NAME,
        text::VALUE_ALONE,
        text::LOW,
        text::HIGH,
        text::UNIT,
        text::SOURCE,
        text::NOTE,
        text::MATTERS,
        text::CHECKED,
        text::OWNER,
        text::REVIEW,
    ] {
        csv.text(head);
    }
    csv.end_row();
    let day = |day: Option<NaiveDate>| day.map_or_else(String::new, |day| day.to_string());
    for entry in register(plan) {
        csv.text(&labels::of(plan, &entry.path));
        csv.number(Some(entry.average));
        csv.number(Some(entry.ends.0));
        csv.number(Some(entry.ends.1));
        csv.text(unit(entry.kind, plan));
        csv.text(&source(&entry.source));
        csv.text(&entry.note);
        csv.number(share(&entry.path));
        csv.text(&day(entry.checked_on));
        csv.text(&entry.owner);
        csv.text(&day(entry.review_on));
        csv.end_row();
    }
    csv.into_text()
}

fn unit(kind: QuantityKind, plan: &Plan) -> &str {
    match kind {
        QuantityKind::Money => plan.about.currency.code(),
        QuantityKind::Fraction => text::SHARE,
        QuantityKind::Count => text::COUNT,
        QuantityKind::Days => text::DAYS,
        QuantityKind::Hours => text::HOURS,
        QuantityKind::Factor => text::FACTOR,
        QuantityKind::GrowthRate => text::GROWTH,
    }
}

fn source(source: &Source) -> String {
    match source {
        Source::Guess => fields::GUESS.to_owned(),
        Source::Team => fields::TEAM.to_owned(),
        Source::OwnHistory { events, of } => fields::own_history(*events, *of),
        Source::Published { reference, .. } => fields::published(reference),
    }
}

#[cfg(test)]
mod tests {
    use plumbline_plan::start;

    use super::*;

    #[test]
    fn every_assumption_has_its_row_and_no_note_becomes_a_formula() {
        let mut plan = start::sample("2026-11-21".parse().unwrap());
        let path = FieldPath::from("team/turnover");
        for (field, words) in [("note", "=1+1"), ("owner", "@Clara")] {
            let edit = plumbline_plan::Edit::set(path.child(field), words);
            edit.apply(&mut plan).unwrap();
        }
        let csv = register_csv(&plan, |other| (*other == path).then_some(0.25));
        assert_eq!(csv.lines().count(), register(&plan).len() + 1);
        let mut lines = csv.lines();
        let turnover = lines.find(|line| line.contains("'=1+1")).unwrap();
        assert!(turnover.contains(",'@Clara,"), "{turnover}");
        assert!(turnover.contains(",0.25,"), "{turnover}");
    }
}
