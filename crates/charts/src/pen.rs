//! Lines and text at pixel positions, the same way in every chart.

use plotters::element::{PathElement, Text};
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{FontFamily, FontStyle, TextStyle};

use crate::role::Role;
use crate::scale::{Scale, Tick};
use crate::surface::{GRAIN, grid};
use crate::svg::{Area, Drawn};
use crate::text::{Label, STRONG, size_to_fit, width};

/// A hairline's width in pixels.
pub(crate) const HAIRLINE: f64 = 1.0;

/// Sizes of text in pixels.
pub(crate) const TICK: f64 = 11.0;
pub(crate) const WORDS: f64 = 12.0;
pub(crate) const FIGURE: f64 = 15.0;

/// The least size text shrinks to before it is cut.
pub(crate) const LEAST: f64 = 9.0;

/// Height of a label of two lines, words over a figure, and of a quiet one.
pub(crate) const LABEL_HEIGHT: f64 = 33.0;
pub(crate) const QUIET_HEIGHT: f64 = 27.0;

/// A point in pixels.
pub(crate) type Point = (f64, f64);

/// A point on the drawing grid.
pub(crate) fn on_grid((x, y): Point) -> (i32, i32) {
    (grid(x), grid(y))
}

/// A position on the drawing grid in pixels.
pub(crate) fn in_pixels(position: i32) -> f64 {
    f64::from(position) / f64::from(GRAIN)
}

/// The middle of the pixel a position falls into, where a hairline is sharp.
pub(crate) fn sharp(position: f64) -> f64 {
    position.floor() + 0.5
}

/// A line through points.
pub(crate) fn line(area: &Area<'_>, points: &[Point], role: Role, width: f64) -> Drawn {
    let points: Vec<_> = points.iter().copied().map(on_grid).collect();
    area.draw(&PathElement::new(points, role.stroke(width)))
}

/// How a text is set.
#[derive(Clone, Copy)]
pub(crate) struct Set {
    pub(crate) role: Role,
    pub(crate) size: f64,
    pub(crate) strong: bool,
    pub(crate) anchor: HPos,
}

impl Set {
    /// Plain text that starts at its position.
    pub(crate) fn plain(role: Role, size: f64) -> Self {
        Self {
            role,
            size,
            strong: false,
            anchor: HPos::Left,
        }
    }

    /// The same in the heavier weight.
    pub(crate) fn strong(self) -> Self {
        Self {
            strong: true,
            ..self
        }
    }

    /// The same, anchored otherwise.
    pub(crate) fn anchored(self, anchor: HPos) -> Self {
        Self { anchor, ..self }
    }
}

/// Text with its baseline at `at`. Nothing for an empty text.
pub(crate) fn text(area: &Area<'_>, at: Point, text: &str, set: Set) -> Drawn {
    if text.is_empty() {
        return Ok(());
    }
    let weight = if set.strong {
        FontStyle::Bold
    } else {
        FontStyle::Normal
    };
    let font = (FontFamily::SansSerif, set.size * f64::from(GRAIN), weight);
    let style = TextStyle::from(font)
        .color(&set.role)
        .pos(Pos::new(set.anchor, VPos::Bottom));
    area.draw(&Text::new(text, on_grid(at), style))
}

/// A label of two lines from its top left corner: words, then the figure in the
/// heavier weight; shrunk to fit `room`.
pub(crate) fn label(
    area: &Area<'_>,
    (x, top): Point,
    label: &Label,
    role: Role,
    room: f64,
) -> Drawn {
    let words = size_to_fit(&label.words, WORDS, LEAST, room);
    let figure = size_to_fit(&label.figure, FIGURE, LEAST, room / STRONG);
    text(
        area,
        (x, top + 11.0),
        &label.words,
        Set::plain(Role::InkQuiet, words),
    )?;
    text(
        area,
        (x, top + 28.0),
        &label.figure,
        Set::plain(role, figure).strong(),
    )
}

/// The same for what is said in passing: both lines small and quiet.
pub(crate) fn quiet_label(area: &Area<'_>, (x, top): Point, label: &Label, room: f64) -> Drawn {
    for (line, baseline) in [(&label.words, 10.0), (&label.figure, 24.0)] {
        let set = Set::plain(Role::InkQuiet, size_to_fit(line, TICK, LEAST, room));
        text(area, (x, top + baseline), line, set)?;
    }
    Ok(())
}

/// About how wide a label is.
pub(crate) fn label_width(label: &Label) -> f64 {
    width(&label.words, WORDS).max(width(&label.figure, FIGURE * STRONG))
}

/// The ticks that lie on the scale with their heights, from the bottom up, none closer
/// to the one below than a line of text.
pub(crate) fn spaced<'t>(
    ticks: &'t [Tick],
    scale: &Scale,
    height: impl Fn(f64) -> f64,
) -> Vec<(f64, &'t str)> {
    let mut ticks: Vec<_> = ticks
        .iter()
        .filter(|tick| scale.clamp(tick.value) == tick.value)
        .map(|tick| (height(tick.value), tick.text.as_str()))
        .collect();
    ticks.sort_by(|lower, upper| upper.0.total_cmp(&lower.0));
    let mut last = f64::INFINITY;
    ticks.retain(|(at, _)| {
        let apart = last - at >= TICK * 1.5;
        if apart {
            last = *at;
        }
        apart
    });
    ticks
}

/// A tick's text, ending at `at` and centred on its height.
pub(crate) fn tick_text(area: &Area<'_>, (x, y): Point, words: &str) -> Drawn {
    let size = size_to_fit(words, TICK, LEAST - 1.0, x);
    let set = Set::plain(Role::InkQuiet, size).anchored(HPos::Right);
    text(area, (x, y + size * 0.36), words, set)
}
