//! Numbers, money and dates as people type and read them.

#![expect(clippy::panic, reason = "a test that fails panics, in its helpers too")]

mod dates;
mod durations;
mod errors;
mod intl;
mod money;
mod numbers;
mod properties;
mod shapes;
mod shares;
mod vocabulary;
mod writing;

/// What the tests of reading share.
mod read {
    use plumbline_wording::locale::{CurrencyCode, Locale};
    use plumbline_wording::reading::{Entry, Kind, Problem, ReadError, read_entry};

    pub(crate) fn locale(tag: &str) -> Locale {
        Locale::ready(tag).unwrap_or_else(|| panic!("no locale {tag}"))
    }

    pub(crate) fn euros() -> Kind {
        Kind::Money(CurrencyCode::of("EUR"))
    }

    pub(crate) fn entry(text: &str, kind: Kind, tag: &str) -> Entry {
        read_entry(text, kind, &locale(tag))
            .unwrap_or_else(|error| panic!("{tag} {kind:?} {text:?}: {error}"))
    }

    pub(crate) fn error(text: &str, kind: Kind, tag: &str) -> ReadError {
        match read_entry(text, kind, &locale(tag)) {
            Ok(entry) => panic!("{tag} {kind:?} {text:?} was read as {entry:?}"),
            Err(error) => error,
        }
    }

    pub(crate) fn one(text: &str, kind: Kind, tag: &str, value: f64) {
        assert_eq!(
            entry(text, kind, tag),
            Entry::one(value),
            "{tag} {kind:?} {text:?}"
        );
    }

    pub(crate) fn refused(text: &str, kind: Kind, tag: &str, problem: Problem, offers: &[&str]) {
        let error = error(text, kind, tag);
        assert_eq!(error.problem, problem, "{tag} {kind:?} {text:?}");
        assert_eq!(error.could_mean, offers, "{tag} {kind:?} {text:?}");
    }
}
