//! The open deals with their chances, as a table for the user's own use.

use plumbline_deals::{OpenDeal, import::CsvText};
use plumbline_wording::texts::{deals as words, deals_page as page};

use super::Taken;

/// What is to be said of an open deal: it moves, stagnates or is dead.
pub(super) fn standing(open: &OpenDeal) -> &'static str {
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
    for head in [
        page::ROW,
        page::IDENTIFIER,
        page::DEAL,
        page::CUSTOMER,
        page::OWNER,
        words::STAGE,
        words::VALUE,
        words::AGE,
        page::CHANCE,
        page::STANDING,
    ] {
        csv.text(head);
    }
    csv.end_row();
    let deals = taken
        .learnt
        .pipeline
        .iter()
        .flat_map(|pipeline| &pipeline.deals);
    for open in deals {
        let deal = &taken.history.deals[open.place];
        csv.number(Some(deal.row.into()));
        csv.text(&deal.id);
        csv.text(&deal.name);
        csv.text(&deal.account);
        csv.text(taken.history.owners.name(deal.owner));
        csv.text(taken.history.stages.name(deal.stage));
        csv.number(Some(open.value));
        csv.number(open.age.map(|age| age as f64));
        csv.number(open.chance());
        csv.text(standing(open));
        csv.end_row();
    }
    csv.into_text()
}
