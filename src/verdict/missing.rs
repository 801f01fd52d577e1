//! What is in the way of a verdict, each with a link to its field.

use plumbline_plan::{Problem, ProblemKind, Severity};
use plumbline_wording::texts::{labels, problems, verdict as text};
use yew::prelude::*;

use crate::{
    components::use_figures, forecasting::use_forecast, shell::field_address,
    workbook::access::use_plan,
};

/// How many are listed before "and so many more": that many, and never one more alone.
const LISTED: usize = 8;

/// The list, empty when nothing is in the way.
#[component]
pub fn MissingList() -> Html {
    let forecast = use_forecast();
    let (wrong, missing): (Vec<&Problem>, Vec<&Problem>) = forecast
        .problems()
        .iter()
        .partition(|problem| problem.severity() != Severity::Incomplete);
    html! {
        <div class="missing">
            <ProblemList head={text::WRONG_TEXT} problems={wrong.into_iter().cloned().collect::<Vec<_>>()} />
            <ProblemList head={text::MISSING_TEXT} problems={missing.into_iter().cloned().collect::<Vec<_>>()} />
        </div>
    }
}

/// Whether the sentence says more than that something is to be entered.
fn says_what(problem: &Problem) -> bool {
    !matches!(problem.kind, ProblemKind::Missing | ProblemKind::Empty)
}

#[derive(Properties, PartialEq)]
struct ProblemListProps {
    head: &'static str,
    problems: Vec<Problem>,
}

#[component]
fn ProblemList(props: &ProblemListProps) -> Html {
    let plan = use_plan();
    let figures = use_figures();
    if props.problems.is_empty() {
        return html! { <div /> };
    }
    let count = props.problems.len();
    let listed = if count == LISTED + 1 { count } else { LISTED };
    let rest = count.saturating_sub(listed);
    html! {
        <div>
            <p>{ props.head }</p>
            <ul>
                { for props.problems.iter().take(listed).map(|problem| {
                    let label = labels::of(&plan, &problem.path);
                    let said = problems::sentence(problem, &figures);
                    html! {
                        <li key={problem.path.to_string()}>
                            <a href={field_address(&problem.path)}>{ label }</a>
                            if says_what(problem) {
                                { format!(" {said}") }
                            }
                        </li>
                    }
                }) }
            </ul>
            if rest > 0 {
                <p>{ problems::and_more(rest) }</p>
            }
        </div>
    }
}
