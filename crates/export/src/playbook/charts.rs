//! The answer as pictures, laid out for paper.

use plumbline_charts::{Size, Svg, month_fan, plumb_line, stage_bars};
use plumbline_forecast::{Outcome, verdict::MotionNeed};
use plumbline_wording::texts::{playbook, verdict as text};

use super::Playbook;
use crate::{
    document::Picture,
    pictures::{self, Standing},
};

/// The width of the text on paper, in CSS pixels.
const WIDTH: u32 = 680;

impl Playbook<'_> {
    /// How far the middle outcome hangs from the target.
    pub(super) fn plumb_line(&self, outcome: &Outcome) -> Picture {
        let quantiles = outcome.quantiles.iter().enumerate();
        let quantiles: Vec<(f64, f64)> = quantiles
            .map(|(place, value)| (place as f64 / 100.0, *value))
            .collect();
        let standing = Standing {
            bookings: outcome.bookings,
            quantiles: &quantiles,
            target: outcome.target,
        };
        let size = Size {
            width: 330,
            height: 330,
        };
        let drawing = pictures::plumb_line(standing, self.figures, size);
        let mut picture = picture(&plumb_line(&drawing), drawing.caption.description);
        picture.is_narrow = true;
        picture
    }

    /// Bookings adding up over the months.
    pub(super) fn fan(&self, outcome: &Outcome) -> Picture {
        let size = Size {
            width: WIDTH,
            height: 320,
        };
        let drawing = pictures::month_fan(outcome, self.figures, size);
        picture(&month_fan(&drawing), drawing.caption.description)
    }

    /// Deals required beside deals provided, from lead to win. What it says is said before it,
    /// and its figures stand in the table below it.
    pub(super) fn bars(&self, need: &MotionNeed) -> Picture {
        let title = playbook::labelled(text::REQUIRED, &need.name);
        let drawing = pictures::stage_bars(need, title, self.figures, WIDTH);
        picture(&stage_bars(&drawing), String::new())
    }
}

fn picture(svg: &Svg, description: String) -> Picture {
    Picture {
        svg: svg.as_str().to_owned(),
        description,
        is_narrow: false,
    }
}
