//! Links, locked files and workbooks: what is wrapped comes out whole, what is damaged is refused.

mod common;
mod damaged;
mod links;
mod locking;
mod workbooks;
