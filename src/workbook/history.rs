//! Undo and redo: edits with their inverses.

use plumbline_plan::{Edit, EditError, FieldPath, Plan};

/// How many changes can be taken back. A change holds what it replaced, so this bounds
/// memory; more than a day's work.
const LONGEST: usize = 2_000;

/// What was done, as the edits that take it back, and what was taken back, as the edits
/// that make it again.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct History {
    undo: Vec<Step>,
    redo: Vec<Edit>,
}

#[derive(Debug, Clone, PartialEq)]
struct Step {
    inverse: Edit,
    /// The field being typed into, while it is: what is typed in one go is one step.
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

    #[test]
    fn a_thousand_changes_come_back_one_by_one() {
        let (mut plan, mut history) = (plan(), History::default());
        let before = plan.clone();
        for n in 0..1_000 {
            history
                .make(&mut plan, &title(&n.to_string()), None)
                .unwrap();
        }
        for _ in 0..1_000 {
            history.undo(&mut plan).unwrap();
        }
        assert_eq!(plan, before);
    }
}
