//! Chapter 9: meetings and what they cost, coaching, the manager's own week, and sharing
//! with the rest of the firm.

mod manager_week;
mod meeting;

use plumbline_export::calendar;
use plumbline_plan::{FieldPath, Hours, Money, Plan, Quantity, QuantityKind};
use plumbline_wording::texts::{calendar as calendar_text, rhythm as text};
use yew::prelude::*;

use super::parts::{named, why};
use crate::{
    components::{
        AddItem, Figures, ItemControls, QuantityField, SaveAs, TextArea, TextField, use_figures,
    },
    workbook::access::{use_plan, use_reader},
};

/// The page of chapter 9.
#[component]
pub(super) fn RhythmChapter() -> Html {
    html! {
        <>
            <MeetingsSection />
            <CoachingSection />
            <manager_week::ManagerWeekSection />
            <SharingSection />
            <CalendarSection />
        </>
    }
}

fn field(name: &str) -> FieldPath {
    FieldPath::from("rhythm").child(name)
}

/// The team's regular meetings, and what they take together.
#[component]
fn MeetingsSection() -> Html {
    let plan = use_plan();
    let figures = use_figures();
    let rhythm = &plan.rhythm;
    let count = rhythm.meetings.len();
    html! {
        <section>
            <h2>{ text::MEETINGS }</h2>
            { why(count, text::MEETINGS_EMPTY, text::MEETINGS_WHY) }
            <div class="columns">
                <QuantityField path={field("hourly_cost")} label={text::HOURLY_COST} hint={text::HOURLY_COST_HINT}
                    kind={QuantityKind::Money} bounds={(0.0, Money::MOST)}
                    value={rhythm.hourly_cost.map(Quantity::get)} example={text::HOURLY_COST_EXAMPLE} />
            </div>
            <div>
                { for rhythm.meetings.iter().enumerate().map(|(place, meeting)| html! {
                    <meeting::MeetingItem key={meeting.id.to_string()} {place} />
                }) }
            </div>
            <div>{ all_meetings(&plan, &figures) }</div>
            <AddItem list={field("meetings")} {count} what={text::A_MEETING} />
        </section>
    }
}

/// What all meetings take together, where there are several with a length.
fn all_meetings(plan: &Plan, figures: &Figures) -> Html {
    let (rhythm, team) = (&plan.rhythm, &plan.team);
    let hours: Vec<f64> = rhythm
        .meetings
        .iter()
        .filter_map(|meeting| meeting.hours_a_month(team))
        .collect();
    if hours.len() < 2 {
        return Html::default();
    }
    let hours: f64 = hours.iter().sum();
    let cost = rhythm
        .hourly_cost
        .map(|cost| figures.about_money(cost.get() * hours));
    let said = text::all_take(&figures.value(QuantityKind::Hours, hours), cost.as_deref());
    html! { <p class="result">{ said }</p> }
}

/// How reps are coached, and how many hours of it there are.
#[component]
fn CoachingSection() -> Html {
    let plan = use_plan();
    let rhythm = &plan.rhythm;
    html! {
        <section>
            <h2>{ text::COACHING_SECTION }</h2>
            <p class="section-why">{ text::COACHING_WHY }</p>
            <div class="columns">
                <QuantityField path={field("coaching_hours")} label={text::COACHING_HOURS}
                    hint={text::COACHING_HOURS_HINT} kind={QuantityKind::Hours} bounds={(0.0, 168.0)}
                    value={rhythm.coaching_hours.map(Hours::get)} example={text::COACHING_HOURS_EXAMPLE} />
                <TextArea path={field("coaching")} label={text::COACHING} value={rhythm.coaching.clone()}
                    example={text::COACHING_EXAMPLE} />
            </div>
            <CoachingHours />
            <details class="depth">
                <summary>{ text::WHY_THREE }</summary>
                <p>{ text::WHY_THREE_TEXT }</p>
            </details>
        </section>
    }
}

/// Coaching hours asked, beside those in the manager's week.
#[component]
fn CoachingHours() -> Html {
    let plan = use_plan();
    let figures = use_figures();
    let reps = plan.team.reps.len();
    if reps == 0 {
        return html! { <p class="result" /> };
    }
    let hours = |hours: f64| figures.value(QuantityKind::Hours, hours);
    let asked = plan.rhythm.coaching_asked(&plan.team);
    let planned = plan.rhythm.manager_week.coaching_a_month();
    let short = planned.map_or(0.0, |planned| asked - planned);
    html! {
        <p class="result">
            { text::coaching_asked(&hours(asked), reps) }
            { " " }
            { planned.map_or_else(|| text::COACHING_UNKNOWN.to_owned(), |planned| text::coaching_planned(&hours(planned))) }
            { " " }
            { match planned {
                None => html! { <span /> },
                // Less than half an hour is not worth a word.
                Some(_) if short < 0.5 => html! { <span class="mark">{ text::COACHING_ENOUGH }</span> },
                Some(_) => html! { <span class="mark mark-warning">{ text::coaching_short(&hours(short)) }</span> },
            } }
        </p>
    }
}

/// The rhythm as a file for a calendar program.
#[component]
fn CalendarSection() -> Html {
    let (plan, figures, today) = (use_plan(), use_figures(), use_reader().today);
    let save = Callback::from(move |()| {
        calendar(&plan, today, &figures).ok_or_else(|| calendar_text::NOTHING.to_owned())
    });
    html! {
        <section>
            <h2>{ calendar_text::TITLE }</h2>
            <p class="section-why">{ calendar_text::WHY }</p>
            <p><SaveAs label={calendar_text::SAVE} ending=".ics" media_type="text/calendar" text={save} /></p>
        </section>
    }
}

/// What is shared with other departments.
#[component]
fn SharingSection() -> Html {
    let plan = use_plan();
    let list = field("sharing");
    let count = plan.rhythm.sharing.len();
    html! {
        <section>
            <h2>{ text::SHARING }</h2>
            { why(count, text::SHARING_EMPTY, text::SHARING_WHY) }
            <div>
                { for plan.rhythm.sharing.iter().enumerate().map(|(place, sharing)| {
                    let path = list.child(sharing.id.as_str());
                    let name = named(&sharing.department, || text::unnamed_sharing(place + 1));
                    html! {
                        <div class="item" key={sharing.id.to_string()} role="group" aria-label={name.clone()}>
                            <div class="item-head">
                                <TextField path={path.child("department")} label={text::DEPARTMENT}
                                    value={sharing.department.clone()} example={text::DEPARTMENT_EXAMPLE} />
                                <TextField path={path.child("owner")} label={text::OWNER}
                                    value={sharing.owner.clone()} />
                                <ItemControls list={list.clone()} id={sharing.id.to_string()} {name} {place}
                                    {count} />
                            </div>
                            <TextArea path={path.child("what")} label={text::SHARED}
                                value={sharing.what.clone()} example={text::SHARED_EXAMPLE} />
                        </div>
                    }
                }) }
            </div>
            <AddItem {list} {count} what={text::A_SHARING}
                example={&[("department", text::DEPARTMENT_EXAMPLE), ("what", text::SHARED_EXAMPLE)][..]} />
        </section>
    }
}
