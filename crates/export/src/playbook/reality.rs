//! Chapter 11: the verdict and what is behind it.

use plumbline_forecast::{Outcome, Verdict, verdict::MotionNeed};
use plumbline_wording::texts::{fields, labels, playbook, verdict as text};

use super::Playbook;
use crate::document::{Block, Section, Table};
use crate::pictures::needs;

impl Playbook<'_> {
    /// Chapter 11.
    pub(super) fn reality_check(&self) -> Vec<Section> {
        let Some((outcome, verdict)) = self.answer else {
            return vec![Section::default().paragraph(playbook::NO_VERDICT)];
        };
        let mut sections = vec![
            Section::default()
                .paragraph(self.sentence(outcome))
                .paragraph(text::safe_target(
                    &self.figures.about_money(outcome.target_at_80_percent),
                ))
                .block(Block::Picture(self.plumb_line(outcome)))
                .paragraph(playbook::computed(
                    &self.figures.whole(f64::from(outcome.trials)),
                    outcome.seed,
                )),
            Section::new(text::BY_MONTH)
                .block(Block::Picture(self.fan(outcome)))
                .table(self.months(outcome)),
            Section::new(text::ORIGINS)
                .table(self.origins(outcome))
                .paragraph(text::dependence(
                    &self.figures.percent(verdict.not_yet_created),
                )),
        ];
        sections.extend(self.required(verdict));
        sections.push(self.workload(verdict));
        sections.push(Section::new(text::DEADLINES).list(self.deadlines(verdict)));
        sections.push(Section::new(playbook::RESTS_ON).table(self.evidence(verdict)));
        sections
    }

    /// The verdict in a sentence.
    pub(super) fn sentence(&self, outcome: &Outcome) -> String {
        let percent = self.figures.probability(outcome.probability);
        let edge = !(0.01..=0.99).contains(&outcome.probability);
        text::sentence(
            &text::about_chance(&percent, edge),
            &self.figures.about_money(outcome.target),
            &self.figures.about_money(outcome.bookings.p50),
        )
    }

    fn months(&self, outcome: &Outcome) -> Table {
        let mut table = Table::new(
            &[text::MONTH],
            &[
                text::LOW,
                text::MIDDLE,
                text::HIGH,
                text::CUMULATIVE_MIDDLE,
                text::CUMULATIVE_TARGET,
            ],
        );
        let mut target = 0.0;
        for month in &outcome.months {
            target += month.target;
            let money = |amount| self.figures.money(amount);
            table.row([
                self.figures.month(month.month),
                money(month.bookings.p10),
                money(month.bookings.p50),
                money(month.bookings.p90),
                money(month.cumulative.p50),
                money(target),
            ]);
        }
        table
    }

    fn origins(&self, outcome: &Outcome) -> Table {
        let by = outcome.by_origin;
        let total = by.total();
        let mut table = Table::new(&[text::ORIGIN], &[text::MEAN, text::SHARE]);
        for (label, amount) in [
            (text::ACTUAL, by.actual),
            (text::OPEN, by.open),
            (text::NEW, by.new),
            (text::REPEAT, by.repeat_and_referral),
            (text::TOTAL, total),
        ] {
            let share = (total > 0.0).then(|| self.figures.percent(amount / total));
            table.row([
                label.to_owned(),
                self.figures.money(amount),
                share.unwrap_or_default(),
            ]);
        }
        table
    }

    fn required(&self, verdict: &Verdict) -> Vec<Section> {
        let motions = &verdict.required.motions;
        let section = |need: &MotionNeed| {
            let title = if motions.len() == 1 {
                text::REQUIRED.to_owned()
            } else {
                playbook::labelled(text::REQUIRED, &need.name)
            };
            if need.leads.needed.is_none() {
                return Section::new(title).paragraph(text::NO_LEADS_BRING_IT);
            }
            Section::new(title)
                .paragraph(text::REQUIRED_TEXT)
                .block(Block::Picture(self.bars(need)))
                .table(self.need_table(need))
        };
        motions.iter().map(section).collect()
    }

    fn need_table(&self, need: &MotionNeed) -> Table {
        let mut table = Table::new(
            &[text::STAGE],
            &[
                text::REQUIRED_COLUMN,
                text::PROVIDED_COLUMN,
                text::PER_WEEK,
                text::PER_REP_AND_WEEK,
                text::AT_GOAL,
            ],
        );
        let count = |count: Option<f64>| count.map(|count| self.figures.about_count(count));
        for (name, need) in needs(need) {
            table.row([
                name,
                count(need.needed.map(|amount| amount.total)).unwrap_or_default(),
                self.figures.about_count(need.provided.total),
                count(need.needed.map(|amount| amount.per_week)).unwrap_or_default(),
                count(need.needed.map(|amount| amount.per_rep_and_week)).unwrap_or_default(),
                count(need.needed_at_goal.map(|amount| amount.total)).unwrap_or_default(),
            ]);
        }
        table
    }

    fn workload(&self, verdict: &Verdict) -> Section {
        let team = &self.plan.team;
        let section = Section::new(text::WORKLOAD);
        if team.reps.is_empty() && team.hires.is_empty() {
            return section.paragraph(text::NO_REPS);
        }
        let said = match verdict.capacity.first_over {
            Some(month) => text::hours_run_out(&self.figures.month(month)),
            None => text::HOURS_SUFFICE.to_owned(),
        };
        let mut table = Table::new(
            &[text::MONTH],
            &[text::HOURS_ASKED, text::HOURS_AVAILABLE, text::UTILISATION],
        );
        for month in &verdict.capacity.months {
            let used = month.utilisation.map(|share| self.figures.percent(share));
            table.row([
                self.figures.month(month.month),
                self.figures.whole(month.asked()),
                self.figures.whole(month.available),
                used.unwrap_or_default(),
            ]);
        }
        section.paragraph(said).table(table)
    }

    fn deadlines(&self, verdict: &Verdict) -> Vec<String> {
        let dates = verdict.last_useful_dates.iter();
        let sentence = |date: &plumbline_forecast::verdict::LastUsefulDate| {
            let motion = labels::of(self.plan, &date.motion);
            let (half, most) = (date.even_chance?, date.safe?);
            let day = |day| self.figures.day(day);
            Some(text::last_useful(&motion, &day(half), &day(most)))
        };
        dates.filter_map(sentence).collect()
    }

    fn evidence(&self, verdict: &Verdict) -> Table {
        let shares = &verdict.evidence;
        let mut table = Table::new(&[fields::SOURCE], &[text::SHARE]);
        for (label, share) in [
            (fields::SOURCE_HISTORY, shares.own_history),
            (fields::SOURCE_PUBLISHED, shares.published),
            (fields::SOURCE_TEAM, shares.team),
            (fields::SOURCE_GUESS, shares.guess),
        ] {
            table.row([label.to_owned(), self.figures.percent(share)]);
        }
        table
    }
}
