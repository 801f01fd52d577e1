//! Starts the page, and each of its workers: the same program.

fn main() {
    plumbline_app::start();
}
