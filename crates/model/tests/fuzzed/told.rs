//! What must hold for whatever the loader says.

use headroom_model::scenario_file::{Document, LoadError};

/// The most bytes of a sentence that someone is asked to read.
const SENTENCE: usize = 1_000;

/// Whatever loads comes back as it was; whatever does not is told in a sentence.
pub fn check(result: Result<Document, LoadError>, comes_back: fn(&Document)) {
    match result {
        Ok(document) => comes_back(&document),
        Err(error) => {
            let sentence = error.to_string();
            assert!(sentence.ends_with('.'), "{sentence}");
            assert!(sentence.len() <= SENTENCE, "{sentence}");
        }
    }
}
