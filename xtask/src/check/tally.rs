//! Counts tests by the closing lines of libtest. Pure.

use std::fmt;

/// How many tests ran, over several runs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Tally {
    passed: u64,
    failed: u64,
    skipped: u64,
}

impl Tally {
    /// Adds every closing line found in a run's output.
    pub(super) fn add(&mut self, output: &str) {
        for line in output.lines() {
            let Some((_, counts)) = line.split_once("test result: ") else {
                continue;
            };
            self.passed += count(counts, "passed");
            self.failed += count(counts, "failed");
            self.skipped += count(counts, "ignored");
        }
    }

    /// Adds what another has counted.
    pub(super) fn include(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
        self.skipped += other.skipped;
    }

    /// How many ran to a result.
    pub(super) fn ran(self) -> u64 {
        self.passed + self.failed
    }
}

/// The plain closing line; tests that were left out are named when there are any.
impl fmt::Display for Tally {
    fn fmt(&self, line: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(line, "{} passed, {} failed", self.passed, self.failed)?;
        if self.skipped > 0 {
            write!(line, ", {} skipped", self.skipped)?;
        }
        Ok(())
    }
}

/// The number before a word, in "ok. 5 passed; 0 failed; 1 ignored; ...".
fn count(counts: &str, word: &str) -> u64 {
    let words: Vec<&str> = counts
        .split([' ', ';', '.'])
        .filter(|w| !w.is_empty())
        .collect();
    words
        .windows(2)
        .find(|pair| pair[1] == word)
        .and_then(|pair| pair[0].parse().ok())
        .unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    const OUTPUT: &str = "\
running 2 tests
test one ... ok
test two passed 9 failed ... ok

test result: ok. 2 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.00s

   Doc-tests plumbline_plan
test result: FAILED. 10 passed; 3 failed; 1 ignored; 0 measured; 7 filtered out; finished in 1.25s
";

    #[test]
    fn closing_lines_of_all_runs_are_summed() {
        let mut tally = Tally::default();
        tally.add(OUTPUT);
        assert_eq!(tally.to_string(), "12 passed, 3 failed, 1 skipped");
        assert_eq!(tally.ran(), 15);
        tally.add("test result: ok. 1 passed; 0 failed; 0 ignored; 0 measured");
        assert_eq!(tally.to_string(), "13 passed, 3 failed, 1 skipped");
    }

    #[test]
    fn what_was_counted_apart_is_summed() {
        let mut tally = Tally::default();
        tally.add(OUTPUT);
        tally.include(tally);
        assert_eq!(tally.to_string(), "24 passed, 6 failed, 2 skipped");
    }

    #[test]
    fn without_tests_the_line_still_says_so() {
        let mut tally = Tally::default();
        tally.add("error: could not compile `plumbline-plan`\n");
        assert_eq!(tally.to_string(), "0 passed, 0 failed");
    }
}
