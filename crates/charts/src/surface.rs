//! The plotters backend the charts draw on: elements with classes, in tenths of a pixel.
//!
//! Plotters' own SVG backend writes whole pixels, fixed colours and fonts. This one
//! writes a class and `currentColor` instead, so that the page's tokens colour
//! the picture, and tenths of a pixel, so that curves are smooth and the weight
//! moves evenly. It never measures text: plotters does that through the page,
//! which forces a layout there and panics in a worker.

use std::convert::Infallible;

use plotters_backend::text_anchor::HPos;
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind,
    FontStyle,
};

use crate::role;
use crate::svg::Size;
use crate::text;

/// Steps of the drawing grid in one pixel.
pub(crate) const GRAIN: i32 = 10;

/// A length or position in pixels, on the drawing grid.
pub(crate) fn grid(pixels: f64) -> i32 {
    (pixels * f64::from(GRAIN)).round() as i32
}

/// Appends text, safe inside an element or an attribute. Characters that XML does
/// not allow are left out.
pub(crate) fn escape(out: &mut String, text: &str) {
    for character in text.chars() {
        match character {
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\t' | '\n' | '\r' => out.push(' '),
            other if other.is_control() || matches!(other, '\u{fffe}' | '\u{ffff}') => {}
            other => out.push(other),
        }
    }
}

/// Writes SVG elements to a string.
pub(crate) struct Surface<'a> {
    out: &'a mut String,
    size: (u32, u32),
}

type Written = Result<(), DrawingErrorKind<Infallible>>;

impl<'a> Surface<'a> {
    /// A surface of `size` pixels that appends its elements to `out`.
    pub(crate) fn new(out: &'a mut String, size: Size) -> Self {
        let grain = GRAIN.unsigned_abs();
        Self {
            out,
            size: (size.width * grain, size.height * grain),
        }
    }

    fn open(&mut self, tag: &str, color: BackendColor, strong: bool) {
        self.out.push('<');
        self.out.push_str(tag);
        self.out.push_str(" class=\"");
        self.out.push_str(role::class(color));
        if strong {
            self.out.push_str(" strong");
        }
        self.out.push('"');
    }

    fn attribute(&mut self, name: &str, units: i32) {
        self.out.push(' ');
        self.out.push_str(name);
        self.out.push_str("=\"");
        self.number(units);
        self.out.push('"');
    }

    /// A grid position as pixels, with one decimal at most.
    fn number(&mut self, units: i32) {
        if units < 0 {
            self.out.push('-');
        }
        let units = units.unsigned_abs();
        let grain = GRAIN.unsigned_abs();
        self.out.push_str(&(units / grain).to_string());
        if !units.is_multiple_of(grain) {
            self.out.push('.');
            self.out.push_str(&(units % grain).to_string());
        }
    }

    fn opacity(&mut self, name: &str, color: BackendColor) {
        if color.alpha < 1.0 {
            let hundredths = (color.alpha * 100.0).round() as u32;
            self.out.push_str(&format!(" {name}=\"0.{hundredths:02}\""));
        }
    }

    fn filled(&mut self, color: BackendColor) {
        self.out.push_str(" fill=\"currentColor\"");
        self.opacity("fill-opacity", color);
    }

    fn stroked(&mut self, color: BackendColor, width: u32) {
        self.out.push_str(" fill=\"none\" stroke=\"currentColor\"");
        self.opacity("stroke-opacity", color);
        self.attribute("stroke-width", width.cast_signed());
    }

    fn points(&mut self, path: impl IntoIterator<Item = BackendCoord>) {
        self.out.push_str(" points=\"");
        let mut last = None;
        for point in path {
            if last == Some(point) {
                continue;
            }
            if last.is_some() {
                self.out.push(' ');
            }
            self.number(point.0);
            self.out.push(',');
            self.number(point.1);
            last = Some(point);
        }
        self.out.push('"');
    }

    fn close(&mut self) {
        self.out.push_str("/>\n");
    }
}

impl DrawingBackend for Surface<'_> {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        self.size
    }

    fn ensure_prepared(&mut self) -> Written {
        Ok(())
    }

    fn present(&mut self) -> Written {
        Ok(())
    }

    fn draw_pixel(&mut self, point: BackendCoord, color: BackendColor) -> Written {
        self.draw_rect(point, (point.0 + GRAIN, point.1 + GRAIN), &color, true)
    }

    fn draw_line<S: BackendStyle>(
        &mut self,
        from: BackendCoord,
        to: BackendCoord,
        style: &S,
    ) -> Written {
        self.draw_path([from, to], style)
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        upper_left: BackendCoord,
        bottom_right: BackendCoord,
        style: &S,
        fill: bool,
    ) -> Written {
        let color = style.color();
        self.open("rect", color, false);
        if fill {
            self.filled(color);
        } else {
            self.stroked(color, style.stroke_width());
        }
        self.attribute("x", upper_left.0);
        self.attribute("y", upper_left.1);
        self.attribute("width", bottom_right.0 - upper_left.0);
        self.attribute("height", bottom_right.1 - upper_left.1);
        self.close();
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Written {
        let color = style.color();
        if color.alpha > 0.0 {
            self.open("polyline", color, false);
            self.stroked(color, style.stroke_width());
            self.points(path);
            self.close();
        }
        Ok(())
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        center: BackendCoord,
        radius: u32,
        style: &S,
        fill: bool,
    ) -> Written {
        let color = style.color();
        self.open("circle", color, false);
        if fill {
            self.filled(color);
        } else {
            self.stroked(color, style.stroke_width());
        }
        self.attribute("cx", center.0);
        self.attribute("cy", center.1);
        self.attribute("r", radius.cast_signed());
        self.close();
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        vert: I,
        style: &S,
    ) -> Written {
        let color = style.color();
        self.open("polygon", color, false);
        self.filled(color);
        self.points(vert);
        self.close();
        Ok(())
    }

    /// The vertical position is the baseline's, whatever the anchor says.
    fn draw_text<S: BackendTextStyle>(
        &mut self,
        text: &str,
        style: &S,
        position: BackendCoord,
    ) -> Written {
        let color = style.color();
        self.open("text", color, matches!(style.style(), FontStyle::Bold));
        self.filled(color);
        self.attribute("x", position.0);
        self.attribute("y", position.1);
        self.attribute("font-size", style.size().round() as i32);
        match style.anchor().h_pos {
            HPos::Left => {}
            HPos::Right => self.out.push_str(" text-anchor=\"end\""),
            HPos::Center => self.out.push_str(" text-anchor=\"middle\""),
        }
        self.out.push('>');
        escape(self.out, text);
        self.out.push_str("</text>\n");
        Ok(())
    }

    fn estimate_text_size<S: BackendTextStyle>(
        &self,
        text: &str,
        style: &S,
    ) -> Result<(u32, u32), DrawingErrorKind<Infallible>> {
        let width = text::width(text, style.size());
        Ok((width.round() as u32, style.size().round() as u32))
    }
}
