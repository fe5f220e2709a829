//! The verdict: one sentence, what it costs and brings, three figures.

use headroom_model::statement::{self, FindingOutWords, VerdictWords};
use headroom_model::text::write::Currency;
use leptos::prelude::*;

use super::Answer;
use super::why::{Asking, Question, Reasons, WhyButton};
use crate::charts::view::{ChanceBar, ConfidenceDots};
use crate::sentence::{Paragraph, Spans};

/// The words of the verdict, kept up to date.
pub(crate) fn verdict_words(answer: Memo<Answer>, currency: Memo<Currency>) -> Memo<VerdictWords> {
    Memo::new(move |_| answer.with(|answer| statement::verdict(&answer.outcome, currency.get())))
}

/// Headline and lead.
#[component]
pub fn Verdict(
    /// The words.
    words: Memo<VerdictWords>,
    /// Whether a newer answer is on its way.
    pending: Memo<bool>,
    /// What it is worth to find out first: the last step of the rule.
    finding_out: Memo<FindingOutWords>,
    /// What is needed to explain.
    asking: Asking,
) -> impl IntoView {
    let question: Question = RwSignal::new(None);
    let what = Signal::stored("the answer".to_owned());
    let first = Memo::new(move |_| {
        finding_out.with(|words| words.decision.clone().filter(|_| words.find_out_first))
    });
    let headline = Signal::derive(move || words.with(|words| words.headline.clone()));
    let lead = Signal::derive(move || words.with(|words| words.lead.clone()));
    view! {
        <section class="verdict" aria-labelledby="verdict">
            <p class="kick">
                {move || words.with(|words| words.kicker.plain())}
                {move || pending.get().then_some(" · being refreshed")}
            </p>
            <h1 id="verdict"><Spans sentence=headline /></h1>
            {move || first.get().map(|first| view! {
                <p class="lead" id="first"><Spans sentence=Signal::stored(first) /></p>
            })}
            <p class="lead"><Paragraph sentences=lead />" "<WhyButton what question reasons="verdict-why" /></p>
            <Reasons what sentences=lead question id="verdict-why" asking />
        </section>
    }
}

/// Three figures: the lead, the break-even, the loss.
#[component]
pub fn Trio(
    /// The words.
    words: Memo<VerdictWords>,
    /// The answer, for the bar of the break-even.
    answer: Memo<Answer>,
    /// What is needed to explain.
    asking: Asking,
) -> impl IntoView {
    let outcome = Signal::derive(move || answer.with(|answer| answer.outcome.clone()));
    let questions: [Question; 3] = [0, 1, 2].map(|_| RwSignal::new(None));
    let ids = ["fact-1-why", "fact-2-why", "fact-3-why"];
    let whats = [0, 1, 2].map(|place| {
        Signal::derive(move || words.with(|words| words.trio[place].title.to_lowercase()))
    });
    let reasons = [0, 1, 2].map(|place| {
        let said = Signal::derive(move || {
            words.with(|words| {
                let fact = &words.trio[place];
                vec![fact.figure.clone(), fact.text.clone()]
            })
        });
        view! { <Reasons what=whats[place] sentences=said question=questions[place] id=ids[place] asking /> }
    });
    let facts = [0, 1, 2].map(|place| {
        let title = move || words.with(|words| words.trio[place].title);
        let figure = Signal::derive(move || words.with(|words| words.trio[place].figure.clone()));
        let text = Signal::derive(move || words.with(|words| words.trio[place].text.clone()));
        view! {
            <div>
                <dt><span>{title}</span>" "<WhyButton what=whats[place] question=questions[place] reasons=ids[place] /></dt>
                <dd class="big">
                    <span><Spans sentence=figure /></span>
                    {(place == 1).then(|| view! { <ChanceBar outcome /> })}
                    {(place == 2).then(|| view! { <Dots words /> })}
                </dd>
                <dd class="txt"><Spans sentence=text /></dd>
            </div>
        }
    });
    view! { <dl class="trio">{facts}</dl>{reasons} }
}

/// The confidence as ten dots; nothing before there is one.
#[component]
fn Dots(
    /// The words.
    words: Memo<VerdictWords>,
) -> impl IntoView {
    let dots = Memo::new(move |_| words.with(|words| words.dots));
    let filled = Signal::derive(move || dots.get().map_or(0, |dots| dots.filled));
    let hue = Signal::derive(move || dots.get().and_then(|dots| dots.hue));
    view! { <Show when=move || dots.get().is_some()><ConfidenceDots filled hue /></Show> }
}
