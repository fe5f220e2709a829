//! The money bridge.

use std::sync::Arc;

use headroom_model::outcome::Outcome;
use headroom_model::text::write::Currency;
use leptos::html::Div;
use leptos::prelude::*;

use super::table_twin::TableTwin;
use super::{draw, px};
use crate::browser::width::width_of;
use crate::charts::mark::Hue;
use crate::charts::money_bridge::{BridgeDrawing, shown, twin};
use crate::charts::words;

/// The width that is drawn for until the container is measured.
const FIRST_WIDTH: f64 = 600.0;

/// What the lead of the best option consists of: one bar for each part, in the hue of the option that it helps, and
/// their sum. What is shown adds up.
#[component]
pub fn MoneyBridge(
    /// The result that is drawn.
    #[prop(into)]
    outcome: Signal<Arc<Outcome>>,
    /// How amounts are written.
    #[prop(into)]
    currency: Signal<Currency>,
    /// Whether the best option is compared with the best *other product*, where the next best is the same product.
    #[prop(into, default = Signal::stored(false))]
    other_product: Signal<bool>,
    /// The start of the ids in this figure; two figures on a page need two.
    #[prop(default = "money-bridge")]
    id: &'static str,
) -> impl IntoView {
    let container = NodeRef::<Div>::new();
    let width = width_of(container, FIRST_WIDTH);
    let drawing = Memo::new(move |_| {
        let outcome = outcome.read();
        let bridge = shown(&outcome, other_product.get());
        BridgeDrawing::of(&outcome, currency.get(), bridge, width.get())
    });
    let table = Signal::derive(move || {
        let outcome = outcome.read();
        twin(
            &outcome,
            currency.get(),
            shown(&outcome, other_product.get()),
        )
    });
    let sides = move || {
        let outcome = outcome.read();
        let bridge = shown(&outcome, other_product.get());
        let [right, left] = words::bridge_sides(bridge, outcome.scenario.kind());
        let (better, than) = (Hue::of_choice(bridge.better), Hue::of_choice(bridge.than));
        view! {
            <span class=text_class(better)>{right}</span>
            "; "
            <span class=text_class(than)>{left}</span>
            "."
        }
    };
    let title_id = format!("{id}-title");
    let text_id = format!("{id}-text");
    let (named_by, told_by) = (title_id.clone(), text_id.clone());
    let table_title = Signal::derive(|| words::BRIDGE_TITLE.to_owned());
    view! {
        <figure class="fig">
            <div class="fig-head">
                <h3>{words::BRIDGE_TITLE}</h3>
                <p>
                    {move || {
                        let outcome = outcome.read();
                        words::bridge_note(shown(&outcome, other_product.get()), &outcome)
                    }} " " {sides}
                </p>
            </div>
            <div class="chart-box" node_ref=container>
                <svg
                    class="chart"
                    role="img"
                    aria-labelledby=named_by
                    aria-describedby=told_by
                    viewBox=move || {
                        let drawing = drawing.read();
                        format!("0 0 {} {}", px(drawing.width), px(drawing.height))
                    }
                    width=move || px(drawing.read().width)
                    height=move || px(drawing.read().height)
                >
                    <title id=title_id>{words::BRIDGE_TITLE}</title>
                    <desc id=text_id>{move || drawing.read().description.clone()}</desc>
                    {move || draw(drawing.read().marks.iter())}
                </svg>
            </div>
            <TableTwin title=table_title table=table />
        </figure>
    }
}

/// The class of words in the hue of an option.
pub(super) fn text_class(hue: Option<Hue>) -> &'static str {
    match hue {
        Some(Hue::Simple) => "c-mvp",
        Some(Hue::Scalable) => "c-msp",
        Some(Hue::OverBuilt) => "c-over",
        None => "c-none",
    }
}
