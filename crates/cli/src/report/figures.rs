//! Figures for people, in American English whatever the machine's settings: what a script
//! or a colleague reads must not depend on where the program ran. Rounded as in the
//! workbook.

use chrono::NaiveDate;
use plumbline_plan::{Currency, Month};
use plumbline_wording::{
    locale::{CurrencyCode, Locale},
    writing::{self, Compact},
};

/// Writes figures of a plan.
pub(super) struct Figures {
    locale: Locale,
    currency: CurrencyCode,
}

impl Figures {
    /// Figures in a plan's currency.
    pub(super) fn new(currency: Currency) -> Self {
        Self {
            locale: Locale::default(),
            currency: CurrencyCode::of(currency.code()),
        }
    }

    /// Money in whole units, for tables.
    pub(super) fn money(&self, amount: f64) -> String {
        writing::write_money(amount, self.currency, &self.locale)
    }

    /// Money to three digits that count, for sentences.
    pub(super) fn about_money(&self, amount: f64) -> String {
        writing::write_money_compact(amount, self.currency, Compact::Words, &self.locale)
    }

    /// A share in whole percent, with a decimal below ten.
    pub(super) fn percent(&self, share: f64) -> String {
        self.percent_to(share, usize::from(share.abs() < 0.0995 && share != 0.0))
    }

    /// A share in percent with so many decimals.
    pub(super) fn percent_to(&self, share: f64, decimals: usize) -> String {
        writing::write_percent(share, decimals, &self.locale)
    }

    /// A chance, never 0% or 100%.
    pub(super) fn chance(&self, chance: f64) -> String {
        writing::write_probability(chance, &self.locale)
    }

    /// How many, to two digits that count below a hundred.
    pub(super) fn count(&self, count: f64) -> String {
        if count.abs() >= 100.0 {
            self.whole(count)
        } else {
            writing::write_significant(count, 2, &self.locale)
        }
    }

    /// How many, or a dash.
    pub(super) fn count_or_none(&self, count: Option<f64>) -> String {
        self.count(count.unwrap_or(f64::NAN))
    }

    /// A whole number.
    pub(super) fn whole(&self, count: f64) -> String {
        writing::write_number(count, 0, &self.locale)
    }

    /// A number with so many decimals.
    pub(super) fn decimal(&self, value: f64, decimals: usize) -> String {
        writing::write_number(value, decimals, &self.locale)
    }

    /// A month with its year.
    pub(super) fn month(&self, month: Month) -> String {
        writing::write_month(month.first_day(), &self.locale)
    }

    /// The months from one to another.
    pub(super) fn months(&self, first: Month, last: Month) -> String {
        writing::write_months(first.first_day(), last.first_day(), &self.locale)
    }

    /// A day.
    pub(super) fn day(&self, day: NaiveDate) -> String {
        writing::write_date_long(day, &self.locale)
    }
}
