//! `headroom statements`: the result in the words of the board.

use headroom_model::outcome::Outcome;
use headroom_model::statement::MarketTest;
use headroom_model::statement::board::{Audience, Length, document, render};
use headroom_model::text::write::Currency;

/// How the words are marked up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Markup {
    /// Not at all.
    Text,
    /// As Markdown.
    Markdown,
    /// As HTML.
    Html,
}

impl Markup {
    /// The markup with this name in calls.
    #[must_use]
    pub fn with_key(key: &str) -> Option<Self> {
        match key {
            "text" => Some(Self::Text),
            "markdown" => Some(Self::Markdown),
            "html" => Some(Self::Html),
            _ => None,
        }
    }
}

/// What is said to an audience at a length, with a market test.
#[must_use]
pub fn statements(
    outcome: &Outcome,
    currency: Currency,
    test: MarketTest,
    (audience, length): (Audience, Length),
    markup: Markup,
) -> String {
    let document = document(outcome, currency, audience, length, test);
    match markup {
        Markup::Text => render::text(&document, None),
        Markup::Markdown => render::markdown(&document, None),
        Markup::Html => render::html(&document, None),
    }
}
