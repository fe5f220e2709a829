//! Sentences of the model, drawn.

use headroom_model::statement::{Sentence, Span};
use leptos::prelude::*;

/// The spans of a sentence.
#[component]
pub fn Spans(
    /// The sentence.
    #[prop(into)]
    sentence: Signal<Sentence>,
) -> impl IntoView {
    move || sentence.with(|sentence| sentence.spans().iter().map(span).collect_view())
}

fn span(span: &Span) -> AnyView {
    let text = span.text.clone();
    if span.strong { view! { <b>{text}</b> }.into_any() } else { text.into_any() }
}
