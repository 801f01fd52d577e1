//! What a verdict says, as text and as JSON.

use plumbline_plan::start;
use serde_json::Value;

use crate::{
    printed::figures_in,
    program::{DAY, FEW, check, day, plan_file, run, sample_file},
};

#[test]
fn text_has_every_part_in_the_order_of_its_weight() {
    let ran = check(&sample_file("parts.json"), &FEW);
    // Figures are for other tests: here it is what stands there.
    let at_the_margin = ran.verdict().lines().filter(|line| !line.starts_with(' '));
    let masked: Vec<String> = at_the_margin.map(without_figures).collect();
    insta::assert_snapshot!(masked.join("\n"), @r"
    Sales plan of Tallow & Reed
    Dec # to Nov # calculated as of November # #

    #% chance of bookings of €# million or more

    Bookings

    Where the bookings come from

    Required against provided

    Findings

    What the answer rests on

    What matters most

    How long new leads still help

    Hours asked and available

    Good to know about the input

    Plumbline # plan format #
    ");
}

#[test]
fn tables_name_their_columns() {
    let ran = check(&sample_file("columns.json"), &FEW);
    let lines: Vec<&str> = ran.verdict().lines().collect();
    let is_head = |line: &&str| {
        [
            "  Month ",
            "  From ",
            "  Stage ",
            "  Source ",
            "  Assumption ",
        ]
        .iter()
        .any(|head| line.starts_with(head))
    };
    let heads = lines
        .into_iter()
        .filter(is_head)
        .map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
    insta::assert_snapshot!(heads.collect::<Vec<_>>().join("
"), @r"
    Month Target Average 1 in 10 below Middle 1 in 10 above
    From Average Share
    Stage Provided Required Gap For your goal Required a week Per rep and week
    Stage Provided Required Gap For your goal Required a week Per rep and week
    Source Share
    Assumption Source Share
    ");
}

#[test]
fn text_and_json_give_the_same_figures() {
    let file = sample_file("figures.json");
    let (text, json) = (check(&file, &[]), check(&file, &["--json"]).json());
    let text = text.verdict();
    let outcome = &json["outcome"];

    let probability = outcome["probability"].as_f64().unwrap();
    let line = line_with(text, "standard error");
    let figures = figures_in(line);
    assert!(
        figures[0].shows(100.0 * probability),
        "{line} {probability}"
    );
    assert!(
        figures[1].shows(100.0 * outcome["standard_error"].as_f64().unwrap()),
        "{line}"
    );
    assert!(
        figures[2].shows(20_000.0) && figures[3].shows(1.0),
        "{line}"
    );

    assert_bookings(
        line_with(text, "  Whole period"),
        &outcome["target"],
        &outcome["bookings"],
    );
    for month in outcome["months"].as_array().unwrap() {
        let first: chrono::NaiveDate = format!("{}-01", month["month"].as_str().unwrap())
            .parse()
            .unwrap();
        let line = line_with(text, &first.format("  %B %Y").to_string());
        assert_bookings(line, &month["target"], &month["bookings"]);
    }
}

#[test]
fn required_and_provided_stand_beside_each_stage() {
    let file = sample_file("stages.json");
    let (text, json) = (
        check(&file, &FEW),
        check(&file, &[&FEW[..], &["--json"]].concat()).json(),
    );
    let mut lines = text.verdict().lines();
    let motions = json["verdict"]["required"]["motions"].as_array().unwrap();
    let mut stages = 0;
    for stage in motions
        .iter()
        .flat_map(|motion| motion["stages"].as_array().unwrap())
    {
        let (name, entries) = (stage["name"].as_str().unwrap(), &stage["entries"]);
        // Both ways of selling stand in one order in text and JSON.
        let line = lines
            .find(|line| line.trim_start().starts_with(name))
            .unwrap();
        let figures = figures_in(&line.replacen(name, "", 1));
        assert!(
            figures[0].shows(entries["provided"]["total"].as_f64().unwrap()),
            "{line}"
        );
        assert!(
            figures[1].shows(entries["needed"]["total"].as_f64().unwrap()),
            "{line}"
        );
        let gap = entries["gap"].as_f64().unwrap();
        assert_eq!(line.contains("enough"), gap <= 0.0, "{line} {gap}");
        stages += 1;
    }
    assert!(stages > 1);
}

#[test]
fn without_a_day_it_is_calculated_as_of_today() {
    let file = sample_file("today.json");
    let today = || chrono::Local::now().date_naive().to_string();
    let before = today();
    let json = run(&["check", file.to_str().unwrap(), "--trials", "100", "--json"]).json();
    let as_of = json["as_of"].as_str().unwrap().to_owned();
    // Around midnight it may be either.
    assert!([before, today()].contains(&as_of), "{as_of}");
}

#[test]
fn a_day_asked_for_goes_before_the_plan_s_own() {
    let mut plan = start::sample(day());
    plan.reality_check.as_of = "2027-02-15".parse().ok();
    let file = plan_file("own-day.json", &plan);
    let own = run(&["check", file.to_str().unwrap(), "--trials", "100", "--json"]).json();
    assert_eq!(own["as_of"], "2027-02-15");
    let asked = check(&file, &["--trials", "100", "--json"]).json();
    assert_eq!(asked["as_of"], DAY);
    assert_ne!(own["outcome_hash"], asked["outcome_hash"]);
}

#[test]
fn a_plan_cannot_send_commands_to_the_terminal() {
    let mut plan = start::sample(day());
    plan.about.title = "\u{1b}]0;owned\u{7}Plan\nVerdict: certain".to_owned();
    plan.process.motions[0].stages[0].name = "First\u{1b}[2J\u{202e}contact".to_owned();
    let ran = check(&plan_file("escape.json", &plan), &FEW);
    let text = ran.verdict();
    assert!(
        text.chars().all(|sign| sign == '\n' || !sign.is_control()),
        "{text:?}"
    );
    assert!(!text.contains('\u{202e}'));
    assert!(
        text.starts_with(" ]0;owned Plan Verdict: certain\n"),
        "{text}"
    );
}

fn assert_bookings(line: &str, target: &Value, spread: &Value) {
    // A month's year is a figure too.
    let figures = figures_in(line);
    let amounts = &figures[figures.len() - 5..];
    let exact = [
        target,
        &spread["mean"],
        &spread["p10"],
        &spread["p50"],
        &spread["p90"],
    ];
    for (shown, exact) in amounts.iter().zip(exact) {
        assert!(
            shown.shows(exact.as_f64().unwrap()),
            "{line}: {shown:?} for {exact}"
        );
    }
}

fn line_with<'a>(text: &'a str, words: &str) -> &'a str {
    text.lines()
        .find(|line| line.contains(words))
        .unwrap_or_else(|| panic!("no {words:?} in {text}"))
}

/// The line with a sign in place of each figure and of the answer's mark.
fn without_figures(line: &str) -> String {
    let line = line
        .split_once(", answer ")
        .map_or(line, |(before, _)| before);
    let is_figure = |sign: char| sign.is_ascii_digit() || ",.".contains(sign);
    let mut masked = String::new();
    let mut rest = line;
    while let Some(start) = rest.find(|sign: char| sign.is_ascii_digit()) {
        let (before, figure) = rest.split_at(start);
        masked.extend([before, "#"]);
        rest = figure.trim_start_matches(is_figure);
    }
    masked + rest
}
