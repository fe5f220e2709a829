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

/// Makes the open scenario an entry of the browser's history.
pub(super) fn remember(id: &str) {
    write(id, false, Some(View::default().fragment()));
}

/// Gives the present entry the id, and takes a link out of the address.
fn replace(id: &str, fragment: Option<&str>) {
    write(id, true, fragment);
}

fn write(id: &str, replace: bool, fragment: Option<&str>) {
    let state = Object::new();
    let _ = Reflect::set(&state, &ID.into(), &id.into());
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
            return replace(&self.open.get_untracked(), None);
        };
        let read = text.and_then(|text| Document::from_link(&text));
        match read {
            Ok(document) => self.open_new_in_place(document.into()),
            Err(error) => {
                self.tell(
                    &format!("The link could not be opened. {error} You see what you had before."),
                    Offer::Nothing,
                );
                replace(&self.open.get_untracked(), Some(View::default().fragment()));
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
        self.open_new_as(scenario, "a link", |id| {
            replace(id, Some(View::default().fragment()));
        });
    }

    pub(super) fn listen_to_address(self) {
        let _ = window_event_listener(ev::hashchange, move |_| {
            if link().is_some() {
                self.open_address();
            }
        });
        let _ = window_event_listener(ev::popstate, move |event| {
            let id = Reflect::get(&event.state(), &ID.into()).unwrap_or(JsValue::NULL);
            let Some(id) = id.as_string() else { return };
            self.go_to(&id);
        });
    }

    /// Back or forward to a scenario.
    fn go_to(self, id: &str) {
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
            None => self.show_new(id, Example::first(Kind::Service)),
        }
    }
}
