//! Deals with most of what a CRM knows of one: names with figures in them, days in three ways
//! of writing, an amount with its cents, a chance as a percentage.

/// Names of the columns.
pub(super) const HEADER: [&str; 14] = [
    "Deal ID",
    "Deal Name",
    "Company",
    "Deal Owner",
    "Stage",
    "Amount",
    "Currency",
    "Created Date",
    "Close Date",
    "Lead Source",
    "Industry",
    "Product",
    "Probability",
    "Last Activity",
];

/// The cells of a deal.
pub(super) fn deal(number: u32) -> [String; 14] {
    const MONTHS: [&str; 12] = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ];
    let pick = |names: &[&str], step: u32| names[(number / step) as usize % names.len()].to_owned();
    let (year, month, day) = (2019 + number % 6, 1 + number % 12, 1 + number % 28);
    [
        format!("0062X{:010}", number * 7),
        format!("Works {} extension {}", number % 977, number),
        format!("Customer {} Ltd", number % 4_999),
        format!("Sales Rep {}", number % 40),
        pick(
            &[
                "Closed Won",
                "Closed Lost",
                "Proposal",
                "Closed Lost",
                "Negotiation",
            ],
            1,
        ),
        format!("{}.{:02}", 500 + number * 37 % 90_000, number % 100),
        "USD".to_owned(),
        format!("{year}-{month:02}-{day:02}"),
        format!("{:02}/{day:02}/{}", month, year + 1),
        pick(
            &[
                "Website",
                "Partner",
                "Trade fair",
                "Referral",
                "Outbound",
                "Event 2021",
            ],
            3,
        ),
        pick(&["Manufacturing", "Health", "Retail", "Public sector"], 5),
        pick(&["Basic", "Professional", "Enterprise 5", "Add-on"], 7),
        format!("{}%", number % 11 * 10),
        format!(
            "{day} {} {} 09:{:02}:00",
            MONTHS[(number % 12) as usize],
            year + 1,
            number % 60
        ),
    ]
}
