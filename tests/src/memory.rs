//! How much memory the browser's processes take for a page: what a person's machine has to
//! have.

use crate::{Page, processes};

impl Page {
    /// Has the peaks of memory counted from now on.
    #[track_caller]
    pub fn forget_peak_memory(&self) {
        for process in processes::at_work(self.process()).into_keys() {
            processes::forget_peak(process);
        }
    }

    /// The most memory that the process of the page and its workers held at once, bytes; of
    /// several such processes the one with most.
    #[must_use]
    #[track_caller]
    pub fn peak_memory(&self) -> u64 {
        let pages = processes::at_work(self.process()).into_keys();
        pages.filter_map(processes::peak).max().unwrap_or(0)
    }
}
