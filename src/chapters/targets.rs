//! Chapter 7: the period, the target, its split over the months, and how the verdict on it
//! is calculated.

use plumbline_plan::{
    Currency, Edit, Factor, FieldPath, Fraction, Money, Month, Quantity, QuantityKind,
    chapter::targets::TargetSplit, unit::Period,
};
use plumbline_wording::texts::{examples, targets as text};
use yew::prelude::*;

use crate::{
    components::{
        Choice, DateField, Figures, MonthField, QuantityField, SeasonField, TextArea, TextField,
        use_figures,
    },
    workbook::access::{use_changes, use_plan},
};

/// The page of chapter 7.
#[component]
pub(super) fn TargetsChapter() -> Html {
    html! {
        <>
            <PeriodSection />
            <TargetSection />
            <MonthsSection />
            <CalculationSection />
        </>
    }
}

fn field(name: &str) -> FieldPath {
    FieldPath::from("targets").child(name)
}

#[component]
fn PeriodSection() -> Html {
    let plan = use_plan();
    let changes = use_changes();
    let period = plan.targets.period;
    let currency = Callback::from(move |code: String| {
        if let Ok(currency) = code.trim().to_uppercase().parse::<Currency>() {
            changes.set(&"about/currency".into(), currency);
        }
    });
    html! {
        <section>
            <h2>{ text::PERIOD }</h2>
            <div class="columns">
                <MonthField path={field("period").child("start")} label={text::START} value={period.start} />
                <QuantityField path={field("period").child("months")} label={text::MONTHS}
                    hint={text::MONTHS_HINT} kind={QuantityKind::Count} whole=true
                    bounds={(1.0, f64::from(Period::LONGEST))} value={f64::from(period.months)} />
                <TextField path={FieldPath::from("about/currency")} label={text::CURRENCY} hint={text::CURRENCY_HINT}
                    value={plan.about.currency.code().to_owned()} oncommit={currency} />
            </div>
        </section>
    }
}

#[component]
fn TargetSection() -> Html {
    let plan = use_plan();
    let figures = use_figures();
    let targets = &plan.targets;
    let money = (0.0, Money::MOST);
    html! {
        <section>
            <h2>{ text::TARGET }</h2>
            <div class="columns">
                <QuantityField path={field("bookings")} label={text::BOOKINGS} hint={text::BOOKINGS_HINT}
                    kind={QuantityKind::Money} bounds={money} value={targets.bookings.map(Quantity::get)}
                    example={examples::BOOKINGS} />
                <QuantityField path={field("goal")} label={text::GOAL} hint={text::GOAL_HINT}
                    kind={QuantityKind::Fraction} bounds={(Fraction::LEAST, Fraction::MOST)}
                    value={targets.goal.map(Quantity::get)} example={examples::GOAL} />
            </div>
            <div class="columns">
                <QuantityField path={field("last_year_bookings")} label={text::LAST_YEAR}
                    hint={growth(&figures, targets.bookings, targets.last_year_bookings)}
                    kind={QuantityKind::Money} bounds={money}
                    value={targets.last_year_bookings.map(Quantity::get)} />
                <QuantityField path={field("repeat_bookings")} label={text::REPEAT} hint={text::REPEAT_HINT}
                    kind={QuantityKind::Money} bounds={money}
                    value={targets.repeat_bookings.map(Quantity::get)} />
                <QuantityField path={field("margin")} label={text::MARGIN} hint={text::MARGIN_HINT}
                    kind={QuantityKind::Money} bounds={money} value={targets.margin.map(Quantity::get)} />
            </div>
            <TextArea path={field("basis")} label={text::BASIS} hint={text::BASIS_HINT}
                value={targets.basis.clone()} example={text::BASIS_EXAMPLE} />
        </section>
    }
}

/// How the target compares with the year before, where both are known.
fn growth(figures: &Figures, target: Option<Money>, last_year: Option<Money>) -> String {
    match (target.map(Quantity::get), last_year.map(Quantity::get)) {
        (Some(target), Some(last)) if last > 0.0 => {
            let change = target / last - 1.0;
            text::growth_over_last_year(&figures.percent(change.abs()), change >= 0.0)
        }
        _ => text::LAST_YEAR_HINT.to_owned(),
    }
}

#[component]
fn MonthsSection() -> Html {
    let plan = use_plan();
    let changes = use_changes();
    let targets = &plan.targets;
    let split = match targets.split {
        TargetSplit::Even => "even",
        TargetSplit::Season => "season",
        TargetSplit::ByMonth => "by_month",
    };
    let choose = {
        let plan = plan.clone();
        Callback::from(move |name: AttrValue| changes.make(split_edit(&plan.targets, &name)))
    };
    let options = vec![
        ("even".into(), text::SPLIT_EVEN.into()),
        ("season".into(), text::SPLIT_SEASON.into()),
        ("by_month".into(), text::SPLIT_BY_MONTH.into()),
    ];
    html! {
        <section>
            <h2>{ text::BY_MONTH }</h2>
            <Choice id="target-split" label={text::SPLIT} {options} chosen={split} {choose} />
            <div>
                if targets.split == TargetSplit::Season {
                    <SeasonField path={field("season")} label={text::WEIGHT} hint={text::SEASON_HINT}
                        value={targets.season} />
                }
            </div>
            <MonthTable />
        </section>
    }
}

/// Chooses a split. The first time amounts by month are asked for, they start from the
/// split before, so that the sum is right.
fn split_edit(targets: &plumbline_plan::chapter::Targets, name: &str) -> Edit {
    let mut edits = vec![Edit::set(field("split"), name)];
    if name == "by_month" && targets.by_month.is_empty() {
        let months: Vec<Month> = targets.period.iter().collect();
        let amounts = targets
            .by_month()
            .into_iter()
            .map(|amount| (amount * 100.0).round() / 100.0);
        for (month, amount) in months.iter().zip(amounts) {
            edits.push(Edit::set(
                field("by_month").child(month.to_string()),
                amount,
            ));
        }
    }
    Edit::group(edits)
}

#[component]
fn MonthTable() -> Html {
    let plan = use_plan();
    let figures = use_figures();
    let targets = &plan.targets;
    let amounts = targets.by_month();
    if amounts.is_empty() {
        return html! { <div /> };
    }
    let entered = targets.split == TargetSplit::ByMonth;
    let mut sum = 0.0;
    let rows = targets.period.iter().zip(&amounts).map(|(month, amount)| {
        sum += amount;
        let name = figures.month(month);
        let cell = if entered {
            let value = targets.by_month.get(&month).map(|money| money.get());
            html! {
                <QuantityField path={field("by_month").child(month.to_string())} label={text::AMOUNT}
                    of={name.clone()} kind={QuantityKind::Money} bounds={(0.0, Money::MOST)} {value}
                    layout={crate::components::Layout::Cell} />
            }
        } else {
            html! { { figures.money(*amount) } }
        };
        html! {
            <tr key={month.to_string()}>
                <th scope="row">{ name }</th>
                <td class="figure">{ cell }</td>
                <td class="figure quiet">{ figures.money(sum) }</td>
            </tr>
        }
    });
    html! {
        <table class="figures whole">
            <thead>
                <tr>
                    <th scope="col">{ text::MONTH }</th>
                    <th scope="col" class="figure">{ text::AMOUNT }</th>
                    <th scope="col" class="figure">{ text::CUMULATIVE }</th>
                </tr>
            </thead>
            <tbody>{ for rows }</tbody>
        </table>
    }
}

#[component]
fn CalculationSection() -> Html {
    let plan = use_plan();
    let settings = &plan.reality_check;
    let path = |name: &str| FieldPath::from("reality_check").child(name);
    html! {
        <details class="depth">
            <summary>{ text::CALCULATION }</summary>
            <div class="columns">
                <DateField path={path("as_of")} label={text::AS_OF} hint={text::AS_OF_HINT} value={settings.as_of} />
                <QuantityField path={path("market_spread")} label={text::MARKET_SPREAD}
                    hint={text::MARKET_SPREAD_HINT} kind={QuantityKind::Factor} bounds={(0.0, 2.0)}
                    value={settings.market_spread.map(Factor::get)} example={examples::MARKET_SPREAD} />
                <QuantityField path={path("lead_variation")} label={text::LEAD_VARIATION}
                    hint={text::LEAD_VARIATION_HINT} kind={QuantityKind::Factor} bounds={(0.0, 5.0)}
                    value={settings.lead_variation.map(Factor::get)} example={examples::LEAD_VARIATION} />
                <QuantityField path={path("correlation")} label={text::CORRELATION}
                    hint={text::CORRELATION_HINT} kind={QuantityKind::Fraction} bounds={(0.0, 1.0)}
                    value={settings.correlation.map(Fraction::get)} example={examples::CORRELATION} />
            </div>
        </details>
    }
}
