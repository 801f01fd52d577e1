//! Chapters 1 to 3: what the firm stands for, whom it sells to, what it offers.

use plumbline_plan::chapter::{
    market::{Advice, AttributeRole},
    offer::ValueProposition,
};
use plumbline_wording::texts::{by_score as score, foundation as f, market as m, offer as o};

use super::{Playbook, named};
use crate::document::{Section, Table};

impl Playbook<'_> {
    /// Chapter 1.
    pub(super) fn foundation(&self) -> Vec<Section> {
        let chapter = &self.plan.foundation;
        let mut values = Table::new(&[f::VALUE, f::MEANING], &[]);
        for value in &chapter.values {
            values.row([value.name.clone(), value.meaning.clone()]);
        }
        let mut priorities = Table::new(&[f::PRIORITY, f::SALES_PART], &[]);
        for priority in &chapter.priorities {
            priorities.row([priority.name.clone(), priority.sales_part.clone()]);
        }
        vec![
            Section::new(f::VALUES).table(values),
            Section::new(f::DIRECTION)
                .said(f::PURPOSE, &chapter.purpose)
                .said(f::MISSION, &chapter.mission)
                .said(f::VISION, &chapter.vision),
            Section::new(f::PRIORITIES).table(priorities),
            Section::new(f::STRATEGY).written(&chapter.strategy),
        ]
    }

    /// Chapter 2.
    pub(super) fn market(&self) -> Vec<Section> {
        let chapter = &self.plan.market;
        let mut segments = Table::new(
            &[m::SEGMENT, m::DESCRIPTION],
            &[m::CUSTOMERS, m::YEARLY_SPEND],
        );
        for (place, segment) in chapter.segments.iter().enumerate() {
            segments.row([
                named(&segment.name, place, m::unnamed_segment),
                segment.description.clone(),
                self.value(segment.customers.average),
                self.value(segment.yearly_spend.average),
            ]);
        }
        let size = chapter.yearly_spend();
        let mut profile = Table::new(&[m::STATEMENT, m::ROLE], &[m::WEIGHT]);
        for attribute in &chapter.profile {
            let role = match attribute.role {
                AttributeRole::Must => m::MUST,
                AttributeRole::Helps => m::HELPS,
                AttributeRole::RulesOut => m::RULES_OUT,
            };
            if !attribute.statement.trim().is_empty() {
                let counts = attribute.role != AttributeRole::RulesOut;
                let weight = self.figures.count(attribute.weight());
                profile.row([
                    attribute.statement.clone(),
                    role.to_owned(),
                    if counts { weight } else { String::new() },
                ]);
            }
        }
        let mut roles = Table::new(&[m::BUYING_ROLE, m::CARES_ABOUT, m::REACHED_BY], &[]);
        for role in &chapter.buying_roles {
            roles.row([
                role.name.clone(),
                role.cares_about.clone(),
                role.reached_by.clone(),
            ]);
        }
        vec![
            Section::new(m::TARGET_MARKETS).written(&chapter.target_markets),
            Section::new(m::SEGMENTS).table(segments).paragraph(
                size.map_or_else(String::new, |size| {
                    m::market_size(&self.figures.about_money(size))
                }),
            ),
            Section::new(m::PROFILE).table(profile),
            Section::new(m::BUYING_ROLES).table(roles),
            Section::new(m::CHOOSING)
                .said(m::SEIZE, &chapter.seize)
                .said(m::PASS_ON, &chapter.pass_on),
            Section::new(m::OPPORTUNITIES).table(self.opportunities()),
            self.by_score(),
        ]
    }

    /// Win rates of past deals by score; nothing where no column of theirs tells of the
    /// profile.
    fn by_score(&self) -> Section {
        let section = Section::new(score::TITLE);
        let profile = &self.plan.market.profile;
        let Some(found) = self.tally.and_then(|tally| tally.by_score(profile)) else {
            return section;
        };
        let figures = [score::WON, score::CLOSED, score::RATE, score::RANGE];
        let mut table = Table::new(&[score::ADVICE], &figures);
        for band in &found.bands {
            let name = score::band(band.advice, self.figures);
            let cells = score::cells(band, self.figures);
            table.row(std::iter::once(name).chain(cells));
        }
        let said = score::said(&found, self.figures).into_iter();
        said.fold(section.table(table), Section::paragraph)
    }

    fn opportunities(&self) -> Table {
        let market = &self.plan.market;
        let mut table = Table::new(&[m::OPPORTUNITY, m::ANSWERS], &[m::PROFILE]);
        for (place, opportunity) in market.opportunities.iter().enumerate() {
            let score = opportunity.score(&market.profile);
            let advice = match score.advice {
                Advice::Pursue => m::PURSUE,
                Advice::Check => m::CHECK,
                Advice::Pass => m::PASS,
            };
            let fit = score.fit.map(|fit| self.figures.percent(fit));
            table.row([
                named(&opportunity.name, place, m::unnamed_opportunity),
                advice.to_owned(),
                fit.unwrap_or_default(),
            ]);
        }
        table
    }

    /// Chapter 3.
    pub(super) fn offer(&self) -> Vec<Section> {
        let chapter = &self.plan.offer;
        let mut propositions = Table::new(&[o::SEGMENT, o::PROPOSITION], &[]);
        for proposition in &chapter.value_propositions {
            if !proposition.text.trim().is_empty() {
                propositions.row([self.speaks_to(proposition), proposition.text.clone()]);
            }
        }
        let mut differences = Table::new(&[o::DIFFERENTIATOR, o::PROOF], &[]);
        for difference in &chapter.differentiators {
            differences.row([difference.name.clone(), difference.proof.clone()]);
        }
        let mut products = Table::new(&[o::PRODUCT], &[o::PRICE, o::GROSS_MARGIN]);
        for (place, product) in chapter.products.iter().enumerate() {
            products.row([
                named(&product.name, place, o::unnamed_product),
                self.value(product.price),
                self.value(product.gross_margin),
            ]);
        }
        let mut objections = Table::new(&[o::OBJECTION, o::ANSWER], &[]);
        for objection in &chapter.objections {
            objections.row([objection.objection.clone(), objection.answer.clone()]);
        }
        vec![
            Section::new(o::VALUE_PROPOSITIONS).table(propositions),
            Section::new(o::POSITIONING).written(&chapter.positioning),
            Section::new(o::DIFFERENTIATORS).table(differences),
            Section::new(o::PRODUCTS).table(products),
            Section::new(o::OBJECTIONS).table(objections),
        ]
    }

    fn speaks_to(&self, proposition: &ValueProposition) -> String {
        let segments = &self.plan.market.segments;
        let found = proposition.segment.as_ref().and_then(|id| {
            let place = segments.iter().position(|segment| segment.id == *id)?;
            Some(named(&segments[place].name, place, m::unnamed_segment))
        });
        found.unwrap_or_else(|| o::ALL_SEGMENTS.to_owned())
    }
}
