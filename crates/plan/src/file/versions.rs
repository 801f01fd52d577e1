//! The chain of format versions: one step up at a time, so that every file ever written
//! opens in every later version.
//!
//! The types of this crate know the newest version alone. When the format changes in a way
//! that `serde` defaults cannot absorb, [`NEWEST_VERSION`] grows by one and the step from
//! the version before goes to the end of [`STEPS`]; a file of each version stays in
//! `tests/files/` for ever.

use serde_json::Value;

use super::ReadError;

/// The version this program writes.
pub const NEWEST_VERSION: u64 = STEPS.len() as u64 + 1;

/// Turns a document of one version into one of the next.
type Step = fn(Value) -> Result<Value, ReadError>;

/// `STEPS[0]` leads from version 1 to version 2, and so on.
const STEPS: &[Step] = &[];

/// Brings a document up to the newest version.
pub(super) fn upgrade(document: Value, version: u64) -> Result<Value, ReadError> {
    climb(document, version, STEPS)
}

fn climb(document: Value, version: u64, steps: &[Step]) -> Result<Value, ReadError> {
    let Some(done) = version
        .checked_sub(1)
        .and_then(|done| usize::try_from(done).ok())
    else {
        return Err(ReadError::NotAPlan);
    };
    steps
        .iter()
        .skip(done)
        .try_fold(document, |document, step| step(document))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn count_up(mut document: Value) -> Result<Value, ReadError> {
        document["climbed"] = json!(document["climbed"].as_u64().unwrap_or(0) + 1);
        Ok(document)
    }

    #[test]
    fn a_document_takes_only_the_steps_it_lacks() {
        let steps: [Step; 3] = [count_up, count_up, count_up];
        for (version, climbed) in [(1, 3), (3, 1)] {
            assert_eq!(
                climb(json!({}), version, &steps).unwrap()["climbed"],
                climbed
            );
        }
        assert_eq!(climb(json!({}), 4, &steps).unwrap(), json!({}));
    }

    #[test]
    fn there_is_no_version_zero() {
        assert_eq!(climb(json!({}), 0, &[]), Err(ReadError::NotAPlan));
    }
}
