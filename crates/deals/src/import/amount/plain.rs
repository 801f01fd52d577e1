//! Amounts of digits with at most one point, a minus in front and a percent sign behind: nearly
//! every amount of an export. One look at each byte says of them what the way for every form
//! says; its tests hold it against that.

use super::{AmountShape, Decimal};

/// The largest number up to which all whole numbers are exact in 64 bits of floating point.
const LARGEST_EXACT: u64 = 1 << 53;

/// More digits may not fit.
const MOST_DIGITS: usize = 18;

/// Tens, all of them exact in 64 bits of floating point.
#[rustfmt::skip]
const TENS: [f64; MOST_DIGITS + 1] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18,
];

/// An amount with its digits read.
#[derive(Debug, Clone, Copy)]
pub(in crate::import) struct PlainAmount {
    negative: bool,
    percent: bool,
    number: Number,
    /// Whether the first digit is a zero.
    from_zero: bool,
}

/// Digits, and how many of them stand before and after the decimal sign.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Number {
    digits: u64,
    before: usize,
    after: usize,
    /// Whether there is a decimal sign.
    point: bool,
}

impl Number {
    /// Reads on; nothing where there are too many digits, or two decimal signs.
    pub(super) fn take(&mut self, byte: u8, is_decimal: bool) -> Option<()> {
        if is_decimal {
            (!self.point).then(|| self.point = true)
        } else if self.before + self.after < MOST_DIGITS {
            self.digits = 10 * self.digits + u64::from(byte - b'0');
            if self.point {
                self.after += 1;
            } else {
                self.before += 1;
            }
            Some(())
        } else {
            None
        }
    }

    /// The number nearest to the digits: both halves of the division are exact, and dividing
    /// rounds correctly. Nothing where they are not.
    pub(super) fn value(&self) -> Option<f64> {
        (self.digits <= LARGEST_EXACT).then(|| self.digits as f64 / TENS[self.after])
    }
}

impl PlainAmount {
    /// The amount a text is; nothing where it takes the way for every form.
    pub(in crate::import) fn of(text: &str) -> Option<Self> {
        let bytes = text.as_bytes();
        let (negative, bytes) = match bytes {
            [b'-', rest @ ..] => (true, rest),
            _ => (false, bytes),
        };
        let (percent, bytes) = match bytes {
            [rest @ .., b'%'] => (true, rest),
            _ => (false, bytes),
        };
        let ([b'0'..=b'9', ..], [.., b'0'..=b'9']) = (bytes, bytes) else {
            return None;
        };
        let mut number = Number::default();
        for byte in bytes {
            match byte {
                b'0'..=b'9' => number.take(*byte, false)?,
                b'.' => number.take(*byte, true)?,
                _ => return None,
            }
        }
        (number.digits <= LARGEST_EXACT).then_some(Self {
            negative,
            percent,
            number,
            from_zero: bytes[0] == b'0',
        })
    }

    /// Its value and whether it is hundredths, with this decimal sign; nothing where its point
    /// is none.
    pub(super) fn read(&self, decimal: Decimal) -> Option<(f64, bool)> {
        if self.number.point && decimal == Decimal::Comma {
            return None;
        }
        let value = self.number.value()?;
        // Minus zero is zero.
        Some((
            if self.negative { -value } else { value } + 0.0,
            self.percent,
        ))
    }

    /// What it tells of its column.
    pub(in crate::import) fn shape(&self) -> AmountShape {
        match self.number {
            Number { point: false, .. } => AmountShape::Plain,
            Number {
                before: 1..=3,
                after: 3,
                ..
            } if !self.from_zero => AmountShape::Either,
            _ => AmountShape::Point,
        }
    }

    /// Whether it may also be a date: the days of a spreadsheet, or year, month and day without
    /// anything between them.
    pub(in crate::import) fn may_be_date(&self) -> bool {
        matches!(self.number.before, 5 | 8)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{
        super::{digits, number, read_amount, read_any, shape, shape_of_any},
        *,
    };

    /// Texts like amounts, most of which are some.
    fn texts() -> impl Strategy<Value = String> {
        let around = "(|-|\\$|EUR |\\()";
        let behind = "(|%| %|-| EUR|\\))";
        let amount = prop_oneof![
            "[0-9]{1,8}",
            "[0-9]{0,6}\\.[0-9]{0,6}",
            "[0-9]{1,3}([,.' ][0-9]{3}){0,3}([,.][0-9]{0,3})?",
            "[0-9]{14,22}(\\.[0-9]{0,22})?",
            "[0-9A-Z]{1,16}",
            "[0-9.,%-]{0,8}",
        ];
        (around, amount, behind).prop_map(|(front, amount, end)| format!("{front}{amount}{end}"))
    }

    fn bits(amount: Option<super::super::Amount>) -> Option<(u64, bool, bool)> {
        amount.map(|amount| {
            (
                amount.value.to_bits(),
                amount.percent,
                amount.currency.is_some(),
            )
        })
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(10_000))]

        #[test]
        fn what_is_read_so_is_what_the_way_for_every_form_reads(text in texts()) {
            for decimal in [Decimal::Point, Decimal::Comma] {
                let (read, any) = (read_amount(&text, decimal), read_any(&text, decimal));
                prop_assert_eq!(bits(read), bits(any), "{} {:?}", text, decimal);
            }
            prop_assert_eq!(shape(&text), shape_of_any(&text), "{}", text);
        }

        #[test]
        fn digits_are_the_nearest_number_to_the_bit(whole in "[0-9]{1,19}", part in "[0-9]{0,22}") {
            let text = format!("{whole}.{part}");
            let parsed: Option<f64> = digits(&text, Some('.')).parse().ok();
            let read = number(&text, Some('.'));
            prop_assert_eq!(read.map(f64::to_bits), parsed.map(f64::to_bits), "{}", text);
        }
    }

    /// So that the properties above speak of something.
    #[test]
    fn the_usual_forms_are_read_so() {
        for text in [
            "5",
            "1054",
            "-110.70",
            "75%",
            "0.5%",
            "9007199254740992",
            "12345.678",
        ] {
            assert!(PlainAmount::of(text).is_some(), "{text}");
        }
        for text in [
            "",
            "-",
            "%",
            "5.",
            ".5",
            "1.2.3",
            "1,5",
            "9007199254740993",
            " 5",
        ] {
            assert!(PlainAmount::of(text).is_none(), "{text}");
        }
    }
}
