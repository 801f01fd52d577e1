//! A plan's text in each wrapping. The tests of the command line read what is made here, too.
#![allow(
    dead_code,
    clippy::unwrap_used,
    reason = "each test uses what it needs, and fails by panicking"
)]

use plumbline_wrapping::{
    locked::{Fresh, Work, lock},
    workbook::{Parts, Script, assemble},
};

/// What opens the locked file.
pub(crate) const PASSPHRASE: &str = "correct horse";

/// As little work as there can be: these tests are about the file.
pub(crate) const LITTLE: Work = Work {
    memory_kib: 8,
    passes: 1,
    lanes: 1,
};

/// What is drawn anew for each file, the same here.
pub(crate) const FRESH: Fresh = Fresh {
    salt: [7; 16],
    nonce: [9; 24],
};

/// A locked file.
pub(crate) fn locked(text: &str) -> String {
    lock(text, PASSPHRASE, LITTLE, &FRESH).unwrap()
}

/// What a workbook is made of besides its plan.
pub(crate) fn parts() -> Parts {
    let script = |mark: &str, text: &str| Script {
        mark: mark.into(),
        text: text.into(),
    };
    Parts {
        styles: vec!["body { color: red }".into(), "p {}".into()],
        module: "AGFzbQ==".into(),
        icon: "<svg/>".into(),
        scripts: vec![
            script("first", "recover()"),
            script("glue", "let a = 1;\r\nlet b;"),
        ],
    }
}

/// A workbook of one file.
pub(crate) fn workbook(text: &str) -> String {
    assemble(&parts(), "0b6b", text).unwrap()
}
