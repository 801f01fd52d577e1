//! The rest of the world, as a browser under test sees it: a proxy for every request that
//! does not stay on this machine. It notes who was to be asked, and answers nobody.

use std::{
    io::{BufRead, BufReader, Read},
    net::{Ipv4Addr, TcpListener, TcpStream},
    sync::{Arc, Mutex, PoisonError},
    thread,
};

/// A request is noted by its first line, which is no longer than this, bytes.
const LONGEST_LINE: u64 = 8_192;

/// A proxy that hears of every request to another machine.
pub(crate) struct Elsewhere {
    port: u16,
    asked: Arc<Mutex<Vec<String>>>,
}

impl Elsewhere {
    /// Listens on a free port until the tests end.
    #[track_caller]
    pub(crate) fn start() -> Self {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a port is free");
        let place = listener.local_addr().expect("a listener has an address");
        let asked = Arc::new(Mutex::new(Vec::new()));
        let noted = Arc::clone(&asked);
        thread::spawn(move || {
            for connection in listener.incoming().flatten() {
                let noted = Arc::clone(&noted);
                // One that never says what it wants holds up nobody else.
                thread::spawn(move || note(connection, &noted));
            }
        });
        Self {
            port: place.port(),
            asked,
        }
    }

    /// Where a browser finds it on this machine.
    pub(crate) fn port(&self) -> u16 {
        self.port
    }

    /// The first line of every request so far, with whom it was for.
    pub(crate) fn asked(&self) -> Vec<String> {
        let asked = self.asked.lock();
        asked.unwrap_or_else(PoisonError::into_inner).clone()
    }
}

/// Notes what is wanted, and ends the connection.
fn note(connection: TcpStream, noted: &Mutex<Vec<String>>) {
    let mut line = String::new();
    let read = BufReader::new(connection.take(LONGEST_LINE)).read_line(&mut line);
    if read.is_ok_and(|length| length > 0) {
        let mut noted = noted.lock().unwrap_or_else(PoisonError::into_inner);
        noted.push(line.trim_end().to_owned());
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use super::*;
    use crate::wait_until;

    #[test]
    fn whom_a_request_was_for_is_noted_and_it_gets_no_answer() {
        let elsewhere = Elsewhere::start();
        let mut connection = TcpStream::connect((Ipv4Addr::LOCALHOST, elsewhere.port())).unwrap();
        let request = "GET http://elsewhere.example/ HTTP/1.1\r\nHost: elsewhere.example\r\n\r\n";
        connection.write_all(request.as_bytes()).unwrap();
        let asked = wait_until("the request", || {
            Some(elsewhere.asked()).filter(|asked| !asked.is_empty())
        });
        assert_eq!(asked, ["GET http://elsewhere.example/ HTTP/1.1"]);
        let mut answer = Vec::new();
        // Whether it ends in good order or not, nothing comes.
        let _ = connection.read_to_end(&mut answer);
        assert_eq!(answer, b"");
    }
}
