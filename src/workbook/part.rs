//! Parts of the plan for rows of a long list. The plan is another one after every keystroke;
//! a part stays the very same one until it says something else, so that a row which was
//! handed a part, and not the plan, is drawn again only when it has changed.

use std::{ops::Deref, rc::Rc};

use plumbline_plan::Plan;
use yew::prelude::*;

use super::access::use_plan;

/// A part of the plan, or what follows from it. Handing it on and comparing it cost nothing.
#[derive(Debug)]
pub struct Part<T>(Rc<T>);

impl<T> Clone for Part<T> {
    fn clone(&self) -> Self {
        Self(Rc::clone(&self.0))
    }
}

impl<T> PartialEq for Part<T> {
    /// [`use_part`] gives the same one for as long as it says the same.
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl<T> Deref for Part<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

/// The part of the open plan that `find` finds. For whoever draws the list: they are drawn
/// with every change of the plan, what they hand on is not.
#[hook]
pub fn use_part<T, F>(find: F) -> Part<T>
where
    T: PartialEq + 'static,
    F: FnOnce(&Plan) -> T,
{
    let plan = use_plan();
    let kept = use_mut_ref(|| None::<Part<T>>);
    let found = find(&plan);
    let mut kept = kept.borrow_mut();
    match &*kept {
        Some(part) if **part == found => part.clone(),
        _ => {
            let part = Part(Rc::new(found));
            *kept = Some(part.clone());
            part
        }
    }
}
