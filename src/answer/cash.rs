//! The cash that each plan needs, and whether there is enough.

use headroom_model::statement::{self, Form as NameForm};
use headroom_model::text::write::Currency;
use leptos::prelude::*;

use super::Answer;
use super::tables::ScrollBox;
use super::why::{Asking, WhyOf};
use crate::charts::view::LineSample;
use crate::sentence::{Paragraph, Spans};

/// Cash by plan, the chance that it runs out, and what that does to the answer.
#[component]
pub fn CashTable(
    /// The answer.
    answer: Memo<Answer>,
    /// The currency.
    currency: Memo<Currency>,
    /// What is needed to explain.
    asking: Asking,
) -> impl IntoView {
    let words = Memo::new(move |_| {
        answer.with(|answer| statement::cash_words(&answer.outcome, currency.get()))
    });
    let caption = Signal::derive(move || words.with(|words| words.caption.clone()));
    let effect = Signal::derive(move || words.with(|words| words.effect.clone()));
    let figures = Signal::derive(move || {
        words.with(|words| {
            let cells = words.rows.iter().flat_map(|row| {
                let spans = row.one_in_ten.iter().chain(&row.short);
                let spans = spans.cloned().map(statement::Sentence::from);
                std::iter::once(row.needed.clone()).chain(spans)
            });
            cells.collect::<Vec<_>>()
        })
    });
    let has = |which: fn(&statement::CashRow) -> bool| {
        move || words.with(|words| words.rows.iter().any(which))
    };
    let has_one_in_ten = has(|row| row.one_in_ten.is_some());
    let has_short = has(|row| row.short.is_some());
    let heads = move || {
        let [plan, needed, one_in_ten, short] = words.with(|words| words.columns);
        view! {
            <tr>
                <th scope="col">{plan}</th>
                <th scope="col" class="num">{needed}</th>
                {has_one_in_ten().then(|| view! { <th scope="col" class="num">{one_in_ten}</th> })}
                {has_short().then(|| view! { <th scope="col" class="num">{short}</th> })}
            </tr>
        }
    };
    let rows = move || {
        answer.with(|answer| {
            let outcome = &answer.outcome;
            let kind = outcome.scenario.kind();
            let rows = words.get().rows.into_iter().map(|row| {
                let option = row.option;
                let cell = |span: statement::Span| view! { <td class="num">{span.text}</td> };
                view! {
                    <tr class:best=option == outcome.verdict.recommended>
                        <th scope="row">
                            <LineSample choice=option />
                            {statement::plan_name(option, kind, NameForm::Long)}
                        </th>
                        <td class="num"><Spans sentence=Signal::stored(row.needed) /></td>
                        {row.one_in_ten.map(cell)}
                        {row.short.map(cell)}
                    </tr>
                }
            });
            rows.collect_view()
        })
    };
    view! {
        <section class="sec" aria-labelledby="cash">
            <h2 id="cash">{move || words.with(|words| words.title)}</h2>
            <p class="sub"><Paragraph sentences=caption /></p>
            <ScrollBox label="Cash needed by plan">
                <table class="plans"><thead>{heads}</thead><tbody>{rows}</tbody></table>
            </ScrollBox>
            <p class="decision"><Spans sentence=effect /></p>
            <WhyOf what="the cash that each plan needs" sentences=figures id="cash-why" asking />
        </section>
    }
}
