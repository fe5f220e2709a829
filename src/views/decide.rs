//! Decide: the numbers, and the answer beside them.

use std::sync::Arc;

use headroom_model::field::Kind;
use headroom_model::outcome::Outcome;
use headroom_model::simulation::REFINED;
use headroom_model::statement::{self, Sentence};
use headroom_model::text::write::Currency;
use leptos::prelude::*;

use super::unit_price::UnitPriceSection;
use crate::answer::Answer;
use crate::answer::cards::{Cards, NotCounted, Reactions};
use crate::answer::cash::CashTable;
use crate::answer::finding_out::{Doubts, FindingOut, finding_out_words};
use crate::answer::futures::{FuturesLine, ProgressNote};
use crate::answer::statements::Statements;
use crate::answer::tables::{MoneyTable, MonthTable, RegretTable};
use crate::answer::verdict::{Trio, Verdict, verdict_words};
use crate::answer::why::{Asking, WhyOf};
use crate::browser::{self, Simulated, Where};
use crate::charts::view::{ChangesOfMind, MainFigure, MoneyBridge, Tornado};
use crate::form::{Form, InputPanel};
use crate::sentence::{Paragraph, Spans};

/// The view that opens first.
#[component]
pub fn Decide(
    /// The form.
    form: RwSignal<Form>,
    /// The answer to it.
    answer: Memo<Answer>,
    /// The simulation behind it.
    simulated: Simulated,
    /// Whether the page is being put on paper.
    on_paper: ReadSignal<bool>,
) -> impl IntoView {
    let currency = Memo::new(move |_| form.with(|form| form.currency));
    let words = verdict_words(answer, currency);
    let outcome = Signal::derive(move || answer.with(|answer| Arc::clone(&answer.outcome)));
    let money = Signal::derive(move || currency.get());
    let open = RwSignal::new(false);
    let stale = Memo::new(move |_| answer.with(Answer::is_stale));
    let pending = Memo::new(move |_| answer.with(|answer| answer.pending));
    let below = settled(answer, simulated, on_paper);
    let below_outcome = Signal::derive(move || below.with(|below| Arc::clone(&below.outcome)));
    let asking = Asking {
        outcome: below_outcome,
        currency,
        form,
    };
    let now = Asking { outcome, ..asking };
    let found = finding_out_words(form, below, currency);
    let refreshing = Memo::new(move |_| below.with(|below| below.pending));
    let changing = last_with_change(below);
    let earlier = Memo::new(move |_| {
        changing.with(|changing| below.with(|now| changing.scenario != now.outcome.scenario))
    });
    let changing_asking = Asking {
        outcome: changing,
        ..asking
    };
    let footnote = Signal::derive(move || words.with(|words| words.footnote.clone()));
    let chart = Signal::derive(move || {
        let mut figures = statement::chart_figures(&outcome.get(), currency.get());
        figures.extend(footnote.get());
        figures
    });
    let parts = Signal::derive(move || {
        let outcome = below_outcome.get();
        let mut parts = statement::bridge_figures(&outcome, false, currency.get());
        if outcome.bridge_other.is_some() {
            parts.extend(statement::bridge_figures(&outcome, true, currency.get()));
        }
        parts
    });
    let bridge_words = Signal::derive(move || {
        let outcome = below_outcome.get();
        let said = |other| statement::bridge_caption(&outcome, other, currency.get());
        let both = [false, true].map(said).into_iter().flatten().flatten();
        both.collect::<Vec<_>>()
    });
    let lead_alone = Signal::derive(move || {
        let lead = statement::bridge_figures(&changing.get(), false, currency.get());
        lead.into_iter().take(1).collect::<Vec<_>>()
    });
    let switches = Signal::derive(move || {
        let words = statement::changes_of_mind(&changing.get(), currency.get());
        let changes = words.rows.into_iter().flat_map(|row| row.changes);
        changes.map(|change| change.condition).collect::<Vec<_>>()
    });
    let short = Signal::derive(move || words.with(|words| words.short.clone()));
    // Nobody is told an answer from the first few futures.
    let settled_words = Memo::new(move |before: Option<&String>| match before {
        Some(before) if refreshing.get() => before.clone(),
        _ => short.with(Sentence::plain),
    });
    let announced = browser::after_a_pause(settled_words.into());
    let bar = Signal::derive(move || words.with(|words| words.bar.to_vec()));
    let lost_to = move || match below.with(|below| below.outcome.scenario.kind()) {
        Kind::Service => "slow pages",
        Kind::Hardware => "cancelled orders",
    };
    view! {
        <div class="decide" class:is-stale=stale class:is-refreshing=pending>
            <InputPanel form answer open />
            <div
                class="answer"
                id="answer"
                tabindex="-1"
                aria-busy=move || pending.get().to_string()
                data-futures=move || answer.with(Answer::draws)
                data-complete=move || answer.with(Answer::is_complete).to_string()
            >
                <p class="unseen" role="status" id="announced">{announced}</p>
                <StaleNote answer form />
                <ProgressNote simulated />
                <Verdict words pending finding_out=found asking=now />
                <Trio words answer asking=now />
                <MainFigure outcome=outcome currency=money />
                <p class="note"><Paragraph sentences=footnote /></p>
                <WhyOf what="the chart" sentences=chart id="chart-why" asking=now />
                <FuturesLine form answer currency />
                <SheetBar bar open stale />
            </div>
        </div>
        <div class="more" class:is-stale=stale class:is-refreshing=refreshing>
            <Slim short stale />
            <div class="more-body">
                <Cards asking />
                <Reactions asking />
                <Statements answer=below asking />
                <section class="sec" aria-labelledby="mind">
                    <h2 id="mind">"What would change your mind"</h2>
                    <div class="two uneven">
                        <div class:earlier=earlier>
                            <EarlierNote earlier />
                            <ChangesOfMind outcome=changing currency=money />
                            <WhyOf what="what would change your mind" sentences=switches id="mind-why" asking=changing_asking />
                        </div>
                        <FindingOut form words=found currency asking />
                    </div>
                </section>
                <section class="sec" aria-labelledby="why">
                    <h2 id="why">"Why the answer is what it is"</h2>
                    <div class="two">
                        <div>
                            <MoneyBridge outcome=below_outcome currency=money />
                            <OtherBridge outcome=below_outcome currency=money />
                            <p class="note" id="bridge-words"><Paragraph sentences=bridge_words /></p>
                            <WhyOf what="the parts of the lead" sentences=parts id="bridge-why" asking />
                        </div>
                        <div class:earlier=earlier>
                            <EarlierNote earlier />
                            <Tornado outcome=changing currency=money />
                            <WhyOf what="the lead that each number moves" sentences=lead_alone id="tornado-why" asking=changing_asking />
                        </div>
                    </div>
                    <AlarmNote outcome=below_outcome currency />
                </section>
                <UnitPriceSection asking />
                <RegretTable answer=below currency asking />
                <CashTable answer=below currency asking />
                <section class="sec">
                    <h2>"Where the money goes"</h2>
                    <p class="sub">
                        "Today's money. The team costs the same in every plan that builds something; what a plan loses to "
                        {lost_to}
                        " or a feature stop is missing from its revenue. Each amount is rounded to three figures; a column may differ from its sum by the last one."
                    </p>
                    <MoneyTable answer=below currency wanted=true asking />
                    <MoneyTable answer=below currency wanted=false asking />
                </section>
                <Doubts answer=below simulated currency asking />
                <NotCounted asking />
                <section class="sec month-by-month">
                    <h2>"Month by month"</h2>
                    <p class="sub">"With your numbers, if people want it; money as it comes and goes, not discounted."</p>
                    <MonthTable answer=below currency asking />
                </section>
            </div>
        </div>
    }
}

/// What keeps the answer from following the numbers.
#[component]
fn StaleNote(
    /// The answer.
    answer: Memo<Answer>,
    /// The form, for the names of the fields.
    form: RwSignal<Form>,
) -> impl IntoView {
    let fields = Memo::new(move |_| {
        answer.with(|answer| {
            let kind = form.with(Form::kind);
            let label = |(key, _): &(headroom_model::field::Key, String)| {
                format!("“{}”", key.field().words(kind).label)
            };
            let labels: Vec<String> = answer.problems.iter().map(label).collect();
            match labels.split_last() {
                Some((last, rest)) if !rest.is_empty() => format!("{} and {last}", rest.join(", ")),
                _ => labels.concat(),
            }
        })
    });
    view! {
        <div role="status">
            <Show when=move || answer.with(Answer::is_stale)>
                <p class="stale-note">
                    {move || if answer.with(|answer| answer.stands_in) {
                        "This answer has the example's number in the place of the one that cannot be used. It follows as soon as "
                    } else {
                        "This is the answer to your earlier numbers. It follows again as soon as "
                    }}
                    {fields}
                    " can be used."
                </p>
            </Show>
        </div>
    }
}

/// The bar of small screens: the verdict in short, and the way to the numbers.
#[component]
fn SheetBar(
    /// The verdict in two short lines.
    bar: Signal<Vec<Sentence>>,
    /// Whether the sheet with the numbers is open.
    open: RwSignal<bool>,
    /// Whether the verdict belongs to earlier numbers.
    stale: Memo<bool>,
) -> impl IntoView {
    view! {
        <div class="sheetbar">
            <span>
                <Show when=move || stale.get()>"Earlier numbers: "</Show>
                <Show when=move || bar.with(|bar| !bar.is_empty())>
                    <b><Spans sentence=Signal::derive(move || bar.with(|bar| bar.first().cloned().unwrap_or_default())) /></b>
                    <br />
                    <Spans sentence=Signal::derive(move || bar.with(|bar| bar.last().cloned().unwrap_or_default())) />
                </Show>
            </span>
            <button
                type="button"
                id="change-numbers"
                class="btn btn-solid"
                aria-expanded=move || open.get().to_string()
                aria-controls="numbers"
                on:click=move |_| {
                    open.update(|open| *open = !*open);
                    if open.get_untracked() {
                        browser::focus_soon("start-from");
                    }
                }
            >
                {move || if open.get() { "Done" } else { "Change the numbers" }}
            </button>
        </div>
    }
}

/// The slim bar below the first screen of wide pages.
#[component]
fn Slim(
    /// The verdict in short.
    short: Signal<Sentence>,
    /// Whether the verdict belongs to earlier numbers.
    stale: Memo<bool>,
) -> impl IntoView {
    view! {
        <div class="slim">
            <span>
                <Show when=move || stale.get()>"Earlier numbers: "</Show>
                <Spans sentence=short />
            </span>
            <button type="button" class="link" on:click=|_| browser::focus("start-from")>"Change the numbers"</button>
        </div>
    }
}

/// The answer for everything below the first screen: it follows once all futures are drawn, so that
/// a moving slider only redraws what one looks at. Without futures it follows at once, and so it
/// does where no more come, and on paper.
fn settled(answer: Memo<Answer>, simulated: Simulated, on_paper: ReadSignal<bool>) -> Memo<Answer> {
    Memo::new(move |before: Option<&Answer>| {
        let now = answer.get();
        let more_comes = simulated.place.get() != Where::Nowhere && !on_paper.get();
        let is_first_look = more_comes
            && now.outcome.futures.is_some()
            && (now.pending || now.draws() < 8 * REFINED);
        match before.filter(|before| before.outcome.is_of_kind(&now.outcome)) {
            Some(before) if is_first_look => Answer {
                outcome: Arc::clone(&before.outcome),
                problems: now.problems,
                pending: true,
                ..now
            },
            _ => now,
        }
    })
}

/// The last result that knows what would change it: tornado and switch points take longer than the
/// answer, and the earlier ones are better to look at than none while the next are computed.
fn last_with_change(answer: Memo<Answer>) -> Signal<Arc<Outcome>> {
    let last = Memo::new(move |before: Option<&Arc<Outcome>>| {
        let now = answer.with(|answer| Arc::clone(&answer.outcome));
        match before.filter(|before| before.is_of_kind(&now)) {
            Some(before) if now.change.is_none() && before.change.is_some() => Arc::clone(before),
            _ => now,
        }
    });
    last.into()
}

/// Says that what follows belongs to earlier numbers; paper leaves it out.
#[component]
fn EarlierNote(
    /// Whether it does.
    earlier: Memo<bool>,
) -> impl IntoView {
    view! {
        <Show when=move || earlier.get()>
            <p class="stale-note">"For your earlier numbers: this takes a few seconds longer than the rest."</p>
        </Show>
    }
}

/// The bridge over the best other product, where the next best plan builds the same one.
#[component]
fn OtherBridge(
    /// The result.
    outcome: Signal<Arc<Outcome>>,
    /// The currency.
    currency: Signal<Currency>,
) -> impl IntoView {
    let has_other = Memo::new(move |_| outcome.with(|outcome| outcome.bridge_other.is_some()));
    view! {
        <Show when=move || has_other.get()>
            <MoneyBridge outcome currency other_product=Signal::stored(true) id="money-bridge-other" />
        </Show>
    }
}

/// At which alarm the watched simple version is compared, and what the rule of thumb would do.
#[component]
fn AlarmNote(
    /// The result.
    outcome: Signal<Arc<Outcome>>,
    /// The currency.
    currency: Memo<Currency>,
) -> impl IntoView {
    let words = Signal::derive(move || {
        outcome.with(|outcome| statement::alarm(outcome, currency.get()).unwrap_or_default())
    });
    view! { <p class="note" id="alarm"><Spans sentence=words /></p> }
}
