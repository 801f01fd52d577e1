//! Rounding to what is worth saying.

/// The most decimals anything is rounded to.
const MOST_DECIMALS: i32 = 15;

/// The power of ten of the last digit an error leaves meaningful: that of the error's first
/// digit, and one further where that digit is 1, since dropping it would widen the error
/// most there. 38,000 gives 4, 0.012 gives -3. Nothing when the error is zero or not a
/// number.
#[must_use]
pub fn place_of_error(error: f64) -> Option<i32> {
    if !error.is_finite() || error == 0.0 {
        return None;
    }
    let text = format!("{:e}", error.abs());
    let (digits, exponent) = text.split_once('e')?;
    let exponent: i32 = exponent.parse().ok()?;
    Some(if digits.starts_with('1') {
        exponent - 1
    } else {
        exponent
    })
}

/// The nearest multiple of a power of ten; the value itself where nothing is to round.
#[must_use]
pub fn round_to_place(value: f64, place: i32) -> f64 {
    if !value.is_finite() || place < -MOST_DECIMALS {
        return value;
    }
    let decimals = usize::try_from(-place).unwrap_or(0);
    if place <= 0 {
        // Through text, so that the result is the float nearest to the decimal number.
        return format!("{value:.decimals$}").parse().unwrap_or(value) + 0.0;
    }
    let unit: f64 = format!("1e{place}").parse().unwrap_or(f64::INFINITY);
    if unit.is_finite() {
        (value / unit).round() * unit + 0.0
    } else {
        0.0
    }
}

/// The value without the digits its error makes meaningless: 1,234,567 with an error of
/// 38,000 is 1,230,000.
#[must_use]
pub fn round_to_error(value: f64, error: f64) -> f64 {
    place_of_error(error).map_or(value, |place| round_to_place(value, place))
}

/// The value to so many significant digits, at least one.
#[must_use]
pub fn round_significant(value: f64, digits: u8) -> f64 {
    if !value.is_finite() {
        return value;
    }
    let decimals = usize::from(digits.max(1)) - 1;
    format!("{value:.decimals$e}").parse().unwrap_or(value) + 0.0
}

/// The decimals it takes to write so many significant digits of a value, at most 15.
pub(super) fn decimals_for(value: f64, digits: u8) -> usize {
    if !value.is_finite() || value == 0.0 {
        return 0;
    }
    let text = format!("{:e}", value.abs());
    let exponent = text
        .split_once('e')
        .and_then(|(_, exponent)| exponent.parse::<i32>().ok());
    let decimals = i32::from(digits.max(1)) - 1 - exponent.unwrap_or(0);
    usize::try_from(decimals.clamp(0, MOST_DECIMALS)).unwrap_or(0)
}
