//! Figures read off the program's text, with how exactly they are printed.

/// A figure as printed.
#[derive(Debug)]
pub(crate) struct Printed {
    value: f64,
    last_digit: f64,
}

impl Printed {
    /// Whether this is what an exact value is rounded to.
    pub(crate) fn shows(&self, exact: f64) -> bool {
        (self.value - exact).abs() <= self.last_digit * 0.500_001
    }
}

/// The figures of a line, in their order.
pub(crate) fn figures_in(line: &str) -> Vec<Printed> {
    let words = line.split(|sign: char| !(sign.is_ascii_digit() || ",.".contains(sign)));
    let digits = words.map(|word| word.trim_matches([',', '.']).replace(',', ""));
    let printed = |digits: String| {
        let decimals = digits
            .split_once('.')
            .map_or(0, |(_, decimals)| decimals.len());
        Some(Printed {
            value: digits.parse().ok()?,
            last_digit: 10_f64.powi(-(decimals as i32)),
        })
    };
    digits.filter_map(printed).collect()
}
