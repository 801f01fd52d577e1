//! Names for chances (maths.md section 5).

use serde::Serialize;

/// How likely the target is. The lower edge belongs to the band.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Band {
    /// Below 5%.
    OutOfReach,
    /// 5% and over.
    Unlikely,
    /// 20% and over.
    Stretch,
    /// 50% and over.
    Realistic,
    /// 80% and over.
    Likely,
}

impl Band {
    const EDGES: [(f64, Self); 4] = [
        (0.80, Self::Likely),
        (0.50, Self::Realistic),
        (0.20, Self::Stretch),
        (0.05, Self::Unlikely),
    ];

    /// The band a chance lies in.
    #[must_use]
    pub fn of(probability: f64) -> Self {
        let found = Self::EDGES.iter().find(|(edge, _)| probability >= *edge);
        found.map_or(Self::OutOfReach, |(_, band)| *band)
    }
}

/// The chance of the target with its name.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Judgement {
    /// The chance.
    pub probability: f64,
    /// Its Monte Carlo standard error.
    pub standard_error: f64,
    /// Its band.
    pub band: Band,
    /// The neighbouring band, when two standard errors reach into it.
    pub also: Option<Band>,
    /// The chance the firm wants.
    pub goal: f64,
    /// Whether the chance is below it.
    pub below_goal: bool,
}

impl Judgement {
    /// Names a chance.
    #[must_use]
    pub fn new(probability: f64, standard_error: f64, goal: f64) -> Self {
        let band = Band::of(probability);
        let reach = 2.0 * standard_error;
        let (below, above) = (Band::of(probability - reach), Band::of(probability + reach));
        let also = [below, above].into_iter().find(|other| *other != band);
        Self {
            probability,
            standard_error,
            band,
            also,
            goal,
            below_goal: probability < goal,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lower_edges_belong_to_their_band() {
        for (probability, band) in [
            (1.0, Band::Likely),
            (0.80, Band::Likely),
            (0.799_999, Band::Realistic),
            (0.50, Band::Realistic),
            (0.499, Band::Stretch),
            (0.20, Band::Stretch),
            (0.199, Band::Unlikely),
            (0.05, Band::Unlikely),
            (0.049, Band::OutOfReach),
            (0.0, Band::OutOfReach),
        ] {
            assert_eq!(Band::of(probability), band, "{probability}");
        }
    }

    #[test]
    fn both_names_when_two_standard_errors_cross_an_edge() {
        assert_eq!(Judgement::new(0.79, 0.006, 0.7).also, Some(Band::Likely));
        assert_eq!(Judgement::new(0.81, 0.006, 0.7).also, Some(Band::Realistic));
        assert_eq!(Judgement::new(0.81, 0.004, 0.7).also, None);
        assert_eq!(Judgement::new(0.65, 0.01, 0.7).also, None);
    }

    #[test]
    fn a_chance_equal_to_the_goal_is_not_below_it() {
        assert!(!Judgement::new(0.7, 0.01, 0.7).below_goal);
        assert!(Judgement::new(0.69, 0.01, 0.7).below_goal);
    }
}
