//! Fields that hold one of a few fixed choices: the words of each choice as the page has them,
//! in place of the word a plan file knows it by.

use plumbline_plan::FieldPath;

use crate::texts::{compensation, fields, market, pipeline, rhythm, scorecard, targets};

/// The words of a choice; nothing where the field is none, or knows no such choice.
pub(crate) fn words_of(path: &FieldPath, choice: &str) -> Option<&'static str> {
    let steps: Vec<&str> = path.steps().collect();
    let choices: &[(&str, &'static str)] = match steps[..] {
        ["market", "profile", _, "role"] => &[
            ("must", market::MUST),
            ("helps", market::HELPS),
            ("rules_out", market::RULES_OUT),
        ],
        ["compensation", "pay_plans", _, "paid_on"] => &[
            ("revenue", compensation::ON_REVENUE),
            ("gross_margin", compensation::ON_MARGIN),
        ],
        ["targets", "split"] => &[
            ("even", targets::SPLIT_EVEN),
            ("season", targets::SPLIT_SEASON),
            ("by_month", targets::SPLIT_BY_MONTH),
        ],
        ["pipeline", "starting_from"] => &[
            ("running_business", pipeline::RUNNING),
            ("nothing", pipeline::FROM_NOTHING),
        ],
        ["rhythm", "meetings", _, "every"] => &[
            ("weekly", rhythm::WEEKLY),
            ("every_other_week", rhythm::EVERY_OTHER_WEEK),
            ("monthly", rhythm::MONTHLY),
            ("quarterly", rhythm::QUARTERLY),
        ],
        ["scorecard", "key_figures", _, "timing"] => &[
            ("leading", scorecard::LEADING),
            ("lagging", scorecard::LAGGING),
        ],
        [.., "source", "kind"] => &[
            ("guess", fields::SOURCE_GUESS),
            ("team", fields::SOURCE_TEAM),
            ("own_history", fields::SOURCE_HISTORY),
            ("published", fields::SOURCE_PUBLISHED),
        ],
        _ => &[],
    };
    let found = choices.iter().find(|(word, _)| *word == choice);
    found.map(|(_, words)| *words)
}
