//! Offers a newer version of the program, which is already on the machine. It is never
//! forced: work goes on with the old one for as long as the user likes.

use plumbline_wording::texts::saving;
use yew::prelude::*;

use super::keeping::Keeping;
use crate::browser::{
    own_files,
    service_worker::{self, NewBuild},
    tasks,
};

/// Properties of [`NewVersion`].
#[derive(Properties)]
pub(super) struct NewVersionProps {
    /// The keeping of the open plan: it is saved before the page is loaded anew.
    pub keeping: Option<Keeping>,
}

impl PartialEq for NewVersionProps {
    /// A keeping does the same every time; only whether there is one counts.
    fn eq(&self, other: &Self) -> bool {
        let plan = |props: &Self| props.keeping.as_ref().and_then(Keeping::plan);
        plan(self) == plan(other)
    }
}

/// The offer, once there is something to offer.
#[component]
pub(super) fn NewVersion(props: &NewVersionProps) -> Html {
    let found = use_state(|| None::<NewBuild>);
    use_effect_with((), {
        let found = found.setter();
        move |()| {
            // A workbook of one file has its program with it.
            if !own_files::is_one_file() {
                tasks::spawn(service_worker::register(move |new| found.set(Some(new))));
            }
        }
    });
    let take_up = found.as_ref().map(|new| {
        let (new, keeping) = (new.clone(), props.keeping.clone());
        Callback::from(move |_: MouseEvent| {
            let (new, keeping) = (new.clone(), keeping.clone());
            tasks::spawn(async move {
                if let Some(keeping) = keeping {
                    keeping.close().await;
                }
                new.take_up();
            });
        })
    });
    let later = {
        let found = found.setter();
        Callback::from(move |_: MouseEvent| found.set(None))
    };
    html! {
        <div class="notice-place new-version" role="status">
            if let Some(take_up) = take_up {
                <div class="notice">
                    <p>{ saving::NEW_VERSION }</p>
                    <button type="button" onclick={take_up}>{ saving::USE_NEW_VERSION }</button>
                    <button type="button" class="quiet" onclick={later}>{ saving::LATER }</button>
                </div>
            }
        </div>
    }
}
