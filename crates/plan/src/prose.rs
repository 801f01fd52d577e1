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
        /// Whether its items are numbered.
        numbered: bool,
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
            Some((numbered, words)) => add_item(&mut blocks, numbered, spans(words)),
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

fn end_paragraph(lines: &mut Vec<&str>, blocks: &mut Vec<Block>) {
    if !lines.is_empty() {
        blocks.push(Block::Paragraph(spans(&lines.join("\n"))));
        lines.clear();
    }
}

fn add_item(blocks: &mut Vec<Block>, numbered: bool, item: Vec<Span>) {
    match blocks.last_mut() {
        Some(Block::List {
            numbered: kind,
            items,
        }) if *kind == numbered => items.push(item),
        _ => blocks.push(Block::List {
            numbered,
            items: vec![item],
        }),
    }
}

/// Whether a line is an item, numbered or not, and its words.
fn item(line: &str) -> Option<(bool, &str)> {
    let line = line.trim_start();
    let bullet = ["- ", "* ", "• "];
    if let Some(words) = bullet.iter().find_map(|mark| line.strip_prefix(mark)) {
        return Some((false, words.trim()));
    }
    let (number, words) = line.split_once(". ")?;
    let is_number = (1..=3).contains(&number.len()) && number.bytes().all(|b| b.is_ascii_digit());
    is_number.then_some((true, words.trim()))
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
                    numbered: false,
                    items: vec![plain("one"), plain("two")]
                },
                Block::Paragraph(plain("Then\nthis.")),
                Block::List {
                    numbered: true,
                    items: vec![plain("a"), plain("b")]
                },
            ]
        );
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
