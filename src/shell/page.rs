//! The open plan on the page: head, chapters, the chapter shown, the verdict beside it.

use std::rc::Rc;

use plumbline_plan::start;
use plumbline_wording::texts::{library, shell};
use yew::prelude::*;

use super::{
    StartUp,
    doors::Doors,
    header::Header,
    keeping::{self, NextPlace, use_keeping},
    library::Library,
    navigation::Navigation,
    notice::NoticeLine,
    opening::{Desk, Refusal, RefusalNotice},
    route::{Route, chapter_address, use_route},
    starting,
};
use crate::{
    browser::{
        address, clock,
        keys::{self, Shortcut},
        locale, panic, preferences, tasks,
    },
    chapters::{Chapter, ChapterPage},
    components::Figures,
    forecasting::ForecastProvider,
    verdict::VerdictMargin,
    workbook::{
        Action, SharedPlan, Workbook,
        access::{Changes, Reader},
        keeping::versions,
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
            Some(opened) => Workbook::with_history(opened.plan.clone(), opened.history.clone()),
            None => Workbook::new(start::blank(today)),
        })
    };
    let changes = use_memo((), |()| Changes::new(workbook.dispatcher()));
    let is_open = use_state(|| props.start.opened.is_some());
    let refusal = use_state(|| None::<Refusal>);
    let place: NextPlace = use_mut_ref(|| {
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
    let close = {
        let is_open = is_open.setter();
        Callback::from(move |()| is_open.set(false))
    };
    let read_only = workbook.read_only;
    let inside = match (*is_open, use_route()) {
        (is_open, Route { library: true, .. }) => html! {
            <Library key="library" start={Rc::clone(&props.start)} {keeping} {is_open} {read_only} {open_kept} {close} />
        },
        (true, Route { chapter, .. }) => html! {
            <ForecastProvider key="plan">
                <a class="skip" href="#chapter">{ shell::SKIP }</a>
                <Header can_undo={workbook.history.can_undo() && !read_only}
                    can_redo={workbook.history.can_redo() && !read_only}
                    {read_only} {desk} {keeping} {start_blank} start={Rc::clone(&props.start)} />
                <Body {chapter} {read_only} />
            </ForecastProvider>
        },
        (false, _) => html! { <Doors key="doors" {desk} start={Rc::clone(&props.start)} /> },
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

#[derive(Properties, PartialEq)]
struct BodyProps {
    chapter: Chapter,
    read_only: bool,
}

/// Chapters, the chapter shown, the verdict.
#[component]
fn Body(props: &BodyProps) -> Html {
    let chapter = props.chapter;
    html! {
        <div class="body">
            <Navigation current={chapter} />
            <main id="chapter">
                <fieldset class="plain" disabled={props.read_only}>
                    <ChapterPage {chapter} />
                </fieldset>
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
fn open_kept(start: &Rc<StartUp>, desk: &Desk, place: &NextPlace) -> Callback<String> {
    let (start, desk, place) = (Rc::clone(start), desk.clone(), place.clone());
    Callback::from(move |id: String| {
        let (start, desk, place) = (Rc::clone(&start), desk.clone(), place.clone());
        tasks::spawn(async move {
            let loaded = match versions::load(&*start.storage, &id).await {
                Ok(loaded) => starting::open(loaded),
                Err(error) => {
                    let why = library::unreadable(keeping::storage(&error));
                    return desk.changes.act(Action::Say(why));
                }
            };
            match loaded {
                Ok((Some(mut opened), said)) => {
                    opened.remember_history(&*start.storage).await;
                    *place.borrow_mut() = Some((opened.kept(), opened.saved_at));
                    let title = opened.plan.about.title.clone();
                    let said = said.unwrap_or_else(|| shell::opened(&title));
                    address::go_to(&chapter_address(Chapter::Targets));
                    desk.show_again(opened.plan, opened.history, said);
                }
                Ok((None, _)) => {}
                Err(reason) => panic::recover(reason.code, &reason.details),
            }
        });
    })
}
