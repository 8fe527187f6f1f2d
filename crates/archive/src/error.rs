//! Why an archive cannot be opened.

use std::error::Error;
use std::fmt;

/// Why an archive cannot be opened. The names in it are the archive's own, and shortened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ArchiveError {
    /// It has so many bytes, and may have the second number.
    TooLarge(usize, usize),
    /// It ends too early.
    CutShort,
    /// What stands in it does not fit together, at the file of this name or anywhere.
    Damaged(String),
    /// It is one of several parts.
    Split,
    /// It is of the kind for files of more than 4 GB.
    Zip64,
    /// The file of this name needs a password.
    Encrypted(String),
    /// The file of this name is packed in a way that is not known here.
    UnknownMethod(String),
    /// The name leads out of the archive, or means different places on different systems.
    UnsafeName(String),
    /// Two files have this name.
    Duplicate(String),
    /// It has so many files, and may have the second number.
    TooMany(usize, usize),
    /// The file of this name would have so many bytes, and may have the second number.
    TooLargeInside(String, u64, usize),
    /// It is the archive of a document: what it is, and what to do.
    Document(&'static str, &'static str),
    /// There is no scenario in it.
    NoScenario,
    /// There are two scenarios in it, or more.
    TwoScenarios(String, String),
}

impl ArchiveError {
    /// What to do about it.
    pub fn help(&self) -> &'static str {
        match self {
            ArchiveError::TooLarge(..) | ArchiveError::TooMany(..) => {
                "Put the scenario's `.json` and its pictures into a `.zip` of their own."
            }
            ArchiveError::CutShort | ArchiveError::Damaged(_) => "Copy or download it once more, or make it anew.",
            ArchiveError::Split => "Make one `.zip` of it, not several parts.",
            ArchiveError::Zip64 | ArchiveError::UnknownMethod(_) => {
                "Make it anew as a plain `.zip`, as the file managers of Windows, macOS and Linux do."
            }
            ArchiveError::Encrypted(_) => "Make it anew without a password.",
            ArchiveError::UnsafeName(_) => "Put the files themselves into the `.zip`, or the folder that holds them.",
            ArchiveError::Duplicate(_) => "Keep one of the two; capital letters alone do not tell them apart.",
            ArchiveError::TooLargeInside(..) => "Is it the right file?",
            ArchiveError::Document(_, help) => help,
            ArchiveError::NoScenario => "Put the scenario's `.json` into it, beside its pictures.",
            ArchiveError::TwoScenarios(..) => "Make a `.zip` for each scenario.",
        }
    }
}

impl fmt::Display for ArchiveError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ArchiveError::TooLarge(size, most) => {
                write!(f, "The archive has {size} bytes, and one of a scenario has at most {most}.")
            }
            ArchiveError::CutShort => f.write_str("The archive is not whole: its end is missing."),
            ArchiveError::Damaged(name) if name.is_empty() => f.write_str("The archive is damaged."),
            ArchiveError::Damaged(name) => write!(f, "The archive is damaged at `{name}`."),
            ArchiveError::Split => f.write_str("The archive is one of several parts."),
            ArchiveError::Zip64 => f.write_str("The archive is of the kind for very large files (zip64)."),
            ArchiveError::Encrypted(name) => write!(f, "`{name}` in the archive needs a password."),
            ArchiveError::UnknownMethod(name) => {
                write!(f, "`{name}` in the archive is packed in a way that is not known here.")
            }
            ArchiveError::UnsafeName(name) => {
                write!(f, "The archive has a file with a name that leads elsewhere: `{name}`.")
            }
            ArchiveError::Duplicate(name) => write!(f, "The archive has two files with the name `{name}`."),
            ArchiveError::TooMany(count, most) => {
                write!(f, "The archive has {count} files, and at most {most} are looked at.")
            }
            ArchiveError::TooLargeInside(name, size, most) => {
                write!(f, "`{name}` in the archive has {size} bytes when it is unpacked, and at most {most} fit.")
            }
            ArchiveError::Document(what, _) => f.write_str(what),
            ArchiveError::NoScenario => {
                f.write_str("There is no scenario in the archive: no file that ends with `.json`.")
            }
            ArchiveError::TwoScenarios(one, other) => {
                write!(f, "There is more than one scenario in the archive: `{one}` and `{other}`.")
            }
        }
    }
}

impl Error for ArchiveError {}
