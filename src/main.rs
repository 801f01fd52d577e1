//! Starts the page.

fn main() {
    plumbline_app::start();
}
