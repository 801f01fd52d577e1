//! The mistakes of sales management that the findings must catch, each with the rules that
//! catch it. Never says anything about a plan: it is the list that the rules are held
//! against.

/// A mistake people make.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mistake {
    /// What people do.
    pub name: &'static str,
    /// The codes of the rules that catch it.
    pub rules: &'static [&'static str],
}

const fn mistake(name: &'static str, rules: &'static [&'static str]) -> Mistake {
    Mistake { name, rules }
}

/// The mistakes.
pub const MISTAKES: &[Mistake] = &[
    mistake(
        "not keeping track: no activity counts, so calls per sale are unknown",
        &["SCO005", "SCO007"],
    ),
    mistake("costly meetings", &["RHY002"]),
    mistake("meeting less than every other week", &["RHY001"]),
    mistake("targets beyond what the plan can bring", &["TGT002"]),
    mistake("targets built on guesses", &["TGT001", "TGT003", "CHK002"]),
    mistake(
        "targets outside the record",
        &["TGT004", "PRC012", "PRC013"],
    ),
    mistake(
        "bossing instead of coaching: the manager's own work crowds it out",
        &["RHY003", "RHY004", "RHY005"],
    ),
    mistake(
        "riding along on a joint call counted as coaching",
        &["RHY006"],
    ),
    mistake(
        "strategy not tied to values and priorities",
        &["FND001", "FND002", "FND003", "FND004"],
    ),
    mistake(
        "copied practice never questioned: assumptions never checked",
        &["CHK001", "REV003"],
    ),
    mistake("wrong title for the job", &["TEA001", "TEA014"]),
    mistake(
        "no plan: market, profile, value proposition or positioning missing",
        &["MKT001", "MKT002", "OFF001", "OFF003"],
    ),
    mistake("the same proposition for everyone", &["OFF002"]),
    mistake("a profile that rules nothing out", &["MKT003", "MKT004"]),
    mistake(
        "no process: stages without milestones",
        &["PRC001", "PRC002", "PRC005", "PRC009"],
    ),
    mistake("stages without activities", &["PRC003"]),
    mistake("stages not matched to the buyer's steps", &["PRC004"]),
    mistake("no leading figure", &["SCO001", "SCO002"]),
    mistake("figures nobody owns", &["SCO003", "SCO006", "PIP010"]),
    mistake("team not consulted", &["SCO004"]),
    mistake("all reps treated alike", &["TEA002", "TEA003", "TEA012"]),
    mistake("pay plan in place of management", &["PAY001", "PAY006"]),
    mistake("revenue-paid where margins differ", &["PAY002"]),
    mistake("commission above what the margin bears", &["PAY003"]),
    mistake(
        "work that is not selling above a third of the week",
        &["TEA005"],
    ),
    mistake(
        "no customer database, spreadsheets only",
        &["TEA006", "TEA007"],
    ),
    mistake("nothing for reps on the road", &["TEA008"]),
    mistake(
        "recruiting only when a seat is empty",
        &["TEA009", "TEA010", "TEA011", "TEA015"],
    ),
    mistake("friction inside the firm", &["RHY009", "RHY010"]),
    mistake("sales asked to solve marketing's problem", &["PRC011"]),
    mistake("no onboarding plan for a new rep", &["TEA013", "TEA012"]),
    mistake("no script review for a slump", &["TEA016"]),
    mistake("training missing", &["TEA004", "TEA022"]),
    mistake("low performer kept", &["TEA017"]),
    mistake(
        "commission the same for every product and client",
        &["PAY004", "PAY002"],
    ),
    mistake("customer profitability unknown", &["OFF007", "PAY004"]),
    mistake("undiversified pipeline", &["PIP001", "PIP002", "PIP003"]),
    mistake(
        "deals pushed and lost: redo the needs assessment",
        &["PIP005"],
    ),
    mistake("poor priorities: score", &["PIP013", "PIP014", "MKT005"]),
    mistake("a sales hero", &["TEA018"]),
    mistake("too few deals", &["PIP006", "PIP007"]),
    mistake("too many deals per rep to handle", &["PIP008", "TEA021"]),
    mistake("stagnant beyond cut-off", &["PIP004", "PRC007"]),
    mistake("the top three deals above 40% of the value", &["PIP001"]),
    mistake("cycle longer than the time left", &["PIP009"]),
    mistake("invented ladders of percentages", &["PRC010"]),
    mistake(
        "a milestone-less stage with a conversion above 80%",
        &["PRC002"],
    ),
    mistake("coaching promised beyond the manager's hours", &["RHY004"]),
    mistake(
        "extreme input that makes the answer meaningless",
        &[
            "CHK004", "CHK005", "CHK006", "CHK007", "CHK010", "TEA023", "CHK008",
        ],
    ),
];
