//! The two pictures: the chance of an open deal by its age, and past quarters forecast.

use plumbline_charts::{
    Caption, CurveStep, ForecastPeriod, Forecasts, Scale, Size, StepCurve, Svg, Tick, forecasts,
    step_curve,
};
use plumbline_deals::{BackTest, Curves};
use plumbline_wording::{
    texts::{deals as words, deals::DealFigures, deals_page as page},
    writing::{self, Compact},
};

use super::super::writer::Writer;
use crate::deals::protocol::Picture;

/// The most steps drawn: a curve of thousands looks the same.
const STEPS: usize = 300;

fn size(writer: &Writer) -> Size {
    Size {
        width: writer.width,
        height: if writer.width < 500 { 240 } else { 300 },
    }
}

/// The chance of a deal open at an age to be won later, as SVG.
pub(super) fn chance_by_age(
    curves: &Curves,
    ages: &[i64],
    figures: &DealFigures<'_>,
    writer: &Writer,
) -> Picture {
    let ages: Vec<i64> = ages
        .iter()
        .copied()
        .filter(|age| *age < curves.tau)
        .collect();
    let readings = ages.iter().map(|age| {
        let later = curves.later(*age);
        page::chance_at_age(
            &figures.days((*age).max(0) as f64),
            &figures.share(later.chance, &later.interval),
            &figures.share_range(&later.interval),
        )
    });
    let stops = ages.iter().map(|age| (*age).max(0) as f64).collect();
    let svg = curve(curves, stops, figures, writer);
    Picture::of(svg, readings.collect())
}

fn curve(curves: &Curves, stops: Vec<f64>, figures: &DealFigures<'_>, writer: &Writer) -> Svg {
    let every = curves.points.len().div_ceil(STEPS).max(1);
    let ages = curves.points.iter().map(|point| point.age);
    let ages = std::iter::once(-1).chain(ages.step_by(every));
    let steps: Vec<CurveStep> = ages
        .filter(|age| *age < curves.tau)
        .map(|age| {
            let later = curves.later(age);
            CurveStep {
                from: age.max(0) as f64,
                level: later.chance,
                low: later.interval.low,
                high: later.interval.high,
            }
        })
        .collect();
    let across = Scale::new(0.0, curves.tau.max(1) as f64);
    let upward = Scale::around(steps.iter().map(|step| step.high.min(1.0)));
    let upward = Scale::new(0.0, upward.high().min(1.0));
    let percent = |value: f64| writing::write_percent(value, 0, figures.locale);
    let tick = |value: f64, text: String| Tick::new(value, text);
    let begin = steps.first().map_or(0.0, |step| step.level);
    step_curve(&StepCurve {
        caption: Caption {
            title: page::CHANCE_BY_AGE.to_owned(),
            description: page::chance_picture(
                &figures.percent(begin),
                &figures.days(curves.tau as f64),
            ),
        },
        size: size(writer),
        across_ticks: across
            .ticks(7)
            .into_iter()
            .map(|value| tick(value, figures.count(value as u32)))
            .collect(),
        across,
        across_words: words::AGE.to_owned(),
        upward_ticks: upward
            .ticks(6)
            .into_iter()
            .map(|value| tick(value, percent(value)))
            .collect(),
        upward,
        steps,
        stops,
    })
}

/// Past quarters: what was forecast, and what came, as SVG.
pub(super) fn forecasts_of(test: &BackTest, figures: &DealFigures<'_>, writer: &Writer) -> Picture {
    let periods: Vec<ForecastPeriod> = test
        .origins
        .iter()
        .map(|origin| {
            let [_, _, model] = &origin.forecasts;
            let (year, quarter) = origin.quarter();
            ForecastPeriod {
                name: page::quarter(year, quarter),
                low: model.p10,
                middle: model.p50,
                high: model.p90,
                actual: origin.actual,
            }
        })
        .collect();
    let scale = Forecasts::propose_scale(&periods);
    let money = |value: f64| match figures.currency {
        Some(currency) => {
            writing::write_money_compact(value, currency, Compact::Letters, figures.locale)
        }
        None => writing::write_compact(value, Compact::Letters, figures.locale),
    };
    let readings = periods.iter().map(|period| {
        page::forecast_reading(
            &period.name,
            &figures.money(period.middle),
            &page::from_to(&figures.money(period.low), &figures.money(period.high)),
            &figures.money(period.actual),
        )
    });
    let readings = readings.collect();
    let svg = forecasts(&Forecasts {
        caption: Caption {
            title: words::BACK_TEST.to_owned(),
            description: words::conclusion(&test.conclusion, figures),
        },
        size: size(writer),
        ticks: scale
            .ticks(5)
            .into_iter()
            .map(|value| Tick::new(value, money(value)))
            .collect(),
        scale,
        periods,
        key: [page::FORECAST_RANGE, page::FORECAST_MIDDLE, words::CAME].map(str::to_owned),
    });
    Picture::of(svg, readings)
}
