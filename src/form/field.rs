//! The fields of a row: text, yes or no, slider.

use headroom_model::field::{Key, Kind, Special, Unit};
use headroom_model::text::write::{self, Currency, Precision, Sign};
use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;

use super::state::Form;

/// What stands before and after the number of a field.
pub(super) fn units(unit: Unit, kind: Kind, currency: Currency) -> (String, &'static str) {
    let symbol = if unit.is_money() {
        currency.symbol().trim().to_owned()
    } else {
        String::new()
    };
    let after = match unit {
        Unit::Share | Unit::OfBuildCost | Unit::OfCapacity => "%",
        Unit::SharePerMonth | Unit::SharePerSecondMonth => "% a month",
        Unit::SharePerYear => "% a year",
        Unit::SharePerSecond => "% a second",
        Unit::Factor => "×",
        Unit::MoneyPerMonth | Unit::MoneyPerUserMonth => "a month",
        Unit::MoneyPerUnit => "a unit",
        Unit::UnitsPerMonth if kind == Kind::Hardware => "a month",
        Unit::Months => "months",
        Unit::Weeks => "weeks",
        Unit::Seconds => "s",
        Unit::Users | Unit::UnitsPerMonth | Unit::Money | Unit::YesNo => "",
    };
    (symbol, after)
}

/// The text field: the truth of an input.
#[component]
pub(super) fn TextField(
    /// The input.
    key: Key,
    /// The form.
    form: RwSignal<Form>,
    /// Whether its text cannot be used.
    #[prop(into)]
    wrong: Signal<bool>,
    /// The field's id.
    id: String,
    /// The id of what is said about it.
    described: String,
) -> impl IntoView {
    let text = Memo::new(move |_| form.with(|form| form.text(key)));
    let unit = move |which: fn(&(String, &'static str)) -> String| {
        form.with(|form| {
            which(&units(
                key.field().unit(form.kind()),
                form.kind(),
                form.currency,
            ))
        })
    };
    let empty_means = match key.field().special {
        Special::Unlimited => "unlimited",
        Special::Best => "best",
        _ => "",
    };
    let typed = move |text| form.update(|form| form.set(key, text));
    view! {
        <span class="field" class:bad=wrong>
            <span class="u">{move || unit(|units| units.0.clone())}</span>
            <TextInput id described text wrong typed empty_means />
            <span class="u">{move || unit(|units| units.1.to_owned())}</span>
        </span>
    }
}

/// A field in which numbers are typed, alone.
#[component]
pub(super) fn TextInput(
    /// Its id.
    id: String,
    /// The id of what is said about it.
    described: String,
    /// The text in it.
    #[prop(into)]
    text: Signal<String>,
    /// Whether its text cannot be used.
    #[prop(into)]
    wrong: Signal<bool>,
    /// What takes a text that was typed.
    #[prop(into)]
    typed: Callback<String>,
    /// What it means if it is empty.
    #[prop(optional)]
    empty_means: &'static str,
) -> impl IntoView {
    let take = move |event: &web_sys::Event| {
        let target = event
            .target()
            .and_then(|target| target.dyn_into::<web_sys::HtmlInputElement>().ok());
        if let Some(target) = target {
            typed.run(target.value());
        }
    };
    let on_input = move |event: ev::Event| {
        let composing = event
            .dyn_ref::<web_sys::InputEvent>()
            .is_some_and(web_sys::InputEvent::is_composing);
        if !composing {
            take(&event);
        }
    };
    view! {
        <input
            id=id
            type="text"
            inputmode="decimal"
            autocomplete="off"
            autocapitalize="off"
            spellcheck="false"
            maxlength="200"
            placeholder=empty_means
            aria-describedby=described
            aria-invalid=move || wrong.get().then_some("true")
            prop:value=move || text.get()
            on:input=on_input
            on:compositionend=move |event| take(&event)
        />
    }
}

/// A yes or no.
#[component]
pub(super) fn Switch(
    /// The input.
    key: Key,
    /// The form.
    form: RwSignal<Form>,
    /// Its id.
    id: String,
    /// The id of what is said about it.
    described: String,
) -> impl IntoView {
    let on = Memo::new(move |_| form.with(|form| form.entry(key).value != Some(0.0)));
    view! {
        <input
            id=id
            type="checkbox"
            class="box"
            aria-describedby=described
            prop:checked=on
            on:change=move |_| {
                let value = if on.get_untracked() { 0.0 } else { 1.0 };
                form.update(|form| form.set_value(key, value));
            }
        />
    }
}

/// The slider: a shortcut to values; typed ones may go beyond it.
#[component]
pub(super) fn SliderField(
    /// The input.
    key: Key,
    /// Its id.
    id: String,
    /// The form.
    form: RwSignal<Form>,
    /// The number in the field, if it is one.
    #[prop(into)]
    value: Signal<Option<f64>>,
    /// The ends of its range, if it has one.
    #[prop(into)]
    range: Signal<Option<[f64; 2]>>,
) -> impl IntoView {
    let slider = Form::slider(key);
    let step = Memo::new(move |previous: Option<&u16>| match value.get() {
        Some(value) if value.is_finite() => slider.step(value),
        _ => previous.copied().unwrap_or(0),
    });
    let band = move || {
        let [from, to] = range.get()?.map(|end| slider.share(end));
        let percent = |share| write::percent(share, Precision::Table, Sign::Minus);
        (from < to).then(|| {
            view! {
                <rect x=percent(from) y="32%" width=percent(to - from) height="36%" rx="1" class="sl-band" />
            }
        })
    };
    let spoken = move || form.with(|form| form.best_text(key));
    view! {
        <span class="slider">
            <svg width="100%" height="22" aria-hidden="true">
                <line x1="0" y1="50%" x2="100%" y2="50%" class="sl-track" />
                {band}
            </svg>
            <input
                id=id
                type="range"
                min="0"
                max="1000"
                prop:value=move || step.get().to_string()
                aria-label=move || form.with(|form| format!("{}, slider", key.field().words(form.kind()).label))
                aria-valuetext=spoken
                on:input:target=move |event| {
                    if let Ok(step) = event.target().value().parse::<u16>() {
                        form.update(|form| form.set_value(key, slider.value(step)));
                    }
                }
            />
        </span>
    }
}

/// The number of an input with its unit and its range, for paper: "25% (20 to 30)".
pub(super) fn on_paper(form: &Form, key: Key) -> String {
    let number = number_on_paper(form, key);
    match form.range_on_paper(key) {
        Some(range) => format!("{number} ({range})"),
        None => number,
    }
}

fn number_on_paper(form: &Form, key: Key) -> String {
    let text = form.best_text(key);
    let (before, after) = units(key.field().unit(form.kind()), form.kind(), form.currency);
    match text.as_str() {
        "" => "unlimited".into(),
        "best" | "yes" | "no" => text,
        _ if after.starts_with(['%', '×']) => format!("{before}{text}{after}"),
        _ => format!("{before}{text} {after}").trim_end().to_owned(),
    }
}
