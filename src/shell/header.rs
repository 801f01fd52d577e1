//! The head of the page: the plan's title, what can be done with the plan as a whole, and
//! whether it is saved.

use plumbline_wording::texts::{library, sharing, shell};
use yew::prelude::*;

use super::{
    desk::Desk, keeping::Keeping, plan_file::PlanFile, route::library_address, save_line::SaveLine,
    saving::Where, sharing::Handover, versions::VersionsDialog,
};
use crate::{
    browser::{
        address, input, own_files,
        preferences::{self, Theme},
        theme,
    },
    components::TextField,
    workbook::{
        Action,
        access::{use_changes, use_plan},
    },
};

/// Properties of [`Header`].
#[derive(Properties)]
pub(super) struct HeaderProps {
    /// Whether there is something to undo.
    pub can_undo: bool,
    /// Whether there is something to redo.
    pub can_redo: bool,
    /// Whether another tab has the plan.
    pub read_only: bool,
    /// Opens and saves.
    pub desk: Desk,
    /// The keeping of the open plan.
    pub keeping: Keeping,
    /// The file of the open plan.
    pub file: PlanFile,
    /// Starts a blank plan.
    pub start_blank: Callback<()>,
    /// Where plans are kept.
    pub start: std::rc::Rc<super::StartUp>,
}

impl PartialEq for HeaderProps {
    /// Callbacks do the same every time; what is shown is what counts.
    fn eq(&self, other: &Self) -> bool {
        let shown = |props: &Self| (props.can_undo, props.can_redo, props.read_only);
        let keeping = |props: &Self| (props.keeping.state.clone(), props.keeping.role);
        shown(self) == shown(other) && keeping(self) == keeping(other) && self.file == other.file
    }
}

/// The head of the page.
#[component]
pub(super) fn Header(props: &HeaderProps) -> Html {
    let plan = use_plan();
    let changes = use_changes();
    let versions_open = use_state(|| false);
    let menu_open = use_state(|| false);
    let act = |action: Action| {
        let changes = changes.clone();
        Callback::from(move |_: MouseEvent| changes.act(action.clone()))
    };
    let open = {
        let desk = props.desk.clone();
        Callback::from(move |_: MouseEvent| desk.open_file())
    };
    let save = |place: Where| {
        let desk = props.desk.clone();
        Callback::from(move |_: MouseEvent| desk.save(place))
    };
    let new = {
        let start_blank = props.start_blank.clone();
        Callback::from(move |_: MouseEvent| start_blank.emit(()))
    };
    let show_versions = {
        let versions_open = versions_open.clone();
        Callback::from(move |_: MouseEvent| versions_open.set(true))
    };
    let close_versions = {
        let versions_open = versions_open.clone();
        Callback::from(move |()| versions_open.set(false))
    };
    let toggle_menu = {
        let menu_open = menu_open.clone();
        Callback::from(move |_: MouseEvent| menu_open.set(!*menu_open))
    };
    let close_menu = {
        let menu_open = menu_open.clone();
        Callback::from(move |_: MouseEvent| menu_open.set(false))
    };
    let share = {
        let hand_over = props.desk.hand_over.clone();
        Callback::from(move |_: MouseEvent| hand_over.emit(Some(Handover::Share)))
    };
    let show_library = Callback::from(|_: MouseEvent| address::go_to(&library_address()));
    html! {
        <header class="head">
            <p class="wordmark"><span>{ shell::PRODUCT }</span></p>
            <fieldset class="plain head-title" disabled={props.read_only}>
                <TextField path={plumbline_plan::FieldPath::from("about/title")} label={shell::PLAN_TITLE} value={plan.about.title.clone()}
                    example={shell::UNTITLED} />
            </fieldset>
            <button type="button" class="head-toggle quiet" aria-expanded={menu_open.to_string()}
                aria-controls="plan-menu" onclick={toggle_menu}>
                { shell::MENU }
            </button>
            <SaveLine keeping={props.keeping.clone()} file={props.file.clone()} />
            <div class="head-actions" role="toolbar" aria-label={shell::PLAN_MENU}>
                <button type="button" class="quiet head-arrow" title={shell::UNDO} disabled={!props.can_undo}
                    onclick={act(Action::Undo)}>
                    { arrow(BACK) }<span>{ shell::UNDO }</span>
                </button>
                <button type="button" class="quiet head-arrow" title={shell::REDO} disabled={!props.can_redo}
                    onclick={act(Action::Redo)}>
                    { arrow(FORTH) }<span>{ shell::REDO }</span>
                </button>
                <div id="plan-menu" class={classes!("head-more", menu_open.then_some("head-more-open"))}>
                    // Pressing any of these also folds the menu.
                    <div class="head-more-actions" onclick={close_menu}>
                        <button type="button" class="quiet" onclick={new}>{ shell::NEW }</button>
                        <button type="button" class="quiet" onclick={show_versions}>{ library::VERSIONS }</button>
                        // Pages opened as files share one storage: it holds other people's plans.
                        if !own_files::is_one_file() {
                            <button type="button" class="quiet" onclick={show_library}>{ library::TITLE }</button>
                        }
                        <button type="button" class="quiet" onclick={open}>{ shell::OPEN }</button>
                        <button type="button" class="quiet" onclick={share}>{ sharing::SHARE }</button>
                        if props.file.is_in_place() {
                            <button type="button" class="quiet" onclick={save(Where::Elsewhere)}>
                                { shell::SAVE_AS }
                            </button>
                        }
                    </div>
                    <ThemePicker />
                </div>
                <button type="button" onclick={save(Where::InPlace)}>{ shell::SAVE }</button>
            </div>
            if *versions_open {
                <VersionsDialog start={props.start.clone()} keeping={props.keeping.clone()}
                    read_only={props.read_only} close={close_versions} />
            }
        </header>
    }
}

/// An arrow that turns back, and one that turns forth again.
const BACK: &str = "M7.5 4 4 7.5 7.5 11M4 7.5h7.5a4.25 4.25 0 0 1 0 8.5H8";
const FORTH: &str = "M12.5 4 16 7.5 12.5 11M16 7.5H8.5a4.25 4.25 0 0 0 0 8.5H12";

/// The arrow that stands in place of the word where room is short.
fn arrow(course: &'static str) -> Html {
    html! { <svg viewBox="0 0 20 20" aria-hidden="true"><path d={course} /></svg> }
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
