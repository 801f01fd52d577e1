//! Findings on chapters 1 to 3: what the firm stands for, whom it sells to, what it offers.

use super::RuleWords;

/// Chapter 1.
pub(super) const FOUNDATION: &[RuleWords] = &[
    RuleWords::new(
        "FND001",
        "No sales strategy is written",
        "Nothing says how the sales strategy follows from values and priorities.",
        "Write two or three sentences: where you sell, how, and which value or priority makes it so.",
    ),
    RuleWords::new(
        "FND002",
        "The strategy stands apart from values and priorities",
        "The strategy takes up none of the {held|value or priority|values and priorities} above it.",
        "Name the value or priority that each part of the strategy serves, or drop the part.",
    ),
    RuleWords::new(
        "FND003",
        "A priority without a part for sales",
        "{priorities}: nothing says what sales does for it.",
        "Write what sales will do for it, or take it off the list.",
    ),
    RuleWords::new(
        "FND004",
        "No values and no priorities",
        "Nothing says what decides when two opportunities compete for the same hours.",
        "Name two or three priorities of the period, and the values no deal is worth breaking.",
    ),
];

/// Chapter 2.
pub(super) const MARKET: &[RuleWords] = &[
    RuleWords::new(
        "MKT001",
        "No target market",
        "Neither target markets nor segments are written.",
        "Describe the one or two groups of customers who gain most, and how many of them there are.",
    ),
    RuleWords::new(
        "MKT002",
        "No ideal customer profile",
        "The profile has no attributes, so no opportunity can be scored.",
        "Look at five customers you would like to have again, and at those you regret. What was true of them?",
    ),
    RuleWords::new(
        "MKT003",
        "The profile rules nothing out",
        "None of its {attributes|attribute|attributes} must hold, and none rules out.",
        "Make the attribute without which you never won a must, and add one that rules out.",
    ),
    RuleWords::new(
        "MKT004",
        "The profile is open to all, and few leads are won",
        "No attribute must hold or rules out, while of 100 leads {won} are won.",
        "Find what the won ones had in common and make it a must, so that the others are passed on before they cost hours.",
    ),
    RuleWords::new(
        "MKT005",
        "Nothing to pass on",
        "The plan does not say which opportunities to pass on.",
        "Name the kind of opportunity that cost many hours last year and came to nothing.",
    ),
    RuleWords::new(
        "MKT006",
        "Nobody named who takes part in buying",
        "The plan names no buying roles.",
        "Name who uses it, who pays and who can say no, what each cares about, and how they are reached.",
    ),
    RuleWords::new(
        "MKT007",
        "The target takes more of the market than it can",
        "The target of a year is {share} of the {spend} that all customers in reach spend on offers like yours.",
        "Check how many customers there are and what one of them spends; then the target.",
    ),
    RuleWords::new(
        "MKT008",
        "More leads than customers",
        "The plan reckons with {leads} leads from {segment}, which has {customers|customer|customers} in reach.",
        "Count the customers in reach again, or plan fewer leads here and open a further segment.",
    ),
];

/// Chapter 3.
pub(super) const OFFER: &[RuleWords] = &[
    RuleWords::new(
        "OFF001",
        "No value proposition",
        "Nothing says what a customer gains.",
        "For each segment one sentence with a figure: what is better for them a year later?",
    ),
    RuleWords::new(
        "OFF002",
        "One value proposition for all",
        "The plan has {segments|segment|segments} and says the same to all of them.",
        "Ask one customer of each segment why they bought, and write down their words.",
    ),
    RuleWords::new(
        "OFF003",
        "No positioning",
        "Nothing says how the offer stands against the alternatives.",
        "Finish the sentence: simpler than ..., more ... than ..., for customers who ...",
    ),
    RuleWords::new(
        "OFF004",
        "A claim without proof",
        "{claims}: nothing beside it that a buyer could check.",
        "Add a figure, a customer who says it, or a promise with a penalty; or take it out.",
    ),
    RuleWords::new(
        "OFF005",
        "An objection without an answer",
        "No answer is written yet to \"{objections}\".",
        "Ask the rep who hears it least what they say, and write that down.",
    ),
    RuleWords::new(
        "OFF006",
        "Deals far below the price",
        "The average deal brings {value}; {product} costs {price}.",
        "Check what the price is for, then the average deal; if both are right, talk about discounts.",
    ),
    RuleWords::new(
        "OFF007",
        "Margins nobody knows",
        "The plan wants or pays for margin, and no gross margin is entered for {products}.",
        "Enter the gross margin of each product; a fair estimate is better than nothing.",
    ),
];
