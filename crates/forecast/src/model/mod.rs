//! What the maths needs of a plan and nothing else: numbers in arrays.
//!
//! [`Model::from_plan`] is the only bridge from words to numbers. Nothing here draws or
//! computes a forecast.

mod actuals;
mod after_win;
mod assumption;
mod build;
mod change;
mod leads;
mod motion;
mod open_deals;
mod open_time;
mod register;
mod team;
mod time;

use chrono::NaiveDate;
use plumbline_plan::{FieldPath, Month};
use serde::Serialize;

pub(crate) use after_win::PAST_MONTHS;
pub use after_win::{Referrals, Repeat};
pub use assumption::{AssumptionKind, Evidence, ModelAssumption};
pub use leads::{Activity, LeadSource};
pub use motion::{Motion, Stage};
pub use open_deals::{OpenDeal, OpenDeals};
pub use open_time::OpenGroup;
pub use team::{ManagerTime, Seat, Team};
pub use time::MotionTime;

use crate::{
    calendar::Calendar,
    capacity::{reserved::Reserved, staffing::StaffingTables, work::Work},
};

/// A plan as numbers, ready to be computed.
#[derive(Debug, Clone)]
pub struct Model {
    /// Period, as-of date, cohorts of leads, months of wins.
    pub calendar: Calendar,
    /// Bookings target of the period, plan's currency.
    pub target: f64,
    /// The target by month of the period.
    pub target_by_month: Vec<f64>,
    /// The probability of reaching the target that the firm wants.
    pub goal: f64,
    /// The shared and monthly sources of chance.
    pub uncertainty: Uncertainty,
    /// Every assumption the flow uses, each once.
    pub assumptions: Vec<ModelAssumption>,
    /// The ways of selling.
    pub motions: Vec<Motion>,
    /// The open deals.
    pub open_deals: OpenDeals,
    /// Bookings that have already come, by month of the period.
    pub actual_bookings: Vec<f64>,
    /// Whether there was business before the as-of date: its customers buy again and bring
    /// leads.
    pub running_business: bool,
    /// Who sells, and how many hours.
    pub team: Team,
    /// What a reader of the result should know about the input.
    pub notes: Vec<Note>,
    /// What asks for hours; nothing when hours cannot limit the flow.
    pub(crate) work: Option<Work>,
    pub(crate) staffing: StaffingTables,
    pub(crate) reserved: Reserved,
}

/// How far chance reaches beyond the single assumptions (maths.md section 4).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Uncertainty {
    /// Standard deviation of the market factor's logarithm.
    pub market_spread: f64,
    /// Coefficient of variation of the monthly factor on leads.
    pub lead_variation: f64,
    /// Correlation of judgements of one kind.
    pub correlation: f64,
    /// Standard deviation, on the logit, of what all open deals' chances have in common.
    pub open_deals_spread: f64,
}

impl Uncertainty {
    /// The shared error of all open deals' odds: one in ten times they are all lower, and
    /// one in ten times higher, by the factor 1.35 that is the default spread of a chance.
    pub const OPEN_DEALS_SPREAD: f64 = 0.234_175_1;
}

/// Something in the input that a reader of the result should know. No problem: the answer
/// stands.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Note {
    /// The mean of the distribution fitted to low and high differs from the entered average
    /// by more than a tenth.
    AverageDiffers {
        /// The assumption.
        path: FieldPath,
        /// The entered average.
        entered: f64,
        /// The mean that is used.
        used: f64,
    },
    /// No Beta distribution has this low and high within one percentage point.
    RangeHardToFit {
        /// The assumption.
        path: FieldPath,
        /// How far the nearest one is off, as a probability.
        miss: f64,
    },
    /// No stage of the motion takes time: deals count as won the day they are created.
    NoTime {
        /// The motion.
        path: FieldPath,
    },
    /// Leads come from activity but the team has no reps: one person is assumed.
    OnePersonAssumed {
        /// The lead source.
        path: FieldPath,
    },
    /// The month lies before the as-of date and no bookings were entered for it.
    NoActuals {
        /// The month.
        month: Month,
    },
    /// Open deals older in their stage than its cut-off age: counted as lost.
    PastCutOff {
        /// How many.
        deals: u32,
    },
    /// Open deals without a date of creation or of entering the stage: taken as new there.
    Undated {
        /// How many.
        deals: u32,
    },
    /// Open deals that stand in a stage after the win: counted as won already.
    AlreadyWon {
        /// How many.
        deals: u32,
    },
    /// One deal keeps the whole team busy for more than a day, and the team is busy: such
    /// deals hold each other up by chance, which the simulation does not show.
    LargePieces {
        /// The hours for each deal of the stage that asks for the most.
        path: FieldPath,
    },
}

impl Model {
    /// How many months the period has.
    #[must_use]
    pub fn months(&self) -> usize {
        self.calendar.months()
    }

    /// Whether hours can limit the flow: the plan names people who sell and work to do.
    #[must_use]
    pub fn is_limited_by_hours(&self) -> bool {
        self.work.is_some()
    }

    /// Computes what follows from team, motions and open deals.
    pub(crate) fn connect(&mut self) {
        self.staffing = StaffingTables::new(self);
        self.work = Work::new(self);
        self.reserved = Reserved::new(self);
    }

    /// The day the calculation starts from.
    #[must_use]
    pub fn as_of(&self) -> NaiveDate {
        self.calendar.as_of
    }

    /// The mean of every assumption: what expected-value figures use (maths.md section 1).
    #[must_use]
    pub fn means(&self) -> Vec<f64> {
        self.assumptions
            .iter()
            .map(|assumption| assumption.distribution.mean())
            .collect()
    }
}
