//! The greater and the lesser of two numbers by one comparison, and the nearest whole one by one
//! sum. `f64::max` and `f64::min` look for what is no number as well, which takes a call in
//! WebAssembly, as rounding does on machines of any age. Never for such numbers.

/// The greater of two numbers; the second when the first is none.
#[inline]
pub(crate) fn greater(one: f64, other: f64) -> f64 {
    #[cfg(target_feature = "simd128")]
    return without_jumps::greater(one, other);
    #[cfg(not(target_feature = "simd128"))]
    if one > other { one } else { other }
}

/// The lesser of two numbers; the second when the first is none.
#[inline]
pub(crate) fn lesser(one: f64, other: f64) -> f64 {
    #[cfg(target_feature = "simd128")]
    return without_jumps::lesser(one, other);
    #[cfg(not(target_feature = "simd128"))]
    if one < other { one } else { other }
}

/// The same by instructions that browsers' compilers have for several numbers alone: of one
/// they make a jump.
#[cfg(target_feature = "simd128")]
mod without_jumps {
    use core::arch::wasm32::{f64x2_extract_lane, f64x2_pmax, f64x2_pmin, f64x2_splat};

    #[inline]
    pub(super) fn greater(one: f64, other: f64) -> f64 {
        f64x2_extract_lane::<0>(f64x2_pmax(f64x2_splat(other), f64x2_splat(one)))
    }

    #[inline]
    pub(super) fn lesser(one: f64, other: f64) -> f64 {
        f64x2_extract_lane::<0>(f64x2_pmin(f64x2_splat(other), f64x2_splat(one)))
    }

    #[inline]
    pub(super) fn within(number: f64, least: f64, most: f64) -> f64 {
        let more = f64x2_pmax(f64x2_splat(least), f64x2_splat(number));
        f64x2_extract_lane::<0>(f64x2_pmin(f64x2_splat(most), more))
    }
}

/// The same in plain words: in loops over many numbers, of which the compiler takes several at
/// once; and where it is nearly always known which one it will be, for then a jump takes no time,
/// and what follows does not wait for it.
pub(crate) mod plain {
    /// The lesser of two numbers; the second when the first is none.
    #[inline]
    pub(crate) fn lesser(one: f64, other: f64) -> f64 {
        if one < other { one } else { other }
    }

    /// A number not below nothing.
    #[inline]
    pub(crate) fn positive(number: f64) -> f64 {
        if number > 0.0 { number } else { 0.0 }
    }

    /// A number held between two others, the least and the most.
    #[inline]
    pub(crate) fn within(number: f64, least: f64, most: f64) -> f64 {
        lesser(if number > least { number } else { least }, most)
    }
}

/// A number not below nothing.
#[inline]
pub(crate) fn positive(number: f64) -> f64 {
    greater(number, 0.0)
}

/// The whole number nearest to one that is less than 2^51 either way: added to one so large
/// that its last bit is a whole one. Most machines take long to turn numbers with a fraction
/// into whole ones, and longer where they have to look whether these are wide enough.
#[inline]
pub(crate) fn nearest(number: f64) -> i64 {
    ((number + LARGE).to_bits() as i64).wrapping_sub(LARGE.to_bits() as i64)
}

/// The same as a number that may have a fraction.
#[inline]
pub(crate) fn rounded(number: f64) -> f64 {
    (number + LARGE) - LARGE
}

/// The greatest whole number up to one that is less than 2^51 either way; of greater ones one
/// next to it.
#[inline]
pub(crate) fn whole_part(number: f64) -> f64 {
    let near = rounded(number);
    if near > number { near - 1.0 } else { near }
}

const LARGE: f64 = (3_u64 << 51) as f64;

/// A number held between two others, the least and the most.
#[inline]
pub(crate) fn within(number: f64, least: f64, most: f64) -> f64 {
    #[cfg(target_feature = "simd128")]
    return without_jumps::within(number, least, most);
    #[cfg(not(target_feature = "simd128"))]
    lesser(greater(number, least), most)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn either_way_of_comparing_gives_the_same() {
        for one in [-2.0, -0.5, 0.0, 0.5, 2.0] {
            assert_eq!(plain::positive(one), positive(one));
            assert_eq!(positive(one), f64::max(one, 0.0));
            for other in [-1.0, 0.5, 1.0] {
                assert_eq!(plain::lesser(one, other), lesser(one, other));
                assert_eq!(greater(one, other) + lesser(one, other), one + other);
            }
            assert_eq!(plain::within(one, -1.0, 1.0), one.clamp(-1.0, 1.0));
            assert_eq!(within(one, -1.0, 1.0), one.clamp(-1.0, 1.0));
        }
    }

    #[test]
    fn whole_numbers_are_the_nearest_on_either_side_of_nothing() {
        let most = (1_u64 << 51) as f64 - 1.0;
        for (number, whole) in [
            (0.0, 0),
            (-0.0, 0),
            (0.499, 0),
            (0.501, 1),
            (-0.501, -1),
            (-7.3, -7),
            (1e12 + 0.25, 1_000_000_000_000),
            (most, (1 << 51) - 1),
            (-most, 1 - (1 << 51)),
        ] {
            assert_eq!(nearest(number), whole, "{number}");
            assert_eq!(rounded(number), whole as f64, "{number}");
            assert_eq!(whole_part(number), number.floor(), "{number}");
        }
    }
}
