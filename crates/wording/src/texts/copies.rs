//! What copies are called: by what they are copies of and not by how often they were copied,
//! so that names do not grow.

/// What a copy is called while none of these names is taken by another: "Copy of North",
/// "Copy 2 of North", and for a copy of "Copy of North" the next of them.
#[must_use]
pub fn copy_of<'a>(name: &str, taken: impl IntoIterator<Item = &'a str>) -> String {
    let original = original(name.trim());
    let taken: Vec<&str> = taken.into_iter().map(str::trim).collect();
    let mut copy = format!("Copy of {original}");
    let mut place = 1;
    while taken.contains(&copy.as_str()) {
        place += 1;
        copy = format!("Copy {place} of {original}");
    }
    copy
}

/// The name without the words that make it a copy's.
fn original(name: &str) -> &str {
    let Some(rest) = name.strip_prefix("Copy ") else {
        return name;
    };
    let Some((place, after)) = rest.split_once("of ") else {
        return name;
    };
    let place = place.trim_end();
    let is_copy = place.is_empty() || place.parse::<u32>().is_ok();
    if is_copy && !after.trim().is_empty() {
        original(after.trim())
    } else {
        name
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn copies_are_counted_and_their_names_do_not_grow() {
        assert_eq!(copy_of("North", []), "Copy of North");
        assert_eq!(
            copy_of("North", ["North", "Copy of North"]),
            "Copy 2 of North"
        );
        assert_eq!(
            copy_of("Copy of North", ["Copy of North"]),
            "Copy 2 of North"
        );
        let taken = ["Copy of North", "Copy 2 of North"];
        assert_eq!(copy_of("Copy 2 of North", taken), "Copy 3 of North");
        assert_eq!(copy_of("Copy of Copy of North", []), "Copy of North");
    }

    #[test]
    fn a_name_that_only_begins_like_a_copys_is_left_alone() {
        assert_eq!(
            copy_of("Copy shops of the north", []),
            "Copy of Copy shops of the north"
        );
        assert_eq!(copy_of("Copy of ", []), "Copy of Copy of");
    }
}
