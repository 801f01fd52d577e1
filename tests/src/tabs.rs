//! Several tabs of one browser.

use thirtyfour::WindowHandle;

use crate::{Page, processes, wait::wait_until};

/// A tab, to come back to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tab(WindowHandle);

impl Page {
    /// The tab that is worked in now.
    ///
    /// # Panics
    /// When there is none.
    #[must_use]
    #[track_caller]
    pub fn tab(&self) -> Tab {
        Tab(self.run(self.driver().window()).expect("there is a tab"))
    }

    /// Opens the page once more, in another tab of the same browser, and works there from
    /// now on.
    ///
    /// # Panics
    /// When the browser opens none.
    #[track_caller]
    pub fn open_another_tab(&self) -> Tab {
        let tab = self.begin_another_tab();
        self.wait_for_a_heading();
        tab
    }

    /// The same, without waiting until there is a plan to read.
    ///
    /// # Panics
    /// When the browser opens none.
    #[track_caller]
    pub fn begin_another_tab(&self) -> Tab {
        let address = self.run(self.driver().current_url());
        let address = address.expect("a page has an address").to_string();
        let handle = self.run(self.driver().new_tab());
        let tab = Tab(handle.expect("the browser opens another tab"));
        self.go_to_tab(&tab);
        self.prepare_tab();
        self.run(self.driver().goto(&address))
            .expect("the page loads");
        tab
    }

    /// Closes the tab that is worked in, and goes on in another.
    ///
    /// # Panics
    /// When it stays open.
    #[track_caller]
    pub fn close_tab(&self, go_on_in: &Tab) {
        self.run(self.driver().close_window())
            .expect("a tab can be closed");
        self.go_to_tab(go_on_in);
    }

    /// Works in this tab from now on.
    ///
    /// # Panics
    /// When it is gone.
    #[track_caller]
    pub fn go_to_tab(&self, tab: &Tab) {
        self.run(self.driver().switch_to_window(tab.0.clone()))
            .expect("the tab is there");
    }

    /// Lets the tab that is worked in stand still: nothing runs in it until
    /// [`Page::wake_tab`], as in a tab that the browser has frozen. Goes on in another.
    #[track_caller]
    pub fn freeze_tab(&self, go_on_in: &Tab) {
        self.spent.set(true);
        // A page that has asked something waits for the answer.
        self.script("setTimeout(() => alert('frozen'))", Vec::new());
        self.go_to_tab(go_on_in);
    }

    /// Wakes the tab that is worked in.
    ///
    /// # Panics
    /// When it was not frozen.
    #[track_caller]
    pub fn wake_tab(&self) {
        self.run(self.driver().accept_alert())
            .expect("a tab that was frozen");
    }

    /// Kills the process of the tab that is worked in, and goes on in another.
    ///
    /// # Panics
    /// When its process is not found.
    #[track_caller]
    pub fn crash_tab(&self, go_on_in: &Tab) {
        self.spent.set(true);
        // Told from the processes of other tabs by the work it does, which begins when
        // the driver has left the tab.
        self.script("setTimeout(() => { for (;;); }, 1000)", Vec::new());
        self.go_to_tab(go_on_in);
        let browser = self.process();
        let before = processes::at_work(browser);
        let busy = wait_until("the process of a tab that is busy", || {
            let now = processes::at_work(browser);
            let busy = now.into_iter().find(|(process, ticks)| {
                let since = before.get(process).copied().unwrap_or_default();
                ticks - since > BUSY
            });
            busy.map(|(process, _)| process)
        });
        processes::kill(busy);
    }
}

/// Hundredths of a second of work by which a busy process is known.
const BUSY: u64 = 100;
