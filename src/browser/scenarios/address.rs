//! Links in the address, and back and forward between scenarios. The address is touched only when a
//! scenario is opened, never while one types.

use headroom_model::field::Kind;
use headroom_model::preset::Example;
use headroom_model::scenario_file::{Document, LINK_CAP, LoadError, is_link};
use js_sys::{JsString, Object, Reflect};
use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::{JsCast as _, JsValue};

use super::{Both, Offer, Scenarios};
use crate::browser::View;

/// The member of a history entry's state that holds a scenario's id.
const ID: &str = "headroom";

/// The member that holds the example it started from: what was never changed is not stored.
const EXAMPLE: &str = "example";

impl Scenarios {
    /// Makes the open scenario an entry of the browser's history.
    pub(super) fn remember(self) {
        self.write_address(false, Some(View::default().fragment()));
    }

    /// Gives the present entry the open scenario, and takes a link out of the address.
    fn replace(self, fragment: Option<&str>) {
        self.write_address(true, fragment);
    }

    fn write_address(self, replace: bool, fragment: Option<&str>) {
        let state = Object::new();
        let example = self.form.with_untracked(|form| form.example().key);
        for (key, value) in [(ID, &*self.open.get_untracked()), (EXAMPLE, example)] {
            let _ = Reflect::set(&state, &key.into(), &value.into());
        }
        let Ok(history) = window().history() else {
            return;
        };
        // In a sandboxed frame this throws: then there is no way back, and nothing is lost.
        let _ = if replace {
            history.replace_state_with_url(&state, "", fragment)
        } else {
            history.push_state_with_url(&state, "", fragment)
        };
    }
}

/// The fragment of the address, if it is a link's.
fn link() -> Option<Result<String, LoadError>> {
    let location = window().location();
    let hash: JsString = Reflect::get(&location, &"hash".into())
        .ok()?
        .dyn_into()
        .ok()?;
    let mark = String::from(hash.slice(0, 6));
    if !is_link(&mark) {
        return None;
    }
    // Millions of characters are not even copied.
    if hash.length() > 4 * u32::try_from(LINK_CAP).unwrap_or(u32::MAX) {
        return Some(Err(LoadError::TooLarge));
    }
    Some(Ok(String::from(hash)))
}

impl Scenarios {
    /// Opens the link in the address, if there is one, as a new scenario.
    pub(super) fn open_address(self) {
        let Some(text) = link() else {
            return self.replace(None);
        };
        let read = text.and_then(|text| Document::from_link(&text));
        match read {
            Ok(document) => self.open_new_in_place(document.into()),
            Err(error) => {
                self.tell(
                    &format!("The link could not be opened. {error} You see what you had before."),
                    Offer::Nothing,
                );
                self.replace(Some(View::default().fragment()));
            }
        }
    }

    /// Names the link in the address without reading it: it may be what made the program stop.
    pub(super) fn offer_link_of_address(self) {
        if let Some(Ok(text)) = link() {
            self.tell(
                "There is a link in the address. It was not opened, because Headroom had stopped before.",
                Offer::Link(text),
            );
        }
    }

    fn open_new_in_place(self, scenario: Both) {
        self.open_new_as(scenario, "a link", |this| {
            this.replace(Some(View::default().fragment()));
        });
    }

    pub(super) fn listen_to_address(self) {
        let _ = window_event_listener(ev::hashchange, move |_| {
            if link().is_some() {
                self.open_address();
            }
        });
        let _ = window_event_listener(ev::popstate, move |event| {
            let member = |key: &str| {
                let value = Reflect::get(&event.state(), &key.into()).unwrap_or(JsValue::NULL);
                value.as_string()
            };
            if let Some(id) = member(ID) {
                self.go_to(&id, member(EXAMPLE).and_then(|key| Example::with_key(&key)));
            }
        });
    }

    /// Back or forward to a scenario.
    fn go_to(self, id: &str, example: Option<&'static Example>) {
        if id == *self.open.read_untracked() {
            return;
        }
        let listed = self.list.with_untracked(|list| {
            let listed = list.iter().find(|listed| listed.id == id);
            listed.map(|listed| listed.deleted)
        });
        match listed {
            Some(false) => self.open_stored(id),
            Some(true) => self.tell(
                "The scenario that stood here was deleted.",
                Offer::Restore(id.into()),
            ),
            // It was never changed, so it is the example.
            None => self.show_new(id, example.unwrap_or(Example::first(Kind::Service))),
        }
    }
}
