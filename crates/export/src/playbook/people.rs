//! Chapters 5 and 6: who sells, and what selling pays.

use plumbline_plan::{
    Quantity,
    chapter::{
        compensation::{PaidOn, PayPlan},
        team::{Ramp, Rep},
    },
};
use plumbline_wording::texts::{compensation as c, playbook as text, team as t};

use super::{Playbook, named};
use crate::document::{Section, Table};

impl Playbook<'_> {
    /// Chapter 5.
    pub(super) fn team(&self) -> Vec<Section> {
        let team = &self.plan.team;
        let manager = &team.manager;
        vec![
            Section::new(t::REPS).table(self.reps()),
            Section::new(t::NEEDS).table(self.needs()),
            Section::new(t::NON_SELLING).table(self.non_selling()),
            Section::new(t::MANAGER)
                .said(t::NAME, &manager.name)
                .said(t::TITLE, &manager.title)
                .said(t::HOURS, self.hours(manager.hours_per_week)),
            Section::new(t::HIRES).table(self.hires()),
            Section::new(t::TURNOVER)
                .said(t::RAMP, self.ramp(&team.ramp))
                .said(t::TURNOVER_SHARE, self.value(team.turnover.average))
                .said(t::VACANCY, self.value(team.vacancy.average))
                .said(t::MOST_DEALS, self.value(team.most_deals_per_rep)),
            Section::new(t::BENCH).table(self.bench()),
            Section::new(t::TOOLS)
                .said(t::CUSTOMER_DATABASE, &team.customer_database)
                .said(t::MOBILE, &team.mobile_access)
                .said(t::OTHER_TOOLS, &team.tools),
        ]
    }

    fn rep(&self, place: usize, rep: &Rep) -> String {
        named(&rep.name, place, t::unnamed)
    }

    fn reps(&self) -> Table {
        let mut table = Table::new(
            &[t::NAME, t::TITLE, t::ROLE, t::STARTED_ON],
            &[t::HOURS, t::QUOTA],
        );
        for (place, rep) in self.plan.team.reps.iter().enumerate() {
            table.row([
                self.rep(place, rep),
                rep.title.clone(),
                rep.role.clone(),
                self.short_day(rep.started_on),
                self.hours(rep.hours_per_week),
                self.value(rep.quota),
            ]);
        }
        table
    }

    fn needs(&self) -> Table {
        let columns = [
            t::NAME,
            t::SKILLS,
            t::MINDSET,
            t::TIME_MANAGEMENT,
            t::COACHING,
        ];
        let mut table = Table::new(&columns, &[]);
        for (place, rep) in self.plan.team.reps.iter().enumerate() {
            let needs = [
                &rep.skills_needs,
                &rep.mindset_needs,
                &rep.time_management_needs,
                &rep.coaching_plan,
            ];
            if needs.iter().any(|need| !need.trim().is_empty()) {
                let name = std::iter::once(self.rep(place, rep));
                table.row(name.chain(needs.into_iter().cloned()));
            }
        }
        table
    }

    fn non_selling(&self) -> Table {
        let mut table = Table::new(&[t::NAME, t::TASK, t::COULD_MOVE_TO], &[t::TASK_HOURS]);
        for (place, rep) in self.plan.team.reps.iter().enumerate() {
            for (task_place, task) in rep.non_selling.iter().enumerate() {
                table.row([
                    self.rep(place, rep),
                    named(&task.name, task_place, t::unnamed_task),
                    task.could_move_to.clone(),
                    self.value(task.hours_per_week.average),
                ]);
            }
        }
        table
    }

    fn hires(&self) -> Table {
        let mut table = Table::new(
            &[t::HIRE_ROLE, t::HIRE_MONTH],
            &[t::HIRE_PEOPLE, t::HIRE_NON_SELLING],
        );
        for (place, hire) in self.plan.team.hires.iter().enumerate() {
            table.row([
                named(&hire.role, place, t::unnamed_hire),
                self.month(hire.month),
                hire.people.to_string(),
                self.value(hire.non_selling_share),
            ]);
        }
        table
    }

    fn bench(&self) -> Table {
        let columns = [t::NAME, t::HIRE_ROLE, t::CANDIDATE_STATE, t::LAST_CONTACT];
        let mut table = Table::new(&columns, &[]);
        for (place, candidate) in self.plan.team.bench.iter().enumerate() {
            table.row([
                named(&candidate.name, place, t::unnamed_candidate),
                candidate.role.clone(),
                candidate.state.clone(),
                self.short_day(candidate.last_contact),
            ]);
        }
        table
    }

    fn ramp(&self, ramp: &Ramp) -> String {
        let months = ramp.0.iter().map(|share| self.figures.percent(share.get()));
        months.collect::<Vec<_>>().join(", ")
    }

    /// Chapter 6.
    pub(super) fn compensation(&self) -> Vec<Section> {
        let chapter = &self.plan.compensation;
        let mut sections = vec![Section::new(c::INTENT_SECTION).written(&chapter.intent)];
        for (place, plan) in chapter.pay_plans.iter().enumerate() {
            sections.push(self.pay_plan(place, plan));
        }
        let mut who = Table::new(&[t::NAME, c::PAY_PLAN], &[]);
        for (place, rep) in self.plan.team.reps.iter().enumerate() {
            if let Some(plan) = rep.pay_plan.as_ref().and_then(|id| {
                let mut plans = chapter.pay_plans.iter().enumerate();
                plans.find(|(_, plan)| plan.id == *id)
            }) {
                let role = named(&plan.1.role, plan.0, c::unnamed_pay_plan);
                who.row([self.rep(place, rep), role]);
            }
        }
        sections.push(Section::new(c::WHO).table(who));
        sections.push(Section::new(c::PRESENCE_SECTION).written(&chapter.presence_before_margin));
        sections
    }

    fn pay_plan(&self, place: usize, plan: &PayPlan) -> Section {
        let paid_on = match plan.paid_on {
            PaidOn::Revenue => c::ON_REVENUE,
            PaidOn::GrossMargin => c::ON_MARGIN,
        };
        let mut rates = Table::new(&[], &[c::FROM_ATTAINMENT, c::ACCELERATED_RATE]);
        for accelerator in &plan.accelerators {
            rates.row([
                self.value(accelerator.from_attainment),
                self.value(accelerator.rate),
            ]);
        }
        let role = named(&plan.role, place, c::unnamed_pay_plan);
        Section::new(text::labelled(c::PAY_PLAN, &role))
            .said(c::BASE, self.value(plan.base))
            .said(c::VARIABLE, self.value(plan.variable))
            .said(c::QUOTA, self.value(plan.quota))
            .said(c::PAID_ON, paid_on)
            .said(c::RATE, self.value(plan.rate))
            .said(c::MARGIN_FLOOR, self.value(plan.margin_floor))
            .said(c::STANDARD_MARGIN, self.value(plan.standard_margin))
            .said(c::MARGIN_BONUS, self.value(plan.margin_bonus))
            .table(rates)
    }
}
