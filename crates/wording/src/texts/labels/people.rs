//! Labels of chapters 5, 6 and 9.

use plumbline_plan::{
    Plan,
    chapter::{compensation::PayPlan, rhythm::Meeting, team::Rep},
};

use super::{Labels, List, Parts, look_up, one};
use crate::texts::{compensation as c, rhythm as r, team as t};

pub(super) fn team(plan: &Plan, steps: &[&str]) -> Parts {
    const LABELS: &Labels = &[
        ("ramp", t::RAMP),
        ("turnover", t::TURNOVER_SHARE),
        ("vacancy", t::VACANCY),
        ("most_deals_per_rep", t::MOST_DEALS),
        ("customer_database", t::CUSTOMER_DATABASE),
        ("mobile_access", t::MOBILE),
        ("tools", t::OTHER_TOOLS),
    ];
    match steps {
        ["reps", rest @ ..] => List {
            items: &plan.team.reps,
            heading: t::REPS,
            name: |rep| &rep.name,
            unnamed: t::unnamed,
            labels: &[],
        }
        .deeper(rest, in_rep),
        ["hires", rest @ ..] => hires(plan, rest),
        ["bench", rest @ ..] => bench(plan, rest),
        ["manager"] => one(t::MANAGER),
        ["manager", rest @ ..] => {
            let labels: &Labels = &[
                ("name", t::NAME),
                ("title", t::TITLE),
                ("hours_per_week", t::HOURS),
            ];
            let mut parts = vec![t::MANAGER.to_owned()];
            parts.extend(look_up(labels, rest)?);
            Some(parts)
        }
        _ => look_up(LABELS, steps),
    }
}

fn in_rep(rep: &Rep, steps: &[&str]) -> Parts {
    const LABELS: &Labels = &[
        ("name", t::NAME),
        ("title", t::TITLE),
        ("role", t::ROLE),
        ("started_on", t::STARTED_ON),
        ("leaves_on", t::LEAVES_ON),
        ("ramp", t::RAMP),
        ("hours_per_week", t::HOURS),
        ("quota", t::QUOTA),
        ("pay_plan", c::PAY_PLAN),
        ("skills_needs", t::SKILLS),
        ("mindset_needs", t::MINDSET),
        ("time_management_needs", t::TIME_MANAGEMENT),
        ("coaching_plan", t::COACHING),
    ];
    const TASK: &Labels = &[
        ("name", t::TASK),
        ("hours_per_week", t::TASK_HOURS),
        ("could_move_to", t::COULD_MOVE_TO),
    ];
    match steps {
        ["non_selling", rest @ ..] => List {
            items: &rep.non_selling,
            heading: t::NON_SELLING,
            name: |task| &task.name,
            unnamed: t::unnamed_task,
            labels: TASK,
        }
        .at(rest),
        _ => look_up(LABELS, steps),
    }
}

fn hires(plan: &Plan, steps: &[&str]) -> Parts {
    const LABELS: &Labels = &[
        ("role", t::HIRE_ROLE),
        ("month", t::HIRE_MONTH),
        ("people", t::HIRE_PEOPLE),
        ("hours_per_week", t::HOURS),
        ("non_selling_share", t::HIRE_NON_SELLING),
        ("ramp", t::RAMP),
    ];
    List {
        items: &plan.team.hires,
        heading: t::HIRES,
        name: |hire| &hire.role,
        unnamed: t::unnamed_hire,
        labels: LABELS,
    }
    .at(steps)
}

fn bench(plan: &Plan, steps: &[&str]) -> Parts {
    const LABELS: &Labels = &[
        ("name", t::NAME),
        ("role", t::HIRE_ROLE),
        ("state", t::CANDIDATE_STATE),
        ("last_contact", t::LAST_CONTACT),
    ];
    List {
        items: &plan.team.bench,
        heading: t::BENCH,
        name: |candidate| &candidate.name,
        unnamed: t::unnamed_candidate,
        labels: LABELS,
    }
    .at(steps)
}

pub(super) fn compensation(plan: &Plan, steps: &[&str]) -> Parts {
    const LABELS: &Labels = &[
        ("intent", c::INTENT),
        ("presence_before_margin", c::PRESENCE),
    ];
    match steps {
        ["pay_plans", rest @ ..] => List {
            items: &plan.compensation.pay_plans,
            heading: c::PAY_PLANS,
            name: |pay_plan| &pay_plan.role,
            unnamed: c::unnamed_pay_plan,
            labels: &[],
        }
        .deeper(rest, in_pay_plan),
        _ => look_up(LABELS, steps),
    }
}

fn in_pay_plan(pay_plan: &PayPlan, steps: &[&str]) -> Parts {
    const LABELS: &Labels = &[
        ("role", c::ROLE),
        ("base", c::BASE),
        ("variable", c::VARIABLE),
        ("quota", c::QUOTA),
        ("paid_on", c::PAID_ON),
        ("rate", c::RATE),
        ("margin_floor", c::MARGIN_FLOOR),
        ("standard_margin", c::STANDARD_MARGIN),
        ("margin_bonus", c::MARGIN_BONUS),
    ];
    const ACCELERATOR: &Labels = &[
        ("from_attainment", c::FROM_ATTAINMENT),
        ("rate", c::ACCELERATED_RATE),
    ];
    match steps {
        ["accelerators", rest @ ..] => List {
            items: &pay_plan.accelerators,
            heading: c::ACCELERATORS,
            name: |_| "",
            unnamed: c::accelerator,
            labels: ACCELERATOR,
        }
        .at(rest),
        _ => look_up(LABELS, steps),
    }
}

pub(super) fn rhythm(plan: &Plan, steps: &[&str]) -> Parts {
    const LABELS: &Labels = &[
        ("hourly_cost", r::HOURLY_COST),
        ("coaching_hours", r::COACHING_HOURS),
        ("coaching", r::COACHING),
        ("manager_week", r::MANAGER_WEEK),
    ];
    const WEEK: &Labels = &[
        ("coaching", r::MANAGER_COACHING),
        ("own_accounts", r::OWN_ACCOUNTS),
        ("customer_service", r::CUSTOMER_SERVICE),
        ("delivery", r::DELIVERY),
        ("joint_calls", r::JOINT_CALLS),
        ("administration", r::ADMINISTRATION),
    ];
    const SHARING: &Labels = &[
        ("department", r::DEPARTMENT),
        ("what", r::SHARED),
        ("owner", r::OWNER),
    ];
    match steps {
        ["meetings", rest @ ..] => List {
            items: &plan.rhythm.meetings,
            heading: r::MEETINGS,
            name: |meeting| &meeting.name,
            unnamed: r::unnamed_meeting,
            labels: &[],
        }
        .deeper(rest, in_meeting),
        ["manager_week", field, ..] => {
            let mut parts = vec![r::MANAGER_WEEK.to_owned()];
            parts.extend(look_up(WEEK, &[field])?);
            Some(parts)
        }
        ["sharing", rest @ ..] => List {
            items: &plan.rhythm.sharing,
            heading: r::SHARING,
            name: |sharing| &sharing.department,
            unnamed: r::unnamed_sharing,
            labels: SHARING,
        }
        .at(rest),
        _ => look_up(LABELS, steps),
    }
}

fn in_meeting(meeting: &Meeting, steps: &[&str]) -> Parts {
    const LABELS: &Labels = &[
        ("name", r::MEETING),
        ("every", r::EVERY),
        ("length", r::LENGTH),
        ("attendees", r::ATTENDEES),
    ];
    const ITEM: &Labels = &[("topic", r::TOPIC), ("length", r::LENGTH)];
    match steps {
        ["agenda", rest @ ..] => List {
            items: &meeting.agenda,
            heading: r::AGENDA,
            name: |item| &item.topic,
            unnamed: r::unnamed_agenda_item,
            labels: ITEM,
        }
        .at(rest),
        _ => look_up(LABELS, steps),
    }
}
