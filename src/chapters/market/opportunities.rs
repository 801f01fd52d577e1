//! The opportunity scorecard: the profile's statements asked of single opportunities.

use chrono::NaiveDate;
use plumbline_plan::{
    Edit, FieldPath, Fraction, Id, Plan, Quantity,
    chapter::{
        market::{Advice, AttributeAnswer, AttributeRole, Opportunity, ProfileAttribute, Score},
        pipeline::Deal,
    },
};
use plumbline_wording::texts::market as text;
use yew::prelude::*;

use super::field;
use crate::{
    chapters::parts::named,
    components::{AddItem, Choice, ItemControls, TextField, field_id, use_figures},
    workbook::{
        Part,
        access::{use_changes, use_plan, use_reader},
        identity::fresh_item_id,
        use_part,
    },
};

/// The opportunities, each with its answers and its score.
#[component]
pub(super) fn OpportunitiesSection() -> Html {
    let plan = use_plan();
    let profile = use_part(|plan| plan.market.profile.clone());
    let figures = use_figures();
    let list = field("opportunities");
    let count = plan.market.opportunities.len();
    let why = match (plan.market.profile.is_empty(), count) {
        (true, _) => text::OPPORTUNITIES_WITHOUT_PROFILE,
        (false, 0) => text::OPPORTUNITIES_EMPTY,
        (false, _) => text::OPPORTUNITIES_WHY,
    };
    html! {
        <section>
            <h2>{ text::OPPORTUNITIES }</h2>
            <p class="section-why">{ why }</p>
            <div>
                { for plan.market.opportunities.iter().enumerate().map(|(place, opportunity)| html! {
                    <OpportunityItem key={opportunity.id.to_string()} {place} {count}
                        opportunity={opportunity.clone()} profile={profile.clone()} />
                }) }
            </div>
            <AddItem {list} {count} what={text::AN_OPPORTUNITY} />
            <details class="depth">
                <summary>{ text::HOW_SCORED }</summary>
                <p>{ text::how_scored(&figures.percent(Score::PURSUE_FROM)) }</p>
            </details>
        </section>
    }
}

#[derive(Properties, PartialEq)]
struct OpportunityProps {
    place: usize,
    count: usize,
    opportunity: Opportunity,
    profile: Part<Vec<ProfileAttribute>>,
}

/// One opportunity. Drawn again only when it or the profile is another one.
#[component]
fn OpportunityItem(props: &OpportunityProps) -> Html {
    let (opportunity, profile) = (&props.opportunity, &props.profile);
    let list = field("opportunities");
    let path = list.child(opportunity.id.as_str());
    let name = named(&opportunity.name, || {
        text::unnamed_opportunity(props.place + 1)
    });
    html! {
        <div class="item" role="group" aria-label={name.clone()}>
            <div class="item-head">
                <TextField path={path.child("name")} label={text::OPPORTUNITY} value={opportunity.name.clone()}
                    example={text::OPPORTUNITY_EXAMPLE} />
                <ItemControls {list} id={opportunity.id.to_string()} name={name.clone()} place={props.place}
                    count={props.count} />
            </div>
            <div class="answers">
                { for profile.iter().enumerate().map(|(place, attribute)| html! {
                    <Question key={attribute.id.to_string()} path={path.child("answers")} {place}
                        attribute={attribute.clone()} opportunity={opportunity.clone()} name={name.clone()} />
                }) }
            </div>
            <div aria-live="polite">
                if !profile.is_empty() {
                    <Outcome opportunity={opportunity.clone()} profile={profile.clone()} />
                }
            </div>
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct QuestionProps {
    path: FieldPath,
    place: usize,
    attribute: ProfileAttribute,
    opportunity: Opportunity,
    name: AttrValue,
}

/// Whether one statement holds for one opportunity.
#[component]
fn Question(props: &QuestionProps) -> Html {
    let changes = use_changes();
    let QuestionProps {
        path,
        place,
        attribute,
        opportunity,
        ..
    } = props;
    let options = vec![
        ("yes".into(), text::YES.into()),
        ("no".into(), text::NO.into()),
        ("".into(), text::NOT_KNOWN.into()),
    ];
    let chosen = match opportunity
        .answer(&attribute.id)
        .and_then(|answer| answer.holds)
    {
        Some(true) => "yes",
        Some(false) => "no",
        None => "",
    };
    let choose = {
        let (path, attribute) = (path.clone(), attribute.id.clone());
        let opportunity = opportunity.clone();
        Callback::from(move |name: AttrValue| {
            let holds = Some(name.as_str())
                .filter(|name| !name.is_empty())
                .map(|name| name == "yes");
            changes.make(answer(
                &path,
                &opportunity,
                &attribute,
                holds,
                fresh_item_id(),
            ));
        })
    };
    html! {
        <Choice id={format!("{}.{}", field_id(path), attribute.id)}
            label={named(&attribute.statement, || text::unnamed_attribute(place + 1))} of={props.name.clone()}
            {options} {chosen} {choose} />
    }
}

/// The change that an answer means: a new one, or the one that is there already.
fn answer(
    answers: &FieldPath,
    opportunity: &Opportunity,
    attribute: &Id<ProfileAttribute>,
    holds: Option<bool>,
    fresh: Id<AttributeAnswer>,
) -> Edit {
    match opportunity.answer(attribute) {
        Some(given) => Edit::set(answers.child(given.id.as_str()).child("holds"), holds),
        None => {
            let given = AttributeAnswer {
                id: fresh,
                attribute: attribute.clone(),
                holds,
            };
            Edit::insert(answers, opportunity.answers.len(), given)
        }
    }
}

#[derive(Properties, PartialEq)]
struct OutcomeProps {
    opportunity: Opportunity,
    profile: Part<Vec<ProfileAttribute>>,
}

/// The score of an opportunity and what speaks for it.
#[component]
fn Outcome(props: &OutcomeProps) -> Html {
    let figures = use_figures();
    let score = props.opportunity.score(&props.profile);
    let (advice, class) = match score.advice {
        Advice::Pursue => (text::PURSUE, "mark"),
        Advice::Check => (text::CHECK, "mark"),
        Advice::Pass => (text::PASS, "mark mark-warning"),
    };
    html! {
        <>
            <p class="result">
                { score.fit.map(|fit| text::fit(&figures.percent(fit))) }
                { " " }
                <span {class}>{ advice }</span>
            </p>
            <p class="field-hint">{ reasons(&props.profile, &score) }</p>
            if score.advice != Advice::Pass {
                <ToPipeline name={props.opportunity.name.clone()} fit={score.fit} />
            }
        </>
    }
}

#[derive(Properties, PartialEq)]
struct ToPipelineProps {
    name: String,
    fit: Option<f64>,
}

/// Makes an open deal of an opportunity; where there is one of its name, its fit follows.
#[component]
fn ToPipeline(props: &ToPipelineProps) -> Html {
    let changes = use_changes();
    let today = use_reader().today;
    let name = props.name.trim().to_owned();
    if name.is_empty() {
        return html! { <p /> };
    }
    let onclick = {
        let (name, fit) = (name.clone(), props.fit);
        Callback::from(move |_: MouseEvent| {
            let (deal, fresh) = (name.clone(), fresh_item_id());
            let edit = move |plan: &Plan| to_pipeline(plan, &deal, fit, today, fresh.clone());
            changes.make_of_plan(edit, text::in_the_pipeline(&name));
        })
    };
    html! {
        <p>
            <button type="button" class="quiet" aria-label={text::to_pipeline(&name)} {onclick}>
                { text::TO_PIPELINE }
            </button>
        </p>
    }
}

/// The change that puts an opportunity among the open deals with its fit.
fn to_pipeline(
    plan: &Plan,
    name: &str,
    fit: Option<f64>,
    today: NaiveDate,
    fresh: Id<Deal>,
) -> Edit {
    let fit = fit.map(Fraction::nearest);
    let deals = FieldPath::from("pipeline/deals");
    let listed = &plan.pipeline.deals;
    if let Some(deal) = listed.iter().find(|deal| deal.name.trim() == name) {
        return Edit::set(deals.child(deal.id.as_str()).child("score"), fit);
    }
    let deal = serde_json::json!({
        "id": fresh, "name": name, "created_on": today, "score": fit,
    });
    Edit::insert(deals, listed.len(), deal)
}

/// Why an opportunity is passed on, else what to find out before it is pursued.
fn reasons(profile: &[ProfileAttribute], score: &Score) -> String {
    let profile = profile.iter().enumerate();
    let statements = |ids: &[Id<ProfileAttribute>]| -> Vec<(AttributeRole, String)> {
        let listed = profile
            .clone()
            .filter(|(_, attribute)| ids.contains(&attribute.id));
        let statement = |(place, attribute): (usize, &ProfileAttribute)| {
            let words = named(&attribute.statement, || text::unnamed_attribute(place + 1));
            (attribute.role, words.trim_end_matches('.').to_owned())
        };
        listed.map(statement).collect()
    };
    if score.advice == Advice::Pass {
        let said = statements(&score.against)
            .into_iter()
            .map(|(role, statement)| match role {
                AttributeRole::RulesOut => text::rules_it_out(&statement),
                AttributeRole::Must | AttributeRole::Helps => text::does_not_hold(&statement),
            });
        return said.collect::<Vec<_>>().join(" ");
    }
    let open: Vec<String> = statements(&score.open)
        .into_iter()
        .map(|(_, words)| words)
        .collect();
    if open.is_empty() {
        String::new()
    } else {
        text::find_out(&open)
    }
}

#[cfg(test)]
mod tests {
    use plumbline_plan::start;

    use super::*;

    fn id<T>(text: &str) -> Id<T> {
        text.parse().unwrap()
    }

    /// The worked sample with one opportunity.
    fn plan() -> Plan {
        let mut plan = start::sample("2026-11-21".parse().unwrap());
        let opportunity = Opportunity {
            id: id("plant"),
            name: String::new(),
            answers: Vec::new(),
        };
        let edit = Edit::insert("market/opportunities", 0, opportunity);
        edit.apply(&mut plan).unwrap();
        plan
    }

    fn say(plan: &mut Plan, attribute: &str, holds: Option<bool>) -> Edit {
        let opportunity = plan.market.opportunities[0].clone();
        let path = FieldPath::from("market/opportunities/plant/answers");
        let fresh = id(&format!("fresh-{}", opportunity.answers.len()));
        answer(&path, &opportunity, &id(attribute), holds, fresh)
            .apply(plan)
            .unwrap()
    }

    #[test]
    fn an_answer_is_given_once_and_changed_from_then_on() {
        let mut plan = plan();
        say(&mut plan, "crew", Some(true));
        say(&mut plan, "stoppage", Some(false));
        say(&mut plan, "crew", None);
        let answers = &plan.market.opportunities[0].answers;
        let given: Vec<_> = answers
            .iter()
            .map(|answer| (answer.attribute.as_str(), answer.holds))
            .collect();
        assert_eq!(given, [("crew", None), ("stoppage", Some(false))]);
    }

    #[test]
    fn a_first_answer_can_be_taken_back_whole() {
        let mut plan = plan();
        let before = plan.clone();
        let undo = say(&mut plan, "crew", Some(true));
        undo.apply(&mut plan).unwrap();
        assert_eq!(plan, before);
    }

    #[test]
    fn an_opportunity_becomes_a_deal_once_and_its_fit_follows() {
        let mut plan = plan();
        let count = plan.pipeline.deals.len();
        let today = "2026-11-21".parse().unwrap();
        for fit in [0.6, 0.8] {
            to_pipeline(&plan, "Mill", Some(fit), today, id("fresh"))
                .apply(&mut plan)
                .unwrap();
            let deal = plan.pipeline.deals.last().unwrap();
            assert_eq!(
                (deal.name.as_str(), deal.score),
                ("Mill", Some(Fraction::nearest(fit)))
            );
        }
        assert_eq!(plan.pipeline.deals.len(), count + 1);
    }

    #[test]
    fn the_reasons_name_what_speaks_against_and_else_what_is_open() {
        let mut plan = plan();
        let said = |plan: &Plan| {
            let market = &plan.market;
            let score = market.opportunities[0].score(&market.profile);
            reasons(&market.profile, &score)
        };
        assert!(
            said(&plan).contains("Has a maintenance crew of its own; Knows what"),
            "{}",
            said(&plan)
        );
        say(&mut plan, "it-only", Some(true));
        assert_eq!(
            said(&plan),
            text::rules_it_out("Only the IT department is talking to us")
        );
        say(&mut plan, "it-only", Some(false));
        for must in ["crew", "stoppage"] {
            say(&mut plan, must, Some(true));
        }
        assert_eq!(said(&plan), "");
    }
}
