//! What a slider dragged with the pointer costs, read from the browser's own trace: how long
//! the page's thread is busy at a stretch, and how long it takes from input to paint.

use std::{
    collections::BTreeMap,
    f64::consts::PI,
    fs,
    path::{Path, PathBuf},
    time::{Duration, Instant},
};

use serde_json::{Value, json};

use crate::{Opening, Page, wait_until};

/// What the trace tells of: names of threads, tasks of the page's thread, what becomes of
/// every input.
const CATEGORIES: &str = "__metadata,input,disabled-by-default-devtools.timeline";

/// The thread a page runs on, as the browser names it.
const MAIN_THREAD: &str = "CrRendererMain";

/// A slider that was dragged.
#[derive(Debug, Clone, PartialEq)]
pub struct Drag {
    /// How often the pointer was moved.
    pub moves: usize,
    /// How long each task of the page's own thread took, milliseconds, rising.
    pub tasks: Vec<f64>,
    /// How long each of them had a processor to itself, milliseconds, rising: less than it took
    /// where the machine had other work.
    pub worked: Vec<f64>,
    /// How long each input took until what it did was painted, milliseconds, rising.
    pub paints: Vec<f64>,
}

impl Opening<'_> {
    /// With the browser keeping a trace, which costs some of its time.
    #[must_use]
    pub fn traced(mut self) -> Self {
        self.traced = true;
        self
    }
}

/// What a browser is to be started with so that it keeps a trace of its whole life.
pub(crate) fn flags(downloads: &Path) -> [String; 5] {
    [
        format!("--trace-startup={CATEGORIES}"),
        format!("--trace-startup-file={}", file(downloads).display()),
        // Else it ends after five seconds.
        "--trace-startup-duration=0".to_owned(),
        "--trace-startup-format=json".to_owned(),
        "--trace-startup-record-mode=record-as-much-as-possible".to_owned(),
    ]
}

/// Where the trace is written.
fn file(downloads: &Path) -> PathBuf {
    downloads.join("trace.json")
}

impl Page {
    /// Drags the slider of this name to and fro with the pointer for so long, then ends the
    /// browser, which writes its trace as it goes. The page must have been opened as
    /// [`Opening::traced`].
    ///
    /// # Panics
    /// When there is no such slider, or the browser kept no trace.
    #[must_use]
    #[track_caller]
    pub fn drag(self, slider: &str, lasting: Duration) -> Drag {
        let slider = self.find("slider", slider);
        let this = slider.inner.to_json().expect("an element can be named");
        let place = self.script(PLACE, vec![this]);
        let at = |name: &str| place[name].as_f64().unwrap_or_default();
        let across = |share: f64| at("left") + at("width") * share;
        let pointer = |kind: &str, share: f64| {
            let y = at("top") + at("height") / 2.0;
            self.cdp(
                "Input.dispatchMouseEvent",
                json!({ "type": kind, "x": across(share), "y": y, "button": "left", "buttons": 1, "clickCount": 1 }),
            );
        };
        pointer("mousePressed", 0.5);
        let (started, mut moves) = (Instant::now(), 0);
        while started.elapsed() < lasting {
            moves += 1;
            // Once to and fro in about ninety moves.
            let turn = f64::from(moves) / 45.0 * PI;
            pointer("mouseMoved", 0.5 + 0.4 * turn.sin());
        }
        pointer("mouseReleased", 0.6);
        // It answers, or is gone before it could.
        let _ = self.try_cdp("Browser.close", json!({}));
        let trace = written(&file(self.downloads.path()));
        let trace = while_dragged(&trace);
        let [tasks, worked] = ["dur", "tdur"].map(|length| tasks(&trace, length));
        Drag {
            moves: moves as usize,
            tasks,
            worked,
            paints: paints(&trace),
        }
    }
}

/// The events of a trace, once it is written whole.
#[track_caller]
fn written(file: &Path) -> Vec<Value> {
    wait_until("the browser's trace", || {
        let mut trace: Value = serde_json::from_slice(&fs::read(file).ok()?).ok()?;
        match trace["traceEvents"].take() {
            Value::Array(events) => Some(events),
            _ => None,
        }
    })
}

/// Of a browser's whole life what lies between the first and the last move of a pointer that
/// drags, and the names of its threads. Clicks that led there are none of it.
#[track_caller]
fn while_dragged(trace: &[Value]) -> Vec<Value> {
    let moments = trace.iter().filter(|event| of_a_drag(event));
    let moments: Vec<u64> = moments.filter_map(|event| event["ts"].as_u64()).collect();
    let first = moments.iter().min().expect("the trace tells of a drag");
    let last = moments.iter().max().unwrap_or(first);
    let named = |event: &Value| event["ph"] == "M";
    let between = |event: &Value| {
        let moment = event["ts"].as_u64();
        moment.is_some_and(|moment| (first..=last).contains(&&moment))
    };
    let kept = trace.iter().filter(|event| named(event) || between(event));
    kept.cloned().collect()
}

/// Whether it tells what becomes of a move of the pointer with its button held.
fn of_a_drag(event: &Value) -> bool {
    let kind = &event["args"]["event_latency"]["event_type"];
    event["name"] == "EventLatency" && kind == "MOUSE_DRAGGED"
}

/// Milliseconds of each task on the main thread that is the busiest: the page's. By the clock
/// (`dur`) or by the processor (`tdur`).
fn tasks(trace: &[Value], length: &str) -> Vec<f64> {
    let thread = |event: &Value| (event["pid"].as_u64(), event["tid"].as_u64());
    let named = trace
        .iter()
        .filter(|event| event["name"] == "thread_name" && event["args"]["name"] == MAIN_THREAD);
    let mut by_page: BTreeMap<_, Vec<f64>> = named.map(|event| (thread(event), vec![])).collect();
    let is_task = |event: &&Value| event["name"] == "RunTask" && event["ph"] == "X";
    for task in trace.iter().filter(is_task) {
        if let Some(tasks) = by_page.get_mut(&thread(task)) {
            tasks.push(task[length].as_f64().unwrap_or_default() / 1000.0);
        }
    }
    let busy = |tasks: &Vec<f64>| tasks.iter().sum::<f64>();
    let pages = by_page.into_values();
    let page = pages.max_by(|one, other| busy(one).total_cmp(&busy(other)));
    rising(page.unwrap_or_default())
}

/// Milliseconds from each move of the pointer to the paint that shows it.
fn paints(trace: &[Value]) -> Vec<f64> {
    let key = |event: &Value| format!("{}{}{}", event["pid"], event["id"], event["id2"]);
    let mut begun: BTreeMap<String, &Value> = BTreeMap::new();
    let mut paints = Vec::new();
    for event in trace.iter().filter(|event| event["name"] == "EventLatency") {
        if event["ph"] == "b" {
            begun.insert(key(event), event);
        } else if let Some(from) = begun.remove(&key(event)) {
            let moments = [event, from].map(|event| event["ts"].as_f64().unwrap_or_default());
            if of_a_drag(from) || of_a_drag(event) {
                paints.push((moments[0] - moments[1]) / 1000.0);
            }
        }
    }
    rising(paints)
}

fn rising(mut all: Vec<f64>) -> Vec<f64> {
    all.sort_by(f64::total_cmp);
    all
}

const PLACE: &str = "
arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' });
const { left, top, width, height } = arguments[0].getBoundingClientRect();
return { left, top, width, height };
";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_trace_tells_the_pages_tasks_and_how_long_a_move_takes_to_be_seen() {
        let thread = |pid: u32| json!({ "name": "thread_name", "ph": "M", "pid": pid, "tid": 1, "args": { "name": MAIN_THREAD } });
        let task = |pid: u32, dur: u32| json!({ "name": "RunTask", "ph": "X", "pid": pid, "tid": 1, "dur": dur, "tdur": dur / 2 });
        let pointer = |kind: &str, ph: &str, ts: u32| {
            json!({ "name": "EventLatency", "ph": ph, "pid": 9, "id2": { "local": "0x1" }, "ts": ts,
                "args": { "event_latency": { "event_type": kind } } })
        };
        let input = |ph: &str, ts: u32| pointer("MOUSE_DRAGGED", ph, ts);
        // Another page's task, and one of a thread that is none.
        let trace = [
            thread(1),
            thread(2),
            task(1, 100),
            task(2, 9_000),
            task(2, 4_000),
            task(3, 99_000),
            input("b", 1_000),
            input("e", 15_000),
        ];
        assert_eq!(tasks(&trace, "dur"), [4.0, 9.0]);
        assert_eq!(tasks(&trace, "tdur"), [2.0, 4.5]);
        assert_eq!(paints(&trace), [14.0]);
        // What the page did while it loaded and was clicked is not the drag's.
        let mut whole = trace.to_vec();
        whole.push(pointer("MOUSE_RELEASED", "b", 400));
        whole.push(pointer("MOUSE_RELEASED", "e", 600));
        whole[2]["ts"] = json!(500);
        whole[3]["ts"] = json!(2_000);
        let dragged = while_dragged(&whole);
        assert_eq!(tasks(&dragged, "dur"), [9.0]);
        assert_eq!(paints(&dragged), [14.0]);
    }
}
