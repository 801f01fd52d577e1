//! The chance curve: the chance of every target there might be, with the plan's own target
//! and the chance it is to have.

use plotters::element::Circle;

use crate::axes;
use crate::pen::{self, Point, line, sharp};
use crate::role::Role;
use crate::scale::{Scale, Tick};
use crate::silhouette::thin;
use crate::surface::grid;
use crate::svg::{Area, Caption, Drawn, Size, Svg, picture};
use crate::text::Label;

/// What the chance curve shows.
#[derive(Clone, Debug, PartialEq)]
pub struct ChanceCurve {
    /// Name and description for those who don't see the picture.
    pub caption: Caption,
    /// The size to lay out for; at least 260 by 180 is used.
    pub size: Size,
    /// The scale of targets.
    pub scale: Scale,
    /// Marks on it.
    pub ticks: Vec<Tick>,
    /// Marks on the scale of chances, 0 to 1.
    pub chances: Vec<Tick>,
    /// (target, its chance), targets rising.
    pub points: Vec<(f64, f64)>,
    /// The plan's target, its chance, and the label there.
    pub target: Option<(f64, f64, Label)>,
    /// The chance wanted.
    pub goal: Option<f64>,
    /// Targets at which the picture is read, rising.
    pub stops: Vec<f64>,
}

/// Draws the chance curve.
#[must_use]
pub fn chance_curve(input: &ChanceCurve) -> Svg {
    let size = Size {
        width: input.size.width.max(260),
        height: input.size.height.max(180),
    };
    let frame = Frame::new(input, size);
    let stops: Vec<f64> = input
        .stops
        .iter()
        .map(|stop| frame.at(input, (*stop, 0.0)).0)
        .collect();
    picture("chance-curve", size, &input.caption, |area| {
        draw(input, &frame, area)
    })
    .read_at(axes::points(&stops, frame.across, frame.down))
}

/// Room above and below the plot.
const HEAD: f64 = 12.0;
const FOOT: f64 = 26.0;
/// The most points drawn.
const POINTS: usize = 400;

struct Frame {
    across: axes::Span,
    down: axes::Span,
    whole: f64,
    chances: Scale,
}

impl Frame {
    fn new(input: &ChanceCurve, size: Size) -> Self {
        let whole = f64::from(size.width);
        Self {
            across: (axes::room_for(&input.chances, whole), whole - 8.0),
            down: (HEAD, f64::from(size.height) - FOOT),
            whole,
            chances: Scale::new(0.0, 1.0),
        }
    }

    fn at(&self, input: &ChanceCurve, (target, chance): (f64, f64)) -> Point {
        let (left, right) = self.across;
        let (top, base) = self.down;
        let x = left + (right - left) * input.scale.fraction(input.scale.clamp(target));
        let y = base - (base - top) * self.chances.fraction(self.chances.clamp(chance));
        (x, y)
    }
}

fn draw(input: &ChanceCurve, frame: &Frame, area: &Area<'_>) -> Drawn {
    axes::levels(
        &input.chances,
        &frame.chances,
        frame.across,
        frame.down,
        area,
    )?;
    axes::ground(
        &input.ticks,
        &input.scale,
        frame.across,
        frame.down.1,
        frame.whole,
        area,
    )?;
    if let Some(goal) = input.goal {
        let level = sharp(frame.at(input, (input.scale.low(), goal)).1);
        let ends = [(frame.across.0, level), (frame.across.1, level)];
        line(area, &ends, Role::Required, 1.5)?;
    }
    let all: Vec<Point> = input
        .points
        .iter()
        .map(|point| frame.at(input, *point))
        .collect();
    let curve = thin(&all, POINTS);
    if curve.len() > 1 {
        line(area, &curve, Role::Median, 2.0)?;
    }
    target(input, frame, area)
}

/// The target's line from the ground to the curve, its point and its label.
fn target(input: &ChanceCurve, frame: &Frame, area: &Area<'_>) -> Drawn {
    let Some((target, chance, label)) = &input.target else {
        return Ok(());
    };
    let (x, y) = frame.at(input, (*target, *chance));
    let line_at = sharp(x);
    line(
        area,
        &[(line_at, frame.down.0), (line_at, frame.down.1)],
        Role::Target,
        1.5,
    )?;
    area.draw(&Circle::new(
        pen::on_grid((x, y)),
        grid(4.0),
        Role::Weight.fill(),
    ))?;
    let wide = pen::label_width(label).min(frame.across.1 - frame.across.0);
    let left = if x + 10.0 + wide <= frame.across.1 {
        x + 10.0
    } else {
        (x - 10.0 - wide).max(frame.across.0)
    };
    // The curve falls: left of the target it is higher, right of it lower. The label stands
    // above all of it that it covers, or, where that is as high as the picture, below.
    let curve = input.points.iter().map(|point| frame.at(input, *point));
    let covered = curve.filter(|point| (left..=left + wide).contains(&point.0));
    let (highest, lowest) = covered.fold((y, y), |(highest, lowest), point| {
        (highest.min(point.1), lowest.max(point.1))
    });
    let above = highest - pen::LABEL_HEIGHT - 4.0;
    let top = if above >= frame.down.0 {
        above
    } else {
        (lowest + 6.0).min(frame.down.1 - pen::LABEL_HEIGHT)
    };
    pen::label(area, (left, top), label, Role::Ink, wide)
}
