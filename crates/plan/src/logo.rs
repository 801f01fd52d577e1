//! The picture on the plan's cover: small, and of pixels, so that opening a plan never runs
//! or loads what somebody drew into it.

use serde::{Deserialize, Serialize};

/// A PNG or JPEG picture of at most [`Logo::LONGEST`] characters, as a data URL.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Logo(String);

/// A text that is no such picture.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "not a PNG or JPEG picture as a data URL of at most {} characters",
    Logo::LONGEST
)]
pub struct InvalidLogo;

/// How each kind begins: its media type, and the first bytes of every such picture.
const BEGINNINGS: [&str; 2] = [
    "data:image/png;base64,iVBORw0KGgo",
    "data:image/jpeg;base64,/9j/",
];

impl Logo {
    /// The longest data URL taken.
    pub const LONGEST: usize = 100_000;

    /// Takes a data URL.
    ///
    /// # Errors
    /// [`InvalidLogo`] when it is longer, of another kind, or no base64.
    pub fn new(address: impl Into<String>) -> Result<Self, InvalidLogo> {
        let address = address.into();
        let is_known = BEGINNINGS.iter().any(|known| address.starts_with(known));
        let (_, data) = address.split_once(',').ok_or(InvalidLogo)?;
        let data = data.trim_end_matches('=');
        let is_base64 = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'+' || byte == b'/';
        if is_known && address.len() <= Self::LONGEST && data.bytes().all(is_base64) {
            Ok(Self(address))
        } else {
            Err(InvalidLogo)
        }
    }

    /// The data URL.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for Logo {
    type Error = InvalidLogo;

    fn try_from(address: String) -> Result<Self, InvalidLogo> {
        Self::new(address)
    }
}

impl From<Logo> for String {
    fn from(logo: Logo) -> String {
        logo.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_small_pictures_of_pixels_are_taken() {
        let png = "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlE\
                   QVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
        assert_eq!(Logo::new(png).unwrap().as_str(), png);
        for bad in [
            "",
            "iVBORw0KGgo",
            "https://example.com/logo.png",
            "javascript:alert(1)",
            "data:image/svg+xml;base64,iVBORw0KGgo",
            "data:image/png;base64,PHN2Zz4=",
            "data:image/png;base64,iVBORw0KGgo\" onload=\"x",
            &format!(
                "data:image/png;base64,iVBORw0KGgo{}",
                "A".repeat(Logo::LONGEST)
            ),
        ] {
            assert_eq!(Logo::new(bad), Err(InvalidLogo), "{bad:.60}");
        }
    }
}
