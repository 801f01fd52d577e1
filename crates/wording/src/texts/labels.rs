//! The label of a field by its path, as its page shows it: where a problem, a finding or a
//! list of assumptions speaks of a field, it is by this name.

mod people;
mod selling;
mod words;

use plumbline_plan::{FieldPath, Item, Plan, chapter::Chapter};

use super::{chapters, foundation, playbook, scenarios, shell, targets};

/// The label of a field with what it belongs to, for instance
/// "New customers: Closing: Conversion"; the path itself where no page shows the field.
#[must_use]
pub fn of(plan: &Plan, path: &FieldPath) -> String {
    parts(plan, path).map_or_else(|| path.to_string(), |parts| parts.join(": "))
}

/// The same in a sentence, for instance "conversion of Closing (New customers)".
#[must_use]
pub fn in_words(plan: &Plan, path: &FieldPath) -> String {
    let Some(mut parts) = parts(plan, path) else {
        return path.to_string();
    };
    let field = parts.pop().unwrap_or_default();
    let mut letters = field.chars();
    // A word in capitals is a name and stays one.
    let is_name = field.chars().nth(1).is_some_and(char::is_uppercase);
    let field = match letters.next() {
        Some(first) if !is_name => first.to_lowercase().chain(letters).collect(),
        _ => field,
    };
    match (parts.pop(), parts.is_empty()) {
        (None, _) => field,
        (Some(owner), true) => format!("{field} of {owner}"),
        (Some(owner), false) => format!("{field} of {owner} ({})", parts.join(": ")),
    }
}

/// What an item is called, without what it belongs to; nothing where the plan has none there.
#[must_use]
pub fn item(plan: &Plan, path: &FieldPath) -> Option<String> {
    parts(plan, path)?.pop()
}

fn parts(plan: &Plan, path: &FieldPath) -> Parts {
    let steps: Vec<&str> = path.steps().collect();
    match steps.as_slice() {
        [chapter] if *chapter != "about" => one(chapter_title(path)),
        ["about", rest @ ..] => about(rest),
        ["targets", rest @ ..] => selling::targets(rest),
        ["process", "motions", rest @ ..] => selling::motions(plan, rest),
        ["pipeline", rest @ ..] => selling::pipeline(plan, rest),
        ["reality_check", rest @ ..] => selling::settings(rest),
        ["team", rest @ ..] => people::team(plan, rest),
        ["compensation", rest @ ..] => people::compensation(plan, rest),
        ["rhythm", rest @ ..] => people::rhythm(plan, rest),
        ["foundation", rest @ ..] => words::foundation(plan, rest),
        ["market", rest @ ..] => words::market(plan, rest),
        ["offer", rest @ ..] => words::offer(plan, rest),
        ["scorecard", rest @ ..] => words::scorecard(plan, rest),
        ["review", rest @ ..] => words::review(plan, rest),
        ["scenarios", ..] => one(scenarios::TITLE),
        _ => None,
    }
}

/// The title of the chapter that shows the field.
#[must_use]
pub fn chapter_title(path: &FieldPath) -> &'static str {
    Chapter::showing(path).map_or(shell::PLAN_TITLE, chapters::title)
}

fn about(steps: &[&str]) -> Parts {
    look_up(
        &[
            ("title", shell::PLAN_TITLE),
            ("client", foundation::CLIENT),
            ("prepared_by", foundation::PREPARED_BY),
            ("brand", playbook::BRAND),
            ("brand_logo", playbook::LOGO),
            ("created_on", foundation::CREATED_ON),
            ("currency", targets::CURRENCY),
        ],
        steps,
    )
}

/// The label in parts, from what a field belongs to down to the field; nothing where no
/// page shows it.
type Parts = Option<Vec<String>>;

/// The fields of a record with their labels.
type Labels = [(&'static str, &'static str)];

fn one(label: &str) -> Parts {
    Some(vec![label.to_owned()])
}

/// The label of the field that the first step names, whatever lies below it.
fn look_up(labels: &Labels, steps: &[&str]) -> Parts {
    let step = steps.first()?;
    let found = labels.iter().find(|(field, _)| field == step);
    found.and_then(|(_, label)| one(label))
}

/// A list: how it is headed, how its items are called, and the labels of their fields.
struct List<'a, T> {
    items: &'a [T],
    heading: &'static str,
    name: fn(&T) -> &str,
    unnamed: fn(usize) -> String,
    labels: &'a Labels,
}

impl<T: Item> List<'_, T> {
    /// The list itself, an item of it, or a field of an item.
    fn at(&self, steps: &[&str]) -> Parts {
        self.deeper(steps, |_, field| look_up(self.labels, field))
    }

    /// Like [`List::at`], with another way to name what lies below an item.
    fn deeper(&self, steps: &[&str], below: impl Fn(&T, &[&str]) -> Parts) -> Parts {
        let Some((id, rest)) = steps.split_first() else {
            return one(self.heading);
        };
        let mut items = self.items.iter().enumerate();
        let (place, item) = items.find(|(_, item)| item.id() == *id)?;
        let name = match (self.name)(item).trim() {
            "" => (self.unnamed)(place + 1),
            name => name.to_owned(),
        };
        let mut parts = vec![name];
        if !rest.is_empty() {
            parts.extend(below(item, rest)?);
        }
        Some(parts)
    }
}
