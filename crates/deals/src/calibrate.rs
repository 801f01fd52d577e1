//! From history to assumptions: for each assumption of a motion that the history speaks to,
//! what it is, what it would be, and the counts behind it (maths.md section 6). Proposes
//! edits and makes none: taking one, all or none is the user's.

mod conversions;
mod leads;
mod stretches;
mod times;

use plumbline_plan::{
    Assumption, Count, Days, Edit, Factor, FieldPath, Fraction, Id, Money, Plan, Quantity, Source,
    chapter::process::{Motion, Stage},
    unit::Season,
};

use crate::{
    Curves, Entry, History, Label, Metrics, Refusal,
    interval::Interval,
    links::{own_links, without_other_motions},
    refusal::ENOUGH_CLOSED,
    rounding,
    rounding::rounded,
    stages,
};

/// What a history says about a motion's assumptions.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Calibration {
    /// What it proposes, in the order of the plan.
    pub proposals: Vec<Proposal>,
    /// What it has too little to say about, and why.
    pub refused: Vec<(Topic, Refusal)>,
}

/// What a proposal or a refusal is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Topic {
    /// The share of deals that go on from a stage.
    Conversion,
    /// Days in a stage.
    Time,
    /// The average value of won deals.
    DealValue,
    /// How much won deals differ in value.
    ValueSpread,
    /// Leads a month.
    Leads,
    /// How uneven leads arrive.
    LeadVariation,
    /// How leads are spread over the calendar year.
    LeadSeason,
    /// How wins are spread over the calendar year.
    CloseSeason,
}

impl Topic {
    /// Whether its figures are counted from months, not from deals.
    #[must_use]
    pub fn is_by_month(self) -> bool {
        matches!(
            self,
            Self::Leads | Self::LeadVariation | Self::LeadSeason | Self::CloseSeason
        )
    }
}

/// A proposed change of one assumption.
#[derive(Debug, Clone, PartialEq)]
pub struct Proposal {
    /// What it is about.
    pub topic: Topic,
    /// The field.
    pub path: FieldPath,
    /// What stands there.
    pub old: Figure,
    /// What would stand there.
    pub new: Figure,
    /// How often it happened; nothing where the figure is no rate.
    pub events: Option<u32>,
    /// Out of how many, or from how many observations.
    pub of: u32,
    /// The change.
    pub edit: Edit,
}

/// A figure of a plan.
#[derive(Debug, Clone, PartialEq)]
pub enum Figure {
    /// A share with its range.
    Share(Assumption<Fraction>),
    /// Days with their range.
    Days(Assumption<Days>),
    /// Days alone.
    PlainDays(Option<Days>),
    /// Money with its range.
    Money(Assumption<Money>),
    /// A number a month with its range.
    Count(Assumption<Count>),
    /// A ratio.
    Factor(Option<Factor>),
    /// Twelve weights.
    Season(Season),
}

/// What the figures come from.
#[derive(Debug, Clone, Copy)]
pub struct Record<'a> {
    /// The deals.
    pub history: &'a History,
    /// Their curves.
    pub curves: &'a Curves,
    /// How their record begins.
    pub entry: Entry,
    /// The plan's stage of each of the file's stages, as far as somebody linked them. Others go
    /// by their names ([`crate::linked_stages`]).
    pub stages: &'a [(Label, Id<Stage>)],
}

/// What a history says about the assumptions of a motion; nothing when the plan has no such
/// motion. Deals that were in stages of other motions alone tell nothing of this one.
#[must_use]
pub fn calibrate(plan: &Plan, motion: &Id<Motion>, record: &Record<'_>) -> Option<Calibration> {
    let motion = plan
        .process
        .motions
        .iter()
        .find(|other| other.id == *motion)?;
    let own = without_other_motions(plan, motion, record.history, record.stages);
    let own_curves = own
        .as_ref()
        .and_then(|history| Curves::of_history(history, record.entry));
    let record = &match (&own, &own_curves) {
        (None, _) => *record,
        (Some(history), Some(curves)) => Record {
            history,
            curves,
            ..*record
        },
        (Some(_), None) => return Some(Calibration::too_few()),
    };
    let mut desk = Desk {
        plan,
        motion,
        record,
        links: own_links(plan, motion, record.history, record.stages),
        entered: stages::in_order(record.history),
        path: FieldPath::from("process/motions").child(motion.id.as_str()),
        calibration: Calibration::default(),
    };
    leads::propose(&mut desk);
    conversions::propose(&mut desk);
    times::propose(&mut desk);
    values(&mut desk);
    Some(desk.calibration)
}

impl Calibration {
    /// Of a motion none of whose deals is known to be won or lost.
    fn too_few() -> Self {
        let refusal = Refusal::TooFewDated {
            dated: 0,
            needed: ENOUGH_CLOSED,
        };
        Self {
            refused: vec![(Topic::Conversion, refusal)],
            ..Self::default()
        }
    }

    /// All proposals as one edit.
    #[must_use]
    pub fn edit(&self) -> Edit {
        Edit::group(
            self.proposals
                .iter()
                .map(|proposal| proposal.edit.clone())
                .collect(),
        )
    }
}

/// Where proposals are made.
struct Desk<'a> {
    plan: &'a Plan,
    motion: &'a Motion,
    record: &'a Record<'a>,
    /// Which of the motion's stages those of the file's are that it has.
    links: Vec<(Label, Id<Stage>)>,
    /// The file's stages that deals are known to have entered, in order.
    entered: Vec<Label>,
    path: FieldPath,
    calibration: Calibration,
}

impl Desk<'_> {
    fn refuse(&mut self, topic: Topic, refusal: Refusal) {
        self.calibration.refused.push((topic, refusal));
    }

    /// Proposes a change of an assumption, unless it says the same already.
    fn assumption<Q>(
        &mut self,
        (topic, path): (Topic, FieldPath),
        old: &Assumption<Q>,
        (average, interval): (f64, Interval),
        (events, of): (Option<u32>, u32),
        figure: impl Fn(Assumption<Q>) -> Figure,
    ) where
        Q: Quantity + serde::Serialize + serde::de::DeserializeOwned,
    {
        let new = Assumption {
            average: Some(rounded(average)),
            low: Some(rounded(interval.low.min(average))),
            high: Some(rounded(interval.high.max(average))),
            source: Source::OwnHistory {
                events: events.map(u64::from),
                of: of.into(),
            },
            note: old.note.clone(),
            checked_on: Some(self.record.history.as_of),
            owner: old.owner.clone(),
            review_on: old.review_on,
            same_as: None,
        };
        if !says_the_same(old, &new) {
            self.calibration.proposals.push(Proposal {
                topic,
                edit: Edit::set(&path, &new),
                path,
                old: figure(old.clone()),
                new: figure(new),
                events,
                of,
            });
        }
    }

    /// Proposes a change of a plain field.
    fn plain(
        &mut self,
        (topic, path): (Topic, FieldPath),
        old: Figure,
        new: Figure,
        value: impl serde::Serialize,
        of: u32,
    ) {
        if !new.says_the_same(&old) {
            self.calibration.proposals.push(Proposal {
                topic,
                edit: Edit::set(&path, value),
                path,
                old,
                new,
                events: None,
                of,
            });
        }
    }

    /// The place of the stage that the file's deals begin in: the first that somebody linked
    /// one of its stages to, or that deals are known to have entered; else the motion's first.
    /// A name alone says where an open deal is, not where deals begin.
    fn first_stage(&self) -> usize {
        let place = |id: &Id<Stage>| self.motion.stages.iter().position(|stage| stage.id == *id);
        let tells = |label: Label| {
            let mut said = self.record.stages.iter();
            said.any(|(linked, _)| *linked == label) || self.entered.contains(&label)
        };
        let linked = self.links.iter().filter(|(label, _)| tells(*label));
        linked.filter_map(|(_, id)| place(id)).min().unwrap_or(0)
    }

    fn stage_path(&self, stage: &Stage, field: &str) -> FieldPath {
        self.path
            .child("stages")
            .child(stage.id.as_str())
            .child(field)
    }
}

/// Days without a range nearer to each other than this are the same.
const PART_OF_A_DAY: f64 = 0.1;

fn is_near(one: Option<f64>, other: Option<f64>) -> bool {
    match (one, other) {
        (Some(one), Some(other)) => rounding::is_near(one, other),
        (None, None) => true,
        _ => false,
    }
}

/// Whether an assumption says the same already, with the same source.
fn says_the_same<Q: Quantity>(old: &Assumption<Q>, new: &Assumption<Q>) -> bool {
    let figures =
        |one: &Assumption<Q>| [one.average, one.low, one.high].map(|q| q.map(Quantity::get));
    let mut pairs = figures(old).into_iter().zip(figures(new));
    let alike = pairs.all(|(one, other)| is_near(one, other));
    let rest = |one: &Assumption<Q>| (one.source.clone(), one.checked_on, one.same_as.clone());
    alike && rest(old) == rest(new)
}

impl Figure {
    /// Whether a plain figure says the same already.
    fn says_the_same(&self, old: &Self) -> bool {
        match (self, old) {
            (Self::PlainDays(Some(one)), Self::PlainDays(Some(other))) => {
                (one.get() - other.get()).abs() <= PART_OF_A_DAY
            }
            (Self::Factor(one), Self::Factor(other)) => {
                is_near(one.map(Quantity::get), other.map(Quantity::get))
            }
            _ => self == old,
        }
    }
}

/// The average value of won deals and how much they differ.
fn values(desk: &mut Desk<'_>) {
    let won = Metrics::of(desk.record.history).won;
    let (Some(mean), Some(interval), Some(spread)) = (won.mean, won.mean_interval, won.spread)
    else {
        return desk.refuse(Topic::DealValue, too_few_values(won.valued));
    };
    if won.valued < ENOUGH_CLOSED {
        return desk.refuse(Topic::DealValue, too_few_values(won.valued));
    }
    let motion = desk.motion;
    let path = desk.path.child("deal_value");
    desk.assumption(
        (Topic::DealValue, path),
        &motion.deal_value,
        (mean, interval),
        (None, won.valued),
        Figure::Money,
    );
    let spread = Some(rounded::<Factor>(spread));
    desk.plain(
        (Topic::ValueSpread, desk.path.child("value_spread")),
        Figure::Factor(motion.value_spread),
        Figure::Factor(spread),
        spread,
        won.valued,
    );
}

fn too_few_values(valued: u32) -> Refusal {
    Refusal::TooFewValues {
        valued,
        needed: ENOUGH_CLOSED,
    }
}
