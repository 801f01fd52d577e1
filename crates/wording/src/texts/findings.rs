//! What the findings say: title, message, advice, and what their change is, by the rule's
//! code. Which figures a rule gives stands in its file in crates/review; a figure's name in
//! braces is replaced by it as written for the reader: `{share}`, or with its noun,
//! `{count|deal|deals}`.

mod fill;
mod later;
mod people;
mod published;
mod selling;
mod words;

pub use fill::{Written, fill, listed};

/// What a rule says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RuleWords {
    /// The rule's code.
    pub code: &'static str,
    /// In a few words.
    pub title: &'static str,
    /// What was found, with the plan's own figures.
    pub message: &'static str,
    /// What to do about it.
    pub advice: &'static str,
    /// What the rule's change is; empty for rules without one.
    pub change: &'static str,
    /// A published figure with its definition, year, source and how far to trust it; empty
    /// for most rules.
    pub published: &'static str,
}

impl RuleWords {
    const fn new(
        code: &'static str,
        title: &'static str,
        message: &'static str,
        advice: &'static str,
    ) -> Self {
        Self {
            code,
            title,
            message,
            advice,
            change: "",
            published: "",
        }
    }

    const fn changing(self, change: &'static str) -> Self {
        Self { change, ..self }
    }

    const fn citing(self, published: &'static str) -> Self {
        Self { published, ..self }
    }
}

/// What stands in for a rule that has no words: an older program looking at newer findings.
const UNKNOWN: RuleWords = RuleWords::new("", "A finding", "", "");

/// The words of the rule with a code.
#[must_use]
pub fn of(code: &str) -> &'static RuleWords {
    all().find(|words| words.code == code).unwrap_or(&UNKNOWN)
}

/// The words of all rules, in the order of the chapters.
pub fn all() -> impl Iterator<Item = &'static RuleWords> {
    let parts = [
        words::FOUNDATION,
        words::MARKET,
        words::OFFER,
        selling::PROCESS,
        people::TEAM,
        people::COMPENSATION,
        selling::TARGETS,
        selling::PIPELINE,
        people::RHYTHM,
        later::SCORECARD,
        later::CHECK,
        later::REVIEW,
    ];
    parts.into_iter().flatten()
}

/// How pressing: the verdict means nothing until this is settled.
pub const BLOCKING: &str = "settle first";
/// How pressing: the plan is likely to fail on it, or contradicts itself.
pub const SERIOUS: &str = "serious";
/// How pressing: worth a talk before the plan is agreed on.
pub const WORTH_A_LOOK: &str = "worth a look";
/// How pressing: would make a good plan better.
pub const HINT: &str = "hint";

/// Section.
pub const FINDINGS: &str = "Findings";
/// Section, of those set aside.
pub const SET_ASIDE: &str = "Set aside";
/// When there are none.
pub const NONE: &str = "Nothing to say: no rule applies.";
/// Before what to do.
#[must_use]
pub fn to_do(advice: &str) -> String {
    format!("What to do: {advice}")
}
/// Before a published figure.
#[must_use]
pub fn published(figure: &str) -> String {
    format!("Published: {figure}")
}
/// A finding in one line.
#[must_use]
pub fn headed(code: &str, severity: &str, title: &str) -> String {
    format!("{code} ({severity}) {title}")
}
/// Why one was set aside.
#[must_use]
pub fn not_for_us(because: &str) -> String {
    if because.trim().is_empty() {
        "Set aside, without a reason.".to_owned()
    } else {
        format!("Not for us, because: {because}")
    }
}

/// The middle outcome, moved by an amount.
#[must_use]
pub fn bookings_moved(amount: &str, up: bool) -> String {
    if up {
        format!("{amount} more")
    } else {
        format!("{amount} less")
    }
}
/// What a change does: chance before and after, and the middle outcome. At risk, it is what
/// is at stake.
#[must_use]
pub fn effect(before: &str, after: &str, moved: &str, risk: bool) -> String {
    let chance = if before == after {
        format!("chance {before} as before")
    } else if risk {
        format!("the chance falls from {before} to {after}")
    } else {
        format!("chance {after} instead of {before}")
    };
    format!("{chance}, middle outcome {moved}")
}
/// A change with its effect.
#[must_use]
pub fn change_with_effect(change: &str, effect: &str) -> String {
    format!("{change}: {effect}.")
}
