//! A document as Markdown (CommonMark with tables). Charts become their description.
//!
//! Every text is escaped here: what stands in a plan never becomes a heading, a list, a
//! link, a picture or HTML.

use plumbline_plan::prose;
use plumbline_wording::texts::playbook as text;

use super::{lines, marked};
use crate::document::{Advice, Block, Chapter, Cover, Document, Question, Section, Table};

/// The document as the text of a Markdown file.
#[must_use]
pub fn document(document: &Document) -> String {
    let mut parts = cover(&document.cover);
    for chapter in &document.chapters {
        parts.extend(self::chapter(chapter));
    }
    parts.join("\n\n") + "\n"
}

fn cover(cover: &Cover) -> Vec<String> {
    let mut parts = vec![format!("# {}", line(&cover.title))];
    let client = text::prepared_for(&cover.client);
    let person = text::prepared_by(&cover.prepared_by);
    for (said, given) in [
        (&cover.brand, &cover.brand),
        (&client, &cover.client),
        (&cover.period, &cover.period),
        (&person, &cover.prepared_by),
        (&cover.date, &cover.date),
    ] {
        if !given.is_empty() {
            parts.push(paragraph(said));
        }
    }
    parts
}

fn chapter(chapter: &Chapter) -> Vec<String> {
    let title = line(&chapter.title);
    let mut parts = vec![match chapter.number {
        Some(number) => format!("## {number}. {title}"),
        None => format!("## {title}"),
    }];
    if !chapter.lead.is_empty() {
        parts.push(format!("*{}*", line(&chapter.lead)));
    }
    if chapter.sections.is_empty() {
        parts.push(paragraph(text::NOTHING_YET));
    }
    parts.extend(chapter.sections.iter().flat_map(section));
    parts
}

fn section(section: &Section) -> Vec<String> {
    let mut parts = Vec::new();
    if !section.title.is_empty() {
        parts.push(format!("### {}", line(&section.title)));
    }
    let blocks = section.blocks.iter().map(block);
    parts.extend(blocks.filter(|written| !written.is_empty()));
    parts
}

fn block(block: &Block) -> String {
    match block {
        Block::Paragraph(text) => paragraph(text),
        Block::Written(text) => written(text),
        Block::Said(label, text) => {
            let label = format!("**{}:**", line(label));
            let apart = match marked(text).as_deref() {
                Some([prose::Block::List { .. }, ..]) => "\n\n",
                _ => " ",
            };
            [label, written(text)].join(apart)
        }
        Block::List(items) => list(items.iter().map(|item| line(item))),
        Block::Table(table) => self::table(table),
        Block::Picture(picture) => paragraph(&picture.description),
        Block::Figures(figures) => list(
            figures
                .iter()
                .map(|figure| format!("**{}** {}", line(&figure.figure), line(&figure.label))),
        ),
        Block::Advice(advice) => self::advice(advice),
        Block::Question(question) => self::question(question),
    }
}

fn list(items: impl Iterator<Item = String>) -> String {
    items
        .map(|item| format!("- {item}"))
        .collect::<Vec<_>>()
        .join("\n")
}

fn table(table: &Table) -> String {
    let row = |cells: Vec<String>| format!("| {} |", cells.join(" | "));
    let head = table.columns.iter().map(|column| line(&column.name));
    let rule = table
        .columns
        .iter()
        .map(|column| if column.is_figure { "---:" } else { "---" }.to_owned());
    let rows = table
        .rows
        .iter()
        .map(|cells| row(cells.iter().map(|cell| line(cell)).collect()));
    [row(head.collect()), row(rule.collect())]
        .into_iter()
        .chain(rows)
        .collect::<Vec<_>>()
        .join("\n")
}

fn advice(advice: &Advice) -> String {
    let mut parts = vec![format!("#### {}", line(&advice.title))];
    if !advice.mark.is_empty() {
        parts.push(format!("*{}*", line(&advice.mark)));
    }
    parts.push(paragraph(&advice.message));
    parts.extend(advice.more.iter().map(|more| paragraph(more)));
    parts.join("\n\n")
}

fn question(question: &Question) -> String {
    let answer = match marked(&question.answer).as_deref() {
        Some([prose::Block::List { .. }, ..]) => {
            format!("{}\n\n{}", line(text::ANSWER), written(&question.answer))
        }
        Some(_) => format!("{} {}", line(text::ANSWER), written(&question.answer)),
        None => format!("{} {}", line(text::ANSWER), line(&question.answer)),
    };
    // Indented, it belongs to the item.
    let answer = answer.trim_end().replace('\n', "\n  ");
    format!(
        "- {}\n\n  {}",
        line(&question.question),
        answer.replace("\n  \n", "\n\n")
    )
}

/// A longer text of the plan, with its lists and bold words.
fn written(text: &str) -> String {
    let Some(blocks) = marked(text) else {
        return paragraph(text);
    };
    // Lists that follow one another are of two kinds, so none runs into the next.
    let parts = blocks.iter().map(|block| match block {
        prose::Block::Paragraph(words) => spans(words),
        prose::Block::List {
            numbered: None,
            items,
        } => list(items.iter().map(|item| spans(item))),
        prose::Block::List {
            numbered: Some(first),
            items,
        } => {
            let items = (usize::from(*first)..).zip(items);
            let items = items.map(|(number, item)| format!("{number}. {}", spans(item)));
            items.collect::<Vec<_>>().join("\n")
        }
    });
    parts.collect::<Vec<_>>().join("\n\n")
}

/// Words with the bold ones marked, unless Markdown would not read the mark: it looks at
/// what stands on both its sides.
fn spans(words: &[prose::Span]) -> String {
    let is_word = |sign: Option<char>| sign.is_some_and(char::is_alphanumeric);
    let reads = |place: usize, span: &prose::Span| {
        let before = place
            .checked_sub(1)
            .and_then(|place| words[place].text.chars().last());
        let after = words
            .get(place + 1)
            .and_then(|span| span.text.chars().next());
        let (first, last) = (span.text.chars().next(), span.text.chars().last());
        (is_word(first) || !is_word(before)) && (is_word(last) || !is_word(after))
    };
    let mut runs: Vec<(bool, String)> = Vec::new();
    for (place, span) in words.iter().enumerate() {
        let bold = span.bold && reads(place, span);
        match runs.last_mut() {
            Some((kind, text)) if *kind == bold => *text += &span.text,
            _ => runs.push((bold, span.text.clone())),
        }
    }
    let written = runs.into_iter().map(|(bold, text)| {
        let lines: Vec<String> = text.split('\n').map(escaped).collect();
        let text = lines.join("\\\n");
        if bold { format!("**{text}**") } else { text }
    });
    written.collect()
}

/// A text as a paragraph: its lines stay lines, and none of them begins anything.
fn paragraph(text: &str) -> String {
    let lines = lines(text).filter(|line| !line.is_empty());
    lines
        .map(|line| escaped(&line))
        .collect::<Vec<_>>()
        .join("\\\n")
}

/// A text on one line.
fn line(text: &str) -> String {
    let lines = lines(text).filter(|line| !line.is_empty());
    escaped(&lines.collect::<Vec<_>>().join(" "))
}

/// One line of text, in which nothing means more than itself.
fn escaped(line: &str) -> String {
    let signs: Vec<char> = line.chars().collect();
    let digits = signs
        .iter()
        .take_while(|sign| sign.is_ascii_digit())
        .count();
    let mut written = String::with_capacity(line.len() + 8);
    for (place, sign) in signs.iter().enumerate() {
        let follows = |text: &str| {
            signs[place + 1..]
                .iter()
                .copied()
                .take(text.len())
                .eq(text.chars())
        };
        let after_www = || {
            place >= 3
                && signs[place - 3..place]
                    .iter()
                    .all(|sign| matches!(sign, 'w' | 'W'))
        };
        let acts = match sign {
            '\\' | '`' | '*' | '_' | '[' | ']' | '{' | '<' | '>' | '|' | '~' | '$' | '^' | '&'
            | '#' | '@' => true,
            // An address would become a link by itself.
            ':' => place == 0 || follows("//"),
            '.' if after_www() => true,
            // Lists, headings by underlining, rules.
            '-' | '+' | '=' => place == 0,
            '.' | ')' => digits > 0 && place == digits,
            _ => false,
        };
        if acts {
            written.push('\\');
        }
        written.push(if *sign == '\t' { ' ' } else { *sign });
    }
    written
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_text_stays_plain() {
        for text in [
            "Fewer proposals, better ones",
            "About 12.5% (a third)",
            "€1.25 million",
        ] {
            assert_eq!(line(text), text);
        }
        assert_eq!(line("two\nlines"), "two lines");
        assert_eq!(paragraph("two\n\n lines "), "two\\\nlines");
    }

    #[test]
    fn lists_and_bold_words_of_a_longer_text_are_lists_and_bold_there() {
        let text = "Sell **value**, not [price]:\n- to owners\n- to **buyers**\n3. three\n4. x";
        assert_eq!(
            written(text),
            "Sell **value**, not \\[price\\]:\n\n- to owners\n- to **buyers**\n\n3. three\n4. x"
        );
        assert_eq!(
            block(&Block::Said("Label".to_owned(), "- a\n- b".to_owned())),
            "**Label:**\n\n- a\n- b"
        );
        // No reader of Markdown would see this mark.
        assert_eq!(written("a**(b)**c"), "a(b)c");
        let question = Question {
            question: "Why?".to_owned(),
            answer: "**So:**\n- a".to_owned(),
        };
        let answer = line(text::ANSWER);
        assert_eq!(
            self::question(&question),
            format!("- Why?\n\n  {answer} **So:**\n\n  - a")
        );
    }

    #[test]
    fn what_begins_a_line_begins_nothing() {
        for (text, written) in [
            ("# heading", "\\# heading"),
            ("- item", "\\- item"),
            ("12. item", "12\\. item"),
            ("=====", "\\====="),
            ("[a](b)", "\\[a\\](b)"),
            ("http://a.b", "http\\://a.b"),
            ("see www.a.b", "see www\\.a.b"),
        ] {
            assert_eq!(line(text), written);
        }
    }
}
