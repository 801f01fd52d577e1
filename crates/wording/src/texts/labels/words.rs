//! Labels of chapters 1, 2, 3, 10 and 12.

use plumbline_plan::{
    Plan,
    chapter::{market::Opportunity, scorecard::Actual},
};

use super::{Labels, List, Parts, look_up, one};
use crate::texts::{
    by_score, foundation as f, market as m, offer as o, process, review as v, scorecard as s, team,
};

pub(super) fn foundation(plan: &Plan, steps: &[&str]) -> Parts {
    const LABELS: &Labels = &[
        ("purpose", f::PURPOSE),
        ("mission", f::MISSION),
        ("vision", f::VISION),
        ("strategy", f::STRATEGY),
    ];
    match steps {
        ["values", rest @ ..] => List {
            items: &plan.foundation.values,
            heading: f::VALUES,
            name: |value| &value.name,
            unnamed: f::unnamed_value,
            labels: &[("name", f::VALUE), ("meaning", f::MEANING)],
        }
        .at(rest),
        ["priorities", rest @ ..] => List {
            items: &plan.foundation.priorities,
            heading: f::PRIORITIES,
            name: |priority| &priority.name,
            unnamed: f::unnamed_priority,
            labels: &[("name", f::PRIORITY), ("sales_part", f::SALES_PART)],
        }
        .at(rest),
        _ => look_up(LABELS, steps),
    }
}

pub(super) fn market(plan: &Plan, steps: &[&str]) -> Parts {
    const LABELS: &Labels = &[
        ("target_markets", m::TARGET_MARKETS_LABEL),
        ("seize", m::SEIZE),
        ("pass_on", m::PASS_ON),
    ];
    match steps {
        ["segments", rest @ ..] => List {
            items: &plan.market.segments,
            heading: m::SEGMENTS,
            name: |segment| &segment.name,
            unnamed: m::unnamed_segment,
            labels: &[
                ("name", m::SEGMENT),
                ("description", m::DESCRIPTION),
                ("customers", m::CUSTOMERS),
                ("yearly_spend", m::YEARLY_SPEND),
            ],
        }
        .at(rest),
        ["profile", rest @ ..] => List {
            items: &plan.market.profile,
            heading: m::PROFILE,
            name: |attribute| &attribute.statement,
            unnamed: m::unnamed_attribute,
            labels: &[
                ("statement", m::STATEMENT),
                ("role", m::ROLE),
                ("weight", m::WEIGHT),
                ("told_by", by_score::COLUMN),
                ("told_values", by_score::HOLDS_WITH),
            ],
        }
        .at(rest),
        ["buying_roles", rest @ ..] => List {
            items: &plan.market.buying_roles,
            heading: m::BUYING_ROLES,
            name: |role| &role.name,
            unnamed: m::unnamed_buying_role,
            labels: &[
                ("name", m::BUYING_ROLE),
                ("cares_about", m::CARES_ABOUT),
                ("reached_by", m::REACHED_BY),
            ],
        }
        .at(rest),
        ["opportunities", rest @ ..] => List {
            items: &plan.market.opportunities,
            heading: m::OPPORTUNITIES,
            name: |opportunity| &opportunity.name,
            unnamed: m::unnamed_opportunity,
            labels: &[],
        }
        .deeper(rest, |opportunity, field| {
            in_opportunity(plan, opportunity, field)
        }),
        _ => look_up(LABELS, steps),
    }
}

/// An answer goes by the statement it is about.
fn in_opportunity(plan: &Plan, opportunity: &Opportunity, steps: &[&str]) -> Parts {
    match steps {
        ["answers"] => one(m::ANSWERS),
        ["answers", id, ..] => {
            let mut answers = opportunity.answers.iter();
            let answer = answers.find(|answer| answer.id.as_str() == *id)?;
            market(plan, &["profile", answer.attribute.as_str()])
        }
        _ => look_up(&[("name", m::OPPORTUNITY)], steps),
    }
}

pub(super) fn offer(plan: &Plan, steps: &[&str]) -> Parts {
    match steps {
        ["value_propositions", rest @ ..] => List {
            items: &plan.offer.value_propositions,
            heading: o::VALUE_PROPOSITIONS,
            name: |_| "",
            unnamed: o::unnamed_value_proposition,
            labels: &[("segment", o::SEGMENT), ("text", o::PROPOSITION)],
        }
        .at(rest),
        ["differentiators", rest @ ..] => List {
            items: &plan.offer.differentiators,
            heading: o::DIFFERENTIATORS,
            name: |difference| &difference.name,
            unnamed: o::unnamed_differentiator,
            labels: &[("name", o::DIFFERENTIATOR), ("proof", o::PROOF)],
        }
        .at(rest),
        ["products", rest @ ..] => List {
            items: &plan.offer.products,
            heading: o::PRODUCTS,
            name: |product| &product.name,
            unnamed: o::unnamed_product,
            labels: &[
                ("name", o::PRODUCT),
                ("price", o::PRICE),
                ("gross_margin", o::GROSS_MARGIN),
            ],
        }
        .at(rest),
        ["objections", rest @ ..] => List {
            items: &plan.offer.objections,
            heading: o::OBJECTIONS,
            // A sentence with its full stop, and more is said after it.
            name: |objection| objection.objection.trim().trim_end_matches('.'),
            unnamed: o::unnamed_objection,
            labels: &[("objection", o::OBJECTION), ("answer", o::ANSWER)],
        }
        .at(rest),
        _ => look_up(&[("positioning", o::POSITIONING_LABEL)], steps),
    }
}

pub(super) fn scorecard(plan: &Plan, steps: &[&str]) -> Parts {
    let card = &plan.scorecard;
    match steps {
        ["key_figures", rest @ ..] => List {
            items: &card.key_figures,
            heading: s::KEY_FIGURES,
            name: |figure| &figure.name,
            unnamed: s::unnamed_key_figure,
            labels: &[
                ("name", s::KEY_FIGURE),
                ("timing", s::TIMING),
                ("goal", s::GOAL),
                ("serves", s::SERVES),
                ("owner", s::OWNER),
                ("agreed_with_team", s::AGREED),
            ],
        }
        .at(rest),
        ["actuals"] => one(s::ACTUALS),
        ["actuals", id, rest @ ..] => {
            let actual = card
                .actuals
                .iter()
                .find(|actual| actual.id.as_str() == *id)?;
            in_actual(plan, actual, rest)
        }
        ["commitments", rest @ ..] => List {
            items: &card.commitments,
            heading: s::COMMITMENTS,
            name: |commitment| &commitment.what,
            unnamed: s::unnamed_commitment,
            labels: &[
                ("what", s::COMMITMENT),
                ("owner", s::PROMISED_BY),
                ("due", s::DUE),
                ("done", s::DONE),
            ],
        }
        .at(rest),
        _ => None,
    }
}

/// An entry goes by its month and rep.
fn in_actual(plan: &Plan, actual: &Actual, steps: &[&str]) -> Parts {
    const LABELS: &Labels = &[
        ("month", s::MONTH),
        ("rep", s::REP),
        ("motion", s::MOTION),
        ("activities", s::ACTIVITIES),
        ("leads", s::LEADS),
        ("wins", s::WINS),
        ("bookings", s::BOOKINGS),
        ("stage_entries", s::STAGE_ENTRIES),
    ];
    let mut reps = plan.team.reps.iter().enumerate();
    let rep = match &actual.rep {
        None => s::WHOLE_TEAM.to_owned(),
        Some(id) => match reps.find(|(_, rep)| rep.id == *id)? {
            (place, rep) if rep.name.trim().is_empty() => team::unnamed(place + 1),
            (_, rep) => rep.name.clone(),
        },
    };
    let mut parts = vec![s::row(&actual.month.to_string(), &rep)];
    match steps {
        [] => {}
        ["stage_entries", stage] => {
            let stages = plan
                .process
                .motions
                .iter()
                .flat_map(|motion| motion.stages.iter().enumerate());
            let (place, stage) = { stages }.find(|(_, other)| other.id.as_str() == *stage)?;
            let unnamed = stage.name.trim().is_empty();
            parts.push(if unnamed {
                process::unnamed_stage(place + 1)
            } else {
                stage.name.clone()
            });
        }
        _ => parts.extend(look_up(LABELS, steps)?),
    }
    Some(parts)
}

pub(super) fn review(plan: &Plan, steps: &[&str]) -> Parts {
    match steps {
        ["answers", rest @ ..] => List {
            items: &plan.review.answers,
            heading: v::QUESTIONS,
            name: |answer| &answer.question,
            unnamed: v::unnamed_question,
            labels: &[("question", v::QUESTION), ("answer", v::ANSWER)],
        }
        .at(rest),
        ["decisions", rest @ ..] => List {
            items: &plan.review.decisions,
            heading: v::DECISIONS,
            name: |decision| &decision.what,
            unnamed: v::unnamed_decision,
            labels: &[
                ("what", v::DECISION),
                ("why", v::REASON),
                ("who", v::DECIDED_BY),
                ("on", v::DECIDED_ON),
            ],
        }
        .at(rest),
        ["set_aside", rest @ ..] => List {
            items: &plan.review.set_aside,
            heading: v::SET_ASIDE,
            name: |set_aside| &set_aside.rule,
            unnamed: |place| format!("{} {place}", v::RULE),
            labels: &[
                ("rule", v::RULE),
                ("about", v::ABOUT),
                ("because", v::BECAUSE),
                ("on", v::SET_ASIDE_ON),
            ],
        }
        .at(rest),
        _ => None,
    }
}
