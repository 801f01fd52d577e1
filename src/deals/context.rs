//! The deals of the open plan, for everything inside the page: what there is to show, and
//! the way to do something about it. Draws nothing.

use std::rc::Rc;

use plumbline_review::History as Record;
use yew::prelude::*;

use super::{
    actions::{DealsActions, Now},
    state::State,
};
use crate::{
    browser::storage::Storage,
    workbook::access::{use_plan, use_reader},
};

/// Properties of [`DealsProvider`].
#[derive(Properties)]
pub(crate) struct DealsProviderProps {
    /// Where deals are kept.
    pub storage: Rc<dyn Storage>,
    /// The plan's id there.
    pub plan: Option<String>,
    /// Which opening of a plan this is.
    pub opening: u64,
    /// Whether another tab has the plan.
    pub read_only: bool,
    /// What may ask for the deals.
    pub children: Html,
    /// Told what can be done, so that a file dropped anywhere finds it.
    pub actions: Callback<DealsActions>,
}

impl PartialEq for DealsProviderProps {
    /// There is one storage, and callbacks do the same every time.
    fn eq(&self, other: &Self) -> bool {
        (&self.plan, self.opening, self.read_only) == (&other.plan, other.opening, other.read_only)
            && self.children == other.children
    }
}

/// The deals of the open plan.
#[derive(Clone, PartialEq)]
pub(super) struct Deals {
    /// What there is to show.
    pub state: Rc<State>,
    /// The way to do something about it.
    pub actions: DealsActions,
}

/// What the review compares the plan with.
#[derive(Clone, PartialEq)]
struct OwnRecord(Option<Rc<Record>>);

/// Has the deals of the open plan for everything inside.
#[component]
pub(crate) fn DealsProvider(props: &DealsProviderProps) -> Html {
    let plan = use_plan();
    let reader = use_reader();
    let state = use_reducer(State::default);
    let actions = use_memo((), |()| {
        DealsActions::new(state.dispatcher(), Rc::clone(&props.storage))
    });
    actions.know(Now {
        plan: props.plan.clone(),
        read_only: props.read_only,
        language: reader.locale.tag.clone(),
        currency: plan.about.currency.code().to_owned(),
        today: reader.today,
        is_found: state.found.is_some(),
    });
    use_effect_with((props.opening, props.plan.clone()), {
        let actions = Rc::clone(&actions);
        move |(opening, _)| actions.opened(*opening)
    });
    use_effect_with((), {
        let (actions, tell) = ((*actions).clone(), props.actions.clone());
        move |()| tell.emit(actions)
    });
    let deals = Deals {
        state: Rc::new((*state).clone()),
        actions: (*actions).clone(),
    };
    let record = OwnRecord(state.record.clone());
    html! {
        <ContextProvider<Deals> context={deals}>
        <ContextProvider<OwnRecord> context={record}>
            { props.children.clone() }
        </ContextProvider<OwnRecord>>
        </ContextProvider<Deals>>
    }
}

/// The deals of the open plan.
#[hook]
pub(super) fn use_deals() -> Deals {
    #[expect(
        clippy::expect_used,
        reason = "the page provides it around every chapter"
    )]
    use_context::<Deals>().expect("there are deals, or none")
}

/// What the firm's own record says, for the review; nothing without deals.
#[hook]
pub(crate) fn use_own_record() -> Option<Rc<Record>> {
    use_context::<OwnRecord>()?.0
}
