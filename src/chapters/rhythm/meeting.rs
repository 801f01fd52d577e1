//! One regular meeting: how often, how long, what it costs, and its agenda.

use plumbline_plan::{
    Count, Edit, FieldPath, Hours, Id, Plan, Quantity, QuantityKind,
    chapter::rhythm::{AgendaItem, Frequency, Meeting, whole_team},
};
use plumbline_wording::texts::rhythm as text;
use yew::prelude::*;

use super::field;
use crate::{
    chapters::parts::{choose, named, word, words},
    components::{
        AddButton, AddItem, Choice, Figures, ItemControls, QuantityField, TextArea, TextField,
        field_id, use_figures,
    },
    workbook::{
        access::{use_changes, use_plan},
        identity::fresh_item_id,
    },
};

/// The longest meeting that a field takes, hours.
const LENGTH: (f64, f64) = (Hours::LEAST, 24.0);

/// Properties of [`MeetingItem`].
#[derive(Properties, PartialEq)]
pub(super) struct MeetingProps {
    /// The place of the meeting, from 0.
    pub place: usize,
}

/// One meeting, whole.
#[component]
pub(super) fn MeetingItem(props: &MeetingProps) -> Html {
    let plan = use_plan();
    let changes = use_changes();
    let figures = use_figures();
    let Some(meeting) = plan.rhythm.meetings.get(props.place) else {
        return html! { <div /> };
    };
    let path = field("meetings").child(meeting.id.as_str());
    let every = path.child("every");
    let name = named(&meeting.name, || text::unnamed_meeting(props.place + 1));
    let reps = plan.team.reps.len();
    let manager = whole_team(&plan.team) > reps;
    html! {
        <div class="item" role="group" aria-label={name.clone()}>
            <div class="item-head">
                <TextField path={path.child("name")} label={text::MEETING} value={meeting.name.clone()}
                    example={text::MEETING_EXAMPLE} />
                <ItemControls list={field("meetings")} id={meeting.id.to_string()} name={name.clone()}
                    place={props.place} count={plan.rhythm.meetings.len()} />
            </div>
            <Choice id={field_id(&every)} label={text::EVERY} options={frequencies()}
                chosen={word(meeting.every)} choose={choose(&changes, every)} />
            <div class="columns">
                <QuantityField path={path.child("length")} label={text::LENGTH} kind={QuantityKind::Hours}
                    bounds={LENGTH} value={meeting.length.map(Quantity::get)} example={text::LENGTH_EXAMPLE} />
                <QuantityField path={path.child("attendees")} label={text::ATTENDEES}
                    hint={text::attendees_hint(reps, manager)} kind={QuantityKind::Count}
                    bounds={(0.0, Count::MOST)} value={meeting.attendees.map(Quantity::get)} />
            </div>
            <p class="result">{ takes(&plan, meeting, &figures) }</p>
            <Agenda list={path.child("agenda")} meeting={meeting.clone()} of={name} />
        </div>
    }
}

fn frequencies() -> Vec<(AttrValue, AttrValue)> {
    words([
        (Frequency::Weekly, text::WEEKLY),
        (Frequency::EveryOtherWeek, text::EVERY_OTHER_WEEK),
        (Frequency::Monthly, text::MONTHLY),
        (Frequency::Quarterly, text::QUARTERLY),
    ])
}

/// What a meeting takes in a month, in hours and where possible in money.
fn takes(plan: &Plan, meeting: &Meeting, figures: &Figures) -> String {
    let Some(hours) = meeting.hours_a_month(&plan.team) else {
        return String::new();
    };
    let cost = plan
        .rhythm
        .cost_a_month(meeting, &plan.team)
        .map(|cost| figures.about_money(cost));
    text::takes(&figures.value(QuantityKind::Hours, hours), cost.as_deref())
}

#[derive(Properties, PartialEq)]
struct AgendaProps {
    list: FieldPath,
    meeting: Meeting,
    of: AttrValue,
}

/// The agenda, folded away, with its length beside the meeting's.
#[component]
fn Agenda(props: &AgendaProps) -> Html {
    let figures = use_figures();
    let list = &props.list;
    let agenda = &props.meeting.agenda;
    let count = agenda.len();
    let usual = {
        let list = list.clone();
        Callback::from(move |()| usual_agenda(&list, fresh_item_id))
    };
    html! {
        <details class="depth">
            <summary><span class="unseen">{ format!("{}: ", props.of) }</span>{ text::AGENDA }</summary>
            <p class="field-hint">{ text::AGENDA_HINT }</p>
            <div>
                { for agenda.iter().enumerate().map(|(place, item)| {
                    let path = list.child(item.id.as_str());
                    let name = named(&item.topic, || text::unnamed_agenda_item(place + 1));
                    html! {
                        <div class="row" key={item.id.to_string()} role="group" aria-label={name.clone()}>
                            <TextArea path={path.child("topic")} label={text::TOPIC} value={item.topic.clone()} />
                            <QuantityField path={path.child("length")} label={text::LENGTH}
                                kind={QuantityKind::Hours} bounds={LENGTH}
                                value={item.length.map(Quantity::get)} example={text::TOPIC_LENGTH_EXAMPLE} />
                            <ItemControls list={list.clone()} id={item.id.to_string()} {name} {place} {count} />
                        </div>
                    }
                }) }
            </div>
            <p class="result">{ agenda_takes(&props.meeting, &figures) }</p>
            <AddItem list={list.clone()} {count} what={text::AN_AGENDA_ITEM} />
            <div>
                if count == 0 {
                    <AddButton what={text::THE_USUAL_AGENDA} make={usual} />
                }
            </div>
        </details>
    }
}

/// All the usual items of a sales meeting, as one change.
fn usual_agenda(list: &FieldPath, fresh: impl Fn() -> Id<AgendaItem>) -> Edit {
    let items = text::USUAL_AGENDA.iter().enumerate().map(|(place, topic)| {
        let item = AgendaItem {
            id: fresh(),
            topic: (*topic).to_owned(),
            length: None,
        };
        Edit::insert(list, place, item)
    });
    Edit::group(items.collect())
}

/// The length of the agenda beside the meeting's, where both are entered.
fn agenda_takes(meeting: &Meeting, figures: &Figures) -> String {
    let items = meeting.agenda.iter().filter_map(|item| item.length);
    let minutes = (items.map(Quantity::get).sum::<f64>() * 60.0).round();
    let agenda = minutes / 60.0;
    let hours = |hours: f64| figures.value(QuantityKind::Hours, hours);
    match meeting.length {
        Some(length) if agenda > 0.0 => text::agenda_takes(&hours(agenda), &hours(length.get())),
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use plumbline_plan::start;

    use super::*;

    #[test]
    fn the_usual_agenda_comes_in_one_change_and_goes_in_one() {
        let mut plan = start::sample("2026-11-21".parse().unwrap());
        plan.rhythm.meetings[0].agenda.clear();
        let before = plan.clone();
        let made = Cell::new(0);
        let fresh = || {
            made.set(made.get() + 1);
            format!("item-{}", made.get()).parse().unwrap()
        };
        let list = FieldPath::from("rhythm/meetings/weekly/agenda");
        let undo = usual_agenda(&list, fresh).apply(&mut plan).unwrap();
        let topics: Vec<_> = plan.rhythm.meetings[0]
            .agenda
            .iter()
            .map(|item| &item.topic)
            .collect();
        assert_eq!(topics, text::USUAL_AGENDA.iter().collect::<Vec<_>>());
        undo.apply(&mut plan).unwrap();
        assert_eq!(plan, before);
    }
}
