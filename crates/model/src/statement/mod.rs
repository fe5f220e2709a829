//! The result in words: sentences made of typed spans, from one [`Outcome`].
//!
//! A sentence is data. Every number in it is a [`Span`] that carries the [`Figure`] it states: which
//! quantity of the outcome, its exact value, and how it is written. So a page can link a number to
//! its explanation, and a test can recompute it. The page, the command line and the printed sheet
//! render the same spans.
//!
//! Until futures are simulated everything here is said "with your numbers": no confidence, no ranges.
//! Over the futures *in the middle future* is the median of those in which people want the product,
//! *range* is nine futures in ten, *on average* is the expected value in today's money. Charts and
//! single dates follow the path with the user's numbers, which is not discounted. No sentence mixes
//! the two without saying so.
//!
//! [`Outcome`]: crate::outcome::Outcome

pub mod board;
mod caption;
mod cards;
mod cash;
mod check;
mod figure;
mod finding_out;
mod honesty;
mod jargon;
mod name;
mod not_counted;
mod provenance;
mod quantity;
mod reactions;
mod say;
mod sensitivity;
mod span;
mod table_figures;
mod unit_price;
mod verdict;
mod warning;

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests;

pub use caption::{MoneyView, RegretWords, bridge_caption, money_caption, regret_words};
pub use cards::{CardWords, FOUR_QUESTIONS, cards};
pub use cash::{CashRow, CashWords, cash_words};
pub use check::{Check, CheckWords, check_words, checks};
pub use figure::{Figure, Format};
pub use finding_out::{FindingOutRow, FindingOutWords, MarketTest, Question, finding_out};
pub use honesty::{half_growth, honesty, narrower_than_source};
pub use jargon::{JARGON, NEVER, jargon_in};
pub(crate) use name::component as component_words;
pub use name::{Form, component_name, plan_name};
pub use not_counted::{NotCounted, not_counted};
pub use provenance::{other_futures, provenance};
pub use quantity::{Drawn, Edge, Growth, PerUnit, Quantity};
pub use reactions::{ReactionRow, ReactionWords, reaction_words};
pub use say::Say;
pub use sensitivity::{
    Change, ChangeRow, ChangeWords, RivalZone, TornadoWords, changes_of_mind, moved_label,
    moved_value, tornado_words,
};
pub(crate) use span::sentence;
pub use span::{Sentence, Span, plain};
pub use table_figures::{bridge_figures, chart_figures, money_figures, month_figures};
pub use unit_price::{UnitPriceWords, unit_price};
pub(crate) use verdict::changes;
pub use verdict::{Dots, Fact, State, VerdictWords, verdict};
pub use warning::{WarningRow, WarningWords, alarm, warning};

/// Why every number is what it is that an outcome is told with.
#[cfg(all(test, not(target_arch = "wasm32")))]
pub(crate) fn all_whys(outcome: &crate::outcome::Outcome) -> Vec<crate::why::Explanation> {
    tests::all_whys(outcome)
}
