//! Every figure that the deals say, unrounded, as a table for the user's own use: one figure a
//! row, with what it is of, its range and what it was counted from.

use plumbline_deals::{
    BackTest, By, Curves, Durations, Group, Interval, Metrics, Pipeline, Rate, StageHistory, Total,
    Worth, import::CsvText,
};
use plumbline_wording::texts::{deals as words, deals_page as page, figures_file as file};

use super::Taken;

/// A figure on its way into the table.
#[derive(Default)]
struct Figure<'a> {
    /// What it is.
    name: &'a str,
    /// What it is of.
    of: &'a str,
    /// The age of deals it is for, in days.
    age: Option<i64>,
    value: Option<f64>,
    interval: Option<Interval>,
    /// How often it happened, and out of how many.
    counted: (Option<u32>, Option<u32>),
}

/// All figures, as CSV whose texts no spreadsheet takes for formulas.
pub(super) fn table(taken: &Taken) -> String {
    let mut csv = CsvText::new();
    for head in [
        file::FIGURE,
        file::FIGURE_OF,
        words::AGE,
        file::FIGURE_VALUE,
        file::FROM,
        file::TO,
        page::COUNTED,
        file::OUT_OF,
    ] {
        csv.text(head);
    }
    csv.end_row();
    let learnt = &taken.learnt;
    metrics(&mut csv, &learnt.metrics);
    if let Ok(arrivals) = &learnt.arrivals {
        let figure = Figure {
            interval: Some(arrivals.interval),
            counted: (Some(arrivals.deals), None),
            ..plain(file::CREATED_A_MONTH, words::ALL, arrivals.a_month)
        };
        put(&mut csv, &figure);
    }
    for (by, groups) in &learnt.groups {
        groups.iter().for_each(|one| group(&mut csv, *by, one));
    }
    learnt.stages.iter().for_each(|one| stage(&mut csv, one));
    learnt
        .curves
        .iter()
        .for_each(|curves| ages(&mut csv, curves));
    learnt
        .pipeline
        .iter()
        .for_each(|one| pipeline(&mut csv, one));
    back_test(&mut csv, &learnt.back_test);
    csv.into_text()
}

fn put(csv: &mut CsvText, figure: &Figure<'_>) {
    csv.text(figure.name);
    csv.text(figure.of);
    csv.number(figure.age.map(|days| days as f64));
    csv.number(figure.value);
    csv.number(figure.interval.map(|interval| interval.low));
    csv.number(figure.interval.map(|interval| interval.high));
    let (events, of) = figure.counted;
    csv.number(events.map(f64::from));
    csv.number(of.map(f64::from));
    csv.end_row();
}

fn plain<'a>(name: &'a str, of: &'a str, value: f64) -> Figure<'a> {
    Figure {
        name,
        of,
        value: Some(value),
        ..Figure::default()
    }
}

fn rate<'a>(name: &'a str, of: &'a str, rate: &Rate) -> Figure<'a> {
    Figure {
        interval: Some(rate.interval),
        counted: (Some(rate.events), Some(rate.of)),
        ..plain(name, of, rate.share)
    }
}

fn metrics(csv: &mut CsvText, metrics: &Metrics) {
    if let Some(counted) = &metrics.win_rate {
        put(csv, &rate(words::WIN_RATE, words::ALL, counted));
    }
    for (outcome, total) in [
        (words::WON, &metrics.won),
        (words::LOST, &metrics.lost),
        (words::OPEN, &metrics.open),
    ] {
        values(csv, outcome, total);
    }
    let days = [
        (words::WON, &metrics.days_to_win),
        (words::LOST, &metrics.days_to_loss),
    ];
    for (outcome, days) in days {
        days.iter().for_each(|days| durations(csv, outcome, days));
    }
}

fn values(csv: &mut CsvText, outcome: &str, total: &Total) {
    put(csv, &plain(words::DEALS, outcome, total.deals.into()));
    put(csv, &plain(words::VALUE, outcome, total.value));
    let average = Figure {
        name: file::AVERAGE_VALUE,
        of: outcome,
        value: total.mean,
        interval: total.mean_interval,
        counted: (None, Some(total.valued)),
        ..Figure::default()
    };
    put(csv, &average);
    let middle = Figure {
        name: file::MIDDLE_VALUE,
        value: total.median,
        interval: None,
        ..average
    };
    put(csv, &middle);
}

fn durations(csv: &mut CsvText, outcome: &str, days: &Durations) {
    for (name, value) in [
        (file::AVERAGE_DAYS, days.mean),
        (file::MIDDLE_DAYS, days.median),
        (file::SLOW_DAYS, days.p90),
    ] {
        let figure = Figure {
            counted: (None, Some(days.deals)),
            ..plain(name, outcome, value)
        };
        put(csv, &figure);
    }
}

fn group(csv: &mut CsvText, by: By, group: &Group) {
    let of = if group.name.is_empty() {
        words::UNNAMED
    } else {
        &group.name
    };
    if let Some(counted) = &group.counted {
        let name = format!("{}: {}", words::one(by), words::WIN_RATE);
        put(csv, &rate(&name, of, counted));
        let name = format!("{}: {}", words::one(by), file::DRAWN);
        let drawn = Figure {
            name: &name,
            of,
            value: group.shrunk,
            interval: group.interval,
            ..Figure::default()
        };
        put(csv, &drawn);
    }
    let name = format!("{}: {}", words::one(by), file::WON_VALUE);
    put(csv, &plain(&name, of, group.won.value));
}

fn stage(csv: &mut CsvText, stage: &StageHistory) {
    let goes_on = Figure {
        name: words::WENT_ON,
        of: &stage.stage,
        value: stage.conversion.map(|later| later.chance),
        interval: stage.conversion.map(|later| later.interval),
        counted: (Some(stage.went_on), Some(stage.entered)),
        ..Figure::default()
    };
    put(csv, &goes_on);
    for (name, days) in [
        (file::MIDDLE_DAYS, stage.median_days),
        (file::SLOW_DAYS, stage.p90_days),
    ] {
        let figure = Figure {
            name,
            of: &stage.stage,
            value: days.map(|days| days as f64),
            ..Figure::default()
        };
        put(csv, &figure);
    }
}

/// What became of deals by their age, for every day that there is evidence for.
fn ages(csv: &mut CsvText, curves: &Curves) {
    for age in 0..=curves.tau {
        let point = curves.at(age);
        let later = curves.later(age);
        for (name, value, interval) in [
            (
                words::WON,
                curves.won_by(age),
                point.map(|point| point.won_interval),
            ),
            (
                words::LOST,
                point.map_or(0.0, |point| point.share_lost),
                None,
            ),
            (words::UNDECIDED, curves.undecided_at(age), None),
            (words::WON_LATER, later.chance, Some(later.interval)),
        ] {
            let figure = Figure {
                age: Some(age),
                interval,
                ..plain(name, file::NEW_DEALS, value)
            };
            put(csv, &figure);
        }
    }
}

fn pipeline(csv: &mut CsvText, pipeline: &Pipeline) {
    let worths: [(&str, &Worth); 3] = [
        (words::ALL, &pipeline.all),
        (words::WITHOUT_DEAD, &pipeline.without_dead),
        (words::MOVING, &pipeline.moving),
    ];
    for (of, worth) in worths {
        for (name, value) in [
            (words::OPEN_DEALS, worth.deals.into()),
            (words::FACE_VALUE, worth.face),
            (words::AT_WIN_RATE, worth.at_win_rate),
            (words::AT_OWN_CHANCE, worth.at_own_chance),
        ] {
            put(csv, &plain(name, of, value));
        }
    }
}

fn back_test(csv: &mut CsvText, test: &BackTest) {
    for score in &test.scores {
        let of = words::method(score.method);
        put(csv, &plain(words::BIAS, of, score.bias));
        let error = Figure {
            name: words::MEAN_ERROR,
            of,
            value: score.mean_error,
            ..Figure::default()
        };
        put(csv, &error);
        put(csv, &plain(words::CRPS, of, score.crps));
        if let Some(hits) = score.hits {
            let hits = Figure {
                name: words::HITS,
                of,
                counted: (Some(hits), Some(score.of)),
                ..Figure::default()
            };
            put(csv, &hits);
        }
    }
}
