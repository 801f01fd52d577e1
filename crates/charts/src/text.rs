//! Text in pictures: labels, how wide they will be about, and cutting what is too long.
//!
//! Widths are estimates on the generous side; the page's font is not asked.

/// A short text in two parts, already worded and formatted for the reader's locale.
/// Either part may be empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Label {
    /// What it is: "Target", "Median", "short".
    pub words: String,
    /// How much: "1,200,000".
    pub figure: String,
}

impl Label {
    /// A label of these words and this figure.
    pub fn new(words: impl Into<String>, figure: impl Into<String>) -> Self {
        Self {
            words: words.into(),
            figure: figure.into(),
        }
    }

    /// Whether there is nothing to show.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.words.is_empty() && self.figure.is_empty()
    }
}

/// About how wide a text is at `size`, in the unit of `size`.
pub(crate) fn width(text: &str, size: f64) -> f64 {
    text.chars().map(advance).sum::<f64>() * size
}

/// How much wider the heavier weight runs.
pub(crate) const STRONG: f64 = 1.14;

/// A character's advance in ems: what wide common faces (Verdana aside) need.
fn advance(character: char) -> f64 {
    match character {
        'i' | 'j' | 'l' | 'f' | 't' | 'r' | '.' | ',' | ':' | ';' | '\'' | '|' | 'I' => 0.34,
        ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}' | '(' | ')' | '-' | '/' => 0.36,
        'm' | 'w' | 'M' | 'W' | '%' | '@' => 0.95,
        '0'..='9' => 0.62,
        'a'..='z' => 0.58,
        'A'..='Z' => 0.72,
        // Ideographs, kana, Hangul and wide symbols fill the em.
        '\u{1100}'..='\u{115f}' | '\u{2e80}'..='\u{d7a3}' | '\u{f900}'..='\u{faff}' => 1.0,
        '\u{ff00}'..='\u{ff60}' | '\u{1f000}'..='\u{3ffff}' => 1.1,
        _ => 0.68,
    }
}

/// The size at which a text fits `room`: `size` where it can, smaller where it
/// must, `least` at the lowest.
pub(crate) fn size_to_fit(text: &str, size: f64, least: f64, room: f64) -> f64 {
    let needed = width(text, 1.0);
    if needed * size <= room {
        size
    } else {
        (room / needed).clamp(least.min(size), size)
    }
}

/// The text, cut with an ellipsis where it would be wider than `room` at `size`.
pub(crate) fn cut(text: &str, size: f64, room: f64) -> String {
    if width(text, size) <= room {
        return text.to_owned();
    }
    let mut left = room - width("…", size);
    let kept: String = text
        .chars()
        .take_while(|character| {
            left -= advance(*character) * size;
            left >= 0.0
        })
        .collect();
    format!("{}…", kept.trim_end())
}
