//! The open deals, column by column: what is said of each of them, once for the lists on the
//! page and for the table of the user's own use.

use std::borrow::Cow;

use plumbline_deals::{OpenDeal, Pipeline, import::CsvText};
use plumbline_wording::texts::{deals as words, deals::DealFigures, deals_page as page};

use super::Taken;

/// What is said of an open deal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Column {
    Row,
    Identifier,
    Deal,
    Customer,
    Owner,
    Stage,
    Value,
    Age,
    DaysInStage,
    CutOff,
    Chance,
    Standing,
}

/// What stands in a column of a deal.
enum Cell<'a> {
    Words(Cow<'a, str>),
    Count(u32),
    Days(Option<i64>),
    CutOff(f64),
    Money(f64),
    Chance(Option<f64>),
}

impl Column {
    /// The columns of the table for the user's own use.
    const WRITTEN: [Self; 12] = [
        Self::Row,
        Self::Identifier,
        Self::Deal,
        Self::Customer,
        Self::Owner,
        Self::Stage,
        Self::Value,
        Self::Age,
        Self::DaysInStage,
        Self::CutOff,
        Self::Chance,
        Self::Standing,
    ];

    /// The columns of a list of some open deals on the page: those of words first, and how
    /// many these are. Where the plan has cut-offs, every deal shows the age it is held
    /// against and to what.
    pub(super) fn listed(pipeline: &Pipeline, deals: &[&OpenDeal]) -> (Vec<Self>, usize) {
        let words = [Self::Deal, Self::Customer, Self::Owner, Self::Stage];
        let held = pipeline.has_cut_offs();
        let in_stage = held && deals.iter().any(|open| open.days_in_stage.is_some());
        let mut columns = words.to_vec();
        columns.extend([Self::Value, Self::Age]);
        columns.extend(in_stage.then_some(Self::DaysInStage));
        columns.extend(held.then_some(Self::CutOff));
        columns.push(Self::Chance);
        (columns, words.len())
    }

    /// Its head.
    pub(super) fn head(self) -> &'static str {
        match self {
            Self::Row => page::ROW,
            Self::Identifier => page::IDENTIFIER,
            Self::Deal => page::DEAL,
            Self::Customer => page::CUSTOMER,
            Self::Owner => page::OWNER,
            Self::Stage => words::STAGE,
            Self::Value => words::VALUE,
            Self::Age => words::AGE,
            Self::DaysInStage => page::DAYS_IN_STAGE,
            Self::CutOff => page::CUT_OFF,
            Self::Chance => page::CHANCE,
            Self::Standing => page::STANDING,
        }
    }

    /// What it says of a deal, for the page. A deal without a name goes by its identifier or
    /// its row.
    pub(super) fn shown(self, taken: &Taken, open: &OpenDeal, figures: &DealFigures<'_>) -> String {
        let deal = &taken.kept.history.deals[open.place];
        match self.cell(taken, open) {
            Cell::Words(name) if self == Self::Deal && name.is_empty() => {
                if deal.id.is_empty() {
                    page::row(&figures.count(deal.row))
                } else {
                    deal.id.to_string()
                }
            }
            Cell::Words(text) => text.into_owned(),
            Cell::Count(count) => figures.count(count),
            Cell::Days(days) => {
                days.map_or_else(String::new, |days| figures.count(days.max(0) as u32))
            }
            Cell::CutOff(days) => figures.days(days),
            Cell::Money(money) => figures.money(money),
            // A chance by the age in a stage comes without an error.
            Cell::Chance(chance) => {
                let chance = chance.unwrap_or(f64::NAN);
                match &open.later {
                    Some(later) if open.by_stage.is_none() && !open.dead => {
                        figures.share(chance, &later.interval)
                    }
                    _ => figures.percent(chance),
                }
            }
        }
    }

    fn cell<'a>(self, taken: &'a Taken, open: &OpenDeal) -> Cell<'a> {
        let history = &taken.kept.history;
        let deal = &history.deals[open.place];
        let words = |text| Cell::Words(Cow::Borrowed(text));
        match self {
            Self::Row => Cell::Count(deal.row),
            Self::Identifier => words(&deal.id),
            Self::Deal => words(&deal.name),
            Self::Customer => words(&deal.account),
            Self::Owner => words(history.owners.name(deal.owner)),
            Self::Stage => words(history.stages.name(deal.stage)),
            Self::Value => Cell::Money(open.value),
            Self::Age => Cell::Days(open.age),
            Self::DaysInStage => Cell::Days(open.days_in_stage),
            Self::CutOff => {
                let pipeline = taken.learnt.pipeline.as_ref();
                let from = pipeline.map_or(f64::NAN, |pipeline| pipeline.stagnant_from as f64);
                Cell::CutOff(open.cut_off.unwrap_or(from))
            }
            Self::Chance => Cell::Chance(open.chance()),
            Self::Standing => words(standing(open)),
        }
    }
}

/// What is to be said of an open deal: it moves, stagnates or is dead.
fn standing(open: &OpenDeal) -> &'static str {
    if open.dead {
        page::DEAD
    } else if open.stagnant {
        page::STAGNANT
    } else {
        page::MOVING
    }
}

/// All open deals, as CSV whose texts no spreadsheet takes for formulas.
pub(super) fn table(taken: &Taken) -> String {
    let mut csv = CsvText::new();
    for column in Column::WRITTEN {
        csv.text(column.head());
    }
    csv.end_row();
    let pipeline = taken.learnt.pipeline.iter();
    for open in pipeline.flat_map(|pipeline| &pipeline.deals) {
        for column in Column::WRITTEN {
            match column.cell(taken, open) {
                Cell::Words(text) => csv.text(&text),
                Cell::Count(count) => csv.number(Some(count.into())),
                Cell::Days(days) => csv.number(days.map(|days| days as f64)),
                Cell::CutOff(number) | Cell::Money(number) => csv.number(Some(number)),
                Cell::Chance(chance) => csv.number(chance),
            }
        }
        csv.end_row();
    }
    csv.into_text()
}
