//! Figures as shown on the page, with how exactly they are shown.

/// A figure read off the page.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Shown {
    /// Its value: a share for a percentage, whole units for money.
    pub value: f64,
    /// The value of its last digit: what is shown is rounded to this.
    pub last_digit: f64,
}

impl Shown {
    /// All figures in a line of English text: "8 in 10", "34%", "US$1.2 million", "1,234".
    #[must_use]
    pub fn all_in(line: &str) -> Vec<Self> {
        let mut figures = Vec::new();
        let mut rest = line;
        while let Some(start) = rest.find(|sign: char| sign.is_ascii_digit()) {
            let tail = &rest[start..];
            let end = tail.find(|sign: char| !(sign.is_ascii_digit() || ",.".contains(sign)));
            let (digits, after) = tail.split_at(end.unwrap_or(tail.len()));
            figures.push(Self::read(digits.trim_end_matches([',', '.']), after));
            rest = after;
        }
        figures
    }

    /// Whether an exact value reads as what is shown.
    #[must_use]
    pub fn is(self, exact: f64) -> bool {
        // A value half way may be rounded either way.
        (self.value - exact).abs() <= self.last_digit * 0.500_001
    }

    fn read(digits: &str, after: &str) -> Self {
        let plain = digits.replace(',', "");
        let decimals = plain
            .split_once('.')
            .map_or(0, |(_, decimals)| decimals.len());
        let unit = match after.trim_start() {
            after if after.starts_with('%') => 0.01,
            after if after.starts_with("thousand") => 1e3,
            after if after.starts_with("million") => 1e6,
            after if after.starts_with("billion") => 1e9,
            _ => 1.0,
        };
        let value: f64 = plain.parse().unwrap_or(f64::NAN);
        // A large figure that ends in zeros was rounded to them.
        let zeros = plain.len() - plain.trim_end_matches('0').len();
        let rounded = if unit == 1.0 && decimals == 0 && plain.len() > 3 {
            10_f64.powi(zeros as i32)
        } else {
            1.0
        };
        Self {
            value: value * unit,
            last_digit: rounded * unit / 10_f64.powi(decimals as i32),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_read_with_their_unit_and_exactness() {
        let found = Shown::all_in("8 in 10 lie from US$9.54 million to US$1,234,500, or 34%.");
        let values: Vec<f64> = found.iter().map(|figure| figure.value).collect();
        assert_eq!(values, [8.0, 10.0, 9.54e6, 1_234_500.0, 0.34]);
        assert!(found[2].is(9_544_999.0) && !found[2].is(9_546_000.0));
        assert!(found[3].is(1_234_549.0) && !found[3].is(1_234_551.0));
        assert!(found[4].is(0.3449) && !found[4].is(0.346));
    }
}
