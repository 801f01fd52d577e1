//! The plan as a workbook of one file, which holds the program too.

use plumbline_wording::texts::{files, sharing as words};
use plumbline_wrapping::workbook::{EXTENSION, Parts, Script, assemble};
use yew::prelude::*;

use super::PartProps;
use crate::{
    browser::{
        files::{self as disk, FileError, Saved},
        identity::fresh_id,
        own_files::{self, Module},
        tasks,
    },
    shell::{
        desk::{Current, Desk},
        opening::fault,
    },
};

/// Offers to save the workbook.
#[component]
pub(super) fn WorkbookPart(props: &PartProps) -> Html {
    let said = use_state(String::new);
    let save = {
        let (desk, said) = (props.desk.clone(), said.setter());
        Callback::from(move |_: MouseEvent| {
            let (desk, said) = (desk.clone(), said.clone());
            tasks::spawn(async move {
                said.set(save_copy(&desk).await.unwrap_or_default());
            });
        })
    };
    html! {
        <section>
            <h3>{ words::WORKBOOK }</h3>
            <p>{ words::WORKBOOK_WHY }</p>
            <button type="button" onclick={save}>{ words::SAVE_WORKBOOK }</button>
            <p role="status" class="hint">{ (*said).clone() }</p>
        </section>
    }
}

/// Saves a copy; gives what went wrong.
async fn save_copy(desk: &Desk) -> Option<String> {
    let now = desk.current();
    let page = match content(&now, &desk.file_text(&now).await).await {
        Ok(page) => page,
        Err(error) => return Some(fault(&error)),
    };
    let name = match disk::save(&name(&now), "text/html", &page).await {
        Ok(Saved::File(handle)) => handle.name(),
        Ok(Saved::Download { name }) => name,
        Ok(Saved::Cancelled) => return None,
        Err(error) => return Some(fault(&error)),
    };
    desk.hand_over.emit(None);
    desk.say(words::copy_saved(&name));
    None
}

/// The name to propose for it.
pub(in crate::shell) fn name(now: &Current) -> String {
    let title = match now.plan.about.title.trim() {
        "" => files::UNTITLED_FILE,
        title => title,
    };
    disk::file_name(title, EXTENSION)
}

/// The text of the workbook with this text of a plan's file.
///
/// # Errors
/// When a part of the program cannot be read again.
pub(in crate::shell) async fn content(now: &Current, text: &str) -> Result<String, FileError> {
    let missing = || FileError::NotWritten(words::NO_WORKBOOK.to_owned());
    let own = own_files::read().await.ok_or_else(missing)?;
    let scripts = own.scripts.into_iter();
    let parts = Parts {
        styles: own.styles,
        module: match own.module {
            Module::Bytes(bytes) => plumbline_wrapping::workbook::module_text(&bytes),
            Module::Base64(text) => text,
        },
        icon: own.icon,
        scripts: scripts.map(|(mark, text)| Script { mark, text }).collect(),
    };
    let id = now.keeping.as_ref().and_then(|keeping| keeping.plan());
    assemble(&parts, &id.unwrap_or_else(fresh_id), text).map_err(|_| missing())
}
