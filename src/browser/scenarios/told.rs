//! What is told about scenarios: notices that stay until they are closed.

use leptos::prelude::*;

use super::Scenarios;
use crate::keep::saver::NotSaved;
use crate::keep::shelf::{SetAside, Shelf};
use crate::keep::store::{Store as _, Trouble};
use crate::keep::words::Saving;

/// Something to be told, until it is dismissed.
#[derive(Clone, Debug, PartialEq)]
pub struct Notice {
    /// Which it is.
    pub number: u64,
    /// What is told.
    pub text: String,
    /// More, one a line.
    pub details: Vec<String>,
    /// What can be done about it.
    pub offer: Offer,
}

/// What a notice offers.
#[derive(Clone, Debug, PartialEq)]
pub enum Offer {
    /// Only to be dismissed.
    Nothing,
    /// To open this scenario again.
    Back(String),
    /// To bring this deleted scenario back.
    Restore(String),
    /// To download what could not be read.
    SetAside(Vec<String>),
    /// To open this link.
    Link(String),
}

impl Scenarios {
    pub(super) fn tell_about(self, shelf: &Shelf, safe_mode: bool) {
        if safe_mode {
            self.tell(
                "Headroom started without your scenarios, because it had stopped before. They are still stored. Reload the page to open them again.",
                Offer::Nothing,
            );
        }
        if !shelf.set_aside.is_empty() {
            let lines = |aside: &SetAside| format!("{}: {}", aside.key, aside.why);
            let texts = shelf
                .set_aside
                .iter()
                .map(|aside| format!("{}\n{}", aside.key, aside.text));
            self.tell_more(
                "Some stored data could not be read. They were set aside, not deleted, and everything else was opened.",
                shelf.set_aside.iter().map(lines).collect(),
                Offer::SetAside(texts.collect()),
            );
            self.flush();
        }
        let is_news = |(_, trouble): &&(usize, Trouble)| *trouble != Trouble::Unavailable;
        if let Some((_, trouble)) = shelf.troubles.iter().find(is_news) {
            self.tell(
                &format!("Not everything that is stored could be read or set aside: {trouble}. Nothing of it was written over."),
                Offer::Nothing,
            );
        }
        let for_newer = shelf.for_a_newer_program.len();
        if for_newer > 0 {
            let scenarios = if for_newer == 1 {
                "1 scenario was".to_owned()
            } else {
                format!("{for_newer} scenarios were")
            };
            self.tell(
                &format!("{scenarios} saved by a newer version of Headroom and cannot be read by this one; nothing of it was touched. Reload the page to get the newer version."),
                Offer::Nothing,
            );
        }
        if let Some(format) = shelf.newer_format {
            self.saving
                .set(Saving::Not(NotSaved::NewerProgram { format }));
        } else if self.with_inner(|inner| {
            inner.stores.local.keys().is_err() && inner.stores.indexed.keys().is_err()
        }) {
            self.saving
                .set(Saving::Not(NotSaved::Trouble(Trouble::Unavailable)));
        }
    }

    pub(super) fn tell(self, text: &str, offer: Offer) {
        self.tell_more(text, Vec::new(), offer);
    }

    pub(super) fn tell_more(self, text: &str, details: Vec<String>, offer: Offer) {
        let mut number = 0;
        self.inner.update_value(|inner| {
            inner.told += 1;
            number = inner.told;
        });
        self.notices.update(|notices| {
            notices.push(Notice {
                number,
                text: text.into(),
                details,
                offer,
            });
        });
    }

    /// Takes a notice away.
    pub fn dismiss(self, number: u64) {
        self.notices
            .update(|notices| notices.retain(|notice| notice.number != number));
    }
}
