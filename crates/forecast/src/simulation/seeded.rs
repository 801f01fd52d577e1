//! The addresses of a trial's chances under one seed. Never draws.

use super::{engine::Engine, tables::MotionTables};
use crate::{
    chance::{Chance, Use, entity},
    model::Motion,
};

/// The uniforms of one seed, by entity.
pub(super) struct Seeded {
    pub(super) assumptions: Vec<Chance>,
    pub(super) judgement: Chance,
    pub(super) market: Chance,
    pub(super) open_odds: Chance,
    pub(super) motions: Vec<SeededMotion>,
    pub(super) deals: Vec<(Chance, Chance)>,
    pub(super) seats: Vec<Chance>,
}

/// The uniforms of one motion.
pub(super) struct SeededMotion {
    pub(super) lead_factor: Chance,
    pub(super) new: SeededStream,
    pub(super) past: SeededStream,
    pub(super) referral: SeededStream,
    pub(super) retention: Chance,
}

/// The uniforms of deals of one origin: how many are won, and for how much.
pub(super) struct SeededStream {
    pub(super) wins: Chance,
    pub(super) value: Chance,
    pub(super) many: Chance,
}

impl Seeded {
    pub(super) fn new(engine: &Engine, seed: u64) -> Self {
        let plan = entity("plan");
        let motions = engine.model.motions.iter().zip(&engine.motions);
        let assumptions = engine.assumptions.iter();
        let deals = engine.deals.iter();
        let seats = engine.model.team.seats.iter();
        Self {
            assumptions: assumptions
                .map(|draw| Chance::new(seed, draw.entity, Use::Assumption))
                .collect(),
            judgement: Chance::new(seed, plan, Use::Judgement),
            market: Chance::new(seed, plan, Use::Market),
            open_odds: Chance::new(seed, plan, Use::OpenDeals),
            motions: motions
                .map(|(motion, tables)| SeededMotion::new(motion, tables, seed))
                .collect(),
            deals: deals
                .map(|deal| {
                    (
                        Chance::new(seed, deal.entity, Use::OpenDealOutcome),
                        Chance::new(seed, deal.entity, Use::DealValue),
                    )
                })
                .collect(),
            seats: seats
                .map(|seat| Chance::new(seed, seat.entity, Use::Departure))
                .collect(),
        }
    }
}

impl SeededMotion {
    fn new(motion: &Motion, tables: &MotionTables, seed: u64) -> Self {
        let of = |what| Chance::new(seed, motion.entity, what);
        let stream = |wins, value, many| SeededStream {
            wins: of(wins),
            value: of(value),
            many: of(many),
        };
        Self {
            lead_factor: Chance::new(seed, tables.lead_entity, Use::LeadFactor),
            new: stream(Use::Wins, Use::DealValue, Use::ManyDeals),
            past: stream(Use::PastWins, Use::PastValue, Use::ManyPastDeals),
            referral: stream(Use::ReferralWins, Use::ReferralValue, Use::ManyReferrals),
            retention: of(Use::Retention),
        }
    }
}
