//! Checking the page with axe-core against WCAG 2.2, levels A and AA.

use std::fs;

use serde_json::Value;

use crate::{Page, machine};

/// Needs no more rights than any script of the driver: the page's policy stays in force.
const RUN: &str = r#"
const done = arguments[arguments.length - 1];
axe.run(document, {
  runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"],
  resultTypes: ["violations"],
}).then((results) => done(results.violations.flatMap((violation) => violation.nodes.map((node) =>
  `${violation.id} (${violation.impact}): ${violation.help}\n    ${node.html.slice(0, 200)}\n    ${node.failureSummary.replaceAll("\n", "\n    ")}`
))), (error) => done([`axe failed: ${error}`]));
"#;

impl Page {
    /// What axe-core finds wrong with the page as it is now; empty when nothing.
    ///
    /// # Panics
    /// When axe-core is not on this machine or does not run.
    #[must_use]
    #[track_caller]
    pub fn barriers(&self) -> Vec<String> {
        if self.script("return typeof axe === 'undefined'", Vec::new()) == true {
            let file = machine::axe();
            let axe = fs::read_to_string(&file).unwrap_or_else(|error| {
                panic!("{} (cargo xtask build brings it): {error}", file.display())
            });
            // A script sees its names only inside itself.
            self.script(
                &format!("{axe};globalThis.axe = axe ?? module.exports;"),
                Vec::new(),
            );
        }
        let found = self.run(self.driver().execute_async(RUN, Vec::new()));
        let found = found.unwrap_or_else(|error| panic!("axe-core does not run: {error}"));
        let lines = found.json().as_array().expect("a list of violations");
        lines
            .iter()
            .filter_map(Value::as_str)
            .map(str::to_owned)
            .collect()
    }
}
