//! A locale from what a browser's `Intl` says.
//!
//! The caller formats a few fixed samples and passes the parts on; nothing is called from
//! here. A part that is missing or makes no sense leaves the default in its place, so this
//! never fails.

use chrono::Weekday;

use super::{DateOrder, DateStyle, Locale, Separators};

/// One element of what `formatToParts` gives.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IntlPart {
    /// Its `type`: `integer`, `group`, `decimal`, `minusSign`, `literal`, `month`, ...
    pub kind: String,
    /// Its `value`.
    pub text: String,
}

/// What to format for [`Locale::from_intl`]. Ask `Intl` for `numberingSystem: "latn"` and
/// `calendar: "gregory"`, since figures are written with the digits 0 to 9.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct IntlSamples {
    /// The language tag.
    pub tag: String,
    /// `NumberFormat(tag)` of -1234567.8.
    pub number: Vec<IntlPart>,
    /// `NumberFormat(tag)` of 1234.
    pub four_digits: Vec<IntlPart>,
    /// `NumberFormat(tag, {style: "currency", currency: "EUR",
    /// currencyDisplay: "narrowSymbol"})` of -1234567.8.
    pub money: Vec<IntlPart>,
    /// `NumberFormat(tag, {style: "percent"})` of -0.34.
    pub percent: Vec<IntlPart>,
    /// `DateTimeFormat(tag, {timeZone: "UTC"})` of 4 March 2027.
    pub date: Vec<IntlPart>,
    /// `new Intl.Locale(tag).getWeekInfo().firstDay`: 1 is Monday, 7 Sunday; 0 when the
    /// browser can't say.
    pub first_day: u8,
}

impl Locale {
    /// A locale from a browser's samples.
    #[must_use]
    pub fn from_intl(samples: &IntlSamples) -> Self {
        let mut locale = Self {
            tag: samples.tag.clone(),
            ..Self::default()
        };
        locale.number = separators(&samples.number).unwrap_or(locale.number);
        locale.money = separators(&samples.money).unwrap_or(locale.number);
        if let Some(minus) = find(&samples.number, "minusSign").and_then(first_char) {
            locale.minus = minus;
        }
        locale.take_grouping(samples);
        locale.take_currency(&samples.money);
        locale.take_percent(&samples.percent);
        if let Some(date) = date_style(&samples.date) {
            locale.date = date;
        }
        if let Ok(day) = Weekday::try_from(samples.first_day.wrapping_sub(1)) {
            locale.first_day_of_week = day;
        }
        locale
    }

    fn take_grouping(&mut self, samples: &IntlSamples) {
        let groups: Vec<_> = samples
            .number
            .iter()
            .filter(|part| part.kind == "integer")
            .collect();
        self.grouping.indian = matches!(groups[..], [_, middle, _] if middle.text.len() == 2);
        if !samples.four_digits.is_empty() && find(&samples.four_digits, "group").is_none() {
            self.grouping.from_digits = 5;
        }
    }

    fn take_currency(&mut self, parts: &[IntlPart]) {
        let (Some(currency), Some(number)) =
            (position(parts, "currency"), position(parts, "integer"))
        else {
            return;
        };
        self.currency.before = currency < number;
        self.currency.space = space_beside(parts, currency);
        self.currency.minus_inside =
            position(parts, "minusSign").is_some_and(|minus| currency < minus && minus < number);
    }

    fn take_percent(&mut self, parts: &[IntlPart]) {
        let (Some(sign), Some(number)) =
            (position(parts, "percentSign"), position(parts, "integer"))
        else {
            return;
        };
        self.percent.before = sign < number;
        self.percent.space = space_beside(parts, sign);
    }
}

fn position(parts: &[IntlPart], kind: &str) -> Option<usize> {
    parts.iter().position(|part| part.kind == kind)
}

fn find<'a>(parts: &'a [IntlPart], kind: &str) -> Option<&'a str> {
    parts
        .iter()
        .find(|part| part.kind == kind)
        .map(|part| part.text.as_str())
}

/// The first character a reader sees: marks of direction are passed over.
fn first_char(text: &str) -> Option<char> {
    text.chars().find(|ch| !is_mark(*ch))
}

fn is_mark(ch: char) -> bool {
    matches!(ch, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{61c}' | '\u{feff}')
}

fn separators(parts: &[IntlPart]) -> Option<Separators> {
    let decimal = find(parts, "decimal").and_then(first_char)?;
    // Where no groups are written a narrow space does no harm: it is always understood.
    let group = find(parts, "group")
        .and_then(first_char)
        .unwrap_or('\u{202f}');
    let sensible = decimal != group && !decimal.is_alphanumeric() && !group.is_alphanumeric();
    sensible.then_some(Separators { decimal, group })
}

/// The space in a literal right before or after the part.
fn space_beside(parts: &[IntlPart], at: usize) -> Option<char> {
    let around = [at.checked_sub(1), at.checked_add(1)];
    around
        .into_iter()
        .flatten()
        .filter_map(|beside| parts.get(beside))
        .filter(|part| part.kind == "literal")
        .find_map(|part| part.text.chars().find(|ch| ch.is_whitespace()))
}

fn date_style(parts: &[IntlPart]) -> Option<DateStyle> {
    let day = position(parts, "day")?;
    let month = position(parts, "month")?;
    let year = position(parts, "year")?;
    let order = if year < month && month < day {
        DateOrder::YearMonthDay
    } else if month < day && day < year {
        DateOrder::MonthDayYear
    } else {
        DateOrder::DayMonthYear
    };
    let literal = |at: usize| {
        let part = parts.get(at).filter(|part| part.kind == "literal");
        let text = part.map_or("", |part| &part.text);
        text.chars().filter(|ch| !is_mark(*ch)).collect::<String>()
    };
    let separator = literal(day.min(month).min(year) + 1);
    let digits = |at: usize| parts[at].text.chars().all(|ch| ch.is_ascii_digit());
    if separator.is_empty() || !digits(day) || !digits(month) || !digits(year) {
        return None;
    }
    Some(DateStyle {
        order,
        separator,
        suffix: literal(day.max(month).max(year) + 1),
        day_in_two_digits: parts[day].text.len() == 2,
        month_in_two_digits: parts[month].text.len() == 2,
    })
}
