//! Keeping plans safe in the browser.
//!
//! [`record`] says what a saved version looks like as bytes, [`slots`] how two
//! places hold one plan so that there is always a whole version, [`desk`] how
//! several plans lie beside each other and which one opens at start,
//! [`rhythm`] when to save, [`state`] what to tell the user, and [`keeper`]
//! runs it all on the page.
//!
//! A plan is bytes here: nothing in this folder knows what is in it. Nothing
//! but `keeper` knows a clock or a timer.

pub mod desk;
pub mod keeper;
pub mod record;
pub mod rhythm;
pub mod sentinel;
pub mod slots;
pub mod state;
