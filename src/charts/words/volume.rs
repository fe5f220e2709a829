//! What is said of the volume at which extra parts stop paying.

/// The title of the drawing.
pub const UNIT_PRICE_TITLE: &str = "Up to which volume the extra parts pay";
/// How to read it.
pub const UNIT_PRICE_NOTE: &str =
    "Across: good units shipped. Up: money, counted for the case that people want the product.";
/// What is counted along its axis.
pub const UNITS: &str = "units";
/// The head of its rows as a table.
pub const GOOD_UNITS: &str = "Good units";
/// The heads of its columns.
pub const UNIT_PRICE_COLUMNS: [&str; 2] = ["Cost of headroom", "Redesign avoided, on average"];
/// Behind the user's own volume in the table.
pub const OWN_VOLUME: &str = ", your volume";
/// Behind the volume at which it stops paying.
pub const STOPS_PAYING: &str = ", where it stops paying";
/// The label of the redesign avoided, longest first.
pub const REDESIGN_AVOIDED: [&str; 3] = [
    "redesign avoided, on average",
    "redesign avoided",
    "redesign",
];
/// The label of what headroom costs, longest first.
pub const HEADROOM_COSTS: [&str; 3] =
    ["headroom, launch and parts", "cost of headroom", "headroom"];
