//! The workbook: the only code that knows a browser.
//!
//! [`start`] shows the page; in a worker of the page it computes instead. State lives in [`workbook`], what it implies in
//! [`forecasting`] and [`findings`]; [`chapters`], [`verdict`] and the shell show both through
//! [`components`]. Only [`browser`] calls the browser.

mod app;
pub mod beside;
pub mod browser;
pub mod chapters;
pub mod components;
pub mod findings;
pub mod forecasting;
pub mod interview;
pub mod shell;
pub mod verdict;
pub mod workbook;

/// Shows the page, or, in one of its workers, computes for it.
pub fn start() {
    if browser::worker::is_worker() {
        return forecasting::serve();
    }
    browser::panic::install();
    yew::Renderer::<app::App>::new().render();
}
