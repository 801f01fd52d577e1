//! The answer as pictures, laid out for paper.

use plumbline_charts::{
    Caption, Distribution, FanEnds, FanMonth, FanTarget, Label, MonthFan, PlumbLine, Scale, Size,
    Stage, StageBars, TargetCourse, TargetMark, Tick, month_fan, plumb_line, stage_bars,
};
use plumbline_forecast::{
    Outcome,
    verdict::{MotionNeed, Need},
};
use plumbline_wording::texts::{playbook, verdict as text};

use super::Playbook;
use crate::document::Picture;

/// The width of the text on paper, in CSS pixels.
const WIDTH: u32 = 680;

impl Playbook<'_> {
    /// How far the middle outcome hangs from the target.
    pub(super) fn plumb_line(&self, outcome: &Outcome) -> Picture {
        let figures = self.figures;
        let quantiles = outcome.quantiles.iter().enumerate();
        let distribution =
            Distribution::new(quantiles.map(|(place, value)| (place as f64 / 100.0, *value)));
        let scale = distribution.as_ref().map_or_else(
            || Scale::around([outcome.target]),
            |all| all.scale(Some(outcome.target)),
        );
        let spread = outcome.bookings;
        let gap = self.gap(outcome);
        let description = text::picture(
            &figures.about_money(spread.p50),
            &figures.about_money(spread.p10),
            &figures.about_money(spread.p90),
            &figures.about_money(outcome.target),
            &gap,
        );
        let svg = plumb_line(&PlumbLine {
            caption: Caption {
                title: text::VERDICT.to_owned(),
                description: description.clone(),
            },
            size: Size {
                width: 330,
                height: 330,
            },
            ticks: self.ticks(&scale),
            scale,
            distribution,
            median: Label::new(text::MEDIAN, figures.chart_money(spread.p50)),
            target: Some(TargetMark {
                value: outcome.target,
                label: Label::new(text::TARGET, figures.chart_money(outcome.target)),
            }),
            gap: Label::new("", gap),
        });
        Picture {
            svg: svg.into_string(),
            description,
            is_narrow: true,
        }
    }

    /// The distance between target and middle outcome, in words.
    pub(super) fn gap(&self, outcome: &Outcome) -> String {
        let gap = outcome.bookings.p50 - outcome.target;
        let amount = self.figures.rough_money(gap.abs());
        if gap.abs() < outcome.target.abs() * 0.005 {
            text::ON_TARGET.to_owned()
        } else if gap < 0.0 {
            text::short(&amount)
        } else {
            text::over(&amount)
        }
    }

    fn ticks(&self, scale: &Scale) -> Vec<Tick> {
        let ticks = scale.ticks(6).into_iter();
        ticks
            .map(|value| Tick::new(value, self.figures.chart_money(value)))
            .collect()
    }

    /// Bookings adding up over the months.
    pub(super) fn fan(&self, outcome: &Outcome) -> Picture {
        let figures = self.figures;
        let months: Vec<FanMonth> = outcome
            .months
            .iter()
            .map(|month| FanMonth {
                name: figures.short_month(month.month),
                low: month.cumulative.p10,
                median: month.cumulative.p50,
                high: month.cumulative.p90,
            })
            .collect();
        let course = outcome.months.iter().scan(0.0, |sum, month| {
            *sum += month.target;
            Some(*sum)
        });
        let target = Some(FanTarget {
            course: TargetCourse::ByMonth(course.collect()),
            label: Label::new(text::TARGET, figures.chart_money(outcome.target)),
        });
        let scale = MonthFan::propose_scale(&months, target.as_ref());
        let end = |words: &str, value: f64| Label::new(words, figures.chart_money(value));
        let bookings = outcome.bookings;
        let description = text::fan_picture(
            &figures.about_money(bookings.p10),
            &figures.about_money(bookings.p50),
            &figures.about_money(bookings.p90),
            &figures.about_money(outcome.target),
        );
        let svg = month_fan(&MonthFan {
            caption: Caption {
                title: text::BY_MONTH.to_owned(),
                description: description.clone(),
            },
            size: Size {
                width: WIDTH,
                height: 320,
            },
            ticks: self.ticks(&scale),
            scale,
            months,
            target,
            ends: FanEnds {
                high: end(text::HIGH, bookings.p90),
                median: end(text::MIDDLE, bookings.p50),
                low: end(text::LOW, bookings.p10),
            },
        });
        Picture {
            svg: svg.into_string(),
            description,
            is_narrow: false,
        }
    }

    /// Deals required beside deals provided, from lead to win.
    pub(super) fn bars(&self, need: &MotionNeed) -> Picture {
        let stages = needs(need).into_iter().map(|(name, need)| {
            let required = need.needed.map_or(0.0, |amount| amount.total);
            let missing = required - need.provided.total;
            Stage {
                name,
                required,
                required_text: self.figures.count(required),
                provided: need.provided.total,
                provided_text: self.figures.count(need.provided.total),
                note: if missing > 0.5 {
                    text::short(&self.figures.count(missing))
                } else {
                    String::new()
                },
            }
        });
        let svg = stage_bars(&StageBars {
            caption: Caption {
                title: playbook::labelled(text::REQUIRED, &need.name),
                description: text::REQUIRED_TEXT.to_owned(),
            },
            width: WIDTH,
            required: text::REQUIRED_COLUMN.to_owned(),
            provided: text::PROVIDED_COLUMN.to_owned(),
            stages: stages.collect(),
        });
        Picture {
            svg: svg.into_string(),
            description: text::REQUIRED_TEXT.to_owned(),
            is_narrow: false,
        }
    }
}

/// Names and needs from lead to win.
pub(super) fn needs(need: &MotionNeed) -> Vec<(String, &Need)> {
    let stages = need.stages.iter();
    std::iter::once((text::LEADS.to_owned(), &need.leads))
        .chain(stages.map(|stage| (stage.name.clone(), &stage.entries)))
        .chain([(text::WINS.to_owned(), &need.wins)])
        .collect()
}
