//! Typed characters brought down to few: one space, one dash, one apostrophe, digits 0 to 9.
//!
//! Decides nothing about meaning. Each character remembers where it stood, so that an error
//! can point at the text as it was typed.

/// A character and the bytes of the typed text it stands for.
#[derive(Debug, Clone, Copy)]
pub(super) struct Glyph {
    pub(super) ch: char,
    pub(super) from: usize,
    pub(super) to: usize,
}

/// The typed text without marks of direction, its look-alikes made one.
pub(super) fn clean(text: &str) -> Vec<Glyph> {
    text.char_indices()
        .filter(|(_, ch)| !is_invisible(*ch))
        .map(|(from, ch)| Glyph {
            ch: plain(ch),
            from,
            to: from + ch.len_utf8(),
        })
        .collect()
}

/// Marks that steer direction or join letters; they come along when text is pasted.
fn is_invisible(ch: char) -> bool {
    matches!(ch,
        '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

fn plain(ch: char) -> char {
    match ch {
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe58}' | '\u{fe63}' => '-',
        '\'' | '\u{2018}' | '\u{2019}' | '\u{2bc}' | '\u{2032}' | '`' | '\u{b4}' => '\'',
        '\u{2248}' | '\u{223c}' | '\u{301c}' => '~',
        '\u{66a}' => '%',
        '\u{2044}' | '\u{2215}' => '/',
        '\u{ffe0}' => '¢',
        '\u{ffe1}' => '£',
        '\u{ffe5}' => '¥',
        '\u{ffe6}' => '₩',
        // Full-width forms of ASCII.
        '\u{ff01}'..='\u{ff5e}' => shifted(ch, 0xff01, '!'),
        // Arabic, Persian and Devanagari digits.
        '\u{660}'..='\u{669}' => shifted(ch, 0x660, '0'),
        '\u{6f0}'..='\u{6f9}' => shifted(ch, 0x6f0, '0'),
        '\u{966}'..='\u{96f}' => shifted(ch, 0x966, '0'),
        _ if ch.is_whitespace() => ' ',
        _ => ch,
    }
}

/// The character as far from `to` as `ch` is from `from`.
fn shifted(ch: char, from: u32, to: char) -> char {
    char::from_u32(u32::from(ch) - from + u32::from(to)).unwrap_or(ch)
}
