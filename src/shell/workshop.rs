//! The frame of a workshop: the page that stands in the place of head, chapters and verdict,
//! and the snapshot of the plan that it compares with, which is a version of the plan with a
//! name, so that it is kept, listed and gone back to like any other.

use std::rc::Rc;

use plumbline_plan::file;
use plumbline_wording::{locale::Locale, texts::workshop as text};
use yew::prelude::*;

use super::{StartUp, keeping::Keeping, plan_file::PlanFile, save_line::SaveLine, versions::when};
use crate::{
    browser::{clock, tasks},
    workbook::{
        Action, SharedPlan,
        access::{use_changes, use_plan, use_reader},
        keeping::{state::SaveState, versions},
    },
    workshop::{Snapshot, WorkshopPage},
};

/// Properties of [`WorkshopFrame`].
#[derive(Properties)]
pub(super) struct WorkshopFrameProps {
    /// Where plans are kept.
    pub start: Rc<StartUp>,
    /// The keeping of the open plan.
    pub keeping: Keeping,
    /// Whether another tab has the plan.
    pub read_only: bool,
    /// The file of the open plan.
    pub file: PlanFile,
}

impl PartialEq for WorkshopFrameProps {
    /// Callbacks do the same every time; what is shown is what counts.
    fn eq(&self, other: &Self) -> bool {
        let keeping = |props: &Self| (props.keeping.state.clone(), props.keeping.role);
        keeping(self) == keeping(other)
            && self.read_only == other.read_only
            && self.file == other.file
    }
}

/// The workshop on the open plan.
#[component]
pub(super) fn WorkshopFrame(props: &WorkshopFrameProps) -> Html {
    let snapshot = use_state(|| None::<Snapshot>);
    let (changes, plan, locale) = (use_changes(), use_plan(), use_reader().locale);
    let take = {
        let (keeping, snapshot) = (props.keeping.clone(), snapshot.setter());
        let locale = Rc::clone(&locale);
        move |plan: SharedPlan, then: Box<dyn FnOnce()>| {
            let (snapshot, kept) = (snapshot.clone(), plan.clone());
            let when = when(clock::now(), &locale);
            keeping.keep_version(plan, text::SNAPSHOT.to_owned(), move |failed| {
                snapshot.set(Some(Snapshot {
                    plan: kept,
                    when,
                    not_kept: failed,
                }));
                then();
            });
        }
    };
    let memory_only = matches!(props.keeping.state, Some(SaveState::MemoryOnly { .. }));
    use_effect_with((props.keeping.plan(), memory_only, props.read_only), {
        let (start, found, take) = (Rc::clone(&props.start), snapshot.clone(), take.clone());
        let plan = plan.clone();
        move |(id, memory_only, read_only): &(Option<String>, bool, bool)| {
            // Right after loading it is not known yet where the plan is kept.
            if found.is_some() || (id.is_none() && !memory_only) {
                return;
            }
            let (id, read_only) = (id.clone(), *read_only);
            tasks::spawn(async move {
                match newest(&start, id, &locale).await {
                    Some(snapshot) => found.set(Some(snapshot)),
                    None if read_only => {}
                    None => take(plan, Box::new(|| {})),
                }
            });
        }
    });
    let take_new = Callback::from(move |()| {
        let changes = changes.clone();
        let said = move || changes.act(Action::Say(text::SNAPSHOT_TAKEN.to_owned()));
        take(plan.clone(), Box::new(said));
    });
    let save_line =
        html! { <SaveLine keeping={props.keeping.clone()} file={props.file.clone()} /> };
    html! {
        <WorkshopPage snapshot={(*snapshot).clone()} take={take_new} read_only={props.read_only} {save_line} />
    }
}

/// The snapshot taken last, among the versions of a plan.
async fn newest(start: &StartUp, plan: Option<String>, locale: &Locale) -> Option<Snapshot> {
    let id = plan?;
    let listed = versions::list(&*start.storage, &id).await.ok()?;
    let named =
        |version: &&versions::Version| version.header.name.as_deref() == Some(text::SNAPSHOT);
    let version = listed.iter().find(named)?;
    let record = versions::record(&*start.storage, &id, version.key).await;
    let document = String::from_utf8(record.ok()??.document).ok()?;
    Some(Snapshot {
        plan: SharedPlan::new(file::read(&document).ok()?),
        when: when(version.header.saved_at, locale),
        not_kept: None,
    })
}
