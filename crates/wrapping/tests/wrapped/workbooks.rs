//! A workbook of one file gives back its plan exactly, refers to nothing outside itself, and
//! nothing in a plan becomes part of its program.
#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a test fails by panicking, and a long run tells its figures"
)]

use crate::{
    common::{Dice, PLAN, tries},
    wraps::{parts, workbook as page},
};
use plumbline_wrapping::{
    Wrapping, recognise,
    workbook::{Script, assemble, plan_in, plan_in_element},
};
use proptest::prelude::*;

#[test]
fn the_plan_comes_out_as_it_went_in() {
    for plan in [
        PLAN,
        "{}",
        "",
        "\n",
        "{\"a\": \"\\\\u003c < </script> <!-- \\\\\"}",
    ] {
        assert_eq!(plan_in(&page(plan)).as_deref(), Some(plan), "{plan}");
        assert_eq!(recognise(&page(plan)), Wrapping::Workbook(plan.to_owned()));
    }
    assert_eq!(recognise(PLAN), Wrapping::None);
}

#[test]
fn nothing_in_a_plan_ends_its_element() {
    let plan = "{\"title\": \"</script><script>alert(1)</script><!--\"}";
    let page = page(plan);
    assert!(!page.contains("alert(1)</script>"));
    assert_eq!(
        page.matches("</script>").count(),
        4,
        "plan, module, two scripts"
    );
}

/// Scripts and styles by hash, and nothing else: FIPS 180-4 gives the hash of "abc".
#[test]
fn the_policy_allows_what_is_inside_alone() {
    let mut parts = parts();
    parts.scripts = vec![Script {
        mark: "first".into(),
        text: "abc".into(),
    }];
    let page = assemble(&parts, "x", "{}").unwrap();
    let policy = "default-src 'none'; script-src 'sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=' 'wasm-unsafe-eval'; style-src 'sha256-";
    assert!(page.contains(policy), "{page}");
    assert!(!page.contains("unsafe-inline") && !page.contains("'self'"));
}

#[test]
fn it_refers_to_nothing_outside_itself() {
    let page = page(PLAN);
    for reference in ["src=", "http:", "//"] {
        let (before, _) = page.split_once("data-plumbline=\"plan\"").unwrap();
        assert!(!before.contains(reference), "{reference}");
    }
}

#[test]
fn line_ends_are_those_a_browser_makes_of_them() {
    assert!(page("{}").contains("let a = 1;\nlet b;"));
}

#[test]
fn a_part_that_would_end_its_element_is_refused() {
    for text in ["a </SCRIPT> b", "<!-- ", "</style", "\0"] {
        let mut unfit = parts();
        unfit.scripts[0].text = text.into();
        assert!(assemble(&unfit, "x", "{}").is_err(), "{text}");
        let mut unfit = parts();
        unfit.styles[0] = text.into();
        assert!(assemble(&unfit, "x", "{}").is_err(), "{text}");
    }
}

#[test]
fn an_identifier_cannot_leave_its_attribute() {
    let page = assemble(&parts(), "a\"><script>", "{}").unwrap();
    assert!(page.contains("data-workbook=\"ascript\""));
}

#[test]
fn another_plan_changes_nothing_else() {
    let (one, other) = (page("{\"a\": 1}"), page("{\"b\": 2}"));
    assert_eq!(one.replace("{\"a\": 1}", "{\"b\": 2}"), other);
}

#[test]
fn damage_never_stops_the_reader() {
    let page = page(PLAN);
    let mut dice = Dice(5);
    let tries = tries(3_000);
    let whole = (0..tries)
        .filter(|_| plan_in(&dice.damage(&page)).is_some())
        .count();
    println!("{tries} damaged workbooks: {whole} with a plan to be read");
    assert!(whole > tries as usize / 30);
}

proptest! {
    #[test]
    fn any_json_comes_back(text in "[\\\\<>u0-9c\"/!a-z\n-]{0,60}") {
        // In JSON a backslash is always the beginning of an escape.
        let json = serde_json::to_string(&text).unwrap();
        prop_assert_eq!(plan_in(&page(&json)), Some(json.clone()));
        prop_assert_eq!(plan_in_element(&json.replace('<', "\\u003c")), json);
    }
}
