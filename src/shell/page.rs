//! The open plan on the page: head, chapters, the chapter shown, the verdict beside it.

use std::rc::Rc;

use plumbline_plan::start;
use plumbline_wording::texts::shell;
use yew::prelude::*;

use super::{
    StartUp,
    doors::Doors,
    header::Header,
    keeping::{Place, use_keeping},
    navigation::Navigation,
    notice::NoticeLine,
    opening::{Desk, Refusal, RefusalNotice},
    route::{chapter_address, use_route},
    starting,
};
use crate::{
    browser::{
        clock,
        keys::{self, Shortcut},
        locale, panic, preferences, tasks,
    },
    chapters::ChapterPage,
    components::Figures,
    forecasting::ForecastProvider,
    verdict::VerdictMargin,
    workbook::{
        Action, SharedPlan, Workbook,
        access::{Changes, Reader},
        keeping::slots,
    },
};

/// Properties of [`Page`].
#[derive(Properties, PartialEq)]
pub struct PageProps {
    /// What was found at the start.
    pub start: Rc<StartUp>,
}

/// The page.
#[component]
pub fn Page(props: &PageProps) -> Html {
    let reader = use_memo((), |()| Reader {
        locale: Rc::new(locale::locale(preferences::language().as_deref())),
        today: clock::today(),
    });
    let workbook = {
        let (start, today) = (Rc::clone(&props.start), reader.today);
        use_reducer(move || match &start.opened {
            Some(opened) => Workbook::new(opened.plan.clone()),
            None => Workbook::new(start::blank(today)),
        })
    };
    let changes = use_memo((), |()| Changes::new(workbook.dispatcher()));
    let is_open = use_state(|| props.start.opened.is_some());
    let refusal = use_state(|| None::<Refusal>);
    let place: Place = use_mut_ref(|| {
        props
            .start
            .opened
            .as_ref()
            .map(|opened| (opened.kept(), opened.saved_at))
    });
    let keeping = use_keeping(&props.start, &workbook, *is_open, &place);
    use_effect_with((), {
        let (changes, said) = ((*changes).clone(), props.start.said.clone());
        move |()| {
            if let Some(said) = said {
                changes.act(Action::Say(said));
            }
        }
    });
    let desk = Desk {
        changes: (*changes).clone(),
        figures: Figures::new(Rc::clone(&reader.locale), workbook.plan.about.currency),
        opened: {
            let is_open = is_open.setter();
            Callback::from(move |()| is_open.set(true))
        },
        refused: {
            let refusal = refusal.setter();
            Callback::from(move |why| refusal.set(why))
        },
        saved: keeping.saved_to_file.clone(),
    };
    use_shortcuts(&desk, &workbook.plan);
    let open_kept = open_kept(&props.start, &desk, &place);
    let start_blank = {
        let (desk, today) = (desk.clone(), reader.today);
        Callback::from(move |()| desk.show(start::blank(today), shell::STARTED_BLANK.to_owned()))
    };
    let ondragover = Callback::from(|event: DragEvent| event.prevent_default());
    let ondrop = {
        let desk = desk.clone();
        Callback::from(move |event: DragEvent| {
            event.prevent_default();
            desk.open_dropped(&event);
        })
    };
    let dismiss = {
        let refusal = refusal.setter();
        Callback::from(move |()| refusal.set(None))
    };
    let inside = if *is_open {
        html! {
            <ForecastProvider>
                <a class="skip" href="#chapter">{ shell::SKIP }</a>
                <Header can_undo={workbook.history.can_undo()} can_redo={workbook.history.can_redo()}
                    {desk} {keeping} {start_blank} {open_kept} start={Rc::clone(&props.start)} />
                <Body />
            </ForecastProvider>
        }
    } else {
        html! { <Doors {desk} /> }
    };
    html! {
        <ContextProvider<Reader> context={(*reader).clone()}>
        <ContextProvider<Changes> context={(*changes).clone()}>
        <ContextProvider<SharedPlan> context={workbook.plan.clone()}>
            <div class="page" {ondragover} {ondrop}>
                { inside }
                <RefusalNotice refusal={(*refusal).clone()} {dismiss} />
                <NoticeLine notice={workbook.notice.clone()} />
            </div>
        </ContextProvider<SharedPlan>>
        </ContextProvider<Changes>>
        </ContextProvider<Reader>>
    }
}

/// Chapters, the chapter shown, the verdict.
#[component]
fn Body() -> Html {
    let chapter = use_route().chapter;
    html! {
        <div class="body">
            <Navigation current={chapter} />
            <main id="chapter">
                <ChapterPage {chapter} />
                <footer class="chapter-foot">
                    if let Some(next) = chapter.next() {
                        <a href={chapter_address(next)}>{ shell::next_chapter(next.title()) }</a>
                    }
                </footer>
            </main>
            <VerdictMargin />
        </div>
    }
}

/// Undo, redo, open and save by key.
#[hook]
fn use_shortcuts(desk: &Desk, plan: &SharedPlan) {
    let newest = use_mut_ref(|| (desk.clone(), plan.clone()));
    *newest.borrow_mut() = (desk.clone(), plan.clone());
    use_effect_with((), move |()| {
        let listener = keys::on_shortcut(move |shortcut| {
            let (desk, plan) = newest.borrow().clone();
            match shortcut {
                Shortcut::Undo => desk.changes.act(Action::Undo),
                Shortcut::Redo => desk.changes.act(Action::Redo),
                Shortcut::Save => desk.save_file(&plan),
                Shortcut::Open => desk.open_file(),
            }
        });
        move || drop(listener)
    });
}

/// Opens a plan kept on this machine, in its own place there.
fn open_kept(start: &Rc<StartUp>, desk: &Desk, place: &Place) -> Callback<String> {
    let (start, desk, place) = (Rc::clone(start), desk.clone(), place.clone());
    Callback::from(move |id: String| {
        let (start, desk, place) = (Rc::clone(&start), desk.clone(), place.clone());
        tasks::spawn(async move {
            let loaded = match slots::load(&*start.storage, &id).await {
                Ok(loaded) => starting::open(loaded),
                Err(error) => {
                    return desk
                        .changes
                        .act(Action::Say(super::keeping::storage(&error).to_owned()));
                }
            };
            match loaded {
                Ok((Some(opened), said)) => {
                    *place.borrow_mut() = Some((opened.kept(), opened.saved_at));
                    let title = opened.plan.about.title.clone();
                    desk.show(opened.plan, said.unwrap_or_else(|| shell::opened(&title)));
                }
                Ok((None, _)) => {}
                Err(reason) => panic::recover(reason.code, &reason.details),
            }
        });
    })
}
