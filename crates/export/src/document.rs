//! The playbook as data: a cover, and chapters of sections of blocks. Every text is plain:
//! no part of it is markup.

use plumbline_plan::{Logo, prose};

/// A document.
#[derive(Debug, Clone, PartialEq)]
pub struct Document {
    /// What stands on top.
    pub cover: Cover,
    /// Whether it is the one-page summary: no page of its own for the cover, no contents.
    pub one_page: bool,
    /// The chapters.
    pub chapters: Vec<Chapter>,
}

/// The first page.
#[derive(Debug, Clone, PartialEq)]
pub struct Cover {
    /// The firm in whose name it is handed out; may be empty.
    pub brand: String,
    /// That firm's logo.
    pub logo: Option<Logo>,
    /// The plan's title.
    pub title: String,
    /// The firm the plan is for; may be empty.
    pub client: String,
    /// Who drew it up; may be empty.
    pub prepared_by: String,
    /// The day it was made, written out.
    pub date: String,
    /// The period and the day of calculation, written out.
    pub period: String,
}

/// A chapter.
#[derive(Debug, Clone, PartialEq)]
pub struct Chapter {
    /// Its number; nothing for what stands before and after the numbered ones.
    pub number: Option<usize>,
    /// Its title.
    pub title: String,
    /// A sentence under the title.
    pub lead: String,
    /// What is in it; empty where nothing was written.
    pub sections: Vec<Section>,
}

/// A part of a chapter.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Section {
    /// Its heading; may be empty.
    pub title: String,
    /// What is in it.
    pub blocks: Vec<Block>,
}

/// A piece of a section.
#[derive(Debug, Clone, PartialEq)]
pub enum Block {
    /// A paragraph. Line breaks in it are kept.
    Paragraph(String),
    /// A longer text of the plan, with its marks (`plumbline_plan::prose`).
    Written(String),
    /// A field: its label and its text, with its marks.
    Said(String, String),
    /// A list.
    List(Vec<String>),
    /// A table.
    Table(Table),
    /// A chart.
    Picture(Picture),
    /// Figures to see first.
    Figures(Vec<KeyFigure>),
    /// Something a good coach would say.
    Advice(Advice),
    /// Something to discuss.
    Question(Question),
}

/// A table. Every row has a cell for every column.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// The columns.
    pub columns: Vec<Column>,
    /// The cells, row by row.
    pub rows: Vec<Vec<String>>,
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// Its head.
    pub name: String,
    /// Whether it holds figures.
    pub is_figure: bool,
}

/// A chart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// The whole `svg` element, made by the charts crate, which escapes every text in it.
    pub svg: String,
    /// What it shows, in words; empty where words beside it say so.
    pub description: String,
    /// How much of the page's width it may take.
    pub is_narrow: bool,
}

/// A figure with what it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyFigure {
    /// The figure.
    pub figure: String,
    /// What it is.
    pub label: String,
}

/// Something a good coach would say about the plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Advice {
    /// In a few words.
    pub title: String,
    /// The rule's code and how pressing it is.
    pub mark: String,
    /// What was found.
    pub message: String,
    /// What to do about it, what that brings, and published figures; none of them empty.
    pub more: Vec<String>,
}

/// Something to discuss.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// The question.
    pub question: String,
    /// The answer, with its marks; empty where one is still to be written.
    pub answer: String,
}

impl Section {
    /// A section with a heading.
    pub(crate) fn new(title: impl Into<String>) -> Self {
        Self {
            title: title.into(),
            blocks: Vec::new(),
        }
    }

    /// With a field, unless nothing was written in it.
    pub(crate) fn said(mut self, label: &str, text: impl AsRef<str>) -> Self {
        let text = text.as_ref().trim();
        if !text.is_empty() {
            self.blocks
                .push(Block::Said(label.to_owned(), text.to_owned()));
        }
        self
    }

    /// With a longer text of the plan, unless nothing was written.
    pub(crate) fn written(mut self, text: impl AsRef<str>) -> Self {
        let text = text.as_ref().trim();
        if !text.is_empty() {
            self.blocks.push(Block::Written(text.to_owned()));
        }
        self
    }

    /// With a paragraph, unless it is empty.
    pub(crate) fn paragraph(mut self, text: impl AsRef<str>) -> Self {
        let text = text.as_ref().trim();
        if !text.is_empty() {
            self.blocks.push(Block::Paragraph(text.to_owned()));
        }
        self
    }

    /// With a list, unless it is empty; nothing in it is bold.
    pub(crate) fn list(mut self, items: Vec<String>) -> Self {
        if !items.is_empty() {
            let items = items.iter().map(|item| prose::unmarked(item));
            self.blocks.push(Block::List(items.collect()));
        }
        self
    }

    /// With a table, unless it has no rows. Columns in which nothing was entered are left
    /// out.
    pub(crate) fn table(mut self, table: Table) -> Self {
        let table = table.without_empty_columns();
        if !table.rows.is_empty() && !table.columns.is_empty() {
            self.blocks.push(Block::Table(table));
        }
        self
    }

    /// With any block.
    pub(crate) fn block(mut self, block: Block) -> Self {
        self.blocks.push(block);
        self
    }
}

impl Table {
    /// A table with columns of text first, and so many columns of figures after them.
    pub(crate) fn new(words: &[&str], figures: &[&str]) -> Self {
        let column = |is_figure| {
            move |name: &&str| Column {
                name: (*name).to_owned(),
                is_figure,
            }
        };
        let words = words.iter().map(column(false));
        Self {
            columns: words.chain(figures.iter().map(column(true))).collect(),
            rows: Vec::new(),
        }
    }

    /// With one more row, unless all its cells are empty. Cells that are missing are empty;
    /// nothing in a cell is bold.
    pub(crate) fn row(&mut self, cells: impl IntoIterator<Item = String>) {
        let cells = cells.into_iter().map(|cell| prose::unmarked(&cell));
        let mut cells: Vec<String> = cells.collect();
        cells.resize(self.columns.len(), String::new());
        if cells.iter().any(|cell| !cell.trim().is_empty()) {
            self.rows.push(cells);
        }
    }

    fn without_empty_columns(mut self) -> Self {
        let used: Vec<bool> = (0..self.columns.len())
            .map(|place| self.rows.iter().any(|row| !row[place].trim().is_empty()))
            .collect();
        let keep = |place: usize| used.get(place).copied().unwrap_or(false);
        let mut place = 0;
        self.columns.retain(|_| {
            place += 1;
            keep(place - 1)
        });
        for row in &mut self.rows {
            let mut place = 0;
            row.retain(|_| {
                place += 1;
                keep(place - 1)
            });
        }
        self
    }
}
