//! What is said about keeping scenarios: banners, notices, and undo.

use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;

use crate::browser::{self, Notice, Offer, Role, Scenarios};
use crate::keep::words::Saving;

/// Whether the numbers can be read only, because another tab writes them.
#[derive(Clone, Copy)]
pub struct Locked(pub Signal<bool>);

/// Whether what can be typed into is locked.
#[must_use]
pub fn locked() -> Signal<bool> {
    use_context::<Locked>().map_or_else(|| Signal::stored(false), |locked| locked.0)
}

/// Undo and redo, each with what it would do.
#[component]
pub fn Steps(
    /// The scenarios.
    scenarios: Scenarios,
) -> impl IntoView {
    let listener = window_event_listener(ev::keydown, move |event| {
        let is_z = (event.ctrl_key() || event.meta_key()) && event.key().eq_ignore_ascii_case("z");
        if !is_z || event.alt_key() || is_text_field(event.target()) {
            return;
        }
        event.prevent_default();
        if event.shift_key() {
            scenarios.redo();
        } else {
            scenarios.undo();
        }
    });
    on_cleanup(move || listener.remove());
    let undo = move |_| scenarios.undo();
    let redo = move |_| scenarios.redo();
    view! {
        <StepButton id="undo" word="Undo" what=scenarios.undoes on_click=undo />
        <StepButton id="redo" word="Redo" what=scenarios.redoes on_click=redo />
    }
}

/// One of them. It stays where it is when there is nothing to do, and says so.
#[component]
fn StepButton(
    /// Its id.
    id: &'static str,
    /// "Undo" or "Redo".
    word: &'static str,
    /// What it would undo.
    what: RwSignal<Option<String>>,
    /// Does it.
    on_click: impl Fn(ev::MouseEvent) + 'static,
) -> impl IntoView {
    view! {
        <button
            type="button"
            class="link step"
            id=id
            aria-disabled=move || what.with(Option::is_none).to_string()
            on:click=on_click
        >
            {word}
            " "
            <span class="what" class:unseen=move || what.with(Option::is_none)>
                {move || what.get().unwrap_or_else(|| "nothing".into())}
            </span>
        </button>
    }
}

/// Whether a key belongs to a field in which one types.
fn is_text_field(target: Option<web_sys::EventTarget>) -> bool {
    let Some(element) = target.and_then(|target| target.dyn_into::<web_sys::Element>().ok()) else {
        return false;
    };
    match element.local_name().as_str() {
        "textarea" => true,
        "input" => {
            let kind = element.get_attribute("type").unwrap_or_default();
            !matches!(kind.as_str(), "range" | "checkbox" | "file")
        }
        _ => false,
    }
}

/// Everything that has to be said, above the page.
#[component]
pub fn Banners(
    /// The scenarios.
    scenarios: Scenarios,
) -> impl IntoView {
    let banner = Memo::new(move |_| scenarios.saving.with(Saving::banner));
    let is_not_saved = move || {
        scenarios
            .saving
            .with(|saving| matches!(saving, Saving::Not(_)))
    };
    view! {
        <div class="banners" role="status">
            <Show when=move || banner.with(Option::is_some)>
                <div class="banner" id="not-saved" class:strong=is_not_saved>
                    <p>{move || banner.get()}</p>
                    <p class="actions">
                        <button type="button" class="btn" on:click=move |_| scenarios.save_file()>"Save a file"</button>
                        <button type="button" class="btn" on:click=move |_| scenarios.save()>"Try again"</button>
                    </p>
                </div>
            </Show>
            <Show when=move || scenarios.role.get() == Role::Reader>
                <div class="banner strong" id="reader">
                    <p>"This scenario is open in another tab, which writes it. Here it can be read only, and follows what is changed there."</p>
                    <p class="actions">
                        <button type="button" class="btn" on:click=move |_| scenarios.take_over()>"Take over here"</button>
                        <button type="button" class="btn" on:click=move |_| scenarios.duplicate()>"Work on a copy"</button>
                    </p>
                </div>
            </Show>
            <For each=move || scenarios.notices.get() key=|notice| notice.number let(notice)>
                <NoticeBox scenarios notice />
            </For>
        </div>
    }
}

/// Something to be told, with what can be done about it.
#[component]
fn NoticeBox(
    /// The scenarios.
    scenarios: Scenarios,
    /// What is told.
    notice: Notice,
) -> impl IntoView {
    let number = notice.number;
    let dismiss = move || scenarios.dismiss(number);
    let offer = match notice.offer {
        Offer::Nothing => None,
        Offer::Back(id) => Some((
            "Back to the scenario before",
            act(move || {
                dismiss();
                scenarios.choose(&id);
            }),
        )),
        Offer::Restore(id) => Some(("Undo", act(move || scenarios.restore(&id)))),
        Offer::Link(text) => Some((
            "Open the link",
            act(move || {
                dismiss();
                scenarios.open_offered_link(&text);
            }),
        )),
        Offer::SetAside(texts) => {
            Some(("Download it", act(move || scenarios.save_set_aside(&texts))))
        }
    };
    let details = (!notice.details.is_empty()).then(|| {
        let lines: Vec<_> = notice
            .details
            .iter()
            .map(|line| view! { <li><bdi>{line.clone()}</bdi></li> })
            .collect();
        view! { <ul class="details">{lines}</ul> }
    });
    view! {
        <div class="banner notice-box">
            <p>{notice.text}</p>
            {details}
            <p class="actions">
                {offer.map(|(word, run)| view! {
                    <button type="button" class="btn" on:click=move |_| run()>{word}</button>
                })}
                <button type="button" class="btn dismiss" on:click=move |_| { dismiss(); browser::focus("answer"); }>"Close"</button>
            </p>
        </div>
    }
}

/// An action behind a button.
fn act(run: impl Fn() + 'static) -> Box<dyn Fn()> {
    Box::new(run)
}
