//! The documents of the worked sample and of a blank plan.

use plumbline_export::{Block, Document, html, markdown};
use plumbline_plan::{Edit, FieldPath, Logo, chapter::scenarios::keep_scenario, start};
use plumbline_wording::texts::{chapters, playbook as text};

use crate::sample::{day, documents, plan};

/// Elements and classes of a page, without its texts, styles and charts.
fn structure(html: &str) -> String {
    let body = html.split_once("<article").unwrap().1;
    let mut tags = Vec::new();
    for part in body.split('<').skip(1) {
        let tag = part.split('>').next().unwrap();
        if !tag.starts_with('/') {
            tags.push(tag.replace(" dir=\"auto\"", ""));
        }
    }
    tags.dedup();
    tags.join("\n")
}

fn titles(document: &Document) -> Vec<&str> {
    let chapters = document.chapters.iter();
    chapters.map(|chapter| chapter.title.as_str()).collect()
}

#[test]
fn the_whole_plan_as_markdown() {
    let (document, _) = documents(&plan());
    insta::assert_snapshot!("playbook", markdown::document(&document));
}

#[test]
fn the_plan_on_one_page() {
    let (_, summary) = documents(&plan());
    insta::assert_snapshot!("summary", markdown::document(&summary));
    insta::assert_snapshot!("summary_structure", structure(&html::fragment(&summary)));
}

#[test]
fn the_page_comes_first_then_every_chapter_then_the_register() {
    let (document, summary) = documents(&plan());
    let all = titles(&document);
    assert_eq!(all.first(), Some(&text::SUMMARY));
    assert_eq!(all[1..13], chapters::TITLES);
    assert_eq!(all.last(), Some(&text::REGISTER));
    assert_eq!(titles(&summary), [text::SUMMARY]);
    assert_eq!(document.chapters[0], summary.chapters[0]);
    assert!(
        document
            .chapters
            .iter()
            .all(|chapter| !chapter.sections.is_empty())
    );
}

#[test]
fn scenarios_stand_beside_the_plan_with_what_differs() {
    let mut plan = plan();
    let id = "large".parse().unwrap();
    keep_scenario(&plan, id, "Larger deals", None)
        .apply(&mut plan)
        .unwrap();
    let target = FieldPath::from("scenarios/others/large/targets/bookings");
    Edit::set(&target, 9_000_000.0).apply(&mut plan).unwrap();
    let note = FieldPath::from("scenarios/others/large/note");
    Edit::set(&note, "Only **firms** of 50")
        .apply(&mut plan)
        .unwrap();
    let (document, _) = documents(&plan);
    let written = markdown::document(&document);
    let (_, scenarios) = written.split_once("\n## Scenarios\n").unwrap();
    for line in [
        "**Larger deals:** Only **firms** of 50",
        "| Input | The plan | Larger deals |",
    ] {
        assert!(scenarios.contains(line), "{scenarios}");
    }
    let row = scenarios
        .lines()
        .find(|line| line.contains("9,000,000"))
        .unwrap();
    assert_eq!(row.matches('|').count(), 4, "{row}");
    let at = titles(&document)
        .iter()
        .position(|title| *title == "Scenarios")
        .unwrap();
    assert_eq!(at, 13);
}

#[test]
fn lists_and_bold_words_are_that_in_the_playbook() {
    let mut plan = plan();
    let strategy = FieldPath::from("foundation/strategy");
    let text = "We **choose** who:\n- owners\n- <b>\n3. third\n4. fourth";
    Edit::set(&strategy, text).apply(&mut plan).unwrap();
    let (document, _) = documents(&plan);
    let page = html::fragment(&document);
    for part in [
        "We <strong>choose</strong> who:",
        "<li class=\"playbook-text\">owners</li>",
        "<li class=\"playbook-text\">&lt;b&gt;</li>",
        "<ol start=\"3\"><li class=\"playbook-text\">third</li>",
    ] {
        assert!(page.contains(part), "{part}");
    }
}

#[test]
fn the_register_begins_with_what_carries_most() {
    let (document, _) = documents(&plan());
    let register = document.chapters.last().unwrap();
    let Block::Table(table) = &register.sections[0].blocks[0] else {
        panic!("{register:?}");
    };
    let share = |row: &Vec<String>| {
        let share = row.last().unwrap().trim_end_matches('%').parse::<f64>();
        share.unwrap_or(0.0)
    };
    let shares: Vec<f64> = table.rows.iter().map(share).collect();
    assert!(shares[0] > 5.0, "{shares:?}");
    assert!(shares.is_sorted_by(|one, other| one >= other), "{shares:?}");
}

#[test]
fn a_blank_plan_is_a_document_that_says_what_is_not_there() {
    let (document, summary) = documents(&start::blank(day()));
    let written = markdown::document(&document);
    assert!(written.contains(text::NO_VERDICT), "{written}");
    assert!(written.contains(text::NOTHING_YET), "{written}");
    assert!(html::page(&document).contains(text::NO_VERDICT));
    assert!(markdown::document(&summary).contains(text::NO_VERDICT));
}

#[test]
fn questions_of_a_plan_rest_on_its_figures_and_what_is_overdue() {
    let mut plan = plan();
    plan.scorecard.commitments[0].done = false;
    plan.scorecard.commitments[0].due = day().pred_opt();
    let written = markdown::document(&documents(&plan).0);
    let questions = written.split_once(text::QUESTIONS_FROM_PLAN).unwrap().1;
    assert!(
        questions.contains("Do we change the plan, the target"),
        "{questions}"
    );
    assert!(
        questions.contains("rests on deals that do not exist yet"),
        "{questions}"
    );
    assert!(
        questions.contains("1 promise is past the day"),
        "{questions}"
    );
}

#[test]
fn a_file_of_its_own_runs_and_loads_nothing() {
    let mut plan = plan();
    let png = "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlE\
               QVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
    plan.about.brand_logo = Some(Logo::new(png).unwrap());
    let page = html::page(&documents(&plan).0);
    assert!(page.contains("default-src 'none'; style-src 'unsafe-inline'; img-src data:"));
    assert_eq!(page.matches("<img ").count(), 1);
    assert!(page.contains(png));
    for loading in [
        "<script", "<link", "<iframe", "@import", "url(", "http://", "https://",
    ] {
        let found = page
            .replace("http://www.w3.org/2000/svg", "")
            .matches(loading)
            .count();
        assert_eq!(found, 0, "{loading}");
    }
    assert_eq!(page.matches("<h1").count(), 1);
}

#[test]
fn the_one_page_stays_short_whatever_the_plan_holds() {
    let mut plan = plan();
    let long = "word ".repeat(4_000);
    plan.foundation.strategy.clone_from(&long);
    for commitment in &mut plan.scorecard.commitments {
        (commitment.what, commitment.done) = (long.clone(), false);
    }
    for decision in &mut plan.review.decisions {
        decision.what.clone_from(&long);
    }
    let (_, summary) = documents(&plan);
    let texts = markdown::document(&summary);
    assert!(texts.chars().count() < 4_000, "{}", texts.chars().count());
}
