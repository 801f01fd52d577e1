//! What is true of a file of deals, as text for people.

use plumbline_deals::import::Effect;
use plumbline_export::deal_tables::{self, DealTable};
use plumbline_plan::Currency;
use plumbline_wording::{
    figures::Figures,
    locale::CurrencyCode,
    texts::{cli, deals as words, deals::DealFigures, deals_import as import_words},
};

use super::{
    figures_in,
    table::{Page, Table},
};
use crate::{check::Checked, deals::Learnt};

/// Rows of a list shown; JSON has them all.
const LISTED: usize = 10;

/// A record that ended so many days before the day calculated from is old.
const STALE_DAYS: i64 = 60;

/// Everything, for a person.
pub(crate) fn text(learnt: &Learnt) -> String {
    let writer = figures_in(Currency::default());
    let currency = learnt.history.currency;
    let figures = of_deals(&writer, currency.as_ref().map(|code| code.as_str()));
    let mut page = Page::default();
    title(&mut page, learnt, &writer, &figures);
    how_read(&mut page, learnt);
    remarks(&mut page, learnt, &figures);
    won_and_lost(&mut page, learnt, &figures);
    groups(&mut page, learnt, &figures);
    by_age(&mut page, learnt, &figures);
    stages(&mut page, learnt, &figures);
    open_deals(&mut page, learnt, &figures);
    back_test(&mut page, learnt, &figures);
    if !learnt.found.refusals.is_empty() {
        page.heading(words::NOT_SAID);
        learnt
            .found
            .refusals
            .iter()
            .for_each(|refusal| page.item(&words::refusal(refusal, &figures)));
    }
    page.into_text()
}

/// Figures of deals, in their own currency.
pub(super) fn of_deals<'a>(figures: &'a Figures, currency: Option<&str>) -> DealFigures<'a> {
    DealFigures {
        locale: &figures.locale,
        currency: currency.map(CurrencyCode::of),
    }
}

/// What became of the rows, as CSV.
pub(crate) fn rows(learnt: &Learnt) -> String {
    learnt
        .report
        .to_csv(&import_words::heads(), &import_words::remark)
}

/// What was taken from a file of deals into a checked plan.
pub(super) fn taken(page: &mut Page, checked: &Checked, writer: &Figures) {
    let figures = of_deals(writer, Some(checked.plan.about.currency.code()));
    match &checked.in_file {
        None => {}
        Some(Ok(in_file)) => {
            page.heading(words::FROM_OWN_DEALS);
            let (deals, day) = (figures.deals(in_file.deals), writer.day(in_file.as_of));
            page.item(&cli::deals_in_file(&deals, &day));
        }
        Some(Err(fault)) => {
            page.heading(words::FROM_OWN_DEALS);
            page.item(&import_words::kept_fault(fault));
        }
    }
    let Some(from) = &checked.from_deals else {
        return;
    };
    let proposals = from.calibration.proposals.len() as u32;
    page.heading(words::FROM_OWN_DEALS);
    page.item(&words::taken_into_plan(
        proposals,
        from.deals,
        &writer.day(from.as_of),
        &figures,
    ));
    page.item(&words::open_into_plan(from.open, from.left_out, &figures));
    if (checked.as_of - from.as_of).num_days() > STALE_DAYS {
        page.item(&words::stale(&writer.day(from.as_of)));
    }
    for (topic, refusal) in from.refused() {
        page.item(&words::kept(
            words::topic(*topic),
            &words::refusal(refusal, &figures),
        ));
    }
}

fn title(page: &mut Page, learnt: &Learnt, writer: &Figures, figures: &DealFigures<'_>) {
    page.line(&cli::deals_of(&learnt.name));
    let report = &learnt.report;
    page.line(&import_words::taken(report.rows, report.taken, figures));
    page.line(&import_words::known_up_to(
        &writer.day(learnt.history.as_of),
    ));
}

fn how_read(page: &mut Page, learnt: &Learnt) {
    page.heading(import_words::HOW_READ);
    page.item(&import_words::read_as(import_words::system(
        learnt.survey.system,
    )));
    let mut table = Table::new(
        4,
        &[
            import_words::FIELD,
            import_words::COLUMN,
            import_words::EXAMPLE,
            import_words::HOW_SURE,
        ],
    );
    for used in &learnt.mapping.columns {
        let column = &learnt.survey.columns[used.column];
        table.row([
            import_words::field(used.field).to_owned(),
            column.header.clone(),
            column.examples.first().cloned().unwrap_or_default(),
            import_words::confidence(used.confidence).to_owned(),
        ]);
    }
    page.table(&table);
    if learnt.unanswered > 0 {
        let formulas = learnt.unanswered;
        page.item(&import_words::unanswered(
            &formulas.to_string(),
            formulas == 1,
        ));
    }
    if learnt.survey.odd_letters > 0 {
        page.item(&import_words::odd_letters(learnt.survey.odd_letters));
    }
}

fn remarks(page: &mut Page, learnt: &Learnt, figures: &DealFigures<'_>) {
    if learnt.report.counts.is_empty() {
        return;
    }
    page.heading(import_words::REMARKS);
    let mut table = Table::new(2, &["", "", import_words::ROWS]);
    for (reason, count) in &learnt.report.counts {
        let effect: Effect = reason.effect();
        table.row([
            import_words::said(*reason).to_owned(),
            import_words::effect(effect).to_owned(),
            figures.count(*count),
        ]);
    }
    page.table(&table);
}

fn won_and_lost(page: &mut Page, learnt: &Learnt, figures: &DealFigures<'_>) {
    page.heading(words::WON_AND_LOST);
    whole(page, &deal_tables::won_and_lost(&learnt.found, figures));
    for said in deal_tables::about_won_and_lost(&learnt.found, figures) {
        page.item(&said);
    }
}

fn groups(page: &mut Page, learnt: &Learnt, figures: &DealFigures<'_>) {
    let groups = learnt.found.groups.iter();
    for (by, groups) in groups.filter(|(_, groups)| groups.len() > 1) {
        let table = deal_tables::by_group(*by, groups, figures);
        page.heading(table.caption);
        page.table(&Table::of_deals(&table, LISTED));
        if groups.len() > LISTED {
            page.item(&cli::more_rows((groups.len() - LISTED) as u32));
        }
    }
}

fn by_age(page: &mut Page, learnt: &Learnt, figures: &DealFigures<'_>) {
    let Some(curves) = &learnt.found.curves else {
        return;
    };
    page.heading(words::BY_AGE);
    whole(page, &deal_tables::by_age(curves, figures));
    page.item(&words::win_chance(
        &curves.win_chance(),
        curves.tau,
        figures,
    ));
}

fn stages(page: &mut Page, learnt: &Learnt, figures: &DealFigures<'_>) {
    if !learnt.found.stages.is_empty() {
        let table = deal_tables::stages(&learnt.found.stages, figures);
        page.heading(table.caption);
        whole(page, &table);
    }
}

fn open_deals(page: &mut Page, learnt: &Learnt, figures: &DealFigures<'_>) {
    let pipeline = learnt.found.pipeline.as_ref();
    let Some(pipeline) = pipeline.filter(|pipeline| pipeline.all.deals > 0) else {
        return;
    };
    page.heading(words::OPEN_DEALS);
    whole(page, &deal_tables::worth(pipeline, figures));
    for said in deal_tables::about_open(pipeline, figures) {
        page.item(&said);
    }
}

fn back_test(page: &mut Page, learnt: &Learnt, figures: &DealFigures<'_>) {
    let test = &learnt.found.back_test;
    page.heading(words::BACK_TEST);
    if let Some(table) = deal_tables::back_test(test, figures) {
        whole(page, &table);
    }
    if let Some(table) = deal_tables::scores(test, figures) {
        page.line("");
        whole(page, &table);
        page.item(words::ABOUT_SCORES);
    }
    page.item(&words::conclusion(&test.conclusion, figures));
}

/// A table with all its rows.
fn whole(page: &mut Page, table: &DealTable) {
    page.table(&Table::of_deals(table, usize::MAX));
}
