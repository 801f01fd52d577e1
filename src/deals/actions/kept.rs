//! What can be done about deals that are kept: show them again, take names out of them, have
//! them go into the plan's file, take those that came with a file, remove them. Reads none.

use std::rc::Rc;

use plumbline_wording::texts::deals_page as text;
use serde_json::Value;

use super::{DealsActions, next_found::Next};
use crate::{
    browser::{bytes::Bytes, storage::StorageError, tasks},
    deals::{
        in_file::{ForFile, InFile, MOST_DEALS},
        keeping,
        protocol::{Found, Order},
        state::{Event, Kept},
    },
};

impl DealsActions {
    /// Puts numbers in place of names, here and where the deals are kept.
    pub(in crate::deals) fn leave_names_out(&self) {
        self.0.next_found.keep();
        self.say(Event::Began);
        self.order(Order::LeaveNamesOut);
    }

    /// Says whether deals that closed before the first close on record are missing.
    pub(in crate::deals) fn earlier_closes_are_missing(&self, missing: bool) {
        self.0.next_found.keep();
        self.say(Event::Began);
        self.order(Order::EarlierClosesMissing(missing));
    }

    /// Says whether the deals go into the plan's file.
    pub(in crate::deals) fn put_in_file(&self, choice: InFile) {
        self.chose(choice);
        self.0.told.changed.emit(());
        let (actions, Some(plan)) = (self.clone(), self.plan()) else {
            return;
        };
        tasks::spawn(async move {
            let kept = keeping::choose(&*actions.0.storage, &plan, choice).await;
            if let Err(error) = kept {
                actions
                    .0
                    .told
                    .notice
                    .emit(text::not_kept(storage_words(&error)));
            }
        });
    }

    /// The deals as they go into the plan's file; nothing where they do not.
    pub(crate) async fn for_file(&self) -> Option<ForFile> {
        let shown = self.0.kept.borrow().to_vec();
        match self.0.in_file.get() {
            Some(choice) if !shown.is_empty() => choice.of_kept(std::str::from_utf8(&shown).ok()?),
            _ => keeping::for_file(&*self.0.storage, &self.plan()?).await,
        }
    }

    /// Takes the deals that came with the plan's file, as they stand there. Those kept before
    /// are put aside.
    pub(crate) fn arrived(&self, deals: &Value) {
        let kept = deals.to_string().into_bytes();
        self.0.orders.call_off();
        *self.0.kept.borrow_mut() = Bytes::copied(&kept);
        self.chose(InFile::AsKept);
        self.0.next_found.arrive();
        self.say(Event::Began);
        let actions = self.clone();
        tasks::spawn(async move {
            if let Some(plan) = actions.plan() {
                match keeping::keep_arrived(&*actions.0.storage, &plan, &kept).await {
                    Ok(false) => {}
                    Ok(true) => {
                        actions.say(Event::Before(true));
                        actions.0.told.notice.emit(text::OTHERS_ARRIVED.to_owned());
                    }
                    // They are shown, and stay in the file, all the same.
                    Err(error) => actions
                        .0
                        .told
                        .notice
                        .emit(text::not_kept(storage_words(&error))),
                }
            }
            actions.order_recall(Bytes::copied(&kept));
        });
    }

    /// Shows the deals that those of a file took the place of, and puts those aside.
    pub(in crate::deals) fn change_places(&self) {
        let (actions, Some(plan)) = (self.clone(), self.plan()) else {
            return;
        };
        self.say(Event::Began);
        tasks::spawn(async move {
            let storage = &*actions.0.storage;
            let changed = async {
                let before = keeping::before(storage, &plan).await?;
                if let Some(before) = &before {
                    keeping::keep_arrived(storage, &plan, before).await?;
                }
                Ok(before)
            };
            match changed.await {
                Ok(Some(before)) => {
                    *actions.0.kept.borrow_mut() = Bytes::copied(&before);
                    actions.put_in_file(actions.0.in_file.get().unwrap_or_default());
                    actions.0.next_found.keep();
                    actions.order_recall(Bytes::copied(&before));
                }
                Ok(None) => actions.say(Event::Ended { refused: None }),
                Err(error) => actions.not_kept(&error),
            }
        });
    }

    /// Shows the deals kept with the plan.
    pub(in crate::deals) fn recall(&self) {
        let (actions, Some(plan)) = (self.clone(), self.plan()) else {
            return;
        };
        actions.say(Event::Began);
        tasks::spawn(async move {
            let held = keeping::deals(&*actions.0.storage, &plan).await;
            if actions.plan().as_ref() != Some(&plan) {
                return;
            }
            match held {
                Ok(Some(kept)) => {
                    *actions.0.kept.borrow_mut() = Bytes::copied(&kept);
                    actions.order_recall(Bytes::copied(&kept));
                }
                Ok(None) => {
                    actions.say(Event::Ended { refused: None });
                    actions.say(Event::KeptNow(Kept::None, None));
                }
                Err(error) => actions.not_kept(&error),
            }
        });
    }

    /// Removes the deals kept with the plan, and what is shown of them.
    pub(in crate::deals) fn remove(&self) {
        self.0.opener.close();
        self.0.orders.call_off();
        *self.0.kept.borrow_mut() = Bytes::none();
        if self.0.in_file.replace(Some(InFile::Out)) != Some(InFile::Out) {
            self.0.told.changed.emit(());
        }
        let actions = self.clone();
        tasks::spawn(async move {
            if let Some(plan) = actions.plan()
                && let Err(error) = keeping::remove(&*actions.0.storage, &plan).await
            {
                return actions.not_kept(&error);
            }
            actions.say(Event::Removed);
        });
    }

    /// A plan was opened, or its place in storage became known. What is known of deals of
    /// another plan is forgotten.
    pub(in crate::deals) fn opened(&self, opening: u64) {
        let before = self.0.opening.replace(Some(opening));
        if before.is_some_and(|before| before != opening) {
            self.0.opener.close();
            self.0.orders.call_off();
            *self.0.kept.borrow_mut() = Bytes::none();
            self.0.in_file.set(None);
            self.0.next_found.leave();
            self.say(Event::OtherPlan);
        }
        let (actions, Some(plan)) = (self.clone(), self.plan()) else {
            return;
        };
        tasks::spawn(async move {
            let storage = &*actions.0.storage;
            let looked = async {
                let record = keeping::record(storage, &plan).await?;
                let choice = keeping::chosen(storage, &plan).await?;
                Ok((record, choice, keeping::before(storage, &plan).await?))
            };
            let looked = looked.await;
            // Deals taken meanwhile, or on their way, are newer than what was kept.
            let is_found = actions.now(|now| now.is_found).unwrap_or(false);
            if actions.plan().as_ref() != Some(&plan) || is_found || actions.0.next_found.arrives()
            {
                return;
            }
            match looked {
                Ok((record, choice, before)) => {
                    // Deals of a file that could not be read have no figures, and are there.
                    let is_kept = record.is_some() || choice != InFile::Out;
                    let kept = if is_kept { Kept::Here } else { Kept::None };
                    actions.chose(choice);
                    actions.say(Event::Before(before.is_some()));
                    actions.say(Event::KeptNow(kept, record.map(Rc::new)));
                }
                Err(error) => {
                    let why = storage_words(&error).to_owned();
                    actions.say(Event::KeptNow(Kept::Not(why), None));
                }
            }
        });
    }

    /// Keeps the deals that were found.
    pub(super) fn keep(&self, found: &Found, next: Next) {
        let record = Rc::new(found.record.clone());
        let in_file = self.0.in_file.get().unwrap_or_default();
        if in_file != InFile::Out && found.deals > MOST_DEALS {
            self.put_in_file(InFile::Out);
            self.0.told.notice.emit(text::TOO_MANY_FOR_FILE.to_owned());
        } else if in_file != InFile::Out && next != Next::Arrived {
            self.0.told.changed.emit(());
        }
        let not = |why: &str| Event::KeptNow(Kept::Not(why.to_owned()), Some(Rc::clone(&record)));
        let Some(plan) = self.plan() else {
            return self.say(not(text::NO_STORAGE));
        };
        if self.now(|now| now.read_only).unwrap_or(true) {
            return self.say(not(text::OTHER_TAB));
        }
        let (actions, deals) = (self.clone(), self.0.kept.borrow().clone());
        tasks::spawn(async move {
            // Shown first: the browser still copies what it stores, which with a hundred thousand
            // deals is as much work as a part of the page.
            tasks::pause(0).await;
            let kept = keeping::keep(&*actions.0.storage, &plan, &deals, &record).await;
            let kept = kept.map_or_else(
                |error| Kept::Not(storage_words(&error).to_owned()),
                |()| Kept::Here,
            );
            actions.say(Event::KeptNow(kept, Some(record)));
        });
    }

    /// Deals were refused: nothing is kept in the place of what is there. Deals of a file are
    /// told of wherever the reader is.
    pub(super) fn refused(&self, why: &str) {
        if self.0.next_found.refused() == Next::Arrived {
            self.0.told.notice.emit(why.to_owned());
        }
    }

    /// Tells a new worker of the deals that are shown.
    pub(super) fn begin_anew(&self) {
        let kept = self.0.kept.borrow().to_vec();
        if !kept.is_empty() {
            self.order_recall(Bytes::copied(&kept));
        }
    }

    fn order_recall(&self, kept: Bytes) {
        if let Some(reader) = self.reader() {
            self.0.orders.order(Order::Recall { reader }, kept);
        }
    }

    fn chose(&self, choice: InFile) {
        self.0.in_file.set(Some(choice));
        self.say(Event::InFile(choice));
    }

    fn not_kept(&self, error: &StorageError) {
        let refused = Some(text::not_kept(storage_words(error)));
        self.say(Event::Ended { refused });
    }
}

fn storage_words(error: &StorageError) -> &'static str {
    match error {
        StorageError::Full => text::STORAGE_FULL,
        _ => text::NO_STORAGE,
    }
}
