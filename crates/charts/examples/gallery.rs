//! Writes a page with every chart, at its best and at its worst, in light and dark:
//! `cargo run -p plumbline-charts --example gallery -- gallery.html`.

use std::error::Error;
use std::fmt::Write as _;

use plumbline_charts::{
    Caption, Distribution, FanEnds, FanMonth, FanTarget, Label, MonthFan, PlumbLine, Scale, Size,
    Stage, StageBars, TargetCourse, TargetMark, Tick, month_fan, plumb_line, plumb_line_compact,
    stage_bars,
};

const TOKENS: &str = "
body { margin: 0; font: 15px/1.5 'Liberation Sans', sans-serif; }
section { padding: 32px 40px; background: var(--paper); color: var(--ink); }
.light { --ink: #1d2327; --ink-quiet: #646b70; --paper: #fdfcf9; --line: #d9d6cd; --accent: #b3451f; --danger: #a3241d; }
.dark { --ink: #e6e4dd; --ink-quiet: #9a9b97; --paper: #16191b; --line: #383c3e; --accent: #e58a5e; --danger: #ee7e72; }
.row { display: flex; flex-wrap: wrap; gap: 36px; align-items: start; }
figure { margin: 0 0 28px; } figcaption { color: var(--ink-quiet); font-size: 12px; margin-top: 8px; }
.w280 { width: 280px; } .w360 { width: 360px; } .w620 { width: 620px; } .w340 { width: 340px; }
";

fn main() -> Result<(), Box<dyn Error>> {
    let path = std::env::args().nth(1).ok_or("usage: gallery FILE.html")?;
    let css = include_str!("../../../static/charts.css");
    let mut page = format!(
        "<!doctype html><html lang=en><meta charset=utf-8><title>Charts</title><style>{TOKENS}{css}</style>\n"
    );
    let figures = figures()?;
    for theme in ["light", "dark"] {
        write!(
            page,
            "<section class={theme}><div class=row>{figures}</div></section>"
        )?;
    }
    std::fs::write(path, page)?;
    Ok(())
}

fn figures() -> Result<String, Box<dyn Error>> {
    let mut out = String::new();
    let mut add = |class: &str, name: &str, svg: plumbline_charts::Svg| {
        writeln!(
            out,
            "<figure class={class}>{}<figcaption>{name}</figcaption></figure>",
            svg.as_str()
        )
    };
    let year = normal(870_000.0, 140_000.0);
    let cases = [
        ("a year, short", year.clone(), Some(1_200_000.0)),
        ("over", normal(1_320_000.0, 180_000.0), Some(1_000_000.0)),
        ("close", normal(1_180_000.0, 120_000.0), Some(1_200_000.0)),
        ("on it", normal(1_200_000.0, 120_000.0), Some(1_200_000.0)),
        (
            "just over",
            normal(1_230_000.0, 220_000.0),
            Some(1_200_000.0),
        ),
        ("wide and lopsided", skewed(400_000.0), Some(900_000.0)),
        ("lumpy: three large deals", lumps(), Some(700_000.0)),
        (
            "target far above",
            normal(40_000.0, 9_000.0),
            Some(5_000_000.0),
        ),
        (
            "target far below",
            normal(4_000_000.0, 300_000.0),
            Some(60_000.0),
        ),
        (
            "no spread",
            Distribution::new([(0.5, 800_000.0)]),
            Some(1_200_000.0),
        ),
        (
            "all zero",
            Distribution::new([(0.1, 0.0), (0.9, 0.0)]),
            Some(0.0),
        ),
        ("no target yet", year.clone(), None),
        ("no distribution yet", None, Some(1_200_000.0)),
        ("nothing yet", None, None),
        ("billions", normal(8.7e12, 2e12), Some(1.2e13)),
    ];
    for (name, distribution, target) in cases {
        add(
            "w280",
            name,
            plumb_line(&plumb(distribution, target, 280, 420)),
        )?;
    }
    add(
        "w360",
        "wider",
        plumb_line(&plumb(year.clone(), Some(1.2e6), 360, 520)),
    )?;
    for target in [Some(1.2e6), Some(7e5), None] {
        add(
            "w360",
            "compact",
            plumb_line_compact(&plumb(year.clone(), target, 360, 56)),
        )?;
    }
    add(
        "w360",
        "compact, nothing yet",
        plumb_line_compact(&plumb(None, None, 360, 56)),
    )?;
    for (count, width, class) in [
        (12, 620, "w620"),
        (60, 620, "w620"),
        (1, 340, "w340"),
        (24, 340, "w340"),
    ] {
        add(
            class,
            &format!("{count} months"),
            month_fan(&fan(count, width)),
        )?;
    }
    add("w620", "stages", stage_bars(&stages(620)))?;
    add("w280", "stages, narrow", stage_bars(&stages(280)))?;
    Ok(out)
}

/// A sample bell, as quantiles, by inverting the logistic curve that lies near it.
fn normal(mean: f64, deviation: f64) -> Option<Distribution> {
    Distribution::new((1..100).map(|step| {
        let share = f64::from(step) / 100.0;
        (share, (mean + deviation * 0.5513 * logit(share)).max(0.0))
    }))
}

fn logit(share: f64) -> f64 {
    libm::log(share / (1.0 - share))
}

fn skewed(median: f64) -> Option<Distribution> {
    Distribution::new((1..100).map(|step| {
        let share = f64::from(step) / 100.0;
        (share, median * libm::exp(0.45 * logit(share)))
    }))
}

fn lumps() -> Option<Distribution> {
    Distribution::new((1..100).map(|step| {
        let deals = [0.3, 0.62, 0.85]
            .iter()
            .filter(|edge| f64::from(step) / 100.0 > **edge)
            .count();
        (
            f64::from(step) / 100.0,
            120_000.0 + 250_000.0 * deals as f64 + 900.0 * f64::from(step),
        )
    }))
}

fn plumb(
    distribution: Option<Distribution>,
    target: Option<f64>,
    width: u32,
    height: u32,
) -> PlumbLine {
    let median = distribution.as_ref().map(|some| some.at(0.5));
    let scale = distribution
        .as_ref()
        .map_or_else(|| Scale::around(target), |some| some.scale(target));
    let gap = median
        .zip(target)
        .map(|(median, target)| match (median - target).round() {
            0.0 => Label::new("on target", ""),
            gap if gap < 0.0 => Label::new("short", grouped(-gap)),
            gap => Label::new("over", grouped(gap)),
        });
    PlumbLine {
        caption: Caption {
            title: "The year against its target".to_owned(),
            description: "Median, target and the distance between them.".to_owned(),
        },
        size: Size { width, height },
        scale,
        ticks: if median.or(target).is_some() {
            ticks(scale, 5)
        } else {
            Vec::new()
        },
        median: median
            .map(|median| Label::new("Median", grouped(median)))
            .unwrap_or_default(),
        target: target.map(|value| TargetMark {
            value,
            label: Label::new("Target", grouped(value)),
        }),
        gap: gap.unwrap_or_default(),
        distribution,
    }
}

fn fan(count: u32, width: u32) -> MonthFan {
    let names = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ];
    let months: Vec<_> = (1..=count)
        .map(|month| {
            let share = f64::from(month) / f64::from(count);
            let median = 870_000.0 * libm::pow(share, 1.25);
            let spread = 240_000.0 * share.sqrt() * share.sqrt();
            FanMonth {
                name: names[(month as usize - 1) % 12].to_owned(),
                low: median - spread * 0.8,
                median,
                high: median + spread,
            }
        })
        .collect();
    let course = if count == 24 {
        TargetCourse::ByMonth(
            (1..=count)
                .map(|month| 50_000.0 * f64::from(month))
                .collect(),
        )
    } else {
        TargetCourse::Level(1_200_000.0)
    };
    let target = Some(FanTarget {
        course,
        label: Label::new("Target", "1,200,000"),
    });
    let scale = MonthFan::propose_scale(&months, target.as_ref());
    let last = months.last().cloned();
    let end =
        |words: &str, value: Option<f64>| Label::new(words, grouped(value.unwrap_or_default()));
    MonthFan {
        caption: Caption {
            title: "Bookings by month, added up".to_owned(),
            description: String::new(),
        },
        size: Size {
            width,
            height: width * 32 / 62,
        },
        scale,
        ticks: ticks(scale, 5),
        ends: FanEnds {
            high: end("P90", last.as_ref().map(|month| month.high)),
            median: end("Median", last.as_ref().map(|month| month.median)),
            low: end("P10", last.as_ref().map(|month| month.low)),
        },
        months,
        target,
    }
}

fn stages(width: u32) -> StageBars {
    let stage = |name: &str, required: f64, provided: f64| Stage {
        name: name.to_owned(),
        required,
        required_text: grouped(required),
        provided,
        provided_text: grouped(provided),
        note: match required - provided {
            gap if gap > 0.0 => format!("{} short", grouped(gap)),
            gap => format!("{} to spare", grouped(-gap)),
        },
    };
    StageBars {
        caption: Caption {
            title: "Deals by stage".to_owned(),
            description: String::new(),
        },
        width,
        required: "Required".to_owned(),
        provided: "Provided".to_owned(),
        stages: vec![
            stage("Qualified", 1_840.0, 1_310.0),
            stage("Discovery with the economic buyer", 920.0, 980.0),
            stage("Proposal", 410.0, 296.0),
            stage("Won", 160.0, 0.0),
        ],
    }
}

fn ticks(scale: Scale, most: usize) -> Vec<Tick> {
    scale
        .ticks(most)
        .into_iter()
        .map(|value| Tick::new(value, short(value)))
        .collect()
}

fn short(value: f64) -> String {
    match value {
        value if value >= 1e12 => format!("{}t", value / 1e12),
        value if value >= 1e9 => format!("{}bn", value / 1e9),
        value if value >= 1e6 => format!("{}m", value / 1e6),
        value if value >= 1e3 => format!("{}k", value / 1e3),
        value => format!("{value}"),
    }
}

fn grouped(value: f64) -> String {
    let digits = format!("{:.0}", value.abs());
    let mut out = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    if value < 0.0 {
        format!("\u{2212}{out}")
    } else {
        out
    }
}
