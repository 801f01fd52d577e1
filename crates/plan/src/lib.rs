//! The sales plan as a document.
