//! Up to which volume the extra parts of hardware pay.

use std::sync::Arc;

use headroom_model::outcome::Outcome;
use headroom_model::text::write::Currency;
use leptos::html::Div;
use leptos::prelude::*;

use super::table_twin::TableTwin;
use super::{draw, px};
use crate::browser::width::width_of;
use crate::charts::unit_price::{UnitPriceDrawing, twin};
use crate::charts::words;

/// The width that is drawn for until the container is measured.
const FIRST_WIDTH: f64 = 600.0;

/// What headroom costs by the number of units, against the redesign that it avoids.
#[component]
pub fn UnitPriceFigure(
    /// The result that is drawn, of hardware.
    #[prop(into)]
    outcome: Signal<Arc<Outcome>>,
    /// How amounts are written.
    #[prop(into)]
    currency: Signal<Currency>,
) -> impl IntoView {
    let container = NodeRef::<Div>::new();
    let width = width_of(container, FIRST_WIDTH);
    let drawing =
        Memo::new(move |_| UnitPriceDrawing::of(&outcome.read(), currency.get(), width.get()));
    let table = Signal::derive(move || twin(&outcome.read(), currency.get()));
    let size = move || {
        let size = drawing.with(|drawing| drawing.as_ref().map(|it| (it.width, it.height)));
        let (width, height) = size.unwrap_or_default();
        (px(width), px(height))
    };
    let text = move || drawing.with(|drawing| drawing.as_ref().map(|it| it.description.clone()));
    let marks =
        move || drawing.with(|drawing| draw(drawing.iter().flat_map(|drawing| &drawing.marks)));
    let title = Signal::derive(|| words::UNIT_PRICE_TITLE.to_owned());
    view! {
        <figure class="fig">
            <div class="fig-head">
                <h3>{words::UNIT_PRICE_TITLE}</h3>
                <p>{words::UNIT_PRICE_NOTE}</p>
            </div>
            <div class="chart-box" node_ref=container>
                <svg
                    class="chart"
                    id="unit-price-chart"
                    role="img"
                    aria-labelledby="unit-price-title"
                    aria-describedby="unit-price-text"
                    viewBox=move || format!("0 0 {} {}", size().0, size().1)
                    width=move || size().0
                    height=move || size().1
                >
                    <title id="unit-price-title">{words::UNIT_PRICE_TITLE}</title>
                    <desc id="unit-price-text">{text}</desc>
                    {marks}
                </svg>
            </div>
            <TableTwin title table />
        </figure>
    }
}
