//! What one change by itself would have to be for the goal, in words, each with a way to its
//! field.

use plumbline_forecast::{
    Lever, LeverKind, Model, distribution::normal::P90_SCORE, model::AssumptionKind,
};
use plumbline_plan::{FieldPath, Plan, QuantityKind};
use plumbline_wording::texts::{explained, labels, reality_check as text};
use yew::prelude::*;

use crate::{
    components::{Explained, Explanation, Figures, said, use_figures},
    forecasting::{Answers, use_forecast},
    shell::field_address,
    verdict::{Explaining, use_explaining},
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
        explaining: &explaining,
    };
    let goal = figures.percent(model.goal);
    let goal = html! { <Explained value={goal} explanation={explaining.goal()} /> };
    html! {
        <section>
            <h2>{ text::LEVERS }</h2>
            <p class="section-why">{ said(&[goal], |parts| text::levers_text(parts[0])) }</p>
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
    let beyond_head = if none {
        text::NONE_OF_THESE
    } else {
        text::NOT_PLAUSIBLE
    };
    let beyond_the_strongest = if answers.is_complete() && answers.movable > answers.levers.len() {
        let counts = [answers.levers.len(), answers.movable];
        words.counted(counts, |parts| text::strongest(parts[0], parts[1]))
    } else {
        Html::default()
    };
    html! {
        <>
            <p role="status">{ if none { text::NONE_PLAUSIBLE.to_owned() } else { searching } }</p>
            { group(text::EITHER, &plausible, words, true) }
            { group(beyond_head, &beyond, words, false) }
            { group(text::NEVER, &never, words, false) }
            <p class="section-why">{ beyond_the_strongest }</p>
        </>
    }
}

/// One group. Of those that would do, any one is enough: either this, or that.
fn group(head: &str, levers: &[&Lever], words: &Words<'_>, either: bool) -> Html {
    if levers.is_empty() {
        return html! { <div /> };
    }
    let before = |place: usize| match (either, place) {
        (false, _) => "",
        (true, 0) => text::EITHER_THIS,
        (true, _) => text::OR_THIS,
    };
    html! {
        <div>
            <p>{ head.to_owned() }</p>
            <ul class="lever-list">
                { for levers.iter().enumerate().map(|(place, lever)| {
                    let words_of = words.of(lever);
                    html! {
                        <li key={words_of.clone()}>
                            { before(place) }
                            { words.shown(lever) }
                            <span class="why-not">{ words.why_not(lever) }</span>
                            <a href={field_address(&words.field(&lever.kind))}>
                                { text::GO_TO_FIELD }<span class="unseen">{ format!(" ({words_of})") }</span>
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
    explaining: &'a Explaining,
}

impl Words<'_> {
    /// Why a lever that would do is held for implausible.
    fn why_not(&self, lever: &Lever) -> Html {
        let Some(needed) = lever.needed.filter(|_| !lever.plausible) else {
            return Html::default();
        };
        match &lever.kind {
            LeverKind::Hires => text::BEYOND_TEAM.into(),
            LeverKind::Leads => text::BEYOND_SOURCES.into(),
            LeverKind::Assumption(path) => {
                let kind = quantity(self.model, path);
                let range = self.range(path).unwrap_or((needed, needed));
                let edge = if needed < lever.now { range.0 } else { range.1 };
                let edge = self.figure(apart(self.figures, kind, edge, needed).0, lever);
                said(&[edge], |parts| text::beyond(parts[0], needed < lever.now))
            }
        }
    }

    /// What the plan holds possible of an assumption, as the simulation draws it.
    fn range(&self, path: &FieldPath) -> Option<(f64, f64)> {
        let mut all = self.model.assumptions.iter();
        let assumption = all.find(|one| one.path == *path)?;
        let offset = if assumption.kind == AssumptionKind::Growth {
            1.0
        } else {
            0.0
        };
        let at = |score: f64| assumption.distribution.at_score(score) - offset;
        Some((at(-P90_SCORE), at(P90_SCORE)))
    }

    /// What is behind a lever.
    fn chain(&self, lever: &Lever) -> Explanation {
        let kind = match &lever.kind {
            LeverKind::Assumption(path) => quantity(self.model, path),
            LeverKind::Leads | LeverKind::Hires => QuantityKind::Count,
        };
        let value = |value: f64| self.figures.value(kind, value);
        let chance = if lever.needed.is_some() {
            explained::CHANCE_THEN
        } else {
            explained::CHANCE_AT_BEST
        };
        let mut steps = vec![(explained::NOW.to_owned(), value(lever.now))];
        steps.extend(
            lever
                .needed
                .map(|needed| (explained::IT_TAKES.to_owned(), value(needed))),
        );
        if let LeverKind::Assumption(path) = &lever.kind {
            let range = self.range(path);
            let range = range.map(|(low, high)| self.figures.range(kind, low, high));
            steps.extend(range.map(|range| (explained::HELD_POSSIBLE.to_owned(), range)));
        }
        steps.push((
            chance.to_owned(),
            self.figures.probability(lever.probability),
        ));
        let goal = self.figures.percent(self.model.goal);
        steps.push((explained::GOAL.to_owned(), goal));
        let field = self.field(&lever.kind);
        self.explaining
            .lever(&self.name(&lever.kind), steps, &field)
    }

    /// What it takes, in words.
    fn of(&self, lever: &Lever) -> String {
        let numbers = self.numbers(lever);
        let numbers: Vec<&str> = numbers.iter().map(String::as_str).collect();
        self.around(lever, &numbers)
    }

    /// The same, with every number opening the chain behind it.
    fn shown(&self, lever: &Lever) -> Html {
        let numbers = self.numbers(lever).into_iter();
        let numbers: Vec<Html> = numbers.map(|number| self.figure(number, lever)).collect();
        said(&numbers, |parts| self.around(lever, parts))
    }

    /// A number of a lever.
    fn figure(&self, value: String, lever: &Lever) -> Html {
        html! { <Explained {value} explanation={self.chain(lever)} /> }
    }

    /// A sentence about how many levers were searched.
    fn counted(&self, counts: [usize; 2], sentence: impl FnOnce(&[&str]) -> String) -> Html {
        let numbers = counts.map(|count| {
            let explanation = self.explaining.whole(
                explained::SEARCHED,
                explained::STRONGEST,
                explained::Section::Verdict,
            );
            html! { <Explained value={self.figures.whole(count as f64)} {explanation} /> }
        });
        said(&numbers, sentence)
    }

    /// The numbers of its sentence: what it would have to be or the best it brings first.
    fn numbers(&self, lever: &Lever) -> Vec<String> {
        let Some(needed) = lever.needed else {
            return vec![self.figures.probability(lever.probability)];
        };
        match &lever.kind {
            LeverKind::Hires => vec![text::more_people(&self.figures.whole(needed))],
            LeverKind::Leads => {
                let (now, then) = whole_leads(lever.now, needed);
                let (before, after) = apart(self.figures, QuantityKind::Count, now, then);
                vec![self.figures.count(then - now), before, after]
            }
            LeverKind::Assumption(path) => {
                let kind = quantity(self.model, path);
                let (now, then) = apart(self.figures, kind, lever.now, needed);
                vec![then, now]
            }
        }
    }

    /// What is said around them.
    fn around(&self, lever: &Lever, numbers: &[&str]) -> String {
        match (&lever.kind, numbers) {
            (LeverKind::Leads, [more, before, after]) => text::more_leads(more, before, after),
            (LeverKind::Assumption(path), [then, now]) => {
                text::instead(&labels::of(self.plan, path), then, now)
            }
            (LeverKind::Hires, [people]) if lever.needed.is_some() => (*people).to_owned(),
            (kind, numbers) => text::at_best(&self.name(kind), &numbers.concat()),
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

/// Whole leads where there are enough of them to speak so.
fn whole_leads(now: f64, needed: f64) -> (f64, f64) {
    if now >= 10.0 {
        (now.round(), needed.ceil())
    } else {
        (now, needed)
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
