//! Labels of chapters 4, 7, 8 and of the forecast's settings.

use plumbline_plan::{
    Plan,
    chapter::process::{Motion, Stage},
};

use super::{Labels, List, Parts, look_up};
use crate::texts::{pipeline as p, process, targets as t};

pub(super) fn targets(steps: &[&str]) -> Parts {
    const LABELS: &Labels = &[
        ("bookings", t::BOOKINGS),
        ("repeat_bookings", t::REPEAT),
        ("margin", t::MARGIN),
        ("split", t::SPLIT),
        ("season", t::BY_MONTH),
        ("by_month", t::BY_MONTH),
        ("goal", t::GOAL),
        ("basis", t::BASIS),
        ("last_year_bookings", t::LAST_YEAR),
        ("period", t::PERIOD),
    ];
    look_up(LABELS, steps)
}

pub(super) fn settings(steps: &[&str]) -> Parts {
    const LABELS: &Labels = &[
        ("as_of", t::AS_OF),
        ("market_spread", t::MARKET_SPREAD),
        ("lead_variation", t::LEAD_VARIATION),
        ("correlation", t::CORRELATION),
    ];
    look_up(LABELS, steps)
}

pub(super) fn motions(plan: &Plan, steps: &[&str]) -> Parts {
    let motions = &plan.process.motions;
    let list = List {
        items: motions,
        heading: process::WAY_OF_SELLING,
        name: |motion: &Motion| &motion.name,
        unnamed: process::unnamed,
        labels: &[],
    };
    let mut parts = list.deeper(steps, in_motion)?;
    // With one way of selling its name would only be in the way.
    if motions.len() == 1 && parts.len() > 1 {
        parts.remove(0);
    }
    Some(parts)
}

fn in_motion(motion: &Motion, steps: &[&str]) -> Parts {
    const LABELS: &Labels = &[
        ("name", process::NAME),
        ("segment", process::SEGMENT),
        ("product", process::PRODUCT),
        ("deal_value", process::DEAL_VALUE),
        ("value_spread", process::VALUE_SPREAD),
        ("win_stage", process::IS_WIN),
        ("lead_season", process::LEAD_SEASON),
        ("close_season", process::CLOSE_SEASON),
    ];
    match steps {
        ["stages", rest @ ..] => stages(&motion.stages, rest),
        ["lead_sources", rest @ ..] => List {
            items: &motion.lead_sources,
            heading: process::LEADS,
            name: |source| &source.name,
            unnamed: process::unnamed_source,
            labels: &[],
        }
        .deeper(rest, |_, field| in_lead_source(field)),
        ["repeat" | "referrals"] => super::one(process::AFTER_WIN),
        ["repeat", rest @ ..] => look_up(
            &[
                ("share_of_value", process::REPEAT_SHARE),
                ("lag", process::REPEAT_LAG),
                ("retention", process::RETENTION),
            ],
            rest,
        ),
        ["referrals", rest @ ..] => look_up(
            &[
                ("leads_per_win", process::LEADS_PER_WIN),
                ("lag", process::REFERRAL_LAG),
            ],
            rest,
        ),
        _ => look_up(LABELS, steps),
    }
}

fn stages(stages: &[Stage], steps: &[&str]) -> Parts {
    let labels: &Labels = &[
        ("name", process::STAGE_NAME),
        ("conversion", process::CONVERSION),
        ("time_in_stage", process::TIME),
        ("slow_time", process::SLOW_TIME),
        ("hours_per_deal", process::HOURS),
        ("cut_off", process::CUT_OFF),
        ("buyer_step", process::BUYER_STEP),
        ("activities", process::ACTIVITIES),
        ("milestone", process::MILESTONE),
    ];
    List {
        items: stages,
        heading: process::STAGES,
        name: |stage| &stage.name,
        unnamed: process::unnamed_stage,
        labels,
    }
    .at(steps)
}

fn in_lead_source(steps: &[&str]) -> Parts {
    const ACTIVITY: &Labels = &[
        ("reps", process::ACTIVITY_REPS),
        ("working_days", process::WORKING_DAYS),
        ("per_day", process::PER_DAY),
        ("contact_rate", process::CONTACT_RATE),
        ("lead_rate", process::LEAD_RATE),
        ("hours_each", process::HOURS_EACH),
    ];
    const LABELS: &Labels = &[
        ("name", process::SOURCE_NAME),
        ("from_activity", process::LEADS_GIVEN),
        ("activity", process::LEADS_GIVEN),
        ("per_month", process::PER_MONTH),
        ("growth", process::GROWTH),
    ];
    match steps {
        ["activity", rest @ ..] if !rest.is_empty() => look_up(ACTIVITY, rest),
        _ => look_up(LABELS, steps),
    }
}

pub(super) fn pipeline(plan: &Plan, steps: &[&str]) -> Parts {
    const DEAL: &Labels = &[
        ("name", p::NAME),
        ("customer", p::CUSTOMER),
        ("value", p::VALUE),
        ("stage", p::STAGE),
        ("motion", p::MOTION),
        ("created_on", p::CREATED),
        ("in_stage_since", p::IN_STAGE_SINCE),
        ("expected_close", p::EXPECTED),
        ("win_chance", p::WIN_CHANCE),
        ("owner", p::OWNER),
        ("source", p::SOURCE),
        ("score", p::SCORE),
        ("note", p::NOTE),
    ];
    match steps {
        ["deals", rest @ ..] => List {
            items: &plan.pipeline.deals,
            heading: p::OPEN_DEALS,
            name: |deal| &deal.name,
            unnamed: p::unnamed,
            labels: DEAL,
        }
        .at(rest),
        _ => look_up(&[("starting_from", p::STARTING_FROM)], steps),
    }
}
