//! Chapter 3, Offer.

/// Section.
pub const VALUE_PROPOSITIONS: &str = "Value propositions";
/// Why.
pub const VALUE_PROPOSITIONS_WHY: &str =
    "What a customer gains, in the customer's words and units.";
/// Empty list.
pub const VALUE_PROPOSITIONS_EMPTY: &str = "What a customer gains, in the customer's words and units: hours, money, \
    risk. One for each segment, since what moves a single plant leaves a group of plants cold.";
/// Add.
pub const A_VALUE_PROPOSITION: &str = "a value proposition";
/// One without a segment, by place.
#[must_use]
pub fn unnamed_value_proposition(place: usize) -> String {
    format!("Value proposition {place}")
}
/// Segment.
pub const SEGMENT: &str = "Speaks to";
/// No segment.
pub const ALL_SEGMENTS: &str = "all segments";
/// Explanation while there is no segment to choose.
pub const SEGMENT_HINT: &str = "Segments come from chapter 2, Market.";
/// Text.
pub const PROPOSITION: &str = "What the customer gains";
/// Example.
pub const PROPOSITION_EXAMPLE: &str = "A third fewer unplanned stops within a year, without hiring";

/// Section.
pub const POSITIONING: &str = "Positioning";
/// Its field.
pub const POSITIONING_LABEL: &str = "Positioning statement";
/// Explanation.
pub const POSITIONING_HINT: &str =
    "How the offer stands against the alternatives, of which doing nothing is one.";
/// Example.
pub const POSITIONING_EXAMPLE: &str =
    "Simpler than the large suites, more serious than a spreadsheet";

/// Section.
pub const DIFFERENTIATORS: &str = "What sets it apart";
/// Why.
pub const DIFFERENTIATORS_WHY: &str = "Without proof, a difference is a claim.";
/// Empty list.
pub const DIFFERENTIATORS_EMPTY: &str = "What you can say and your competitors cannot, each with something the buyer \
    can check: a figure, a reference, a guarantee. Without proof, a difference is a claim.";
/// Add.
pub const A_DIFFERENTIATOR: &str = "a difference";
/// One without a name, by place.
#[must_use]
pub fn unnamed_differentiator(place: usize) -> String {
    format!("Difference {place}")
}
/// Name.
pub const DIFFERENTIATOR: &str = "Difference";
/// Example.
pub const DIFFERENTIATOR_EXAMPLE: &str = "In use in six weeks";
/// Proof.
pub const PROOF: &str = "Proof";
/// Example.
pub const PROOF_EXAMPLE: &str = "Median of the last 40 start-ups: 37 days";

/// Section.
pub const PRODUCTS: &str = "Products and services";
/// Why.
pub const PRODUCTS_WHY: &str =
    "Price and margin tell reps what is worth selling, and the pay plan what it can bear.";
/// Empty list.
pub const PRODUCTS_EMPTY: &str = "What is sold, with its price and what of it is left. Price and margin tell reps what \
    is worth selling, and the pay plan what it can bear.";
/// Add.
pub const A_PRODUCT: &str = "a product or service";
/// One without a name, by place.
#[must_use]
pub fn unnamed_product(place: usize) -> String {
    format!("Product {place}")
}
/// Name.
pub const PRODUCT: &str = "Product or service";
/// Example.
pub const PRODUCT_EXAMPLE: &str = "Plant licence, first year";
/// Price.
pub const PRICE: &str = "Price";
/// Example.
pub const PRICE_EXAMPLE: &str = "26k";
/// Margin.
pub const GROSS_MARGIN: &str = "Gross margin";
/// Explanation.
pub const GROSS_MARGIN_HINT: &str =
    "The share of the price that is left after the cost of what was sold.";
/// Example.
pub const GROSS_MARGIN_EXAMPLE: &str = "55%";

/// Section.
pub const OBJECTIONS: &str = "Objections and answers";
/// Why.
pub const OBJECTIONS_WHY: &str =
    "An answer the team has agreed on is calmer than one made up on the spot.";
/// Empty list.
pub const OBJECTIONS_EMPTY: &str = "What buyers say when they hesitate, in their words, and what you answer. Ask each \
    rep for the last three: an answer the team has agreed on is calmer than one made up on the spot.";
/// Add.
pub const AN_OBJECTION: &str = "an objection";
/// One without words, by place.
#[must_use]
pub fn unnamed_objection(place: usize) -> String {
    format!("Objection {place}")
}
/// Objection.
pub const OBJECTION: &str = "What buyers say";
/// Example.
pub const OBJECTION_EXAMPLE: &str = "No time this year";
/// Answer.
pub const ANSWER: &str = "What we answer";
/// Example.
pub const ANSWER_EXAMPLE: &str = "Count the hours of the last three stoppages together";
