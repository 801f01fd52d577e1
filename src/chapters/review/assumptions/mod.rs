//! The assumptions register: a table of every number that is not a fact, to be sorted and
//! narrowed down, with the way to each and its details.

mod sorting;

use plumbline_export::register_csv;
use plumbline_plan::{FieldPath, register::register};
use plumbline_wording::texts::{labels, register as text};
use yew::prelude::*;

use crate::{
    chapters::parts::Options,
    components::{
        AssumptionDetails, AssumptionValue, Choice, Layout, SaveAs, source_words, use_figures,
    },
    forecasting::use_forecast,
    shell::field_address,
    workbook::access::{use_changes, use_plan, use_reader},
};
use sorting::{Column, Line, Shown, lines, share_of};

/// The columns with their heads.
const COLUMNS: [(Option<Column>, &str); 7] = [
    (Some(Column::Name), text::NAME),
    (None, text::VALUE),
    (Some(Column::Source), text::SOURCE),
    (Some(Column::Matters), text::MATTERS),
    (Some(Column::Checked), text::CHECKED),
    (Some(Column::Owner), text::OWNER),
    (Some(Column::Review), text::REVIEW),
];

/// The register.
#[component]
pub(super) fn AssumptionsSection() -> Html {
    let plan = use_plan();
    let forecast = use_forecast();
    let today = use_reader().today;
    let shown = use_state(Shown::default);
    let sorting = use_state(|| (Column::Matters, false));
    let influence = forecast.estimate().map(|estimate| &estimate.influence);
    let all: Vec<Line> = register(&plan)
        .into_iter()
        .map(|entry| Line {
            label: labels::of(&plan, &entry.path),
            share: share_of(influence.map(|all| &**all), &entry.path),
            entry,
        })
        .collect();
    let count = all.len();
    if count == 0 {
        return html! {
            <section>
                <h2>{ text::TITLE }</h2>
                <p class="section-why">{ text::NONE }</p>
            </section>
        };
    }
    let save = {
        let (plan, influence) = (plan.clone(), influence.cloned());
        Callback::from(move |()| {
            Ok(register_csv(&plan, |path| {
                share_of(influence.as_deref(), path)
            }))
        })
    };
    let listed = lines(all, *shown, *sorting, today);
    let choose = {
        let shown = shown.clone();
        Callback::from(move |name: AttrValue| {
            shown.set(match name.as_str() {
                "due" => Shown::Due,
                "all" => Shown::All,
                _ => Shown::Guesses,
            });
        })
    };
    let options: Options = vec![
        ("guesses".into(), text::GUESSES.into()),
        ("due".into(), text::DUE.into()),
        ("all".into(), text::ALL.into()),
    ];
    let chosen = match *shown {
        Shown::Guesses => "guesses",
        Shown::Due => "due",
        Shown::All => "all",
    };
    let sort = {
        let sorting = sorting.clone();
        Callback::from(move |column: Column| {
            let (now, reversed) = *sorting;
            sorting.set((column, now == column && !reversed));
        })
    };
    html! {
        <section>
            <h2>{ text::TITLE }</h2>
            <p class="section-why">{ text::WHY }</p>
            <Choice id="register-shown" label={text::SHOWN} {options} {chosen} {choose} />
            <p class="field-hint" role="status">
                { if listed.is_empty() { text::NONE_SHOWN.to_owned() } else { text::shown(listed.len(), count) } }
            </p>
            <div class="register-frame">
                <p class="register-sort" aria-hidden="true">{ text::SORT }</p>
                // Its rows are laid out in lines, so it says itself that it is a table.
                <table class="register in-blocks" role="table" aria-label={text::TITLE}>
                    <thead role="rowgroup"><tr role="row">
                        { for COLUMNS.iter().map(|(column, head)| html! {
                            <Head key={*head} column={*column} head={*head} sorting={*sorting} sort={sort.clone()} />
                        }) }
                        <th scope="col" role="columnheader"><span class="unseen">{ text::DETAILS }</span></th>
                    </tr></thead>
                    <tbody role="rowgroup">
                        { for listed.into_iter().map(|line| html! {
                            <Row key={line.entry.path.to_string()} line={line.clone()} />
                        }) }
                    </tbody>
                </table>
            </div>
            <p><SaveAs label={text::SAVE} ending=".assumptions.csv" media_type="text/csv" text={save} /></p>
        </section>
    }
}

#[derive(Properties, PartialEq)]
struct HeadProps {
    column: Option<Column>,
    head: AttrValue,
    sorting: (Column, bool),
    sort: Callback<Column>,
}

/// The head of a column, which sorts by it.
#[component]
fn Head(props: &HeadProps) -> Html {
    let Some(column) = props.column else {
        return html! { <th scope="col" role="columnheader" class="register-value">{ props.head.clone() }</th> };
    };
    let (now, reversed) = props.sorting;
    // What carries most comes first.
    let rises = reversed == (column == Column::Matters);
    let sorted = (now == column).then_some(if rises { "ascending" } else { "descending" });
    let onclick = {
        let sort = props.sort.clone();
        Callback::from(move |_: MouseEvent| sort.emit(column))
    };
    let title = if column == Column::Matters {
        text::MATTERS_MEANING.to_owned()
    } else {
        text::sort_by(&props.head)
    };
    html! {
        <th scope="col" role="columnheader" class={class_of(column)} aria-sort={sorted}>
            <button type="button" class="quiet" {title} {onclick}>{ props.head.clone() }</button>
        </th>
    }
}

#[derive(Properties, PartialEq)]
struct RowProps {
    line: Line,
}

/// One assumption.
#[component]
fn Row(props: &RowProps) -> Html {
    let figures = use_figures();
    let changes = use_changes();
    let today = use_reader().today;
    let open = use_state(|| false);
    let Line {
        entry,
        label,
        share,
    } = &props.line;
    let value = {
        let average = figures.entered(entry.kind, entry.average);
        if entry.ends.0 < entry.ends.1 {
            let range = figures.short_range(entry.kind, entry.ends.0, entry.ends.1);
            text::with_range(&average, &range)
        } else {
            average
        }
    };
    let show = {
        let open = open.clone();
        Callback::from(move |_: MouseEvent| open.set(true))
    };
    let close = {
        let open = open.clone();
        Callback::from(move |()| open.set(false))
    };
    let check = {
        let (path, label) = (entry.path.clone(), label.clone());
        Callback::from(move |_: MouseEvent| {
            changes.make_and_say(checked(&path, today), text::checked(&label));
        })
    };
    let date = |day: Option<chrono::NaiveDate>, none: &'static str| {
        day.map_or_else(|| none.to_owned(), |day| figures.day(day))
    };
    let owner = match entry.owner.trim() {
        "" => text::NOTHING,
        owner => owner,
    };
    html! {
        <tr role="row">
            <th scope="row" role="rowheader" class="register-name">
                <a href={field_address(&entry.path)}>{ label.clone() }</a>
            </th>
            { cell("register-value", text::VALUE, value.into()) }
            <td role="cell" class={class_of(Column::Source)} data-label={text::SOURCE} title={entry.note.clone()}>
                { source_words(&entry.source, Layout::Block) }
            </td>
            { cell(class_of(Column::Matters), text::MATTERS,
                share.map_or_else(|| text::NOTHING.to_owned(), |share| figures.percent(share)).into()) }
            { cell(class_of(Column::Checked), text::CHECKED, date(entry.checked_on, text::NEVER).into()) }
            { cell(class_of(Column::Owner), text::OWNER, owner.to_owned().into()) }
            { cell(class_of(Column::Review), text::REVIEW, html! {
                <>
                    { date(entry.review_on, text::NOTHING) }
                    if entry.is_due(today) {
                        <span class="mark mark-warning">{ text::DUE_MARK }</span>
                    }
                </>
            }) }
            <td role="cell" class="register-ways in-full">
                <button type="button" class="quiet" aria-label={text::details_of(label)} onclick={show}>
                    { text::DETAILS }
                </button>
                <button type="button" class="quiet" aria-label={text::check(label)}
                    disabled={entry.checked_on == Some(today)} onclick={check}>{ text::CHECK }</button>
                if *open {
                    <AssumptionDetails path={entry.path.clone()} label={label.clone()}
                        value={AssumptionValue::from(entry)} {close} />
                }
            </td>
        </tr>
    }
}

/// A cell that names its column beside it where the heads stand elsewhere.
fn cell(class: &'static str, label: &'static str, inside: Html) -> Html {
    html! { <td role="cell" {class} data-label={label} dir="auto">{ inside }</td> }
}

/// Where the cells of a column stand in their row.
fn class_of(column: Column) -> &'static str {
    match column {
        Column::Name => "register-name",
        Column::Source => "register-source",
        Column::Matters => "register-matters",
        Column::Checked => "register-checked",
        Column::Owner => "register-owner",
        Column::Review => "register-review",
    }
}

/// Notes that an assumption was checked on a day.
fn checked(path: &FieldPath, today: chrono::NaiveDate) -> plumbline_plan::Edit {
    plumbline_plan::Edit::set(path.child("checked_on"), today)
}
