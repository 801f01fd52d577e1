//! What import promises of any text: it never panics, holds its bounds, does not care how
//! text is cut into pieces, and reads back what it wrote.
//!
//! `PLUMBLINE_FUZZ_INPUTS` sets how many inputs each of the fuzz tests tries.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use chrono::{Datelike, Days, NaiveDate};
use plumbline_deals::{
    Deal, Further, History, KeptDeals, Label, Labels, State,
    import::{
        self, DateOrder, Decimal, Delimiter, LARGEST_ROW, Mapping, Options, Refused, Row, RowFault,
        Rows, Surveyor,
    },
};
use proptest::prelude::*;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn rows_of(pieces: &[&str]) -> Vec<Vec<String>> {
    let mut found = Vec::new();
    let mut take = |row: Row<'_>| found.push(row.cells().map(str::to_owned).collect());
    let mut rows = Rows::new(Delimiter::Comma);
    for piece in pieces {
        rows.push(piece, &mut take).unwrap();
    }
    rows.finish(&mut take).unwrap();
    found
}

/// Numbers that follow from a seed (SplitMix64).
struct Numbers(u64);

impl Numbers {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn below(&mut self, most: usize) -> usize {
        (self.next() % most as u64) as usize
    }
}

/// How many inputs to try.
fn inputs(otherwise: u64) -> u64 {
    let said = std::env::var("PLUMBLINE_FUZZ_INPUTS").ok();
    said.and_then(|said| said.parse().ok()).unwrap_or(otherwise)
}

/// A text made of pieces that parsers stumble over.
fn stumbling(numbers: &mut Numbers, pieces: &[&str]) -> String {
    let length = numbers.below(14);
    (0..length)
        .map(|_| pieces[numbers.below(pieces.len())])
        .collect()
}

const DATE_PIECES: &[&str] = &[
    "0",
    "1",
    "2",
    "12",
    "13",
    "31",
    "99",
    "2024",
    "19",
    "44301",
    "99999999",
    "/",
    "-",
    ".",
    " ",
    ",",
    ":",
    "T",
    "Z",
    "Apr",
    "apr",
    "M\u{e4}rz",
    "Thu",
    "th",
    "\u{130}",
    "\u{df}",
    "PM",
    "+",
    "\u{a0}",
    "\u{1f600}",
    "'",
    "4294967295",
];

const AMOUNT_PIECES: &[&str] = &[
    "0",
    "1",
    "12",
    "123",
    "999999999999",
    ".",
    ",",
    "'",
    " ",
    "\u{a0}",
    "\u{202f}",
    "-",
    "\u{2212}",
    "+",
    "(",
    ")",
    "$",
    "US$",
    "\u{20ac}",
    "EUR",
    "eur",
    "%",
    "e",
    "E5",
    "inf",
    "NaN",
    "\u{663}",
    "Fr.",
    "x",
    "\0",
];

const CSV_PIECES: &[&str] = &[
    "a",
    "Won",
    "Lost",
    "Stage",
    "Amount",
    "Close date",
    "2024-01-02",
    "1,5",
    "12",
    "\"",
    "\"\"",
    ",",
    ",",
    ";",
    "\t",
    "|",
    "\n",
    "\n",
    "\r",
    "\r\n",
    "\0",
    "\u{feff}",
    "\u{e4}",
    "\u{1f600}",
    "=",
    " ",
    "sep=;\n",
    "id",
    "EUR",
];

#[test]
fn no_text_makes_the_date_reader_panic_and_what_it_reads_is_in_bounds() {
    let mut numbers = Numbers(1);
    let tried = inputs(200_000);
    for _ in 0..tried {
        let text = stumbling(&mut numbers, DATE_PIECES);
        for order in [DateOrder::DayMonthYear, DateOrder::MonthDayYear] {
            if let Ok(date) = import::read_date(&text, order) {
                assert!(
                    (1900..=2199).contains(&date.year()),
                    "{text:?} gives {date}"
                );
            }
        }
    }
    println!("{tried} texts tried as dates, no panic");
}

#[test]
fn no_text_makes_the_amount_reader_panic_and_what_it_reads_is_a_number() {
    let mut numbers = Numbers(2);
    let tried = inputs(200_000);
    for _ in 0..tried {
        let text = stumbling(&mut numbers, AMOUNT_PIECES);
        for decimal in [Decimal::Point, Decimal::Comma] {
            if let Some(amount) = import::read_amount(&text, decimal) {
                assert!(amount.value.is_finite(), "{text:?} gives {amount:?}");
                let digits = text.bytes().filter(u8::is_ascii_digit).count();
                assert!(digits > 0, "{text:?} gives {amount:?}");
            }
        }
    }
    println!("{tried} texts tried as amounts, no panic");
}

#[test]
fn no_text_makes_the_import_panic_and_every_row_is_accounted_for() {
    let mut numbers = Numbers(3);
    let options = Options {
        today: day("2026-11-21"),
        as_of: None,
    };
    let tried = inputs(20_000);
    for _ in 0..tried {
        let mut text = String::new();
        for _ in 0..numbers.below(6) {
            text += &stumbling(&mut numbers, CSV_PIECES);
        }
        let Ok(survey) = import::survey(&text) else {
            continue;
        };
        let mapping = Mapping::guess(&survey);
        if let Ok(import) = import::take(&text, &mapping, options) {
            let left_out = import
                .report
                .remarks
                .iter()
                .filter(|remark| remark.reason.effect() == import::Effect::LeftOut);
            assert_eq!(
                import.report.left_out() as usize,
                left_out.count(),
                "{text:?}"
            );
        }
    }
    println!("{tried} texts tried as tables, no panic");
}

/// Case 50.
#[test]
fn a_huge_cell_is_refused_by_its_row_in_bounded_memory() {
    let piece = "x".repeat(64 * 1024);
    let mut surveyor = Surveyor::default();
    surveyor.push("name,stage\nAlder,Won\n\"").unwrap();
    let mut refused = None;
    for pushed in 0..800 {
        if let Err(fault) = surveyor.push(&piece) {
            refused = Some((pushed, fault));
            break;
        }
    }
    let (pushed, fault) = refused.unwrap();
    assert_eq!(fault, Refused::Row(RowFault::TooLong { row: 3 }));
    assert!(
        pushed * piece.len() <= 2 * LARGEST_ROW,
        "after {pushed} pieces"
    );
}

/// Case 49.
#[test]
fn a_million_rows_pass_through_in_pieces() {
    let mut rows = Rows::new(Delimiter::Comma);
    let block = "Alder,Won,1200.50,2024-01-10\n".repeat(1000);
    let mut count = 0_u32;
    for _ in 0..1000 {
        rows.push(&block, &mut |row| {
            count += 1;
            assert_eq!(row.number, count);
        })
        .unwrap();
    }
    rows.finish(&mut |_| count += 1).unwrap();
    assert_eq!(count, 1_000_000);
}

#[test]
fn a_remembered_mapping_serves_the_next_export_and_no_other_file() {
    let first =
        "Deal,Phase,Amount,Created\nAlder,Geschafft,5,03/04/2024\nBirch,Verloren,6,05/04/2024\n";
    let survey = import::survey(first).unwrap();
    let mut mapping = Mapping::guess(&survey);
    mapping.set_meaning("Geschafft", import::Meaning::Won);
    mapping.set_date_order(DateOrder::DayMonthYear);
    assert_eq!(mapping.questions(&survey), []);

    let next =
        "Deal;Phase;Amount;Created\nCedar;Geschafft;7;06/04/2024\nDogwood;Abgelehnt;8;07/04/2024\n";
    let survey = import::survey(next).unwrap();
    let kept: Mapping = serde_json::from_str(&serde_json::to_string(&mapping).unwrap()).unwrap();
    let again = kept.for_file(&survey).unwrap();
    assert_eq!(again.questions(&survey), []);
    let options = Options {
        today: day("2026-11-21"),
        as_of: None,
    };
    let history = import::take(next, &again, options).unwrap().history;
    assert_eq!(history.in_state(State::Won).count(), 1);
    assert_eq!(history.deals[0].created, Some(day("2024-04-06")));

    let other = import::survey("Deal,Stage,Amount,Created\nAlder,Won,5,2024-04-03\n").unwrap();
    assert_eq!(mapping.for_file(&other), None);
}

#[test]
fn names_left_out_are_nowhere_in_the_file() {
    let text = "Deal,Customer,Owner,Stage,Amount\nAlder project,Alder GmbH,Kim,Won,5\nBirch project,Birch AG,Lee,Lost,6\n";
    let survey = import::survey(text).unwrap();
    let options = Options {
        today: day("2026-11-21"),
        as_of: None,
    };
    let mut history = import::take(text, &Mapping::guess(&survey), options)
        .unwrap()
        .history;
    history.leave_names_out();
    let written = history.to_csv();
    for name in ["Alder", "Birch", "Kim", "Lee"] {
        assert!(!written.contains(name), "{written}");
    }
    assert_eq!(History::from_csv(&written).unwrap().deals.len(), 2);
}

fn name() -> impl Strategy<Value = String> {
    // Anything a person may type; spaces at the ends and NUL are not kept.
    "[ -~\u{e4}\u{df}\u{20ac}\n\r=+@'\"]{0,12}".prop_map(|text| text.trim().to_owned())
}

fn date() -> impl Strategy<Value = Option<NaiveDate>> {
    let any = (0_u64..20_000)
        .prop_map(|days| NaiveDate::from_ymd_opt(1985, 1, 1).unwrap() + Days::new(days));
    prop::option::of(any)
}

#[derive(Debug, Clone)]
struct AnyDeal {
    names: [String; 7],
    state: State,
    created: Option<NaiveDate>,
    later: u64,
    expected: Option<NaiveDate>,
    active: Option<NaiveDate>,
    value: Option<f64>,
    probability: Option<f64>,
    entered: Vec<(u8, NaiveDate)>,
}

fn any_deal() -> impl Strategy<Value = AnyDeal> {
    let names = [name(), name(), name(), name(), name(), name(), name()];
    let state = prop::sample::select(vec![State::Open, State::Won, State::Lost]);
    let value = prop::option::of(prop_oneof![-1e6..1e9, Just(0.0), Just(1.234), Just(1e15)]);
    let entered =
        prop::collection::btree_map(0_u8..3, date().prop_filter_map("a date", |date| date), 0..3);
    (
        names,
        state,
        date(),
        0_u64..3000,
        date(),
        date(),
        value,
        prop::option::of(0.0..=1.0),
        entered,
    )
        .prop_map(
            |(names, state, created, later, expected, active, value, probability, entered)| {
                AnyDeal {
                    names,
                    state,
                    created,
                    later,
                    expected,
                    active,
                    value,
                    probability,
                    entered: entered.into_iter().collect(),
                }
            },
        )
}

fn history(deals: &[AnyDeal]) -> History {
    let mut history = History::empty(day("2045-01-01"));
    let mut sizes = Labels::default();
    for (place, any) in deals.iter().enumerate() {
        let [name, account, owner, source, segment, product, stage] = &any.names;
        let closed = any.created.map(|created| created + Days::new(any.later));
        let deal = Deal {
            row: place as u32 + 2,
            id: format!("{place}").into(),
            name: name.as_str().into(),
            account: account.as_str().into(),
            owner: history.owners.take(owner),
            source: history.sources.take(source),
            segment: history.segments.take(segment),
            product: history.products.take(product),
            stage: history.stages.take(stage),
            state: any.state,
            created: any.created,
            closed: closed.filter(|_| any.state != State::Open),
            expected_close: any.expected,
            last_activity: any.active,
            value: any.value,
            probability: any.probability,
            entered: Box::default(),
            further: Box::new([sizes.take(segment)]),
        };
        history.deals.push(deal);
    }
    history.further = vec![Further {
        name: "Size, \"in people\"".to_owned(),
        labels: sizes,
    }];
    // Stages that are entered get their labels last, so that both orders are tried.
    let stages: Vec<Label> = ["First", "Second (b)", "3 \"c\""]
        .map(|stage| history.stages.take(stage))
        .into();
    for (deal, any) in history.deals.iter_mut().zip(deals) {
        let mut entered: Vec<(Label, NaiveDate)> = any
            .entered
            .iter()
            .map(|(stage, date)| (stages[*stage as usize], *date))
            .collect();
        entered.sort_by_key(|(_, date)| *date);
        deal.entered = entered.into();
    }
    history
}

/// A deal with its names spelled out.
fn spelled(history: &History, deal: &Deal) -> String {
    let names = [
        history.owners.name(deal.owner),
        history.sources.name(deal.source),
        history.segments.name(deal.segment),
        history.products.name(deal.product),
        history.stages.name(deal.stage),
        history.further[0].labels.name(deal.further[0]),
    ];
    let entered: Vec<_> = deal
        .entered
        .iter()
        .map(|(stage, date)| (history.stages.name(*stage), date))
        .collect();
    let plain = Deal {
        owner: Label::NONE,
        source: Label::NONE,
        segment: Label::NONE,
        product: Label::NONE,
        stage: Label::NONE,
        entered: Box::default(),
        further: Box::default(),
        ..deal.clone()
    };
    format!("{plain:?} {names:?} {entered:?}")
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_written_reads_back_equal(deals in prop::collection::vec(any_deal(), 1..20)) {
        let history = history(&deals);
        let read = History::from_csv(&history.to_csv()).unwrap();
        prop_assert_eq!(read.as_of, history.as_of);
        prop_assert_eq!(read.deals.len(), history.deals.len());
        for (read_deal, deal) in read.deals.iter().zip(&history.deals) {
            prop_assert_eq!(spelled(&read, read_deal), spelled(&history, deal));
        }
        prop_assert_eq!(&History::from_csv(&read.to_csv()).unwrap(), &read);
        let kept = KeptDeals::new(read, Vec::new());
        prop_assert_eq!(KeptDeals::read(&kept.to_text()).unwrap().history, kept.history);
    }

    #[test]
    fn where_a_piece_ends_never_matters(text in "([a-c\",\n\r\u{e4}]|\"\"|\r\n){0,60}", cut in 0_usize..60) {
        let cut = text.char_indices().nth(cut).map_or(text.len(), |(place, _)| place);
        let (first, second) = text.split_at(cut);
        prop_assert_eq!(rows_of(&[first, second]), rows_of(&[&text]));
    }
}
