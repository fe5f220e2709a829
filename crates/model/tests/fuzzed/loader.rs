//! What must hold for all bytes opened as a file.

use headroom_model::scenario_file::Document;

/// The most bytes of a sentence that someone is asked to read.
const SENTENCE: usize = 1_000;

/// Whatever loads is written and read back as it was; whatever does not is told in a sentence.
pub fn check(data: &[u8]) {
    match Document::from_file(data) {
        Ok(document) => comes_back(&document),
        Err(error) => {
            let sentence = error.to_string();
            assert!(sentence.ends_with('.'), "{sentence}");
            assert!(sentence.len() <= SENTENCE, "{sentence}");
        }
    }
}

fn comes_back(document: &Document) {
    let file = document.to_file();
    let read = Document::from_file(file.as_bytes()).expect("we wrote it");
    assert_eq!(read, *document);
    assert_eq!(read.to_file(), file);
}
