//! Reads back the pictures the charts write, and sample input for them.

#![expect(
    clippy::expect_used,
    reason = "a picture that can't be read back fails the test"
)]

use plumbline_charts::{
    Caption, ChanceCurve, ColumnMonth, CurveStep, Distribution, FanEnds, FanMonth, FanTarget,
    ForecastPeriod, Forecasts, Label, Level, MonthColumns, MonthFan, PlumbLine, RangeBars,
    RangeRow, Scale, Size, Spread, Stage, StageBars, StepCurve, Svg, TargetCourse, TargetMark,
    Tick,
};

/// One element of a picture.
#[derive(Debug)]
pub(crate) struct Element {
    pub(crate) tag: String,
    attributes: Vec<(String, String)>,
    pub(crate) text: String,
}

impl Element {
    pub(crate) fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes
            .iter()
            .find(|(known, _)| known == name)
            .map(|(_, value)| value.as_str())
    }

    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        self.attributes.iter().map(|(name, _)| name.as_str())
    }

    pub(crate) fn class(&self) -> &str {
        self.attribute("class").unwrap_or_default()
    }

    fn number(&self, name: &str) -> f64 {
        self.attribute(name)
            .map_or(0.0, |value| value.parse().expect("a plain number"))
    }

    /// Every point the element's geometry names.
    pub(crate) fn points(&self) -> Vec<(f64, f64)> {
        let (x, y) = (self.number("x"), self.number("y"));
        match self.tag.as_str() {
            "polyline" | "polygon" => self
                .attribute("points")
                .expect("points")
                .split_whitespace()
                .map(|pair| pair.split_once(',').expect("a pair"))
                .map(|(x, y)| (x.parse().expect("a number"), y.parse().expect("a number")))
                .collect(),
            "rect" => vec![
                (x, y),
                (x + self.number("width"), y + self.number("height")),
            ],
            "circle" => vec![(self.number("cx"), self.number("cy"))],
            "text" => vec![(x, y)],
            _ => Vec::new(),
        }
    }

    /// The box a text covers, about: left, top, right, bottom. Digits are the bulk of
    /// what is set, at 0.56 em in common faces.
    pub(crate) fn text_box(&self) -> (f64, f64, f64, f64) {
        let size = self.number("font-size");
        let weight = if self.class().contains("strong") {
            1.07
        } else {
            1.0
        };
        let narrow = self
            .text
            .chars()
            .filter(|character| ",. ".contains(*character))
            .count();
        let wide = self.text.chars().count() - narrow;
        let width = (wide as f64 * 0.56 + narrow as f64 * 0.28) * size * weight;
        let x = self.number("x");
        let left = match self.attribute("text-anchor") {
            Some("end") => x - width,
            Some("middle") => x - width / 2.0,
            _ => x,
        };
        let y = self.number("y");
        (left, y - size * 0.72, left + width, y + size * 0.2)
    }
}

/// The elements of a picture, the `svg` element first. Fails on anything that is not
/// the plain, flat markup the charts promise.
pub(crate) fn elements(svg: &Svg) -> Vec<Element> {
    svg.as_str()
        .split('<')
        .skip(1)
        .filter(|piece| !piece.starts_with('/'))
        .map(|piece| {
            let (inside, text) = piece.split_once('>').expect("a closed tag");
            let inside = inside.trim_end_matches('/');
            let (tag, mut rest) = inside.split_once(' ').unwrap_or((inside, ""));
            let mut attributes = Vec::new();
            while let Some((name, after)) = rest.split_once("=\"") {
                let (value, after) = after.split_once('"').expect("a closed value");
                attributes.push((name.trim().to_owned(), value.to_owned()));
                rest = after;
            }
            Element {
                tag: tag.to_owned(),
                attributes,
                text: text.trim().to_owned(),
            }
        })
        .collect()
}

/// A distribution from its P10, P50 and P90 with tails as long again.
pub(crate) fn spread(low: f64, median: f64, high: f64) -> Option<Distribution> {
    let quantiles = [(0.1, low), (0.5, median), (0.9, high)];
    let tails = [(0.01, low - (median - low)), (0.99, high + (high - median))];
    Distribution::new(quantiles.into_iter().chain(tails))
}

pub(crate) fn plumb(distribution: Option<Distribution>, target: Option<f64>) -> PlumbLine {
    let scale = distribution
        .as_ref()
        .map_or_else(|| Scale::around(target), |some| some.scale(target));
    PlumbLine {
        caption: caption(),
        size: Size {
            width: 280,
            height: 420,
        },
        scale,
        ticks: scale
            .ticks(5)
            .into_iter()
            .map(|value| Tick::new(value, "1.5m"))
            .collect(),
        distribution,
        median: Label::new("Median", "870,000"),
        target: target.map(|value| TargetMark {
            value,
            label: Label::new("Target", "1,200,000"),
        }),
        gap: Label::new("short", "330,000"),
    }
}

pub(crate) fn fan(months: Vec<FanMonth>, target: f64) -> MonthFan {
    let target = FanTarget {
        course: TargetCourse::Level(target),
        label: Label::new("Target", "1,200,000"),
    };
    let scale = MonthFan::propose_scale(&months, Some(&target));
    MonthFan {
        caption: caption(),
        size: Size {
            width: 620,
            height: 320,
        },
        scale,
        ticks: scale
            .ticks(5)
            .into_iter()
            .map(|value| Tick::new(value, "1.5m"))
            .collect(),
        months,
        target: Some(target),
        ends: FanEnds {
            high: Label::new("P90", "1,050,000"),
            median: Label::new("Median", "870,000"),
            low: Label::new("P10", "690,000"),
        },
    }
}

/// Months that rise evenly to the values given.
pub(crate) fn rising(count: usize, (low, median, high): (f64, f64, f64)) -> Vec<FanMonth> {
    (1..=count)
        .map(|month| {
            let share = month as f64 / count as f64;
            FanMonth {
                name: "Jan".to_owned(),
                low: low * share,
                median: median * share,
                high: high * share,
            }
        })
        .collect()
}

pub(crate) fn bars(deals: &[(f64, f64)]) -> StageBars {
    let stage = |(required, provided): &(f64, f64)| Stage {
        name: "Discovery".to_owned(),
        required: *required,
        required_text: "1,840".to_owned(),
        provided: *provided,
        provided_text: "1,310".to_owned(),
        note: "530 short".to_owned(),
    };
    StageBars {
        caption: caption(),
        width: 620,
        required: "Required".to_owned(),
        provided: "Provided".to_owned(),
        stages: deals.iter().map(stage).collect(),
    }
}

pub(crate) fn caption() -> Caption {
    Caption {
        title: "A name".to_owned(),
        description: "What it shows.".to_owned(),
    }
}

pub(crate) fn columns(months: usize) -> MonthColumns {
    let month = |index: usize| ColumnMonth {
        name: "Jan".to_owned(),
        parts: vec![index as f64 * 10.0, 40.0, 20.0, 5.0],
    };
    let months: Vec<ColumnMonth> = (0..months).map(month).collect();
    let level = Some(Level {
        name: "Available".to_owned(),
        values: vec![90.0; months.len()],
    });
    let scale = MonthColumns::propose_scale(&months, level.as_ref());
    MonthColumns {
        caption: caption(),
        size: Size {
            width: 620,
            height: 280,
        },
        ticks: ticks(scale),
        scale,
        parts: ["Open", "New", "Repeat", "Booked"]
            .map(str::to_owned)
            .into(),
        months,
        level,
    }
}

pub(crate) fn ranges(ends: &[[f64; 2]]) -> RangeBars {
    let row = |ends: &[f64; 2]| RangeRow {
        name: "Closing: Conversion".to_owned(),
        ends: *ends,
        texts: ["15%".to_owned(), "27%".to_owned()],
    };
    let scale = Scale::new(0.0, 1.0);
    RangeBars {
        caption: caption(),
        width: 620,
        ticks: ticks(scale),
        scale,
        base: 0.4,
        names: ["At its low".to_owned(), "At its high".to_owned()],
        rows: ends.iter().map(row).collect(),
    }
}

pub(crate) fn silhouette(distribution: Option<Distribution>, target: Option<f64>) -> Spread {
    let plumb = plumb(distribution, target);
    Spread {
        caption: caption(),
        size: Size {
            width: 620,
            height: 220,
        },
        stops: plumb
            .distribution
            .iter()
            .flat_map(|all| [0.1, 0.5, 0.9].map(|share| all.at(share)))
            .collect(),
        scale: plumb.scale,
        ticks: plumb.ticks,
        distribution: plumb.distribution,
        median: plumb.median,
        target: plumb.target,
    }
}

pub(crate) fn curve(points: Vec<(f64, f64)>, target: Option<(f64, f64)>) -> ChanceCurve {
    let amounts = points.iter().map(|point| point.0);
    let scale = Scale::around(amounts.chain(target.map(|target| target.0)));
    ChanceCurve {
        caption: caption(),
        size: Size {
            width: 620,
            height: 280,
        },
        ticks: ticks(scale),
        chances: ticks(Scale::new(0.0, 1.0)),
        stops: points.iter().map(|point| point.0).collect(),
        scale,
        points,
        target: target.map(|(value, chance)| (value, chance, Label::new("Target", "34%"))),
        goal: Some(0.7),
    }
}

fn ticks(scale: Scale) -> Vec<Tick> {
    let ticks = scale.ticks(5).into_iter();
    ticks.map(|value| Tick::new(value, "1.5m")).collect()
}

/// Chances that fall in these steps, each with a band around it.
pub(crate) fn steps(levels: &[f64]) -> StepCurve {
    let step = |(place, level): (usize, &f64)| CurveStep {
        from: place as f64 * 10.0,
        level: *level,
        low: level - 0.05,
        high: level + 0.05,
    };
    let across = Scale::new(0.0, 10.0 * levels.len().max(1) as f64);
    let upward = Scale::new(0.0, 1.0);
    let tick = |value: f64| Tick::new(value, format!("{value}"));
    StepCurve {
        caption: caption(),
        size: Size {
            width: 620,
            height: 320,
        },
        across_ticks: across.ticks(5).into_iter().map(tick).collect(),
        across,
        across_words: "days".into(),
        upward_ticks: upward.ticks(5).into_iter().map(tick).collect(),
        upward,
        steps: levels.iter().enumerate().map(step).collect(),
        stops: (0..levels.len()).map(|place| 10.0 * place as f64).collect(),
    }
}

/// Quarters forecast as from 80 to 120, with what came.
pub(crate) fn quarters(came: &[f64]) -> Forecasts {
    let period = |(place, actual): (usize, &f64)| ForecastPeriod {
        name: format!("Q{place}"),
        low: 80.0,
        middle: 100.0,
        high: 120.0,
        actual: *actual,
    };
    let periods: Vec<ForecastPeriod> = came.iter().enumerate().map(period).collect();
    Forecasts {
        caption: caption(),
        size: Size {
            width: 620,
            height: 320,
        },
        scale: Forecasts::propose_scale(&periods),
        ticks: vec![Tick::new(0.0, "0"), Tick::new(100.0, "100")],
        periods,
        key: ["range", "forecast", "what came"].map(str::to_owned),
    }
}
