//! Digits and separators as a number in the locale's own way, or what else they may mean.
//!
//! Spaces and apostrophes group digits everywhere, since they are decimals nowhere. A dot or
//! comma is only ever what the locale says it is.

use crate::locale::{Grouping, Separators};

/// A number not yet rounded to a float: digits with perhaps one dot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Figure(String);

impl Figure {
    /// The nearest float to the figure times a power of ten; infinite when too large.
    pub(super) fn times_ten_to(&self, power: i32) -> f64 {
        // Shifted as text, so that 34.5% is exactly what 0.345 is.
        format!("{}e{power}", self.0)
            .parse()
            .unwrap_or(f64::INFINITY)
    }

    /// Whether a digit other than 0 is in it.
    pub(super) fn is_nonzero(&self) -> bool {
        self.0.bytes().any(|digit| (b'1'..=b'9').contains(&digit))
    }

    /// Its value if it is two digits below 60, as minutes are.
    pub(super) fn is_clock_minutes(&self) -> bool {
        self.0.len() == 2 && self.0.as_bytes()[0] < b'6' && self.is_whole()
    }

    /// Whether it has no decimals.
    pub(super) fn is_whole(&self) -> bool {
        !self.0.contains('.')
    }
}

/// Reads digits with separators (already cleaned). `Err` is what malformed ones could mean,
/// the likeliest first.
pub(super) fn figure(
    text: &str,
    separators: Separators,
    grouping: Grouping,
) -> Result<Figure, Vec<Figure>> {
    let decimal = same(separators.decimal);
    let (whole, fraction) = text.split_once(decimal).unwrap_or((text, ""));
    let digits = grouped(whole, same(separators.group), grouping);
    match digits {
        Some(digits) if all_digits(fraction) && !(digits.is_empty() && fraction.is_empty()) => {
            Ok(joined(&digits, fraction))
        }
        _ => Err(other_meanings(text)),
    }
}

/// The separator as cleaned text has it.
fn same(separator: char) -> char {
    match separator {
        '\u{2019}' => '\'',
        _ if separator.is_whitespace() => ' ',
        _ => separator,
    }
}

fn all_digits(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
}

fn joined(whole: &str, fraction: &str) -> Figure {
    let whole = if whole.is_empty() { "0" } else { whole };
    if fraction.is_empty() {
        Figure(whole.to_owned())
    } else {
        Figure(format!("{whole}.{fraction}"))
    }
}

/// The digits of a whole number with or without groups.
fn grouped(text: &str, group: char, grouping: Grouping) -> Option<String> {
    let Some(separator) = text.chars().find(|ch| !ch.is_ascii_digit()) else {
        return Some(text.to_owned());
    };
    if separator != group && !matches!(separator, ' ' | '\'') {
        return None;
    }
    let groups: Vec<&str> = text.split(separator).collect();
    let fits = are_threes(&groups) || (grouping.indian && are_indian(&groups));
    (fits && groups.iter().all(|digits| all_digits(digits))).then(|| groups.concat())
}

fn are_threes(groups: &[&str]) -> bool {
    starts_well(groups, 3) && groups[1..].iter().all(|group| group.len() == 3)
}

fn are_indian(groups: &[&str]) -> bool {
    let Some((last, others)) = groups.split_last() else {
        return false;
    };
    starts_well(groups, 2) && last.len() == 3 && others[1..].iter().all(|group| group.len() == 2)
}

/// A grouped number has two groups at least and does not begin with a zero: `0.350` is no
/// three hundred and fifty.
fn starts_well(groups: &[&str], longest: usize) -> bool {
    groups.len() > 1 && (1..=longest).contains(&groups[0].len()) && !groups[0].starts_with('0')
}

/// What a malformed number could mean: its last separator as the decimal one, or all of
/// them as grouping.
fn other_meanings(text: &str) -> Vec<Figure> {
    let text = text.trim_end_matches(|ch: char| !ch.is_ascii_digit());
    let is_separator = |ch: char| !ch.is_ascii_digit();
    let Some(at) = text.rfind(is_separator) else {
        return vec![joined(text, "")];
    };
    let (head, tail) = (&text[..at], &text[at + 1..]);
    let last = text[at..].chars().next().unwrap_or_default();
    let digits = |part: &str| {
        part.chars()
            .filter(char::is_ascii_digit)
            .collect::<String>()
    };

    let decimal = matches!(last, '.' | ',') && !head.contains(last);
    let decimal = decimal.then(|| joined(&digits(head), tail));
    let one_separator = head
        .chars()
        .filter(|ch| is_separator(*ch))
        .all(|ch| ch == last);
    let groups = one_separator && tail.len() > 1 && !text.starts_with('0');
    let groups = groups.then(|| joined(&digits(text), ""));
    if tail.len() == 3 {
        groups.into_iter().chain(decimal).collect()
    } else {
        decimal.into_iter().chain(groups).collect()
    }
}
