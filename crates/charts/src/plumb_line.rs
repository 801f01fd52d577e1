//! The plumb line: how far the year hangs from its target.
//!
//! A vertical scale of bookings; the distribution as a quiet silhouette around a
//! string; a weight whose tip reads the median; the target as a line across; and
//! the distance between the two, in the caller's words. Never computes a gap or
//! formats one.

use plotters::chart::{ChartBuilder, ChartContext};
use plotters::coord::cartesian::Cartesian2d;
use plotters::coord::types::RangedCoordf64;
use plotters::element::{Polygon, Rectangle};

use crate::bob;
use crate::distribution::Distribution;
use crate::pen::{self, HAIRLINE, TICK, in_pixels, line, sharp};
use crate::plumb_labels::labels;
use crate::role::Role;
use crate::scale::{Scale, Tick};
use crate::silhouette;
use crate::surface::{Surface, grid};
use crate::svg::{Area, Caption, Drawn, Size, Svg, picture};
use crate::text::{Label, width};

/// What the plumb line shows.
#[derive(Clone, Debug, PartialEq)]
pub struct PlumbLine {
    /// Name and description for those who don't see the picture.
    pub caption: Caption,
    /// The size to lay out for; at least 220 by 300 is used.
    pub size: Size,
    /// The scale of bookings. [`Distribution::scale`] proposes one; keeping it while
    /// the reader changes a number lets the weight move over a scale that stands still.
    pub scale: Scale,
    /// Marks on the scale; those off it, or too close to their neighbour, are left out.
    pub ticks: Vec<Tick>,
    /// What the period may bring; `None` while nothing is known: the string hangs empty.
    pub distribution: Option<Distribution>,
    /// The label at the weight, such as "Median" and "870,000".
    pub median: Label,
    /// The target, if one is set.
    pub target: Option<TargetMark>,
    /// What the bracket between target and median says, such as "330,000" and
    /// "short". Shown only where there are both.
    pub gap: Label,
}

/// A target and how it reads.
#[derive(Clone, Debug, PartialEq)]
pub struct TargetMark {
    /// Bookings to reach.
    pub value: f64,
    /// Its label, such as "Target" and "1,200,000".
    pub label: Label,
}

/// Draws the plumb line.
#[must_use]
pub fn plumb_line(input: &PlumbLine) -> Svg {
    let size = Size {
        width: input.size.width.max(220),
        height: input.size.height.max(300),
    };
    picture("plumb-line", size, &input.caption, |area| {
        draw(input, size, area)
    })
}

type Plot<'a, 'b> = ChartContext<'b, Surface<'a>, Cartesian2d<RangedCoordf64, RangedCoordf64>>;

/// Room above the scale: the weight and a piece of string show even where the median
/// is at its top, and so do two labels.
const HEAD: f64 = 88.0;
/// Room below the scale.
const FOOT: f64 = 14.0;

/// The columns of the picture, left to right, in pixels.
pub(crate) struct Columns {
    /// The axis with the range bar.
    axis: f64,
    /// Half the silhouette's width.
    half: f64,
    /// The string.
    pub(crate) string: f64,
    /// The bracket.
    pub(crate) bracket: f64,
    /// The labels' left edge.
    pub(crate) labels: f64,
    /// The picture's right edge.
    pub(crate) right: f64,
    /// The picture's lower edge.
    pub(crate) bottom: f64,
}

impl Columns {
    fn new(input: &PlumbLine, size: Size) -> Self {
        let right = f64::from(size.width);
        let ticks = input
            .ticks
            .iter()
            .map(|tick| width(&tick.text, TICK))
            .fold(0.0, f64::max);
        let axis = sharp((ticks + 12.0).max(40.0).min(right * 0.26));
        let half = (right * 0.13).round();
        let string = axis + 12.0 + half;
        let bracket = string + half + 12.0;
        let labels = bracket + 13.0;
        Self {
            axis,
            half,
            string,
            bracket,
            labels,
            right,
            bottom: f64::from(size.height),
        }
    }

    /// How wide a label may be.
    pub(crate) fn room(&self) -> f64 {
        self.right - self.labels
    }
}

fn draw<'a>(input: &PlumbLine, size: Size, area: &Area<'a>) -> Drawn {
    let columns = Columns::new(input, size);
    let mut plot: Plot<'a, '_> = ChartBuilder::on(area)
        .margin_left(grid(columns.string - columns.half))
        .margin_right(grid(columns.right - columns.string - columns.half))
        .margin_top(grid(HEAD))
        .margin_bottom(grid(FOOT))
        .build_cartesian_2d(-1.0..1.0, input.scale.range())?;
    let height = |plot: &Plot<'a, '_>, value: f64| {
        in_pixels(plot.backend_coord(&(0.0, input.scale.clamp(value))).1)
    };
    let target = input
        .target
        .as_ref()
        .map(|target| (target, height(&plot, target.value)));
    let median = input
        .distribution
        .as_ref()
        .map(|some| height(&plot, some.at(0.5)));

    if target.is_some() || median.is_some() {
        axis(input, &columns, area, |value| height(&plot, value))?;
    }
    if let Some(distribution) = &input.distribution {
        shape(
            distribution,
            &input.scale,
            f64::from(size.height) - HEAD - FOOT,
            &mut plot,
        )?;
        range(
            area,
            columns.axis,
            height(&plot, distribution.at(0.9)),
            height(&plot, distribution.at(0.1)),
        )?;
    }
    if let Some((_, at)) = target {
        line(
            area,
            &[(columns.axis, at), (columns.right, at)],
            Role::Target,
            1.5,
        )?;
    }
    string_and_weight(area, &columns, median)?;
    labels(input, &columns, area, target, median)
}

/// The scale: a hairline with ticks and their texts, none closer than a line of text.
fn axis(
    input: &PlumbLine,
    columns: &Columns,
    area: &Area<'_>,
    height: impl Fn(f64) -> f64,
) -> Drawn {
    let (low, high) = (height(input.scale.low()), height(input.scale.high()));
    line(
        area,
        &[(columns.axis, high), (columns.axis, low)],
        Role::Line,
        HAIRLINE,
    )?;
    for (at, words) in pen::spaced(&input.ticks, &input.scale, height) {
        let crisp = sharp(at);
        line(
            area,
            &[(columns.axis - 4.0, crisp), (columns.axis, crisp)],
            Role::Line,
            HAIRLINE,
        )?;
        pen::tick_text(area, (columns.axis - 8.0, at), words)?;
    }
    Ok(())
}

/// The silhouette, mirrored on the string.
fn shape(
    distribution: &Distribution,
    scale: &Scale,
    length: f64,
    plot: &mut Plot<'_, '_>,
) -> Drawn {
    let outline = silhouette::outline(distribution, scale, length);
    let span = scale.high() - scale.low();
    let side = |sign: f64| {
        outline
            .iter()
            .map(move |(along, wide)| (sign * wide, scale.low() + along * span))
    };
    let points: Vec<_> = side(1.0).chain(side(-1.0).rev()).collect();
    if !points.is_empty() {
        plot.draw_series([Polygon::new(points, Role::Silhouette.fill())])?;
    }
    Ok(())
}

/// P10 to P90 as a bar on the axis; never thinner than can be seen.
fn range(area: &Area<'_>, axis: f64, high: f64, low: f64) -> Drawn {
    let half = ((low - high) / 2.0).max(1.0);
    let middle = f64::midpoint(low, high);
    let corners = [(axis - 2.5, middle - half), (axis + 2.5, middle + half)].map(pen::on_grid);
    area.draw(&Rectangle::new(corners, Role::Range.fill()))
}

/// The string from its beam; with a median the weight, without one it hangs to the ground.
fn string_and_weight(area: &Area<'_>, columns: &Columns, median: Option<f64>) -> Drawn {
    let (x, beam) = (columns.string, 5.0);
    line(
        area,
        &[(x - 13.0, beam), (x + 13.0, beam)],
        Role::String,
        1.5,
    )?;
    let end = median.map_or(columns.bottom - FOOT, |tip| tip - bob::LENGTH + 1.0);
    line(area, &[(x, beam), (x, end)], Role::String, HAIRLINE)?;
    match median {
        Some(tip) => bob::draw(area, (x, tip), 1.0),
        None => line(
            area,
            &[
                (x - columns.half, sharp(end)),
                (x + columns.half, sharp(end)),
            ],
            Role::Line,
            HAIRLINE,
        ),
    }
}
