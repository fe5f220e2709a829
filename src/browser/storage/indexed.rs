//! IndexedDB with strict durability: what it says is stored survives a killed browser.
//!
//! Its texts are read once, at the start. Writes go to that copy at once and to the disk one
//! transaction at a time; what comes meanwhile waits for the next.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

use js_sys::{Array, Function, Object, Promise, Reflect};
use leptos::prelude::{set_timeout, window};
use leptos::task::spawn_local;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::{JsFuture, future_to_promise};
use web_sys::{IdbDatabase, IdbObjectStore, IdbRequest, IdbTransaction};

use super::local::trouble;
use crate::keep::PREFIX;
use crate::keep::store::{Store, Trouble};

const DATABASE: &str = "headroom";
const RECORDS: &str = "records";

/// Where IndexedDB has not answered by then, the page starts without it.
const PATIENCE: std::time::Duration = std::time::Duration::from_millis(2500);

/// IndexedDB, if there is one.
#[derive(Default)]
pub struct Indexed {
    database: RefCell<Option<IdbDatabase>>,
    /// Whether it answered after the page had started without it, and what is to be done then.
    is_late: Cell<bool>,
    when_late: RefCell<Option<Box<dyn FnOnce()>>>,
    texts: RefCell<BTreeMap<String, String>>,
    /// What is to be written; `None` = taken away.
    waiting: RefCell<BTreeMap<String, Option<String>>>,
    writing: Cell<bool>,
}

impl std::fmt::Debug for Indexed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Indexed")
            .field("database", &self.database)
            .field("is_late", &self.is_late)
            .finish_non_exhaustive()
    }
}

impl Indexed {
    /// Opens it and reads everything in it; without it, where it does not answer within a moment.
    pub async fn open() -> Rc<Self> {
        let this = Rc::new(Self::default());
        let opening = Rc::clone(&this);
        let opened = async move {
            // What cannot be opened is as good as not there.
            let Ok(database) = database().await else {
                return;
            };
            let Ok(texts) = all(&database).await else {
                return;
            };
            opening.texts.replace(texts);
            opening.database.replace(Some(database));
            if opening.is_late.get() {
                let then = opening.when_late.take();
                then.into_iter().for_each(|then| then());
            }
        };
        if or_late(opened).await.is_none() {
            this.is_late.set(true);
        }
        this
    }

    /// What to do if it answers after the page has started without it.
    pub fn when_late(&self, then: impl FnOnce() + 'static) {
        self.when_late.replace(Some(Box::new(then)));
    }

    /// Reads the disk again, where other tabs may have written; what waits here to be written stays.
    pub async fn refresh(&self) {
        let database = self.database.borrow().clone();
        let Some(database) = database else { return };
        // Where that fails, what was read before is all there is.
        let Ok(mut texts) = all(&database).await else {
            return;
        };
        for (key, text) in &*self.waiting.borrow() {
            match text {
                Some(text) => texts.insert(key.clone(), text.clone()),
                None => texts.remove(key),
            };
        }
        self.texts.replace(texts);
    }

    /// Writes what waits; `told` hears what became of it once nothing waits any more. Where a
    /// transaction is under way, it is the one who asked for that who hears.
    pub fn flush(self: &Rc<Self>, told: impl Fn(Result<(), Trouble>) + 'static) {
        let database = self.database.borrow().clone();
        let Some(database) = database else {
            return told(Err(Trouble::Unavailable));
        };
        if self.writing.replace(true) {
            // The transaction under way takes along what waits, and tells.
            return;
        }
        let this = Rc::clone(self);
        spawn_local(async move {
            loop {
                let batch = this.waiting.take();
                if batch.is_empty() {
                    break;
                }
                let written = write(&database, &batch).await;
                if written.is_err() {
                    let mut waiting = this.waiting.borrow_mut();
                    for (key, text) in batch {
                        waiting.entry(key).or_insert(text);
                    }
                }
                let failed = written.is_err();
                let more = !failed && !this.waiting.borrow().is_empty();
                if !more {
                    this.writing.set(false);
                    return told(written.map_err(|error| trouble(&error)));
                }
            }
            this.writing.set(false);
        });
    }
}

impl Store for Indexed {
    fn keys(&self) -> Result<Vec<String>, Trouble> {
        self.there()?;
        let texts = self.texts.borrow();
        Ok(texts
            .keys()
            .filter(|key| key.starts_with(PREFIX))
            .cloned()
            .collect())
    }

    fn get(&self, key: &str) -> Result<Option<String>, Trouble> {
        self.there()?;
        Ok(self.texts.borrow().get(key).cloned())
    }

    fn set(&self, key: &str, text: &str) -> Result<(), Trouble> {
        self.there()?;
        self.texts.borrow_mut().insert(key.into(), text.into());
        self.waiting
            .borrow_mut()
            .insert(key.into(), Some(text.into()));
        Ok(())
    }

    fn remove(&self, key: &str) -> Result<(), Trouble> {
        self.there()?;
        self.texts.borrow_mut().remove(key);
        self.waiting.borrow_mut().insert(key.into(), None);
        Ok(())
    }
}

impl Indexed {
    fn there(&self) -> Result<(), Trouble> {
        match *self.database.borrow() {
            Some(_) => Ok(()),
            None => Err(Trouble::Unavailable),
        }
    }
}

async fn database() -> Result<IdbDatabase, JsValue> {
    let factory = window().indexed_db()?.ok_or(JsValue::NULL)?;
    let request = factory.open_with_u32(DATABASE, 1)?;
    let opening = request.clone();
    let upgrade = Closure::once_into_js(move || {
        // A failure here fails the request, too.
        let made = opening
            .result()
            .ok()
            .and_then(|made| made.dyn_into::<IdbDatabase>().ok());
        let _ = made.map(|made| made.create_object_store(RECORDS));
    });
    request.set_onupgradeneeded(Some(upgrade.unchecked_ref()));
    let database = done(&request).await?;
    let database: IdbDatabase = database.dyn_into()?;
    // A newer program may want to change the database; its wish goes first.
    let closing = database.clone();
    let close = Closure::<dyn FnMut()>::new(move || closing.close());
    database.set_onversionchange(Some(close.as_ref().unchecked_ref()));
    close.forget();
    Ok(database)
}

async fn all(database: &IdbDatabase) -> Result<BTreeMap<String, String>, JsValue> {
    let transaction = database.transaction_with_str(RECORDS)?;
    let store = transaction.object_store(RECORDS)?;
    let keys = store.get_all_keys()?;
    let texts = store.get_all()?;
    let keys: Array = done(&keys).await?.dyn_into()?;
    let texts: Array = done(&texts).await?.dyn_into()?;
    let text = |value: JsValue| value.as_string();
    let pairs = keys.iter().zip(texts.iter());
    Ok(pairs
        .filter_map(|(key, value)| Some((text(key)?, text(value)?)))
        .collect())
}

async fn write(
    database: &IdbDatabase,
    batch: &BTreeMap<String, Option<String>>,
) -> Result<(), JsValue> {
    let transaction = strict_transaction(database)?;
    let store: IdbObjectStore = transaction.object_store(RECORDS)?;
    for (key, text) in batch {
        match text {
            Some(text) => store.put_with_key(&text.into(), &key.into())?,
            None => store.delete(&key.into())?,
        };
    }
    complete(&transaction).await
}

/// A transaction that is complete only once it is on the disk. The bindings to its options are not
/// stable yet, so it is called by its name.
fn strict_transaction(database: &IdbDatabase) -> Result<IdbTransaction, JsValue> {
    let options = Object::new();
    Reflect::set(&options, &"durability".into(), &"strict".into())?;
    let open: Function = Reflect::get(database, &"transaction".into())?.dyn_into()?;
    open.call3(database, &RECORDS.into(), &"readwrite".into(), &options)?
        .dyn_into()
}

/// The result of a request.
async fn done(request: &IdbRequest) -> Result<JsValue, JsValue> {
    let wait = Promise::new(&mut |resolve, reject| {
        request.set_onsuccess(Some(&resolve));
        request.set_onerror(Some(&reject));
    });
    match JsFuture::from(wait).await {
        Ok(_) => request.result(),
        Err(_) => Err(request
            .error()
            .ok()
            .flatten()
            .map_or(JsValue::NULL, Into::into)),
    }
}

/// The end of a transaction.
async fn complete(transaction: &IdbTransaction) -> Result<(), JsValue> {
    let wait = Promise::new(&mut |resolve, reject| {
        transaction.set_oncomplete(Some(&resolve));
        transaction.set_onabort(Some(&reject));
        transaction.set_onerror(Some(&reject));
    });
    match JsFuture::from(wait).await {
        Ok(_) => Ok(()),
        Err(_) => Err(transaction.error().map_or(JsValue::NULL, Into::into)),
    }
}

/// What comes of it, or nothing if it takes too long.
async fn or_late<T: 'static>(work: impl Future<Output = T> + 'static) -> Option<T> {
    let result = Rc::new(RefCell::new(None));
    let place = Rc::clone(&result);
    let work = future_to_promise(async move {
        place.replace(Some(work.await));
        Ok(JsValue::UNDEFINED)
    });
    let late = Promise::new(&mut |resolve, _| {
        set_timeout(move || drop(resolve.call0(&JsValue::NULL)), PATIENCE);
    });
    // Neither promise is ever rejected.
    let _ = JsFuture::from(Promise::race(&Array::of2(&work, &late))).await;
    result.take()
}
