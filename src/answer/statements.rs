//! The result for the board: an audience, a length, the sentences, and their way out of the page.

use headroom_model::statement::board::{
    self, Audience, Document, Length, Statement, Topic, render,
};
use headroom_model::statement::{MarketTest, Quantity, Sentence};
use leptos::html::Textarea;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::Answer;
use super::finding_out::market_test;
use super::why::{Asked, Asking, Numbers, Question, Reasons, WhyButton};
use crate::browser::{self, Address};
use crate::form::Form;
use crate::sentence::Spans;

/// The statements, for an audience at a length.
#[component]
pub fn Statements(
    /// The answer, which leaves the page only when it is that of what is typed.
    answer: Memo<Answer>,
    /// What is needed to answer and to explain.
    asking: Asking,
) -> impl IntoView {
    let audience = RwSignal::new(Audience::Ceo);
    let length = RwSignal::new(Length::HalfMinute);
    let test = market_test(asking.form);
    let document = Memo::new(move |_| {
        let (audience, length, currency) = (audience.get(), length.get(), asking.currency.get());
        asking
            .outcome
            .with(|outcome| board::document(outcome, currency, audience, length, test.get()))
    });
    let statements = Memo::new(move |_| document.with(|document| document.statements.clone()));
    let title = Signal::derive(move || document.with(|document| document.title.clone()));
    let is_page = Memo::new(move |_| length.get() == Length::Page);
    let provenance = Signal::derive(move || document.with(|document| document.provenance.clone()));
    view! {
        <section class="sec fills statements" aria-labelledby="statements">
            <h2 id="statements">"In words for your stakeholders"</h2>
            <div class="choose">
                <Choose legend="For" name="audience" options=Audience::ALL.map(|one| (one, one.name())).to_vec() chosen=audience />
                <Choose legend="Length" name="length" options=Length::ALL.map(|one| (one, one.name())).to_vec() chosen=length />
            </div>
            <p class="on-paper">{move || format!("For: {} · {}", audience.get().name(), length.get().name())}</p>
            <div class="document" class:page=is_page>
                <Show when=move || is_page.get()>
                    <p class="doc-title"><Spans sentence=title /></p>
                </Show>
                <Answers statements with_headings=is_page asking />
                <p class="note"><Spans sentence=provenance /></p>
            </div>
            <Copy document answer form=asking.form />
            <Show when=move || !is_page.get()>
                <Others document test asking />
            </Show>
        </section>
    }
}

/// One of several, as radio buttons.
#[component]
fn Choose<T>(
    /// What is chosen.
    legend: &'static str,
    /// The name of the group.
    name: &'static str,
    /// The options with their names.
    options: Vec<(T, &'static str)>,
    /// The one that is chosen.
    chosen: RwSignal<T>,
) -> impl IntoView
where
    T: Copy + PartialEq + Send + Sync + 'static,
{
    let options = options
        .into_iter()
        .map(|(option, label)| {
            let id = format!("{name}-{}", label.to_lowercase().replace(' ', "-"));
            view! {
                <span class="option">
                    <input
                        type="radio"
                        id=id.clone()
                        name=name
                        autocomplete="off"
                        prop:checked=move || chosen.get() == option
                        on:change=move |_| chosen.set(option)
                    />
                    <label for=id>{label}</label>
                </span>
            }
        })
        .collect_view();
    view! { <fieldset class="options"><legend>{legend}</legend>{options}</fieldset> }
}

/// Answers with their reasons.
#[component]
fn Answers(
    /// The answers.
    statements: Memo<Vec<Statement>>,
    /// Whether each stands under its heading.
    #[prop(into)]
    with_headings: Signal<bool>,
    /// What is needed to explain.
    asking: Asking,
) -> impl IntoView {
    // An answer whose assumption is being changed stays, even where its question no longer arises.
    let held = RwSignal::new(None::<Topic>);
    let topics = Memo::new(move |before: Option<&Vec<Topic>>| {
        let mut topics: Vec<Topic> =
            statements.with(|statements| statements.iter().map(|one| one.topic).collect());
        if let Some(held) = held.get().filter(|held| !topics.contains(held)) {
            let place = before.and_then(|before| before.iter().position(|topic| *topic == held));
            topics.insert(place.unwrap_or(topics.len()).min(topics.len()), held);
        }
        topics
    });
    view! {
        <For each=move || topics.get() key=|topic| *topic let:topic>
            <Told topic statements with_headings held asking />
        </For>
    }
}

/// One answer with its reasons.
#[component]
fn Told(
    /// Which.
    topic: Topic,
    /// All that is said.
    statements: Memo<Vec<Statement>>,
    /// Whether it stands under its heading.
    with_headings: Signal<bool>,
    /// The answer that stays because something is being changed in it.
    held: RwSignal<Option<Topic>>,
    /// What is needed to explain.
    asking: Asking,
) -> impl IntoView {
    let last = Memo::new(move |before: Option<&Vec<Sentence>>| {
        let now = statements.with(|statements| sentences_of(statements, topic));
        match before {
            Some(before) if now.is_empty() => before.clone(),
            _ => now,
        }
    });
    let sentences = Signal::from(last);
    let question: Question = RwSignal::new(None);
    let changes =
        Memo::new(move |_| matches!(question.get(), Some(Asked::One(Quantity::Input(_)))));
    browser::when_changed(Signal::from(changes), move |changes: bool| {
        if changes {
            held.set(Some(topic));
        } else if held.get_untracked() == Some(topic) {
            held.set(None);
        }
    });
    let reasons = format!("said-{topic:?}").to_lowercase();
    let what = Signal::stored(topic.heading().to_owned());
    view! {
        <div class="told">
            <Show when=move || with_headings.get()>
                <h3>{topic.heading()}</h3>
            </Show>
            <p>
                <Numbers sentences question reasons=reasons.clone() />
                " "
                <WhyButton what question reasons=reasons.clone() />
            </p>
            <Reasons what sentences question id=reasons asking />
        </div>
    }
}

fn sentences_of(statements: &[Statement], topic: Topic) -> Vec<Sentence> {
    let found = statements.iter().find(|statement| statement.topic == topic);
    found
        .map(|statement| statement.sentences.clone())
        .unwrap_or_default()
}

/// The answers to the other questions at the same length, to take along one by one.
#[component]
fn Others(
    /// What is said already.
    document: Memo<Document>,
    /// The market test that is typed.
    test: Memo<MarketTest>,
    /// What is needed to answer.
    asking: Asking,
) -> impl IntoView {
    let open = RwSignal::new(false);
    let statements = Memo::new(move |_| {
        if !open.get() {
            return Vec::new();
        }
        let currency = asking.currency.get();
        let (audience, length, said) = document.with(|document| {
            let said: Vec<Topic> = document.statements.iter().map(|one| one.topic).collect();
            (document.audience, document.length, said)
        });
        let all = asking
            .outcome
            .with(|outcome| board::statements(outcome, currency, audience, length, test.get()));
        all.into_iter()
            .filter(|statement| !said.contains(&statement.topic))
            .collect()
    });
    view! {
        <details class="others" prop:open=open on:toggle:target=move |event| open.set(event.target().open())>
            <summary>"Answers to the other questions, at this length"</summary>
            <Answers statements with_headings=Signal::stored(true) asking />
        </details>
    }
}

/// How the words leave the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Way {
    Text,
    Markdown,
    WithLink,
}

/// Copies what is said.
#[component]
fn Copy(
    /// What is said.
    document: Memo<Document>,
    /// The answer it belongs to.
    answer: Memo<Answer>,
    /// The form, for the link.
    form: RwSignal<Form>,
) -> impl IntoView {
    let field = NodeRef::<Textarea>::new();
    let said = RwSignal::new(String::new());
    let refused = RwSignal::new(None::<String>);
    let copy = move |way: Way| {
        if !answer.with_untracked(Answer::is_current) {
            said.set("Not copied: this is the answer to earlier numbers.".into());
            return;
        }
        let (text, note) = document.with_untracked(|document| written(document, way, form));
        spawn_local(async move {
            if browser::copy(&text).await {
                refused.set(None);
                said.set(note);
            } else {
                refused.set(Some(text));
                said.set("This browser does not let the page copy. The text is selected: copy it with the keyboard.".into());
                request_animation_frame(move || {
                    if let Some(field) = field.get_untracked() {
                        field.select();
                    }
                });
            }
        });
    };
    let button = move |way: Way, id: &'static str, words: &'static str| {
        view! { <button type="button" class="btn" id=id on:click=move |_| copy(way)>{words}</button> }
    };
    view! {
        <div class="acts">
            {button(Way::Text, "copy-text", "Copy as text")}
            {button(Way::Markdown, "copy-markdown", "Copy as Markdown")}
            {button(Way::WithLink, "copy-with-link", "Copy with link")}
            <span role="status" id="statements-copied">{said}</span>
            {move || refused.get().map(|text| view! {
                <textarea class="share-text" readonly rows="6" aria-label="The text to copy" node_ref=field prop:value=text></textarea>
            })}
        </div>
    }
}

/// The text, and what is said once it is copied.
fn written(document: &Document, way: Way, form: RwSignal<Form>) -> (String, String) {
    match way {
        Way::Text => (render::text(document, None), "Copied as text.".into()),
        Way::Markdown => (
            render::markdown(document, None),
            "Copied as Markdown.".into(),
        ),
        Way::WithLink => match form.with_untracked(Form::document).to_link() {
            Ok(fragment) => {
                let link = Address::of_this_page().with(&fragment);
                (
                    render::text(document, Some(&link)),
                    "Copied with the link.".into(),
                )
            }
            Err(too_long) => (
                render::text(document, None),
                format!("Copied without the link. {too_long}"),
            ),
        },
    }
}
