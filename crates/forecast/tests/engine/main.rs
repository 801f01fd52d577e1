//! The engine as a whole, from a plan to its verdict. One program: each takes a compiler as long
//! again as what is tested.

mod allocations;
mod any_document;
mod capacity;
mod compound_poisson;
mod discrete_event;
mod distributions;
mod flow;
mod judging;
mod laws;
mod levers;
mod properties;
mod support;
