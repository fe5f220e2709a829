//! The main figure: money, users and response times over one time axis.

use std::sync::Arc;

use headroom_model::outcome::Outcome;
use headroom_model::text::write::Currency;
use leptos::ev::PointerEvent;
use leptos::html::Div;
use leptos::prelude::*;

use super::read_out::ReadOut;
use super::table_twin::TableTwin;
use super::{draw, px};
use crate::browser::width::width_of;
use crate::charts::figure::{MainDrawing, twin};
use crate::charts::words;

/// The width that is drawn for until the container is measured.
const FIRST_WIDTH: f64 = 760.0;

/// Money, users and room, and response times of all plans with the user's numbers, drawn for the width of its
/// container; a month can be read out, and all values are there as a table.
#[component]
pub fn MainFigure(
    /// The result that is drawn.
    #[prop(into)]
    outcome: Signal<Arc<Outcome>>,
    /// How amounts are written.
    #[prop(into)]
    currency: Signal<Currency>,
    /// The start of the ids in this figure; two figures on a page need two.
    #[prop(default = "main-figure")]
    id: &'static str,
) -> impl IntoView {
    let container = NodeRef::<Div>::new();
    let width = width_of(container, FIRST_WIDTH);
    let drawing = Memo::new(move |_| MainDrawing::of(&outcome.read(), currency.get(), width.get()));
    let month = RwSignal::new(None::<u32>);
    let horizon = Signal::derive(move || drawing.read().horizon);

    let point_at = move |event: PointerEvent| {
        let Some(svg) = event_svg(&event) else { return };
        let shown = svg.get_bounding_client_rect();
        let drawing = drawing.read_untracked();
        if shown.width() > 0.0 {
            let x = (f64::from(event.client_x()) - shown.left()) * drawing.width / shown.width();
            month.set(nearest_month(&drawing, x));
        }
    };
    let leave = move |event: PointerEvent| {
        // A finger that is lifted leaves its month to be read.
        if event.pointer_type() == "mouse" {
            month.set(None);
        }
    };
    let hairline = move || {
        let drawing = drawing.read();
        let shown = month.get().filter(|month| *month <= drawing.horizon)?;
        let x = px(drawing.months.position(f64::from(shown)));
        let (top, bottom) = drawing.hairline;
        Some(view! { <line class="hairline" x1=x y1=px(top) x2=x y2=px(bottom) /> })
    };
    let title_id = format!("{id}-title");
    let text_id = format!("{id}-text");
    let (named_by, told_by) = (title_id.clone(), text_id.clone());
    let table = Signal::derive(move || twin(&outcome.read(), currency.get()));
    let table_title = Signal::derive(move || words::twin_title(&outcome.read().scenario));

    view! {
        <figure class="fig fig-main">
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
                    on:pointermove=point_at
                    on:pointerdown=point_at
                    on:pointerleave=leave
                >
                    <title id=title_id>{move || drawing.read().title.clone()}</title>
                    <desc id=text_id>{move || drawing.read().description.clone()}</desc>
                    {move || draw(drawing.read().marks())}
                    {hairline}
                </svg>
            </div>
            <ReadOut outcome=outcome currency=currency month=month horizon=horizon id=id />
            <TableTwin title=table_title table=table />
        </figure>
    }
}

/// The drawing that an event of one of its parts belongs to.
fn event_svg(event: &PointerEvent) -> Option<web_sys::Element> {
    use wasm_bindgen::JsCast;
    event.current_target()?.dyn_into().ok()
}

/// The month nearest to a place in the drawing; none beside the panels.
fn nearest_month(drawing: &MainDrawing, x: f64) -> Option<u32> {
    const BESIDE: f64 = 8.0;
    let (left, right) = drawing.months.range();
    let inside = x >= left - BESIDE && x <= right + BESIDE;
    // Within 0 and the horizon, so that nothing is lost.
    inside.then(|| drawing.months.value(x).round() as u32)
}
