//! The plan as a file: JSON text in an envelope that names the format and its version.
//!
//! Reading goes one way: text, envelope, upgrade step by step to the newest version, plan,
//! check that it holds together. What the file holds beyond what this version knows is
//! kept as [`Leftovers`] and written back. The format is described in docs/plan-format.md.

mod leftovers;
mod versions;

use serde::Serialize;
use serde_json::{Map, Value};

pub use leftovers::Leftovers;
pub(crate) use leftovers::Rest;
pub use versions::NEWEST_VERSION;

use crate::{FieldPath, Plan, Problem, document, validate::broken};

/// What every plan file says of itself in its field `format`.
pub const FORMAT: &str = "plumbline-plan";

/// The ending of plan files.
pub const EXTENSION: &str = ".plumbline.json";

/// The field beside the plan with the firm's own deals, where the user wants them there.
const DEALS: &str = "deals";

/// Why a file could not be opened as a plan.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum ReadError {
    /// The text is no JSON, or cut off.
    #[error("line {line}, column {column}: {why}")]
    NotJson {
        /// Line of the first fault, from 1.
        line: usize,
        /// Column of the first fault, from 1.
        column: usize,
        /// What the reader says.
        why: String,
    },
    /// It is JSON, but says nowhere that it is a plan.
    #[error("not a plan file")]
    NotAPlan,
    /// It was written by a newer version of the product.
    #[error("format version {found} is newer than {NEWEST_VERSION}")]
    Newer {
        /// The version the file names.
        found: u64,
    },
    /// A field has a value that it cannot have.
    #[error("{path}: {why}")]
    InvalidValue {
        /// The field, in the plan.
        path: FieldPath,
        /// What is wrong with it.
        why: String,
    },
    /// The document does not hold together.
    #[error("{} references do not hold", .0.len())]
    Broken(Vec<Problem>),
}

/// The file around a plan, as it is written.
#[derive(Serialize)]
struct Envelope<'a> {
    format: &'a str,
    format_version: u64,
    plan: Value,
    #[serde(skip_serializing_if = "Option::is_none")]
    deals: Option<&'a Value>,
    #[serde(flatten)]
    around: &'a Map<String, Value>,
}

/// Reads a plan from the text of a file of any version up to [`NEWEST_VERSION`].
///
/// A draft in which things are missing is read; a document that does not hold together
/// (two items with one identifier, a reference to nothing) or that has a value of the
/// wrong kind is refused, with the field.
///
/// # Errors
/// [`ReadError`]; nothing is ever read in part.
pub fn read(text: &str) -> Result<Plan, ReadError> {
    read_with_deals(text).map(|(plan, _)| plan)
}

/// Reads a plan, and gives the firm's own deals that stand in the file beside it as they are
/// there. What they are is not looked at: whatever it is, the plan is read. They are no part
/// of the plan, its versions and what can be undone in it.
///
/// # Errors
/// As for [`read`].
pub fn read_with_deals(text: &str) -> Result<(Plan, Option<Value>), ReadError> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let value: Value = serde_json::from_str(text).map_err(|error| ReadError::NotJson {
        line: error.line(),
        column: error.column(),
        why: error.to_string(),
    })?;
    let (document, version, mut around) = open(value)?;
    let deals = around.remove(DEALS).filter(|deals| !deals.is_null());
    let document = versions::upgrade(document, version)?;
    let mut plan: Plan = document::read(&document).map_err(|unfit| ReadError::InvalidValue {
        path: unfit.path,
        why: unfit.why,
    })?;
    plan.leftovers = Leftovers::of(&document, &plan, around);
    let broken = broken(&plan);
    if broken.is_empty() {
        Ok((plan, deals))
    } else {
        Err(ReadError::Broken(broken))
    }
}

/// Writes a plan as the text of a file, of the newest version, ending in a line break. Without
/// the firm's own deals.
#[must_use]
pub fn write(plan: &Plan) -> String {
    write_with_deals(plan, None)
}

/// Writes a plan with the firm's own deals beside it. Of a file that held them, those that
/// [`read_with_deals`] gave.
#[must_use]
pub fn write_with_deals(plan: &Plan, deals: Option<&Value>) -> String {
    let envelope = Envelope {
        format: FORMAT,
        format_version: NEWEST_VERSION,
        plan: plan.leftovers.put_back(plan),
        deals,
        around: &plan.leftovers.around,
    };
    // A plan is numbers, texts and lists with text keys: JSON can hold it all.
    let mut text = serde_json::to_string_pretty(&envelope).unwrap_or_default();
    text.push('\n');
    text
}

/// The plan's document, its version, and what else the file holds. Format and version are
/// looked at before anything else, so that a newer file is known as one whatever its shape.
fn open(value: Value) -> Result<(Value, u64, Map<String, Value>), ReadError> {
    let Value::Object(mut around) = value else {
        return Err(ReadError::NotAPlan);
    };
    if around.remove("format") != Some(FORMAT.into()) {
        return Err(ReadError::NotAPlan);
    }
    let version = around.remove("format_version");
    let Some(version) = version.as_ref().and_then(Value::as_u64) else {
        return Err(ReadError::NotAPlan);
    };
    if version > NEWEST_VERSION {
        return Err(ReadError::Newer { found: version });
    }
    match around.remove("plan") {
        Some(document @ Value::Object(_)) => Ok((document, version, around)),
        _ => Err(ReadError::NotAPlan),
    }
}
