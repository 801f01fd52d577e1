//! What a firm's own deals say, as tables and sentences: once, for the page and for the terminal.
//! Draws nothing, and leaves to either how many rows it shows.

use plumbline_deals::{
    BackTest, By, Curves, Group, Later, Learnt, Pipeline, StageHistory, Total, back_test::Method,
};
use plumbline_wording::texts::{deals as words, deals::DealFigures, deals_page as page};

/// A table in words.
#[derive(Debug, Clone, PartialEq)]
pub struct DealTable {
    /// What it shows.
    pub caption: &'static str,
    /// How many columns from the left are words; the others are figures.
    pub words: usize,
    /// The heads of its columns.
    pub heads: Vec<&'static str>,
    /// Its rows.
    pub rows: Vec<Vec<String>>,
}

/// How many deals were won and lost and are open, and what they are worth.
#[must_use]
pub fn won_and_lost(learnt: &Learnt, figures: &DealFigures<'_>) -> DealTable {
    let metrics = &learnt.metrics;
    let money = |amount: Option<f64>| figures.money(amount.unwrap_or(f64::NAN));
    let row = |(name, total): (&str, &Total)| {
        let mut row = vec![name.to_owned(), figures.count(total.deals)];
        if has_no_value(total) {
            row.extend([page::NOTHING; 4].map(str::to_owned));
            return row;
        }
        let range = total.mean_interval.map_or_else(
            || page::NOTHING.to_owned(),
            |range| page::from_to(&figures.money(range.low), &figures.money(range.high)),
        );
        let (value, mean, median) = (total.value, total.mean, total.median);
        row.extend([figures.money(value), money(mean), range, money(median)]);
        row
    };
    let rows = [
        (words::WON, &metrics.won),
        (words::LOST, &metrics.lost),
        (words::OPEN, &metrics.open),
    ];
    DealTable {
        caption: words::WON_AND_LOST,
        words: 1,
        heads: vec![
            words::OUTCOME,
            words::DEALS,
            words::VALUE,
            words::AVERAGE,
            words::RANGE,
            words::MIDDLE,
        ],
        rows: rows.map(row).into(),
    }
}

/// Whether nothing is known of what these deals are worth: many a CRM writes zero for those
/// that were lost, and nothing for those that are open.
fn has_no_value(total: &Total) -> bool {
    total.deals == 0 || total.valued == 0 || (total.value == 0.0 && total.spread.is_none())
}

/// Win rate, length of wins and losses, and pace of new deals, each where it can be had; and
/// which deals the file gives no value.
#[must_use]
pub fn about_won_and_lost(learnt: &Learnt, figures: &DealFigures<'_>) -> Vec<String> {
    let metrics = &learnt.metrics;
    let all = [(words::LOST, &metrics.lost), (words::OPEN, &metrics.open)];
    let without = all
        .into_iter()
        .filter(|(_, total)| total.deals > 0 && has_no_value(total));
    let without = without.map(|(name, total)| words::none_has_a_value(name, total.deals, figures));
    let rate = metrics.win_rate.as_ref();
    let (win, loss) = (metrics.days_to_win.as_ref(), metrics.days_to_loss.as_ref());
    let said = [
        rate.map(|rate| words::win_rate(rate, figures)),
        win.map(|days| words::days_to_win(days, figures)),
        loss.map(|days| words::days_to_loss(days, figures)),
        learnt
            .arrivals
            .as_ref()
            .ok()
            .map(|pace| words::arrivals(pace, figures)),
    ];
    said.into_iter().flatten().chain(without).collect()
}

/// The deals of every owner, source, segment or product.
#[must_use]
pub fn by_group(by: By, groups: &[Group], figures: &DealFigures<'_>) -> DealTable {
    let row = |group: &Group| {
        let name = if group.name.is_empty() {
            words::UNNAMED
        } else {
            &group.name
        };
        vec![
            name.to_owned(),
            figures.count(group.won.deals),
            figures.count(group.lost),
            figures.count(group.open),
            figures.rate(group.counted.as_ref()),
            drawn_toward_the_whole(group, figures),
            figures.money(group.won.value),
        ]
    };
    DealTable {
        caption: words::by(by),
        words: 1,
        heads: vec![
            words::one(by),
            words::WON,
            words::LOST,
            words::OPEN,
            words::WIN_RATE,
            page::TOWARD_THE_WHOLE,
            words::VALUE,
        ],
        rows: groups.iter().map(row).collect(),
    }
}

/// A share with the range in which it lies, in one column: two would make the widest tables
/// too wide.
fn drawn_toward_the_whole(group: &Group, figures: &DealFigures<'_>) -> String {
    match (group.shrunk, group.interval) {
        (Some(share), Some(interval)) => page::with_range(
            &figures.share(share, &interval),
            &figures.share_range(&interval),
        ),
        (share, _) => figures.percent(share.unwrap_or(f64::NAN)),
    }
}

/// What became of deals by their age: at ages a reader can compare.
#[must_use]
pub fn by_age(curves: &Curves, figures: &DealFigures<'_>) -> DealTable {
    // The same deals are counted at every age, and the chance of a new one is known best.
    let of_new = curves.win_chance().interval;
    let row = |age: i64| {
        let later = curves.later(age);
        let lost = curves.at(age).map_or(0.0, |point| point.share_lost);
        let range = if later.beyond_evidence {
            String::new()
        } else {
            figures.share_range(&later.interval)
        };
        vec![
            figures.count(age.max(0) as u32),
            figures.share(curves.won_by(age), &of_new),
            figures.share(lost, &of_new),
            figures.share(curves.undecided_at(age), &of_new),
            chance(&later, figures),
            range,
        ]
    };
    DealTable {
        caption: words::BY_AGE,
        words: 0,
        heads: vec![
            words::AGE,
            words::WON,
            words::LOST,
            words::UNDECIDED,
            words::WON_LATER,
            words::RANGE,
        ],
        rows: ages(curves).into_iter().map(row).collect(),
    }
}

/// Ages a reader can compare: a new deal, then steps of some round number of days, and the age
/// at which the evidence ends.
#[must_use]
pub fn ages(curves: &Curves) -> Vec<i64> {
    let most = curves.tau.max(1);
    let step = [7, 15, 30, 60, 90, 180, 365]
        .into_iter()
        .find(|step| most / step <= 8)
        .unwrap_or(730);
    let mut ages: Vec<i64> = (0..most).step_by(step as usize).collect();
    ages.push(most);
    ages
}

fn chance(later: &Later, figures: &DealFigures<'_>) -> String {
    if later.beyond_evidence {
        page::NOTHING.to_owned()
    } else {
        figures.share(later.chance, &later.interval)
    }
}

/// How many deals entered each stage, went on and were lost, and how long that took.
#[must_use]
pub fn stages(stages: &[StageHistory], figures: &DealFigures<'_>) -> DealTable {
    let days = |days: Option<i64>| figures.days(days.map_or(f64::NAN, |days| days as f64));
    let row = |stage: &StageHistory| {
        let on = stage.conversion.as_ref();
        let on = on.map_or_else(String::new, |later| {
            if later.beyond_evidence {
                return chance(later, figures);
            }
            page::with_range(
                &chance(later, figures),
                &figures.share_range(&later.interval),
            )
        });
        vec![
            stage.stage.clone(),
            figures.count(stage.entered),
            figures.count(stage.went_on),
            figures.count(stage.lost),
            on,
            days(stage.median_days),
            days(stage.p90_days),
        ]
    };
    DealTable {
        caption: page::STAGES,
        words: 1,
        heads: vec![
            words::STAGE,
            words::ENTERED,
            words::WENT_ON,
            words::LOST,
            page::GOES_ON,
            words::MIDDLE,
            page::ONE_IN_TEN,
        ],
        rows: stages.iter().map(row).collect(),
    }
}

/// What the open deals are worth: all of them, without the dead, and those that move.
#[must_use]
pub fn worth(pipeline: &Pipeline, figures: &DealFigures<'_>) -> DealTable {
    let rows = [
        (words::ALL, &pipeline.all),
        (words::WITHOUT_DEAD, &pipeline.without_dead),
        (words::MOVING, &pipeline.moving),
    ];
    let row = |(name, worth): (&str, &plumbline_deals::Worth)| {
        vec![
            name.to_owned(),
            figures.count(worth.deals),
            figures.money(worth.face),
            figures.money(worth.at_win_rate),
            figures.money(worth.at_own_chance),
        ]
    };
    DealTable {
        caption: page::WORTH,
        words: 1,
        heads: vec![
            words::WHICH_DEALS,
            words::DEALS,
            words::FACE_VALUE,
            words::AT_WIN_RATE,
            words::AT_OWN_CHANCE,
        ],
        rows: rows.map(row).into(),
    }
}

/// What makes an open deal stagnant and how many are, what is left of the pipeline without dead
/// and stagnant deals, and how many deals lack a date or a value.
#[must_use]
pub fn about_open(pipeline: &Pipeline, figures: &DealFigures<'_>) -> Vec<String> {
    let (all, left) = (&pipeline.all, &pipeline.moving);
    let shrinks = left.deals < all.deals && all.face > 0.0;
    let lines = [
        about_stagnant(pipeline, figures),
        shrinks.then(|| words::what_is_left(all.face, left.face, figures)),
        (pipeline.undated > 0).then(|| words::undated(pipeline.undated, figures)),
        (pipeline.without_value > 0).then(|| words::without_value(pipeline.without_value, figures)),
    ];
    lines.into_iter().flatten().collect()
}

fn about_stagnant(pipeline: &Pipeline, figures: &DealFigures<'_>) -> Option<String> {
    let stagnant = pipeline.stagnant();
    let count = stagnant.len() as u32;
    let value = stagnant.iter().map(|deal| deal.value).sum();
    let from = pipeline.stagnant_from;
    if pipeline.has_cut_offs() {
        let mut deals = pipeline.deals.iter();
        let others = deals.any(|deal| deal.cut_off.is_none()).then_some(from);
        let in_stage = pipeline
            .deals
            .iter()
            .any(|deal| deal.cut_off.is_some() && deal.days_in_stage.is_some());
        return Some(words::stagnant_by_plan(
            count, value, others, in_stage, figures,
        ));
    }
    (count > 0).then(|| words::stagnant(count, value, from, figures))
}

/// What each way of forecasting would have said at the beginning of past quarters; nothing
/// where there are too few.
#[must_use]
pub fn back_test(test: &BackTest, figures: &DealFigures<'_>) -> Option<DealTable> {
    let [rate, last, model] = Method::ALL.map(words::method);
    let rows = test.origins.iter().map(|origin| {
        let [rate, last, model] = &origin.forecasts;
        let (year, quarter) = origin.quarter();
        vec![
            page::quarter(year, quarter),
            figures.money(origin.actual),
            figures.money(rate.mean),
            figures.money(last.mean),
            figures.money(model.mean),
            page::from_to(&figures.money(model.p10), &figures.money(model.p90)),
        ]
    });
    (!test.origins.is_empty()).then(|| DealTable {
        caption: words::BACK_TEST,
        words: 1,
        heads: vec![words::QUARTER, words::CAME, rate, last, model, words::RANGE],
        rows: rows.collect(),
    })
}

/// How far off each way of forecasting was over these quarters: bias, mean absolute percentage
/// error, CRPS and hits of the 80% interval (maths.md section 8); nothing where there are too few.
#[must_use]
pub fn scores(test: &BackTest, figures: &DealFigures<'_>) -> Option<DealTable> {
    let nothing = || page::NOTHING.to_owned();
    let rows = test.scores.iter().map(|score| {
        vec![
            words::method(score.method).to_owned(),
            figures.signed_percent(score.bias),
            score
                .mean_error
                .map_or_else(nothing, |error| figures.percent(error)),
            figures.money(score.crps),
            score.hits.map_or_else(nothing, |hits| {
                words::of(&figures.count(hits), &figures.count(score.of))
            }),
        ]
    });
    (!test.scores.is_empty()).then(|| DealTable {
        caption: words::SCORES,
        words: 1,
        heads: vec![
            words::WAY,
            words::BIAS,
            words::MEAN_ERROR,
            words::CRPS,
            words::HITS,
        ],
        rows: rows.collect(),
    })
}
