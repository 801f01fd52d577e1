//! Chapter 12: what was decided about the plan, and why some advice is not for this firm.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{
    FieldPath, Id,
    reach::{fields, items},
};

/// Decisions, answers to the questions for discussion, findings set aside.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Review {
    /// Findings that do not apply, with the reason.
    pub set_aside: Vec<SetAside>,
    /// Answers to the questions for discussion.
    pub answers: Vec<Answer>,
    /// What was decided.
    pub decisions: Vec<Decision>,
}

/// A finding set aside: "not for us, because ...".
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SetAside {
    /// Identifier.
    pub id: Id<SetAside>,
    /// The rule's code.
    pub rule: String,
    /// The field it is about; the plan as a whole when empty.
    #[serde(default)]
    pub about: FieldPath,
    /// Why it does not apply.
    #[serde(default)]
    pub because: String,
    /// When it was set aside.
    #[serde(default)]
    pub on: Option<NaiveDate>,
}

/// The answer to a question for discussion.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Answer {
    /// Identifier.
    pub id: Id<Answer>,
    /// The question.
    #[serde(default)]
    pub question: String,
    /// What was answered.
    #[serde(default)]
    pub answer: String,
}

/// A decision.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Decision {
    /// Identifier.
    pub id: Id<Decision>,
    /// What was decided.
    #[serde(default)]
    pub what: String,
    /// Why.
    #[serde(default)]
    pub why: String,
    /// Who decided.
    #[serde(default)]
    pub who: String,
    /// When.
    #[serde(default)]
    pub on: Option<NaiveDate>,
}

fields!(Review {
    set_aside,
    answers,
    decisions
});
fields!(SetAside {
    id,
    rule,
    about,
    because,
    on
});
fields!(Answer {
    id,
    question,
    answer
});
fields!(Decision {
    id,
    what,
    why,
    who,
    on
});
items!(SetAside, Answer, Decision);
