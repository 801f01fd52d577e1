//! A place in the tokens of a typed text: looking ahead, passing what is expected, saying
//! what is wrong with the rest. Knows no grammar.

use super::fix::Fault;
use super::lex::{Token, TokenKind};
use super::vocabulary::{self, Join};
use super::{Kind, Problem};
use crate::locale::Locale;

/// A place in the tokens.
pub(super) struct Cursor<'a> {
    pub(super) tokens: &'a [Token],
    pub(super) at: usize,
    pub(super) kind: Kind,
    pub(super) locale: &'a Locale,
}

impl<'a> Cursor<'a> {
    /// The token so many places ahead.
    pub(super) fn peek(&self, ahead: usize) -> Option<&'a Token> {
        self.tokens.get(self.at + ahead)
    }

    /// Whether this sign comes so many places ahead.
    pub(super) fn is_sign(&self, ahead: usize, sign: char) -> bool {
        self.peek(ahead)
            .is_some_and(|token| token.kind == TokenKind::Sign(sign))
    }

    /// Whether a word that joins in this way comes so many places ahead.
    pub(super) fn is_join(&self, ahead: usize, join: Join) -> bool {
        self.peek(ahead).is_some_and(|token| {
            token.kind == TokenKind::Word && vocabulary::joins(&token.text, join, self.locale)
        })
    }

    /// Passes the sign if it comes next.
    pub(super) fn take_sign(&mut self, sign: char) -> bool {
        let found = self.is_sign(0, sign);
        self.at += usize::from(found);
        found
    }

    /// Passes the word if it comes next.
    pub(super) fn take_join(&mut self, join: Join) -> bool {
        let found = self.is_join(0, join);
        self.at += usize::from(found);
        found
    }

    /// What is wrong with the next token where something else was needed.
    pub(super) fn refuse(&self) -> Fault {
        let Some(token) = self.peek(0) else {
            let end = self.tokens.last().map_or(0, |token| token.to);
            return Fault::new(Problem::BreaksOff, end, end);
        };
        let unknown =
            token.kind == TokenKind::Word && !vocabulary::is_join(&token.text, self.locale);
        if unknown {
            // Without the word the rest may be all that was meant.
            return at(Problem::UnknownWord, token).instead([String::new()]);
        }
        at(Problem::OutOfPlace, token)
    }
}

/// A problem with one token.
pub(super) fn at(problem: Problem, token: &Token) -> Fault {
    Fault::new(problem, token.from, token.to)
}
