//! The plan as it is handed around the page: shared, and compared by identity.

use std::{ops::Deref, rc::Rc};

use plumbline_plan::Plan;

/// A plan that costs nothing to hand on. Two are equal when they are the same one in
/// memory: after an edit there is a new one, so comparing contents would only cost time.
#[derive(Debug, Clone)]
pub struct SharedPlan(Rc<Plan>);

impl SharedPlan {
    /// Shares a plan.
    #[must_use]
    pub fn new(plan: Plan) -> Self {
        Self(Rc::new(plan))
    }
}

impl PartialEq for SharedPlan {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Deref for SharedPlan {
    type Target = Plan;

    fn deref(&self) -> &Plan {
        &self.0
    }
}
