//! One tab writes a scenario at a time: Web Locks, where the browser has them.

use js_sys::{Function, Object, Promise, Reflect};
use leptos::prelude::window;
use leptos::task::spawn_local;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;

/// How to ask for a lock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    /// For now, or not at all.
    IfAvailable,
    /// From whoever has it.
    Steal,
    /// Once nobody has it any more.
    Wait,
}

/// What became of asking for a lock.
#[derive(Clone, Debug)]
pub enum Lock {
    /// It is ours until it is given back.
    Held(Release),
    /// Another tab has it.
    Elsewhere,
    /// Another tab took it from us.
    Taken,
    /// The browser has no locks.
    NotThere,
}

/// Gives a lock back.
#[derive(Clone, Debug)]
pub struct Release(Function);

impl Release {
    /// Gives it back.
    pub fn release(&self) {
        // Resolving a promise cannot fail.
        let _ = self.0.call0(&JsValue::NULL);
    }
}

/// Asks for the lock of a scenario. `told` hears whether it is ours, and later if it was taken.
pub fn ask(id: &str, how: How, told: impl Fn(Lock) + Clone + 'static) {
    if request(id, how, &told).is_none() {
        told(Lock::NotThere);
    }
}

fn request(id: &str, how: How, told: &(impl Fn(Lock) + Clone + 'static)) -> Option<()> {
    let navigator = window().navigator();
    let locks = Reflect::get(&navigator, &"locks".into()).ok()?;
    let request: Function = Reflect::get(&locks, &"request".into())
        .ok()?
        .dyn_into()
        .ok()?;
    let options = Object::new();
    let option = match how {
        How::IfAvailable => Some("ifAvailable"),
        How::Steal => Some("steal"),
        How::Wait => None,
    };
    if let Some(option) = option {
        Reflect::set(&options, &option.into(), &true.into()).ok()?;
    }
    let tell = told.clone();
    let granted = Closure::once_into_js(move |lock: JsValue| -> JsValue {
        if lock.is_null() {
            tell(Lock::Elsewhere);
            return JsValue::UNDEFINED;
        }
        // The lock is held as long as this promise is open.
        Promise::new(&mut |resolve, _| tell(Lock::Held(Release(resolve)))).into()
    });
    let name = format!("headroom.v1.s.{id}");
    let asked = request
        .call3(&locks, &name.into(), &options, &granted)
        .ok()?;
    let asked: Promise = asked.dyn_into().ok()?;
    let tell = told.clone();
    spawn_local(async move {
        if let Err(error) = JsFuture::from(asked).await {
            let name = Reflect::get(&error, &"name".into()).ok();
            let is_stolen = name.and_then(|name| name.as_string()).as_deref() == Some("AbortError");
            tell(if is_stolen {
                Lock::Taken
            } else {
                Lock::NotThere
            });
        }
    });
    Some(())
}
