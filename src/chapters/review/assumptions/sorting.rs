//! Which assumptions the register shows, and in which order.

use std::{cmp::Ordering, collections::BTreeMap};

use chrono::NaiveDate;
use plumbline_plan::{FieldPath, register::Entry};

/// How many guesses are shown as those that matter most.
const MOST: usize = 10;

/// Which assumptions are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Shown {
    /// The guesses that carry most of the answer, at most [`MOST`].
    #[default]
    Guesses,
    /// Those to be looked at again by today.
    Due,
    /// All.
    All,
}

/// What they are sorted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Column {
    /// Their label.
    Name,
    /// Their source: guesses first.
    Source,
    /// How much they carry: most first.
    Matters,
    /// When they were last checked: never first.
    Checked,
    /// Who answers for them: nobody first.
    Owner,
    /// When they are looked at again: soonest first, never last.
    Review,
}

/// An assumption with what is known about it besides.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Line {
    /// The assumption.
    pub entry: Entry,
    /// Its label with what it belongs to.
    pub label: String,
    /// How much of the answer it carries, 0 to 1, where that is known.
    pub share: Option<f64>,
}

/// The lines to show, in order. Where two are alike, the more influential comes first.
pub(super) fn lines(
    all: Vec<Line>,
    shown: Shown,
    (column, reversed): (Column, bool),
    today: NaiveDate,
) -> Vec<Line> {
    let mut lines: Vec<Line> = match shown {
        Shown::All => all,
        Shown::Due => all
            .into_iter()
            .filter(|line| line.entry.is_due(today))
            .collect(),
        Shown::Guesses => {
            let guesses = all.into_iter().filter(|line| line.entry.source.is_guess());
            let mut guesses: Vec<Line> = guesses.collect();
            guesses.sort_by(by_share);
            guesses.truncate(MOST);
            guesses
        }
    };
    lines.sort_by(|a, b| {
        let order = compare(column, a, b);
        let order = if reversed { order.reverse() } else { order };
        order.then_with(|| by_share(a, b))
    });
    lines
}

/// How much of the answer the assumption at a path carries.
pub(super) fn share_of(
    influence: Option<&BTreeMap<FieldPath, f64>>,
    path: &FieldPath,
) -> Option<f64> {
    influence?.get(path).copied()
}

fn by_share(a: &Line, b: &Line) -> Ordering {
    let share = |line: &Line| line.share.unwrap_or(0.0);
    share(b).total_cmp(&share(a))
}

fn compare(column: Column, a: &Line, b: &Line) -> Ordering {
    let rank = |line: &Line| match line.entry.source {
        plumbline_plan::Source::Guess => 0,
        plumbline_plan::Source::Team => 1,
        plumbline_plan::Source::Published { .. } => 2,
        plumbline_plan::Source::OwnHistory { .. } => 3,
    };
    let later = |day: Option<NaiveDate>| (day.is_none(), day);
    match column {
        Column::Name => a.label.cmp(&b.label),
        Column::Source => rank(a).cmp(&rank(b)),
        Column::Matters => by_share(a, b),
        Column::Checked => a.entry.checked_on.cmp(&b.entry.checked_on),
        Column::Owner => a.entry.owner.trim().cmp(b.entry.owner.trim()),
        Column::Review => later(a.entry.review_on).cmp(&later(b.entry.review_on)),
    }
}

#[cfg(test)]
mod tests {
    use plumbline_plan::{register::register, start::Template};

    use super::*;

    fn all() -> Vec<Line> {
        let plan = Template::Software.plan("2026-11-21".parse().unwrap());
        let entries = register(&plan).into_iter().enumerate();
        let line = |(place, entry): (usize, Entry)| Line {
            label: entry.path.to_string(),
            share: Some(place as f64 / 1000.0),
            entry,
        };
        entries.map(line).collect()
    }

    fn shown(all: Vec<Line>, which: Shown, column: Column, reversed: bool) -> Vec<Line> {
        lines(
            all,
            which,
            (column, reversed),
            "2027-03-31".parse().unwrap(),
        )
    }

    #[test]
    fn the_guesses_that_matter_most_are_few_and_come_in_order() {
        let mut all = all();
        let count = all.len();
        all[count - 1].entry.source = plumbline_plan::Source::Team;
        let found = shown(all, Shown::Guesses, Column::Matters, false);
        assert_eq!(found.len(), MOST);
        assert_eq!(found[0].share, Some((count - 2) as f64 / 1000.0));
        assert!(found.windows(2).all(|pair| pair[0].share >= pair[1].share));
    }

    #[test]
    fn those_due_are_those_whose_day_has_come() {
        let mut all = all();
        all[3].entry.review_on = Some("2027-03-31".parse().unwrap());
        all[4].entry.review_on = Some("2027-04-01".parse().unwrap());
        let due = shown(all.clone(), Shown::Due, Column::Name, false);
        assert_eq!(due.len(), 1);
        let soonest = shown(all.clone(), Shown::All, Column::Review, false);
        assert_eq!(soonest[0].label, all[3].label);
        assert_eq!(soonest[1].label, all[4].label);
    }

    #[test]
    fn a_column_sorts_both_ways_and_never_checked_comes_first() {
        let mut all = all();
        let count = all.len();
        all[0].entry.checked_on = Some("2026-01-01".parse().unwrap());
        let first = |reversed| shown(all.clone(), Shown::All, Column::Checked, reversed)[0].clone();
        assert_eq!(first(false).entry.checked_on, None);
        assert_eq!(first(true).label, all[0].label);
        assert_eq!(shown(all, Shown::All, Column::Name, true).len(), count);
    }
}
