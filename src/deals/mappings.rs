//! How files of deals were read before, by their shape: remembered in this browser, so that
//! the next export of the same kind needs no answers.

use serde_json::Value;

use crate::browser::local_storage;

/// Where mappings are remembered, the latest first.
const MAPPINGS: &str = "plumbline.deal-mappings";

/// How many are remembered.
const MAPPINGS_KEPT: usize = 12;

/// Mappings decided earlier, the latest first.
pub(super) fn remembered() -> Vec<Value> {
    let kept = local_storage::get(MAPPINGS).unwrap_or_default();
    serde_json::from_str(&kept).unwrap_or_default()
}

/// Remembers a mapping, in place of one for files of the same shape.
pub(super) fn remember(mapping: &Value) {
    let mut mappings = remembered();
    mappings.retain(|other| other.get("shape") != mapping.get("shape"));
    mappings.insert(0, mapping.clone());
    mappings.truncate(MAPPINGS_KEPT);
    if let Ok(kept) = serde_json::to_string(&mappings) {
        local_storage::set(MAPPINGS, &kept);
    }
}
