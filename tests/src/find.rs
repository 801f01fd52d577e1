//! Finding things on the page as assistive technology does: by the role and the name that
//! the browser computes for them.

use serde_json::{Value, json};
use thirtyfour::{By, WebElement, error::WebDriverResult};

use crate::{Page, wait::wait_until};

/// A node of the browser's accessibility tree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Node {
    /// Its role, in the browser's words.
    pub(crate) role: String,
    /// Its accessible name.
    pub(crate) name: String,
    /// Its accessible description.
    pub(crate) description: String,
    /// Whether it is marked as wrong.
    pub(crate) invalid: bool,
    /// Whether it cannot be used now.
    pub(crate) disabled: bool,
    pub(crate) dom_node: u64,
}

/// A thing on the page, found by role and name.
pub struct Element<'page> {
    pub(crate) page: &'page Page,
    pub(crate) inner: WebElement,
    pub(crate) node: Node,
}

/// Where the keyboard's focus is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Focus {
    /// Role of what has it.
    pub role: String,
    /// Name of what has it.
    pub name: String,
}

/// Whether none of nine points of the focused thing shows it.
const HIDDEN_FOCUS: &str = r#"
const focused = document.activeElement;
if (!focused || focused === document.body) return false;
const box = focused.getBoundingClientRect();
const shares = [0.1, 0.5, 0.9];
return !shares.some((across) => shares.some((down) => {
  const hit = document.elementFromPoint(box.left + box.width * across, box.top + box.height * down);
  return hit && (hit === focused || focused.contains(hit) || hit.contains(focused) && hit.localName === "label");
}));
"#;

const HAS_HEADING: &str = "return [...document.querySelectorAll('h1, h2')].some((heading) => heading.innerText === arguments[0])";

const CELLS: &str =
    "return [...arguments[0].rows].map((row) => [...row.cells].map((cell) => cell.innerText))";

impl Page {
    /// The only thing of this role and exactly this name; waits for it.
    ///
    /// # Panics
    /// When it does not come, or there are several.
    #[track_caller]
    pub fn find(&self, role: &str, name: &str) -> Element<'_> {
        self.find_such(&format!("the {role} \"{name}\""), || {
            self.nodes(Some(role), Some(name))
        })
    }

    /// Whether there is a thing of this role and name now.
    #[must_use]
    #[track_caller]
    pub fn has(&self, role: &str, name: &str) -> bool {
        !self.nodes(Some(role), Some(name)).is_empty()
    }

    /// The names of everything of a role, in the order of the page.
    #[must_use]
    #[track_caller]
    pub fn names(&self, role: &str) -> Vec<String> {
        self.nodes(Some(role), None)
            .into_iter()
            .map(|node| node.name)
            .collect()
    }

    /// What can be read in everything of a role, such as all alerts.
    #[must_use]
    #[track_caller]
    pub fn read(&self, role: &str) -> String {
        let nodes = self.nodes(Some(role), None);
        let elements = nodes.into_iter().filter_map(|node| self.element(node));
        elements
            .map(|element| element.text())
            .collect::<Vec<_>>()
            .join("\n")
    }

    /// Presses a button by its name, once there is one that can be pressed.
    ///
    /// # Panics
    /// When there is none.
    #[track_caller]
    pub fn press(&self, name: &str) {
        wait_until(&format!("a button \"{name}\" that can be pressed"), || {
            let nodes = self.nodes(Some("button"), Some(name));
            let button = nodes.into_iter().find(|node| !node.disabled)?;
            self.run(self.element(button)?.scroll_to_and_click()).ok()
        });
    }

    /// Goes to a chapter by its link, and waits for its heading.
    ///
    /// # Panics
    /// When there is no such chapter.
    #[track_caller]
    pub fn go_to(&self, chapter: &str) {
        let chapters = self.find("navigation", "Chapters");
        let link = self.find_such(&format!("a link to \"{chapter}\""), || {
            let links = chapters.nodes(Some("link"), None);
            if links.is_empty() {
                chapters.unfold_in();
            }
            // The name goes on with how far the chapter has come.
            let begins = |name: &str| {
                name.strip_prefix(chapter)
                    .is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
            };
            links
                .into_iter()
                .filter(|link| begins(&link.name))
                .collect()
        });
        link.click();
        let heading = || self.has("heading", chapter).then_some(());
        wait_until(&format!("the heading \"{chapter}\""), heading);
    }

    /// Goes to a chapter by its link and waits for its heading, both found by the words that stand
    /// there: over thousands of fields the browser takes seconds for each question that it answers
    /// from its accessibility tree.
    ///
    /// # Panics
    /// When there is no such chapter.
    #[track_caller]
    pub fn go_by_words_to(&self, chapter: &str) {
        let link = || self.run(self.driver().find(By::PartialLinkText(chapter)));
        wait_until(&format!("a link that reads \"{chapter}\""), || {
            self.run(link().ok()?.click()).ok()
        });
        wait_until(&format!("a heading that reads \"{chapter}\""), || {
            let arrived = self.script(HAS_HEADING, vec![json!(chapter)]);
            (arrived == true).then_some(())
        });
    }

    /// Opens something folded away, by the words that stand for it.
    ///
    /// # Panics
    /// When there is no such thing.
    #[track_caller]
    pub fn unfold(&self, name: &str) {
        self.find("DisclosureTriangle", name).click();
    }

    /// The cells of a table by its caption, row by row, heads included.
    ///
    /// # Panics
    /// When there is no such table.
    #[must_use]
    #[track_caller]
    pub fn table(&self, caption: &str) -> Vec<Vec<String>> {
        let table = self.find("table", caption);
        let this = table.inner.to_json().expect("an element can be named");
        let cells = self.script(CELLS, vec![this]);
        serde_json::from_value(cells).expect("rows of cells")
    }

    /// Where the focus is.
    #[must_use]
    #[track_caller]
    pub fn focus(&self) -> Focus {
        let active = self.cdp(
            "Runtime.evaluate",
            json!({ "expression": "document.activeElement" }),
        );
        let object = &active["result"]["objectId"];
        let tree = self.cdp(
            "Accessibility.getPartialAXTree",
            json!({ "objectId": object, "fetchRelatives": false }),
        );
        let node = Node::read(&tree["nodes"][0]);
        Focus {
            role: node.role,
            name: node.name,
        }
    }

    /// What has the focus and cannot be seen at all: covered by something else or outside
    /// the window. Nothing when all is well.
    #[must_use]
    #[track_caller]
    pub fn hidden_focus(&self) -> Option<String> {
        let hidden = self.script(HIDDEN_FOCUS, Vec::new());
        let focus = hidden
            .as_bool()
            .filter(|hidden| *hidden)
            .map(|_| self.focus())?;
        Some(format!("{} {:?}", focus.role, focus.name))
    }

    /// The nodes of a role and a name anywhere on the page, at this moment.
    #[track_caller]
    pub(crate) fn nodes(&self, role: Option<&str>, name: Option<&str>) -> Vec<Node> {
        let document = self.try_cdp("Runtime.evaluate", json!({ "expression": "document" }));
        // Between two pages there is none.
        document.map_or_else(
            |_| Vec::new(),
            |found| self.nodes_in(&found["result"]["objectId"], role, name),
        )
    }

    fn nodes_in(&self, object: &Value, role: Option<&str>, name: Option<&str>) -> Vec<Node> {
        let mut query = json!({ "objectId": object });
        if let Some(role) = role {
            query["role"] = role.into();
        }
        if let Some(name) = name {
            query["accessibleName"] = name.into();
        }
        let found = self
            .try_cdp("Accessibility.queryAXTree", query)
            .unwrap_or_default();
        let nodes = found["nodes"].as_array().map_or(&[][..], Vec::as_slice);
        nodes
            .iter()
            .filter(|node| node["ignored"] != true)
            .map(Node::read)
            .collect()
    }

    #[track_caller]
    pub(crate) fn find_such(&self, what: &str, look: impl Fn() -> Vec<Node>) -> Element<'_> {
        wait_until(what, || {
            let mut nodes = look();
            assert!(nodes.len() < 2, "several of {what}: {nodes:#?}");
            self.element(nodes.pop()?)
        })
    }

    /// The element of a node; nothing when it has gone in the meantime.
    pub(crate) fn element(&self, node: Node) -> Option<Element<'_>> {
        let object = self.object_of(&node)?;
        // WebDriver knows an element only by what a script returns.
        let keep = json!({
            "objectId": object,
            "functionDeclaration": "function () { globalThis.foundByTest = this; }",
        });
        self.try_cdp("Runtime.callFunctionOn", keep).ok()?;
        let found = self.run(
            self.driver()
                .execute("return globalThis.foundByTest", Vec::new()),
        );
        let inner = found.ok()?.element().ok()?;
        Some(Element {
            page: self,
            inner,
            node,
        })
    }

    fn object_of(&self, node: &Node) -> Option<Value> {
        let resolved = self.try_cdp("DOM.resolveNode", json!({ "backendNodeId": node.dom_node }));
        Some(resolved.ok()?["object"]["objectId"].clone())
    }
}

impl Element<'_> {
    /// Clicks it as a person does: where it can be seen and nothing covers it.
    ///
    /// # Panics
    /// When it cannot be clicked.
    #[track_caller]
    pub fn click(&self) {
        wait_until(&format!("a click on {:?}", self.node.name), || {
            self.page.run(self.scroll_to_and_click()).ok()
        });
    }

    /// Presses the first button inside it: a list that is folded away on a narrow page.
    fn unfold_in(&self) {
        let button = self.nodes(Some("button"), None).into_iter().next();
        if let Some(button) = button.and_then(|button| self.page.element(button)) {
            button.click();
        }
    }

    /// The driver alone would scroll it to an edge, where something may cover it.
    pub(crate) async fn scroll_to_and_click(&self) -> WebDriverResult<()> {
        let this = self.inner.to_json()?;
        let scroll = "arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' })";
        self.page.driver().execute(scroll, vec![this]).await?;
        self.inner.click().await
    }

    /// What can be read in it; nothing when it has gone.
    #[must_use]
    pub fn text(&self) -> String {
        self.page.run(self.inner.text()).unwrap_or_default()
    }

    /// The value of a slider in words, as a screen reader says it.
    #[must_use]
    pub fn value_in_words(&self) -> String {
        let text = self.page.run(self.inner.attr("aria-valuetext"));
        text.ok().flatten().unwrap_or_default()
    }

    /// Whether it cannot be used now.
    #[must_use]
    pub fn is_disabled(&self) -> bool {
        self.node.disabled
    }

    /// The nodes of a role and a name inside it.
    pub(crate) fn nodes(&self, role: Option<&str>, name: Option<&str>) -> Vec<Node> {
        let object = self.page.object_of(&self.node);
        object.map_or_else(Vec::new, |object| self.page.nodes_in(&object, role, name))
    }
}

impl Node {
    fn read(node: &Value) -> Self {
        let text = |value: &Value| value["value"].as_str().unwrap_or_default().to_owned();
        let property = |name: &str| {
            let properties = node["properties"].as_array().map_or(&[][..], Vec::as_slice);
            let found = properties.iter().find(|property| property["name"] == name);
            found.map_or(Value::Null, |property| property["value"]["value"].clone())
        };
        Self {
            role: text(&node["role"]),
            name: text(&node["name"]),
            description: text(&node["description"]),
            invalid: property("invalid") == "true",
            disabled: property("disabled") == true,
            dom_node: node["backendDOMNodeId"].as_u64().unwrap_or_default(),
        }
    }
}
