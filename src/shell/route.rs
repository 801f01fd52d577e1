//! Which page is shown, and which field is looked for: the page's address after `#/`.
//!
//! `#/process` is a chapter; `#/process:process/motions/main/deal_value` also names a
//! field on it; `#/scenarios` is a page beside the chapters, `#/plans` is the library.

use plumbline_plan::FieldPath;
use yew::prelude::*;

use crate::{
    browser::address,
    chapters::{Chapter, address_of, chapter_at},
    components::field_id,
    pages::PlanPage,
};

/// The address of the library, after `#/`.
const LIBRARY: &str = "plans";

/// What is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// A chapter of the plan.
    Chapter(Chapter),
    /// A page beside the chapters.
    Page(PlanPage),
    /// The library of plans, in place of the plan.
    Library,
}

/// Where the reader is.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Route {
    /// What is shown.
    pub place: Place,
    /// The field looked for.
    pub field: Option<FieldPath>,
}

impl Route {
    fn read(hash: &str) -> Self {
        let words = hash.trim_start_matches('#').trim_start_matches('/');
        let (name, field) = match words.split_once(':') {
            Some((name, field)) => (name, Some(FieldPath::from(field))),
            None => (words, None),
        };
        let place = if name == LIBRARY {
            Place::Library
        } else if let Some(page) = PlanPage::at_address(name) {
            Place::Page(page)
        } else {
            Place::Chapter(chapter_at(name).unwrap_or(Chapter::Targets))
        };
        Self { place, field }
    }
}

/// The address of the library.
pub(super) fn library_address() -> String {
    format!("#/{LIBRARY}")
}

/// The address of a page beside the chapters.
#[must_use]
pub fn page_address(page: PlanPage) -> String {
    format!("#/{}", page.address())
}

/// The address of a chapter.
#[must_use]
pub fn chapter_address(chapter: Chapter) -> String {
    format!("#/{}", address_of(chapter))
}

/// The address of a field on the page that shows it.
#[must_use]
pub fn field_address(path: &FieldPath) -> String {
    let chapter = Chapter::showing(path).unwrap_or(Chapter::Targets);
    format!("{}:{path}", chapter_address(chapter))
}

/// Where the reader is now. After each move the chapter's heading, or the field looked
/// for, has the focus.
#[hook]
pub(super) fn use_route() -> Route {
    let hash = use_state(address::hash);
    use_effect_with((), {
        let hash = hash.setter();
        move |()| {
            let listener = address::on_change(move || hash.set(address::hash()));
            move || drop(listener)
        }
    });
    let route = Route::read(&hash);
    let arrived = use_mut_ref(|| false);
    use_effect_with(route.clone(), move |route| {
        // The first page shown leaves the focus where the browser has it.
        if arrived.replace(true) || route.field.is_some() {
            match &route.field {
                Some(field) => address::focus_field(&field_id(field)),
                None => address::focus_heading(),
            }
        }
    });
    route
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_names_a_page_and_perhaps_a_field() {
        let place = |hash: &str| Route::read(hash).place;
        assert_eq!(place("#/team"), Place::Chapter(Chapter::Team));
        let path = FieldPath::from("process/motions/main/deal_value");
        let route = Route::read(&field_address(&path));
        let process = Place::Chapter(Chapter::Process);
        assert_eq!((route.place, route.field), (process, Some(path)));
        for page in PlanPage::ALL {
            assert_eq!(place(&page_address(page)), Place::Page(page));
        }
        assert_eq!(place(&library_address()), Place::Library);
    }

    #[test]
    fn an_unknown_address_leads_to_the_target() {
        for hash in ["", "#", "#/", "#/nowhere", "#%F0%9F"] {
            assert_eq!(Route::read(hash).place, Place::Chapter(Chapter::Targets));
        }
    }
}
