//! Cuts long texts where a page has no room for all of them.

/// The text on one line and at most so many characters, cut between words with an ellipsis.
pub(crate) fn clamp(text: &str, most: usize) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= most {
        return line;
    }
    let cut: String = line.chars().take(most.saturating_sub(2)).collect();
    let kept = match cut.rsplit_once(' ') {
        // A word longer than the room is cut inside.
        Some((kept, _)) if kept.chars().count() * 2 >= most => kept,
        _ => cut.as_str(),
    };
    format!("{} …", kept.trim_end_matches([',', ';', ':', '.', ' ']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cuts_between_words_and_never_beyond_the_room() {
        assert_eq!(clamp(" a  short\nline ", 40), "a short line");
        assert_eq!(clamp("one two three four five", 14), "one two …");
        assert_eq!(clamp(&"x".repeat(50), 10), "xxxxxxxx …");
        for most in 4..30 {
            let cut = clamp("Fewer proposals, better ones, ääää öööö üüüü", most);
            assert!(cut.chars().count() <= most, "{cut}");
        }
    }
}
