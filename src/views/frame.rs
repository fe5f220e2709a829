//! What stands around every view: head, settings, foot.

use headroom_model::field::Kind;
use headroom_model::statement;
use headroom_model::text::write::{self, Precision};
use leptos::prelude::*;

use super::decide::Decide;
use super::keeping::{Banners, Locked, Steps};
use super::scenario_list::ScenarioList;
use super::share::{Share, Shared};
use super::sheet::Sheet;
use crate::answer::verdict::verdict_words;
use crate::answer::{Answer, answer_to};
use crate::browser::scenarios::Found;
use crate::browser::{self, Role, Scenarios, Theme, View};
use crate::form::{Form, InputsOnPaper};
use crate::keep::words;

/// The whole page.
#[component]
pub fn App(
    /// What the browser had stored.
    found: Found,
    /// Whether the program had stopped before, so that nothing stored is opened.
    safe_mode: bool,
) -> impl IntoView {
    let scenarios = Scenarios::start(found, safe_mode);
    let form = scenarios.form;
    provide_context(Locked(Signal::derive(move || {
        scenarios.role.get() == Role::Reader
    })));
    let ask = Memo::new(move |_| form.with(Form::ask));
    let simulated = browser::simulated(ask);
    let on_paper = browser::on_paper();
    let answer = answer_to(form, simulated, on_paper);
    let view = browser::current_view();
    view! {
        <a class="skip" href="#answer" on:click=|event| { event.prevent_default(); browser::focus("answer"); }>
            "Skip to the answer"
        </a>
        <header class="bar">
            <a class="mark" href="#/decide">
                <Mark />
                "Headroom"
            </a>
            <nav class="nav" aria-label="Views">
                {View::ALL.map(|view| view! { <a href=view.fragment() aria-current="page">{view.name()}</a> })}
            </nav>
            <div class="tools">
                <Steps scenarios />
                <button type="button" class="btn" on:click=|_| browser::print()>"Print"</button>
                <ShareButton scenarios answer />
            </div>
        </header>
        <Scene scenarios answer />
        <Banners scenarios />
        <Show when=move || view.get().is_none()>
            <p class="notice" role="status">
                "This address names a part of Headroom that this version does not have; here is the calculator."
            </p>
        </Show>
        <main id="main">
            <Decide form answer simulated on_paper />
            <InputsOnPaper form />
        </main>
        <footer class="foot-page">
            <span>{move || in_short(form.with(Form::kind))}</span>
            <span class="end">{format!("Headroom {}", browser::build_id())}</span>
            <Colours />
        </footer>
    }
}

/// What is not counted, in short; the reasons stand in their own section.
fn in_short(kind: Kind) -> String {
    let lower = |text: &str| {
        let mut letters = text.chars();
        let first = letters.next().map(char::to_lowercase);
        first
            .into_iter()
            .flatten()
            .chain(letters)
            .collect::<String>()
    };
    let items: Vec<String> = statement::not_counted(kind)
        .iter()
        .map(|item| lower(item.what))
        .collect();
    format!("Not counted: {}.", items.join("; "))
}

/// Opens the dialogue with the link.
#[component]
fn ShareButton(
    /// The scenarios.
    scenarios: Scenarios,
    /// The answer.
    answer: Memo<Answer>,
) -> impl IntoView {
    let sheet = Sheet::new();
    let shared = RwSignal::new(None);
    let currency = Memo::new(move |_| scenarios.form.with(|form| form.currency));
    let words = verdict_words(answer, currency);
    // A verdict on earlier numbers does not go with a link to these.
    let verdict = Memo::new(move |_| {
        let is_current = answer.with(Answer::is_current);
        is_current.then(|| words.with(|words| words.short.plain()))
    });
    let open = move |_| {
        shared.set(Some(Shared::now(scenarios)));
        sheet.open();
    };
    view! {
        <button type="button" class="btn" id="open-share" aria-haspopup="dialog" on:click=open>"Share"</button>
        <Share scenarios shared verdict sheet />
    }
}

/// What the page shows, and in which money.
#[component]
fn Scene(
    /// The scenarios.
    scenarios: Scenarios,
    /// The answer.
    answer: Memo<Answer>,
) -> impl IntoView {
    let sheet = Sheet::new();
    let title = Memo::new(move |_| scenarios.form.with(|form| words::shown(form.title())));
    let open = move |_| {
        scenarios.refresh();
        sheet.open();
    };
    view! {
        <div class="scene">
            <span>
                "Scenario "
                <b><bdi>{move || title.get()}</bdi></b>
                " "
                <button type="button" class="link" id="open-scenarios" aria-haspopup="dialog" on:click=open>"change"</button>
                " "
                <span class="saving" id="saving" data-saved=move || scenarios.on_disk.get()>
                    {move || scenarios.saving.with(|saving| saving.short())}
                </span>
            </span>
            <KindSwitch form=scenarios.form />
            <span class="on-paper">{browser::today}</span>
            <span class="end">{move || origin(&answer.get())}</span>
        </div>
        <ScenarioList scenarios sheet />
    }
}

/// The kind of product, and the way to the other one: what was typed for either is kept.
#[component]
fn KindSwitch(
    /// The form.
    form: RwSignal<Form>,
) -> impl IntoView {
    let kind = Memo::new(move |_| form.with(Form::kind));
    let locked = super::locked();
    view! {
        <span class="kind">
            "Kind "
            <b>{move || kind.get().word()}</b>
            " "
            <button
                type="button"
                class="link"
                id="switch-kind"
                aria-label=move || format!("switch to {}", kind.get().other().word())
                disabled=move || locked.get()
                on:click=move |_| form.update(Form::switch_kind)
            >
                {move || kind.get().other().word()}
            </button>
        </span>
    }
}

/// What the figures rest on, in short.
fn origin(answer: &Answer) -> String {
    let futures = answer.outcome.futures.as_ref();
    let futures = futures.map_or_else(
        || "with your numbers".to_owned(),
        |futures| {
            let draws = write::count(f64::from(futures.draws), Precision::Exact);
            format!("{draws} futures, seed {}", futures.seed)
        },
    );
    format!("{futures} · today's money · nothing you type leaves this browser")
}

/// Light, dark, or as the system says.
#[component]
fn Colours() -> impl IntoView {
    let theme = RwSignal::new(browser::remembered_theme());
    browser::apply_theme(theme.get_untracked());
    let themes = Theme::ALL.map(|option| {
        let chosen = move || theme.get() == option;
        view! { <option value=option.key() prop:selected=chosen>{option.key()}</option> }
    });
    view! {
        <label class="setting">
            "Colours "
            <select id="colours" autocomplete="off" on:change:target=move |event| {
                let chosen = Theme::from_key(&event.target().value());
                theme.set(chosen);
                browser::apply_theme(chosen);
            }>{themes}</select>
        </label>
    }
}

/// The sign: a curve that meets a ceiling.
#[component]
fn Mark() -> impl IntoView {
    view! {
        <svg viewBox="0 0 22 22" width="22" height="22" aria-hidden="true">
            <path d="M2 5.5h18" class="mark-line" stroke-width="2" />
            <path d="M2 19C9 19 11 14.5 13 9.5" class="mark-line" stroke-width="2.5" />
            <path d="M13 9.5C13.5 8.2 14 7.2 14.5 6.5" class="mark-line" stroke-width="2.5" opacity=".35" />
        </svg>
    }
}
