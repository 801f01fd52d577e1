//! The names in a plan, each with what stands for it.

use std::collections::BTreeMap;

use plumbline_plan::Plan;

use crate::texts::workshop as text;

/// Words in a person's name that name nobody.
const NOBODY: [&str; 14] = [
    "Account", "Head", "Junior", "Key", "Manager", "New", "Person", "Rep", "Sales", "Second",
    "Seller", "Senior", "Team", "The",
];

/// Parts of a name shorter than this stand in too many other words, in characters.
const SHORTEST_PART: usize = 3;

/// Names with their stand-ins.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Names {
    /// Whole names, in small letters, whatever letters they are written in.
    whole: BTreeMap<String, String>,
    /// First and last names and the first word of a firm's, as written.
    parts: BTreeMap<String, String>,
    people: usize,
    clients: usize,
    deals: usize,
}

impl Names {
    /// Adds the names in a plan to those known.
    pub(super) fn collect(&mut self, plan: &Plan) {
        self.firm(&plan.about.client, || text::THE_FIRM.to_owned());
        self.firm(&plan.about.brand, || text::THE_CONSULTANCY.to_owned());
        let team = &plan.team;
        let of_the_team = team.reps.iter().map(|rep| &rep.name);
        let of_the_team = of_the_team.chain([&team.manager.name]);
        for name in of_the_team.chain(team.bench.iter().map(|one| &one.name)) {
            self.person(name, true);
        }
        let figures = plan.scorecard.key_figures.iter().map(|one| &one.owner);
        let promised = plan.scorecard.commitments.iter().map(|one| &one.owner);
        let shared = plan.rhythm.sharing.iter().map(|one| &one.owner);
        let decided = plan.review.decisions.iter().map(|one| &one.who);
        let named = figures.chain(promised).chain(shared).chain(decided);
        for name in named.chain([&plan.about.prepared_by]) {
            self.person(name, false);
        }
        for deal in &plan.pipeline.deals {
            self.client(&deal.customer);
            self.deal(&deal.name);
        }
        for opportunity in &plan.market.opportunities {
            self.client(&opportunity.name);
        }
    }

    /// A text with all names replaced, the longest first, so that a part of a name is never
    /// replaced within the whole.
    pub(super) fn replaced(&self, text: &str) -> String {
        let mut text = text.to_owned();
        for (name, stand_in) in longest_first(&self.whole) {
            text = replaced(&text, name, stand_in, false);
        }
        for (name, stand_in) in longest_first(&self.parts) {
            text = replaced(&text, name, stand_in, true);
        }
        text
    }

    /// What stands for a whole name; the name itself where it is not known.
    pub(super) fn stand_in(&self, name: &str) -> String {
        let known = self.whole.get(&name.trim().to_lowercase());
        known.map_or(name, |stand_in| stand_in.as_str()).to_owned()
    }

    fn person(&mut self, name: &str, has_parts: bool) {
        let next = self.people + 1;
        if !self.add(name, || text::person(next)) {
            return;
        }
        self.people = next;
        if has_parts {
            let words = name.split(|sign: char| !sign.is_alphanumeric());
            for word in words.filter(|word| tells_somebody(word)) {
                self.part(word, &text::person(next));
            }
        }
    }

    fn client(&mut self, name: &str) {
        let next = self.clients + 1;
        if self.firm(name, || text::client(next)) {
            self.clients = next;
        }
    }

    fn deal(&mut self, name: &str) {
        let next = self.deals + 1;
        if self.add(name, || text::deal(next)) {
            self.deals = next;
        }
    }

    fn firm(&mut self, name: &str, stand_in: impl Fn() -> String) -> bool {
        let first = name.split_whitespace().next().unwrap_or_default();
        if tells_somebody(first) {
            self.part(first, &stand_in());
        }
        self.add(name, stand_in)
    }

    /// Whether the name was not known before.
    fn add(&mut self, name: &str, stand_in: impl Fn() -> String) -> bool {
        let name = name.trim().to_lowercase();
        let new = !name.is_empty() && !self.whole.contains_key(&name);
        if new {
            self.whole.insert(name, stand_in());
        }
        new
    }

    fn part(&mut self, word: &str, stand_in: &str) {
        let part = self.parts.entry(word.to_owned());
        part.or_insert_with(|| stand_in.to_owned());
    }
}

fn tells_somebody(word: &str) -> bool {
    word.chars().count() >= SHORTEST_PART
        && word.chars().next().is_some_and(char::is_uppercase)
        && !NOBODY.contains(&word)
}

fn longest_first(names: &BTreeMap<String, String>) -> Vec<(&str, &str)> {
    let mut all: Vec<_> = names
        .iter()
        .map(|(a, b)| (a.as_str(), b.as_str()))
        .collect();
    all.sort_by_key(|(name, _)| std::cmp::Reverse(name.len()));
    all
}

/// A text with a name replaced wherever it stands as a word of its own.
fn replaced(text: &str, name: &str, stand_in: &str, exactly: bool) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    let mut within = false;
    while let Some(first) = rest.chars().next() {
        let after = (!within).then(|| after_name(rest, name, exactly)).flatten();
        match after {
            Some(after) => {
                out.push_str(stand_in);
                rest = after;
                within = false;
            }
            None => {
                out.push(first);
                rest = &rest[first.len_utf8()..];
                within = first.is_alphanumeric();
            }
        }
    }
    out
}

/// What follows the name that a text begins with; nothing when it begins otherwise.
fn after_name<'a>(text: &'a str, name: &str, exactly: bool) -> Option<&'a str> {
    let mut rest = text.chars();
    for wanted in name.chars() {
        let found = rest.next()?;
        let same = found == wanted || (!exactly && found.to_lowercase().eq(wanted.to_lowercase()));
        if !same {
            return None;
        }
    }
    let ends = rest
        .clone()
        .next()
        .is_none_or(|next| !next.is_alphanumeric());
    ends.then_some(rest.as_str())
}
