//! A history as a table of its own, and back: how deals are kept with the plan and handed
//! on. What is written reads back equal; names that look like formulas are guarded on the
//! way out ([`crate::import::guarded`]).

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::{
    History, State,
    history::Deal,
    import::{
        self, ColumnUse, Confidence, CsvText, DateOrder, Decimal, Field, Import, Mapping, Meaning,
        Options, Refused, Survey, ValueUse,
    },
    labels::{Label, Labels},
};

/// The column of the day up to which the deals are known; filled in the first row.
const AS_OF: &str = "as_of";

/// What stands in front of a stage's name over the column of its entries.
const ENTERED: &str = "Entered ";

/// What stands in front of the name of a further column.
const FURTHER: &str = "Further ";

/// The fields written, each under its key.
const FIELDS: [Field; 16] = [
    Field::Id,
    Field::Name,
    Field::Account,
    Field::Owner,
    Field::Source,
    Field::Segment,
    Field::Product,
    Field::Stage,
    Field::Status,
    Field::Value,
    Field::Currency,
    Field::Created,
    Field::Closed,
    Field::ExpectedClose,
    Field::Probability,
    Field::LastActivity,
];

impl History {
    /// The history as a table.
    #[must_use]
    pub fn to_csv(&self) -> String {
        let mut csv = CsvText::new();
        FIELDS.iter().for_each(|field| csv.text(field.key()));
        csv.text(AS_OF);
        let stages = self.entered_stages();
        for stage in &stages {
            csv.text(&format!("{ENTERED}{}", self.stages.name(*stage)));
        }
        for column in &self.further {
            csv.text(&format!("{FURTHER}{}", column.name));
        }
        csv.end_row();
        let mut as_of = Some(self.as_of);
        for deal in &self.deals {
            FIELDS
                .iter()
                .for_each(|field| self.cell(&mut csv, deal, *field));
            date(&mut csv, as_of.take());
            for stage in &stages {
                let entry = deal.entered.iter().find(|(entered, _)| entered == stage);
                date(&mut csv, entry.map(|(_, date)| *date));
            }
            for (place, column) in self.further.iter().enumerate() {
                let label = deal.further.get(place).copied().unwrap_or(Label::NONE);
                csv.text(column.labels.name(label));
            }
            csv.end_row();
        }
        csv.into_text()
    }

    /// Reads a table written by [`History::to_csv`].
    ///
    /// # Errors
    /// [`Refused`] when it is no such table.
    pub fn from_csv(text: &str) -> Result<Self, Refused> {
        read(text).map(|(_, _, import)| import.history)
    }

    /// The stages some deal's entry into is known, in the order of their labels.
    fn entered_stages(&self) -> Vec<Label> {
        let entries = self.deals.iter().flat_map(|deal| deal.entered.iter());
        let stages: BTreeMap<Label, ()> = entries.map(|(stage, _)| (*stage, ())).collect();
        stages.into_keys().collect()
    }

    fn cell(&self, csv: &mut CsvText, deal: &Deal, field: Field) {
        let name = |labels: &Labels, label| labels.name(label).to_owned();
        match field {
            Field::Value => csv.number(deal.value),
            Field::Probability => csv.number(deal.probability),
            Field::Created => date(csv, deal.created),
            Field::Closed => date(csv, deal.closed),
            Field::ExpectedClose => date(csv, deal.expected_close),
            Field::LastActivity => date(csv, deal.last_activity),
            Field::Id => csv.text(&deal.id),
            Field::Name => csv.text(&deal.name),
            Field::Account => csv.text(&deal.account),
            Field::Owner => csv.text(&name(&self.owners, deal.owner)),
            Field::Source => csv.text(&name(&self.sources, deal.source)),
            Field::Segment => csv.text(&name(&self.segments, deal.segment)),
            Field::Product => csv.text(&name(&self.products, deal.product)),
            Field::Stage => csv.text(&name(&self.stages, deal.stage)),
            Field::Currency => csv.text(self.currency.as_ref().map_or("", |code| code.as_str())),
            _ => csv.text(status(deal.state)),
        }
    }
}

/// Reads a table written by [`History::to_csv`]: what it is like, how it is read, its deals.
pub(crate) fn read(text: &str) -> Result<(Survey, Mapping, Import), Refused> {
    let survey = import::survey(text)?;
    let as_of = survey
        .columns
        .iter()
        .find(|column| column.header == AS_OF)
        .and_then(|column| column.examples.first()?.parse().ok())
        .ok_or(Refused::NoDeals)?;
    let options = Options {
        today: NaiveDate::MAX,
        as_of: None,
    };
    let mapping = mapping(&survey);
    let mut import = import::take(text, &mapping, options)?;
    import.history.as_of = as_of;
    Ok((survey, mapping, import))
}

fn date(csv: &mut CsvText, date: Option<NaiveDate>) {
    csv.text(&date.map(|date| date.to_string()).unwrap_or_default());
}

fn status(state: State) -> &'static str {
    match state {
        State::Open => "open",
        State::Won => "won",
        State::Lost => "lost",
    }
}

/// The mapping of such a table: by its heads alone, nothing guessed.
fn mapping(survey: &Survey) -> Mapping {
    let columns = survey
        .columns
        .iter()
        .enumerate()
        .filter_map(|(column, seen)| {
            let entered = seen.header.strip_prefix(ENTERED);
            let further = seen.header.strip_prefix(FURTHER);
            let field = match (entered, further) {
                (Some(_), _) => Field::StageEntered,
                (None, Some(_)) => Field::Further,
                (None, None) => Field::of_key(&seen.header)?,
            };
            Some(ColumnUse {
                column,
                field,
                confidence: Confidence::Said,
                order: field.is_date().then_some(DateOrder::DayMonthYear),
                decimal: field.is_number().then_some(Decimal::Point),
                percent: false,
                stage: entered.or(further).unwrap_or_default().to_owned(),
            })
        });
    let statuses = [
        (State::Open, Meaning::Open),
        (State::Won, Meaning::Won),
        (State::Lost, Meaning::Lost),
    ];
    Mapping {
        shape: survey.shape(),
        delimiter: survey.delimiter,
        first_row: survey.first_row,
        width: survey.columns.len(),
        columns: columns.collect(),
        stages: Vec::new(),
        statuses: statuses
            .map(|(state, meaning)| ValueUse {
                name: status(state).to_owned(),
                meaning,
                sure: true,
                rows: 0,
                plan_stage: None,
            })
            .into(),
        currencies: Vec::new(),
    }
}
