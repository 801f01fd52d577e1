//! The plumb line lying down: for a bar at the bottom of a small screen.
//!
//! The same picture without text, which the bar sets beside it: a scale from left
//! to right, the silhouette over it, the weight hanging at the median, the target
//! as a line across, and the distance between them.

use plotters::chart::{ChartBuilder, ChartContext};
use plotters::coord::cartesian::Cartesian2d;
use plotters::coord::types::RangedCoordf64;
use plotters::element::Rectangle;
use plotters::series::AreaSeries;

use crate::bob;
use crate::pen::{self, HAIRLINE, in_pixels, line};
use crate::plumb_line::PlumbLine;
use crate::role::Role;
use crate::silhouette;
use crate::surface::{Surface, grid};
use crate::svg::{Area, Drawn, Size, Svg, picture};

/// Room at either end, so that the weight is whole at the ends of the scale.
const SIDE: f64 = 8.0;
/// The axis lies this far above the lower edge.
const FOOT: f64 = 10.0;
/// The string hangs from this far below the upper edge.
const HEAD: f64 = 2.0;

/// Draws the plumb line lying down, at least 120 by 40, without labels; texts, ticks
/// and gap of the input are not shown.
#[must_use]
pub fn plumb_line_compact(input: &PlumbLine) -> Svg {
    let size = Size {
        width: input.size.width.max(120),
        height: input.size.height.max(40),
    };
    picture("plumb-line-compact", size, &input.caption, |area| {
        draw(input, size, area)
    })
}

type Plot<'a, 'b> = ChartContext<'b, Surface<'a>, Cartesian2d<RangedCoordf64, RangedCoordf64>>;

fn draw<'a>(input: &PlumbLine, size: Size, area: &Area<'a>) -> Drawn {
    let (width, height) = (f64::from(size.width), f64::from(size.height));
    let base = pen::sharp(height - FOOT);
    let mut plot: Plot<'a, '_> = ChartBuilder::on(area)
        .margin_left(grid(SIDE))
        .margin_right(grid(SIDE))
        .margin_top(grid(HEAD + 6.0))
        .margin_bottom(grid(height - base))
        .build_cartesian_2d(input.scale.range(), 0.0..1.0)?;
    let along = |plot: &Plot<'a, '_>, value: f64| {
        in_pixels(plot.backend_coord(&(input.scale.clamp(value), 0.0)).0)
    };
    line(
        area,
        &[(SIDE, base), (width - SIDE, base)],
        Role::Line,
        HAIRLINE,
    )?;
    if let Some(distribution) = &input.distribution {
        let span = input.scale.high() - input.scale.low();
        let outline: Vec<_> = silhouette::outline(distribution, &input.scale, width - 2.0 * SIDE)
            .into_iter()
            .map(|(share, tall)| (input.scale.low() + share * span, tall))
            .collect();
        // An area of no points would draw an empty shape.
        if !outline.is_empty() {
            plot.draw_series(AreaSeries::new(outline, 0.0, Role::Silhouette.fill()).take(1))?;
        }
        range(
            area,
            base,
            along(&plot, distribution.at(0.1)),
            along(&plot, distribution.at(0.9)),
        )?;
    }
    let target = input
        .target
        .as_ref()
        .map(|target| along(&plot, target.value));
    let median = input
        .distribution
        .as_ref()
        .map(|some| along(&plot, some.at(0.5)));
    if let Some(at) = target {
        line(area, &[(at, HEAD), (at, height)], Role::Target, 1.5)?;
    }
    if let (Some(target), Some(median)) = (target, median) {
        let below = height - 1.5;
        line(area, &[(target, below), (median, below)], Role::Gap, 1.5)?;
    }
    weight(area, median.unwrap_or(width / 2.0), base, median.is_some())
}

/// P10 to P90 as a bar on the axis; never shorter than can be seen.
fn range(area: &Area<'_>, base: f64, low: f64, high: f64) -> Drawn {
    let half = ((high - low) / 2.0).max(1.0);
    let middle = f64::midpoint(low, high);
    let corners = [(middle - half, base - 2.0), (middle + half, base + 2.0)].map(pen::on_grid);
    area.draw(&Rectangle::new(corners, Role::Range.fill()))
}

/// The string; with a median the weight on it, its tip on the axis.
fn weight(area: &Area<'_>, x: f64, base: f64, known: bool) -> Drawn {
    let scale = ((base - HEAD) * 0.72 / bob::LENGTH).min(0.8);
    let end = if known {
        base - bob::LENGTH * scale + 1.0
    } else {
        base
    };
    line(area, &[(x - 6.0, HEAD), (x + 6.0, HEAD)], Role::String, 1.5)?;
    line(area, &[(x, HEAD), (x, end)], Role::String, HAIRLINE)?;
    if known {
        bob::draw(area, (x, base), scale)
    } else {
        Ok(())
    }
}
