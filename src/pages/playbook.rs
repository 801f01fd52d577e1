//! The plan as a document: shown as it prints, whole or on one page, and saved as a web page
//! or as Markdown.

use std::rc::Rc;

use plumbline_export::{Document, Playbook, html, markdown};
use plumbline_plan::{FieldPath, Logo};
use plumbline_wording::texts::{foundation, playbook as text};
use yew::prelude::*;

use crate::{
    browser::{picture, print, tasks},
    components::{SaveAs, TextField, use_figures},
    deals::use_own_record,
    findings::use_findings,
    forecasting::use_forecast,
    workbook::{
        Action,
        access::{use_changes, use_plan, use_reader},
    },
};

/// The page.
#[component]
pub(super) fn PlaybookPage() -> Html {
    let one_page = use_state_eq(|| false);
    let document = use_document(*one_page);
    let show = |short: bool| {
        let one_page = one_page.setter();
        Callback::from(move |_: MouseEvent| one_page.set(short))
    };
    let print = Callback::from(|_: MouseEvent| print::print());
    let as_page = saving(&document, html::page);
    let as_markdown = saving(&document, markdown::document);
    let fragment = use_memo(document, |document| html::fragment(document));
    let shown = Html::from_html_unchecked(AttrValue::from((*fragment).clone()));
    html! {
        <article class="playbook-page">
            <header class="chapter-head">
                <h1 tabindex="-1">{ text::TITLE }</h1>
                <p class="chapter-why">{ text::WHY }</p>
            </header>
            <div class="playbook-tools">
                <div class="playbook-choice" role="group" aria-label={text::WHAT_TO_SHOW}>
                    <button type="button" class="quiet" aria-pressed={(!*one_page).to_string()} onclick={show(false)}>
                        { text::WHOLE }
                    </button>
                    <button type="button" class="quiet" aria-pressed={one_page.to_string()} onclick={show(true)}>
                        { text::ONE_PAGE }
                    </button>
                </div>
                <button type="button" onclick={print}>{ text::PRINT }</button>
                <SaveAs label={text::SAVE_PAGE} ending=".playbook.html" media_type="text/html" text={as_page} />
                <SaveAs label={text::SAVE_MARKDOWN} ending=".playbook.md" media_type="text/markdown"
                    text={as_markdown} />
            </div>
            <CoverFields />
            <div class="playbook-sheet" role="region" aria-label={text::DOCUMENT}>{ shown }</div>
        </article>
    }
}

/// The document of the open plan and its newest answer.
#[hook]
fn use_document(one_page: bool) -> Rc<Document> {
    let plan = use_plan();
    let simulated = use_forecast().simulated;
    let (findings, figures, today) = (use_findings(), use_figures(), use_reader().today);
    let record = use_own_record();
    use_memo(
        (plan, simulated, findings, record, figures, today, one_page),
        |(plan, simulated, findings, record, figures, today, one_page)| {
            let answer = simulated.as_deref();
            let playbook = Playbook {
                plan,
                as_of: plan.reality_check.as_of.unwrap_or(*today),
                made_on: *today,
                answer: answer.map(|simulated| (&simulated.outcome, &simulated.verdict)),
                findings: findings.all(),
                tally: record.as_deref().map(|record| &record.tally),
                figures,
            };
            if *one_page {
                playbook.summary()
            } else {
                playbook.document()
            }
        },
    )
}

/// Makes a file's text of the document.
fn saving(
    document: &Rc<Document>,
    write: fn(&Document) -> String,
) -> Callback<(), Result<String, String>> {
    let document = Rc::clone(document);
    Callback::from(move |()| Ok(write(&document)))
}

/// What stands on the cover.
#[component]
fn CoverFields() -> Html {
    let plan = use_plan();
    let changes = use_changes();
    let about = &plan.about;
    let path = FieldPath::from("about");
    let logo = path.child("brand_logo");
    let choose = {
        let (changes, logo) = (changes.clone(), logo.clone());
        Callback::from(move |event: Event| {
            let Some(chosen) = picture::chosen(&event) else {
                return;
            };
            let (changes, logo) = (changes.clone(), logo.clone());
            tasks::spawn(async move {
                let address = chosen.as_small_png(Logo::LONGEST).await;
                match address.and_then(|address| Logo::new(address).ok()) {
                    Some(taken) => {
                        let edit = plumbline_plan::Edit::set(&logo, Some(taken));
                        changes.make_and_say(edit, text::LOGO_TAKEN.to_owned());
                    }
                    None => changes.act(Action::Say(text::LOGO_REFUSED.to_owned())),
                }
            });
        })
    };
    let remove = {
        let (changes, logo) = (changes.clone(), logo.clone());
        Callback::from(move |_: MouseEvent| {
            let edit = plumbline_plan::Edit::set(&logo, None::<Logo>);
            changes.make_and_say(edit, text::LOGO_REMOVED.to_owned());
        })
    };
    html! {
        <details class="depth playbook-fields">
            <summary>{ text::COVER }</summary>
            <p class="section-why">{ text::COVER_WHY }</p>
            <div class="columns">
                <TextField path={path.child("brand")} label={text::BRAND} value={about.brand.clone()}
                    example={text::BRAND_EXAMPLE} />
                <TextField path={path.child("client")} label={foundation::CLIENT} value={about.client.clone()} />
                <TextField path={path.child("prepared_by")} label={foundation::PREPARED_BY}
                    value={about.prepared_by.clone()} />
            </div>
            <label class="playbook-logo">
                <span>{ text::LOGO }</span>
                <input type="file" accept={picture::PIXELS} onchange={choose} aria-describedby="logo-hint" />
            </label>
            <p id="logo-hint" class="field-hint">{ text::LOGO_HINT }</p>
            <div>
                if about.brand_logo.is_some() {
                    <button type="button" class="quiet" onclick={remove}>{ text::REMOVE_LOGO }</button>
                }
            </div>
        </details>
    }
}
