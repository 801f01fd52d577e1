//! Chapter 12: findings, the assumptions register, questions discussed, decisions taken, and findings set aside.

mod assumptions;
mod finding;
mod findings;

use chrono::NaiveDate;
use plumbline_plan::{
    Edit, FieldPath, Id,
    chapter::review::{Answer, Decision, SetAside},
};
use plumbline_wording::texts::{labels, review as text};
use serde::Serialize;
use yew::prelude::*;

use findings::FindingsSection;

use super::parts::{named, why};
use crate::{
    components::{AddButton, AddItem, DateField, ItemControls, TextArea, TextField},
    workbook::{
        access::{use_plan, use_reader},
        identity::fresh_item_id,
    },
};

/// The page of chapter 12.
#[component]
pub(super) fn ReviewChapter() -> Html {
    html! {
        <>
            <FindingsSection />
            <assumptions::AssumptionsSection />
            <QuestionsSection />
            <DecisionsSection />
            <SetAsideSection />
        </>
    }
}

fn field(name: &str) -> FieldPath {
    FieldPath::from("review").child(name)
}

/// The questions discussed, and those still to be asked.
#[component]
fn QuestionsSection() -> Html {
    let plan = use_plan();
    let list = field("answers");
    let answers = &plan.review.answers;
    let count = answers.len();
    html! {
        <section>
            <h2>{ text::QUESTIONS }</h2>
            <p class="section-why">{ text::QUESTIONS_WHY }</p>
            <div>
                { for answers.iter().enumerate().map(|(place, answer)| {
                    let path = list.child(answer.id.as_str());
                    let name = named(&answer.question, || text::unnamed_question(place + 1));
                    html! {
                        <div class="item" key={answer.id.to_string()} role="group" aria-label={name.clone()}>
                            <div class="item-head">
                                <TextArea path={path.child("question")} label={text::QUESTION}
                                    value={answer.question.clone()} />
                                <ItemControls list={list.clone()} id={answer.id.to_string()} {name} {place} {count} />
                            </div>
                            <TextArea path={path.child("answer")} label={text::ANSWER}
                                value={answer.answer.clone()} />
                        </div>
                    }
                }) }
            </div>
            <div class="stack">
                { for not_asked(answers).map(|question| {
                    let list = list.clone();
                    let make = Callback::from(move |()| {
                        let asked = Answer { id: fresh_item_id(), question: question.to_owned(), answer: String::new() };
                        Edit::insert(&list, count, asked)
                    });
                    html! { <div key={question}><AddButton what={text::quoted(question)} {make} /></div> }
                }) }
            </div>
            <AddItem {list} {count} what={text::A_QUESTION} />
        </section>
    }
}

/// The usual questions that are not in the list yet.
fn not_asked(answers: &[Answer]) -> impl Iterator<Item = &'static str> {
    let asked = |question: &str| {
        answers
            .iter()
            .any(|answer| answer.question.trim() == question)
    };
    text::USUAL_QUESTIONS
        .into_iter()
        .filter(move |question| !asked(question))
}

/// A decision of today, with nothing else in it yet.
#[derive(Serialize)]
struct NewDecision {
    id: Id<Decision>,
    on: NaiveDate,
}

/// What was decided, why, by whom.
#[component]
pub fn DecisionsSection() -> Html {
    let plan = use_plan();
    let today = use_reader().today;
    let list = field("decisions");
    let count = plan.review.decisions.len();
    let make = {
        let list = list.clone();
        Callback::from(move |()| {
            Edit::insert(
                &list,
                count,
                NewDecision {
                    id: fresh_item_id(),
                    on: today,
                },
            )
        })
    };
    html! {
        <section>
            <h2>{ text::DECISIONS }</h2>
            { why(count, text::DECISIONS_EMPTY, text::DECISIONS_WHY) }
            <div>
                { for plan.review.decisions.iter().enumerate().map(|(place, decision)| {
                    let path = list.child(decision.id.as_str());
                    let name = named(&decision.what, || text::unnamed_decision(place + 1));
                    html! {
                        <div class="item" key={decision.id.to_string()} role="group" aria-label={name.clone()}>
                            <div class="item-head">
                                <TextArea path={path.child("what")} label={text::DECISION}
                                    value={decision.what.clone()} example={text::DECISION_EXAMPLE} />
                                <ItemControls list={list.clone()} id={decision.id.to_string()} {name} {place}
                                    {count} />
                            </div>
                            <TextArea path={path.child("why")} label={text::REASON} value={decision.why.clone()}
                                example={text::REASON_EXAMPLE} />
                            <div class="columns">
                                <TextField path={path.child("who")} label={text::DECIDED_BY}
                                    value={decision.who.clone()} />
                                <DateField path={path.child("on")} label={text::DECIDED_ON} value={decision.on} />
                            </div>
                        </div>
                    }
                }) }
            </div>
            <AddButton what={text::A_DECISION} {make} />
        </section>
    }
}

/// Findings set aside with the reason; nothing at all while there are none.
#[component]
fn SetAsideSection() -> Html {
    let plan = use_plan();
    let count = plan.review.set_aside.len();
    if count == 0 {
        return html! { <div /> };
    }
    html! {
        <section>
            <h2>{ text::SET_ASIDE }</h2>
            <p class="section-why">{ text::SET_ASIDE_WHY }</p>
            <div>
                { for plan.review.set_aside.iter().enumerate().map(|(place, set_aside)| html! {
                    <SetAsideItem key={set_aside.id.to_string()} {place} {count} set_aside={set_aside.clone()} />
                }) }
            </div>
        </section>
    }
}

#[derive(Properties, PartialEq)]
struct SetAsideProps {
    place: usize,
    count: usize,
    set_aside: SetAside,
}

/// One finding set aside. Which finding it is and what it is about come from the finding.
#[component]
fn SetAsideItem(props: &SetAsideProps) -> Html {
    let plan = use_plan();
    let set_aside = &props.set_aside;
    let list = field("set_aside");
    let path = list.child(set_aside.id.as_str());
    let about = if set_aside.about == FieldPath::root() {
        text::WHOLE_PLAN.to_owned()
    } else {
        labels::of(&plan, &set_aside.about)
    };
    html! {
        <div class="item" role="group" aria-label={set_aside.rule.clone()}>
            <div class="item-head">
                <h3>{ format!("{}: {about}", set_aside.rule) }</h3>
                <ItemControls {list} id={set_aside.id.to_string()} name={set_aside.rule.clone()}
                    place={props.place} count={props.count} moves=false />
            </div>
            <TextArea path={path.child("because")} label={text::BECAUSE} value={set_aside.because.clone()} />
            <DateField path={path.child("on")} label={text::SET_ASIDE_ON} value={set_aside.on} />
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_usual_question_is_offered_until_it_was_asked() {
        let answer = |question: &str| Answer {
            id: "a".parse().unwrap(),
            question: question.to_owned(),
            answer: String::new(),
        };
        assert_eq!(not_asked(&[]).count(), text::USUAL_QUESTIONS.len());
        let asked = [
            answer(&format!("{} ", text::USUAL_QUESTIONS[1])),
            answer("Another?"),
        ];
        let offered: Vec<_> = not_asked(&asked).collect();
        assert_eq!(
            offered,
            [text::USUAL_QUESTIONS[0], text::USUAL_QUESTIONS[2]]
        );
    }
}
