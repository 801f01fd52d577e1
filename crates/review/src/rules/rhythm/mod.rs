//! Rules on chapter 9, Rhythm.

pub(crate) mod agenda_too_long;
pub(crate) mod coaching_beyond_hours;
pub(crate) mod costly_meetings;
pub(crate) mod joint_calls_as_coaching;
pub(crate) mod little_coaching;
pub(crate) mod manager_does_the_work;
pub(crate) mod meets_too_seldom;
pub(crate) mod no_agenda;
pub(crate) mod nobody_told;
pub(crate) mod sharing_without_owner;

use plumbline_plan::{FieldPath, chapter::rhythm::Meeting};

/// The field of a meeting.
fn meeting_path(meeting: &Meeting) -> FieldPath {
    FieldPath::from("rhythm/meetings").child(meeting.id.as_str())
}
