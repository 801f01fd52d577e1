//! Opening plan files, and saying why one was not opened. A file is opened whole or not at
//! all: until it is read and found to be a plan, the plan on screen is as it was.

use plumbline_plan::{file, file::ReadError};
use plumbline_wording::{
    figures::Figures,
    texts::{files, problems, shell},
};
use plumbline_wrapping::{Wrapping, recognise};
use yew::prelude::*;

use super::{desk::Desk, plan_file::Link, sharing::Handover};
use crate::browser::{
    file_memory::{RecentFile, forget, remember},
    files::{self as disk, Access, DroppedFile, FileError, FileHandle, OpenedFile},
    tasks,
};

/// Why a file was not opened, for the user. The plan on screen is as it was.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Refusal {
    /// Which file.
    pub title: String,
    /// What is wrong, and what to do.
    pub lines: Vec<String>,
}

impl Desk {
    /// Shows the files used last, or lets the user pick one where there are none.
    pub(super) fn open_file(&self) {
        if self.current().recent.is_empty() {
            self.pick_file();
        } else {
            self.show_recent.emit(true);
        }
    }

    /// Lets the user pick a file and opens it.
    pub(super) fn pick_file(&self) {
        let desk = self.clone();
        tasks::spawn(async move {
            match disk::pick(".json,.html").await {
                Ok(Some(file)) => desk.open(file).await,
                Ok(None) => {}
                Err(error) => desk.refuse(&error),
            }
        });
    }

    /// Opens a file that was dropped on the page.
    pub(super) fn open_dropped(&self, file: DroppedFile) {
        let desk = self.clone();
        tasks::spawn(async move {
            match file.read().await {
                Ok(file) => desk.open(file).await,
                Err(error) => desk.refuse(&error),
            }
        });
    }

    /// Opens a file used before. To be called from the click itself, or the browser does not
    /// ask whether the page may read it.
    pub(super) fn open_again(&self, handle: FileHandle) {
        let desk = self.clone();
        tasks::spawn(async move {
            if !handle.allow(Access::Read).await {
                return desk.say(files::not_allowed_to_read(&handle.name()));
            }
            match handle.read().await {
                Ok(file) => desk.open(file).await,
                Err(error) => {
                    if matches!(error, FileError::Gone { .. }) {
                        forget(&handle).await;
                        desk.recent_changed.emit(());
                    }
                    desk.refuse(&error);
                }
            }
        });
    }

    /// Opens what is in the plan's file now, in place of the plan.
    pub(super) fn open_what_is_there(&self) {
        if let Some(handle) = self.current().link.and_then(|link| link.handle) {
            self.open_again(handle);
        }
    }

    async fn open(&self, mut opened: OpenedFile) {
        match recognise(&opened.text) {
            Wrapping::Locked => {
                let OpenedFile { name, text, .. } = opened;
                self.refused.emit(None);
                return self.hand_over.emit(Some(Handover::Unlock { name, text }));
            }
            Wrapping::Workbook(plan) => opened.text = plan,
            Wrapping::None => {}
        }
        let link = Link::to_opened(&opened);
        let title = self.show_text(&opened.name, &opened.text, Some(link));
        if let (Some(title), Some(handle)) = (title, opened.handle) {
            remember(RecentFile { handle, title }).await;
            self.recent_changed.emit(());
        }
    }

    /// Opens the plan in a text, out of a file of this name, or says why not. Gives the
    /// title of the plan that was opened.
    pub(super) fn show_text(&self, name: &str, text: &str, from: Option<Link>) -> Option<String> {
        match file::read_with_deals(text) {
            Ok((plan, deals)) => {
                let title = plan.about.title.clone();
                let notice = match deals {
                    Some(_) => shell::opened_with_deals(name),
                    None => shell::opened(name),
                };
                self.show_with_deals(plan, deals, from, notice);
                Some(title)
            }
            Err(error) => {
                let title = files::not_opened(name);
                let lines = explain(&error, &self.current().figures);
                self.refused.emit(Some(Refusal { title, lines }));
                None
            }
        }
    }

    /// Says why a file was not opened.
    pub(super) fn refuse(&self, error: &FileError) {
        let name = match error {
            FileError::TooLarge { name, .. }
            | FileError::NotText { name }
            | FileError::Gone { name } => name,
            FileError::NotRead(_) | FileError::NotWritten(_) | FileError::WrittenDiffers => {
                files::THE_FILE
            }
        };
        let refusal = Refusal {
            title: files::not_opened(name),
            lines: vec![fault(error)],
        };
        self.refused.emit(Some(refusal));
    }
}

/// What went wrong with a file, in a sentence.
pub(super) fn fault(error: &FileError) -> String {
    match error {
        FileError::TooLarge { .. } => files::TOO_LARGE.to_owned(),
        FileError::NotText { .. } => files::NOT_TEXT.to_owned(),
        FileError::Gone { .. } => files::GONE.to_owned(),
        FileError::WrittenDiffers => files::WRITTEN_DIFFERS.to_owned(),
        FileError::NotRead(why) => files::unreadable(why),
        FileError::NotWritten(why) => files::not_written(why),
    }
}

/// Why a text is no plan, in a few sentences.
pub(super) fn explain(error: &ReadError, figures: &Figures) -> Vec<String> {
    let first = match error {
        ReadError::NotJson { line, column, .. } => files::not_json(*line, *column),
        ReadError::NotAPlan => files::NOT_A_PLAN.to_owned(),
        ReadError::Newer { found } => files::newer(*found, file::NEWEST_VERSION),
        ReadError::InvalidValue { path, why } => {
            files::invalid_value(path.as_str(), &isolated(why))
        }
        ReadError::Broken(found) => {
            let sentence = |problem: &plumbline_plan::Problem| {
                format!("{}: {}", problem.path, problems::sentence(problem, figures))
            };
            let shown = found.iter().take(5).map(sentence);
            let rest = found.len().saturating_sub(5);
            let more = (rest > 0).then(|| problems::and_more(rest));
            let head = files::broken(found.len());
            return std::iter::once(head).chain(shown).chain(more).collect();
        }
    };
    vec![first]
}

/// What stands in a file, inside a sentence: between marks that keep its direction of
/// writing to itself.
fn isolated(text: &str) -> String {
    format!("\u{2068}{text}\u{2069}")
}

/// The refusal, until it is sent away.
#[derive(Properties, PartialEq)]
pub(super) struct RefusalProps {
    /// What was refused and why.
    pub refusal: Option<Refusal>,
    /// Sends it away.
    pub dismiss: Callback<()>,
}

/// Says why a file was not opened.
#[component]
pub(super) fn RefusalNotice(props: &RefusalProps) -> Html {
    let dismiss = {
        let dismiss = props.dismiss.clone();
        Callback::from(move |_: MouseEvent| dismiss.emit(()))
    };
    html! {
        <div class="refusal-place" role="alert">
            if let Some(refusal) = &props.refusal {
                <div class="refusal">
                    <h2 dir="auto">{ refusal.title.clone() }</h2>
                    { for refusal.lines.iter().map(|line| html! { <p>{ line.clone() }</p> }) }
                    <p>{ files::UNTOUCHED }</p>
                    <button type="button" onclick={dismiss}>{ shell::CLOSE }</button>
                </div>
            }
        </div>
    }
}
