//! What charts along an axis have in common: month names, keys, ticks, and where their values
//! are read. Never decides what a chart shows.

use plotters::element::Rectangle;
use plotters::style::text_anchor::HPos;

use crate::pen::{self, HAIRLINE, Set, TICK, WORDS, line, sharp, text};
use crate::role::Role;
use crate::scale::{Scale, Tick};
use crate::svg::{Area, Drawn, Place};
use crate::text::{cut, width};

/// From and to, in pixels.
pub(crate) type Span = (f64, f64);

/// The places of so many values side by side, evenly. `at` is where the line stands in its
/// column, 0 at its beginning and 1 at its end.
pub(crate) fn columns(count: usize, across: Span, down: Span, at: f64) -> Vec<Place> {
    let step = (across.1 - across.0) / count.max(1) as f64;
    let place = |index: usize| {
        let left = across.0 + step * index as f64;
        Place {
            area: (left, down.0, step, down.1 - down.0),
            line: Some(left + step * at),
        }
    };
    (0..count).map(place).collect()
}

/// The places of values along a line, each as far as half-way to its neighbours.
pub(crate) fn points(at: &[f64], across: Span, down: Span) -> Vec<Place> {
    let half =
        |one: Option<&f64>, other: f64, edge: f64| one.map_or(edge, |one| (one + other) / 2.0);
    let place = |(index, x): (usize, &f64)| {
        let before = index.checked_sub(1).and_then(|before| at.get(before));
        let left = half(before, *x, across.0);
        let right = half(at.get(index + 1), *x, across.1);
        Place {
            area: (left, down.0, (right - left).max(0.0), down.1 - down.0),
            line: Some(*x),
        }
    };
    at.iter().enumerate().map(place).collect()
}

/// The places of so many rows of a height below each other, from `head` on.
pub(crate) fn rows(count: usize, whole: f64, (head, row): (f64, f64)) -> Vec<Place> {
    let place = |index: usize| Place {
        area: (0.0, head + row * index as f64, whole, row),
        line: None,
    };
    (0..count).map(place).collect()
}

/// Month names under their months, as many as there is room for in an even beat.
pub(crate) fn month_names(
    names: &[&str],
    across: Span,
    base: f64,
    whole: f64,
    area: &Area<'_>,
) -> Drawn {
    let step = (across.1 - across.0) / names.len().max(1) as f64;
    let widest = names
        .iter()
        .map(|name| width(name, TICK))
        .fold(0.0, f64::max);
    let every = [1_usize, 2, 3, 6, 12, 24, 60]
        .into_iter()
        .find(|every| *every as f64 * step >= widest + 8.0)
        .unwrap_or(names.len());
    let base = sharp(base);
    let set = Set::plain(Role::InkQuiet, TICK).anchored(HPos::Center);
    let (leftmost, rightmost) = (widest / 2.0, whole - widest / 2.0);
    for (index, name) in names.iter().enumerate().step_by(every.max(1)) {
        let middle = across.0 + (index as f64 + 0.5) * step;
        let at = middle.max(leftmost).min(rightmost.max(leftmost));
        let mark = [(sharp(middle), base), (sharp(middle), base + 4.0)];
        line(area, &mark, Role::Line, HAIRLINE)?;
        text(area, (at, base + 17.0), name, set)?;
    }
    Ok(())
}

/// Names at the top, each behind a piece of what it names, cut where they must be, in as many
/// rows as they need.
pub(crate) fn key(names: &[(&str, Role)], whole: f64, area: &Area<'_>) -> Drawn {
    for ((x, row), (name, role)) in key_places(names, whole).into_iter().zip(names) {
        let top = KEY_ROW * row as f64;
        if *role == Role::Target {
            let middle = sharp(top + 10.0);
            line(area, &[(x, middle), (x + 14.0, middle)], *role, 1.5)?;
        } else {
            let corners = [(x, top + 5.5), (x + 14.0, top + 14.5)].map(pen::on_grid);
            area.draw(&Rectangle::new(corners, role.fill()))?;
        }
        let name = cut(name, WORDS, whole - 26.0);
        let set = Set::plain(Role::InkQuiet, WORDS);
        text(area, (x + 20.0, top + 14.0), &name, set)?;
    }
    Ok(())
}

/// The height of a key with what is free below it.
pub(crate) fn key_height(names: &[(&str, Role)], whole: f64) -> f64 {
    let rows = key_places(names, whole)
        .last()
        .map_or(0, |(_, row)| row + 1);
    KEY_ROW * rows as f64 + 12.0
}

/// Height of a row of a key.
const KEY_ROW: f64 = 18.0;

/// Where each name begins, and in which row.
fn key_places(names: &[(&str, Role)], whole: f64) -> Vec<(f64, usize)> {
    let (mut x, mut row) = (0.0, 0);
    let place = |(name, _): &(&str, Role)| {
        // A little more than it is thought to need: a name at the edge cannot be cut shorter.
        let wide = (width(name, WORDS) * 1.12).min(whole - 26.0) + 20.0;
        if x > 0.0 && x + wide > whole {
            (x, row) = (0.0, row + 1);
        }
        let at = (x, row);
        x += wide + 18.0;
        at
    };
    names.iter().map(place).collect()
}

/// The width that the texts of ticks take at the left, with some air.
pub(crate) fn room_for(ticks: &[Tick], whole: f64) -> f64 {
    let widest = ticks
        .iter()
        .map(|tick| width(&tick.text, TICK))
        .fold(0.0, f64::max);
    (widest + 10.0).min(whole * 0.24)
}

/// Hairlines across at the ticks, their texts at the left, and the ground line.
pub(crate) fn levels(
    ticks: &[Tick],
    scale: &Scale,
    across: Span,
    (top, base): Span,
    area: &Area<'_>,
) -> Drawn {
    let height = |value: f64| base - (base - top) * scale.fraction(value);
    let ground = sharp(base);
    line(
        area,
        &[(across.0, ground), (across.1, ground)],
        Role::Line,
        HAIRLINE,
    )?;
    for (at, words) in pen::spaced(ticks, scale, height) {
        let level = sharp(at);
        if (level - ground).abs() > 1.0 {
            line(
                area,
                &[(across.0, level), (across.1, level)],
                Role::Line,
                HAIRLINE,
            )?;
        }
        pen::tick_text(area, (across.0 - 8.0, at), words)?;
    }
    Ok(())
}

/// Ticks along the ground with their texts below, those left out that would touch their
/// neighbour.
pub(crate) fn ground(
    ticks: &[Tick],
    scale: &Scale,
    across: Span,
    base: f64,
    whole: f64,
    area: &Area<'_>,
) -> Drawn {
    let set = Set::plain(Role::InkQuiet, TICK).anchored(HPos::Center);
    let mut free = 0.0;
    for tick in ticks
        .iter()
        .filter(|tick| scale.clamp(tick.value) == tick.value)
    {
        let x = across.0 + (across.1 - across.0) * scale.fraction(tick.value);
        let half = width(&tick.text, TICK) / 2.0;
        let middle = x.min(whole - half).max(half);
        if middle - half < free {
            continue;
        }
        free = middle + half + 8.0;
        let mark = [(sharp(x), sharp(base)), (sharp(x), sharp(base) + 4.0)];
        line(area, &mark, Role::Line, HAIRLINE)?;
        text(area, (middle, base + 17.0), &tick.text, set)?;
    }
    Ok(())
}
