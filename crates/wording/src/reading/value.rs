//! One value with what stands around it: sign, currency, number, scale, unit.
//!
//! Takes tokens from a [`Cursor`] and leaves the first one that belongs to no value. Does
//! not compute: units and scales may yet be shared with a neighbour.

use super::cursor::{Cursor, at};
use super::dimension::TimeUnit;
use super::figure::{Figure, figure};
use super::fix::Fault;
use super::lex::{Token, TokenKind};
use super::vocabulary::{self, Join};
use super::{Kind, Problem};
use crate::locale::{CurrencyCode, Separators};
use crate::writing::write_figure;

/// A value as typed.
#[derive(Debug, Clone, Default)]
pub(super) struct Value {
    pub(super) negative: bool,
    /// One, or several with falling units as in `1h 30m`.
    pub(super) parts: Vec<Part>,
    pub(super) scale: Option<i32>,
    pub(super) percent: bool,
    /// Bytes of the typed text.
    pub(super) from: usize,
    pub(super) to: usize,
}

/// A number and its unit of time, if one was typed.
#[derive(Debug, Clone)]
pub(super) struct Part {
    pub(super) figure: Figure,
    pub(super) unit: Option<TimeUnit>,
}

impl Cursor<'_> {
    /// Reads one value.
    pub(super) fn value(&mut self) -> Result<Value, Fault> {
        let mut value = Value {
            from: self.peek(0).map_or(0, |token| token.from),
            ..Value::default()
        };
        let bracket = self.before_number(&mut value)?;
        let figure = self.number()?;
        value.parts.push(Part { figure, unit: None });
        self.after_number(&mut value, bracket)?;
        Ok(value)
    }

    /// Sign, currency, percent sign or an opening bracket, which makes it negative; says
    /// whether there was a bracket.
    fn before_number(&mut self, value: &mut Value) -> Result<bool, Fault> {
        let mut bracket = false;
        while let Some(token) = self.peek(0) {
            match token.kind {
                TokenKind::Number => return Ok(bracket),
                TokenKind::Sign('-') if !value.negative => value.negative = true,
                TokenKind::Sign('+') if !value.negative => {}
                TokenKind::Sign('(') if !value.negative => {
                    value.negative = true;
                    bracket = true;
                }
                TokenKind::Sign('%') if self.takes_percent() && !value.percent => {
                    value.percent = true
                }
                TokenKind::Word if self.money_word(token, value)? => {}
                _ => break,
            }
            self.at += 1;
        }
        Err(self.refuse())
    }

    fn number(&mut self) -> Result<Figure, Fault> {
        let token = self.peek(0).filter(|token| token.kind == TokenKind::Number);
        let Some(token) = token else {
            return Err(self.refuse());
        };
        let separators = self.separators();
        let figure = figure(&token.text, separators, self.locale.grouping).map_err(|meanings| {
            let texts = meanings
                .iter()
                .map(|figure| write_figure(figure.times_ten_to(0), separators, self.locale));
            at(Problem::Separators, token).instead(texts)
        })?;
        self.at += 1;
        Ok(figure)
    }

    fn separators(&self) -> Separators {
        match self.kind {
            Kind::Money(_) => self.locale.money,
            _ => self.locale.number,
        }
    }

    /// Scale, unit, percent sign, currency, a closing minus or bracket, further parts of a
    /// duration.
    pub(super) fn after_number(
        &mut self,
        value: &mut Value,
        mut bracket: bool,
    ) -> Result<(), Fault> {
        while let Some(token) = self.peek(0) {
            let taken = match token.kind {
                TokenKind::Word => self.unit_word(token, value)?,
                TokenKind::Number => self.further_part(value)?,
                TokenKind::Sign('%') => self.percent(token, value)?,
                TokenKind::Sign(':') => self.clock(value)?,
                TokenKind::Sign('-') if self.is_closing_minus(value) => {
                    value.negative = true;
                    true
                }
                TokenKind::Sign(')') if bracket => {
                    bracket = false;
                    true
                }
                _ => false,
            };
            if !taken {
                break;
            }
            self.at += 1;
        }
        if bracket || value.parts.iter().skip(1).any(|part| part.unit.is_none()) {
            return Err(self.refuse());
        }
        let last = self
            .at
            .checked_sub(1)
            .and_then(|last| self.tokens.get(last));
        value.to = last.map_or(value.from, |token| token.to);
        Ok(())
    }

    /// `110.70-`, as accounts write it. Where nothing is below zero the same dash is the
    /// beginning of a range.
    fn is_closing_minus(&self, value: &Value) -> bool {
        self.kind.is_signed() && !value.negative && self.closes(1)
    }

    /// Whether nothing comes from this place on but a currency or a closing bracket.
    fn closes(&self, ahead: usize) -> bool {
        match self.peek(ahead).map(|token| token.kind) {
            None | Some(TokenKind::Sign(')')) => true,
            Some(TokenKind::Word) => !self.is_join(ahead, Join::To) && self.closes(ahead + 1),
            _ => false,
        }
    }

    fn takes_percent(&self) -> bool {
        matches!(self.kind, Kind::Fraction | Kind::Percentage)
    }

    fn percent(&self, token: &Token, value: &mut Value) -> Result<bool, Fault> {
        if !self.takes_percent() {
            return Err(at(Problem::UnitNotHere, token));
        }
        if value.percent {
            return Err(at(Problem::OutOfPlace, token));
        }
        value.percent = true;
        Ok(true)
    }

    /// A word behind a number: its unit or scale, or nothing of a value.
    fn unit_word(&mut self, token: &Token, value: &mut Value) -> Result<bool, Fault> {
        if let Some(unit) = self.time_unit(token) {
            return self.time_word(unit, token, value);
        }
        if let Some(power) = vocabulary::scale(&token.text, self.locale) {
            if value.scale.is_some() {
                return Err(at(Problem::OutOfPlace, token));
            }
            value.scale = Some(power);
            return Ok(true);
        }
        if self.is_join(0, Join::Percent) {
            return self.percent(token, value);
        }
        if self.is_join(0, Join::Per) && self.is_join(1, Join::Cent) {
            self.at += 1;
            return self.percent(token, value);
        }
        if self.money_word(token, value)? {
            return Ok(true);
        }
        if vocabulary::time(&token.text, self.kind, self.locale).is_some() {
            return Err(at(Problem::UnitNotHere, token));
        }
        if vocabulary::is_join(&token.text, self.locale) {
            return Ok(false);
        }
        Err(self.refuse())
    }

    /// The unit of time a word stands for, in kinds that measure time; passes the first of
    /// two words.
    fn time_unit(&mut self, token: &Token) -> Option<TimeUnit> {
        TimeUnit::bare(self.kind)?;
        let unit = |token: &Token| vocabulary::time(&token.text, self.kind, self.locale);
        if self.is_join(0, Join::Working)
            && self
                .peek(1)
                .is_some_and(|next| unit(next) == Some(TimeUnit::Day))
        {
            self.at += 1;
            return Some(TimeUnit::WorkingDay);
        }
        unit(token)
    }

    fn time_word(&self, unit: TimeUnit, token: &Token, value: &mut Value) -> Result<bool, Fault> {
        if unit.convert(0.0, self.kind).is_none() {
            return Err(at(Problem::UnitNotHere, token));
        }
        let larger = value.parts.iter().rev().nth(1).and_then(|part| part.unit);
        let falls = larger.is_none_or(|larger| unit < larger);
        match value.parts.last_mut() {
            Some(part) if part.unit.is_none() && falls => part.unit = Some(unit),
            _ => return Err(at(Problem::OutOfPlace, token)),
        }
        Ok(true)
    }

    /// The second number of `2 weeks 3 days`; bare minutes may follow hours.
    fn further_part(&mut self, value: &mut Value) -> Result<bool, Fault> {
        let Some(unit) = value.parts.last().and_then(|part| part.unit) else {
            return Ok(false);
        };
        let figure = self.number()?;
        self.at -= 1;
        let bare_minutes = unit == TimeUnit::Hour
            && figure.is_clock_minutes()
            && self.peek(1).is_none_or(|next| next.kind != TokenKind::Word);
        let unit = bare_minutes.then_some(TimeUnit::Minute);
        value.parts.push(Part { figure, unit });
        Ok(true)
    }

    /// `1:30` is an hour and a half.
    fn clock(&mut self, value: &mut Value) -> Result<bool, Fault> {
        let fits = self.kind == Kind::Hours
            && value.scale.is_none()
            && matches!(&value.parts[..], [hours] if hours.unit.is_none() && hours.figure.is_whole());
        if !fits {
            return Ok(false);
        }
        self.at += 1;
        let minutes = self.number()?;
        self.at -= 1;
        if !minutes.is_clock_minutes() {
            return Err(self.refuse());
        }
        value.parts[0].unit = Some(TimeUnit::Hour);
        value.parts.push(Part {
            figure: minutes,
            unit: Some(TimeUnit::Minute),
        });
        Ok(true)
    }

    /// Whether the word names a currency, alone or with a scale as in `k€` and `TEUR`; an
    /// error when it is not the plan's.
    fn money_word(&self, token: &Token, value: &mut Value) -> Result<bool, Fault> {
        let word = token.text.trim_end_matches('.');
        let Some((scale, currency)) = self.split_money_word(word) else {
            return Ok(false);
        };
        let Kind::Money(expected) = self.kind else {
            return Err(at(Problem::UnitNotHere, token));
        };
        if !expected.is_written(currency) {
            let expected = expected.code().to_owned();
            return Err(at(Problem::OtherCurrency { expected }, token));
        }
        match scale {
            Some(_) if value.scale.is_some() => return Err(at(Problem::OutOfPlace, token)),
            Some(power) => value.scale = Some(power),
            None => {}
        }
        Ok(true)
    }

    fn split_money_word<'w>(&self, word: &'w str) -> Option<(Option<i32>, &'w str)> {
        let is_currency = |word: &str| {
            let expected = matches!(self.kind, Kind::Money(code) if code.is_written(word));
            expected || CurrencyCode::any_is_written(word)
        };
        if is_currency(word) {
            return Some((None, word));
        }
        let scale = |word: &str| vocabulary::scale(word, self.locale);
        word.char_indices().skip(1).find_map(|(cut, _)| {
            let (left, right) = word.split_at(cut);
            match (scale(left), scale(right)) {
                (Some(power), _) if is_currency(right) => Some((Some(power), right)),
                (_, Some(power)) if is_currency(left) => Some((Some(power), left)),
                _ => None,
            }
        })
    }
}
