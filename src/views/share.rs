//! Sharing: a link that is made when asked for, with the verdict to go with it.

use headroom_model::scenario_file::{LINK_WARNING, TooLong};
use headroom_model::text::write::{self, Precision};
use leptos::html::Textarea;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::sheet::{Sheet, SheetBox};
use crate::browser::{self, Address, Scenarios};
use crate::form::Form;
use crate::keep::words;

/// What can be shared.
#[derive(Clone, Debug, PartialEq)]
pub struct Shared {
    /// The link, or how much too long it would be.
    pub link: Result<String, TooLong>,
    /// What link and file leave out, if anything.
    pub left_out: Option<String>,
}

impl Shared {
    /// What is shared of the open scenario now.
    #[must_use]
    pub fn now(scenarios: Scenarios) -> Self {
        let fragment = scenarios.form.with_untracked(Form::document).to_link();
        Self {
            link: fragment.map(|fragment| Address::of_this_page().with(&fragment)),
            left_out: scenarios.form.with_untracked(words::left_out),
        }
    }
}

/// The dialogue.
#[component]
pub fn Share(
    /// The scenarios.
    scenarios: Scenarios,
    /// What is shared; made when the dialogue is opened.
    shared: RwSignal<Option<Shared>>,
    /// The verdict in a sentence, if it is that of what is shared.
    #[prop(into)]
    verdict: Signal<Option<String>>,
    /// Opens and closes it.
    sheet: Sheet,
) -> impl IntoView {
    view! {
        <SheetBox sheet id="share" heading="Share this scenario">
            {move || shared.get().map(|shared| match shared.link {
                Ok(link) => view! { <Link link verdict /> }.into_any(),
                Err(too_long) => view! { <p class="problem" id="too-long">{too_long.to_string()}</p> }.into_any(),
            })}
            {move || shared.get().and_then(|shared| shared.left_out).map(|left_out| view! {
                <p class="note" id="left-out">{left_out}</p>
            })}
            <p class="actions">
                <button type="button" class="btn" id="share-file" on:click=move |_| scenarios.save_file()>"Save as a file"</button>
            </p>
        </SheetBox>
    }
}

/// The link with what there is to know about it.
#[component]
fn Link(
    /// The whole address.
    link: String,
    /// The verdict in a sentence, if there is one of these numbers.
    verdict: Signal<Option<String>>,
) -> impl IntoView {
    let field = NodeRef::<Textarea>::new();
    let said = RwSignal::new(String::new());
    let length = link.chars().count();
    #[expect(clippy::cast_precision_loss, reason = "far below 2^53")]
    let shown = write::count(length as f64, Precision::Exact);
    let warning = (length > LINK_WARNING)
        .then_some(" Some mail and chat programs cut links of this length; the file is safer.");
    let no_verdict = move || verdict.with(Option::is_none);
    let link = StoredValue::new(link);
    let text = move || match verdict.get() {
        Some(verdict) => format!("{verdict}\n{}", link.read_value().as_str()),
        None => link.get_value(),
    };
    let copy = move |_| {
        let text = untrack(text);
        let copied = if untrack(no_verdict) {
            "Copied: the link."
        } else {
            "Copied: the verdict and the link."
        };
        spawn_local(async move {
            if browser::copy(&text).await {
                said.set(copied.into());
            } else {
                if let Some(field) = field.get_untracked() {
                    field.select();
                }
                said.set("This browser does not let the page copy. The text is selected: copy it with the keyboard.".into());
            }
        });
    };
    view! {
        <p class="note">
            {format!("The link has {shown} characters.")}
            {warning}
            " It holds every number, range, name and note of this scenario: whoever has the link can read them. Nothing is sent to anyone by making it."
        </p>
        <Show when=no_verdict>
            <p class="note" id="no-verdict">"The verdict is not copied along while the page still shows that of earlier numbers."</p>
        </Show>
        <label for="share-text" class="unseen">"Verdict and link"</label>
        <textarea id="share-text" class="share-text" readonly rows="5" node_ref=field prop:value=text></textarea>
        <p class="actions">
            <button type="button" class="btn btn-solid" id="copy-link" on:click=copy>"Copy"</button>
            <span role="status" id="copied">{move || said.get()}</span>
        </p>
    }
}
