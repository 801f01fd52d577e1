//! What comes after a win, and the seasons: the optional depth of a way of selling.

use plumbline_wording::texts::process as text;
use yew::prelude::*;

use super::{motion::MotionProps, motions};
use crate::{
    components::{AssumptionField, SeasonField},
    workbook::access::use_plan,
};

/// Repeat business, referrals and seasons, folded away.
#[component]
pub(super) fn AfterWin(props: &MotionProps) -> Html {
    let plan = use_plan();
    let Some(motion) = plan.process.motions.get(props.place) else {
        return html! { <div /> };
    };
    let path = motions().child(motion.id.as_str());
    let (repeat, referrals) = (path.child("repeat"), path.child("referrals"));
    html! {
        <div class="part">
            <details class="depth">
                <summary>{ text::AFTER_WIN }</summary>
                <div class="columns">
                    <AssumptionField path={repeat.child("share_of_value")} label={text::REPEAT_SHARE}
                        value={&motion.repeat.share_of_value} />
                    <AssumptionField path={repeat.child("lag")} label={text::REPEAT_LAG}
                        value={&motion.repeat.lag} />
                    <AssumptionField path={repeat.child("retention")} label={text::RETENTION}
                        value={&motion.repeat.retention} />
                    <AssumptionField path={referrals.child("leads_per_win")} label={text::LEADS_PER_WIN}
                        value={&motion.referrals.leads_per_win} />
                    <AssumptionField path={referrals.child("lag")} label={text::REFERRAL_LAG}
                        value={&motion.referrals.lag} />
                </div>
            </details>
            <details class="depth">
                <summary>{ text::SEASONS }</summary>
                <SeasonField path={path.child("lead_season")} label={text::LEAD_SEASON}
                    hint={text::SEASON_HINT} value={motion.lead_season} />
                <SeasonField path={path.child("close_season")} label={text::CLOSE_SEASON}
                    hint={text::SEASON_HINT} value={motion.close_season} />
            </details>
        </div>
    }
}
