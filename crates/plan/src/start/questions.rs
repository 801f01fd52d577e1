//! The first plan that ten questions fill: a process of no more stages than were asked
//! about, and the two answers that are spread over several fields.

use chrono::NaiveDate;

use super::{blank, id, stage};
use crate::{
    Assumption, Days, Edit, FieldPath, Id, Plan, Quantity,
    chapter::{
        process::{Motion, Stage},
        team::Rep,
    },
    edit::remove_rep,
};

/// The note on the days of a stage that come from the one answer.
pub const TIME_NOTE: &str = "From the days between first contact and signature, spread over the stages: a quarter, a \
     quarter, a half.";

/// The stages asked about: identifier, name, the buyer's step, its share of the days from
/// first contact to signature.
const STAGES: [(&str, &str, &str, f64); 3] = [
    (
        "qualifying",
        "Qualifying",
        "Decides whether it is worth the time",
        0.25,
    ),
    (
        "needs-assessment",
        "Needs assessment",
        "Says what a solution must do",
        0.25,
    ),
    (
        "proposal",
        "Proposal and closing",
        "Weighs cost, gain and risk, and signs",
        0.5,
    ),
];

/// A blank plan whose one way of selling has the stages that the ten questions ask about.
#[must_use]
pub fn questions(today: NaiveDate) -> Plan {
    let mut plan = blank(today);
    if let Some(motion) = plan.process.motions.first_mut() {
        let stages = STAGES
            .iter()
            .map(|(name, title, step, _)| stage(id(name), title, step));
        let after = motion.stages.pop();
        motion.stages = stages.chain(after).collect();
        motion.win_stage = Some(id("proposal"));
    }
    plan
}

/// The way of selling that the questions are about: the first one, while it has the stages
/// that they ask about. Nothing in any other plan.
#[must_use]
pub fn asked_motion(plan: &Plan) -> Option<&Motion> {
    let motion = plan.process.motions.first()?;
    let win = motion.stages.get(..=motion.win_place()?)?;
    let asked = STAGES.iter().map(|(name, ..)| *name);
    let there = win.iter().map(|stage| stage.id.as_str());
    (asked.eq(there) && !motion.lead_sources.is_empty()).then_some(motion)
}

/// The days from first contact to signature that the stages up to the win add up to;
/// nothing while one of them is missing.
#[must_use]
pub fn days_to_win(motion: &Motion) -> Option<f64> {
    let days = |stage: &Stage| stage.time_in_stage.average.map(Quantity::get);
    let win = motion.stages.get(..=motion.win_place()?)?;
    win.iter().map(days).sum()
}

/// The edit that spreads the days from first contact to signature over the stages asked
/// about; nothing takes them away.
#[must_use]
pub fn set_days_to_win(motion: &Motion, days: Option<f64>) -> Edit {
    let stages = FieldPath::from("process/motions")
        .child(motion.id.as_str())
        .child("stages");
    let time = |share: f64| match days {
        Some(days) => Assumption {
            note: TIME_NOTE.to_owned(),
            ..Assumption::guess(Days::nearest(days * share))
        },
        None => Assumption::default(),
    };
    let set = |(name, _, _, share): &(&str, &str, &str, f64)| {
        Edit::set(stages.child(name).child("time_in_stage"), time(*share))
    };
    Edit::group(STAGES.iter().map(set).collect())
}

/// The edit after which so many people sell. New ones get these identifiers, as far as they
/// reach; who goes is the last in the list, and never somebody with a name.
#[must_use]
pub fn set_people(plan: &Plan, people: usize, fresh: impl IntoIterator<Item = Id<Rep>>) -> Edit {
    let reps = &plan.team.reps;
    let missing = people.saturating_sub(reps.len());
    let added = fresh.into_iter().take(missing).enumerate();
    let added = added.map(|(place, id)| {
        let rep = serde_json::json!({ "id": id });
        Edit::insert("team/reps", reps.len() + place, rep)
    });
    let surplus = reps.iter().rev().take(reps.len().saturating_sub(people));
    let removed = surplus
        .take_while(|rep| rep.name.trim().is_empty())
        .filter_map(|rep| remove_rep(plan, &rep.id));
    Edit::group(added.chain(removed).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::validate;

    fn today() -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, 21).unwrap()
    }

    fn fresh(count: usize) -> Vec<Id<Rep>> {
        (0..count).map(|n| id(&format!("rep-{n}"))).collect()
    }

    #[test]
    fn the_answers_leave_nothing_that_a_verdict_needs() {
        let mut plan = questions(today());
        let motion = plan.process.motions[0].clone();
        let path = FieldPath::from("process/motions/main");
        let mut answers = vec![
            Edit::set("targets/bookings", 500_000),
            Edit::set(path.child("deal_value").child("average"), 20_000),
            Edit::set(path.child("lead_sources/leads/per_month/average"), 12),
            set_days_to_win(&motion, Some(60.0)),
            set_people(&plan, 2, fresh(2)),
        ];
        for (name, ..) in STAGES {
            let stage = path.child("stages").child(name);
            answers.push(Edit::set(stage.child("conversion").child("average"), 0.5));
        }
        for answer in &answers {
            answer.apply(&mut plan).unwrap();
        }
        assert_eq!(validate(&plan, Some(today())), []);
        assert_eq!(days_to_win(asked_motion(&plan).unwrap()), Some(60.0));
        assert_eq!(plan.team.reps.len(), 2);
    }

    #[test]
    fn people_come_and_go_by_edits_that_can_be_taken_back() {
        let mut plan = questions(today());
        let before = plan.clone();
        let undo = set_people(&plan, 3, fresh(3)).apply(&mut plan).unwrap();
        assert_eq!(plan.team.reps.len(), 3);
        Edit::set("team/reps/rep-1/name", "Ines")
            .apply(&mut plan)
            .unwrap();
        set_people(&plan, 1, fresh(0)).apply(&mut plan).unwrap();
        let names: Vec<_> = plan.team.reps.iter().map(|rep| rep.name.as_str()).collect();
        assert_eq!(names, ["", "Ines"], "nobody with a name goes");
        let mut again = before.clone();
        set_people(&again, 3, fresh(3)).apply(&mut again).unwrap();
        undo.apply(&mut again).unwrap();
        assert_eq!(again, before);
    }

    #[test]
    fn another_plan_is_not_asked_about() {
        assert!(asked_motion(&blank(today())).is_none());
        assert!(asked_motion(&super::super::sample(today())).is_none());
        assert!(asked_motion(&questions(today())).is_some());
    }

    #[test]
    fn days_not_known_are_taken_away_whole() {
        let mut plan = questions(today());
        let before = plan.clone();
        let motion = plan.process.motions[0].clone();
        set_days_to_win(&motion, Some(40.0))
            .apply(&mut plan)
            .unwrap();
        set_days_to_win(&motion, None).apply(&mut plan).unwrap();
        assert_eq!(plan, before);
    }
}
