//! The ten questions: one at a time, each answer an edit of the open plan, so that they can
//! be left and come back to. What they ask about, and the first plan they fill, is in the
//! plan crate; nothing is kept here but which question is shown.

mod answer;

use plumbline_plan::{Plan, start::questions::asked_motion};
use plumbline_wording::texts::starts as text;
use yew::prelude::*;

use crate::{
    browser::address, chapters::Chapter, components::field_id, shell::chapter_address,
    workbook::access::use_plan,
};
use answer::{Answer, is_answered, path_of};

/// How many questions there are.
const COUNT: usize = text::QUESTION_LIST.len();

/// How many questions are open in a plan that was begun with them; nothing in any other
/// plan, or once all are answered.
#[must_use]
pub fn open_questions(plan: &Plan) -> Option<usize> {
    let motion = asked_motion(plan)?;
    let open = (0..COUNT).filter(|place| !is_answered(plan, motion, *place));
    Some(open.count()).filter(|count| *count > 0)
}

/// The first question without an answer; the end when there is none.
fn first_open(plan: &Plan) -> usize {
    let open = |motion| (0..COUNT).find(|place| !is_answered(plan, motion, *place));
    asked_motion(plan).and_then(open).unwrap_or(COUNT)
}

/// The page of the questions.
#[component]
pub fn Interview() -> Html {
    let plan = use_plan();
    let shown = use_state(|| first_open(&plan));
    let place = *shown;
    // Whoever comes back to a plan that has its answers is not at the end of anything.
    let began_at = use_state(|| place);
    use_focus(&plan, place);
    let go = {
        let shown = shown.setter();
        Callback::from(move |to: usize| shown.set(to))
    };
    let asked = asked_motion(&plan).filter(|_| place < COUNT);
    match asked {
        Some(motion) => {
            let answered = is_answered(&plan, motion, place);
            html! { <Asked key="asked" {place} {answered} {go} /> }
        }
        None => {
            let open = open_questions(&plan).unwrap_or(0);
            let end = match asked_motion(&plan) {
                None => End::NotAsked,
                Some(_) if *began_at >= COUNT => End::Before,
                Some(_) => End::Now,
            };
            let back = {
                let first = first_open(&plan);
                Callback::from(move |_: MouseEvent| go.emit(first))
            };
            html! { <Done key="done" {end} {open} {back} /> }
        }
    }
}

/// Gives the focus to the answer of each question that is gone to.
#[hook]
fn use_focus(plan: &Plan, place: usize) {
    let path = asked_motion(plan).map(|motion| path_of(motion, place));
    let arrived = use_mut_ref(|| false);
    use_effect_with(place, move |place| {
        if arrived.replace(true) {
            match path.filter(|_| *place < COUNT) {
                Some(path) => address::focus_field(&field_id(&path)),
                None => address::focus_heading(),
            }
        }
    });
}

#[derive(Properties, PartialEq)]
struct AskedProps {
    place: usize,
    answered: bool,
    go: Callback<usize>,
}

/// One question. Enter goes to the next.
#[component]
fn Asked(props: &AskedProps) -> Html {
    let place = props.place;
    let (question, why) = text::QUESTION_LIST[place];
    let next = {
        let go = props.go.clone();
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            go.emit(place + 1);
        })
    };
    let back = {
        let go = props.go.clone();
        Callback::from(move |_: MouseEvent| go.emit(place.saturating_sub(1)))
    };
    html! {
        <article class="chapter interview">
            <header class="chapter-head">
                <h1 tabindex="-1">{ text::QUESTIONS }</h1>
                <p class="chapter-why" role="status">{ text::question_of(place + 1, COUNT) }</p>
                <progress max={COUNT.to_string()} value={place.to_string()} aria-hidden="true" />
            </header>
            <form onsubmit={next}>
                <div key={place}><Answer {place} label={question} hint={why} /></div>
                <p class="interview-ways">
                    <button type="submit">
                        { if props.answered { text::NEXT } else { text::SKIP } }
                    </button>
                    <button type="button" class="quiet" disabled={place == 0} onclick={back}>{ text::BACK }</button>
                </p>
            </form>
        </article>
    }
}

/// How the end of the questions was come to.
#[derive(Debug, Clone, Copy, PartialEq)]
enum End {
    /// By the last question.
    Now,
    /// They had been answered before.
    Before,
    /// The plan was not begun with them.
    NotAsked,
}

#[derive(Properties, PartialEq)]
struct DoneProps {
    end: End,
    open: usize,
    back: Callback<MouseEvent>,
}

/// After the last question: on to the reality check.
#[component]
fn Done(props: &DoneProps) -> Html {
    let (heading, said) = match props.end {
        End::Now => (text::DONE, text::DONE_ALL),
        End::Before => (text::DONE_BEFORE, text::DONE_ALL),
        End::NotAsked => (text::NOT_ASKED, text::NOT_ASKED_TEXT),
    };
    html! {
        <article class="chapter interview">
            <header class="chapter-head">
                <h1 tabindex="-1">{ heading }</h1>
            </header>
            if props.open > 0 {
                <p>{ text::done_but(props.open) }</p>
                <p><button type="button" onclick={props.back.clone()}>{ text::TO_THE_OPEN }</button></p>
            } else {
                <p>{ said }</p>
            }
            <p hidden={props.end == End::NotAsked}>{ text::DONE_THEN }</p>
            <p class="interview-ways">
                <a href={chapter_address(Chapter::RealityCheck)}>{ text::TO_THE_CHECK }</a>
            </p>
        </article>
    }
}

#[cfg(test)]
mod tests {
    use plumbline_plan::{
        Edit,
        start::{blank, questions::questions},
    };

    use super::*;

    #[test]
    fn what_is_answered_is_not_asked_again_and_another_plan_is_not_asked_at_all() {
        let today = "2026-11-21".parse().unwrap();
        let mut plan = questions(today);
        assert_eq!((open_questions(&plan), first_open(&plan)), (Some(10), 0));
        Edit::set("about/client", "Tallow")
            .apply(&mut plan)
            .unwrap();
        assert_eq!((open_questions(&plan), first_open(&plan)), (Some(9), 1));
        Edit::set("targets/last_year_bookings", 1000)
            .apply(&mut plan)
            .unwrap();
        assert_eq!((open_questions(&plan), first_open(&plan)), (Some(8), 1));
        assert_eq!(open_questions(&blank(today)), None);
    }
}
