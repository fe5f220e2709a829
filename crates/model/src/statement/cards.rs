//! The four questions of the stakeholders, each with a figure, its range and two or three sentences.
//! Source: model specification, section 14.6.

use super::quantity::{Drawn, Edge, Growth, Quantity};
use super::say::Say;
use super::span::{Sentence, Span, sentence};
use crate::field::Key;
use crate::outcome::Outcome;
use crate::strategy::Strategy;
use crate::text::write::{Currency, Noun};

/// The answer to a question.
#[derive(Clone, Debug, PartialEq)]
pub struct CardWords {
    /// The question.
    pub question: &'static str,
    /// The answer in one figure.
    pub figure: Sentence,
    /// Its range, or what it is compared with.
    pub range: Sentence,
    /// The answer in sentences.
    pub text: Vec<Sentence>,
}

/// The heading of the four cards.
pub const FOUR_QUESTIONS: &str = "The four questions your stakeholders will ask";

/// The four cards; `None` before futures are drawn.
#[must_use]
pub fn cards(outcome: &Outcome, currency: Currency) -> Option<[CardWords; 4]> {
    outcome.futures.as_ref()?;
    let say = Say::new(outcome, currency);
    Some([
        at_capacity(&say),
        how_many(&say),
        late_or_early(&say),
        unsupported(&say),
    ])
}

fn growth(growth: Growth) -> Quantity {
    Quantity::Growth(growth)
}

fn wall(edge: Edge) -> Quantity {
    Quantity::Drawn(Drawn::Wall(edge))
}

/// "4 to 16 seconds": the unit once.
fn seconds_range(say: &Say<'_>, quantity: impl Fn(Edge) -> Quantity) -> Option<Sentence> {
    let (low, high) = (
        say.plain(quantity(Edge::Low)),
        say.seconds(quantity(Edge::High)),
    );
    let same = say.seconds(quantity(Edge::Low)).text == high.text;
    (!same).then(|| sentence![" (range: ", low, " to ", high, ")"])
}

/// Whether the simple version is full within the months shown in the middle future.
fn is_full(say: &Say<'_>) -> bool {
    let horizon = f64::from(say.outcome.scenario.horizon());
    let at = wall(Edge::Middle).of(say.outcome);
    at.is_some_and(|month| month <= horizon)
}

fn at_capacity(say: &Say<'_>) -> CardWords {
    let full = is_full(say);
    let (low, high) = (
        wall(Edge::Low).of(say.outcome),
        wall(Edge::High).of(say.outcome),
    );
    let figure = if full {
        sentence![say.month(wall(Edge::Middle)).capitalised()]
    } else {
        sentence!["Not within ", say.horizon()]
    };
    let months = match (low, high) {
        (Some(_), Some(_)) => sentence![
            "range: ",
            say.month(wall(Edge::Low)),
            " to ",
            say.month_number(wall(Edge::High)),
        ],
        (Some(_), None) => sentence!["range: ", say.month(wall(Edge::Low)), " to never"],
        (None, _) => sentence!["never in nine futures in ten"],
    };
    let room = Quantity::Input(Key::Capacity);
    let before = |strategy| move |edge| growth(Growth::LongestWaitBefore(strategy, edge));
    let (late, watched) = (before(Strategy::MvpLate), before(Strategy::MvpWatch));
    let mut text = Vec::new();
    if !full {
        text.push(enough(say));
    } else if say.is_service() {
        text.push(sentence![
            "At ",
            say.counted(room, Noun::USERS),
            " pages take ",
            say.seconds(Quantity::Input(Key::ResponseLimit)),
            ".",
        ]);
        text.push(sentence![
            "Until a late rebuild is done they take up to ",
            say.seconds(late(Edge::Middle)),
            seconds_range(say, late),
            "; with early warning up to ",
            say.seconds(watched(Edge::Middle)),
            ".",
        ]);
        if loses_revenue(say) {
            text.push("New sign-ups fall and customers start to leave.".into());
        }
    } else {
        text.push(sentence![
            "By hand you can make ",
            say.counted(room, Noun::UNITS),
            " a month; what is ordered beyond that waits.",
        ]);
        text.push(sentence![
            "Until a late redesign is done buyers wait ",
            say.up_to_months(late(Edge::Middle)),
            say.range_of_months(late),
            "; with early warning ",
            say.up_to_months(watched(Edge::Middle)),
            ".",
        ]);
        if loses_revenue(say) {
            text.push("Some of those who wait cancel.".into());
        }
    }
    CardWords {
        question: if say.is_service() {
            "What happens when we reach capacity?"
        } else {
            "What happens when orders exceed what we can make?"
        },
        figure,
        range: months,
        text,
    }
}

/// There is room for all within the months shown.
fn enough(say: &Say<'_>) -> Sentence {
    let wait = |edge| growth(Growth::LongestWait(Strategy::MvpLate, edge));
    if say.is_service() {
        sentence![
            "In the middle future there is room for all; pages take up to ",
            say.seconds(wait(Edge::Middle)),
            seconds_range(say, wait),
            ".",
        ]
    } else {
        sentence![
            "In the middle future you can make all that is ordered; buyers wait ",
            say.up_to_months(wait(Edge::Middle)),
            say.range_of_months(wait),
            ".",
        ]
    }
}

fn how_many(say: &Say<'_>) -> CardWords {
    let room = |level| move |edge| growth(Growth::Room(level, edge));
    let count = |quantity| say.count(quantity);
    let ends = |level: u8| {
        let room = room(level);
        room(Edge::Low).of(say.outcome)?;
        let (low, high) = (count(room(Edge::Low)), count(room(Edge::High)));
        Some(sentence![low, " to ", high])
    };
    let range_words = match (ends(0), ends(1)) {
        (Some(simple), Some(scalable)) => sentence!["range: ", simple, ", or ", scalable],
        _ => sentence!["no range given"],
    };
    let full_after = |edge| growth(Growth::FullAfterLaunch(edge));
    let is_full_words = if say.is_service() {
        "The simple version is full"
    } else {
        "Orders exceed what can be made by hand"
    };
    let full = if is_full(say) && say.value(full_after(Edge::Middle)) > 0.0 {
        let ends = [Edge::Low, Edge::High].map(|edge| full_after(edge).of(say.outcome));
        let months = match ends {
            [Some(_), Some(_)] => say.range_of_months(full_after),
            [Some(_), None] => Some(sentence![
                " (range: ",
                say.months(full_after(Edge::Low)),
                " to never)"
            ]),
            _ => None,
        };
        sentence![
            is_full_words,
            " ",
            say.months(full_after(Edge::Middle)),
            " after launch",
            months,
            ".",
        ]
    } else if is_full(say) {
        sentence![is_full_words, " from the day of the launch."]
    } else {
        sentence![
            "In the middle future ",
            if say.is_service() {
                "the simple version does not fill up"
            } else {
                "orders do not exceed what can be made by hand"
            },
            " within the ",
            say.horizon(),
            " shown.",
        ]
    };
    let peak = |edge| growth(Growth::PeakUsers(edge));
    let used = Quantity::Drawn(Drawn::PeakUse(Edge::Middle));
    let peak_words = if say.is_service() {
        sentence![
            "The scalable one peaks at ",
            say.counted(peak(Edge::Middle), Noun::CUSTOMERS),
            say.range(peak, |users| say.rough_count(users)),
            ", ",
            say.percent(used),
            " of its room.",
        ]
    } else {
        sentence![
            "The scalable one ships ",
            say.counted(peak(Edge::Middle), Noun::UNITS),
            " in its best month",
            say.range(peak, |units| say.rough_count(units)),
            ", ",
            say.percent(used),
            " of what it can make.",
        ]
    };
    CardWords {
        question: if say.is_service() {
            "How many customers can we support?"
        } else {
            "How many units a month can we make?"
        },
        figure: sentence![
            count(room(0)(Edge::Middle)),
            " or ",
            count(room(1)(Edge::Middle)),
        ],
        range: range_words,
        text: vec![full, peak_words],
    }
}

fn late_or_early(say: &Say<'_>) -> CardWords {
    let price = |strategy| growth(Growth::Price(strategy, Edge::Middle));
    let (late, early) = (price(Strategy::MvpLate), price(Strategy::Msp));
    let difference = |edge| growth(Growth::LateMinusEarly(edge));
    let paid = |paid: fn(Edge) -> Growth| growth(paid(Edge::Middle));
    let later = paid(Growth::PaidEarlyLater);
    let later = (!say.is_no_money(later)).then(|| sentence![" and ", say.money(later), " later"]);
    let months = |strategy| growth(Growth::Featureless(strategy, Edge::Middle));
    let features = if say.value(months(Strategy::MvpLate)) < 0.25 {
        Sentence::from("New features go on in the middle future.")
    } else {
        let early = months(Strategy::Msp);
        let alike = say.months(early).text == say.months(months(Strategy::MvpLate)).text;
        let instead = if alike {
            sentence![", and as long with the scalable version"]
        } else if say.value(early) < 0.005 {
            sentence!["; with the scalable version work on features goes on"]
        } else {
            sentence![", instead of ", say.months(early)]
        };
        let (start, end) = if stops_in_part(say) {
            ("The team loses as much as ", " of work on new features")
        } else {
            ("The team builds nothing new for ", "")
        };
        sentence![
            start,
            say.months(months(Strategy::MvpLate)),
            end,
            instead,
            ".",
        ]
    };
    let cheaper = say.is_negative(difference(Edge::Middle));
    CardWords {
        question: "What does it cost to act late instead of early?",
        figure: sentence![
            price_or_saving(say, late),
            ", not ",
            price_or_saving(say, early)
        ]
        .capitalised(),
        range: sentence![
            "typically ",
            more_or_less(say, difference(Edge::Middle)),
            range_of_differences(say, difference),
        ],
        text: [
            cheaper.then(|| "Here acting late costs less in more than half of the futures.".into()),
            Some(sentence![
                "The work alone, as paid, is ",
                say.money(paid(Growth::PaidLate)),
                say.range(
                    |edge| growth(Growth::PaidLate(edge)),
                    |money| say.money(money)
                ),
                " late, against ",
                say.money(paid(Growth::PaidEarly)),
                " now",
                later,
                ".",
            ]),
            Some(features),
            Some("It is paid only if people want the product.".into()),
        ]
        .into_iter()
        .flatten()
        .collect(),
    }
}

/// Whether a rebuild stops only a part of the work on features, so that the months counted are not
/// months without any.
pub(super) fn stops_in_part(say: &Say<'_>) -> bool {
    let stopped = say.value(Quantity::Input(Key::Freeze1));
    stopped > 0.0 && stopped < 1.0
}

/// A price; one below zero is a saving.
fn price_or_saving(say: &Say<'_>, price: Quantity) -> Sentence {
    if say.is_negative(price) {
        sentence!["a saving of ", say.amount(price)]
    } else {
        sentence![say.money(price)]
    }
}

/// "$540,000 more", "$100,000 less".
fn more_or_less(say: &Say<'_>, difference: Quantity) -> Sentence {
    if say.is_no_money(difference) {
        return sentence!["none"];
    }
    sentence![say.amount(difference), way(say, difference)]
}

fn way(say: &Say<'_>, difference: Quantity) -> &'static str {
    if say.is_negative(difference) {
        " less"
    } else {
        " more"
    }
}

/// " (range: $40,000 less to $2.8M more)"; nothing where both ends read the same.
fn range_of_differences(say: &Say<'_>, difference: impl Fn(Edge) -> Quantity) -> Option<Sentence> {
    let (low, high) = (difference(Edge::Low), difference(Edge::High));
    if say.money(low).text == say.money(high).text {
        return None;
    }
    let own = (way(say, low) != way(say, high)).then(|| way(say, low));
    Some(sentence![
        " (range: ",
        say.amount(low),
        own,
        " to ",
        say.amount(high),
        way(say, high),
        ")"
    ])
}

fn unsupported(say: &Say<'_>) -> CardWords {
    let lost = |strategy| move |edge| growth(Growth::LostRevenue(strategy, edge));
    let live = lost(Strategy::MvpLive);
    let at = |strategy: Strategy| say.money(lost(strategy)(Edge::Middle));
    let fewer = growth(Growth::FewerAtEnd(Edge::Middle));
    let month = say.month(Quantity::Input(Key::Horizon));
    let rebuilt = say.words().rebuilt;
    let lost_to = if say.is_service() {
        "That is lost to slow pages, and to customers who leave because of them, if nothing is ever \
         done."
    } else {
        "That is lost to orders that wait and are cancelled if nothing is ever done."
    };
    let customers = if !is_noticed(say, fewer) {
        let as_many = if say.value(fewer) < 0.0 && !reads_the_same(say) {
            "more than"
        } else {
            "about as many as"
        };
        sentence![format!(
            "An MVP {rebuilt} late ends with {as_many} the scalable version in the middle future."
        )]
    } else {
        let (have, noun) = if say.is_service() {
            ("have", Noun::CUSTOMERS)
        } else {
            ("ship", Noun::UNITS)
        };
        sentence![
            format!("{} late, you typically {have} ", capital(rebuilt)),
            say.counted(fewer, noun).strong(),
            " fewer in ",
            month,
            " than with the scalable version.",
        ]
    };
    let nothing_lost = !loses_revenue(say);
    let figure = if nothing_lost {
        sentence!["Nothing is lost"]
    } else {
        sentence![say.money(live(Edge::Middle)), " less revenue"]
    };
    let lost_to = if nothing_lost && is_full(say) {
        "In the middle future a lack of room costs no revenue."
    } else if nothing_lost {
        "In the middle future there is room for all the growth."
    } else {
        lost_to
    };
    CardWords {
        question: "What if we cannot support the growth?",
        figure,
        range: if nothing_lost {
            let most = live(Edge::High);
            if say.value(most) >= 0.5 {
                sentence!["in the middle future; up to ", say.money(most)]
            } else {
                sentence!["in nine futures in ten"]
            }
        } else {
            sentence![
                "range: ",
                say.money(live(Edge::Low)),
                " to ",
                say.money(live(Edge::High)),
                format!("; {rebuilt} late "),
                at(Strategy::MvpLate),
                ", with early warning ",
                at(Strategy::MvpWatch),
            ]
        },
        text: vec![lost_to.into(), customers],
    }
}

/// Whether slow pages or waiting orders cost anything in the middle future if nothing is ever done.
fn loses_revenue(say: &Say<'_>) -> bool {
    say.value(growth(Growth::LostRevenue(Strategy::MvpLive, Edge::Middle))) >= 0.5
}

/// Whether so many fewer customers are more than one in a hundred, and more than none.
pub(super) fn is_noticed(say: &Say<'_>, fewer: Quantity) -> bool {
    let all = growth(Growth::UsersAtEnd(Strategy::Msp, Edge::Middle));
    !reads_the_same(say) && say.value(fewer) >= (0.01 * say.value(all)).max(0.5)
}

/// Whether the MVP rebuilt late and the scalable version end with the same number as written.
fn reads_the_same(say: &Say<'_>) -> bool {
    let at_end = |strategy| say.rough_count(growth(Growth::UsersAtEnd(strategy, Edge::Middle)));
    at_end(Strategy::Msp).text == at_end(Strategy::MvpLate).text
}

fn capital(word: &str) -> String {
    Span::words(word).capitalised().text
}
