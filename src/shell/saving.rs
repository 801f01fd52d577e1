//! Saving the open plan to a file: in place where the browser can, after a look at what is
//! in the file, so that nothing written there by others is lost unasked.

use plumbline_wording::texts::files;
use plumbline_wrapping::{Wrapping, recognise};
use yew::prelude::*;

use super::{
    desk::{Current, Desk},
    opening::fault,
    plan_file::Link,
    sharing::{workbook_content, workbook_name},
};
use crate::{
    browser::{
        file_memory::{RecentFile, remember},
        files::{self as disk, Access, FileError, FileHandle, Saved},
        own_files, tasks,
    },
    components::Dialog,
    workbook::plan_file::checksum,
};

/// How the name of a workbook of one file ends, also after somebody has renamed it.
const WORKBOOK_ENDING: &str = ".html";

/// Where to save.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Where {
    /// In the plan's own file, unless something else is in it by now; where there is none,
    /// the user is asked.
    InPlace,
    /// In the plan's own file, whatever is in it.
    OverWhatIsThere,
    /// In a file that the user picks.
    Elsewhere,
}

/// Why the user is asked before saving.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Obstacle {
    /// Somebody has changed the file since it was last read or written here.
    Changed,
    /// The file is no longer where it was.
    Gone,
    /// The user has not let the page write to it.
    NotAllowed,
}

/// Asked before saving.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Question {
    /// The file's name.
    pub name: String,
    /// What is in the way.
    pub obstacle: Obstacle,
}

impl Desk {
    /// Saves the plan to a file. To be called from the click itself, or the browser asks
    /// the user nothing.
    pub(super) fn save(&self, place: Where) {
        let desk = self.clone();
        tasks::spawn(async move {
            let now = desk.current();
            let text = desk.file_text(&now).await;
            match save_to(place, &now, &text).await {
                Ok(Outcome::In(link)) => desk.saved_in(link, &now).await,
                Ok(Outcome::Stopped) => {}
                Ok(Outcome::Ask(question)) => desk.ask.emit(Some(question)),
                Err(error) => desk.say(fault(&error)),
            }
        });
    }

    async fn saved_in(&self, link: Link, saved: &Current) {
        self.say(match link.handle {
            Some(_) => files::saved(&link.name),
            None => files::downloaded(&link.name),
        });
        self.saved.emit(());
        let handle = link.handle.clone();
        self.now_in(link, saved);
        if let Some(handle) = handle {
            let title = saved.plan.about.title.clone();
            remember(RecentFile { handle, title }).await;
            self.recent_changed.emit(());
        }
    }
}

enum Outcome {
    In(Link),
    /// The user has cancelled.
    Stopped,
    Ask(Question),
}

async fn save_to(place: Where, now: &Current, text: &str) -> Result<Outcome, FileError> {
    let content = content(now, text).await?;
    let own = now.link.as_ref();
    match own.and_then(|link| Some((link, link.handle.clone()?))) {
        Some((link, handle)) if place == Where::InPlace => {
            if let Some(obstacle) = obstacle(&handle, &link.checksum, text).await? {
                let name = link.name.clone();
                return Ok(Outcome::Ask(Question { name, obstacle }));
            }
            written(handle, &content, text).await
        }
        Some((_, handle)) if place == Where::OverWhatIsThere => {
            written(handle, &content, text).await
        }
        _ => save_elsewhere(now, &content, text).await,
    }
}

/// What is written into the file: the plan, or, where the plan's file is a workbook of one
/// file or the page itself is one, the program around it too.
async fn content(now: &Current, text: &str) -> Result<String, FileError> {
    if is_workbook(now) {
        workbook_content(now, text).await
    } else {
        Ok(text.to_owned())
    }
}

fn is_workbook(now: &Current) -> bool {
    match &now.link {
        Some(link) => link.name.ends_with(WORKBOOK_ENDING),
        None => own_files::is_one_file(),
    }
}

/// The plan in what was read from a file, whatever is around it.
fn plan_in(text: String) -> String {
    match recognise(&text) {
        Wrapping::Workbook(plan) => plan,
        Wrapping::None | Wrapping::Locked => text,
    }
}

/// What is in the way of overwriting a file whose content had this checksum when it was
/// last seen here. A file that holds the very text already is in nobody's way.
async fn obstacle(
    handle: &FileHandle,
    seen: &str,
    text: &str,
) -> Result<Option<Obstacle>, FileError> {
    if !handle.allow(Access::Write).await {
        return Ok(Some(Obstacle::NotAllowed));
    }
    match handle.read().await {
        Ok(there) => {
            let there = plan_in(there.text);
            let is_known = checksum(&there) == seen || there == text;
            Ok((!is_known).then_some(Obstacle::Changed))
        }
        Err(FileError::TooLarge { .. } | FileError::NotText { .. }) => Ok(Some(Obstacle::Changed)),
        Err(FileError::Gone { .. }) => Ok(Some(Obstacle::Gone)),
        Err(error) => Err(error),
    }
}

async fn written(handle: FileHandle, content: &str, text: &str) -> Result<Outcome, FileError> {
    handle.write(content).await?;
    Ok(Outcome::In(link_to(handle.name(), Some(handle), text)))
}

async fn save_elsewhere(now: &Current, content: &str, text: &str) -> Result<Outcome, FileError> {
    let title = match now.plan.about.title.trim() {
        "" => files::UNTITLED_FILE,
        title => title,
    };
    let (name, kind) = if is_workbook(now) {
        (workbook_name(now), "text/html")
    } else {
        (disk::plan_file_name(title), "application/json")
    };
    Ok(match disk::save(&name, kind, content).await? {
        Saved::File(handle) => Outcome::In(link_to(handle.name(), Some(handle), text)),
        Saved::Download { name } => Outcome::In(link_to(name, None, text)),
        Saved::Cancelled => Outcome::Stopped,
    })
}

fn link_to(name: String, handle: Option<FileHandle>, text: &str) -> Link {
    Link {
        name,
        handle,
        checksum: checksum(text),
    }
}

/// Properties of [`QuestionDialog`].
#[derive(Properties)]
pub(super) struct QuestionProps {
    /// What is asked.
    pub question: Question,
    /// Does what is answered.
    pub desk: Desk,
}

impl PartialEq for QuestionProps {
    /// Every desk of a page does the same.
    fn eq(&self, other: &Self) -> bool {
        self.question == other.question
    }
}

/// Asks what to do about a file that cannot simply be overwritten.
#[component]
pub(super) fn QuestionDialog(props: &QuestionProps) -> Html {
    let answer = |act: fn(&Desk)| {
        let desk = props.desk.clone();
        Callback::from(move |_: MouseEvent| {
            desk.ask.emit(None);
            act(&desk);
        })
    };
    let close = {
        let desk = props.desk.clone();
        Callback::from(move |()| desk.ask.emit(None))
    };
    let Question { name, obstacle } = &props.question;
    let (title, why) = match obstacle {
        Obstacle::Changed => (files::changed_title(name), files::CHANGED_WHY),
        Obstacle::Gone => (files::gone_title(name), files::GONE_WHY),
        Obstacle::NotAllowed => (files::not_allowed_title(name), files::NOT_ALLOWED_WHY),
    };
    html! {
        <Dialog {title} {close}>
            <p>{ why }</p>
            <div class="answers-row">
                <button type="button" onclick={answer(|desk| desk.save(Where::Elsewhere))}>
                    { files::SAVE_ELSEWHERE }
                </button>
                if *obstacle == Obstacle::Changed {
                    <button type="button" class="quiet" onclick={answer(Desk::open_what_is_there)}>
                        { files::OPEN_WHAT_IS_THERE }
                    </button>
                    <button type="button" class="quiet" onclick={answer(|desk| desk.save(Where::OverWhatIsThere))}>
                        { files::OVERWRITE }
                    </button>
                }
                if *obstacle == Obstacle::NotAllowed {
                    <button type="button" class="quiet" onclick={answer(|desk| desk.save(Where::InPlace))}>
                        { files::ASK_AGAIN }
                    </button>
                }
            </div>
        </Dialog>
    }
}
