//! The words that may stand around a number: the product's own language, English, and the
//! common ones of the user's, as far as they do not contradict English (a German `Billion`
//! is a million millions: it is left out, `Mrd.` and `Mio.` are not).
//!
//! Words come in small letters; a closing dot never matters.

use super::Kind;
use super::dimension::TimeUnit::{self, Day, Hour, Minute, Month, Quarter, Week, WorkingDay, Year};
use crate::locale::{Locale, Noun, ScaleWord};

/// A word that joins figures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Join {
    About,
    Between,
    From,
    To,
    And,
    Of,
    /// `4 out of 10`: before [`Join::Of`].
    Out,
    Percent,
    /// `per cent`: before [`Join::Cent`].
    Per,
    Cent,
    /// Before a day that is a working day.
    Working,
}

struct Language {
    tag: &'static str,
    joins: &'static [(&'static str, Join)],
    scales: &'static [(&'static str, i32)],
    times: &'static [(&'static str, TimeUnit)],
}

#[rustfmt::skip]
static LANGUAGES: [Language; 5] = [
    Language {
        tag: "en",
        joins: &[
            ("about", Join::About), ("around", Join::About), ("roughly", Join::About),
            ("approx", Join::About), ("approximately", Join::About), ("circa", Join::About),
            ("ca", Join::About), ("c", Join::About),
            ("between", Join::Between), ("from", Join::From), ("to", Join::To),
            ("until", Join::To), ("through", Join::To), ("and", Join::And), ("of", Join::Of),
            ("in", Join::Of), ("out", Join::Out),
            ("percent", Join::Percent), ("pct", Join::Percent), ("per", Join::Per),
            ("cent", Join::Cent), ("working", Join::Working), ("business", Join::Working),
        ],
        scales: &[
            ("hundred", 2), ("k", 3), ("thousand", 3), ("thousands", 3),
            ("m", 6), ("mm", 6), ("mn", 6), ("mln", 6), ("mio", 6), ("million", 6),
            ("millions", 6), ("b", 9), ("bn", 9), ("bln", 9), ("billion", 9), ("billions", 9),
            ("tn", 12), ("trn", 12), ("trillion", 12), ("trillions", 12),
            ("lakh", 5), ("lakhs", 5), ("lac", 5), ("lacs", 5), ("crore", 7), ("crores", 7),
            ("cr", 7),
        ],
        times: &[
            ("min", Minute), ("mins", Minute), ("minute", Minute), ("minutes", Minute),
            ("h", Hour), ("hr", Hour), ("hrs", Hour), ("hour", Hour), ("hours", Hour),
            ("d", Day), ("day", Day), ("days", Day),
            ("workday", WorkingDay), ("workdays", WorkingDay),
            ("w", Week), ("wk", Week), ("wks", Week), ("week", Week), ("weeks", Week),
            ("mo", Month), ("mos", Month), ("mth", Month), ("mths", Month), ("month", Month),
            ("months", Month),
            ("q", Quarter), ("qtr", Quarter), ("quarter", Quarter), ("quarters", Quarter),
            ("y", Year), ("yr", Year), ("yrs", Year), ("year", Year), ("years", Year),
        ],
    },
    Language {
        tag: "de",
        joins: &[
            ("etwa", Join::About), ("rund", Join::About), ("ungefähr", Join::About),
            ("zirka", Join::About), ("zwischen", Join::Between), ("von", Join::From),
            ("bis", Join::To), ("und", Join::And), ("von", Join::Of), ("aus", Join::Of),
            ("prozent", Join::Percent),
        ],
        scales: &[
            ("t", 3), ("tsd", 3), ("tausend", 3), ("mill", 6), ("millionen", 6),
            ("mrd", 9), ("mia", 9), ("milliarde", 9), ("milliarden", 9),
        ],
        times: &[
            ("minuten", Minute), ("std", Hour), ("stunde", Hour), ("stunden", Hour),
            ("tag", Day), ("tage", Day), ("tagen", Day),
            ("arbeitstag", WorkingDay), ("arbeitstage", WorkingDay),
            ("woche", Week), ("wochen", Week), ("monat", Month), ("monate", Month),
            ("monaten", Month), ("quartal", Quarter), ("quartale", Quarter),
            ("j", Year), ("jahr", Year), ("jahre", Year), ("jahren", Year),
        ],
    },
    Language {
        tag: "fr",
        joins: &[
            ("environ", Join::About), ("env", Join::About), ("vers", Join::About),
            ("entre", Join::Between), ("de", Join::From), ("à", Join::To), ("a", Join::To),
            ("et", Join::And), ("sur", Join::Of), ("pour", Join::Per),
        ],
        scales: &[
            ("mille", 3), ("md", 9), ("mds", 9), ("mrd", 9), ("milliard", 9), ("milliards", 9),
        ],
        times: &[
            ("heure", Hour), ("heures", Hour), ("j", Day), ("jour", Day), ("jours", Day),
            ("semaine", Week), ("semaines", Week), ("mois", Month),
            ("trimestre", Quarter), ("trimestres", Quarter),
            ("an", Year), ("ans", Year), ("année", Year), ("années", Year),
        ],
    },
    Language {
        tag: "pt",
        joins: &[
            ("cerca", Join::About), ("aprox", Join::About), ("entre", Join::Between),
            ("de", Join::From), ("a", Join::To), ("até", Join::To), ("e", Join::And),
            ("de", Join::Of), ("em", Join::Of), ("por", Join::Per), ("cento", Join::Cent),
        ],
        scales: &[
            ("mil", 3), ("mi", 6), ("milhão", 6), ("milhões", 6), ("bi", 9), ("bilhão", 9),
            ("bilhões", 9), ("tri", 12), ("trilhão", 12), ("trilhões", 12),
        ],
        times: &[
            ("minuto", Minute), ("minutos", Minute), ("hora", Hour), ("horas", Hour),
            ("dia", Day), ("dias", Day), ("semana", Week), ("semanas", Week),
            ("mês", Month), ("meses", Month), ("trimestre", Quarter), ("trimestres", Quarter),
            ("ano", Year), ("anos", Year),
        ],
    },
    Language {
        tag: "sv",
        joins: &[
            ("cirka", Join::About), ("ungefär", Join::About), ("omkring", Join::About),
            ("mellan", Join::Between), ("från", Join::From), ("till", Join::To),
            ("och", Join::And), ("av", Join::Of), ("procent", Join::Percent),
        ],
        scales: &[
            ("t", 3), ("tusen", 3), ("miljon", 6), ("miljoner", 6),
            ("md", 9), ("mdr", 9), ("miljard", 9), ("miljarder", 9),
        ],
        times: &[
            ("minuter", Minute), ("tim", Hour), ("timme", Hour), ("timmar", Hour),
            ("dag", Day), ("dagar", Day), ("arbetsdag", WorkingDay), ("arbetsdagar", WorkingDay),
            ("vecka", Week), ("veckor", Week), ("mån", Month), ("månad", Month),
            ("månader", Month), ("kvartal", Quarter), ("år", Year),
        ],
    },
];

fn languages(locale: &Locale) -> impl Iterator<Item = &'static Language> {
    let tags = ["en", locale.words.language, locale.language()];
    LANGUAGES
        .iter()
        .filter(move |language| tags.contains(&language.tag))
}

fn bare(word: &str) -> &str {
    word.trim_end_matches('.')
}

/// Whether the word joins in this way.
pub(super) fn joins(word: &str, join: Join, locale: &Locale) -> bool {
    let word = bare(word);
    let own = match join {
        Join::About => Some(locale.words.about),
        Join::To => Some(locale.words.to),
        Join::Of => Some(locale.words.of),
        _ => None,
    };
    own.is_some_and(|own| own.to_lowercase() == word)
        || languages(locale).any(|language| language.joins.contains(&(word, join)))
}

/// Whether the word joins in any way.
pub(super) fn is_join(word: &str, locale: &Locale) -> bool {
    languages(locale).any(|language| language.joins.iter().any(|row| row.0 == bare(word)))
        || [Join::About, Join::To, Join::Of]
            .iter()
            .any(|join| joins(word, *join, locale))
}

/// The power of ten the word stands for.
pub(super) fn scale(word: &str, locale: &Locale) -> Option<i32> {
    let word = bare(word);
    let words = locale.words;
    let own = [
        (&words.thousand, 3),
        (&words.million, 6),
        (&words.billion, 9),
        (&words.trillion, 12),
    ];
    let indian = [(&words.lakh, 5), (&words.crore, 7)];
    let indian = indian.into_iter().filter(|_| locale.grouping.indian);
    let is = |own: &ScaleWord| bare(own.letter).eq_ignore_ascii_case(word) || own.word == word;
    let own = own
        .into_iter()
        .chain(indian)
        .find(|(own, _)| is(own))
        .map(|(_, power)| power);
    own.or_else(|| find(languages(locale).map(|language| language.scales), word))
}

/// The unit of time the word stands for in a field of this kind.
pub(super) fn time(word: &str, kind: Kind, locale: &Locale) -> Option<TimeUnit> {
    let word = bare(word);
    match (word, kind) {
        ("m", Kind::Hours) => return Some(Minute),
        ("m", Kind::Days) => return Some(Month),
        _ => {}
    }
    let words = locale.words;
    let own = [
        (&words.minute, Minute),
        (&words.hour, Hour),
        (&words.day, Day),
        (&words.month, Month),
        (&words.year, Year),
    ];
    let is = |noun: &Noun| noun.one.to_lowercase() == word || noun.many.to_lowercase() == word;
    let own = own
        .into_iter()
        .find(|(noun, _)| is(noun))
        .map(|(_, unit)| unit);
    own.or_else(|| find(languages(locale).map(|language| language.times), word))
}

fn find<T: Copy + 'static>(
    lists: impl Iterator<Item = &'static [(&'static str, T)]>,
    word: &str,
) -> Option<T> {
    lists.flatten().find(|row| row.0 == word).map(|row| row.1)
}
