//! What a number field asks for, and whether a text answers it. Knows no page.

use plumbline_plan::QuantityKind;
use plumbline_wording::{
    reading::{Entry, Figures as Typed, read_entry},
    texts::fields,
    writing::write_for_editing,
};

use crate::components::Figures;

/// What was typed and understood, within the bounds of the field.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Accepted {
    /// The field was emptied.
    Nothing,
    /// One value.
    One(f64),
    /// A value with the ends of its range: low, usual, high.
    Range(f64, f64, f64),
    /// So many of so many.
    Counts(u64, u64),
}

/// What a text is to a field.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Reading {
    /// An answer; with the entry, unless the field is empty.
    Understood(Accepted, Option<Entry>),
    /// None yet, but typing on can make it one.
    Unfinished,
    /// None, and why.
    Refused(String),
}

/// What a field asks for.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Question {
    /// What it measures.
    pub kind: QuantityKind,
    /// The least and the most that is allowed.
    pub bounds: (f64, f64),
    /// Whether a range or counts may be typed.
    pub takes_range: bool,
}

impl Question {
    /// Understands a text as typed.
    pub(super) fn read(&self, text: &str, figures: &Figures) -> Reading {
        if text.trim().is_empty() {
            return Reading::Understood(Accepted::Nothing, None);
        }
        match read_entry(text, figures.kind(self.kind), &figures.locale) {
            Ok(entry) => self.within_bounds(entry, figures),
            Err(error) if error.unfinished => Reading::Unfinished,
            Err(error) => Reading::Refused(error.to_string()),
        }
    }

    /// A value as it stands in the field, to be typed over.
    pub(super) fn written(&self, value: Option<f64>, figures: &Figures) -> String {
        let kind = figures.kind(self.kind);
        value
            .map(|value| write_for_editing(&Entry::one(value), kind, &figures.locale))
            .unwrap_or_default()
    }

    /// The value one step up or down: a tenth of the leading digit's place, ten times that
    /// for a big step; whole percents for shares.
    pub(super) fn stepped(&self, value: f64, up: bool, big: bool) -> f64 {
        let step = match self.kind {
            QuantityKind::Fraction | QuantityKind::Factor | QuantityKind::GrowthRate => 0.01,
            _ if value.abs() < 20.0 => 1.0,
            _ => 10_f64.powi(value.abs().log10().floor() as i32 - 1),
        };
        let step = if big { step * 10.0 } else { step };
        let places = (value / step).round() + if up { 1.0 } else { -1.0 };
        // Dividing by a whole number keeps 0.29 from becoming 0.29000000000000004.
        let next = if step < 1.0 {
            places / (1.0 / step).round()
        } else {
            places * step
        };
        let (least, most) = self.bounds;
        next.clamp(least, most)
    }

    fn within_bounds(&self, entry: Entry, figures: &Figures) -> Reading {
        let accepted = match entry.figures {
            Typed::One(value) => Accepted::One(value),
            Typed::Range { low, high } => Accepted::Range(low, (low + high) / 2.0, high),
            Typed::UsualInRange { usual, low, high } => Accepted::Range(low, usual, high),
            Typed::Counts { part, whole } => Accepted::Counts(part, whole),
        };
        let (least, most) = self.bounds;
        let inside = |value: f64| (least..=most).contains(&value);
        let fits = match accepted {
            Accepted::One(value) => inside(value),
            Accepted::Range(low, _, high) if self.takes_range => inside(low) && inside(high),
            Accepted::Counts(..) if self.takes_range => true,
            Accepted::Range(..) | Accepted::Counts(..) => {
                return Reading::Refused(fields::ONE_VALUE_ONLY.to_owned());
            }
            Accepted::Nothing => true,
        };
        if fits {
            return Reading::Understood(accepted, Some(entry));
        }
        let least = figures.value(self.kind, least);
        let most = figures.value(self.kind, most);
        Reading::Refused(fields::out_of_bounds(&least, &most))
    }
}

#[cfg(test)]
mod tests {
    use plumbline_plan::Currency;
    use plumbline_wording::locale::Locale;

    use super::*;

    const SHARE: Question = Question {
        kind: QuantityKind::Fraction,
        bounds: (0.0, 1.0),
        takes_range: true,
    };
    const HOURS: Question = Question {
        kind: QuantityKind::Hours,
        bounds: (0.0, 168.0),
        takes_range: false,
    };

    fn read(question: Question, text: &str) -> Reading {
        question.read(text, &figures())
    }

    fn figures() -> Figures {
        Figures::new(Locale::default().into(), Currency::default())
    }

    fn accepted(question: Question, text: &str) -> Option<Accepted> {
        match read(question, text) {
            Reading::Understood(accepted, _) => Some(accepted),
            Reading::Unfinished | Reading::Refused(_) => None,
        }
    }

    #[test]
    fn a_range_and_counts_are_taken_where_they_belong() {
        assert_eq!(accepted(SHARE, "4 of 10"), Some(Accepted::Counts(4, 10)));
        let range = Accepted::Range(0.2, 0.25, 0.3);
        assert_eq!(accepted(SHARE, "20% to 30%"), Some(range));
        assert_eq!(accepted(HOURS, "5 to 6"), None);
        assert_eq!(accepted(HOURS, " "), Some(Accepted::Nothing));
    }

    #[test]
    fn what_lies_outside_the_bounds_is_refused_with_the_bounds() {
        let Reading::Refused(why) = read(HOURS, "200") else {
            panic!("more hours than a week has");
        };
        assert!(why.contains("168"), "{why}");
        assert_eq!(read(HOURS, "5 hou"), Reading::Unfinished);
    }

    #[test]
    fn a_step_keeps_to_round_figures_and_to_the_bounds() {
        assert_eq!(SHARE.stepped(0.28, true, false), 0.29);
        assert_eq!(SHARE.stepped(0.95, true, true), 1.0);
        assert_eq!(HOURS.stepped(8.5, false, false), 8.0);
        assert_eq!(HOURS.stepped(0.0, false, false), 0.0);
    }
}
