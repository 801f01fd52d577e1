//! Undo and redo: edits with their inverses.

use plumbline_plan::{Edit, EditError, FieldPath, Plan};
use serde::{Deserialize, Serialize};

/// How many changes can be taken back. A change holds what it replaced, so this bounds
/// memory; more than a day's work.
const LONGEST: usize = 2_000;

/// More than this is not kept beside the plan, in bytes: it is written while the page goes
/// away.
const MOST_BYTES: usize = 1 << 19;

/// What was done, as the edits that take it back, and what was taken back, as the edits
/// that make it again.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct History {
    undo: Vec<Step>,
    redo: Vec<Edit>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct Step {
    inverse: Edit,
    /// The field being typed into, while it is: what is typed in one go is one step.
    #[serde(skip)]
    typing: Option<FieldPath>,
}

impl History {
    /// Makes a change and remembers how to take it back. `typing` names the field when the
    /// change is one of several keystrokes there.
    ///
    /// # Errors
    /// [`EditError`]; plan and history are then as they were.
    pub fn make(
        &mut self,
        plan: &mut Plan,
        edit: &Edit,
        typing: Option<&FieldPath>,
    ) -> Result<(), EditError> {
        let inverse = edit.apply(plan)?;
        self.redo.clear();
        let goes_on = typing.is_some()
            && self
                .undo
                .last()
                .is_some_and(|step| step.typing.as_ref() == typing);
        if !goes_on {
            self.undo.push(Step {
                inverse,
                typing: typing.cloned(),
            });
        }
        if self.undo.len() > LONGEST {
            self.undo.remove(0);
        }
        Ok(())
    }

    /// The typing into a field has ended; the next keystroke there is a step of its own.
    pub fn end_typing(&mut self) {
        if let Some(step) = self.undo.last_mut() {
            step.typing = None;
        }
    }

    /// Takes the last change back.
    ///
    /// # Errors
    /// [`EditError`] when it no longer fits; history is then as it was.
    pub fn undo(&mut self, plan: &mut Plan) -> Result<(), EditError> {
        let Some(step) = self.undo.last() else {
            return Ok(());
        };
        let again = step.inverse.apply(plan)?;
        self.undo.pop();
        self.redo.push(again);
        Ok(())
    }

    /// Makes the last change that was taken back again.
    ///
    /// # Errors
    /// [`EditError`] when it no longer fits; history is then as it was.
    pub fn redo(&mut self, plan: &mut Plan) -> Result<(), EditError> {
        let Some(edit) = self.redo.last() else {
            return Ok(());
        };
        let inverse = edit.apply(plan)?;
        self.redo.pop();
        self.undo.push(Step {
            inverse,
            typing: None,
        });
        Ok(())
    }

    /// Whether there is something to take back.
    #[must_use]
    pub fn can_undo(&self) -> bool {
        !self.undo.is_empty()
    }

    /// As bytes, to be kept beside the plan. The oldest steps are left out when it would be
    /// too much to write while the page goes away.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut history = self.clone();
        loop {
            // Edits are JSON already.
            let bytes = serde_json::to_vec(&history).unwrap_or_default();
            if bytes.len() <= MOST_BYTES || history == Self::default() {
                return bytes;
            }
            history.redo.clear();
            history.undo.drain(..history.undo.len().div_ceil(2));
        }
    }

    /// The history in these bytes; `None` when they are none.
    #[must_use]
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        serde_json::from_slice(bytes).ok()
    }

    /// Whether there is something to make again.
    #[must_use]
    pub fn can_redo(&self) -> bool {
        !self.redo.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use plumbline_plan::start::blank;

    use super::*;

    fn plan() -> Plan {
        blank(chrono::NaiveDate::from_ymd_opt(2026, 11, 21).unwrap())
    }

    fn title(text: &str) -> Edit {
        Edit::set("about/title", text)
    }

    #[test]
    fn what_is_typed_in_one_go_is_taken_back_in_one() {
        let (mut plan, mut history) = (plan(), History::default());
        let field = FieldPath::from("about/title");
        for text in ["P", "Pl", "Plan"] {
            history.make(&mut plan, &title(text), Some(&field)).unwrap();
        }
        history.end_typing();
        history
            .make(&mut plan, &title("Plan B"), Some(&field))
            .unwrap();
        history.undo(&mut plan).unwrap();
        assert_eq!(plan.about.title, "Plan");
        history.undo(&mut plan).unwrap();
        assert_eq!(plan.about.title, "");
        assert!(!history.can_undo());
        history.redo(&mut plan).unwrap();
        assert_eq!(plan.about.title, "Plan");
    }

    #[test]
    fn a_new_change_forgets_what_was_taken_back() {
        let (mut plan, mut history) = (plan(), History::default());
        history.make(&mut plan, &title("A"), None).unwrap();
        history.undo(&mut plan).unwrap();
        history.make(&mut plan, &title("B"), None).unwrap();
        assert!(!history.can_redo());
        assert_eq!(plan.about.title, "B");
    }

    #[test]
    fn a_refused_change_leaves_no_trace() {
        let (mut plan, mut history) = (plan(), History::default());
        let before = plan.clone();
        assert!(
            history
                .make(&mut plan, &Edit::set("about/nothing", 1), None)
                .is_err()
        );
        assert_eq!(plan, before);
        assert!(!history.can_undo());
    }

    /// Case 86: undo after 1,000 changes, and after a reload.
    #[test]
    fn a_thousand_changes_come_back_one_by_one_after_a_reload() {
        let (mut plan, mut history) = (plan(), History::default());
        let before = plan.clone();
        for n in 0..1_000 {
            history
                .make(&mut plan, &title(&n.to_string()), None)
                .unwrap();
        }
        let mut history = History::from_bytes(&history.to_bytes()).unwrap();
        for _ in 0..1_000 {
            history.undo(&mut plan).unwrap();
        }
        assert_eq!(plan, before);
    }

    /// Case 86: a history too large to keep loses its oldest steps, never its latest.
    #[test]
    fn a_huge_history_is_kept_from_its_latest_step_backwards() {
        let (mut plan, mut history) = (plan(), History::default());
        let long = "x".repeat(2_000);
        for n in 0..1_000 {
            history
                .make(&mut plan, &title(&format!("{n} {long}")), None)
                .unwrap();
        }
        let bytes = history.to_bytes();
        assert!(bytes.len() <= MOST_BYTES);
        let mut kept = History::from_bytes(&bytes).unwrap();
        kept.undo(&mut plan).unwrap();
        assert_eq!(plan.about.title, format!("998 {long}"));
        assert_eq!(History::from_bytes(b"{"), None);
    }
}
