//! The faults of a CRM's export that an import has to survive, by their numbers: each comes
//! to its end in plain data, and nothing is guessed row by row. The files of `awkward/` have
//! more of the same; here each fault stands alone.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use chrono::NaiveDate;
use plumbline_deals::{
    CutOffs, Entry, Learnt, Refusal, State,
    calibrate::{Record, calibrate},
    import::{
        self, Code, DateOrder, Decimal, Delimiter, FileKind, Import, LARGEST_ROW, Mapping, Meaning,
        Options, Question, Reason, Refused, RowFault, Survey, file_kind,
    },
};

const HEAD: &str = "Deal ID,Owner,Stage,Amount,Create Date,Close Date\n";

fn options() -> Options {
    Options {
        today: NaiveDate::from_ymd_opt(2026, 11, 22).unwrap(),
        as_of: None,
    }
}

fn read(text: &str) -> (Survey, Mapping) {
    let survey = import::survey(text).unwrap();
    let mapping = Mapping::guess(&survey);
    (survey, mapping)
}

fn taken(text: &str) -> Import {
    let (survey, mapping) = read(text);
    assert_eq!(mapping.questions(&survey), [], "{text}");
    import::take(text, &mapping, options()).unwrap()
}

/// The text of bytes as the page and the command line decode them.
fn decoded(bytes: &[u8]) -> String {
    let FileKind::Text(encoding) = file_kind(bytes, true) else {
        return String::new();
    };
    let decoder = encoding_rs::Encoding::for_label(encoding.label().as_bytes()).unwrap();
    decoder.decode(bytes).0.into_owned()
}

fn one(row: &str) -> Import {
    taken(&format!("{HEAD}{row}\n"))
}

fn owners(import: &Import) -> Vec<&str> {
    import.history.owners.names().collect()
}

#[test]
fn case_37_a_byte_order_mark_is_no_part_of_the_first_name() {
    let text = format!("\u{feff}{HEAD}7,Ann,Won,5,2026-01-01,2026-02-01\n");
    let import = taken(&decoded(text.as_bytes()));
    assert_eq!(&*import.history.deals[0].id, "7");
}

#[test]
fn case_38_utf_16_is_read_in_either_order_of_bytes() {
    let text = format!("{HEAD}7,M\u{fc}ller,Won,5,2026-01-01,2026-02-01\n");
    let units: Vec<u16> = text.encode_utf16().collect();
    for to_bytes in [u16::to_le_bytes, u16::to_be_bytes] {
        let bytes: Vec<u8> = units.iter().copied().flat_map(to_bytes).collect();
        assert_eq!(owners(&taken(&decoded(&bytes))), ["M\u{fc}ller"]);
    }
}

#[test]
fn case_39_umlauts_of_older_programs_are_read() {
    let mut bytes = HEAD.as_bytes().to_vec();
    bytes.extend_from_slice(b"7,M\xfcller,Won,5,2026-01-01,2026-02-01\n");
    assert_eq!(owners(&taken(&decoded(&bytes))), ["M\u{fc}ller"]);
}

#[test]
fn case_40_semicolons_and_tabs_separate_as_commas_do() {
    let text = format!("{HEAD}7,Ann,Won,5,2026-01-01,2026-02-01\n");
    for (sign, delimiter) in [(";", Delimiter::Semicolon), ("\t", Delimiter::Tab)] {
        let (survey, _) = read(&text.replace(',', sign));
        assert_eq!(survey.delimiter, delimiter);
        assert_eq!(survey.columns.len(), 6);
    }
}

#[test]
fn case_41_an_amount_that_can_be_read_two_ways_is_asked_for_the_whole_column() {
    let text = format!("{HEAD}7,Ann,Won,1.000,2026-01-01,2026-02-01\n");
    let (survey, mut mapping) = read(&text);
    let questions = mapping.questions(&survey);
    assert!(matches!(&questions[..], [Question::Decimal { example, .. }] if example == "1.000"));
    for (decimal, value) in [(Decimal::Comma, 1000.0), (Decimal::Point, 1.0)] {
        mapping.set_decimal(decimal);
        let import = import::take(&text, &mapping, options()).unwrap();
        assert_eq!(import.history.deals[0].value, Some(value));
    }
}

#[test]
fn case_42_dates_that_can_be_read_two_ways_are_asked_and_never_guessed_by_row() {
    let text =
        format!("{HEAD}7,Ann,Won,5,03/04/2026,05/06/2026\n8,Ann,Lost,5,04/05/2026,06/07/2026\n");
    let (survey, mut mapping) = read(&text);
    let questions = mapping.questions(&survey);
    let asks = |question: &Question| matches!(question, Question::DateOrder { .. });
    assert!(
        !questions.is_empty() && questions.iter().all(asks),
        "{questions:?}"
    );
    mapping.set_date_order(DateOrder::DayMonthYear);
    let import = import::take(&text, &mapping, options()).unwrap();
    assert_eq!(
        import.history.deals[0].created,
        NaiveDate::from_ymd_opt(2026, 4, 3)
    );
    assert_eq!(
        import.history.deals[1].created,
        NaiveDate::from_ymd_opt(2026, 5, 4)
    );
}

/// Case 42: what was decided for one file does not overrule what the next one tells for sure.
#[test]
fn case_42_a_remembered_order_gives_way_to_dates_that_are_sure() {
    let file = |created: &str, closed: &str| format!("{HEAD}7,Ann,Won,5,{created},{closed}\n");
    let (_, day_first) = read(&file("25/01/2026", "27/02/2026"));
    let next = file("01/25/2026", "02/27/2026");
    let survey = import::survey(&next).unwrap();
    let mapping = day_first.for_file(&survey).unwrap();
    let import = import::take(&next, &mapping, options()).unwrap();
    assert_eq!(
        import.history.deals[0].created,
        NaiveDate::from_ymd_opt(2026, 1, 25)
    );
}

#[test]
fn case_43_signs_spaces_and_brackets_around_amounts_are_read() {
    for (written, value) in [
        ("\"$ 1,200.50\"", 1200.5),
        ("\"(110.70)\"", -110.7),
        ("-110.7 USD", -110.7),
        ("\"$\u{a0}1 200.50\"", 1200.5),
    ] {
        let import = one(&format!("7,Ann,Won,{written},2026-01-01,2026-02-01"));
        assert_eq!(import.history.deals[0].value, Some(value), "{written}");
    }
}

#[test]
fn case_44_quotes_hold_line_ends_and_a_stray_one_spoils_no_other_row() {
    let quoted = one("7,\"Ann\nB \"\"x\"\"\",Won,5,2026-01-01,2026-02-01");
    assert_eq!(owners(&quoted), ["Ann\nB \"x\""]);
    let rows = "7,Ann \"x,Won,5,2026-01-01,2026-02-01\n8,\"Bob,Won,5,2026-01-01,2026-02-01";
    assert_eq!(one(rows).history.deals.len(), 2);
}

#[test]
fn case_45_carriage_returns_alone_end_rows() {
    let text =
        format!("{HEAD}7,Ann,Won,5,2026-01-01,2026-02-01\n8,Bob,Lost,5,2026-01-01,2026-02-01\n");
    assert_eq!(taken(&text.replace('\n', "\r")).history.deals.len(), 2);
}

#[test]
fn case_46_ragged_rows_are_taken_and_told() {
    let import = one(
        "6,Ann,Won,5,2026-01-01,2026-02-01\n7,Ann,Won,5,2026-01-01,2026-02-01,more\n\
         8,Bob,Won,5,2026-01-01\n9,Ann,Won,5,2026-01-01,2026-02-01",
    );
    assert_eq!(import.history.deals.len(), 4);
    let remarks = import.report.remarks.iter();
    let told: Vec<(u32, Reason)> = remarks.map(|one| (one.row, one.reason)).collect();
    assert!(told.contains(&(3, Reason::MoreCells)), "{told:?}");
    assert!(told.contains(&(4, Reason::FewerCells)), "{told:?}");
}

#[test]
fn case_47_double_empty_and_missing_names_of_columns_are_no_obstacle() {
    let doubled = "Stage,Stage,,Amount\nWon,x,,5\nLost,y,,6\n";
    assert_eq!(read(doubled).0.columns.len(), 4);
    let bare = "7,Won,5,2026-01-01\n8,Lost,6,2026-01-02\n9,Won,7,2026-01-03\n";
    assert_eq!(read(bare).0.header_row, None);
    assert_eq!(taken(bare).history.deals.len(), 3);
}

#[test]
fn case_48_nothing_and_names_alone_are_refused() {
    assert_eq!(file_kind(b"", true), FileKind::Empty);
    assert_eq!(import::survey("").unwrap_err(), Refused::Empty);
    assert_eq!(import::survey(HEAD).unwrap_err(), Refused::NoRows);
}

/// Case 49 is held by `importing::a_million_rows_pass_through_in_pieces`, case 50 for a cell
/// that comes in pieces by `importing::a_huge_cell_is_refused_by_its_row_in_bounded_memory`.
#[test]
fn case_50_a_huge_cell_is_refused_by_its_row() {
    let text = format!(
        "{HEAD}7,{},Won,5,2026-01-01,2026-02-01\n",
        "x".repeat(LARGEST_ROW + 1)
    );
    let refused = import::survey(&text).unwrap_err();
    assert!(
        matches!(refused, Refused::Row(RowFault::TooLong { .. })),
        "{refused:?}"
    );
}

#[test]
fn case_51_a_deal_that_stands_twice_counts_once() {
    let import = one("7,Ann,Won,5,2026-01-01,2026-02-01\n7,Bob,Won,9,2026-01-01,2026-02-01");
    assert_eq!(import.history.deals.len(), 1);
    assert_eq!(import.report.count(Reason::SameId), 1);
}

#[test]
fn case_52_days_that_cannot_be_leave_their_rows_out_and_are_counted() {
    let import = one(
        "1,A,Won,5,2026-03-01,2026-02-01\n2,A,Won,5,2026-01-01,2099-01-01\n\
         3,A,Won,5,1900-01-01,2026-02-01\n4,A,Won,5,2026-02-30,2026-03-01\n\
         5,A,Won,5,2026-01-01,9999-12-31\n6,A,Won,5,2026-01-01,2026-02-01",
    );
    assert_eq!((import.report.rows, import.report.taken), (6, 1));
    assert_eq!(import.report.count(Reason::CreatedAfterClosed), 1);
    assert_eq!(import.report.count(Reason::ClosedInFuture), 1);
    assert_eq!(import.report.count(Reason::NoSuchDay), 3);
}

#[test]
fn case_53_stages_that_nobody_knows_are_asked_for() {
    let text = format!("{HEAD}7,Ann,Alpha,5,2026-01-01,2026-02-01\n8,Ann,Beta,5,2026-01-01,\n");
    let (survey, mut mapping) = read(&text);
    assert!(matches!(
        &mapping.questions(&survey)[..],
        [Question::NoneWon { .. }]
    ));
    mapping.set_meaning("Alpha", Meaning::Won);
    assert_eq!(mapping.questions(&survey), []);
    let import = import::take(&text, &mapping, options()).unwrap();
    assert_eq!(import.history.deals[0].state, State::Won);
}

#[test]
fn case_54_several_currencies_are_never_added_up_unasked() {
    let text = format!(
        "{HEAD}7,Ann,Won,5 EUR,2026-01-01,2026-02-01\n8,Ann,Won,7 USD,2026-01-01,2026-02-01\n"
    );
    let (survey, mut mapping) = read(&text);
    assert!(matches!(
        &mapping.questions(&survey)[..],
        [Question::Currencies { .. }]
    ));
    mapping.set_currency(Code::read("EUR").unwrap(), Some(1.0));
    mapping.set_currency(Code::read("USD").unwrap(), None);
    let import = import::take(&text, &mapping, options()).unwrap();
    assert_eq!(import.history.deals.len(), 1);
    assert_eq!(import.report.count(Reason::CurrencyLeftOut), 1);
}

/// Deals of these states, all with both dates and a value.
fn of_states(states: &[&str]) -> Import {
    let row = |(number, state): (usize, &&str)| {
        format!(
            "{number},Ann,{state},5,2026-01-01,2026-02-{:02}\n",
            1 + number % 27
        )
    };
    let rows: String = states.iter().enumerate().map(row).collect();
    let text = format!("{HEAD}{rows}");
    let (survey, mut mapping) = read(&text);
    mapping.set_meaning("Lost", Meaning::Lost);
    mapping.set_meaning("Won", Meaning::Won);
    drop(survey);
    import::take(&text, &mapping, options()).unwrap()
}

#[test]
fn case_55_all_won_none_won_or_three_deals_make_no_rate_and_no_proposal() {
    let plan = plumbline_plan::start::blank(options().today);
    for (states, refused) in [
        (vec!["Won"; 40], Refusal::NoneLost { won: 40 }),
        (vec!["Lost"; 40], Refusal::NoneWon { lost: 40 }),
        (
            vec!["Won", "Lost", "Won"],
            Refusal::TooFewClosed {
                closed: 3,
                needed: 20,
            },
        ),
    ] {
        let import = of_states(&states);
        let learnt = Learnt::of(&import.history, Entry::FromCreation, &CutOffs::new());
        assert_eq!(learnt.metrics.win_rate_refused, Some(refused));
        let Some(curves) = &learnt.curves else {
            continue;
        };
        let record = Record {
            history: &import.history,
            curves,
            entry: Entry::FromCreation,
            stages: &[],
        };
        let motion = &plan.process.motions[0].id;
        let calibration = calibrate(&plan, motion, &record).unwrap();
        let path = |path: &str| path.ends_with("/conversion");
        let conversions = calibration
            .proposals
            .iter()
            .filter(|one| path(one.path.as_str()));
        assert_eq!(conversions.count(), 0, "{states:?}");
    }
}

#[test]
fn case_56_nul_characters_are_taken_out_and_told() {
    let import = one("7,A\0nn,Won,5,2026-01-01,2026-02-01");
    assert_eq!(owners(&import), ["Ann"]);
    assert_eq!(import.report.count(Reason::NulTakenOut), 1);
}

/// Case 57 has its other half on the page, which sets names apart from the text around them.
#[test]
fn case_57_names_in_any_script_are_kept_letter_by_letter() {
    let name = "\u{5d0}\u{5d1}\u{202e}txt";
    let import = one(&format!("7,{name},Won,5,2026-01-01,2026-02-01"));
    assert_eq!(owners(&import), [name]);
}
