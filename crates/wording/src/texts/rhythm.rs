//! Chapter 9, Rhythm.

/// Section.
pub const MEETINGS: &str = "Team meetings";
/// Why.
pub const MEETINGS_WHY: &str = "Meeting less than every other week costs alignment; every hour met costs an hour of \
    selling. Both sides are shown.";
/// Empty list.
pub const MEETINGS_EMPTY: &str = "The meetings the team holds regularly, the weekly one first. With its length and what \
    an hour costs, each shows what it takes in money and selling time; without an agenda it usually takes more.";
/// Cost of an hour.
pub const HOURLY_COST: &str = "What an hour of a rep costs";
/// Explanation.
pub const HOURLY_COST_HINT: &str =
    "All in: pay, contributions, workplace, divided by the hours worked in a year.";
/// Example.
pub const HOURLY_COST_EXAMPLE: &str = "60";
/// Add.
pub const A_MEETING: &str = "a meeting";
/// One without a name, by place.
#[must_use]
pub fn unnamed_meeting(place: usize) -> String {
    format!("Meeting {place}")
}
/// Name.
pub const MEETING: &str = "Meeting";
/// Example.
pub const MEETING_EXAMPLE: &str = "Sales meeting";
/// How often.
pub const EVERY: &str = "How often";
/// Weekly.
pub const WEEKLY: &str = "every week";
/// Every other week.
pub const EVERY_OTHER_WEEK: &str = "every other week";
/// Monthly.
pub const MONTHLY: &str = "every month";
/// Quarterly.
pub const QUARTERLY: &str = "every quarter";
/// Length.
pub const LENGTH: &str = "Length";
/// Example.
pub const LENGTH_EXAMPLE: &str = "45 min";
/// Attendees.
pub const ATTENDEES: &str = "How many attend";
/// Explanation.
#[must_use]
pub fn attendees_hint(reps: usize, manager: bool) -> String {
    let reps = super::counted(reps, "rep", "reps");
    let manager = if manager { " and the manager" } else { "" };
    format!("The whole team when left empty: {reps}{manager}.")
}
/// What a meeting takes in a month.
#[must_use]
pub fn takes(hours: &str, cost: Option<&str>) -> String {
    match cost {
        Some(cost) => format!("Takes {hours} of working time a month, worth {cost}."),
        None => format!("Takes {hours} of working time a month."),
    }
}
/// What all meetings take in a month.
#[must_use]
pub fn all_take(hours: &str, cost: Option<&str>) -> String {
    match cost {
        Some(cost) => format!("All meetings together: {hours} a month, worth {cost}."),
        None => format!("All meetings together: {hours} a month."),
    }
}
/// Folded.
pub const AGENDA: &str = "Agenda";
/// Explanation.
pub const AGENDA_HINT: &str = "Stuck deals first, while everybody is fresh. What concerns two people belongs in a talk of \
    two.";
/// Add.
pub const AN_AGENDA_ITEM: &str = "an item to the agenda";
/// Add all the usual items.
pub const THE_USUAL_AGENDA: &str = "the usual agenda";
/// The usual items of a sales meeting.
pub const USUAL_AGENDA: [&str; 6] = [
    "Stuck deals",
    "Pipeline: what moved, what did not",
    "New products",
    "Announcements",
    "Changes in the market",
    "Wins and losses",
];
/// One without a topic, by place.
#[must_use]
pub fn unnamed_agenda_item(place: usize) -> String {
    format!("Item {place}")
}
/// Topic.
pub const TOPIC: &str = "Topic";
/// Example.
pub const TOPIC_LENGTH_EXAMPLE: &str = "10 min";
/// The agenda beside the meeting's length.
#[must_use]
pub fn agenda_takes(agenda: &str, length: &str) -> String {
    format!("The agenda takes {agenda} of {length}.")
}

/// Section.
pub const COACHING_SECTION: &str = "Coaching";
/// Why.
pub const COACHING_WHY: &str = "One to one: watching a call, going through a pipeline, helping with a deal or a skill. \
    Not closing for the rep.";
/// Hours.
pub const COACHING_HOURS: &str = "Hours per rep and month";
/// Explanation.
pub const COACHING_HOURS_HINT: &str = "3 when left empty.";
/// Example.
pub const COACHING_HOURS_EXAMPLE: &str = "3";
/// How.
pub const COACHING: &str = "How coaching is done";
/// Example.
pub const COACHING_EXAMPLE: &str =
    "One observed call and one talk about the pipeline per rep and month";
/// Folded.
pub const WHY_THREE: &str = "Why 3 hours";
/// The published figure with its limits.
pub const WHY_THREE_TEXT: &str = "In a study by the Sales Executive Council (2007), reps coached three hours or more a \
    month reached 107% of their target, those with little coaching about 90%. It is a correlation, strongest in the \
    middle 60% of reps, and its hours include meetings run and deals observed.";
/// What the reps ask for.
#[must_use]
pub fn coaching_asked(hours: &str, reps: usize) -> String {
    format!(
        "{} ask for {hours} a month.",
        super::counted(reps, "rep", "reps")
    )
}
/// What the manager's week holds.
#[must_use]
pub fn coaching_planned(hours: &str) -> String {
    format!("The manager's week below holds {hours} a month.")
}
/// What is missing.
#[must_use]
pub fn coaching_short(hours: &str) -> String {
    format!("{hours} a month short")
}
/// It is enough.
pub const COACHING_ENOUGH: &str = "enough";
/// While the manager's week says nothing.
pub const COACHING_UNKNOWN: &str =
    "How much of it fits shows once the manager's week below says so.";

/// Section.
pub const MANAGER_WEEK: &str = "The manager's week";
/// Why.
pub const MANAGER_WEEK_WHY: &str = "Coaching first. Own accounts, service and delivery are honest work, and each hour of \
    them is one that the reps do not get.";
/// Column.
pub const ACTIVITY: &str = "Activity";
/// Column.
pub const HOURS_A_WEEK: &str = "Hours a week";
/// Row.
pub const MANAGER_COACHING: &str = "Coaching";
/// Row.
pub const OWN_ACCOUNTS: &str = "Selling to own accounts";
/// Row.
pub const CUSTOMER_SERVICE: &str = "Customer service";
/// Row.
pub const DELIVERY: &str = "Delivery work";
/// Row.
pub const JOINT_CALLS: &str = "Joint calls that are not coaching";
/// Row.
pub const ADMINISTRATION: &str = "Reports and administration";
/// Row.
pub const TEAM_MEETINGS: &str = "Team meetings, from above";
/// Row.
pub const SUM: &str = "Together";
/// Row.
pub const AVAILABLE: &str = "Available";
/// Explanation.
pub const AVAILABLE_HINT: &str =
    "The manager's hours a week come from chapter 5, Team; 40 while it does not say.";
/// Row.
pub const LEFT: &str = "Left";
/// Row.
pub const OVER: &str = "More than there is";

/// Section.
pub const SHARING: &str = "Sharing with other departments";
/// Why.
pub const SHARING_WHY: &str = "What has an owner gets shared.";
/// Empty list.
pub const SHARING_EMPTY: &str = "What credit, production, service or marketing need to know from sales, where they find \
    it, and who sees to it. Most friction inside a firm is news that came too late.";
/// Add.
pub const A_SHARING: &str = "something to share";
/// One without a department, by place.
#[must_use]
pub fn unnamed_sharing(place: usize) -> String {
    format!("Department {place}")
}
/// Department.
pub const DEPARTMENT: &str = "Department";
/// Example.
pub const DEPARTMENT_EXAMPLE: &str = "Service";
/// What.
pub const SHARED: &str = "What is shared, and where";
/// Example.
pub const SHARED_EXAMPLE: &str = "Start dates and promised functions, in the customer database";
/// Owner.
pub const OWNER: &str = "Who sees to it";
