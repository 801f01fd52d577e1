//! The deals as they go into the plan's file, where the user wishes them there: as they are
//! kept, or with numbers in place of names. Knows no file and no browser.

use plumbline_deals::KeptDeals;
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
    pub(super) fn deals(self, kept: &str) -> Option<Value> {
        let value = match self {
            Self::Out => return None,
            Self::AsKept => serde_json::from_str(kept).ok(),
            Self::Nameless => None,
        };
        value.or_else(|| {
            let mut kept = KeptDeals::read(kept).ok()?;
            if self == Self::Nameless {
                kept.leave_names_out();
            }
            serde_json::from_str(&kept.to_text()).ok()
        })
    }
}

#[cfg(test)]
mod tests {
    use plumbline_plan::file;

    use super::*;

    fn kept() -> Value {
        let text = include_str!("../../crates/plan/tests/files/v1-deals.plumbline.json");
        file::read_with_deals(text).unwrap().1.unwrap()
    }

    #[test]
    fn deals_go_into_the_file_as_they_are_kept_and_only_where_that_was_said() {
        let kept = kept();
        assert_eq!(InFile::Out.deals(&kept.to_string()), None);
        assert_eq!(InFile::AsKept.deals(&kept.to_string()), Some(kept.clone()));
        // Before, the table alone was kept in the browser.
        let table = KeptDeals::read(&kept.to_string()).unwrap().history.to_csv();
        assert_eq!(
            InFile::AsKept.deals(&table).unwrap()["table"],
            kept["table"]
        );
        for choice in [InFile::Out, InFile::AsKept, InFile::Nameless] {
            assert_eq!(InFile::of(choice.word().as_bytes()), choice);
        }
    }

    #[test]
    fn names_left_out_never_go_there_even_where_the_deals_cannot_be_read() {
        let mut kept = kept();
        let nameless = InFile::Nameless.deals(&kept.to_string()).unwrap();
        assert_eq!(
            (&nameless["names_left_out"], &nameless["count"]),
            (&true.into(), &3.into())
        );
        assert!(!nameless.to_string().contains("Dogwood"));
        kept["count"] = 4.into();
        assert_eq!(InFile::Nameless.deals(&kept.to_string()), None);
        assert_eq!(InFile::AsKept.deals(&kept.to_string()), Some(kept));
    }
}
