//! Waiting for something to come about, never for a time.

use std::{
    thread,
    time::{Duration, Instant},
};

/// How long anything may take to come about before the test fails. Long, because a busy
/// machine is no fault of the product; nothing waits longer than it has to.
pub const PATIENCE: Duration = Duration::from_secs(60);

/// From the first look to the second. What has not come about by then is looked for less and less
/// often: every look costs the page some of the time it needs to bring it about.
const BETWEEN_LOOKS: Duration = Duration::from_millis(10);

/// From one look to the next at most.
const MOST_BETWEEN_LOOKS: Duration = Duration::from_millis(60);

/// Looks again and again until there is an answer, and returns it.
///
/// # Panics
/// When there is none within [`PATIENCE`]; `what` says what was waited for.
#[track_caller]
pub fn wait_until<T>(what: &str, mut look: impl FnMut() -> Option<T>) -> T {
    let deadline = Instant::now() + PATIENCE;
    let mut pause = BETWEEN_LOOKS;
    loop {
        if let Some(answer) = look() {
            return answer;
        }
        assert!(Instant::now() < deadline, "waited in vain: {what}");
        thread::sleep(pause);
        pause = (pause * 3 / 2).min(MOST_BETWEEN_LOOKS);
    }
}
