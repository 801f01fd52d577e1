//! The workbook: the only code that knows a browser.
//!
//! [`start`] shows the page; in a worker of the page it computes instead. State lives in [`workbook`], what it implies in
//! [`forecasting`] and [`findings`], what the firm's own deals say in [`deals`]; [`chapters`], [`verdict`] and the shell show both through
//! [`components`]. Only [`browser`] calls the browser.

mod app;
pub mod browser;
pub mod chapters;
pub mod components;
pub mod deals;
pub mod findings;
pub mod forecasting;
pub mod interview;
pub mod locking;
pub mod pages;
pub mod shell;
pub mod verdict;
pub mod workbook;
pub mod workshop;

/// Shows the page, or, in one of its workers, computes for it.
pub fn start() {
    if browser::worker::is_worker() {
        return serve();
    }
    browser::panic::install();
    yew::Renderer::<app::App>::new().render();
}

/// In a worker: does the work that the page's first message is about.
fn serve() {
    let mut forecasts = None;
    let mut deals = None;
    browser::worker::serve(move |text, bytes| {
        if deals::is_order(&text) {
            deals.get_or_insert_with(deals::servant)(text, bytes);
        } else if locking::is_order(&text) {
            locking::carry_out_order(&text, &bytes.to_vec());
        } else {
            forecasts.get_or_insert_with(forecasting::servant)(text, bytes);
        }
    });
}
