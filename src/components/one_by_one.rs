//! Parts of a page shown one after the other, so that the page answers in between. Knows none
//! of them.

use yew::prelude::*;

use crate::browser::tasks::Timer;

/// Longer than screens take from one picture to the next, milliseconds.
const A_PICTURE: u32 = 20;

/// How many of so many parts are shown: the first at once, each other one when the page has
/// had time to draw the one before it and for what the reader does meanwhile. What has been
/// shown stays.
#[hook]
pub fn use_one_by_one(parts: usize) -> usize {
    let shown = use_state(|| 1_usize);
    let is_all = *shown >= parts;
    use_effect_with((*shown, is_all), {
        let shown = shown.setter();
        move |(now, is_all)| {
            let next = *now + 1;
            let timer = (!is_all).then(|| Timer::after(A_PICTURE, move || shown.set(next)));
            move || drop(timer)
        }
    });
    (*shown).min(parts)
}
