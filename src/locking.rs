//! Locking and unlocking a plan's file in a worker of its own, so that the page stays free
//! while the key is derived: about a second, and 64 MB of memory which the worker's end
//! gives back. Where there are no workers, the page does it.
//!
//! Never keeps a passphrase.

use plumbline_wrapping::locked::{self, Fresh, LockError, Work};
use serde::{Deserialize, Serialize};

use crate::browser::{
    random,
    worker::{self, Program},
};

/// What a worker is to do with the text beside the message.
#[derive(Serialize, Deserialize)]
struct Order {
    locking: Task,
}

#[derive(Serialize, Deserialize)]
enum Task {
    Lock { passphrase: String, fresh: Fresh },
    Unlock { passphrase: String },
}

/// What came of it; the text is beside the message.
#[derive(Serialize, Deserialize)]
struct Answer {
    locked: Result<(), LockError>,
}

/// The locked file that holds this text.
///
/// # Errors
/// Why there is none; [`LockError::TooMuchWork`] also when the browser has no random numbers
/// or not enough memory.
pub async fn lock(text: &str, passphrase: String) -> Result<String, LockError> {
    let salt = random::bytes().ok_or(LockError::TooMuchWork)?;
    let nonce = random::bytes().ok_or(LockError::TooMuchWork)?;
    let fresh = Fresh { salt, nonce };
    let task = Task::Lock { passphrase, fresh };
    carried_out(task, text).await
}

/// The text in a locked file.
///
/// # Errors
/// Why it was not opened.
pub async fn unlock(file: &str, passphrase: String) -> Result<String, LockError> {
    carried_out(Task::Unlock { passphrase }, file).await
}

/// Whether a message to a worker is an order of this module.
#[must_use]
pub fn is_order(text: &str) -> bool {
    text.starts_with(ORDER)
}

/// An order as JSON begins so.
const ORDER: &str = "{\"locking\":";

/// In a worker: does what the page orders, with the text beside the message.
pub fn carry_out_order(order: &str, text: &[u8]) {
    let Ok(order) = serde_json::from_str::<Order>(order) else {
        return;
    };
    let done = carry_out(&order.locking, &String::from_utf8_lossy(text));
    let (locked, text) = match done {
        Ok(text) => (Ok(()), text),
        Err(why) => (Err(why), String::new()),
    };
    let answer = serde_json::to_string(&Answer { locked }).unwrap_or_default();
    worker::report(&answer, text.as_bytes());
}

async fn carried_out(task: Task, text: &str) -> Result<String, LockError> {
    let order = Order { locking: task };
    let message = serde_json::to_string(&order).unwrap_or_default();
    let Some(program) = Program::of_page().await else {
        return carry_out(&order.locking, text);
    };
    // A worker ends without an answer when the memory does not suffice; the page, which
    // holds the plan, must not try the same.
    let answer = program.ask(&message, text.as_bytes()).await;
    let (answer, bytes) = answer.map_err(|_| LockError::TooMuchWork)?;
    let answer: Answer = serde_json::from_str(&answer).map_err(|_| LockError::TooMuchWork)?;
    answer.locked?;
    String::from_utf8(bytes).map_err(|_| LockError::Damaged)
}

fn carry_out(task: &Task, text: &str) -> Result<String, LockError> {
    match task {
        Task::Lock { passphrase, fresh } => locked::lock(text, passphrase, Work::USUAL, fresh),
        Task::Unlock { passphrase } => locked::unlock(text, passphrase),
    }
}
