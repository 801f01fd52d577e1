//! What is folded away of a deal: way of selling, dates, chance, owner, source, fit, note.

use plumbline_plan::{Edit, FieldPath, Fraction, Quantity, QuantityKind, chapter::pipeline::Deal};
use plumbline_wording::texts::{fields, pipeline as text, process};
use yew::prelude::*;

use super::{Around, deal::motion_of};
use crate::{
    chapters::{
        parts::{Options, chosen, named, pick, references},
        process::name_of,
    },
    components::{DateField, Picker, QuantityField, TextArea},
    workbook::{
        Part,
        access::{Changes, use_changes},
    },
};

/// Properties of [`DealDetails`].
#[derive(Properties, PartialEq, Clone)]
pub(super) struct DealDetailsProps {
    /// The deal's path.
    pub path: FieldPath,
    /// The deal.
    pub deal: Deal,
    /// What it refers to.
    pub around: Part<Around>,
    /// Whether they were ever opened. Before, a list holds nothing but what is chosen of it: a
    /// list of every rep in each of hundreds of deals is slow to draw.
    pub opened: bool,
}

/// The details of a deal.
#[component]
pub(super) fn DealDetails(props: &DealDetailsProps) -> Html {
    let (deal, path) = (&props.deal, &props.path);
    let share = (Fraction::LEAST, Fraction::MOST);
    html! {
        <>
            <div class="columns">
                <References ..props.clone() />
                <DateField path={path.child("created_on")} label={text::CREATED} value={deal.created_on} />
                <DateField path={path.child("in_stage_since")} label={text::IN_STAGE_SINCE}
                    value={deal.in_stage_since} />
                <DateField path={path.child("expected_close")} label={text::EXPECTED} value={deal.expected_close} />
                <QuantityField path={path.child("win_chance")} label={text::WIN_CHANCE}
                    hint={text::WIN_CHANCE_HINT} kind={QuantityKind::Fraction} bounds={share}
                    value={deal.win_chance.map(Quantity::get)} />
                <QuantityField path={path.child("score")} label={text::SCORE} hint={text::SCORE_HINT}
                    kind={QuantityKind::Fraction} bounds={share} value={deal.score.map(Quantity::get)} />
            </div>
            <TextArea path={path.child("note")} label={text::NOTE} value={deal.note.clone()} />
        </>
    }
}

/// Way of selling, owner and source of a deal.
#[component]
fn References(props: &DealDetailsProps) -> Html {
    let changes = use_changes();
    let (deal, path, around) = (&props.deal, &props.path, &props.around);
    let motions = around.motions.iter().enumerate();
    let motions =
        motions.map(|(place, motion)| (motion.id.as_str(), name_of(motion, place).into()));
    let sources =
        motion_of(&around.motions, deal).map_or(&[][..], |motion| &motion.lead_sources[..]);
    let sources = sources.iter().enumerate().map(|(place, source)| {
        let name = named(&source.name, || process::unnamed_source(place + 1));
        (source.id.as_str(), name)
    });
    let pick = |field| pick(&changes, path.child(field));
    let picker = |field, label, options: &Options, chosen: AttrValue, choose| {
        let options: Options = options
            .iter()
            .filter(|(name, _)| props.opened || *name == chosen)
            .cloned()
            .collect();
        html! { <Picker id={format!("{path}-{field}")} {label} {options} {chosen} {choose} /> }
    };
    let motions = references(fields::NOT_CHOSEN, motions);
    let sources = references(fields::NOT_CHOSEN, sources);
    html! {
        <>
            { picker("motion", text::MOTION, &motions, chosen(deal.motion.as_ref()), change_motion(&changes, path)) }
            { picker("owner", text::OWNER, &around.reps, chosen(deal.owner.as_ref()), pick("owner")) }
            { picker("source", text::SOURCE, &sources, chosen(deal.source.as_ref()), pick("source")) }
        </>
    }
}

/// Gives the deal another way of selling. Its stage and source belonged to the one before.
fn change_motion(changes: &Changes, path: &FieldPath) -> Callback<AttrValue> {
    let (changes, path) = (changes.clone(), path.clone());
    Callback::from(move |id: AttrValue| {
        let id = Some(id.as_str()).filter(|id| !id.is_empty());
        changes.make(Edit::group(vec![
            Edit::set(path.child("motion"), id),
            Edit::set(path.child("stage"), None::<()>),
            Edit::set(path.child("source"), None::<()>),
        ]));
    })
}
