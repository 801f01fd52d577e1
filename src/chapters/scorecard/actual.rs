//! What one rep or the whole team did in a month.

use plumbline_plan::{
    Count, FieldPath, Id, Money, Plan, Quantity, QuantityKind,
    chapter::{process::Stage, scorecard::Actual},
};
use plumbline_wording::texts::{process, scorecard as text, team};
use yew::prelude::*;

use crate::{
    chapters::{
        parts::{Options, chosen, named, pick, references},
        process::name_of,
    },
    components::{ItemControls, Layout, MonthField, Picker, QuantityField, field_id, use_figures},
    workbook::{
        Part,
        access::{use_changes, use_plan},
    },
};

const COUNT: (f64, f64) = (0.0, Count::MOST);

/// Properties of [`ActualItem`].
#[derive(Properties, PartialEq)]
pub(super) struct ActualProps {
    /// The list.
    pub list: FieldPath,
    /// The entry's place in it, from 0.
    pub place: usize,
    /// How many entries the list has.
    pub count: usize,
    /// The entry.
    pub actual: Actual,
    /// The reps to choose from.
    pub reps: Part<Options>,
}

/// One entry: its figures in a line, entries by stage folded away. Drawn again only when it
/// or the team is another one: two hundred reps have thousands of entries in a year.
#[component]
pub(super) fn ActualItem(props: &ActualProps) -> Html {
    let changes = use_changes();
    let figures = use_figures();
    let actual = &props.actual;
    let path = props.list.child(actual.id.as_str());
    let name: AttrValue =
        text::row(&figures.month(actual.month), rep_of(&props.reps, actual)).into();
    let of = Some(name.clone());
    let cell = Layout::Cell;
    let count = |field: &str, label: &'static str, value: Option<Count>| {
        html! {
            <QuantityField path={path.child(field)} {label} of={of.clone()} layout={cell}
                kind={QuantityKind::Count} bounds={COUNT} value={value.map(Quantity::get)} />
        }
    };
    let rep = path.child("rep");
    html! {
        <div class="actual" role="group" aria-label={name.clone()}>
            <div class="actual-row">
                <MonthField path={path.child("month")} label={text::MONTH} layout={cell} value={actual.month} />
                <Picker id={field_id(&rep)} label={text::REP} of={of.clone()} layout={cell} options={(*props.reps).clone()}
                    chosen={chosen(actual.rep.as_ref())} choose={pick(&changes, rep)} />
                { count("activities", text::ACTIVITIES, actual.activities) }
                { count("leads", text::LEADS, actual.leads) }
                { count("wins", text::WINS, actual.wins) }
                <QuantityField path={path.child("bookings")} label={text::BOOKINGS} of={of.clone()} layout={cell}
                    kind={QuantityKind::Money} bounds={(Money::LEAST, Money::MOST)}
                    value={actual.bookings.map(Quantity::get)} />
                <ItemControls list={props.list.clone()} id={actual.id.to_string()} name={name.clone()}
                    place={props.place} count={props.count} moves=false />
            </div>
            <ByStage {path} actual={actual.clone()} of={name} />
        </div>
    }
}

/// The name of the rep an entry is about.
fn rep_of<'a>(reps: &'a Options, actual: &Actual) -> &'a str {
    let rep = chosen(actual.rep.as_ref());
    let found = reps.iter().find(|(id, _)| *id == rep);
    found.map_or(text::WHOLE_TEAM, |(_, name)| name.as_str())
}

/// The reps to choose from, after the whole team.
pub(super) fn reps(plan: &Plan) -> Options {
    let reps = plan.team.reps.iter().enumerate().map(|(place, rep)| {
        (
            rep.id.as_str(),
            named(&rep.name, || team::unnamed(place + 1)),
        )
    });
    references(text::WHOLE_TEAM, reps)
}

#[derive(Properties, PartialEq)]
struct ByStageProps {
    path: FieldPath,
    actual: Actual,
    of: AttrValue,
}

/// Way of selling and deals that entered each stage. A long list of months has many of
/// these, so their fields are drawn once they are asked for.
#[component]
fn ByStage(props: &ByStageProps) -> Html {
    let opened = use_state(|| false);
    let onclick = {
        let opened = opened.clone();
        Callback::from(move |_: MouseEvent| opened.set(true))
    };
    html! {
        <details class="depth">
            <summary {onclick}>
                <span class="unseen">{ format!("{}: ", props.of) }</span>{ text::STAGE_ENTRIES }
            </summary>
            <div>
                if *opened {
                    <StageEntries path={props.path.clone()} actual={props.actual.clone()} of={props.of.clone()} />
                }
            </div>
        </details>
    }
}

#[component]
fn StageEntries(props: &ByStageProps) -> Html {
    let plan = use_plan();
    let changes = use_changes();
    let ByStageProps { path, actual, of } = props;
    let motion = path.child("motion");
    let motions = plan.process.motions.iter().enumerate();
    let options = references(
        text::ALL_MOTIONS,
        motions.map(|(place, motion)| (motion.id.as_str(), name_of(motion, place).into())),
    );
    let entries = path.child("stage_entries");
    html! {
        <div class="columns">
            <Picker id={field_id(&motion)} label={text::MOTION} of={of.clone()} {options}
                chosen={chosen(actual.motion.as_ref())} choose={pick(&changes, motion)} />
            { for stages(&plan, actual).into_iter().map(|(id, name)| html! {
                <QuantityField key={id.to_string()} path={entries.child(id.as_str())} label={name}
                    of={of.clone()} kind={QuantityKind::Count} bounds={COUNT}
                    value={actual.stage_entries.get(&id).map(|count| count.get())} />
            }) }
        </div>
    }
}

/// The stages an entry may count: those of its way of selling, of all of them when it names
/// none, and whatever it counts already.
fn stages(plan: &Plan, actual: &Actual) -> Vec<(Id<Stage>, AttrValue)> {
    let mut listed: Vec<(Id<Stage>, AttrValue)> = Vec::new();
    for motion in &plan.process.motions {
        let meant = actual.motion.as_ref().is_none_or(|id| *id == motion.id);
        for (place, stage) in motion.stages.iter().enumerate() {
            let counted = actual.stage_entries.contains_key(&stage.id);
            // Two ways of selling may have a stage of the same identifier.
            if (meant || counted) && listed.iter().all(|(id, _)| *id != stage.id) {
                let name = named(&stage.name, || process::unnamed_stage(place + 1));
                listed.push((stage.id.clone(), name));
            }
        }
    }
    listed
}

#[cfg(test)]
mod tests {
    use plumbline_plan::start;

    use super::*;

    fn actual(motion: Option<&str>, entered: &[&str]) -> Actual {
        let entries: serde_json::Map<String, serde_json::Value> = entered
            .iter()
            .map(|stage| ((*stage).to_owned(), 2.into()))
            .collect();
        let json = serde_json::json!({
            "id": "a", "month": "2026-12", "motion": motion, "stage_entries": entries
        });
        serde_json::from_value(json).unwrap()
    }

    #[test]
    fn an_entry_counts_the_stages_of_its_way_of_selling() {
        let mut plan = start::blank("2026-11-21".parse().unwrap());
        let mut second = start::motion("second".parse().unwrap());
        second.stages.truncate(1);
        second
            .stages
            .push(start::stage("trial".parse().unwrap(), "Trial", ""));
        plan.process.motions.push(second);
        let listed = |actual: &Actual| -> Vec<String> {
            stages(&plan, actual)
                .into_iter()
                .map(|(id, _)| id.to_string())
                .collect()
        };
        assert_eq!(
            listed(&actual(Some("second"), &[])),
            ["first-contact", "trial"]
        );
        assert_eq!(listed(&actual(Some("main"), &[])).len(), 7);
        assert_eq!(
            listed(&actual(Some("main"), &["trial"])).len(),
            8,
            "what is counted stays"
        );
        assert_eq!(
            listed(&actual(None, &[])).len(),
            8,
            "shared stages stand once"
        );
    }
}
