//! One saved version of a plan as bytes, with what it takes to tell whether
//! they are whole.
//!
//! Two lines of text, then the document:
//!
//! ```text
//! plumbline-record 617c86d4
//! 1 {"counter":7,"length":2,"schema":1,"title":"Next year","saved_at":"2026-11-21T14:03:00+01:00"}
//! {}
//! ```
//!
//! The first line, the same in all formats to come, holds in hexadecimal the
//! CRC-32 (ISO-HDLC, as in zip) of everything after it. The second begins with
//! the number of the format. `static/recovery.js` reads this without this
//! code: change both together. The document's bytes are never looked into
//! here.

use chrono::{DateTime, FixedOffset};
use crc::{CRC_32_ISO_HDLC, Crc, Table};
use serde::{Deserialize, Serialize};

const MAGIC: &str = "plumbline-record";
const FORMAT: u32 = 1;
static CRC: Crc<u32, Table<1>> = Crc::<u32, Table<1>>::new(&CRC_32_ISO_HDLC);

/// What is known of a saved version besides the document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Header {
    /// Higher is newer. Clocks go backwards, counters do not.
    pub counter: u64,
    /// Length of the document in bytes.
    pub length: usize,
    /// Schema version of the document.
    pub schema: u32,
    /// The plan's title, for lists and file names.
    pub title: String,
    /// What the user calls this version, if it has a name: it is then kept for good.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// When it was saved, for people; nothing is ordered by it.
    pub saved_at: DateTime<FixedOffset>,
}

/// A saved version: what is known of it, and the document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Record {
    /// What is known of it.
    pub header: Header,
    /// The document as it was handed over.
    pub document: Vec<u8>,
}

/// Why bytes are no record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RecordFault {
    /// Cut off, changed, or never a record.
    Broken,
    /// Whole, but written by a newer version of the program in a format this
    /// one does not know.
    NewerFormat,
}

impl Record {
    /// The record as bytes.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        // Serialising numbers, a string and a date into memory cannot fail; an
        // empty header would be refused when read back.
        let header = serde_json::to_string(&self.header).unwrap_or_default();
        let mut checked = format!("{FORMAT} {header}\n").into_bytes();
        checked.extend_from_slice(&self.document);
        let mut bytes = format!("{MAGIC} {:08x}\n", checksum(&checked)).into_bytes();
        bytes.append(&mut checked);
        bytes
    }

    /// The record in these bytes.
    ///
    /// # Errors
    /// When they are not exactly what [`to_bytes`](Self::to_bytes) wrote.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, RecordFault> {
        let (first, checked) = split_line(bytes).ok_or(RecordFault::Broken)?;
        if first != format!("{MAGIC} {:08x}", checksum(checked)) {
            return Err(RecordFault::Broken);
        }
        let (line, document) = split_line(checked).ok_or(RecordFault::Broken)?;
        let header = header(line)?;
        if header.length != document.len() {
            return Err(RecordFault::Broken);
        }
        Ok(Self {
            header,
            document: document.to_vec(),
        })
    }
}

fn header(line: &str) -> Result<Header, RecordFault> {
    let (format, header) = line.split_once(' ').ok_or(RecordFault::Broken)?;
    match format.parse::<u32>() {
        Ok(FORMAT) => serde_json::from_str(header).map_err(|_| RecordFault::Broken),
        Ok(format) if format > FORMAT => Err(RecordFault::NewerFormat),
        _ => Err(RecordFault::Broken),
    }
}

/// CRC-32 (ISO-HDLC) of bytes.
#[must_use]
pub fn checksum(bytes: &[u8]) -> u32 {
    CRC.checksum(bytes)
}

fn split_line(bytes: &[u8]) -> Option<(&str, &[u8])> {
    let end = bytes.iter().position(|byte| *byte == b'\n')?;
    let line = std::str::from_utf8(&bytes[..end]).ok()?;
    Some((line, &bytes[end + 1..]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn record(document: &[u8]) -> Record {
        Record {
            header: Header {
                counter: 7,
                length: document.len(),
                schema: 1,
                title: "Next year, “Größe”\n2".into(),
                name: None,
                saved_at: DateTime::parse_from_rfc3339("2026-11-21T14:03:00+01:00").unwrap(),
            },
            document: document.to_vec(),
        }
    }

    /// `static/recovery.js` reads this format: this test is the reminder.
    #[test]
    fn the_format_stays_as_the_recovery_page_knows_it() {
        let mut record = record(b"{}");
        record.header.title = "Next year".into();
        let text = String::from_utf8(record.to_bytes()).unwrap();
        assert_eq!(
            text,
            "plumbline-record 617c86d4\n1 {\"counter\":7,\"length\":2,\"schema\":1,\
             \"title\":\"Next year\",\"saved_at\":\"2026-11-21T14:03:00+01:00\"}\n{}"
        );
        assert_eq!(checksum(b"123456789"), 0xcbf4_3926);
    }

    /// Cases 6 and 26: a wrong bit is noticed wherever it is.
    #[test]
    fn every_single_wrong_bit_is_noticed() {
        let whole = record(b"{\"title\":\"x\"}").to_bytes();
        for at in 0..whole.len() {
            for bit in 0..8 {
                let mut bytes = whole.clone();
                bytes[at] ^= 1 << bit;
                assert!(Record::from_bytes(&bytes).is_err(), "byte {at}, bit {bit}");
            }
        }
    }

    /// Cases 2 and 25: a record cut off anywhere is noticed.
    #[test]
    fn every_truncation_is_noticed() {
        let whole = record(b"{\"title\":\"x\"}").to_bytes();
        for length in 0..whole.len() {
            assert!(Record::from_bytes(&whole[..length]).is_err(), "{length}");
        }
    }

    /// Case 19: a later version's record is not called broken.
    #[test]
    fn a_newer_format_is_told_from_a_broken_one() {
        let rest = b"2 whatever it says\nmore";
        let mut newer = format!("{MAGIC} {:08x}\n", checksum(rest)).into_bytes();
        newer.extend_from_slice(rest);
        assert_eq!(Record::from_bytes(&newer), Err(RecordFault::NewerFormat));
    }

    proptest! {
        #[test]
        fn what_was_written_is_read(document: Vec<u8>, title: String, name: Option<String>, counter: u64, schema: u32) {
            let mut record = record(&document);
            record.header = Header { title, name, counter, schema, ..record.header };
            prop_assert_eq!(Record::from_bytes(&record.to_bytes()), Ok(record));
        }

        #[test]
        fn any_bytes_are_read_without_panic(bytes: Vec<u8>) {
            let _ = Record::from_bytes(&bytes);
        }
    }
}
