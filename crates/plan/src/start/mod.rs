//! First plans: a blank one with the default stages, templates for kinds of firms, the ten
//! questions, and the worked sample.

mod moving;
pub mod questions;
mod sample;
mod template;

use chrono::NaiveDate;

pub use sample::sample;
pub use template::{ESTIMATE, Template};

use crate::{
    Assumption, Count, Days, GrowthRate, Id, Plan,
    chapter::{
        Compensation, Foundation, Market, Offer, Pipeline, Process, RealityCheck, Review, Rhythm,
        Scenarios, Scorecard, Targets, Team,
        process::{Activity, LeadSource, Motion, Referrals, RepeatBusiness, Stage},
    },
    file::Leftovers,
    plan::About,
    unit::{Month, Period, Season},
};

/// The default stages (product.md, chapter 4): identifier, name, the buyer's step beside it.
const STAGES: [(&str, &str, &str); 7] = [
    (
        "first-contact",
        "Lead generation and first contact",
        "Notices a problem or a chance",
    ),
    (
        "qualifying",
        "Qualifying",
        "Decides whether it is worth the time",
    ),
    (
        "needs-assessment",
        "Needs assessment",
        "Says what a solution must do",
    ),
    ("pitch", "Pitch or demonstration", "Compares what there is"),
    (
        "proposal",
        "Proposal and objections",
        "Weighs cost, gain and risk",
    ),
    ("closing", "Closing", "Decides and signs"),
    (
        "follow-up",
        "Follow-up, repeat business and referrals",
        "Uses it and judges it",
    ),
];

/// The place of closing, the win, among [`STAGES`].
const CLOSING: usize = 5;

/// A blank plan for the twelve months from the month after `today`: one motion with the
/// seven default stages, one lead source, and no number at all.
#[must_use]
pub fn blank(today: NaiveDate) -> Plan {
    let period = Period {
        start: Month::of(today).plus(1),
        months: 12,
    };
    Plan {
        about: About {
            created_on: Some(today),
            ..About::default()
        },
        foundation: Foundation::default(),
        market: Market::default(),
        offer: Offer::default(),
        process: Process {
            motions: vec![motion(id("main"))],
        },
        team: Team::default(),
        compensation: Compensation::default(),
        targets: Targets::for_period(period),
        pipeline: Pipeline::default(),
        rhythm: Rhythm::default(),
        scorecard: Scorecard::default(),
        reality_check: RealityCheck::default(),
        review: Review::default(),
        scenarios: Scenarios::default(),
        leftovers: Leftovers::default(),
    }
}

/// A motion with the seven default stages and one lead source, without numbers.
#[must_use]
pub fn motion(motion: Id<Motion>) -> Motion {
    let stages: Vec<Stage> = STAGES
        .iter()
        .map(|(name, title, step)| stage(id(name), title, step))
        .collect();
    Motion {
        id: motion,
        name: String::new(),
        segment: None,
        product: None,
        lead_sources: vec![lead_source(id("leads"))],
        lead_season: Season::default(),
        win_stage: Some(stages[CLOSING].id.clone()),
        stages,
        close_season: Season::default(),
        deal_value: Assumption::default(),
        value_spread: None,
        repeat: RepeatBusiness::default(),
        referrals: Referrals::default(),
    }
}

/// A lead source without numbers.
#[must_use]
pub fn lead_source(source: Id<LeadSource>) -> LeadSource {
    LeadSource {
        id: source,
        name: String::new(),
        from_activity: false,
        per_month: Assumption::<Count>::default(),
        activity: Activity::default(),
        growth: Assumption::<GrowthRate>::default(),
    }
}

/// A stage without numbers.
#[must_use]
pub fn stage(stage: Id<Stage>, name: &str, buyer_step: &str) -> Stage {
    Stage {
        id: stage,
        name: name.to_owned(),
        buyer_step: buyer_step.to_owned(),
        activities: String::new(),
        milestone: String::new(),
        conversion: Assumption::default(),
        time_in_stage: Assumption::<Days>::default(),
        slow_time: None,
        hours_per_deal: Assumption::default(),
        cut_off: None,
    }
}

/// An identifier written in this module.
fn id<T>(text: &str) -> Id<T> {
    #[expect(
        clippy::expect_used,
        reason = "the texts stand above and are plain words; a test builds them all"
    )]
    Id::new(text).expect("a plain word is an identifier")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{ProblemKind, validate};

    fn today() -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, 21).unwrap()
    }

    #[test]
    fn a_blank_plan_asks_for_target_value_leads_and_conversions_alone() {
        let problems = validate(&blank(today()), Some(today()));
        assert!(
            problems
                .iter()
                .all(|problem| problem.kind == ProblemKind::Missing)
        );
        let fields: Vec<_> = problems
            .iter()
            .map(|p| p.path.as_str().to_owned())
            .collect();
        let conversions = fields
            .iter()
            .filter(|f| f.ends_with("conversion/average"))
            .count();
        assert_eq!(
            conversions,
            CLOSING + 1,
            "stages after the win need no conversion"
        );
        assert_eq!(fields.len(), 3 + conversions);
    }

    #[test]
    fn the_win_of_a_blank_plan_is_closing() {
        let plan = blank(today());
        assert_eq!(plan.process.motions[0].win_place(), Some(CLOSING));
    }

    #[test]
    fn a_template_has_no_problem_on_any_day_and_nothing_made_up_as_fact() {
        for template in Template::ALL {
            for day in ["2026-11-21", "2027-01-31", "2028-02-29", "2031-12-31"] {
                let today = day.parse().unwrap();
                let plan = template.plan(today);
                assert_eq!(validate(&plan, Some(today)), [], "{template:?} {day}");
                assert_eq!(plan.targets.period.start, Month::of(today).plus(1));
                assert!(plan.pipeline.deals.is_empty() && plan.scorecard.actuals.is_empty());
                assert!(plan.team.bench.is_empty() && plan.targets.last_year_bookings.is_none());
                for motion in &plan.process.motions {
                    assert!(motion.deal_value.source.is_guess(), "{template:?}");
                    assert_eq!(motion.deal_value.note, ESTIMATE, "{template:?}");
                    for stage in &motion.stages {
                        assert!(stage.conversion.source.is_guess(), "{template:?}");
                        assert_eq!(stage.conversion.note, ESTIMATE, "{template:?}");
                    }
                }
            }
        }
    }

    #[test]
    fn the_sample_has_no_problem_on_any_day() {
        for day in ["2026-11-21", "2027-01-31", "2028-02-29", "2031-12-31"] {
            let today = day.parse().unwrap();
            let sample = sample(today);
            assert_eq!(validate(&sample, Some(today)), [], "{day}");
            assert_eq!(sample.targets.period.start, Month::of(today).plus(1));
            assert!(
                sample
                    .pipeline
                    .deals
                    .iter()
                    .all(|deal| deal.created_on.unwrap() <= today),
                "{day}"
            );
        }
    }
}
