//! How long the page's own thread is busy at a stretch: what a person feels as a page that
//! does not answer.

use crate::{Opening, Page};

/// Keeps the longest task that the browser reports; it reports those above 50 ms.
const WATCH: &str = "
globalThis.longestTask = 0;
new PerformanceObserver((list) => {
  for (const task of list.getEntries())
    globalThis.longestTask = Math.max(globalThis.longestTask, task.duration);
}).observe({ type: 'longtask' });
";

impl Opening<'_> {
    /// With an eye on tasks that keep the page from answering.
    #[must_use]
    pub fn watching_tasks(self) -> Self {
        self.before_load(WATCH)
    }
}

impl Page {
    /// The longest task since the last call, milliseconds; 0 when none took above 50.
    #[must_use]
    #[track_caller]
    pub fn longest_task(&self) -> f64 {
        let longest = self.script(
            "const longest = globalThis.longestTask; globalThis.longestTask = 0; return longest;",
            Vec::new(),
        );
        longest.as_f64().unwrap_or_default()
    }
}
