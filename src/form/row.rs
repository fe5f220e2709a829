//! One input: its field, slider, remarks and reasons.

use headroom_model::field::{Key, Kind, Special, Unit};
use headroom_model::text::write::Currency;
use headroom_model::why;
use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;

use super::state::{Form, Standing};
use crate::answer::Answer;
use crate::sentence::Spans;

/// The id of an input's field in the page.
pub(super) fn field_id(key: Key) -> String {
    format!("in-{}", key.field().name.replace('.', "-"))
}

/// What stands before and after the number of a field.
fn units(unit: Unit, kind: Kind, currency: Currency) -> (String, &'static str) {
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

/// One input with everything that belongs to it.
#[component]
pub(super) fn InputRow(
    /// The input.
    key: Key,
    /// The form.
    form: RwSignal<Form>,
    /// The answer, for the reasons and for conflicts between inputs.
    answer: Memo<Answer>,
) -> impl IntoView {
    let id = field_id(key);
    let entry = Memo::new(move |_| form.with(|form| form.entry(key)));
    let changed = Memo::new(move |_| form.with(|form| form.is_changed(key)));
    let conflict = Memo::new(move |_| {
        answer.with(|answer| {
            let mine = answer.problems.iter().find(|(at, _)| *at == key);
            mine.map(|(_, sentence)| sentence.clone())
        })
    });
    let wrong = Memo::new(move |_| conflict.with(Option::is_some));
    let open = RwSignal::new(false);
    let label = move || form.with(|form| key.field().words(form.kind()).label);
    let is_switch = key.field().special == Special::YesNo;
    let ids = (format!("{id}-said"), format!("{id}-why"));
    let (said, reasons) = ids.clone();
    view! {
        <div class="inp" class:changed=changed class:bad=wrong data-key=key.field().name>
            <div class="inp-1">
                <label for=id.clone()>{label}</label>
                {if is_switch {
                    view! { <Switch key form id=id.clone() described=said.clone() /> }.into_any()
                } else {
                    view! { <TextField key form wrong id=id.clone() described=said.clone() /> }.into_any()
                }}
            </div>
            <div class="inp-2">
                {if is_switch {
                    view! { <span></span> }.into_any()
                } else {
                    view! { <SliderField key form entry_value=Signal::derive(move || entry.with(|e| e.value)) /> }.into_any()
                }}
                <span>
                    <Show when=move || changed.get()>
                        <button type="button" class="reset" on:click=move |_| form.update(|form| form.reset(key))>
                            {move || form.with(|form| reset_words(form, key))}
                        </button>
                    </Show>
                </span>
                <button
                    type="button"
                    class="why"
                    aria-expanded=move || open.get().to_string()
                    aria-controls=reasons.clone()
                    aria-label=move || format!("why? {}", label())
                    on:click=move |_| open.update(|open| *open = !*open)
                >
                    "why?"
                </button>
            </div>
            <div id=ids.0 class="said" aria-live="polite">
                <Show when=move || wrong.get()>
                    <p class="warn">{move || conflict.get()}</p>
                </Show>
                <Choices key form />
                <For each=move || entry.with(|entry| entry.notes.clone()) key=Clone::clone let:note>
                    <p class="echo">{note}</p>
                </For>
            </div>
            <div id=ids.1>
                <Show when=move || open.get()>
                    <WhyBox key form answer />
                </Show>
            </div>
        </div>
    }
}

fn reset_words(form: &Form, key: Key) -> String {
    let original = form.original(key);
    let (before, after) = units(key.field().unit(form.kind()), form.kind(), form.currency);
    let joint = if after.starts_with(['%', '×']) || after.is_empty() {
        ""
    } else {
        " "
    };
    match original.as_str() {
        "" => "back to none".into(),
        _ => format!(
            "back to {before}{original}{joint}{}",
            after.split(' ').next().unwrap_or("")
        ),
    }
}

/// The text field: the truth of an input.
#[component]
fn TextField(
    /// The input.
    key: Key,
    /// The form.
    form: RwSignal<Form>,
    /// Whether its text cannot be used.
    wrong: Memo<bool>,
    /// The field's id.
    id: String,
    /// The id of what is said about it.
    described: String,
) -> impl IntoView {
    let text = Memo::new(move |_| form.with(|form| form.text(key)));
    let take = move |event: &web_sys::Event| {
        let target = event
            .target()
            .and_then(|target| target.dyn_into::<web_sys::HtmlInputElement>().ok());
        if let Some(target) = target {
            form.update(|form| form.set(key, target.value()));
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
    view! {
        <span class="field" class:bad=wrong>
            <span class="u">{move || unit(|units| units.0.clone())}</span>
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
                prop:value=text
                on:input=on_input
                on:compositionend=move |event| take(&event)
            />
            <span class="u">{move || unit(|units| units.1.to_owned())}</span>
        </span>
    }
}

/// A yes or no.
#[component]
fn Switch(
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
fn SliderField(
    /// The input.
    key: Key,
    /// The form.
    form: RwSignal<Form>,
    /// The number in the field, if it is one.
    entry_value: Signal<Option<f64>>,
) -> impl IntoView {
    let slider = Form::slider(key);
    let rest = slider;
    let step = Memo::new(move |previous: Option<&u16>| match entry_value.get() {
        Some(value) if value.is_finite() => slider.step(value),
        _ => previous.copied().unwrap_or(0),
    });
    let spoken = move || form.with(|form| form.text(key));
    view! {
        <span class="slider">
            <svg width="100%" height="22" aria-hidden="true">
                <line x1="0" y1="50%" x2="100%" y2="50%" class="sl-track" />
            </svg>
            <input
                type="range"
                min="0"
                max="1000"
                prop:value=move || step.get().to_string()
                aria-label=move || form.with(|form| format!("{}, slider", key.field().words(form.kind()).label))
                aria-valuetext=spoken
                on:input:target=move |event| {
                    if let Ok(step) = event.target().value().parse::<u16>() {
                        form.update(|form| form.set_value(key, rest.value(step)));
                    }
                }
            />
        </span>
    }
}

/// The two readings of a doubtful text, as buttons.
#[component]
fn Choices(
    /// The input.
    key: Key,
    /// The form.
    form: RwSignal<Form>,
) -> impl IntoView {
    let choices = Memo::new(move |_| {
        form.with(|form| match form.entry(key).standing {
            Standing::Asked(question) => Some(question.choices()),
            _ => None,
        })
    });
    let buttons = move || {
        choices.get().map(|choices| {
            choices.map(|choice| {
                let text = choice.clone();
                view! {
                    <button type="button" class="btn" on:click=move |_| form.update(|form| form.set(key, text.clone()))>
                        {choice}
                    </button>
                }
            })
        })
    };
    view! { <div class="choices">{buttons}</div> }
}

/// Why this number: a sentence, the formula with numbers, the source and how far to trust it.
#[component]
fn WhyBox(
    /// The input.
    key: Key,
    /// The form.
    form: RwSignal<Form>,
    /// The answer whose numbers stand in the formula.
    answer: Memo<Answer>,
) -> impl IntoView {
    let words = Memo::new(move |_| {
        let currency = form.with(|form| form.currency);
        answer.with(|answer| why::input(key, &answer.outcome, currency))
    });
    let help = move || form.with(|form| key.field().words(form.kind()).help);
    let label = move || form.with(|form| format!("Why: {}", key.field().words(form.kind()).label));
    view! {
        <div class="whybox" role="region" aria-label=label>
            <span>{help}" "</span>
            <span><Spans sentence=Signal::derive(move || words.with(|why| why.sentence.clone())) /></span>
            <span class="calc"><Spans sentence=Signal::derive(move || words.with(|why| why.working.clone())) /></span>
            <span class="src">
                {move || words.with(|why| format!("Source: {}. Reliability: {}.", why.source, why.reliability))}
            </span>
        </div>
    }
}

/// The text of an input with its unit, for paper.
pub(super) fn text_with_unit(form: &Form, key: Key) -> String {
    let text = form.text(key);
    let (before, after) = units(key.field().unit(form.kind()), form.kind(), form.currency);
    match text.as_str() {
        "" => "unlimited".into(),
        "best" | "yes" | "no" => text,
        _ if after.starts_with(['%', '×']) => format!("{before}{text}{after}"),
        _ => format!("{before}{text} {after}").trim_end().to_owned(),
    }
}
