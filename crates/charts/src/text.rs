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

/// A character's advance in ems: what the widest of the common faces (`DejaVu` Sans; Verdana
/// aside) needs, in the heavier weight too once it is multiplied by [`STRONG`].
fn advance(character: char) -> f64 {
    match character {
        'i' | 'j' | 'l' | 'I' | '.' | ',' | ':' | ';' | '\'' | '|' => 0.35,
        ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}' | '\u{2019}' => 0.34,
        'f' | 't' | 'r' | '(' | ')' | '-' | '/' => 0.43,
        'c' | 'k' | 's' | 'v' | 'x' | 'y' | 'z' => 0.59,
        'm' | 'W' | '%' | '@' | '…' | '—' | 'œ' | 'Œ' | 'æ' | 'Æ' => 1.0,
        'w' | 'M' | '+' | '−' | '×' | '&' => 0.9,
        '0'..='9' | 'a'..='z' => 0.64,
        'D' | 'G' | 'H' | 'N' | 'O' | 'Q' | 'U' => 0.79,
        // Ideographs, kana, Hangul and wide symbols fill the em.
        '\u{1100}'..='\u{115f}' | '\u{2e80}'..='\u{d7a3}' | '\u{f900}'..='\u{faff}' => 1.0,
        '\u{ff00}'..='\u{ff60}' | '\u{1f000}'..='\u{3ffff}' => 1.1,
        // The other capitals among them.
        _ => 0.7,
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

/// The text in two lines, the first as full as `room` at `size` lets it be; the second is
/// cut where it is longer. What fits one line leaves the second empty.
pub(crate) fn two_lines(text: &str, size: f64, room: f64) -> [String; 2] {
    if width(text, size) <= room {
        return [text.to_owned(), String::new()];
    }
    let spaces = text.match_indices(' ').map(|(at, _)| at);
    let broken = spaces.take_while(|at| width(&text[..*at], size) <= room);
    match broken.last() {
        Some(at) => [text[..at].to_owned(), cut(text[at..].trim(), size, room)],
        None => [cut(text, size, room), String::new()],
    }
}

#[cfg(test)]
mod tests {
    use super::{STRONG, two_lines, width};

    /// Words as they stand in pictures with their widths in ems, as a browser measures them
    /// in `DejaVu` Sans: in the plain weight, then in the heavier one.
    const MEASURED: [(&str, f64, f64); 14] = [
        ("near target", 5.63, 6.42),
        ("€110,000 short", 7.66, 8.56),
        ("CHF 110,000 short", 9.37, 10.47),
        ("364 short", 4.80, 5.40),
        ("middle outcome", 8.12, 9.06),
        ("1’200’000 CHF", 7.43, 8.23),
        ("Injection moulding", 9.28, 10.54),
        ("Proposal and objections", 11.89, 13.56),
        ("8 in 10: €814k–€1.6m", 10.94, 12.04),
        ("WON OR LOST", 7.20, 7.96),
        ("Needs assessment: Conversion", 15.64, 17.54),
        ("23,5 %", 3.49, 3.82),
        ("Zielumsatz", 5.51, 6.17),
        ("Chiffre d’affaires visé", 10.62, 12.10),
    ];

    #[test]
    fn an_estimate_is_enough_for_a_wide_face_and_not_much_more() {
        for (words, plain, strong) in MEASURED {
            let estimate = width(words, 1.0);
            assert!(estimate >= plain, "{words}: {estimate} for {plain}");
            assert!(
                estimate * STRONG >= strong,
                "{words}: {estimate} for {strong}"
            );
            assert!(estimate <= plain * 1.15, "{words}: {estimate} for {plain}");
        }
    }

    #[test]
    fn what_is_too_long_for_one_line_goes_on_in_a_second() {
        let name = "New customers: Closing: Conversion";
        assert_eq!(two_lines(name, 12.0, 400.0), [name, ""]);
        let broken = ["New customers: Closing:", "Conversion"];
        assert_eq!(two_lines(name, 12.0, 170.0), broken);
        // Not even two lines suffice.
        let [first, second] = two_lines(name, 12.0, 110.0);
        assert_eq!(first, "New customers:");
        assert!(
            second.starts_with("Closing:") && second.ends_with('…'),
            "{second}"
        );
        // No space to break at.
        let [first, second] = two_lines("Neukundengewinnung", 12.0, 90.0);
        assert!(
            first.ends_with('…') && second.is_empty(),
            "{first} {second}"
        );
    }
}
