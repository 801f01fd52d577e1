//! Step curves: shares that change at events, such as the chance of an open deal by its age,
//! each a line of steps with a band around it.

use plotters::{
    chart::{ChartBuilder, ChartContext},
    coord::{cartesian::Cartesian2d, types::RangedCoordf64},
    element::Polygon,
    series::LineSeries,
    style::text_anchor::HPos,
};

use crate::{
    axes,
    pen::{self, HAIRLINE, Set, TICK, in_pixels, line, sharp, text},
    role::Role,
    scale::{Scale, Tick},
    silhouette::thin,
    surface::{Surface, grid},
    svg::{Area, Caption, Drawn, Size, Svg, picture},
    text::width,
};

/// What the chart shows.
#[derive(Clone, Debug, PartialEq)]
pub struct StepCurve {
    /// Name and description for those who don't see the picture.
    pub caption: Caption,
    /// The size to lay out for; at least 260 by 160 is used.
    pub size: Size,
    /// The scale across.
    pub across: Scale,
    /// Marks below it.
    pub across_ticks: Vec<Tick>,
    /// What is counted across, set at the right end below the ticks.
    pub across_words: String,
    /// The scale upward.
    pub upward: Scale,
    /// Marks beside it.
    pub upward_ticks: Vec<Tick>,
    /// The steps, from the left.
    pub steps: Vec<CurveStep>,
    /// How far across its values are read, from the left; those off the scale at its edge.
    pub stops: Vec<f64>,
}

/// A level that holds from here to the next step.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CurveStep {
    /// Where it begins.
    pub from: f64,
    /// The level.
    pub level: f64,
    /// The lower edge of the band.
    pub low: f64,
    /// The upper edge.
    pub high: f64,
}

type Plot<'a, 'b> = ChartContext<'b, Surface<'a>, Cartesian2d<RangedCoordf64, RangedCoordf64>>;

const HEAD: f64 = 12.0;
const FOOT: f64 = 40.0;
const RIGHT: f64 = 10.0;

/// The most points drawn of one line.
const POINTS: usize = 600;

/// Draws it.
#[must_use]
pub fn step_curve(input: &StepCurve) -> Svg {
    let size = Size {
        width: input.size.width.max(260),
        height: input.size.height.max(160),
    };
    let (left, right) = (left(input, size), f64::from(size.width) - RIGHT);
    let place = |stop: &f64| {
        let share = input.across.fraction(input.across.clamp(*stop));
        left + share * (right - left)
    };
    let stops: Vec<f64> = input.stops.iter().map(place).collect();
    let down = (HEAD, f64::from(size.height) - FOOT);
    picture("step-curve", size, &input.caption, |area| {
        draw(input, size, area)
    })
    .read_at(axes::points(&stops, (left, right), down))
}

/// The room that the texts at the left take.
fn left(input: &StepCurve, size: Size) -> f64 {
    let texts = input
        .upward_ticks
        .iter()
        .map(|tick| width(&tick.text, TICK));
    (texts.fold(0.0, f64::max) + 10.0).min(f64::from(size.width) * 0.22)
}

fn draw<'a>(input: &StepCurve, size: Size, area: &Area<'a>) -> Drawn {
    let whole = (f64::from(size.width), f64::from(size.height));
    let left = left(input, size);
    let mut plot: Plot<'a, '_> = ChartBuilder::on(area)
        .margin_left(grid(left))
        .margin_right(grid(RIGHT))
        .margin_top(grid(HEAD))
        .margin_bottom(grid(FOOT))
        .build_cartesian_2d(input.across.range(), input.upward.range())?;
    marks(input, area, left, whole, |across, upward| {
        let at = plot.backend_coord(&(input.across.clamp(across), input.upward.clamp(upward)));
        (in_pixels(at.0), in_pixels(at.1))
    })?;
    let course = |level: fn(&CurveStep) -> f64| course(input, level);
    let mut band = course(|step| step.high);
    band.extend(course(|step| step.low).into_iter().rev());
    if !input.steps.is_empty() {
        plot.draw_series([Polygon::new(band, Role::Band.fill())])?;
        let middle = course(|step| step.level);
        plot.draw_series(LineSeries::new(middle, Role::Median.stroke(2.0)))?;
    }
    Ok(())
}

/// A line of steps up to the end of the scale.
fn course(input: &StepCurve, level: fn(&CurveStep) -> f64) -> Vec<(f64, f64)> {
    let ends = input.steps.iter().skip(1).map(|step| step.from);
    let ends = ends.chain([input.across.high()]);
    let points: Vec<(f64, f64)> = input
        .steps
        .iter()
        .zip(ends)
        .flat_map(|(step, end)| {
            let at = input.upward.clamp(level(step));
            [
                (input.across.clamp(step.from), at),
                (input.across.clamp(end), at),
            ]
        })
        .collect();
    thin(&points, POINTS)
}

/// Hairlines across with their texts at the left, and the ticks below.
fn marks(
    input: &StepCurve,
    area: &Area<'_>,
    left: f64,
    (whole, height): (f64, f64),
    place: impl Fn(f64, f64) -> (f64, f64),
) -> Drawn {
    let (base, right) = (sharp(height - FOOT), whole - RIGHT);
    line(area, &[(left, base), (right, base)], Role::Line, HAIRLINE)?;
    let level = |value: f64| place(input.across.low(), value).1;
    for (at, tick) in pen::spaced(&input.upward_ticks, &input.upward, level) {
        let at_pixel = sharp(at);
        if (at_pixel - base).abs() > 1.0 {
            let across = [(left, at_pixel), (right, at_pixel)];
            line(area, &across, Role::Line, HAIRLINE)?;
        }
        pen::tick_text(area, (left - 8.0, at), tick)?;
    }
    let quiet = Set::plain(Role::InkQuiet, TICK);
    let mut last = f64::NEG_INFINITY;
    for tick in &input.across_ticks {
        let x = place(tick.value, input.upward.low()).0;
        let half = width(&tick.text, TICK) / 2.0;
        if input.across.clamp(tick.value) != tick.value || x - half < last + 8.0 {
            continue;
        }
        last = x + half;
        let mark = [(sharp(x), base), (sharp(x), base + 4.0)];
        line(area, &mark, Role::Line, HAIRLINE)?;
        let middle = x.min(whole - half);
        text(
            area,
            (middle, base + 17.0),
            &tick.text,
            quiet.anchored(HPos::Center),
        )?;
    }
    text(
        area,
        (right, base + 33.0),
        &input.across_words,
        quiet.anchored(HPos::Right),
    )
}
