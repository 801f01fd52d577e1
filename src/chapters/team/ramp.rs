//! How fast new people become productive: the team's ramp, and a rep's or hire's own.

use plumbline_plan::{FieldPath, Fraction, Quantity, chapter::team::Ramp};
use plumbline_wording::{
    locale::Locale,
    reading::{Kind, read_entry},
    texts::{examples, team as text},
    writing::write_exact,
};
use yew::prelude::*;

use super::field;
use crate::{
    components::TextField,
    workbook::access::{use_changes, use_plan, use_reader},
};

/// The ramp of everybody who has none of their own.
#[component]
pub(super) fn RampSection() -> Html {
    let plan = use_plan();
    html! {
        <section>
            <h2>{ text::RAMP }</h2>
            <RampField path={field("ramp")} label={text::RAMP_FIELD} hint={text::RAMP_HINT}
                value={plan.team.ramp.clone()} />
        </section>
    }
}

/// Properties of [`RampField`].
#[derive(Properties, PartialEq)]
pub(super) struct RampFieldProps {
    /// The field.
    pub path: FieldPath,
    /// The visible label.
    pub label: AttrValue,
    /// A sentence about it.
    pub hint: AttrValue,
    /// The ramp in force; nothing where the usual one holds.
    pub value: Option<Ramp>,
    /// The ramp that holds when this field is empty; without one, an empty field is a ramp
    /// of no months.
    #[prop_or_default]
    pub usual: Option<Ramp>,
}

/// A field for a ramp: percentages, month by month.
#[component]
pub(super) fn RampField(props: &RampFieldProps) -> Html {
    let changes = use_changes();
    let locale = use_reader().locale;
    let refused = use_state(|| false);
    let value = props.value.as_ref().map(|ramp| written(ramp, &locale));
    let example = match &props.usual {
        Some(usual) if !usual.0.is_empty() => written(usual, &locale),
        _ => examples::RAMP.to_owned(),
    };
    let oncommit = {
        let (path, refused, locale) = (props.path.clone(), refused.clone(), locale.clone());
        let has_usual = props.usual.is_some();
        Callback::from(move |typed: String| {
            let ramp = read(&typed, &locale);
            refused.set(ramp.is_none());
            if let Some(ramp) = ramp {
                changes.set(
                    &path,
                    Some(ramp).filter(|ramp| !(has_usual && ramp.0.is_empty())),
                );
            }
        })
    };
    html! {
        <TextField path={props.path.clone()} label={props.label.clone()} hint={props.hint.clone()}
            value={value.unwrap_or_default()} {example} {oncommit}
            refused={refused.then_some(text::RAMP_FORM)} />
    }
}

fn written(ramp: &Ramp, locale: &Locale) -> String {
    let percents = ramp.0.iter().map(|share| {
        let percent = (share.get() * 1000.0).round() / 10.0;
        write_exact(percent, locale)
    });
    let between = if locale.number.decimal == ',' {
        "; "
    } else {
        ", "
    };
    percents.collect::<Vec<_>>().join(between)
}

/// Percentages with semicolons, spaces, or commas that are no decimal ones between them;
/// nothing when one of them is no percentage from 0 to 100, or there are more than sixty.
fn read(typed: &str, locale: &Locale) -> Option<Ramp> {
    let comma_parts = locale.number.decimal != ',';
    let parts = typed
        .split(|ch: char| ch == ';' || ch.is_whitespace() || (comma_parts && ch == ','))
        .map(|part| part.trim_end_matches([',', '%']));
    let share = |part: &str| {
        let percent = read_entry(part, Kind::Number, locale).ok()?.usual()?;
        Fraction::new(percent / 100.0).ok()
    };
    let months: Option<Vec<Fraction>> = parts.filter(|part| !part.is_empty()).map(share).collect();
    months.filter(|months| months.len() <= 60).map(Ramp)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn german() -> Locale {
        let mut locale = Locale::default();
        (locale.number.decimal, locale.number.group) = (',', '.');
        locale
    }

    #[test]
    fn a_ramp_is_read_however_it_is_separated_and_refused_when_it_is_none() {
        let months = |typed: &str| read(typed, &Locale::default()).map(|ramp| ramp.0.len());
        assert_eq!(months("10, 25, 50"), Some(3));
        assert_eq!(months("10,25,50"), Some(3));
        assert_eq!(months("10% 25% 50%;75"), Some(4));
        assert_eq!(months(""), Some(0));
        assert_eq!(months("10, 120"), None);
        assert_eq!(months("slow"), None);
    }

    #[test]
    fn a_comma_is_a_decimal_one_where_the_reader_writes_it_so() {
        let ramp = read("12,5; 25, 50", &german()).unwrap();
        let shares: Vec<f64> = ramp.0.iter().map(|share| share.get()).collect();
        assert_eq!(shares, [0.125, 0.25, 0.5]);
        assert_eq!(written(&ramp, &german()), "12,5; 25; 50");
        assert_eq!(written(&ramp, &Locale::default()), "12.5, 25, 50");
    }
}
