//! A sentence of the catalogue in which some words are more than text: a number that opens
//! the chain behind it, a name that leads to its field.

use yew::prelude::*;

/// Stand for the parts while the catalogue makes the sentence: letters that nobody writes.
const MARKS: [&str; 6] = [
    "\u{e000}", "\u{e001}", "\u{e002}", "\u{e003}", "\u{e004}", "\u{e005}",
];

/// A sentence with these parts, at most six, in their places. `sentence` is given what
/// stands for each of them, to be used as text.
pub fn said(parts: &[Html], sentence: impl FnOnce(&[&str]) -> String) -> Html {
    let count = parts.len().min(MARKS.len());
    let mut pieces: Vec<Html> = Vec::new();
    let mut text = String::new();
    for letter in sentence(&MARKS[..count]).chars() {
        let part = MARKS[..count]
            .iter()
            .zip(parts)
            .find(|(mark, _)| mark.starts_with(letter));
        match part {
            Some((_, part)) => {
                pieces.push(std::mem::take(&mut text).into());
                pieces.push(part.clone());
            }
            None => text.push(letter),
        }
    }
    pieces.push(text.into());
    html! { <>{ for pieces }</> }
}
