//! Leads a month, how unevenly they come, and the seasons.

use plumbline_plan::{Factor, FieldPath, Quantity, chapter::process::LeadSource, unit::Season};

use super::{Desk, Figure, Topic};
use crate::{
    Arrivals, Refusal,
    arrivals::{SeasonOf, close_season, creation_season},
    interval::Interval,
    rounding::rounded,
};

pub(super) fn propose(desk: &mut Desk<'_>) {
    let (history, curves) = (desk.record.history, desk.record.curves);
    let arrivals = match Arrivals::of(history) {
        Ok(arrivals) => arrivals,
        Err(refusal) => return desk.refuse(Topic::Leads, refusal),
    };
    sources(desk, &arrivals);
    variation(desk, &arrivals);
    let motion = desk.motion;
    match creation_season(&arrivals) {
        Ok(found) => season(
            desk,
            (Topic::LeadSeason, "lead_season"),
            motion.lead_season,
            &found,
        ),
        Err(refusal) => desk.refuse(Topic::LeadSeason, refusal),
    }
    match close_season(history, curves, &arrivals) {
        Ok(found) => season(
            desk,
            (Topic::CloseSeason, "close_season"),
            motion.close_season,
            &found,
        ),
        Err(refusal) => desk.refuse(Topic::CloseSeason, refusal),
    }
}

/// Leads a month. What the file counts are deals as they enter their first stage; leads are
/// that many more as the stages before let through. A source of the plan that goes by the
/// name of one in the file takes its deals; a source alone takes all; several without such
/// names keep their proportions.
fn sources(desk: &mut Desk<'_>, arrivals: &Arrivals) {
    let motion = desk.motion;
    let first = desk.first_stage();
    let before: f64 = motion.stages[..first.min(motion.stages.len())]
        .iter()
        .map(|stage| stage.conversion.average.map_or(1.0, Quantity::get))
        .product();
    if before <= 0.0 {
        return;
    }
    let leads = arrivals.a_month / before;
    let ratio = |end: f64| {
        if arrivals.a_month > 0.0 {
            end / arrivals.a_month
        } else {
            1.0
        }
    };
    let ends = (ratio(arrivals.interval.low), ratio(arrivals.interval.high));
    let given: Vec<&LeadSource> = motion
        .lead_sources
        .iter()
        .filter(|source| !source.from_activity)
        .collect();
    let named: Vec<(&LeadSource, f64)> = given
        .iter()
        .filter_map(|source| Some((*source, share_of(desk, source)?)))
        .collect();
    if !named.is_empty() {
        for (source, share) in named {
            set(desk, source, leads * share, ends, arrivals);
        }
        return;
    }
    if given.len() < motion.lead_sources.len() || given.is_empty() {
        // What activity brings cannot be told from the rest.
        return desk.refuse(
            Topic::Leads,
            Refusal::LeadsNotComparable {
                a_month: arrivals.a_month,
            },
        );
    }
    let planned: f64 = given
        .iter()
        .filter_map(|source| source.per_month.average)
        .map(Quantity::get)
        .sum();
    for source in &given {
        let share = match source.per_month.average {
            _ if given.len() == 1 => 1.0,
            Some(average) if planned > 0.0 => average.get() / planned,
            _ => continue,
        };
        set(desk, source, leads * share, ends, arrivals);
    }
}

/// The share of the file's deals that come from a source of the same name.
fn share_of(desk: &Desk<'_>, source: &LeadSource) -> Option<f64> {
    let history = desk.record.history;
    let name = source.name.trim();
    let same = history
        .sources
        .names()
        .find(|other| !name.is_empty() && other.trim().eq_ignore_ascii_case(name))?;
    let label = history.sources.find(same)?;
    let deals = history
        .deals
        .iter()
        .filter(|deal| deal.source == label)
        .count();
    Some(deals as f64 / history.deals.len().max(1) as f64)
}

fn set(
    desk: &mut Desk<'_>,
    source: &LeadSource,
    leads: f64,
    (low, high): (f64, f64),
    arrivals: &Arrivals,
) {
    let path = desk
        .path
        .child("lead_sources")
        .child(source.id.as_str())
        .child("per_month");
    let interval = Interval {
        low: leads * low,
        high: leads * high,
    };
    desk.assumption(
        (Topic::Leads, path),
        &source.per_month,
        (leads, interval),
        (None, arrivals.months_counted),
        Figure::Count,
    );
}

fn variation(desk: &mut Desk<'_>, arrivals: &Arrivals) {
    let found = Some(rounded::<Factor>(arrivals.unevenness));
    desk.plain(
        (
            Topic::LeadVariation,
            FieldPath::from("reality_check/lead_variation"),
        ),
        Figure::Factor(desk.plan.reality_check.lead_variation),
        Figure::Factor(found),
        found,
        arrivals.months_counted,
    );
}

fn season(desk: &mut Desk<'_>, (topic, field): (Topic, &str), old: Season, found: &SeasonOf) {
    let new = Season::new(found.weights.map(rounded::<Factor>));
    desk.plain(
        (topic, desk.path.child(field)),
        Figure::Season(old),
        Figure::Season(new),
        new,
        found.months,
    );
}
