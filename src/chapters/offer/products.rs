//! What is sold, at which price and margin.

use plumbline_plan::{Money, Quantity, QuantityKind};
use plumbline_wording::texts::offer as text;
use yew::prelude::*;

use super::field;
use crate::{
    chapters::parts::{named, why},
    components::{AddItem, ItemControls, QuantityField, TextField},
    workbook::access::use_plan,
};

/// The products and services.
#[component]
pub(super) fn ProductsSection() -> Html {
    let plan = use_plan();
    let list = field("products");
    let count = plan.offer.products.len();
    html! {
        <section>
            <h2>{ text::PRODUCTS }</h2>
            { why(count, text::PRODUCTS_EMPTY, text::PRODUCTS_WHY) }
            <div class="alike">
                { for plan.offer.products.iter().enumerate().map(|(place, product)| {
                    let path = list.child(product.id.as_str());
                    let name = named(&product.name, || text::unnamed_product(place + 1));
                    html! {
                        <div class="item" key={product.id.to_string()} role="group" aria-label={name.clone()}>
                            <div class="item-head">
                                <TextField path={path.child("name")} label={text::PRODUCT}
                                    value={product.name.clone()} example={text::PRODUCT_EXAMPLE} />
                                <ItemControls list={list.clone()} id={product.id.to_string()} {name} {place} {count} />
                            </div>
                            <div class="columns">
                                <QuantityField path={path.child("price")} label={text::PRICE}
                                    kind={QuantityKind::Money} bounds={(0.0, Money::MOST)}
                                    value={product.price.map(Quantity::get)} example={text::PRICE_EXAMPLE} />
                                <QuantityField path={path.child("gross_margin")} label={text::GROSS_MARGIN}
                                    hint={text::GROSS_MARGIN_HINT} kind={QuantityKind::Fraction}
                                    bounds={(0.0, 1.0)} value={product.gross_margin.map(Quantity::get)}
                                    example={text::GROSS_MARGIN_EXAMPLE} />
                            </div>
                        </div>
                    }
                }) }
            </div>
            <AddItem {list} {count} what={text::A_PRODUCT} />
        </section>
    }
}
