//! How values stand together: one, a range, a usual value with its range, counts.
//!
//! Only the form; whether the values make sense together is for `entry`.

use super::cursor::Cursor;
use super::fix::Fault;
use super::value::Value;
use super::vocabulary::Join;

/// The form of an entry with its values in the order they were typed.
#[derive(Debug)]
pub(super) struct Shape {
    pub(super) approximate: bool,
    pub(super) form: Form,
    /// As many as the form has.
    pub(super) values: Vec<Value>,
}

/// The forms an entry can have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// `12`
    One,
    /// `5 to 10`
    Range,
    /// `7 (5 to 10)`
    UsualInRange,
    /// `7 ± 2`
    Spread,
    /// `4 of 10`
    Counts,
}

impl Cursor<'_> {
    /// Reads all tokens as one entry.
    pub(super) fn shape(&mut self) -> Result<Shape, Fault> {
        let approximate = self.take_sign('~') || self.take_join(Join::About);
        let (form, values) = self.form()?;
        if self.peek(0).is_some() {
            return Err(self.refuse());
        }
        Ok(Shape {
            approximate,
            form,
            values,
        })
    }

    fn form(&mut self) -> Result<(Form, Vec<Value>), Fault> {
        if self.is_join(0, Join::Between) || self.is_join(0, Join::From) {
            return Ok((Form::Range, self.range()?));
        }
        let first = self.value()?;
        if self.is_range_join() {
            let second = self.range_end()?;
            return Ok((Form::Range, vec![first, second]));
        }
        if self.take_spread() {
            let spread = self.value()?;
            return Ok((Form::Spread, vec![first, spread]));
        }
        if self.take_of() {
            let whole = self.value()?;
            return Ok((Form::Counts, vec![first, whole]));
        }
        if self.take_sign('(') {
            let mut values = self.range()?;
            if !self.take_sign(')') {
                return Err(self.refuse());
            }
            // A unit behind the bracket is everyone's: `7 (5 to 10) weeks`.
            if let Some(last) = values.last_mut() {
                self.after_number(last, false)?;
            }
            values.insert(0, first);
            return Ok((Form::UsualInRange, values));
        }
        Ok((Form::One, vec![first]))
    }

    /// `5 to 10`, `between 5 and 10`, `from 5 to 10`.
    fn range(&mut self) -> Result<Vec<Value>, Fault> {
        let between = self.take_join(Join::Between);
        if !between {
            self.take_join(Join::From);
        }
        let low = self.value()?;
        if between && self.take_join(Join::And) {
            return Ok(vec![low, self.value()?]);
        }
        let high = self.range_end()?;
        Ok(vec![low, high])
    }

    fn range_end(&mut self) -> Result<Value, Fault> {
        if !self.is_range_join() {
            return Err(self.refuse());
        }
        self.at += 1;
        self.value()
    }

    fn is_range_join(&self) -> bool {
        ['-', '…', '~'].iter().any(|sign| self.is_sign(0, *sign)) || self.is_join(0, Join::To)
    }

    /// `±`, `+-` or `+/-`.
    fn take_spread(&mut self) -> bool {
        let length = if self.is_sign(0, '±') {
            1
        } else if self.is_sign(0, '+') && self.is_sign(1, '-') {
            2
        } else if self.is_sign(0, '+') && self.is_sign(1, '/') && self.is_sign(2, '-') {
            3
        } else {
            0
        };
        self.at += length;
        length > 0
    }

    /// `/`, `of`, `out of`.
    fn take_of(&mut self) -> bool {
        let out = usize::from(self.is_join(0, Join::Out));
        let found = self.is_sign(0, '/') || self.is_join(out, Join::Of);
        if found {
            self.at += out + 1;
        }
        found
    }
}
