//! What deals would change in a plan, in words: each assumption with what stands there, what
//! would stand there and what that was counted from. Makes no change.

use plumbline_deals::{
    CutOffs, KeptDeals,
    calibrate::{Calibration, Figure, Proposal, Record, calibrate},
    cut_offs, linked_stages, main_motion, open_deals,
};
use plumbline_plan::{
    Assumption, Edit, Plan, Quantity, QuantityKind, chapter::process::Motion, file, unit::Season,
};
use plumbline_wording::{
    figures::Figures,
    texts::{deals as words, deals_page as page, labels},
    writing,
};

use super::{Taken, writer::Writer};
use crate::deals::protocol::{Calibrated, Proposed};

/// A plan, given as in its file; nothing when it is no plan.
pub(super) fn plan(file: &[u8]) -> Option<Plan> {
    file::read(std::str::from_utf8(file).ok()?).ok()
}

/// The motion asked for; where none is, or it is not there, the one the deals speak to.
pub(super) fn motion<'a>(
    taken: &Taken,
    plan: &'a Plan,
    asked_for: Option<&str>,
) -> Option<&'a Motion> {
    let mut motions = plan.process.motions.iter();
    let named = |motion: &&Motion| asked_for.is_some_and(|name| motion.id.as_str() == name);
    let main = || main_motion(plan, &taken.kept.history, &taken.kept.stages);
    motions.find(named).or_else(main)
}

/// The cut-offs of a motion by the file's stages: as they were linked, else by their names.
pub(super) fn cut_offs_of(taken: &Taken, plan: &Plan, motion: &Motion) -> CutOffs {
    let KeptDeals {
        history, stages, ..
    } = &taken.kept;
    cut_offs(motion, &linked_stages(plan, motion, history, stages))
}

/// What the deals would change in a motion of a plan; nothing when there is no motion.
pub(super) fn of(
    taken: &Taken,
    plan: &Plan,
    asked_for: Option<&str>,
    writer: &Writer,
) -> Option<Calibrated> {
    let deals = writer.figures(&taken.kept.history);
    let mut calibrated = Calibrated::default();
    let Some(curves) = &taken.learnt.curves else {
        let refusals = taken.learnt.refusals.iter().take(1);
        calibrated.refused = refusals.map(|why| words::refusal(why, &deals)).collect();
        return Some(calibrated);
    };
    if let Some(code) = other_currency(taken, plan) {
        calibrated.refused = vec![page::other_currency(&code, plan.about.currency.code())];
        return Some(calibrated);
    }
    let motion = motion(taken, plan, asked_for)?;
    calibrated.motion = Some(motion.id.to_string());
    let record = Record {
        history: &taken.kept.history,
        curves,
        entry: taken.kept.entry(),
        stages: &taken.kept.stages,
    };
    let calibration = calibrate(plan, &motion.id, &record)?;
    let figures = writer.of_plan(plan.about.currency);
    let shown = |proposal: &Proposal| proposed(plan, proposal, &figures);
    calibrated.proposals = calibration.proposals.iter().map(shown).collect();
    calibrated.all = (!calibration.proposals.is_empty()).then(|| calibration.edit());
    calibrated.refused = refused(&calibration, &deals);
    calibrated.pipeline = pipeline(taken, plan, &record, &deals);
    Some(calibrated)
}

/// The currency of the deals, where the plan has another.
fn other_currency(taken: &Taken, plan: &Plan) -> Option<String> {
    let code = taken.kept.history.currency.as_ref()?.as_str();
    (code != plan.about.currency.code()).then(|| code.to_owned())
}

fn refused(calibration: &Calibration, deals: &words::DealFigures<'_>) -> Vec<String> {
    let refused = calibration.refused.iter();
    refused
        .map(|(topic, why)| words::kept(words::topic(*topic), &words::refusal(why, deals)))
        .collect()
}

/// The open deals in place of the plan's own list.
fn pipeline(
    taken: &Taken,
    plan: &Plan,
    record: &Record<'_>,
    deals: &words::DealFigures<'_>,
) -> Option<(String, Edit)> {
    let pipeline = taken.learnt.pipeline.as_ref()?;
    let open = open_deals(plan, record, pipeline);
    if open.is_empty() || open == plan.pipeline.deals {
        return None;
    }
    let left_out = pipeline.deals.len() - open.len();
    let said = words::open_into_plan(open.len() as u32, left_out as u32, deals);
    Some((said, Edit::set("pipeline/deals", open)))
}

fn proposed(plan: &Plan, proposal: &Proposal, figures: &Figures) -> Proposed {
    let of = figures.whole(proposal.of.into());
    Proposed {
        label: labels::of(plan, &proposal.path),
        old: figure(&proposal.old, figures),
        new: figure(&proposal.new, figures),
        counts: match proposal.events {
            Some(events) => page::counted(&figures.whole(events.into()), &of),
            None if proposal.topic.is_by_month() => page::from_months(&of),
            None => page::from_deals(&of),
        },
        edit: proposal.edit.clone(),
    }
}

fn figure(figure: &Figure, figures: &Figures) -> String {
    let none = || page::NOTHING.to_owned();
    let plain =
        |kind, figure: Option<f64>| figure.map_or_else(none, |figure| value(kind, figure, figures));
    match figure {
        Figure::Share(share) => assumption(share, figures),
        Figure::Days(days) => assumption(days, figures),
        Figure::Money(money) => assumption(money, figures),
        Figure::Count(count) => assumption(count, figures),
        Figure::PlainDays(days) => plain(QuantityKind::Days, days.map(Quantity::get)),
        Figure::Factor(factor) => plain(QuantityKind::Factor, factor.map(Quantity::get)),
        Figure::Season(year) => season(year, figures),
    }
}

/// A season by its strongest and its weakest month.
fn season(season: &Season, figures: &Figures) -> String {
    let weights = season.weights().map(Quantity::get);
    let mut places: Vec<usize> = (0..weights.len()).collect();
    places.sort_by(|one, other| weights[*other].total_cmp(&weights[*one]));
    let (Some(most), Some(least)) = (places.first(), places.last()) else {
        return page::EVEN_SEASON.to_owned();
    };
    if season.is_even() {
        return page::EVEN_SEASON.to_owned();
    }
    let weight = |place: usize| figures.decimal(weights[place], 2);
    page::season(
        (figures.month_of_year(*most), &weight(*most)),
        (figures.month_of_year(*least), &weight(*least)),
    )
}

/// A figure with the digits it is taken with: what is proposed, taken and listed is one number.
fn value(kind: QuantityKind, value: f64, figures: &Figures) -> String {
    match kind {
        QuantityKind::Count => writing::write_significant(value, 3, &figures.locale),
        _ => figures.entered(kind, value),
    }
}

/// An assumption with its range.
fn assumption<Q: Quantity>(assumption: &Assumption<Q>, figures: &Figures) -> String {
    let Some(average) = assumption.average else {
        return page::NOTHING.to_owned();
    };
    let average = value(Q::KIND, average.get(), figures);
    match assumption.range() {
        Some(range) => page::with_range(
            &average,
            &figures.short_range(Q::KIND, range.low.get(), range.high.get()),
        ),
        None => average,
    }
}
