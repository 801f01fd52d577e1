//! What a key means in a workshop, and what is kept of a workshop while its tab is open.
//! Pure: the keys are heard and the text is kept elsewhere.

use plumbline_wording::masking::Hidden;

use crate::chapters::Chapter;

/// What the presenter can do, most of it by key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Command {
    /// To the next step.
    Next,
    /// To the step before.
    Back,
    /// To the first step.
    First,
    /// To the last step, which compares.
    Last,
    /// What-ifs in place of the answers, or the answers again.
    WhatIf,
    /// Names away, or back.
    Names,
    /// Amounts away, or back.
    Amounts,
    /// Full screen on or off.
    FullScreen,
    /// The list of keys.
    Keys,
    /// Letter keys off, or on again.
    Letters,
    /// To the first step of a chapter.
    Chapter(Chapter),
    /// Out of the workshop.
    Leave,
}

/// What a key means; nothing for any other, nor for a letter while letters do not act.
pub(super) fn command(key: &str, letters: bool) -> Option<Command> {
    let always = match key {
        "ArrowRight" | "PageDown" => Command::Next,
        "ArrowLeft" | "PageUp" => Command::Back,
        "Home" => Command::First,
        "End" => Command::Last,
        "Escape" => Command::Leave,
        _ if !letters => return None,
        _ => match key.to_lowercase().as_str() {
            "w" => Command::WhatIf,
            "b" => Command::Last,
            "n" => Command::Names,
            "a" => Command::Amounts,
            "f" => Command::FullScreen,
            "?" => Command::Keys,
            _ => return None,
        },
    };
    Some(always)
}

/// Where a workshop stands: what a reload must not change in front of a room.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Stand {
    /// The step, from 0.
    pub step: usize,
    /// What is not to be seen.
    pub hidden: Hidden,
    /// Whether letter keys do nothing.
    pub no_letters: bool,
}

impl Stand {
    /// As a text to keep.
    pub(super) fn to_text(self) -> String {
        let yes = |yes: bool| u8::from(yes);
        let Hidden { names, amounts } = self.hidden;
        format!(
            "{} {} {} {}",
            self.step,
            yes(names),
            yes(amounts),
            yes(self.no_letters)
        )
    }

    /// Out of a text that was kept, among so many steps; the beginning out of any other.
    pub(super) fn from_text(text: &str, steps: usize) -> Self {
        let mut words = text.split(' ');
        let step = words.next().and_then(|step| step.parse().ok());
        let mut yes = || words.next() == Some("1");
        Self {
            hidden: Hidden {
                names: yes(),
                amounts: yes(),
            },
            no_letters: yes(),
            step: step.unwrap_or(0).min(steps.saturating_sub(1)),
        }
    }

    /// After a step by key among so many.
    pub(super) fn moved(self, command: Command, steps: usize) -> Self {
        let last = steps.saturating_sub(1);
        let step = match command {
            Command::Next => (self.step + 1).min(last),
            Command::Back => self.step.saturating_sub(1),
            Command::First => 0,
            Command::Last => last,
            _ => self.step,
        };
        Self { step, ..self }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_presenters_remote_steps_and_letters_can_be_turned_off() {
        assert_eq!(command("PageDown", false), Some(Command::Next));
        assert_eq!(command("PageUp", false), Some(Command::Back));
        assert_eq!(command("f", true), Some(Command::FullScreen));
        assert_eq!(command("N", true), Some(Command::Names));
        for letter in ["w", "b", "n", "a", "f", "?"] {
            assert!(command(letter, true).is_some());
            assert_eq!(command(letter, false), None);
        }
        assert_eq!(command("x", true), None);
    }

    #[test]
    fn what_was_kept_comes_back_and_anything_else_is_the_beginning() {
        let stand = Stand {
            step: 7,
            hidden: Hidden {
                names: true,
                amounts: false,
            },
            no_letters: true,
        };
        assert_eq!(Stand::from_text(&stand.to_text(), 40), stand);
        assert_eq!(Stand::from_text(&stand.to_text(), 5).step, 4);
        for spoiled in ["", "x", "-1 a"] {
            assert_eq!(Stand::from_text(spoiled, 40), Stand::default());
        }
    }

    #[test]
    fn steps_end_at_the_first_and_the_last() {
        let first = Stand::default();
        assert_eq!(first.moved(Command::Back, 3).step, 0);
        let last = first.moved(Command::Last, 3);
        assert_eq!((last.step, last.moved(Command::Next, 3).step), (2, 2));
        assert_eq!(last.moved(Command::First, 3).step, 0);
    }
}
