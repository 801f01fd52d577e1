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
    fits: bool,
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
        if hours && self.fits && !leaves(model, place) && self.flow.fits(values) {
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

/// Whether open deals are won or worth more with an assumption.
fn moves_open_deals(model: &Model, place: usize) -> bool {
    model.motions.iter().any(|motion| {
        let mut stages = motion.stages.iter();
        motion.value == place || stages.any(|stage| stage.conversion == Some(place))
    })
}
