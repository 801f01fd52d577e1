//! How the figures of a firm's own deals are written, each rounded to what it can bear.

use plumbline_deals::{Interval, Rate};

use crate::{
    locale::{CurrencyCode, Locale},
    writing,
};

/// The power of ten of a tenth of a percent.
const TENTH_OF_A_PERCENT: i32 = -3;

/// How figures of deals are written: in a locale, and in the deals' currency where the file
/// names one.
#[derive(Debug, Clone, Copy)]
pub struct DealFigures<'a> {
    /// The locale.
    pub locale: &'a Locale,
    /// The currency.
    pub currency: Option<CurrencyCode>,
}

impl DealFigures<'_> {
    /// Money in whole units.
    #[must_use]
    pub fn money(&self, amount: f64) -> String {
        match self.currency {
            Some(currency) => writing::write_money(amount, currency, self.locale),
            None => writing::write_number(amount, 0, self.locale),
        }
    }

    /// A whole number.
    #[must_use]
    pub fn count(&self, count: u32) -> String {
        writing::write_number(f64::from(count), 0, self.locale)
    }

    /// A share in percent whose error is not known: whole percent.
    #[must_use]
    pub fn percent(&self, share: f64) -> String {
        writing::write_percent(share, 0, self.locale)
    }

    /// A share in whole percent, with its sign: more or less than nothing.
    #[must_use]
    pub fn signed_percent(&self, share: f64) -> String {
        let sign = if share > 0.0 { "+" } else { "" };
        format!("{sign}{}", self.percent(share))
    }

    /// A share in percent, or an end of its interval, to the last digit that its standard error
    /// leaves meaningful ([`writing::place_of_error`]): 4,238 of 6,711 is 63.2%, with an error of
    /// 0.6 points; 120 of 200 is 60%, with one of 3.5. Never coarser than a whole percent, and
    /// never finer than a tenth of one: no plan is made by hundredths.
    #[must_use]
    pub fn share(&self, share: f64, interval: &Interval) -> String {
        let place = writing::place_of_error(interval.standard_error());
        let decimals = usize::from(place.is_some_and(|place| place <= TENTH_OF_A_PERCENT));
        writing::write_percent(share, decimals, self.locale)
    }

    /// The interval of a share, each end to the digit of the share.
    #[must_use]
    pub fn share_range(&self, interval: &Interval) -> String {
        let end = |share| self.share(share, interval);
        super::super::deals_page::from_to(&end(interval.low), &end(interval.high))
    }

    /// A rate that was counted; what is written where there is none.
    #[must_use]
    pub fn rate(&self, rate: Option<&Rate>) -> String {
        match rate {
            Some(rate) => self.share(rate.share, &rate.interval),
            None => self.percent(f64::NAN),
        }
    }

    /// Days as people say them.
    #[must_use]
    pub fn days(&self, days: f64) -> String {
        writing::write_days(days, self.locale)
    }

    /// "1 deal", "12 deals".
    #[must_use]
    pub fn deals(&self, count: u32) -> String {
        format!(
            "{} {}",
            self.count(count),
            if count == 1 { "deal" } else { "deals" }
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rate_has_the_digits_that_its_error_leaves() {
        let locale = Locale::ready("en-GB").unwrap();
        let figures = DealFigures {
            locale: &locale,
            currency: None,
        };
        for (won, of, rate, range) in [
            (4_238, 6_711, "63.2%", "62.4% – 63.9%"),
            (120, 200, "60%", "56% – 64%"),
            (7, 20, "35%", "23% – 49%"),
            // A hundredth of a percent is none that anyone plans by.
            (342_700, 1_000_000, "34.3%", "34.2% – 34.3%"),
        ] {
            let counted = Rate::new(won, of).unwrap();
            assert_eq!(figures.rate(Some(&counted)), rate);
            assert_eq!(figures.share_range(&counted.interval), range);
        }
    }
}
