//! The rhythm as a calendar file.

/// The title of a rep's coaching.
#[must_use]
pub fn coaching_of(rep: &str) -> String {
    format!("Coaching: {rep}")
}
/// A line of an agenda.
#[must_use]
pub fn topic(topic: &str, length: Option<&str>) -> String {
    match length {
        Some(length) => format!("{topic} ({length})"),
        None => topic.to_owned(),
    }
}
/// Section.
pub const TITLE: &str = "In the calendar";
/// Button.
pub const SAVE: &str = "Save as a calendar file";
/// What the button does.
pub const WHY: &str = "Meetings with their agendas and a weekly talk with each rep, for any calendar program. \
    The plan names no hour: meetings begin on Mondays at nine, coaching follows from Tuesday on. Move each \
    series once.";
/// There is nothing to put into it.
pub const NOTHING: &str = "There is nothing to put into a calendar: no meetings and no reps, or the plan's period is \
    over.";
