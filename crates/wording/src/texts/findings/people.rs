//! Findings on chapters 5, 6 and 9: team, compensation, rhythm.

use super::{RuleWords, published};

/// Chapter 5.
pub(super) const TEAM: &[RuleWords] = &[
    RuleWords::new(
        "TEA001",
        "The title is not the job",
        "\"{title}\" sells {selling} of a week of {week}.",
        "Give the job the title of what it does, or give the hours to leading and hire a rep for the selling.",
    )
    .citing(published::LEADER),
    RuleWords::new(
        "TEA002",
        "The same quota for all",
        "{reps|rep|reps} have a quota of {quota}, though {newest} is in the first year.",
        "Set each quota from the person's territory, ramp and record.",
    ),
    RuleWords::new(
        "TEA003",
        "The same coaching for all",
        "{reps|rep has|reps have} the same coaching plan, word for word.",
        "Write one need for each rep, of skill, mindset or time, and what coaching will do about it this quarter.",
    ),
    RuleWords::new(
        "TEA004",
        "Reps without a coaching plan",
        "{reps}: neither a need nor a coaching plan.",
        "Ask each of them what would make the next year easier, and write down one thing.",
    ),
    RuleWords::new(
        "TEA005",
        "Work that is not selling",
        "{rep}: {hours} of {week} a week, {share}, go to work that is not selling. Somebody else could do {movable} of it.",
        "Move the largest task that somebody else could do, and give the hours back to selling.",
    )
    .changing("If what somebody else could do were moved")
    .citing(published::SELLING_TIME),
    RuleWords::new(
        "TEA006",
        "No customer database",
        "The plan names no customer database.",
        "Name the one in use. If there is none: the cheapest one that everybody fills in beats the best one that nobody does.",
    ),
    RuleWords::new(
        "TEA007",
        "Spreadsheets in place of a customer database",
        "The customer database is \"{used}\".",
        "Choose a shared database and move the open deals first; the past can follow.",
    ),
    RuleWords::new(
        "TEA008",
        "Nothing for reps on the road",
        "{reps|rep|reps}, and nothing they can use away from the desk.",
        "Give access to the customer database on phone or tablet; if nobody travels, write that.",
    ),
    RuleWords::new(
        "TEA009",
        "Recruiting begins when a seat is empty",
        "Nobody is on the bench of {reps|rep|reps}. An empty seat stands for about {a_seat} of the target a month.",
        "Keep two or three names, and speak to one of them each month.",
    ),
    RuleWords::new(
        "TEA010",
        "A bench gone cold",
        "{candidates|candidate|candidates} on the bench, and the last contact was {since} ago.",
        "Call each of them this month, and note the day.",
    ),
    RuleWords::new(
        "TEA011",
        "Nobody ever leaves",
        "The plan reckons with none of its {reps|rep|reps} leaving.",
        "Count who left in the last three years; enter the share, and how long the seats stayed empty.",
    ),
    RuleWords::new(
        "TEA012",
        "New people, and no time to learn",
        "{people}: counted as fully productive from the first day, since no ramp is entered.",
        "Enter how productive the last new rep was in the first months.",
    )
    .citing(published::RAMP),
    RuleWords::new(
        "TEA013",
        "A new rep without an onboarding plan",
        "{reps}: new, and no coaching plan.",
        "Write what the rep can do alone after 30, 60 and 90 days, and who practises it with them.",
    ),
    RuleWords::new(
        "TEA014",
        "Hiring a title",
        "\"{role}\" says what the hire is called, not what is missing.",
        "Write the role by the need: \"new customers in the west, from first call to contract\".",
    ),
    RuleWords::new(
        "TEA015",
        "A hire too late for the period",
        "{role}, from {month} on: after {ramp|month|months} of ramp and {cycle} to a win, the period is over.",
        "Hire earlier, from the bench, or leave the hire out of this year's hopes.",
    )
    .citing(published::RAMP),
    RuleWords::new(
        "TEA016",
        "A slump without a plan",
        "{rep} booked {booked} of {expected} in {months|month|months}, and nothing says what is done about it.",
        "Go through the script of the first call together, listen to two calls, agree on one change. Two months may be bad luck.",
    ),
    RuleWords::new(
        "TEA017",
        "A territory far below its quota",
        "{rep} booked {booked} of {expected} in {months|month|months}: {a_month} a month are missing, beside support's energy and the team's mood.",
        "Price it against a vacancy and a new rep's ramp; look at activity and stage entries first, since chance plays a part. Then decide.",
    ),
    RuleWords::new(
        "TEA018",
        "A sales hero",
        "{rep} owns {share} of the open value, in a team of {reps}.",
        "Write what the hero does differently into the process, give the next leads to the others, keep the bench warm.",
    )
    .changing("Without these deals"),
    RuleWords::new(
        "TEA019",
        "Quotas that do not add up to the target",
        "All quotas together are {quotas}, {missing} under the target of {target}.",
        "Find an owner for the rest: a higher quota where the territory bears it, a hire with a date, the manager's own accounts.",
    ),
    RuleWords::new(
        "TEA020",
        "Quotas far above the target",
        "All quotas together are {quotas}, {above} above the target of {target}.",
        "Lower the quotas that the process cannot bring, or say openly that the plan is larger than the target.",
    )
    .citing(published::OVER_ASSIGNMENT),
    RuleWords::new(
        "TEA021",
        "The hours run out",
        "From {month} on the plan asks for more hours than there are. What does not fit waits, and {slipped} of bookings fall out of the period.",
        "Free hours first (work that is not selling, meetings), then pass on more leads, then hire.",
    )
    .changing("If the work that somebody else could do were moved"),
    RuleWords::new(
        "TEA022",
        "A need, and nothing done about it",
        "{reps}: a need is written down, and no coaching plan answers it.",
        "Write one exercise, who practises it with the rep, and when you look again.",
    ),
    RuleWords::new(
        "TEA023",
        "A week nobody can work",
        "{person}: a week of {hours}. Whether the team has time for the plan is computed from it.",
        "Enter the hours of a usual week. For somebody who leaves, enter the last day instead.",
    ),
];

/// Chapter 6.
pub(super) const COMPENSATION: &[RuleWords] = &[
    RuleWords::new(
        "PAY001",
        "A variable share at the edge",
        "{pay_plan}: {share} of {pay} at quota is variable.",
        "Ask what the job is: finding and closing alone bears more; keeping customers, long cycles and team sales bear less.",
    ),
    RuleWords::new(
        "PAY002",
        "Paid on revenue where margins differ",
        "{pay_plan} pays on revenue, while the products' margins reach from {low} to {high}.",
        "Pay on gross margin, or write where market presence matters more for a while, and until when.",
    ),
    RuleWords::new(
        "PAY003",
        "Commission above what the margin bears",
        "{pay_plan}: at its highest rate, {rate}, commission takes {share} of the margin.",
        "Pay on margin, cap the rate on thin products, or set a margin floor.",
    ),
    RuleWords::new(
        "PAY004",
        "One rate for every sale",
        "{pay_plan} pays {rate} of the price for each of {products|product|products}, whatever a sale leaves over.",
        "Set the margin below which nothing is paid, and a bonus above the standard; and find out what your largest customers leave over.",
    ),
    RuleWords::new(
        "PAY005",
        "Rate and variable pay disagree",
        "{pay_plan}: at quota the rate brings {commission}; the variable pay says {variable}.",
        "Decide what a rep at quota should earn, and work the rate out from it.",
    ),
    RuleWords::new(
        "PAY006",
        "Pay in place of managing",
        "{share} of the pay is variable, and nothing says how coaching is done.",
        "Write how coaching is done, in a line, before you touch the pay plan again.",
    ),
    RuleWords::new(
        "PAY007",
        "A rep without a pay plan",
        "{reps}: no pay plan applies.",
        "Choose the plan that applies, or write one for the role.",
    ),
];

/// Chapter 9.
pub(super) const RHYTHM: &[RuleWords] = &[
    RuleWords::new(
        "RHY001",
        "The team meets too seldom",
        "{reps|rep|reps}, and no meeting of all at least every other week. An hour every other week would take {hours} a month and cost {cost}.",
        "Meet every other week at least, with stuck deals first. Half as long and twice as often costs nothing more.",
    )
    .changing("Meet every other week"),
    RuleWords::new(
        "RHY002",
        "Costly meetings",
        "Meetings take {hours} of the reps' time a month, {share} of the selling hours, and cost {cost} with all who attend.",
        "Shorten {meeting}, send what is only told by mail, and keep the part in which deals are moved.",
    )
    .changing("If that meeting took half as long"),
    RuleWords::new(
        "RHY003",
        "Little coaching",
        "The plan asks for {hours} of coaching per rep and month; {asked} are usual advice.",
        "Plan one observed call and one talk about the pipeline per rep and month.",
    )
    .citing(published::COACHING),
    RuleWords::new(
        "RHY004",
        "Coaching promised beyond the manager's hours",
        "The reps are promised {asked} of coaching a month. The manager has planned {planned}; the week leaves room for {could}.",
        "Plan the hours, or promise less: what has no place in the week is not done.",
    )
    .changing("Plan the hours that were promised"),
    RuleWords::new(
        "RHY005",
        "The manager does the work",
        "Own accounts, service and delivery take {hours} of the manager's {week} a week; coaching gets {coaching}.",
        "Hand over one account a month, with a talk with the customer, and put the hours on coaching.",
    ),
    RuleWords::new(
        "RHY006",
        "Joint calls in place of coaching",
        "Joint calls take {joint} a week, coaching {coaching}.",
        "Go along and say nothing; talk afterwards. That hour counts as coaching.",
    ),
    RuleWords::new(
        "RHY007",
        "A meeting without an agenda",
        "{meetings}: nothing on the agenda.",
        "Stuck deals first; then what moved in the pipeline, one win and one loss, news.",
    ),
    RuleWords::new(
        "RHY008",
        "An agenda longer than its meeting",
        "{meeting} takes {length}, its agenda {asked}.",
        "Put first what moves deals, and move the rest to every other meeting.",
    ),
    RuleWords::new(
        "RHY009",
        "Other departments are not told",
        "Nothing is shared with credit, stock, production or service.",
        "Name what they have to know and when, put it into the customer database, and give it an owner.",
    ),
    RuleWords::new(
        "RHY010",
        "Sharing without an owner",
        "{departments}: nobody owns what is shared.",
        "Put a name beside it, of somebody who has the time.",
    ),
];
