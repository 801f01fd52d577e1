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
