//! Forecasts beside what came: for each of a few past periods the range that was forecast,
//! its middle, and what the period brought.

use plotters::{
    element::{Circle, Rectangle},
    style::text_anchor::HPos,
};

use crate::{
    axes,
    pen::{self, HAIRLINE, Set, TICK, WORDS, line, on_grid, sharp, text},
    role::Role,
    scale::{Scale, Tick},
    surface::grid,
    svg::{Area, Caption, Drawn, Size, Svg, picture},
    text::width,
};

/// What the chart shows.
#[derive(Clone, Debug, PartialEq)]
pub struct Forecasts {
    /// Name and description for those who don't see the picture.
    pub caption: Caption,
    /// The size to lay out for; at least 260 by 160 is used.
    pub size: Size,
    /// The scale upward; [`Forecasts::propose_scale`] proposes one.
    pub scale: Scale,
    /// Marks beside it.
    pub ticks: Vec<Tick>,
    /// The periods in order.
    pub periods: Vec<ForecastPeriod>,
    /// The words for the range, its middle and what came: the key above the picture.
    pub key: [String; 3],
}

/// A past period.
#[derive(Clone, Debug, PartialEq)]
pub struct ForecastPeriod {
    /// Its name, short.
    pub name: String,
    /// The lower end of what was forecast.
    pub low: f64,
    /// Its middle.
    pub middle: f64,
    /// Its upper end.
    pub high: f64,
    /// What came.
    pub actual: f64,
}

const HEAD: f64 = 34.0;
const FOOT: f64 = 26.0;
const RIGHT: f64 = 10.0;

impl Forecasts {
    /// A scale that holds these periods.
    #[must_use]
    pub fn propose_scale(periods: &[ForecastPeriod]) -> Scale {
        Scale::around(
            periods
                .iter()
                .flat_map(|period| [period.low, period.high, period.actual]),
        )
    }
}

/// Draws it.
#[must_use]
pub fn forecasts(input: &Forecasts) -> Svg {
    let size = Size {
        width: input.size.width.max(260),
        height: input.size.height.max(160),
    };
    let down = (HEAD, f64::from(size.height) - FOOT);
    picture("forecasts", size, &input.caption, |area| {
        draw(input, size, area)
    })
    .read_at(axes::columns(
        input.periods.len(),
        across(input, size),
        down,
        0.5,
    ))
}

/// From the texts at the left to the right edge, in pixels.
fn across(input: &Forecasts, size: Size) -> axes::Span {
    let whole = f64::from(size.width);
    let texts = input.ticks.iter().map(|tick| width(&tick.text, TICK));
    let left = (texts.fold(0.0, f64::max) + 10.0).min(whole * 0.22);
    (left, whole - RIGHT)
}

fn draw(input: &Forecasts, size: Size, area: &Area<'_>) -> Drawn {
    let height = f64::from(size.height);
    let (left, right) = across(input, size);
    let level = |value: f64| {
        let share = input.scale.fraction(input.scale.clamp(value));
        height - FOOT - share * (height - FOOT - HEAD)
    };
    let base = sharp(height - FOOT);
    line(area, &[(left, base), (right, base)], Role::Line, HAIRLINE)?;
    for (at, tick) in pen::spaced(&input.ticks, &input.scale, level) {
        let at_pixel = sharp(at);
        line(
            area,
            &[(left, at_pixel), (right, at_pixel)],
            Role::Line,
            HAIRLINE,
        )?;
        pen::tick_text(area, (left - 8.0, at), tick)?;
    }
    let step = (right - left) / input.periods.len().max(1) as f64;
    let half = (step * 0.18).clamp(3.0, 14.0);
    let names = input.periods.iter().map(|period| width(&period.name, TICK));
    let every = (names.fold(0.0, f64::max) + 8.0) / step;
    let every = libm::ceil(every).max(1.0) as usize;
    let set = Set::plain(Role::InkQuiet, TICK).anchored(HPos::Center);
    for (place, period) in input.periods.iter().enumerate() {
        let x = left + (place as f64 + 0.5) * step;
        let bar = [
            (x - half, level(period.high)),
            (x + half, level(period.low)),
        ];
        area.draw(&Rectangle::new(bar.map(on_grid), Role::Band.fill()))?;
        let middle = level(period.middle);
        line(
            area,
            &[(x - half, middle), (x + half, middle)],
            Role::Median,
            2.0,
        )?;
        area.draw(&Circle::new(
            on_grid((x, level(period.actual))),
            grid(4.5),
            Role::Weight.fill(),
        ))?;
        if place % every == 0 {
            text(area, (x, base + 17.0), &period.name, set)?;
        }
    }
    key(input, area, left)
}

/// The key: a piece of each with its words.
fn key(input: &Forecasts, area: &Area<'_>, left: f64) -> Drawn {
    let mut x = left;
    for (place, words) in input.key.iter().enumerate() {
        let (middle, sample) = (12.0, x + 7.0);
        match place {
            0 => {
                let bar = [(x, middle - 6.0), (x + 14.0, middle + 6.0)];
                area.draw(&Rectangle::new(bar.map(on_grid), Role::Band.fill()))?;
            }
            1 => line(area, &[(x, middle), (x + 14.0, middle)], Role::Median, 2.0)?,
            _ => area.draw(&Circle::new(
                on_grid((sample, middle)),
                grid(4.5),
                Role::Weight.fill(),
            ))?,
        }
        text(
            area,
            (x + 20.0, middle + 4.0),
            words,
            Set::plain(Role::InkQuiet, WORDS),
        )?;
        x += 34.0 + width(words, WORDS);
    }
    Ok(())
}
