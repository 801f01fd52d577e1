//! How the worker writes figures: for whom, in which locale and currency.

use std::rc::Rc;

use plumbline_deals::History;
use plumbline_plan::Currency;
use plumbline_wording::{
    figures::Figures,
    locale::{CurrencyCode, Locale},
    texts::deals::DealFigures,
};

use crate::deals::protocol::Reader;

/// For whom figures are written.
pub(super) struct Writer {
    /// The locale.
    pub(super) locale: Rc<Locale>,
    /// Who reads.
    pub(super) reader: Reader,
    /// The width charts are drawn for.
    pub(super) width: u32,
}

impl Writer {
    pub(super) fn new(locale: Locale, reader: Reader) -> Self {
        Self {
            locale: Rc::new(locale),
            width: reader.width,
            reader,
        }
    }

    /// Figures of deals: in their own currency, where the file names one.
    pub(super) fn figures(&self, history: &History) -> DealFigures<'_> {
        let currency = history
            .currency
            .as_ref()
            .map(|code| code.as_str().to_owned());
        let currency = currency.unwrap_or_else(|| self.reader.currency.clone());
        DealFigures {
            locale: &self.locale,
            currency: Some(CurrencyCode::of(&currency)),
        }
    }

    /// Figures of no currency.
    pub(super) fn plain_figures(&self) -> DealFigures<'_> {
        DealFigures {
            locale: &self.locale,
            currency: None,
        }
    }

    /// Figures of a plan in this currency.
    pub(super) fn of_plan(&self, currency: Currency) -> Figures {
        Figures::new(Rc::clone(&self.locale), currency)
    }
}
