//! Clean characters into numbers, words and signs. Knows no locale and no meaning.

use super::clean::Glyph;

/// What a piece of text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum TokenKind {
    /// Digits with whatever may separate them.
    Number,
    /// Letters and currency signs, perhaps with a closing dot: `ca.`, `US$`, `k€`.
    Word,
    /// One character that is neither; `…` stands for two dots or more.
    Sign(char),
}

/// A piece of the typed text.
#[derive(Debug, Clone)]
pub(super) struct Token {
    pub(super) kind: TokenKind,
    /// Cleaned; words in small letters.
    pub(super) text: String,
    /// Bytes of the typed text.
    pub(super) from: usize,
    /// End of the same.
    pub(super) to: usize,
}

/// Cuts the text into tokens; spaces only part them.
pub(super) fn lex(glyphs: &[Glyph]) -> Vec<Token> {
    let mut lexer = Lexer {
        glyphs,
        at: 0,
        tokens: Vec::new(),
    };
    while let Some(ch) = lexer.peek(0) {
        match ch {
            ' ' => lexer.at += 1,
            _ if ch.is_ascii_digit() => lexer.number(),
            '.' | ',' if lexer.is_digit(1) => lexer.number(),
            '.' if lexer.peek(1) == Some('.') => lexer.dots(),
            _ if is_word_char(ch) => lexer.word(),
            _ => lexer.push(TokenKind::Sign(ch), lexer.at, lexer.at + 1),
        }
    }
    lexer.tokens
}

/// Letters, and the signs currencies are written with.
fn is_word_char(ch: char) -> bool {
    ch.is_alphabetic()
        || matches!(ch, '$' | '¢' | '£' | '¥' | '฿' | '\u{20a0}'..='\u{20cf}' | '\u{300}'..='\u{36f}')
}

struct Lexer<'a> {
    glyphs: &'a [Glyph],
    at: usize,
    tokens: Vec<Token>,
}

impl Lexer<'_> {
    fn peek(&self, ahead: usize) -> Option<char> {
        self.glyphs.get(self.at + ahead).map(|glyph| glyph.ch)
    }

    fn is_digit(&self, ahead: usize) -> bool {
        self.peek(ahead).is_some_and(|ch| ch.is_ascii_digit())
    }

    fn push(&mut self, kind: TokenKind, from: usize, to: usize) {
        let glyphs = &self.glyphs[from..to];
        let mut text: String = glyphs.iter().map(|glyph| glyph.ch).collect();
        if kind == TokenKind::Word {
            text = text.to_lowercase();
        }
        let from = glyphs.first().map_or(0, |glyph| glyph.from);
        let end = glyphs.last().map_or(from, |glyph| glyph.to);
        self.tokens.push(Token {
            kind,
            text,
            from,
            to: end,
        });
        self.at = to;
    }

    fn dots(&mut self) {
        let from = self.at;
        while self.peek(0) == Some('.') {
            self.at += 1;
        }
        self.push(TokenKind::Sign('…'), from, self.at);
    }

    fn word(&mut self) {
        let from = self.at;
        while self.peek(0).is_some_and(is_word_char) {
            self.at += 1;
        }
        let abbreviated = self.glyphs[self.at - 1].ch.is_alphabetic()
            && self.peek(0) == Some('.')
            && self.peek(1) != Some('.');
        if abbreviated {
            self.at += 1;
        }
        self.push(TokenKind::Word, from, self.at);
    }

    fn number(&mut self) {
        let from = self.at;
        loop {
            match self.peek(0) {
                Some(ch) if ch.is_ascii_digit() => self.at += 1,
                Some('.' | ',') if self.is_digit(1) => self.at += 1,
                Some('\'') if self.is_digit(1) => self.at += 1,
                Some(' ') if self.is_group_of_three() => self.at += 1,
                _ => break,
            }
        }
        let open_separator = matches!(self.peek(0), Some('.' | ',')) && self.peek(1) != Some('.');
        if open_separator {
            self.at += 1;
        }
        self.push(TokenKind::Number, from, self.at);
        if open_separator {
            self.skip_no_cents();
        }
    }

    /// A space groups digits only before exactly three of them.
    fn is_group_of_three(&self) -> bool {
        self.is_digit(1) && self.is_digit(2) && self.is_digit(3) && !self.is_digit(4)
    }

    /// `120.-` and `120,–` say "and no cents": that dash is no minus, unless another number
    /// follows, as in `5.-10`.
    fn skip_no_cents(&mut self) {
        let mut end = self.at;
        while self.glyphs.get(end).is_some_and(|glyph| glyph.ch == '-') {
            end += 1;
        }
        let next = self.glyphs[end..].iter().find(|glyph| glyph.ch != ' ');
        if next.is_none_or(|glyph| !glyph.ch.is_ascii_digit()) {
            self.at = end;
        }
    }
}
