//! What the product promises to a person who uses it, kept in a real browser against the
//! files that are published, under their real security policy.

mod accessibility;
mod chapters;
mod crm_record;
mod four_bad_files;
mod looks;
mod main_job;
mod privacy;
mod recovery;
mod saving;
mod typing;
