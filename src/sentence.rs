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
    move || sentence.with(|sentence| sentence.0.iter().map(span).collect_view())
}

/// Sentences after one another.
#[component]
pub fn Paragraph(
    /// The sentences.
    #[prop(into)]
    sentences: Signal<Vec<Sentence>>,
) -> impl IntoView {
    move || {
        sentences.with(|sentences| {
            let drawn = sentences.iter().enumerate().map(|(place, sentence)| {
                let gap = if place > 0 { " " } else { "" };
                (gap, sentence.0.iter().map(span).collect_view())
            });
            drawn.collect_view()
        })
    }
}

fn span(span: &Span) -> AnyView {
    let text = span.text.clone();
    if span.strong {
        view! { <b>{text}</b> }.into_any()
    } else {
        text.into_any()
    }
}
