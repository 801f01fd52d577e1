//! The program as a shell runs it: what it prints where, and how it ends.

mod arguments;
mod bad_files;
mod program;
mod refusals;
mod same_answer;
mod verdict;
