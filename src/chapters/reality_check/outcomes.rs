//! How the period may end: the figures of the verdict, the distribution of the outcomes and
//! the chance of every target.

use plumbline_charts::{
    Caption, ChanceCurve, Distribution, Label, Scale, Size, Spread, TargetMark, Tick, chance_curve,
    spread,
};
use plumbline_wording::texts::{explained, reality_check as text, verdict};
use yew::prelude::*;

use crate::{
    components::{
        Explained, Figures, FiguresRow, FiguresTable, ReadingChart, heads, use_chart_width,
        use_figures,
    },
    forecasting::use_forecast,
    verdict::{Reading, use_explaining},
};

/// The section.
#[component]
pub(super) fn OutcomesSection() -> Html {
    let forecast = use_forecast();
    let figures = use_figures();
    let width = use_chart_width();
    let explaining = use_explaining();
    let Some(reading) = Reading::of(&forecast) else {
        return html! { <section /> };
    };
    let hill = hill(&reading, &figures, width.get());
    let readings = STOPS
        .map(|percent| {
            let amount = figures.about_money(reading.at(f64::from(percent) / 100.0));
            text::below(&figures.percent_to(f64::from(percent) / 100.0, 0), &amount)
        })
        .to_vec();
    let targets = targets(&reading);
    let curve = curve(&reading, &targets, &figures, width.get());
    let of_targets: Vec<String> = targets
        .iter()
        .map(|target| {
            let chance = figures.probability(reading.chance_of(*target));
            text::chance_of(&figures.about_money(*target), &chance)
        })
        .collect();
    html! {
        <section>
            <h2>{ text::SPREAD }</h2>
            <VerdictFigures reading={reading.clone()} />
            <p class="section-why">{ text::SPREAD_TEXT }</p>
            <ReadingChart width={width.clone()} svg={spread(&hill)} label={text::SPREAD} {readings} hinted=true />
            <details class="depth">
                <summary>{ verdict::AS_TABLE }<span class="unseen">{ format!(": {}", text::SPREAD) }</span></summary>
                <FiguresTable caption={text::SPREAD} heads={heads([text::OUTCOMES_BELOW, text::BOOKINGS_COLUMN])}
                    rows={STOPS.map(|percent| {
                        let share = f64::from(percent) / 100.0;
                        FiguresRow::new(figures.percent_to(share, 0), [figures.about_money(reading.at(share))])
                    }).to_vec()}
                    explain={explaining.each(text::SPREAD, explained::PERCENTILE)} />
            </details>
            <h3>{ text::CHANCE_OF_TARGETS }</h3>
            <ReadingChart width={width.clone()} svg={chance_curve(&curve)} label={text::CHANCE_OF_TARGETS} readings={of_targets} />
            <details class="depth">
                <summary>{ verdict::AS_TABLE }<span class="unseen">{ format!(": {}", text::CHANCE_OF_TARGETS) }</span></summary>
                <FiguresTable caption={text::CHANCE_OF_TARGETS} heads={heads([text::TARGET_COLUMN, text::CHANCE_COLUMN])}
                    rows={targets.iter().map(|target| FiguresRow::new(
                        figures.about_money(*target), [figures.probability(reading.chance_of(*target))],
                    )).collect::<Vec<_>>()}
                    explain={explaining.each(text::CHANCE_OF_TARGETS, explained::CHANCE_OF)} />
            </details>
        </section>
    }
}

/// Shares of the outcomes at which the hill is read, in percent.
const STOPS: [u32; 11] = [5, 10, 20, 30, 40, 50, 60, 70, 80, 90, 95];

/// Round targets over the range of outcomes, and the plan's own.
fn targets(reading: &Reading) -> Vec<f64> {
    let scale = scale(reading);
    let mut all = scale.ticks(13);
    all.push(reading.target);
    all.sort_by(f64::total_cmp);
    all.dedup();
    all
}

fn scale(reading: &Reading) -> Scale {
    Distribution::new(reading.quantiles.iter().copied()).map_or_else(
        || Scale::around([reading.target]),
        |all| all.scale(Some(reading.target)),
    )
}

fn money_ticks(scale: &Scale, width: u32, figures: &Figures) -> Vec<Tick> {
    let ticks = scale.ticks(if width < 500 { 4 } else { 7 }).into_iter();
    ticks
        .map(|value| Tick::new(value, figures.chart_money(value)))
        .collect()
}

fn hill(reading: &Reading, figures: &Figures, width: u32) -> Spread {
    let scale = scale(reading);
    let bookings = reading.bookings;
    Spread {
        caption: Caption {
            title: text::SPREAD.to_owned(),
            description: text::spread_picture(
                &figures.about_money(bookings.p10),
                &figures.about_money(bookings.p50),
                &figures.about_money(bookings.p90),
                &figures.about_money(reading.target),
            ),
        },
        size: Size { width, height: 210 },
        ticks: money_ticks(&scale, width, figures),
        scale,
        distribution: Distribution::new(reading.quantiles.iter().copied()),
        median: Label::new(verdict::MEDIAN, figures.chart_money(bookings.p50)),
        target: Some(TargetMark {
            value: reading.target,
            label: Label::new(verdict::TARGET, figures.chart_money(reading.target)),
        }),
        stops: STOPS
            .map(|percent| reading.at(f64::from(percent) / 100.0))
            .to_vec(),
    }
}

fn curve(reading: &Reading, targets: &[f64], figures: &Figures, width: u32) -> ChanceCurve {
    let scale = scale(reading);
    let mut points: Vec<(f64, f64)> = vec![(scale.low(), reading.chance_of(scale.low()))];
    let quantiles = reading.quantiles.iter();
    points.extend(
        quantiles
            .map(|(below, amount)| (*amount, 1.0 - below))
            .filter(|(amount, _)| (scale.low()..=scale.high()).contains(amount)),
    );
    points.push((scale.high(), reading.chance_of(scale.high())));
    let percent = |share: f64| figures.percent_to(share, 0);
    let chance = figures.probability(reading.probability);
    ChanceCurve {
        caption: Caption {
            title: text::CHANCE_OF_TARGETS.to_owned(),
            description: text::curve_picture(
                &figures.about_money(reading.target),
                &chance,
                &percent(reading.goal),
                &figures.about_money(reading.at(1.0 - reading.goal)),
            ),
        },
        size: Size {
            width,
            height: if width < 500 { 240 } else { 280 },
        },
        ticks: money_ticks(&scale, width, figures),
        scale,
        chances: [0.0, 0.25, 0.5, 0.75, 1.0]
            .map(|share| Tick::new(share, percent(share)))
            .to_vec(),
        points,
        target: Some((
            reading.target,
            reading.probability,
            Label::new(verdict::TARGET, chance.clone()),
        )),
        goal: Some(reading.goal),
        stops: targets.to_vec(),
    }
}

#[derive(Properties, PartialEq)]
struct VerdictFiguresProps {
    reading: Reading,
}

/// The figures of the verdict, each with its name.
#[component]
fn VerdictFigures(props: &VerdictFiguresProps) -> Html {
    let figures = use_figures();
    let explaining = use_explaining();
    let reading = &props.reading;
    let money = |amount: f64| figures.about_money(amount);
    let chance = figures.probability(reading.probability);
    let chance = match reading.error {
        // Two standard errors: what another run would hardly differ by.
        Some(error) => text::give_or_take(&chance, &figures.decimal((200.0 * error).max(0.1), 1)),
        None => chance,
    };
    let whole = |name: &str, formula: &str| {
        explaining.whole(name, formula, explained::Section::Uncertainty)
    };
    let percentile =
        |name: &'static str, amount: f64| (name, money(amount), whole(name, explained::PERCENTILE));
    let rows = [
        (
            text::CHANCE,
            chance,
            explaining.chance(text::CHANCE, explained::CHANCE),
        ),
        (
            text::BAND,
            reading.band_words(),
            explaining.chance(text::BAND, explained::BAND),
        ),
        percentile(text::ONE_IN_TEN_BELOW, reading.bookings.p10),
        percentile(text::MIDDLE_OUTCOME, reading.bookings.p50),
        percentile(text::ONE_IN_TEN_ABOVE, reading.bookings.p90),
        (
            text::MEAN_OUTCOME,
            money(reading.bookings.mean),
            explaining.mean(text::MEAN_OUTCOME, explained::MEAN),
        ),
        (
            text::TARGET_AT_80,
            money(reading.at(0.2)),
            whole(text::TARGET_AT_80, explained::TARGET_AT_80),
        ),
        (
            text::EVIDENCE,
            figures.percent(reading.evidence),
            explaining.evidence(text::EVIDENCE),
        ),
    ];
    html! {
        <dl class="verdict-figures">
            { for rows.into_iter().map(|(name, value, explanation)| html! {
                <div key={name}><dt>{ name }</dt><dd><Explained {value} {explanation} /></dd></div>
            }) }
        </dl>
    }
}
