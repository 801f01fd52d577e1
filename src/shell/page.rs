//! The open plan on the page: head, chapters, the chapter shown, the verdict beside it.

use std::{cell::RefCell, rc::Rc};

use plumbline_plan::start;
use plumbline_wording::{
    masking::Hidden,
    texts::{chapters, files, library, shell},
};
use yew::prelude::*;

use super::{
    StartUp,
    desk::{Current, Desk},
    doors::Doors,
    header::Header,
    keeping::{self, Keeping, NextPlace, use_keeping},
    library::Library,
    navigation::Navigation,
    new_version::NewVersion,
    notice::NoticeLine,
    opening::{Refusal, RefusalNotice},
    plan_file::{Event, NextFile, use_plan_file},
    recent::{RecentDialog, use_recent_files},
    route::{Place, Route, chapter_address, page_address, use_route},
    saving::{Question, QuestionDialog, Where},
    sharing::{Handover, HandoverDialog, use_arrivals},
    starting,
    workshop::WorkshopFrame,
};
use crate::{
    browser::{
        address, clock,
        files::{DroppedFile, RawFile, on_drop},
        keys::{self, Shortcut},
        locale, own_files, panic, preferences, tasks,
    },
    chapters::{Chapter, ChapterPage},
    components::{Figures, FiguresProvider},
    deals::{DealsActions, DealsOnTheWay, DealsProvider, NextDeals},
    findings::FindingsProvider,
    forecasting::ForecastProvider,
    pages::{PlanPage, PlanPageBody},
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
        hidden: Hidden::default(),
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
    let next_file: NextFile = use_mut_ref(|| props.start.link.clone());
    let plan_file = use_plan_file(
        &workbook,
        &keeping,
        *is_open,
        &next_file,
        &props.start.storage,
    );
    let (recent, recent_changed) = use_recent_files();
    let question = use_state(|| None::<Question>);
    let handover = use_state(|| None::<Handover>);
    let choosing = use_state(|| false);
    let now = Current {
        plan: workbook.plan.clone(),
        opening: workbook.opening,
        revision: workbook.revision,
        link: plan_file.link.clone(),
        keeping: is_open.then(|| keeping.clone()),
        recent: Rc::clone(&recent),
        figures: Figures::new(Rc::clone(&reader.locale), workbook.plan.about.currency),
    };
    let current = use_mut_ref(|| now.clone());
    *current.borrow_mut() = now;
    let deals = use_mut_ref(|| None::<DealsActions>);
    let next_deals: NextDeals = use_mut_ref(|| {
        let deals = props.start.deals.take();
        deals.map(|deals| DealsOnTheWay {
            deals,
            before: None,
        })
    });
    let desk = Desk {
        current,
        changes: (*changes).clone(),
        file: plan_file.dispatcher(),
        next: next_file,
        deals: Rc::clone(&deals),
        next_deals: Rc::clone(&next_deals),
        opened: setting(&is_open).reform(|()| true),
        refused: setting(&refusal),
        saved: keeping.saved_to_file.clone(),
        ask: setting(&question),
        hand_over: setting(&handover),
        show_recent: setting(&choosing),
        recent_changed,
    };
    use_shortcuts(&desk);
    use_arrivals(&desk);
    let over = use_dropped_files(&desk, &deals);
    let deals_actions = Callback::from(move |actions| *deals.borrow_mut() = Some(actions));
    let open_kept = open_kept(&props.start, &desk, &place, &keeping);
    let start_blank = {
        let (desk, today) = (desk.clone(), reader.today);
        Callback::from(move |()| {
            desk.show(start::blank(today), None, shell::STARTED_BLANK.to_owned())
        })
    };
    let dismiss = setting(&refusal).reform(|()| None);
    let close = setting(&is_open).reform(|()| false);
    let read_only = workbook.read_only;
    let kept = is_open.then(|| keeping.clone());
    let (storage, opening) = (Rc::clone(&props.start.storage), workbook.opening);
    let plan_kept = keeping.plan();
    let memory_only = props.start.memory_only.is_some();
    let deals_changed = {
        let file = plan_file.dispatcher();
        Callback::from(move |()| file.dispatch(Event::DealsChanged))
    };
    let inside = match (*is_open, use_route()) {
        (
            is_open,
            Route {
                place: Place::Library,
                ..
            },
        ) if !own_files::is_one_file() => html! {
            <Library key="library" desk={desk.clone()} start={Rc::clone(&props.start)} {keeping} {is_open} {read_only}
                open_kept={open_kept.clone()} {close} />
        },
        (true, Route { place, .. }) => html! {
            <DealsProvider key="plan" {storage} plan={plan_kept} {opening} {read_only}
                {memory_only} next={next_deals} changed={deals_changed} actions={deals_actions}>
            <ForecastProvider><FindingsProvider>
                if place == Place::Page(PlanPage::Workshop) {
                    <WorkshopFrame key={opening.to_string()} start={Rc::clone(&props.start)} {keeping} {read_only}
                        file={(*plan_file).clone()} />
                } else {
                    <div key="pages">
                        <a class="skip" href="#chapter">{ shell::SKIP }</a>
                        <Header can_undo={workbook.history.can_undo() && !read_only}
                            can_redo={workbook.history.can_redo() && !read_only}
                            {read_only} desk={desk.clone()} {keeping} file={(*plan_file).clone()} {start_blank}
                            start={Rc::clone(&props.start)} />
                        <Body {place} {read_only} />
                    </div>
                }
            </FindingsProvider></ForecastProvider>
            </DealsProvider>
        },
        (false, _) => html! {
            <Doors key="doors" desk={desk.clone()} start={Rc::clone(&props.start)} recent={Rc::clone(&recent)} />
        },
    };
    html! {
        <ContextProvider<Reader> context={(*reader).clone()}>
        <ContextProvider<Changes> context={(*changes).clone()}>
        <ContextProvider<SharedPlan> context={workbook.plan.clone()}>
        <FiguresProvider>
            <div class="page">
                { inside }
                <RefusalNotice refusal={(*refusal).clone()} {dismiss} />
                <NewVersion keeping={kept} />
                <NoticeLine notice={workbook.notice.clone()} {open_kept} />
                <div>
                    if let Some(question) = &*question {
                        <QuestionDialog question={question.clone()} desk={desk.clone()} />
                    }
                </div>
                <div>
                    if let Some(handover) = &*handover {
                        <HandoverDialog handover={handover.clone()} desk={desk.clone()}
                            start={Rc::clone(&props.start)} />
                    }
                </div>
                <div>
                    if *choosing {
                        <RecentDialog files={recent} {desk} />
                    }
                </div>
                <div class="drop-place" hidden={!over}><p>{ files::DROP_IT }</p></div>
            </div>
        </FiguresProvider>
        </ContextProvider<SharedPlan>>
        </ContextProvider<Changes>>
        </ContextProvider<Reader>>
    }
}

#[derive(Properties, PartialEq)]
struct BodyProps {
    place: Place,
    read_only: bool,
}

/// Chapters, the page shown, the verdict.
#[component]
fn Body(props: &BodyProps) -> Html {
    let (shown, next) = match props.place {
        Place::Page(page) => (html! { <PlanPageBody key={page.address()} {page} /> }, None),
        Place::Chapter(chapter) => (
            html! { <ChapterPage key="chapter" {chapter} /> },
            chapter.next(),
        ),
        Place::Library => Default::default(),
    };
    html! {
        <div class="body">
            <Navigation current={props.place} />
            <main id="chapter">
                <fieldset class="plain" disabled={props.read_only}>{ shown }</fieldset>
                <footer class="chapter-foot" hidden={next.is_none()}>
                    if let Some(next) = next {
                        <a href={chapter_address(next)}>{ shell::next_chapter(chapters::title(next)) }</a>
                    }
                </footer>
            </main>
            <VerdictMargin />
        </div>
    }
}

/// Gives a state another value.
fn setting<T: 'static>(state: &UseStateHandle<T>) -> Callback<T> {
    let state = state.setter();
    Callback::from(move |value| state.set(value))
}

/// Undo, redo, open and save by key.
#[hook]
fn use_shortcuts(desk: &Desk) {
    let newest = use_mut_ref(|| desk.clone());
    *newest.borrow_mut() = desk.clone();
    use_effect_with((), move |()| {
        let listener = keys::on_shortcut(move |shortcut| {
            let desk = newest.borrow().clone();
            match shortcut {
                Shortcut::Undo => desk.changes.act(Action::Undo),
                Shortcut::Redo => desk.changes.act(Action::Redo),
                // Names of files are not for the room.
                Shortcut::Save | Shortcut::Open
                    if address::hash() == page_address(PlanPage::Workshop) => {}
                Shortcut::Save => desk.save(Where::InPlace),
                Shortcut::Open => desk.open_file(),
            }
        });
        move || drop(listener)
    });
}

/// Opens files dropped anywhere on the page: tables as deals of the open plan, everything
/// else as a plan. Gives whether one is held over it now.
#[hook]
fn use_dropped_files(desk: &Desk, deals: &Rc<RefCell<Option<DealsActions>>>) -> bool {
    let over = use_state_eq(|| false);
    let newest = use_mut_ref(|| desk.clone());
    *newest.borrow_mut() = desk.clone();
    use_effect_with((), {
        let (over, deals) = (over.setter(), Rc::clone(deals));
        move |()| {
            let open = move |file: DroppedFile| {
                let deals = deals.borrow().clone();
                match deals.filter(|_| takes_as_deals(&file)) {
                    Some(deals) => {
                        address::go_to(&page_address(PlanPage::Deals));
                        deals.read(RawFile::dropped(file));
                    }
                    None => newest.borrow().open_dropped(file),
                }
            };
            let listeners = on_drop(move |is_over| over.set(is_over), open);
            move || drop(listeners)
        }
    });
    *over
}

/// Whether a file is one of deals: by its name, or because they are what is shown. A plan is
/// always a plan.
fn takes_as_deals(file: &DroppedFile) -> bool {
    let name = file.name();
    let is_plan = name.to_lowercase().ends_with(".json");
    DealsActions::takes(&name) || (!is_plan && address::hash() == page_address(PlanPage::Deals))
}

/// Opens a plan kept on this machine, in its own place there; the open one is only shown.
fn open_kept(
    start: &Rc<StartUp>,
    desk: &Desk,
    place: &NextPlace,
    keeping: &Keeping,
) -> Callback<String> {
    let (start, desk, place) = (Rc::clone(start), desk.clone(), place.clone());
    let keeping = keeping.clone();
    Callback::from(move |id: String| {
        if keeping.plan().as_ref() == Some(&id) {
            return address::go_to(&chapter_address(Chapter::Targets));
        }
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
