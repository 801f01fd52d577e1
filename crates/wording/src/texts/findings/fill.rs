//! Putting figures into a sentence.

/// A figure as written for the reader.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// Its text.
    pub text: String,
    /// Whether it is exactly one, and takes the noun for one.
    pub one: bool,
}

/// The sentence with each `{name}` replaced by its figure, and each `{name|one|many}` by the
/// figure with its noun. A figure that is not there leaves a dash.
#[must_use]
pub fn fill(template: &str, written: impl Fn(&str) -> Option<Written>) -> String {
    let mut text = String::new();
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        let (inside, behind) = after.split_once('}').unwrap_or((after, ""));
        text.push_str(before);
        text.push_str(&one(inside, &written));
        rest = behind;
    }
    text.push_str(rest);
    text
}

fn one(inside: &str, written: &impl Fn(&str) -> Option<Written>) -> String {
    let mut parts = inside.split('|');
    let name = parts.next().unwrap_or_default();
    let Some(figure) = written(name) else {
        return "–".to_owned();
    };
    match (parts.next(), parts.next()) {
        (Some(noun), _) if figure.one => format!("{} {noun}", figure.text),
        (Some(_), Some(nouns)) => format!("{} {nouns}", figure.text),
        _ => figure.text,
    }
}

/// "A", "A and B", "A, B and C", "A, B, C and 4 more": names in a sentence, so many of them
/// written out.
#[must_use]
pub fn listed(mut names: Vec<String>, most: usize) -> String {
    let more = names.len().saturating_sub(most);
    // Naming one more takes no more room than "1 more".
    if more > 1 {
        names.truncate(most);
        names.push(format!("{more} more"));
    }
    match names.pop() {
        None => String::new(),
        Some(last) if names.is_empty() => last,
        Some(last) => format!("{} and {last}", names.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn filled(template: &str, count: &str) -> String {
        fill(template, |name| {
            (name == "deals").then(|| Written {
                text: count.to_owned(),
                one: count == "1",
            })
        })
    }

    #[test]
    fn a_figure_takes_its_place_and_its_noun() {
        assert_eq!(filled("There are {deals}.", "3"), "There are 3.");
        assert_eq!(
            filled("{deals|deal is|deals are} old", "3"),
            "3 deals are old"
        );
        assert_eq!(
            filled("{deals|deal is|deals are} old", "1"),
            "1 deal is old"
        );
    }

    #[test]
    fn what_is_not_there_or_not_closed_breaks_nothing() {
        assert_eq!(filled("{other} left", "3"), "– left");
        assert_eq!(filled("left {deals", "3"), "left 3");
        assert_eq!(filled("plain", "3"), "plain");
    }

    #[test]
    fn long_lists_are_cut() {
        let names = |count: usize| (1..=count).map(|n| n.to_string()).collect();
        assert_eq!(listed(names(0), 3), "");
        assert_eq!(listed(names(1), 3), "1");
        assert_eq!(listed(names(3), 3), "1, 2 and 3");
        assert_eq!(listed(names(4), 3), "1, 2, 3 and 4");
        assert_eq!(listed(names(6), 3), "1, 2, 3 and 3 more");
    }
}
