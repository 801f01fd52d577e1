//! The stage bars: deals required against deals provided, stage by stage.
//!
//! A pair of bars under each stage's name, the missing part marked, and the
//! caller's note at the right. The height follows from the number of stages.

use plotters::chart::{ChartBuilder, ChartContext};
use plotters::coord::cartesian::Cartesian2d;
use plotters::coord::types::RangedCoordf64;
use plotters::element::Rectangle;
use plotters::style::text_anchor::HPos;

use crate::axes;
use crate::pen::{HAIRLINE, Set, WORDS, in_pixels, line, text};
use crate::role::Role;
use crate::scale::finite;
use crate::surface::{Surface, grid};
use crate::svg::{Area, Caption, Drawn, Size, Svg, picture};
use crate::text::{cut, width};

/// What the stage bars show.
#[derive(Clone, Debug, PartialEq)]
pub struct StageBars {
    /// Name and description for those who don't see the picture.
    pub caption: Caption,
    /// The width to lay out for, in pixels; at least 240 is used.
    pub width: u32,
    /// What the upper bars are called, such as "Required".
    pub required: String,
    /// What the lower bars are called, such as "Provided".
    pub provided: String,
    /// The stages in order, first stage first.
    pub stages: Vec<Stage>,
}

/// A stage with the deals it needs and the deals it gets.
#[derive(Clone, Debug, PartialEq)]
pub struct Stage {
    /// The stage's name.
    pub name: String,
    /// Deals the target requires here. Below zero or not a number draws as zero.
    pub required: f64,
    /// The same, formatted.
    pub required_text: String,
    /// Deals the plan provides here. Below zero or not a number draws as zero.
    pub provided: f64,
    /// The same, formatted.
    pub provided_text: String,
    /// A few words on the difference, such as "24 short"; may be empty.
    pub note: String,
}

/// Draws the stage bars.
#[must_use]
pub fn stage_bars(input: &StageBars) -> Svg {
    let height = HEAD + ROW * input.stages.len() as f64;
    let size = Size {
        width: input.width.max(240),
        height: height as u32,
    };
    picture("stage-bars", size, &input.caption, |area| {
        draw(input, size, area)
    })
    .read_at(axes::rows(
        input.stages.len(),
        f64::from(size.width),
        (HEAD, ROW),
    ))
}

type Plot<'a, 'b> = ChartContext<'b, Surface<'a>, Cartesian2d<RangedCoordf64, RangedCoordf64>>;

/// Room above the stages for the two names.
const HEAD: f64 = 30.0;
/// Height of a stage.
const ROW: f64 = 58.0;
/// From a stage's top: its name's baseline, and the middles of its two bars.
const NAME: f64 = 13.0;
const BARS: [f64; 2] = [26.0, 40.0];
/// Half a bar's height.
const HALF: f64 = 4.5;

fn draw<'a>(input: &StageBars, size: Size, area: &Area<'a>) -> Drawn {
    let (whole, height) = (f64::from(size.width), f64::from(size.height));
    let figures = input
        .stages
        .iter()
        .flat_map(|stage| [&stage.required_text, &stage.provided_text])
        .map(|figure| width(figure, WORDS))
        .fold(0.0, f64::max);
    let most = input
        .stages
        .iter()
        .flat_map(|stage| [deals(stage.required), deals(stage.provided)])
        .fold(0.0, f64::max);
    // Across in deals, down in pixels.
    let mut plot: Plot<'a, '_> = ChartBuilder::on(area)
        .margin_right(grid((figures + 10.0).min(whole / 2.0)))
        .build_cartesian_2d(0.0..if most > 0.0 { most } else { 1.0 }, height..0.0)?;
    names(input, whole, area)?;
    for (index, stage) in input.stages.iter().enumerate() {
        let top = HEAD + ROW * index as f64;
        heading(stage, top, whole, area)?;
        pair(stage, top, area, &mut plot)?;
    }
    Ok(())
}

fn deals(value: f64) -> f64 {
    finite(value).max(0.0)
}

/// The names of the two bars, each behind a piece of its bar.
fn names(input: &StageBars, whole: f64, area: &Area<'_>) -> Drawn {
    let names = [
        (&*input.required, Role::Required),
        (&*input.provided, Role::Provided),
    ];
    axes::key(&names, whole, area)
}

/// The stage's name at the left and its note at the right.
fn heading(stage: &Stage, top: f64, whole: f64, area: &Area<'_>) -> Drawn {
    let note = cut(&stage.note, WORDS, whole * 0.5);
    let name = cut(&stage.name, WORDS + 1.0, whole - width(&note, WORDS) - 12.0);
    let short = deals(stage.provided) < deals(stage.required);
    let role = if short { Role::Short } else { Role::InkQuiet };
    text(
        area,
        (0.0, top + NAME),
        &name,
        Set::plain(Role::Ink, WORDS + 1.0),
    )?;
    text(
        area,
        (whole, top + NAME),
        &note,
        Set::plain(role, WORDS).anchored(HPos::Right),
    )
}

/// The two bars with their figures, and what the lower one lacks.
fn pair(stage: &Stage, top: f64, area: &Area<'_>, plot: &mut Plot<'_, '_>) -> Drawn {
    let (required, provided) = (deals(stage.required), deals(stage.provided));
    let [upper, lower] = BARS.map(|middle| top + middle);
    let bar = |from: f64, to: f64, middle: f64, role: Role| {
        Rectangle::new([(from, middle - HALF), (to, middle + HALF)], role.fill())
    };
    line(
        area,
        &[(0.5, upper - HALF - 2.0), (0.5, lower + HALF + 2.0)],
        Role::Line,
        HAIRLINE,
    )?;
    plot.draw_series([bar(0.0, required, upper, Role::Required)])?;
    plot.draw_series([bar(0.0, provided, lower, Role::Provided)])?;
    let end = |deals: f64| in_pixels(plot.backend_coord(&(deals, 0.0)).0);
    let (required_end, provided_end) = (end(required), end(provided));
    if required_end - provided_end > 1.0 {
        line(
            area,
            &[(provided_end, lower), (required_end, lower)],
            Role::Short,
            1.5,
        )?;
        line(
            area,
            &[(required_end, lower - HALF), (required_end, lower + HALF)],
            Role::Short,
            1.5,
        )?;
    }
    let set = Set::plain(Role::Ink, WORDS);
    let after = provided_end.max(required_end);
    text(
        area,
        (required_end + 6.0, upper + 4.3),
        &stage.required_text,
        set,
    )?;
    text(area, (after + 6.0, lower + 4.3), &stage.provided_text, set)
}
