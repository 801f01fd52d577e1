//! Workshop mode: the plan in front of a room. One question at a time in large type, the
//! verdict and what-ifs at hand, the plan before and after beside each other, and names and
//! amounts out of sight where the presenter wants them so.
//!
//! What is shown is the masked plan; what is changed is the plan itself.

mod before_after;
mod fields;
mod keys;
mod note;
mod shown_step;
mod steps;
mod tools;

use std::rc::Rc;

use plumbline_wording::{
    masking::{Hidden, Masking},
    texts::workshop as text,
};
use yew::prelude::*;

use crate::{
    browser::{
        address, full_screen,
        keys::{Within, on_key},
        session_storage,
    },
    chapters::use_trying,
    components::FiguresProvider,
    shell::chapter_address,
    workbook::{
        Action, SharedPlan,
        access::{Reader, use_changes, use_plan, use_reader},
    },
};
use keys::{Command, Stand, command};
use shown_step::ShownStep;
use steps::steps;
use tools::{KeyList, Tools};

/// Where the workshop's stand is kept while its tab is open.
const STAND: &str = "plumbline.workshop";

/// The plan as it was, to be compared with.
#[derive(Debug, Clone, PartialEq)]
pub struct Snapshot {
    /// The plan.
    pub plan: SharedPlan,
    /// When it was taken, written.
    pub when: String,
    /// Why it lasts only as long as the page; nothing when it is kept.
    pub not_kept: Option<String>,
}

/// The real plan with what it is shown as.
#[derive(Clone, PartialEq)]
struct Real {
    plan: SharedPlan,
    masking: Rc<Masking>,
    hidden: Hidden,
}

/// Properties of [`WorkshopPage`].
#[derive(Properties, PartialEq)]
pub struct WorkshopPageProps {
    /// What to compare with; nothing while it is looked for.
    pub snapshot: Option<Snapshot>,
    /// Takes a new snapshot.
    pub take: Callback<()>,
    /// Whether another tab has the plan.
    pub read_only: bool,
    /// Whether the plan is saved.
    pub save_line: Html,
}

/// The page.
#[component]
pub fn WorkshopPage(props: &WorkshopPageProps) -> Html {
    let (stand, act) = use_stand();
    let what_if = use_state_eq(|| false);
    let key_list = use_state_eq(|| false);
    let full = use_full_screen();
    let changes = use_changes();
    let run = {
        let (what_if, key_list) = (what_if.clone(), key_list.clone());
        Callback::from(move |command: Command| {
            match command {
                Command::WhatIf => what_if.set(!*what_if),
                Command::Keys => key_list.set(true),
                Command::FullScreen if full_screen::is_on() => full_screen::leave(),
                Command::FullScreen => full_screen::enter(),
                Command::Leave if full_screen::is_on() => full_screen::leave(),
                // What was said of a plan just opened names it.
                Command::Names | Command::Amounts => changes.act(Action::Dismiss),
                Command::Last => what_if.set(false),
                _ => {}
            }
            act.emit(command);
        })
    };
    use_keys(&run, stand.no_letters);
    use_arrival();
    use_focus_on_change(*what_if);
    let shown = use_shown(props.snapshot.as_ref(), stand.hidden);
    let trying = use_trying();
    let reader = use_reader();
    let Some(Shown { real, plan, before }) = shown else {
        return html! {
            <div class="workshop">
                <Tools {stand} full={*full} run={run.clone()} save_line={props.save_line.clone()} />
                <main id="chapter"><h1 tabindex="-1">{ text::TITLE }</h1><p>{ text::HIDDEN_PART }</p></main>
            </div>
        };
    };
    let close = key_list.setter();
    html! {
        <ContextProvider<Reader> context={Reader { hidden: stand.hidden, ..reader }}>
        <ContextProvider<SharedPlan> context={plan}>
        <FiguresProvider>
            <div class="workshop">
                <Tools {stand} full={*full} run={run.clone()} save_line={props.save_line.clone()} />
                <ShownStep {stand} run={run.clone()} {real} {before} {trying} what_if={*what_if} snapshot={props.snapshot.clone()}
                    take={props.take.clone()} read_only={props.read_only} />
                <div>
                    if *key_list {
                        <KeyList letters={!stand.no_letters} toggle={run.reform(|()| Command::Letters)}
                            close={Callback::from(move |()| close.set(false))} />
                    }
                </div>
            </div>
        </FiguresProvider>
        </ContextProvider<SharedPlan>>
        </ContextProvider<Reader>>
    }
}

/// Where the workshop stands, as a reload finds it again, and the way to move it.
#[hook]
fn use_stand() -> (Stand, Callback<Command>) {
    let count = steps().len();
    let stand =
        use_state_eq(|| Stand::from_text(&session_storage::get(STAND).unwrap_or_default(), count));
    use_effect_with(*stand, |stand| {
        session_storage::set(STAND, &stand.to_text())
    });
    // The first step shown leaves the focus where it is, and so does the list of chapters,
    // in which somebody may be going on with the arrow keys.
    let stays = use_mut_ref(|| true);
    use_effect_with(stand.step, {
        let stays = Rc::clone(&stays);
        move |_| {
            if !stays.replace(false) {
                address::focus_heading();
            }
        }
    });
    let now = *stand;
    let act = Callback::from(move |command| {
        let Hidden { names, amounts } = now.hidden;
        let next = match command {
            Command::Names => Stand {
                hidden: Hidden {
                    names: !names,
                    amounts,
                },
                ..now
            },
            Command::Amounts => Stand {
                hidden: Hidden {
                    names,
                    amounts: !amounts,
                },
                ..now
            },
            Command::Letters => Stand {
                no_letters: !now.no_letters,
                ..now
            },
            Command::Leave if full_screen::is_on() => now,
            Command::Leave => return address::go_to(&chapter_address(steps()[now.step].chapter())),
            Command::Chapter(chapter) => {
                *stays.borrow_mut() = true;
                let first = steps().iter().position(|step| step.chapter() == chapter);
                Stand {
                    step: first.unwrap_or(now.step),
                    ..now
                }
            }
            command => now.moved(command, count),
        };
        stand.set(next);
    });
    (now, act)
}

/// Runs what is asked for by key. In a field the keys are the field's own; Escape leaves it.
#[hook]
fn use_keys(run: &Callback<Command>, no_letters: bool) {
    let newest = use_mut_ref(|| (run.clone(), no_letters));
    *newest.borrow_mut() = (run.clone(), no_letters);
    use_effect_with((), move |()| {
        let listener = on_key(move |key, within| {
            let (run, no_letters) = newest.borrow().clone();
            match (command(key, !no_letters), within) {
                (Some(Command::Leave), Within::Field) => address::focus_heading(),
                (Some(command), Within::Page) => run.emit(command),
                _ => return false,
            }
            true
        });
        move || drop(listener)
    });
}

/// Whether the page has the whole screen.
#[hook]
fn use_full_screen() -> UseStateHandle<bool> {
    let full = use_state_eq(full_screen::is_on);
    use_effect_with((), {
        let full = full.setter();
        move |()| {
            let listener = full_screen::on_change(move || full.set(full_screen::is_on()));
            move || {
                drop(listener);
                full_screen::leave();
            }
        }
    });
    full
}

/// Goes back to the question's heading when something else stands below it.
#[hook]
fn use_focus_on_change(what_if: bool) {
    let before = use_mut_ref(|| what_if);
    use_effect_with(what_if, move |what_if| {
        if before.replace(*what_if) != *what_if {
            address::focus_heading();
        }
    });
}

/// What was said before the workshop was opened is not for the room.
#[hook]
fn use_arrival() {
    let changes = use_changes();
    use_effect_with((), move |()| changes.act(Action::Dismiss));
}

/// The plan, and what is shown in its place.
#[derive(Clone, PartialEq)]
struct Shown {
    real: Real,
    /// The plan, masked.
    plan: SharedPlan,
    /// The plan as it was, masked alike.
    before: Option<SharedPlan>,
}

/// What is shown of the plan and of the plan as it was; nothing when what is to be hidden
/// cannot be.
#[hook]
fn use_shown(snapshot: Option<&Snapshot>, hidden: Hidden) -> Option<Shown> {
    let plan = use_plan();
    let before = snapshot.map(|snapshot| snapshot.plan.clone());
    let shown = use_memo((plan, before, hidden), |(plan, before, hidden)| {
        let plans = std::iter::once(plan).chain(before).map(|plan| &**plan);
        let masking = Rc::new(Masking::of(plans, *hidden));
        let shown = |plan: &SharedPlan| {
            if hidden.anything() {
                masking.plan(plan).map(SharedPlan::new)
            } else {
                Some(plan.clone())
            }
        };
        Some(Shown {
            plan: shown(plan)?,
            before: match before {
                Some(before) => Some(shown(before)?),
                None => None,
            },
            real: Real {
                plan: plan.clone(),
                masking,
                hidden: *hidden,
            },
        })
    });
    (*shown).clone()
}
