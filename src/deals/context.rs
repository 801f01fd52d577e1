//! The deals of the open plan, for everything inside the page: what there is to show, and
//! the way to do something about it. Draws nothing.

use std::{cell::RefCell, rc::Rc};

use plumbline_review::History as Record;
use serde_json::Value;
use yew::prelude::*;

use super::{
    actions::{DealsActions, Now, Told},
    state::State,
};
use crate::{
    browser::storage::Storage,
    workbook::{
        Action,
        access::{use_changes, use_plan, use_reader},
    },
};

/// Deals that came with the file of the plan that is opened next.
pub(crate) struct DealsOnTheWay {
    /// The deals as they stand in the file.
    pub deals: Value,
    /// The plan that was open before, by its id in storage: they are not for that one.
    pub before: Option<String>,
}

/// The deals of the plan that is opened next.
pub(crate) type NextDeals = Rc<RefCell<Option<DealsOnTheWay>>>;

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
    /// Whether nothing can be kept here: then no plan has an id.
    pub memory_only: bool,
    /// The deals that came with its file.
    pub next: NextDeals,
    /// Called when the plan's file lacks something of the deals it is to hold.
    pub changed: Callback<()>,
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
    let changes = use_changes();
    let state = use_reducer(State::default);
    let actions = use_memo((), |()| {
        let told = Told {
            notice: Callback::from(move |text| changes.act(Action::Say(text))),
            changed: props.changed.clone(),
        };
        DealsActions::new(state.dispatcher(), Rc::clone(&props.storage), told)
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
        let (actions, next) = (Rc::clone(&actions), Rc::clone(&props.next));
        let memory_only = props.memory_only;
        move |(opening, plan)| {
            actions.opened(*opening);
            // Right after the opening the id is still that of the plan before.
            let is_here =
                |next: &mut DealsOnTheWay| memory_only || (plan.is_some() && *plan != next.before);
            let arrived = next.borrow_mut().take_if(is_here);
            if let Some(arrived) = arrived {
                actions.arrived(&arrived.deals);
            }
        }
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
