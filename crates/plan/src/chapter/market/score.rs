//! How well an opportunity fits the ideal customer profile, and what that advises. It
//! follows from the answers alone: no probability, and nothing of it enters the forecast.

use super::{AttributeRole, Opportunity, ProfileAttribute};
use crate::Id;

/// What to do about an opportunity.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Advice {
    /// Put hours into it.
    Pursue,
    /// Find out more before putting hours into it.
    Check,
    /// Leave it.
    Pass,
}

/// How an opportunity stands against the profile.
#[derive(Debug, Clone, PartialEq)]
pub struct Score {
    /// The share, 0 to 1, of the weight of the attributes that must hold or help which is
    /// known to hold; nothing when none of them weighs anything. What is not known counts
    /// as not holding.
    pub fit: Option<f64>,
    /// What it advises.
    pub advice: Advice,
    /// The attributes that say pass: those that rule out and hold, those that must hold and
    /// do not.
    pub against: Vec<Id<ProfileAttribute>>,
    /// The attributes that could still say pass and are not known yet.
    pub open: Vec<Id<ProfileAttribute>>,
}

impl Score {
    /// The fit from which an opportunity is worth pursuing: 60%, the larger half with a
    /// margin. A rule of thumb of this product, not a measured one; the firm's own weights
    /// matter more than where exactly it lies.
    pub const PURSUE_FROM: f64 = 0.6;

    /// Scores something against attributes, given whether each of them holds of it; nothing
    /// for what is not known.
    ///
    /// [`Advice::Pass`] as soon as one attribute says so, whatever the fit.
    /// [`Advice::Pursue`] from [`Score::PURSUE_FROM`], once everything that could still say
    /// pass is known. Otherwise [`Advice::Check`].
    #[must_use]
    pub fn of<'a>(
        attributes: impl IntoIterator<Item = &'a ProfileAttribute>,
        holds: impl Fn(&ProfileAttribute) -> Option<bool>,
    ) -> Self {
        let (mut held, mut all) = (0.0, 0.0);
        let (mut against, mut open) = (Vec::new(), Vec::new());
        for attribute in attributes {
            let holds = holds(attribute);
            let rules_out = attribute.role == AttributeRole::RulesOut;
            if !rules_out {
                all += attribute.weight();
                held += if holds == Some(true) {
                    attribute.weight()
                } else {
                    0.0
                };
            }
            match holds {
                _ if attribute.role == AttributeRole::Helps => {}
                None => open.push(attribute.id.clone()),
                Some(holds) if holds == rules_out => against.push(attribute.id.clone()),
                Some(_) => {}
            }
        }
        let fit = (all > 0.0).then(|| held / all);
        let fits = fit.is_some_and(|fit| fit >= Self::PURSUE_FROM);
        let advice = match (against.is_empty(), open.is_empty()) {
            (false, _) => Advice::Pass,
            (true, true) if fits => Advice::Pursue,
            _ => Advice::Check,
        };
        Self {
            fit,
            advice,
            against,
            open,
        }
    }
}

impl Opportunity {
    /// Its score against a profile.
    #[must_use]
    pub fn score(&self, profile: &[ProfileAttribute]) -> Score {
        Score::of(profile, |attribute| self.answer(&attribute.id)?.holds)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        Factor, Quantity,
        chapter::market::{AttributeAnswer, Market},
    };

    fn attribute(id: &str, role: AttributeRole, weight: Option<f64>) -> ProfileAttribute {
        ProfileAttribute {
            id: id.parse().unwrap(),
            statement: String::new(),
            role,
            weight: weight.map(Factor::nearest),
            told_by: String::new(),
            told_values: Default::default(),
        }
    }

    /// Two musts of weight 3, two helps of 2 and 1, and one that rules out.
    fn profile() -> Vec<ProfileAttribute> {
        vec![
            attribute("crew", AttributeRole::Must, Some(3.0)),
            attribute("stoppage", AttributeRole::Must, Some(3.0)),
            attribute("sponsor", AttributeRole::Helps, Some(2.0)),
            attribute("paper", AttributeRole::Helps, None),
            attribute("it-only", AttributeRole::RulesOut, Some(3.0)),
        ]
    }

    fn opportunity(answers: &[(&str, bool)]) -> Opportunity {
        let answers = answers.iter().map(|(attribute, holds)| AttributeAnswer {
            id: format!("about-{attribute}").parse().unwrap(),
            attribute: attribute.parse().unwrap(),
            holds: Some(*holds),
        });
        Opportunity {
            id: "plant".parse().unwrap(),
            name: String::new(),
            answers: answers.collect(),
        }
    }

    fn score(answers: &[(&str, bool)]) -> Score {
        opportunity(answers).score(&profile())
    }

    #[test]
    fn the_fit_is_the_share_of_the_weight_that_holds() {
        let known = [
            ("crew", true),
            ("stoppage", true),
            ("sponsor", true),
            ("it-only", false),
        ];
        assert_eq!(score(&known).fit, Some(8.0 / 9.0));
        assert_eq!(score(&known).advice, Advice::Pursue);
        assert_eq!(score(&[]).fit, Some(0.0));
    }

    #[test]
    fn one_attribute_that_rules_out_outweighs_all_others() {
        let all = ["crew", "stoppage", "sponsor", "paper", "it-only"].map(|id| (id, true));
        assert_eq!(score(&all).fit, Some(1.0));
        assert_eq!(score(&all).advice, Advice::Pass);
        assert_eq!(score(&all).against, ["it-only".parse().unwrap()]);
    }

    #[test]
    fn a_must_that_does_not_hold_says_pass_and_a_help_that_does_not_only_lowers_the_fit() {
        let without_crew = [("crew", false), ("stoppage", true), ("it-only", false)];
        assert_eq!(score(&without_crew).advice, Advice::Pass);
        let without_help = [
            ("crew", true),
            ("stoppage", true),
            ("sponsor", false),
            ("it-only", false),
        ];
        assert_eq!(score(&without_help).advice, Advice::Pursue);
        assert!(score(&without_help).against.is_empty());
    }

    #[test]
    fn nothing_is_pursued_while_what_could_rule_it_out_is_unknown() {
        let answers = [
            ("crew", true),
            ("stoppage", true),
            ("sponsor", true),
            ("paper", true),
        ];
        let score = score(&answers);
        assert_eq!((score.fit, score.advice), (Some(1.0), Advice::Check));
        assert_eq!(score.open, ["it-only".parse().unwrap()]);
    }

    #[test]
    fn sixty_percent_is_enough_and_a_little_less_is_not() {
        let with = |sponsor: f64| {
            let profile = vec![
                attribute("crew", AttributeRole::Must, Some(3.0)),
                attribute("sponsor", AttributeRole::Helps, Some(sponsor)),
            ];
            opportunity(&[("crew", true)]).score(&profile).advice
        };
        assert_eq!(with(2.0), Advice::Pursue);
        assert_eq!(with(2.1), Advice::Check);
    }

    #[test]
    fn without_a_profile_there_is_no_fit_to_speak_of() {
        let score = opportunity(&[("gone", true)]).score(&[]);
        assert_eq!((score.fit, score.advice), (None, Advice::Check));
    }

    #[test]
    fn the_size_of_the_market_counts_segments_with_both_figures() {
        let mut plan = crate::start::sample("2026-11-21".parse().unwrap());
        assert_eq!(
            plan.market.yearly_spend(),
            Some(1900.0 * 21000.0 + 120.0 * 48000.0)
        );
        plan.market.segments[1].customers.average = None;
        assert_eq!(plan.market.yearly_spend(), Some(1900.0 * 21000.0));
        assert_eq!(Market::default().yearly_spend(), None);
    }
}
