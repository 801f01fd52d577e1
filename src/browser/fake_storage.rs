//! A storage for tests that can do wrong on any call.
//!
//! It keeps what a disk would keep, so a test can let a save go wrong at call
//! k, throw the page away and open again from what is left.

use std::{
    cell::{Cell, RefCell},
    collections::BTreeMap,
    future::Future,
    pin::{Pin, pin},
    rc::Rc,
    task::{Context, Poll, Waker},
};

use super::storage::{Added, Answer, Storage, StorageError, Store};

/// What goes wrong on one call.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fault {
    /// The call fails and does nothing.
    Fail,
    /// The space is full: the call fails and does nothing.
    Full,
    /// No answer in time, and nothing was done.
    HangAndLose,
    /// No answer in time, yet the change was made.
    HangAndDo,
    /// Half the bytes are written, and the call fails.
    TearAndFail,
    /// Half the bytes are written, and the call claims success. A read gives
    /// half the bytes.
    TearAndClaim,
    /// One bit is wrong in what is written or read, and nobody says so.
    Corrupt,
    /// Nothing is written, and the call claims success. A read finds nothing.
    Forget,
    /// The browser is killed: the write is torn, and neither this call nor
    /// any later one does anything.
    Kill,
}

impl Fault {
    pub(crate) const ALL: [Self; 9] = [
        Self::Fail,
        Self::Full,
        Self::HangAndLose,
        Self::HangAndDo,
        Self::TearAndFail,
        Self::TearAndClaim,
        Self::Corrupt,
        Self::Forget,
        Self::Kill,
    ];
}

type Disk = BTreeMap<(Store, String), Vec<u8>>;

/// The fake. Clones share one disk and one count of calls.
#[derive(Clone, Default)]
pub(crate) struct FakeStorage {
    disk: Rc<RefCell<Disk>>,
    faults: Rc<RefCell<BTreeMap<usize, Fault>>>,
    calls: Rc<Cell<usize>>,
    killed: Rc<Cell<bool>>,
    steps: usize,
}

impl FakeStorage {
    /// Lets call `call`, counted from 0 from now on, go wrong.
    pub(crate) fn fault_at(&self, call: usize, fault: Fault) {
        self.faults
            .borrow_mut()
            .insert(self.calls.get() + call, fault);
    }

    /// A second tab on the same disk that also stops `steps` times before each
    /// call, so that a test can interleave it with another.
    pub(crate) fn tab(&self, steps: usize) -> Self {
        Self {
            disk: Rc::clone(&self.disk),
            steps,
            ..Self::default()
        }
    }

    /// Forgets the faults that have not come yet.
    pub(crate) fn heal(&self) {
        self.faults.borrow_mut().clear();
    }

    /// How many calls were made.
    pub(crate) fn calls(&self) -> usize {
        self.calls.get()
    }

    /// The bytes on the disk, past all faults.
    pub(crate) fn peek(&self, store: Store, key: &str) -> Option<Vec<u8>> {
        self.disk.borrow().get(&(store, key.to_owned())).cloned()
    }

    /// Puts bytes on the disk, or takes them away, past all faults.
    pub(crate) fn poke(&self, store: Store, key: &str, bytes: Option<Vec<u8>>) {
        let place = (store, key.to_owned());
        match bytes {
            Some(bytes) => self.disk.borrow_mut().insert(place, bytes),
            None => self.disk.borrow_mut().remove(&place),
        };
    }

    /// Every key on the disk, past all faults.
    pub(crate) fn all_keys(&self) -> Vec<(Store, String)> {
        self.disk.borrow().keys().cloned().collect()
    }

    fn next_fault(&self) -> Option<Fault> {
        let call = self.calls.replace(self.calls.get() + 1);
        if self.killed.get() {
            return Some(Fault::Fail);
        }
        let fault = self.faults.borrow_mut().remove(&call);
        self.killed.set(fault == Some(Fault::Kill));
        fault
    }

    async fn pause(&self) {
        for _ in 0..self.steps {
            yield_once().await;
        }
    }

    fn read_now(&self, store: Store, key: &str) -> Result<Option<Vec<u8>>, StorageError> {
        let fault = self.next_fault();
        let held = self.peek(store, key);
        match fault {
            None => Ok(held),
            Some(Fault::Corrupt) => Ok(held.map(|bytes| spoiled(&bytes, 2))),
            Some(Fault::TearAndClaim) => Ok(held.map(|bytes| half(&bytes))),
            Some(Fault::Forget) => Ok(None),
            Some(fault) => Err(error_of(fault)),
        }
    }

    /// Writes as the next fault has it; `only_new` leaves alone what is there.
    fn write_now(
        &self,
        store: Store,
        key: &str,
        bytes: &[u8],
        only_new: bool,
    ) -> Result<Added, StorageError> {
        let fault = self.next_fault();
        if only_new && self.peek(store, key).is_some() {
            return match fault {
                None => Ok(Added::Refused),
                Some(fault) => Err(error_of(fault)),
            };
        }
        let stored = match fault {
            None | Some(Fault::HangAndDo) => Some(bytes.to_vec()),
            Some(Fault::TearAndFail | Fault::TearAndClaim | Fault::Kill) => Some(half(bytes)),
            Some(Fault::Corrupt) => Some(spoiled(bytes, 1)),
            Some(_) => None,
        };
        if stored.is_some() {
            self.poke(store, key, stored);
        }
        match fault {
            None | Some(Fault::TearAndClaim | Fault::Corrupt | Fault::Forget) => Ok(Added::Yes),
            Some(fault) => Err(error_of(fault)),
        }
    }
}

impl Storage for FakeStorage {
    fn read<'a>(&'a self, store: Store, key: &'a str) -> Answer<'a, Option<Vec<u8>>> {
        Box::pin(async move {
            self.pause().await;
            self.read_now(store, key)
        })
    }

    fn add<'a>(&'a self, store: Store, key: &'a str, bytes: &'a [u8]) -> Answer<'a, Added> {
        Box::pin(async move {
            self.pause().await;
            self.write_now(store, key, bytes, true)
        })
    }

    fn put<'a>(&'a self, store: Store, key: &'a str, bytes: &'a [u8]) -> Answer<'a, ()> {
        Box::pin(async move {
            self.pause().await;
            self.write_now(store, key, bytes, false).map(|_| ())
        })
    }

    fn remove<'a>(&'a self, store: Store, key: &'a str) -> Answer<'a, ()> {
        Box::pin(async move {
            self.pause().await;
            match self.next_fault() {
                None => self.poke(store, key, None),
                Some(fault) => return Err(error_of(fault)),
            }
            Ok(())
        })
    }

    fn keys<'a>(&'a self, store: Store, beginning: &'a str) -> Answer<'a, Vec<String>> {
        Box::pin(async move {
            self.pause().await;
            if let Some(fault) = self.next_fault() {
                return Err(error_of(fault));
            }
            let disk = self.disk.borrow();
            Ok(disk
                .keys()
                .filter(|(held, key)| *held == store && key.starts_with(beginning))
                .map(|(_, key)| key.clone())
                .collect())
        })
    }
}

fn error_of(fault: Fault) -> StorageError {
    match fault {
        Fault::Full => StorageError::Full,
        Fault::HangAndLose | Fault::HangAndDo => StorageError::Hung,
        _ => StorageError::Other("fault".into()),
    }
}

fn half(bytes: &[u8]) -> Vec<u8> {
    bytes[..bytes.len() / 2].to_vec()
}

/// With one bit changed; writing and reading change different ones, or two
/// faults could make a right.
fn spoiled(bytes: &[u8], bit: u8) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    let middle = bytes.len() / 2;
    if let Some(byte) = bytes.get_mut(middle) {
        *byte ^= bit;
    }
    bytes
}

/// Runs a future that never has to wait to its end.
pub(crate) fn run<T>(future: impl Future<Output = T>) -> T {
    match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(answer) => answer,
        Poll::Pending => panic!("the fake storage without steps never waits"),
    }
}

/// Runs two futures by turns: the bits of `schedule` say whose turn it is, and
/// afterwards each runs to its end.
pub(crate) fn run_by_turns<A, B>(
    schedule: u32,
    first: impl Future<Output = A>,
    second: impl Future<Output = B>,
) -> (A, B) {
    let (mut first, mut second) = (pin!(first), pin!(second));
    let (mut a, mut b) = (None, None);
    let mut turn = 0;
    while a.is_none() || b.is_none() {
        let seconds_turn = if turn < 32 {
            schedule >> turn & 1 == 1
        } else {
            a.is_some()
        };
        if seconds_turn && b.is_none() {
            b = poll(second.as_mut());
        } else if !seconds_turn && a.is_none() {
            a = poll(first.as_mut());
        }
        turn += 1;
    }
    match (a, b) {
        (Some(a), Some(b)) => (a, b),
        _ => unreachable!("the loop ends when both are there"),
    }
}

fn poll<T>(future: Pin<&mut impl Future<Output = T>>) -> Option<T> {
    match future.poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(answer) => Some(answer),
        Poll::Pending => None,
    }
}

async fn yield_once() {
    let mut waited = false;
    std::future::poll_fn(|_| {
        if std::mem::replace(&mut waited, true) {
            Poll::Ready(())
        } else {
            Poll::Pending
        }
    })
    .await;
}
