//! The plumb line's labels and bracket: what they say is the caller's, where they
//! stand is settled here, so that none covers another.

use crate::pen::{self, FIGURE, HAIRLINE, LABEL_HEIGHT, LEAST, Set, WORDS, line, text};
use crate::place::{Wish, stack};
use crate::plumb_line::{Columns, PlumbLine, TargetMark};
use crate::role::Role;
use crate::svg::{Area, Drawn};
use crate::text::{Label, STRONG, size_to_fit};

/// Clear space between labels.
const CLEARANCE: f64 = 8.0;

/// Draws the labels of target, median and gap, given the heights of target and median.
pub(crate) fn labels(
    input: &PlumbLine,
    columns: &Columns,
    area: &Area<'_>,
    target: Option<(&TargetMark, f64)>,
    median: Option<f64>,
) -> Drawn {
    let gap = Gap::new(&input.gap, columns);
    let tops = match (target, median) {
        (Some((_, target)), Some(median)) => arrange(target, median, gap.height, columns.bottom),
        (target, median) => Tops {
            target: target.map(|(_, at)| on_line(at)),
            median: median.map(|at| (at - LABEL_HEIGHT / 2.0).min(columns.bottom - LABEL_HEIGHT)),
            gap: None,
        },
    };
    if let (Some(at), Some(top)) = (median, tops.median) {
        leader(area, columns, at, top + LABEL_HEIGHT / 2.0)?;
        pen::label(
            area,
            (columns.labels, top),
            &input.median,
            Role::Ink,
            columns.room(),
        )?;
    }
    if let (Some((mark, _)), Some(top)) = (target, tops.target) {
        pen::label(
            area,
            (columns.labels, top),
            &mark.label,
            Role::Target,
            columns.room(),
        )?;
    }
    if let (Some((_, target)), Some(median)) = (target, median) {
        bracket(area, columns.bracket, target, median)?;
    }
    tops.gap.map_or(Ok(()), |top| gap.draw(area, columns, top))
}

/// The tops of the labels; none for a label that is not shown.
#[derive(Debug, Default, PartialEq)]
struct Tops {
    target: Option<f64>,
    median: Option<f64>,
    gap: Option<f64>,
}

/// The target's label sits on its line.
fn on_line(at: f64) -> f64 {
    at - 4.0 - LABEL_HEIGHT
}

/// Finds room for the labels around the target's. Best is the order of the picture:
/// the gap between target and median, the median at its tip. Where the two are close,
/// the gap goes to the other side of the line; at the very bottom the median too.
fn arrange(target: f64, median: f64, gap: f64, bottom: f64) -> Tops {
    let over = (0.0, on_line(target) - CLEARANCE);
    let under = (target + CLEARANCE, bottom);
    let short = median >= target;
    let (home, away) = if short { (under, over) } else { (over, under) };
    let median_wish = Wish {
        middle: median,
        height: LABEL_HEIGHT,
    };
    let gap_wish = Wish {
        middle: f64::midpoint(target, median),
        height: gap,
    };
    let ordered = if short {
        [gap_wish, median_wish]
    } else {
        [median_wish, gap_wish]
    };

    let one = |wish, (top, bottom): (f64, f64)| {
        stack(&[wish], top, bottom, CLEARANCE).and_then(|tops| tops.first().copied())
    };
    let pair = |(top, bottom): (f64, f64)| {
        let tops = stack(&ordered, top, bottom, CLEARANCE)?;
        match (tops.as_slice(), short) {
            ([gap, median], true) | ([median, gap], false) => Some((Some(*median), Some(*gap))),
            _ => None,
        }
    };
    let parted = || Some((Some(one(median_wish, home)?), Some(one(gap_wish, away)?)));
    let alone = || {
        (
            one(median_wish, home).or_else(|| one(median_wish, away)),
            None,
        )
    };
    let (median, gap) = if gap > 0.0 {
        pair(home)
            .or_else(parted)
            .or_else(|| pair(away))
            .unwrap_or_else(alone)
    } else {
        alone()
    };
    Tops {
        target: Some(on_line(target)),
        median,
        gap,
    }
}

/// A hairline from the tip to the median's label, bent where the label had to give way.
fn leader(area: &Area<'_>, columns: &Columns, at: f64, label: f64) -> Drawn {
    let bend = (columns.bracket, at);
    let end = (columns.labels - 3.0, label);
    line(
        area,
        &[(columns.string + 3.0, at), bend, end],
        Role::InkQuiet,
        HAIRLINE,
    )
}

/// The distance between target and median, as a dimension line with its two ends.
fn bracket(area: &Area<'_>, x: f64, target: f64, median: f64) -> Drawn {
    if (target - median).abs() < 2.0 {
        return Ok(());
    }
    line(area, &[(x, target), (x, median)], Role::Gap, 1.5)?;
    for end in [target, median] {
        line(area, &[(x - 4.0, end), (x + 4.0, end)], Role::Gap, 1.5)?;
    }
    Ok(())
}

/// The gap's text: a large figure over its words.
struct Gap<'a> {
    label: &'a Label,
    figure: f64,
    words: f64,
    height: f64,
}

impl<'a> Gap<'a> {
    fn new(label: &'a Label, columns: &Columns) -> Self {
        let large = (columns.right * 0.086).clamp(FIGURE, 34.0);
        let figure = size_to_fit(&label.figure, large, LEAST, columns.room() / STRONG);
        let words = size_to_fit(&label.words, WORDS + 1.0, LEAST, columns.room());
        let line = |text: &str, size: f64| if text.is_empty() { 0.0 } else { size };
        let height = line(&label.figure, figure * 0.98) + line(&label.words, words * 1.25);
        Self {
            label,
            figure,
            words,
            height,
        }
    }

    fn draw(&self, area: &Area<'_>, columns: &Columns, top: f64) -> Drawn {
        let x = columns.labels;
        let set = Set::plain(Role::Gap, self.figure).strong();
        text(area, (x, top + self.figure * 0.76), &self.label.figure, set)?;
        let set = Set::plain(Role::Gap, self.words);
        text(
            area,
            (x, top + self.height - self.words * 0.22),
            &self.label.words,
            set,
        )
    }
}
