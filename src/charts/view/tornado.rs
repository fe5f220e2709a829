//! How far each number moves the lead.

use std::sync::Arc;

use headroom_model::outcome::Outcome;
use headroom_model::statement::tornado_words;
use headroom_model::text::write::Currency;
use leptos::html::Div;
use leptos::prelude::*;

use super::table_twin::TableTwin;
use super::{draw, px};
use crate::browser::width::width_of;
use crate::charts::tornado::{TornadoDrawing, twin};
use crate::sentence::Paragraph;

/// The width that is drawn for until the container is measured.
const FIRST_WIDTH: f64 = 600.0;

/// The lead with one number at a time at the low and at the high end of its range; a sentence while that is being
/// computed.
#[component]
pub fn Tornado(
    /// The result that is drawn.
    #[prop(into)]
    outcome: Signal<Arc<Outcome>>,
    /// How amounts are written.
    #[prop(into)]
    currency: Signal<Currency>,
    /// The start of the ids in this figure; two figures on a page need two.
    #[prop(default = "tornado")]
    id: &'static str,
) -> impl IntoView {
    let container = NodeRef::<Div>::new();
    let width = width_of(container, FIRST_WIDTH);
    let words = Memo::new(move |_| tornado_words(&outcome.read(), currency.get()));
    let drawing =
        Memo::new(move |_| TornadoDrawing::of(&outcome.read(), currency.get(), width.get()));
    let is_known = Memo::new(move |_| drawing.read().is_some());
    let table = Signal::derive(move || twin(&outcome.read(), currency.get()));
    let title = Signal::derive(move || words.read().title.to_owned());
    let note = Signal::derive(move || words.read().note.clone());
    let title_id = StoredValue::new(format!("{id}-title"));
    let text_id = StoredValue::new(format!("{id}-text"));
    let size = move || {
        let size = drawing.with(|drawing| drawing.as_ref().map(|it| (it.width, it.height)));
        let (width, height) = size.unwrap_or_default();
        (px(width), px(height))
    };
    let text = move || drawing.with(|drawing| drawing.as_ref().map(|it| it.description.clone()));
    let marks = move || {
        drawing.with(|drawing| {
            let marks = drawing.iter().flat_map(|drawing| &drawing.marks);
            draw(marks)
        })
    };
    view! {
        <figure class="fig">
            <div class="fig-head">
                <h3>{title}</h3>
                <p>
                    <Paragraph sentences=note />
                </p>
            </div>
            <div class="chart-box" node_ref=container>
                <Show when=move || is_known.get()>
                    <svg
                        class="chart"
                        role="img"
                        aria-labelledby=title_id.get_value()
                        aria-describedby=text_id.get_value()
                        viewBox=move || format!("0 0 {} {}", size().0, size().1)
                        width=move || size().0
                        height=move || size().1
                    >
                        <title id=title_id.get_value()>{title}</title>
                        <desc id=text_id.get_value()>{text}</desc>
                        {marks}
                    </svg>
                </Show>
            </div>
            <Show when=move || is_known.get()>
                <TableTwin title=title table=table />
            </Show>
        </figure>
    }
}
