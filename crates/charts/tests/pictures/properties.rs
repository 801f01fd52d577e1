//! Whatever the numbers, the picture is whole and its labels can be read.

use crate::common::{
    bars, columns, curve, elements, fan, plumb, ranges, rising, silhouette, spread,
};
use plumbline_charts::{
    Scale, Size, Svg, TargetCourse, chance_curve, month_columns, month_fan, plumb_line,
    plumb_line_compact, range_bars, stage_bars,
};
use proptest::prelude::*;

/// Amounts of every kind a plan may hold, and some it should not.
fn amount() -> impl Strategy<Value = f64> {
    prop_oneof![
        4 => 0.0..2e6,
        1 => -1e6..1e6,
        1 => prop::sample::select(vec![0.0, 1.0, -1.0, 1e-9, 1e15, -1e15, 1e300]),
        1 => prop::sample::select(vec![f64::NAN, f64::INFINITY, f64::NEG_INFINITY, f64::MAX]),
    ]
}

/// Amounts near each other, where labels crowd.
fn near() -> impl Strategy<Value = (f64, f64)> {
    (1e5..2e6, -0.3..0.3).prop_map(|(median, away)| (median, median * (1.0 + away)))
}

fn everything_lies_within(svg: &Svg) {
    let Size { width, height } = svg.size();
    for element in elements(svg) {
        for (x, y) in element.points() {
            assert!(
                (-0.05..=f64::from(width) + 0.05).contains(&x)
                    && (-0.05..=f64::from(height) + 0.05).contains(&y),
                "{} {} at {x},{y}",
                element.tag,
                element.class()
            );
        }
    }
}

fn texts_stand_apart(svg: &Svg) {
    let all = elements(svg);
    let texts: Vec<_> = all.iter().filter(|element| element.tag == "text").collect();
    let width = f64::from(svg.size().width);
    for (index, one) in texts.iter().enumerate() {
        let (left, top, right, bottom) = one.text_box();
        assert!(
            left >= -1.0 && right <= width + 1.0,
            "{one:?} leaves the picture"
        );
        for other in &texts[index + 1..] {
            let (from, above, to, below) = other.text_box();
            let apart = right <= from || to <= left || bottom <= above + 0.5 || below <= top + 0.5;
            assert!(apart, "{one:?} covers {other:?}");
        }
    }
}

/// What a reader can point at lies in the picture, in order.
fn places_lie_within(svg: &Svg) {
    let Size { width, height } = svg.size();
    let mut before = (f64::NEG_INFINITY, f64::NEG_INFINITY);
    for place in svg.places() {
        let (left, top, across, down) = place.area;
        assert!(
            left >= -0.05 && left + across <= f64::from(width) + 0.05,
            "{place:?}"
        );
        assert!(
            top >= -0.05 && top + down <= f64::from(height) + 0.05,
            "{place:?}"
        );
        assert!(left >= before.0 && top >= before.1, "{place:?}");
        before = (left, top);
    }
}

fn check(svg: &Svg) {
    everything_lies_within(svg);
    texts_stand_apart(svg);
    places_lie_within(svg);
}

proptest! {
    #[test]
    fn the_plumb_line_is_whole(
        (low, median, high, target) in (amount(), amount(), amount(), prop::option::of(amount())),
        (width, height) in (0_u32..500, 0_u32..700),
    ) {
        let mut input = plumb(spread(low, median, high), target);
        input.size = Size { width, height };
        check(&plumb_line(&input));
        check(&plumb_line_compact(&input));
    }

    #[test]
    fn the_plumb_line_is_whole_on_a_scale_of_another_year(
        (low, high, median, target) in (amount(), amount(), amount(), amount()),
    ) {
        let mut input = plumb(spread(median * 0.8, median, median * 1.2), Some(target));
        input.scale = Scale::new(low, high);
        check(&plumb_line(&input));
        check(&plumb_line_compact(&input));
    }

    #[test]
    fn close_labels_part((median, target) in near(), spreading in 0.0..0.5) {
        let (low, high) = (median * (1.0 - spreading), median * (1.0 + spreading));
        let svg = plumb_line(&plumb(spread(low, median, high), Some(target)));
        check(&svg);
        // And none is dropped: three labels of two lines, besides the ticks.
        let labels = elements(&svg).iter().filter(|one| one.tag == "text" && one.text != "1.5m").count();
        prop_assert_eq!(labels, 6);
    }

    #[test]
    fn the_fan_is_whole(
        months in 0_usize..61,
        (low, median, high, target) in (amount(), amount(), amount(), amount()),
        by_month in prop::option::of(prop::collection::vec(amount(), 0..70)),
        (width, height) in (0_u32..900, 0_u32..500),
    ) {
        let mut input = fan(rising(months, (low, median, high)), target);
        if let (Some(course), Some(target)) = (by_month, &mut input.target) {
            target.course = TargetCourse::ByMonth(course);
        }
        input.size = Size { width, height };
        check(&month_fan(&input));
    }

    #[test]
    fn the_stage_bars_are_whole(
        deals in prop::collection::vec((amount(), amount()), 0..9),
        width in 0_u32..900,
    ) {
        let mut input = bars(&deals);
        input.width = width;
        check(&stage_bars(&input));
    }

    #[test]
    fn the_month_columns_are_whole(
        months in 0_usize..61,
        odd in amount(),
        (width, height) in (0_u32..900, 0_u32..500),
    ) {
        let mut input = columns(months);
        if let Some(first) = input.months.first_mut() {
            first.parts[1] = odd;
        }
        input.size = Size { width, height };
        let svg = month_columns(&input);
        check(&svg);
        prop_assert_eq!(svg.places().len(), months);
    }

    #[test]
    fn the_range_bars_are_whole(
        ends in prop::collection::vec((amount(), amount()), 0..9),
        base in amount(),
        width in 0_u32..900,
    ) {
        let ends: Vec<[f64; 2]> = ends.into_iter().map(|(low, high)| [low, high]).collect();
        let mut input = ranges(&ends);
        (input.base, input.width) = (base, width);
        check(&range_bars(&input));
    }

    #[test]
    fn the_spread_is_whole(
        (low, median, high, target) in (amount(), amount(), amount(), prop::option::of(amount())),
        (width, height) in (0_u32..900, 0_u32..500),
    ) {
        let mut input = silhouette(spread(low, median, high), target);
        input.size = Size { width, height };
        check(&plumbline_charts::spread(&input));
    }

    #[test]
    fn the_chance_curve_is_whole(
        mut amounts in prop::collection::vec(amount(), 0..40),
        target in prop::option::of((amount(), 0.0..1.0)),
        (width, height) in (0_u32..900, 0_u32..500),
    ) {
        amounts.retain(|amount| amount.is_finite());
        amounts.sort_by(f64::total_cmp);
        let count = amounts.len() as f64;
        let chance = |place: usize| 1.0 - place as f64 / count;
        let points = amounts.iter().enumerate().map(|(place, amount)| (*amount, chance(place)));
        let mut input = curve(points.collect(), target);
        input.size = Size { width, height };
        check(&chance_curve(&input));
    }
}
