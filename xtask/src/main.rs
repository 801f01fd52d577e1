//! Builds, serves and tests the workbook.
fn main() {}
