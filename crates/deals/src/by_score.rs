//! How often closed deals were won, by what the opportunity scorecard would have advised of
//! them: whether the ideal customer profile tells winners from losers (maths.md section 6).

use plumbline_plan::chapter::market::{Advice, ProfileAttribute, Score};

use crate::{
    Refusal,
    interval::Rate,
    metrics::rate_refused,
    refusal::ENOUGH_CLOSED,
    tally::{Row, Tally},
};

/// Win rates by score.
#[derive(Debug, Clone, PartialEq)]
pub struct ByScore {
    /// How many attributes of the profile a column of the deals tells.
    pub told: usize,
    /// Of how many.
    pub of: usize,
    /// The bands, from what would be pursued to what would be passed on.
    pub bands: [Band; 3],
    /// Closed deals of which no column that tells says anything: in no band.
    pub unknown: u32,
    /// Whether deals that would be pursued are won more often than those that would be
    /// passed on; else why that cannot be said.
    pub verdict: Result<Tells, Refusal>,
}

/// The closed deals of one advice.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Band {
    /// What would have been advised.
    pub advice: Advice,
    /// How many were won.
    pub won: u32,
    /// How many were lost.
    pub lost: u32,
    /// Won out of won and lost; nothing for fewer than [`ENOUGH_CLOSED`] deals.
    pub rate: Option<Rate>,
}

/// What the bands say of the profile.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tells {
    /// Deals that would be pursued are won more often: the 80% intervals are apart.
    Apart,
    /// The other way round.
    WrongWay,
    /// By no more than chance would have it.
    Nothing,
}

impl Tally {
    /// Win rates by the score that this profile gives the closed deals; nothing where no
    /// column tells of any attribute.
    ///
    /// Scored by [`Score::of`], as an opportunity is, but against the attributes alone that a
    /// column tells of: the others are unknown of every deal and would only lower every fit.
    #[must_use]
    pub fn by_score(&self, profile: &[ProfileAttribute]) -> Option<ByScore> {
        let told: Vec<(&ProfileAttribute, usize)> = profile
            .iter()
            .filter(|attribute| !attribute.told_values.is_empty())
            .filter_map(|attribute| Some((attribute, self.column(&attribute.told_by)?)))
            .collect();
        if told.is_empty() || self.rows.is_empty() {
            return None;
        }
        let mut counts = [Advice::Pursue, Advice::Check, Advice::Pass].map(|advice| (advice, 0, 0));
        let mut unknown = 0;
        for row in &self.rows {
            let Some(score) = self.score(row, &told) else {
                unknown += row.won + row.lost;
                continue;
            };
            for (advice, won, lost) in &mut counts {
                if *advice == score.advice {
                    (*won, *lost) = (*won + row.won, *lost + row.lost);
                }
            }
        }
        let bands = counts.map(|(advice, won, lost)| Band::new(advice, won, lost));
        Some(ByScore {
            told: told.len(),
            of: profile.len(),
            verdict: verdict(&bands),
            bands,
            unknown,
        })
    }

    /// The score of the deals of a row; nothing where every cell that tells is empty.
    fn score(&self, row: &Row, told: &[(&ProfileAttribute, usize)]) -> Option<Score> {
        let column_of = |attribute: &ProfileAttribute| {
            let mut told = told.iter();
            told.find(|(other, _)| other.id == attribute.id)
                .map(|(_, column)| *column)
        };
        let holds = |attribute: &ProfileAttribute| {
            let value = self.value(row, column_of(attribute)?)?;
            Some(attribute.told_values.contains(value))
        };
        let attributes = told.iter().map(|(attribute, _)| *attribute);
        let says = attributes
            .clone()
            .any(|attribute| holds(attribute).is_some());
        says.then(|| Score::of(attributes, holds))
    }
}

impl Band {
    fn new(advice: Advice, won: u32, lost: u32) -> Self {
        let enough = won + lost >= ENOUGH_CLOSED;
        Self {
            advice,
            won,
            lost,
            rate: Rate::new(won, won + lost).filter(|_| enough),
        }
    }
}

/// What would be pursued against what would be passed on; where one of the two has too few
/// deals, against everything else.
fn verdict(bands: &[Band; 3]) -> Result<Tells, Refusal> {
    let won: u32 = bands.iter().map(|band| band.won).sum();
    let lost: u32 = bands.iter().map(|band| band.lost).sum();
    if let Some(refusal) = rate_refused(won, lost) {
        return Err(refusal);
    }
    let [pursue, check, pass] = bands;
    let worse = pass.rate.or_else(|| {
        let (won, lost) = (check.won + pass.won, check.lost + pass.lost);
        Band::new(Advice::Pass, won, lost).rate
    });
    let (Some(better), Some(worse)) = (pursue.rate, worse) else {
        let others = check.won + check.lost + pass.won + pass.lost;
        return Err(Refusal::TooFewClosed {
            closed: others.min(pursue.won + pursue.lost),
            needed: ENOUGH_CLOSED,
        });
    };
    Ok(if better.interval.low > worse.interval.high {
        Tells::Apart
    } else if better.interval.high < worse.interval.low {
        Tells::WrongWay
    } else {
        Tells::Nothing
    })
}

#[cfg(test)]
mod tests {
    use plumbline_plan::chapter::market::AttributeRole;

    use super::*;
    use crate::{Deal, Further, History, Label, State};

    fn told(id: &str, role: AttributeRole, column: &str, values: &[&str]) -> ProfileAttribute {
        ProfileAttribute {
            id: id.parse().unwrap(),
            statement: String::new(),
            role,
            weight: None,
            told_by: column.to_owned(),
            told_values: values.iter().map(|value| (*value).to_owned()).collect(),
        }
    }

    /// So many deals won and lost, by segment and a further column.
    fn tally(deals: &[(&str, &str, u32, u32)]) -> Tally {
        let mut history = History::empty("2026-11-21".parse().unwrap());
        history.further.push(Further {
            name: "Size".to_owned(),
            ..Further::default()
        });
        for (segment, size, won, lost) in deals {
            let segment = history.segments.take(segment);
            let size = history.further[0].labels.take(size);
            for place in 0..won + lost {
                let state = if place < *won {
                    State::Won
                } else {
                    State::Lost
                };
                history.deals.push(deal(segment, size, state));
            }
        }
        history
            .deals
            .push(deal(Label::NONE, Label::NONE, State::Open));
        Tally::of(&history)
    }

    fn deal(segment: Label, size: Label, state: State) -> Deal {
        Deal {
            row: 2,
            id: "".into(),
            name: "".into(),
            account: "".into(),
            owner: Label::NONE,
            source: Label::NONE,
            segment,
            product: Label::NONE,
            stage: Label::NONE,
            state,
            created: None,
            closed: None,
            expected_close: None,
            last_activity: None,
            value: None,
            probability: None,
            entered: Box::default(),
            further: Box::new([size]),
        }
    }

    fn profile() -> Vec<ProfileAttribute> {
        vec![
            told("plant", AttributeRole::Must, "segment", &["Plants"]),
            told("large", AttributeRole::Helps, "further:Size", &["Large"]),
            told("crew", AttributeRole::Must, "", &[]),
        ]
    }

    fn counts(found: &ByScore) -> [(u32, u32); 3] {
        found.bands.map(|band| (band.won, band.lost))
    }

    #[test]
    fn closed_deals_fall_into_the_bands_of_the_scorecard() {
        let tally = tally(&[
            ("Plants", "Large", 30, 10),
            ("Plants", "Small", 15, 15),
            ("Offices", "Large", 4, 46),
            ("", "", 3, 2),
        ]);
        let found = tally.by_score(&profile()).unwrap();
        assert_eq!((found.told, found.of), (2, 3));
        assert_eq!(counts(&found), [(30, 10), (15, 15), (4, 46)]);
        assert_eq!(found.unknown, 5);
        assert_eq!(found.verdict, Ok(Tells::Apart));
        let rate = found.bands[0].rate.unwrap();
        assert_eq!((rate.events, rate.of), (30, 40));
        let values: Vec<_> = tally.values("segment");
        assert_eq!((values[0].value, values[0].won), ("Plants", 45));
    }

    /// Case 55: too few deals, none won or none lost make no rate and no verdict.
    #[test]
    fn too_few_deals_are_counted_and_make_no_rate() {
        let few = tally(&[("Plants", "Large", 6, 3), ("Offices", "Large", 5, 30)]);
        let found = few.by_score(&profile()).unwrap();
        assert_eq!(counts(&found)[0], (6, 3));
        assert_eq!(found.bands[0].rate, None);
        let needed = ENOUGH_CLOSED;
        let closed = 9;
        assert_eq!(found.verdict, Err(Refusal::TooFewClosed { closed, needed }));
        let all_won = tally(&[("Plants", "Large", 40, 0)]);
        let found = all_won.by_score(&profile()).unwrap();
        assert_eq!(found.verdict, Err(Refusal::NoneLost { won: 40 }));
    }

    #[test]
    fn a_profile_that_no_column_tells_of_has_no_win_rates() {
        let tally = tally(&[("Plants", "Large", 30, 10)]);
        let mut profile = profile();
        assert_eq!(tally.by_score(&profile[2..]), None);
        profile[0].told_by = "further:Gone".to_owned();
        profile.remove(1);
        assert_eq!(tally.by_score(&profile), None);
        assert_eq!(Tally::default().by_score(&self::profile()), None);
    }

    #[test]
    fn a_profile_that_points_the_wrong_way_is_told() {
        let tally = tally(&[("Plants", "Large", 4, 46), ("Offices", "Large", 30, 10)]);
        let found = tally.by_score(&profile()).unwrap();
        assert_eq!(found.verdict, Ok(Tells::WrongWay));
    }
}
