//! What was just done, with undo beside it.

use plumbline_wording::texts::shell;
use yew::prelude::*;

use crate::{
    browser::tasks::Timer,
    workbook::{Action, Notice, access::use_changes},
};

/// How long a notice stays, in milliseconds. What it says is seen elsewhere too, and undo
/// is always in the head of the page.
const SHOWN: u32 = 12_000;

/// Properties of [`NoticeLine`].
#[derive(Properties)]
pub(super) struct NoticeProps {
    /// What to say; nothing for nothing.
    pub notice: Option<Notice>,
    /// Opens a plan kept on this machine.
    pub open_kept: Callback<String>,
}

impl PartialEq for NoticeProps {
    /// Callbacks do the same every time.
    fn eq(&self, other: &Self) -> bool {
        self.notice == other.notice
    }
}

/// The notice at the foot of the page.
#[component]
pub(super) fn NoticeLine(props: &NoticeProps) -> Html {
    let changes = use_changes();
    let act = |action: Action| {
        let changes = changes.clone();
        Callback::from(move |_: MouseEvent| changes.act(action.clone()))
    };
    let go_back = |plan: &str| {
        let (open_kept, plan) = (props.open_kept.clone(), plan.to_owned());
        Callback::from(move |_: MouseEvent| open_kept.emit(plan.clone()))
    };
    use_effect_with(props.notice.clone(), {
        let changes = changes.clone();
        move |notice| {
            let shown = notice.is_some();
            let timer = shown.then(|| Timer::after(SHOWN, move || changes.act(Action::Dismiss)));
            move || drop(timer)
        }
    });
    html! {
        <div class="notice-place" role="status">
            if let Some(notice) = &props.notice {
                <div class="notice">
                    <p dir="auto">{ notice.text.clone() }</p>
                    if let Some(plan) = &notice.back_to {
                        <button type="button" onclick={go_back(plan)}>{ shell::GO_BACK }</button>
                    }
                    if notice.offers_undo {
                        <button type="button" onclick={act(Action::Undo)}>{ shell::UNDO }</button>
                    }
                    <button type="button" class="quiet" onclick={act(Action::Dismiss)}>{ shell::DISMISS }</button>
                </div>
            }
        </div>
    }
}
