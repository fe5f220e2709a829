//! What must hold for all bytes opened as a file.

use headroom_model::scenario_file::Document;

use super::told;

/// Any bytes as a file.
pub fn check(data: &[u8]) {
    told::check(Document::from_file(data), comes_back);
}

fn comes_back(document: &Document) {
    let file = document.to_file();
    let read = Document::from_file(file.as_bytes()).expect("we wrote it");
    assert_eq!(read, *document);
    assert_eq!(read.to_file(), file);
}
