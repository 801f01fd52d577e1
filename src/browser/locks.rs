//! The browser's locks: a name that one tab of this browser holds at a time.
//!
//! web-sys knows them only behind its unstable flag, so they are declared here. Where
//! there are none, that is the answer.

use std::{cell::RefCell, rc::Rc};

use js_sys::{Function, Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue, closure::Closure, prelude::wasm_bindgen};
use wasm_bindgen_futures::JsFuture;

use super::tasks;

/// How a lock is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wish {
    /// Only if nobody holds it.
    IfFree,
    /// As soon as nobody holds it.
    InTurn,
    /// Now, whoever holds it.
    AtOnce,
}

/// What came of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    /// The lock is held, until it is dropped or lost.
    Came,
    /// Somebody holds it, and it was wanted only if nobody did.
    NotFree,
    /// It was held, and another tab has taken it away.
    Lost,
    /// The browser has no locks, or denies them to this page.
    NoLocks,
}

/// A lock that is held or waited for. Dropping it lets go, or waits no longer.
pub struct Lock {
    state: Rc<State>,
    stop_waiting: Option<JsValue>,
}

#[derive(Default)]
struct State {
    /// Resolves the promise that holds the lock.
    let_go: RefCell<Option<Function>>,
}

#[wasm_bindgen]
extern "C" {
    type LockManager;

    #[wasm_bindgen(method, catch)]
    fn request(
        this: &LockManager,
        name: &str,
        options: &JsValue,
        granted: &Function,
    ) -> Result<Promise, JsValue>;
}

impl Lock {
    /// Asks for a lock, and calls `then` with what comes of it, later: with
    /// [`Answer::Came`] perhaps followed by [`Answer::Lost`], or with another answer once.
    #[must_use]
    pub fn ask(name: &str, wish: Wish, then: impl Fn(Answer) + 'static) -> Self {
        let state = Rc::new(State::default());
        let then = Rc::new(then);
        let stop_waiting = (wish == Wish::InTurn).then(abort_controller).flatten();
        let granted = granted(&state, Rc::clone(&then));
        let asked = manager().and_then(|locks| {
            let options = options(wish, stop_waiting.as_ref()).ok()?;
            locks.request(name, &options, granted.unchecked_ref()).ok()
        });
        let weak = Rc::downgrade(&state);
        tasks::spawn(async move {
            let ended = match asked {
                Some(asked) => JsFuture::from(asked).await.is_err(),
                None => true,
            };
            // Nobody hears of the end of a lock that was dropped.
            if let Some(state) = weak.upgrade().filter(|_| ended) {
                let held = state.let_go.borrow_mut().take().is_some();
                then(if held { Answer::Lost } else { Answer::NoLocks });
            }
        });
        Self {
            state,
            stop_waiting,
        }
    }
}

impl Lock {
    /// The lock, if nobody holds it.
    ///
    /// # Errors
    /// [`Answer::NotFree`], or [`Answer::NoLocks`].
    pub async fn if_free(name: &str) -> Result<Self, Answer> {
        let mut lock = None;
        let answered = Promise::new(&mut |resolve, _| {
            let told = move |answer: Answer| {
                let number = JsValue::from(
                    u8::from(answer == Answer::Came) + 2 * u8::from(answer == Answer::NotFree),
                );
                // A promise's own function does not fail.
                let _ = resolve.call1(&JsValue::UNDEFINED, &number);
            };
            lock = Some(Self::ask(name, Wish::IfFree, told));
        });
        let answer = JsFuture::from(answered).await.ok();
        match (answer.and_then(|answer| answer.as_f64()), lock) {
            (Some(1.0), Some(lock)) => Ok(lock),
            (Some(2.0), _) => Err(Answer::NotFree),
            _ => Err(Answer::NoLocks),
        }
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        if let Some(let_go) = self.state.let_go.borrow_mut().take() {
            // A promise's own function does not fail.
            let _ = let_go.call0(&JsValue::UNDEFINED);
        } else if let Some(controller) = &self.stop_waiting {
            let _ = call(controller, "abort");
        }
    }
}

/// Called with the lock, or with null when it is not free. The lock is held until the
/// promise it returns is resolved.
fn granted(state: &Rc<State>, then: Rc<impl Fn(Answer) + 'static>) -> JsValue {
    let state = Rc::downgrade(state);
    Closure::once_into_js(move |lock: JsValue| {
        let Some(state) = state.upgrade() else {
            return JsValue::UNDEFINED;
        };
        if lock.is_null() {
            then(Answer::NotFree);
            return JsValue::UNDEFINED;
        }
        let held = Promise::new(&mut |resolve, _| *state.let_go.borrow_mut() = Some(resolve));
        then(Answer::Came);
        held.into()
    })
}

fn manager() -> Option<LockManager> {
    let navigator = web_sys::window()?.navigator();
    let locks = Reflect::get(&navigator, &"locks".into()).ok()?;
    locks.is_object().then(|| locks.unchecked_into())
}

fn options(wish: Wish, stop_waiting: Option<&JsValue>) -> Result<JsValue, JsValue> {
    let options = Object::new();
    match wish {
        Wish::IfFree => Reflect::set(&options, &"ifAvailable".into(), &true.into())?,
        Wish::AtOnce => Reflect::set(&options, &"steal".into(), &true.into())?,
        Wish::InTurn => match stop_waiting {
            Some(controller) => {
                let signal = Reflect::get(controller, &"signal".into())?;
                Reflect::set(&options, &"signal".into(), &signal)?
            }
            None => true,
        },
    };
    Ok(options.into())
}

fn abort_controller() -> Option<JsValue> {
    let class = Reflect::get(&js_sys::global(), &"AbortController".into()).ok()?;
    let class: &Function = class.dyn_ref()?;
    Reflect::construct(class, &js_sys::Array::new()).ok()
}

fn call(object: &JsValue, method: &str) -> Result<JsValue, JsValue> {
    let method: Function = Reflect::get(object, &method.into())?.dyn_into()?;
    method.call0(object)
}
