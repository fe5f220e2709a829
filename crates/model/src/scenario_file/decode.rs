//! Bytes to text.

use super::{Foreign, LoadError, SIZE_CAP};

/// What files of other kinds begin with.
const KINDS: [(&[u8], Foreign); 8] = [
    (b"\x89PNG", Foreign::Picture),
    (b"\xff\xd8\xff", Foreign::Picture),
    (b"GIF8", Foreign::Picture),
    (b"PK\x03\x04", Foreign::Archive),
    (b"\x1f\x8b", Foreign::Archive),
    (b"\xd0\xcf\x11\xe0", Foreign::Archive),
    (b"%PDF", Foreign::Pdf),
    (b"<", Foreign::WebPage),
];

/// The text of a file: UTF-8, or UTF-16 with its mark at the start.
pub(super) fn text(bytes: &[u8]) -> Result<String, LoadError> {
    if bytes.len() > SIZE_CAP {
        return Err(LoadError::TooLarge);
    }
    let text = match bytes {
        [0xef, 0xbb, 0xbf, rest @ ..] => utf8(rest)?,
        [0xff, 0xfe, rest @ ..] => utf16(rest, u16::from_le_bytes)?,
        [0xfe, 0xff, rest @ ..] => utf16(rest, u16::from_be_bytes)?,
        _ => {
            let known = KINDS.iter().find(|(start, _)| bytes.starts_with(start));
            if let Some((_, foreign)) = known {
                return Err(LoadError::NotOurs(*foreign));
            }
            utf8(bytes)?
        }
    };
    if text.trim().is_empty() {
        return Err(LoadError::NotOurs(Foreign::Empty));
    }
    Ok(text)
}

fn utf8(bytes: &[u8]) -> Result<String, LoadError> {
    match std::str::from_utf8(bytes) {
        Ok(text) => Ok(text.to_owned()),
        Err(_) => Err(LoadError::NotOurs(Foreign::NotText)),
    }
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Result<String, LoadError> {
    let (pairs, rest) = bytes.as_chunks::<2>();
    if !rest.is_empty() {
        return Err(LoadError::Truncated);
    }
    let units = pairs.iter().map(|pair| unit(*pair));
    char::decode_utf16(units)
        .collect::<Result<_, _>>()
        .map_err(|_| LoadError::NotOurs(Foreign::NotText))
}
