//! The same core for the terminal.
fn main() {}
