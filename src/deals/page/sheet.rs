//! How a file is read: every guess with examples from the file, each changeable, and what
//! has to be answered before its deals are taken.

mod columns;
mod values;

use plumbline_deals::import::{DateOrder, Decimal, Delimiter, Encoding, HeaderRow};
use plumbline_wording::texts::deals_page as text;
use yew::prelude::*;

use self::{
    columns::Columns,
    values::{Currencies, Values},
};
use crate::{
    components::{Choice, Picker},
    deals::{
        context::use_deals,
        protocol::{self, Change, Order, ReadAs, Sheet, SheetColumn},
    },
};

/// Properties of [`SheetSection`].
#[derive(Properties, PartialEq)]
pub(super) struct SheetProps {
    /// How the file is read.
    pub sheet: Sheet,
}

/// The section.
#[component]
pub(super) fn SheetSection(props: &SheetProps) -> Html {
    let actions = use_deals().actions;
    let sheet = &props.sheet;
    let take = {
        let (actions, mapping) = (actions.clone(), sheet.mapping.clone());
        Callback::from(move |_: MouseEvent| actions.take(&mapping))
    };
    let leave = Callback::from(move |_: MouseEvent| actions.leave_sheet());
    let seems = match &sheet.system {
        Some(system) => text::looks_like(system, &sheet.rows),
        None => text::plain_table(&sheet.rows),
    };
    html! {
        <section>
            <h2><bdi>{ text::how_read(&sheet.name) }</bdi></h2>
            <div class="sentences">
                <p>{ seems }{ " " }{ if sheet.remembered { text::REMEMBERED } else { text::CHECK_GUESSES } }</p>
                <p class="said-badly">{ sheet.odd_letters.clone().unwrap_or_default() }</p>
                <p class="said-badly">{ sheet.unanswered.clone().unwrap_or_default() }</p>
            </div>
            <Questions questions={sheet.questions.clone()} />
            <Forms sheet={sheet.clone()} />
            <Columns columns={sheet.columns.clone()} more={sheet.more_columns} />
            <Values values={sheet.values.clone()} />
            <Currencies currencies={sheet.currencies.clone()} alone={sheet.currency_alone} />
            <FirstRows rows={sheet.first_rows.clone()} columns={sheet.columns.clone()} />
            <p class="one-line">
                <button type="button" onclick={take} disabled={!sheet.questions.is_empty()}>{ text::TAKE }</button>
                <button type="button" class="quiet" onclick={leave}>{ text::CANCEL }</button>
            </p>
        </section>
    }
}

#[derive(Properties, PartialEq)]
struct QuestionsProps {
    questions: Vec<String>,
}

/// What has to be answered first.
#[component]
fn Questions(props: &QuestionsProps) -> Html {
    html! {
        <div role="status">
            if !props.questions.is_empty() {
                <div class="told">
                    <h3>{ text::TO_ANSWER }</h3>
                    <ul class="notes">
                        { for props.questions.iter().map(|question| html! {
                            <li dir="auto">{ question.clone() }</li>
                        }) }
                    </ul>
                </div>
            }
        </div>
    }
}

/// How the file is written: encoding, delimiter, header, dates, amounts.
#[component]
fn Forms(props: &SheetProps) -> Html {
    let actions = use_deals().actions;
    let sheet = &props.sheet;
    let now = ReadAs {
        encoding: Some(sheet.encoding),
        delimiter: Some(sheet.delimiter),
        header: sheet.header_row.map_or(HeaderRow::Nowhere, HeaderRow::At),
    };
    let read_as = |change: fn(&mut ReadAs, &str)| {
        let actions = actions.clone();
        Callback::from(move |name: AttrValue| {
            let mut wanted = now;
            change(&mut wanted, &name);
            actions.order(Order::ReadAs(wanted));
        })
    };
    let encodings = ENCODINGS.map(|encoding| named(encoding.label(), text::encoding(encoding)));
    let delimiters = Delimiter::ALL.map(|one| named(word(one), text::delimiter(one)));
    let as_text = sheet.book.is_none();
    let rows = (1..=HEADER_ROWS.max(sheet.header_row.unwrap_or(0)))
        .map(|row| (row.to_string().into(), text::in_row(row).into()));
    let nowhere = [named("0", text::NO_HEADER)];
    let headers: Vec<(AttrValue, AttrValue)> = rows.chain(nowhere).collect();
    html! {
        <div class="columns">
            { sheets(sheet, &actions) }
            if as_text {
                <Picker key="encoding" id="deals-encoding" label={text::ENCODING} options={encodings.to_vec()}
                    chosen={sheet.encoding.label()}
                    choose={read_as(|read, name| {
                        read.encoding = ENCODINGS.into_iter().find(|one| one.label() == name);
                    })} />
            } else {
                <div key="encoding" hidden={true} />
            }
            if as_text {
                <Picker key="delimiter" id="deals-delimiter" label={text::DELIMITER} options={delimiters.to_vec()}
                    chosen={word(sheet.delimiter)}
                    choose={read_as(|read, name| {
                        read.delimiter = Delimiter::ALL.into_iter().find(|one| word(*one) == name);
                    })} />
            } else {
                <div key="delimiter" hidden={true} />
            }
            <Picker id="deals-header" label={text::HEADER_ROW} options={headers}
                chosen={sheet.header_row.unwrap_or(0).to_string()}
                choose={read_as(|read, name| {
                    read.header = match name.parse() {
                        Ok(0) | Err(_) => HeaderRow::Nowhere,
                        Ok(row) => HeaderRow::At(row),
                    };
                })} />
            { dates(sheet, &actions) }
            { amounts(sheet, &actions) }
        </div>
    }
}

/// Rows in which column names may stand, unless they were found further below.
const HEADER_ROWS: u32 = 40;

const ENCODINGS: [Encoding; 4] = [
    Encoding::Utf8,
    Encoding::Windows1252,
    Encoding::Utf16Le,
    Encoding::Utf16Be,
];

fn named(name: &'static str, label: &'static str) -> (AttrValue, AttrValue) {
    (name.into(), label.into())
}

/// The name of a delimiter among the options.
fn word(delimiter: Delimiter) -> &'static str {
    match delimiter {
        Delimiter::Comma => "comma",
        Delimiter::Semicolon => "semicolon",
        Delimiter::Tab => "tab",
        Delimiter::Pipe => "pipe",
    }
}

/// The sheets of a spreadsheet, where there are several.
fn sheets(sheet: &Sheet, actions: &crate::deals::DealsActions) -> Html {
    let Some(book) = sheet.book.as_ref().filter(|book| book.sheets.len() > 1) else {
        return html! { <div key="sheets" hidden={true} /> };
    };
    let actions = actions.clone();
    let choose = Callback::from(move |place: AttrValue| {
        if let Ok(place) = place.parse() {
            actions.choose_sheet(place);
        }
    });
    let names = book.sheets.iter().enumerate();
    let options: Vec<(AttrValue, AttrValue)> = names
        .map(|(place, name)| (place.to_string().into(), name.clone().into()))
        .collect();
    html! {
        <Picker key="sheets" id="deals-sheet" label={text::WHICH_SHEET} {options}
            chosen={book.chosen.to_string()} {choose} />
    }
}

fn dates(sheet: &Sheet, actions: &crate::deals::DealsActions) -> Html {
    let Some(dates) = &sheet.dates else {
        return html! { <div key="dates" hidden={true} /> };
    };
    let actions = actions.clone();
    let choose = Callback::from(move |name: AttrValue| {
        let order = if name == "first" {
            DateOrder::DayMonthYear
        } else {
            DateOrder::MonthDayYear
        };
        actions.order(Order::Change(Change::DateOrder(order)));
    });
    let chosen = dates.chosen.map(|order| order == DateOrder::DayMonthYear);
    two_ways(
        "deals-dates",
        text::DATE_ORDER,
        [text::DAY_FIRST, text::MONTH_FIRST],
        dates,
        chosen,
        choose,
    )
}

fn amounts(sheet: &Sheet, actions: &crate::deals::DealsActions) -> Html {
    let Some(amounts) = &sheet.amounts else {
        return html! { <div key="amounts" hidden={true} /> };
    };
    let actions = actions.clone();
    let choose = Callback::from(move |name: AttrValue| {
        let decimal = if name == "first" {
            Decimal::Point
        } else {
            Decimal::Comma
        };
        actions.order(Order::Change(Change::Decimal(decimal)));
    });
    let chosen = amounts.chosen.map(|decimal| decimal == Decimal::Point);
    two_ways(
        "deals-amounts",
        text::DECIMAL_SIGN,
        [text::POINT, text::COMMA],
        amounts,
        chosen,
        choose,
    )
}

/// A choice of two ways, each with what it would make of an example.
fn two_ways<T>(
    id: &'static str,
    label: &'static str,
    names: [&'static str; 2],
    choice: &protocol::Choice<T>,
    is_first: Option<bool>,
    choose: Callback<AttrValue>,
) -> Html {
    let said = |place: usize| AttrValue::from(text::option(names[place], &choice.examples[place]));
    let options = vec![("first".into(), said(0)), ("second".into(), said(1))];
    let chosen = match is_first {
        Some(true) => "first",
        Some(false) => "second",
        None => "",
    };
    html! { <Choice key={id} {id} {label} {options} {chosen} {choose} /> }
}

#[derive(Properties, PartialEq)]
struct FirstRowsProps {
    rows: Vec<Vec<String>>,
    columns: Vec<SheetColumn>,
}

/// The first rows as they stand in the file.
#[component]
fn FirstRows(props: &FirstRowsProps) -> Html {
    let name = |place: usize| {
        let mut columns = props.columns.iter();
        let column = columns.find(|column| column.place == place);
        column.map_or_else(
            || text::unnamed_column(place + 1),
            |column| column.name.clone(),
        )
    };
    let widest = props.rows.iter().map(Vec::len).max().unwrap_or(0);
    let heads: Vec<String> = (0..widest).map(name).collect();
    let cell = |(place, cell): (usize, &String)| {
        html! { <td role="cell" data-label={heads[place].clone()}><bdi>{ cell.clone() }</bdi></td> }
    };
    html! {
        <details class="depth">
            <summary>{ text::FIRST_ROWS }</summary>
            <div class="table-scroll" tabindex="0" role="region" aria-label={text::FIRST_ROWS}>
                // Laid out as the columns of the file are.
                <table class="figures in-blocks" role="table">
                    <caption class="unseen">{ text::FIRST_ROWS }</caption>
                    <thead role="rowgroup"><tr role="row">
                        { for heads.iter().map(|head| html! {
                            <th scope="col" role="columnheader"><bdi>{ head.clone() }</bdi></th>
                        }) }
                    </tr></thead>
                    <tbody role="rowgroup">
                        { for props.rows.iter().map(|row| html! {
                            <tr role="row">{ for row.iter().enumerate().map(cell) }</tr>
                        }) }
                    </tbody>
                </table>
            </div>
        </details>
    }
}
