//! The file that the open plan belongs to: which it is, whether it holds the plan as it is
//! now, and that both are remembered from one visit to the next.

use std::{cell::RefCell, rc::Rc};

use yew::prelude::*;

use super::keeping::Keeping;
use crate::{
    browser::{
        clock,
        file_memory::{FileOfPlan, file_of, keep_file_of},
        files::{FileHandle, OpenedFile},
        storage::Storage,
        tasks,
    },
    deals,
    workbook::{
        SharedPlan, Workbook,
        plan_file::{Standing, checksum},
    },
};

/// A file that a plan was read from or saved to.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Link {
    /// Its name.
    pub name: String,
    /// The file itself, where the browser lets the page save to it.
    pub handle: Option<FileHandle>,
    /// A checksum of what was in it then.
    pub checksum: String,
}

impl Link {
    /// To a file that was read.
    pub(super) fn to_opened(opened: &OpenedFile) -> Self {
        Self {
            name: opened.name.clone(),
            handle: opened.handle.clone(),
            checksum: checksum(&opened.text),
        }
    }
}

/// The open plan and its file.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct PlanFile {
    /// The opening it speaks of.
    pub opening: u64,
    /// The file; nothing while the plan is in none.
    pub link: Option<Link>,
    /// Whether the file has it all.
    pub standing: Standing,
}

impl PlanFile {
    /// Whether the plan is saved to its file in place.
    pub(super) fn is_in_place(&self) -> bool {
        let handle = self.link.as_ref().and_then(|link| link.handle.as_ref());
        handle.is_some()
    }
}

/// What happens to a plan and its file.
pub(super) enum Event {
    /// A plan was opened.
    Opened(PlanFile),
    /// The file of a plan out of storage was remembered.
    Recalled(PlanFile),
    /// In this opening the plan has this revision now.
    Seen {
        /// The opening.
        opening: u64,
        /// The revision.
        revision: u64,
    },
    /// The deals that the file is to hold are others than it holds.
    DealsChanged,
    /// In this opening this revision was saved to this file.
    Saved {
        /// The opening.
        opening: u64,
        /// The revision.
        revision: u64,
        /// The file.
        link: Link,
    },
}

impl Reducible for PlanFile {
    type Action = Event;

    fn reduce(self: Rc<Self>, event: Event) -> Rc<Self> {
        let next = match event {
            Event::Opened(opened) => opened,
            Event::Recalled(known) if known.opening == self.opening && self.link.is_none() => {
                let changed_since = self.standing.unsaved_since();
                let standing = changed_since.map_or(known.standing, Standing::changed_before);
                Self { standing, ..known }
            }
            Event::Seen { opening, revision } if opening == self.opening => Self {
                standing: self.standing.seen(revision, clock::now()),
                ..(*self).clone()
            },
            Event::DealsChanged => Self {
                standing: self.standing.lacks_deals(clock::now()),
                ..(*self).clone()
            },
            Event::Saved {
                opening,
                revision,
                link,
            } if opening == self.opening => Self {
                opening,
                link: Some(link),
                standing: Standing::saved(revision),
            },
            // Another plan has been opened in the meantime.
            Event::Recalled(_) | Event::Seen { .. } | Event::Saved { .. } => return self,
        };
        if next == *self { self } else { next.into() }
    }
}

/// The file that the next plan to be opened comes from.
pub(super) type NextFile = Rc<RefCell<Option<Link>>>;

/// Watches over the file of the open plan. To be used after the hook that keeps the plan:
/// when another plan is opened, that has to know its place in storage first.
#[hook]
pub(super) fn use_plan_file(
    workbook: &UseReducerHandle<Workbook>,
    keeping: &Keeping,
    is_open: bool,
    next: &NextFile,
    storage: &Rc<dyn Storage>,
) -> UseReducerHandle<PlanFile> {
    let plan_file = use_reducer(PlanFile::default);
    use_effect_with(workbook.opening, {
        let (dispatcher, next) = (plan_file.dispatcher(), next.clone());
        move |&opening| {
            dispatcher.dispatch(Event::Opened(PlanFile {
                opening,
                link: next.borrow_mut().take(),
                standing: Standing::opened(),
            }));
        }
    });
    use_effect_with((is_open, workbook.opening), {
        let (dispatcher, keeping) = (plan_file.dispatcher(), keeping.clone());
        let (plan, storage) = (workbook.plan.clone(), Rc::clone(storage));
        move |&(is_open, opening)| {
            if let (true, Some(id)) = (is_open, keeping.plan()) {
                tasks::spawn(recall(opening, id, plan, storage, dispatcher));
            }
        }
    });
    use_effect_with((workbook.opening, workbook.revision), {
        let dispatcher = plan_file.dispatcher();
        move |&(opening, revision)| dispatcher.dispatch(Event::Seen { opening, revision })
    });
    use_effect_with((is_open, (*plan_file).clone()), {
        let (keeping, opening) = (keeping.clone(), workbook.opening);
        move |(_, plan_file)| {
            // Of a plan just opened the file is not known yet, only that of the one before.
            if let (Some(id), Some(link)) = (keeping.plan(), &plan_file.link)
                && plan_file.opening == opening
            {
                let file = to_keep(link, plan_file.standing);
                tasks::spawn(async move { keep_file_of(&id, &file).await });
            }
        }
    });
    plan_file
}

/// Looks which file a plan out of storage was in on an earlier visit, and whether that holds
/// what is to be in it now.
async fn recall(
    opening: u64,
    id: String,
    plan: SharedPlan,
    storage: Rc<dyn Storage>,
    dispatcher: UseReducerDispatcher<PlanFile>,
) {
    if let Some(known) = file_of(&id).await {
        let deals = deals::for_file(&*storage, &id).await;
        let text = deals::file_text(&plan, deals.as_ref());
        let plan_file = recalled(opening, known, &text);
        dispatcher.dispatch(Event::Recalled(plan_file));
    }
}

/// How a plan out of this browser's storage stands to the file it was in on an earlier
/// visit.
fn recalled(opening: u64, known: FileOfPlan, text: &str) -> PlanFile {
    let standing = if known.checksum == checksum(text) {
        Standing::opened()
    } else {
        let since = known.unsaved_since.map(clock::at);
        Standing::changed_before(since.unwrap_or_else(clock::now))
    };
    PlanFile {
        opening,
        link: Some(Link {
            name: known.name,
            handle: known.handle,
            checksum: known.checksum,
        }),
        standing,
    }
}

fn to_keep(link: &Link, standing: Standing) -> FileOfPlan {
    FileOfPlan {
        name: link.name.clone(),
        handle: link.handle.clone(),
        checksum: link.checksum.clone(),
        unsaved_since: standing
            .unsaved_since()
            .map(|at| at.timestamp_millis() as f64),
    }
}
