//! The same in Firefox: over a server, and as a workbook of one file from the disk.

use plumbline_tests::{Firefox, Site};

use crate::chapters::SAMPLE;

const TITLE: &str = "Title of the plan";
/// What stands below a chance once every simulated period is in.
const SETTLED: &str = "simulated periods";

#[test]
fn firefox_opens_computes_keeps_and_hands_on_a_workbook() {
    let site = Site::start();
    let mut firefox = Firefox::start();
    firefox.open(site.address());
    firefox.press(SAMPLE);
    firefox.wait_until_it_says(SETTLED);
    firefox.enter(TITLE, "In Firefox </script>");
    firefox.wait_until_it_says("Saved ");
    firefox.reload();
    firefox.wait_for(TITLE, "In Firefox </script>");
    firefox.go_to("Targets");
    firefox.enter("Bookings target", "750k");
    firefox.wait_for("Bookings target", "750,000");
    firefox.wait_until_it_says(SETTLED);

    firefox.press("Share");
    firefox.press("Save as workbook");
    let workbook = firefox.saved_file(".html");
    drop(site);
    firefox.open_from_disk(&workbook);
    firefox.wait_for(TITLE, "In Firefox </script>");
    firefox.wait_until_it_says(SETTLED);
    firefox.enter(TITLE, "From the disk");
    firefox.press("Save file");
    let second = firefox.saved_file(".html");
    firefox.open_from_disk(&second);
    firefox.wait_for(TITLE, "From the disk");
    firefox.go_to("Targets");
    firefox.wait_for("Bookings target", "750,000");
    firefox.wait_until_it_says(SETTLED);

    // All of this stayed on this machine; what does not would have been heard.
    assert_eq!(firefox.requests_elsewhere(), [""; 0]);
    let address = "http://elsewhere.example/";
    firefox.ask_elsewhere(address);
    let asked = firefox.requests_elsewhere();
    assert!(asked.iter().any(|line| line.contains(address)), "{asked:?}");
}
