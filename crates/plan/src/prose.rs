//! What people write into the plan's longer fields: paragraphs, lists and bold words, in a
//! small part of Markdown. No other mark means anything, and nothing in it is ever taken
//! for HTML: this gives text and structure, and whoever shows it escapes it.
//!
//! A blank line ends a paragraph; a line that begins with `- ` or `* ` is an item of a list,
//! one that begins with a number and a full stop of a numbered one; words between `**` are
//! bold. The field keeps what was typed, mark by mark.

/// A part of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// A paragraph; line breaks within it are kept.
    Paragraph(Vec<Span>),
    /// A list.
    List {
        /// The number of its first item, when its items are numbered; the others follow it.
        numbered: Option<u16>,
        /// The items.
        items: Vec<Vec<Span>>,
    },
}

/// Words in one style.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Span {
    /// The words.
    pub text: String,
    /// Whether they are bold.
    pub bold: bool,
}

/// Reads a text. Any text can be read; what is no mark is itself.
#[must_use]
pub fn read(text: &str) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    let mut lines: Vec<&str> = Vec::new();
    for line in text.lines() {
        let item = item(line);
        if item.is_some() || line.trim().is_empty() {
            end_paragraph(&mut lines, &mut blocks);
        }
        match item {
            Some((number, words)) => add_item(&mut blocks, number, spans(words)),
            None if line.trim().is_empty() => {}
            None => lines.push(line),
        }
    }
    end_paragraph(&mut lines, &mut blocks);
    blocks
}

/// Whether a text says more than its letters: a list, or bold words.
#[must_use]
pub fn is_formatted(text: &str) -> bool {
    read(text).iter().any(|block| match block {
        Block::List { .. } => true,
        Block::Paragraph(spans) => spans.iter().any(|span| span.bold),
    })
}

/// A text without the marks of its bold words, for where nothing can be bold.
#[must_use]
pub fn unmarked(text: &str) -> String {
    if !text.contains("**") {
        return text.to_owned();
    }
    let line = |line: &str| -> String { spans(line).into_iter().map(|span| span.text).collect() };
    text.split('\n').map(line).collect::<Vec<_>>().join("\n")
}

fn end_paragraph(lines: &mut Vec<&str>, blocks: &mut Vec<Block>) {
    if !lines.is_empty() {
        blocks.push(Block::Paragraph(spans(&lines.join("\n"))));
        lines.clear();
    }
}

fn add_item(blocks: &mut Vec<Block>, number: Option<u16>, item: Vec<Span>) {
    match blocks.last_mut() {
        Some(Block::List { numbered, items }) if numbered.is_some() == number.is_some() => {
            items.push(item);
        }
        _ => blocks.push(Block::List {
            numbered: number,
            items: vec![item],
        }),
    }
}

/// The number of an item, if it has one, and its words; nothing when the line is no item.
fn item(line: &str) -> Option<(Option<u16>, &str)> {
    let line = line.trim_start();
    let bullet = ["- ", "* ", "• "];
    if let Some(words) = bullet.iter().find_map(|mark| line.strip_prefix(mark)) {
        return Some((None, words.trim()));
    }
    let (number, words) = line.split_once(". ")?;
    let is_number = (1..=3).contains(&number.len()) && number.bytes().all(|b| b.is_ascii_digit());
    let number = is_number.then(|| number.parse().ok())?;
    Some((Some(number?), words.trim()))
}

/// Words, the bold ones apart. A mark that is never closed, or that stands beside a blank
/// on its inner side, is itself.
fn spans(words: &str) -> Vec<Span> {
    let mut found: Vec<Span> = Vec::new();
    let mut plain = String::new();
    let mut rest = words;
    while let Some((before, after)) = rest.split_once("**") {
        plain.push_str(before);
        match after.split_once("**") {
            Some((bold, beyond)) if !bold.is_empty() && bold.trim() == bold => {
                push(&mut found, std::mem::take(&mut plain), false);
                push(&mut found, bold.to_owned(), true);
                rest = beyond;
            }
            _ => {
                plain.push_str("**");
                rest = after;
            }
        }
    }
    plain.push_str(rest);
    push(&mut found, plain, false);
    found
}

fn push(found: &mut Vec<Span>, text: String, bold: bool) {
    if !text.is_empty() {
        found.push(Span { text, bold });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(text: &str) -> Vec<Span> {
        vec![Span {
            text: text.to_owned(),
            bold: false,
        }]
    }

    #[test]
    fn paragraphs_lists_and_bold_words_are_told_apart() {
        let blocks = read("First **of all**:\n- one\n- two\n\nThen\nthis.\n1. a\n2. b");
        let bold = Span {
            text: "of all".to_owned(),
            bold: true,
        };
        let first = [plain("First "), vec![bold], plain(":")].concat();
        assert_eq!(
            blocks,
            [
                Block::Paragraph(first),
                Block::List {
                    numbered: None,
                    items: vec![plain("one"), plain("two")]
                },
                Block::Paragraph(plain("Then\nthis.")),
                Block::List {
                    numbered: Some(1),
                    items: vec![plain("a"), plain("b")]
                },
            ]
        );
    }

    #[test]
    fn a_list_begins_with_the_number_that_was_typed() {
        let [Block::List { numbered, items }] = &read("3. three\n4. four")[..] else {
            panic!("one list");
        };
        assert_eq!((*numbered, items.len()), (Some(3), 2));
    }

    #[test]
    fn marks_of_bold_words_are_left_out_where_nothing_can_be_bold() {
        assert_eq!(unmarked("**a** b\n- c **d"), "a b\n- c **d");
    }

    #[test]
    fn what_is_no_mark_is_itself() {
        for text in [
            "2 ** 3",
            "** a **",
            "****",
            "**open",
            "-5 degrees",
            "1234. too long a number",
            "3.5 per cent",
            "<b>not bold</b>",
            "a_b_c # d",
        ] {
            assert_eq!(read(text), [Block::Paragraph(plain(text))], "{text}");
            assert!(!is_formatted(text), "{text}");
        }
        assert_eq!(read(" \n\n"), []);
    }

    #[test]
    fn any_text_can_be_read_and_loses_no_letter() {
        let pieces = ["**", "- ", "1. ", "\n", "ä", " ", "xy", "<b>"];
        let letters =
            |text: &str| -> String { text.chars().filter(|c| c.is_alphabetic()).collect() };
        for number in 0..pieces.len().pow(5) {
            let piece = |place: u32| pieces[number / pieces.len().pow(place) % pieces.len()];
            let text: String = (0..5).map(piece).collect();
            let spans = read(&text).into_iter().flat_map(|block| match block {
                Block::Paragraph(spans) => spans,
                Block::List { items, .. } => items.concat(),
            });
            let shown: String = spans.map(|span| span.text).collect();
            assert_eq!(letters(&shown), letters(&text), "{text:?}");
        }
    }
}
