//! Where scenarios are stored: localStorage, which is there at once and survives a closed tab, and
//! IndexedDB, which is on the disk once it says so and survives a killed browser.

mod indexed;
mod local;
pub mod locks;

pub use indexed::Indexed;
pub use local::Local;

use std::rc::Rc;

/// The two stores.
#[derive(Clone, Debug)]
pub struct Stores {
    /// localStorage.
    pub local: Rc<Local>,
    /// IndexedDB.
    pub indexed: Rc<Indexed>,
}

impl Stores {
    /// Opens both and reads what IndexedDB holds. Neither is waited for longer than a moment.
    pub async fn open() -> Self {
        Self {
            local: Rc::new(Local::open()),
            indexed: Indexed::open().await,
        }
    }

    /// How many characters the page stores, about.
    #[must_use]
    pub fn size(&self) -> usize {
        self.local.size()
    }
}

/// Asks the browser not to delete what is stored, where it has that. Asked on a person's gesture
/// only: some browsers show a question.
pub fn ask_to_persist() {
    let ask = || -> Option<()> {
        use wasm_bindgen::JsCast as _;
        let navigator = leptos::prelude::window().navigator();
        let storage = js_sys::Reflect::get(&navigator, &"storage".into()).ok()?;
        let persist = js_sys::Reflect::get(&storage, &"persist".into()).ok()?;
        let persist: js_sys::Function = persist.dyn_into().ok()?;
        let promise = persist.call0(&storage).ok()?;
        let promise: js_sys::Promise = promise.dyn_into().ok()?;
        leptos::task::spawn_local(async move {
            // A no changes nothing: what is stored is stored as before.
            let _ = wasm_bindgen_futures::JsFuture::from(promise).await;
        });
        Some(())
    };
    let _ = ask();
}
