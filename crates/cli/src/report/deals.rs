//! What is true of a file of deals, as text for people.

use plumbline_deals::{State, Total, import::Effect};
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
    let metrics = &learnt.found.metrics;
    page.heading(words::WON_AND_LOST);
    let mut table = Table::new(
        1,
        &[
            "",
            words::DEALS,
            words::VALUE,
            words::AVERAGE,
            words::MIDDLE,
        ],
    );
    for (name, total) in [
        (words::WON, &metrics.won),
        (words::LOST, &metrics.lost),
        (words::OPEN, &metrics.open),
    ] {
        table.row(total_cells(name, total, figures));
    }
    page.table(&table);
    if let Some(rate) = &metrics.win_rate {
        page.item(&words::win_rate(rate, figures));
    }
    if let Some(days) = &metrics.days_to_win {
        page.item(&words::days_to_win(days, figures));
    }
    if let Some(days) = &metrics.days_to_loss {
        page.item(&words::days_to_loss(days, figures));
    }
    if let Ok(arrivals) = &learnt.found.arrivals {
        page.item(&words::arrivals(arrivals, figures));
    }
}

fn total_cells(name: &str, total: &Total, figures: &DealFigures<'_>) -> [String; 5] {
    let money = |amount: Option<f64>| figures.money(amount.unwrap_or(f64::NAN));
    [
        name.to_owned(),
        figures.count(total.deals),
        figures.money(total.value),
        money(total.mean),
        money(total.median),
    ]
}

fn groups(page: &mut Page, learnt: &Learnt, figures: &DealFigures<'_>) {
    for (by, groups) in learnt
        .found
        .groups
        .iter()
        .filter(|(_, groups)| groups.len() > 1)
    {
        page.heading(words::by(*by));
        let mut table = Table::new(
            1,
            &[
                "",
                words::WON,
                words::LOST,
                words::OPEN,
                words::WIN_RATE,
                words::TOWARD_THE_WHOLE,
                words::VALUE,
            ],
        );
        for group in groups.iter().take(LISTED) {
            let name = if group.name.is_empty() {
                words::UNNAMED
            } else {
                &group.name
            };
            table.row([
                name.to_owned(),
                figures.count(group.won.deals),
                figures.count(group.lost),
                figures.count(group.open),
                figures.percent(group.counted.map_or(f64::NAN, |rate| rate.share)),
                figures.percent(group.shrunk.unwrap_or(f64::NAN)),
                figures.money(group.won.value),
            ]);
        }
        page.table(&table);
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
    let mut table = Table::new(
        1,
        &[
            words::AGE,
            words::WON,
            words::LOST,
            words::UNDECIDED,
            words::WON_LATER,
            words::RANGE,
        ],
    );
    let step = (curves.tau.max(6) / 6).max(1);
    let mut ages: Vec<i64> = (0..6).map(|place| place * step).collect();
    ages.push(curves.tau.max(0));
    for age in ages {
        let later = curves.later(age);
        let lost = curves.at(age).map_or(0.0, |point| point.share_lost);
        let (chance, range) = if later.beyond_evidence {
            (f64::NAN, String::new())
        } else {
            let (low, high) = (later.interval.low, later.interval.high);
            (
                later.chance,
                format!("{} ... {}", figures.percent(low), figures.percent(high)),
            )
        };
        table.row([
            age.to_string(),
            figures.percent(curves.won_by(age)),
            figures.percent(lost),
            figures.percent(curves.undecided_at(age)),
            figures.percent(chance),
            range,
        ]);
    }
    page.table(&table);
    page.item(&words::win_chance(
        &curves.win_chance(),
        curves.tau,
        figures,
    ));
}

fn stages(page: &mut Page, learnt: &Learnt, figures: &DealFigures<'_>) {
    if learnt.found.stages.is_empty() {
        return;
    }
    page.heading(words::STAGES);
    let mut table = Table::new(
        1,
        &[
            words::STAGE,
            words::ENTERED,
            words::WENT_ON,
            words::LOST,
            words::MIDDLE,
        ],
    );
    for stage in &learnt.found.stages {
        table.row([
            stage.stage.clone(),
            figures.count(stage.entered),
            figures.count(stage.went_on),
            figures.count(stage.lost),
            figures.days(stage.median_days.map_or(f64::NAN, |days| days as f64)),
        ]);
    }
    page.table(&table);
}

fn open_deals(page: &mut Page, learnt: &Learnt, figures: &DealFigures<'_>) {
    let Some(pipeline) = learnt
        .found
        .pipeline
        .as_ref()
        .filter(|pipeline| pipeline.all.deals > 0)
    else {
        return;
    };
    page.heading(words::OPEN_DEALS);
    let mut table = Table::new(
        1,
        &[
            "",
            words::DEALS,
            words::FACE_VALUE,
            words::AT_WIN_RATE,
            words::AT_OWN_CHANCE,
        ],
    );
    for (name, worth) in [
        (words::ALL, &pipeline.all),
        (words::WITHOUT_DEAD, &pipeline.without_dead),
        (words::MOVING, &pipeline.moving),
    ] {
        table.row([
            name.to_owned(),
            figures.count(worth.deals),
            figures.money(worth.face),
            figures.money(worth.at_win_rate),
            figures.money(worth.at_own_chance),
        ]);
    }
    page.table(&table);
    let stagnant = pipeline.stagnant();
    if !stagnant.is_empty() {
        let value = stagnant.iter().map(|deal| deal.value).sum();
        page.item(&words::stagnant(
            stagnant.len() as u32,
            value,
            pipeline.stagnant_from,
            figures,
        ));
    }
    if pipeline.undated > 0 {
        page.item(&words::undated(pipeline.undated, figures));
    }
    let valueless = learnt.history.in_state(State::Open).count() as u32;
    if pipeline.without_value > 0 && valueless > 0 {
        page.item(&words::without_value(pipeline.without_value, figures));
    }
}

fn back_test(page: &mut Page, learnt: &Learnt, figures: &DealFigures<'_>) {
    let test = &learnt.found.back_test;
    page.heading(words::BACK_TEST);
    if !test.origins.is_empty() {
        use plumbline_deals::back_test::Method;
        let [rate, last, model] = Method::ALL.map(words::method);
        let mut table = Table::new(
            1,
            &[words::QUARTER, words::CAME, rate, last, model, words::RANGE],
        );
        for origin in &test.origins {
            let [rate, last, model] = &origin.forecasts;
            let (year, quarter) = origin.quarter();
            table.row([
                format!("{year} Q{quarter}"),
                figures.money(origin.actual),
                figures.money(rate.mean),
                figures.money(last.mean),
                figures.money(model.mean),
                format!(
                    "{} ... {}",
                    figures.money(model.p10),
                    figures.money(model.p90)
                ),
            ]);
        }
        page.table(&table);
    }
    page.item(&words::conclusion(&test.conclusion, figures));
}
