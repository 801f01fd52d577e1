//! The words that stand inside written figures, dates and durations.
//!
//! A translation is one more constant of this shape; reading accepts its words as well.
//! No sentences here: those are the catalogue's.

/// The words of one language for figures.
#[derive(Debug, PartialEq, Eq)]
pub struct Words {
    /// The language, as tags name it.
    pub language: &'static str,
    /// Before a number that is not exact: `about 12`.
    pub about: &'static str,
    /// Between the ends of a range: `5 to 10`.
    pub to: &'static str,
    /// Between counts: `4 of 10`.
    pub of: &'static str,
    /// Before a chance too small to name: `under 1%`.
    pub under: &'static str,
    /// Before a chance too near to certain: `over 99%`.
    pub over: &'static str,
    /// In place of a number that does not exist.
    pub no_number: &'static str,
    /// 1,000
    pub thousand: ScaleWord,
    /// 1,000,000
    pub million: ScaleWord,
    /// 1,000,000,000
    pub billion: ScaleWord,
    /// 1,000,000,000,000
    pub trillion: ScaleWord,
    /// 100,000, where digits are grouped the Indian way.
    pub lakh: ScaleWord,
    /// 10,000,000, where digits are grouped the Indian way.
    pub crore: ScaleWord,
    /// 60 seconds.
    pub minute: Noun,
    /// 60 minutes.
    pub hour: Noun,
    /// A calendar day.
    pub day: Noun,
    /// A calendar month.
    pub month: Noun,
    /// A year.
    pub year: Noun,
    /// The months, January first.
    pub months: [&'static str; 12],
    /// The months shortened, January first.
    pub months_short: [&'static str; 12],
}

/// A power of ten as a letter or a word.
#[derive(Debug, PartialEq, Eq)]
pub struct ScaleWord {
    /// Written right behind the number: `1.2m`.
    pub letter: &'static str,
    /// Written apart: `1.2 million`.
    pub word: &'static str,
}

/// A noun that is counted.
#[derive(Debug, PartialEq, Eq)]
pub struct Noun {
    /// After exactly 1.
    pub one: &'static str,
    /// After any other number.
    pub many: &'static str,
}

/// English.
pub const ENGLISH: Words = Words {
    language: "en",
    about: "about",
    to: "to",
    of: "of",
    under: "under",
    over: "over",
    no_number: "–",
    thousand: ScaleWord {
        letter: "k",
        word: "thousand",
    },
    million: ScaleWord {
        letter: "m",
        word: "million",
    },
    billion: ScaleWord {
        letter: "bn",
        word: "billion",
    },
    trillion: ScaleWord {
        letter: "tn",
        word: "trillion",
    },
    lakh: ScaleWord {
        letter: "L",
        word: "lakh",
    },
    crore: ScaleWord {
        letter: "cr",
        word: "crore",
    },
    minute: Noun {
        one: "minute",
        many: "minutes",
    },
    hour: Noun {
        one: "hour",
        many: "hours",
    },
    day: Noun {
        one: "day",
        many: "days",
    },
    month: Noun {
        one: "month",
        many: "months",
    },
    year: Noun {
        one: "year",
        many: "years",
    },
    months: [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
    months_short: [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ],
};
