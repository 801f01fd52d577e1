//! Prints what the files of a folder weigh: as they are, in gzip at its best and
//! in brotli at its best, and the sum of those a first visit loads.
//!
//! `weigh FOLDER FILE... --later FILE...`
#![expect(clippy::print_stdout, reason = "printing is its task")]

use std::env;
use std::fs;
use std::io::{self, Write};
use std::ops::Add;
use std::path::PathBuf;

use flate2::Compression;
use flate2::write::GzEncoder;

const LATER: &str = "--later";

/// Bytes on the way to a visitor.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Weight {
    raw: usize,
    gzip: usize,
    brotli: usize,
}

impl Weight {
    fn of(content: &[u8]) -> io::Result<Weight> {
        let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
        gzip.write_all(content)?;
        let mut brotli = Vec::new();
        let best = brotli::enc::BrotliEncoderParams {
            quality: 11,
            size_hint: content.len(),
            ..Default::default()
        };
        brotli::BrotliCompress(&mut &content[..], &mut brotli, &best)?;
        Ok(Weight {
            raw: content.len(),
            gzip: gzip.finish()?.len(),
            brotli: brotli.len(),
        })
    }

    fn row(self, name: &str) -> String {
        let Weight { raw, gzip, brotli } = self;
        format!("{name:<40} {raw:>10} {gzip:>10} {brotli:>10}")
    }
}

impl Add for Weight {
    type Output = Weight;

    fn add(self, other: Weight) -> Weight {
        Weight {
            raw: self.raw + other.raw,
            gzip: self.gzip + other.gzip,
            brotli: self.brotli + other.brotli,
        }
    }
}

fn main() -> io::Result<()> {
    let mut arguments = env::args().skip(1);
    let folder = PathBuf::from(arguments.next().unwrap_or_default());
    let mut total = Some(Weight::default());
    println!(
        "{:<40} {:>10} {:>10} {:>10}",
        "bytes", "raw", "gzip -9", "brotli 11"
    );
    for name in arguments {
        if name == LATER {
            close(total.take());
            continue;
        }
        let weight = Weight::of(&fs::read(folder.join(&name))?)?;
        println!("{}", weight.row(&name));
        total = total.map(|sum| sum + weight);
    }
    close(total);
    Ok(())
}

/// Prints the sum of the first load, once.
fn close(total: Option<Weight>) {
    if let Some(total) = total {
        println!("{}", total.row("FIRST LOAD"));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn repetition_compresses_and_every_form_is_counted() -> io::Result<()> {
        let weight = Weight::of(&[b'a'; 10_000])?;
        assert_eq!(weight.raw, 10_000);
        assert!(weight.gzip < 100 && weight.brotli < 100, "{weight:?}");
        assert_eq!((weight + weight).raw, 20_000);
        Ok(())
    }
}
