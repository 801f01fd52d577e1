//! The files used last, to open one of them again.

use std::rc::Rc;

use plumbline_wording::texts::files as words;
use yew::prelude::*;

use super::desk::Desk;
use crate::{
    browser::{
        file_memory::{self, RecentFile},
        files, own_files, tasks,
    },
    components::Dialog,
};

/// The files used last, and the way to look again.
#[hook]
pub(super) fn use_recent_files() -> (Rc<Vec<RecentFile>>, Callback<()>) {
    let found = use_state(Rc::<Vec<RecentFile>>::default);
    let look = {
        let found = found.setter();
        Callback::from(move |()| {
            let found = found.clone();
            // What can be opened but not in place is not remembered; pages opened as files
            // share what is, and it is other people's.
            if files::in_place() && !own_files::is_one_file() {
                tasks::spawn(async move { found.set(Rc::new(file_memory::recent().await)) });
            }
        })
    };
    use_effect_with((), {
        let look = look.clone();
        move |()| look.emit(())
    });
    ((*found).clone(), look)
}

/// Properties of [`RecentFiles`] and [`RecentDialog`].
#[derive(Properties)]
pub(super) struct RecentProps {
    /// The files.
    pub files: Rc<Vec<RecentFile>>,
    /// Opens them.
    pub desk: Desk,
}

impl PartialEq for RecentProps {
    /// Every desk of a page does the same.
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.files, &other.files)
    }
}

/// A button for each file used last.
#[component]
pub(super) fn RecentFiles(props: &RecentProps) -> Html {
    let open = |file: &RecentFile| {
        let (desk, handle) = (props.desk.clone(), file.handle.clone());
        Callback::from(move |_: MouseEvent| {
            desk.show_recent.emit(false);
            desk.open_again(handle.clone());
        })
    };
    html! {
        <ul class="plans" aria-label={words::RECENT}>
            { for props.files.iter().enumerate().map(|(place, file)| html! {
                <li key={place}>
                    <button type="button" class="quiet" dir="auto" onclick={open(file)}>{ file.handle.name() }</button>
                    <span dir="auto">{ file.title.clone() }</span>
                </li>
            }) }
        </ul>
    }
}

/// The files used last, or another one.
#[component]
pub(super) fn RecentDialog(props: &RecentProps) -> Html {
    let other = {
        let desk = props.desk.clone();
        Callback::from(move |_: MouseEvent| {
            desk.show_recent.emit(false);
            desk.pick_file();
        })
    };
    let close = props.desk.show_recent.reform(|()| false);
    html! {
        <Dialog title={words::OPEN_A_FILE} {close}>
            <button type="button" onclick={other}>{ words::ANOTHER_FILE }</button>
            <h3>{ words::RECENT }</h3>
            <RecentFiles files={Rc::clone(&props.files)} desk={props.desk.clone()} />
        </Dialog>
    }
}
