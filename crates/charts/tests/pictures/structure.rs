//! What a picture consists of, and what it promises the page around it.

use crate::common::{
    Element, bars, columns, curve, elements, fan, plumb, quarters, ranges, rising, silhouette,
    spread, steps,
};
use plumbline_charts::{
    Caption, Label, Svg, TargetCourse, chance_curve, forecasts, month_columns, month_fan,
    plumb_line, plumb_line_compact, range_bars, stage_bars, step_curve,
};

/// One line an element: tag, class, what it says or how many points it has.
fn outline(svg: &Svg) -> String {
    let line = |element: &Element| match element.tag.as_str() {
        "polyline" | "polygon" if element.points().len() > 30 => {
            format!("{} .{} many points", element.tag, element.class())
        }
        "text" => format!(
            "text .{} {:?} {}",
            element.class(),
            element.points(),
            element.text
        ),
        "title" | "desc" => format!("{} {}", element.tag, element.text),
        "svg" => format!("svg .{}", element.class()),
        _ => format!(
            "{} .{} {:?}",
            element.tag,
            element.class(),
            element.points()
        ),
    };
    elements(svg)
        .iter()
        .map(line)
        .collect::<Vec<_>>()
        .join("\n")
}

fn year() -> Option<plumbline_charts::Distribution> {
    spread(690e3, 870e3, 1_050e3)
}

/// Chances that fall from 1 to 0 as the target grows.
fn falling() -> Vec<(f64, f64)> {
    let point = |step: u32| (f64::from(step) * 2e5, 1.0 - f64::from(step) / 10.0);
    (0..=10).map(point).collect()
}

fn every_chart() -> Vec<Svg> {
    vec![
        plumb_line(&plumb(year(), Some(1.2e6))),
        plumb_line(&plumb(None, None)),
        plumb_line_compact(&plumb(year(), Some(1.2e6))),
        month_fan(&fan(rising(12, (690e3, 870e3, 1.05e6)), 1.2e6)),
        month_fan(&fan(Vec::new(), 1.2e6)),
        stage_bars(&bars(&[(1840.0, 1310.0), (920.0, 980.0)])),
        stage_bars(&bars(&[])),
        month_columns(&columns(12)),
        month_columns(&columns(0)),
        range_bars(&ranges(&[[0.2, 0.6], [0.35, 0.45]])),
        range_bars(&ranges(&[])),
        plumbline_charts::spread(&silhouette(year(), Some(1.2e6))),
        plumbline_charts::spread(&silhouette(None, None)),
        chance_curve(&curve(falling(), Some((1.2e6, 0.34)))),
        chance_curve(&curve(Vec::new(), None)),
        step_curve(&steps(&[0.5, 0.4, 0.1])),
        step_curve(&steps(&[])),
        forecasts(&quarters(&[90.0, 140.0])),
        forecasts(&quarters(&[])),
    ]
}

#[test]
fn the_plumb_line_shows_weight_range_target_and_gap() {
    insta::assert_snapshot!(outline(&plumb_line(&plumb(year(), Some(1.2e6)))));
}

#[test]
fn the_compact_plumb_line_has_the_same_parts_and_no_text() {
    insta::assert_snapshot!(outline(&plumb_line_compact(&plumb(year(), Some(1.2e6)))));
}

#[test]
fn the_fan_shows_band_line_and_target_each_named_at_its_end() {
    insta::assert_snapshot!(outline(&month_fan(&fan(
        rising(12, (690e3, 870e3, 1.05e6)),
        1.2e6
    ))));
}

#[test]
fn the_stage_bars_pair_required_with_provided_and_mark_what_is_missing() {
    insta::assert_snapshot!(outline(&stage_bars(&bars(&[
        (1840.0, 1310.0),
        (920.0, 980.0)
    ]))));
}

#[test]
fn the_month_columns_stack_their_parts_below_a_level() {
    insta::assert_snapshot!(outline(&month_columns(&columns(3))));
}

#[test]
fn the_range_bars_run_from_low_to_high_around_where_it_stands() {
    insta::assert_snapshot!(outline(&range_bars(&ranges(&[[0.2, 0.6], [0.5, 0.3]]))));
}

#[test]
fn a_long_name_of_a_range_bar_goes_on_in_a_second_line_above_its_bar() {
    let mut input = ranges(&[[0.2, 0.6], [0.5, 0.3]]);
    input.width = 280;
    let short = range_bars(&input);
    input.rows[0].name = "New customers: Proposal and objections: Conversion".into();
    let long = range_bars(&input);
    let outline = outline(&long);
    for line in ["New customers: Proposal and objections:", "Conversion"] {
        assert!(
            outline.lines().any(|drawn| drawn.ends_with(line)),
            "{line} in {outline}"
        );
    }
    // Every row has room for the second line, and is read where it is drawn.
    for row in 0..2 {
        let height = |picture: &Svg| picture.places()[row].area.3;
        assert!(height(&long) > height(&short));
    }
    assert!(long.size().height > short.size().height);
}

#[test]
fn the_spread_names_the_middle_and_the_target() {
    insta::assert_snapshot!(outline(&plumbline_charts::spread(&silhouette(
        year(),
        Some(1.2e6)
    ))));
}

#[test]
fn the_chance_curve_marks_the_target_and_the_chance_wanted() {
    insta::assert_snapshot!(outline(&chance_curve(&curve(
        falling(),
        Some((1.2e6, 0.34))
    ))));
}

#[test]
fn the_label_of_a_sure_target_stands_below_the_curve() {
    let sure = vec![(0.0, 1.0), (1.0e6, 0.99), (1.5e6, 0.97), (4.0e6, 0.0)];
    let drawn = outline(&chance_curve(&curve(sure, Some((1.0e6, 0.99)))));
    let height = |what: &str| -> f64 {
        let line = drawn.lines().find(|line| line.contains(what)).unwrap();
        let (_, down) = line.rsplit_once(", ").unwrap();
        down.split(')').next().unwrap().parse().unwrap()
    };
    assert!(height("Target") > height("circle") + 10.0, "{drawn}");
}

#[test]
fn values_are_read_where_they_are_drawn() {
    let places = |svg: &Svg| svg.places().to_vec();
    // The fan's values are at the months' ends, the columns' in their middles.
    let (fan, columns) = (
        month_fan(&fan(rising(12, (690e3, 870e3, 1.05e6)), 1.2e6)),
        month_columns(&columns(12)),
    );
    let median = elements(&fan)
        .into_iter()
        .find(|element| element.class() == "median")
        .unwrap();
    for (place, (x, _)) in places(&fan).iter().zip(&median.points()[1..]) {
        assert!((place.line.unwrap() - x).abs() < 0.2, "{place:?} {x}");
    }
    for place in places(&columns) {
        let (left, _, width, _) = place.area;
        assert_eq!(place.line, Some(left + width / 2.0));
    }
    // A curve's are where it is asked to be read, forecasts' in the middle of their bars.
    let curve = step_curve(&steps(&[0.5, 0.4, 0.1]));
    assert_eq!(places(&curve).len(), 3);
    assert_eq!(places(&forecasts(&quarters(&[90.0, 140.0]))).len(), 2);
    // Rows are marked as a whole.
    let rows = places(&stage_bars(&bars(&[(1840.0, 1310.0), (920.0, 980.0)])));
    assert_eq!(rows.len(), 2);
    assert!(rows.iter().all(|place| place.line.is_none()));
}

fn has(svg: &Svg, class: &str) -> bool {
    elements(svg)
        .iter()
        .any(|element| element.class().split(' ').any(|known| known == class))
}

#[test]
fn without_a_target_there_is_no_line_and_no_gap() {
    let svg = plumb_line(&plumb(year(), None));
    assert!(has(&svg, "weight") && !has(&svg, "target") && !has(&svg, "gap"));
}

#[test]
fn without_a_distribution_the_string_hangs_empty() {
    for target in [None, Some(1.2e6)] {
        let svg = plumb_line(&plumb(None, target));
        assert!(has(&svg, "string") && !has(&svg, "weight") && !has(&svg, "silhouette"));
        assert!(!has(&svg, "gap"));
        assert_eq!(has(&svg, "target"), target.is_some());
    }
}

#[test]
fn a_certain_or_empty_year_still_has_its_weight_and_range() {
    for value in [0.0, 800e3] {
        let svg = plumb_line(&plumb(spread(value, value, value), Some(value)));
        assert!(has(&svg, "weight") && has(&svg, "range") && has(&svg, "target"));
    }
}

#[test]
fn the_tip_reads_the_median_and_the_line_the_target() {
    let svg = plumb_line(&plumb(year(), Some(1.2e6)));
    let lowest = |class: &str| {
        let all = elements(&svg);
        let of_class = all.iter().filter(|element| element.class() == class);
        of_class
            .flat_map(Element::points)
            .map(|(_, y)| y)
            .fold(0.0, f64::max)
    };
    // The scale runs from 0 at 406 pixels down to 1.5 million at 88.
    let height = |value: f64| 406.0 - 318.0 * value / 1.5e6;
    assert!((lowest("weight") - height(870e3)).abs() < 0.3);
    assert!((lowest("target") - height(1.2e6)).abs() < 0.3);
}

#[test]
fn pictures_fill_their_column_and_take_every_colour_from_the_page() {
    let styles = include_str!("../../../../static/charts.css");
    for svg in every_chart() {
        let all = elements(&svg);
        let root = &all[0];
        assert_eq!(root.attribute("role"), Some("img"));
        assert!(root.attribute("viewBox").is_some());
        assert_eq!(root.attribute("width").or(root.attribute("height")), None);
        assert_eq!(all[1].tag, "title");
        for element in &all {
            for class in element.class().split_whitespace() {
                assert!(
                    styles.contains(&format!(".{class}"))
                        || class.starts_with("plumb-line")
                        || ["stage-bars", "range-bars", "step-curve", "forecasts"].contains(&class),
                    "{class}"
                );
            }
            assert!(
                element
                    .names()
                    .all(|name| name != "style" && !name.starts_with("on"))
            );
            for paint in ["fill", "stroke"] {
                let paint = element.attribute(paint).unwrap_or("none");
                assert!(paint == "none" || paint == "currentColor", "{element:?}");
            }
        }
    }
}

#[test]
fn markup_in_names_is_shown_and_never_run() {
    let hostile = "<script>alert('x')</script> & \"quoted\"\u{0}\u{1b}";
    let safe = "&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; &quot;quoted&quot;";
    let mut line = plumb(year(), Some(1.2e6));
    line.caption = Caption {
        title: hostile.to_owned(),
        description: hostile.to_owned(),
    };
    line.median = Label::new(hostile, hostile);
    line.gap = Label::new(hostile, hostile);
    line.target.as_mut().unwrap().label = Label::new(hostile, hostile);
    line.ticks[0].text = hostile.to_owned();
    let mut months = fan(rising(2, (1.0, 2.0, 3.0)), 4.0);
    months.months[0].name = hostile.to_owned();
    months.ends.median = Label::new(hostile, hostile);
    let mut stages = bars(&[(2.0, 1.0)]);
    stages.width = 4000;
    stages.required = hostile.to_owned();
    stages.stages[0].name = hostile.to_owned();
    stages.stages[0].required_text = hostile.to_owned();
    for svg in [
        plumb_line(&line),
        plumb_line_compact(&line),
        month_fan(&months),
        stage_bars(&stages),
    ] {
        assert!(!svg.as_str().contains("<script") && !svg.as_str().contains(['\u{0}', '\u{1b}']));
        assert_eq!(
            elements(&svg)
                .iter()
                .filter(|element| element.tag == "script")
                .count(),
            0
        );
    }
    assert!(plumb_line(&line).as_str().matches(safe).count() >= 8);
    assert!(stage_bars(&stages).as_str().contains(safe));
}

#[test]
fn one_month_and_sixty_both_draw() {
    for (count, named) in [(1, 1), (12, 12), (60, 10)] {
        let svg = month_fan(&fan(rising(count, (690e3, 870e3, 1.05e6)), 1.2e6));
        let all = elements(&svg);
        let median = all
            .iter()
            .find(|element| element.class() == "median")
            .unwrap();
        assert_eq!(median.points().len(), count + 1);
        assert_eq!(
            all.iter().filter(|element| element.text == "Jan").count(),
            named,
            "{count}"
        );
    }
}

#[test]
fn a_target_by_month_is_a_course_and_not_a_level() {
    let mut input = fan(rising(12, (690e3, 870e3, 1.05e6)), 1.2e6);
    let course = (1..=12).map(|month| 1e5 * f64::from(month)).collect();
    input.target.as_mut().unwrap().course = TargetCourse::ByMonth(course);
    let svg = month_fan(&input);
    let all = elements(&svg);
    let target = all
        .iter()
        .find(|element| element.class() == "target")
        .unwrap();
    assert_eq!(target.points().len(), 13);
}

#[test]
fn long_series_are_thinned_to_what_can_be_seen() {
    let svg = month_fan(&fan(rising(5_000, (690e3, 870e3, 1.05e6)), 1.2e6));
    for element in elements(&svg) {
        assert!(
            element.points().len() <= 1_200,
            "{} {}",
            element.tag,
            element.class()
        );
    }
    assert!(svg.as_str().len() < 60_000);
    let quantiles = (0..20_000).map(|step| (f64::from(step) / 20_000.0, f64::from(step)));
    let crowded = plumb(plumbline_charts::Distribution::new(quantiles), Some(1e4));
    assert!(plumb_line(&crowded).as_str().len() < 12_000);
}

#[test]
fn a_step_curve_runs_level_from_step_to_step_up_to_the_end() {
    let svg = step_curve(&steps(&[0.5, 0.4, 0.1]));
    let all = elements(&svg);
    let line = all.iter().find(|element| element.class() == "median");
    let points = line.unwrap().points();
    assert_eq!(points.len(), 6, "{points:?}");
    for pair in points.windows(2) {
        let (from, to) = (pair[0], pair[1]);
        assert!(from.0 == to.0 || from.1 == to.1, "{points:?}");
        assert!(
            to.0 >= from.0 && to.1 >= from.1,
            "falling chances: {points:?}"
        );
    }
    assert!((points[5].0 - 610.0).abs() < 1.0, "{points:?}");
    assert!(has(&svg, "range"), "the band");
    assert!(!has(&step_curve(&steps(&[])), "median"));
}

#[test]
fn each_quarter_has_its_range_and_what_came_of_it() {
    let count = |came: &[f64], tag: &str| {
        let svg = forecasts(&quarters(came));
        let all = elements(&svg);
        all.iter().filter(|element| element.tag == tag).count()
    };
    // One of each is the key.
    assert_eq!(count(&[90.0, 140.0], "circle"), 3);
    assert_eq!(count(&[90.0, 140.0], "rect"), 3);
    assert_eq!(count(&[], "circle"), 1);
}
