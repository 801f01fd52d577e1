//! The shape of a rule, and what it is written with.

use plumbline_plan::{Edit, FieldPath};

use crate::finding::{Change, ChangeKind, Evidence, Finding};
pub(crate) use crate::{
    finding::{Figure, Severity},
    subject::Subject,
};

/// A rule. Its documentation is the head of its file.
#[derive(Debug)]
pub struct Rule {
    /// Three letters for the chapter and three digits. Never reused.
    pub code: &'static str,
    /// A name in words joined by hyphens.
    pub name: &'static str,
    /// How pressing its findings are.
    pub severity: Severity,
    /// Whether it says that something is not written yet: a blank plan earns it.
    pub of_emptiness: bool,
    pub(crate) check: Check,
}

/// How a rule looks at a plan.
#[derive(Debug)]
pub(crate) enum Check {
    /// It applies once or not at all.
    Once(fn(&Subject<'_>) -> Option<Found>),
    /// It may apply in several places.
    Each(fn(&Subject<'_>) -> Vec<Found>),
}

/// What a rule found, before it becomes a [`Finding`].
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Found {
    path: FieldPath,
    also: Vec<FieldPath>,
    evidence: Vec<Evidence>,
    change: Option<Change>,
}

impl Found {
    /// Something about the field at a path.
    pub(crate) fn at(path: impl Into<FieldPath>) -> Self {
        Self {
            path: path.into(),
            also: Vec::new(),
            evidence: Vec::new(),
            change: None,
        }
    }

    /// Something about several fields of one list, and these fields as evidence; nothing
    /// without any. It goes by the list, so that it stays the same finding as items change.
    pub(crate) fn in_fields(
        list: impl Into<FieldPath>,
        name: &'static str,
        fields: Vec<FieldPath>,
    ) -> Option<Self> {
        (!fields.is_empty()).then(|| {
            let mut found = Self::at(list).with(name, Figure::Fields(fields.clone()));
            found.also = fields;
            found
        })
    }

    /// About these fields instead of those it names.
    pub(crate) fn leading_to(mut self, fields: Vec<FieldPath>) -> Self {
        self.also = fields;
        self
    }

    /// About this field too.
    pub(crate) fn and(mut self, path: impl Into<FieldPath>) -> Self {
        self.also.push(path.into());
        self
    }

    /// A figure behind it.
    pub(crate) fn with(mut self, name: &'static str, figure: Figure) -> Self {
        self.evidence.push(Evidence { name, figure });
        self
    }

    /// How many fields the evidence names, as a count.
    pub(crate) fn counting(self, name: &'static str, count: usize) -> Self {
        self.with(name, Figure::Count(count as f64))
    }

    /// A change that can be made as it stands.
    pub(crate) fn fix(self, edit: Edit) -> Self {
        self.changing(ChangeKind::Fix, edit)
    }

    /// A change that shows how much it would matter.
    pub(crate) fn what_if(self, edit: Edit) -> Self {
        self.changing(ChangeKind::WhatIf, edit)
    }

    /// A change that shows what is at stake.
    pub(crate) fn risk(self, edit: Edit) -> Self {
        self.changing(ChangeKind::Risk, edit)
    }

    fn changing(mut self, kind: ChangeKind, edit: Edit) -> Self {
        self.change = Some(Change { kind, edit });
        self
    }
}

impl Rule {
    /// Everything it has to say.
    pub(crate) fn findings(&self, subject: &Subject<'_>) -> Vec<Finding> {
        let found = match self.check {
            Check::Once(check) => check(subject).into_iter().collect(),
            Check::Each(check) => check(subject),
        };
        found.into_iter().map(|found| self.finding(found)).collect()
    }

    fn finding(&self, found: Found) -> Finding {
        Finding {
            code: self.code,
            name: self.name,
            severity: self.severity,
            path: found.path,
            also: found.also,
            evidence: found.evidence,
            change: found.change,
            dismissed: None,
        }
    }
}
