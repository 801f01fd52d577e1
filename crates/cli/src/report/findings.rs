//! The findings in words, for text and JSON alike.

use plumbline_plan::{Edit, FieldPath, Plan};
use plumbline_review::{
    ChangeKind, Dismissed, Effect, Evidence, Ranked, Severity, say, say_effect, say_severity,
};
use plumbline_wording::{
    figures::Figures,
    texts::{findings as texts, labels},
};
use serde::Serialize;

use super::{figures_in, table::Page};

/// A finding with its words.
#[derive(Debug, Serialize)]
pub(super) struct Worded<'a> {
    code: &'static str,
    name: &'static str,
    severity: Severity,
    path: &'a FieldPath,
    /// The field as the workbook calls it.
    label: String,
    also: &'a [FieldPath],
    title: String,
    message: String,
    advice: String,
    /// Empty for most findings.
    published: &'static str,
    evidence: &'a [Evidence],
    change: Option<WordedChange<'a>>,
    effect: Option<WordedEffect>,
    dismissed: &'a Option<Dismissed>,
}

/// A change that can be tried out.
#[derive(Debug, Serialize)]
struct WordedChange<'a> {
    kind: ChangeKind,
    message: String,
    edit: &'a Edit,
}

/// What the change does.
#[derive(Debug, Serialize)]
struct WordedEffect {
    #[serde(flatten)]
    effect: Effect,
    message: String,
}

/// The findings on a plan in words, in their order.
pub(super) fn worded<'a>(plan: &Plan, findings: &'a [Ranked]) -> Vec<Worded<'a>> {
    let figures = figures_in(plan.about.currency);
    let each = findings.iter();
    each.map(|ranked| one(ranked, plan, &figures)).collect()
}

fn one<'a>(ranked: &'a Ranked, plan: &Plan, figures: &Figures) -> Worded<'a> {
    let finding = &ranked.finding;
    let said = say(finding, plan, figures);
    let change = finding.change.as_ref();
    let effect = change.zip(ranked.effect);
    Worded {
        code: finding.code,
        name: finding.name,
        severity: finding.severity,
        path: &finding.path,
        label: labels::of(plan, &finding.path),
        also: &finding.also,
        title: said.title,
        message: said.message,
        advice: said.advice,
        published: said.published,
        evidence: &finding.evidence,
        effect: effect.map(|(change, effect)| WordedEffect {
            effect,
            message: say_effect(change, &effect, figures),
        }),
        change: change.map(|change| WordedChange {
            kind: change.kind,
            message: said.change,
            edit: &change.edit,
        }),
        dismissed: &finding.dismissed,
    }
}

/// Writes the findings as text, those set aside last and in short.
pub(super) fn write(page: &mut Page, plan: &Plan, findings: &[Ranked]) {
    page.heading(texts::FINDINGS);
    if findings.is_empty() {
        return page.item(texts::NONE);
    }
    for finding in worded(plan, findings) {
        let severity = say_severity(finding.severity);
        page.item(&texts::headed(finding.code, severity, &finding.title));
        if let Some(dismissed) = finding.dismissed {
            page.below(&texts::not_for_us(&dismissed.because));
            continue;
        }
        page.below(&finding.message);
        page.below(&texts::to_do(&finding.advice));
        if let Some((change, effect)) = finding.change.zip(finding.effect) {
            page.below(&texts::change_with_effect(&change.message, &effect.message));
        }
        if !finding.published.is_empty() {
            page.below(&texts::published(finding.published));
        }
    }
}
