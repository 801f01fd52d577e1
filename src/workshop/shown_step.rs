//! The step shown: the question, what answers it, what was said, the verdict beside it, and
//! the ways from step to step.

use plumbline_review::say;
use plumbline_wording::texts::{chapters, verdict, workshop as text};
use yew::prelude::*;

use super::{
    Real, Snapshot,
    before_after::BeforeAfter,
    fields::Answers,
    keys::{Command, Stand},
    note::Note,
    steps::{Step, steps},
};
use crate::{
    browser::input,
    chapters::{Chapter, DecisionsSection, Trying, WhatIfs},
    components::{Explained, use_figures},
    findings::use_findings,
    forecasting::use_forecast,
    verdict::{Answer, MattersMost, MissingList, Reading, use_explaining},
    workbook::{SharedPlan, access::use_plan},
};

/// How many findings the room is shown.
const FINDINGS: usize = 5;

/// Properties of [`ShownStep`].
#[derive(Properties, PartialEq)]
pub(super) struct ShownStepProps {
    /// Where the workshop stands.
    pub stand: Stand,
    /// Runs what is asked for.
    pub run: Callback<Command>,
    /// The real plan.
    pub real: Real,
    /// The plan as it was, as it is shown.
    pub before: Option<SharedPlan>,
    /// The plan as it was.
    pub snapshot: Option<Snapshot>,
    /// Takes a new snapshot.
    pub take: Callback<()>,
    /// What is tried.
    pub trying: Trying,
    /// Whether what-ifs stand in the place of the answers.
    pub what_if: bool,
    /// Whether another tab has the plan.
    pub read_only: bool,
}

/// The step.
#[component]
pub(super) fn ShownStep(props: &ShownStepProps) -> Html {
    let all = steps();
    let (at, last) = (props.stand.step, all.len() - 1);
    let step = all[at];
    let chapter = step.chapter();
    let title = text::in_chapter(chapter.place() + 1, chapters::title(chapter));
    let place = match step {
        Step::BeforeAndAfter => title,
        _ => text::question_in(&title, &text::question_of(at + 1, last)),
    };
    let body = match step {
        _ if props.what_if => html! { <WhatIfs key="what-if" trying={props.trying.clone()} /> },
        Step::Question(question) => html! {
            <div key={question.words}>
                <Answers {question} real={props.real.clone()} />
                { at_the_check(question.chapter, question.fields(&props.real.plan).is_empty(), props) }
                <Note question={question.words} real={props.real.clone()} />
            </div>
        },
        Step::Decisions if props.real.hidden.anything() => {
            html! { <p key="hidden" class="section-why">{ text::HIDDEN_PART }</p> }
        }
        Step::Decisions => html! { <DecisionsSection key="decisions" /> },
        Step::BeforeAndAfter => html! {
            <BeforeAfter key="before-and-after" real={props.real.clone()} before={props.before.clone()}
                snapshot={props.snapshot.clone()} take={props.take.clone()} read_only={props.read_only} />
        },
    };
    html! {
        <div class="workshop-body">
            <main id="chapter">
                <article class="chapter">
                    <header class="chapter-head">
                        <p class="workshop-place" role="status">{ place }</p>
                        <h1 tabindex="-1">{ step.words() }</h1>
                    </header>
                    <fieldset class="plain" disabled={props.read_only}>{ body }</fieldset>
                </article>
            </main>
            <BigVerdict />
            <Ways {chapter} stand={props.stand} {last} run={props.run.clone()} what_if={props.what_if}
                tried={props.trying.has_begun()} />
        </div>
    }
}

/// What the reality check's questions are about.
fn at_the_check(chapter: Chapter, has_no_fields: bool, props: &ShownStepProps) -> Html {
    if chapter == Chapter::RealityCheck && has_no_fields {
        html! { <Doubts real={props.real.clone()} /> }
    } else {
        html! { <div /> }
    }
}

#[derive(Properties, PartialEq)]
struct DoubtsProps {
    real: Real,
}

/// The findings worth most, and the assumptions that carry most of the answer.
#[component]
fn Doubts(props: &DoubtsProps) -> Html {
    let (findings, plan, figures) = (use_findings(), use_plan(), use_figures());
    // Three reps with one trouble are one thing to talk about.
    let mut titles: Vec<String> = Vec::new();
    for ranked in findings.open() {
        let title = say(&ranked.finding, &plan, &figures).title;
        if !titles.contains(&title) {
            titles.push(title);
        }
    }
    html! {
        <div class="workshop-doubts">
            <div class="matters">
                <h2>{ verdict::FINDINGS_MOST }</h2>
                <ol>
                    { for titles.into_iter().take(FINDINGS).map(|title| html! {
                        <li key={title.clone()}>{ props.real.masking.text(&title) }</li>
                    }) }
                </ol>
            </div>
            <MattersMost />
        </div>
    }
}

/// The verdict, to be read from the back of the room.
#[component]
fn BigVerdict() -> Html {
    let forecast = use_forecast();
    let figures = use_figures();
    let explaining = use_explaining();
    let body = match Reading::of(&forecast) {
        Some(reading) => {
            let (gap, explanation) = (reading.gap(&figures), explaining.gap(&reading));
            html! {
                <div key="answer">
                    <Answer {reading} />
                    <p class="workshop-gap"><Explained value={gap} {explanation} /></p>
                </div>
            }
        }
        None => html! {
            <div key="missing">
                <h2>{ verdict::MISSING }</h2>
                <MissingList />
            </div>
        },
    };
    html! { <aside class="workshop-verdict" aria-label={verdict::VERDICT}>{ body }</aside> }
}

#[derive(Properties, PartialEq)]
struct WaysProps {
    chapter: Chapter,
    stand: Stand,
    last: usize,
    run: Callback<Command>,
    what_if: bool,
    tried: bool,
}

/// The ways from step to step.
#[component]
fn Ways(props: &WaysProps) -> Html {
    let at = props.stand.step;
    let run = |command: Command| props.run.reform(move |_: MouseEvent| command);
    let onchange = {
        let go = props.run.clone();
        Callback::from(move |event: Event| {
            if let Some(chapter) = Chapter::named(&input::text_of(&event)) {
                go.emit(Command::Chapter(chapter));
            }
        })
    };
    let what_if = match (props.what_if, props.tried) {
        (true, _) => text::TO_THE_QUESTION,
        (false, true) => text::WHAT_IF_TRIED,
        (false, false) => text::WHAT_IF,
    };
    html! {
        <nav class="workshop-ways" aria-label={text::WAYS}>
            <button type="button" disabled={at == 0} onclick={run(Command::Back)}>{ text::BACK }</button>
            <button type="button" disabled={at == props.last} onclick={run(Command::Next)}>{ text::NEXT }</button>
            <label>
                <span class="unseen">{ text::CHAPTER }</span>
                <select {onchange}>
                    { for Chapter::ALL.into_iter().map(|chapter| html! {
                        <option key={chapter.field()} value={chapter.field()} selected={chapter == props.chapter}>
                            { text::in_chapter(chapter.place() + 1, chapters::title(chapter)) }
                        </option>
                    }) }
                </select>
            </label>
            <button type="button" class="quiet" onclick={run(Command::WhatIf)}>
                { what_if }
            </button>
            <button type="button" class="quiet" disabled={at == props.last} onclick={run(Command::Last)}>
                { text::BEFORE_AND_AFTER }
            </button>
        </nav>
    }
}
