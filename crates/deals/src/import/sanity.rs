//! What is odd about the deals taken: repeats, missing dates, values far from all others.
//! Only repeats of an identifier are left out; everything else is counted and told.

use chrono::{Datelike, NaiveDate};

use super::{Reason, Remark, Report, State, hash, seen::Seen};
use crate::{History, history::Deal};

/// A won deal's value is far from the others when its logarithm is more than so many
/// standard deviations from their middle.
const FAR: f64 = 5.0;

/// Below so many won deals nothing is called far from the others.
const ENOUGH: usize = 20;

/// Leaves out rows whose identifier stands in an earlier row. Without identifiers, rows
/// with the same name, value and dates are told and kept.
pub(super) fn drop_repeats(history: &mut History, report: &mut Report, has_ids: bool) {
    let same: fn(&Deal, &Deal) -> bool = if has_ids { same_id } else { looks_the_same };
    let mark: fn(&Deal) -> Option<u64> = if has_ids { id_mark } else { look_mark };
    let mut seen = Seen::with_room_for(history.deals.len());
    let mut repeats = Vec::new();
    for (place, deal) in history.deals.iter().enumerate() {
        let Some(mark) = mark(deal) else { continue };
        let is_it = |other: usize| same(deal, &history.deals[other]);
        let Some(original) = seen.see(mark, place, is_it) else {
            continue;
        };
        repeats.push(place);
        report.say(Remark {
            row: deal.row,
            reason: if has_ids {
                Reason::SameId
            } else {
                Reason::LooksTheSame
            },
            field: None,
            found: if has_ids {
                deal.id.clone()
            } else {
                deal.name.clone()
            },
            other_row: Some(history.deals[original].row),
        });
    }
    if has_ids && !repeats.is_empty() {
        let (mut place, mut repeats) = (0, repeats.into_iter().peekable());
        history.deals.retain(|_| {
            place += 1;
            repeats.next_if_eq(&(place - 1)).is_none()
        });
    }
}

fn id_mark(deal: &Deal) -> Option<u64> {
    (!deal.id.is_empty()).then(|| hash::quick(&deal.id))
}

fn same_id(deal: &Deal, other: &Deal) -> bool {
    deal.id == other.id
}

/// A mark of name, customer, value and dates. Nothing without a name, or with nothing but a
/// name.
fn look_mark(deal: &Deal) -> Option<u64> {
    let named = !deal.name.is_empty() || !deal.account.is_empty();
    let dated = deal.created.or(deal.closed).or(deal.expected_close);
    let value = deal.value?;
    if !named || dated.is_none() {
        return None;
    }
    let [created, closed, expected] =
        [deal.created, deal.closed, deal.expected_close].map(|date| {
            let day = date.map_or(i32::MIN, |date| date.num_days_from_ce());
            u64::from(day.cast_unsigned())
        });
    let numbers = [value.to_bits(), created, closed, expected];
    Some(hash::quick_of_all(&[&deal.name, &deal.account], &numbers))
}

fn looks_the_same(deal: &Deal, other: &Deal) -> bool {
    let look = |deal: &Deal| {
        let value = deal.value.map(f64::to_bits);
        (value, deal.created, deal.closed, deal.expected_close)
    };
    look(deal) == look(other) && deal.name == other.name && deal.account == other.account
}

/// Tells the deals that are not in a history as it stood earlier.
pub(super) fn tell_later_ones(history: &History, then: &History, report: &mut Report) {
    let mut kept = then.deals.iter().map(|deal| deal.row).peekable();
    for deal in &history.deals {
        if kept.next_if_eq(&deal.row).is_none() {
            report.say(Remark {
                row: deal.row,
                reason: Reason::AfterTheDay,
                field: None,
                found: deal
                    .created
                    .map(|date| date.to_string())
                    .unwrap_or_default()
                    .into(),
                other_row: None,
            });
        }
    }
}

/// Tells what is odd.
pub(super) fn note(history: &History, report: &mut Report) {
    let far = far_from_others(history);
    for deal in &history.deals {
        for (applies, reason) in [
            (deal.created.is_none(), Reason::NoCreated),
            (
                deal.state != State::Open && deal.closed.is_none(),
                Reason::ClosedWithoutDate,
            ),
            (past_close(deal, history.as_of), Reason::OpenPastClose),
            (
                deal.state == State::Won && deal.value.is_none(),
                Reason::WonWithoutValue,
            ),
            (
                deal.state == State::Won && deal.value == Some(0.0),
                Reason::WonForNothing,
            ),
            (
                deal.value.is_some_and(|value| value < 0.0),
                Reason::NegativeValue,
            ),
            (
                deal.state == State::Won && far(deal.value),
                Reason::OutlyingValue,
            ),
        ] {
            if applies {
                report.say(Remark {
                    row: deal.row,
                    reason,
                    field: None,
                    found: "".into(),
                    other_row: None,
                });
            }
        }
    }
}

fn past_close(deal: &Deal, as_of: NaiveDate) -> bool {
    deal.state == State::Open && deal.expected_close.is_some_and(|date| date < as_of)
}

/// Tells a value far from those of the won deals: by the median of the logarithms and their
/// median distance from it, which a few such values cannot move.
fn far_from_others(history: &History) -> impl Fn(Option<f64>) -> bool + use<> {
    let won = history.in_state(State::Won).filter_map(|deal| deal.value);
    let mut logs: Vec<f64> = won.filter(|value| *value > 0.0).map(libm::log).collect();
    let enough = logs.len() >= ENOUGH;
    let middle = median(&mut logs);
    let mut distances: Vec<f64> = logs.iter().map(|log| (log - middle).abs()).collect();
    // 1.4826 makes the median distance of a normal distribution its standard deviation.
    let deviation = 1.4826 * median(&mut distances);
    move |value| {
        let Some(value) = value.filter(|value| enough && *value > 0.0) else {
            return false;
        };
        deviation > 0.0 && (libm::log(value) - middle).abs() > FAR * deviation
    }
}

fn median(values: &mut [f64]) -> f64 {
    let middle = values.len() / 2;
    if values.is_empty() {
        return 0.0;
    }
    *values.select_nth_unstable_by(middle, f64::total_cmp).1
}
