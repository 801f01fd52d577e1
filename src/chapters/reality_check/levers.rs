//! What one change by itself would have to be for the goal, in words, each with a way to its
//! field.

use plumbline_forecast::{Lever, LeverKind, Model};
use plumbline_plan::{FieldPath, Plan, QuantityKind};
use plumbline_wording::texts::{explained, labels, reality_check as text};
use yew::prelude::*;

use super::explain::use_explaining;
use crate::{
    components::{Explained, Figures, use_figures},
    forecasting::{Answers, use_forecast},
    shell::field_address,
    workbook::access::use_plan,
};

/// Properties of [`LeversSection`].
#[derive(Properties, PartialEq)]
pub(super) struct LeversSectionProps {
    /// What is known so far.
    pub answers: std::rc::Rc<Answers>,
}

/// The section.
#[component]
pub(super) fn LeversSection(props: &LeversSectionProps) -> Html {
    let forecast = use_forecast();
    let figures = use_figures();
    let plan = use_plan();
    let explaining = use_explaining();
    let Some(estimate) = forecast.estimate() else {
        return html! { <section /> };
    };
    let model = &estimate.model;
    let meets = forecast
        .simulated
        .as_ref()
        .is_some_and(|all| all.outcome.probability >= model.goal);
    let words = Words {
        plan: &plan,
        model,
        figures: &figures,
    };
    html! {
        <section>
            <h2>{ text::LEVERS }</h2>
            <p class="section-why">{ text::levers_text(&figures.percent(model.goal)) }</p>
            <p class="how"><Explained value={explained::HOW} explanation={explaining.whole(text::LEVERS, explained::LEVERS, explained::Section::Verdict)} /></p>
            <div class="levers">
                { if meets {
                    html! { <p>{ text::GOAL_IS_MET }</p> }
                } else {
                    listed(&props.answers, &words)
                } }
            </div>
        </section>
    }
}

/// The levers in three groups: plausible, not plausible, never enough.
fn listed(answers: &Answers, words: &Words<'_>) -> Html {
    let (enough, never): (Vec<&Lever>, Vec<&Lever>) = answers
        .levers
        .iter()
        .partition(|lever| lever.needed.is_some());
    let (plausible, beyond): (Vec<&Lever>, Vec<&Lever>) =
        enough.into_iter().partition(|lever| lever.plausible);
    let searching = (!answers.is_complete())
        .then(|| text::searching(answers.answered, answers.asked))
        .filter(|_| answers.asked > 0)
        .unwrap_or_default();
    let none = answers.is_complete() && plausible.is_empty();
    html! {
        <>
            <p role="status">{ if none { text::NONE_PLAUSIBLE.to_owned() } else { searching } }</p>
            { group(text::EITHER, &plausible, words) }
            { group(text::NOT_PLAUSIBLE, &beyond, words) }
            { group(text::NEVER, &never, words) }
        </>
    }
}

fn group(head: &str, levers: &[&Lever], words: &Words<'_>) -> Html {
    if levers.is_empty() {
        return html! { <div /> };
    }
    html! {
        <div>
            <p>{ head.to_owned() }</p>
            <ul class="lever-list">
                { for levers.iter().map(|lever| {
                    let said = words.of(lever);
                    html! {
                        <li key={said.clone()}>
                            <span>{ said.clone() }</span>
                            <a href={field_address(&words.field(&lever.kind))}>
                                { text::GO_TO_FIELD }<span class="unseen">{ format!(" ({said})") }</span>
                            </a>
                        </li>
                    }
                }) }
            </ul>
        </div>
    }
}

struct Words<'a> {
    plan: &'a Plan,
    model: &'a Model,
    figures: &'a Figures,
}

impl Words<'_> {
    fn of(&self, lever: &Lever) -> String {
        let Some(needed) = lever.needed else {
            let chance = self.figures.probability(lever.probability);
            return text::at_best(&self.name(&lever.kind), &chance);
        };
        match &lever.kind {
            LeverKind::Hires => text::more_people(&self.figures.whole(needed)),
            LeverKind::Leads => {
                // Whole leads where there are enough of them to speak so.
                let (now, then) = if lever.now >= 10.0 {
                    (lever.now.round(), needed.ceil())
                } else {
                    (lever.now, needed)
                };
                let (before, after) = apart(self.figures, QuantityKind::Count, now, then);
                text::more_leads(&self.figures.count(then - now), &before, &after)
            }
            LeverKind::Assumption(path) => {
                let kind = quantity(self.model, path);
                let (now, then) = apart(self.figures, kind, lever.now, needed);
                text::instead(&labels::of(self.plan, path), &then, &now)
            }
        }
    }

    fn name(&self, kind: &LeverKind) -> String {
        match kind {
            LeverKind::Leads => text::NEW_LEADS.to_owned(),
            LeverKind::Hires => text::PEOPLE.to_owned(),
            LeverKind::Assumption(path) => labels::of(self.plan, path),
        }
    }

    /// The field to change.
    fn field(&self, kind: &LeverKind) -> FieldPath {
        match kind {
            LeverKind::Assumption(path) => path.clone(),
            LeverKind::Hires => FieldPath::from("team/reps"),
            LeverKind::Leads => {
                let sources = self.model.motions.iter().flat_map(|motion| &motion.sources);
                let first = sources.filter_map(|source| source.factors.first()).next();
                let assumption = first.and_then(|place| self.model.assumptions.get(*place));
                assumption.map_or_else(
                    || FieldPath::from("process/motions"),
                    |assumption| assumption.path.clone(),
                )
            }
        }
    }
}

/// What an assumption's number measures.
pub(super) fn quantity(model: &Model, path: &FieldPath) -> QuantityKind {
    let assumption = model.assumptions.iter().find(|one| one.path == *path);
    assumption.map_or(QuantityKind::Factor, |one| one.quantity)
}

/// Two values of a kind, with so many digits that they differ where they do.
pub(super) fn apart(
    figures: &Figures,
    kind: QuantityKind,
    one: f64,
    other: f64,
) -> (String, String) {
    let (short, long) = (
        (figures.value(kind, one), figures.value(kind, other)),
        match kind {
            QuantityKind::Fraction | QuantityKind::Factor | QuantityKind::GrowthRate => {
                (figures.percent_to(one, 1), figures.percent_to(other, 1))
            }
            _ => (figures.decimal(one, 1), figures.decimal(other, 1)),
        },
    );
    match kind {
        QuantityKind::Money => (figures.about_money(one), figures.about_money(other)),
        _ if short.0 == short.1 => long,
        _ => short,
    }
}
