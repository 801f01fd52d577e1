//! The guidance at the head of each chapter: why it is there, what is still needed before
//! a rep could act on it, questions that help to write it, and examples to insert.

/// Why each chapter is there and what makes it good, in a paragraph, in the chapters' order.
pub const PARAGRAPHS: [&str; 12] = [
    "When two customers want the same afternoon, something has to decide. Values and priorities do, if they are \
     written so that a rep can act on them: each value with what it means in front of a customer, each priority with \
     what sales does for it. The strategy then says whom you sell to and what you stop doing, and each sentence of it \
     follows from one of them.",
    "The hours of a small team are its scarcest good. This chapter says who gets them: which customers, what is true \
     of the good ones, who takes part in their decision, and above all which opportunities you leave alone. A profile \
     that rules nothing out gives the hours to whoever asks first.",
    "A buyer compares. Here stands what a customer gains in their own words, why that is better than doing nothing or \
     buying elsewhere, and what proves it. With objections answered beforehand, a rep does not have to invent the \
     answer, or a discount, at the customer's table.",
    "A process is a row of stages, each left only when the buyer has done something that can be seen. Beside each stage \
     stands what the buyer does meanwhile. Shares, days and hours belong here because the verdict is computed from them: \
     count them in your own record if you can, and give a range if you cannot.",
    "The plan is carried by single people with so many hours, strengths and needs. Write each of them down, yourself \
     too if you sell. A new rep needs months to get going, people leave, seats stay empty: all of that is in the \
     numbers, and a bench of people to call makes it shorter.",
    "Pay tells people what the firm really wants. Keep it simple enough to be worked out on a napkin, pay on what is \
     good for the firm, and check that the rate and the promised sum agree. No pay plan coaches anybody.",
    "A target is a promise with a date. Write where it comes from, so that it can be defended in March, and which \
     chance of keeping it you want: 100% is not to be had. The calculation then says whether the rest of the plan can \
     carry it.",
    "Open deals decide the first months. List them with their stage, since when they are in it, and who owns them; \
     those that have stood still longer than the cut-off say more about the forecast than the hopeful ones.",
    "Meetings cost selling hours; coaching earns them back. Write down when the team meets and what about, how each \
     person is coached, where the manager's own week goes, and what other departments must hear from sales before \
     they can help.",
    "What is counted in time can be corrected in time. Choose a few figures with the team: at least one that moves \
     before the bookings do, each with a goal, an owner, and what it serves. Then enter what happened, month by month.",
    "Everything written so far comes together here: the chance of the target, what it rests on, what it would take, \
     and where it breaks.",
    "Before the plan is agreed on, its doubts are said out loud: findings to act on or set aside with a reason, \
     assumptions to check, questions for the management meeting, and what was decided, by whom and why.",
];

/// Folded.
pub const HELP: &str = "Questions that help";
/// Questions that help to write each chapter, in the chapters' order.
pub const PROMPTS: [&[&str]; 12] = [
    &[
        "Which customer did we refuse last year because of a value, and would we again?",
        "Which priority would a competitor find hard to copy?",
        "What do we do in sales only because others do it?",
        "What would we stop doing if the team were half as large?",
    ],
    &[
        "Which five customers would we like to have again, and what was true of all of them?",
        "Which five would we rather not have won, and how could we have known?",
        "Who said no late in the last deal we lost, and when did we first speak to them?",
        "Which kind of opportunity cost us the most hours last year and came to nothing?",
    ],
    &[
        "What did the last three customers say they gained, in their words?",
        "What would they have done without us?",
        "Which of our claims could a competitor make word for word?",
        "Which objection do we hear most, and which answer worked?",
    ],
    &[
        "What does the buyer do, not we, that shows a deal has moved on?",
        "At which stage do most deals die, and which of them should have died earlier?",
        "How long was the last deal in each stage, and whom were we waiting for?",
        "From which age on has a deal in this stage never been won?",
    ],
    &[
        "What does each person do best, and what would make the next year easier for them?",
        "Which work of theirs could somebody else do for less?",
        "Whom would we call if a seat were empty tomorrow?",
        "How many months did the last new rep need until the work paid?",
    ],
    &[
        "What would a rep do who only wanted to earn the most, and do we want that?",
        "Can each rep work out their pay for a deal without asking?",
        "Is a sale at a discount worth as much to the rep as to us?",
    ],
    &[
        "What did we book last year, and what is different this year that explains the difference?",
        "Who agreed to the target, and what would they do without to reach it?",
        "Which months were strong in each of the last years?",
    ],
    &[
        "What must the buyer do next in each deal, and by when?",
        "Which deals would we give up if we had to give up three?",
        "What share of the target rests on the three largest?",
    ],
    &[
        "What did the last sales meeting change?",
        "When did the manager last watch a call without taking it over?",
        "Which promise to a customer did production or service hear of too late?",
    ],
    &[
        "Which figure would have warned us last year?",
        "How many calls or visits does one sale take?",
        "Who looks at each figure, and what do they do when it is off?",
    ],
    &[
        "Which of the findings would we rather not hear?",
        "Which one number would we check first if our own money were at stake?",
    ],
    &[
        "What would have to be true for this plan to fail, and how soon would we see it?",
        "Which guess in it has never been checked against our own record?",
        "Who besides sales has to agree?",
    ],
];

/// Summary of the list of what is needed.
#[must_use]
pub fn still_needed(count: usize) -> String {
    format!(
        "Still needed before a rep could act on it: {}",
        super::counted(count, "point", "points")
    )
}
/// Said in place of the list.
pub const NOTHING_NEEDED: &str = "Nothing more is needed here: a rep could act on it.";
/// Beside a field without which there is no verdict.
pub const FOR_A_VERDICT: &str = "needed for a verdict";

/// What is needed: something to sell by.
pub const NEED_STRATEGY: &str = "whom to sell to, and what to stop doing";
/// What is needed.
pub const NEED_VALUE: &str = "at least one, with what it means when selling";
/// What is needed.
pub const NEED_PRIORITY: &str = "at least one, with what sales does for it";
/// What is needed.
pub const NEED_MARKETS: &str = "who the customers are";
/// What is needed.
pub const NEED_PROFILE: &str = "at least one statement that must hold or rules out";
/// What is needed.
pub const NEED_BUYING_ROLE: &str = "at least one, with what the decision turns on";
/// What is needed.
pub const NEED_PASS_ON: &str = "what to say no to";
/// What is needed.
pub const NEED_PROPOSITION: &str = "what a customer gains";
/// What is needed.
pub const NEED_POSITIONING: &str = "why not the alternative";
/// What is needed.
pub const NEED_PROOF: &str = "at least one, with its proof";
/// What is needed.
pub const NEED_PRODUCT: &str = "at least one, with its price";
/// What is needed.
pub const NEED_OBJECTION: &str = "at least one, with its answer";
/// What is needed of a stage.
pub const NEED_MILESTONE: &str = "when a deal may leave the stage";
/// What is needed of a stage.
pub const NEED_ACTIVITIES: &str = "what the rep does in it";
/// What is needed of a stage.
pub const NEED_CUT_OFF: &str = "when a deal is given up";
/// What is needed.
pub const NEED_REP: &str = "who sells";
/// What is needed of a rep.
pub const NEED_ROLE: &str = "what is theirs to do";
/// What is needed of a rep.
pub const NEED_COACHING: &str = "what coaching will do";
/// What is needed.
pub const NEED_DATABASE: &str = "where customers and deals are kept";
/// What is needed.
pub const NEED_PAY_PLAN: &str = "at least one, with base and variable pay";
/// What is needed of a rep.
pub const NEED_PAID_BY: &str = "which pay plan applies";
/// What is needed.
pub const NEED_BASIS: &str = "what the target rests on";
/// What is needed.
pub const NEED_QUOTA: &str = "the rep's part of the target";
/// What is needed.
pub const NEED_DEALS: &str = "the open deals";
/// What is needed of a deal.
pub const NEED_OWNER: &str = "whose it is";
/// What is needed of a deal.
pub const NEED_STAGE: &str = "where it stands";
/// What is needed.
pub const NEED_MEETING: &str = "at least one, with an agenda";
/// What is needed.
pub const NEED_COACHING_HOW: &str = "how it is done";
/// What is needed.
pub const NEED_SHARING: &str = "at least one department, with an owner";
/// What is needed.
pub const NEED_LEADING: &str = "at least one that moves before the bookings, with goal and owner";
/// What is needed.
pub const NEED_COMMITMENT: &str = "at least one, with owner and date";
/// What is needed.
pub const NEED_ANSWER: &str = "at least one, answered";
/// What is needed.
pub const NEED_DECISION: &str = "at least one, with the reason";

/// Puts the example into an empty field.
pub const INSERT: &str = "Insert example";
/// The same, with the field's name.
#[must_use]
pub fn insert_into(label: &str) -> String {
    format!("{INSERT}: {label}")
}
/// Puts an example into an empty list.
pub const INSERT_ITEM: &str = "Insert an example";
/// The same, with what it is an example of.
#[must_use]
pub fn insert_item(what: &str) -> String {
    format!("{INSERT_ITEM}: {what}")
}
/// After an example was put in.
pub const INSERTED: &str = "That is an example. Make it your own.";
