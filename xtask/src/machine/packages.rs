//! Installs system packages with apt where that is possible, and otherwise says
//! exactly what to type. Never asks for a password.

use std::fs;
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::run::{self, Voice};

/// A family of systems that names its packages alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum System {
    Debian,
    Ubuntu,
    MacOs,
    Other,
}

/// Something a test needs from the system.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Need {
    Chromium,
    ChromeDriver,
    Firefox,
    Fonts,
    Node,
}

impl System {
    /// The system this runs on.
    pub(super) fn this() -> System {
        if cfg!(target_os = "macos") {
            return System::MacOs;
        }
        System::from_release(&fs::read_to_string("/etc/os-release").unwrap_or_default())
    }

    /// Reads an os-release file.
    fn from_release(release: &str) -> System {
        let words = release
            .lines()
            .filter_map(|line| line.strip_prefix("ID=").or(line.strip_prefix("ID_LIKE=")))
            .flat_map(|value| value.trim_matches('"').split(' '));
        let words: Vec<&str> = words.collect();
        if words.contains(&"ubuntu") {
            System::Ubuntu
        } else if words.contains(&"debian") {
            System::Debian
        } else {
            System::Other
        }
    }

    /// The command that installs what is needed.
    fn command(self, needs: &[Need]) -> String {
        let packages = self.packages(needs).join(" ");
        match self {
            System::Debian | System::Ubuntu => {
                format!("sudo apt-get install --no-install-recommends {packages}")
            }
            System::MacOs => format!("brew install {packages}"),
            System::Other => format!("(your package manager) install {packages}"),
        }
    }

    fn packages(self, needs: &[Need]) -> Vec<&'static str> {
        let packages = needs.iter().flat_map(|need| self.packages_of(*need));
        packages.copied().collect()
    }

    fn packages_of(self, need: Need) -> &'static [&'static str] {
        match (self, need) {
            (System::Ubuntu, Need::Chromium) => &["chromium-browser"],
            (System::Ubuntu, Need::ChromeDriver) => &["chromium-chromedriver"],
            (System::Debian, Need::ChromeDriver) => &["chromium-driver"],
            (System::Debian, Need::Firefox) => &["firefox-esr"],
            (_, Need::Firefox) => &["firefox"],
            (_, Need::Chromium) => &["chromium"],
            (_, Need::ChromeDriver) => &["chromedriver"],
            (System::MacOs, Need::Fonts) => &["font-liberation"],
            (_, Need::Fonts) => &["fonts-liberation"],
            (System::MacOs, Need::Node) => &["node"],
            (_, Need::Node) => &["nodejs", "npm"],
        }
    }
}

/// Whether a package is installed, where dpkg knows; elsewhere it is taken to be.
pub(super) fn has_debian_package(name: &str) -> bool {
    let mut dpkg = Command::new("dpkg-query");
    dpkg.args(["--show", "--showformat", "${db:Status-Status}", name]);
    dpkg.output()
        .map_or(true, |output| output.stdout == b"installed")
}

/// Installs what is missing.
///
/// # Errors
/// When it cannot be installed from here; the words say what to type.
pub(super) fn install(missing: &[Need]) -> Result<()> {
    if missing.is_empty() {
        return Ok(());
    }
    let system = System::this();
    let by_hand = format!(
        "the tests in the browser need more than this machine has; run:\n  {}",
        system.command(missing)
    );
    let has_apt = matches!(system, System::Debian | System::Ubuntu);
    if !(has_apt && is_root()) {
        bail!(by_hand);
    }
    println!("      installing {missing:?} with apt");
    let mut update = Command::new("apt-get");
    update.args(["update", "--quiet"]);
    run::run(&mut update, Voice::Quiet).with_context(|| by_hand.clone())?;
    let mut install = Command::new("apt-get");
    install
        .env("DEBIAN_FRONTEND", "noninteractive")
        .args(["install", "--quiet", "--yes", "--no-install-recommends"])
        .args(system.packages(missing));
    run::run(&mut install, Voice::Quiet).context(by_hand)
}

fn is_root() -> bool {
    run::output(Command::new("id").arg("-u")).is_ok_and(|id| id.trim() == "0")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn systems_are_told_from_their_release_file() {
        let cases = [
            (
                "PRETTY_NAME=\"Debian GNU/Linux 12\"\nID=debian\n",
                System::Debian,
            ),
            ("ID=ubuntu\nID_LIKE=debian\n", System::Ubuntu),
            ("ID=linuxmint\nID_LIKE=\"ubuntu debian\"\n", System::Ubuntu),
            ("ID=fedora\nVERSION_ID=42\n", System::Other),
            ("", System::Other),
        ];
        for (release, system) in cases {
            assert_eq!(System::from_release(release), system, "{release}");
        }
    }

    #[test]
    fn the_command_to_type_names_the_packages_of_the_system() {
        let needs = [Need::Chromium, Need::ChromeDriver, Need::Node];
        assert_eq!(
            System::Debian.command(&needs),
            "sudo apt-get install --no-install-recommends chromium chromium-driver nodejs npm"
        );
        assert_eq!(
            System::MacOs.command(&needs),
            "brew install chromium chromedriver node"
        );
    }
}
