//! Links: `#s=` and, in the alphabet base64url, a checksum, the length, and the deflated JSON.
//!
//! What mail and chat programs do to links is undone where the checksum then agrees: signs appended,
//! lines broken, characters written as `%XX`. Everything else is named.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use miniz_oxide::deflate::compress_to_vec;
use miniz_oxide::inflate::{TINFLStatus, decompress_to_vec_with_limit};

use super::{Document, Foreign, LoadError, SIZE_CAP, read, strict, write};

/// What a link's fragment begins with.
pub const LINK_MARK: &str = "#s=";

/// The most characters of a fragment that is written or read.
pub const LINK_CAP: usize = 16_000;

/// Above so many characters some programs cut links.
pub const LINK_WARNING: usize = 2_000;

/// Bytes before the deflated ones: four of the checksum, two of the length.
const HEAD: usize = 6;

/// How hard to deflate: as hard as possible.
const LEVEL: u8 = 10;

/// A document that fits no link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooLong {
    /// Characters that its fragment would have.
    pub length: usize,
}

impl std::fmt::Display for TooLong {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        use crate::text::write::{Precision, count};
        #[expect(clippy::cast_precision_loss, reason = "far below 2^53")]
        let [length, cap] = [self.length, LINK_CAP].map(|n| count(n as f64, Precision::Exact));
        write!(
            f,
            "This scenario is too long for a link ({length} characters; at most {cap} arrive everywhere). Share the file instead."
        )
    }
}

impl std::error::Error for TooLong {}

/// The fragment of a document.
pub(super) fn write(document: &Document) -> Result<String, TooLong> {
    let body = compress_to_vec(write::bare_line(document).as_bytes(), LEVEL);
    let length = u16::try_from(body.len()).unwrap_or(u16::MAX);
    let mut bytes = length.to_be_bytes().to_vec();
    bytes.extend(&body);
    let check = crc32fast::hash(&bytes);
    let mut all = check.to_be_bytes().to_vec();
    all.extend(&bytes);
    let fragment = format!("{LINK_MARK}{}", URL_SAFE_NO_PAD.encode(all));
    if fragment.len() > LINK_CAP {
        return Err(TooLong {
            length: fragment.len(),
        });
    }
    Ok(fragment)
}

/// The document in a fragment, or in a text that holds a link.
pub(super) fn read(text: &str) -> Result<Document, LoadError> {
    // Before anything is copied: a fragment can have millions of characters.
    if text.len() > 4 * LINK_CAP {
        return Err(LoadError::TooLarge);
    }
    if text.trim().is_empty() {
        return Err(LoadError::NotOurs(Foreign::Empty));
    }
    let mut first = Err(LoadError::NotOurs(Foreign::OtherText));
    // A reply quotes the link it answers: what stands at one mark may be damaged, and whole at the next.
    for (place, (payload, quoted)) in payloads(text).enumerate() {
        let found = json(payload, quoted);
        if place == 0 || found.is_ok() {
            first = found;
        }
        if first.is_ok() {
            break;
        }
    }
    read::document(&strict::parse(&first?)?)
}

/// The JSON in what follows a mark: as it is, else with what other programs do to it undone.
fn json(payload: &str, quoted: bool) -> Result<String, LoadError> {
    if payload.trim().is_empty() {
        return Err(LoadError::NotOurs(Foreign::Empty));
    }
    let mended = mended(payload);
    unpack(payload).or_else(|_| match mended.strip_prefix("3D") {
        Some(rest) if quoted => unpack(rest).or_else(|_| unpack(&mended)),
        _ => unpack(&mended),
    })
}

/// The mark, as written and as other programs write it.
const MARKS: [&str; 6] = [LINK_MARK, "#s%3D", "#s%3d", "%23s=", "%23s%3D", "%23s%3d"];

/// Whether a fragment of an address is that of a link, whole or not.
#[must_use]
pub fn is_link(fragment: &str) -> bool {
    MARKS.iter().any(|mark| fragment.starts_with(mark))
}

/// What follows each mark, and whether its sign could be one that a mail program wrote as `=3D`.
fn payloads(text: &str) -> impl Iterator<Item = (&str, bool)> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let rest = &text[at..];
        let found = MARKS
            .iter()
            .filter_map(|mark| Some((rest.find(mark)?, *mark)));
        let (place, mark) = found.min()?;
        at += place + mark.len();
        Some((&text[at..], mark.ends_with('=')))
    })
    .take(MOST_MARKS)
}

/// How many marks in a text are tried.
const MOST_MARKS: usize = 20;

/// With `%XX` read once, and without what no link has: blanks, broken lines with the signs that mail programs
/// put at their ends (`=`) and beginnings (`>`), and signs of no width.
fn mended(payload: &str) -> String {
    let is_added = |c: char| {
        c.is_whitespace()
            || matches!(c, '=' | '>' | '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{feff}')
    };
    percent_decoded(payload)
        .chars()
        .filter(|c| !is_added(*c))
        .collect()
}

/// `%XX` as the bytes that they stand for; what is no such sign stays as it is.
fn percent_decoded(text: &str) -> String {
    let mut decoded = Vec::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('%') {
        decoded.extend(before.bytes());
        let code = after
            .get(..2)
            .and_then(|code| u8::from_str_radix(code, 16).ok());
        match code {
            Some(code) => {
                decoded.push(code);
                rest = &after[2..];
            }
            None => {
                decoded.push(b'%');
                rest = after;
            }
        }
    }
    decoded.extend(rest.bytes());
    String::from_utf8_lossy(&decoded).into_owned()
}

/// The JSON in a payload; what follows the payload's end is left aside.
fn unpack(payload: &str) -> Result<String, LoadError> {
    const CHANGED: LoadError = LoadError::ChecksumMismatch { file: false };
    let is_ours = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
    let end = payload.find(|c| !is_ours(c)).unwrap_or(payload.len());
    let text = &payload[..end];
    let head = text.get(..HEAD / 3 * 4).ok_or(LoadError::Truncated)?;
    let head = URL_SAFE_NO_PAD.decode(head).map_err(|_| CHANGED)?;
    let [c0, c1, c2, c3, l0, l1] = head[..] else {
        return Err(CHANGED);
    };
    let length = HEAD + usize::from(u16::from_be_bytes([l0, l1]));
    let text = text
        .get(..(length * 4).div_ceil(3))
        .ok_or(LoadError::Truncated)?;
    let bytes = URL_SAFE_NO_PAD.decode(text).map_err(|_| CHANGED)?;
    if crc32fast::hash(&bytes[4..]) != u32::from_be_bytes([c0, c1, c2, c3]) {
        return Err(CHANGED);
    }
    let json =
        decompress_to_vec_with_limit(&bytes[HEAD..], SIZE_CAP).map_err(|error| {
            match error.status {
                TINFLStatus::HasMoreOutput => LoadError::TooLarge,
                _ => CHANGED,
            }
        })?;
    String::from_utf8(json).map_err(|_| CHANGED)
}
