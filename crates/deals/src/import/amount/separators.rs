//! What the points, commas and spaces among the digits of an amount may be.

/// The points and commas of a number.
pub(super) enum Separators {
    None,
    One {
        sign: char,
        /// It could separate groups of thousands (or of hundreds above them, as in India).
        grouped: bool,
        single: bool,
        /// Digits in front of it.
        before: usize,
    },
    Both {
        last: char,
    },
}

/// Spaces and apostrophes only ever separate groups.
fn is_group_sign(sign: char) -> bool {
    matches!(
        sign,
        ' ' | '\'' | '\u{2019}' | '\u{a0}' | '\u{202f}' | '\u{2009}'
    )
}

/// Nothing where another character stands among the digits, or separators make no sense.
pub(super) fn separators(body: &str) -> Option<Separators> {
    let mut found: [(char, usize); 2] = [(',', 0), ('.', 0)];
    let (mut last, mut before, mut digits, mut since, mut grouped) = (None, 0, 0, 0, true);
    for sign in body.chars() {
        match sign {
            '0'..='9' => {
                digits += 1;
                since += 1;
            }
            ',' | '.' => {
                let place = usize::from(sign == '.');
                if found[place].1 == 0 && last.is_none() {
                    before = digits;
                } else {
                    grouped &= matches!(since, 2 | 3);
                }
                found[place].1 += 1;
                (last, since) = (Some(sign), 0);
            }
            _ if is_group_sign(sign) => {
                // 1 234,5 6 is no number; 1 234 is.
                if last.is_some() && found.iter().any(|(_, count)| *count > 0) {
                    return None;
                }
                since = 0;
            }
            _ => return None,
        }
    }
    let spaced = body.chars().any(is_group_sign);
    let groups_before = grouped;
    grouped &= since == 3 && before >= 1;
    let single = |count: usize| count == 1;
    match (found[0].1, found[1].1, last) {
        (0, 0, _) => (!spaced || since == 3).then_some(Separators::None),
        (commas, points, Some(last)) if commas > 0 && points > 0 => {
            let last_count = if last == ',' { commas } else { points };
            (single(last_count) && groups_before).then_some(Separators::Both { last })
        }
        (commas, points, Some(sign)) => {
            let count = commas.max(points);
            Some(Separators::One {
                sign,
                grouped: grouped && !(spaced && single(count)),
                single: single(count),
                before,
            })
        }
        _ => None,
    }
}
