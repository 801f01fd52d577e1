//! The greater and the lesser of two numbers by one comparison. `f64::max` and `f64::min` look
//! for what is no number as well, which takes a call in WebAssembly. Never for such numbers.

/// The greater of two numbers; the second when the first is none.
#[inline]
pub(crate) fn greater(one: f64, other: f64) -> f64 {
    if one > other { one } else { other }
}

/// The lesser of two numbers; the second when the first is none.
#[inline]
pub(crate) fn lesser(one: f64, other: f64) -> f64 {
    if one < other { one } else { other }
}

/// A number not below nothing.
#[inline]
pub(crate) fn positive(number: f64) -> f64 {
    greater(number, 0.0)
}

/// A number held between two others, the least and the most.
#[inline]
pub(crate) fn within(number: f64, least: f64, most: f64) -> f64 {
    lesser(greater(number, least), most)
}
