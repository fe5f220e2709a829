//! The drawings. Where every line, bar and word goes is arithmetic only, with no DOM and no Leptos, so that it is
//! tested natively; what a drawing shows is plain data ([`figure`]); the components in [`view`] only turn it into
//! elements.
//!
//! One unit is one CSS pixel; x grows to the right and y grows downwards, as in SVG. Months are counted from
//! the start of the project, so that all panels of the main figure share one axis.
//!
//! The geometry never panics, and finite input never gives a position that is not a number.

pub mod bars;
pub mod best_by_chance;
pub mod chance;
pub mod dots;
pub mod figure;
pub mod flip_strip;
pub mod labels;
pub mod layout;
pub mod mark;
pub mod money_bridge;
pub mod path;
pub mod scale;
pub mod shape;
pub mod strips;
pub mod text;
pub mod ticks;
pub mod tornado;
pub mod unit_price;
pub mod view;
pub mod words;

#[cfg(all(test, not(target_family = "wasm")))]
mod tests {
    pub mod marks;
    pub mod scenarios;
}
