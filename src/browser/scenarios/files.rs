//! Files: opened from a dialogue or dropped on the page, and offered to keep.

use headroom_model::scenario_file::{Document, LoadError, SIZE_CAP};
use leptos::ev;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen_futures::JsFuture;
use web_sys::{DataTransfer, File, FileList};

use super::{Offer, Scenarios};
use crate::browser::{offer_file, remember_backup, today};
use crate::form::Form;
use crate::keep::rescue::{self, Rescued};
use crate::keep::words;

/// Rescue files hold everything that a browser had stored.
const RESCUE_CAP: usize = 64 << 20;

impl Scenarios {
    /// Opens files, each as a new scenario.
    pub fn open_files(self, files: &FileList) {
        for place in 0..files.length() {
            if let Some(file) = files.get(place) {
                self.open_file(file);
            }
        }
    }

    fn open_file(self, file: File) {
        spawn_local(async move {
            let name = file.name();
            match scenarios(&file).await {
                Ok(found) => self.open_all(found),
                Err(error) => self.tell(
                    &format!("“{}” was not opened. {error}", words::shown(&name)),
                    Offer::Nothing,
                ),
            }
        });
    }

    /// Opens the first, and stores the others beside it.
    fn open_all(self, found: Rescued) {
        let mut scenarios = found.scenarios.into_iter();
        let Some(first) = scenarios.next() else {
            return;
        };
        let others = scenarios.len();
        for scenario in scenarios {
            self.store_new(scenario);
        }
        self.refresh();
        self.open_new(first, "a file");
        let left_out = match found.left_out {
            0 => String::new(),
            1 => " 1 part of the file could not be read and was left out; the file still has it."
                .into(),
            n => format!(
                " {n} parts of the file could not be read and were left out; the file still has them."
            ),
        };
        if others > 0 || found.left_out > 0 {
            self.tell(
                &format!(
                    "The file held {}, which are in the list.{left_out}",
                    words::scenarios(others + 1)
                ),
                Offer::Nothing,
            );
        }
    }

    /// Opens the link that a notice offers.
    pub fn open_offered_link(self, text: &str) {
        if let Err(why) = self.open_link(text) {
            self.tell(
                &format!("The link could not be opened. {why}"),
                Offer::Nothing,
            );
        }
    }

    /// Opens a link that was pasted into a field.
    ///
    /// # Errors
    /// A sentence that says why it is none.
    pub fn open_link(self, text: &str) -> Result<(), String> {
        let document = Document::from_link(text).map_err(|error| error.to_string())?;
        self.open_new(document.into(), "a link");
        Ok(())
    }

    /// Offers the open scenario as a file.
    pub fn save_file(self) {
        let document = self.form.with_untracked(Form::document);
        let name = words::file_name(document.title(), &today());
        if self.offer(&name, &document.to_file()) {
            remember_backup();
        }
        if let Some(left_out) = self.form.with_untracked(words::left_out) {
            self.tell(&left_out, Offer::Nothing);
        }
    }

    /// Offers what could not be read, as it is.
    pub fn save_set_aside(self, texts: &[String]) {
        let name = format!("headroom-set-aside-{}.txt", today());
        self.offer(&name, &texts.join("\n\n"));
    }

    /// Whether the browser takes it.
    fn offer(self, name: &str, text: &str) -> bool {
        let taken = offer_file(name, "application/json", text).is_ok();
        if !taken {
            self.tell(
                "This browser does not let the page offer a file.",
                Offer::Nothing,
            );
        }
        taken
    }

    /// What is dropped on the page never takes its place.
    pub(super) fn listen_to_drops(self) {
        let _ = window_event_listener(ev::dragover, |event| event.prevent_default());
        let _ = window_event_listener(ev::drop, move |event| {
            event.prevent_default();
            if let Some(data) = event.data_transfer() {
                self.dropped(&data);
            }
        });
    }

    fn dropped(self, data: &DataTransfer) {
        let files = data.files().filter(|files| files.length() > 0);
        if let Some(files) = files {
            return self.open_files(&files);
        }
        let text = data.get_data("text/plain").unwrap_or_default();
        if let Err(error) = self.open_link(&text) {
            self.tell(
                &format!("What you dropped was not opened. {error}"),
                Offer::Nothing,
            );
        }
    }
}

/// The scenarios in a file: one, or all of a rescue file.
async fn scenarios(file: &File) -> Result<Rescued, String> {
    #[expect(
        clippy::cast_precision_loss,
        reason = "the caps are small whole numbers"
    )]
    let [cap, rescue_cap] = [SIZE_CAP as f64, RESCUE_CAP as f64];
    if file.size() > rescue_cap {
        return Err(LoadError::TooLarge.to_string());
    }
    let buffer = JsFuture::from(file.array_buffer()).await.map_err(|_| {
        "It could not be read; it may be a folder, or it was changed or removed.".to_owned()
    })?;
    let bytes = js_sys::Uint8Array::new(&buffer).to_vec();
    if let Some(scenarios) = rescue::scenarios(&bytes) {
        return scenarios;
    }
    if file.size() > cap {
        return Err(LoadError::TooLarge.to_string());
    }
    match Document::from_file(&bytes) {
        Ok(document) => Ok(Rescued {
            scenarios: vec![document.into()],
            left_out: 0,
        }),
        Err(error) => Err(error.to_string()),
    }
}
