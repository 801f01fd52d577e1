//! The WebDriver server: one process for all tests that run at a time, with the browsers that
//! wait for another test.

use std::{
    io::{BufRead, BufReader},
    process::{Child, Command, Stdio},
    sync::{Arc, Mutex, MutexGuard, PoisonError, Weak},
    thread,
};

use crate::{browser::Browser, machine};

/// A running ChromeDriver; ended with the last test that uses it.
pub(crate) struct Driver {
    process: Child,
    /// Where it listens.
    pub(crate) address: String,
    /// As good as new, each in its only tab.
    idle: Mutex<Vec<Arc<Browser>>>,
}

static RUNNING: Mutex<Weak<Driver>> = Mutex::new(Weak::new());

/// The driver in use.
pub(crate) fn running() -> Option<Arc<Driver>> {
    RUNNING
        .lock()
        .unwrap_or_else(PoisonError::into_inner)
        .upgrade()
}

/// The driver in use, started if there is none.
pub(crate) fn shared() -> Arc<Driver> {
    let mut running = RUNNING.lock().unwrap_or_else(PoisonError::into_inner);
    running.upgrade().unwrap_or_else(|| {
        let driver = Arc::new(Driver::start());
        *running = Arc::downgrade(&driver);
        driver
    })
}

impl Driver {
    fn start() -> Self {
        let program = machine::chromedriver();
        let mut process = Command::new(&program)
            // A free port of its own choice, which it prints.
            .arg("--port=0")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap_or_else(|error| panic!("{} cannot be started: {error}", program.display()));
        let output = process.stdout.take().expect("its output is piped");
        let mut lines = BufReader::new(output).lines().map_while(Result::ok);
        let port = lines.find_map(|line| {
            let (_, port) = line.split_once("started successfully on port ")?;
            Some(port.trim_end_matches('.').to_owned())
        });
        let port = port.unwrap_or_else(|| panic!("{} did not start", program.display()));
        // Read on, or it would one day wait for a reader.
        thread::spawn(move || lines.for_each(drop));
        Self {
            process,
            address: format!("http://127.0.0.1:{port}"),
            idle: Mutex::default(),
        }
    }

    /// A browser that an earlier test has left as good as new.
    pub(crate) fn idle(&self) -> Option<Arc<Browser>> {
        self.browsers().pop()
    }

    /// Keeps a browser for a later test; ended with the last test at the latest.
    pub(crate) fn hand_on(&self, browser: Arc<Browser>) {
        self.browsers().push(browser);
    }

    fn browsers(&self) -> MutexGuard<'_, Vec<Arc<Browser>>> {
        self.idle.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // Their sessions need it.
        self.browsers().clear();
        // Gone already is as good.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
