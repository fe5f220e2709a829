//! The inputs in their groups, what to start from, and the drawer with the rest.

use headroom_model::field::{Field, Group, Key};
use headroom_model::preset::Example;
use headroom_model::text::write::Currency;
use leptos::prelude::*;

use super::row::InputRow;
use super::state::Form;
use crate::answer::Answer;

/// All inputs.
#[component]
pub fn InputPanel(
    /// The form.
    form: RwSignal<Form>,
    /// The answer.
    answer: Memo<Answer>,
    /// Whether the panel lies over the page (small screens).
    open: RwSignal<bool>,
) -> impl IntoView {
    let kind = Memo::new(move |_| form.with(Form::kind));
    let locked = crate::views::locked();
    let first = move || groups(kind.get(), &[1]);
    let rest = move || groups(kind.get(), &[2, 3]);
    let count = move || keys(kind.get(), &[2, 3]).len();
    let close = move |event: leptos::ev::KeyboardEvent| {
        if event.key() == "Escape" && open.get_untracked() {
            open.set(false);
            crate::browser::focus("change-numbers");
        }
    };
    view! {
        <form
            class="inputs"
            id="numbers"
            class:open=open
            inert=locked
            aria-label="Your numbers"
            autocomplete="off"
            on:submit=|event| event.prevent_default()
            on:keydown=close
        >
            <StartFrom form />
            <For each=first key=Clone::clone let((group, keys))>
                <GroupOfInputs group keys form answer />
            </For>
            <details class="drawer">
                <summary>{move || format!("{} more numbers", count())}</summary>
                <For each=rest key=Clone::clone let((group, keys))>
                    <GroupOfInputs group keys form answer />
                </For>
            </details>
            <div class="foot">
                <button
                    type="button"
                    class="link"
                    disabled=move || form.with(|form| form.changes() == 0)
                    on:click=move |_| form.update(Form::reset_all)
                >
                    "Reset to the example"
                </button>
            </div>
        </form>
    }
}

fn keys(kind: headroom_model::field::Kind, tiers: &[u8]) -> Vec<Key> {
    Field::of(kind)
        .filter(|field| tiers.contains(&field.tier))
        .map(|field| field.key)
        .collect()
}

fn groups(kind: headroom_model::field::Kind, tiers: &[u8]) -> Vec<(Group, Vec<Key>)> {
    let all = keys(kind, tiers);
    let of = |group: Group| {
        all.iter()
            .copied()
            .filter(move |key| key.field().group == group)
    };
    let found = Group::ALL
        .into_iter()
        .map(|group| (group, of(group).collect::<Vec<_>>()));
    found.filter(|(_, keys)| !keys.is_empty()).collect()
}

/// A group of inputs under its heading.
#[component]
fn GroupOfInputs(
    /// The group.
    group: Group,
    /// Its inputs.
    keys: Vec<Key>,
    /// The form.
    form: RwSignal<Form>,
    /// The answer.
    answer: Memo<Answer>,
) -> impl IntoView {
    let rows = keys
        .into_iter()
        .map(|key| view! { <InputRow key form answer /> })
        .collect_view();
    view! {
        <fieldset class="grp">
            <legend>{move || group.heading(form.with(Form::kind))}</legend>
            {rows}
        </fieldset>
    }
}

/// The examples to start from, and how far the form is from its example.
#[component]
fn StartFrom(
    /// The form.
    form: RwSignal<Form>,
) -> impl IntoView {
    let chosen = Memo::new(move |_| form.with(|form| form.example().key));
    // One that is no longer offered stays in the list of who started from it.
    let options = move || {
        let own = Example::with_key(chosen.get()).filter(|own| own.retired);
        Example::offered()
            .chain(own)
            .map(|example| {
                let is_chosen = move || chosen.get() == example.key;
                view! { <option value=example.key prop:selected=is_chosen>{example.name}</option> }
            })
            .collect_view()
    };
    let currencies = Currency::ALL.map(|currency| {
        let chosen = move || form.with(|form| form.currency == currency);
        view! { <option value=currency.code() prop:selected=chosen>{currency.name()}</option> }
    });
    let changed = move || {
        form.with(|form| match form.changes() {
            0 => "unchanged".to_owned(),
            1 => format!("changed from {}: 1 number", form.example().short),
            n => format!("changed from {}: {n} numbers", form.example().short),
        })
    };
    view! {
        <div class="start-from">
            <label for="start-from">"Start from"</label>
            <label for="currency">"Currency"</label>
            <select
                id="start-from"
                autocomplete="off"
                on:change:target=move |event| {
                    if let Some(example) = Example::with_key(&event.target().value()) {
                        form.update(|form| form.start_from(example));
                    }
                }
            >
                {options}
            </select>
            <select
                id="currency"
                autocomplete="off"
                on:change:target=move |event| {
                    if let Some(currency) = Currency::from_code(&event.target().value()) {
                        form.update(|form| form.currency = currency);
                    }
                }
            >
                {currencies}
            </select>
            <p class="changes" role="status">{changed}</p>
        </div>
    }
}
