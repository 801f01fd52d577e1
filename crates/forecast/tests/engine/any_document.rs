//! Any plan that validates gives an answer: no panic, no NaN, no infinity, whatever numbers,
//! names and lists a document holds. Seeded mutations of whole plans; how many is set by
//! `PLUMBLINE_FUZZ_CASES`, from which case on by `PLUMBLINE_FUZZ_FROM`.

#![allow(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "helpers of tests, whose last bit nobody compares and which tell what failed"
)]

use std::{env, fmt::Debug};

use crate::support::{
    any_plan::{any_plan, any_plan_with_team},
    date,
    random::Random,
};
use plumbline_forecast::{
    Engine, Model, Outcome, analytic, lever, lever_kinds, tornado_bar, tornado_paths, verdict,
};
use plumbline_plan::{FieldPath, Plan, start};
use serde_json::{Map, Value, json};

/// How many trials each has: several that run side by side, one batch after the other.
const TRIALS: u32 = 40;

/// How many mutated plans an ordinary run tries.
const CASES: u64 = 800;

#[test]
fn any_document_that_validates_has_an_answer_in_numbers() {
    let number = |name: &str| env::var(name).ok().map(|text| text.parse().unwrap());
    let from = number("PLUMBLINE_FUZZ_FROM").unwrap_or(0);
    let cases = number("PLUMBLINE_FUZZ_CASES").unwrap_or(CASES);
    let (mut plans, mut answers) = (0_u64, 0_u64);
    for case in from..from + cases {
        let _told = Told(case);
        let mut random = Random::new(case);
        if let Some(plan) = mutated(&mut random) {
            plans += 1;
            answers += u64::from(answer(&plan, &mut random));
        }
    }
    println!("{cases} mutated documents from {from}: {plans} plans, {answers} answers");
    assert!(
        answers * 5 > cases,
        "most mutations break the plan, and nothing was tested"
    );
}

/// Says which case it was when a test fails within it.
struct Told(u64);

impl Drop for Told {
    fn drop(&mut self) {
        if std::thread::panicking() {
            println!("PLUMBLINE_FUZZ_FROM={} PLUMBLINE_FUZZ_CASES=1", self.0);
        }
    }
}

/// Whether the plan has an answer; that it is one in numbers is asserted.
fn answer(plan: &Plan, random: &mut Random) -> bool {
    let days = [
        "2026-11-21",
        "2024-02-29",
        "2027-06-15",
        "2199-12-31",
        "1900-01-01",
    ];
    let today = date(days[random.whole(0, days.len() - 1)]);
    let Ok(model) = Model::from_plan(plan, today) else {
        return false;
    };
    in_numbers(&analytic(&model));
    let (engine, seed) = (Engine::new(&model), random.bits());
    let outcome = Outcome::new(&model, &engine.run(seed, 0..TRIALS));
    of_their_own(&engine, seed, random);
    in_numbers(&outcome);
    assert!((0.0..=1.0).contains(&outcome.probability));
    in_numbers(&verdict(&model, &outcome));
    if random.happens(0.02) {
        what_if(&model, random);
    }
    true
}

/// A trial is the same to the last bit by itself as after and beside others, which leave
/// nothing behind in the room that all of them use.
fn of_their_own(engine: &Engine, seed: u64, random: &mut Random) {
    let bits = |by_origin: &[Vec<f64>; 3]| -> Vec<u64> {
        by_origin
            .iter()
            .flatten()
            .map(|money| money.to_bits())
            .collect()
    };
    let mut together = Vec::new();
    engine.each(seed, 0..TRIALS, |trial| together.push(bits(trial)));
    for _ in 0..3 {
        let place = random.whole(0, together.len() - 1);
        let trial = u32::try_from(place).unwrap();
        engine.each(seed, trial..trial + 1, |alone| {
            assert_eq!(bits(alone), together[place], "trial {trial}");
        });
    }
}

/// One lever and one bar of the tornado: each takes thousands of trials.
fn what_if(model: &Model, random: &mut Random) {
    let (kinds, paths) = (lever_kinds(model), tornado_paths(model));
    if !kinds.is_empty() {
        let kind = &kinds[random.whole(0, kinds.len() - 1)];
        in_numbers(&lever(model, kind, 1));
    }
    if !paths.is_empty() {
        let path = &paths[random.whole(0, paths.len() - 1)];
        in_numbers(&tornado_bar(model, path, 1));
    }
}

/// Whatever it is made of, nowhere in it is anything that is no finite number.
fn in_numbers(answer: &impl Debug) {
    let text = format!("{answer:?}");
    let odd = |word: &str| word == "NaN" || word == "inf";
    let found = text.split(|c: char| !c.is_ascii_alphanumeric()).any(odd);
    assert!(!found, "{text}");
}

/// A plan with some of its values replaced, doubled, moved or left out; nothing when no
/// plan is left.
fn mutated(random: &mut Random) -> Option<Plan> {
    let plan = match random.whole(0, 3) {
        0 => start::sample(date(crate::support::TODAY)),
        1 => any_plan(random.bits()),
        _ => any_plan_with_team(random.bits()),
    };
    let mut document = plan.field(&FieldPath::root()).unwrap();
    if random.happens(0.1) {
        let mut text = document.to_string().into_bytes();
        for _ in 0..random.whole(1, 4) {
            damage(&mut text, random);
        }
        return serde_json::from_slice(&text).ok().and_then(plan_of);
    }
    for _ in 0..random.whole(1, 6) {
        let mut all = Vec::new();
        addresses(&document, String::new(), &mut all);
        let address = &all[random.whole(0, all.len() - 1)];
        let other = document
            .pointer(&all[random.whole(0, all.len() - 1)])
            .cloned();
        if let Some(value) = document.pointer_mut(address) {
            change(value, address, other.unwrap_or_default(), random);
        }
    }
    plan_of(document)
}

/// The one place where a plan is read here: what reads all of its types takes long to compile.
fn plan_of(document: Value) -> Option<Plan> {
    serde_json::from_value(document).ok()
}

/// The addresses of all values but those of chapters that the forecast does not read.
fn addresses(value: &Value, here: String, found: &mut Vec<String>) {
    const UNREAD: [&str; 8] = [
        "/about",
        "/foundation",
        "/market",
        "/offer",
        "/compensation",
        "/review",
        "/leftovers",
        "/scorecard/key_figures",
    ];
    if UNREAD.contains(&here.as_str()) {
        return;
    }
    match value {
        Value::Object(record) => record
            .iter()
            .for_each(|(name, value)| addresses(value, format!("{here}/{name}"), found)),
        Value::Array(items) => items
            .iter()
            .enumerate()
            .for_each(|(place, item)| addresses(item, format!("{here}/{place}"), found)),
        _ => {}
    }
    found.push(here);
}

fn change(value: &mut Value, address: &str, other: Value, random: &mut Random) {
    match value {
        // Most plans do not survive a value of another kind.
        _ if random.happens(0.02) => *value = other,
        Value::Number(number) => {
            let before = number.as_f64().unwrap_or(0.0);
            *value = any_number(before, random);
        }
        Value::Bool(flag) => *flag = !*flag,
        Value::Array(items) if !items.is_empty() => change_list(items, random),
        Value::Object(record) if record.contains_key("note") && address.contains('/') => {
            change_assumption(record, random);
        }
        Value::Null if address.ends_with("_on") || address.ends_with("as_of") => {
            *value = json!(any_text("2027-01-01", random));
        }
        Value::Null => *value = any_number(1.0, random),
        Value::String(text) => *text = any_text(text, random).to_owned(),
        _ => {}
    }
}

/// Another text of the same kind: a day, a month, or one that stays as it is.
fn any_text<'a>(text: &'a str, random: &mut Random) -> &'a str {
    const DAYS: [&str; 6] = [
        "1900-01-01",
        "2026-12-31",
        "2027-02-28",
        "2027-06-15",
        "2028-02-29",
        "2199-12-31",
    ];
    const MONTHS: [&str; 4] = ["1900-01", "2027-03", "2028-02", "2199-12"];
    if text.parse::<chrono::NaiveDate>().is_ok() {
        DAYS[random.whole(0, DAYS.len() - 1)]
    } else if text.parse::<plumbline_plan::Month>().is_ok() {
        MONTHS[random.whole(0, MONTHS.len() - 1)]
    } else {
        text
    }
}

/// A number of its own size, or at the ends of what can be entered.
fn any_number(before: f64, random: &mut Random) -> Value {
    const SHARES: [f64; 7] = [0.0, 1.0, 0.5, 1e-9, 1e-300, 0.999_999_999, 5e-324];
    const ENDS: [f64; 16] = [
        0.0, 1.0, 2.0, 7.0, 60.0, 1e3, 36_525.0, 1e6, 1e9, 1e12, 1e15, -1e15, -0.95, 10.0, -1.0,
        1e-300,
    ];
    let end = match random.whole(0, 3) {
        0 => return json!(before * random.magnitude(1e-2, 1e2)),
        1 if before > 1.0 => ENDS[random.whole(0, ENDS.len() - 1)],
        _ if before > 1.0 => return json!(before * random.magnitude(0.1, 10.0)),
        _ => SHARES[random.whole(0, SHARES.len() - 1)],
    };
    if end.fract() == 0.0 && before.fract() == 0.0 {
        json!(end as i64)
    } else {
        json!(end)
    }
}

fn change_list(items: &mut Vec<Value>, random: &mut Random) {
    let place = random.whole(0, items.len() - 1);
    match random.whole(0, 3) {
        0 => drop(items.remove(place)),
        1 => {
            let to = random.whole(0, items.len() - 1);
            items.swap(place, to);
        }
        _ => {
            for copy in 0..random.whole(1, 12) {
                let mut item = items[place].clone();
                if let Some(id) = item.pointer_mut("/id") {
                    *id = json!(format!("copy-{copy}-{}", random.bits()));
                }
                items.push(item);
            }
        }
    }
}

fn change_assumption(record: &mut Map<String, Value>, random: &mut Random) {
    let average = record.get("average").and_then(Value::as_f64).unwrap_or(1.0);
    let average = any_number(average, random);
    let number = average.as_f64().unwrap_or(0.0);
    record.insert("average".to_owned(), average);
    for (end, factor) in [("low", 1e-3_f64), ("high", 1e3)] {
        record.remove(end);
        if random.happens(0.5) {
            let wide = random.magnitude(factor.min(1.0), factor.max(1.0));
            // Of a share, the odds.
            let wide = if (0.0..=1.0).contains(&number) {
                number * wide / (1.0 - number + number * wide)
            } else {
                number * wide
            };
            record.insert(end.to_owned(), json!(wide));
        }
    }
    if random.happens(0.3) {
        let of = random.whole(1, 1_000_000_000);
        record.insert(
            "source".to_owned(),
            json!({"kind": "own_history", "events": random.whole(0, of), "of": of}),
        );
    }
}

fn damage(text: &mut Vec<u8>, random: &mut Random) {
    const TELLING: &[u8] = b"{}[]\",:0123456789.-e";
    let at = random.whole(0, text.len() - 2);
    let byte = TELLING[random.whole(0, TELLING.len() - 1)];
    match random.whole(0, 2) {
        0 => text[at] = byte,
        1 => text.insert(at, byte),
        _ => drop(text.remove(at)),
    }
}
