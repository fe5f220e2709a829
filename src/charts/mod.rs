//! Where every line, bar and word of a drawing goes: arithmetic only, with no DOM and no Leptos, so that it
//! is tested natively. The SVG components only turn these numbers into elements.
//!
//! One unit is one CSS pixel; x grows to the right and y grows downwards, as in SVG. Months are counted from
//! the start of the project, so that all panels of the main figure share one axis.
//!
//! Nothing here panics, and finite input never gives a position that is not a number.

pub mod bars;
pub mod chance;
pub mod labels;
pub mod layout;
pub mod path;
pub mod scale;
pub mod shape;
pub mod strips;
pub mod text;
pub mod ticks;
mod stub;
pub use stub::*;
