//! The name a plan's file gets.

/// How the name of a plan's file ends.
pub const PLAN_ENDING: &str = ".plumbline.json";

/// Characters of the title that a file name keeps at most.
const LONGEST: usize = 80;

/// A file name for a plan of this title that every system takes.
///
/// What a file system or a reader could trip over goes: path separators,
/// control characters, marks that turn the direction of writing, names that
/// Windows keeps for devices. `static/recovery.js` does the same.
#[must_use]
pub fn plan_file_name(title: &str) -> String {
    file_name(title, PLAN_ENDING)
}

/// The same for a file whose name ends in another way.
#[must_use]
pub fn file_name(title: &str, ending: &str) -> String {
    let kept: String = title
        .chars()
        .map(|ch| if is_unsafe(ch) { ' ' } else { ch })
        .collect();
    let words: Vec<&str> = kept.split_whitespace().collect();
    let short: String = words.join(" ").chars().take(LONGEST).collect();
    let stem = short.trim_matches(|ch| ch == '.' || ch == ' ');
    if stem.is_empty() {
        return format!("Plan{ending}");
    }
    if is_device(stem) {
        return format!("{stem} plan{ending}");
    }
    format!("{stem}{ending}")
}

fn is_unsafe(ch: char) -> bool {
    ch.is_control()
        || "/\\:*?\"<>|".contains(ch)
        || matches!(ch, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Windows takes `con.plumbline.json` for the console.
fn is_device(stem: &str) -> bool {
    let first = stem.split('.').next().unwrap_or_default();
    let name = first.trim_end().to_ascii_lowercase();
    let numbered = |kind: &str| {
        name.strip_prefix(kind)
            .is_some_and(|number| number.len() == 1 && number.as_bytes()[0].is_ascii_digit())
    };
    matches!(name.as_str(), "con" | "prn" | "aux" | "nul") || numbered("com") || numbered("lpt")
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_title_becomes_a_file_name_people_recognise() {
        let cases = [
            ("Größe & Ziele 2027", "Größe & Ziele 2027.plumbline.json"),
            ("North/South: 2027?", "North South 2027.plumbline.json"),
            ("../../etc/passwd", "etc passwd.plumbline.json"),
            ("   ", "Plan.plumbline.json"),
            ("...", "Plan.plumbline.json"),
            ("Con", "Con plan.plumbline.json"),
            ("lpt1.old", "lpt1.old plan.plumbline.json"),
            ("comet", "comet.plumbline.json"),
            ("gpj\u{202e}exe", "gpj exe.plumbline.json"),
        ];
        for (title, name) in cases {
            assert_eq!(plan_file_name(title), name);
        }
    }

    proptest! {
        #[test]
        fn any_title_gives_a_name_that_can_be_stored(title: String) {
            let name = plan_file_name(&title);
            prop_assert!(name.ends_with(PLAN_ENDING) && name.len() > PLAN_ENDING.len());
            prop_assert!(!name.chars().any(is_unsafe));
            prop_assert!(!name.starts_with(['.', ' ']));
            prop_assert!(name.chars().count() <= LONGEST + 5 + PLAN_ENDING.len());
        }
    }
}
