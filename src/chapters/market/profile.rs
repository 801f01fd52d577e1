//! The ideal customer profile: statements that are true of an opportunity or not.

use plumbline_plan::{
    Factor, FieldPath, Quantity, QuantityKind,
    chapter::market::{AttributeRole, ProfileAttribute},
};
use plumbline_wording::texts::market as text;
use yew::prelude::*;

use super::{field, told::ToldBy};
use crate::{
    chapters::parts::{choose, named, why, word, words},
    components::{AddItem, Choice, ItemControls, QuantityField, TextArea, field_id},
    workbook::access::{use_changes, use_plan},
};

/// The attributes of the ideal customer.
#[component]
pub(super) fn ProfileSection() -> Html {
    let plan = use_plan();
    let list = field("profile");
    let count = plan.market.profile.len();
    html! {
        <section>
            <h2>{ text::PROFILE }</h2>
            { why(count, text::PROFILE_EMPTY, text::PROFILE_WHY) }
            <div>
                { for plan.market.profile.iter().enumerate().map(|(place, attribute)| {
                    let path = list.child(attribute.id.as_str());
                    let name = named(&attribute.statement, || text::unnamed_attribute(place + 1));
                    html! {
                        <div class="item" key={attribute.id.to_string()} role="group" aria-label={name.clone()}>
                            <div class="item-head">
                                <TextArea path={path.child("statement")} label={text::STATEMENT}
                                    value={attribute.statement.clone()} example={text::STATEMENT_EXAMPLE} />
                                <ItemControls list={list.clone()} id={attribute.id.to_string()} {name} {place}
                                    {count} />
                            </div>
                            <RoleAndWeight path={path.clone()} attribute={attribute.clone()} />
                            <ToldBy {path} attribute={attribute.clone()} name={named(&attribute.statement, || {
                                text::unnamed_attribute(place + 1)
                            })} />
                        </div>
                    }
                }) }
            </div>
            <AddItem {list} {count} what={text::AN_ATTRIBUTE}
                example={&[("statement", text::STATEMENT_EXAMPLE), ("role", "must")][..]} />
        </section>
    }
}

#[derive(Properties, PartialEq)]
struct AttributeProps {
    path: FieldPath,
    attribute: ProfileAttribute,
}

/// What an attribute decides, and how much it counts.
#[component]
fn RoleAndWeight(props: &AttributeProps) -> Html {
    let changes = use_changes();
    let (path, attribute) = (&props.path, &props.attribute);
    let role = path.child("role");
    let options = words([
        (AttributeRole::Must, text::MUST),
        (AttributeRole::Helps, text::HELPS),
        (AttributeRole::RulesOut, text::RULES_OUT),
    ]);
    let hint = match attribute.role {
        AttributeRole::RulesOut => Some(text::WEIGHT_UNUSED),
        // Where there is a weight, somebody knows what it is for.
        AttributeRole::Must | AttributeRole::Helps => {
            attribute.weight.is_none().then_some(text::WEIGHT_HINT)
        }
    };
    let hint = hint.map(AttrValue::from);
    // A weight is a plain number: a factor would be read as a percentage.
    html! {
        <div class="columns">
            <Choice id={field_id(&role)} label={text::ROLE} {options} chosen={word(attribute.role)}
                choose={choose(&changes, role)} />
            <QuantityField path={path.child("weight")} label={text::WEIGHT} {hint} kind={QuantityKind::Count}
                bounds={(0.0, Factor::MOST)} value={attribute.weight.map(Quantity::get)}
                example={text::WEIGHT_EXAMPLE} />
        </div>
    }
}
