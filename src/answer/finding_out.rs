//! What it is worth to find out first, and what to be careful about.

use headroom_model::statement::{self, FindingOutWords, MarketTest, Sentence};
use headroom_model::text::write::Currency;
use leptos::prelude::*;

use super::Answer;
use super::tables::ScrollBox;
use super::why::{Asking, WhyOf};
use crate::browser::Simulated;
use crate::form::{Form, Part};
use crate::sentence::{Paragraph, Spans};

/// The market test that is typed; while a number of it cannot be used, the last one stays.
pub(super) fn market_test(form: RwSignal<Form>) -> Memo<MarketTest> {
    Memo::new(move |before: Option<&MarketTest>| {
        let typed = form.with(|form| form.test.test());
        typed.or(before.copied()).unwrap_or_default()
    })
}

/// What it is worth to find out first, with the market test that is typed.
pub(crate) fn finding_out_words(
    form: RwSignal<Form>,
    answer: Memo<Answer>,
    currency: Memo<Currency>,
) -> Memo<FindingOutWords> {
    let test = market_test(form);
    Memo::new(move |_| {
        answer.with(|answer| statement::finding_out(&answer.outcome, currency.get(), test.get()))
    })
}

/// Worth finding out first? A market test as good as typed, and everything else one could learn.
#[component]
pub fn FindingOut(
    /// The form, which holds the test.
    form: RwSignal<Form>,
    /// The words.
    words: Memo<FindingOutWords>,
    /// The currency.
    currency: Memo<Currency>,
    /// What is needed to explain.
    asking: Asking,
) -> impl IntoView {
    let figures = Signal::derive(move || {
        words.with(|words| {
            let worth = words.rows.iter().map(|row| row.worth.clone().into());
            worth.collect::<Vec<Sentence>>()
        })
    });
    let heads = move || {
        let [worth, what] = words.with(|words| words.columns);
        view! { <tr><th scope="col" class="num">{worth}</th><th scope="col">{what}</th></tr> }
    };
    let rows = move || {
        words.with(|words| {
            let rows = words.rows.iter().map(|row| {
                let [what, advice] = [row.what.clone(), row.advice.clone()].map(Signal::stored);
                // The heading says "worth up to", the caption "do not pay more".
                let advice = (!row.useful).then(|| {
                    view! { <span class="advice">": "<Spans sentence=advice /></span> }
                });
                view! {
                    <tr class:best=row.useful>
                        <td class="num">{row.worth.text.clone()}</td>
                        <td><Spans sentence=what />{advice}</td>
                    </tr>
                }
            });
            rows.collect_view()
        })
    };
    let caption = Signal::derive(move || words.with(|words| words.caption.clone()));
    let decision =
        Signal::derive(move || words.with(|words| words.decision.clone().unwrap_or_default()));
    view! {
        <section class="part" aria-labelledby="finding-out">
            <h3 id="finding-out">{move || words.with(|words| words.title)}</h3>
            <ScrollBox label="What it is worth to find out">
                <table class="worth"><thead>{heads}</thead><tbody>{rows}</tbody></table>
            </ScrollBox>
            <p class="note"><Paragraph sentences=caption /></p>
            <WhyOf what="what finding out is worth" sentences=figures id="finding-out-why" asking />
            <fieldset class="quality" disabled=crate::views::locked()>
                <legend>"A market test that you could make first"</legend>
                {Part::ALL.map(|part| view! { <TestField part form currency /> })}
            </fieldset>
            <p class="decision" role="status"><Spans sentence=decision /></p>
        </section>
    }
}

/// One number of the market test.
#[component]
fn TestField(
    /// Which one.
    part: Part,
    /// The form.
    form: RwSignal<Form>,
    /// The currency.
    currency: Memo<Currency>,
) -> impl IntoView {
    let text = Memo::new(move |_| form.with(|form| form.test.text(part).to_owned()));
    let wrong = Memo::new(move |_| form.with(|form| form.test.value(part).err()));
    let said = format!("{}-said", part.id());
    let is_price = part == Part::Price;
    view! {
        <div>
            <label for=part.id()>{part.label()}</label>
            <span class="field" class:bad=move || wrong.with(Option::is_some)>
                <span class="u">{move || if is_price { currency.get().symbol().trim() } else { "" }}</span>
                <input
                    id=part.id()
                    type="text"
                    inputmode="decimal"
                    autocomplete="off"
                    maxlength="60"
                    placeholder=if is_price { "not asked" } else { "" }
                    aria-describedby=said.clone()
                    aria-invalid=move || wrong.with(|wrong| wrong.is_some().then_some("true"))
                    prop:value=text
                    on:input:target=move |event| {
                        let text = event.target().value();
                        form.update(|form| form.test.set(part, text));
                    }
                />
                <span class="u">{if is_price { "" } else { "%" }}</span>
            </span>
            <div id=said aria-live="polite">
                {move || wrong.get().map(|sentence| view! { <p class="warn">{sentence}</p> })}
            </div>
        </div>
    }
}

/// What makes the answer look surer than it is, and what the inputs imply about each other.
#[component]
pub fn Doubts(
    /// The answer.
    answer: Memo<Answer>,
    /// The simulation, for the answer with half the growth.
    simulated: Simulated,
    /// The currency.
    currency: Memo<Currency>,
    /// What is needed to explain.
    asking: Asking,
) -> impl IntoView {
    let sentences = Memo::new(move |_| {
        let currency = currency.get();
        answer.with(|answer| {
            let outcome = &answer.outcome;
            let half = simulated.half_growth.get();
            let half = half.filter(|half| half.of == outcome.scenario);
            let half = half.as_ref().map(|half| &*half.outcome);
            let doubts = statement::honesty(outcome, currency, half);
            let checks = statement::checks(outcome, currency);
            doubts.into_iter().chain(checks).collect::<Vec<Sentence>>()
        })
    });
    let items = move || {
        let items = sentences.get().into_iter().map(|sentence| {
            view! { <li><Spans sentence=Signal::stored(sentence) /></li> }
        });
        items.collect_view()
    };
    view! {
        <section class="sec">
            <h2>"Do the numbers fit together?"</h2>
            <ul class="checks">{items}</ul>
            <WhyOf what="whether the numbers fit together" sentences=Signal::from(sentences) id="checks-why" asking />
        </section>
    }
}
