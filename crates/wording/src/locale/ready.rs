//! Locales that need no browser: the command line's, and those the tests go through.
//!
//! Values as `Intl` gives them (CLDR 48).

use chrono::Weekday::{self, Mon, Sun};

use super::{
    CurrencyPlace, DateOrder, DateStyle, ENGLISH, Grouping, Locale, PercentPlace, Separators,
};

const NO_BREAK: char = '\u{a0}';
const NARROW_NO_BREAK: char = '\u{202f}';

impl Locale {
    /// The tags [`Locale::ready`] knows.
    pub const READY: [&str; 8] = [
        "en-US", "en-GB", "de-DE", "de-CH", "fr-FR", "en-IN", "pt-BR", "sv-SE",
    ];

    /// A locale that comes with the product, by its exact tag.
    #[must_use]
    pub fn ready(tag: &str) -> Option<Self> {
        Some(match tag {
            "en-US" => base(tag, Sun).order(DateOrder::MonthDayYear, "/", false),
            "en-GB" => base(tag, Mon),
            "en-IN" => Self {
                grouping: Grouping {
                    indian: true,
                    from_digits: 4,
                },
                ..base(tag, Sun).order(DateOrder::DayMonthYear, "/", false)
            },
            "de-DE" => base(tag, Mon)
                .separators(',', '.')
                .currency_after()
                .percent_spaced()
                .order(DateOrder::DayMonthYear, ".", false),
            "de-CH" => Self {
                currency: CurrencyPlace {
                    before: true,
                    space: None,
                    minus_inside: true,
                },
                ..base(tag, Mon)
                    .separators('.', '’')
                    .order(DateOrder::DayMonthYear, ".", false)
            },
            "fr-FR" => base(tag, Mon)
                .separators(',', NARROW_NO_BREAK)
                .currency_after()
                .percent_spaced(),
            "pt-BR" => Self {
                currency: CurrencyPlace {
                    before: true,
                    space: Some(NO_BREAK),
                    minus_inside: false,
                },
                ..base(tag, Sun).separators(',', '.')
            },
            "sv-SE" => Self {
                minus: '−',
                ..base(tag, Mon)
                    .separators(',', NO_BREAK)
                    .currency_after()
                    .percent_spaced()
                    .order(DateOrder::YearMonthDay, "-", true)
            },
            _ => return None,
        })
    }

    fn separators(mut self, decimal: char, group: char) -> Self {
        self.number = Separators { decimal, group };
        self.money = self.number;
        self
    }

    fn currency_after(mut self) -> Self {
        self.currency = CurrencyPlace {
            before: false,
            space: Some(NO_BREAK),
            minus_inside: false,
        };
        self
    }

    fn percent_spaced(mut self) -> Self {
        self.percent.space = Some(NO_BREAK);
        self
    }

    fn order(mut self, order: DateOrder, separator: &str, two_digits: bool) -> Self {
        self.date = DateStyle {
            order,
            separator: separator.to_owned(),
            suffix: String::new(),
            day_in_two_digits: two_digits,
            month_in_two_digits: two_digits,
        };
        self
    }
}

impl Default for Locale {
    /// American English.
    fn default() -> Self {
        base("en-US", Sun).order(DateOrder::MonthDayYear, "/", false)
    }
}

/// British English under another tag: what the others are told apart from.
fn base(tag: &str, first_day_of_week: Weekday) -> Locale {
    let separators = Separators {
        decimal: '.',
        group: ',',
    };
    Locale {
        tag: tag.to_owned(),
        number: separators,
        money: separators,
        grouping: Grouping {
            indian: false,
            from_digits: 4,
        },
        minus: '-',
        currency: CurrencyPlace {
            before: true,
            space: None,
            minus_inside: false,
        },
        percent: PercentPlace {
            before: false,
            space: None,
        },
        date: DateStyle {
            order: DateOrder::DayMonthYear,
            separator: "/".to_owned(),
            suffix: String::new(),
            day_in_two_digits: true,
            month_in_two_digits: true,
        },
        first_day_of_week,
        words: &ENGLISH,
    }
}
