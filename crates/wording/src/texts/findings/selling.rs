//! Findings on chapters 4, 7 and 8: process, targets, pipeline.

use super::{RuleWords, published};

/// Chapter 4.
pub(super) const PROCESS: &[RuleWords] = &[
    RuleWords::new(
        "PRC001",
        "Stages without a milestone",
        "{stages}: nothing says what must have happened before a deal goes on ({count|stage|stages}).",
        "Name something the buyer does, not the rep: \"budget owner named\", \"needs signed\".",
    ),
    RuleWords::new(
        "PRC002",
        "A sure stage without a milestone",
        "In {stage}, {conversion} of the deals go on, and nothing has to happen for it.",
        "Name what the buyer must do before the deal leaves the stage, then count again; or join it with the next one.",
    ),
    RuleWords::new(
        "PRC003",
        "Stages without activities",
        "{stages}: nothing says what the rep does ({count|stage|stages}).",
        "Watch the rep who is best at the stage and write down what they do, in a line.",
    ),
    RuleWords::new(
        "PRC004",
        "Stages with no step of the buyer beside them",
        "{stages}: nothing says what the buyer does meanwhile ({count|stage|stages}).",
        "Ask a recent customer what they did between the first talk and the signature, and put it beside your stages.",
    ),
    RuleWords::new(
        "PRC005",
        "A stage that sorts nothing out",
        "In {stage}, {conversion} of the deals go on.",
        "Ask more of its milestone, or join it with its neighbour.",
    ),
    RuleWords::new(
        "PRC006",
        "Deals won on the day they are created",
        "No stage of {motion} takes time, so the forecast counts each win in the month of its lead.",
        "Enter the days the middle deal spends in each stage; a guess with a range will do to begin with.",
    ),
    RuleWords::new(
        "PRC007",
        "Stages without a cut-off",
        "{stages}: no age at which a deal is given up ({count|stage|stages}).",
        "Take the days that one deal in ten exceeds, and half of that again.",
    ),
    RuleWords::new(
        "PRC008",
        "Hours per deal nobody entered",
        "{reps|rep|reps}, and no stage says how many hours a deal takes: whether the time suffices cannot be seen.",
        "Enter rep hours per deal for each stage, from last week's calendar.",
    ),
    RuleWords::new(
        "PRC009",
        "Hardly a process",
        "{motion} has {stages|stage|stages} up to the win, too few to see where deals are lost.",
        "Split where the buyer takes a step: from interest to needs, from needs to proposal, to the decision.",
    ),
    RuleWords::new(
        "PRC010",
        "An invented ladder of percentages",
        "All {stages|conversion|conversions} of {motion} are guesses and full tens of percent.",
        "Count last year's deals stage by stage and type, for instance, 86 of 148.",
    ),
    RuleWords::new(
        "PRC011",
        "Sales makes all its leads itself",
        "Every lead comes from the reps' own activity, which takes {share} of their selling hours.",
        "Agree with marketing, or whoever does its work, on a number of leads a month, as a source of its own.",
    ),
    RuleWords::new(
        "PRC012",
        "The plan wins more than the record shows",
        "The plan wins {plan} of its leads. On record are {won} of {leads}, {record}, and chance does not explain the difference.",
        "Take over the conversions from your history, or write beside them what will be different.",
    ),
    RuleWords::new(
        "PRC013",
        "Faster than the record",
        "The plan wins its middle deal within {plan}; on record it took {record}.",
        "Take over the times from your history, or write what will make the buyer decide sooner.",
    ),
];

/// Chapter 7.
pub(super) const TARGETS: &[RuleWords] = &[
    RuleWords::new(
        "TGT001",
        "A target without a basis",
        "Nothing says where the target comes from.",
        "Write what it rests on: last year plus what is new, and who agreed to it.",
    ),
    RuleWords::new(
        "TGT002",
        "The target lies beyond what the plan can bring",
        "Nine in ten outcomes stay under {high}; the target is {target}, a chance of {chance}. The middle outcome is {middle}.",
        "Change what the plan does (more leads, a better stage, more time), or set a target with the chance you want.",
    )
    .changing("With as many more leads as the target needs on average"),
    RuleWords::new(
        "TGT003",
        "Built on guesses",
        "{share} of what the answer rests on is guesses. The one that matters most: {first}.",
        "Look it up in your own record or settle it with the team, and enter counts instead.",
    ),
    RuleWords::new(
        "TGT004",
        "A target outside the record",
        "The target asks for {a_year} a year after {last}: {times} times as much. From {least} to {most} times would be within the record.",
        "Write a reason as large as the leap into the basis of the target; or take it over two years.",
    ),
    RuleWords::new(
        "TGT005",
        "A goal nobody can plan by",
        "The plan wants its target with a chance of {goal}.",
        "70% is a fair promise to the team, 80 to 90% to a bank.",
    ),
    RuleWords::new(
        "TGT006",
        "Margin and bookings targets contradict each other",
        "The margin target, {margin}, is {share} of the bookings target; the best product has a margin of {best}.",
        "Check the products' margins, then one of the two targets.",
    ),
    RuleWords::new(
        "TGT007",
        "Repeat business the plan does not bring",
        "The target counts on {expected} from existing customers; repeat business and referrals bring {brought}.",
        "Enter what customers buy again, or a way of selling to them of its own, with an owner.",
    ),
    RuleWords::new(
        "TGT008",
        "Too much too early",
        "The first three months ask for {asked}; by then the plan brings {brought} on average.",
        "Split the target by the months in which deals close, or start the leads earlier.",
    ),
    RuleWords::new(
        "TGT009",
        "A target that is safe already",
        "Nine in ten outcomes bring {low} or more; the target is {target}, a chance of {chance}.",
        "Check leads and conversions for hope. If they hold, ask what the firm could do with more.",
    ),
];

/// Chapter 8.
pub(super) const PIPELINE: &[RuleWords] = &[
    RuleWords::new(
        "PIP001",
        "Three deals carry the pipeline",
        "{deals} are {share} of the value of the open deals, {value} together.",
        "Add middle-sized deals with a short cycle, and plan what happens when the largest one is lost.",
    )
    .changing("Without these three"),
    RuleWords::new(
        "PIP002",
        "One source carries the leads",
        "{share} of the {leads} leads come from {source}.",
        "Build a second source now, while the first still works.",
    ),
    RuleWords::new(
        "PIP003",
        "One segment carries the pipeline",
        "{share} of the open value lies in {segment}, one of {segments|segment|segments}.",
        "Give the other segments leads and an owner, or drop them from the plan.",
    ),
    RuleWords::new(
        "PIP004",
        "Deals beyond their cut-off",
        "{count|deal has|deals have} been in the stage for longer than its cut-off, {value} in all: {deals}. The forecast counts that as lost.",
        "One honest call each: what happens next, and when? Without a date, close it as lost and write down why.",
    )
    .changing("Take them out of the list"),
    RuleWords::new(
        "PIP005",
        "Deals that were pushed",
        "{count|deal|deals} should have closed by now, {value} in all: {deals}.",
        "Go back a step: do the needs assessment again with the person who decides, and ask what waiting costs them.",
    ),
    RuleWords::new(
        "PIP006",
        "Too few leads for the target",
        "At its own rates the plan needs {needed} leads and has {planned}: {more} more.",
        "Find out which source can grow by that much, and by when; leads after the last useful day help next year only.",
    )
    .changing("With that many leads"),
    RuleWords::new(
        "PIP007",
        "The open deals do not cover the rest",
        "With {left} left, new leads hardly help. The open deals are worth {actual} times the target; at their own odds it takes {needed} times.",
        "Put the hours on deals that can still close, bring forward what customers could buy again, and say early what will be missing.",
    )
    .citing(published::COVERAGE),
    RuleWords::new(
        "PIP008",
        "More deals than a rep can handle",
        "{reps}: up to {largest} open deals, where the plan says {most} at the most.",
        "Hand over or close the ones that fit least, before handing out new leads.",
    ),
    RuleWords::new(
        "PIP009",
        "The cycle is longer than the time left",
        "{motion}: the middle deal takes {cycle} to be won, and {left} are left.",
        "Shorten the cycle where the buyer waits for you, offer a smaller first step that closes sooner, and work on what is open.",
    )
    .changing("If every stage took a quarter less time")
    .citing(published::CYCLE),
    RuleWords::new(
        "PIP010",
        "Deals nobody owns",
        "{count|deal has|deals have} no owner, {value} in all: {deals}.",
        "Give each a rep and a next step, today.",
    ),
    RuleWords::new(
        "PIP011",
        "Deals without a date",
        "{count|deal without a date counts|deals without a date count} as new in the forecast: {deals}.",
        "Enter when the first talk was; the month is enough.",
    ),
    RuleWords::new(
        "PIP012",
        "Chances with hope in them",
        "By their owners' chances {count|deal|deals} will bring {hoped}; the process would bring {expected}.",
        "Ask for the milestone: which one has the buyer made true? Where there is none, let the process speak.",
    )
    .changing("At the odds of the process"),
    RuleWords::new(
        "PIP013",
        "Deals nobody scored",
        "The profile has {attributes|attribute|attributes}, and none of the {deals|open deal|open deals} is scored by it.",
        "Score the ten largest; it takes ten seconds each. Call the best fits first.",
    ),
    RuleWords::new(
        "PIP014",
        "Hours for deals that do not fit",
        "Of the value scored, {share} ({value}) lies in {count|deal that fits|deals that fit} the profile less than 60%: {deals}.",
        "Pass on the lowest ones, or change the profile if they are what you really win.",
    ),
    RuleWords::new(
        "PIP015",
        "No open deals listed",
        "The plan starts from a running business and takes an average of the past for what is under way.",
        "Type the ten largest open deals. If nothing is under way, say that the plan starts from nothing.",
    ),
    RuleWords::new(
        "PIP016",
        "No losses recorded",
        "The record has {won|deal|deals} won and none lost, so no win rate can be had from it.",
        "From today on close lost deals as lost, with the reason. Until then judge the conversions with the team.",
    ),
];
