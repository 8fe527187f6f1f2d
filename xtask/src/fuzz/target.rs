//! What is fuzzed: each a program in `fuzz/fuzz_targets`, and a property of the same name.

use clap::ValueEnum;

/// What is fuzzed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Target {
    /// A scenario's file is faulty at a place, or a scenario that stays what it is
    Scenario,
    /// What is said of a file is well formed, whatever stands in it
    Reports,
    /// What stands in an address or was typed is a run, or refused
    Links,
    /// A row of bytes is refused, or can be played
    Packs,
    /// A journal that comes takes nothing away
    Journal,
    /// The record of a room's session is written as it was read
    Session,
    /// What a browser keeps is taken up, or put aside
    Storage,
    /// A story made with Twine is refused, or becomes a draft with a report
    Twine,
    /// What comes to the server of a room is refused, or carried
    Rooms,
}

impl Target {
    /// The name that it is called by on the command line.
    pub fn name(self) -> String {
        self.to_possible_value().map_or_else(String::new, |value| value.get_name().to_owned())
    }

    /// What must hold.
    pub fn about(self) -> String {
        let about = self.to_possible_value().and_then(|value| value.get_help().map(ToString::to_string));
        about.unwrap_or_default().to_lowercase()
    }

    /// The folder of its kept inputs: what is said of files is tried with the files.
    pub fn folder(self) -> String {
        if self == Target::Reports { Target::Scenario.name() } else { self.name() }
    }

    /// The words that the fuzzer puts in.
    pub fn words(self) -> String {
        // A pack holds no words of its own but those of a scenario's texts.
        let words = if self == Target::Packs { Target::Storage.name() } else { self.folder() };
        format!("{words}.dict")
    }

    /// The longest input that is made up, in bytes.
    pub fn longest(self) -> u32 {
        8_192
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::workspace;

    #[test]
    fn every_target_has_its_program_its_inputs_and_its_words() {
        let fuzz = workspace::root().join("fuzz");
        let package: toml::Table = std::fs::read_to_string(fuzz.join("Cargo.toml")).unwrap().parse().unwrap();
        let programs: Vec<&str> =
            package["bin"].as_array().unwrap().iter().map(|bin| bin["name"].as_str().unwrap()).collect();
        let targets: Vec<String> = Target::value_variants().iter().map(|target| target.name()).collect();
        assert_eq!(programs, targets);
        for target in Target::value_variants() {
            for path in [format!("kept/{}", target.folder()), format!("words/{}", target.words())] {
                assert!(fuzz.join(&path).exists(), "{path} is missing");
            }
        }
    }
}
