//! Dresses a document: the same blocks as HTML and as Markdown.

pub mod html;
pub mod markdown;

use plumbline_plan::prose;

/// A text with its paragraphs, lists and bold words, when it has more than its letters. One
/// line is no list: a "3. quarter" alone is that.
fn marked(text: &str) -> Option<Vec<prose::Block>> {
    let clean = lines(text).collect::<Vec<_>>().join("\n");
    let clean = clean.trim();
    let says_more = prose::is_formatted(clean) && (clean.contains('\n') || clean.contains("**"));
    says_more.then(|| prose::read(clean))
}

/// The lines of a text, without characters that no reader sees and some act on.
fn lines(text: &str) -> impl Iterator<Item = String> {
    let broken = text.replace("\r\n", "\n");
    let lines: Vec<String> = broken
        .split([
            '\n', '\r', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}',
        ])
        .map(|line| {
            line.chars()
                .filter(|sign| !is_unseen(*sign))
                .collect::<String>()
        })
        .map(|line| line.trim_matches([' ', '\t']).to_owned())
        .collect();
    lines.into_iter()
}

/// Controls, and marks that turn the direction of everything after them.
fn is_unseen(sign: char) -> bool {
    (sign.is_control() && sign != '\t')
        || matches!(sign, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}
