//! From the month a deal is created to the month it enters each stage or is won
//! (maths.md section 2, real calendar).
//!
//! Everything comes from the daily grid; monthly kernels are never composed.

mod grid;
mod months;

pub use grid::{StageTime, TimeGrid};
pub(crate) use months::WIDTH;
pub use months::{MonthKernel, month_kernel};
