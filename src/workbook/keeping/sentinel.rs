//! The mark that a plan was kept here, in a place apart from the plans.
//!
//! Browsers may clear a site's database when space is short. With the mark
//! left and the plans gone, the user is told that a plan was lost and that a
//! saved file brings it back, rather than greeted as a newcomer. Where the
//! browser clears both, nothing can be noticed.

use chrono::{DateTime, FixedOffset};
use serde::{Deserialize, Serialize};

/// Its key in localStorage.
pub const SENTINEL_KEY: &str = "plumbline.sentinel";

/// That a plan was kept here.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sentinel {
    /// The plan's title.
    pub title: String,
    /// When it was last saved.
    pub saved_at: DateTime<FixedOffset>,
}

impl Sentinel {
    /// The mark as text.
    #[must_use]
    pub fn to_text(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// The mark in a text; `None` when it is none.
    #[must_use]
    pub fn from_text(text: &str) -> Option<Self> {
        serde_json::from_str(text).ok()
    }
}
