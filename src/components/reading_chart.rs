//! A drawn chart whose values can be read one by one: under the pointer, or with the arrow
//! keys. A line, or a mark on the row, shows which value is meant; the value is said in words
//! below the picture and to a screen reader.

use plumbline_charts::{Place, Svg};
use plumbline_wording::texts::reality_check as text;
use yew::prelude::*;

use super::{ChartWidth, SvgPicture, use_box};

/// Properties of [`ReadingChart`].
#[derive(Properties, PartialEq)]
pub struct ReadingChartProps {
    /// The picture.
    pub svg: Svg,
    /// Its name.
    pub label: AttrValue,
    /// Its values in words, one for each of its places.
    pub readings: Vec<String>,
    /// The width it was drawn for, which follows the box it stands in from now on.
    #[prop_or_default]
    pub width: Option<ChartWidth>,
    /// Whether it is said below the picture how to read it; once a page is enough.
    #[prop_or_default]
    pub hinted: bool,
}

/// The chart.
#[component]
pub fn ReadingChart(props: &ReadingChartProps) -> Html {
    let at = use_state_eq(|| None::<usize>);
    let node = use_node_ref();
    use_box(&node, props.width.as_ref());
    let places = props.svg.places();
    let count = places.len().min(props.readings.len());
    let svg = props.svg.as_str().to_owned();
    if count == 0 {
        return html! { <><div ref={node}><SvgPicture class="picture" {svg} /></div></> };
    }
    let now = at.filter(|at| *at < count);
    let said = now.and_then(|at| props.readings.get(at)).cloned();
    let go = {
        let at = at.clone();
        Callback::from(move |to: Option<usize>| at.set(to))
    };
    let leave = go.reform(|_: PointerEvent| None);
    let blur = go.reform(|_: FocusEvent| None);
    let focus = go.reform(move |_: FocusEvent| Some(now.unwrap_or(0)));
    let onkeydown = {
        let go = go.clone();
        Callback::from(move |event: KeyboardEvent| {
            if let Some(to) = moved(&event.key(), now, count) {
                event.prevent_default();
                go.emit(to);
            }
        })
    };
    let hint = || {
        if props.hinted {
            text::READ_VALUES.to_owned()
        } else {
            String::new()
        }
    };
    let rows = places.first().is_some_and(|place| place.line.is_none());
    html! {
        <>
            <div ref={node} class="reading-chart" role="slider" tabindex="0"
                aria-label={text::values_of(&props.label)}
                aria-orientation={if rows { "vertical" } else { "horizontal" }}
                aria-valuemin="1" aria-valuemax={count.to_string()}
                aria-valuenow={(now.unwrap_or(0) + 1).to_string()}
                aria-valuetext={said.clone().or_else(|| props.readings.first().cloned())}
                onpointerleave={leave} onblur={blur} onfocus={focus} {onkeydown}>
                <SvgPicture class="picture" {svg} />
                { over(&props.svg, count, now, &go) }
            </div>
            <p class="reading-words">{ said.unwrap_or_else(hint) }</p>
        </>
    }
}

/// Where a key leads; nothing for a key that leads nowhere.
fn moved(key: &str, now: Option<usize>, count: usize) -> Option<Option<usize>> {
    let last = count - 1;
    let to = match key {
        "ArrowRight" | "ArrowDown" => now.map_or(0, |at| (at + 1).min(last)),
        "ArrowLeft" | "ArrowUp" => now.map_or(last, |at| at.saturating_sub(1)),
        "Home" => 0,
        "End" => last,
        "Escape" if now.is_some() => return Some(None),
        _ => return None,
    };
    Some(Some(to))
}

/// What lies over the picture: an area to point at for each value, and the mark.
fn over(svg: &Svg, count: usize, now: Option<usize>, go: &Callback<Option<usize>>) -> Html {
    let size = svg.size();
    let areas = svg
        .places()
        .iter()
        .take(count)
        .enumerate()
        .map(|(at, place)| {
            let (x, y, width, height) = place.area;
            let onpointerenter = go.reform(move |_: PointerEvent| Some(at));
            let (x, y) = (x.to_string(), y.to_string());
            let (width, height) = (width.to_string(), height.to_string());
            html! { <rect key={at} {x} {y} {width} {height} {onpointerenter} /> }
        });
    let marked = now.and_then(|at| svg.places().get(at));
    html! {
        <svg class="reading-over" aria-hidden="true" viewBox={format!("0 0 {} {}", size.width, size.height)}>
            <g>{ marked.map(mark).unwrap_or_default() }</g>
            <g>{ for areas }</g>
        </svg>
    }
}

fn mark(place: &Place) -> Html {
    let (left, top, width, height) = place.area;
    match place.line {
        Some(x) => {
            let (x, from, to) = (x.to_string(), top.to_string(), (top + height).to_string());
            html! { <line class="reading-line" x1={x.clone()} x2={x} y1={from} y2={to} /> }
        }
        None => {
            let (x, y) = (left.to_string(), top.to_string());
            let (width, height) = (width.to_string(), height.to_string());
            html! { <rect class="reading-row" {x} {y} {width} {height} /> }
        }
    }
}
