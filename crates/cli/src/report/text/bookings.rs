//! What bookings to expect: month by month, and where they come from.

use plumbline_forecast::Spread;
use plumbline_wording::{
    figures::Figures,
    texts::{cli, verdict as words},
};

use super::super::table::{Page, Table};
use crate::check::Checked;

/// Writes both tables.
pub(super) fn write(page: &mut Page, checked: &Checked, figures: &Figures) {
    page.heading(cli::BOOKINGS);
    page.table(&months(checked, figures));
    page.heading(words::ORIGINS);
    page.table(&origins(checked, figures));
    let verdict = &checked.verdict;
    page.item(&words::dependence(
        &figures.percent(verdict.not_yet_created),
    ));
    if let Some(coverage) = &verdict.coverage
        && let Some(needed) = coverage.needed
    {
        let (actual, needed_times) = (figures.count(coverage.actual), figures.count(needed));
        page.item(&if needed > 0.0 {
            words::coverage(&actual, &needed_times)
        } else {
            words::NO_COVERAGE_NEEDED.to_owned()
        });
    }
}

fn months(checked: &Checked, figures: &Figures) -> Table {
    let outcome = &checked.outcome;
    let mut table = Table::new(
        1,
        &[
            words::MONTH,
            cli::TARGET,
            words::MEAN,
            words::LOW,
            words::MIDDLE,
            words::HIGH,
        ],
    );
    let mut row = |name: String, target: f64, spread: &Spread| {
        let [target, mean, low, middle, high] =
            [target, spread.mean, spread.p10, spread.p50, spread.p90]
                .map(|amount| figures.money(amount));
        table.row([name, target, mean, low, middle, high]);
    };
    for month in &outcome.months {
        row(figures.month(month.month), month.target, &month.bookings);
    }
    row(
        cli::WHOLE_PERIOD.to_owned(),
        outcome.target,
        &outcome.bookings,
    );
    table
}

fn origins(checked: &Checked, figures: &Figures) -> Table {
    let by = &checked.outcome.by_origin;
    let total = by.total();
    let mut table = Table::new(1, &[words::ORIGIN, words::MEAN, words::SHARE]);
    for (name, amount) in [
        (words::ACTUAL, by.actual),
        (words::OPEN, by.open),
        (words::NEW, by.new),
        (words::REPEAT, by.repeat_and_referral),
        (words::TOTAL, total),
    ] {
        let share = if total > 0.0 {
            amount / total
        } else {
            f64::NAN
        };
        table.row([
            name.to_owned(),
            figures.money(amount),
            figures.percent(share),
        ]);
    }
    table
}
