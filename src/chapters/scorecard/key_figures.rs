//! The figures chosen with the team.

use plumbline_plan::chapter::scorecard::Timing;
use plumbline_wording::texts::scorecard as text;
use yew::prelude::*;

use super::field;
use crate::{
    chapters::parts::{Check, choose, named, why, word, words},
    components::{AddItem, Choice, ItemControls, TextArea, TextField, field_id},
    workbook::access::{use_changes, use_plan},
};

/// An example to insert.
const EXAMPLE: &[(&str, &str)] = &[
    ("name", text::KEY_FIGURE_EXAMPLE),
    ("timing", "leading"),
    ("goal", text::GOAL_EXAMPLE),
    ("serves", text::SERVES_EXAMPLE),
];

/// The key figures, one by one.
#[component]
pub(super) fn KeyFiguresSection() -> Html {
    let plan = use_plan();
    let changes = use_changes();
    let list = field("key_figures");
    let count = plan.scorecard.key_figures.len();
    let options = words([
        (Timing::Leading, text::LEADING),
        (Timing::Lagging, text::LAGGING),
    ]);
    html! {
        <section>
            <h2>{ text::KEY_FIGURES }</h2>
            { why(count, text::KEY_FIGURES_EMPTY, text::KEY_FIGURES_WHY) }
            <div>
                { for plan.scorecard.key_figures.iter().enumerate().map(|(place, figure)| {
                    let path = list.child(figure.id.as_str());
                    let timing = path.child("timing");
                    let name = named(&figure.name, || text::unnamed_key_figure(place + 1));
                    html! {
                        <div class="item" key={figure.id.to_string()} role="group" aria-label={name.clone()}>
                            <div class="item-head">
                                <TextField path={path.child("name")} label={text::KEY_FIGURE}
                                    value={figure.name.clone()} example={text::KEY_FIGURE_EXAMPLE} />
                                <ItemControls list={list.clone()} id={figure.id.to_string()} {name} {place} {count} />
                            </div>
                            <div class="columns">
                                <TextField path={path.child("goal")} label={text::GOAL} value={figure.goal.clone()}
                                    example={text::GOAL_EXAMPLE} />
                                <TextArea path={path.child("serves")} label={text::SERVES}
                                    value={figure.serves.clone()} example={text::SERVES_EXAMPLE} />
                                <TextField path={path.child("owner")} label={text::OWNER}
                                    value={figure.owner.clone()} />
                            </div>
                            <Choice id={field_id(&timing)} label={text::TIMING} options={options.clone()}
                                chosen={word(figure.timing)} choose={choose(&changes, timing)} />
                            <Check path={path.child("agreed_with_team")} label={text::AGREED}
                                value={figure.agreed_with_team} />
                        </div>
                    }
                }) }
            </div>
            <AddItem {list} {count} what={text::A_KEY_FIGURE} example={EXAMPLE} />
        </section>
    }
}
