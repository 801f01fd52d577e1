//! Fields, by their labels.

use thirtyfour::{Key, error::WebDriverResult};

use crate::{
    Page,
    find::{Element, Node},
    wait::wait_until,
};

/// A control that takes a value, found by its label.
pub struct Field<'page>(Element<'page>);

/// Roles of controls that take a value, in the browser's words.
const ROLES: [&str; 9] = [
    "textbox",
    "searchbox",
    "combobox",
    "checkbox",
    "spinbutton",
    "slider",
    "Date",
    "DateTime",
    "InputTime",
];

impl Page {
    /// The only field with exactly this label, as a screen reader says it; waits for it.
    ///
    /// # Panics
    /// When it does not come, or there are several.
    #[must_use]
    #[track_caller]
    pub fn field(&self, label: &str) -> Field<'_> {
        let fields = || {
            let mut nodes = self.nodes(None, Some(label));
            nodes.retain(|node| ROLES.contains(&node.role.as_str()));
            nodes
        };
        Field(self.find_such(&format!("a field \"{label}\""), fields))
    }

    /// Whether there is a field with this label that takes a value now.
    #[must_use]
    #[track_caller]
    pub fn can_be_changed(&self, label: &str) -> bool {
        let nodes = self.nodes(None, Some(label));
        let mut fields = nodes
            .iter()
            .filter(|node| ROLES.contains(&node.role.as_str()));
        fields.any(|node| !node.disabled)
    }

    /// Chooses one of several: `label` names the list or the group, `option` what to choose.
    ///
    /// # Panics
    /// When there is no such choice.
    #[track_caller]
    pub fn choose(&self, label: &str, option: &str) {
        let choice = self.find_such(&format!("a choice \"{label}\""), || {
            let mut nodes = self.nodes(None, Some(label));
            nodes.retain(|node| ["combobox", "group", "radiogroup"].contains(&node.role.as_str()));
            nodes
        });
        let inside = if choice.node.role == "combobox" {
            "option"
        } else {
            "radio"
        };
        let what = format!("{option:?} among {label:?}");
        self.find_such(&what, || choice.nodes(Some(inside), Some(option)))
            .click();
    }

    /// Presses a key, with others held down.
    ///
    /// # Panics
    /// When the browser does not take it.
    #[track_caller]
    pub fn press_key(&self, held: &[Key], key: impl Into<char>) {
        let mut actions = self.driver().action_chain();
        for held in held {
            actions = actions.key_down(held.clone());
        }
        actions = actions.send_keys(key.into().to_string());
        for held in held.iter().rev() {
            actions = actions.key_up(held.clone());
        }
        self.run(actions.perform()).expect("keys can be pressed");
    }
}

impl Field<'_> {
    /// Replaces what stands in it by typing, and stays in it.
    #[track_caller]
    pub fn type_in(&self, text: &str) {
        self.0.click();
        self.send(Key::Control + "a");
        if text.is_empty() {
            self.send(Key::Delete);
        } else {
            self.send(text);
        }
    }

    /// Replaces what stands in it by typing, and goes on to the next.
    #[track_caller]
    pub fn enter(&self, text: &str) {
        self.type_in(text);
        self.press(Key::Tab);
    }

    /// Enters a month into the browser's own control for months, by its English name and
    /// the year.
    #[track_caller]
    pub fn enter_month(&self, month: &str, year: i32) {
        // Typing into it begins at the month only when it is entered anew, and a click may
        // land on either part.
        self.0
            .page
            .script("document.activeElement.blur()", Vec::new());
        self.send(month + Key::Right + year.to_string());
    }

    /// Presses a key in it.
    #[track_caller]
    pub fn press(&self, key: Key) {
        self.send(key);
    }

    /// What stands in it.
    #[must_use]
    #[track_caller]
    pub fn value(&self) -> String {
        let value = self.0.page.run(self.0.inner.prop("value"));
        value.ok().flatten().unwrap_or_default()
    }

    /// Waits until this stands in it.
    #[track_caller]
    pub fn wait_for(&self, value: &str) {
        let what = format!(
            "{value:?} in {:?}, where {:?} stands",
            self.0.node.name,
            self.value()
        );
        wait_until(&what, || (self.value() == value).then_some(()));
    }

    /// What is said of it besides its label: explanation, range, what was understood, what
    /// is wrong.
    #[must_use]
    #[track_caller]
    pub fn said(&self) -> String {
        self.now().description
    }

    /// Waits until this is said of it.
    #[track_caller]
    pub fn wait_until_said(&self, words: &str) {
        let what = format!("{words:?} said of {:?}", self.0.node.name);
        wait_until(&what, || self.said().contains(words).then_some(()));
    }

    /// Whether it is marked as wrong.
    #[must_use]
    #[track_caller]
    pub fn is_wrong(&self) -> bool {
        self.now().invalid
    }

    pub(crate) fn page(&self) -> &Page {
        self.0.page
    }

    #[track_caller]
    pub(crate) fn type_keys(&self, keys: impl Into<thirtyfour::TypingData>) {
        self.send(keys);
    }

    #[track_caller]
    fn now(&self) -> Node {
        let page = self.0.page;
        let nodes = page.nodes(Some(&self.0.node.role), Some(&self.0.node.name));
        nodes.into_iter().next().expect("the field is still there")
    }

    #[track_caller]
    fn send(&self, keys: impl Into<thirtyfour::TypingData>) {
        let sent: WebDriverResult<()> = self.0.page.run(self.0.inner.send_keys(keys));
        sent.unwrap_or_else(|error| panic!("typing into {:?}: {error}", self.0.node.name));
    }
}
