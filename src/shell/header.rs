//! The head of the page: the plan's title, what can be done with the plan as a whole, and
//! whether it is saved.

use plumbline_wording::texts::{saving, shell};
use yew::prelude::*;

use super::{keeping, keeping::Keeping, opening::Desk, plans::PlansDialog};
use crate::{
    browser::{
        address, input,
        preferences::{self, Theme},
        theme,
    },
    components::TextField,
    workbook::{
        Action,
        access::{use_changes, use_plan, use_reader},
        keeping::state::{NotSavedBecause, SaveState},
    },
};

/// Properties of [`Header`].
#[derive(Properties)]
pub(super) struct HeaderProps {
    /// Whether there is something to undo.
    pub can_undo: bool,
    /// Whether there is something to redo.
    pub can_redo: bool,
    /// Opens and saves.
    pub desk: Desk,
    /// The keeping of the open plan.
    pub keeping: Keeping,
    /// Starts a blank plan.
    pub start_blank: Callback<()>,
    /// Opens a plan kept on this machine.
    pub open_kept: Callback<String>,
    /// Where plans are kept.
    pub start: std::rc::Rc<super::StartUp>,
}

impl PartialEq for HeaderProps {
    /// Callbacks do the same every time; what is shown is what counts.
    fn eq(&self, other: &Self) -> bool {
        (self.can_undo, self.can_redo, &self.keeping.state)
            == (other.can_undo, other.can_redo, &other.keeping.state)
    }
}

/// The head of the page.
#[component]
pub(super) fn Header(props: &HeaderProps) -> Html {
    let plan = use_plan();
    let changes = use_changes();
    let plans_open = use_state(|| false);
    let menu_open = use_state(|| false);
    let act = |action: Action| {
        let changes = changes.clone();
        Callback::from(move |_: MouseEvent| changes.act(action.clone()))
    };
    let open = {
        let desk = props.desk.clone();
        Callback::from(move |_: MouseEvent| desk.open_file())
    };
    let save = {
        let (desk, plan) = (props.desk.clone(), plan.clone());
        Callback::from(move |_: MouseEvent| desk.save_file(&plan))
    };
    let new = {
        let start_blank = props.start_blank.clone();
        Callback::from(move |_: MouseEvent| start_blank.emit(()))
    };
    let show_plans = {
        let plans_open = plans_open.clone();
        Callback::from(move |_: MouseEvent| plans_open.set(true))
    };
    let close_plans = {
        let plans_open = plans_open.clone();
        Callback::from(move |()| plans_open.set(false))
    };
    let toggle_menu = {
        let menu_open = menu_open.clone();
        Callback::from(move |_: MouseEvent| menu_open.set(!*menu_open))
    };
    let close_menu = {
        let menu_open = menu_open.clone();
        Callback::from(move |_: MouseEvent| menu_open.set(false))
    };
    html! {
        <header class="head">
            <p class="wordmark"><span>{ shell::PRODUCT }</span></p>
            <TextField path={plumbline_plan::FieldPath::from("about/title")} label={shell::PLAN_TITLE} value={plan.about.title.clone()}
                example={shell::UNTITLED} />
            <button type="button" class="head-toggle quiet" aria-expanded={menu_open.to_string()}
                aria-controls="plan-menu" onclick={toggle_menu}>
                { shell::MENU }
            </button>
            <SaveLine state={props.keeping.state.clone()} keep_as_copy={props.keeping.keep_as_copy.clone()} />
            <div class="head-actions" role="toolbar" aria-label={shell::PLAN_MENU}>
                <button type="button" class="quiet" disabled={!props.can_undo} onclick={act(Action::Undo)}>
                    { shell::UNDO }
                </button>
                <button type="button" class="quiet" disabled={!props.can_redo} onclick={act(Action::Redo)}>
                    { shell::REDO }
                </button>
                <div id="plan-menu" class={classes!("head-more", menu_open.then_some("head-more-open"))}>
                    // Pressing any of these also folds the menu.
                    <div class="head-more-actions" onclick={close_menu}>
                        <button type="button" class="quiet" onclick={new}>{ shell::NEW }</button>
                        <button type="button" class="quiet" onclick={show_plans}>{ saving::PLANS_HERE }</button>
                        <button type="button" class="quiet" onclick={open}>{ shell::OPEN }</button>
                    </div>
                    <ThemePicker />
                </div>
                <button type="button" onclick={save}>{ shell::SAVE }</button>
            </div>
            if *plans_open {
                <PlansDialog start={props.start.clone()} open={props.open_kept.clone()} close={close_plans} />
            }
        </header>
    }
}

#[derive(Properties, PartialEq)]
struct SaveLineProps {
    state: Option<SaveState>,
    keep_as_copy: Callback<()>,
}

/// Whether the plan is saved, and what can be done when it is not.
#[component]
fn SaveLine(props: &SaveLineProps) -> Html {
    let locale = use_reader().locale;
    let text = props
        .state
        .as_ref()
        .map(|state| keeping::words(state, &locale))
        .unwrap_or_default();
    let class = match &props.state {
        Some(SaveState::NotSaved { .. } | SaveState::MemoryOnly { .. }) => {
            "save-state save-state-bad"
        }
        _ => "save-state",
    };
    let elsewhere = matches!(
        &props.state,
        Some(SaveState::NotSaved {
            why: NotSavedBecause::ChangedInAnotherTab
        })
    );
    let reload = Callback::from(|_: MouseEvent| address::reload());
    let copy = {
        let keep = props.keep_as_copy.clone();
        Callback::from(move |_: MouseEvent| keep.emit(()))
    };
    html! {
        <div {class}>
            <span role="status">{ text }</span>
            if elsewhere {
                <button type="button" class="quiet" onclick={reload}>{ saving::RELOAD }</button>
                <button type="button" class="quiet" onclick={copy}>{ saving::KEEP_AS_COPY }</button>
            }
        </div>
    }
}

/// Light, dark, or as the device has it.
#[component]
fn ThemePicker() -> Html {
    let chosen = use_state(preferences::theme);
    use_effect_with(*chosen, |theme| theme::apply(*theme));
    let onchange = {
        let chosen = chosen.clone();
        Callback::from(move |event: Event| {
            let theme = Theme::from_name(&input::text_of(&event));
            preferences::set_theme(theme);
            chosen.set(theme);
        })
    };
    let options = [
        (Theme::Device, shell::THEME_SYSTEM),
        (Theme::Light, shell::THEME_LIGHT),
        (Theme::Dark, shell::THEME_DARK),
    ];
    html! {
        <label class="theme">
            <span class="unseen">{ shell::THEME }</span>
            <select {onchange}>
                { for options.into_iter().map(|(theme, label)| html! {
                    <option key={theme.name()} value={theme.name()} selected={theme == *chosen}>{ label }</option>
                }) }
            </select>
        </label>
    }
}
