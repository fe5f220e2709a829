//! The dialogue with all scenarios: name and notes of the open one, the others, files and links.

use headroom_model::preset::{EXAMPLES, Example};
use headroom_model::scenario_file::{NAME_CAP, NOTES_CAP};
use headroom_model::text::write::{self, Precision, Sign};
use leptos::prelude::*;

use super::sheet::{Sheet, SheetBox};
use crate::browser::{self, Listed, Scenarios};
use crate::keep::words;

/// The dialogue.
#[component]
pub fn ScenarioList(
    /// The scenarios.
    scenarios: Scenarios,
    /// Opens and closes it.
    sheet: Sheet,
) -> impl IntoView {
    let close = move || sheet.close();
    let of = move |deleted: bool| {
        let list = scenarios.list.get();
        list.into_iter()
            .filter(|listed| listed.deleted == deleted)
            .collect::<Vec<_>>()
    };
    let has_stored = move || {
        scenarios
            .list
            .with(|list| list.iter().any(|listed| !listed.deleted))
    };
    let has_deleted = move || {
        scenarios
            .list
            .with(|list| list.iter().any(|listed| listed.deleted))
    };
    view! {
        <SheetBox sheet id="scenarios" heading="Scenarios">
            <NameAndNotes scenarios />
            <p class="actions">
                <button type="button" class="btn" id="duplicate" on:click=move |_| { scenarios.duplicate(); close(); }>"Duplicate"</button>
                <button type="button" class="btn" id="save-file" on:click=move |_| scenarios.save_file()>"Save as a file"</button>
            </p>
            <h3>"In this browser"</h3>
            <Show when=move || !has_stored()>
                <p class="note">"Nothing yet: a scenario is stored as soon as you change something in it."</p>
            </Show>
            <ul class="scenario-list" id="stored">
                <For each=move || of(false) key=|listed| listed.clone() let(listed)>
                    <Row scenarios listed on_open=close />
                </For>
            </ul>
            <Show when=move || has_deleted()>
                <details class="deleted">
                    <summary>"Deleted"</summary>
                    <ul class="scenario-list" id="deleted">
                        <For each=move || of(true) key=|listed| listed.clone() let(listed)>
                            <Row scenarios listed on_open=close />
                        </For>
                    </ul>
                </details>
            </Show>
            <h3>"Start or open another"</h3>
            <StartNew scenarios on_open=close />
            <OpenFile scenarios on_open=close />
            <PasteLink scenarios on_open=close />
            <Storage scenarios />
        </SheetBox>
    }
}

/// The open scenario's name and notes.
#[component]
fn NameAndNotes(
    /// The scenarios.
    scenarios: Scenarios,
) -> impl IntoView {
    let form = scenarios.form;
    let locked = super::locked();
    let too_long = RwSignal::new(None::<String>);
    let take = move |text: String, cap: usize, what: &str| -> Option<String> {
        let length = text.chars().count();
        let over = length.checked_sub(cap).filter(|over| *over > 0);
        too_long.set(over.map(|over| {
            format!("{what} is {over} characters too long; the last one that fitted is kept.",)
        }));
        over.is_none().then(|| {
            text.chars()
                .map(|c| {
                    if c.is_control() && c != '\n' && c != '\t' {
                        ' '
                    } else {
                        c
                    }
                })
                .collect()
        })
    };
    view! {
        <div class="named">
            <label for="scenario-name">"Name"</label>
            <input
                id="scenario-name"
                type="text"
                dir="auto"
                autocomplete="off"
                readonly=move || locked.get()
                placeholder=move || form.with(|form| form.example().name)
                prop:value=move || form.with(|form| form.name.clone())
                on:input:target=move |event| {
                    if let Some(name) = take(event.target().value(), NAME_CAP, "The name") {
                        form.update(|form| form.name = name.replace(['\n', '\t'], " "));
                    }
                }
            />
            <label for="scenario-notes">"Notes"</label>
            <textarea
                id="scenario-notes"
                dir="auto"
                rows="3"
                readonly=move || locked.get()
                prop:value=move || form.with(|form| form.notes.clone())
                on:input:target=move |event| {
                    if let Some(notes) = take(event.target().value().replace('\r', ""), NOTES_CAP, "The text") {
                        form.update(|form| form.notes = notes);
                    }
                }
            ></textarea>
            <p class="problem" role="status">{move || too_long.get()}</p>
        </div>
    }
}

/// A scenario with what can be done with it.
#[component]
fn Row(
    /// The scenarios.
    scenarios: Scenarios,
    /// The scenario.
    listed: Listed,
    /// Called when another one is opened.
    on_open: impl Fn() + Copy + 'static,
) -> impl IntoView {
    let Listed { id, title, deleted } = listed;
    let title = words::shown(&title);
    let is_open = {
        let id = id.clone();
        move || *scenarios.open.read() == id
    };
    let (to_open, to_delete) = (id.clone(), id);
    let open_name = format!("Open {title}");
    let delete_name = format!("Delete {title}");
    let back_name = format!("Bring {title} back");
    let forget_name = format!("Delete {title} for good");
    let asked = RwSignal::new(false);
    let actions = if deleted {
        let forget = move |_| {
            if asked.get_untracked() {
                scenarios.forget(&to_delete);
            } else {
                asked.set(true);
            }
        };
        view! {
            <button type="button" class="link" aria-label=back_name on:click=move |_| { scenarios.restore(&to_open); on_open(); }>"bring back"</button>
            <button type="button" class="link" aria-label=forget_name aria-live="polite" on:click=forget>
                {move || if asked.get() { "really delete for good?" } else { "delete for good" }}
            </button>
        }
        .into_any()
    } else {
        view! {
            <button type="button" class="link" aria-label=open_name on:click=move |_| { scenarios.choose(&to_open); on_open(); }>"open"</button>
            <button type="button" class="link" aria-label=delete_name on:click=move |_| { scenarios.delete(&to_delete); on_open(); }>"delete"</button>
        }
        .into_any()
    };
    view! {
        <li aria-current=move || is_open().then_some("true")>
            <bdi class="title">{title}</bdi>
            <span class="row-actions">{actions}</span>
        </li>
    }
}

/// A new scenario from an example.
#[component]
fn StartNew(
    /// The scenarios.
    scenarios: Scenarios,
    /// Called when it is opened.
    on_open: impl Fn() + Copy + 'static,
) -> impl IntoView {
    let chosen = RwSignal::new(EXAMPLES[0].key);
    let options = Example::offered()
        .map(|example| view! { <option value=example.key>{example.name}</option> })
        .collect_view();
    view! {
        <div class="one-line">
            <label for="new-from">"New, from"</label>
            <select
                id="new-from"
                autocomplete="off"
                on:change:target=move |event| {
                    if let Some(example) = Example::with_key(&event.target().value()) {
                        chosen.set(example.key);
                    }
                }
            >{options}</select>
            <button type="button" class="btn" id="start-new" on:click=move |_| {
                if let Some(example) = Example::with_key(chosen.get_untracked()) {
                    scenarios.new_from(example);
                    on_open();
                }
            }>"Start"</button>
        </div>
    }
}

/// A file to be opened.
#[component]
fn OpenFile(
    /// The scenarios.
    scenarios: Scenarios,
    /// Called when one was chosen.
    on_open: impl Fn() + Copy + 'static,
) -> impl IntoView {
    view! {
        <div class="one-line">
            <label for="open-file">"Open a file"</label>
            <input
                id="open-file"
                type="file"
                accept=".json,application/json"
                multiple
                on:change:target=move |event| {
                    if let Some(files) = event.target().files().filter(|files| files.length() > 0) {
                        scenarios.open_files(&files);
                        event.target().set_value("");
                        on_open();
                    }
                }
            />
        </div>
    }
}

/// A link to be opened.
#[component]
fn PasteLink(
    /// The scenarios.
    scenarios: Scenarios,
    /// Called when it is opened.
    on_open: impl Fn() + Copy + 'static,
) -> impl IntoView {
    let text = RwSignal::new(String::new());
    let problem = RwSignal::new(None::<String>);
    let open = move || match scenarios.open_link(&text.get_untracked()) {
        Ok(()) => {
            text.set(String::new());
            on_open();
        }
        Err(why) => problem.set(Some(why)),
    };
    view! {
        <div class="one-line">
            <label for="paste-link">"Paste a link"</label>
            <input
                id="paste-link"
                type="text"
                autocomplete="off"
                spellcheck="false"
                prop:value=move || text.get()
                aria-describedby="paste-problem"
                aria-invalid=move || problem.with(Option::is_some).to_string()
                on:input:target=move |event| { text.set(event.target().value()); problem.set(None); }
                on:keydown=move |event| if event.key() == "Enter" { open() }
            />
            <button type="button" class="btn" id="open-link" on:click=move |_| open()>"Open"</button>
        </div>
        <p class="problem" id="paste-problem" role="status">{move || problem.get()}</p>
    }
}

/// Characters that browsers give a page in localStorage: 5 MiB at two bytes or one, whichever is less.
const ROOM: f64 = 5_000_000.0;

/// How much is stored, what was set aside, and what browsers do to it.
#[component]
fn Storage(
    /// The scenarios.
    scenarios: Scenarios,
) -> impl IntoView {
    let stored = Memo::new(move |_| {
        // Counted again whenever the list changes.
        scenarios.list.track();
        let (aside, size) = scenarios.stored();
        let count = scenarios
            .list
            .with(|list| list.iter().filter(|listed| !listed.deleted).count());
        (aside, size, count)
    });
    let meter = move || {
        let (_, size, count) = stored.get();
        #[expect(clippy::cast_precision_loss, reason = "far below 2^53")]
        let percent = write::percent(size as f64 / ROOM, Precision::Sentence, Sign::Minus);
        format!(
            "{}; about {percent} of the room that browsers give a page.",
            words::scenarios(count)
        )
    };
    let backup = move || {
        stored.track();
        words::last_backup(browser::days_since_backup())
    };
    let has_aside = move || stored.with(|(aside, _, _)| !aside.is_empty());
    view! {
        <p class="note">
            {meter}
            " Some browsers (Safari) delete what a page has stored when you do not visit it for a week; a file or a link is yours to keep. "
            <span id="last-backup">{backup}</span>
        </p>
        <Show when=has_aside>
            <p class="note">
                "Some stored data could not be read and was set aside. "
                <button type="button" class="link" on:click=move |_| stored.with_untracked(|(aside, _, _)| scenarios.save_set_aside(aside))>"Download it"</button>
            </p>
        </Show>
    }
}
