//! The verdict as it reads in the margin.

use crate::{Page, shown::Shown, wait::wait_until};

/// The words of the verdict margin, line by line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdict {
    lines: Vec<String>,
}

impl Page {
    /// The verdict as it reads now.
    ///
    /// # Panics
    /// When there is no margin.
    #[must_use]
    #[track_caller]
    pub fn verdict(&self) -> Verdict {
        let text = self.find("complementary", "Verdict").text();
        let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
        Verdict {
            lines: lines.map(str::to_owned).collect(),
        }
    }

    /// The verdict once it has settled: every simulated period is in, and the picture and
    /// the words, which may be a frame apart, say the same twice. Without the findings beside
    /// it, which follow a moment later and have tests of their own.
    ///
    /// # Panics
    /// When it never does.
    #[track_caller]
    pub fn settled_verdict(&self) -> Verdict {
        let mut before = None;
        wait_until("a settled verdict", || {
            let now = Some(self.verdict()).filter(Verdict::has_settled);
            let now = now.map(Verdict::without_findings);
            let last = std::mem::replace(&mut before, now);
            last.filter(|last| before.as_ref() == Some(last))
        })
    }
}

impl Verdict {
    fn without_findings(mut self) -> Self {
        let at = |words: &str| self.lines.iter().position(|line| line.starts_with(words));
        if let (Some(first), Some(last)) = (at("Worth changing first"), at("All findings")) {
            self.lines.drain(first..=last);
        }
        self
    }

    /// Whether it rests on all simulated periods.
    #[must_use]
    pub fn has_settled(&self) -> bool {
        self.line("simulated periods")
            .is_some_and(|line| line.starts_with('±'))
    }

    /// Whether there is no verdict yet.
    #[must_use]
    pub fn is_missing(&self) -> bool {
        self.line("No verdict yet").is_some()
    }

    /// The chance of reaching the target, 0 to 1, as shown.
    ///
    /// # Panics
    /// When none is shown.
    #[must_use]
    #[track_caller]
    pub fn chance(&self) -> Shown {
        self.figure("chance")
    }

    /// The first figure in the line with these words.
    ///
    /// # Panics
    /// When there is no such line or no figure in it.
    #[must_use]
    #[track_caller]
    pub fn figure(&self, words: &str) -> Shown {
        self.figures(words)[0]
    }

    /// All figures in the line with these words.
    ///
    /// # Panics
    /// When there is no such line or no figure in it.
    #[must_use]
    #[track_caller]
    pub fn figures(&self, words: &str) -> Vec<Shown> {
        let line = self.line(words);
        let line = line.unwrap_or_else(|| panic!("no {words:?} in the verdict: {self:#?}"));
        let figures = Shown::all_in(line);
        assert!(!figures.is_empty(), "no figure in {line:?}");
        figures
    }

    /// The first line with these words.
    #[must_use]
    pub fn line(&self, words: &str) -> Option<&str> {
        self.lines
            .iter()
            .map(String::as_str)
            .find(|line| line.contains(words))
    }
}
