//! A dialogue over the page: a heading, a way to close it, what is in it.

use leptos::html::Dialog;
use leptos::prelude::*;

/// A dialogue that can be opened and closed. Its element stays in the page.
#[derive(Clone, Copy)]
pub struct Sheet(NodeRef<Dialog>);

impl Sheet {
    /// A closed one.
    #[must_use]
    pub fn new() -> Self {
        Self(NodeRef::new())
    }

    /// Opens it. One that is open stays open.
    pub fn open(self) {
        if let Some(dialog) = self.0.get_untracked() {
            let _ = dialog.show_modal();
        }
    }

    /// Closes it.
    pub fn close(self) {
        if let Some(dialog) = self.0.get_untracked() {
            dialog.close();
        }
    }
}

/// The dialogue itself.
#[component]
pub fn SheetBox(
    /// Opens and closes it.
    sheet: Sheet,
    /// Its id.
    id: &'static str,
    /// Its heading.
    heading: &'static str,
    /// What is in it.
    children: Children,
) -> impl IntoView {
    let heading_id = format!("{id}-head");
    let labelled = heading_id.clone();
    view! {
        <dialog class="sheet" id=id node_ref=sheet.0 aria-labelledby=labelled>
            <div class="sheet-head">
                <h2 id=heading_id>{heading}</h2>
                <button type="button" class="btn" on:click=move |_| sheet.close()>"Close"</button>
            </div>
            {children()}
        </dialog>
    }
}
