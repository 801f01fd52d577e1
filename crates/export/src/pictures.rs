//! The answer as pictures, the same on the page and on paper: what goes into each, in the
//! reader's figures and words. Draws nothing and computes nothing.

use plumbline_charts::{
    Caption, Distribution, FanEnds, FanMonth, FanTarget, Label, MonthFan, PlumbLine, Scale, Size,
    Stage, StageBars, TargetCourse, TargetMark, Tick,
};
use plumbline_forecast::{
    Outcome, Spread,
    verdict::{MotionNeed, Need},
};
use plumbline_wording::{figures::Figures, texts::verdict as text};

/// An answer as it hangs from its target.
#[derive(Debug, Clone, Copy)]
pub struct Standing<'a> {
    /// Bookings of the period, plan's currency.
    pub bookings: Spread,
    /// (share of outcomes below, bookings), rising; shares 0 to 1.
    pub quantiles: &'a [(f64, f64)],
    /// The target, plan's currency.
    pub target: f64,
}

/// How far the middle outcome hangs from the target.
#[must_use]
pub fn plumb_line(standing: Standing<'_>, figures: &Figures, size: Size) -> PlumbLine {
    let Standing {
        bookings,
        quantiles,
        target,
    } = standing;
    let distribution = Distribution::new(quantiles.iter().copied());
    let scale = distribution
        .as_ref()
        .map_or_else(|| Scale::around([target]), |all| all.scale(Some(target)));
    let marks = if figures.hides_money { 0 } else { 6 };
    let gap = gap(bookings.p50, target, figures);
    let description = text::picture(
        &figures.about_money(bookings.p50),
        &figures.about_money(bookings.p10),
        &figures.about_money(bookings.p90),
        &figures.about_money(target),
        &gap,
    );
    PlumbLine {
        caption: caption(text::VERDICT, description),
        size,
        ticks: money_ticks(&scale, marks, figures),
        scale,
        distribution,
        median: Label::new(text::MEDIAN, figures.chart_money(bookings.p50)),
        target: Some(TargetMark {
            value: target,
            label: Label::new(text::TARGET, figures.chart_money(target)),
        }),
        gap: Label::new("", gap),
    }
}

/// The distance between the middle outcome and the target, plan's currency, in words.
#[must_use]
pub fn gap(middle: f64, target: f64, figures: &Figures) -> String {
    let gap = middle - target;
    let amount = figures.rough_money(gap.abs());
    // Nearer than a hundredth of the target is nearer than any of this is known.
    if gap.abs() < target.abs() * 0.01 {
        text::NEAR_TARGET.to_owned()
    } else if gap < 0.0 {
        text::short(&amount)
    } else {
        text::over(&amount)
    }
}

/// Bookings adding up over the months.
#[must_use]
pub fn month_fan(outcome: &Outcome, figures: &Figures, size: Size) -> MonthFan {
    let names = figures.month_marks(outcome.months.iter().map(|month| month.month));
    let months = outcome.months.iter().zip(names);
    let months: Vec<FanMonth> = months
        .map(|(month, name)| FanMonth {
            name,
            low: month.cumulative.p10,
            median: month.cumulative.p50,
            high: month.cumulative.p90,
        })
        .collect();
    let target = Some(FanTarget {
        course: TargetCourse::ByMonth(target_so_far(outcome).collect()),
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
    MonthFan {
        caption: caption(text::BY_MONTH, description),
        size,
        ticks: money_ticks(&scale, 6, figures),
        scale,
        months,
        target,
        ends: FanEnds {
            high: end(text::HIGH, bookings.p90),
            median: end(text::MIDDLE, bookings.p50),
            low: end(text::LOW, bookings.p10),
        },
    }
}

/// The target up to every month's end, plan's currency.
pub fn target_so_far(outcome: &Outcome) -> impl Iterator<Item = f64> {
    outcome.months.iter().scan(0.0, |sum, month| {
        *sum += month.target;
        Some(*sum)
    })
}

/// Deals required beside deals provided, from lead to win. `title` is what the picture is
/// called, `width` in CSS pixels.
#[must_use]
pub fn stage_bars(need: &MotionNeed, title: String, figures: &Figures, width: u32) -> StageBars {
    let stages = needs(need).into_iter().map(|(name, need)| {
        let required = need.needed.map_or(0.0, |amount| amount.total);
        let provided = need.provided.total;
        let missing = required - provided;
        Stage {
            name,
            required,
            required_text: figures.about_count(required),
            provided,
            provided_text: figures.about_count(provided),
            note: if missing > 0.5 {
                text::short(&figures.about_difference(missing, required))
            } else {
                String::new()
            },
        }
    });
    StageBars {
        caption: Caption {
            title,
            description: text::REQUIRED_TEXT.to_owned(),
        },
        width,
        required: text::REQUIRED_COLUMN.to_owned(),
        provided: text::PROVIDED_COLUMN.to_owned(),
        stages: stages.collect(),
    }
}

/// Names and needs from lead to win.
#[must_use]
pub fn needs(need: &MotionNeed) -> Vec<(String, &Need)> {
    let stages = need.stages.iter();
    std::iter::once((text::LEADS.to_owned(), &need.leads))
        .chain(stages.map(|stage| (stage.name.clone(), &stage.entries)))
        .chain([(text::WINS.to_owned(), &need.wins)])
        .collect()
}

fn caption(title: &str, description: String) -> Caption {
    Caption {
        title: title.to_owned(),
        description,
    }
}

/// Round amounts along a scale.
fn money_ticks(scale: &Scale, count: usize, figures: &Figures) -> Vec<Tick> {
    let ticks = scale.ticks(count).into_iter();
    ticks
        .map(|value| Tick::new(value, figures.chart_money(value)))
        .collect()
}
