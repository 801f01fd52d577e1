//! The JSON Schema (2020-12) of plan files, made from the types that read them, with their
//! documentation as descriptions. Only built for the command line.
//!
//! It says what a value may be and which fields there must be. That references lead
//! somewhere and figures agree is no matter of a schema: see [`crate::validate`].

use std::borrow::Cow;

use heck::ToSnakeCase;
use schemars::{JsonSchema, Schema, SchemaGenerator, generate::SchemaSettings, json_schema};
use serde_json::{Value, json};

use crate::{
    Currency, Id, Logo, Month, Plan,
    chapter::{
        process::{Motion, Stage},
        reality_check::RealityCheck,
        rhythm::Rhythm,
        targets::Targets,
        team::Rep,
    },
    file::{FORMAT, NEWEST_VERSION},
};

/// The schema of a plan file of the newest version.
#[must_use]
pub fn schema() -> Value {
    let mut generator = SchemaSettings::draft2020_12().into_generator();
    let plan = generator.subschema_for::<Plan>();
    let mut schema = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Plumbline plan file",
        "description": "A sales plan, as Plumbline saves it. Fields that are not described \
                        here are kept.",
        "type": "object",
        "required": ["format", "format_version", "plan"],
        "properties": {
            "format": { "const": FORMAT },
            "format_version": {
                "description": "The version of the format; this schema describes the newest.",
                "const": NEWEST_VERSION,
            },
            "plan": plan,
            "deals": deals(),
        },
        "$defs": generator.take_definitions(true),
    });
    say_plainly(&mut schema);
    schema
}

/// The firm's own deals beside the plan. What their table holds is no matter of a schema.
fn deals() -> Value {
    json!({
        "description": "The firm's own deals, where the user wishes them in the file.",
        "type": ["object", "null"],
        "required": ["count", "table"],
        "properties": {
            "count": {
                "description": "How many deals there are.",
                "type": "integer",
                "minimum": 1,
            },
            "names_left_out": {
                "description": "Whether numbers stand in place of names.",
                "type": "boolean",
                "default": false,
            },
            "chances_judged": {
                "description": "How the sellers' chances of the export before did on the deals \
                                decided since.",
                "type": ["object", "null"],
                "required": ["on", "deals", "score", "base"],
                "properties": {
                    "on": { "description": "The day they were of.", "type": "string", "format": "date" },
                    "deals": { "description": "How many were decided since.", "type": "integer", "minimum": 0 },
                    "score": { "description": "The mean squared error of the chances.", "type": "number" },
                    "base": { "description": "That of one rate for all.", "type": "number" },
                },
            },
            "earlier_closes_missing": {
                "description": "Whether deals that closed before the first close on record are \
                                missing.",
                "type": "boolean",
                "default": false,
            },
            "stages": {
                "description": "The plan's stage of each of the deals' stages, by its name, as \
                                far as they were linked.",
                "type": "object",
                "additionalProperties": { "type": "string", "pattern": "^[A-Za-z0-9_-]{1,64}$" },
            },
            "table": {
                "description": "The deals as a table of comma-separated values, line by line; \
                                the first names the columns.",
                "type": "array",
                "items": { "type": "string" },
                "minItems": 2,
            },
        },
    })
}

/// Links between types mean nothing outside the program's own documentation: what is taken
/// when nobody said becomes its figure, any other its last name.
fn say_plainly(schema: &mut Value) {
    match schema {
        Value::Object(fields) => {
            if let Some(Value::String(text)) = fields.get_mut("description") {
                // A line break in a comment is no line break in its sentence.
                *text = without_links(&without_documents(&text.replace('\n', " ")));
            }
            fields.values_mut().for_each(say_plainly);
        }
        Value::Array(items) => items.iter_mut().for_each(say_plainly),
        _ => {}
    }
}

/// Leaves out what stands in brackets and names one of the project's documents.
fn without_documents(text: &str) -> String {
    let mut plain = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once(" (") {
        plain += before;
        rest = match after.split_once(')') {
            Some((aside, after)) if aside.contains(".md") => after,
            _ => {
                plain += " (";
                after
            }
        };
    }
    plain + rest
}

fn without_links(text: &str) -> String {
    let mut plain = String::new();
    for (place, part) in text.split("[`").enumerate() {
        match part.split_once("`]") {
            Some((link, rest)) if place > 0 => {
                plain += &meant(link);
                plain += rest;
            }
            _ => plain += part,
        }
    }
    plain
}

fn meant(link: &str) -> String {
    let figure = match link {
        "Motion::DEFAULT_VALUE_SPREAD" => Motion::DEFAULT_VALUE_SPREAD,
        "RealityCheck::DEFAULT_CORRELATION" => RealityCheck::DEFAULT_CORRELATION,
        "RealityCheck::DEFAULT_LEAD_VARIATION" => RealityCheck::DEFAULT_LEAD_VARIATION,
        "RealityCheck::DEFAULT_MARKET_SPREAD" => RealityCheck::DEFAULT_MARKET_SPREAD,
        "Rep::DEFAULT_HOURS_PER_WEEK" => Rep::DEFAULT_HOURS_PER_WEEK,
        "Rhythm::DEFAULT_COACHING_HOURS" => Rhythm::DEFAULT_COACHING_HOURS,
        "Stage::DEFAULT_SLOW_RATIO" => Stage::DEFAULT_SLOW_RATIO,
        "Targets::DEFAULT_GOAL" => Targets::DEFAULT_GOAL,
        _ => return last_name(link),
    };
    figure.to_string()
}

/// `TargetSplit::ByMonth` is written `by_month` in a file.
fn last_name(link: &str) -> String {
    let name = link.rsplit("::").next().unwrap_or(link);
    name.to_snake_case()
}

impl<T> JsonSchema for Id<T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Id".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "string",
            "pattern": "^[A-Za-z0-9_-]{1,64}$",
        })
    }
}

impl JsonSchema for Month {
    fn schema_name() -> Cow<'static, str> {
        "Month".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "string",
            "description": "One calendar month from 1900 to 2199, for instance 2027-03.",
            "pattern": "^(19|20|21)[0-9]{2}-(0[1-9]|1[0-2])$",
        })
    }
}

impl JsonSchema for Currency {
    fn schema_name() -> Cow<'static, str> {
        "Currency".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "string",
            "description": "A currency by its ISO 4217 code, for instance EUR.",
            "pattern": "^[A-Z]{3}$",
        })
    }
}

impl JsonSchema for Logo {
    fn schema_name() -> Cow<'static, str> {
        "Logo".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "string",
            "description": "A small PNG or JPEG picture as a data URL.",
            "pattern": "^data:image/(png;base64,iVBORw0KGgo|jpeg;base64,/9j/)[A-Za-z0-9+/]*=*$",
            "maxLength": Self::LONGEST,
        })
    }
}
