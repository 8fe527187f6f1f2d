//! How the game looks and plays, as the player set it.

use crate::text::{RecordError, text_record};
use serde::{Deserialize, Serialize};
use std::str::FromStr;

/// How large the text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum TextSize {
    /// As the browser has it.
    #[default]
    Normal,
    /// A quarter larger.
    Large,
    /// Half as large again.
    Largest,
}

/// Light or dark.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Theme {
    /// As the system has it.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

/// When a run shows which hats its responses wear, and what it does to the meters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Mode {
    /// The hats stand on the responses.
    #[default]
    Shown,
    /// A response's hat is shown once it has been chosen.
    After,
    /// Challenge: the hats and the meters are hidden until the outcome.
    Challenge,
}

/// All settings. They are kept as words in a line; a version that did not know a word left it out, and its setting is as
/// it is by default.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Settings {
    /// How large the text is.
    pub text: TextSize,
    /// Light or dark.
    pub theme: Theme,
    /// Less motion, also where the system does not ask for it.
    pub still: bool,
    /// When the hats are shown.
    pub mode: Mode,
    /// A story begins at its first step, without its start sheet.
    pub at_once: bool,
    /// Keys of letters, digits and signs do nothing: whoever dictates types them unasked.
    pub no_keys: bool,
}

impl Settings {
    /// The settings as a line of words, for storage.
    pub fn to_text(self) -> String {
        let text = match self.text {
            TextSize::Normal => "text-1",
            TextSize::Large => "text-2",
            TextSize::Largest => "text-3",
        };
        let theme = match self.theme {
            Theme::System => "system",
            Theme::Light => "light",
            Theme::Dark => "dark",
        };
        let still = if self.still { " still" } else { "" };
        let mode = match self.mode {
            Mode::Shown => "",
            Mode::After => " after",
            Mode::Challenge => " challenge",
        };
        let at_once = if self.at_once { " at-once" } else { "" };
        let no_keys = if self.no_keys { " no-keys" } else { "" };
        format!("{text} {theme}{still}{mode}{at_once}{no_keys}")
    }
}

impl FromStr for Settings {
    type Err = RecordError;

    /// The settings of a stored line; one that holds a word that no version wrote is none.
    fn from_str(line: &str) -> Result<Self, RecordError> {
        let mut settings = Settings::default();
        for word in line.split_ascii_whitespace() {
            match word {
                "text-1" => settings.text = TextSize::Normal,
                "text-2" => settings.text = TextSize::Large,
                "text-3" => settings.text = TextSize::Largest,
                "system" => settings.theme = Theme::System,
                "light" => settings.theme = Theme::Light,
                "dark" => settings.theme = Theme::Dark,
                "still" => settings.still = true,
                "after" => settings.mode = Mode::After,
                "challenge" => settings.mode = Mode::Challenge,
                "at-once" => settings.at_once = true,
                "no-keys" => settings.no_keys = true,
                _ => return Err(RecordError),
            }
        }
        Ok(settings)
    }
}

text_record!(Settings);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn settings_survive_storage_and_rubbish_is_refused() {
        for text in [TextSize::Normal, TextSize::Large, TextSize::Largest] {
            for theme in [Theme::System, Theme::Light, Theme::Dark] {
                for (still, mode, no_keys) in
                    [(false, Mode::Challenge, false), (true, Mode::Shown, true), (false, Mode::After, true)]
                {
                    let settings = Settings { text, theme, still, mode, at_once: still, no_keys };
                    assert_eq!(settings.to_text().parse(), Ok(settings));
                }
            }
        }
        assert_eq!("{\"theme\":1}".parse::<Settings>(), Err(RecordError));
        assert_eq!("dark".parse(), Ok(Settings { theme: Theme::Dark, ..Settings::default() }));
    }
}
