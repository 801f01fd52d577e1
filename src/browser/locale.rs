//! How the user's language writes numbers, money and dates, asked of the
//! browser's `Intl`.
//!
//! Nothing is read or written here: the crate of wording does that with the
//! [`Locale`] made here.

use js_sys::{Array, Date, Function, Object, Reflect};
use plumbline_wording::locale::{IntlPart, IntlSamples, Locale};
use wasm_bindgen::{JsCast, JsValue};

/// The user's locale: of the language tag, if one is given and the browser
/// knows it, else of the browser's language, else the default.
#[must_use]
pub fn locale(chosen: Option<&str>) -> Locale {
    chosen
        .and_then(samples)
        .or_else(|| samples(&browser_language()?))
        .map_or_else(Locale::default, |samples| Locale::from_intl(&samples))
}

/// The browser's language tag.
fn browser_language() -> Option<String> {
    web_sys::window()?.navigator().language()
}

/// The samples a locale is made of; `None` when the browser rejects the tag.
fn samples(tag: &str) -> Option<IntlSamples> {
    let large = JsValue::from_f64(-1_234_567.8);
    let number =
        |options: &[(&str, &str)], value: &JsValue| parts("NumberFormat", tag, options, value).ok();
    Some(IntlSamples {
        tag: tag.to_owned(),
        number: number(&[], &large)?,
        four_digits: number(&[], &JsValue::from_f64(1234.0))?,
        money: number(
            &[
                ("style", "currency"),
                ("currency", "EUR"),
                ("currencyDisplay", "narrowSymbol"),
            ],
            &large,
        )
        .unwrap_or_default(),
        percent: number(&[("style", "percent")], &JsValue::from_f64(-0.34)).unwrap_or_default(),
        date: fourth_of_march(tag).unwrap_or_default(),
        first_day: first_day(tag).unwrap_or_default(),
    })
}

fn fourth_of_march(tag: &str) -> Result<Vec<IntlPart>, JsValue> {
    let date = Date::new(&JsValue::from_f64(Date::utc(2027.0, 2.0)));
    date.set_utc_date(4);
    let options = [("timeZone", "UTC"), ("calendar", "gregory")];
    parts("DateTimeFormat", tag, &options, &date)
}

/// What `new Intl[kind](tag, options).formatToParts(value)` gives.
fn parts(
    kind: &str,
    tag: &str,
    options: &[(&str, &str)],
    value: &JsValue,
) -> Result<Vec<IntlPart>, JsValue> {
    let given = Object::new();
    for (name, option) in options.iter().chain(&[("numberingSystem", "latn")]) {
        Reflect::set(&given, &(*name).into(), &(*option).into())?;
    }
    let format = construct(kind, &Array::of2(&tag.into(), &given))?;
    let parts: Array = call(&format, "formatToParts", value)?.dyn_into()?;
    parts
        .iter()
        .map(|part| {
            Ok(IntlPart {
                kind: text(&part, "type")?,
                text: text(&part, "value")?,
            })
        })
        .collect()
}

/// 1 for Monday to 7 for Sunday. Some browsers have it as a method, some as a
/// property, some not at all.
fn first_day(tag: &str) -> Result<u8, JsValue> {
    let locale = construct("Locale", &Array::of1(&tag.into()))?;
    let week = call(&locale, "getWeekInfo", &JsValue::UNDEFINED)
        .or_else(|_| Reflect::get(&locale, &"weekInfo".into()))?;
    let day = Reflect::get(&week, &"firstDay".into())?;
    Ok(day.as_f64().unwrap_or_default() as u8)
}

fn construct(kind: &str, arguments: &Array) -> Result<JsValue, JsValue> {
    let intl = Reflect::get(&js_sys::global(), &"Intl".into())?;
    let constructor: Function = Reflect::get(&intl, &kind.into())?.dyn_into()?;
    Reflect::construct(&constructor, arguments)
}

fn call(object: &JsValue, method: &str, argument: &JsValue) -> Result<JsValue, JsValue> {
    let method: Function = Reflect::get(object, &method.into())?.dyn_into()?;
    method.call1(object, argument)
}

fn text(part: &JsValue, name: &str) -> Result<String, JsValue> {
    Ok(Reflect::get(part, &name.into())?
        .as_string()
        .unwrap_or_default())
}
