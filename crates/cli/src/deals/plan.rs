//! What a file of deals does to a plan that is checked with it: the figures of the motion that
//! most of them are of stand as the deals say, and the file's open deals stand in for the plan's list.
//! Changes the plan in memory only.

use plumbline_deals::{
    Refusal, State,
    calibrate::{Calibration, Record, Topic, calibrate},
    main_motion, open_deals,
};
use plumbline_plan::{EditError, Plan};

use super::Learnt;

/// What was taken from a file of deals.
#[derive(Debug)]
pub(crate) struct FromDeals {
    /// The deals in the file.
    pub(crate) deals: u32,
    /// The day up to which they are known.
    pub(crate) as_of: chrono::NaiveDate,
    /// What was changed.
    pub(crate) calibration: Calibration,
    /// Open deals that stand in for the plan's list.
    pub(crate) open: u32,
    /// Open deals left out: dead, or of unknown age.
    pub(crate) left_out: u32,
}

impl FromDeals {
    /// What nothing was said about, and why.
    pub(crate) fn refused(&self) -> &[(Topic, Refusal)] {
        &self.calibration.refused
    }
}

/// Takes figures and open deals into a plan. Nothing when the plan has no motion to take
/// them into.
pub(crate) fn apply(plan: &mut Plan, learnt: &Learnt) -> Result<Option<FromDeals>, EditError> {
    let Some(curves) = &learnt.found.curves else {
        return Ok(Some(nothing_taken(learnt)));
    };
    let record = Record {
        history: &learnt.history,
        curves,
        entry: learnt.entry,
        stages: &learnt.stages,
    };
    let Some(motion) = main_motion(plan, &learnt.history, &learnt.stages) else {
        return Ok(None);
    };
    let Some(calibration) = calibrate(plan, &motion.id, &record) else {
        return Ok(None);
    };
    calibration.edit().apply(plan)?;
    let pipeline = learnt.found.pipeline.as_ref();
    let open = pipeline.map_or_else(Vec::new, |pipeline| open_deals(plan, &record, pipeline));
    let all = learnt.history.in_state(State::Open).count();
    let taken = FromDeals {
        deals: learnt.history.deals.len() as u32,
        as_of: learnt.history.as_of,
        calibration,
        open: open.len() as u32,
        left_out: (all - open.len()) as u32,
    };
    plan.pipeline.deals = open;
    Ok(Some(taken))
}

/// Too few deals were won or lost to take anything.
fn nothing_taken(learnt: &Learnt) -> FromDeals {
    let refused = learnt
        .found
        .refusals
        .iter()
        .take(1)
        .map(|refusal| (Topic::Conversion, *refusal));
    FromDeals {
        deals: learnt.history.deals.len() as u32,
        as_of: learnt.history.as_of,
        calibration: Calibration {
            proposals: Vec::new(),
            refused: refused.collect(),
        },
        open: 0,
        left_out: learnt.history.in_state(State::Open).count() as u32,
    }
}
