//! What the plan's assumptions might be, and one draw of all of them (maths.md sections 1
//! and 4), read from the plan and drawn without the engine.

use std::{collections::BTreeMap, sync::LazyLock};

use plumbline_forecast::distribution::Beta;
use plumbline_plan::{Assumption, FieldPath, Plan, Quantity, QuantityKind, Source};
use serde::{Serialize, de::DeserializeOwned};

use crate::support::random::Random;

/// The standard normal score of the 90th percentile.
pub const P90: f64 = 1.281_551_565_544_600_4;

/// What judgements err about together.
#[derive(Clone, Copy)]
pub enum Kind {
    Leads,
    Conversion,
    Time,
    Value,
    Growth,
    AfterWin,
    Hours,
}

const KINDS: usize = 7;

/// The assumptions that are used, each once.
pub struct Beliefs<'a> {
    plan: &'a Plan,
    places: BTreeMap<FieldPath, usize>,
    all: Vec<Belief>,
    correlation: f64,
}

struct Belief {
    shape: Shape,
    kind: Kind,
    judged: bool,
}

enum Shape {
    Constant(f64),
    /// Mean and standard deviation of the logarithm.
    Lognormal(f64, f64),
    /// Values by normal score, from -[`REACH`] on in steps of 1 / [`PER_SCORE`].
    Table(Vec<f64>),
}

const REACH: f64 = 6.0;
const PER_SCORE: f64 = 50.0;

/// One draw of everything.
pub struct Draw {
    pub scores: Vec<f64>,
    pub values: Vec<f64>,
}

impl<'a> Beliefs<'a> {
    pub fn new(plan: &'a Plan) -> Self {
        Self {
            plan,
            places: BTreeMap::new(),
            all: Vec::new(),
            correlation: plan.reality_check.correlation(),
        }
    }

    /// The place of an assumption, or of the one that stands for it; nothing when no
    /// average is entered. `variation` is how much single observations differ, against the
    /// average.
    pub fn place<Q: Quantity + Serialize + DeserializeOwned>(
        &mut self,
        path: FieldPath,
        assumption: &Assumption<Q>,
        kind: Kind,
        variation: Option<f64>,
    ) -> Option<usize> {
        if let Some(other) = &assumption.same_as {
            let other = other.clone();
            let value = self.plan.field(&other).unwrap();
            let assumption: Assumption<Q> = serde_json::from_value(value).unwrap();
            return self.place(other, &assumption, kind, variation);
        }
        if let Some(place) = self.places.get(&path) {
            return Some(*place);
        }
        let shape = shape(assumption, variation)?;
        self.all.push(Belief {
            shape,
            kind,
            judged: !matches!(assumption.source, Source::OwnHistory { .. }),
        });
        self.places.insert(path, self.all.len() - 1);
        Some(self.all.len() - 1)
    }

    /// Median and standard deviation of the logarithm of what is positive or constant.
    pub fn logarithm(&self, place: usize) -> (f64, f64) {
        match &self.all[place].shape {
            Shape::Constant(value) => (*value, 0.0),
            Shape::Lognormal(mu, sigma) => (mu.exp(), *sigma),
            Shape::Table(_) => unreachable!("no share has a logarithm here"),
        }
    }

    /// Draws everything once: judgements of a kind correlated, own history by itself.
    pub fn draw(&self, random: &mut Random) -> Draw {
        let common = [0.0; KINDS].map(|_: f64| random.normal());
        let (shared, own) = (self.correlation.sqrt(), (1.0 - self.correlation).sqrt());
        let scores: Vec<f64> = self
            .all
            .iter()
            .map(|belief| {
                let alone = random.normal();
                if belief.judged {
                    shared * common[belief.kind as usize] + own * alone
                } else {
                    alone
                }
            })
            .collect();
        let values = self.all.iter().zip(&scores);
        Draw {
            values: values
                .map(|(belief, score)| belief.shape.at(*score))
                .collect(),
            scores,
        }
    }
}

impl Shape {
    fn at(&self, score: f64) -> f64 {
        match self {
            Self::Constant(value) => *value,
            Self::Lognormal(mu, sigma) => (mu + sigma * score).exp(),
            Self::Table(values) => {
                let place = (score.clamp(-REACH, REACH) + REACH) * PER_SCORE;
                let cell = (place as usize).min(values.len() - 2);
                values[cell] + (place - cell as f64) * (values[cell + 1] - values[cell])
            }
        }
    }
}

/// maths.md section 1, rule by rule. Growth is one plus the rate.
fn shape<Q: Quantity>(assumption: &Assumption<Q>, variation: Option<f64>) -> Option<Shape> {
    let range = assumption.range()?;
    let share = Q::KIND == QuantityKind::Fraction;
    let offset = if Q::KIND == QuantityKind::GrowthRate {
        1.0
    } else {
        0.0
    };
    let [low, average, high] = [range.low, range.average, range.high].map(|q| q.get() + offset);
    if let (Source::OwnHistory { events, of }, false) = (&assumption.source, range.entered) {
        let of = *of as f64;
        if share {
            let won = events.map_or(average * of, |events| events as f64);
            return Some(beta(won + 0.5, of - won + 0.5));
        }
        if let Some(variation) = variation.filter(|_| average > 0.0) {
            let ratio = variation / of.sqrt();
            let square = (ratio * ratio).ln_1p();
            return Some(Shape::Lognormal(average.ln() - 0.5 * square, square.sqrt()));
        }
    }
    let certain = average <= 0.0 || low >= high || (share && average >= 1.0);
    Some(if certain {
        Shape::Constant(average)
    } else if share {
        let fit = Beta::through(low, high).beta;
        beta(fit.a, fit.b)
    } else {
        Shape::Lognormal((low * high).sqrt().ln(), (high / low).ln() / (2.0 * P90))
    })
}

/// The quantiles of a Beta distribution, by adding up its density over the logit, where it
/// is x^a (1 - x)^b. (The parameters for a low and a high are the engine's fit, which
/// distributions.rs holds against scipy.)
fn beta(a: f64, b: f64) -> Shape {
    const CELLS: usize = 20_000;
    let logistic = |y: f64| 1.0 / (1.0 + (-y).exp());
    let width = 12.0 / a.min(b).sqrt() + 12.0 / a.min(b);
    let middle = (a / b).ln();
    let step = 2.0 * width / CELLS as f64;
    let logit = |cell: usize| middle - width + step * cell as f64;
    let log_density = |y: f64| a * logistic(y).ln() + b * logistic(-y).ln();
    let peak = log_density(middle);
    let mut sum = 0.0;
    let mut before = 0.0;
    let below: Vec<f64> = (0..=CELLS)
        .map(|cell| {
            let density = (log_density(logit(cell)) - peak).exp();
            sum += 0.5 * (before + density);
            before = density;
            sum
        })
        .collect();
    let values = SHARES_BELOW.iter().map(|share| {
        let wanted = sum * share;
        let cell = below.partition_point(|b| *b < wanted).clamp(1, CELLS);
        let part = (wanted - below[cell - 1]) / (below[cell] - below[cell - 1]).max(1e-300);
        logistic(logit(cell - 1) + step * part.clamp(0.0, 1.0))
    });
    Shape::Table(values.collect())
}

/// The share of a normal distribution below each score of a [`Shape::Table`].
static SHARES_BELOW: LazyLock<Vec<f64>> = LazyLock::new(|| {
    let places = 0..=(2.0 * REACH * PER_SCORE) as usize;
    places
        .map(|place| normal_cdf(place as f64 / PER_SCORE - REACH))
        .collect()
});

/// By adding up the density from the middle (Simpson's rule).
fn normal_cdf(score: f64) -> f64 {
    const HALVES: usize = 400;
    let density = |z: f64| (-0.5 * z * z).exp() / (2.0 * std::f64::consts::PI).sqrt();
    let step = score / (2 * HALVES) as f64;
    let inner: f64 = (1..2 * HALVES)
        .map(|i| density(step * i as f64) * if i % 2 == 1 { 4.0 } else { 2.0 })
        .sum();
    0.5 + step / 3.0 * (density(0.0) + inner + density(score))
}

/// Two values of scipy's, of those in distributions.rs.
#[test]
fn the_table_of_a_beta_has_its_quantiles() {
    let table = beta(4.5, 16.5);
    for (score, wanted) in [
        (-P90, 0.108_257_393_339_948_74),
        (0.0, 0.205_105_467_308_48),
    ] {
        let got = table.at(score);
        assert!((got - wanted).abs() < 1e-4, "{score}: {got} for {wanted}");
    }
}
