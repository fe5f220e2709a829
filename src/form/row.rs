//! One input: its field, slider, range, remarks and reasons.

use headroom_model::field::{Key, Special};
use headroom_model::why;
use leptos::prelude::*;

use super::entry::Standing;
use super::field::{SliderField, Switch, TextField, units};
use super::range_part::RangePart;
use super::state::Form;
use crate::answer::Answer;
use crate::sentence::Spans;

/// The id of an input's field in the page.
pub(super) fn field_id(key: Key) -> String {
    format!("in-{}", key.field().name.replace('.', "-"))
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
    let likely = Memo::new(move |_| form.with(|form| form.likely(key)));
    let open = RwSignal::new(false);
    let range_open = RwSignal::new(false);
    let opens = StoredValue::new(Form::opens(key));
    // Sentences about this input, and about the ranges that are open in its row.
    let problems = Memo::new(move |_| {
        let is_here = |at: Key| {
            at == key || (range_open.get() && opens.with_value(|opens| opens.contains(&at)))
        };
        answer.with(|answer| {
            let here = answer.problems.iter().filter(|(at, _)| is_here(*at));
            here.map(|(_, sentence)| sentence.clone())
                .collect::<Vec<_>>()
        })
    });
    let wrong = Memo::new(move |_| {
        let range = form.with(|form| form.range_entry(key).problem);
        answer.with(|answer| {
            let mut mine = answer.problems.iter().filter(|(at, _)| *at == key);
            mine.any(|(_, sentence)| range.as_ref() != Some(sentence))
        })
    });
    let notes = Memo::new(move |_| {
        let mut notes = entry.with(|entry| entry.notes.clone());
        let own = form.with(|form| form.range_entry(key).notes);
        notes.extend(own);
        notes
    });
    let label = move || form.with(|form| key.field().words(form.kind()).label);
    let is_switch = key.field().special == Special::YesNo;
    let said = format!("{id}-said");
    let reasons = format!("{id}-why");
    let range_id = format!("{id}-range");
    // Where the focus goes from a button that disappears: a touch screen needs no keyboard there.
    let after_reset = if is_switch {
        id.clone()
    } else {
        format!("{id}-slider")
    };
    let range_button = {
        let range_id = range_id.clone();
        let button_id = format!("{id}-likely");
        let words =
            move || likely.with(|likely| likely.as_ref().map(|likely| likely.words.clone()));
        (!Form::opens(key).is_empty()).then(|| {
            view! {
                <button
                    type="button"
                    id=button_id
                    class="likely"
                    aria-expanded=move || range_open.get().to_string()
                    aria-controls=range_id
                    aria-label=move || format!("{}: {}", words().unwrap_or_default(), label())
                    on:click=move |_| range_open.update(|open| *open = !*open)
                >
                    {move || words().map(|words| short(&words).to_owned())}
                </button>
            }
        })
    };
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
                    let value = Signal::derive(move || entry.with(|entry| entry.value));
                    let range = Signal::derive(move || likely.with(|likely| likely.as_ref()?.ends));
                    view! { <SliderField key form id=format!("{id}-slider") value range /> }.into_any()
                }}
                <span>{range_button}</span>
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
            <Show when=move || changed.get()>
                <button
                    type="button"
                    class="reset"
                    aria-label=move || format!("{}: {}", form.with(|form| reset_words(form, key)), label())
                    on:click={
                        let next = after_reset.clone();
                        move |_| {
                            form.update(|form| form.reset(key));
                            crate::browser::focus(&next);
                        }
                    }
                >
                    {move || form.with(|form| reset_words(form, key))}
                </button>
            </Show>
            <div id=range_id>
                <Show when=move || range_open.get()>
                    {opens
                        .get_value()
                        .into_iter()
                        .map(|of| view! { <RangePart row=key key=of form /> })
                        .collect_view()}
                </Show>
            </div>
            <div id=said class="said" aria-live="polite">
                <For each=move || problems.get() key=Clone::clone let:problem>
                    <p class="warn">{problem}</p>
                </For>
                <Choices key form />
                <For each=move || notes.get() key=Clone::clone let:note>
                    <p class="echo">{note}</p>
                </For>
            </div>
            <div id=reasons>
                <Show when=move || open.get()>
                    <WhyBox key form answer />
                </Show>
            </div>
        </div>
    }
}

/// What fits the row: without "likely" where both ends are long.
fn short(words: &str) -> &str {
    const FITS: usize = 24;
    match words.strip_prefix("likely ") {
        Some(range) if words.len() > FITS => range,
        _ => words,
    }
}

/// "back to 25%", "back to likely 20 to 30", or both.
fn reset_words(form: &Form, key: Key) -> String {
    let number = form.is_typed(key).then(|| number_words(form, key));
    let range = form
        .has_own_range(key)
        .then(|| form.likely_in_the_example(key, form.example().value(key)));
    let words: Vec<String> = number.into_iter().chain(range).collect();
    format!("back to {}", words.join(", "))
}

fn number_words(form: &Form, key: Key) -> String {
    let original = form.original(key);
    let (before, after) = units(key.field().unit(form.kind()), form.kind(), form.currency);
    let joint = if after.starts_with(['%', '×']) || after.is_empty() {
        ""
    } else {
        " "
    };
    match original.as_str() {
        "" => "none".into(),
        _ => format!(
            "{before}{original}{joint}{}",
            after.split(' ').next().unwrap_or("")
        ),
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
            Standing::Asked { choices, .. } => Some(choices),
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
