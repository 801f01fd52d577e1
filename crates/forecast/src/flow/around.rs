//! The expected flow again and again with one assumption changed. What does not change with it
//! is not computed anew. Never changes the kernels.

use super::{Flow, Kernels, bookings::OpenFlow};
use crate::{
    capacity::staffing::Staffing,
    model::{AssumptionKind, Model},
};

/// The flow at the means, and what of it stays as it is when one assumption changes.
pub(crate) struct Around<'a> {
    model: &'a Model,
    kernels: &'a Kernels,
    staffing: Staffing,
    open: OpenFlow,
    flow: Flow<'a>,
    /// Whether nothing has to wait.
    pub(crate) fits: bool,
    /// Bookings of the period at the means.
    pub(crate) total: f64,
}

impl<'a> Around<'a> {
    pub(crate) fn new(model: &'a Model, means: &'a [f64], kernels: &'a Kernels) -> Self {
        let staffing = model.staffing.on_expectation(model, means);
        let open = OpenFlow::new(model, means, kernels, 1.0);
        let flow = || {
            Flow::of(
                (model, kernels),
                (means, 1.0),
                staffing.clone(),
                open.clone(),
            )
        };
        let mut limited = flow();
        limited.limit(means);
        Self {
            model,
            kernels,
            flow: flow(),
            staffing,
            open,
            fits: limited.queue.as_ref().is_none_or(|queue| !queue.is_moved()),
            total: limited.bookings().total(),
        }
    }

    /// Bookings of the period with values that differ from the means at one place.
    pub(crate) fn total_with(&self, place: usize, values: &[f64]) -> f64 {
        let (model, kernels) = (self.model, self.kernels);
        let hours = model.assumptions[place].kind == AssumptionKind::Hours;
        let kept = hours && !leaves(model, place) && !makes_leads(model, place);
        if kept && self.fits && self.flow.fits(values) {
            return self.total;
        }
        let staffing = if hours || leaves(model, place) {
            model.staffing.on_expectation(model, values)
        } else {
            self.staffing.clone()
        };
        let open = if moves_open_deals(model, place) {
            OpenFlow::new(model, values, kernels, 1.0)
        } else {
            self.open.clone()
        };
        let mut flow = Flow::of((model, kernels), (values, 1.0), staffing, open);
        flow.limit(values);
        flow.bookings().total()
    }
}

/// Whether an assumption says how many people leave, and so who makes leads.
fn leaves(model: &Model, place: usize) -> bool {
    [model.team.turnover, model.team.vacancy].contains(&Some(place))
}

/// Whether an assumption says how many hours leads from activity ask for: the flow holds them.
fn makes_leads(model: &Model, place: usize) -> bool {
    let mut sources = model.motions.iter().flat_map(|motion| &motion.sources);
    sources.any(|source| source.hours_each() == Some(place))
}

/// Whether open deals are won or worth more with an assumption.
fn moves_open_deals(model: &Model, place: usize) -> bool {
    model.motions.iter().any(|motion| {
        let mut stages = motion.stages.iter();
        motion.value == place || stages.any(|stage| stage.conversion == Some(place))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        flow::bookings,
        support::{any_plan, random::Random},
    };

    /// Changes each figure of random plans, whose teams have hours in plenty, just enough or
    /// too few, and computes everything anew: the same to the last bit.
    #[test]
    fn what_is_kept_is_what_would_be_computed_anew() {
        let mut seen = [0_u32; 2];
        for seed in 0..60 {
            let random = &mut Random::new(5000 + seed);
            let mut plan = any_plan::any_plan_with_team(seed);
            any_plan::scale_hours(&mut plan, random.magnitude(0.02, 2.0));
            let model = Model::from_plan(&plan, plan.reality_check.as_of.unwrap()).unwrap();
            let kernels = Kernels::expected(&model);
            let means = model.means();
            let around = Around::new(&model, &means, &kernels);
            seen[usize::from(around.fits)] += 1;
            let anew = |values: &[f64]| bookings(&model, values, &kernels, 1.0).total();
            assert_eq!(around.total.to_bits(), anew(&means).to_bits(), "{seed}");
            for (place, assumption) in model.assumptions.iter().enumerate() {
                // Times change the kernels.
                if assumption.kind == AssumptionKind::Time {
                    continue;
                }
                let mut values = means.clone();
                values[place] *= random.magnitude(0.3, 3.0);
                if assumption.kind == AssumptionKind::Conversion {
                    values[place] = values[place].min(1.0);
                }
                let total = around.total_with(place, &values);
                assert_eq!(
                    total.to_bits(),
                    anew(&values).to_bits(),
                    "plan {seed}: {total} with {} at {}",
                    assumption.path,
                    values[place]
                );
            }
        }
        assert!(seen.iter().all(|plans| *plans >= 10), "{seen:?}");
    }
}
