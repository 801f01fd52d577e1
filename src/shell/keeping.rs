//! Has the open plan kept: hands every change to the keeper of the plan, and shows what
//! the keeper says.

use std::{cell::RefCell, rc::Rc};

use plumbline_plan::file;
use plumbline_wording::{
    locale::Locale,
    texts::{saving, shell},
    writing::write_time,
};
use yew::prelude::*;

use super::starting::StartUp;
use crate::{
    browser::{identity::fresh_id, storage::StorageError},
    workbook::{
        SharedPlan, Workbook,
        keeping::{
            desk::Kept,
            keeper::Keeper,
            slots::Draft,
            state::{NotSavedBecause, SaveState},
        },
    },
};

/// The keeping of the open plan.
#[derive(Clone)]
pub(super) struct Keeping {
    /// Whether it is saved.
    pub state: Option<SaveState>,
    /// Saves it under a new name in storage, beside what is there.
    pub keep_as_copy: Callback<()>,
    /// Says that it was saved to a file.
    pub saved_to_file: Callback<()>,
}

/// A plan taken from storage keeps its place there; told by the opening it belongs to.
pub(super) type Place = Rc<RefCell<Option<(Kept, chrono::DateTime<chrono::FixedOffset>)>>>;

/// Keeps the open plan while `is_open`. `place` is where the next plan opened came from,
/// when it came from storage.
#[hook]
pub(super) fn use_keeping(
    start: &Rc<StartUp>,
    workbook: &UseReducerHandle<Workbook>,
    is_open: bool,
    place: &Place,
) -> Keeping {
    let keeper = use_mut_ref(|| None::<Keeper>);
    let state = use_state(|| None::<SaveState>);
    let copies = use_state(|| 0_u32);
    use_effect_with((is_open, workbook.opening, *copies), {
        let (keeper, start, place, state) = (
            keeper.clone(),
            Rc::clone(start),
            place.clone(),
            state.setter(),
        );
        let plan = workbook.plan.clone();
        move |(is_open, ..)| {
            if *is_open {
                let on_state = Callback::from(move |now| state.set(Some(now)));
                // The one before is dropped first, and saves what it still has to.
                keeper.borrow_mut().take();
                let new = keep(&start, place.borrow_mut().take(), on_state, plan);
                *keeper.borrow_mut() = Some(new);
            }
        }
    });
    use_effect_with((workbook.opening, workbook.revision), {
        let (keeper, plan) = (keeper.clone(), workbook.plan.clone());
        move |(_, revision)| {
            if let Some(keeper) = keeper.borrow().as_ref()
                && *revision > 0
            {
                keeper.edited(move || draft(&plan));
            }
        }
    });
    Keeping {
        state: (*state).clone(),
        keep_as_copy: {
            let (copies, count) = (copies.setter(), *copies);
            Callback::from(move |()| copies.set(count + 1))
        },
        saved_to_file: Callback::from(move |()| {
            if let Some(keeper) = keeper.borrow().as_ref() {
                keeper.saved_to_file();
            }
        }),
    }
}

fn keep(
    start: &StartUp,
    place: Option<(Kept, chrono::DateTime<chrono::FixedOffset>)>,
    on_state: Callback<SaveState>,
    plan: SharedPlan,
) -> Keeper {
    let storage = Rc::clone(&start.storage);
    if let Some(why) = &start.memory_only {
        return Keeper::of_memory_only(storage, why.clone(), on_state);
    }
    if let Some((kept, saved_at)) = place {
        return Keeper::of_opened(storage, kept, saved_at, on_state);
    }
    let keeper = Keeper::of_new(storage, Kept::new_plan(&fresh_id()), on_state);
    keeper.edited(move || draft(&plan));
    keeper
}

fn draft(plan: &SharedPlan) -> Draft {
    let title = plan.about.title.trim();
    Draft {
        schema: file::NEWEST_VERSION as u32,
        title: if title.is_empty() {
            shell::UNTITLED.to_owned()
        } else {
            title.to_owned()
        },
        document: file::write(plan).into_bytes(),
    }
}

/// The state of saving in words.
pub(super) fn words(state: &SaveState, locale: &Locale) -> String {
    match state {
        SaveState::Saved { at } => saving::saved_at(&write_time(at.time(), locale)),
        SaveState::Saving => saving::SAVING.to_owned(),
        SaveState::NotSaved { why } => saving::not_saved(not_saved(why)),
        SaveState::MemoryOnly { why } => saving::memory_only(storage(why)),
    }
}

fn not_saved(why: &NotSavedBecause) -> &str {
    match why {
        NotSavedBecause::Storage(error) => storage(error),
        NotSavedBecause::ReadBackDiffers => saving::READ_BACK_DIFFERS,
        NotSavedBecause::ChangedInAnotherTab => saving::CHANGED_IN_ANOTHER_TAB,
        NotSavedBecause::SavedByNewerVersion => saving::SAVED_BY_NEWER_VERSION,
    }
}

/// What is wrong with storage, in words.
pub(super) fn storage(error: &StorageError) -> &str {
    match error {
        StorageError::Unavailable => saving::UNAVAILABLE,
        StorageError::Full => saving::FULL,
        StorageError::Hung => saving::HUNG,
        StorageError::Corrupt => saving::CORRUPT,
        StorageError::Blocked => saving::BLOCKED,
        StorageError::Outdated => saving::OUTDATED,
        StorageError::Stopped => saving::STOPPED,
        StorageError::Other(words) => words,
    }
}
