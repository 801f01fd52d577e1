//! A button that saves something made of the plan as a file.

use plumbline_wording::texts::files;
use yew::prelude::*;

use crate::{
    browser::{
        files::{self as disk, FileError, Saved},
        tasks,
    },
    workbook::{
        Action,
        access::{use_changes, use_plan},
    },
};

/// Properties of [`SaveAs`].
#[derive(Properties, PartialEq)]
pub struct SaveAsProps {
    /// What the button says.
    pub label: AttrValue,
    /// What the file's name ends in, after the plan's title: `.playbook.md`.
    pub ending: AttrValue,
    /// The kind of file, as browsers call it.
    pub media_type: AttrValue,
    /// Makes the file's text; called when pressed. In its place, what to say why there is
    /// none.
    pub text: Callback<(), Result<String, String>>,
}

/// A button that saves a file under the plan's title, and says where it went.
#[component]
pub fn SaveAs(props: &SaveAsProps) -> Html {
    let (plan, changes) = (use_plan(), use_changes());
    let onclick = {
        let (ending, media_type) = (props.ending.clone(), props.media_type.clone());
        let text = props.text.clone();
        Callback::from(move |_: MouseEvent| {
            let text = match text.emit(()) {
                Ok(text) => text,
                Err(why) => return changes.act(Action::Say(why)),
            };
            let name = disk::file_name(&plan.about.title, &ending);
            let (changes, media_type) = (changes.clone(), media_type.clone());
            tasks::spawn(async move {
                if let Some(said) = save(&name, &media_type, &text).await {
                    changes.act(Action::Say(said));
                }
            });
        })
    };
    html! {
        <button type="button" class="quiet" {onclick}>{ props.label.clone() }</button>
    }
}

/// Saves a text; gives what is to be said of it.
async fn save(name: &str, media_type: &str, text: &str) -> Option<String> {
    match disk::save(name, media_type, text).await {
        Ok(Saved::File(handle)) => Some(files::saved(&handle.name())),
        Ok(Saved::Download { name }) => Some(files::downloaded(&name)),
        Ok(Saved::Cancelled) => None,
        Err(FileError::NotWritten(why)) => Some(files::not_written(&why)),
        Err(_) => Some(files::WRITTEN_DIFFERS.to_owned()),
    }
}
