//! Findings on chapters 10 to 12: scorecard, reality check, review.

use super::RuleWords;

/// Chapter 10.
pub(super) const SCORECARD: &[RuleWords] = &[
    RuleWords::new(
        "SCO001",
        "No key figures",
        "The scorecard keeps no figure.",
        "Choose three with the team: two that move before the bookings, and the bookings.",
    ),
    RuleWords::new(
        "SCO002",
        "No leading figure",
        "The {figures|key figure moves|key figures all move} after the bookings do.",
        "Add the stage entry that best foretells your wins, with a goal a week.",
    ),
    RuleWords::new(
        "SCO003",
        "A figure nobody answers for",
        "{figures}: no owner.",
        "Put the name of somebody who can move it.",
    ),
    RuleWords::new(
        "SCO004",
        "Figures the team was not asked about",
        "{figures}: not agreed with the team.",
        "Show the team the target and ask which two figures would tell in time whether it holds.",
    ),
    RuleWords::new(
        "SCO005",
        "Nobody counts the activity",
        "How many calls or visits one sale takes is unknown.",
        "Count calls, visits and messages for two weeks, and enter one source of leads as activity.",
    ),
    RuleWords::new(
        "SCO006",
        "Promises past their day",
        "{commitments}: due and not done.",
        "Begin the next meeting with them: done, a new day, or given up, and why.",
    ),
    RuleWords::new(
        "SCO007",
        "Months nobody entered",
        "From {first} on, {months|month is over and has|months are over and have} no bookings entered. The forecast counts nothing for them.",
        "Enter the bookings of each month, for the team or rep by rep.",
    ),
    RuleWords::new(
        "SCO008",
        "A figure without a goal",
        "{figures}: no goal.",
        "Take the goal from the required column of the reality check, per week or per rep.",
    ),
];

/// Chapter 11.
pub(super) const CHECK: &[RuleWords] = &[
    RuleWords::new(
        "CHK001",
        "Assumptions never checked",
        "{share} of what the answer rests on was never checked, or not within a year ({assumptions|assumption|assumptions}). The one that matters most: {first}.",
        "Take the three that matter most, ask whether they still hold, and note the day.",
    ),
    RuleWords::new(
        "CHK002",
        "One guess carries the answer",
        "{guess} is a guess and carries {share} of the answer.",
        "Spend an hour on this one number: look it up, count it, or ask three people apart from each other.",
    ),
    RuleWords::new(
        "CHK003",
        "Chance is switched off",
        "{field} is 0, so the probability looks surer than anybody can be.",
        "Leave the field empty for the usual value, or enter what your record shows.",
    )
    .changing("With the usual value"),
    RuleWords::new(
        "CHK004",
        "Deals that hardly have an average",
        "{motion}: won deals differ by {spread} of their average. Nearly all are then small and one in hundreds is enormous.",
        "It is mostly between 30% and 120%. If giants are real, put them into a way of selling of their own.",
    )
    .changing("With the usual spread"),
    RuleWords::new(
        "CHK005",
        "Target and plan are not on one scale",
        "The target is {target}; the plan brings {mean} on average. No plan is that far off by being bold or modest.",
        "Read target, deal value, leads and conversions aloud once: a zero too many, or thousands typed as units?",
    ),
    RuleWords::new(
        "CHK006",
        "A range that says nothing",
        "{field}: from {low} to {high}.",
        "Which value would surprise you one time in ten, below and above? Those are low and high.",
    ),
    RuleWords::new(
        "CHK007",
        "Nothing can be sold",
        "The plan brings no bookings at all. Look first at: {cause}.",
        "Enter what really happens there.",
    ),
    RuleWords::new(
        "CHK008",
        "Growth that runs away",
        "{source}: {growth} a month is {year} times as many leads after a year.",
        "Divide a yearly growth by twelve, or leave growth out and plan the leads by season.",
    ),
    RuleWords::new(
        "CHK009",
        "Luck decides",
        "About {wins|win is|wins are} to be expected in the whole period.",
        "Judge the year by what comes before the wins, and look for smaller deals beside the large ones.",
    ),
    RuleWords::new(
        "CHK010",
        "Chance drowns the plan",
        "{field} is {spread}. With that much chance nothing the plan does is felt.",
        "Leave the field empty for the usual value, or enter what your record shows.",
    )
    .changing("With the usual value"),
];

/// Chapter 12.
pub(super) const REVIEW: &[RuleWords] = &[
    RuleWords::new(
        "REV001",
        "Questions not yet discussed",
        "None of the questions for discussion has an answer.",
        "Take half an hour with everybody the plan concerns, and write down an answer all can live with.",
    ),
    RuleWords::new(
        "REV002",
        "A decision without its reason",
        "{decisions}: nothing says why.",
        "Write the fact that decided it, in a line.",
    ),
    RuleWords::new(
        "REV003",
        "Assumptions past their review",
        "{assumptions}: to be looked at again before this day, and not checked since.",
        "Ask whoever answers for it. Note the day of the check, and when to look again.",
    ),
];
