//! The frame of the page: header, first visit, notices.

/// The product's name.
pub const PRODUCT: &str = "Plumbline";
/// What it is, in a line.
pub const TAGLINE: &str = "A sales plan whose numbers hold.";
/// Name of a plan without a title.
pub const UNTITLED: &str = "Untitled plan";

/// Label of the plan's title.
pub const PLAN_TITLE: &str = "Title of the plan";
/// Takes the last change back.
pub const UNDO: &str = "Undo";
/// Makes the change again.
pub const REDO: &str = "Redo";
/// Opens a plan file.
pub const OPEN: &str = "Open file";
/// Saves a plan file.
pub const SAVE: &str = "Save file";
/// Saves to another file.
pub const SAVE_AS: &str = "Save as";
/// Starts a new plan.
pub const NEW: &str = "New plan";
/// The menu with all that.
pub const PLAN_MENU: &str = "Plan";
/// Opens that menu on a narrow screen.
pub const MENU: &str = "Menu";
/// Goes back to the plan that was open before.
pub const GO_BACK: &str = "Back to the plan before";
/// Closes something.
pub const CLOSE: &str = "Close";
/// Sends a message away.
pub const DISMISS: &str = "Dismiss";
/// Opens the chapters on a narrow screen.
pub const CHAPTERS_MENU: &str = "Chapters";
/// Jumps over the navigation.
pub const SKIP: &str = "Skip to the chapter";
/// The next chapter.
#[must_use]
pub fn next_chapter(title: &str) -> String {
    format!("Next: {title}")
}

/// Label of the theme choice.
pub const THEME: &str = "Appearance";
/// As the device has it.
pub const THEME_SYSTEM: &str = "Automatic";
/// Light.
pub const THEME_LIGHT: &str = "Light";
/// Dark.
pub const THEME_DARK: &str = "Dark";

/// Heading of the first visit.
pub const WELCOME: &str = "Will the target hold?";
/// What happens here.
pub const WELCOME_TEXT: &str = "Write the sales plan, enter the target, and see whether the \
    pipeline behind it can carry it. Everything stays on this machine: no account, nothing \
    uploaded.";
/// First door.
pub const DOOR_BLANK: &str = "Start a blank plan";
/// What is behind it.
pub const DOOR_BLANK_TEXT: &str = "Seven usual stages, no numbers. A target, a deal value, leads and conversions give the first verdict.";
/// Second door.
pub const DOOR_SAMPLE: &str = "Look at the worked sample";
/// What is behind it.
pub const DOOR_SAMPLE_TEXT: &str =
    "A firm of five reps with two ways of selling, 27 open deals and a target that is not safe.";
/// Third door.
pub const DOOR_OPEN: &str = "Open a plan file";
/// What is behind it.
pub const DOOR_OPEN_TEXT: &str =
    "A file ending in .plumbline.json. You can also drop it anywhere on this page.";

/// After a new plan was started.
pub const STARTED_BLANK: &str = "New blank plan. The plan before it is kept on this machine.";
/// After the sample was opened.
pub const STARTED_SAMPLE: &str = "This is the worked sample. Change whatever you like.";
/// After a file was opened.
#[must_use]
pub fn opened(name: &str) -> String {
    format!("Opened {name}.")
}
/// After a file was opened that holds the firm's own deals.
#[must_use]
pub fn opened_with_deals(name: &str) -> String {
    format!("Opened {name} with the deals that are in it.")
}
/// After something was removed.
#[must_use]
pub fn removed(what: &str) -> String {
    format!("Removed {what}.")
}
/// A change could not be made; never expected, said all the same.
#[must_use]
pub fn refused(why: &str) -> String {
    format!("That change could not be made, and nothing was changed: {why}")
}
