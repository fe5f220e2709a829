//! The four questions of the stakeholders, the price of being right, and what is not counted.

use headroom_model::outcome::Outcome;
use headroom_model::statement::{self, CardWords, FOUR_QUESTIONS, ReactionWords, Sentence};
use headroom_model::text::write::Currency;
use leptos::prelude::*;

use super::tables::ScrollBox;
use super::why::{Asking, Numbers, Question, Reasons, WhyButton};
use crate::charts::view::LineSample;
use crate::sentence::{Paragraph, Spans};

/// What stands in their place before futures are drawn.
const NOT_YET: &str = "This answer comes with the simulated futures, which are being drawn.";

/// Words that there are only once futures are drawn, and whether there are any.
fn once_drawn<T>(
    asking: Asking,
    words: fn(&Outcome, Currency) -> Option<T>,
) -> (Memo<Option<T>>, Memo<bool>)
where
    T: PartialEq + Send + Sync + 'static,
{
    let words = Memo::new(move |_| {
        let currency = asking.currency.get();
        asking.outcome.with(|outcome| words(outcome, currency))
    });
    (words, Memo::new(move |_| words.with(Option::is_some)))
}

/// The four questions as cards.
#[component]
pub fn Cards(
    /// What is needed to answer and to explain.
    asking: Asking,
) -> impl IntoView {
    let words = Memo::new(move |_| {
        let currency = asking.currency.get();
        asking
            .outcome
            .with(|outcome| statement::cards(outcome, currency))
    });
    let there = Memo::new(move |_| words.with(Option::is_some));
    view! {
        <section class="sec fills" aria-labelledby="questions">
            <h2 id="questions">{FOUR_QUESTIONS}</h2>
            <Show when=move || there.get() fallback=|| view! { <p class="sub">{NOT_YET}</p> }>
                <div class="cards">
                    {[0, 1, 2, 3].map(|place| view! { <Card words place asking /> })}
                </div>
            </Show>
        </section>
    }
}

/// One card.
#[component]
fn Card(
    /// The words of all cards.
    words: Memo<Option<[CardWords; 4]>>,
    /// Its place among them.
    place: usize,
    /// What is needed to explain.
    asking: Asking,
) -> impl IntoView {
    let part = move |part: fn(&CardWords) -> Vec<Sentence>| {
        Signal::derive(move || {
            words.with(|words| {
                let card = words.as_ref().and_then(|cards| cards.get(place));
                card.map(part).unwrap_or_default()
            })
        })
    };
    let question_text = Signal::derive(move || {
        words.with(|words| {
            let card = words.as_ref().and_then(|cards| cards.get(place));
            card.map(|card| card.question.to_owned())
                .unwrap_or_default()
        })
    });
    let question: Question = RwSignal::new(None);
    let id = format!("card-{place}");
    let reasons = format!("{id}-why");
    let all = part(|card| {
        let mut all = vec![card.figure.clone(), card.range.clone()];
        all.extend(card.text.iter().cloned());
        all
    });
    view! {
        <section class="card" aria-labelledby=id.clone()>
            <h3 id=id.clone()>{question_text}</h3>
            <p class="figure"><Paragraph sentences=part(|card| vec![card.figure.clone()]) /></p>
            <p class="range"><Paragraph sentences=part(|card| vec![card.range.clone()]) /></p>
            <p class="text"><Numbers sentences=part(|card| card.text.clone()) question reasons=reasons.clone() /></p>
            <WhyButton what=question_text question reasons=reasons.clone() />
        </section>
        <Reasons what=question_text sentences=all question id=reasons asking />
    }
}

/// The penalty for being right, and the four reactions side by side.
#[component]
pub fn Reactions(
    /// What is needed to answer and to explain.
    asking: Asking,
) -> impl IntoView {
    let (words, there) = once_drawn(asking, statement::reaction_words);
    let of = move |part: fn(&ReactionWords) -> Vec<Sentence>| {
        Signal::derive(move || words.with(|words| words.as_ref().map(part).unwrap_or_default()))
    };
    let question: Question = RwSignal::new(None);
    let what = Signal::stored("the price of being right".to_owned());
    let all = of(|words| {
        let cells = words.rows.iter().flat_map(|row| row.cells.iter().cloned());
        words.penalty.iter().cloned().chain(cells).collect()
    });
    let heads = move || {
        words.get().map(|words| {
            let mut heads = words.columns.into_iter().enumerate();
            heads
                .by_ref()
                .map(|(place, head)| {
                    let class = if place < 2 { "" } else { "num" };
                    view! { <th scope="col" role="columnheader" class=class><Spans sentence=Signal::stored(head) /></th> }
                })
                .collect_view()
        })
    };
    let rows = move || {
        words.get().map(|words| {
            let [_, when, heads @ ..] = words.columns.map(|head| head.plain());
            let rows = words.rows.into_iter().map(|row| {
                let cells = row.cells.into_iter().zip(heads.clone()).map(|(cell, head)| {
                    view! {
                        <td role="cell" class="num" data-head=head>
                            <span><Spans sentence=Signal::stored(cell) /></span>
                        </td>
                    }
                });
                let cells = cells.collect_view();
                view! {
                    <tr role="row">
                        <th scope="row" role="rowheader">
                            <LineSample choice=row.plan /><Spans sentence=Signal::stored(row.name) />
                        </th>
                        <td role="cell" data-head=when.clone()><span><Spans sentence=Signal::stored(row.when) /></span></td>
                        {cells}
                    </tr>
                }
            });
            rows.collect_view()
        })
    };
    view! {
        <section class="sec fills" aria-labelledby="being-right">
            <h2 id="being-right">"The price of being right"</h2>
            <Show when=move || there.get() fallback=|| view! { <p class="sub">{NOT_YET}</p> }>
                <p class="penalty"><Numbers sentences=of(|words| words.penalty.clone()) question reasons="being-right-why" /></p>
                <p class="sub"><Paragraph sentences=of(|words| words.caption.clone()) /></p>
                <ScrollBox label="Four reactions to a simple version that is full">
                    // A narrow page shows each reaction as a block; the roles keep it a table to the ear.
                    <table class="reactions" role="table">
                        <thead role="rowgroup"><tr role="row">{heads}</tr></thead>
                        <tbody role="rowgroup">{rows}</tbody>
                    </table>
                </ScrollBox>
                <WhyButton what question reasons="being-right-why" />
                <Reasons what sentences=all question id="being-right-why" asking />
            </Show>
        </section>
    }
}

/// What is not counted, with the reasons.
#[component]
pub fn NotCounted(
    /// What is needed to answer.
    asking: Asking,
) -> impl IntoView {
    let kind = Memo::new(move |_| asking.outcome.with(|outcome| outcome.scenario.kind()));
    let items = move || {
        let items = statement::not_counted(kind.get()).into_iter();
        items
            .map(|item| view! { <li><b>{item.what}</b>": "{item.why}"."</li> })
            .collect_view()
    };
    view! {
        <section class="sec" aria-labelledby="not-counted">
            <h2 id="not-counted">"What is not counted"</h2>
            <ul class="checks">{items}</ul>
        </section>
    }
}
