//! STUB
#![allow(missing_docs)]
use std::sync::Arc; use leptos::prelude::*; use headroom_model::outcome::Outcome; use headroom_model::text::write::Currency; use headroom_model::strategy::Choice;
#[component] pub fn MainFigure(#[prop(into)] outcome: Signal<Arc<Outcome>>, #[prop(into)] currency: Signal<Currency>) -> impl IntoView { let _=(outcome,currency); }
#[component] pub fn MoneyBridge(#[prop(into)] outcome: Signal<Arc<Outcome>>, #[prop(into)] currency: Signal<Currency>) -> impl IntoView { let _=(outcome,currency); }
#[component] pub fn ChanceBar(#[prop(into)] outcome: Signal<Arc<Outcome>>) -> impl IntoView { let _=outcome; }
#[component] pub fn LineSample(choice: Choice) -> impl IntoView { let _=choice; }
