//! What is said of a lead: what it consists of, and what moves it.

use headroom_model::bridge::Bridge;
use headroom_model::field::Kind;
use headroom_model::outcome::Outcome;
use headroom_model::strategy::Choice;
use headroom_model::text::write::{self, Precision};
use headroom_model::verdict::DecidedBy;

use super::in_sentence;

/// The last row of the bridge, longest first.
#[must_use]
pub fn lead(better: Choice, kind: Kind) -> [String; 2] {
    [
        format!("Lead of {}", in_sentence(better, kind)),
        "Lead".to_owned(),
    ]
}

/// The title of the money bridge.
pub const BRIDGE_TITLE: &str = "What the lead consists of";
/// The head of its rows as a table.
pub const PART: &str = "Part";
/// The head of its amounts as a table.
pub const ADDS: &str = "Adds to the lead";

/// What is compared in the money bridge.
#[must_use]
pub fn bridge_note(bridge: &Bridge, outcome: &Outcome) -> String {
    let kind = outcome.scenario.kind();
    let compared = format!(
        "{} over {}",
        in_sentence(bridge.better, kind),
        in_sentence(bridge.than, kind)
    );
    // The answer may be another plan, for which the cash is enough.
    let aside = if outcome.verdict.decided_by == DecidedBy::Cash {
        ", the cash you have left aside"
    } else {
        ""
    };
    format!(
        "{}, on average, in today’s money{aside}.",
        capital(&compared)
    )
}

/// What a plus and a minus mean in the money bridge.
#[must_use]
pub fn bridge_sides(bridge: &Bridge, kind: Kind) -> [String; 2] {
    [
        format!("+ speaks for {}", in_sentence(bridge.better, kind)),
        format!("− for {}", in_sentence(bridge.than, kind)),
    ]
}

/// The money bridge in one paragraph; the last row is the lead.
#[must_use]
pub fn bridge_description<'a>(
    bridge: &Bridge,
    outcome: &Outcome,
    rows: impl Iterator<Item = (&'a str, &'a str)>,
) -> String {
    let rows: Vec<String> = rows
        .map(|(name, amount)| format!("{name} {amount}"))
        .collect();
    format!("{} {}.", bridge_note(bridge, outcome), rows.join("; "))
}

/// The head of the numbers that are moved in the tornado.
pub const MOVED_NUMBER: &str = "Number";
/// The heads of its columns.
pub const MOVED_COLUMNS: [&str; 4] = ["Low end", "Lead there", "High end", "Lead there"];
/// Where the lead is zero.
pub const TIE: &str = "0: a tie";

/// The summary of the rows that are not shown at first.
#[must_use]
pub fn more_rows(count: usize) -> String {
    let count = write::count(count as f64, Precision::Exact);
    format!("{count} more")
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(|first| first.to_uppercase().to_string());
    first.unwrap_or_default() + letters.as_str()
}
