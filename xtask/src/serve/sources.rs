//! When the sources of the page last changed.

use std::fs;
use std::path::Path;
use std::time::SystemTime;

/// What the page is built from, relative to the root.
const SOURCES: [&str; 6] = [
    "Cargo.toml",
    "Cargo.lock",
    "crates",
    "index.html",
    "src",
    "static",
];

/// The latest time at which a source was written; none when no time is known.
pub(super) fn newest(root: &Path) -> Option<SystemTime> {
    let times = SOURCES.iter().map(|source| newest_in(&root.join(source)));
    times.max().flatten()
}

/// A folder counts too: its own time tells that a file was removed.
fn newest_in(path: &Path) -> Option<SystemTime> {
    let about = fs::metadata(path).ok()?;
    let own = about.modified().ok();
    if !about.is_dir() {
        return own;
    }
    let entries = fs::read_dir(path).ok()?;
    let inner = entries.flatten().map(|entry| newest_in(&entry.path()));
    inner.max().flatten().max(own)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Duration;

    #[test]
    fn a_file_deep_inside_counts_and_a_missing_source_does_not() -> anyhow::Result<()> {
        let root = std::env::temp_dir().join(format!("plumbline-sources-{}", std::process::id()));
        let folder = root.join("src").join("chapters");
        fs::create_dir_all(&folder)?;
        let file = fs::File::create(folder.join("team.rs"))?;
        let later = SystemTime::now() + Duration::from_secs(3_600);
        file.set_modified(later)?;
        let found = newest(&root);
        fs::remove_dir_all(&root)?;
        assert!(found.is_some_and(|found| found.duration_since(later).is_ok()));
        Ok(())
    }
}
