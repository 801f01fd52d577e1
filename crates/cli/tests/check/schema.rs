//! The schema of plan files: it is the one in docs/, plans fit it, and what the program
//! would refuse for its shape does not. With `PLUMBLINE_WRITE_DOCS=1` it is written anew.

use std::{env, fs, path::Path};

use jsonschema::Validator;
use plumbline_plan::{Plan, file, start};
use serde_json::{Value, json};

use crate::program::{day, run};

fn repository() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
}

fn validator() -> Validator {
    let schema: Value = serde_json::from_str(run(&["schema"]).verdict()).unwrap();
    jsonschema::draft202012::options()
        .should_validate_formats(true)
        .build(&schema)
        .unwrap()
}

fn complaints(validator: &Validator, file: &Value) -> Vec<String> {
    let errors = validator.iter_errors(file);
    errors.map(|error| error.to_string()).collect()
}

fn document(plan: &Plan) -> Value {
    serde_json::from_str(&file::write(plan)).unwrap()
}

#[test]
fn the_schema_in_the_documents_is_what_the_program_prints() {
    let path = repository().join("docs/plan.schema.json");
    let printed = run(&["schema"]);
    if env::var_os("PLUMBLINE_WRITE_DOCS").is_some() {
        fs::write(&path, printed.verdict()).unwrap();
    }
    let written = fs::read_to_string(&path).unwrap_or_default();
    // As JSON: which order names come in depends on how the library was built.
    assert!(
        serde_json::from_str(&written).is_ok_and(|written: Value| written == printed.json()),
        "docs/plan.schema.json is out of date; run: \
         PLUMBLINE_WRITE_DOCS=1 cargo test -p plumbline-cli --test check schema"
    );
}

#[test]
fn descriptions_are_for_people_who_never_saw_the_program() {
    let schema = run(&["schema"]);
    for sign in ["[`", "::", "maths.md", "product.md"] {
        let at = schema.stdout.lines().find(|line| line.contains(sign));
        assert_eq!(at, None, "{sign}");
    }
    let schema = schema.json();
    let conversion = &schema["$defs"]["Stage"]["properties"]["conversion"];
    assert_eq!(
        conversion["description"],
        "Share of the deals entering that go on."
    );
    let share = &schema["$defs"]["Fraction"];
    assert_eq!(
        (&share["minimum"], &share["maximum"]),
        (&json!(0.0), &json!(1.0))
    );
    assert_eq!(
        schema["required"],
        json!(["format", "format_version", "plan"])
    );
    assert_eq!(schema["$defs"]["Plan"]["required"], json!(["targets"]));
}

#[test]
fn every_plan_there_is_fits() {
    let validator = validator();
    let files = repository().join("crates/plan/tests/files");
    let mut read = 0;
    for entry in fs::read_dir(files).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|ending| ending == "json") {
            let file = serde_json::from_str(&fs::read_to_string(&path).unwrap()).unwrap();
            let none: [String; 0] = [];
            assert_eq!(complaints(&validator, &file), none, "{}", path.display());
            read += 1;
        }
    }
    assert!(read >= 3);
    for plan in [start::sample(day()), start::blank(day())] {
        let none: [String; 0] = [];
        assert_eq!(complaints(&validator, &document(&plan)), none);
    }
}

/// Every scalar of a file, by its JSON pointer.
fn scalars(value: &Value, pointer: String, found: &mut Vec<String>) {
    match value {
        Value::Object(fields) => {
            for (name, value) in fields {
                scalars(value, format!("{pointer}/{name}"), found);
            }
        }
        Value::Array(items) => {
            for (place, item) in items.iter().enumerate() {
                scalars(item, format!("{pointer}/{place}"), found);
            }
        }
        _ => found.push(pointer),
    }
}

/// Whether the program reads the file, but for references, which no schema can follow.
fn reads(file: &Value) -> bool {
    matches!(
        file::read(&file.to_string()),
        Ok(_) | Err(file::ReadError::Broken(_))
    )
}

#[test]
fn schema_and_program_agree_on_every_field_put_to_another_value() {
    let validator = validator();
    let sample = document(&start::sample(day()));
    let mut pointers = Vec::new();
    scalars(&sample, String::new(), &mut pointers);
    let others = [
        json!(null),
        json!(true),
        json!(-0.5),
        json!(7),
        json!(2e15 + 0.5),
        json!("x"),
        json!(""),
        json!("2027-03"),
        json!("2027-03-31"),
        json!("weekly"),
        json!([]),
    ];
    let mut wrong = 0;
    for (place, pointer) in pointers.iter().enumerate() {
        // In turn, so that every kind of field meets every one of them.
        let other = &others[place % others.len()];
        let mut file = sample.clone();
        *file.pointer_mut(pointer).unwrap() = other.clone();
        let (fits, is_read) = (validator.is_valid(&file), reads(&file));
        assert_eq!(fits, is_read, "{pointer} as {other}");
        wrong += u32::from(!fits);
    }
    assert!(wrong > 200, "only {wrong} of the files were wrong");
}

#[test]
fn what_is_no_plan_does_not_fit() {
    let validator = validator();
    let sample = document(&start::sample(day()));
    for (pointer, value) in [
        ("/format", json!("another")),
        ("/format_version", json!(2)),
        ("/plan", json!(null)),
        ("/plan/targets", json!({})),
        ("/plan/targets/by_month", json!({ "2027-13": 5 })),
        ("/plan/targets/season", json!([1, 1])),
        ("/plan/process/motions/0/id", json!("two words")),
        (
            "/plan/process/motions/0/stages/0/conversion",
            json!({ "average": 70 }),
        ),
        ("/plan/about/currency", json!("euro")),
    ] {
        let mut file = sample.clone();
        *file.pointer_mut(pointer).unwrap() = value.clone();
        assert!(!validator.is_valid(&file), "{pointer} as {value}");
    }
}
