//! What becomes of the deals that the worker finds next: one state, changed by what happens to
//! deals. Keeps nothing itself.

use std::cell::Cell;

/// What becomes of the deals found next.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Next {
    /// They are shown: they are kept already, or not to be kept yet.
    #[default]
    Shown,
    /// They are kept in place of those there are, and the plan's file lacks them.
    Kept,
    /// They came with the plan's file: they are kept, and the file lacks nothing. Until then
    /// nothing that is found in storage is newer.
    Arrived,
}

/// Where things stand.
#[derive(Debug, Default)]
pub(super) struct NextFound {
    next: Cell<Next>,
    reads: Cell<bool>,
}

impl NextFound {
    /// A file is read. What is found of it is asked for later.
    pub(super) fn read(&self) {
        self.reads.set(true);
    }

    /// What was asked for is to be kept: deals of a file taken, names left out, or deals put
    /// aside that come back.
    pub(super) fn keep(&self) {
        self.next.set(Next::Kept);
    }

    /// Deals have come with the plan's file.
    pub(super) fn arrive(&self) {
        self.next.set(Next::Arrived);
    }

    /// Whether deals of a file are on their way.
    pub(super) fn arrives(&self) -> bool {
        self.next.get() == Next::Arrived
    }

    /// Deals are found. What becomes of them.
    pub(super) fn found(&self) -> Next {
        self.reads.set(false);
        self.next.take()
    }

    /// Deals were refused, and nothing takes the place of those kept. What would have become of
    /// them.
    pub(super) fn refused(&self) -> Next {
        self.next.take()
    }

    /// The worker stopped. Whether that was at a file that was being read: where the deals shown
    /// are at fault, telling a new worker of them would not help.
    pub(super) fn stopped(&self) -> bool {
        self.next.take();
        self.reads.take()
    }

    /// Another plan was opened.
    pub(super) fn leave(&self) {
        self.next.take();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_found_is_kept_once_and_only_where_that_was_asked_for() {
        let next_found = NextFound::default();
        next_found.read();
        assert_eq!(
            next_found.found(),
            Next::Shown,
            "a file that is only looked at"
        );
        next_found.keep();
        assert_eq!(
            (next_found.found(), next_found.found()),
            (Next::Kept, Next::Shown)
        );
        next_found.arrive();
        assert!(next_found.arrives());
        assert_eq!(next_found.refused(), Next::Arrived);
        assert_eq!(next_found.found(), Next::Shown, "nothing takes their place");
        next_found.keep();
        next_found.leave();
        assert_eq!(next_found.found(), Next::Shown, "of another plan");
        next_found.read();
        assert!(next_found.stopped() && !next_found.stopped());
    }
}
