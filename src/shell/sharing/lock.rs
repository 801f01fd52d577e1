//! The plan as a locked file.

use plumbline_wording::texts::{files, sharing as words};
use plumbline_wrapping::locked::{EXTENSION, LockError};
use yew::prelude::*;

use super::PartProps;
use crate::{
    browser::{
        files::{self as disk, Saved},
        input, tasks,
    },
    locking,
    shell::{desk::Desk, opening::fault},
};

/// A passphrase of fewer characters is not taken: each guess costs about a second, but a
/// machine built for it makes many at once.
const SHORTEST: usize = 12;

/// Asks for a passphrase, twice, and saves the locked file.
#[component]
pub(super) fn LockPart(props: &PartProps) -> Html {
    let passphrase = use_state(String::new);
    let again = use_state(String::new);
    let busy = use_state(|| false);
    let said = use_state(String::new);
    let typed = |into: &UseStateHandle<String>| {
        let into = into.setter();
        Callback::from(move |event: InputEvent| into.set(input::text_of(&event)))
    };
    let onsubmit = {
        let (desk, passphrase, again) = (props.desk.clone(), passphrase.clone(), again.clone());
        let (busy, said) = (busy.setter(), said.setter());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            if let Some(fault) = unfit(&passphrase, &again) {
                return said.set(fault);
            }
            said.set(words::LOCKING.to_owned());
            busy.set(true);
            let (desk, passphrase) = (desk.clone(), (*passphrase).clone());
            let (busy, said) = (busy.clone(), said.clone());
            tasks::spawn(async move {
                let fault = save(&desk, passphrase).await;
                busy.set(false);
                said.set(fault.unwrap_or_default());
            });
        })
    };
    html! {
        <section>
            <h3>{ words::LOCKED }</h3>
            <p>{ words::LOCKED_WHY }</p>
            <form {onsubmit} aria-busy={busy.to_string()}>
                <div class="field">
                    <label for="lock-passphrase">{ words::PASSPHRASE }</label>
                    <input id="lock-passphrase" type="password" autocomplete="new-password"
                        aria-describedby="lock-hint" value={(*passphrase).clone()} oninput={typed(&passphrase)} />
                    <p id="lock-hint" class="field-hint">{ words::PASSPHRASE_HINT }</p>
                </div>
                <div class="field">
                    <label for="lock-again">{ words::PASSPHRASE_AGAIN }</label>
                    <input id="lock-again" type="password" autocomplete="new-password" value={(*again).clone()} oninput={typed(&again)} />
                </div>
                <button type="submit" disabled={*busy || passphrase.is_empty()}>{ words::SAVE_LOCKED }</button>
            </form>
            <p role="status" class="hint">{ (*said).clone() }</p>
        </section>
    }
}

fn unfit(passphrase: &str, again: &str) -> Option<String> {
    if passphrase.chars().count() < SHORTEST {
        return Some(words::too_short(SHORTEST));
    }
    (passphrase != again).then(|| words::PASSPHRASES_DIFFER.to_owned())
}

/// Saves the locked file; gives what went wrong.
async fn save(desk: &Desk, passphrase: String) -> Option<String> {
    let now = desk.current();
    let locked = match locking::lock(&desk.file_text(&now).await, passphrase).await {
        Ok(locked) => locked,
        Err(why) => return Some(fault_of(why).to_owned()),
    };
    let title = match now.plan.about.title.trim() {
        "" => files::UNTITLED_FILE,
        title => title,
    };
    let name = disk::file_name(title, EXTENSION);
    let name = match disk::save(&name, "application/json", &locked).await {
        Ok(Saved::File(handle)) => handle.name(),
        Ok(Saved::Download { name }) => name,
        Ok(Saved::Cancelled) => return None,
        Err(error) => return Some(fault(&error)),
    };
    desk.hand_over.emit(None);
    desk.say(words::copy_saved(&name));
    None
}

/// Why a file was not locked or unlocked, in a sentence.
pub(super) fn fault_of(why: LockError) -> &'static str {
    match why {
        LockError::NoPassphrase => words::NO_PASSPHRASE,
        LockError::Damaged => words::LOCKED_DAMAGED,
        LockError::Newer => words::LOCKED_NEWER,
        LockError::TooMuchWork => words::TOO_MUCH_WORK,
        LockError::DoesNotOpen => words::DOES_NOT_OPEN,
    }
}
