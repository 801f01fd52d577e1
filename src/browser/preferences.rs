//! What the user prefers, apart from any plan: the theme and the language of
//! numbers and dates. Kept in this browser if it allows; otherwise they last
//! as long as the page.

use super::local_storage;

const THEME: &str = "plumbline.theme";
const LANGUAGE: &str = "plumbline.language";

/// Light or dark.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Theme {
    /// As the device is set.
    #[default]
    Device,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

impl Theme {
    /// The name it is kept under, also the value of `data-theme`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Device => "device",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// The theme of that name; the device's for any other text.
    #[must_use]
    pub fn from_name(name: &str) -> Self {
        match name {
            "light" => Self::Light,
            "dark" => Self::Dark,
            _ => Self::Device,
        }
    }
}

/// The theme last chosen.
#[must_use]
pub fn theme() -> Theme {
    local_storage::get(THEME).map_or(Theme::Device, |name| Theme::from_name(&name))
}

/// Keeps the theme.
pub fn set_theme(theme: Theme) {
    local_storage::set(THEME, theme.name());
}

/// The language tag chosen in place of the browser's, such as `de-CH`.
#[must_use]
pub fn language() -> Option<String> {
    local_storage::get(LANGUAGE)
}

/// Keeps a language tag in place of the browser's, or with `None` goes back to
/// the browser's.
pub fn set_language(tag: Option<&str>) {
    match tag {
        Some(tag) => {
            local_storage::set(LANGUAGE, tag);
        }
        None => local_storage::remove(LANGUAGE),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_kept_theme_comes_back_and_a_spoiled_one_is_the_devices() {
        for theme in [Theme::Device, Theme::Light, Theme::Dark] {
            assert_eq!(Theme::from_name(theme.name()), theme);
        }
        assert_eq!(Theme::from_name("neon"), Theme::Device);
    }
}
