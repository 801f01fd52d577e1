//! Opening and saving plan files, and saying why one was not opened.

use plumbline_plan::{Plan, file, file::ReadError};
use plumbline_wording::texts::{files, problems, shell};
use yew::prelude::*;

use crate::{
    browser::{
        files::{self as disk, FileError, OpenedFile, Saved},
        tasks,
    },
    components::Figures,
    workbook::{Action, History, SharedPlan, access::Changes},
};

/// Why a file was not opened, for the user. The plan on screen is as it was.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Refusal {
    /// Which file.
    pub title: String,
    /// What is wrong, and what to do.
    pub lines: Vec<String>,
}

/// What opening and saving need to know and tell.
#[derive(Clone)]
pub(super) struct Desk {
    /// The way to change the workbook.
    pub changes: Changes,
    /// How figures are written in what is said.
    pub figures: Figures,
    /// Called when a plan was opened.
    pub opened: Callback<()>,
    /// Called when a file was not opened.
    pub refused: Callback<Option<Refusal>>,
    /// Called when the plan was saved to a file.
    pub saved: Callback<()>,
}

impl Desk {
    /// Lets the user pick a file and opens it.
    pub(super) fn open_file(&self) {
        let desk = self.clone();
        tasks::spawn(async move {
            match disk::pick(".json").await {
                Ok(Some(file)) => desk.open(&file),
                Ok(None) => {}
                Err(error) => desk.refuse(&error),
            }
        });
    }

    /// Opens the file dropped on the page, if one was.
    pub(super) fn open_dropped(&self, event: &DragEvent) {
        let Some(file) = disk::dropped(event) else {
            return;
        };
        let desk = self.clone();
        tasks::spawn(async move {
            match disk::read(&file).await {
                Ok(file) => desk.open(&file),
                Err(error) => desk.refuse(&error),
            }
        });
    }

    /// Puts a plan on the desk.
    pub(super) fn show(&self, plan: Plan, notice: String) {
        self.show_again(plan, History::default(), notice);
    }

    /// Puts a plan on the desk, with what can be undone in it.
    pub(super) fn show_again(&self, plan: Plan, history: History, notice: String) {
        self.refused.emit(None);
        self.changes.act(Action::Open {
            plan: SharedPlan::new(plan),
            history,
            notice: Some(notice),
        });
        self.opened.emit(());
    }

    /// Saves the plan to a file.
    pub(super) fn save_file(&self, plan: &SharedPlan) {
        let (desk, plan) = (self.clone(), plan.clone());
        tasks::spawn(async move {
            let name = disk::plan_file_name(title_for_file(&plan));
            match disk::save(&name, "application/json", &file::write(&plan)).await {
                Ok(Saved::File { name } | Saved::Download { name }) => {
                    desk.changes.act(Action::Say(files::saved(&name)));
                    desk.saved.emit(());
                }
                Ok(Saved::Cancelled) => {}
                Err(error) => desk.changes.act(Action::Say(fault(&error))),
            }
        });
    }

    fn open(&self, opened: &OpenedFile) {
        match file::read(&opened.text) {
            Ok(plan) => self.show(plan, shell::opened(&opened.name)),
            Err(error) => {
                let title = files::not_opened(&opened.name);
                let lines = explain(&error, &self.figures);
                self.refused.emit(Some(Refusal { title, lines }));
            }
        }
    }

    fn refuse(&self, error: &FileError) {
        let name = match error {
            FileError::TooLarge { name, .. } | FileError::NotText { name } => name,
            FileError::NotRead(_) | FileError::NotWritten(_) => files::THE_FILE,
        };
        let refusal = Refusal {
            title: files::not_opened(name),
            lines: vec![fault(error)],
        };
        self.refused.emit(Some(refusal));
    }
}

fn title_for_file(plan: &Plan) -> &str {
    match plan.about.title.trim() {
        "" => files::UNTITLED_FILE,
        title => title,
    }
}

fn fault(error: &FileError) -> String {
    match error {
        FileError::TooLarge { .. } => files::TOO_LARGE.to_owned(),
        FileError::NotText { .. } => files::NOT_TEXT.to_owned(),
        FileError::NotRead(why) => files::unreadable(why),
        FileError::NotWritten(why) => files::not_written(why),
    }
}

fn explain(error: &ReadError, figures: &Figures) -> Vec<String> {
    let first = match error {
        ReadError::NotJson { line, column, .. } => files::not_json(*line, *column),
        ReadError::NotAPlan => files::NOT_A_PLAN.to_owned(),
        ReadError::Newer { found } => files::newer(*found, file::NEWEST_VERSION),
        ReadError::InvalidValue { path, why } => files::invalid_value(path.as_str(), why),
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
