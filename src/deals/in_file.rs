//! The deals as they go into the plan's file, where the user wishes them there: as they are
//! kept, or with numbers in place of names. Knows no file and no browser.

use plumbline_deals::{KeptDeals, Labels, owners_by_number};
use plumbline_plan::{Plan, file};
use serde_json::Value;

/// The most deals that go into a plan's file: with more of them it would be larger than a
/// plan's file may be.
pub(super) const MOST_DEALS: u32 = 100_000;

/// Whether the deals go into the plan's file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum InFile {
    /// They do not.
    #[default]
    Out,
    /// They do, as they are kept.
    AsKept,
    /// They do, with numbers in place of names.
    Nameless,
}

impl InFile {
    /// The word by which the choice is kept.
    pub(super) fn word(self) -> &'static str {
        match self {
            Self::Out => "out",
            Self::AsKept => "as_kept",
            Self::Nameless => "nameless",
        }
    }

    /// The choice of a word; that they do not where it is none.
    pub(super) fn of(word: &[u8]) -> Self {
        let choices = [Self::AsKept, Self::Nameless];
        let found = choices
            .into_iter()
            .find(|choice| choice.word().as_bytes() == word);
        found.unwrap_or_default()
    }

    /// The deals, given as they are kept, as they go into the file. Deals that cannot be read
    /// go there as they are; but where names are to be left out, they do not.
    pub(super) fn of_kept(self, kept: &str) -> Option<ForFile> {
        let written = |kept: &KeptDeals| serde_json::from_str(&kept.to_text()).ok();
        match self {
            Self::Out => None,
            Self::AsKept => {
                let deals = serde_json::from_str(kept).ok();
                let deals = deals.or_else(|| written(&KeptDeals::read(kept).ok()?))?;
                let numbered = None;
                Some(ForFile { deals, numbered })
            }
            Self::Nameless => {
                let mut kept = KeptDeals::read(kept).ok()?;
                let numbered = Some(kept.history.owners.clone());
                kept.leave_names_out();
                let deals = written(&kept)?;
                Some(ForFile { deals, numbered })
            }
        }
    }
}

/// The deals as they go into the plan's file.
#[derive(Debug, PartialEq)]
pub(crate) struct ForFile {
    /// As they stand there.
    pub(super) deals: Value,
    /// The owners whose numbers stand there in place of their names.
    numbered: Option<Labels>,
}

/// The text of the plan's file with these deals. Where names are left out of them, the plan's
/// customer profile names their owners there no more than they do.
#[must_use]
pub(crate) fn file_text(plan: &Plan, deals: Option<&ForFile>) -> String {
    let numbered = deals.and_then(|deals| {
        let edit = owners_by_number(plan, deals.numbered.as_ref()?)?;
        let mut numbered = plan.clone();
        edit.apply(&mut numbered).ok().map(|_| numbered)
    });
    let plan = numbered.as_ref().unwrap_or(plan);
    file::write_with_deals(plan, deals.map(|deals| &deals.deals))
}

#[cfg(test)]
mod tests {
    use plumbline_plan::chapter::market::{AttributeRole, ProfileAttribute};

    use super::*;

    fn deals(choice: InFile, kept: &str) -> Option<Value> {
        Some(choice.of_kept(kept)?.deals)
    }

    fn kept() -> Value {
        let text = include_str!("../../crates/plan/tests/files/v1-deals.plumbline.json");
        file::read_with_deals(text).unwrap().1.unwrap()
    }

    #[test]
    fn deals_go_into_the_file_as_they_are_kept_and_only_where_that_was_said() {
        let kept = kept();
        assert_eq!(deals(InFile::Out, &kept.to_string()), None);
        assert_eq!(deals(InFile::AsKept, &kept.to_string()), Some(kept.clone()));
        // Before, the table alone was kept in the browser.
        let table = KeptDeals::read(&kept.to_string()).unwrap().history.to_csv();
        assert_eq!(
            deals(InFile::AsKept, &table).unwrap()["table"],
            kept["table"]
        );
        for choice in [InFile::Out, InFile::AsKept, InFile::Nameless] {
            assert_eq!(InFile::of(choice.word().as_bytes()), choice);
        }
    }

    #[test]
    fn names_left_out_never_go_there_even_where_the_deals_cannot_be_read() {
        let mut kept = kept();
        let nameless = deals(InFile::Nameless, &kept.to_string()).unwrap();
        assert_eq!(
            (&nameless["names_left_out"], &nameless["count"]),
            (&true.into(), &3.into())
        );
        assert!(!nameless.to_string().contains("Dogwood"));

        let mut plan = plumbline_plan::start::blank("2026-11-21".parse().unwrap());
        plan.market.profile.push(ProfileAttribute {
            id: "north".parse().unwrap(),
            statement: String::new(),
            role: AttributeRole::Must,
            weight: None,
            told_by: "owner".to_owned(),
            told_values: KeptDeals::read(&kept.to_string())
                .unwrap()
                .history
                .owners
                .names()
                .take(1)
                .map(str::to_owned)
                .collect(),
        });
        let name = plan.market.profile[0].told_values.first().unwrap().clone();
        let text = |choice: InFile| file_text(&plan, choice.of_kept(&kept.to_string()).as_ref());
        assert!(text(InFile::AsKept).contains(&name));
        assert!(!text(InFile::Nameless).contains(&name));

        kept["count"] = 4.into();
        assert_eq!(deals(InFile::Nameless, &kept.to_string()), None);
        assert_eq!(deals(InFile::AsKept, &kept.to_string()), Some(kept));
    }
}
