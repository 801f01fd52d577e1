//! What a plan's customer profile says with the deals' own words: where owners are numbers in
//! the deals, they have to be numbers there too. Changes nothing itself.

use std::collections::BTreeSet;

use plumbline_plan::{Edit, FieldPath, Plan};

use crate::{Labels, tally::OWNER};

/// The change by which the profile calls owners by the numbers that
/// [`crate::History::leave_names_out`] gives them, so that it names none and still tells the same
/// deals. An owner whom the deals do not know is left out. Nothing where it names none.
#[must_use]
pub fn owners_by_number(plan: &Plan, owners: &Labels) -> Option<Edit> {
    let numbered = |values: &BTreeSet<String>| -> BTreeSet<String> {
        let places = values.iter().filter_map(|name| owners.find(name)?.place());
        places.map(|place| (place + 1).to_string()).collect()
    };
    let by_owner = plan
        .market
        .profile
        .iter()
        .filter(|attribute| attribute.told_by == OWNER);
    let edits = by_owner.filter_map(|attribute| {
        let numbers = numbered(&attribute.told_values);
        let path = FieldPath::root()
            .child("market")
            .child("profile")
            .child(attribute.id.as_str())
            .child("told_values");
        (numbers != attribute.told_values).then(|| Edit::set(&path, numbers))
    });
    let edits: Vec<Edit> = edits.collect();
    (!edits.is_empty()).then(|| Edit::group(edits))
}

#[cfg(test)]
mod tests {
    use plumbline_plan::chapter::market::{AttributeRole, ProfileAttribute};

    use super::*;

    #[test]
    fn a_profile_names_no_owner_where_owners_are_numbers() {
        let mut owners = Labels::default();
        for name in ["Ann Smith", "Bob Jones", "Cy Young"] {
            owners.take(name);
        }
        let told = |id: &str, by: &str, values: &[&str]| ProfileAttribute {
            id: id.parse().unwrap(),
            statement: String::new(),
            role: AttributeRole::Must,
            weight: None,
            told_by: by.to_owned(),
            told_values: values.iter().map(|value| (*value).to_owned()).collect(),
        };
        let mut plan = plumbline_plan::start::blank("2026-11-21".parse().unwrap());
        plan.market.profile = vec![
            told("north", "owner", &["Cy Young", "Ann Smith", "Gone Long"]),
            told("plants", "segment", &["Ann Smith"]),
        ];
        let edit = owners_by_number(&plan, &owners).unwrap();
        edit.apply(&mut plan).unwrap();
        let values = |place: usize| -> Vec<&str> {
            let values = plan.market.profile[place].told_values.iter();
            values.map(String::as_str).collect()
        };
        assert_eq!(values(0), ["1", "3"]);
        assert_eq!(values(1), ["Ann Smith"], "another column, other names");
        plan.market.profile.remove(0);
        assert_eq!(owners_by_number(&plan, &owners), None);
    }
}
