//! Figures side by side. Pure.

use std::fmt;

/// What was measured, in order: its name and milliseconds (or, of memory, bytes).
#[derive(Debug, Default, PartialEq)]
pub(super) struct Figures(Vec<(String, f64)>);

impl Figures {
    /// Reads lines of a name, a tab and a number; other lines are none.
    pub(super) fn read(lines: &str) -> Figures {
        let figure = |line: &str| {
            let (name, number) = line.split_once('\t')?;
            Some((name.to_owned(), number.trim().parse().ok()?))
        };
        Figures(lines.lines().filter_map(figure).collect())
    }

    /// Takes what was measured once more: of either figure the lesser.
    pub(super) fn keep_least(&mut self, again: Figures) {
        for (name, number) in again.0 {
            match self.0.iter_mut().find(|(known, _)| *known == name) {
                Some((_, least)) => *least = least.min(number),
                None => self.0.push((name, number)),
            }
        }
    }

    fn of(&self, name: &str) -> Option<f64> {
        let found = self.0.iter().find(|(other, _)| other == name)?;
        Some(found.1)
    }
}

/// Native figures beside those of other builds.
pub(super) struct Table {
    pub(super) native: Figures,
    pub(super) others: Vec<(&'static str, Figures)>,
}

/// As a table in Markdown, so that it can go into docs/benchmarks.md as it is.
impl fmt::Display for Table {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "| milliseconds | native |")?;
        for (name, _) in &self.others {
            write!(out, " {name} | to native |")?;
        }
        write!(out, "\n|---|---:|")?;
        for _ in &self.others {
            write!(out, "---:|---:|")?;
        }
        for (name, native) in &self.native.0 {
            write!(out, "\n| {name} | {} |", Short(*native))?;
            for (_, figures) in &self.others {
                match figures.of(name) {
                    Some(other) => write!(out, " {} | {:.2} |", Short(other), other / native)?,
                    None => write!(out, " | |")?,
                }
            }
        }
        writeln!(out)?;
        for (name, figures) in &self.others {
            if let Some(bytes) = figures.of("memory") {
                writeln!(
                    out,
                    "\nMemory of the page's module after all of it ({name}): {:.1} MB.",
                    bytes / 1e6
                )?;
            }
        }
        Ok(())
    }
}

/// A number to three digits.
struct Short(f64);

impl fmt::Display for Short {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let digits = match self.0 {
            value if value >= 100.0 => 0,
            value if value >= 10.0 => 1,
            value if value >= 1.0 => 2,
            _ => 3,
        };
        write!(out, "{:.digits$}", self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_stand_side_by_side_by_name() {
        let table = Table {
            native: Figures::read("a\t100.4\nloading\nb\t0.5\n"),
            others: vec![("wasm", Figures::read("b\t0.75\na\t120\nmemory\t2500000"))],
        };
        let text = table.to_string();
        assert!(text.contains("| a | 100 | 120 | 1.20 |"), "{text}");
        assert!(text.contains("| b | 0.500 | 0.750 | 1.50 |"), "{text}");
        assert!(text.contains("(wasm): 2.5 MB"), "{text}");
    }

    #[test]
    fn the_least_of_several_rounds_is_kept() {
        let mut figures = Figures::default();
        for round in ["a\t2\nb\t5", "a\t3\nb\t4", "c\t1"] {
            figures.keep_least(Figures::read(round));
        }
        assert_eq!(figures, Figures::read("a\t2\nb\t4\nc\t1"));
    }

    #[test]
    fn what_was_not_measured_is_left_empty() {
        let table = Table {
            native: Figures::read("a\t20"),
            others: vec![("wasm", Figures::default())],
        };
        assert!(table.to_string().contains("| a | 20.0 | | |"));
    }
}
