//! What can be done with the plans in the library. Each deed says what came of it, and
//! the list is read anew.

use std::rc::Rc;

use plumbline_plan::{Edit, Plan, file};
use plumbline_wording::texts::{copies::copy_of, library};
use yew::Callback;

use crate::{
    browser::{
        clock,
        identity::fresh_id,
        locks::{self, Lock},
        storage::StorageError,
        tasks,
    },
    shell::{
        StartUp,
        keeping::{self, Keeping, draft},
    },
    workbook::{
        access::Changes,
        keeping::{
            desk,
            library::{change, copy, entries},
            state::NotSavedBecause,
            versions::Draft,
        },
        tabs::member::lock_name,
    },
};

/// What was just done.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Said {
    /// The sentence.
    pub text: String,
    /// The plan that was put into the bin, and its title: it can be put back.
    pub binned: Option<(String, String)>,
}

/// The ways to change what is in the library.
#[derive(Clone)]
pub(super) struct Deeds {
    /// Where plans are kept.
    pub start: Rc<StartUp>,
    /// The keeping of the open plan.
    pub keeping: Keeping,
    /// The way to change the open plan.
    pub changes: Changes,
    /// The open plan.
    pub open_now: Option<String>,
    /// Whether another tab has the open plan.
    pub read_only: bool,
    /// Closes the open plan.
    pub close: Callback<()>,
    /// Told what was done.
    pub done: Callback<Said>,
}

impl PartialEq for Deeds {
    fn eq(&self, other: &Self) -> bool {
        (&self.open_now, self.read_only) == (&other.open_now, other.read_only)
    }
}

impl Deeds {
    /// Gives a plan another title.
    pub(super) fn rename(&self, plan: &str, title: String) {
        if self.is_open_now(plan) && !self.read_only {
            self.changes.make(Edit::set("about/title", &title));
            return self.say(library::renamed(&title));
        }
        let (deeds, plan) = (self.clone(), plan.to_owned());
        self.do_alone(&plan.clone(), async move {
            let renamed = |document: &[u8]| retitled(document, &title);
            let saved = change(&*deeds.start.storage, &plan, renamed, clock::now()).await;
            deeds.say_saved(&saved, library::renamed(&title));
        });
    }

    /// Keeps a copy of a plan beside it.
    pub(super) fn duplicate(&self, plan: &str, title: &str) {
        let (deeds, plan, title) = (self.clone(), plan.to_owned(), title.to_owned());
        tasks::spawn(async move {
            let entries = match entries(&*deeds.start.storage).await {
                Ok(entries) => entries,
                Err(why) => return deeds.done.emit(not_done(&why.into())),
            };
            let taken = entries.iter().filter_map(|entry| entry.newest.as_ref());
            let name = copy_of(&title, taken.map(|newest| newest.title.as_str()));
            let copied = |document: &[u8]| retitled(document, &name);
            let (id, now) = (fresh_id(), clock::now());
            let saved = copy(&*deeds.start.storage, &plan, &id, copied, now).await;
            deeds.say_saved(&saved, library::duplicated(&name));
        });
    }

    /// Puts a plan into the bin. The open one is saved and closed first.
    pub(super) fn delete(&self, plan: &str, title: &str) {
        let (deeds, plan, title) = (self.clone(), plan.to_owned(), title.to_owned());
        let is_open = self.is_open_now(&plan);
        let work = {
            let (deeds, plan) = (deeds.clone(), plan.clone());
            async move {
                if is_open {
                    deeds.keeping.close().await;
                    deeds.close.emit(());
                }
                let binned = desk::put_in_bin(&*deeds.start.storage, &plan).await;
                let said = match binned {
                    Ok(()) => Said {
                        text: library::deleted(&title),
                        binned: Some((plan, title)),
                    },
                    Err(why) => not_done(&why.into()),
                };
                deeds.done.emit(said);
            }
        };
        if is_open && !self.read_only {
            tasks::spawn(work);
        } else {
            deeds.do_alone(&plan, work);
        }
    }

    /// Takes a plan out of the bin.
    pub(super) fn put_back(&self, plan: &str, title: &str) {
        let (deeds, plan, title) = (self.clone(), plan.to_owned(), title.to_owned());
        tasks::spawn(async move {
            let back = desk::take_out_of_bin(&*deeds.start.storage, &plan).await;
            deeds.say_kept(back, library::is_back(&title));
        });
    }

    /// Removes these plans, which are in the bin, for good.
    pub(super) fn empty_bin(&self, plans: Vec<String>) {
        let deeds = self.clone();
        tasks::spawn(async move {
            let mut all = Ok(());
            for plan in plans {
                let gone = desk::remove_for_good(&*deeds.start.storage, &plan).await;
                all = all.and(gone);
            }
            deeds.say_kept(all, library::EMPTIED.to_owned());
        });
    }

    fn is_open_now(&self, plan: &str) -> bool {
        self.open_now.as_deref() == Some(plan)
    }

    /// Does something with a plan that no other tab has open, holding it meanwhile.
    fn do_alone(&self, plan: &str, work: impl Future<Output = ()> + 'static) {
        let (deeds, name) = (self.clone(), lock_name(plan));
        tasks::spawn(async move {
            match Lock::if_free(&name).await {
                Err(locks::Answer::NotFree) => deeds.say_not(library::OPEN_ELSEWHERE),
                // Where there are no locks, of two that save one is refused.
                held => {
                    work.await;
                    drop(held);
                }
            }
        });
    }

    fn say(&self, text: String) {
        self.done.emit(Said { text, binned: None });
    }

    fn say_not(&self, why: &str) {
        self.say(library::not_done(why));
    }

    fn say_kept(&self, outcome: Result<(), StorageError>, text: String) {
        match outcome {
            Ok(()) => self.say(text),
            Err(why) => self.done.emit(not_done(&why.into())),
        }
    }

    fn say_saved(&self, outcome: &Result<Option<()>, NotSavedBecause>, text: String) {
        match outcome {
            Ok(Some(())) => self.say(text),
            Ok(None) => self.say_not(library::DAMAGED),
            Err(why) => self.done.emit(not_done(why)),
        }
    }
}

fn not_done(why: &NotSavedBecause) -> Said {
    Said {
        text: library::not_done(keeping::not_saved(why)),
        binned: None,
    }
}

/// The document under another title.
fn retitled(document: &[u8], title: &str) -> Option<Draft> {
    let mut plan: Plan = file::read(std::str::from_utf8(document).ok()?).ok()?;
    title.clone_into(&mut plan.about.title);
    Some(draft(&plan))
}
