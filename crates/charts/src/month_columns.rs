//! The month columns: an amount for every month, stacked from its parts, against a level
//! that may differ from month to month.

use plotters::element::Rectangle;

use crate::axes;
use crate::pen::{self, Point, line, sharp};
use crate::role::Role;
use crate::scale::{Scale, Tick, finite};
use crate::svg::{Area, Caption, Drawn, Size, Svg, picture};

/// What the month columns show.
#[derive(Clone, Debug, PartialEq)]
pub struct MonthColumns {
    /// Name and description for those who don't see the picture.
    pub caption: Caption,
    /// The size to lay out for; at least 260 by 160 is used.
    pub size: Size,
    /// The scale of the amounts; [`MonthColumns::propose_scale`] proposes one.
    pub scale: Scale,
    /// Marks on the scale; those off it, or too close to their neighbour, are left out.
    pub ticks: Vec<Tick>,
    /// What the parts are called, from the ground up; at most four.
    pub parts: Vec<String>,
    /// The months in order.
    pub months: Vec<ColumnMonth>,
    /// What the columns are held against, if anything.
    pub level: Option<Level>,
}

/// One month's column.
#[derive(Clone, Debug, PartialEq)]
pub struct ColumnMonth {
    /// The month, short: "Jan". Shown as often as there is room.
    pub name: String,
    /// Its parts from the ground up. Below zero or not a number draws as zero.
    pub parts: Vec<f64>,
}

/// What columns are held against, month by month.
#[derive(Clone, Debug, PartialEq)]
pub struct Level {
    /// What it is called.
    pub name: String,
    /// Its height in every month.
    pub values: Vec<f64>,
}

impl MonthColumns {
    /// A scale that holds these months and level.
    #[must_use]
    pub fn propose_scale(months: &[ColumnMonth], level: Option<&Level>) -> Scale {
        let sums = months
            .iter()
            .map(|month| month.parts.iter().map(|part| amount(*part)).sum());
        let level = level.map_or(&[][..], |level| &level.values);
        Scale::around(sums.chain(level.iter().copied()))
    }
}

/// Draws the month columns.
#[must_use]
pub fn month_columns(input: &MonthColumns) -> Svg {
    let size = Size {
        width: input.size.width.max(260),
        height: input.size.height.max(160),
    };
    let frame = Frame::new(input, size);
    picture("month-columns", size, &input.caption, |area| {
        draw(input, &frame, area)
    })
    .read_at(axes::columns(
        input.months.len(),
        frame.across,
        frame.down,
        0.5,
    ))
}

/// Room below for the month names.
const FOOT: f64 = 26.0;

struct Frame {
    across: axes::Span,
    down: axes::Span,
    whole: f64,
}

impl Frame {
    fn new(input: &MonthColumns, size: Size) -> Self {
        let whole = f64::from(size.width);
        Self {
            across: (axes::room_for(&input.ticks, whole), whole - 6.0),
            down: (
                axes::key_height(&names(input), whole),
                f64::from(size.height) - FOOT,
            ),
            whole,
        }
    }

    fn height(&self, scale: &Scale, value: f64) -> f64 {
        self.down.1 - (self.down.1 - self.down.0) * scale.fraction(scale.clamp(value))
    }
}

fn amount(value: f64) -> f64 {
    finite(value).max(0.0)
}

fn draw(input: &MonthColumns, frame: &Frame, area: &Area<'_>) -> Drawn {
    axes::key(&names(input), frame.whole, area)?;
    axes::levels(&input.ticks, &input.scale, frame.across, frame.down, area)?;
    let months: Vec<&str> = input.months.iter().map(|month| &*month.name).collect();
    axes::month_names(&months, frame.across, frame.down.1, frame.whole, area)?;
    for (place, month) in axes::columns(months.len(), frame.across, frame.down, 0.5)
        .iter()
        .zip(&input.months)
    {
        let (left, _, width, _) = place.area;
        let air = (width * 0.14).min(10.0);
        column(month, (left + air, left + width - air), input, frame, area)?;
    }
    level(input, frame, area)
}

/// What the parts and the level are called.
fn names(input: &MonthColumns) -> Vec<(&str, Role)> {
    let parts = input.parts.iter().enumerate();
    let mut names: Vec<(&str, Role)> = parts
        .map(|(place, name)| (&**name, Role::part(place)))
        .collect();
    let level = input.level.as_ref();
    names.extend(level.map(|level| (&*level.name, Role::Target)));
    names
}

fn column(
    month: &ColumnMonth,
    (left, right): axes::Span,
    input: &MonthColumns,
    frame: &Frame,
    area: &Area<'_>,
) -> Drawn {
    let mut below = 0.0;
    for (place, part) in month.parts.iter().enumerate() {
        let above = below + amount(*part);
        let (foot, head) = (
            frame.height(&input.scale, below),
            frame.height(&input.scale, above),
        );
        if foot - head > 0.05 {
            let corners = [(left, head), (right, foot)].map(pen::on_grid);
            area.draw(&Rectangle::new(corners, Role::part(place).fill()))?;
        }
        below = above;
    }
    Ok(())
}

/// The level as steps, one to a month.
fn level(input: &MonthColumns, frame: &Frame, area: &Area<'_>) -> Drawn {
    let Some(level) = &input.level else {
        return Ok(());
    };
    let places = axes::columns(input.months.len(), frame.across, frame.down, 0.5);
    let steps = places.iter().zip(&level.values).flat_map(|(place, value)| {
        let (left, _, width, _) = place.area;
        let at = sharp(frame.height(&input.scale, *value));
        [(left, at), (left + width, at)]
    });
    let steps: Vec<Point> = steps.collect();
    if steps.is_empty() {
        return Ok(());
    }
    line(area, &steps, Role::Target, 1.5)
}
