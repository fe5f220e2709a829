//! What must hold for all texts opened as a link, and for all bytes inside one.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use headroom_model::scenario_file::{Document, LINK_MARK, LoadError};

use super::told;

/// The bytes as a link with and without its mark, as a link's deflated bytes, and as its JSON.
pub fn check(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    loaded(Document::from_link(&text));
    loaded(Document::from_link(&format!("{LINK_MARK}{text}")));
    // In base64, four bytes for three: more than this is too large for a link before it is unpacked.
    let data = &data[..data.len().min(40_000)];
    loaded(Document::from_link(&link(data)));
    loaded(Document::from_link(&link(&stored(data))));
}

fn loaded(result: Result<Document, LoadError>) {
    told::check(result, comes_back);
}

fn comes_back(document: &Document) {
    if let Ok(link) = document.to_link() {
        let read = Document::from_link(&link).expect("we wrote it");
        assert_eq!(read, *document);
        assert_eq!(read.to_link(), Ok(link));
    }
}

/// A link around bytes that stand for deflated ones.
fn link(body: &[u8]) -> String {
    let length = u16::try_from(body.len()).expect("the body fits a link");
    let mut bytes = length.to_be_bytes().to_vec();
    bytes.extend(body);
    let mut all = crc32fast::hash(&bytes).to_be_bytes().to_vec();
    all.extend(bytes);
    format!("{LINK_MARK}{}", URL_SAFE_NO_PAD.encode(all))
}

/// Bytes in one block of the deflate format that says them as they are.
fn stored(data: &[u8]) -> Vec<u8> {
    let length = u16::try_from(data.len()).expect("the data fits a block");
    let mut block = vec![1];
    block.extend(length.to_le_bytes());
    block.extend((!length).to_le_bytes());
    block.extend(data);
    block
}
