//! The one entrance for number fields: text to [`Entry`].
//!
//! Shares out units and scales (`5-10k` is 5k to 10k), computes, and holds every value to
//! the bounds of its kind.

use super::clean::clean;
use super::cursor::Cursor;
use super::dimension::TimeUnit;
use super::fix::Fault;
use super::lex::{TokenKind, lex};
use super::shape::{Form, Shape};
use super::value::{Part, Value};
use super::{Entry, Figures, Kind, Problem, ReadError};
use crate::locale::Locale;
use crate::writing::{write_figure, write_for_editing};

/// The most characters an entry may have.
const LONGEST: usize = 200;
/// The largest number either way that can be entered.
const LARGEST: f64 = 1e15;
/// What is nearer to zero than this, but not zero, is refused.
const SMALLEST: f64 = 1e-12;

/// Reads what was typed into a number field.
///
/// ```
/// use plumbline_wording::locale::{CurrencyCode, Locale};
/// use plumbline_wording::reading::{Kind, read_entry};
/// use plumbline_wording::writing::{write_entry, write_for_editing};
///
/// let locale = Locale::default();
/// let money = Kind::Money(CurrencyCode::of("EUR"));
/// let entry = read_entry("about 5-10k", money, &locale).unwrap();
/// assert_eq!(write_entry(&entry, money, &locale), "about €5,000 to €10,000");
/// assert_eq!(write_for_editing(&entry, money, &locale), "about 5,000 to 10,000");
///
/// let error = read_entry("0.35", Kind::Fraction, &locale).unwrap_err();
/// assert_eq!(error.could_mean, ["35%", "0.35%"]);
/// ```
///
/// # Errors
/// [`ReadError`] with the reason, the part of the text and what may have been meant.
pub fn read_entry(text: &str, kind: Kind, locale: &Locale) -> Result<Entry, ReadError> {
    let reads = |offer: &str| attempt(offer, kind, locale).is_ok();
    attempt(text, kind, locale).map_err(|fault| fault.into_error(text, reads))
}

fn attempt(text: &str, kind: Kind, locale: &Locale) -> Result<Entry, Fault> {
    if text.chars().nth(LONGEST).is_some() {
        return Err(Fault::whole(Problem::TooLong, text));
    }
    let tokens = lex(&clean(text));
    if tokens.is_empty() {
        return Err(Fault::whole(Problem::Empty, text));
    }
    if tokens.iter().all(|token| token.kind != TokenKind::Number) {
        return Err(Fault::whole(Problem::NoNumber, text));
    }
    let shape = Cursor {
        tokens: &tokens,
        at: 0,
        kind,
        locale,
    }
    .shape()?;
    let reader = Reader { text, kind, locale };
    let figures = match shape.form {
        Form::Counts => reader.counts(&shape)?,
        _ => reader.figures(&shape)?,
    };
    Ok(Entry {
        figures,
        approximate: shape.approximate,
    })
}

struct Reader<'a> {
    text: &'a str,
    kind: Kind,
    locale: &'a Locale,
}

impl Reader<'_> {
    fn figures(&self, shape: &Shape) -> Result<Figures, Fault> {
        let percent = if self.is_percent() { -2 } else { 0 };
        let figures = self.with_shared_units(shape, percent)?;
        self.refuse_share_or_percent(shape, figures)?;
        Ok(figures)
    }

    fn is_percent(&self) -> bool {
        matches!(self.kind, Kind::Fraction | Kind::Percentage)
    }

    /// `5-10k` is 5k to 10k, but `500-1k` is 500 to 1,000: a scale is shared where the
    /// order of the values allows it. A unit is shared always.
    fn with_shared_units(&self, shape: &Shape, power: i32) -> Result<Figures, Fault> {
        let mut values = shape.values.clone();
        share(&mut values, Value::unit, Value::set_unit);
        let as_typed = values.clone();
        share(
            &mut values,
            |value| value.scale,
            |value, scale| value.scale = Some(scale),
        );
        self.ordered(shape, &values, power)
            .or_else(|_| self.ordered(shape, &as_typed, power))
    }

    fn ordered(&self, shape: &Shape, values: &[Value], power: i32) -> Result<Figures, Fault> {
        let amounts = values
            .iter()
            .map(|value| self.amount(value, self.kind, power))
            .collect::<Result<Vec<f64>, Fault>>()?;
        match (shape.form, &amounts[..]) {
            (Form::Range, &[low, high]) if low <= high => Ok(Figures::Range { low, high }),
            (Form::Range, &[high, low]) => {
                Err(self.fault(Problem::RangeReversed, Figures::Range { low, high }, shape))
            }
            (Form::UsualInRange, &[usual, low, high]) => self.usual_in(usual, low, high),
            (Form::Spread, &[usual, spread]) => {
                let low = tidy(usual - spread);
                self.check(low, self.kind, &values[0])?;
                let high = tidy(usual + spread);
                self.check(high, self.kind, &values[0])?;
                self.usual_in(usual, low, high)
            }
            (_, &[value]) => Ok(Figures::One(value)),
            _ => Err(Fault::whole(Problem::OutOfPlace, self.text)),
        }
    }

    fn usual_in(&self, usual: f64, low: f64, high: f64) -> Result<Figures, Fault> {
        if low <= usual && usual <= high {
            return Ok(Figures::UsualInRange { usual, low, high });
        }
        let problem = if low > high {
            Problem::RangeReversed
        } else {
            Problem::UsualOutsideRange
        };
        Err(Fault::whole(problem, self.text))
    }

    /// `0.35` in a percent field is as likely meant as 35%; `0.5 to 10` is not.
    fn refuse_share_or_percent(&self, shape: &Shape, figures: Figures) -> Result<(), Fault> {
        let typed = |value: &Value| !value.percent && value.scale.is_none();
        if !self.is_percent() || !shape.values.iter().all(typed) {
            return Ok(());
        }
        let plain = |value| self.amount(value, Kind::Number, 0);
        let plain = shape
            .values
            .iter()
            .map(plain)
            .collect::<Result<Vec<f64>, Fault>>()?;
        let all_small = plain.iter().all(|value| value.abs() <= 1.0);
        let one_broken = plain.iter().any(|value| *value != 0.0 && value.abs() < 1.0);
        if !all_small || !one_broken {
            return Ok(());
        }
        let as_share = self.with_shared_units(shape, 0).ok();
        let meanings = as_share.into_iter().chain([figures]);
        let entry = |figures| Entry {
            figures,
            approximate: shape.approximate,
        };
        let texts =
            meanings.map(|figures| write_for_editing(&entry(figures), self.kind, self.locale));
        Err(Fault::whole(Problem::ShareOrPercent, self.text).instead(texts))
    }

    fn counts(&self, shape: &Shape) -> Result<Figures, Fault> {
        let [part, whole] = &shape.values[..] else {
            return Err(Fault::whole(Problem::OutOfPlace, self.text));
        };
        if self.kind != Kind::Fraction {
            return Err(Fault::whole(Problem::CountsNotHere, self.text));
        }
        if let Some(value) = shape.values.iter().find(|value| value.percent) {
            return Err(Fault::new(Problem::OutOfPlace, value.from, value.to));
        }
        let count = |value| self.amount(value, Kind::Whole, 0).map(|count| count as u64);
        let figures = Figures::Counts {
            part: count(part)?,
            whole: count(whole)?,
        };
        match figures {
            Figures::Counts { part, whole } if part > whole || whole == 0 => {
                let swapped = Figures::Counts {
                    part: whole,
                    whole: part,
                };
                Err(self.fault(Problem::NotAShare, swapped, shape))
            }
            _ => Ok(figures),
        }
    }

    /// A problem with the entry as a whole, and the figures it may mean.
    fn fault(&self, problem: Problem, meant: Figures, shape: &Shape) -> Fault {
        let entry = Entry {
            figures: meant,
            approximate: shape.approximate,
        };
        let text = write_for_editing(&entry, self.kind, self.locale);
        Fault::whole(problem, self.text).instead([text])
    }

    /// The value in the unit of the kind, times a power of ten.
    fn amount(&self, value: &Value, kind: Kind, power: i32) -> Result<f64, Fault> {
        let power = power + value.scale.unwrap_or(0);
        let part = |part: &Part| {
            let amount = part.figure.times_ten_to(power);
            let unit = part.unit.or(TimeUnit::bare(kind));
            unit.and_then(|unit| unit.convert(amount, kind))
                .unwrap_or(amount)
        };
        let amount: f64 = value.parts.iter().map(part).sum();
        let amount = if value.negative { -amount } else { amount };
        if amount.abs() < SMALLEST && value.parts.iter().any(|part| part.figure.is_nonzero()) {
            return Err(Fault::new(Problem::TooSmall, value.from, value.to));
        }
        self.check(amount, kind, value)?;
        // A negative zero is a zero.
        Ok(amount + 0.0)
    }

    fn check(&self, amount: f64, kind: Kind, value: &Value) -> Result<(), Fault> {
        let fault = |problem| Err(Fault::new(problem, value.from, value.to));
        if !amount.is_finite() || amount.abs() > LARGEST {
            return fault(Problem::TooLarge);
        }
        if amount < 0.0 && !kind.is_signed() {
            return fault(Problem::Negative);
        }
        if kind == Kind::Fraction && amount > 1.0 {
            return fault(Problem::AboveAll);
        }
        if kind == Kind::Whole && amount.fract() != 0.0 {
            let near = [amount.floor(), amount.ceil()];
            let texts = near.map(|near| write_figure(near, self.locale.number, self.locale));
            return fault(Problem::NotWhole).map_err(|fault: Fault| fault.instead(texts));
        }
        Ok(())
    }
}

/// Gives what one value has to those that lack it: from the right first, since a unit
/// mostly stands behind (`5 to 10 weeks`).
fn share<T: Copy>(
    values: &mut [Value],
    get: impl Fn(&Value) -> Option<T>,
    set: impl Fn(&mut Value, T),
) {
    let given: Vec<Option<T>> = values.iter().map(get).collect();
    for (at, value) in values.iter_mut().enumerate() {
        let right = given[at..].iter().find_map(|item| *item);
        let left = || given[..at].iter().rev().find_map(|item| *item);
        if let (None, Some(shared)) = (given[at], right.or_else(left)) {
            set(value, shared);
        }
    }
}

impl Value {
    /// The unit of its last part.
    fn unit(&self) -> Option<TimeUnit> {
        self.parts.last().and_then(|part| part.unit)
    }

    fn set_unit(&mut self, unit: TimeUnit) {
        if let Some(part) = self.parts.last_mut() {
            part.unit = Some(unit);
        }
    }
}

/// Without the last bits of noise a sum or difference leaves: 0.35 - 0.05 is 0.3.
fn tidy(value: f64) -> f64 {
    format!("{value:.12e}").parse().unwrap_or(value)
}
