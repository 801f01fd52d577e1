//! A finding in words: figures written for a locale, put into the catalogue's sentences.

use plumbline_plan::Plan;
use plumbline_wording::{
    figures::Figures,
    texts::{
        findings::{self as texts, Written},
        labels,
    },
    writing,
};

use crate::{Change, ChangeKind, Effect, Figure, Finding, Severity};

/// How many of several names are written out.
const NAMED: usize = 3;

/// A finding in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// In a few words.
    pub title: String,
    /// What was found, with the plan's own figures.
    pub message: String,
    /// What to do about it.
    pub advice: String,
    /// A published figure with its definition, year, source and how far to trust it; mostly
    /// empty.
    pub published: &'static str,
    /// What the finding's change is, in words; empty without one.
    pub change: String,
}

/// Puts a finding into words, with figures as its reader writes them.
#[must_use]
pub fn say(finding: &Finding, plan: &Plan, figures: &Figures) -> Said {
    let words = texts::of(finding.code);
    let fill = |template: &str| {
        texts::fill(template, |name| {
            Some(written(finding.figure(name)?, plan, figures))
        })
    };
    let has_change = finding.change.is_some();
    Said {
        title: fill(words.title),
        message: fill(words.message),
        advice: fill(words.advice),
        published: words.published,
        change: fill(if has_change { words.change } else { "" }),
    }
}

/// How pressing a finding is, in words.
#[must_use]
pub fn say_severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Blocking => texts::BLOCKING,
        Severity::Serious => texts::SERIOUS,
        Severity::WorthALook => texts::WORTH_A_LOOK,
        Severity::Hint => texts::HINT,
    }
}

/// An effect in words: the chance of the target and the middle outcome, before and after.
#[must_use]
pub fn say_effect(change: &Change, effect: &Effect, figures: &Figures) -> String {
    let before = figures.probability(effect.probability_before);
    let after = figures.probability(effect.probability_after);
    let median = effect.median();
    let moved = texts::bookings_moved(&figures.rough_money(median.abs()), median >= 0.0);
    texts::effect(&before, &after, &moved, change.kind == ChangeKind::Risk)
}

fn written(figure: &Figure, plan: &Plan, figures: &Figures) -> Written {
    let locale = &figures.locale;
    let text = match figure {
        Figure::Money(amount) => figures.about_money(*amount),
        Figure::Share(share) => figures.percent(*share),
        Figure::Chance(chance) => figures.probability(*chance),
        Figure::Count(count) | Figure::Times(count) => figures.count(*count),
        Figure::Days(days) => writing::write_days(*days, locale),
        Figure::Hours(hours) => writing::write_hours(*hours, locale),
        Figure::Month(month) => figures.month(*month),
        Figure::Date(date) => figures.day(*date),
        Figure::Fields(paths) => {
            let names = paths.iter().map(|path| labels::of(plan, path));
            texts::listed(names.collect(), NAMED)
        }
        Figure::Text(text) => text.clone(),
    };
    let one = matches!(figure, Figure::Count(count) if *count == 1.0);
    Written { text, one }
}
