//! The range bars: how far a result moves between the low and the high of each of several
//! inputs, around where it stands now. A tornado, when the widest comes first.

use plotters::element::Rectangle;
use plotters::style::text_anchor::HPos;

use crate::axes;
use crate::pen::{self, HAIRLINE, Set, TICK, WORDS, line, sharp, text};
use crate::role::Role;
use crate::scale::{Scale, Tick};
use crate::svg::{Area, Caption, Drawn, Size, Svg, picture};
use crate::text::{cut, two_lines, width};

/// What the range bars show.
#[derive(Clone, Debug, PartialEq)]
pub struct RangeBars {
    /// Name and description for those who don't see the picture.
    pub caption: Caption,
    /// The width to lay out for, in pixels; at least 240 is used.
    pub width: u32,
    /// The scale of the result.
    pub scale: Scale,
    /// Marks on the scale.
    pub ticks: Vec<Tick>,
    /// Where the result stands now.
    pub base: f64,
    /// What the two halves of a bar are called: at the input's low, at its high.
    pub names: [String; 2],
    /// The rows in order.
    pub rows: Vec<RangeRow>,
}

/// One input and the result at its two ends.
#[derive(Clone, Debug, PartialEq)]
pub struct RangeRow {
    /// The input.
    pub name: String,
    /// The result at its low and at its high.
    pub ends: [f64; 2],
    /// The input's low and high, formatted.
    pub texts: [String; 2],
}

/// Draws the range bars.
#[must_use]
pub fn range_bars(input: &RangeBars) -> Svg {
    let rows = input.rows.len();
    let width = input.width.max(240);
    let whole = f64::from(width);
    let row = ROW + second_line(input, whole);
    let size = Size {
        width,
        height: (HEAD + row * rows as f64 + FOOT) as u32,
    };
    picture("range-bars", size, &input.caption, |area| {
        draw(input, (whole, row), area)
    })
    .read_at(axes::rows(rows, whole, (HEAD, row)))
}

/// Room for a second line of names in every row, where one of them needs it.
fn second_line(input: &RangeBars, whole: f64) -> f64 {
    let fits = |row: &RangeRow| width(&row.name, WORDS) <= whole;
    if input.rows.iter().all(fits) {
        0.0
    } else {
        LINE
    }
}

/// Room above for the key, and below for the ticks.
const HEAD: f64 = 28.0;
const FOOT: f64 = 26.0;
/// Height of a row with names of one line, such a name's baseline, and its bar's top and foot.
const ROW: f64 = 42.0;
const NAME: f64 = 14.0;
const BAR: (f64, f64) = (20.0, 32.0);
/// How much lower a second line of a name stands.
const LINE: f64 = 15.0;

fn draw(input: &RangeBars, (whole, row): (f64, f64), area: &Area<'_>) -> Drawn {
    let names = [
        (&*input.names[0], Role::Required),
        (&*input.names[1], Role::Provided),
    ];
    axes::key(&names, whole, area)?;
    // Room for the inputs' values beside the longest bar.
    let side = |end: usize| {
        let texts = input.rows.iter().map(|row| width(&row.texts[end], TICK));
        texts.fold(0.0, f64::max)
    };
    let room = (side(0).max(side(1)) + 8.0).min(whole * 0.24);
    let across = (room, whole - room);
    let x = |value: f64| {
        across.0 + (across.1 - across.0) * input.scale.fraction(input.scale.clamp(value))
    };
    let base = HEAD + row * input.rows.len() as f64;
    line(
        area,
        &[(across.0, sharp(base)), (across.1, sharp(base))],
        Role::Line,
        HAIRLINE,
    )?;
    axes::ground(&input.ticks, &input.scale, across, base, whole, area)?;
    // The line of what is now keeps clear of the names.
    let now = sharp(x(input.base));
    let mark = |from: f64, to: f64| line(area, &[(now, from), (now, to)], Role::Target, 1.5);
    for (index, input_row) in input.rows.iter().enumerate() {
        // Where a row has more room than its bar and one line need, they stand at its foot.
        let top = HEAD + row * (index + 1) as f64 - ROW;
        name(&input_row.name, top, whole, area)?;
        bar(input_row, top, (input.base, room - 5.0), x, area)?;
        mark(top + BAR.0 - 2.0, top + BAR.1 + 4.0)?;
    }
    mark(base - 4.0, base + 4.0)
}

/// A name in one line or two, the last right above its bar.
fn name(name: &str, top: f64, whole: f64, area: &Area<'_>) -> Drawn {
    let set = Set::plain(Role::Ink, WORDS);
    let [first, second] = two_lines(name, WORDS, whole);
    if second.is_empty() {
        return text(area, (0.0, top + NAME), &first, set);
    }
    text(area, (0.0, top + NAME - LINE), &first, set)?;
    text(area, (0.0, top + NAME), &second, set)
}

fn bar(
    row: &RangeRow,
    top: f64,
    (base, room): (f64, f64),
    x: impl Fn(f64) -> f64,
    area: &Area<'_>,
) -> Drawn {
    let middle = x(base);
    let mut free = [middle, middle];
    for (end, role) in [(0, Role::Required), (1, Role::Provided)] {
        let at = x(row.ends[end]);
        let corners = [(middle.min(at), top + BAR.0), (middle.max(at), top + BAR.1)];
        area.draw(&Rectangle::new(corners.map(pen::on_grid), role.fill()))?;
        free = [free[0].min(at), free[1].max(at)];
    }
    // The input's value stands at the end that it leads to; the low one at the left when
    // both lead the same way.
    let low_left = row.ends[0] <= row.ends[1];
    let (left, right) = if low_left { (0, 1) } else { (1, 0) };
    let baseline = top + BAR.1 - 2.0;
    let set = Set::plain(Role::InkQuiet, TICK);
    let fits = |end: usize| cut(&row.texts[end], TICK, room);
    let before = set.anchored(HPos::Right);
    text(area, (free[0] - 5.0, baseline), &fits(left), before)?;
    text(area, (free[1] + 5.0, baseline), &fits(right), set)
}
