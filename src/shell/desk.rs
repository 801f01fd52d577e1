//! What opens and saves files: the page's desk. It knows what is open at the moment, so
//! that whoever holds it, a button or a key, always acts on that.

use std::{cell::RefCell, rc::Rc};

use plumbline_plan::{Edit, Plan};
use plumbline_wording::figures::Figures;
use serde_json::Value;
use yew::prelude::*;

use super::{
    keeping::Keeping,
    opening::Refusal,
    plan_file::{Event, Link, NextFile, PlanFile},
    route::{chapter_address, library_address},
    saving::Question,
    sharing::Handover,
};
use crate::{
    browser::{address, file_memory::RecentFile, own_files},
    chapters::Chapter,
    deals::{DealsActions, DealsOnTheWay, NextDeals, file_text},
    workbook::{Action, History, SharedPlan, access::Changes},
};

/// What is open at the moment.
#[derive(Clone)]
pub(super) struct Current {
    /// The plan.
    pub plan: SharedPlan,
    /// Its opening.
    pub opening: u64,
    /// Its revision.
    pub revision: u64,
    /// Its file.
    pub link: Option<Link>,
    /// Its keeping in this browser; nothing while no plan is open.
    pub keeping: Option<Keeping>,
    /// The files used last.
    pub recent: Rc<Vec<RecentFile>>,
    /// How figures are written in what is said.
    pub figures: Figures,
}

/// Opens and saves.
#[derive(Clone)]
pub(super) struct Desk {
    /// What is open; the page keeps it up to date.
    pub current: Rc<RefCell<Current>>,
    /// The way to change the workbook.
    pub changes: Changes,
    /// Tells the plan's file what happens.
    pub file: UseReducerDispatcher<PlanFile>,
    /// The file that the next plan shown comes from.
    pub next: NextFile,
    /// What can be done about the deals of the open plan, while they can be asked for.
    pub deals: Rc<RefCell<Option<DealsActions>>>,
    /// The deals that the next plan shown comes with.
    pub next_deals: NextDeals,
    /// Called when a plan was opened.
    pub opened: Callback<()>,
    /// Called when a file was not opened.
    pub refused: Callback<Option<Refusal>>,
    /// Called when the plan was saved to a file.
    pub saved: Callback<()>,
    /// Asks the user what to do about a file that cannot simply be overwritten.
    pub ask: Callback<Option<Question>>,
    /// Offers ways to hand the plan on, or asks about one that was handed on.
    pub hand_over: Callback<Option<Handover>>,
    /// Shows the files used last, to open one of them or another.
    pub show_recent: Callback<bool>,
    /// Called when the files used last are others than before.
    pub recent_changed: Callback<()>,
}

impl Desk {
    /// What is open at the moment.
    pub(super) fn current(&self) -> Current {
        self.current.borrow().clone()
    }

    /// Says something.
    pub(super) fn say(&self, text: String) {
        self.changes.act(Action::Say(text));
    }

    /// Puts a plan on the desk, from this file or from none. The plan before it stays kept
    /// in this browser; the way back to it is offered.
    pub(super) fn show(&self, plan: Plan, from: Option<Link>, notice: String) {
        self.show_with_deals(plan, None, from, notice);
    }

    /// The same with the deals that stand in the plan's file.
    pub(super) fn show_with_deals(
        &self,
        plan: Plan,
        deals: Option<Value>,
        from: Option<Link>,
        notice: String,
    ) {
        if own_files::is_one_file() && self.current().keeping.is_some() {
            // A workbook of one file has one plan: what is opened takes its place, and undo
            // brings it back.
            self.refused.emit(None);
            self.changes.make_and_say(Edit::set("", &plan), notice);
            if let (Some(deals), Some(actions)) = (deals, &*self.deals.borrow()) {
                actions.arrived(&deals);
            }
            return;
        }
        *self.next_deals.borrow_mut() = deals.map(|deals| DealsOnTheWay {
            deals,
            before: self.kept(),
        });
        *self.next.borrow_mut() = from;
        if address::hash() == library_address() {
            address::go_to(&chapter_address(Chapter::Targets));
        }
        self.put(plan, History::default(), notice);
    }

    /// Puts a plan on the desk that was kept in this browser, with what can be undone in it.
    pub(super) fn show_again(&self, plan: Plan, history: History, notice: String) {
        *self.next.borrow_mut() = None;
        *self.next_deals.borrow_mut() = None;
        self.put(plan, history, notice);
    }

    /// The text of the plan's file as it would be written now: the plan, and its deals where
    /// the user wants them there.
    pub(super) async fn file_text(&self, now: &Current) -> String {
        let actions = self.deals.borrow().clone();
        let deals = match actions {
            Some(actions) => actions.for_file().await,
            None => None,
        };
        file_text(&now.plan, deals.as_ref())
    }

    fn put(&self, plan: Plan, history: History, notice: String) {
        self.refused.emit(None);
        self.changes.act(Action::Open {
            plan: SharedPlan::new(plan),
            history,
            notice: Some(notice),
            back_to: self.kept(),
        });
        self.opened.emit(());
    }

    fn kept(&self) -> Option<String> {
        let kept = self.current.borrow().keeping.clone();
        kept.and_then(|keeping| keeping.plan())
    }

    /// Tells the plan's file that this revision is in it now.
    pub(super) fn now_in(&self, link: Link, saved: &Current) {
        self.file.dispatch(Event::Saved {
            opening: saved.opening,
            revision: saved.revision,
            link,
        });
        // What was changed while the file was written is not in it.
        let (opening, revision) = (saved.opening, self.current().revision);
        self.file.dispatch(Event::Seen { opening, revision });
    }
}
