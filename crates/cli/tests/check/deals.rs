//! A file of deals: what is said of it, what has to be answered, and what it does to a plan.

use std::{
    collections::BTreeSet,
    fmt::Write,
    path::{Path, PathBuf},
};

use serde_json::Value;

use crate::program::{FEW, check, file_with, run, sample_file};

/// Three years of deals that follow from nothing but their number: of five, two are won
/// after some 40 days and two lost after some 20; one stays open.
fn deals_file(name: &str) -> PathBuf {
    let mut text = "Deal name,Owner,Stage,Amount,Create date,Close date,Date entered Qualified,Probability (%)\n".to_owned();
    let first: chrono::NaiveDate = "2023-11-01".parse().unwrap();
    for n in 0..1_000_u64 {
        let created = first + chrono::Days::new(n);
        let (stage, days) = match n % 5 {
            0 | 1 => ("Closed won", 35 + n % 11),
            2 | 3 => ("Closed lost", 15 + n % 13),
            _ => ("Proposal", 0),
        };
        let closed = created + chrono::Days::new(days);
        let closed = if days == 0 {
            String::new()
        } else {
            closed.to_string()
        };
        writeln!(
            text,
            "Deal {n},{},{stage},{},{created},{closed},{created},{}",
            ["Kim", "Lee"][n as usize % 2],
            900 + 7 * (n % 50),
            10 * (n % 11)
        )
        .unwrap();
    }
    file_with(name, text)
}

fn deals(file: &Path, options: &[&str]) -> crate::program::Ran {
    run(&[&["deals", file.to_str().unwrap()], options].concat())
}

#[test]
fn what_is_true_of_the_deals_is_printed() {
    let ran = deals(&deals_file("deals-text.csv"), &["--up-to", "2026-06-30"]);
    let text = ran.verdict();
    for said in [
        "1,000 rows: 973 deals taken, 27 left out",
        "It was created after the day asked for.",
        "Win rate 49.7%: 375 won of 755 decided",
        "A win takes 40 days on average",
        "By owner",
        "Dead: ",
        "Would a forecast have been any good?",
        "On these past quarters",
        "Sellers' own chances are on record",
    ] {
        assert!(text.contains(said), "{said} in {text}");
    }
}

#[test]
fn json_says_the_same_and_every_field_is_described() {
    let json = deals(&deals_file("deals-json.csv"), &["--json"]).json();
    assert_eq!(
        (&json["format"], &json["format_version"]),
        (&"plumbline-deals".into(), &1.into())
    );
    assert_eq!(json["problems"], serde_json::json!([]));
    let (won, lost) = (
        &json["metrics"]["won"]["deals"],
        &json["metrics"]["lost"]["deals"],
    );
    assert_eq!(json["report"]["taken"], 1000);
    assert_eq!((won, lost), (&400.into(), &400.into()));
    let described = include_str!("../../../../docs/command-line.md");
    let mut names = BTreeSet::new();
    names_in(&json, &mut names);
    names.retain(|name| !described.contains(&format!("`{name}`")));
    assert!(names.is_empty(), "not in docs/command-line.md: {names:?}");
}

fn names_in(value: &Value, names: &mut BTreeSet<String>) {
    match value {
        Value::Object(record) => {
            for (name, value) in record {
                names.insert(name.clone());
                names_in(value, names);
            }
        }
        Value::Array(items) => items.iter().for_each(|item| names_in(item, names)),
        _ => {}
    }
}

#[test]
fn what_cannot_be_told_is_asked_with_the_option_that_answers_it() {
    let text = "Deal,Stage,Amount,Created,Closed\nAlder,Won,1.000,03/04/2024,05/06/2024\nBirch,Lost,2.500,01/02/2024,05/03/2024\n";
    let file = file_with("deals-asked.csv", text);
    let asked = deals(&file, &[]);
    assert_eq!((asked.status, asked.stdout.as_str()), (Some(2), ""));
    assert!(
        asked.stderr.contains("--date-order dmy") && asked.stderr.contains("--decimal comma"),
        "{asked:?}"
    );
    let json = deals(&file, &["--json"]).json();
    assert_eq!(json["problems"].as_array().unwrap().len(), 3);
    let answered = deals(
        &file,
        &["--date-order", "mdy", "--decimal", "comma", "--json"],
    )
    .json();
    assert_eq!(answered["metrics"]["won"]["value"], 1000.0);
    assert_eq!(answered["metrics"]["days_to_win"]["mean"], 63.0);
}

#[test]
fn what_was_said_goes_before_what_was_guessed() {
    let text = "Thing,Result,Worth,Rate,Begin,End\nAlder,Geschafft,5,9,2024-01-01,2024-02-01\nBirch,Daneben,6,9,2024-01-01,2024-02-01\n";
    let file = file_with("deals-said.csv", text);
    let options = [
        "--column",
        "value=Worth",
        "--stage",
        "Geschafft=won",
        "--stage",
        "Daneben=lost",
        "--json",
    ];
    let json = deals(&file, &options).json();
    assert_eq!(json["metrics"]["won"]["value"], 5.0);
    assert_eq!(json["metrics"]["lost"]["deals"], 1);
    let wrong = deals(&file, &["--column", "value=Wort"]);
    assert!(
        wrong.stderr.contains("no column Wort") && wrong.stderr.contains("Worth"),
        "{wrong:?}"
    );
}

#[test]
fn older_encodings_are_read_and_what_is_no_table_is_told() {
    let older = file_with(
        "deals-1252.csv",
        b"Kunde;Phase;Betrag\nM\xfcller;Gewonnen;1,5\nGr\xfcn;Verloren;2,5\n",
    );
    assert!(deals(&older, &["--report"]).verdict().starts_with("Row,"));
    assert_eq!(
        deals(&older, &["--json"]).json()["metrics"]["won"]["value"],
        1.5
    );
    for (name, bytes, said) in [
        ("deals-empty.csv", &b""[..], "empty"),
        ("deals-picture.csv", b"\x89PNG\r\n\x1a\n", "picture"),
        ("deals-archive.xlsx", b"PK\x03\x04", "spreadsheet"),
        ("deals-header.csv", b"Deal,Stage\n", "no row below"),
    ] {
        let ran = deals(&file_with(name, bytes), &[]);
        assert_eq!(ran.status, Some(2));
        assert!(ran.stderr.contains(said), "{ran:?}");
    }
    let missing = run(&["deals", "nowhere.csv"]);
    assert!(missing.stderr.contains("no such file"), "{missing:?}");
}

/// A spreadsheet of sheets with these names, each a table of texts.
fn spreadsheet(name: &str, sheets: &[(&str, &str)]) -> PathBuf {
    const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
    let (mut named, mut linked, mut parts) = (String::new(), String::new(), Vec::new());
    for ((sheet, table), number) in sheets.iter().zip(1..) {
        let mut rows = String::new();
        for (line, row) in table.lines().zip(1..) {
            let cells = line.split(',').zip('A'..);
            let cells = cells.map(|(cell, column)| {
                format!("<c r=\"{column}{row}\" t=\"inlineStr\"><is><t>{cell}</t></is></c>")
            });
            rows += &format!("<row r=\"{row}\">{}</row>", cells.collect::<String>());
        }
        named += &format!("<sheet name=\"{sheet}\" sheetId=\"{number}\" r:id=\"r{number}\"/>");
        linked += &format!(
            "<Relationship Id=\"r{number}\" Type=\"{OFFICE}/worksheet\" Target=\"worksheets/{number}.xml\"/>"
        );
        let sheet =
            format!("<worksheet xmlns=\"{MAIN}\"><sheetData>{rows}</sheetData></worksheet>");
        parts.push((format!("xl/worksheets/{number}.xml"), sheet));
    }
    let book = format!(
        "<workbook xmlns=\"{MAIN}\" xmlns:r=\"{OFFICE}\"><sheets>{named}</sheets></workbook>"
    );
    let links = |links: &str| format!("<Relationships xmlns=\"{PACKAGE}\">{links}</Relationships>");
    let whole = format!(
        "<Relationship Id=\"r1\" Type=\"{OFFICE}/officeDocument\" Target=\"xl/workbook.xml\"/>"
    );
    parts.push(("xl/workbook.xml".to_owned(), book));
    parts.push(("xl/_rels/workbook.xml.rels".to_owned(), links(&linked)));
    parts.push(("_rels/.rels".to_owned(), links(&whole)));
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (part, content) in parts {
        let options = zip::write::SimpleFileOptions::default();
        zip.start_file(part, options).unwrap();
        std::io::Write::write_all(&mut zip, content.as_bytes()).unwrap();
    }
    file_with(name, zip.finish().unwrap().into_inner())
}

#[test]
fn a_spreadsheet_says_what_its_table_says_and_which_sheet_is_asked() {
    let table = std::fs::read_to_string(deals_file("deals-as-text.csv")).unwrap();
    let as_text = deals(&deals_file("deals-as-text.csv"), &["--json"]).json();
    let one = spreadsheet(
        "deals-one.xlsx",
        &[("Deals", &table), ("Notes", "as of today")],
    );
    let json = deals(&one, &["--json"]).json();
    assert_eq!(json["metrics"], as_text["metrics"]);
    assert_eq!(json["report"], as_text["report"]);

    let two = [
        ("Archive", "Region,Head\nNorth,Kim\nSouth,Lee\n"),
        ("Q3 deals", &table),
    ];
    let two = spreadsheet("deals-two.xlsx", &two);
    let asked = deals(&two, &[]);
    assert_eq!((asked.status, asked.stdout.as_str()), (Some(2), ""));
    for said in ["Archive, Q3 deals", "--sheet \"Q3 deals\""] {
        assert!(asked.stderr.contains(said), "{said} in {asked:?}");
    }
    let answered = deals(&two, &["--sheet", "q3 Deals", "--json"]).json();
    assert_eq!(answered["metrics"], as_text["metrics"]);
    let wrong = deals(&two, &["--sheet", "Q4"]);
    assert!(
        wrong.stderr.contains("no sheet Q4") && wrong.stderr.contains("Archive"),
        "{wrong:?}"
    );
    let text = deals(&deals_file("deals-as-text.csv"), &["--sheet", "Deals"]);
    assert!(text.stderr.contains("Leave out --sheet"), "{text:?}");

    let plan = sample_file("by-spreadsheet.json");
    let options = [
        &FEW[..],
        &[
            "--json",
            "--deals",
            two.to_str().unwrap(),
            "--sheet",
            "Q3 deals",
        ],
    ];
    assert_eq!(
        check(&plan, &options.concat()).json()["from_deals"]["deals"],
        1000
    );
}

/// The sample's file with deals in it, which `change` may have damaged.
fn plan_with_deals(name: &str, change: impl Fn(&mut Value)) -> PathBuf {
    let mut plan: Value =
        serde_json::from_str(&std::fs::read_to_string(sample_file(name)).unwrap()).unwrap();
    let text = std::fs::read_to_string(deals_file(&format!("{name}.csv"))).unwrap();
    let survey = plumbline_deals::import::survey(&text).unwrap();
    let mapping = plumbline_deals::import::Mapping::guess(&survey);
    let options = plumbline_deals::import::Options {
        today: crate::program::day(),
        as_of: None,
    };
    let import = plumbline_deals::import::take(&text, &mapping, options).unwrap();
    let kept = plumbline_deals::KeptDeals::new(import.history, Vec::new());
    plan["deals"] = serde_json::from_str(&kept.to_text()).unwrap();
    change(&mut plan["deals"]);
    file_with(name, plan.to_string())
}

#[test]
fn deals_in_the_plans_file_are_compared_with_it_and_change_no_figure() {
    let plan = plan_with_deals("holds-deals.json", |_| {});
    let with = check(&plan, &[&FEW[..], &["--json"]].concat()).json();
    let without = sample_file("holds-none.json");
    let bare = check(&without, &[&FEW[..], &["--json"]].concat()).json();
    assert_eq!(
        with["outcome_hash"], bare["outcome_hash"],
        "as in the workbook"
    );
    assert_eq!(with["deals_in_file"]["deals"], 1000);
    assert_eq!(bare.get("deals_in_file"), None);
    // The record is looked at: one in which nothing was ever lost is told.
    let won_alone = plan_with_deals("holds-won.json", |deals| {
        for line in deals["table"].as_array_mut().unwrap() {
            *line = line.as_str().unwrap().replace(",lost,", ",won,").into();
        }
    });
    let found = check(&won_alone, &[&FEW[..], &["--json"]].concat()).json();
    let told = |answer: &Value| {
        answer["findings"]
            .to_string()
            .contains("no-losses-recorded")
    };
    assert!(told(&found) && !told(&bare), "{found:#}");
    let text = check(&plan, &FEW);
    assert!(
        text.verdict().contains("The plan's file holds 1,000 deals"),
        "{text:?}"
    );

    // The same file, asked for its deals.
    let file = plan.to_str().unwrap();
    let taken = check(&plan, &[&FEW[..], &["--json", "--deals", file]].concat()).json();
    assert_eq!(taken["from_deals"]["deals"], 1000);
    assert_ne!(taken["outcome_hash"], bare["outcome_hash"]);
    assert_eq!(taken.get("deals_in_file"), None);
    let exported = deals(&deals_file("holds-deals.csv"), &["--json"]).json();
    assert_eq!(
        deals(&plan, &["--json"]).json()["metrics"],
        exported["metrics"]
    );
    let none = deals(&without, &[]);
    assert!(none.stderr.contains("it holds no deals"), "{none:?}");
    let described = include_str!("../../../../docs/command-line.md");
    let mut names = BTreeSet::new();
    names_in(&with, &mut names);
    names.retain(|name| !described.contains(&format!("`{name}`")));
    assert!(names.is_empty(), "not in docs/command-line.md: {names:?}");
}

#[test]
fn damaged_deals_in_the_plans_file_are_told_and_the_verdict_stands() {
    let cut = |deals: &mut Value| {
        deals["table"].as_array_mut().unwrap().pop();
    };
    let plan = plan_with_deals("damaged-deals.json", cut);
    let text = check(&plan, &FEW);
    let said = "there should be 1000, and their table has 999";
    assert!(text.verdict().contains(said), "{text:?}");
    let json = check(&plan, &[&FEW[..], &["--json"]].concat()).json();
    assert!(
        json["deals_in_file"]["problem"]
            .as_str()
            .unwrap()
            .contains(said)
    );
    let asked = deals(&plan, &[]);
    assert_eq!(asked.status, Some(2));
    assert!(asked.stderr.contains(said), "{asked:?}");
}

#[test]
fn a_plan_is_checked_by_the_firms_own_deals() {
    let plan = sample_file("by-deals.json");
    let file = deals_file("deals-check.csv");
    let file = file.to_str().unwrap();
    let options = [&FEW[..], &["--deals", file]].concat();
    let text = check(&plan, &options);
    let text = text.verdict();
    assert!(
        text.contains("From your own deals") && text.contains("In place of the plan's open deals"),
        "{text}"
    );
    let json = check(&plan, &[&options[..], &["--json"]].concat()).json();
    let taken = &json["from_deals"];
    assert_eq!(taken["deals"], 1000);
    let paths: Vec<&str> = taken["proposals"]
        .as_array()
        .unwrap()
        .iter()
        .map(|change| change["path"].as_str().unwrap())
        .collect();
    assert!(
        paths.iter().any(|path| path.ends_with("/deal_value")),
        "{paths:?}"
    );
    assert!(
        paths.iter().any(|path| path.ends_with("/conversion")),
        "{paths:?}"
    );
    let without = check(&plan, &[&FEW[..], &["--json"]].concat()).json();
    assert_ne!(json["outcome_hash"], without["outcome_hash"]);
    let described = include_str!("../../../../docs/command-line.md");
    let mut names = BTreeSet::new();
    names_in(&json, &mut names);
    names.retain(|name| !described.contains(&format!("`{name}`")));
    assert!(names.is_empty(), "not in docs/command-line.md: {names:?}");
}

#[test]
fn a_plan_is_not_checked_by_deals_that_cannot_be_read() {
    let plan = sample_file("by-no-deals.json");
    let ran = check(&plan, &["--deals", "nowhere.csv"]);
    assert_eq!((ran.status, ran.stdout.as_str()), (Some(2), ""));
    assert!(
        ran.stderr.contains("nowhere.csv") && ran.stderr.contains("no such file"),
        "{ran:?}"
    );
}
