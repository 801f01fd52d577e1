//! Figures of a plan as people read them: rounded to what is worth saying, in the plan's
//! currency, in one locale. The workbook and the command line write them all through here,
//! so that both say the same. Never makes sentences: that is for the catalogue.

use std::rc::Rc;

use chrono::NaiveDate;
use plumbline_plan::{Currency, Month, QuantityKind};

use crate::{
    locale::{CurrencyCode, Locale},
    reading::{Entry, Figures as Typed, Kind},
    texts::workshop::MASK,
    writing::{self, Compact},
};

/// A reader's locale with a plan's currency.
#[derive(Debug, Clone, PartialEq)]
pub struct Figures {
    /// The reader's locale.
    pub locale: Rc<Locale>,
    /// The plan's currency.
    pub currency: CurrencyCode,
    /// Whether amounts of money are not to be seen: a mask stands in their place.
    pub hides_money: bool,
}

impl Figures {
    /// Figures for a reader and a currency.
    #[must_use]
    pub fn new(locale: Rc<Locale>, currency: Currency) -> Self {
        Self {
            locale,
            currency: CurrencyCode::of(currency.code()),
            hides_money: false,
        }
    }

    /// Money in whole units.
    #[must_use]
    pub fn money(&self, amount: f64) -> String {
        if self.hides_money {
            return MASK.to_owned();
        }
        writing::write_money(amount, self.currency, &self.locale)
    }

    /// Money as short as its error allows, for text: three digits that count.
    #[must_use]
    pub fn about_money(&self, amount: f64) -> String {
        self.compact_money(amount, 3, Compact::Words)
    }

    /// A difference of two uncertain amounts: two digits that count.
    #[must_use]
    pub fn rough_money(&self, amount: f64) -> String {
        self.compact_money(amount, 2, Compact::Words)
    }

    /// Money in letters, for charts: two or three digits that count.
    #[must_use]
    pub fn chart_money(&self, amount: f64) -> String {
        self.compact_money(amount, 3, Compact::Letters)
    }

    fn compact_money(&self, amount: f64, digits: u8, scale: Compact) -> String {
        if self.hides_money {
            return MASK.to_owned();
        }
        let rounded = writing::round_significant(amount, digits);
        writing::write_money_compact(rounded, self.currency, scale, &self.locale)
    }

    /// A share in whole percent, with a decimal below ten.
    #[must_use]
    pub fn percent(&self, share: f64) -> String {
        self.percent_to(share, usize::from(has_decimal(share)))
    }

    /// A share as [`Self::percent`] writes it, as a number.
    #[must_use]
    pub fn rounded_share(share: f64) -> f64 {
        writing::round_to_place(share, -2 - i32::from(has_decimal(share)))
    }

    /// A share in percent with so many decimals.
    #[must_use]
    pub fn percent_to(&self, share: f64, decimals: usize) -> String {
        writing::write_percent(share, decimals, &self.locale)
    }

    /// A share in percent with as many decimals as it has, for one that is rounded already;
    /// others to one.
    #[must_use]
    pub fn exact_percent(&self, share: f64) -> String {
        let is_whole = |decimals: &i32| writing::round_to_place(share, -2 - decimals) == share;
        let decimals = (0..=4).find(is_whole).unwrap_or(1);
        self.percent_to(share, decimals as usize)
    }

    /// A probability: never 0% or 100%.
    #[must_use]
    pub fn probability(&self, chance: f64) -> String {
        writing::write_probability(chance, &self.locale)
    }

    /// How many: whole from a hundred on, below it to two digits that count.
    #[must_use]
    pub fn count(&self, count: f64) -> String {
        if count.abs() >= 100.0 {
            self.whole(count)
        } else {
            writing::write_significant(count, 2, &self.locale)
        }
    }

    /// How many, of what is computed: from a thousand on three digits that count.
    #[must_use]
    pub fn about_count(&self, count: f64) -> String {
        self.about_difference(count, count)
    }

    /// A difference of computed counts, to the last digit that the larger is written with, so
    /// that the two still differ by it.
    #[must_use]
    pub fn about_difference(&self, difference: f64, larger: f64) -> String {
        match format!("{:.0}", larger.abs()).len() {
            digits @ 4.. => self.whole(writing::round_to_place(difference, digits as i32 - 3)),
            _ => self.count(difference),
        }
    }

    /// A whole number.
    #[must_use]
    pub fn whole(&self, count: f64) -> String {
        writing::write_number(count, 0, &self.locale)
    }

    /// A number with so many decimals.
    #[must_use]
    pub fn decimal(&self, value: f64, decimals: usize) -> String {
        writing::write_number(value, decimals, &self.locale)
    }

    /// A month with its year.
    #[must_use]
    pub fn month(&self, month: Month) -> String {
        writing::write_month(month.first_day(), &self.locale)
    }

    /// The months from one to another.
    #[must_use]
    pub fn months(&self, first: Month, last: Month) -> String {
        writing::write_months(first.first_day(), last.first_day(), &self.locale)
    }

    /// The name of a month of any year, by its place in the year, January being 0.
    #[must_use]
    pub fn month_of_year(&self, place: usize) -> &str {
        self.locale
            .words
            .months
            .get(place)
            .copied()
            .unwrap_or_default()
    }

    /// A month's short name, without its year.
    #[must_use]
    pub fn short_month(&self, month: Month) -> String {
        self.locale.words.months_short[month.number() as usize - 1].to_owned()
    }

    /// What months are called along a picture: short, with the year where there are more
    /// than one year's.
    #[must_use]
    pub fn month_marks(&self, months: impl Iterator<Item = Month>) -> Vec<String> {
        let months: Vec<Month> = months.collect();
        let is_long = months.len() > 12;
        let mark = |month: &Month| {
            let name = self.short_month(*month);
            if is_long {
                format!("{name} ’{:02}", month.year().rem_euclid(100))
            } else {
                name
            }
        };
        months.iter().map(mark).collect()
    }

    /// A day.
    #[must_use]
    pub fn day(&self, day: NaiveDate) -> String {
        writing::write_date_long(day, &self.locale)
    }

    /// How a field of this kind is read and written.
    #[must_use]
    pub fn kind(&self, kind: QuantityKind) -> Kind {
        match kind {
            QuantityKind::Fraction => Kind::Fraction,
            QuantityKind::Money => Kind::Money(self.currency),
            QuantityKind::Count => Kind::Count,
            QuantityKind::Days => Kind::Days,
            QuantityKind::Hours => Kind::Hours,
            QuantityKind::Factor | QuantityKind::GrowthRate => Kind::Percentage,
        }
    }

    /// A range of a kind, with its unit said once, to two digits that count.
    #[must_use]
    pub fn range(&self, kind: QuantityKind, low: f64, high: f64) -> String {
        if self.hides_money && kind == QuantityKind::Money {
            return MASK.to_owned();
        }
        let round = |value: f64| match kind {
            QuantityKind::Fraction | QuantityKind::Factor | QuantityKind::GrowthRate
                if value.abs() >= 0.1 =>
            {
                writing::round_to_place(value, -2)
            }
            _ => writing::round_significant(value, 2 + u8::from(value.abs() >= 100.0)),
        };
        let figures = Typed::Range {
            low: round(low),
            high: round(high),
        };
        let entry = Entry {
            figures,
            approximate: false,
        };
        writing::write_entry(&entry, self.kind(kind), &self.locale)
    }

    /// A range as [`Self::short_range`] writes it, durations without a unit: for below a field
    /// that has it.
    #[must_use]
    pub fn bare_range(&self, kind: QuantityKind, low: f64, high: f64) -> String {
        match kind {
            QuantityKind::Days | QuantityKind::Hours => {
                self.short_range(QuantityKind::Count, low, high)
            }
            _ => self.short_range(kind, low, high),
        }
    }

    /// A range of a kind in few signs, for tables; durations in the unit of the upper end.
    #[must_use]
    pub fn short_range(&self, kind: QuantityKind, low: f64, high: f64) -> String {
        let plain = |value: f64| writing::write_significant(value, 2, &self.locale);
        match kind {
            QuantityKind::Fraction | QuantityKind::Factor | QuantityKind::GrowthRate => {
                self.share_range(low, high)
            }
            QuantityKind::Money => {
                format!("{}–{}", self.chart_money(low), self.chart_money(high))
            }
            QuantityKind::Count => format!("{}–{}", plain(low), plain(high)),
            QuantityKind::Days => writing::write_days_range(low, high, &self.locale),
            QuantityKind::Hours => writing::write_hours_range(low, high, &self.locale),
        }
    }

    /// A range of shares in whole percent, to a decimal below ten and where its ends would
    /// else read the same.
    fn share_range(&self, low: f64, high: f64) -> String {
        let plain = |digits| writing::write_significant(low * 100.0, digits, &self.locale);
        let is_narrow = low < high && self.percent(low) == self.percent(high);
        if is_narrow && !has_decimal(high) {
            format!("{}–{}", plain(3), self.percent_to(high, 1))
        } else {
            format!("{}–{}", plain(2), self.percent(high))
        }
    }

    /// One value of a kind as it was entered: a share with the decimals it has, as its field
    /// shows it.
    #[must_use]
    pub fn entered(&self, kind: QuantityKind, value: f64) -> String {
        match kind {
            QuantityKind::Fraction | QuantityKind::Factor | QuantityKind::GrowthRate => {
                self.exact_percent(value)
            }
            _ => self.value(kind, value),
        }
    }

    /// One value of a kind, as text to read.
    #[must_use]
    pub fn value(&self, kind: QuantityKind, value: f64) -> String {
        match kind {
            QuantityKind::Fraction | QuantityKind::Factor | QuantityKind::GrowthRate => {
                self.percent(value)
            }
            QuantityKind::Money => self.money(value),
            QuantityKind::Count => self.count(value),
            QuantityKind::Days => writing::write_days(value, &self.locale),
            QuantityKind::Hours => writing::write_hours(value, &self.locale),
        }
    }
}

/// Whether a share is small enough for a decimal of its percent to count.
fn has_decimal(share: f64) -> bool {
    share.abs() < 0.0995 && share != 0.0
}
