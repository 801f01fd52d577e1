//! Opening a locked file.

use plumbline_wording::texts::sharing as words;
use yew::prelude::*;

use super::lock::fault_of;
use crate::{
    browser::{input, tasks},
    components::Dialog,
    locking,
    shell::desk::Desk,
};

/// Properties of [`UnlockDialog`].
#[derive(Properties)]
pub(super) struct UnlockProps {
    /// The file's name.
    pub name: String,
    /// Its text.
    pub text: String,
    /// Opens the plan in it.
    pub desk: Desk,
}

impl PartialEq for UnlockProps {
    /// Every desk of a page does the same.
    fn eq(&self, other: &Self) -> bool {
        (&self.name, &self.text) == (&other.name, &other.text)
    }
}

/// Asks for the passphrase and opens the plan as a copy.
#[component]
pub(super) fn UnlockDialog(props: &UnlockProps) -> Html {
    let passphrase = use_state(String::new);
    let busy = use_state(|| false);
    let said = use_state(|| "");
    let oninput = {
        let passphrase = passphrase.setter();
        Callback::from(move |event: InputEvent| passphrase.set(input::text_of(&event)))
    };
    let onsubmit = {
        let (desk, name, text) = (props.desk.clone(), props.name.clone(), props.text.clone());
        let (busy, said, passphrase) = (busy.setter(), said.setter(), passphrase.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            busy.set(true);
            said.set(words::UNLOCKING);
            let (desk, name, text) = (desk.clone(), name.clone(), text.clone());
            let (busy, said, passphrase) = (busy.clone(), said.clone(), (*passphrase).clone());
            tasks::spawn(async move {
                match locking::unlock(&text, passphrase).await {
                    Ok(plan) => {
                        desk.hand_over.emit(None);
                        desk.show_text(&name, &plan, None);
                    }
                    Err(why) => {
                        busy.set(false);
                        said.set(fault_of(why));
                    }
                }
            });
        })
    };
    let close = props.desk.hand_over.reform(|()| None);
    html! {
        <Dialog title={words::unlock_title(&props.name)} {close}>
            <p>{ words::UNLOCK_WHY }</p>
            <form {onsubmit} aria-busy={busy.to_string()}>
                <div class="field">
                    <label for="unlock-passphrase">{ words::PASSPHRASE }</label>
                    <input id="unlock-passphrase" type="password" autocomplete="off" value={(*passphrase).clone()} {oninput} />
                </div>
                <button type="submit" disabled={*busy}>{ words::UNLOCK }</button>
            </form>
            <p role="status">{ *said }</p>
        </Dialog>
    }
}
