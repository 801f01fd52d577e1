//! Work for later: futures run on the page's thread, and timers.

use std::{
    future::{Future, poll_fn},
    pin::pin,
    task::Poll,
};

use gloo::timers::{callback::Timeout, future::TimeoutFuture};

/// Runs a future on the page, beside everything else.
pub fn spawn(future: impl Future<Output = ()> + 'static) {
    wasm_bindgen_futures::spawn_local(future);
}

/// A timer that runs once; dropping it stops it.
pub struct Timer(Timeout);

impl Timer {
    /// Calls `then` after so many milliseconds.
    #[must_use]
    pub fn after(milliseconds: u32, then: impl FnOnce() + 'static) -> Self {
        Self(Timeout::new(milliseconds, then))
    }

    /// Lets the timer run although nobody holds it.
    pub fn forget(self) {
        self.0.forget();
    }
}

/// The outcome of `work`, or `None` when it takes longer than so many
/// milliseconds. `work` is then dropped.
pub async fn timeout<T>(milliseconds: u32, work: impl Future<Output = T>) -> Option<T> {
    let mut work = pin!(work);
    let mut late = pin!(TimeoutFuture::new(milliseconds));
    poll_fn(|context| match work.as_mut().poll(context) {
        Poll::Ready(outcome) => Poll::Ready(Some(outcome)),
        Poll::Pending => late.as_mut().poll(context).map(|()| None),
    })
    .await
}

/// Lets the page do other things for at least so many milliseconds.
pub async fn pause(milliseconds: u32) {
    TimeoutFuture::new(milliseconds).await;
}
