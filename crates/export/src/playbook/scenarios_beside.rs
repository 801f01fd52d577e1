//! Scenarios beside the plan: what each is about and in which inputs it differs. Their
//! verdicts are not here: the playbook has the answer of the plan alone.

use plumbline_plan::{
    Plan,
    chapter::scenarios::{Scenario, Scenarios},
    side_by_side,
};
use plumbline_wording::{
    texts::{labels, scenarios as text},
    values,
};

use super::{Playbook, named};
use crate::document::{Section, Table};

/// So many scenarios have room beside the plan in a table on paper.
const ACROSS: usize = 3;

impl Playbook<'_> {
    /// A section on each scenario's subject, and tables of the inputs that differ.
    pub(super) fn scenarios(&self) -> Vec<Section> {
        let others = &self.plan.scenarios.others;
        let mut about = Section::default();
        for (place, scenario) in others.iter().enumerate() {
            about = about.said(&name(scenario, place), scenario.note.trim());
        }
        let all: Vec<(usize, &Scenario)> = others.iter().enumerate().collect();
        let tables = all
            .chunks(ACROSS)
            .map(|some| Section::new(text::DIFFERENT).table(self.differences_of(some)));
        std::iter::once(about).chain(tables).collect()
    }

    fn differences_of(&self, some: &[(usize, &Scenario)]) -> Table {
        let current = match self.plan.scenarios.current.trim() {
            "" => text::THE_PLAN,
            name => name,
        };
        let names: Vec<String> = some
            .iter()
            .map(|(place, scenario)| name(scenario, *place))
            .collect();
        let mut columns = vec![text::INPUT, current];
        columns.extend(names.iter().map(String::as_str));
        let mut table = Table::new(&columns, &[]);
        let in_place: Vec<Plan> = some
            .iter()
            .map(|(_, scenario)| scenario.in_place(self.plan))
            .collect();
        let plans: Vec<&Plan> = std::iter::once(self.plan).chain(&in_place).collect();
        for (path, values) in side_by_side(&plans, &Scenarios::CHAPTERS) {
            // The name of an item is known to a plan that has it.
            let knows = values.iter().position(Option::is_some).unwrap_or(0);
            let label = labels::of(plans[knows], &path);
            let written = plans
                .iter()
                .zip(&values)
                .map(|(plan, value)| values::in_words(plan, &path, value.as_ref(), self.figures));
            table.row(std::iter::once(label).chain(written));
        }
        table
    }
}

fn name(scenario: &Scenario, place: usize) -> String {
    named(&scenario.name, place, |number| text::unnamed(number + 1))
}
