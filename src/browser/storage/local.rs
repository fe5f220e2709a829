//! localStorage. It can be missing, forbidden, or throw on any call, in four ways.

use leptos::prelude::window;
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::Storage;

use crate::keep::PREFIX;
use crate::keep::store::{Store, Trouble};

/// localStorage, if there is one.
#[derive(Debug)]
pub struct Local(Option<Storage>);

impl Local {
    /// Opens it.
    #[must_use]
    pub fn open() -> Self {
        Self(window().local_storage().ok().flatten())
    }

    /// How many characters the page stores.
    #[must_use]
    pub fn size(&self) -> usize {
        let texts = self.keys().unwrap_or_default().into_iter().map(|key| {
            let text = self.get(&key).ok().flatten().unwrap_or_default();
            key.encode_utf16().count() + text.encode_utf16().count()
        });
        texts.sum()
    }

    fn storage(&self) -> Result<&Storage, Trouble> {
        self.0.as_ref().ok_or(Trouble::Unavailable)
    }
}

impl Store for Local {
    fn keys(&self) -> Result<Vec<String>, Trouble> {
        let storage = self.storage()?;
        let length = storage.length().map_err(|error| trouble(&error))?;
        let mut keys = Vec::new();
        for place in 0..length {
            let key = storage.key(place).map_err(|error| trouble(&error))?;
            keys.extend(key.filter(|key| key.starts_with(PREFIX)));
        }
        Ok(keys)
    }

    fn get(&self, key: &str) -> Result<Option<String>, Trouble> {
        self.storage()?
            .get_item(key)
            .map_err(|error| trouble(&error))
    }

    fn set(&self, key: &str, text: &str) -> Result<(), Trouble> {
        self.storage()?
            .set_item(key, text)
            .map_err(|error| trouble(&error))
    }

    fn remove(&self, key: &str) -> Result<(), Trouble> {
        self.storage()?
            .remove_item(key)
            .map_err(|error| trouble(&error))
    }
}

/// What an exception means. Browsers differ in the name for "full".
pub(super) fn trouble(error: &JsValue) -> Trouble {
    let Some(error) = error.dyn_ref::<js_sys::Error>() else {
        return match error.dyn_ref::<web_sys::DomException>() {
            Some(exception) => named(&exception.name()),
            None => Trouble::Refused("no reason given".into()),
        };
    };
    named(&String::from(error.name()))
}

fn named(name: &str) -> Trouble {
    match name {
        "QuotaExceededError" | "NS_ERROR_DOM_QUOTA_REACHED" => Trouble::Full,
        "SecurityError" | "InvalidStateError" | "NotAllowedError" => Trouble::Unavailable,
        other => Trouble::Refused(other.to_owned()),
    }
}
