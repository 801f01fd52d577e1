//! The verdict margin: always in view beside the chapters; on a narrow screen a bar at the
//! foot of the page that opens.

use plumbline_review::{Finding, say};
use plumbline_wording::texts::{
    explained::{self as chain, Section},
    labels, reality_check, verdict as text,
};
use yew::prelude::*;

use super::{Explaining, MissingList, PlumbPicture, Reading, use_explaining};
use crate::{
    chapters::Chapter,
    components::{Explained, Explanation, said, use_figures},
    findings::use_findings,
    forecasting::{Estimate, TRIALS, use_forecast},
    shell::{chapter_address, field_address},
    workbook::access::use_plan,
};

/// The margin.
#[component]
pub fn VerdictMargin() -> Html {
    let forecast = use_forecast();
    let figures = use_figures();
    let open = use_state(|| false);
    let toggle = {
        let open = open.clone();
        Callback::from(move |_: MouseEvent| open.set(!*open))
    };
    let reading = Reading::of(&forecast);
    let (headline, under) = match &reading {
        Some(reading) => (
            text::chance(&figures.probability(reading.probability)),
            reading.gap(&figures),
        ),
        None => (text::MISSING.to_owned(), String::new()),
    };
    let class = classes!("verdict", open.then_some("verdict-open"));
    html! {
        <aside {class} aria-label={text::VERDICT}>
            <button type="button" class="verdict-bar" aria-expanded={open.to_string()} onclick={toggle}>
                <strong>{ headline }</strong>
                <span>{ under }</span>
            </button>
            <div class="verdict-body">
                if let Some(reading) = reading {
                    <Answer {reading} />
                    <FirstFindings />
                    <MattersMost />
                    <p class="verdict-why">
                        <a href={chapter_address(Chapter::RealityCheck)}>{ text::WHY }</a>
                    </p>
                } else {
                    <h2>{ text::MISSING }</h2>
                    <MissingList />
                }
            </div>
        </aside>
    }
}

/// Properties of [`Answer`].
#[derive(Properties, PartialEq)]
pub struct AnswerProps {
    /// The answer.
    pub reading: Reading,
}

/// Picture, probability, band and how sure it is. Every number opens the chain behind it.
#[component]
pub fn Answer(props: &AnswerProps) -> Html {
    let figures = use_figures();
    let explaining = use_explaining();
    let reading = &props.reading;
    let chance = explained(
        figures.probability(reading.probability),
        explaining.chance(reality_check::CHANCE, chain::CHANCE),
    );
    let target = explained(
        figures.about_money(reading.target),
        explaining.target(reality_check::TARGET_COLUMN),
    );
    let goal = explained(figures.percent(reading.goal), explaining.goal());
    let goal_words = said(&[goal], |parts| {
        if reading.meets_goal() {
            text::meets_goal(parts[0])
        } else {
            text::below_goal(parts[0])
        }
    });
    let ends = [
        (reality_check::ONE_IN_TEN_BELOW, reading.bookings.p10),
        (reality_check::ONE_IN_TEN_ABOVE, reading.bookings.p90),
    ];
    let ends = ends.map(|(name, amount)| {
        let explanation = explaining.whole(name, chain::PERCENTILE, Section::Uncertainty);
        explained(figures.about_money(amount), explanation)
    });
    let range = said(&ends, |parts| text::range(parts[0], parts[1]));
    html! {
        <>
            <PlumbPicture reading={reading.clone()} size={(300, 300)} />
            <div class="answer">
                <h2>
                    <span class="chance">{ said(&[chance], |parts| text::chance(parts[0])) }</span>
                    <span class="of-target">{ said(&[target], |parts| text::of_target(parts[0])) }</span>
                </h2>
                <p class="band">{ reading.band_words() }</p>
                <p class={if reading.meets_goal() { "goal goal-met" } else { "goal goal-missed" }}>{ goal_words }</p>
                <p>{ range }</p>
                <p>{ evidence(reading, &explaining) }</p>
                <p class="settling" aria-live="off">{ settling(reading, &explaining) }</p>
            </div>
        </>
    }
}

fn explained(value: String, explanation: Explanation) -> Html {
    html! { <Explained {value} {explanation} /> }
}

fn evidence(reading: &Reading, explaining: &Explaining) -> Html {
    let share = explaining.figures().percent(reading.evidence);
    let share = explained(share, explaining.evidence(reality_check::EVIDENCE));
    said(&[share], |parts| {
        let words = text::evidence(parts[0]);
        if reading.evidence < 0.5 {
            format!("{}: {words}", text::MOSTLY_GUESSES)
        } else {
            words
        }
    })
}

/// How far the answer has settled.
fn settling(reading: &Reading, explaining: &Explaining) -> Html {
    let figures = explaining.figures();
    let trials = figures.whole(f64::from(reading.trials));
    match reading.error {
        None if reading.failed => text::SIMULATION_FAILED.into(),
        None => text::ESTIMATE.into(),
        Some(_) if reading.settling => {
            text::settling(&trials, &figures.whole(f64::from(TRIALS))).into()
        }
        Some(error) => {
            // Two standard errors: what another run would hardly differ by.
            let points = figures.decimal((200.0 * error).max(0.1), 1);
            let parts = [points, trials].map(|number| {
                explained(
                    number,
                    explaining.chance(chain::ERROR_NAME, chain::ERROR_OF),
                )
            });
            said(&parts, |parts| text::error(parts[0], parts[1]))
        }
    }
}

/// How many findings are named.
const FINDINGS: usize = 3;

/// The findings worth most, each with a link to its field.
#[component]
fn FirstFindings() -> Html {
    let findings = use_findings();
    let plan = use_plan();
    let figures = use_figures();
    let count = findings.open().count();
    if count == 0 {
        return html! { <div class="matters" /> };
    }
    let all = text::all_findings(&figures.whole(count as f64));
    // Three reps with one trouble are one thing to change first.
    let mut first: Vec<(&Finding, String)> = Vec::new();
    for ranked in findings.open() {
        let title = say(&ranked.finding, &plan, &figures).title;
        if first.iter().all(|(_, other)| *other != title) {
            first.push((&ranked.finding, title));
        }
        if first.len() == FINDINGS {
            break;
        }
    }
    html! {
        <div class="matters">
            <h3>{ text::FINDINGS_MOST }</h3>
            <ol>
                { for first.into_iter().map(|(finding, title)| html! {
                    <li key={format!("{}:{}", finding.code, finding.path)}>
                        <a href={field_address(&finding.path)}>{ title }</a>
                    </li>
                }) }
            </ol>
            <p class="verdict-why"><a href={chapter_address(Chapter::Review)}>{ all }</a></p>
        </div>
    }
}

/// The three assumptions that carry most of the answer, each with a link to its field.
#[component]
pub fn MattersMost() -> Html {
    let forecast = use_forecast();
    let plan = use_plan();
    let figures = use_figures();
    let explaining = use_explaining();
    let most = forecast.estimate().map(largest).unwrap_or_default();
    html! {
        <div class="matters">
            <h3>{ text::MATTERS_MOST }</h3>
            <p class="hint">{ text::MATTERS_MOST_SHARE }</p>
            <ol>
                { for most.iter().map(|(path, share)| {
                    let label = labels::of(&plan, path);
                    let explanation = explaining.influence(&label, path);
                    html! {
                        <li key={path.to_string()}>
                            <a href={field_address(path)}>{ label }</a>
                            <span class="share">{ explained(figures.percent_to(*share, 0), explanation) }</span>
                        </li>
                    }
                }) }
            </ol>
        </div>
    }
}

fn largest(estimate: &Estimate) -> Vec<(plumbline_plan::FieldPath, f64)> {
    let mut all: Vec<_> = estimate
        .influence
        .iter()
        .map(|(path, share)| (path.clone(), *share))
        .collect();
    all.sort_by(|one, other| other.1.total_cmp(&one.1));
    all.truncate(3);
    all
}
