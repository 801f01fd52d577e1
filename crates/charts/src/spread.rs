//! The spread: what a period may bring, as a silhouette along the scale of amounts, with the
//! range from P10 to P90, the middle and the target.

use plotters::element::{Polygon, Rectangle};

use crate::axes;
use crate::distribution::Distribution;
use crate::pen::{self, HAIRLINE, line, sharp};
use crate::plumb_line::TargetMark;
use crate::role::Role;
use crate::scale::{Scale, Tick};
use crate::silhouette::outline;
use crate::svg::{Area, Caption, Drawn, Size, Svg, picture};
use crate::text::Label;

/// What the spread shows.
#[derive(Clone, Debug, PartialEq)]
pub struct Spread {
    /// Name and description for those who don't see the picture.
    pub caption: Caption,
    /// The size to lay out for; at least 260 by 150 is used.
    pub size: Size,
    /// The scale of amounts.
    pub scale: Scale,
    /// Marks on the scale.
    pub ticks: Vec<Tick>,
    /// What may come; nothing while it is not known.
    pub distribution: Option<Distribution>,
    /// The label at the middle.
    pub median: Label,
    /// The target.
    pub target: Option<TargetMark>,
    /// Amounts at which the picture is read, rising.
    pub stops: Vec<f64>,
}

/// Draws the spread.
#[must_use]
pub fn spread(input: &Spread) -> Svg {
    let size = Size {
        width: input.size.width.max(260),
        height: input.size.height.max(150),
    };
    let whole = f64::from(size.width);
    let (across, down) = ((6.0, whole - 6.0), (HEAD, f64::from(size.height) - FOOT));
    let stops: Vec<f64> = input
        .stops
        .iter()
        .map(|value| along(input, across, *value))
        .collect();
    picture("spread", size, &input.caption, |area| {
        draw(input, whole, down, area)
    })
    .read_at(axes::points(&stops, across, down))
}

/// Room above for the labels, below for range and ticks.
const HEAD: f64 = 44.0;
const FOOT: f64 = 40.0;

fn along(input: &Spread, (left, right): axes::Span, value: f64) -> f64 {
    left + (right - left) * input.scale.fraction(input.scale.clamp(value))
}

fn draw(input: &Spread, whole: f64, (top, base): axes::Span, area: &Area<'_>) -> Drawn {
    let across = (6.0, whole - 6.0);
    let x = |value: f64| along(input, across, value);
    let ground = sharp(base);
    if let Some(distribution) = &input.distribution {
        let length = across.1 - across.0;
        let shape = outline(distribution, &input.scale, length);
        let at =
            |(place, tall): (f64, f64)| (across.0 + place * length, base - tall * (base - top));
        let ends = (shape.first().copied(), shape.last().copied());
        if let (Some(first), Some(last)) = ends {
            let foot = |(place, _): (f64, f64)| at((place, 0.0));
            let mut points = vec![foot(first)];
            points.extend(shape.into_iter().map(at));
            points.push(foot(last));
            let points: Vec<_> = points.into_iter().map(pen::on_grid).collect();
            area.draw(&Polygon::new(points, Role::Silhouette.fill()))?;
        }
        let (low, middle, high) = (
            distribution.at(0.1),
            distribution.at(0.5),
            distribution.at(0.9),
        );
        let range = [
            (x(low), ground + 3.0),
            (x(high).max(x(low) + 2.0), ground + 8.0),
        ];
        area.draw(&Rectangle::new(range.map(pen::on_grid), Role::Range.fill()))?;
        let at = sharp(x(middle));
        line(
            area,
            &[(at, top - 4.0), (at, ground + 8.0)],
            Role::Median,
            2.0,
        )?;
    }
    line(
        area,
        &[(across.0, ground), (across.1, ground)],
        Role::Line,
        HAIRLINE,
    )?;
    axes::ground(&input.ticks, &input.scale, across, base + 10.0, whole, area)?;
    labels(input, whole, x, (top, ground), area)
}

/// Target and middle, named above their lines, each on its outer side.
fn labels(
    input: &Spread,
    whole: f64,
    x: impl Fn(f64) -> f64,
    (top, ground): axes::Span,
    area: &Area<'_>,
) -> Drawn {
    let mut marks = Vec::with_capacity(2);
    if let Some(all) = &input.distribution {
        marks.push((x(all.at(0.5)), &input.median, Role::Ink));
    }
    if let Some(target) = &input.target {
        let at = x(target.value);
        let ends = [(sharp(at), top - 4.0), (sharp(at), ground + 8.0)];
        line(area, &ends, Role::Target, 1.5)?;
        marks.push((at, &target.label, Role::Target));
    }
    marks.sort_by(|one, other| one.0.total_cmp(&other.0));
    let room = (whole - AIR) / marks.len().max(1) as f64;
    let wide: Vec<f64> = marks
        .iter()
        .map(|(_, label, _)| pen::label_width(label).min(room))
        .collect();
    for ((_, label, role), left) in marks.iter().zip(lefts(&marks, &wide, whole)) {
        pen::label(area, (left, 2.0), label, *role, room)?;
    }
    Ok(())
}

/// The least distance between the two labels.
const AIR: f64 = 12.0;

/// Where the labels begin: the left one ends before its line and the right one begins after
/// its own, unless that would take them out of the picture or into each other.
fn lefts(marks: &[(f64, &Label, Role)], wide: &[f64], whole: f64) -> Vec<f64> {
    match (marks, wide) {
        ([(at, ..)], [wide]) => vec![(at + 6.0).min(whole - wide).max(0.0)],
        ([(left, ..), (right, ..)], [first, second]) => {
            let from = (left - 6.0 - first).max(0.0);
            let to = (right + 6.0).max(from + first + AIR).min(whole - second);
            vec![from.min(to - AIR - first).max(0.0), to]
        }
        _ => Vec::new(),
    }
}
