//! The plan that comes with a page of one file. The file and what this browser has kept of
//! its plan are told apart by a checksum: who opens the file again goes on where they were,
//! and who opens a newer copy sees what is in the copy. Neither is ever lost: what is kept
//! are versions beside each other.
//!
//! All pages opened as files may share one storage. Only what belongs to this workbook, by
//! its identifier, is looked at.

use plumbline_plan::{Plan, file};
use plumbline_wording::texts::{sharing, shell};
use plumbline_wrapping::workbook::plan_in_element;
use serde_json::Value;

use super::{
    keeping::draft,
    plan_file::Link,
    starting::{Opened, StartUp, Unstartable, open},
};
use crate::{
    browser::{
        address, clock,
        file_memory::file_of,
        identity::fresh_id,
        own_files::Embedded,
        storage::{Storage, StorageError},
    },
    workbook::{
        History,
        keeping::{
            desk::Kept,
            state::NotSavedBecause,
            versions::{self, Loaded, Log},
        },
        plan_file::checksum,
    },
};

/// Opens the plan that the page holds.
///
/// # Errors
/// [`Unstartable`] when the page holds no plan that this program can read.
pub(super) async fn open_embedded(
    start: &mut StartUp,
    embedded: &Embedded,
) -> Result<(), Unstartable> {
    let text = plan_in_element(&embedded.content);
    let (plan, deals) = file::read_with_deals(&text).map_err(|error| Unstartable {
        code: "damaged",
        details: error.to_string(),
    })?;
    let storage = std::rc::Rc::clone(&start.storage);
    match kept(&*storage, &embedded.id, &text).await {
        Ok(Some(found)) => {
            let (opened, said) = open(found)?;
            start.opened = opened;
            start.said = said.or_else(|| {
                let same = start.opened.as_ref().is_some_and(|kept| kept.plan == plan);
                (!same).then(|| sharing::GOES_ON.to_owned())
            });
        }
        Ok(None) => match keep(&*storage, &embedded.id, &plan).await {
            Ok(loaded) => {
                (start.opened, start.said) = open(loaded)?;
                start.link = Some(Link {
                    name: file_name(),
                    handle: None,
                    checksum: checksum(&text),
                });
                *start.deals.borrow_mut() = deals;
            }
            Err(why) => in_memory(start, plan, deals, why),
        },
        Err(why) => in_memory(start, plan, deals, why),
    }
    if let Some(opened) = &mut start.opened {
        opened.remember_history(&*storage).await;
    }
    Ok(())
}

/// What this browser has kept of the workbook, if it goes on from this very text.
async fn kept(storage: &dyn Storage, id: &str, text: &str) -> Result<Option<Loaded>, StorageError> {
    let loaded = versions::load(storage, id).await?;
    let known = file_of(id).await.map(|file| file.checksum);
    let goes_on = matches!(loaded, Loaded::Plan { .. }) && known == Some(checksum(text));
    Ok(goes_on.then_some(loaded))
}

/// Keeps the plan as the newest version of the workbook, and gives it back as kept.
async fn keep(storage: &dyn Storage, id: &str, plan: &Plan) -> Result<Loaded, StorageError> {
    let log = match versions::load(storage, id).await? {
        Loaded::Plan { log, .. } => log,
        Loaded::Nothing => Log::of_new_plan(id),
        // What cannot be read is left where it is.
        Loaded::Damaged | Loaded::Newer => Log::of_new_plan(&fresh_id()),
    };
    let place = Kept::loaded(log);
    let saved = place.save(storage, &draft(plan), clock::now()).await;
    saved.map_err(|why| match why {
        NotSavedBecause::Storage(why) => why,
        _ => StorageError::Unwritable,
    })?;
    versions::load(storage, &place.plan()).await
}

fn in_memory(start: &mut StartUp, plan: Plan, deals: Option<Value>, why: StorageError) {
    start.memory_only = Some(why);
    *start.deals.borrow_mut() = deals;
    start.opened = Some(Opened {
        plan,
        history: History::default(),
        log: Log::of_new_plan(&fresh_id()),
        saved_at: clock::now(),
    });
}

fn file_name() -> String {
    address::file_name().unwrap_or_else(|| shell::PRODUCT.to_owned())
}
