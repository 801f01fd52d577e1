//! What the browser has recorded: every request the page made, and its console.

use std::{collections::BTreeSet, fmt};

use serde_json::{Value, json};

use crate::Page;

/// A line of the browser's console that is more than information.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// WARNING or SEVERE.
    pub level: String,
    /// The words.
    pub message: String,
}

impl fmt::Display for Entry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.level, self.message)
    }
}

impl Page {
    /// The addresses of all requests since the page was opened, or since
    /// [`Page::forget_record`]; those to the page's own memory (blob: and data:) too.
    #[must_use]
    #[track_caller]
    pub fn requests(&self) -> Vec<String> {
        let events = self.events("Network.requestWillBeSent");
        let address = |event: &Value| event["request"]["url"].as_str().map(str::to_owned);
        events.iter().filter_map(address).collect()
    }

    /// Requests to anybody but the site the page comes from, its own memory and, for pages
    /// that lie there, the disk. Looked at once more when the page is closed, in every test;
    /// the site looks at what it was asked for itself.
    pub(crate) fn strangers(&self) -> BTreeSet<String> {
        let entries = self.run(self.driver().get_log("performance"));
        let entries = entries.unwrap_or_default();
        // Most of the record is about other things: the text tells.
        let told = entries
            .iter()
            .filter(|entry| entry.message.contains("Network.requestWillBeSent\""));
        let new = told.filter_map(|entry| {
            let entry: Value = serde_json::from_str(&entry.message).ok()?;
            Some(entry["message"].clone())
        });
        let mut record = self.record.borrow_mut();
        record.extend(new);
        let sent = record
            .iter()
            .filter(|event| event["method"] == "Network.requestWillBeSent");
        let addresses = sent.filter_map(|event| event["params"]["request"]["url"].as_str());
        let own = ["blob:", "data:", "file:", "about:", "chrome:", &self.home];
        addresses
            .filter(|address| !own.iter().any(|own| address.starts_with(own)))
            .map(str::to_owned)
            .collect()
    }

    /// A header that the page itself was sent with, by its name in lower case.
    #[must_use]
    #[track_caller]
    pub fn header(&self, name: &str) -> Option<String> {
        let answers = self.events("Network.responseReceived");
        let page = answers.iter().find(|answer| answer["type"] == "Document")?;
        let headers = page["response"]["headers"].as_object()?;
        let header = headers
            .iter()
            .find(|(header, _)| header.to_lowercase() == name)?;
        header.1.as_str().map(str::to_owned)
    }

    /// Has the browser forget the files it keeps from earlier loads, and keep no more.
    #[track_caller]
    pub fn forget_files(&self) {
        self.cdp("Network.enable", json!({}));
        self.cdp("Network.setBypassServiceWorker", json!({ "bypass": true }));
        self.cdp("Network.clearBrowserCache", json!({}));
        self.cdp("Network.setCacheDisabled", json!({ "cacheDisabled": true }));
    }

    /// Forgets what was recorded until now.
    #[track_caller]
    pub fn forget_record(&self) {
        self.gather();
        // What went elsewhere stays on record.
        let is_own = |event: &Value| {
            let address = event["params"]["request"]["url"].as_str();
            address.is_none_or(|address| {
                !address.starts_with("http") || address.starts_with(&self.home)
            })
        };
        self.record.borrow_mut().retain(|event| !is_own(event));
    }

    /// Warnings and errors in the console since they were last asked for.
    #[must_use]
    #[track_caller]
    pub fn complaints(&self) -> Vec<Entry> {
        let entries = self
            .run(self.driver().browser_log())
            .expect("the console can be read");
        let mut complaints: Vec<Entry> = entries
            .into_iter()
            .map(|entry| Entry {
                level: entry.level,
                message: entry.message,
            })
            .collect();
        complaints.retain(|entry| ["WARNING", "SEVERE"].contains(&entry.level.as_str()));
        complaints
    }

    /// The parameters of all recorded events of a kind.
    #[track_caller]
    pub(crate) fn events(&self, method: &str) -> Vec<Value> {
        self.gather();
        let record = self.record.borrow();
        let events = record.iter().filter(|event| event["method"] == method);
        events.map(|event| event["params"].clone()).collect()
    }

    #[track_caller]
    fn gather(&self) {
        let entries = self.run(self.driver().get_log("performance"));
        let entries = entries.expect("the browser's record can be read");
        let events = entries.iter().filter_map(|entry| {
            let entry: Value = serde_json::from_str(&entry.message).ok()?;
            Some(entry["message"].clone())
        });
        self.record.borrow_mut().extend(events);
    }
}
