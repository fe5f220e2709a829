//! The answer as tables: where the money goes, regret, month by month.

use headroom_model::projection::{Component, Parts};
use headroom_model::statement::{self, Form as NameForm, MoneyView, Sentence};
use headroom_model::strategy::{Choice, Strategy};
use headroom_model::table::{self, Measure};
use headroom_model::text::write::{self, Currency, Precision, Sign};
use leptos::prelude::*;

use super::Answer;
use super::why::{Asking, WhyOf};
use crate::browser;
use crate::charts::view::LineSample;
use crate::sentence::{Paragraph, Spans};

fn money(value: f64, currency: Currency) -> String {
    write::money(value, currency, Precision::Table, Sign::Minus)
}

/// A table that scrolls inside its own labelled box.
#[component]
pub fn ScrollBox(
    /// What is in it.
    label: &'static str,
    /// The table.
    children: Children,
) -> impl IntoView {
    view! { <div class="scroll" tabindex="0" role="region" aria-label=label>{children()}</div> }
}

/// Where the money goes: today's money by component and plan.
#[component]
pub fn MoneyTable(
    /// The answer.
    answer: Memo<Answer>,
    /// The currency.
    currency: Memo<Currency>,
    /// Whether people want it.
    wanted: bool,
    /// What is needed to explain.
    asking: Asking,
) -> impl IntoView {
    let figures = Signal::derive(move || {
        let outcome = asking.outcome.get();
        statement::money_figures(&outcome, wanted, asking.currency.get())
    });
    let reasons = if wanted { "wanted-why" } else { "unwanted-why" };
    let label = if wanted {
        "Where the money goes if people want it"
    } else {
        "Where the money goes if nobody wants it"
    };
    let head_id = if wanted { "wanted" } else { "unwanted" };
    let title = Signal::derive(move || {
        let view = if wanted {
            MoneyView::Wanted
        } else {
            MoneyView::Unwanted
        };
        answer.with(|answer| match (&answer.outcome.futures, wanted) {
            (None, true) => "If people want it, with your numbers".into(),
            _ => statement::money_caption(&answer.outcome, view, currency.get()),
        })
    });
    let table = move || {
        let currency = currency.get();
        answer.with(|answer| {
            let outcome = &answer.outcome;
            let kind = outcome.scenario.kind();
            let parts: Vec<&Parts> = outcome
                .plans
                .iter()
                .zip(0..)
                .map(|(plan, place)| match (&outcome.futures, wanted) {
                    (Some(futures), true) => &futures.fixed.money[place].wanted,
                    (Some(futures), false) => &futures.fixed.money[place].unwanted,
                    (None, true) => &plan.path.present,
                    (None, false) => &plan.bad,
                })
                .collect();
            let shown =
                |component: &Component| parts.iter().any(|parts| parts.signed(*component) != 0.0);
            let cells = |amount: &dyn Fn(&Parts) -> f64| {
                let texts = parts.iter().map(|parts| money(amount(parts), currency));
                texts
                    .map(|text| view! { <td class="num">{text}</td> })
                    .collect_view()
            };
            let rows = Component::ALL
                .into_iter()
                .filter(shown)
                .map(|component| {
                    let cells = cells(&|parts| parts.signed(component));
                    let name = statement::component_name(component, &outcome.scenario);
                    view! { <tr><th scope="row">{name}</th>{cells}</tr> }
                })
                .collect_view();
            let totals = cells(&Parts::value);
            let heads = outcome
                .plans
                .iter()
                .map(|plan| {
                    let choice = Choice::Build(plan.strategy);
                    let name = statement::plan_name(choice, kind, NameForm::Label);
                    view! { <th scope="col" class="num"><LineSample choice />{name}</th> }
                })
                .collect_view();
            view! {
                <thead><tr><th scope="col">"Today's money"</th>{heads}</tr></thead>
                <tbody>
                    {rows}
                    <tr class="sum"><th scope="row">"Value"</th>{totals}</tr>
                </tbody>
            }
        })
    };
    view! {
        // The heading stands before the box, so that it stays when the table is moved sideways.
        <h3 class="table-head" id=head_id><Spans sentence=title /></h3>
        <ScrollBox label=label>
            <table class="money" aria-labelledby=head_id>{table}</table>
        </ScrollBox>
        <WhyOf what=label sentences=figures id=reasons asking />
    }
}

/// If you turn out to be wrong: regret by plan.
#[component]
pub fn RegretTable(
    /// The answer.
    answer: Memo<Answer>,
    /// The currency.
    currency: Memo<Currency>,
    /// What is needed to explain.
    asking: Asking,
) -> impl IntoView {
    let words = Memo::new(move |_| {
        answer.with(|answer| statement::regret_words(&answer.outcome, currency.get()))
    });
    let caption = Signal::derive(move || words.with(|words| words.caption.clone()));
    let figures = Signal::derive(move || {
        words.with(|words| {
            let cells = words.rows.iter().flat_map(|(_, cells)| cells.clone());
            cells.map(Sentence::from).collect::<Vec<_>>()
        })
    });
    let heads = move || {
        words.with(|words| {
            let numbers = words.columns.into_iter().skip(1);
            numbers
                .map(|head| view! { <th scope="col" class="num">{head}</th> })
                .collect_view()
        })
    };
    let rows = move || {
        answer.with(|answer| {
            let outcome = &answer.outcome;
            let kind = outcome.scenario.kind();
            let rows = words.get().rows.into_iter().map(|(option, cells)| {
                let name = statement::plan_name(option, kind, NameForm::Long);
                let cells = cells.map(|cell| view! { <td class="num">{cell.text}</td> });
                view! {
                    <tr class:best=option == outcome.verdict.recommended>
                        <th scope="row"><LineSample choice=option />{name}</th>
                        {cells}
                    </tr>
                }
            });
            rows.collect_view()
        })
    };
    view! {
        <section class="sec">
            <h2>{move || words.with(|words| words.title)}</h2>
            <p class="sub"><Paragraph sentences=caption /></p>
            <ScrollBox label="What you would wish you had back">
                <table class="plans">
                    <thead>
                        <tr>
                            <th scope="col">"Plan"</th>
                            {heads}
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </ScrollBox>
            <WhyOf what="what each plan gives up" sentences=figures id="regret-why" asking />
        </section>
    }
}

/// Month by month, one plan at a time, with all plans as a file.
#[component]
pub fn MonthTable(
    /// The answer.
    answer: Memo<Answer>,
    /// The currency.
    currency: Memo<Currency>,
    /// What is needed to explain.
    asking: Asking,
) -> impl IntoView {
    let figures = Signal::derive(move || {
        let outcome = asking.outcome.get();
        statement::month_figures(&outcome, asking.currency.get())
    });
    let chosen = RwSignal::new(None::<Strategy>);
    let refused = RwSignal::new(false);
    let open = RwSignal::new(false);
    let strategy = Memo::new(move |_| {
        let recommended = answer.with(|answer| answer.outcome.verdict.recommended.strategy());
        chosen.get().or(recommended).unwrap_or(Strategy::Msp)
    });
    let options = Strategy::ALL.map(|option| {
        let is_chosen = move || strategy.get() == option;
        let name = move || {
            let kind = answer.with(|answer| answer.outcome.scenario.kind());
            statement::plan_name(Choice::Build(option), kind, NameForm::Long)
        };
        view! { <option value=option.key() prop:selected=is_chosen>{name}</option> }
    });
    let download = move |_| {
        let (text, name) = answer.with_untracked(|answer| {
            let name = format!("headroom-months-{}.csv", browser::today());
            (table::months_csv(&answer.outcome), name)
        });
        refused.set(browser::offer_file(&name, "text/csv;charset=utf-8", &text).is_err());
    };
    let stale = move || answer.with(|answer| !answer.is_current());
    view! {
        <div class="acts">
            <label>
                "Plan "
                <select id="months-plan" autocomplete="off" on:change:target=move |event| {
                    let key = event.target().value();
                    chosen.set(Strategy::ALL.into_iter().find(|strategy| strategy.key() == key));
                }>{options}</select>
            </label>
            <button type="button" class="btn" disabled=stale on:click=download>"Download all plans (CSV)"</button>
            <Show when=stale><span class="muted">"Not while a number above needs your attention or the figures are being refreshed."</span></Show>
            <Show when=move || refused.get()>
                <span role="alert">"This browser does not allow the download. Copy the table instead."</span>
            </Show>
        </div>
        <details class="months-box" on:toggle:target=move |event| open.set(event.target().open())>
            <summary>"Show the months"</summary>
            <Show when=move || open.get()>
                <ScrollBox label="Month by month">
                    <table class="months">
                        {move || months(&answer.get(), strategy.get(), currency.get())}
                    </table>
                </ScrollBox>
            </Show>
        </details>
        <WhyOf what="the cash in the last month" sentences=figures id="months-why" asking />
    }
}

fn months(answer: &Answer, strategy: Strategy, currency: Currency) -> impl IntoView + use<> {
    let outcome = &answer.outcome;
    let kind = outcome.scenario.kind();
    let path = &outcome.plan(strategy).path;
    let heads = table::columns(kind)
        .map(|column| view! { <th scope="col" class="num">{column.heading(kind)}</th> })
        .collect_view();
    let rows = path
        .months
        .iter()
        .zip(&path.cash)
        .enumerate()
        .map(|(number, (month, cash))| {
            let cells = table::columns(kind)
                .map(|column| {
                    let value = (column.value)(month, *cash);
                    view! { <td class="num">{measured(value, column.measure, kind, currency)}</td> }
                })
                .collect_view();
            view! { <tr><th scope="row">{number + 1}</th>{cells}</tr> }
        })
        .collect_view();
    view! {
        <thead><tr><th scope="col">"Month"</th>{heads}</tr></thead>
        <tbody>{rows}</tbody>
    }
}

fn measured(
    value: f64,
    measure: Measure,
    kind: headroom_model::field::Kind,
    currency: Currency,
) -> String {
    match measure {
        Measure::Count | Measure::Level => write::count(value, Precision::Exact),
        Measure::Share => write::percent(value, Precision::Table, Sign::Minus),
        Measure::Wait if kind == headroom_model::field::Kind::Service => write::seconds(value),
        Measure::Wait => format!("{} months", write::plain(value, Precision::Sentence)),
        Measure::Money => write::money(value.round(), currency, Precision::Exact, Sign::Minus),
        Measure::MoneyPerUnit => write::money(value, currency, Precision::Table, Sign::Minus),
    }
}
