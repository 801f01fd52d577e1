//! A document as HTML: as a part of a page, or as a file of its own that loads nothing.
//!
//! Every text is escaped here and nowhere else; no attribute holds a text of the plan. No
//! `style` attributes, which the app's security policy would ignore: the classes stand in
//! `static/playbook.css`.

use plumbline_plan::prose;
use plumbline_wording::texts::playbook as text;

use super::{is_unseen, lines, marked};
use crate::document::{
    Advice, Block, Chapter, Cover, Document, KeyFigure, Picture, Question, Section, Table,
};

/// Colours and sizes, charts, and the document: the app's own style sheets.
const STYLES: [&str; 3] = [
    include_str!("../../../../static/tokens.css"),
    include_str!("../../../../static/charts.css"),
    include_str!("../../../../static/playbook.css"),
];

/// What a file of its own needs beside the app's style sheets.
const ALONE: &str = "body { margin: 0 auto; padding: 2rem 1.25rem; max-width: 46rem; \
                     background: var(--paper); }\n\
                     @media print { body { padding: 0; max-width: none; } }\n";

/// The document as an `article` element for a page that has the style sheets.
#[must_use]
pub fn fragment(document: &Document) -> String {
    written(document, false)
}

/// The document as a file of its own: no script, nothing loaded from anywhere.
#[must_use]
pub fn page(document: &Document) -> String {
    let mut html =
        String::from("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
    // Should anything slip through after all, the browser still runs and loads nothing.
    html += "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; \
             style-src 'unsafe-inline'; img-src data:\">\n";
    html += "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>";
    escape(&mut html, &document.cover.title);
    html += "</title>\n<style>\n";
    STYLES.iter().for_each(|styles| html += styles);
    html += ALONE;
    html += "</style>\n</head>\n<body>\n<main>\n";
    html += &written(document, true);
    html += "</main>\n</body>\n</html>\n";
    html
}

/// Names of at most so many characters stand in one line: "September 2027".
const ONE_LINE: usize = 16;

/// A table of so many columns is laid out in lines on narrow pages.
const WIDE: usize = 4;

/// A table of so many rows is kept on one page: a year of months and its sum.
const SHORT: usize = 13;

fn written(document: &Document, is_alone: bool) -> String {
    let mut writer = Writer::default();
    let class = if document.one_page {
        "playbook playbook-one-page"
    } else {
        "playbook"
    };
    writer.open("article", class);
    writer.cover(&document.cover);
    if !document.one_page {
        writer.contents(&document.chapters, is_alone);
    }
    for (place, chapter) in document.chapters.iter().enumerate() {
        writer.chapter(place, chapter);
    }
    writer.close("article");
    writer.html
}

#[derive(Default)]
struct Writer {
    html: String,
}

impl Writer {
    fn open(&mut self, element: &str, class: &str) {
        self.html += &if class.is_empty() {
            format!("<{element}>")
        } else {
            format!("<{element} class=\"{class}\">")
        };
    }

    fn close(&mut self, element: &str) {
        self.html += &format!("</{element}>\n");
    }

    /// An element with a text of the plan in it, in the direction of its own writing.
    fn element(&mut self, element: &str, class: &str, text: &str) {
        let class = if class.is_empty() {
            String::new()
        } else {
            format!(" class=\"{class}\"")
        };
        self.html += &format!("<{element}{class} dir=\"auto\">");
        escape(&mut self.html, text);
        self.close(element);
    }

    fn cover(&mut self, cover: &Cover) {
        self.open("header", "playbook-cover");
        if cover.logo.is_some() || !cover.brand.is_empty() {
            self.open("div", "playbook-brand");
            if let Some(logo) = &cover.logo {
                // A logo holds base64 and its media type alone. The brand is named beside it.
                self.html += &format!("<img src=\"{}\" alt=\"\">", logo.as_str());
            }
            if !cover.brand.is_empty() {
                self.element("p", "", &cover.brand);
            }
            self.close("div");
        }
        self.element("p", "playbook-kind", text::KIND);
        self.element("h1", "", &cover.title);
        if !cover.client.is_empty() {
            self.element("p", "playbook-client", &text::prepared_for(&cover.client));
        }
        self.element("p", "", &cover.period);
        let by = if cover.prepared_by.is_empty() {
            cover.date.clone()
        } else {
            format!("{}, {}", text::prepared_by(&cover.prepared_by), cover.date)
        };
        self.element("p", "playbook-by", &by);
        self.close("header");
    }

    fn contents(&mut self, chapters: &[Chapter], linked: bool) {
        self.open("nav", "playbook-contents");
        self.element("h2", "", text::CONTENTS);
        self.open("ol", "");
        for (place, chapter) in chapters.iter().enumerate() {
            self.open("li", "");
            let number = chapter.number.map(|number| number.to_string());
            self.element("span", "playbook-number", &number.unwrap_or_default());
            if linked {
                self.html += &format!("<a href=\"#playbook-{place}\">");
            }
            self.element("span", "", &chapter.title);
            if linked {
                self.close("a");
            }
            self.close("li");
        }
        self.close("ol");
        self.close("nav");
    }

    fn chapter(&mut self, place: usize, chapter: &Chapter) {
        let class = match (chapter.number, place) {
            (None, 0) => "playbook-chapter playbook-summary",
            (None, _) => "playbook-chapter playbook-register",
            (Some(_), _) => "playbook-chapter",
        };
        self.html += &format!("<section class=\"{class}\" id=\"playbook-{place}\">");
        self.open("div", "playbook-head");
        let number = chapter.number.map(|number| number.to_string());
        self.open("h2", "");
        if let Some(number) = number {
            self.element("span", "playbook-number", &number);
        }
        escape(&mut self.html, &chapter.title);
        self.close("h2");
        if !chapter.lead.is_empty() {
            self.element("p", "playbook-lead", &chapter.lead);
        }
        self.close("div");
        if chapter.sections.is_empty() {
            self.element("p", "playbook-empty", text::NOTHING_YET);
        }
        for section in &chapter.sections {
            self.section(section);
        }
        self.close("section");
    }

    fn section(&mut self, section: &Section) {
        self.open("section", "");
        if !section.title.is_empty() {
            self.element("h3", "", &section.title);
        }
        let mut in_fields = false;
        for block in &section.blocks {
            // Fields that follow one another are one list.
            let is_field = matches!(block, Block::Said(..));
            if is_field != in_fields {
                if is_field {
                    self.open("dl", "");
                } else {
                    self.close("dl");
                }
                in_fields = is_field;
            }
            self.block(block);
        }
        if in_fields {
            self.close("dl");
        }
        self.close("section");
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Paragraph(text) => self.element("p", "playbook-text", text),
            Block::Written(text) => self.written("p", text),
            Block::Said(label, text) => {
                self.open("div", "");
                self.element("dt", "", label);
                self.written("dd", text);
                self.close("div");
            }
            Block::List(items) => {
                self.open("ul", "");
                items.iter().for_each(|item| self.element("li", "", item));
                self.close("ul");
            }
            Block::Table(table) => self.table(table),
            Block::Picture(picture) => self.picture(picture),
            Block::Figures(figures) => self.figures(figures),
            Block::Advice(advice) => self.advice(advice),
            Block::Question(question) => self.question(question),
        }
    }

    fn table(&mut self, table: &Table) {
        let is_figure = |place: usize| {
            let column = table.columns.get(place);
            column.is_some_and(|column| column.is_figure)
        };
        let mut names = table.rows.iter().filter_map(|row| row.first());
        let in_one_line = names.all(|name| name.chars().count() <= ONE_LINE);
        let class = |place: usize| match place {
            _ if is_figure(place) => "playbook-figure",
            0 if in_one_line => "playbook-whole",
            _ => "",
        };
        // On paper a short table is not torn.
        let is_short = table.rows.len() <= SHORT;
        let is_wide = table.columns.len() >= WIDE;
        self.open("table", if is_short { "playbook-short" } else { "" });
        self.open("thead", "");
        self.open("tr", "");
        for (place, column) in table.columns.iter().enumerate() {
            self.element("th", class(place), &column.name);
        }
        self.close("tr");
        self.close("thead");
        self.open("tbody", "");
        for row in &table.rows {
            self.open("tr", "");
            for (place, cell) in row.iter().enumerate() {
                let column = table.columns.get(place).filter(|_| is_wide);
                self.cell(
                    class(place),
                    column.map(|column| column.name.as_str()),
                    cell,
                );
            }
            self.close("tr");
        }
        self.close("tbody");
        self.close("table");
    }

    /// A cell of a table, with its column's name where narrow pages show it beside it.
    fn cell(&mut self, class: &str, column: Option<&str>, text: &str) {
        let Some(name) = column.filter(|_| !text.is_empty()) else {
            return self.element("td", class, text);
        };
        self.open("td", class);
        self.element("span", "playbook-beside", name);
        self.element("span", "", text);
        self.close("td");
    }

    fn picture(&mut self, picture: &Picture) {
        let class = if picture.is_narrow {
            "playbook-picture playbook-narrow"
        } else {
            "playbook-picture"
        };
        self.open("div", class);
        let svg = picture.svg.chars();
        self.html
            .extend(svg.filter(|sign| *sign == '\n' || !is_unseen(*sign)));
        self.close("div");
    }

    fn figures(&mut self, figures: &[KeyFigure]) {
        self.open("ul", "playbook-figures");
        for figure in figures {
            self.open("li", "");
            self.element("strong", "", &figure.figure);
            self.element("span", "", &figure.label);
            self.close("li");
        }
        self.close("ul");
    }

    fn advice(&mut self, advice: &Advice) {
        self.open("div", "playbook-advice");
        self.element("h4", "", &advice.title);
        if !advice.mark.is_empty() {
            self.element("p", "playbook-mark", &advice.mark);
        }
        self.element("p", "", &advice.message);
        advice
            .more
            .iter()
            .for_each(|more| self.element("p", "", more));
        self.close("div");
    }

    fn question(&mut self, question: &Question) {
        self.open("div", "playbook-question");
        self.element("p", "", &question.question);
        if question.answer.is_empty() {
            // Room to write in on paper.
            self.element("p", "playbook-room", "");
        } else {
            self.written("p", &question.answer);
        }
        self.close("div");
    }

    /// A longer text of the plan: in this element as it stands, or, where it has marks, in
    /// paragraphs and lists.
    fn written(&mut self, element: &str, text: &str) {
        let Some(blocks) = marked(text) else {
            return self.element(element, "playbook-text", text);
        };
        let around = if element == "p" { "div" } else { element };
        self.html += &format!("<{around} class=\"playbook-written\" dir=\"auto\">");
        for block in &blocks {
            match block {
                prose::Block::Paragraph(words) => self.spans("p", words),
                prose::Block::List { numbered, items } => {
                    let list = if numbered.is_some() { "ol" } else { "ul" };
                    match numbered {
                        Some(first) if *first != 1 => {
                            self.html += &format!("<ol start=\"{first}\">");
                        }
                        _ => self.open(list, ""),
                    }
                    items.iter().for_each(|item| self.spans("li", item));
                    self.close(list);
                }
            }
        }
        self.close(around);
    }

    fn spans(&mut self, element: &str, words: &[prose::Span]) {
        self.html += &format!("<{element} class=\"playbook-text\">");
        for span in words {
            if span.bold {
                self.html += "<strong>";
            }
            escape_clean(&mut self.html, &span.text);
            if span.bold {
                self.html += "</strong>";
            }
        }
        self.close(element);
    }
}

/// Writes a text so that it is nothing but text, with its line breaks.
fn escape(html: &mut String, text: &str) {
    let all: Vec<String> = lines(text).collect();
    escape_clean(html, &all.join("\n"));
}

/// The same for a text that has no unseen characters any more.
fn escape_clean(html: &mut String, text: &str) {
    for sign in text.chars() {
        match sign {
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '&' => html.push_str("&amp;"),
            '"' => html.push_str("&quot;"),
            '\'' => html.push_str("&#39;"),
            other => html.push(other),
        }
    }
}
