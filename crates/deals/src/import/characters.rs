//! What kinds of characters a cell is made of, told in one look at each of its bytes: most cells of
//! a table can be no amount, and need not be read as one to know it. Reads none.

/// The kinds of characters in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Characters(u8);

const DIGIT: u8 = 1;
/// Points, commas, spaces and apostrophes.
const SEPARATOR: u8 = 2;
/// What else stands around an amount: a sign, parentheses, percent, white space.
const AROUND: u8 = 4;
/// A letter of a currency's code.
const CODE: u8 = 8;
/// What is part of a currency's sign, and all that is not ASCII: signs of currencies, long
/// minus signs, narrow spaces.
const CURRENCY: u8 = 16;
/// What is no part of any amount.
const OTHER: u8 = 32;

const KINDS: [u8; 256] = kinds();

const fn kinds() -> [u8; 256] {
    let mut kinds = [OTHER; 256];
    let mut byte = 0;
    while byte < 256 {
        kinds[byte] = match byte as u8 {
            b'0'..=b'9' => DIGIT,
            b'.' | b',' | b' ' | b'\'' => SEPARATOR,
            b'-' | b'+' | b'(' | b')' | b'%' | b'\t'..=b'\r' => AROUND,
            b'A'..=b'Z' => CODE,
            // The small letter is that of "Fr.".
            b'$' | b'r' | 0x80..=0xff => CURRENCY,
            _ => OTHER,
        };
        byte += 1;
    }
    kinds
}

impl Characters {
    /// Those of a text that an amount could be made of; most cells begin with what is no part of
    /// any.
    pub(super) fn of_amount(text: &str) -> Option<Self> {
        let mut all = 0;
        for byte in text.bytes() {
            all |= KINDS[usize::from(byte)];
            if all & OTHER != 0 {
                return None;
            }
        }
        (all & DIGIT != 0).then_some(Self(all))
    }

    /// Whether there is nothing but digits and what may separate them.
    pub(super) fn is_bare(self) -> bool {
        self.0 & !(DIGIT | SEPARATOR) == 0
    }

    /// Whether a currency's sign may be among them.
    pub(super) fn may_have_currency_sign(self) -> bool {
        self.0 & CURRENCY != 0
    }

    /// Whether a currency's code may be among them.
    pub(super) fn may_have_currency_code(self) -> bool {
        self.0 & CODE != 0
    }
}
