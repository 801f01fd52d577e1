//! The width to lay a chart out for: that of the box it stands in, so that it fits there and
//! its words keep their size.

use yew::prelude::*;

use crate::browser::{element_width, print, viewport};

/// The widest a chart in the text is drawn, in CSS pixels.
const WIDEST: u32 = 760;

/// The narrowest; in a box narrower still it is shown smaller.
const NARROWEST: u32 = 280;

/// The width of a chart on paper, whatever the window's: that of the text there.
const ON_PAPER: u32 = 680;

/// A width that follows the box of whatever is given it. Yew hands it around by value.
#[derive(Clone, PartialEq)]
pub struct ChartWidth {
    measured: UseStateHandle<u32>,
    printing: UseStateHandle<bool>,
}

impl ChartWidth {
    /// The width, in CSS pixels of the usual size of letters.
    #[must_use]
    pub fn get(&self) -> u32 {
        if *self.printing {
            ON_PAPER
        } else {
            *self.measured
        }
    }
}

/// The width to lay a chart out for: of the box that [`use_box`] is told of, and before
/// there is one, as the window's width makes it likely.
#[hook]
pub fn use_chart_width() -> ChartWidth {
    let measured = use_state_eq(|| chart_width(viewport::width() - 32.0));
    let printing = use_state_eq(|| false);
    use_effect_with((), {
        let printing = printing.setter();
        move |()| {
            let listeners = print::on_print(move |begins| printing.set(begins));
            move || drop(listeners)
        }
    });
    ChartWidth { measured, printing }
}

/// Has a width follow the box of this node, which is there from the first drawing on.
#[hook]
pub fn use_box(node: &NodeRef, width: Option<&ChartWidth>) {
    let measured = width.map(|width| width.measured.setter());
    let node = node.clone();
    use_effect_with((), move |()| {
        let watched = measured.and_then(|measured| {
            element_width::watch(&node, move |width| measured.set(chart_width(width)))
        });
        move || drop(watched)
    });
}

/// The width of a chart in a box of this width, in steps of 20 pixels, so that dragging the
/// window's edge does not draw at every pixel.
#[must_use]
pub fn chart_width(available: f64) -> u32 {
    (available as u32 / 20 * 20).clamp(NARROWEST, WIDEST)
}
