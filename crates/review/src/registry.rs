//! Every rule: the table of contents.
//!
//! A code is three letters for the chapter and a number. Numbers only grow: a code in
//! somebody's plan keeps its meaning even when its rule is gone.

use crate::{
    Rule,
    rules::{
        check, compensation as pay, foundation, market, offer, pipeline, process, review, rhythm,
        scorecard, targets, team,
    },
};

/// The letters of the twelve chapters in order.
const CHAPTERS: [&str; 12] = [
    "FND", "MKT", "OFF", "PRC", "TEA", "PAY", "TGT", "PIP", "RHY", "SCO", "CHK", "REV",
];

/// All rules, by chapter and code.
pub static RULES: &[&Rule] = &[
    // 1. Foundation
    &foundation::no_strategy::RULE,
    &foundation::strategy_apart::RULE,
    &foundation::priority_without_sales_part::RULE,
    &foundation::nothing_to_hold_to::RULE,
    // 2. Market
    &market::no_market::RULE,
    &market::no_profile::RULE,
    &market::profile_rules_nothing_out::RULE,
    &market::open_profile_few_wins::RULE,
    &market::nothing_to_pass_on::RULE,
    &market::no_buying_roles::RULE,
    &market::target_larger_than_market::RULE,
    &market::more_leads_than_customers::RULE,
    // 3. Offer
    &offer::no_value_proposition::RULE,
    &offer::one_proposition_for_all::RULE,
    &offer::no_positioning::RULE,
    &offer::claim_without_proof::RULE,
    &offer::objection_without_answer::RULE,
    &offer::deals_far_below_price::RULE,
    &offer::margins_unknown::RULE,
    // 4. Process
    &process::stage_without_milestone::RULE,
    &process::sure_without_milestone::RULE,
    &process::stage_without_activities::RULE,
    &process::stage_without_buyer_step::RULE,
    &process::stage_sorts_nothing::RULE,
    &process::no_time::RULE,
    &process::no_cut_off::RULE,
    &process::hours_unknown::RULE,
    &process::hardly_a_process::RULE,
    &process::invented_ladder::RULE,
    &process::sales_makes_all_leads::RULE,
    &process::above_the_record::RULE,
    &process::faster_than_the_record::RULE,
    // 5. Team
    &team::title_not_the_job::RULE,
    &team::same_quota_for_all::RULE,
    &team::same_coaching_for_all::RULE,
    &team::no_coaching_plan::RULE,
    &team::non_selling_work::RULE,
    &team::no_customer_database::RULE,
    &team::spreadsheets_only::RULE,
    &team::nothing_on_the_road::RULE,
    &team::no_bench::RULE,
    &team::bench_gone_cold::RULE,
    &team::nobody_leaves::RULE,
    &team::no_ramp::RULE,
    &team::no_onboarding::RULE,
    &team::hire_by_title::RULE,
    &team::hire_too_late::RULE,
    &team::slump_without_plan::RULE,
    &team::low_performer_kept::RULE,
    &team::sales_hero::RULE,
    &team::quotas_below_target::RULE,
    &team::quotas_far_above_target::RULE,
    &team::hours_run_out::RULE,
    &team::need_without_plan::RULE,
    &team::impossible_week::RULE,
    // 6. Compensation
    &pay::extreme_variable_share::RULE,
    &pay::revenue_paid_uneven_margins::RULE,
    &pay::commission_eats_margin::RULE,
    &pay::one_rate_for_all::RULE,
    &pay::rate_and_variable_disagree::RULE,
    &pay::pay_in_place_of_managing::RULE,
    &pay::rep_without_pay_plan::RULE,
    // 7. Targets
    &targets::no_basis::RULE,
    &targets::beyond_reach::RULE,
    &targets::built_on_guesses::RULE,
    &targets::outside_history::RULE,
    &targets::goal_out_of_range::RULE,
    &targets::margin_contradicts::RULE,
    &targets::repeat_not_backed::RULE,
    &targets::too_much_too_early::RULE,
    &targets::already_safe::RULE,
    // 8. Pipeline
    &pipeline::three_deals::RULE,
    &pipeline::one_source::RULE,
    &pipeline::one_segment::RULE,
    &pipeline::stagnant_deals::RULE,
    &pipeline::pushed_deals::RULE,
    &pipeline::too_few_leads::RULE,
    &pipeline::coverage_short::RULE,
    &pipeline::too_many_per_rep::RULE,
    &pipeline::cycle_longer_than_time::RULE,
    &pipeline::deal_without_owner::RULE,
    &pipeline::undated_deals::RULE,
    &pipeline::hopeful_chances::RULE,
    &pipeline::deals_not_scored::RULE,
    &pipeline::poor_fit_first::RULE,
    &pipeline::no_deals_listed::RULE,
    &pipeline::no_losses_recorded::RULE,
    // 9. Rhythm
    &rhythm::meets_too_seldom::RULE,
    &rhythm::costly_meetings::RULE,
    &rhythm::little_coaching::RULE,
    &rhythm::coaching_beyond_hours::RULE,
    &rhythm::manager_does_the_work::RULE,
    &rhythm::joint_calls_as_coaching::RULE,
    &rhythm::no_agenda::RULE,
    &rhythm::agenda_too_long::RULE,
    &rhythm::nobody_told::RULE,
    &rhythm::sharing_without_owner::RULE,
    // 10. Scorecard
    &scorecard::no_key_figures::RULE,
    &scorecard::no_leading_figure::RULE,
    &scorecard::figure_without_owner::RULE,
    &scorecard::team_not_consulted::RULE,
    &scorecard::no_activity_counts::RULE,
    &scorecard::overdue_commitments::RULE,
    &scorecard::months_without_actuals::RULE,
    &scorecard::figure_without_goal::RULE,
    // 11. Reality check
    &check::never_checked::RULE,
    &check::one_guess_carries::RULE,
    &check::chance_switched_off::RULE,
    &check::few_giant_deals::RULE,
    &check::target_out_of_scale::RULE,
    &check::range_says_nothing::RULE,
    &check::nothing_can_be_sold::RULE,
    &check::growth_runs_away::RULE,
    &check::luck_decides::RULE,
    &check::chance_drowns_all::RULE,
    // 12. Review
    &review::questions_open::RULE,
    &review::decision_without_reason::RULE,
    &review::review_overdue::RULE,
];

/// The rule with a code.
#[must_use]
pub fn rule(code: &str) -> Option<&'static Rule> {
    RULES.iter().find(|rule| rule.code == code).copied()
}

/// The place of a code's chapter, 0 to 11.
pub(crate) fn chapter_of_code(code: &str) -> usize {
    let letters = CHAPTERS
        .iter()
        .position(|letters| code.starts_with(letters));
    letters.unwrap_or(0)
}

impl Rule {
    /// The place of its chapter, 0 to 11.
    #[must_use]
    pub fn chapter(&self) -> usize {
        chapter_of_code(self.code)
    }
}
