//! What is said in place of a number (maths.md section 9), as data. The words are in the
//! catalogue.

use chrono::NaiveDate;
use serde::Serialize;

/// Fewer closed deals than this make no rate.
pub const ENOUGH_CLOSED: u32 = 20;

/// Why there is no number, or why one is not to be trusted.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Refusal {
    /// Too few deals were won or lost for a rate.
    TooFewClosed {
        /// How many were.
        closed: u32,
        /// How many it takes.
        needed: u32,
    },
    /// No lost deals are on record: no win rate can be had.
    NoneLost {
        /// How many were won.
        won: u32,
    },
    /// No won deals are on record.
    NoneWon {
        /// How many were lost.
        lost: u32,
    },
    /// Too few deals have both a date of creation and one of closing.
    TooFewDated {
        /// How many do.
        dated: u32,
        /// How many it takes.
        needed: u32,
    },
    /// Too few won deals have a value.
    TooFewValues {
        /// How many do.
        valued: u32,
        /// How many it takes.
        needed: u32,
    },
    /// Too few whole months are on record.
    TooFewMonths {
        /// How many are.
        months: u32,
        /// How many it takes.
        needed: u32,
    },
    /// Too few past quarter ends can be forecast from.
    TooFewOrigins {
        /// How many can.
        origins: u32,
        /// How many it takes.
        needed: u32,
    },
    /// Open deals are older than any deal that was ever closed.
    OlderThanAnyClosed {
        /// How many.
        deals: u32,
        /// Their value at face.
        value: f64,
        /// The age in days of the oldest deal ever closed.
        oldest_closed: i64,
    },
    /// The sellers' own chances predict no better than the base rate.
    ChancesNoBetter {
        /// The mean squared error of the sellers' chances (Brier score).
        score: f64,
        /// That of the base rate.
        base: f64,
        /// Deals it was measured on.
        deals: u32,
        /// The day the chances were given.
        on: NaiveDate,
    },
    /// The plan's leads come from activity, or from several sources the deals do not tell
    /// apart: the pace on record can be compared, not taken over.
    LeadsNotComparable {
        /// Deals created a month.
        a_month: f64,
    },
    /// The sellers' chances cannot be judged from one export.
    ChancesNotJudged {
        /// Open deals that carry one.
        deals: u32,
    },
}
