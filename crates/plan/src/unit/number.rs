//! Numbers with a unit: each a finite `f64` within the bounds of its kind.

use serde::{Deserialize, Serialize};

/// What a number measures; decides how it is read, written and stepped.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum QuantityKind {
    /// A share from 0 to 1, written as a percentage.
    Fraction,
    /// An amount in the plan's currency.
    Money,
    /// How many, not necessarily whole: leads a month, deals, people.
    Count,
    /// Calendar days.
    Days,
    /// Working hours.
    Hours,
    /// A plain ratio.
    Factor,
    /// Growth per month as a share, may be negative.
    GrowthRate,
}

/// A number that does not fit its unit.
#[derive(Debug, Clone, Copy, PartialEq, thiserror::Error)]
#[error("{value} is not from {least} to {most}")]
pub struct OutOfRange {
    /// The refused number.
    pub value: f64,
    /// The least that is allowed.
    pub least: f64,
    /// The most that is allowed.
    pub most: f64,
}

/// A number with a unit and bounds.
pub trait Quantity: Copy + PartialEq + PartialOrd + std::fmt::Debug {
    /// What it measures.
    const KIND: QuantityKind;
    /// The least that is allowed.
    const LEAST: f64;
    /// The most that is allowed.
    const MOST: f64;

    /// The bare number in the unit of its kind.
    fn get(self) -> f64;

    /// Takes a bare number.
    ///
    /// # Errors
    /// [`OutOfRange`] when it is not finite or lies outside the bounds.
    fn new(value: f64) -> Result<Self, OutOfRange>;

    /// Takes the nearest allowed number; what is not a number becomes the least.
    fn nearest(value: f64) -> Self;
}

macro_rules! quantity {
    ($(#[doc = $doc:literal])* $name:ident, $least:expr, $most:expr) => {
        $(#[doc = $doc])*
        #[derive(Debug, Clone, Copy, PartialEq, PartialOrd, Default, Serialize, Deserialize)]
        #[serde(try_from = "f64", into = "f64")]
        pub struct $name(f64);

        impl Quantity for $name {
            const KIND: QuantityKind = QuantityKind::$name;
            const LEAST: f64 = $least;
            const MOST: f64 = $most;

            fn get(self) -> f64 {
                self.0
            }

            fn new(value: f64) -> Result<Self, OutOfRange> {
                // A negative zero would be written as "-0"; adding zero makes it plain.
                if (Self::LEAST..=Self::MOST).contains(&value) {
                    Ok(Self(value + 0.0))
                } else {
                    Err(OutOfRange { value, least: Self::LEAST, most: Self::MOST })
                }
            }

            fn nearest(value: f64) -> Self {
                if value.is_nan() {
                    return Self(Self::LEAST);
                }
                Self(value.clamp(Self::LEAST, Self::MOST) + 0.0)
            }
        }

        impl TryFrom<f64> for $name {
            type Error = OutOfRange;

            fn try_from(value: f64) -> Result<Self, OutOfRange> {
                Self::new(value)
            }
        }

        #[cfg(feature = "schema")]
        impl schemars::JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                schemars::json_schema!({
                    "type": "number",
                    "description": concat!($($doc),*).trim(),
                    "minimum": Self::LEAST,
                    "maximum": Self::MOST,
                })
            }
        }

        impl From<$name> for f64 {
            fn from(value: $name) -> f64 {
                value.0
            }
        }
    };
}

quantity!(
    /// A share or a chance, 0 to 1.
    Fraction, 0.0, 1.0
);
quantity!(
    /// An amount in the plan's one currency; negative for a credit.
    Money, -1e15, 1e15
);
quantity!(
    /// How many: leads a month, deals, people, activities. Not necessarily whole.
    Count, 0.0, 1e9
);
quantity!(
    /// Calendar days, up to a hundred years.
    Days, 0.0, 36_525.0
);
quantity!(
    /// Working hours.
    Hours, 0.0, 1e6
);
quantity!(
    /// A ratio of two like quantities, 1 for "the same".
    Factor, 0.0, 1e6
);
quantity!(
    /// Growth from one month to the next as a share: 0.02 is 2% more each month.
    GrowthRate, -0.95, 10.0
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bounds_hold_and_both_ends_belong() {
        assert!(Fraction::new(0.0).is_ok());
        assert!(Fraction::new(1.0).is_ok());
        for bad in [-0.001, 1.001, f64::NAN, f64::INFINITY] {
            assert!(Fraction::new(bad).is_err(), "{bad}");
        }
        assert!(Money::new(1e308).is_err());
        assert!(Money::new(-110.7).is_ok());
    }

    #[test]
    fn negative_zero_becomes_plain_zero() {
        let zero = Count::new(-0.0).unwrap();
        assert!(zero.get().is_sign_positive());
    }

    #[test]
    fn nearest_clamps_and_never_keeps_what_is_no_number() {
        assert_eq!(Fraction::nearest(7.0).get(), 1.0);
        assert_eq!(Fraction::nearest(f64::NAN).get(), 0.0);
    }

    #[test]
    fn json_refuses_what_the_unit_refuses() {
        assert!(serde_json::from_str::<Fraction>("0.5").is_ok());
        let error = serde_json::from_str::<Fraction>("35")
            .unwrap_err()
            .to_string();
        assert!(error.contains("35 is not from 0 to 1"), "{error}");
    }
}
