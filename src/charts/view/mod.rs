//! The drawings as Leptos components: thin, everything derived from plain data computed elsewhere.

mod bridge;
mod chance_bar;
mod changes_of_mind;
mod confidence_dots;
mod line_sample;
mod main_figure;
mod read_out;
mod table_twin;
mod tornado;
mod unit_price;

pub use bridge::MoneyBridge;
pub use chance_bar::ChanceBar;
pub use changes_of_mind::ChangesOfMind;
pub use confidence_dots::ConfidenceDots;
pub use line_sample::LineSample;
pub use main_figure::MainFigure;
pub use tornado::Tornado;
pub use unit_price::UnitPriceFigure;

use leptos::prelude::*;

use super::mark::{Mark, Words};
use super::shape::Point;
use super::text::Weight;

/// A coordinate as it is written: tenths of a pixel.
fn px(value: f64) -> f64 {
    (value * 10.0).round() / 10.0
}

/// Turns marks into elements.
fn draw<'a>(marks: impl Iterator<Item = &'a Mark>) -> Vec<AnyView> {
    marks.cloned().map(element).collect()
}

fn element(mark: Mark) -> AnyView {
    match mark {
        Mark::Area { frame, class } => view! {
            <rect
                class=class
                x=px(frame.left)
                y=px(frame.top)
                width=px(frame.width())
                height=px(frame.height())
            />
        }
        .into_any(),
        Mark::Line { segment, class } => {
            let (Point { x: x1, y: y1 }, Point { x: x2, y: y2 }) = (segment.from, segment.to);
            view! { <line class=class x1=px(x1) y1=px(y1) x2=px(x2) y2=px(y2) /> }.into_any()
        }
        Mark::Path { d, class } => view! { <path class=class d=d /> }.into_any(),
        Mark::Ring { at, radius, class } => {
            view! { <circle class=class cx=px(at.x) cy=px(at.y) r=radius /> }.into_any()
        }
        Mark::Words(words) => label(words).into_any(),
    }
}

/// A line of words; strong pieces have an element of their own.
fn label(words: Words) -> impl IntoView {
    let class = words.class();
    let run = |run: super::mark::Run| {
        let class = match run.weight {
            Weight::Regular => "",
            Weight::Strong => "t-b",
        };
        view! { <tspan class=class>{run.text}</tspan> }
    };
    let runs = words.runs.into_iter().map(run).collect_view();
    view! {
        <text class=class x=px(words.at.x) y=px(words.at.y) text-anchor=words.anchor.as_svg()>
            {runs}
        </text>
    }
}
