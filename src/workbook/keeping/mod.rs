//! Keeping plans safe in the browser.
//!
//! [`record`] says what a saved version looks like as bytes, [`versions`] how
//! every save adds one beside those there are, [`desk`] how several plans lie
//! beside each other and which one opens at start, [`library`] what can be told
//! of them, [`undo`] how undo outlives a reload, [`rhythm`] when to save,
//! [`state`] what to tell the user, and [`keeper`] runs it all on the page.
//!
//! A plan is bytes here: nothing in this folder knows what is in it. Nothing
//! but `keeper` knows a clock or a timer.

pub mod desk;
pub mod keeper;
pub mod library;
pub mod record;
pub mod rhythm;
pub mod sentinel;
pub mod state;
pub mod undo;
pub mod versions;
