//! The label of a field by its path, as its page shows it: where a problem, a finding or a
//! list of assumptions speaks of a field, it is by this name.

use plumbline_plan::{FieldPath, Item, Plan};

use super::{chapters, pipeline, process, targets, team};

/// The label of a field with what it belongs to, for instance
/// "New customers: Closing: Conversion"; the path itself where no page shows the field.
#[must_use]
pub fn of(plan: &Plan, path: &FieldPath) -> String {
    let steps: Vec<&str> = path.steps().collect();
    let parts = match steps.as_slice() {
        ["targets", rest @ ..] => vec![targets_label(rest)],
        ["process", "motions"] => vec![Some(process::WAY_OF_SELLING.to_owned())],
        ["process", "motions", motion, rest @ ..] => in_motion(plan, motion, rest),
        ["team", rest @ ..] => in_team(plan, rest),
        ["pipeline", rest @ ..] => in_pipeline(plan, rest),
        ["reality_check", field] => vec![settings_label(field)],
        _ => vec![None],
    };
    let known: Option<Vec<String>> = parts.into_iter().collect();
    known.map_or_else(|| path.to_string(), |parts| parts.join(": "))
}

/// The place of the chapter that shows the field, 0 to 11; nothing for the cover.
#[must_use]
pub fn chapter_of(path: &FieldPath) -> Option<usize> {
    let names = [
        "foundation",
        "market",
        "offer",
        "process",
        "team",
        "compensation",
        "targets",
        "pipeline",
        "rhythm",
        "scorecard",
        "reality_check",
        "review",
    ];
    let first = path.steps().next()?;
    // The settings of the forecast stand beside the targets they judge.
    let first = if first == "reality_check" {
        "targets"
    } else {
        first
    };
    names.iter().position(|name| *name == first)
}

/// The title of the chapter that shows the field.
#[must_use]
pub fn chapter_title(path: &FieldPath) -> &'static str {
    chapter_of(path).map_or(super::shell::PLAN_TITLE, |place| chapters::TITLES[place])
}

fn targets_label(steps: &[&str]) -> Option<String> {
    let label = match steps.first()? {
        &"period" => targets::PERIOD,
        &"bookings" => targets::BOOKINGS,
        &"repeat_bookings" => targets::REPEAT,
        &"margin" => targets::MARGIN,
        &"split" => targets::SPLIT,
        &"season" | &"by_month" => targets::BY_MONTH,
        &"goal" => targets::GOAL,
        &"basis" => targets::BASIS,
        &"last_year_bookings" => targets::LAST_YEAR,
        _ => return None,
    };
    Some(label.to_owned())
}

fn settings_label(field: &str) -> Option<String> {
    let label = match field {
        "as_of" => targets::AS_OF,
        "market_spread" => targets::MARKET_SPREAD,
        "lead_variation" => targets::LEAD_VARIATION,
        "correlation" => targets::CORRELATION,
        _ => return None,
    };
    Some(label.to_owned())
}

fn in_motion(plan: &Plan, motion: &str, rest: &[&str]) -> Vec<Option<String>> {
    let Some((place, found)) = find(&plan.process.motions, motion) else {
        return vec![None];
    };
    let name = named(&found.name, || process::unnamed(place + 1));
    // With one way of selling its name would only be in the way.
    let mut parts = if plan.process.motions.len() > 1 {
        vec![Some(name.clone())]
    } else {
        Vec::new()
    };
    match rest {
        [] => return vec![Some(name)],
        ["stages", stage, field, ..] => {
            let stage = find(&found.stages, stage)
                .map(|(place, stage)| named(&stage.name, || process::unnamed_stage(place + 1)));
            parts.push(stage);
            parts.push(stage_label(field));
        }
        ["lead_sources", source, rest @ ..] => {
            let source = find(&found.lead_sources, source)
                .map(|(place, source)| named(&source.name, || process::unnamed_source(place + 1)));
            parts.push(source);
            parts.push(source_label(rest));
        }
        [field, rest @ ..] => parts.push(motion_label(field, rest)),
    }
    parts
}

fn motion_label(field: &str, rest: &[&str]) -> Option<String> {
    let label = match (field, rest.first().copied()) {
        ("deal_value", _) => process::DEAL_VALUE,
        ("value_spread", _) => process::VALUE_SPREAD,
        ("lead_sources", _) => process::LEADS,
        ("stages", _) => process::STAGES,
        ("win_stage", _) => process::IS_WIN,
        ("segment", _) => process::SEGMENT,
        ("product", _) => process::PRODUCT,
        ("lead_season", _) => process::LEAD_SEASON,
        ("close_season", _) => process::CLOSE_SEASON,
        ("repeat", Some("share_of_value")) => process::REPEAT_SHARE,
        ("repeat", Some("lag")) => process::REPEAT_LAG,
        ("repeat", Some("retention")) => process::RETENTION,
        ("referrals", Some("leads_per_win")) => process::LEADS_PER_WIN,
        ("referrals", Some("lag")) => process::REFERRAL_LAG,
        _ => return None,
    };
    Some(label.to_owned())
}

fn stage_label(field: &str) -> Option<String> {
    let label = match field {
        "name" => process::STAGE_NAME,
        "conversion" => process::CONVERSION,
        "time_in_stage" => process::TIME,
        "slow_time" => process::SLOW_TIME,
        "hours_per_deal" => process::HOURS,
        "cut_off" => process::CUT_OFF,
        "buyer_step" => process::BUYER_STEP,
        "activities" => process::ACTIVITIES,
        "milestone" => process::MILESTONE,
        _ => return None,
    };
    Some(label.to_owned())
}

fn source_label(steps: &[&str]) -> Option<String> {
    let label = match steps {
        ["per_month", ..] => process::PER_MONTH,
        ["growth", ..] => process::GROWTH,
        ["activity", "reps", ..] => process::ACTIVITY_REPS,
        ["activity", "working_days", ..] => process::WORKING_DAYS,
        ["activity", "per_day", ..] => process::PER_DAY,
        ["activity", "contact_rate", ..] => process::CONTACT_RATE,
        ["activity", "lead_rate", ..] => process::LEAD_RATE,
        ["activity", "hours_each", ..] => process::HOURS_EACH,
        _ => return None,
    };
    Some(label.to_owned())
}

fn in_team(plan: &Plan, rest: &[&str]) -> Vec<Option<String>> {
    match rest {
        ["reps", rep, rest @ ..] => {
            let found = find(&plan.team.reps, rep);
            let name = found.map(|(place, rep)| named(&rep.name, || team::unnamed(place + 1)));
            let field = match rest.first().copied() {
                None => return vec![name],
                Some("non_selling") => Some(team::NON_SELLING),
                Some("hours_per_week") => Some(team::HOURS),
                Some("started_on") => Some(team::STARTED_ON),
                Some("leaves_on") => Some(team::LEAVES_ON),
                Some("quota") => Some(team::QUOTA),
                Some(_) => None,
            };
            vec![name, field.map(str::to_owned)]
        }
        ["turnover", ..] => vec![Some(team::TURNOVER_SHARE.to_owned())],
        ["vacancy", ..] => vec![Some(team::VACANCY.to_owned())],
        ["ramp", ..] => vec![Some(team::RAMP.to_owned())],
        ["most_deals_per_rep", ..] => vec![Some(team::MOST_DEALS.to_owned())],
        ["hires", ..] => vec![Some(team::HIRES.to_owned())],
        _ => vec![None],
    }
}

fn in_pipeline(plan: &Plan, rest: &[&str]) -> Vec<Option<String>> {
    match rest {
        ["deals", deal, rest @ ..] => {
            let found = find(&plan.pipeline.deals, deal);
            let name =
                found.map(|(place, deal)| named(&deal.name, || pipeline::unnamed(place + 1)));
            let field = match rest.first().copied() {
                None => return vec![name],
                Some("value") => Some(pipeline::VALUE),
                Some("stage") => Some(pipeline::STAGE),
                Some("motion") => Some(pipeline::MOTION),
                Some("created_on") => Some(pipeline::CREATED),
                Some("in_stage_since") => Some(pipeline::IN_STAGE_SINCE),
                Some("expected_close") => Some(pipeline::EXPECTED),
                Some("win_chance") => Some(pipeline::WIN_CHANCE),
                Some("owner") => Some(pipeline::OWNER),
                Some("source") => Some(pipeline::SOURCE),
                Some(_) => None,
            };
            vec![name, field.map(str::to_owned)]
        }
        ["starting_from"] => vec![Some(pipeline::STARTING_FROM.to_owned())],
        _ => vec![Some(pipeline::OPEN_DEALS.to_owned())],
    }
}

fn find<'a, T: Item>(items: &'a [T], id: &str) -> Option<(usize, &'a T)> {
    items.iter().enumerate().find(|(_, item)| item.id() == id)
}

fn named(name: &str, otherwise: impl FnOnce() -> String) -> String {
    if name.trim().is_empty() {
        otherwise()
    } else {
        name.to_owned()
    }
}
