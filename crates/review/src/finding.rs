//! What a rule says of a plan, as data. No sentences: see [`crate::say`].

use chrono::NaiveDate;
use plumbline_plan::{Edit, FieldPath, Id, Month, chapter::review::SetAside};
use serde::Serialize;

/// A rule that applies to a plan.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Finding {
    /// The rule's code, for instance `PIP001`. It never changes its meaning.
    pub code: &'static str,
    /// The rule's name in words joined by hyphens.
    pub name: &'static str,
    /// How pressing it is.
    pub severity: Severity,
    /// The field to change first.
    pub path: FieldPath,
    /// Further fields it is about.
    pub also: Vec<FieldPath>,
    /// The plan's own figures it rests on.
    pub evidence: Vec<Evidence>,
    /// A change of the plan whose effect can be computed.
    pub change: Option<Change>,
    /// Why the firm said that it does not apply to them; nothing while nobody did.
    pub dismissed: Option<Dismissed>,
}

/// How pressing a finding is, the most pressing first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// The verdict means nothing until this is settled.
    Blocking,
    /// The plan is likely to fail on it, or contradicts itself.
    Serious,
    /// Worth a talk before the plan is agreed on.
    WorthALook,
    /// Would make a good plan better.
    Hint,
}

/// One of the plan's figures behind a finding.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Evidence {
    /// What it is called in the rule's words.
    pub name: &'static str,
    /// The figure.
    #[serde(flatten)]
    pub figure: Figure,
}

/// A figure with its unit.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "kind", content = "value", rename_all = "snake_case")]
pub enum Figure {
    /// Plan's currency.
    Money(f64),
    /// A share, 1 for all.
    Share(f64),
    /// A chance, 0 to 1.
    Chance(f64),
    /// How many.
    Count(f64),
    /// How many times as much.
    Times(f64),
    /// Calendar days.
    Days(f64),
    /// Working hours.
    Hours(f64),
    /// A month.
    Month(Month),
    /// A day.
    Date(NaiveDate),
    /// Fields of the plan, read by their labels.
    Fields(Vec<FieldPath>),
    /// Words of the plan.
    Text(String),
}

/// A change of the plan.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Change {
    /// What it is for.
    pub kind: ChangeKind,
    /// The change itself.
    pub edit: Edit,
}

/// What a change is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ChangeKind {
    /// It can be made as it stands.
    Fix,
    /// It shows how much it would matter; how to get there is for people to say.
    WhatIf,
    /// It shows what is at stake.
    Risk,
}

/// "Not for us, because ...".
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Dismissed {
    /// The reason; may be empty.
    pub because: String,
    /// When it was set aside.
    pub on: Option<NaiveDate>,
}

impl Finding {
    /// The place of its chapter, 0 to 11: where the rule belongs, not always where the
    /// field is shown.
    #[must_use]
    pub fn chapter(&self) -> usize {
        crate::registry::chapter_of_code(self.code)
    }

    /// A figure by its name.
    #[must_use]
    pub fn figure(&self, name: &str) -> Option<&Figure> {
        let mut evidence = self.evidence.iter();
        Some(&evidence.find(|evidence| evidence.name == name)?.figure)
    }

    /// The edit that sets it aside with a reason, at the end of the list of such entries.
    #[must_use]
    pub fn set_aside(
        &self,
        id: Id<SetAside>,
        because: impl Into<String>,
        on: NaiveDate,
        entries: usize,
    ) -> Edit {
        let entry = SetAside {
            id,
            rule: self.code.to_owned(),
            about: self.path.clone(),
            because: because.into(),
            on: Some(on),
        };
        Edit::insert("review/set_aside", entries, entry)
    }

    /// Whether an entry of the plan sets this finding aside: the same rule, and the same
    /// field or the plan as a whole.
    pub(crate) fn is_set_aside_by(&self, entry: &SetAside) -> bool {
        entry.rule.trim() == self.code
            && (entry.about == FieldPath::root() || entry.about == self.path)
    }
}
