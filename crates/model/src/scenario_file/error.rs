//! Why something is no scenario: a closed list, each with a sentence for a person.

use std::fmt;

/// The most characters of a key that stand in a sentence.
const SHOWN: usize = 40;

/// What keeps bytes or a text from being a scenario.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LoadError {
    /// More than is ever read.
    TooLarge,
    /// Something else than a scenario of Headroom.
    NotOurs(Foreign),
    /// The end is missing.
    Truncated,
    /// Something in it was changed on the way.
    ChecksumMismatch {
        /// Whether it is a file, which a person may have edited.
        file: bool,
    },
    /// Written by a newer program.
    TooNew {
        /// The version of its format.
        version: u64,
    },
    /// Of this format, but written by a newer program that knows something in it that this one does not.
    NewerEngine {
        /// The version of that program.
        engine: String,
        /// Where, e.g. `preset`.
        path: String,
    },
    /// A part that cannot be.
    Invalid {
        /// Where, e.g. `inputs.p.value`.
        path: String,
        /// Why, as a sentence.
        why: String,
    },
}

/// What it seems to be instead.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Foreign {
    /// Nothing at all.
    Empty,
    /// A picture.
    Picture,
    /// An Excel file or another zip archive.
    Archive,
    /// A PDF.
    Pdf,
    /// A web page.
    WebPage,
    /// JSON of something else.
    OtherJson,
    /// A text of something else.
    OtherText,
    /// Bytes that are no text.
    NotText,
}

impl LoadError {
    /// Whether a newer program can read it: then it is whole, and nothing of it may be moved or mended.
    #[must_use]
    pub fn is_for_a_newer_program(&self) -> bool {
        matches!(self, Self::TooNew { .. } | Self::NewerEngine { .. })
    }

    pub(super) fn invalid(path: impl Into<String>, why: impl Into<String>) -> Self {
        Self::Invalid {
            path: path.into(),
            why: why.into(),
        }
    }
}

/// What stands in the place of a key, as a sentence can hold it: short, and without signs that cannot
/// be shown.
pub(super) fn shown(key: &str) -> String {
    match key.char_indices().nth(SHOWN) {
        None => key.escape_debug().to_string(),
        Some((end, _)) => format!("{}…", key[..end].escape_debug()),
    }
}

impl fmt::Display for LoadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooLarge => f.write_str(
                "This is far larger than any scenario of Headroom, so it was not read.",
            ),
            Self::NotOurs(foreign) => f.write_str(foreign.sentence()),
            Self::Truncated => f.write_str(
                "The end is missing: it was cut off on the way. Copy it again, whole, or ask for the file instead.",
            ),
            Self::ChecksumMismatch { file: true } => f.write_str(
                "The file was changed after Headroom wrote it, or damaged on the way. If you edited it on purpose, delete its last entry, \"check\", with the comma before it, and open it again.",
            ),
            Self::ChecksumMismatch { file: false } => f.write_str(
                "Some characters of the link were changed on the way, for example capital letters into small ones. Copy it again, whole, or ask for the file instead.",
            ),
            Self::TooNew { version } => write!(
                f,
                "It was made with a newer version of Headroom (format {version}; this one reads up to {}). Reload the page to get the newest version; what you opened is not changed.",
                super::FORMAT
            ),
            Self::NewerEngine { engine, path } => write!(
                f,
                "It was made with a newer version of Headroom ({engine}; this one is {}), and this one does not know its part \"{path}\". Reload the page to get the newest version; what you opened is not changed.",
                crate::VERSION
            ),
            Self::Invalid { path, why } if path.is_empty() => f.write_str(why),
            Self::Invalid { path, why } => write!(f, "{path}: {why}"),
        }
    }
}

impl std::error::Error for LoadError {}

impl Foreign {
    fn sentence(self) -> &'static str {
        match self {
            Self::Empty => "There is nothing in it.",
            Self::Picture => "This is a picture, not a scenario of Headroom.",
            Self::Archive => {
                "This is an Excel file or another archive, not a scenario of Headroom. Scenarios are files that end in .json."
            }
            Self::Pdf => "This is a PDF, not a scenario of Headroom.",
            Self::WebPage => "This is a web page, not a scenario of Headroom.",
            Self::OtherJson => "This is JSON, but not a scenario of Headroom.",
            Self::OtherText => "This is a text, but not a scenario of Headroom.",
            Self::NotText => {
                "This is not a text that can be read (UTF-8 or UTF-16), so it is no scenario of Headroom."
            }
        }
    }
}
