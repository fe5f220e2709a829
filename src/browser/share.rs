//! The address of a link, and the clipboard.

use leptos::prelude::window;
use wasm_bindgen::JsCast as _;
use wasm_bindgen_futures::JsFuture;

/// The address of this page, without a fragment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address(String);

impl Address {
    /// Where the page is now.
    #[must_use]
    pub fn of_this_page() -> Self {
        let address = window().location().href().unwrap_or_default();
        Self(address.split('#').next().unwrap_or_default().to_owned())
    }

    /// The address with a fragment.
    #[must_use]
    pub fn with(&self, fragment: &str) -> String {
        format!("{}{fragment}", self.0)
    }
}

/// Puts a text on the clipboard; whether the browser allowed it.
pub async fn copy(text: &str) -> bool {
    let write = || {
        let navigator = window().navigator();
        let clipboard = js_sys::Reflect::get(&navigator, &"clipboard".into()).ok()?;
        let write = js_sys::Reflect::get(&clipboard, &"writeText".into()).ok()?;
        let write: js_sys::Function = write.dyn_into().ok()?;
        write
            .call1(&clipboard, &text.into())
            .ok()?
            .dyn_into::<js_sys::Promise>()
            .ok()
    };
    match write() {
        Some(promise) => JsFuture::from(promise).await.is_ok(),
        None => false,
    }
}
