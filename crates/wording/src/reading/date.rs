//! Dates and months typed into a field.
//!
//! ISO (`2027-03-04`) is always taken; other dates in digits follow the locale's order and
//! nothing else; names of months need no order. A year has four digits. A day that does not
//! exist is never moved to one that does.

use chrono::{Datelike, NaiveDate};

use super::clean::clean;
use super::fix::Fault;
use super::lex::{Token, TokenKind};
use super::{Problem, ReadError, months};
use crate::locale::{DateOrder, Locale};
use crate::writing::{write_date, write_month};

const YEARS: std::ops::RangeInclusive<i32> = 1900..=2199;
/// The most characters a date may have.
const LONGEST: usize = 60;

/// Reads a day: `2027-03-04`, `20270304`, the locale's own order, `4 March 2027`,
/// `Mar 4, 2027`.
///
/// # Errors
/// [`ReadError`] with the reason and what may have been meant.
pub fn read_date(text: &str, locale: &Locale) -> Result<NaiveDate, ReadError> {
    let reads = |offer: &str| day(offer, locale).is_ok();
    day(text, locale).map_err(|fault| fault.into_error(text, reads))
}

/// Reads a month, as its first day: `2027-03`, `3/2027`, `March 2027`.
///
/// # Errors
/// [`ReadError`] with the reason and what may have been meant.
pub fn read_month(text: &str, locale: &Locale) -> Result<NaiveDate, ReadError> {
    let reads = |offer: &str| first_of_month(offer, locale).is_ok();
    first_of_month(text, locale).map_err(|fault| fault.into_error(text, reads))
}

fn day(text: &str, locale: &Locale) -> Result<NaiveDate, Fault> {
    let date = Typed { text, locale };
    let pieces = date.pieces()?;
    match &pieces[..] {
        [Piece::Digits(all)] if all.len() == 8 => date.day(Ok(&all[..4]), &all[4..6], &all[6..]),
        [
            Piece::Digits(year),
            Piece::Digits(month),
            Piece::Digits(day),
        ] if year.len() == 4 => date.day(Ok(year), month, day),
        [
            Piece::Digits(first),
            Piece::Digits(second),
            Piece::Digits(third),
        ] => date.in_order(first, second, third),
        [Piece::Digits(day), Piece::Month(month), Piece::Digits(year)]
        | [Piece::Month(month), Piece::Digits(day), Piece::Digits(year)]
            if day.len() <= 2 =>
        {
            date.day(date.year(year), &month.to_string(), day)
        }
        [Piece::Digits(year), Piece::Month(month), Piece::Digits(day)] if year.len() == 4 => {
            date.day(Ok(year), &month.to_string(), day)
        }
        [
            Piece::Digits(_) | Piece::Month(_),
            Piece::Digits(_) | Piece::Month(_),
        ] => Err(date.fault(if has_year(&pieces) {
            Problem::NoDay
        } else {
            Problem::NoYear
        })),
        _ => Err(date.fault(Problem::NotADate)),
    }
}

fn has_year(pieces: &[Piece]) -> bool {
    pieces
        .iter()
        .any(|piece| matches!(piece, Piece::Digits(digits) if digits.len() == 4))
}

fn first_of_month(text: &str, locale: &Locale) -> Result<NaiveDate, Fault> {
    let date = Typed { text, locale };
    let pieces = date.pieces()?;
    let (year, month) = match &pieces[..] {
        [Piece::Digits(year), Piece::Digits(month)] if year.len() == 4 => {
            (Ok(&year[..]), month.clone())
        }
        [Piece::Digits(month), Piece::Digits(year)] => (date.year(year), month.clone()),
        [Piece::Month(month), Piece::Digits(year)] => (date.year(year), month.to_string()),
        [Piece::Digits(year), Piece::Month(month)] => (date.year(year), month.to_string()),
        [Piece::Month(_)] => return Err(date.fault(Problem::NoYear)),
        _ => return Err(date.fault(Problem::NotADate)),
    };
    date.day(year, &month, "1").map_err(|fault| match year {
        // Offered as a month, not as its first day.
        Err(short) => date.offer_month(short, &month),
        Ok(_) => fault,
    })
}

/// A piece of a date; separators are gone.
enum Piece {
    Digits(String),
    Month(u32),
}

struct Typed<'a> {
    text: &'a str,
    locale: &'a Locale,
}

impl Typed<'_> {
    fn fault(&self, problem: Problem) -> Fault {
        Fault::whole(problem, self.text)
    }

    /// Cuts the text into digits and names of months.
    fn pieces(&self) -> Result<Vec<Piece>, Fault> {
        if self.text.chars().nth(LONGEST).is_some() {
            return Err(self.fault(Problem::TooLong));
        }
        let mut pieces = Vec::new();
        // Each with how many pieces came before it.
        let mut separators = Vec::new();
        let tokens = lex_date(&clean(self.text));
        if tokens.is_empty() {
            return Err(self.fault(Problem::Empty));
        }
        for token in tokens {
            match token.kind {
                TokenKind::Number => pieces.push(Piece::Digits(token.text)),
                TokenKind::Word => {
                    if let Some(month) = months::month(&token.text, self.locale) {
                        pieces.push(Piece::Month(month));
                    } else if !self.is_filler(&token.text) {
                        let word = Fault::new(Problem::UnknownWord, token.from, token.to);
                        return Err(word.instead([String::new()]));
                    }
                }
                TokenKind::Sign(sign @ ('/' | '-' | '.' | ',')) => {
                    separators.push((pieces.len(), sign))
                }
                TokenKind::Sign(_) => {
                    return Err(Fault::new(Problem::OutOfPlace, token.from, token.to));
                }
            }
        }
        let in_digits = pieces.iter().all(|piece| matches!(piece, Piece::Digits(_)));
        if in_digits && !are_regular(&separators, pieces.len()) {
            return Err(self.fault(Problem::NotADate));
        }
        Ok(pieces)
    }

    /// Words that come with a date and say nothing: `4th`, `de`, the locale's own suffix.
    fn is_filler(&self, word: &str) -> bool {
        matches!(
            word.trim_end_matches('.'),
            "st" | "nd" | "rd" | "th" | "of" | "de" | "den"
        ) || self.locale.date.suffix.trim().to_lowercase() == word
    }

    /// A year typed behind its month or day; `Err` keeps one of two digits.
    fn year<'y>(&self, digits: &'y str) -> Result<&'y str, &'y str> {
        if digits.len() == 4 {
            Ok(digits)
        } else {
            Err(digits)
        }
    }

    /// Three numbers that do not begin with a year.
    fn in_order(&self, first: &str, second: &str, third: &str) -> Result<NaiveDate, Fault> {
        let year = self.year(third);
        match self.locale.date.order {
            DateOrder::DayMonthYear => self.swappable(year, second, first),
            DateOrder::MonthDayYear => self.swappable(year, first, second),
            DateOrder::YearMonthDay if year.is_err() => self.day(self.year(first), second, third),
            // Where years come first nothing says what comes first without one.
            DateOrder::YearMonthDay => Err(self
                .fault(Problem::DateOrder)
                .instead(self.written(third, second, first))
                .instead(self.written(third, first, second))),
        }
    }

    /// A day; when it is none but the other order is one, offers that.
    fn swappable(
        &self,
        year: Result<&str, &str>,
        month: &str,
        day: &str,
    ) -> Result<NaiveDate, Fault> {
        self.day(year, month, day).map_err(|fault| match year {
            Ok(year) => fault.instead(self.written(year, day, month)),
            Err(short) => {
                let full = format!("20{short}");
                let as_ordered = self.written(&full, month, day);
                fault.instead(as_ordered.or_else(|| self.written(&full, day, month)))
            }
        })
    }

    fn day(&self, year: Result<&str, &str>, month: &str, day: &str) -> Result<NaiveDate, Fault> {
        let year = match year {
            Ok(year) => year,
            Err(short) if short.len() == 2 => {
                let full = format!("20{short}");
                return Err(self
                    .fault(Problem::ShortYear)
                    .instead(self.written(&full, month, day)));
            }
            Err(_) => return Err(self.fault(Problem::NotADate)),
        };
        if month.len() > 2 || day.len() > 2 {
            return Err(self.fault(Problem::NotADate));
        }
        let (year, month, day) = (number(year), number(month), number(day));
        let year = i32::try_from(year).unwrap_or(i32::MAX);
        if !YEARS.contains(&year) {
            return Err(self.fault(Problem::YearOutOfRange));
        }
        let Some(first) = NaiveDate::from_ymd_opt(year, month, 1) else {
            return Err(self.fault(Problem::NoSuchMonth { month }));
        };
        let last = u32::from(first.num_days_in_month());
        NaiveDate::from_ymd_opt(year, month, day)
            .ok_or_else(|| self.fault(Problem::NoSuchDay { last }))
    }

    /// The day in the locale's own writing, if there is one.
    fn written(&self, year: &str, month: &str, day: &str) -> Option<String> {
        let year = i32::try_from(number(year)).ok()?;
        let date = NaiveDate::from_ymd_opt(year, number(month), number(day))?;
        Some(write_date(date, self.locale))
    }

    fn offer_month(&self, short_year: &str, month: &str) -> Fault {
        if short_year.len() != 2 {
            return self.fault(Problem::NotADate);
        }
        let year = i32::try_from(2000 + number(short_year)).unwrap_or(i32::MAX);
        let date = NaiveDate::from_ymd_opt(year, number(month), 1);
        let offer = date.map(|date| write_month(date, self.locale));
        self.fault(Problem::ShortYear).instead(offer)
    }
}

/// Whether one and the same separator stands between all pieces, or none at all; some
/// places put one behind the last as well. `3/4-2027` is more likely a slip than a date.
fn are_regular(separators: &[(usize, char)], pieces: usize) -> bool {
    let in_turn = (1..)
        .zip(separators)
        .all(|(turn, (before, _))| *before == turn);
    let alike = separators.iter().all(|(_, sign)| *sign == separators[0].1);
    let none_missing = separators.is_empty() || separators.len() + 1 >= pieces;
    in_turn && alike && none_missing
}

/// The number; more digits than fit make one that is no day, month or year.
fn number(digits: &str) -> u32 {
    digits.parse().unwrap_or(u32::MAX)
}

/// Like [`super::lex::lex`], but separators part numbers here.
fn lex_date(glyphs: &[super::clean::Glyph]) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::new();
    let mut joins = false;
    for glyph in glyphs {
        let kind = match glyph.ch {
            ' ' => {
                joins = false;
                continue;
            }
            ch if ch.is_ascii_digit() => TokenKind::Number,
            ch if ch.is_alphabetic() => TokenKind::Word,
            ch => TokenKind::Sign(ch),
        };
        let small = glyph.ch.to_lowercase();
        match tokens.last_mut() {
            Some(last) if joins && last.kind == kind && !matches!(kind, TokenKind::Sign(_)) => {
                last.text.extend(small);
                last.to = glyph.to;
            }
            _ => tokens.push(Token {
                kind,
                text: small.collect(),
                from: glyph.from,
                to: glyph.to,
            }),
        }
        joins = true;
    }
    tokens
}
