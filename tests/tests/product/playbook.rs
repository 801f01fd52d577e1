//! The plan as a document: on screen, on one page, on paper, as a web page, as Markdown.

use std::{fs, path::Path};

use plumbline_tests::{Page, Site, wait_until};

use crate::chapters::{SAMPLE, behind};

#[test]
fn the_plan_is_shown_as_it_prints_on_one_page_and_saved_with_its_logo() {
    let site = Site::start();
    let page = behind(&site, SAMPLE);
    page.go_to("Playbook");
    page.find("heading", "Contents");
    wait_until("the verdict in the document", || {
        page.text()
            .contains("For the next management meeting")
            .then_some(())
    });
    page.find("heading", "Assumptions register");

    page.unfold("Cover");
    page.field("Handed out by").enter("<b>Hollis</b> & Co");
    wait_until("the brand on the cover, as it was typed", || {
        page.text().contains("<b>Hollis</b> & Co").then_some(())
    });
    page.field("Firm the plan is for").enter("Tallow & Reed");
    wait_until("the client on the cover", || {
        page.text()
            .contains("Prepared for Tallow & Reed")
            .then_some(())
    });
    put_in_a_logo(&page);
    assert_eq!(page.barriers(), [""; 0]);

    page.press("One-page summary");
    page.find("heading", "What to change first");
    assert!(!page.has("heading", "Assumptions register"));

    page.press("Whole playbook");
    page.find("heading", "Assumptions register");
    page.press("Save as a web page");
    let saved = page.saved_file();
    let written = fs::read_to_string(&saved).expect("the file was saved");
    assert!(
        saved.to_string_lossy().ends_with(".playbook.html"),
        "{saved:?}"
    );
    assert!(written.starts_with("<!DOCTYPE html>"), "{written}");
    assert!(written.contains("&lt;b&gt;Hollis&lt;/b&gt; &amp; Co"));
    assert!(written.contains("<img src=\"data:image/png;base64,"));
    assert!(!written.contains("<script") && written.ends_with("</html>\n"));

    page.press("Save as Markdown");
    let saved = page.saved_file();
    let written = fs::read_to_string(&saved).expect("the file was saved");
    assert!(
        saved.to_string_lossy().ends_with(".playbook.md"),
        "{saved:?}"
    );
    assert!(written.starts_with("# "), "{written}");
    assert!(
        written.contains("\\<b\\>Hollis\\</b\\> \\& Co"),
        "{written}"
    );
    assert!(written.contains("## 12. Review"), "{written}");
}

/// A picture of pixels is drawn anew and small; a drawing, which could hold more than it
/// shows, is refused with words and changes nothing.
fn put_in_a_logo(page: &Page) {
    // A path with a step back in it is not taken.
    let icons = Path::new(env!("CARGO_MANIFEST_DIR")).join("../static");
    let icons = icons.canonicalize().expect("the icons of the page");
    page.put_file("Logo", &icons.join("icon-192.png"));
    wait_until("the logo on the cover", || {
        page.text()
            .contains("The logo is on the cover.")
            .then_some(())
    });
    let height = || page.pixels_high(".playbook-brand img");
    let drawn = wait_until("the logo in the document", height);
    assert_eq!(drawn, 160, "192 pixels in the file");
    page.put_file("Logo", &icons.join("icon.svg"));
    wait_until("why a drawing is none", || {
        page.text()
            .contains("This picture cannot be read. Take a PNG, JPEG, WebP or GIF file")
            .then_some(())
    });
    assert_eq!(height(), Some(160));
}
