//! Which chapter is shown, and which field is looked for: the page's address after `#/`.
//!
//! `#/process` is a chapter; `#/process:process/motions/main/deal_value` also names a
//! field on it; `#/plans` is the library, `#/questions` are the ten questions.

use plumbline_plan::FieldPath;
use plumbline_wording::texts::labels;
use yew::prelude::*;

use crate::{browser::address, chapters::Chapter, components::field_id};

/// The address of the library, after `#/`.
const LIBRARY: &str = "plans";
/// The address of the ten questions, after `#/`.
const QUESTIONS: &str = "questions";

/// Where the reader is.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Route {
    /// The chapter.
    pub chapter: Chapter,
    /// The field looked for.
    pub field: Option<FieldPath>,
    /// Whether the library is shown in place of the chapter.
    pub library: bool,
    /// Whether the ten questions are shown in place of the chapter.
    pub questions: bool,
}

impl Route {
    fn read(hash: &str) -> Self {
        let place = hash.trim_start_matches('#').trim_start_matches('/');
        let (chapter, field) = match place.split_once(':') {
            Some((chapter, field)) => (chapter, Some(FieldPath::from(field))),
            None => (place, None),
        };
        let library = chapter == LIBRARY;
        let questions = chapter == QUESTIONS;
        let chapter = Chapter::at_address(chapter).unwrap_or(Chapter::Targets);
        Self {
            chapter,
            field,
            library,
            questions,
        }
    }
}

/// The address of the library.
pub(super) fn library_address() -> String {
    format!("#/{LIBRARY}")
}

/// The address of the ten questions.
pub(super) fn questions_address() -> String {
    format!("#/{QUESTIONS}")
}

/// The address of a chapter.
#[must_use]
pub fn chapter_address(chapter: Chapter) -> String {
    format!("#/{}", chapter.address())
}

/// The address of a field on the page that shows it.
#[must_use]
pub fn field_address(path: &FieldPath) -> String {
    let chapter = labels::chapter_of(path).map_or(Chapter::Targets, |place| Chapter::ALL[place]);
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
    fn an_address_names_a_chapter_and_perhaps_a_field() {
        assert_eq!(Route::read("#/team").chapter, Chapter::Team);
        let path = FieldPath::from("process/motions/main/deal_value");
        let route = Route::read(&field_address(&path));
        assert_eq!((route.chapter, route.field), (Chapter::Process, Some(path)));
    }

    #[test]
    fn an_unknown_address_leads_to_the_target() {
        for hash in ["", "#", "#/", "#/nowhere", "#%F0%9F"] {
            assert_eq!(Route::read(hash).chapter, Chapter::Targets);
            assert!(!Route::read(hash).library);
        }
        assert!(Route::read(&library_address()).library);
    }
}
