//! The opened range of a row: low, best and high.

use headroom_model::field::{Key, Unit};
use leptos::prelude::*;

use super::field::{TextInput, units};
use super::ranges::End;
use super::row::field_id;
use super::state::Form;

/// The start of the ids of an opened range: the row's own, or that of demand's size or speed.
fn id_of(row: Key, key: Key) -> String {
    if row == key {
        field_id(row)
    } else {
        format!("{}-{}", field_id(row), key.field().name)
    }
}

/// Low, best and high of an input, and what can be said of its range besides.
#[component]
pub(super) fn RangePart(
    /// The input whose row is open.
    row: Key,
    /// The input whose range is shown: the same, or demand's size or speed.
    key: Key,
    /// The form.
    form: RwSignal<Form>,
) -> impl IntoView {
    let id = id_of(row, key);
    let sure_id = format!("{id}-sure");
    let help = format!("{id}-range-help");
    let described = format!("{help} {}-said", field_id(row));
    let label = move || form.with(|form| key.field().words(form.kind()).label);
    let heading = (row != key).then(|| view! { <p class="range-of">{label}</p> });
    let best = Memo::new(move |_| form.with(|form| form.text(key)));
    let best_wrong = Memo::new(move |_| form.with(|form| form.entry(key).value.is_none()));
    let has_own = Memo::new(move |_| form.with(|form| form.has_own_range(key)));
    let certain = Memo::new(move |_| form.with(|form| form.is_certain(key)));
    let back = move || form.with(|form| form.likely_about_best(key));
    let means = move || form.with(|form| form.means_in_users(row, key));
    let unit = move || form.with(|form| unit_words(form, key));
    view! {
        <div class="range-part" role="group" aria-label=move || format!("Range: {}", label())>
            {heading}
            <div class="ends">
                <EndField key form end=End::Low id=format!("{id}-low") described=described.clone() />
                <span class="end">
                    <label for=format!("{id}-best")>"Best guess"</label>
                    <span class="field" class:bad=best_wrong>
                        <TextInput
                            id=format!("{id}-best")
                            described=described.clone()
                            text=best
                            wrong=best_wrong
                            typed=move |text| form.update(|form| form.set(key, text))
                        />
                    </span>
                </span>
                <EndField key form end=End::High id=format!("{id}-high") described />
            </div>
            <p id=help class="range-help">
                {unit} "9 chances in 10 that the truth lies between low and high; as likely above the best guess as below. "
                {means}
                {(key == Key::Success)
                    .then_some("The chance is never drawn at random: low and high only show how far it moves the lead.")}
            </p>
            <div class="range-acts">
                <button
                    type="button"
                    id=sure_id.clone()
                    class="link"
                    aria-pressed=move || certain.get().to_string()
                    on:click=move |_| form.update(|form| form.set_certain(key))
                >
                    "No range: I am sure"
                </button>
                <Show when=move || has_own.get()>
                    <button
                        type="button"
                        class="link back-to-range"
                        on:click={
                            let sure_id = sure_id.clone();
                            move |_| {
                                form.update(|form| form.reset_range(key));
                                crate::browser::focus(&sure_id);
                            }
                        }
                    >
                        {move || format!("back to {}", back())}
                    </button>
                </Show>
            </div>
        </div>
    }
}

/// Low or high.
#[component]
fn EndField(
    /// The input.
    key: Key,
    /// The form.
    form: RwSignal<Form>,
    /// Which end.
    end: End,
    /// The id of the field.
    id: String,
    /// The ids of what is said about it.
    described: String,
) -> impl IntoView {
    let range = Memo::new(move |_| form.with(|form| form.range_entry(key)));
    let text = Memo::new(move |_| range.with(|range| range.ends[end as usize].clone()));
    let wrong = Memo::new(move |_| range.with(|range| range.wrong[end as usize]));
    let typed = move |text| form.update(|form| form.set_end(key, end, text));
    let label = match end {
        End::Low => "Low",
        End::High => "High",
    };
    view! {
        <span class="end">
            <label for=id.clone()>{label}</label>
            <span class="field" class:bad=wrong>
                <TextInput id described text wrong typed />
            </span>
        </span>
    }
}

/// The unit of the three numbers: "In %. "; nothing where numbers speak for themselves.
fn unit_words(form: &Form, key: Key) -> Option<String> {
    let unit = key.field().unit(form.kind());
    let (before, after) = units(unit, form.kind(), form.currency);
    match (unit, before.as_str(), after) {
        (Unit::Factor, ..) => Some("In times. ".to_owned()),
        (_, "", after) if after.is_empty() || after.starts_with("a ") => None,
        (_, before, after) => Some(format!("In {}. ", [before, after].join(" ").trim())),
    }
}
