//! The way of the file's deals through a motion's stages, up to the win: what became of those
//! that came to each stage the file has dates for, until the next of these. A deal that skipped
//! a stage, or went back to it, was through it as soon as it came to a later one; so all
//! stages together let through what is won of all.

use chrono::NaiveDate;
use plumbline_plan::{Id, chapter::process::Stage};

use super::Desk;
use crate::{Curves, Deal, Label, Spell, State};

/// Stages of a plan that deals went through between two dates that are known.
pub(super) struct Stretch {
    /// What is known of the deals that came to the first of them; nothing where none is known to.
    passage: Option<Passage>,
    stages: Vec<Stage>,
}

/// What became of the deals that came to a stage.
pub(super) struct Passage {
    /// How many came.
    pub(super) entered: u32,
    /// How many went on.
    pub(super) went_on: u32,
    /// How many were lost on the way to the next.
    pub(super) lost: u32,
    /// Going on and losing by days, of all of them.
    pub(super) all: Option<Curves>,
    /// The same of those that did not skip it: they tell how long it takes.
    pub(super) inside: Option<Curves>,
}

/// The stages of which something is told, and the others.
pub(super) struct Told<T> {
    /// Stages with what is told of them together.
    pub(super) told: Vec<(Vec<Stage>, T)>,
    /// Stages of which nothing is told.
    pub(super) untold: Vec<Stage>,
    /// All stages, in the order of the plan.
    pub(super) all: Vec<Stage>,
}

impl<T> Told<T> {
    /// What a passage tells of the stages of each stretch.
    pub(super) fn by(desk: &Desk<'_>, tell: impl Fn(&Passage) -> Option<T>) -> Self {
        let (mut told, mut untold, mut all) = (Vec::new(), Vec::new(), Vec::new());
        for stretch in stretches(desk) {
            all.extend(stretch.stages.iter().cloned());
            match stretch.passage.as_ref().and_then(&tell) {
                Some(said) => told.push((stretch.stages, said)),
                None => untold.extend(stretch.stages),
            }
        }
        Self { told, untold, all }
    }
}

/// The stages a deal of the file goes through up to the win, in stretches: each begins with a
/// stage that deals are known to have entered, and reaches to the next of these.
fn stretches(desk: &Desk<'_>) -> Vec<Stretch> {
    let way = Way::of(desk);
    let mut passages = way.passages(desk).into_iter();
    let win = desk.motion.win_place().unwrap_or(0);
    let first = desk.first_stage();
    let mut stretches: Vec<Stretch> = Vec::new();
    for (place, stage) in desk.motion.stages.iter().enumerate() {
        if !(first..=win).contains(&place) {
            continue;
        }
        let is_known = way.known.contains(&place);
        match stretches.last_mut() {
            Some(stretch) if !is_known => stretch.stages.push(stage.clone()),
            _ => stretches.push(Stretch {
                passage: if is_known { passages.next() } else { None },
                stages: vec![stage.clone()],
            }),
        }
    }
    stretches
}

/// The plan's stages in which deals are known to have been.
struct Way {
    /// The place in the motion of each of the file's stages that the motion has.
    places: Vec<(Label, usize)>,
    /// The file's stages before all of these: what the plan begins with begins there.
    before: Vec<Label>,
    /// The places up to the win that deals are known to have entered, in order.
    known: Vec<usize>,
}

impl Way {
    fn of(desk: &Desk<'_>) -> Self {
        let place = |id: &Id<Stage>| desk.motion.stages.iter().position(|stage| stage.id == *id);
        let links = desk.links.iter();
        let places: Vec<(Label, usize)> = links
            .filter_map(|(label, id)| Some((*label, place(id)?)))
            .collect();
        let is_linked = |label: &Label| places.iter().any(|(other, _)| other == label);
        let order = &desk.entered;
        let before = order.iter().take_while(|label| !is_linked(label));
        let before = before.copied().collect();
        let win = desk.motion.win_place().unwrap_or(0);
        let entered = places.iter().filter(|(label, _)| order.contains(label));
        let mut known: Vec<usize> = entered.map(|(_, place)| *place).collect();
        known.retain(|place| *place <= win);
        known.sort_unstable();
        known.dedup();
        Self {
            places,
            before,
            known,
        }
    }

    /// What became of the deals that came to each of the known stages.
    fn passages(&self, desk: &Desk<'_>) -> Vec<Passage> {
        let mut spells: Vec<Vec<(Spell, bool)>> = vec![Vec::new(); self.known.len()];
        for deal in &desk.record.history.deals {
            let steps = self.steps(deal);
            for (which, step) in self.spells(deal, &steps, desk.record.history.as_of) {
                spells[which].push(step);
            }
        }
        spells.iter().map(|spells| Passage::of(spells)).collect()
    }

    /// The places a deal came to, with the days.
    fn steps(&self, deal: &Deal) -> Vec<(usize, NaiveDate)> {
        let place = |label: Label| {
            let mut places = self.places.iter();
            let own = places.find(|(other, _)| *other == label);
            let begins = || {
                let first = self.known.first().copied();
                first.filter(|_| self.before.contains(&label))
            };
            own.map(|(_, place)| *place).or_else(begins)
        };
        let entered = deal.entered.iter();
        entered
            .filter_map(|(label, on)| Some((place(*label)?, *on)))
            .collect()
    }

    /// The time of a deal from coming to each known stage to coming to a later one, winning
    /// being later than all; and whether it was in that stage.
    fn spells(
        &self,
        deal: &Deal,
        steps: &[(usize, NaiveDate)],
        as_of: NaiveDate,
    ) -> Vec<(usize, (Spell, bool))> {
        let won = deal.closed.filter(|_| deal.state == State::Won);
        let came = |least: usize| {
            let later = steps.iter().filter(|(place, _)| *place >= least);
            later.map(|(_, on)| *on).min()
        };
        let mut spells = Vec::new();
        if steps.is_empty() {
            return spells;
        }
        for (which, place) in self.known.iter().enumerate() {
            let Some(since) = came(*place).or(won) else {
                break;
            };
            let next = self.known.get(which + 1).copied().unwrap_or(place + 1);
            let (until, end) = match (came(next).or(won), deal.state) {
                (Some(on), _) => (on, State::Won),
                (None, State::Open) => (as_of, State::Open),
                // Closed on an unknown day: no time to count.
                (None, state) => match deal.closed {
                    Some(closed) => (closed, state),
                    None => break,
                },
            };
            let days = (until - since).num_days();
            if days >= 0 {
                let was_inside = steps.contains(&(*place, since));
                let spell = Spell {
                    entry: -1,
                    exit: days,
                    end,
                };
                spells.push((which, (spell, was_inside)));
            }
        }
        spells
    }
}

impl Passage {
    fn of(spells: &[(Spell, bool)]) -> Self {
        let count = |state| {
            spells
                .iter()
                .filter(|(spell, _)| spell.end == state)
                .count() as u32
        };
        let curves = |spells: Vec<Spell>| Curves::of(&spells);
        let inside = spells.iter().filter(|(_, was_inside)| *was_inside);
        Self {
            entered: spells.len() as u32,
            went_on: count(State::Won),
            lost: count(State::Lost),
            all: curves(spells.iter().map(|(spell, _)| *spell).collect()),
            inside: curves(inside.map(|(spell, _)| *spell).collect()),
        }
    }
}
