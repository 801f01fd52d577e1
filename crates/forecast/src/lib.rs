//! What a sales plan implies.
