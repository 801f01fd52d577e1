//! Any text in any field comes out as that text and as nothing else.

use plumbline_export::{Block, Chapter, Document, Section, html, markdown};
use plumbline_plan::{Plan, file};
use proptest::prelude::*;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use serde_json::Value;

use crate::sample::{documents, plan};

/// Texts that mean something to a browser, to Markdown or to the eye.
const HOSTILE: [&str; 8] = [
    "<script>alert(1)</script><img src=x onerror=alert(2)>",
    "\" onload=\"alert(1)\" x='&lt;b&gt;&#0;",
    "</title></style></svg></td></article><iframe src=//e.x>",
    "# head\n- item\n1. one\n> quote\n---\n```\ncode\n===\n| a | b |\n|---|---|\n    four",
    "[link](javascript:alert(1)) ![picture](http://e.x/a.png) <http://e.x> http://e.x www.e.x",
    "**bold** _em_ `code` ~~struck~~ $x$ [^1] {#id} :--- \\ * _ &amp; a\\",
    "\u{202e}turned\u{2066}\u{0}\u{7}\u{1b}[31m\u{feff}",
    "=cmd|' /C calc'!A0\t+1\r-2\r\n@x",
];

/// The pointers of every field of a plan's file that takes any text.
fn free_texts(plan: &Plan) -> (Value, Vec<String>) {
    let file: Value = serde_json::from_str(&file::write(plan)).unwrap();
    let mut pointers = Vec::new();
    strings(&file["plan"], "/plan".to_owned(), &mut pointers);
    let takes_any = |pointer: &String| {
        let mut changed = file.clone();
        *changed.pointer_mut(pointer).unwrap() = "any <text>".into();
        file::read(&changed.to_string()).is_ok()
    };
    pointers.retain(takes_any);
    (file, pointers)
}

fn strings(value: &Value, pointer: String, found: &mut Vec<String>) {
    match value {
        Value::Object(fields) => fields
            .iter()
            .for_each(|(name, value)| strings(value, format!("{pointer}/{name}"), found)),
        Value::Array(items) => items
            .iter()
            .enumerate()
            .for_each(|(place, item)| strings(item, format!("{pointer}/{place}"), found)),
        Value::String(_) => found.push(pointer),
        _ => {}
    }
}

/// What stands between angle brackets, outside charts.
fn tags(html: &str) -> Vec<&str> {
    let outside = html
        .split("<svg")
        .map(|part| part.split_once("</svg>").map_or(part, |cut| cut.1));
    outside
        .flat_map(|part| part.split('<').skip(1))
        .map(|part| part.split('>').next().unwrap())
        .collect()
}

/// What Markdown makes of a text beside paragraphs and their lines.
fn beyond_text(written: &str) -> Vec<String> {
    let options = Options::all() - Options::ENABLE_SMART_PUNCTUATION;
    Parser::new_ext(written, options)
        .filter(|event| {
            !matches!(
                event,
                Event::Text(_)
                    | Event::HardBreak
                    | Event::SoftBreak
                    | Event::Start(Tag::Paragraph)
                    | Event::End(TagEnd::Paragraph)
            )
        })
        .map(|event| format!("{event:?}"))
        .collect()
}

fn read_back(written: &str) -> String {
    let options = Options::all() - Options::ENABLE_SMART_PUNCTUATION;
    let mut text = String::new();
    for event in Parser::new_ext(written, options) {
        match event {
            Event::Text(part) => text += &part,
            Event::HardBreak | Event::SoftBreak | Event::End(TagEnd::Paragraph) => text.push('\n'),
            _ => {}
        }
    }
    text.trim_end_matches('\n').to_owned()
}

/// A document of one paragraph, without what stands around it.
fn paragraph(text: &str) -> String {
    alone(Block::Paragraph(text.to_owned()))
}

/// A document of one block, without what stands around it.
fn alone(block: Block) -> String {
    let (mut document, _): (Document, _) =
        documents(&plumbline_plan::start::blank(crate::sample::day()));
    document.chapters = vec![Chapter {
        number: None,
        title: "x".to_owned(),
        lead: String::new(),
        sections: vec![Section {
            title: String::new(),
            blocks: vec![block],
        }],
    }];
    let written = markdown::document(&document);
    let below = written.split_once("## x\n").unwrap().1;
    // Where nothing is left of a block, no empty line is.
    below.strip_prefix('\n').unwrap_or(below).to_owned()
}

#[test]
fn whatever_stands_in_the_fields_of_a_plan_the_page_has_the_same_elements() {
    let (file, pointers) = free_texts(&plan());
    assert!(pointers.len() > 150, "{}", pointers.len());
    let filled = |text: &str| {
        let mut changed = file.clone();
        for pointer in &pointers {
            *changed.pointer_mut(pointer).unwrap() = text.into();
        }
        documents(&file::read(&changed.to_string()).unwrap())
    };
    for text in HOSTILE {
        let (document, summary) = filled(text);
        for page in [html::page(&document), html::fragment(&summary)] {
            for bad in [
                "<script",
                "<img ",
                "<iframe",
                "onload=\"",
                "</title></",
                "\u{202e}",
                "\u{0}",
            ] {
                assert!(!page.contains(bad), "{bad} of {text:?}");
            }
            let known = |tag: &&str| {
                let name = tag.trim_start_matches('/').split(' ').next().unwrap();
                const KNOWN: [&str; 41] = [
                    "!DOCTYPE", "html", "head", "meta", "title", "style", "body", "main",
                    "article", "header", "nav", "section", "div", "p", "h1", "h2", "h3", "h4",
                    "ul", "ol", "li", "dl", "dt", "dd", "table", "thead", "tbody", "tr", "th",
                    "td", "span", "strong", "a", "svg", "desc", "g", "text", "rect", "line",
                    "path", "circle",
                ];
                !KNOWN.contains(&name)
            };
            assert_eq!(tags(&page).into_iter().find(known), None, "{text:?}");
        }
        let marks = Parser::new_ext(&markdown::document(&document), Options::all())
            .find(|event| {
                matches!(
                    event,
                    Event::Html(_)
                        | Event::InlineHtml(_)
                        | Event::Code(_)
                        | Event::Start(
                            Tag::Link { .. }
                                | Tag::Image { .. }
                                | Tag::CodeBlock(_)
                                | Tag::BlockQuote(_)
                                | Tag::HtmlBlock
                                | Tag::Strikethrough
                        )
                )
            })
            .map(|event| format!("{event:?}"));
        assert_eq!(marks, None, "{text:?}");
    }
}

#[test]
fn hostile_lines_are_paragraphs_of_their_own_words() {
    for text in HOSTILE {
        let written = paragraph(text);
        let none: [String; 0] = [];
        assert_eq!(beyond_text(&written), none, "{written}");
    }
}

#[test]
fn a_text_of_empty_lines_is_nothing_in_markdown() {
    assert_eq!(alone(Block::Written("\n\n".to_owned())), "");
}

/// The letters of a text.
fn letters(text: &str) -> String {
    text.chars().filter(|sign| sign.is_alphabetic()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn a_longer_text_in_markdown_has_its_letters_and_nothing_but_lists_and_bold_words(
        text in "([ -~]|\\*\\*|\n- |\n1\\. |\n\n|[a-z]{1,4}|[#*_>\\-+=|\\[\\](){}<&`~:.0-9\n]|\\PC){1,40}"
    ) {
        let written = alone(Block::Written(text.clone()));
        let other = beyond_text(&written).into_iter().find(|event| {
            !["Strong", "List", "Item"].iter().any(|known| event.contains(known))
        });
        prop_assert_eq!(other, None, "{}", &written);
        prop_assert_eq!(letters(&read_back(&written)), letters(&text), "{}", written);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn any_text_is_read_back_from_markdown_as_it_was(
        text in "([ -~]|[#*_>\\-+=|\\[\\](){}<&`~:.0-9\n]|\\PC){1,60}"
    ) {
        let written = paragraph(&text);
        prop_assert_eq!(beyond_text(&written), Vec::<String>::new(), "{}", written);
        let lines = text.split(['\n', '\u{85}', '\u{2028}', '\u{2029}']);
        let lines = lines.map(|line| line.trim_matches([' ', '\t']));
        let lines: Vec<&str> = lines.filter(|line| !line.is_empty()).collect();
        let seen = |text: &str| {
            let unseen = |sign: char| matches!(sign, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}');
            text.chars().filter(|sign| !unseen(*sign)).collect::<String>()
        };
        prop_assert_eq!(read_back(&written), seen(&lines.join("\n")), "{}", written);
    }
}
