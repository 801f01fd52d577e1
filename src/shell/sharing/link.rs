//! The plan as a link.

use plumbline_plan::file;
use plumbline_wording::{texts::sharing as words, writing::write_number};
use plumbline_wrapping::link::{self, TooLong};
use yew::prelude::*;

use super::PartProps;
use crate::{
    browser::{address, clipboard, input, tasks},
    workbook::access::use_reader,
};

/// Makes the link and lets the user copy it.
#[component]
pub(super) fn LinkPart(props: &PartProps) -> Html {
    let locale = use_reader().locale;
    let made = use_state(|| None::<Result<AttrValue, TooLong>>);
    let copied = use_state(|| None::<bool>);
    let field = use_node_ref();
    let make = {
        let (desk, made) = (props.desk.clone(), made.setter());
        Callback::from(move |_: MouseEvent| {
            let fragment = link::fragment(&file::write(&desk.current().plan));
            let link = fragment.map(|fragment| format!("{}#{fragment}", address::of_page()));
            made.set(Some(link.map(AttrValue::from)));
        })
    };
    let copy = |link: &AttrValue| {
        let (link, copied, field) = (link.clone(), copied.setter(), field.clone());
        Callback::from(move |_: MouseEvent| {
            let (link, copied, field) = (link.clone(), copied.clone(), field.clone());
            tasks::spawn(async move {
                let done = clipboard::copy(&link).await;
                if !done {
                    input::select(&field);
                }
                copied.set(Some(done));
            });
        })
    };
    let count = |length: usize| write_number(length as f64, 0, &locale);
    let status = match (&*made, *copied) {
        (Some(Err(TooLong { length })), _) => {
            words::link_too_long(&count(*length), &count(link::LONGEST))
        }
        (Some(Ok(_)), Some(true)) => words::LINK_COPIED.to_owned(),
        (Some(Ok(_)), Some(false)) => words::LINK_NOT_COPIED.to_owned(),
        (Some(Ok(link)), None) => words::link_length(&count(link.chars().count())),
        (None, _) => String::new(),
    };
    html! {
        <section>
            <h3>{ words::LINK }</h3>
            <p>{ words::LINK_WHY }</p>
            <div>
                if let Some(Ok(link)) = &*made {
                    <div class="one-line">
                        <input ref={field.clone()} type="text" readonly=true class="link-made" aria-label={words::LINK_LABEL} value={link.clone()} />
                        <button type="button" onclick={copy(link)}>{ words::COPY_LINK }</button>
                    </div>
                } else {
                    <button type="button" onclick={make}>{ words::MAKE_LINK }</button>
                }
            </div>
            <p role="status" class="hint">{ status }</p>
        </section>
    }
}
