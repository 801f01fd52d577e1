//! The document as a whole.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::{
    Currency, FieldPath, Logo,
    chapter::{
        Compensation, Foundation, Market, Offer, Pipeline, Process, RealityCheck, Review, Rhythm,
        Scenarios, Scorecard, Targets, Team,
    },
    file::Leftovers,
    reach::{Reach, ReachError, fields},
};

/// A sales plan: its twelve chapters and what stands on its cover.
///
/// Plain data. A plan with problems can be edited and saved like any other; what is wrong
/// with it, [`crate::validate`] says.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Plan {
    /// The cover.
    #[serde(default)]
    pub about: About,
    /// Chapter 1.
    #[serde(default)]
    pub foundation: Foundation,
    /// Chapter 2.
    #[serde(default)]
    pub market: Market,
    /// Chapter 3.
    #[serde(default)]
    pub offer: Offer,
    /// Chapter 4.
    #[serde(default)]
    pub process: Process,
    /// Chapter 5.
    #[serde(default)]
    pub team: Team,
    /// Chapter 6.
    #[serde(default)]
    pub compensation: Compensation,
    /// Chapter 7. The one chapter without which a document is no plan: it holds the period.
    pub targets: Targets,
    /// Chapter 8.
    #[serde(default)]
    pub pipeline: Pipeline,
    /// Chapter 9.
    #[serde(default)]
    pub rhythm: Rhythm,
    /// Chapter 10.
    #[serde(default)]
    pub scorecard: Scorecard,
    /// Chapter 11.
    #[serde(default)]
    pub reality_check: RealityCheck,
    /// Chapter 12.
    #[serde(default)]
    pub review: Review,
    /// Other ways to reach the target; what stands in the chapters is one of them.
    #[serde(default, skip_serializing_if = "Scenarios::is_empty")]
    pub scenarios: Scenarios,
    /// What its file held that this version does not know; written back on saving.
    #[serde(skip)]
    pub leftovers: Leftovers,
}

/// What stands on the plan's cover.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct About {
    /// The plan's title.
    pub title: String,
    /// The firm the plan is for.
    pub client: String,
    /// Who drew it up.
    pub prepared_by: String,
    /// The firm in whose name it is handed out: the consultancy, or the firm itself.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub brand: String,
    /// That firm's logo.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub brand_logo: Option<Logo>,
    /// When it was begun.
    pub created_on: Option<NaiveDate>,
    /// The one currency of all its money.
    pub currency: Currency,
}

fields!(About {
    title,
    client,
    prepared_by,
    brand,
    brand_logo,
    created_on,
    currency
});

impl Plan {
    /// The value of the field at a path, as it would be written to a file.
    ///
    /// # Errors
    /// [`ReachError`] when the path leads nowhere.
    pub fn field(&self, path: &FieldPath) -> Result<Value, ReachError> {
        let steps: Vec<&str> = path.steps().collect();
        self.read(&steps)
    }
}

mod reach {
    //! Apart, because what an older version left over is no field that a path can name.

    use super::{Plan, Value};
    use crate::{
        file::Rest,
        reach::{Change, Reach, ReachError, no_such_field, replace, to_value},
    };

    macro_rules! chapters {
        ($($chapter:ident),* $(,)?) => {
            impl Reach for Plan {
                fn read(&self, path: &[&str]) -> Result<Value, ReachError> {
                    let Some((step, rest)) = path.split_first() else {
                        return to_value(self);
                    };
                    let Self { $($chapter,)* leftovers: _ } = self;
                    let part: &dyn Reach = match *step {
                        $(stringify!($chapter) => $chapter,)*
                        _ => return Err(no_such_field(step)),
                    };
                    part.read(rest)
                }

                fn change(&mut self, path: &[&str], change: Change) -> Result<Change, ReachError> {
                    let Some((step, rest)) = path.split_first() else {
                        let leftovers = std::mem::take(&mut self.leftovers);
                        let inverse = replace(self, change);
                        self.leftovers = leftovers;
                        return inverse;
                    };
                    let Self { $($chapter,)* leftovers: _ } = self;
                    let part: &mut dyn Reach = match *step {
                        $(stringify!($chapter) => $chapter,)*
                        _ => return Err(no_such_field(step)),
                    };
                    part.change(rest, change)
                }

                fn beyond(&self, document: &Value) -> Option<Rest> {
                    let Self { $($chapter,)* leftovers: _ } = self;
                    Rest::of_record(document, &|name, value| {
                        let part: &dyn Reach = match name {
                            $(stringify!($chapter) => $chapter,)*
                            _ => return None,
                        };
                        Some(part.beyond(value))
                    })
                }
            }
        };
    }

    chapters!(
        about,
        foundation,
        market,
        offer,
        process,
        team,
        compensation,
        targets,
        pipeline,
        rhythm,
        scorecard,
        reality_check,
        review,
        scenarios,
    );
}
