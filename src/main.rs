//! Starts the page.

fn main() {
    yew::Renderer::<plumbline_app::App>::new().render();
}
