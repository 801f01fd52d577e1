//! Numbers that do not lead to where they come from.

use serde_json::Value;

use crate::Element;

impl Element<'_> {
    /// Numbers inside it that neither open the chain behind them nor lead to their origin,
    /// each with what stands around it, also where it is folded away. Not counted: names and
    /// heads (of months, axes, measures such as "8 in 10"), pictures, which have a table, the
    /// plan's own words, and where it is said how the answer was computed.
    #[must_use]
    #[track_caller]
    pub fn numbers_from_nowhere(&self) -> Vec<String> {
        let this = self.inner.to_json().unwrap_or_default();
        let found = self.page.script(NUMBERS, vec![this]);
        let lines = found.as_array().map_or(&[][..], Vec::as_slice);
        let lines = lines.iter().filter_map(Value::as_str);
        lines.map(str::to_owned).collect()
    }
}

const NUMBERS: &str = r#"
const ways = "a[href], button, summary";
const names = "header, th, dt, label, h1, h2, h3, svg, [dir=auto], [role=status]";
const measures = /\b[18] in 10\b|\ban 80% chance\b/g;
const isChain = (box) => box?.querySelector("summary").textContent.startsWith("How this was computed");
const found = [];
const walker = document.createTreeWalker(arguments[0], NodeFilter.SHOW_TEXT);
for (let node = walker.nextNode(); node; node = walker.nextNode()) {
  const box = node.parentElement;
  if (!/\d/.test(node.data.replace(measures, "")) || box.closest(`${ways}, ${names}`)) continue;
  if (isChain(box.closest("details.depth"))) continue;
  const around = box.closest("p, li, td, dd, section") ?? box;
  found.push(`${node.data.trim()} in "${around.textContent.trim().slice(0, 120)}"`);
}
return found;
"#;
