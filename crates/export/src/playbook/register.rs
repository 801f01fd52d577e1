//! The assumptions register: every number that is not a fact, the one that carries most of
//! the answer first.

use plumbline_plan::{
    FieldPath, Source,
    register::{Entry, register},
};
use plumbline_wording::texts::{cli, fields, labels, playbook as text, verdict};

use super::Playbook;
use crate::document::{Section, Table};

impl Playbook<'_> {
    /// The register.
    pub(super) fn register(&self) -> Section {
        let mut all: Vec<(f64, Entry)> = register(self.plan)
            .into_iter()
            .map(|entry| (self.share_of(&entry.path), entry))
            .collect();
        // Of those that carry the same, the one checked longest ago, or never, comes first.
        all.sort_by(|(share, one), (other_share, other)| {
            let by_share = other_share.total_cmp(share);
            by_share.then(one.checked_on.cmp(&other.checked_on))
        });
        let mut table = Table::new(
            &[
                cli::ASSUMPTION,
                fields::SOURCE,
                fields::CHECKED_ON,
                fields::OWNER,
            ],
            &[text::VALUE, text::RANGE, verdict::SHARE],
        );
        for (share, entry) in &all {
            table.row(self.register_row(*share, entry));
        }
        Section::default().table(table)
    }

    fn register_row(&self, share: f64, entry: &Entry) -> [String; 7] {
        let figures = self.figures;
        let is_entered = entry.entered != (None, None);
        let (low, high) = entry.ends;
        let range = is_entered.then(|| figures.short_range(entry.kind, low, high));
        let checked = entry.checked_on.map(|_| self.short_day(entry.checked_on));
        [
            labels::of(self.plan, &entry.path),
            source(&entry.source),
            checked.unwrap_or_else(|| text::NEVER.to_owned()),
            entry.owner.clone(),
            figures.entered(entry.kind, entry.average),
            range.unwrap_or_default(),
            if share > 0.0 {
                figures.percent(share)
            } else {
                text::NO_SHARE.to_owned()
            },
        ]
    }

    /// Its share of the answer, 0 where it moves nothing or nothing is computed.
    fn share_of(&self, path: &FieldPath) -> f64 {
        let influences = self
            .answer
            .map_or(&[][..], |(_, verdict)| &verdict.influences);
        let mut found = influences
            .iter()
            .filter(|influence| influence.path == *path);
        found.next().map_or(0.0, |influence| influence.share)
    }
}

fn source(source: &Source) -> String {
    match source {
        Source::Guess => fields::GUESS.to_owned(),
        Source::Team => fields::TEAM.to_owned(),
        Source::OwnHistory { events, of } => fields::own_history(*events, *of),
        Source::Published { reference, .. } => fields::published(reference.trim()),
    }
}
