//! What became of the rows, reason by reason, for the page: the first rows of each reason,
//! and how many there are. All of them are in the table to download.

use plumbline_deals::import::{Effect, Report};
use plumbline_wording::texts::{deals::DealFigures, deals_import as words, deals_page as page};

use crate::deals::protocol::Remarks;

/// Rows listed of one reason.
const LISTED: usize = 10;

/// The reasons in the order of the report: what leaves rows out first.
pub(super) fn of(report: &Report, figures: &DealFigures<'_>) -> Vec<Remarks> {
    report
        .counts
        .iter()
        .map(|(reason, count)| {
            let rows = report.remarks.iter();
            let rows = rows
                .filter(|remark| remark.reason == *reason)
                .take(LISTED)
                .map(|remark| {
                    [
                        figures.count(remark.row),
                        words::remark(remark),
                        remark.found.to_string(),
                    ]
                });
            let rest = (*count as usize).saturating_sub(LISTED);
            Remarks {
                summary: page::rows_for_reason(
                    &figures.count(*count),
                    *count == 1,
                    words::effect(reason.effect()),
                    words::said(*reason),
                ),
                left_out: reason.effect() == Effect::LeftOut,
                rows: rows.collect(),
                more: (rest > 0).then(|| page::more_rows(&figures.count(rest as u32))),
            }
        })
        .collect()
}
