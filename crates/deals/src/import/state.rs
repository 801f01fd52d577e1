//! What the words of a stage or status say about the outcome of a deal. A guess by words,
//! shown to the user and changeable; never decides alone.

use serde::{Deserialize, Serialize};

/// The outcome of a deal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// Not decided.
    Open,
    /// Won.
    Won,
    /// Lost, given up, disqualified.
    Lost,
}

/// What a stage or status stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Meaning {
    /// The deal is open.
    Open,
    /// It is won.
    Won,
    /// It is lost.
    Lost,
    /// Its row is no deal to count, and is left out.
    LeaveOut,
}

impl Meaning {
    /// The state; nothing where the row is left out.
    #[must_use]
    pub fn state(self) -> Option<State> {
        match self {
            Self::Open => Some(State::Open),
            Self::Won => Some(State::Won),
            Self::Lost => Some(State::Lost),
            Self::LeaveOut => None,
        }
    }
}

/// The meaning of a word, and whether the word itself says so. What says neither won nor
/// lost counts as open, which is a guess.
pub(crate) fn meaning(text: &str) -> (Meaning, bool) {
    let words: Vec<String> = text
        .split(|sign: char| !sign.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect();
    let has = |list: &[&str]| words.iter().any(|word| list.contains(&word.as_str()));
    let joined = words.concat();
    let contains = |list: &[&str]| list.iter().any(|part| joined.contains(part));
    if has(LEFT_OUT) {
        (Meaning::LeaveOut, true)
    } else if has(LOST) || contains(LOST_PARTS) {
        (Meaning::Lost, true)
    } else if has(WON) || contains(WON_PARTS) {
        (Meaning::Won, true)
    } else {
        (Meaning::Open, has(OPEN))
    }
}

/// Yes or no, as exports write it.
pub(crate) fn yes_or_no(text: &str) -> Option<bool> {
    let is = |list: &[&str]| list.iter().any(|word| text.eq_ignore_ascii_case(word));
    if is(&[
        "1", "true", "yes", "y", "x", "ja", "wahr", "oui", "vrai", "won", "closed", "checked",
    ]) {
        Some(true)
    } else if is(&[
        "",
        "0",
        "false",
        "no",
        "n",
        "nein",
        "falsch",
        "non",
        "faux",
        "-",
        "open",
        "unchecked",
    ]) {
        Some(false)
    } else {
        None
    }
}

const LEFT_OUT: &[&str] = &["deleted", "gel\u{f6}scht", "merged", "duplicate"];
const WON: &[&str] = &[
    "won",
    "win",
    "gewonnen",
    "gagn\u{e9}",
    "gagn\u{e9}e",
    "gagne",
    "ganado",
    "ganada",
    "vinto",
    "signed",
    "booked",
    "sold",
    "verkauft",
    "unterschrieben",
    "beauftragt",
    "order",
    "ordered",
    "invoiced",
    "auftrag",
    "sale",
];
const WON_PARTS: &[&str] = &["closedwon", "closewon", "dealwon"];
const LOST: &[&str] = &[
    "lost",
    "lose",
    "loss",
    "verloren",
    "perdu",
    "perdue",
    "perdido",
    "perdida",
    "perso",
    "abandoned",
    "abandonn\u{e9}",
    "disqualified",
    "unqualified",
    "cancelled",
    "canceled",
    "rejected",
    "declined",
    "dead",
    "abgelehnt",
    "abgesagt",
    "storniert",
    "disqualifiziert",
    "withdrawn",
    "dropped",
    "junk",
];
const LOST_PARTS: &[&str] = &[
    "closedlost",
    "closelost",
    "deallost",
    "nodecision",
    "outsold",
    "givenup",
    "notwon",
];
const OPEN: &[&str] = &[
    "open",
    "offen",
    "prospecting",
    "qualification",
    "qualified",
    "qualifying",
    "proposal",
    "negotiation",
    "engaging",
    "discovery",
    "demo",
    "presentation",
    "angebot",
    "verhandlung",
    "contract",
    "pipeline",
    "active",
    "new",
    "neu",
    "progress",
    "appointment",
    "decision",
    "meeting",
    "contacted",
    "lead",
    "needs",
    "perception",
    "id",
    "value",
    "develop",
    "propose",
    "qualify",
    "close",
    "closing",
    "pitch",
    "quote",
    "ouvert",
    "abierto",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_say_won_lost_or_open() {
        for (text, wanted) in [
            ("Closed Won", (Meaning::Won, true)),
            ("closedlost", (Meaning::Lost, true)),
            ("Gewonnen", (Meaning::Won, true)),
            ("Closed - Lost to competitor", (Meaning::Lost, true)),
            ("No decision", (Meaning::Lost, true)),
            ("Won (signed)", (Meaning::Won, true)),
            ("Engaging", (Meaning::Open, true)),
            ("Phase 3b", (Meaning::Open, false)),
            ("", (Meaning::Open, false)),
        ] {
            assert_eq!(meaning(text), wanted, "{text}");
        }
    }

    #[test]
    fn yes_and_no_are_read_and_nothing_else() {
        assert_eq!(yes_or_no("TRUE"), Some(true));
        assert_eq!(yes_or_no("0"), Some(false));
        assert_eq!(yes_or_no("perhaps"), None);
    }
}
