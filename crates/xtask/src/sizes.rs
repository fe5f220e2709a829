//! How large the site is: as files, and as gzip and brotli carry them.

use crate::{Outcome, shell};
use std::io::Write;
use std::path::Path;

/// Bytes of one file, or of several together.
#[derive(Clone, Copy, Default)]
struct Size {
    raw: usize,
    gzip: usize,
    brotli: usize,
}

impl std::ops::AddAssign for Size {
    fn add_assign(&mut self, other: Self) {
        self.raw += other.raw;
        self.gzip += other.gzip;
        self.brotli += other.brotli;
    }
}

/// A table of every file in the folder, with the sums a first visit costs.
pub fn table(folder: &Path) -> Outcome<String> {
    let mut text = row("bytes of", "raw", "gzip", "brotli");
    let (mut fonts, mut visit) = (Size::default(), Size::default());
    for file in shell::files_below(folder)? {
        let size = measure(&file, &shell::read_bytes(folder.join(&file))?)?;
        text += &sized(&file, size);
        if file.ends_with(".woff2") {
            fonts += size;
        } else if is_loaded(&file) {
            visit += size;
        }
    }
    text += &sized("a visit without fonts", visit);
    visit += fonts;
    text += &sized("a visit with fonts", visit);
    Ok(text)
}

/// Whether a visit loads the file; the others are for hosts and for people who look.
fn is_loaded(file: &str) -> bool {
    let aside = ["_headers", ".nojekyll", "404.html", "version.json"];
    !aside.contains(&file) && !file.ends_with(".txt")
}

/// Fonts are compressed already, so hosts send them as they are.
fn measure(file: &str, bytes: &[u8]) -> Outcome<Size> {
    let raw = bytes.len();
    if file.ends_with(".woff2") {
        return Ok(Size {
            raw,
            gzip: raw,
            brotli: raw,
        });
    }
    Ok(Size {
        raw,
        gzip: gzip(bytes)?,
        brotli: brotli(bytes)?,
    })
}

/// Bytes after gzip at its best level.
pub fn gzip(bytes: &[u8]) -> Outcome<usize> {
    let mut writer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    writer
        .write_all(bytes)
        .and_then(|()| writer.finish())
        .map(|packed| packed.len())
        .map_err(|error| format!("gzip failed: {error}."))
}

/// Bytes after brotli at its best level.
fn brotli(bytes: &[u8]) -> Outcome<usize> {
    let mut packed = Vec::new();
    let parameters = brotli::enc::BrotliEncoderParams {
        quality: 11,
        lgwin: 22,
        ..Default::default()
    };
    brotli::BrotliCompress(&mut &bytes[..], &mut packed, &parameters)
        .map_err(|error| format!("brotli failed: {error}."))?;
    Ok(packed.len())
}

fn sized(name: &str, size: Size) -> String {
    row(
        name,
        &size.raw.to_string(),
        &size.gzip.to_string(),
        &size.brotli.to_string(),
    )
}

fn row(name: &str, raw: &str, gzip: &str, brotli: &str) -> String {
    format!("  {name:<46} {raw:>9} {gzip:>9} {brotli:>9}\n")
}
