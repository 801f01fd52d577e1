//! The month fan: how bookings add up over the period.
//!
//! A band from P10 to P90, the P50 as a line, the target as a level or a course of
//! its own, each named at its end rather than in a legend.

use plotters::chart::{ChartBuilder, ChartContext};
use plotters::coord::cartesian::Cartesian2d;
use plotters::coord::types::RangedCoordf64;
use plotters::element::{Circle, Polygon};
use plotters::series::LineSeries;

use crate::axes;
use crate::pen::{self, HAIRLINE, TICK, in_pixels, line, sharp};
use crate::place::{Wish, stack};
use crate::role::Role;
use crate::scale::{Scale, Tick};
use crate::silhouette::thin;
use crate::surface::{Surface, grid};
use crate::svg::{Area, Caption, Drawn, Size, Svg, picture};
use crate::text::{Label, width};

/// What the month fan shows.
#[derive(Clone, Debug, PartialEq)]
pub struct MonthFan {
    /// Name and description for those who don't see the picture.
    pub caption: Caption,
    /// The size to lay out for; at least 260 by 180 is used.
    pub size: Size,
    /// The scale of bookings; [`MonthFan::propose_scale`] proposes one.
    pub scale: Scale,
    /// Marks on the scale; those off it, or too close to their neighbour, are left out.
    pub ticks: Vec<Tick>,
    /// The months in order, with bookings added up from the start of the period.
    pub months: Vec<FanMonth>,
    /// The target, if one is set.
    pub target: Option<FanTarget>,
    /// What the ends of band and line are called; empty labels are left out.
    pub ends: FanEnds,
}

/// Bookings from the start of the period to the end of a month.
#[derive(Clone, Debug, PartialEq)]
pub struct FanMonth {
    /// The month, short: "Jan". Shown as often as there is room.
    pub name: String,
    /// P10.
    pub low: f64,
    /// P50.
    pub median: f64,
    /// P90.
    pub high: f64,
}

/// A target in the fan and its label.
#[derive(Clone, Debug, PartialEq)]
pub struct FanTarget {
    /// Where it runs.
    pub course: TargetCourse,
    /// Its label, such as "Target" and "1,200,000".
    pub label: Label,
}

/// Where a target runs.
#[derive(Clone, Debug, PartialEq)]
pub enum TargetCourse {
    /// The same level throughout: the period's target.
    Level(f64),
    /// What should have been booked by the end of each month, from the first on.
    ByMonth(Vec<f64>),
}

/// Labels at the right end of the fan.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FanEnds {
    /// At the band's upper edge, such as "P90" and "1,050,000".
    pub high: Label,
    /// At the line, such as "Median" and "870,000".
    pub median: Label,
    /// At the band's lower edge.
    pub low: Label,
}

impl MonthFan {
    /// A scale that holds these months and target.
    #[must_use]
    pub fn propose_scale(months: &[FanMonth], target: Option<&FanTarget>) -> Scale {
        let target = target.map(|target| match &target.course {
            TargetCourse::Level(value) => std::slice::from_ref(value),
            TargetCourse::ByMonth(values) => values.as_slice(),
        });
        let months = months
            .iter()
            .flat_map(|month| [month.low, month.median, month.high]);
        Scale::around(months.chain(target.unwrap_or_default().iter().copied()))
    }
}

/// Draws the month fan.
#[must_use]
pub fn month_fan(input: &MonthFan) -> Svg {
    let size = Size {
        width: input.size.width.max(260),
        height: input.size.height.max(180),
    };
    let frame = Frame::new(input, size);
    let (ground, across) = ((HEAD, frame.height - FOOT), (frame.left, frame.right));
    picture("month-fan", size, &input.caption, |area| {
        draw(input, size, area)
    })
    .read_at(axes::columns(input.months.len(), across, ground, 1.0))
}

type Plot<'a, 'b> = ChartContext<'b, Surface<'a>, Cartesian2d<RangedCoordf64, RangedCoordf64>>;

/// Room above the plot, and below it for the month names.
const HEAD: f64 = 12.0;
const FOOT: f64 = 26.0;
/// The most points drawn of one series.
const POINTS: usize = 600;

/// The plot's edges, in pixels.
struct Frame {
    left: f64,
    right: f64,
    width: f64,
    height: f64,
}

impl Frame {
    fn new(input: &MonthFan, size: Size) -> Self {
        let whole = f64::from(size.width);
        let ticks = input
            .ticks
            .iter()
            .map(|tick| width(&tick.text, TICK))
            .fold(0.0, f64::max);
        let ends = ends(input, |_| 0.0)
            .iter()
            .map(End::width)
            .fold(0.0, f64::max);
        let left = (ticks + 10.0).min(whole * 0.22);
        let margin = if ends > 0.0 {
            (ends + 15.0).min(whole * 0.34)
        } else {
            8.0
        };
        Self {
            left,
            right: whole - margin,
            width: whole,
            height: f64::from(size.height),
        }
    }
}

fn draw<'a>(input: &MonthFan, size: Size, area: &Area<'a>) -> Drawn {
    let frame = Frame::new(input, size);
    let count = input.months.len().max(1) as f64;
    let mut plot: Plot<'a, '_> = ChartBuilder::on(area)
        .margin_left(grid(frame.left))
        .margin_right(grid(frame.width - frame.right))
        .margin_top(grid(HEAD))
        .margin_bottom(grid(FOOT))
        .build_cartesian_2d(0.0..count, input.scale.range())?;
    let height = |plot: &Plot<'a, '_>, value: f64| {
        in_pixels(plot.backend_coord(&(0.0, input.scale.clamp(value))).1)
    };
    lines_across(input, &frame, area, |value| height(&plot, value))?;
    months(input, &frame, area)?;
    fan(input, &mut plot)?;
    target(input, count, &mut plot)?;
    name_ends(ends(input, |value| height(&plot, value)), &frame, area)
}

/// Band and line. Both start from nothing at the start of the period.
fn fan(input: &MonthFan, plot: &mut Plot<'_, '_>) -> Drawn {
    if input.months.is_empty() {
        return Ok(());
    }
    let course = |value: fn(&FanMonth) -> f64| course(input.months.iter().map(value), &input.scale);
    let mut band = course(|month| month.high);
    band.extend(course(|month| month.low).into_iter().rev());
    plot.draw_series([Polygon::new(band, Role::Band.fill())])?;
    let median = course(|month| month.median);
    let end = median.last().copied();
    plot.draw_series(LineSeries::new(median, Role::Median.stroke(2.0)))?;
    plot.draw_series(end.map(|end| Circle::new(end, grid(3.5), Role::Median.fill())))?;
    Ok(())
}

/// Values by month as points at the months' ends, from zero at the start, on the scale.
fn course(values: impl Iterator<Item = f64>, scale: &Scale) -> Vec<(f64, f64)> {
    let points: Vec<_> = std::iter::once(0.0)
        .chain(values)
        .enumerate()
        .map(|(month, value)| (month as f64, scale.clamp(value)))
        .collect();
    thin(&points, POINTS)
}

fn target(input: &MonthFan, count: f64, plot: &mut Plot<'_, '_>) -> Drawn {
    let points = match input.target.as_ref().map(|target| &target.course) {
        None => return Ok(()),
        Some(TargetCourse::Level(value)) => {
            let value = input.scale.clamp(*value);
            vec![(0.0, value), (count, value)]
        }
        Some(TargetCourse::ByMonth(values)) => {
            let shown = values.iter().copied().take(input.months.len().max(1));
            course(shown, &input.scale)
        }
    };
    plot.draw_series(LineSeries::new(points, Role::Target.stroke(1.5)))?;
    Ok(())
}

/// Hairlines across at the ticks, their texts at the left.
fn lines_across(
    input: &MonthFan,
    frame: &Frame,
    area: &Area<'_>,
    height: impl Fn(f64) -> f64,
) -> Drawn {
    let base = sharp(frame.height - FOOT);
    line(
        area,
        &[(frame.left, base), (frame.right, base)],
        Role::Line,
        HAIRLINE,
    )?;
    for (at, tick) in pen::spaced(&input.ticks, &input.scale, height) {
        let level = sharp(at);
        if (level - base).abs() > 1.0 {
            line(
                area,
                &[(frame.left, level), (frame.right, level)],
                Role::Line,
                HAIRLINE,
            )?;
        }
        pen::tick_text(area, (frame.left - 8.0, at), tick)?;
    }
    Ok(())
}

/// Month names under their months, as many as there is room for in an even beat.
fn months(input: &MonthFan, frame: &Frame, area: &Area<'_>) -> Drawn {
    let names: Vec<&str> = input.months.iter().map(|month| &*month.name).collect();
    let base = frame.height - FOOT;
    axes::month_names(&names, (frame.left, frame.right), base, frame.width, area)
}

/// A label at the right end of the fan and the height it belongs to.
struct End<'a> {
    label: &'a Label,
    role: Role,
    at: f64,
}

/// The labels to show, from top to bottom.
fn ends<'i>(input: &'i MonthFan, height: impl Fn(f64) -> f64) -> Vec<End<'i>> {
    let mut ends = Vec::with_capacity(4);
    if let Some(target) = &input.target {
        let last = match &target.course {
            TargetCourse::Level(value) => Some(value),
            TargetCourse::ByMonth(values) => values
                .get(..input.months.len().max(1))
                .map_or(values.last(), <[f64]>::last),
        };
        let at = height(last.copied().unwrap_or(0.0));
        ends.push(End {
            label: &target.label,
            role: Role::Target,
            at,
        });
    }
    if let Some(month) = input.months.last() {
        let mut end = |label, value, role| {
            ends.push(End {
                label,
                role,
                at: height(value),
            })
        };
        end(&input.ends.high, month.high, Role::InkQuiet);
        end(&input.ends.median, month.median, Role::Ink);
        end(&input.ends.low, month.low, Role::InkQuiet);
    }
    ends.retain(|end| !end.label.is_empty());
    ends.sort_by(|upper, lower| upper.at.total_cmp(&lower.at));
    ends
}

impl End<'_> {
    /// The band's edges are said in passing.
    fn is_quiet(&self) -> bool {
        self.role == Role::InkQuiet
    }

    fn width(&self) -> f64 {
        pen::label_width(self.label)
    }

    fn height(&self) -> f64 {
        if self.is_quiet() {
            pen::QUIET_HEIGHT
        } else {
            pen::LABEL_HEIGHT
        }
    }
}

/// Sets the end labels, apart from each other; where there is no room for all, the
/// band's go unnamed.
fn name_ends(mut ends: Vec<End<'_>>, frame: &Frame, area: &Area<'_>) -> Drawn {
    let tops = |ends: &[End<'_>]| {
        let wish = |end: &End<'_>| Wish {
            middle: end.at,
            height: end.height(),
        };
        let wishes: Vec<_> = ends.iter().map(wish).collect();
        stack(&wishes, 0.0, frame.height - FOOT + 12.0, 4.0)
    };
    let placed = tops(&ends).or_else(|| {
        ends.retain(|end| !end.is_quiet());
        tops(&ends)
    });
    for (end, top) in ends.iter().zip(placed.unwrap_or_default()) {
        let x = frame.right + 15.0;
        let leader = [
            (frame.right + 5.0, end.at),
            (x - 4.0, top + end.height() / 2.0),
        ];
        line(area, &leader, Role::Line, HAIRLINE)?;
        if end.is_quiet() {
            pen::quiet_label(area, (x, top), end.label, frame.width - x)?;
        } else {
            pen::label(area, (x, top), end.label, end.role, frame.width - x)?;
        }
    }
    Ok(())
}
