//! An input once more where a sentence names it.

use headroom_model::field::{Key, Special};
use leptos::prelude::*;

use super::field::{Switch, TextField};
use super::row::field_id;
use super::state::Form;

/// The field of an input, to be changed where its number stands.
#[component]
pub fn InPlace(
    /// The input.
    key: Key,
    /// The form.
    form: RwSignal<Form>,
    /// The id of the part of the page in which it stands: the same input may stand in several.
    within: String,
) -> impl IntoView {
    let id = format!("{within}-{}", field_id(key));
    let said = format!("{id}-said");
    let label = move || form.with(|form| key.field().words(form.kind()).label);
    let problem = Memo::new(move |_| {
        form.with(|form| {
            let problems = form.scenario().err().unwrap_or_default();
            let mine = problems.into_iter().find(|(at, _)| *at == key);
            mine.map(|(_, sentence)| sentence)
        })
    });
    let wrong = Signal::derive(move || problem.with(Option::is_some));
    let is_switch = key.field().special == Special::YesNo;
    view! {
        <fieldset class="in-place" disabled=crate::views::locked()>
            <label for=id.clone()>{label}</label>
            {if is_switch {
                view! { <Switch key form id=id.clone() described=said.clone() /> }.into_any()
            } else {
                view! { <TextField key form wrong id=id.clone() described=said.clone() /> }.into_any()
            }}
            <div id=said aria-live="polite">
                {move || problem.get().map(|sentence| view! { <p class="warn">{sentence}</p> })}
            </div>
        </fieldset>
    }
}
