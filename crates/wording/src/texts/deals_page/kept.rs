//! Where deals are kept, and how they are removed.

/// Section: where deals are kept.
pub const KEPT: &str = "Where these deals are kept";
/// They are kept.
pub const KEPT_HERE: &str = "With the plan, in this browser. They are not in the plan's file.";
/// They are kept, and go into the plan's file.
pub const KEPT_IN_FILE: &str = "With the plan, in this browser, and in the plan's file whenever you save it. Anyone who has the file can read them.";
/// Switch.
pub const KEEP_IN_FILE: &str = "Keep these deals in the plan's file";
/// What the switch does.
pub const KEEP_IN_FILE_HINT: &str = "In a locked file and a workbook of one file too, but never in a link. Whoever opens the file has the same deals and figures.";
/// There are too many for a file.
pub const TOO_MANY_FOR_FILE: &str = "More than 100,000 deals are too many for the plan's file. They are kept in this browser alone.";
/// Switch.
pub const NUMBERS_IN_FILE: &str = "With numbers in place of names";
/// What the switch does.
pub const NUMBERS_IN_FILE_HINT: &str = "Names of deals, customers and owners stay out of the file and stay here; the customer profile in the file calls owners by number. Deals that you have put into the pipeline are part of the plan and keep their names.";
/// The deals of a file took the place of others.
pub const OTHERS_ARRIVED: &str = "The deals in the file are shown now. Those kept here before are put aside, not lost: see Your own deals.";
/// Others were put aside.
pub const PUT_ASIDE: &str =
    "When a file with deals was opened, those kept here before were put aside.";
/// Button.
pub const CHANGE_PLACES: &str = "Show those put aside instead";
/// They are not kept.
#[must_use]
pub fn not_kept(why: &str) -> String {
    format!("Only until this page is closed: {why}")
}
/// There is no storage.
pub const NO_STORAGE: &str = "this browser keeps nothing for this page.";
/// The storage is full.
pub const STORAGE_FULL: &str = "this browser has no room left.";
/// Another tab has the plan.
pub const OTHER_TAB: &str = "another tab works on the plan.";
/// Switch.
pub const LEAVE_NAMES_OUT: &str = "Put numbers in place of names";
/// What the switch does.
pub const LEAVE_NAMES_HINT: &str = "Deals and owners become numbers, customers go. It cannot be taken back; import the file again for the names.";
/// The customer profile named owners too.
pub const PROFILE_BY_NUMBER: &str =
    "The customer profile calls owners by their numbers now, as the deals do.";
/// It was done.
pub const NAMES_LEFT_OUT: &str = "Numbers stand in place of names.";
/// Button.
pub const REMOVE: &str = "Remove these deals";
/// Question.
pub const REMOVE_SURE: &str = "Remove the deals kept with this plan, and those put aside? What was taken into the plan stays there.";
/// Button.
pub const REMOVE_YES: &str = "Remove them";
/// Button.
pub const KEEP_THEM: &str = "Keep them";
/// Said after it.
pub const REMOVED: &str = "The deals are removed.";
/// Button.
pub const IMPORT_AGAIN: &str = "Import another file";
