//! Chapters 4, 7 and 8: how it sells, what it is to bring, what is under way.

use plumbline_plan::{
    Quantity,
    chapter::{
        pipeline::{Deal, StartingPoint},
        process::{LeadSource, Motion},
    },
};
use plumbline_wording::texts::{pipeline as p, playbook as text, process, targets as t};

use super::{Playbook, named};
use crate::document::{Section, Table};

/// A pipeline is imported by the thousand; on paper the largest deals are enough.
const MOST_DEALS: usize = 40;

impl Playbook<'_> {
    /// Chapter 4.
    pub(super) fn process(&self) -> Vec<Section> {
        let motions = &self.plan.process.motions;
        let mut sections = Vec::new();
        for (place, motion) in motions.iter().enumerate() {
            let name = named(&motion.name, place, process::unnamed);
            // With one way of selling its name would only be in the way.
            let titled = |title: &str| {
                if motions.len() == 1 {
                    title.to_owned()
                } else {
                    text::labelled(&name, title)
                }
            };
            sections.push(
                Section::new(titled(process::LEADS))
                    .said(process::DEAL_VALUE, self.value(motion.deal_value.average))
                    .table(self.leads(motion)),
            );
            sections.push(Section::new(titled(process::STAGES)).table(self.stage_words(motion)));
            sections
                .push(Section::new(titled(process::CONVERSION)).table(self.stage_figures(motion)));
            let (repeat, referrals) = (&motion.repeat, &motion.referrals);
            sections.push(
                Section::new(titled(process::AFTER_WIN))
                    .said(
                        process::REPEAT_SHARE,
                        self.value(repeat.share_of_value.average),
                    )
                    .said(process::REPEAT_LAG, self.value(repeat.lag.average))
                    .said(process::RETENTION, self.value(repeat.retention.average))
                    .said(
                        process::LEADS_PER_WIN,
                        self.value(referrals.leads_per_win.average),
                    )
                    .said(process::REFERRAL_LAG, self.value(referrals.lag.average)),
            );
        }
        sections
    }

    fn leads(&self, motion: &Motion) -> Table {
        let mut table = Table::new(
            &[process::SOURCE_NAME],
            &[
                process::PER_MONTH,
                process::PER_DAY,
                process::CONTACT_RATE,
                process::LEAD_RATE,
                process::GROWTH,
            ],
        );
        for (place, source) in motion.lead_sources.iter().enumerate() {
            let [per_month, per_day, contact, lead] = self.lead_figures(source);
            table.row([
                named(&source.name, place, process::unnamed_source),
                per_month,
                per_day,
                contact,
                lead,
                self.value(source.growth.average),
            ]);
        }
        table
    }

    /// Leads a month, or the activity they are derived from.
    fn lead_figures(&self, source: &LeadSource) -> [String; 4] {
        let none = String::new;
        if source.from_activity {
            let activity = &source.activity;
            [
                none(),
                self.value(activity.per_day.average),
                self.value(activity.contact_rate.average),
                self.value(activity.lead_rate.average),
            ]
        } else {
            [self.value(source.per_month.average), none(), none(), none()]
        }
    }

    fn stage_words(&self, motion: &Motion) -> Table {
        let mut table = Table::new(
            &[
                process::STAGE_NAME,
                process::BUYER_STEP,
                process::ACTIVITIES,
                process::MILESTONE,
            ],
            &[],
        );
        for (place, stage) in motion.stages.iter().enumerate() {
            table.row([
                named(&stage.name, place, process::unnamed_stage),
                stage.buyer_step.clone(),
                stage.activities.clone(),
                stage.milestone.clone(),
            ]);
        }
        table
    }

    fn stage_figures(&self, motion: &Motion) -> Table {
        let mut table = Table::new(
            &[process::STAGE_NAME],
            &[
                process::CONVERSION,
                process::TIME,
                process::SLOW_TIME,
                process::HOURS,
                process::CUT_OFF,
            ],
        );
        for (place, stage) in motion.stages.iter().enumerate() {
            table.row([
                named(&stage.name, place, process::unnamed_stage),
                self.value(stage.conversion.average),
                self.value(stage.time_in_stage.average),
                self.value(stage.slow_time),
                self.value(stage.hours_per_deal.average),
                self.value(stage.cut_off),
            ]);
        }
        table
    }

    /// Chapter 7.
    pub(super) fn targets(&self) -> Vec<Section> {
        let chapter = &self.plan.targets;
        let figures = self.figures;
        let period = figures.months(chapter.period.start, chapter.period.last());
        let mut months = Table::new(&[t::MONTH], &[t::AMOUNT, t::CUMULATIVE]);
        let mut so_far = 0.0;
        for (month, amount) in chapter.period.iter().zip(chapter.by_month()) {
            so_far += amount;
            months.row([
                figures.month(month),
                figures.money(amount),
                figures.money(so_far),
            ]);
        }
        vec![
            Section::new(text::TARGET_SECTION)
                .said(t::PERIOD, period)
                .said(t::BOOKINGS, self.value(chapter.bookings))
                .said(t::REPEAT, self.value(chapter.repeat_bookings))
                .said(t::MARGIN, self.value(chapter.margin))
                .said(t::LAST_YEAR, self.value(chapter.last_year_bookings))
                .said(t::GOAL, figures.percent(chapter.goal().get()))
                .said(t::BASIS, &chapter.basis),
            Section::new(t::BY_MONTH).table(months),
        ]
    }

    /// Chapter 8.
    pub(super) fn pipeline(&self) -> Vec<Section> {
        let chapter = &self.plan.pipeline;
        if chapter.deals.is_empty() {
            let starts = match chapter.starting_from {
                StartingPoint::RunningBusiness => p::RUNNING,
                StartingPoint::Nothing => p::FROM_NOTHING,
            };
            return vec![Section::default().said(p::STARTING_FROM, starts)];
        }
        let worth = |deal: &Deal| deal.value.map_or(0.0, Quantity::get);
        let mut deals: Vec<(usize, &Deal)> = chapter.deals.iter().enumerate().collect();
        deals.sort_by(|(_, one), (_, other)| worth(other).total_cmp(&worth(one)));
        let mut table = Table::new(
            &[p::NAME, p::CUSTOMER, p::STAGE, p::OWNER],
            &[p::VALUE, p::EXPECTED, p::WIN_CHANCE],
        );
        for (place, deal) in deals.iter().take(MOST_DEALS) {
            table.row([
                named(&deal.name, *place, p::unnamed),
                deal.customer.clone(),
                self.stage_of(deal),
                self.owner_of(deal),
                self.value(deal.value),
                self.short_day(deal.expected_close),
                self.value(deal.win_chance),
            ]);
        }
        let total: f64 = chapter.deals.iter().map(worth).sum();
        let more = deals.len().saturating_sub(MOST_DEALS);
        vec![
            Section::new(p::OPEN_DEALS)
                .paragraph(text::deals_worth(
                    deals.len(),
                    &self.figures.about_money(total),
                ))
                .table(table)
                .paragraph(if more > 0 {
                    text::and_more(more)
                } else {
                    String::new()
                }),
        ]
    }

    fn stage_of(&self, deal: &Deal) -> String {
        let motions = &self.plan.process.motions;
        let motion = match &deal.motion {
            Some(id) => motions.iter().find(|motion| motion.id == *id),
            None => motions.first(),
        };
        let stages = motion.map_or(&[][..], |motion| &motion.stages);
        let place = match &deal.stage {
            Some(id) => stages.iter().position(|stage| stage.id == *id),
            None => Some(0),
        };
        let stage = place.and_then(|place| Some((place, stages.get(place)?)));
        stage.map_or_else(String::new, |(place, stage)| {
            named(&stage.name, place, process::unnamed_stage)
        })
    }

    fn owner_of(&self, deal: &Deal) -> String {
        let mut reps = self.plan.team.reps.iter();
        let owner = deal.owner.as_ref();
        let found = owner.and_then(|id| reps.find(|rep| rep.id == *id));
        found.map_or_else(String::new, |rep| rep.name.clone())
    }
}
