//! Whether the ideal customer profile tells winners from losers.

use plumbline_deals::{
    ByScore, Deal, ENOUGH_CLOSED, Further, History, Label, Refusal, State, Tally, Tells,
};
use plumbline_plan::chapter::market::{AttributeRole, ProfileAttribute};

use crate::histories::{day, undated};

fn told(id: &str, role: AttributeRole, column: &str, values: &[&str]) -> ProfileAttribute {
    ProfileAttribute {
        id: id.parse().unwrap(),
        statement: String::new(),
        role,
        weight: None,
        told_by: column.to_owned(),
        told_values: values.iter().map(|value| (*value).to_owned()).collect(),
    }
}

/// So many deals won and lost, by segment and a further column.
fn tally(deals: &[(&str, &str, u32, u32)]) -> Tally {
    let mut history = History::empty(day("2026-11-21"));
    history.further.push(Further {
        name: "Size".to_owned(),
        ..Further::default()
    });
    for (segment, size, won, lost) in deals {
        let segment = history.segments.take(segment);
        let size = history.further[0].labels.take(size);
        for place in 0..won + lost {
            let state = if place < *won {
                State::Won
            } else {
                State::Lost
            };
            history.deals.push(Deal {
                segment,
                further: Box::new([size]),
                ..undated(state)
            });
        }
    }
    history.deals.push(Deal {
        further: Box::new([Label::NONE]),
        ..undated(State::Open)
    });
    Tally::of(&history)
}

fn profile() -> Vec<ProfileAttribute> {
    vec![
        told("plant", AttributeRole::Must, "segment", &["Plants"]),
        told("large", AttributeRole::Helps, "further:Size", &["Large"]),
        told("crew", AttributeRole::Must, "", &[]),
    ]
}

fn counts(found: &ByScore) -> [(u32, u32); 3] {
    found.bands.map(|band| (band.won, band.lost))
}

#[test]
fn closed_deals_fall_into_the_bands_of_the_scorecard() {
    let tally = tally(&[
        ("Plants", "Large", 30, 10),
        ("Plants", "Small", 15, 15),
        ("Offices", "Large", 4, 46),
        ("", "", 3, 2),
    ]);
    let found = tally.by_score(&profile()).unwrap();
    assert_eq!((found.told, found.of), (2, 3));
    assert_eq!(counts(&found), [(30, 10), (15, 15), (4, 46)]);
    assert_eq!(found.unknown, 5);
    assert_eq!(found.verdict, Ok(Tells::Apart));
    let rate = found.bands[0].rate.unwrap();
    assert_eq!((rate.events, rate.of), (30, 40));
    let values: Vec<_> = tally.values("segment");
    assert_eq!((values[0].value, values[0].won), ("Plants", 45));
}

/// Case 55: too few deals, none won or none lost make no rate and no verdict.
#[test]
fn too_few_deals_are_counted_and_make_no_rate() {
    let few = tally(&[("Plants", "Large", 6, 3), ("Offices", "Large", 5, 30)]);
    let found = few.by_score(&profile()).unwrap();
    assert_eq!(counts(&found)[0], (6, 3));
    assert_eq!(found.bands[0].rate, None);
    let needed = ENOUGH_CLOSED;
    let closed = 9;
    assert_eq!(found.verdict, Err(Refusal::TooFewClosed { closed, needed }));
    let all_won = tally(&[("Plants", "Large", 40, 0)]);
    let found = all_won.by_score(&profile()).unwrap();
    assert_eq!(found.verdict, Err(Refusal::NoneLost { won: 40 }));
}

#[test]
fn a_profile_that_no_column_tells_of_has_no_win_rates() {
    let tally = tally(&[("Plants", "Large", 30, 10)]);
    let mut profile = profile();
    assert_eq!(tally.by_score(&profile[2..]), None);
    profile[0].told_by = "further:Gone".to_owned();
    profile.remove(1);
    assert_eq!(tally.by_score(&profile), None);
    assert_eq!(Tally::default().by_score(&self::profile()), None);
}

#[test]
fn a_profile_that_points_the_wrong_way_is_told() {
    let tally = tally(&[("Plants", "Large", 4, 46), ("Offices", "Large", 30, 10)]);
    let found = tally.by_score(&profile()).unwrap();
    assert_eq!(found.verdict, Ok(Tells::WrongWay));
}
