//! Currencies by ISO 4217 code: their signs and their decimals.
//!
//! No rates and no conversion: a plan has one currency.

use super::Locale;

/// A currency by its three letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CurrencyCode([u8; 3]);

/// What is known about a currency.
struct Facts {
    code: &'static str,
    /// Its sign at home.
    home: &'static str,
    /// Its sign elsewhere, where the one at home may mean another currency.
    abroad: &'static str,
    decimals: u8,
    /// Other ways people write it, in small letters.
    also: &'static [&'static str],
}

impl CurrencyCode {
    /// The currency with this code; what is not three ASCII letters becomes `XXX`, the
    /// code for no currency.
    #[must_use]
    pub fn of(code: &str) -> Self {
        match *code.as_bytes() {
            [a, b, c] if [a, b, c].iter().all(u8::is_ascii_alphabetic) => {
                Self([a, b, c].map(|letter| letter.to_ascii_uppercase()))
            }
            _ => Self(*b"XXX"),
        }
    }

    /// The three letters.
    #[must_use]
    pub fn code(&self) -> &str {
        // Made of ASCII letters alone.
        std::str::from_utf8(&self.0).unwrap_or_default()
    }

    /// The sign people in this place know it by; the code where there is none.
    #[must_use]
    pub fn symbol(&self, locale: &Locale) -> &str {
        match self.facts() {
            // The first two letters of a code name its country.
            Some(facts) if self.code().get(..2) == Some(locale.region()) => facts.home,
            Some(facts) => facts.abroad,
            None => self.code(),
        }
    }

    /// How many decimals its amounts have: 2 for most.
    #[must_use]
    pub fn decimals(&self) -> usize {
        self.facts().map_or(2, |facts| usize::from(facts.decimals))
    }

    /// Whether a typed word (small letters, no closing dot) stands for this currency. A
    /// sign shared by several, such as `$`, stands for each of them.
    pub(crate) fn is_written(&self, word: &str) -> bool {
        self.code().eq_ignore_ascii_case(word)
            || self.facts().is_some_and(|facts| facts.is_written(word))
    }

    /// Whether a typed word (small letters, no closing dot) stands for any currency.
    pub(crate) fn any_is_written(word: &str) -> bool {
        TABLE.iter().any(|facts| facts.is_written(word))
    }

    fn facts(&self) -> Option<&'static Facts> {
        TABLE.iter().find(|facts| facts.code == self.code())
    }
}

impl Facts {
    fn is_written(&self, word: &str) -> bool {
        self.code.eq_ignore_ascii_case(word)
            || self.home.trim_end_matches('.').to_lowercase() == word
            || self.abroad.to_lowercase() == word
            || self.also.contains(&word)
    }
}

const fn row(
    code: &'static str,
    home: &'static str,
    abroad: &'static str,
    decimals: u8,
    also: &'static [&'static str],
) -> Facts {
    Facts {
        code,
        home,
        abroad,
        decimals,
        also,
    }
}

/// Every dollar is `$` to those who have one.
const DOLLARS: &[&str] = &["$", "dollar", "dollars"];

#[rustfmt::skip]
static TABLE: &[Facts] = &[
    row("AED", "AED", "AED", 2, &["dh", "dhs", "dirham", "dirhams"]),
    row("ARS", "$", "AR$", 2, &["peso", "pesos"]),
    row("AUD", "$", "A$", 2, &["au$", "dollar", "dollars"]),
    row("BGN", "лв.", "BGN", 2, &["лв", "lev", "leva"]),
    row("BHD", "BHD", "BHD", 3, &[]),
    row("BRL", "R$", "R$", 2, &["real", "reais"]),
    row("CAD", "$", "CA$", 2, &["c$", "dollar", "dollars"]),
    row("CHF", "CHF", "CHF", 2, &["fr", "sfr", "franc", "francs", "franken"]),
    row("CLP", "$", "CLP", 0, &["peso", "pesos"]),
    row("CNY", "¥", "CN¥", 2, &["元", "rmb", "yuan"]),
    row("COP", "$", "COP", 2, &["peso", "pesos"]),
    row("CZK", "Kč", "CZK", 2, &["kc", "koruna", "korun"]),
    row("DKK", "kr.", "DKK", 2, &["kr", "krone", "kroner"]),
    row("EGP", "E£", "EGP", 2, &[]),
    row("EUR", "€", "€", 2, &["euro", "euros"]),
    row("GBP", "£", "£", 2, &["pound", "pounds", "quid"]),
    row("HKD", "HK$", "HK$", 2, DOLLARS),
    row("HUF", "Ft", "HUF", 2, &["forint"]),
    row("IDR", "Rp", "IDR", 2, &["rupiah"]),
    row("ILS", "₪", "₪", 2, &["shekel", "shekels"]),
    row("INR", "₹", "₹", 2, &["rs", "rupee", "rupees"]),
    row("ISK", "kr.", "ISK", 0, &["kr"]),
    row("JPY", "¥", "¥", 0, &["円", "yen"]),
    row("KRW", "₩", "₩", 0, &["won"]),
    row("KWD", "KWD", "KWD", 3, &[]),
    row("MAD", "MAD", "MAD", 2, &["dh", "dhs", "dirham", "dirhams"]),
    row("MXN", "$", "MX$", 2, &["peso", "pesos"]),
    row("MYR", "RM", "MYR", 2, &["ringgit"]),
    row("NGN", "₦", "NGN", 2, &["naira"]),
    row("NOK", "kr", "NOK", 2, &["krone", "kroner"]),
    row("NZD", "$", "NZ$", 2, DOLLARS),
    row("PHP", "₱", "₱", 2, &["peso", "pesos"]),
    row("PKR", "Rs", "PKR", 2, &["rupee", "rupees"]),
    row("PLN", "zł", "PLN", 2, &["zl", "zloty", "złoty", "złotych"]),
    row("RON", "lei", "RON", 2, &["leu"]),
    row("RUB", "₽", "RUB", 2, &["руб", "rouble", "roubles"]),
    row("SAR", "SAR", "SAR", 2, &["sr", "riyal", "riyals"]),
    row("SEK", "kr", "SEK", 2, &["krona", "kronor"]),
    row("SGD", "$", "S$", 2, &["sg$", "dollar", "dollars"]),
    row("THB", "฿", "THB", 2, &["baht"]),
    row("TRY", "₺", "TRY", 2, &["tl", "lira"]),
    row("TWD", "$", "NT$", 2, DOLLARS),
    row("UAH", "₴", "UAH", 2, &["грн", "hryvnia"]),
    row("USD", "$", "$", 2, &["us$", "$us", "dollar", "dollars", "dlrs"]),
    row("VND", "₫", "₫", 0, &["đ", "dong"]),
    row("ZAR", "R", "ZAR", 2, &["rand"]),
];
