//! Deals that were taken, with everything they say. Reads no file and words nothing.

use std::collections::BTreeMap;

use plumbline_deals::{
    CutOffs, History, KeptDeals, Label, Learnt,
    import::{Mapping, Report as RowReport},
};
use plumbline_plan::{Id, chapter::process::Stage};

use super::{figures, remarks, writer::Writer};
use crate::deals::protocol::Found;

/// Deals that were taken.
pub(super) struct Taken {
    /// The deals, and which of the plan's stages theirs are, as far as that was said.
    pub(super) kept: KeptDeals,
    /// What became of the rows of their file; nothing of deals kept earlier.
    pub(super) report: Option<RowReport>,
    /// What they say.
    pub(super) learnt: Learnt,
    /// The plan's cut-offs that the open deals are held against.
    pub(super) cut_offs: CutOffs,
}

impl Taken {
    /// Deals, held against no cut-offs yet.
    pub(super) fn new(kept: KeptDeals, report: Option<RowReport>) -> Self {
        Self {
            learnt: Learnt::of_kept(&kept, &CutOffs::new()),
            kept,
            report,
            cut_offs: CutOffs::new(),
        }
    }

    /// Puts numbers in place of names.
    pub(super) fn leave_names_out(&mut self) {
        self.kept.leave_names_out();
        // What stood in the rows names people too.
        self.report = None;
        self.learn();
    }

    /// Takes the record for one that begins with its first close, or not.
    pub(super) fn earlier_closes_are_missing(&mut self, missing: bool) {
        self.kept.earlier_closes_missing = missing;
        self.learn();
    }

    fn learn(&mut self) {
        self.learnt = Learnt::of_kept(&self.kept, &self.cut_offs);
    }

    /// What they say, for the page.
    pub(super) fn found(&self, writer: &Writer) -> Found {
        let history = &self.kept.history;
        let figures = writer.figures(history);
        let report = self.report.as_ref();
        Found {
            head: figures::head(self, writer),
            deals: history.deals.len() as u32,
            as_of: history.as_of,
            nameless: self.kept.nameless,
            earlier_closes_missing: self.kept.earlier_closes_missing,
            begins: figures::begins(self, writer),
            remarks: report.map(|report| remarks::of(report, &figures)),
            sections: figures::sections(self, writer),
            record: plumbline_review::History::of_deals(history, &self.learnt.metrics),
        }
    }
}

/// The plan's stages of the file's, by their labels in the history.
pub(super) fn linked_stages(mapping: &Mapping, history: &History) -> Vec<(Label, Id<Stage>)> {
    let linked = mapping.stages.iter().filter_map(|value| {
        let stage = value.plan_stage.clone()?;
        Some((history.stages.find(&value.name)?, stage))
    });
    let by_label: BTreeMap<Label, Id<Stage>> = linked.collect();
    by_label.into_iter().collect()
}
