//! What becomes of the currencies of a file for which nobody has said a rate.

use super::Mapping;
use crate::import::Code;

impl Mapping {
    /// The currency whose deals would be taken alone if the others were left out: the plan's
    /// own, given by its code, or the first of those undecided where the file does not have it.
    /// Nothing once a currency has a rate: then deals are left that can be counted.
    #[must_use]
    pub fn currency_alone(&self, of_plan: &str) -> Option<Code> {
        if self.currencies.iter().any(|one| one.rate.is_some()) {
            return None;
        }
        let undecided = || self.currencies.iter().filter(|one| !one.decided);
        let own = undecided().find(|one| one.code.as_str() == of_plan);
        own.or_else(|| undecided().next()).map(|one| one.code)
    }

    /// Leaves out the deals of every currency not decided, but for the one that would be taken
    /// alone.
    pub fn leave_out_undecided(&mut self, of_plan: &str) {
        let alone = self.currency_alone(of_plan);
        for one in self.currencies.iter_mut().filter(|one| !one.decided) {
            one.rate = (alone == Some(one.code)).then_some(1.0);
            one.decided = true;
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::import::{Mapping, survey};

    fn mapping() -> Mapping {
        let text = "id,stage,amount,currency\n1,Won,5,USD\n2,Lost,6,EUR\n3,Won,7,CHF\n";
        Mapping::guess(&survey(text).unwrap())
    }

    fn rates(mapping: &Mapping) -> Vec<(&str, Option<f64>)> {
        let currencies = mapping.currencies.iter();
        currencies
            .map(|one| (one.code.as_str(), one.rate))
            .collect()
    }

    #[test]
    fn the_plans_own_currency_is_taken_alone() {
        let mut mapping = mapping();
        mapping.leave_out_undecided("EUR");
        assert_eq!(
            rates(&mapping),
            [("CHF", None), ("EUR", Some(1.0)), ("USD", None)]
        );
        assert!(mapping.currencies.iter().all(|one| one.decided));
    }

    #[test]
    fn where_the_file_does_not_have_it_the_first_is_taken_so_that_some_deals_are() {
        let mut mapping = mapping();
        assert_eq!(mapping.currency_alone("GBP").unwrap().as_str(), "CHF");
        mapping.leave_out_undecided("GBP");
        assert_eq!(
            rates(&mapping),
            [("CHF", Some(1.0)), ("EUR", None), ("USD", None)]
        );
    }

    #[test]
    fn what_was_decided_stays() {
        let mut mapping = mapping();
        let usd = mapping.currencies[2].code;
        mapping.set_currency(usd, Some(0.9));
        assert_eq!(mapping.currency_alone("EUR"), None);
        mapping.leave_out_undecided("EUR");
        assert_eq!(
            rates(&mapping),
            [("CHF", None), ("EUR", None), ("USD", Some(0.9))]
        );
    }
}
