//! "Why?" beside every result: the sentence, the formula with its numbers, the inputs with their
//! sources; and numbers in sentences that can be asked, or changed where they stand.

use std::sync::Arc;

use headroom_model::field::{Key, Kind};
use headroom_model::outcome::Outcome;
use headroom_model::statement::{Quantity, Say, Sentence, Span};
use headroom_model::text::write::Currency;
use headroom_model::why::{self, Explanation, Used};
use leptos::prelude::*;

use crate::browser;
use crate::form::{Form, InPlace};

/// What is asked about in a block.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Asked {
    /// All its numbers.
    All,
    /// One number.
    One(Quantity),
}

/// The question that is open in a block.
pub type Question = RwSignal<Option<Asked>>;

/// What a block needs to answer.
#[derive(Clone, Copy)]
pub struct Asking {
    /// The result.
    pub outcome: Signal<Arc<Outcome>>,
    /// The currency.
    pub currency: Memo<Currency>,
    /// The form, in which an assumption is changed where it stands.
    pub form: RwSignal<Form>,
}

/// Sentences after one another whose numbers open their explanation; assumptions can be changed there.
#[component]
pub fn Numbers(
    /// The sentences.
    #[prop(into)]
    sentences: Signal<Vec<Sentence>>,
    /// The question of the block.
    question: Question,
    /// The id of the block's reasons.
    #[prop(into)]
    reasons: String,
) -> impl IntoView {
    let reasons = StoredValue::new(reasons);
    move || {
        sentences.with(|sentences| {
            let drawn = sentences.iter().enumerate().map(|(place, sentence)| {
                let gap = if place > 0 { " " } else { "" };
                let followers = sentence.0.iter().skip(1).map(Some).chain([None]);
                let mut taken = 0;
                let spans = sentence.0.iter().zip(followers).map(|(span, next)| {
                    let own = span.text.get(taken..).unwrap_or_default().to_owned();
                    // A line never starts with what closes the number before.
                    let closing = match (span.figure, next) {
                        (Some(_), Some(next)) if next.figure.is_none() => closing(&next.text),
                        _ => "",
                    };
                    taken = closing.len();
                    number(span, own, closing.to_owned(), question, reasons)
                });
                (gap, spans.collect_view())
            });
            drawn.collect_view()
        })
    }
}

/// The marks at the start of a text that belong to the word before.
fn closing(text: &str) -> &str {
    let end = text.find(|c: char| !matches!(c, ')' | ',' | '.' | ';' | ':' | '”'));
    text.get(..end.unwrap_or(text.len())).unwrap_or_default()
}

fn number(
    span: &Span,
    text: String,
    closing: String,
    question: Question,
    reasons: StoredValue<String>,
) -> AnyView {
    let Some(figure) = span.figure else {
        return if span.strong {
            view! { <b>{text}</b> }.into_any()
        } else {
            text.into_any()
        };
    };
    let asked = Asked::One(figure.quantity);
    let is_assumption = matches!(figure.quantity, Quantity::Input(_));
    let label = if is_assumption {
        format!("{text}: change it, or why?")
    } else {
        format!("{text}: why?")
    };
    let is_open = move || question.get() == Some(asked);
    let button = view! {
        <button
            type="button"
            class="num-why"
            class:strong=span.strong
            class:assumed=is_assumption
            aria-label=label
            aria-expanded=move || is_open().to_string()
            aria-controls=reasons.get_value()
            on:click=move |_| question.update(|open| *open = (*open != Some(asked)).then_some(asked))
        >
            {text}
        </button>
    };
    if closing.is_empty() {
        return button.into_any();
    }
    view! { <span class="unbroken">{button}{closing}</span> }.into_any()
}

/// The word "why?" that opens the reasons of a whole block.
#[component]
pub fn WhyButton(
    /// What it belongs to, for those who hear it alone.
    #[prop(into)]
    what: Signal<String>,
    /// The question of the block.
    question: Question,
    /// The id of the block's reasons.
    #[prop(into)]
    reasons: String,
) -> impl IntoView {
    view! {
        <button
            type="button"
            class="why"
            aria-label=move || format!("why? {}", what.get())
            aria-expanded=move || (question.get() == Some(Asked::All)).to_string()
            aria-controls=reasons
            on:click=move |_| question.update(|open| *open = (*open != Some(Asked::All)).then_some(Asked::All))
        >
            "why?"
        </button>
    }
}

/// The reasons of a block: empty until asked.
#[component]
pub fn Reasons(
    /// What they belong to.
    #[prop(into)]
    what: Signal<String>,
    /// The sentences whose numbers can be asked.
    #[prop(into)]
    sentences: Signal<Vec<Sentence>>,
    /// The question of the block.
    question: Question,
    /// Their id.
    #[prop(into)]
    id: String,
    /// What is needed to answer.
    asking: Asking,
) -> impl IntoView {
    let found = Memo::new(move |_| explanations(question.get(), sentences, asking));
    // The field stays the same while the answer changes under it.
    let assumption = Memo::new(move |_| match question.get() {
        Some(Asked::One(Quantity::Input(key))) => Some(key),
        _ => None,
    });
    let here = StoredValue::new(id.clone());
    // What is asked about one kind of product is no question about the other.
    let kind = Memo::new(move |_| asking.form.with(Form::kind));
    browser::when_changed(Signal::from(kind), move |_: Kind| question.set(None));
    let answered =
        Memo::new(move |_| assumption.get().is_some() || found.with(|found| !found.is_empty()));
    let open_input = Callback::new(move |key: Key| {
        question.set(Some(Asked::One(Quantity::Input(key))));
        let id = here.get_value();
        request_animation_frame(move || browser::focus(&id));
    });
    let close = move || {
        let id = here.get_value();
        browser::focus_opener(&id);
        question.set(None);
    };
    let on_key = move |event: leptos::ev::KeyboardEvent| {
        if event.key() == "Escape" {
            event.stop_propagation();
            close();
        }
    };
    view! {
        <div id=id tabindex="-1" class="reasons" role="region" aria-label=move || format!("Why: {}", what.get()) hidden=move || !answered.get() on:keydown=on_key>
            <Show when=move || answered.get()>
                <div class="whybox">
                    {move || assumption.get().map(|key| view! { <InPlace key form=asking.form within=here.get_value() /> })}
                    {move || found.get().into_iter().map(|one| view! { <One one /> }).collect_view()}
                    {move || {
                        let alone = assumption.get().is_some();
                        found.with(|found| view! { <Rests found=found.clone() alone open_input /> })
                    }}
                    <button type="button" class="link" on:click=move |_| close()>"Close"</button>
                </div>
            </Show>
        </div>
    }
}

/// The word "why?" and the reasons under a drawing or a table.
#[component]
pub fn WhyOf(
    /// What they belong to.
    what: &'static str,
    /// The figures that can be asked.
    #[prop(into)]
    sentences: Signal<Vec<Sentence>>,
    /// Their id.
    id: &'static str,
    /// What is needed to answer.
    asking: Asking,
) -> impl IntoView {
    let question: Question = RwSignal::new(None);
    let what = Signal::stored(what.to_owned());
    let can_be_asked = Memo::new(move |_| {
        sentences.with(|all| {
            all.iter()
                .any(|sentence| sentence.figures().next().is_some())
        })
    });
    view! {
        <Show when=move || can_be_asked.get()>
            <WhyButton what question reasons=id />
        </Show>
        <Reasons what sentences question id asking />
    }
}

/// The explanations that are asked for.
fn explanations(
    asked: Option<Asked>,
    sentences: Signal<Vec<Sentence>>,
    asking: Asking,
) -> Vec<Explanation> {
    let (outcome, currency) = (asking.outcome.get(), asking.currency.get());
    match asked {
        None => Vec::new(),
        Some(Asked::All) => sentences.with(|sentences| why::figures(sentences, &outcome, currency)),
        Some(Asked::One(quantity)) => {
            let is_it = |span: &&Span| {
                span.figure
                    .is_some_and(|figure| figure.quantity == quantity)
            };
            let in_block = sentences.with(|sentences| {
                let mut spans = sentences.iter().flat_map(|sentence| &sentence.0);
                spans.find(is_it).cloned()
            });
            let typed = || match quantity {
                Quantity::Input(key) => Some(Say::new(&outcome, currency).typed(key)),
                _ => None,
            };
            let span = in_block.or_else(typed);
            let found = span.and_then(|span| why::figure(&span, &outcome, currency));
            found.into_iter().collect()
        }
    }
}

/// Why one number is what it is.
#[component]
fn One(
    /// The explanation.
    one: Explanation,
) -> impl IntoView {
    view! {
        <div class="one-why">
            <p><b class="figure">{one.shown.text.clone()}</b>" "{one.meaning.plain()}</p>
            <p class="calc">{one.working.plain()}</p>
        </div>
    }
}

/// The inputs on which explanations rest, each once, with their sources.
#[component]
fn Rests(
    /// The explanations.
    found: Vec<Explanation>,
    /// Whether it is that of an assumption whose field stands above.
    alone: bool,
    /// Opens another input.
    open_input: Callback<Key>,
) -> impl IntoView {
    let and_others = found.iter().any(|one| one.and_others);
    let mut used: Vec<Used> = Vec::new();
    for one in found.into_iter().flat_map(|one| one.inputs) {
        if !used.iter().any(|known| known.key == one.key) {
            used.push(one);
        }
    }
    let there = !used.is_empty();
    let inputs = used
        .into_iter()
        .map(|used| {
            let key = used.key;
            let words = format!("{}: {}", used.label, used.value.text);
            let source = format!(" Source: {}. Reliability: {}.", used.source, used.reliability);
            view! {
                <li>
                    {(!alone).then(|| view! {
                        <button type="button" class="link" on:click=move |_| open_input.run(key)>{words}</button>
                    })}
                    <span class="src">{source}</span>
                </li>
            }
        })
        .collect_view();
    there.then(|| {
        view! {
            <div class="rests-on">
                {(!alone).then(|| view! { <p class="src">"It rests on these numbers:"</p> })}
                <ul class="rests">{inputs}</ul>
                {and_others.then(|| view! { <p class="src">"And, to a lesser degree, on the further numbers of the form."</p> })}
            </div>
        }
    })
}
