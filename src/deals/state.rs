//! What the page shows of the deals: where an import stands, what was found.

use std::rc::Rc;

use plumbline_review::History as Record;
use yew::Reducible;

use super::{
    in_file::InFile,
    protocol::{Calibrated, Found, Report, Sheet},
};

/// What there is to show.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct State {
    /// Something is under way: how far it has come and how many rows it has seen.
    pub busy: Option<(f64, u32)>,
    /// Why the last file was not taken.
    pub refused: Option<String>,
    /// How a file is read, while that is being settled.
    pub sheet: Option<Rc<Sheet>>,
    /// What the deals say.
    pub found: Option<Rc<Found>>,
    /// What they would change in the plan.
    pub calibrated: Option<Rc<Calibrated>>,
    /// Whether there are deals kept with the plan.
    pub kept: Kept,
    /// What the review compares the plan with, from the deals kept.
    pub record: Option<Rc<Record>>,
    /// Whether the deals go into the plan's file.
    pub in_file: InFile,
    /// Whether other deals were put aside when a file was opened.
    pub has_before: bool,
}

/// Whether deals are kept with the plan.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) enum Kept {
    /// It is not known yet.
    #[default]
    Unknown,
    /// There are none.
    None,
    /// There are.
    Here,
    /// There are none, and for this reason there will be none.
    Not(String),
}

/// What happens.
pub(super) enum Event {
    /// Something has begun that takes a while.
    Began,
    /// The worker has said something.
    Heard(Report),
    /// The user, or a failure, has ended what was under way.
    Ended {
        /// Why, if there is a reason.
        refused: Option<String>,
    },
    /// Another plan was opened.
    OtherPlan,
    /// It is known whether deals are kept with the plan.
    KeptNow(Kept, Option<Rc<Record>>),
    /// It is known whether the deals go into the plan's file.
    InFile(InFile),
    /// It is known whether other deals were put aside.
    Before(bool),
    /// Deals are gone: removed by the user.
    Removed,
    /// The file being settled is left.
    LeaveSheet,
}

impl Reducible for State {
    type Action = Event;

    fn reduce(self: Rc<Self>, event: Event) -> Rc<Self> {
        let mut next = (*self).clone();
        match event {
            Event::Began => (next.busy, next.refused) = (Some((0.0, 0)), None),
            Event::Heard(report) => next.hear(report),
            Event::Ended { refused } => (next.busy, next.refused) = (None, refused),
            Event::OtherPlan => next = Self::default(),
            Event::KeptNow(kept, record) => (next.kept, next.record) = (kept, record),
            Event::InFile(choice) => next.in_file = choice,
            Event::Before(has_before) => next.has_before = has_before,
            Event::Removed => {
                next = Self {
                    kept: Kept::None,
                    ..Self::default()
                }
            }
            Event::LeaveSheet => (next.sheet, next.refused) = (None, None),
        }
        next.into()
    }
}

impl State {
    fn hear(&mut self, report: Report) {
        match report {
            Report::Progress(share, rows) => self.busy = Some((share, rows)),
            Report::Refused(why) => (self.busy, self.refused) = (None, Some(why)),
            Report::Sheet(sheet) => {
                (self.busy, self.refused) = (None, None);
                self.sheet = Some(Rc::from(sheet));
            }
            Report::Found(found) => {
                (self.busy, self.refused, self.sheet) = (None, None, None);
                self.found = Some(Rc::from(found));
            }
            Report::Calibrated(calibrated) => self.calibrated = Some(Rc::from(calibrated)),
            Report::Table(_) | Report::Panicked(_) => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Case 35: a file called off, or refused, leaves what was found before.
    #[test]
    fn what_was_found_stays_until_something_else_is_found() {
        let found = Rc::new(State {
            record: Some(Rc::default()),
            ..State::default()
        });
        let begun = found.reduce(Event::Began);
        let heard = begun.reduce(Event::Heard(Report::Progress(0.5, 10)));
        assert_eq!(heard.busy, Some((0.5, 10)));
        let refused = heard.reduce(Event::Heard(Report::Refused("why".into())));
        assert_eq!(
            (refused.busy, refused.refused.as_deref()),
            (None, Some("why"))
        );
        assert!(refused.record.is_some());
    }
}
